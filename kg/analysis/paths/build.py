"""The adjacency of a graph, read from its store a class and a term at a time."""

from __future__ import annotations

from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from kg.analysis.asking import query, texts
from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.arranged import MOST, Hops, Thing
from kg.analysis.paths.links import ENDS_ONLY, RELATIONS, followed, of_relations
from kg.analysis.paths.texts import SortedTexts
from kg.model.definitions import Ontology
from kg.model.names import ID, PREFIXES, cot
from kg.model.terms import Iri
from kg.questions.bind import bind_rows
from kg.questions.library import Library
from kg.store.base import Store

WIDEST: Final = 40
"""A thing with more neighbours than this is a hub, whatever it is."""

_COT: Final = len(PREFIXES["cot"])
_Ends = dict[str, list[int]]


def build(store: Store, library: Library, ontology: Ontology, widest: int = WIDEST) -> Adjacency:
    """The adjacency of a store's default graph: a second for 100,000 triples, and in memory what
    its things and links take as numbers."""
    classes = sorted(set(ontology.classes) - ENDS_ONLY)
    things = _things(store, library, classes)
    keys = SortedTexts.of(things)
    told = [things[key] for key in keys]
    numbers = {key: number for number, key in enumerate(keys)}
    things.clear()
    hops = Hops(keys, told, _documents(store, library, classes, numbers))
    held: dict[int, _Ends] = {}
    for term in followed(ontology):
        asked = bind_rows(query(library, "paths-statements"), ["term"], [[term]])
        _read_term(term, _numbers(texts(store, asked), numbers), hops, held)
    for owner, ends in held.items():
        kind = told[owner].kind
        for one, two in _joined(kind, ends):
            hops.link(one, kind, two, owner)
    hubs = {str(row[0])[len(ID) :] for row in texts(store, query(library, "paths-hubs"))}
    return hops.adjacency(hubs, widest)


def _things(store: Store, library: Library, classes: Iterable[str]) -> dict[str, Thing]:
    """The things of these classes by their keys, each of one class."""
    found: dict[str, Thing] = {}
    known: dict[Thing, Thing] = {}
    for name in classes:
        asked = bind_rows(query(library, "paths-things-of"), ["class"], [[cot(name)]])
        for iri, *days in texts(store, asked):
            told = Thing(name, *(day or "" for day in days))
            key = str(iri)[len(ID) :]
            # Many things have the same class and days, and share what is held of them.
            found[key] = max(found.get(key, told), known.setdefault(told, told))
    return found


def _documents(
    store: Store, library: Library, classes: Iterable[str], numbers: Mapping[str, int]
) -> array[int]:
    """By the number of each thing, how many documents bear it out."""
    found = array("H", bytes(2 * len(numbers)))
    for name in classes:
        asked = bind_rows(query(library, "paths-borne-out"), ["class"], [[cot(name)]])
        for thing, count in texts(store, asked):
            number = numbers.get(str(thing)[len(ID) :])
            if number is not None:
                found[number] = min(int(count or 0), MOST)
    return found


def _read_term(
    term: Iri, pairs: Iterable[tuple[int, int]], hops: Hops, held: dict[int, _Ends]
) -> None:
    """The statements by a term: links between things, and the ends that relations hold."""
    name, is_end = term[_COT:], term in of_relations()
    for here, there in pairs:
        kinds = hops.told[here].kind, hops.told[there].kind
        if is_end and kinds[0] in RELATIONS:
            held.setdefault(here, {}).setdefault(name, []).append(there)
        if not _is_relation(kinds[0]) and not _is_relation(kinds[1]):
            hops.link(here, name, there, here)


def _numbers(
    rows: Iterable[Sequence[str | None]], numbers: Mapping[str, int]
) -> Iterator[tuple[int, int]]:
    """The two things of each row, where both are known."""
    for row in rows:
        here, there = (numbers.get(str(each)[len(ID) :]) for each in (row[0], row[-1]))
        if here is not None and there is not None:
            yield here, there


def _is_relation(kind: str) -> bool:
    """Whether it is a hop and no place to go through; a change is both."""
    return kind in RELATIONS and kind != "ChangeEvent"


def _joined(kind: str, ends: Mapping[str, list[int]]) -> Iterator[tuple[int, int]]:
    relation = RELATIONS[kind]
    if relation.source == relation.target:
        yield from combinations(sorted(ends.get(relation.source, [])), 2)
        return
    for one in ends.get(relation.source, []):
        yield from ((one, two) for two in ends.get(relation.target, []) if one != two)
