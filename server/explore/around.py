"""What else there is to see: the kinds of link that a thing has, and what each leads to."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Final, Literal, NamedTuple

from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.links import RELATIONS
from kg.model.definitions import Ontology
from kg.model.names import cot

Way = Literal["out", "in", "both"]

_WORDS: Final[Mapping[str, tuple[str, str]]] = {
    "Affiliation": ("belonged to", "had as its part"),
    "ChangeEvent": ("became", "came from"),
    "Interlock": ("shared an officer with", "shared an officer with"),
    "Overlap": ("lay partly in", "covered part of"),
    "Tenure": ("held office in", "had as officer"),
    "Transfer": ("passed something to", "took something over from"),
}
"""What relations are called, read from either end."""

_TELLING: Final = (
    "ChangeEvent", "Tenure", "Interlock", "Affiliation", "author", "publisher", "madeIn",
)  # fmt: skip
"""The links that tell most of a thing, foremost first."""


class Kind(NamedTuple):
    """A kind of link that a thing has: which way it is read, and what it leads to, best first."""

    term: str
    way: Way
    things: dict[int, list[Link]]


def way_of(link: Link, key: str) -> Way:
    """Which way a link is read from the thing of that key."""
    relation = RELATIONS.get(link.term)
    if relation and relation.source == relation.target:
        return "both"
    return "out" if link.source.endswith("/id/" + key) else "in"


def kinds(graph: Adjacency, place: int) -> list[Kind]:
    """The kinds of link that a thing has, in the order of their names."""
    found: dict[tuple[str, Way], dict[int, list[Link]]] = defaultdict(lambda: defaultdict(list))
    for step in range(graph.first[place], graph.first[place + 1]):
        for link in graph.links(graph.pairs[step]):
            way = way_of(link, graph.keys[place])
            found[link.term, way][graph.near[step]].append(link)
    return [Kind(term, way, dict(found[term, way])) for term, way in sorted(found)]


def by_telling(found: Sequence[Kind]) -> tuple[list[Kind], list[Kind]]:
    """Those kinds of link that tell most of a thing, foremost first, and all others."""
    most = [each for each in found if each.term in _TELLING]
    most.sort(key=lambda each: _TELLING.index(each.term))
    return most, [each for each in found if each.term not in _TELLING]


def words(ontology: Ontology, term: str, way: Way) -> str:
    """What a kind of link is called from a thing that has it."""
    if term in _WORDS:
        return _WORDS[term][way == "in"]
    known = ontology.predicates.get(cot(term))
    if known is None:
        return term
    return (known.inverse_label or f"is {known.label} of") if way == "in" else known.label
