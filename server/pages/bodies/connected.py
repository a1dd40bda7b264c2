"""The page of connections: how two things hang together, told hop by hop with the evidence."""

from __future__ import annotations

from typing import Final, NamedTuple
from urllib.parse import urlencode

from kg.analysis.paths.search import Wish
from kg.analysis.paths.told import Hop, Path
from kg.errors import KgError
from kg.model.dates import day_of
from kg.model.names import ID
from kg.release.opened import OpenRelease
from kg.release.things import named
from server.pages.words import dates
from server.pages.words.evidence import cited
from server.pages.words.names import Link, Names, local
from server.pages.words.trouble import Trouble, trouble
from server.readers.protocol import Request

_ASKED: Final = ("from", "to", "on", "publishedBy", "by", "hubs")


class Step(NamedTuple):
    """A hop: the sentence, where it leads, when it held, and what bears it out."""

    sentence: str
    here: Link
    there: Link
    when: str
    known: str
    evidence: list[Link]
    others: int


class Page(NamedTuple):
    """What the page says: the form as it was sent, and the paths, or why there are none."""

    here: str
    there: str
    on: str
    published: str
    by: str
    hubs: bool
    ends: list[Link]
    paths: list[list[Step]]
    note: str
    problem: Trouble | None
    query: str


def page(release: OpenRelease, names: Names, request: Request) -> Page:
    """The paths from `from` to `to`; a form only where one of them is missing.

    What cannot be read is told on the page, beside the form.
    """
    here, there = request.text("from").strip(), request.text("to").strip()
    by = "evidence" if request.text("by") == "evidence" else "length"
    blank = Page(
        here, there, request.text("on"), request.text("publishedBy"), by,
        bool(request.text("hubs")), [], [], "", None, "",
    )  # fmt: skip
    if not here or not there:
        return blank
    try:
        return _found(release, names, blank)
    except KgError as error:
        asked = {name: request.text(name) for name in _ASKED if request.text(name)}
        return blank._replace(problem=trouble(names, error, "/paths", asked))


def _found(release: OpenRelease, names: Names, asked: Page) -> Page:
    wish = Wish(
        by="evidence" if asked.by == "evidence" else "length",
        on=day_of("on", asked.on),
        published_by=day_of("publishedBy", asked.published),
        hubs=asked.hubs,
    )
    ends = (
        named(release, asked.here, wish.on, "from"), named(release, asked.there, wish.on, "to"),
    )  # fmt: skip
    answer = release.paths.between(*ends, wish)
    query = {
        "from": ends[0].removeprefix(ID), "to": ends[1].removeprefix(ID), "on": wish.on,
        "publishedBy": wish.published_by, "by": asked.by if asked.by != "length" else "",
        "hubs": "true" if asked.hubs else "",
    }  # fmt: skip
    return asked._replace(
        ends=[names.link(each) for each in ends],
        paths=[_steps(each) for each in answer.paths],
        note=answer.note or ("" if answer.paths else "They are one and the same."),
        query=urlencode({name: text for name, text in query.items() if text}),
    )


def _steps(path: Path) -> list[Step]:
    return [_step(each) for each in path.hops]


def _step(hop: Hop) -> Step:
    start, end = (dates.day(each) if each else "" for each in (hop.start, hop.end))
    return Step(
        sentence=hop.sentence,
        here=Link(hop.here_name, local(hop.here)),
        there=Link(hop.there_name, local(hop.there)),
        when=f"{start} to {end}" if start and end else f"since {start}" if start else "",
        known=dates.day(hop.known) if hop.known else "",
        evidence=cited(hop.sources),
        others=hop.others,
    )
