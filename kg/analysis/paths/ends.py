"""Ends that no path goes through, such as a citation or a tenure: joined to what is around them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Final

from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.search import Ground, Wish
from kg.model.names import ID, PREFIXES
from kg.model.terms import Iri

_NOT_TOLD: Final = frozenset(("contestedBy", "corpus", "disagreesWith"))
_DOCUMENT: Final = f"{ID}document/"
_FEW: Final = 5  # of what an end is part of, which is then joined in its turn


def statements(parts: Iterable[Iterable[str]]) -> Iterator[Link]:
    """Links of statements given as subject, term and object, those that say how things connect."""
    for here, term, there in parts:
        name = term.removeprefix(PREFIXES["cot"])
        if name != term and name not in _NOT_TOLD and here != there:
            yield Link(Iri(here), name, Iri(there), Iri(here), "", "", "", 1)


def is_document(thing: Iri) -> bool:
    """Whether it is a document, on which much may rest."""
    return thing.startswith(_DOCUMENT)


class Surroundings:
    """An adjacency with links and places of its own beside it, for one search."""

    def __init__(self, graph: Adjacency) -> None:
        self._graph = graph
        self._places: dict[Iri, int] = {}
        self._own: list[Link] = []
        self._beside: dict[int, list[tuple[int, int]]] = defaultdict(list)

    def is_outside(self, thing: Iri) -> bool:
        """Whether the adjacency does not say all that there is: of a document, what rests on it."""
        return self._graph.place(thing) is None or is_document(thing)

    def attach(self, thing: Iri, around: Callable[[Iri], list[Link]]) -> None:
        """Join a thing to the places around it; what lies between, such as the affiliation of a
        citation, is joined too if it is not much."""
        links = around(thing)
        between = dict.fromkeys(
            other for link in links if self._graph.place(other := _other(link, thing)) is None
        )
        if len(between) > _FEW or is_document(thing):
            between.clear()
        for link in links:
            self._join(thing, link, between)
        for other in between:
            for link in around(other):
                self._join(other, link, ())

    def ground(self, here: Iri, there: Iri, wish: Wish) -> Ground:
        """The ground of a search between two things."""
        ends = self._place(here), self._place(there)
        return Ground(self._graph, wish, ends, list(self._places), self._own, self._beside)

    def _join(self, thing: Iri, link: Link, between: Iterable[Iri]) -> None:
        other = _other(link, thing)
        known = self._graph.place(other) is not None or other in self._places or other in between
        if known:
            one, two = self._place(thing), self._place(other)
            pair = self._graph.size + len(self._own)
            self._own.append(link)
            self._beside[one].append((two, pair))
            self._beside[two].append((one, pair))

    def _place(self, thing: Iri) -> int:
        known = self._graph.place(thing)
        if known is not None:
            return known
        return self._places.setdefault(thing, len(self._graph) + len(self._places))


def _other(link: Link, thing: Iri) -> Iri:
    return link.target if link.source == thing else link.source
