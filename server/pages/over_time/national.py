"""The page of the national lineage: from the CCGs of 2013 to the boards of today."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise
from typing import Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.plots.asked import Graph, Wish, in_region
from kg.analysis.plots.counts import KINDS, Counts, Said, counts
from kg.analysis.plots.flows import Column, Flows, flows
from kg.analysis.plots.told import Told
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.opened import OpenRelease
from server.pages.over_time import alluvial, countline
from server.pages.over_time.alluvial import told_column, told_part
from server.pages.words import dates
from server.pages.words.names import Link, Names, local
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

_TYPE: Final = "cotv:type-"


class Row(NamedTuple):
    """A band in words: what there was, what there was next, and how much of it went there."""

    before: Link
    after: Link
    part: str


class Part(NamedTuple):
    """The bands between two columns."""

    title: str
    rows: list[Row]


class Flowing(NamedTuple):
    """The alluvial picture: its words, the columns, what is drawn, and the same in rows."""

    told: Told
    columns: list[tuple[str, str]]
    drawn: alluvial.Picture
    parts: list[Part]
    queries: list[Shown]


class Counted(NamedTuple):
    """The line of numbers, and the numbers of sources that are on it."""

    drawn: countline.Picture
    said: list[Said]


class Page(NamedTuple):
    """What the page says, of a `region` and with a column of the day `on` if these were given."""

    region: str
    where: str
    on: str
    until: str
    regions: list[str]
    kinds: dict[str, str]
    flowing: Flowing | None
    counted: Counted | None
    query: str


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """The pictures and the same in words; a release without such bodies has none.

    Raises `BadParameter` for what is not a day or one before there were CCGs, and `UnknownThing`
    for a region that there is not.
    """
    del names  # bodies bring theirs along
    on, graph = day_of("on", request.text("on")), _graph(release)
    region = Wish(region=request.text("region")).region_of(graph)
    kept = {"on": on} if on else {}
    given = {"region": region, **kept} if region else kept
    return Page(
        region=region,
        where=in_region(region),
        on=on,
        until=graph.day,
        regions=list(graph.regions.names),
        kinds={kind: name for kind, (name, _) in KINDS.items()},
        flowing=_flowing(release, graph, Wish(on, region), kept),
        counted=_counted(release, on),
        query=f"?{urlencode(given)}" if given else "",
    )


def _counted(release: OpenRelease, on: str) -> Counted | None:
    found = _counts(release)
    if not any(each.kind in countline.LINES for each in found.steps):
        return None
    said = [each for each in found.drawn if each.kind in countline.LINES]
    return Counted(countline.picture(found, on), said)


@lru_cache(maxsize=4)
def _counts(release: OpenRelease) -> Counts:
    """The counts of a release, kept between requests."""
    return counts(_graph(release), Wish())


def _graph(release: OpenRelease) -> Graph:
    built = release.info.built[:10]
    return Graph(release.store, release.library, release.lineage, release.name, built)


def _flowing(
    release: OpenRelease, graph: Graph, wish: Wish, kept: Mapping[str, str]
) -> Flowing | None:
    try:
        found = flows(graph, wish)
    except BadParameter as problem:
        if problem.at == "release":
            return None
        raise
    return Flowing(
        told=found.told,
        columns=[(told_column(found, each), dates.day(each.day)) for each in found.columns],
        drawn=alluvial.picture(found, kept),
        parts=list(_parts(found)),
        queries=shown(release, asked(found)),
    )


def _parts(found: Flows) -> Iterator[Part]:
    for (before, after), flow in zip(pairwise(found.columns), found.flows, strict=True):
        bodies = {each.iri: each for column in (before, after) for each in column.bodies}
        order = {each.iri: place for place, each in enumerate(before.bodies)}
        rows = [
            Row(
                Link(bodies[each.before].name, local(each.before)),
                Link(bodies[each.after].name, local(each.after)),
                told_part(each),
            )
            for each in sorted(flow, key=lambda one: order[one.before])
        ]
        yield Part(f"From {dates.day(before.day)} to {dates.day(after.day)}", rows)


def asked(found: Flows) -> list[Asked]:
    """The questions that give what is drawn: the bodies of each column, what became of them, the
    parts that went elsewhere, and the numbers of the line."""
    questions = [
        Asked(f"{each.kind.upper()}s on {dates.day(each.day)}", "bodies/open-on-day", _of(each))
        for each in found.columns
    ]
    for before, after in pairwise(found.columns):
        told = f"What became of those of {dates.day(before.day)} by {dates.day(after.day)}"
        ends = {"before": _TYPE + before.kind, "after": _TYPE + after.kind}
        texts = {**ends, "from": before.day, "to": after.day}
        questions.append(Asked(told, "lineage/between-days", texts))
    first, last = found.columns[0].day, found.columns[-1].day
    return [
        *questions,
        Asked("What went where, parts too", "lineage/transfers", {"from": first, "to": last}),
        Asked("How many there were", "bodies/counts-by-year"),
        Asked("What sources said of how many there were", "figures/audited"),
    ]


def _of(column: Column) -> dict[str, str]:
    return {"kind": _TYPE + column.kind, "on": column.day}
