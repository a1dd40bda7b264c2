"""An adjacency beside the graph that it was read from, so that it need not be read again."""

from __future__ import annotations

import json
import sys
from array import array
from dataclasses import fields
from typing import Any, Final

from kg.analysis.paths.adjacency import Adjacency

FILE: Final = "hops.bin"
"""The file of a release that holds all its hops."""

_FORM: Final = 1
"""Which form of the file this is; another is not read, and the hops are read from the graph."""


def written(graph: Adjacency) -> bytes:
    """An adjacency as a line of JSON, which has its texts and says which arrays follow it whole."""
    values = {each.name: getattr(graph, each.name) for each in fields(graph)}
    arrays = {name: value for name, value in values.items() if isinstance(value, array)}
    texts = {
        name: list(value) for name, value in values.items() if isinstance(value, (list, tuple))
    }
    told = {name: [value.typecode, len(value)] for name, value in arrays.items()}
    head = {"form": _FORM, "order": sys.byteorder, "texts": texts, "arrays": told}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":"))
    return b"".join([line.encode(), b"\n", *(value.tobytes() for value in arrays.values())])


def read(data: bytes) -> Adjacency | None:
    """The adjacency of a file; nothing where it is of another form or kind of machine."""
    line, _, rest = data.partition(b"\n")
    try:
        head = json.loads(line)
    except ValueError:
        return None
    if head.get("form") != _FORM or head.get("order") != sys.byteorder:
        return None
    values: dict[str, Any] = dict(head["texts"])
    place = 0
    for name, (code, length) in head["arrays"].items():
        found = array(code)
        size = length * found.itemsize
        found.frombytes(rest[place : place + size])
        values[name], place = found, place + size
    index = {key: number for number, key in enumerate(values["keys"])}
    return Adjacency(**values, index=index)
