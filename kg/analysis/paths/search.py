"""The best simple paths between two things: the shortest, or the best evidenced.

Every hop costs one. Searched by length, of paths of one length the one whose hops more documents
bear out is better. Searched by evidence, a hop costs one more divided by the number of its
documents, so a way round is better only where it is much better borne out; a path is never more
than twice as long as the shortest.

Both ends are reached for, each half of the way, and then only what lies on a way that is good
enough is looked at (Dijkstra from both sides, then best first). So it takes what the surroundings
of the two things take, not what the graph takes.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from heapq import heappop, heappush
from typing import Final, Literal

from kg.analysis.paths.adjacency import Adjacency, Link
from kg.analysis.paths.links import RELATIONS, SAYING
from kg.model.terms import Iri

By = Literal["length", "evidence"]

LONGEST: Final = 24
"""How many hops a path has at most, however many are asked for."""

_HOP: Final = 1_000
_LITTLE: Final = 10  # what evidence may cost where length counts: 24 hops cost less than one
_STEPS: Final = 20_000  # ways begun before a search is given up
_UNKNOWN: Final = 0  # no distance: the two ends are never one thing
REACHED: Final = 150_000
"""Things reached from both ends before a search is given up; it takes about a second."""
LASTING: Final = frozenset(("AgentGroup", "Area", "Organisation", "Person", "Post"))
"""Classes of things that are not known since a day."""


@dataclass(frozen=True)
class Wish:
    """Which paths are wanted.

    `on` is a day on which what is gone through and what connects it must have held, and
    `published_by` a day by which it must have been known; undated claims are then left out.
    `through` are the only terms and relations to follow, and `kinds` the only classes to go
    through, all if empty. `hubs` lets paths go through hubs. Days are ISO days.
    """

    most: int = 5
    longest: int = 12
    by: By = "length"
    on: str = ""
    published_by: str = ""
    through: frozenset[str] = frozenset()
    kinds: frozenset[str] = frozenset()
    hubs: bool = False


@dataclass
class Ground:
    """The adjacency for one search, with links of its own for ends that it does not have.

    Things that are `outside` of it have places from its length on, `own` links pairs from its size
    on; `beside` are the neighbours that these make, with their pairs.
    """

    graph: Adjacency
    wish: Wish
    ends: tuple[int, int]
    outside: Sequence[Iri] = ()
    own: Sequence[Link] = ()
    beside: Mapping[int, Sequence[tuple[int, int]]] = field(default_factory=dict)
    _costs: dict[int, int] = field(default_factory=dict)
    _steps: dict[int, Sequence[tuple[int, int]]] = field(default_factory=dict, init=False)

    def steps(self, place: int) -> Sequence[tuple[int, int]]:
        """Where one may go from a place, and what the hop costs."""
        if place not in self._steps:  # a search comes by each place several times
            is_plain = not (self._is_narrow or self.wish.kinds)
            self._steps[place] = list((self._plain if is_plain else self._ways)(place))
        return self._steps[place]

    def thing(self, place: int) -> Iri:
        """The thing of a place."""
        known = len(self.graph)
        return self.graph.iri(place) if place < known else self.outside[place - known]

    def around(self, place: int) -> Iterator[tuple[int, int]]:
        """The neighbours of a place, and the pairs that they are."""
        if place < len(self.graph):
            first, last = self.graph.first[place], self.graph.first[place + 1]
            yield from zip(self.graph.near[first:last], self.graph.pairs[first:last], strict=True)
        yield from self.beside.get(place, ())

    def links(self, one: int, two: int) -> list[Link]:
        """The links by which one may go from one place to the other, the best borne out first."""
        found = [
            link
            for near, pair in self.around(one)
            if near == two
            for link in self._of(pair)
            if self._is_told(link)
        ]
        return sorted(found, key=lambda link: -link.documents)

    def _ways(self, place: int) -> Iterator[tuple[int, int]]:
        for near, pair in self.around(place):
            if near in self.ends or self._is_open(near):
                cost = self._cost(pair, place in self.ends or near in self.ends)
                if cost:
                    yield near, cost

    def _plain(self, place: int) -> Iterator[tuple[int, int]]:
        """The same where all but hubs is open and every link may be followed, without a look at
        each."""
        if place >= len(self.graph) or place in self.beside:
            yield from self._ways(place)
            return
        first, last = self.graph.first[place], self.graph.first[place + 1]
        hub, saying, best = self.graph.hub, self.graph.saying, self.graph.best
        share = _HOP if self.wish.by == "evidence" else _LITTLE
        is_end, hubs = place in self.ends, self.wish.hubs
        for near, pair in zip(
            self.graph.near[first:last], self.graph.pairs[first:last], strict=True
        ):
            if near in self.ends or ((hubs or not hub[near]) and (is_end or not saying[pair])):
                yield near, _HOP + share // max(best[pair], 1)

    def _of(self, pair: int) -> Iterator[Link]:
        if pair < self.graph.size:
            yield from self.graph.links(pair)
        else:
            yield self.own[pair - self.graph.size]

    def _is_open(self, place: int) -> bool:
        if place >= len(self.graph):
            return True
        if self.graph.hub[place] and not self.wish.hubs:
            return False
        if self.wish.kinds and self.graph.kind(place) not in self.wish.kinds:
            return False
        return not self.wish.on or self.graph.stood(place, self.wish.on)

    def _cost(self, pair: int, at_end: bool) -> int:
        """What a hop costs, 0 where it must not be taken."""
        if not at_end and self._is_said(pair):
            return 0
        if pair not in self._costs:
            documents = self._documents(pair)
            share = _HOP if self.wish.by == "evidence" else _LITTLE
            self._costs[pair] = 0 if documents is None else _HOP + share // max(documents, 1)
        return self._costs[pair]

    def _is_said(self, pair: int) -> bool:
        """Whether nothing joins a pair but who says what, and where."""
        if pair < self.graph.size:
            return bool(self.graph.saying[pair])
        return self.own[pair - self.graph.size].term in SAYING

    def _documents(self, pair: int) -> int | None:
        """How many documents bear the best link out, `None` where no link may be followed."""
        if pair < self.graph.size and not self._is_narrow:
            return self.graph.best[pair]
        return max((each.documents for each in self._of(pair) if self._is_told(each)), default=None)

    @property
    def _is_narrow(self) -> bool:
        return bool(self.wish.on or self.wish.published_by or self.wish.through)

    def _is_told(self, link: Link) -> bool:
        wish = self.wish
        if wish.through and link.term not in wish.through:
            return False
        if wish.on and not (link.start <= wish.on and (not link.end or wish.on <= link.end)):
            return False
        return not wish.published_by or self._is_known(link)

    def _is_known(self, link: Link) -> bool:
        if link.known:
            return link.known <= self.wish.published_by
        place = self.graph.place(link.source)
        is_lasting = place is not None and self.graph.kind(place) in LASTING
        return is_lasting and link.term not in RELATIONS


@dataclass(frozen=True)
class Found:
    """Paths as places, the best first; `is_complete` is false where the search was given up."""

    paths: Sequence[Sequence[int]]
    is_complete: bool = True


def best(ground: Ground) -> Found:
    """The best simple paths, as many as are wanted or as there are."""
    here, there = ground.ends
    if here == there:
        return Found([[here]])
    wish = ground.wish
    longest = min(wish.longest, LONGEST)
    least = _distance(ground, longest)
    found = Found([], is_complete=least != _UNKNOWN)
    if not found.is_complete:
        return found
    dear = 2 * _HOP if wish.by == "evidence" else _HOP + _LITTLE
    for hops in range(least or longest + 1, longest + 1):
        found = _within(ground, hops * dear, longest)
        if len(found.paths) >= wish.most or not found.is_complete:
            break
    return found


def _distance(ground: Ground, longest: int) -> int | None:
    """How many hops lie between the ends, `None` where it is more than the longest.

    `_UNKNOWN` where too much lies around both.
    """
    reached = [{end} for end in ground.ends]
    edges = [{end} for end in ground.ends]
    for hops in range(1, longest + 1):
        side = 0 if len(edges[0]) <= len(edges[1]) else 1
        edge = {near for place in edges[side] for near, _ in ground.steps(place)} - reached[side]
        if edge & reached[1 - side]:
            return hops
        # An end is never gone through, so nothing lies behind it.
        reached[side] |= edge
        edges[side] = edge
        if len(reached[0]) + len(reached[1]) > REACHED:
            return _UNKNOWN
    return None


def _within(ground: Ground, limit: int, longest: int) -> Found:
    """The best paths that cost no more than the limit."""
    here, there = ground.ends
    behind = _distances(ground, here, limit // 2)
    ahead = _distances(ground, there, limit // 2, behind, limit)
    if here not in ahead:
        return Found([])
    heap: list[tuple[int, tuple[int, ...]]] = [(ahead[here], (here,))]
    paths: list[Sequence[int]] = []
    for _ in range(_STEPS):
        if not heap or len(paths) == ground.wish.most:
            return Found(paths)
        cost, path = heappop(heap)
        if path[-1] == there:
            paths.append(path)
        elif len(path) <= longest:
            for whole, longer in _longer(ground, cost, path, ahead):
                if whole <= limit:
                    heappush(heap, (whole, longer))
    return Found(paths, is_complete=False)


def _longer(
    ground: Ground, cost: int, path: tuple[int, ...], ahead: Mapping[int, int]
) -> Iterator[tuple[int, tuple[int, ...]]]:
    """A path with one hop more, each way, and what it then costs at least to the other end."""
    gone = cost - ahead[path[-1]]
    for near, step in ground.steps(path[-1]):
        if near in ahead and near not in path:
            yield gone + step + ahead[near], (*path, near)


def _distances(
    ground: Ground,
    end: int,
    radius: int,
    behind: Mapping[int, int] | None = None,
    limit: int = 0,
) -> dict[int, int]:
    """What it costs to come from an end to each place within a radius.

    With what it costs to come from the other end, also to the places that those costs are known
    of, if both together stay within the limit.
    """
    settled: dict[int, int] = {}
    nearest: dict[int, int] = defaultdict(lambda: 1 << 60, {end: 0})
    heap = [(0, end)]
    while heap:
        cost, place = heappop(heap)
        if place in settled:
            continue
        settled[place] = cost
        if cost and place in ground.ends:
            continue
        for near, step in ground.steps(place):
            whole = cost + step
            if whole < nearest[near] and (
                whole <= radius
                or (behind is not None and near in behind and whole + behind[near] <= limit)
            ):
                nearest[near] = whole
                heappush(heap, (whole, near))
    return settled
