"""What crosses between the front and the process that writes.

Down goes a batch of work: eight bytes for its length, a JSON head, then the documents. Up come
lines of JSON: `["ready", …]` once, then for each batch `["begins", place]`…, `["planned", …]` and
`["done", …]`.
"""

from __future__ import annotations

import struct
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.writer.work import (
    Create,
    Done,
    Drop,
    Follow,
    Loaded,
    Patch,
    Put,
    Update,
    Withdraw,
    Work,
)  # fmt: skip
from kg.store.base import Dataset
from server.errors import restored
from server.readers.protocol import head_and_body, with_body

LENGTH = struct.Struct("!Q")
_KINDS: dict[str, type[Work]] = {
    each.__name__: each for each in (Update, Patch, Put, Drop, Create, Withdraw, Follow)
}


def batch(works: Sequence[Work]) -> bytes:
    """A batch as it goes down."""
    documents = [each.data if isinstance(each, Put) else b"" for each in works]
    head = [
        [type(each).__name__, _told(each), len(data)]
        for each, data in zip(works, documents, strict=True)
    ]
    payload = with_body(head, b"".join(documents))
    return LENGTH.pack(len(payload)) + payload


def works_of(payload: bytes) -> list[Work]:
    """The batch that a payload carries."""
    head, body = head_and_body(payload)
    works, at = [], 0
    for kind, told, size in head:
        works.append(_work(kind, told, body[at : at + size]))
        at += size
    return works


def outcome(each: Done | KgError) -> list[Any]:
    """An outcome as it goes up.

    >>> outcome(Done(1, "r1+1", True, 2, 3))
    ['done', 1, 'r1+1', True, 2, 3, (), 0]
    """
    if isinstance(each, Done):
        return ["done", *(getattr(each, field.name) for field in fields(Done))]
    return ["problem", each.code, str(each), each.hint, each.at]


def outcome_of(told: Sequence[Any]) -> Done | KgError:
    """The outcome that was told.

    >>> outcome_of(["done", 1, "r1+1", True, 2, 3])
    Done(sequence=1, release='r1+1', created=True, added=2, removed=3, findings=(), derived=0)
    """
    kind, *rest = told
    if kind != "done":
        return restored(*rest)
    values = zip((field.name for field in fields(Done)), rest, strict=False)
    return Done(**{name: _tuple(value) for name, value in values})


def _told(work: Work) -> dict[str, Any]:
    told = asdict(work)
    told.pop("data", None)
    if told.get("using"):
        told["using"] = [list(each) for each in told["using"]]  # JSON has no named tuples
    if told.get("loaded"):
        told["loaded"] = [list(each) for each in told["loaded"]]
    return told


def _work(kind: str, told: dict[str, Any], data: bytes) -> Work:
    if told.get("graph"):
        told["graph"] = Iri(told["graph"])
    if told.get("using"):
        default, named = told["using"]
        told["using"] = Dataset(tuple(map(Iri, default)), tuple(map(Iri, named)))
    for name in ("match", "none_match"):
        told[name] = tuple(told[name])
    if kind == "Update":
        told["loaded"] = tuple(Loaded(*each) for each in told["loaded"])
    if kind == "Put":
        told["data"] = data
    return _KINDS[kind](**told)


def _tuple(value: Any) -> Any:
    return tuple(value) if isinstance(value, list) else value
