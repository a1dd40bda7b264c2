"""What a writer can be asked to do, and what it tells of it."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from kg.model.terms import Iri
from kg.store.base import Dataset


@dataclass(frozen=True, kw_only=True)
class _Asked:
    who: str = ""
    request_id: str = ""


@dataclass(frozen=True)
class Update(_Asked):
    """A SPARQL 1.1 update. `using` is what the protocol's `using-graph-uri` says, if anything."""

    text: str
    using: Dataset | None = None
    base: str = ""


@dataclass(frozen=True)
class Put(_Asked):
    """A document into one graph: in place of what it holds (`replace`), or beside it."""

    graph: Iri | None
    data: bytes
    media: str
    replace: bool = True
    base: str = ""


@dataclass(frozen=True)
class Drop(_Asked):
    """Away with one graph."""

    graph: Iri | None


@dataclass(frozen=True)
class Create(_Asked):
    """An empty graph."""

    graph: Iri


@dataclass(frozen=True)
class Withdraw(_Asked):
    """Take back what the commit of that number did."""

    sequence: int


Work = Update | Put | Drop | Create | Withdraw


@dataclass(frozen=True)
class Done:
    """What became of it: the number of its commit, and the release that shows it first.

    Where nothing changed these are those of the last commit. `created` says whether the graph was
    new; `added` and `removed` count the quads of named graphs (with `--data none` nothing is
    counted).
    """

    sequence: int
    release: str
    created: bool = False
    added: int = 0
    removed: int = 0


def digest(work: Work) -> str:
    """SHA-256 of what was asked, in hexadecimal."""
    if isinstance(work, Update):
        asked = work.text.encode()
    elif isinstance(work, Put):
        asked = work.data
    else:
        asked = repr(work).encode()
    return hashlib.sha256(asked).hexdigest()
