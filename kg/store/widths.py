"""How wide a graph is at most, so that the most work that a small query can make is known.

It is measured when a release is built. Every commit looks at what it has touched, so that nothing
is ever wider than is told; it may be narrower, after removals.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, cached_property, partial
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple, TypeVar

import pyoxigraph as ox

from kg.model.terms import Literal
from kg.store.oxigraph import OxigraphStore

FILE = "widths.json"
"""The file of a release with its widths."""
QUERY = "widths"
UNKNOWN = "null\n"
"""What the file says where nothing is known."""
WIDE = 40
"""Statements about a thing from which on it is listed; `widths.rq` says the same."""
LISTED = 10_000
"""Things that are listed; of a graph with more, nothing is known."""
LOOKED_AT = 10_000
"""Statements of a commit that are looked at; after one of more, to what was there, nothing is known
until the next release is built."""
FAR = 128
"""Statements that may hang together until it is no longer counted how many do."""

Node = TypeVar("Node")


class Width(NamedTuple):
    """Of a property: the most values of a thing, and the most things that have one value.

    `longest` is the most characters of a thing and its value together; `reach` is how many
    statements hang together at most, 0 for too many.
    """

    forward: int = 0
    backward: int = 0
    longest: int = 0
    reach: int = 1

    def or_(self, other: Width) -> Width:
        """What holds for both."""
        most = Width(*map(max, self, other))
        return most if self.reach and other.reach else most._replace(reach=0)


@dataclass(frozen=True)
class Widths:
    """The widths of a default graph by property.

    `wide` tells how many statements there are at most about a thing where they are more than
    `WIDE`; `blanks` tells whether a blank node is anything's value.
    """

    by: Mapping[str, Width] = field(default_factory=dict)
    wide: Mapping[str, int] = field(default_factory=dict)
    blanks: bool = False

    def of(self, predicate: str) -> Width:
        """The width of a property."""
        return self.by.get(predicate, Width())

    @cached_property
    def every(self) -> Width:
        """The width of all properties together; what leads to a value is not known of them."""
        longest = max((each.longest for each in self.by.values()), default=0)
        return Width(max(self.wide.values(), default=WIDE), 0, longest, 0)

    @classmethod
    def read(cls, folder: Path) -> Widths | None:
        """The widths of the release in that folder; `None` where they are not known."""
        path = folder / FILE
        told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        if not told:
            return None
        by = {name: Width(*width) for name, width in told["by"].items()}
        return cls(by, told["wide"], told["blanks"])

    def text(self) -> str:
        """What `read` reads."""
        told = {"by": dict(self.by), "wide": dict(self.wide), "blanks": self.blanks}
        return json.dumps(told, separators=(",", ":"), sort_keys=True) + "\n"

    def after(self, added: Iterable[ox.Quad], store: OxigraphStore) -> Widths | None:
        """The widths now that these quads were added to a store; `None` if they are not known."""
        graph = ox.DefaultGraph()
        quads = [each for each in added if each.graph_name == graph]
        if not quads:
            return self
        if len(quads) > LOOKED_AT:
            return None if self.by else _counted(quads)
        found = _looked_at(quads, store)
        by = dict(self.by)
        for name, width in found.by.items():
            by[name] = by.get(name, Width()).or_(width)
        return known(Widths(by, {**self.wide, **found.wide}, self.blanks or found.blanks))


def measured(store: OxigraphStore, query: str) -> Widths | None:
    """The widths of a store's default graph; `query` is the text of `widths.rq`."""
    told: dict[str, dict[str, int]] = {}
    for way, term, many in store.select(query).rows:
        if isinstance(many, Literal):
            told.setdefault(_text(way), {})[_text(term)] = int(many.text)
    names = told.get("forward", {})
    chains = told.get("chain", {})
    by = {
        name: Width(
            names[name],
            told["backward"][name],
            told["longest"][name],
            _reach(store, name) if name in chains else max(names[name], told["backward"][name]),
        )
        for name in names
    }
    return known(Widths(by, told.get("wide", {}), "blank" in told))


