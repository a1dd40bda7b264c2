"""What a writer can be asked to do, and what it tells of it."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from kg.model.terms import Iri
from kg.store.base import Dataset


class Loaded(NamedTuple):
    """A document that an update names: its address, its triples as N-Triples, or what failed."""

    source: str
    triples: str = ""
    problem: str = ""


@dataclass(frozen=True, kw_only=True)
class _Asked:
    """Who asks, and what must be so when it is done: tags of `If-Match` and `If-None-Match`."""

    who: str = ""
    request_id: str = ""
    match: tuple[str, ...] = ()
    none_match: tuple[str, ...] = ()


@dataclass(frozen=True)
class Update(_Asked):
    """A SPARQL 1.1 update. `using` is what the protocol's `using-graph-uri` says, if anything.

    `loaded` is what its LOADs have brought; the writer fetches nothing.
    """

    text: str
    using: Dataset | None = None
    base: str = ""
    loaded: tuple[Loaded, ...] = ()


@dataclass(frozen=True)
class Patch(_Asked):
    """A SPARQL 1.1 update of one graph, which is the only one that it sees and writes."""

    graph: Iri | None
    text: str
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


@dataclass(frozen=True)
class Follow(_Asked):
    """Take in what was derived of a release, which lies in a folder; see `follow`."""

    folder: str


Work = Update | Patch | Put | Drop | Create | Withdraw | Follow


@dataclass(frozen=True)
class Done:
    """What became of it: the number of its commit, and the release that shows it first.

    Where nothing changed these are those of the last commit. `created` says whether the graph was
    new; `added` and `removed` count its quads, and are -1 where only the engine could tell.
    `findings` are the lines of the shapes that are broken now, where the policy is to warn.
    `derived` is the last commit that the derived graphs take in.
    """

    sequence: int
    release: str
    created: bool = False
    added: int = 0
    removed: int = 0
    findings: tuple[str, ...] = field(default=(), compare=False)
    derived: int = field(default=0, compare=False)


def digest(work: Work) -> str:
    """SHA-256 of what was asked, in hexadecimal."""
    if isinstance(work, (Update, Patch)):
        asked = work.text.encode()
    elif isinstance(work, Put):
        asked = work.data
    else:
        asked = repr(work).encode()
    return hashlib.sha256(asked).hexdigest()


def has_tag(asked: Sequence[str], tag: str, *, weak: bool) -> bool:
    """Whether one of the tags of a condition is that of a graph, in whatever format it was read.

    `weak` tags match only where it is asked for (RFC 9110, 8.8.3.2).

    >>> has_tag(['"r1+3.turtle"'], "r1+3", weak=False), has_tag(['W/"r1+3"'], "r1+3", weak=False)
    (True, False)
    """
    if weak:
        asked = [each.removeprefix("W/") for each in asked]
    return any(
        each == "*" or (each.startswith('"') and each.strip('"').partition(".")[0] == tag)
        for each in asked
    )
