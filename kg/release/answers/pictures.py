"""The plots of a release."""

from __future__ import annotations

from kg.analysis.plots.asked import Graph, Wish
from kg.analysis.plots.catalogue import PLOTS, Form, Plot, plot
from kg.analysis.plots.told import Told
from kg.release.answers.answer import Answer, Json, answer
from kg.release.opened import OpenRelease


def drawn(release: OpenRelease, name: str, wish: Wish, form: Form = "svg") -> Plot:
    """The plot of that name as SVG or PNG.

    Raises `UnknownThing` for another name or region, `BadParameter` for what it does not take.
    """
    return plot(_graph(release), name, wish, form)


def told(release: OpenRelease, name: str, wish: Wish) -> Answer:
    """The same in words and numbers, without the picture; raises the same."""
    found = drawn(release, name, wish).told
    return Answer(_json(name, found), found.table)


def listed() -> Answer:
    """The plots that there are, each with what it shows."""
    shown = [(name, kind.sentence) for name, kind in PLOTS.items()]
    told = [{"name": name, "shows": sentence} for name, sentence in shown]
    return answer({"plots": told}, ("name", "shows"), shown)


def _json(name: str, found: Told) -> Json:
    return {
        "plot": name,
        "title": found.title,
        "subtitle": found.subtitle,
        "description": found.description,
        "notes": list(found.notes),
        "questions": list(found.questions),
        "source": found.source,
        "asked": found.asked,
        "dataDate": found.day,
        "rows": found.table.records(),
    }


def _graph(release: OpenRelease) -> Graph:
    day = release.info.built[:10]
    return Graph(release.store, release.library, release.lineage, release.name, day)
