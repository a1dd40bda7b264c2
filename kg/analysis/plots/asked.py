"""What a plot is asked with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final

from kg.analysis.asking import Row
from kg.analysis.lineage.dag import Dag
from kg.analysis.plots.regions import Regions
from kg.errors import BadParameter, UnknownThing
from kg.model.terms import Term
from kg.questions.ask import ask
from kg.questions.library import Library
from kg.search.fold import fold
from kg.store.base import Store

FIRST: Final = "2013-04-01"
"""The first day of CCGs."""


@dataclass(frozen=True, eq=False)
class Graph:
    """A release's graph: `release` is its name, `day` the ISO day of its data."""

    store: Store
    library: Library
    lineage: Dag
    release: str
    day: str

    @cached_property
    def regions(self) -> Regions:
        """Where its bodies lay."""
        return Regions.of(self.lineage)

    def ask(self, question: str, values: Mapping[str, Term] | None = None) -> list[Row]:
        """The rows of a named question; raises `UnknownQuestion` and `BadParameter`."""
        found = ask(self.store, self.library[question], values).rows
        return [dict(zip(found.variables, row, strict=True)) for row in found.rows]


@dataclass(frozen=True)
class Wish:
    """What somebody wants to see: an ISO day, a region by its name, and whether on black.

    `published_by`, an ISO day, keeps to what a source was out on by then, where people are shown.
    """

    on: str = ""
    region: str = ""
    dark: bool = False
    published_by: str = ""

    def check_no_region(self, plot: str) -> None:
        """Raise `BadParameter` where a region was given to a plot that is of all England."""
        if self.region:
            raise BadParameter("region", f"the plot '{plot}' is of all England")

    def region_of(self, graph: Graph) -> str:
        """The name of the region that is meant, or nothing; raises `UnknownThing`."""
        if not self.region:
            return ""
        names = graph.regions.names
        meant = [each for each in names if fold(each) == fold(self.region)]
        if not meant:
            raise UnknownThing(self.region, names, f"The regions are {', '.join(names)}.")
        return meant[0]


def in_region(name: str) -> str:
    """The end of a title that names a region, nothing where none is meant.

    >>> in_region("North West"), in_region("London"), in_region("")
    (' in the North West', ' in London', '')
    """
    if not name:
        return ""
    return f" in {name}" if name == "London" else f" in the {name}"
