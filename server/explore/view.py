"""A view: some things, where they stand, and all that joins them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from kg.analysis.paths.adjacency import Adjacency, Link
from server.explore.log import Command
from server.explore.places import Place
from server.explore.times import is_told, may_be_told


class Step(NamedTuple):
    """What a command did: how many things it added, of how many that there were, and a remark."""

    command: Command
    added: int
    of: int
    remark: str


@dataclass
class View:
    """The things of a log in the order in which they came, and what the log says of the rest.

    `shown` are numbers of things in the release's adjacency. A thing that was taken out keeps its
    place, so that it comes back to it. Days are ISO days or empty.
    """

    graph: Adjacency
    places: dict[int, Place] = field(default_factory=dict)
    shown: dict[int, int] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)
    on: str = ""
    by: str = ""
    without: frozenset[str] = frozenset()
    said: frozenset[str] = frozenset()

    @property
    def things(self) -> list[int]:
        """The things that are shown, as they came, those of classes left out not among them."""
        return [each for each in self.shown if self.graph.kind(each) not in self.without]

    @cached_property
    def links(self) -> list[Link]:
        """All links between the things that are shown, of whatever day."""
        return list(links_among(self.graph, self.things))

    def holds(self, link: Link) -> bool:
        """Whether a link held on the day of the view and was known by the other."""
        return is_told(self.graph, link, self.on, self.by)

    def may_hold(self, link: Link) -> bool:
        """Whether a link may have held on the day of the view, and was known by the other."""
        return may_be_told(self.graph, link, self.on, self.by)


def links_among(graph: Adjacency, things: Iterable[int]) -> Iterable[Link]:
    """All links between some things, in the order of the graph."""
    among = set(things)
    for here in sorted(among):
        for step in range(graph.first[here], graph.first[here + 1]):
            if graph.near[step] > here and graph.near[step] in among:
                yield from graph.links(graph.pairs[step])
