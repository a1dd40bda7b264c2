"""The page of time: who led which bodies when, who was shared on a day, and two courses besides."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.networks.tenures import CARRY
from kg.analysis.plots.asked import Graph, Wish, in_region
from kg.analysis.plots.catalogue import PLOTS
from kg.analysis.plots.officers import DAY, Officers, officers
from kg.analysis.plots.told import Told
from kg.errors import BadParameter
from kg.model.dates import day_of
from kg.release.opened import OpenRelease
from server.pages.bodies import interlocked
from server.pages.over_time import storyline
from server.pages.words import dates
from server.pages.words.names import Names
from server.pages.words.queries import Asked, Shown, shown
from server.readers.protocol import Request

HEADINGS: Final = {
    "counts": "How many of each kind there were",
    "coterminosity": "How far they follow council borders",
}
"""The pictures of all England, each with what it is about."""
_SHOWN: Final = 60
_CORPUS: Final = {"corpus": "cotv:corpus-all"}
_QUESTIONS: Final = {
    "counts": [
        Asked("How many there were", "bodies/counts-by-year"),
        Asked("What sources said of how many there were", "figures/audited"),
    ],
    "coterminosity": [
        Asked(
            f"How areas lay over councils in {month}",
            "areas/districts-by-system",
            {"on": f"{edition}-01", "edition": edition},
        )
        for month, edition in (("April 2021", "2021-04"), ("July 2022", "2022-07"))
    ],
}


class Picture(NamedTuple):
    """A picture: its words, where it is (without an ending), and its query with `?`."""

    name: str
    heading: str
    told: Told
    address: str
    query: str
    dark: str
    rows: list[list[str]]
    queries: list[Shown]


class Story(NamedTuple):
    """The storyline: its words, what is drawn, and the same as rows of a table."""

    told: Told
    drawn: storyline.Picture
    rows: list[list[str]]
    query: str
    queries: list[Shown]


class Shared(NamedTuple):
    """Who was shared on a day: bodies by officers, and the address with the evidence."""

    day: str
    matrix: interlocked.Matrix
    address: str
    queries: list[Shown]


class Page(NamedTuple):
    """What the page says: the region and the day that were asked for, and the pictures."""

    region: str
    where: str
    on: str
    published: str
    until: str
    regions: list[str]
    story: Story | None
    shared: Shared | None
    pictures: list[Picture]


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """The views, of a `region` and with the officers of the day `on` if these are given.

    Raises `BadParameter` for what is not a day, `UnknownThing` for a region that there is not.
    """
    del names  # what is drawn brings its own along
    on, built = day_of("on", request.text("on")), release.info.built[:10]
    graph = Graph(release.store, release.library, release.lineage, release.name, built)
    region = Wish(region=request.text("region")).region_of(graph)
    by = day_of("publishedBy", request.text("publishedBy"))
    kept = {"release": release.name} if request.text("release") else {}
    shown_names = () if region else tuple(HEADINGS)
    found = (_picture(release, graph, name, kept) for name in shown_names)
    return Page(
        region=region,
        where=in_region(region),
        on=on,
        published=by,
        until=built,
        regions=list(graph.regions.names),
        story=_story(release, graph, Wish(on, region, published_by=by), kept),
        shared=_shared(release, graph, region, on or DAY, by),
        pictures=[each for each in found if each],
    )


def _story(release: OpenRelease, graph: Graph, wish: Wish, kept: Mapping[str, str]) -> Story | None:
    try:
        found = officers(graph, wish)
    except BadParameter:  # nobody is known of that region and day, or in this release
        return None
    asked = {"region": wish.region, "on": wish.on, "publishedBy": wish.published_by}
    given = {key: text for key, text in asked.items() if text}
    return Story(
        told=found.told,
        drawn=storyline.picture(found),
        rows=_rows(found),
        query=_query({**given, **kept}),
        queries=shown(release, [Asked("Who led which CCG when", "people/chief-officers", _CORPUS)]),
    )


def _rows(found: Officers) -> list[list[str]]:
    return [
        [
            line.body.name,
            bar.name,
            *(map(dates.day, bar.attested) if bar.attested else ("no single day", "")),
            *map(dates.day, bar.carried),
            bar.confidence,
        ]
        for line in found.lines
        for bar in line.bars
    ]


def _shared(release: OpenRelease, graph: Graph, region: str, on: str, by: str) -> Shared | None:
    groups = release.networks.interlocks(on, carry=CARRY, published_by=by).groups
    if region:
        groups = [
            each
            for each in groups
            if any(graph.regions.region(body) == region for body, _ in each.bodies)
        ]
    if not groups:
        return None
    place = {"on": on, "carry": str(CARRY)} | ({"publishedBy": by} if by else {})
    return Shared(
        dates.day(on),
        interlocked.matrix(groups),
        f"/interlocks?{urlencode(place)}",
        shown(release, [interlocked.shared_on(on, CARRY)]),
    )


def _picture(
    release: OpenRelease, graph: Graph, name: str, kept: Mapping[str, str]
) -> Picture | None:
    try:
        found: Told = PLOTS[name].reckon(graph, Wish()).told
    except BadParameter:  # there is nothing to see in this release
        return None
    return Picture(
        name=name,
        heading=HEADINGS[name],
        told=found,
        address=f"/plots/{name}",
        query=_query(kept),
        dark=_query({**kept, "dark": "true"}),
        rows=[
            ["" if cell is None else str(cell) for cell in row] for row in found.table.rows[:_SHOWN]
        ],
        queries=shown(release, _QUESTIONS[name]),
    )


def _query(given: Mapping[str, str]) -> str:
    return f"?{urlencode(given)}" if given else ""
