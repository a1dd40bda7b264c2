"""The feeds, made in a reader process."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import quote, urlencode

from kg.model.names import BASE, ID
from kg.model.terms import Iri
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.deposit.citing import Citation
from kg.release.deposit.words import ATTRIBUTION
from kg.release.opened import OpenRelease
from kg.release.things import named, resolved
from server.feeds import entries
from server.feeds.atom import MEDIA_TYPE, Entry, Feed, written
from server.readers.protocol import Reply, Request
from server.rest.answer import texts


def body(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The feed of the body that `/key` means: what became of it, who led it, what was said."""
    thing = named(release, request.text("/key"))
    key = thing.removeprefix(ID)
    about = _About(f"body/{key}", f"Changes of {_name(release, thing)}", f"/doc/{key}")
    _send(release, reply, about, entries.of_body(release, thing))


def area(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The feed of the area that `/key` means: of all bodies in it, too."""
    thing = named(release, request.text("/key"))
    key = thing.removeprefix(ID)
    page = f"/since?area={quote(key, safe='/')}&since={entries.EVER}"
    about = _About(f"area/{key}", f"Changes in {_name(release, thing)}", page)
    _send(release, reply, about, entries.of_area(release, thing))


def question(release: OpenRelease, request: Request, reply: Reply) -> None:
    """The feed of the question `/key`, which has a new entry when its answer is another one."""
    wanted = release.library[request.text("/key")]
    given = texts(request)
    values = parse(wanted.sparql, resolved(release, wanted.sparql, given))
    told = f"?{urlencode(sorted(given.items()), quote_via=quote)}" if given else ""
    page = f"/questions/{wanted.name}{told}"
    entry = entries.of_answer(release, ask(release.store, wanted, values), page)
    title = f"Answers to: {wanted.header.question}"
    _send(release, reply, _About(f"question/{wanted.name}", title, page, told), [entry])


class _About(NamedTuple):
    """What a feed is of: its name among feeds, its title, its page, and how it is asked."""

    name: str
    title: str
    page: str
    query: str = ""


def _send(release: OpenRelease, reply: Reply, about: _About, found: list[Entry]) -> None:
    day, author = release.info.built, Citation.of(release.info).author
    address = f"/feeds/{about.name}.atom{about.query}"
    name = f"{BASE}feed/{about.name}{about.query}"
    feed = Feed(name, about.title, day, author, about.page, address, ATTRIBUTION, found)
    reply.head(200, {"Content-Type": f"{MEDIA_TYPE}; charset=utf-8"})
    reply.write(written(feed))


def _name(release: OpenRelease, body: Iri) -> str:
    found = release.lineage.bodies.get(body)
    return found.name if found else body.removeprefix(ID)