def write(folder: Path, store: OxigraphStore, query: str) -> None:
    """Write the file of a release with the widths of its store; `query` as `measured` takes it."""
    keep(folder, measured(store, query))


def keep(folder: Path, widths: Widths | None) -> None:
    """Write the file of a release; `None` where nothing is known."""
    (folder / FILE).write_text(widths.text() if widths else UNKNOWN, encoding="utf-8")


def known(widths: Widths) -> Widths | None:
    """Widths that are not too many to be kept; `None` for others."""
    return widths if len(widths.wide) <= LISTED else None


def _reach(store: OxigraphStore, name: str) -> int:
    found = store.matching(None, ox.NamedNode(name))
    return reach((str(quad.subject), str(quad.object)) for quad in found)


def reach(statements: Iterable[Sequence[str]]) -> int:
    """The most statements that hang together, of a property's, 0 for too many."""
    beside: dict[str, list[str]] = {}
    for subject, value in statements:
        beside.setdefault(subject, []).append(value)
        beside.setdefault(value, []).append(subject)
    seen: set[str] = set()
    most = 1
    for node in beside:
        if node not in seen and most:
            many = _hanging(node, beside.__getitem__, seen)
            most = many and max(most, many)
    return most


def _hanging(node: Node, around: Callable[[Node], Sequence[Node]], seen: set[Node]) -> int:
    """How many statements hang together with a node, 0 for too many; adds to what was `seen`."""
    seen.add(node)
    ahead, ends = [node], 0
    while ahead:
        beside = around(ahead.pop())
        ends += len(beside)
        if ends > 2 * FAR:
            return 0
        fresh = set(beside) - seen
        seen |= fresh
        ahead += fresh
    return max(1, ends // 2)


def _looked_at(quads: Sequence[ox.Quad], store: OxigraphStore) -> Widths:
    """The widths of all that these quads touch, as it is now."""
    by: dict[str, Width] = {}
    wide: dict[str, int] = {}

    @cache
    def many(*pattern: Any) -> int:
        return sum(1 for _ in store.matching(*pattern))

    def beside(predicate: Any, node: Any) -> list[Any]:
        is_text = isinstance(node, ox.Literal)
        values = () if is_text else islice(store.matching(node, predicate), 2 * FAR + 1)
        things = islice(store.matching(None, predicate, node), 2 * FAR + 1)
        return [each.object for each in values] + [each.subject for each in things]

    seen: dict[str, set[Any]] = {}
    for subject, predicate, value in {each.triple for each in quads}:
        name = predicate.value
        before, met = by.get(name, Width()), seen.setdefault(name, set())
        is_new = before.reach and subject not in met
        width = Width(
            many(subject, predicate, None),
            many(None, predicate, value),
            len(_text(subject)) + len(_text(value)),
            _hanging(subject, partial(beside, predicate), met) if is_new else before.reach,
        )
        by[name] = before.or_(width)
        if (number := many(subject, None, None)) > WIDE:
            wide[_text(subject)] = number
    return Widths(by, wide, any(isinstance(each.object, ox.BlankNode) for each in quads))


def _counted(quads: Sequence[ox.Quad]) -> Widths | None:
    """The widths of these quads alone; how far they reach is not counted."""
    triples = {each.triple for each in quads}
    forward = Counter((each.subject, each.predicate) for each in triples)
    backward = Counter((each.object, each.predicate) for each in triples)
    said = Counter(each.subject for each in triples)
    by: dict[str, Width] = {}
    for subject, predicate, value in triples:
        length = len(_text(subject)) + len(_text(value))
        width = Width(forward[subject, predicate], backward[value, predicate], length, 0)
        by[predicate.value] = by.get(predicate.value, Width()).or_(width)
    wide = {_text(thing): many for thing, many in said.items() if many > WIDE}
    return known(Widths(by, wide, any(isinstance(each.object, ox.BlankNode) for each in triples)))


def _text(term: object) -> str:
    if isinstance(term, (ox.Literal, ox.NamedNode, ox.BlankNode)):
        return term.value
    return term.text if isinstance(term, Literal) else str(term)
