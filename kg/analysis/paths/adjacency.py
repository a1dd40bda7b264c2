"""All hops of a graph, in arrays: which things are next to which, and by which links.

A thing is a number. The links of one pair of things lie together, whichever way they are read, so
a search passes each neighbour once however often two things are connected.
"""

from __future__ import annotations

import sys
from array import array
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple, TypeAlias

from kg.analysis.paths.texts import Places, SortedTexts
from kg.model.names import ID
from kg.model.terms import Iri


class Link(NamedTuple):
    """A statement or a relation: `term` is its property or its class, and `owner` what bears it
    out. Days are ISO days or nothing; `documents` is how many documents bear it out."""

    source: Iri
    term: str
    target: Iri
    owner: Iri
    start: str
    end: str
    known: str
    documents: int


Numbers: TypeAlias = "array[int] | memoryview"
"""Whole numbers, in memory or in a file."""


@dataclass(frozen=True)
class Adjacency:
    """The hops of a graph. `near[first[n]:first[n + 1]]` are the neighbours of thing `n`, and
    `pairs` at the same places the numbers of the pairs; `links_from[p]:links_from[p + 1]` are the
    places of a pair's links. `saying` is 1 for a pair that only who says what connects; `best` is
    the most documents that bear out one link of a pair; `hub` is 1 for a thing that no path goes
    through unless it is asked to. `owned_by` is a link of each owner. Days are numbers of `days`,
    of which the first is no day."""

    keys: SortedTexts
    kinds: Numbers
    classes: Sequence[str]
    stood_from: Numbers
    stood_to: Numbers
    first: Numbers
    near: Numbers
    pairs: Numbers
    links_from: Numbers
    saying: Numbers
    best: Numbers
    hub: Numbers
    terms: Sequence[str]
    days: Sequence[str]
    link_source: Numbers
    link_term: Numbers
    link_target: Numbers
    link_owner: Numbers
    owners: SortedTexts
    owned_by: Numbers
    link_start: Numbers
    link_end: Numbers
    link_known: Numbers
    link_documents: Numbers

    @property
    def index(self) -> Mapping[str, int]:
        """The number of each thing, by its key."""
        return Places(self.keys)

    def __len__(self) -> int:
        """How many things there are."""
        return len(self.keys)

    @property
    def size(self) -> int:
        """How many pairs of things are next to each other."""
        return len(self.best)

    def iri(self, place: int) -> Iri:
        """The thing of that number."""
        return Iri(ID + self.keys[place])

    def place(self, thing: str) -> int | None:
        """The number of a thing, or nothing where no path can go through it."""
        return self.keys.place(thing.removeprefix(ID))

    def owned(self, owner: str) -> int | None:
        """The number of a link that a thing bears out, or nothing where it bears none out."""
        found = self.owners.place(owner.removeprefix(ID))
        return None if found is None else self.owned_by[found]

    def stood(self, place: int, day: str) -> bool:
        """Whether a thing surely stood on a day, or is not dated."""
        start, end = self.days[self.stood_from[place]], self.days[self.stood_to[place]]
        return start <= day and (not end or day <= end)

    def kind(self, place: int) -> str:
        """The name of the class of a thing."""
        return self.classes[self.kinds[place]]

    def links(self, pair: int) -> Iterator[Link]:
        """The links of a pair, those that most documents bear out first."""
        for each in range(self.links_from[pair], self.links_from[pair + 1]):
            yield self.link(each)

    def link(self, each: int) -> Link:
        """The link of that number."""
        return Link(
            self.iri(self.link_source[each]),
            self.terms[self.link_term[each]],
            self.iri(self.link_target[each]),
            Iri(ID + self.owners[self.link_owner[each]]),
            self.days[self.link_start[each]],
            self.days[self.link_end[each]],
            self.days[self.link_known[each]],
            self.link_documents[each],
        )

    def degree(self, place: int) -> int:
        """How many things are next to a thing."""
        return self.first[place + 1] - self.first[place]

    def memory(self) -> int:
        """How many bytes it takes, in memory or in a file."""
        held = vars(self).values()
        numbers = (each for each in held if isinstance(each, (array, memoryview)))
        lists = sum(memoryview(each).nbytes for each in numbers)
        texts = sum(each.nbytes for each in held if isinstance(each, SortedTexts))
        return lists + texts + sum(map(sys.getsizeof, (*self.days, *self.terms, *self.classes)))
