"""The page of a view: whole without scripts, as lists and tables with links."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, NamedTuple

from kg.model.names import ID
from kg.release.opened import OpenRelease
from server.explore import around, export
from server.explore.asked import address, commands
from server.explore.log import RING, USUAL, Command, written
from server.explore.queries import queries
from server.explore.replay import replayed
from server.explore.told import Thing, Told, data, told
from server.pages import render
from server.pages.words.names import Link, local
from server.readers.protocol import Reply, Request

_NORFOLK = "organisation/26A/ccg"
_OF_NORFOLK = ("06M", "06V", "06W", "06Y", "07J")
_KENT = "organisation/91Q/ccg"
_OF_KENT = ("09C", "09E", "09J", "09W", "10A", "10D", "10E", "99J")
_EXAMPLES = (
    (
        "What became of the PCTs and CCGs of Norfolk",
        _NORFOLK,
        [
            (_NORFOLK, "ChangeEvent", "in"),
            *((f"organisation/{code}/ccg", "Overlap", "in") for code in _OF_NORFOLK),
            (_NORFOLK, "ChangeEvent", "out"),
        ],
    ),
    (
        "Who led the CCGs of Kent, and who led several",
        _KENT,
        [
            (_KENT, "ChangeEvent", "in"),
            *((f"organisation/{code}/ccg", "Tenure", "in") for code in _OF_KENT),
            (_KENT, "Tenure", "in"),
        ],
    ),
    ("What one report says, claim by claim", "document/003", [("document/003", "madeIn", "in")]),
)
"""What each is called, the thing that it begins with, and the links that are followed then."""
_MOST: Final = "40"
"""Things that one step of an example adds at most."""
_DAYS = {"on": "True on", "by": "Published by"}
_ROWS = 300
"""Rows of a table on the page without scripts; the file has all."""
_ASKED = 400
"""Things of a view whose queries are on the page without scripts."""
_WITHOUT = 30
"""Things that the page without scripts offers to grow from."""


class More(NamedTuple):
    """A link that leads to a view with more in it."""

    text: str
    href: str
    number: int


class Growth(NamedTuple):
    """A thing and what may be seen of it."""

    thing: Link
    more: Sequence[More]


def page(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The page as HTML."""
    said = commands(request)
    asked = _begun(release, said) if request.text("start") else said
    made = told(release, replayed(release, request, asked))
    own = len(asked) - (0 if asked is said else 2)
    labels = {each.id: each.label for each in made.things}
    asking = queries(release, made) if 0 < len(made.things) <= _ASKED else None
    html = render.html(
        "explore.html",
        release=release.info,
        place="/explore",
        told=made,
        data=data(made) | {"log": written(asked), "own": own},
        links={each.id: Link(each.label, local(ID + each.id)) for each in made.things},
        labels=labels,
        growths=[_growth(release, made, each, asked) for each in made.things[:_WITHOUT]],
        files=[(form, _file(form, asked)) for form in export.FORMS],
        examples=[More(text, _example(thing, links), 0) for text, thing, links in _EXAMPLES],
        asking=asking,
        begun=list(_DAYS.items()),
        rest=";".join(str(each) for each in asked if each.verb not in _DAYS),
        most=_ROWS,
    )
    reply.head(200, {"Content-Type": "text/html; charset=utf-8"})
    pinned = render.pinned(html, request.text("release"))
    reply.write(render.placed(pinned, request.text("/origin")).encode())


def _begun(release: OpenRelease, asked: list[Command]) -> list[Command]:
    """A log that begins with one thing alone: it is chosen, with neighbours around it; where no
    day is asked, on the last one that it stood."""
    added = [each for each in asked if each.verb not in _DAYS]
    if [(each.verb, len(each.args)) for each in added] != [("add", 1)]:
        return asked
    graph, [thing] = release.paths.adjacency, added[0].args
    place = graph.index.get(thing)
    if asked == added and place is not None and graph.days[graph.stood_from[place]]:
        last = graph.days[graph.stood_to[place]] or release.info.built[:10]
        asked = [Command("on", [min(last, release.info.built[:10])]), *asked]
    return [*asked, Command("near", [thing, str(RING)]), Command("at", [thing])]


def _growth(release: OpenRelease, made: Told, thing: Thing, asked: list[Command]) -> Growth:
    graph = made.view.graph
    more = [
        More(
            around.words(release.ontology, kind.term, kind.way),
            address([*asked, Command("more", (thing.id, kind.term, kind.way, str(USUAL)))]),
            len(kind.things),
        )
        for kind in around.kinds(graph, graph.index[thing.id])
    ]
    return Growth(Link(thing.label, local(ID + thing.id)), more)


def _file(form: str, asked: list[Command]) -> str:
    return address(asked).replace("/explore", f"/explore/view.{form}", 1)


def _example(thing: str, links: Sequence[tuple[str, str, str]]) -> str:
    steps = [Command("more", [*link, _MOST]) for link in links]
    return address([Command("add", [thing]), *steps, Command("at", [thing])])
