"""Things and links as numbers, put in order: the adjacency in the making."""

from __future__ import annotations

from array import array
from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, pairwise
from typing import Final, NamedTuple

from kg.analysis.paths.adjacency import Adjacency
from kg.analysis.paths.links import SAYING
from kg.analysis.paths.texts import SortedTexts

MOST: Final = 65_535
"""What an array of two bytes counts to; more documents are told as so many."""


class Thing(NamedTuple):
    """What is known of a thing: its class, its sure days, and since when it is known."""

    kind: str
    start: str
    end: str
    known: str


class Hops:
    """Links of things, which are told by their numbers: their places in `keys`."""

    def __init__(self, keys: SortedTexts, told: Sequence[Thing], documents: array[int]) -> None:
        self.keys, self.told, self.documents = keys, told, documents
        self.terms: dict[str, int] = {}
        self._source, self._target, self._owner = (array("I") for _ in range(3))
        self._term = array("H")

    def link(self, source: int, term: str, target: int, owner: int) -> None:
        """Add a link: between which things, by which term or class, and what bears it out."""
        self._source.append(source)
        self._target.append(target)
        self._owner.append(owner)
        self._term.append(self.terms.setdefault(term, len(self.terms)))

    def adjacency(self, hubs: Collection[str], widest: int) -> Adjacency:
        """All of them in arrays; `hubs` and what has more neighbours than `widest` are hubs."""
        terms, term = self._terms()
        order = self._ordered(term)
        used = sorted({*self._source, *self._target})
        places = {thing: place for place, thing in enumerate(used)}
        keys = [self.keys[each] for each in used]
        kinds, classes = _told([self.told[each].kind for each in used])
        days = sorted({day for each in self.told for day in each[1:]} | {""})
        day = {each: number for number, each in enumerate(days)}
        starts = self._starts(order)
        limits = array("I", (*starts, len(order)))
        ends = (self._ends(order[at]) for at in starts)
        first, near, pairs = _neighbours(
            [(places[one], places[other]) for one, other in ends], len(used)
        )
        owned, owned_by = self._owned(order)
        borne = [self.told[self._owner[each]] for each in order]
        return Adjacency(
            keys=SortedTexts.of(keys),
            kinds=kinds,
            classes=classes,
            stood_from=array("I", (day[self.told[each].start] for each in used)),
            stood_to=array("I", (day[self.told[each].end] for each in used)),
            first=first,
            near=near,
            pairs=pairs,
            links_from=limits,
            saying=_saying((terms[term[each]] for each in order), limits),
            best=array("H", (self._support(order[at]) for at in starts)),
            hub=array("B", (
                key in hubs or first[place + 1] - first[place] > widest
                for place, key in enumerate(keys)
            )),
            terms=terms,
            days=days,
            link_source=array("I", (places[self._source[each]] for each in order)),
            link_term=array("H", (term[each] for each in order)),
            link_target=array("I", (places[self._target[each]] for each in order)),
            link_owner=array("I", (owned[self._owner[each]] for each in order)),
            owners=SortedTexts.of(self.keys[each] for each in owned),
            owned_by=owned_by,
            link_start=array("I", (day[each.start] for each in borne)),
            link_end=array("I", (day[each.end] for each in borne)),
            link_known=array("I", (day[each.known] for each in borne)),
            link_documents=array("H", map(self._support, order)),
        )  # fmt: skip

    def _terms(self) -> tuple[list[str], array[int]]:
        """The terms in order, and by the numbers of their places the term of each link."""
        ordered = sorted(self.terms)
        places = {name: place for place, name in enumerate(ordered)}
        renumbered = [places[name] for name in self.terms]
        return ordered, array("H", (renumbered[each] for each in self._term))

    def _ordered(self, term: array[int]) -> list[int]:
        """The links by their pairs, those of a pair that most documents bear out first."""

        def rank(each: int) -> int:
            # One whole number, for to sort by several takes several times the memory.
            one, two = self._source[each], self._target[each]
            number = min(one, two) << 32 | max(one, two)
            number = number << 16 | MOST - self._support(each)
            return (number << 1 | (one > two)) << 48 | term[each] << 32 | self._owner[each]

        found = range(len(self._source))
        return sorted((x for x in found if self._source[x] != self._target[x]), key=rank)

    def _starts(self, order: Sequence[int]) -> list[int]:
        """Where in the order of links those of each pair begin."""
        ends = [self._ends(each) for each in order]
        return [at for at, pair in enumerate(ends) if not at or pair != ends[at - 1]]

    def _owned(self, order: Sequence[int]) -> tuple[dict[int, int], array[int]]:
        """A number for each thing that bears out links, and the last of its links in the order."""
        numbers = {owner: at for at, owner in enumerate(sorted({self._owner[x] for x in order}))}
        last = array("I", bytes(4 * len(numbers)))
        for place, each in enumerate(order):
            last[numbers[self._owner[each]]] = place
        return numbers, last

    def _ends(self, link: int) -> tuple[int, int]:
        """The two things of a link, the smaller number first."""
        one, other = self._source[link], self._target[link]
        return (one, other) if one < other else (other, one)

    def _support(self, link: int) -> int:
        return self.documents[self._owner[link]]


def _saying(terms: Iterable[str], limits: Sequence[int]) -> array[int]:
    """For each pair 1 where only who says what connects it; `terms` are those of the links."""
    said = bytes(each in SAYING for each in terms)
    return array("B", (all(said[start:end]) for start, end in pairwise(limits)))


def _told(names: Iterable[str]) -> tuple[array[int], list[str]]:
    """The number of each of these names, and the names in order."""
    listed = list(names)
    ordered = sorted(set(listed))
    places = {name: place for place, name in enumerate(ordered)}
    return array("B", (places[each] for each in listed)), ordered


def _neighbours(
    order: Sequence[tuple[int, int]], size: int
) -> tuple[array[int], array[int], array[int]]:
    """Where each thing's neighbours begin, the neighbours in their order, and their pairs.

    `order` are pairs of numbers, the smaller first, in their order.
    """
    counts = [0] * size
    for one, two in order:
        counts[one] += 1
        counts[two] += 1
    first = array("I", accumulate(counts, initial=0))
    free = array("I", first)
    near, pairs = (array("I", bytes(4 * first[-1])) for _ in range(2))
    # What is before a thing comes in order when pairs are read by their second, then what is after.
    for turn in (1, 0):
        for pair, ends in enumerate(order):
            here, other = ends[turn], ends[1 - turn]
            near[free[here]], pairs[free[here]] = other, pair
            free[here] += 1
    return first, near, pairs
