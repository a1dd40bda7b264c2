"""The adjacency of a graph, read from its store."""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate, combinations
from typing import Final, NamedTuple

from kg.analysis.asking import query, texts
from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.links import ENDS_ONLY, RELATIONS, SAYING, followed, of_relations
from kg.model.definitions import Ontology
from kg.model.names import ID, PREFIXES
from kg.questions.bind import bind_rows
from kg.questions.library import Library
from kg.store.base import Store

WIDEST: Final = 40
"""A thing with more neighbours than this is a hub, whatever it is."""

_COT: Final = len(PREFIXES["cot"])
_MOST: Final = 65_535  # what an array of two bytes counts to


class Thing(NamedTuple):
    """What is known of a thing: its class, its sure days, and since when it is known."""

    kind: str
    start: str
    end: str
    known: str


class Edge(NamedTuple):
    """A link before it is in arrays: keys of things, the class or the term, and what owns it."""

    source: str
    term: str
    target: str
    owner: str


def build(store: Store, library: Library, ontology: Ontology, widest: int = WIDEST) -> Adjacency:
    """The adjacency of a store's default graph; about a second for 240,000 triples."""
    things = _things(store, library)
    asked = [[term] for term in followed(ontology)]
    statements = bind_rows(query(library, "paths-statements"), ["term"], asked)
    edges = list(_edges(texts(store, statements), things))
    documents = {
        str(thing)[len(ID) :]: int(count or 0)
        for thing, count in texts(store, query(library, "paths-documents"))
        if thing and thing.startswith(ID)
    }
    hubs = {str(row[0])[len(ID) :] for row in texts(store, query(library, "paths-hubs"))}
    return _Arrays(things, documents).adjacency(edges, hubs, widest)


def _things(store: Store, library: Library) -> dict[str, Thing]:
    """The things of the ontology's classes by their keys, each of one class."""
    found: dict[str, Thing] = {}
    for iri, kind, *days in texts(store, query(library, "paths-things")):
        name = str(kind)
        if name.startswith(PREFIXES["cot"]):
            told = Thing(name[_COT:], *(day or "" for day in days))
            key = str(iri)[len(ID) :]
            found[key] = max(found.get(key, told), told)
    return found


def _edges(rows: Iterable[Sequence[str | None]], things: Mapping[str, Thing]) -> Iterator[Edge]:
    """The links: statements between things, and relations between the things that they join."""
    held: dict[str, dict[str, list[str]]] = defaultdict(lambda: defaultdict(list))
    holding = of_relations()
    for here, term, there in rows:
        source, target = str(here)[len(ID) :], str(there)[len(ID) :]
        kinds = [things[each].kind if each in things else "" for each in (source, target)]
        if not all(kinds) or not ENDS_ONLY.isdisjoint(kinds):
            continue
        if kinds[0] in RELATIONS and term in holding:
            held[source][str(term)[_COT:]].append(target)
        if not _is_relation(kinds[0]) and not _is_relation(kinds[1]):
            yield Edge(source, str(term)[_COT:], target, source)
    for owner, ends in held.items():
        kind = things[owner].kind
        yield from (Edge(*pair, owner) for pair in _joined(kind, ends))


def _is_relation(kind: str) -> bool:
    """Whether it is a hop and no place to go through; a change is both."""
    return kind in RELATIONS and kind != "ChangeEvent"


def _joined(kind: str, ends: Mapping[str, list[str]]) -> Iterator[tuple[str, str, str]]:
    relation = RELATIONS[kind]
    if relation.source == relation.target:
        pairs = combinations(sorted(ends.get(relation.source, [])), 2)
        yield from ((one, kind, two) for one, two in pairs)
        return
    for one in ends.get(relation.source, []):
        yield from ((one, kind, two) for two in ends.get(relation.target, []) if one != two)


class _Arrays:
    """Arrays in the making: days and names become numbers once each."""

    def __init__(self, things: Mapping[str, Thing], documents: Mapping[str, int]) -> None:
        self._things, self._documents = things, documents
        self._numbers: dict[str, dict[str, int]] = defaultdict(dict)

    def adjacency(self, edges: Sequence[Edge], hubs: set[str], widest: int) -> Adjacency:
        self._number("days", "")
        keys = sorted({key for each in edges for key in (each.source, each.target)})
        index = {key: place for place, key in enumerate(keys)}
        grouped: dict[tuple[int, int], list[Edge]] = defaultdict(list)
        for each in edges:
            one, two = index[each.source], index[each.target]
            if one != two:
                grouped[min(one, two), max(one, two)].append(each)
        order = sorted(grouped)
        for pair in order:
            grouped[pair].sort(key=lambda each: (-self._support(each), each))
        flat = [each for pair in order for each in grouped[pair]]
        first, near, pairs = _neighbours(order, len(keys))
        hub = array("B", (
            key in hubs or first[place + 1] - first[place] > widest
            for place, key in enumerate(keys)
        ))  # fmt: skip
        owned = [self._things[each.owner] for each in flat]
        return Adjacency(
            keys=keys,
            index=index,
            kinds=array("B", (self._number("classes", self._things[key].kind) for key in keys)),
            stood_from=array("I", (self._number("days", self._things[key].start) for key in keys)),
            stood_to=array("I", (self._number("days", self._things[key].end) for key in keys)),
            first=first,
            near=near,
            pairs=pairs,
            links_from=array("I", accumulate((len(grouped[each]) for each in order), initial=0)),
            saying=array("B", (_is_said(grouped[each]) for each in order)),
            best=array("H", (self._support(grouped[each][0]) for each in order)),
            hub=hub,
            link_source=array("I", (index[each.source] for each in flat)),
            link_term=array("H", (self._number("terms", each.term) for each in flat)),
            link_target=array("I", (index[each.target] for each in flat)),
            link_owner=array("I", (self._number("owners", each.owner) for each in flat)),
            link_start=array("I", (self._number("days", each.start) for each in owned)),
            link_end=array("I", (self._number("days", each.end) for each in owned)),
            link_known=array("I", (self._number("days", each.known) for each in owned)),
            link_documents=array("H", map(self._support, flat)),
            classes=list(self._numbers["classes"]),
            terms=list(self._numbers["terms"]),
            owners=list(self._numbers["owners"]),
            days=list(self._numbers["days"]),
        )

    def _number(self, what: str, name: str) -> int:
        known = self._numbers[what]
        return known.setdefault(name, len(known))

    def _support(self, each: Edge) -> int:
        return min(self._documents.get(each.owner, 0), _MOST)


def _is_said(links: Iterable[Edge]) -> bool:
    return all(each.term in SAYING for each in links)


def _neighbours(
    order: Sequence[tuple[int, int]], size: int
) -> tuple[array[int], array[int], array[int]]:
    """Where each thing's neighbours begin, the neighbours in their order, and their pairs."""
    slots: list[list[tuple[int, int]]] = [[] for _ in range(size)]
    for pair, (one, two) in enumerate(order):
        slots[one].append((two, pair))
        slots[two].append((one, pair))
    flat = [each for slot in slots for each in sorted(slot)]
    first = array("I", accumulate(map(len, slots), initial=0))
    return first, array("I", (each[0] for each in flat)), array("I", (each[1] for each in flat))
