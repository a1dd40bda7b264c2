"""An adjacency in a file beside the graph that it was read from, used where it lies.

The file is mapped, not read: it is open at once however large it is, what is looked at is what
memory holds of it, and processes that look at the same release share that.
"""

from __future__ import annotations

import json
import mmap
import sys
from array import array
from collections.abc import Iterator
from dataclasses import fields
from pathlib import Path
from typing import Any, Final, TypeAlias

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.texts import SortedTexts

FILE: Final = "hops.bin"
"""The file of a release that holds all its hops."""

_FORM: Final = 2
"""Which form of the file this is; another is not read, and the hops are read from the graph."""
_ALIGNED: Final = 8
_Part: TypeAlias = "array[int] | bytes | memoryview"


def write(graph: Adjacency, path: Path) -> None:
    """Write an adjacency to a file: a line of JSON, which says which arrays follow it whole."""
    lists: dict[str, list[str]] = {}
    parts: list[tuple[str, str, _Part]] = []
    for each in fields(graph):
        value = getattr(graph, each.name)
        if isinstance(value, SortedTexts):
            parts.append((each.name, "text", value.data))
            parts.append((each.name, "Q", value.starts))
        elif isinstance(value, (array, memoryview)):
            parts.append((each.name, memoryview(value).format, value))
        else:
            lists[each.name] = list(value)
    told = [[name, code, memoryview(part).nbytes] for name, code, part in parts]
    head = {"form": _FORM, "order": sys.byteorder, "texts": lists, "parts": told}
    line = json.dumps(head, ensure_ascii=False, separators=(",", ":")).encode()
    with path.open("wb") as file:
        file.write(line + b" " * (-(len(line) + 1) % _ALIGNED) + b"\n")
        for _, _, part in parts:
            view = memoryview(part)
            file.write(view)
            file.write(b"\0" * (-view.nbytes % _ALIGNED))


def read(path: Path) -> Adjacency | None:
    """The adjacency of a file; nothing where there is none of this form and kind of machine."""
    if not path.exists() or not path.stat().st_size:
        return None
    with path.open("rb") as file:
        data = mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)
    end = data.find(b"\n") + 1
    try:
        head = json.loads(data[:end])
    except ValueError:
        return None
    if head.get("form") != _FORM or head.get("order") != sys.byteorder:
        return None
    values: dict[str, Any] = dict(head["texts"])
    texts: dict[str, memoryview] = {}
    for name, code, view in _parts(head["parts"], memoryview(data)[end:]):
        if code == "text":
            texts[name] = view
        else:
            found = view.cast(code)  # type: ignore[call-overload]
            values[name] = SortedTexts(texts[name], found) if name in texts else found
    return Adjacency(**values)


def _parts(
    told: list[tuple[str, str, int]], rest: memoryview
) -> Iterator[tuple[str, str, memoryview]]:
    place = 0
    for name, code, size in told:
        yield name, code, rest[place : place + size]
        place += size + -size % _ALIGNED
