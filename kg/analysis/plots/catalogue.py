"""The plots by name: what each shows, and how it is made."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import TYPE_CHECKING, Any, Final, Literal

from kg.analysis.plots.asked import Graph, Wish
from kg.analysis.plots.counts import counts
from kg.analysis.plots.flows import flows
from kg.analysis.plots.officers import officers
from kg.analysis.plots.overlaps import overlaps
from kg.analysis.plots.theme import DARK, LIGHT
from kg.analysis.plots.told import Told
from kg.errors import UnknownThing

if TYPE_CHECKING:
    from kg.analysis.plots.page import Page

Form = Literal["svg", "png"]


@dataclass(frozen=True)
class Kind:
    """A plot that can be asked for: in a sentence, how it is reckoned, and what draws it."""

    sentence: str
    reckon: Callable[[Graph, Wish], Any]
    draw: str


PLOTS: Final = {
    "counts": Kind(
        "Bodies of each kind by date, with the numbers that sources give for them.",
        counts,
        "draw_counts",
    ),
    "mergers": Kind(
        "CCGs of 2013 as they came together, and the boards that took over from them.",
        flows,
        "draw_flows",
    ),
    "officers": Kind(
        "Who led which CCGs when: of a region, or of those that shared an officer on a day.",
        officers,
        "draw_officers",
    ),
    "coterminosity": Kind(
        "How far the areas of systems and boards follow the borders of councils, over time.",
        overlaps,
        "draw_overlaps",
    ),
}


@dataclass(frozen=True)
class Plot:
    """A plot as a file: `data` are the bytes of an SVG or a PNG; `told` are its words and table.

    A notebook shows it as the picture that it is.
    """

    data: bytes
    form: Form
    told: Told

    def _repr_svg_(self) -> str | None:
        return self.data.decode() if self.form == "svg" else None

    def _repr_png_(self) -> bytes | None:
        return self.data if self.form == "png" else None


def plot(graph: Graph, name: str, wish: Wish | None = None, form: Form = "svg") -> Plot:
    """The plot of that name as a file, and the same as a table.

    Raises `UnknownThing` for another name or region, and `BadParameter` for what the plot does not
    take.
    """
    made = page(graph, name, wish or Wish())
    return Plot(made.saved(form), form, made.told)


def page(graph: Graph, name: str, wish: Wish) -> Page:
    """The plot of that name as a page that can be measured and saved; raises as `plot` does."""
    if name not in PLOTS:
        raise UnknownThing(name, list(PLOTS), f"The plots are {', '.join(PLOTS)}.")
    kind = PLOTS[name]
    found = kind.reckon(graph, wish)
    # Not before it is drawn: matplotlib takes its time to load.
    draw = getattr(import_module(f"kg.analysis.plots.{kind.draw}"), kind.draw)
    settled = import_module("kg.analysis.plots.page").settled
    with settled():
        made: Page = draw(found, DARK if wish.dark else LIGHT)
    return made
