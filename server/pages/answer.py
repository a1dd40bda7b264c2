"""The pages, made in a reader process: each gathers what it says and hands it to its template."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple
from urllib.parse import quote

from kg.model.dates import day_of
from kg.release.opened import OpenRelease
from kg.release.things import spelt
from server.lineage import recoded as files
from server.pages import render
from server.pages.bodies import areas, audited, became, connected, interlocked, recoded, since
from server.pages.over_time import national, timeline
from server.pages.questions import editors, question
from server.pages.questions.starters import starters
from server.pages.reference import about, terms
from server.pages.things import found
from server.pages.things.listings import View
from server.pages.things.thing import thing
from server.pages.words.names import Names, names_of
from server.readers.protocol import Reply, Request

_TOLD: dict[str, Callable[[OpenRelease, Names, Request], object]] = {
    "interlocks": interlocked.page,
    "areas": areas.page,
    "audits": audited.page,
    "paths": connected.page,
    "since": since.page,
    "national": national.page,
    "timeline": timeline.page,
}
"""Pages that are what their template makes of the one value that they tell."""


def page(release: OpenRelease, request: Request, reply: Reply) -> None:
    """A page as HTML; `/page` says which, and what begins with a slash was added by the front."""
    name = request.text("/page")
    if name == "recode" and recoded.wants_file(request):
        files.answer(release, request, reply)
        return
    made = _one(name, release, request) if name in _TOLD else _PAGES[name](release, request)
    headers = {"Content-Type": "text/html; charset=utf-8"}
    if made.moves:
        headers["Cache-Control"] = "no-store"
    reply.head(made.status, headers)
    pinned = render.pinned(made.html, request.text("release"))
    reply.write(render.placed(pinned, request.text("/origin")).encode())


class Made(NamedTuple):
    """A page, and whether it is another one tomorrow, so that nobody may keep it."""

    html: str
    moves: bool = False
    status: int = 200


def warm(release: OpenRelease) -> None:
    """Read what every reader needs, before readers are forked."""
    release.ontology.concept_by_iri  # noqa: B018 - reading it makes it
    release.ontology.class_by_iri  # noqa: B018
    for name in render.environment().list_templates():
        render.environment().get_template(name)


def _home(release: OpenRelease, request: Request) -> Made:
    told = {
        "starters": starters(release, names_of(release)),
        "counts": about.headlines(release),
        "questions": len(release.library),
    }
    return Made(render.html("home.html", release=release.info, **told))


def _thing(release: OpenRelease, request: Request) -> Made:
    on, published = (day_of(name, request.text(name)) for name in ("on", "publishedBy"))
    iri = spelt(release, request.text("/kind"), request.text("/key"))
    view = View(
        release, names_of(release), iri, on, request.text("all"), request.text("/today"), published
    )
    told = thing(view)
    told_of = became.of_body(release, view.names, iri)
    html = render.html("thing.html", release=release.info, thing=told, lineage=told_of)
    return Made(html, told.day.moves)


def _question(release: OpenRelease, request: Request) -> Made:
    query = {name: request.text(name) for name in request.params if not name.startswith("/")}
    told = question.page(release, names_of(release), request.text("/name"), query)
    return Made(render.html("question.html", release=release.info, page=told))


def _questions(release: OpenRelease, request: Request) -> Made:
    themes = release.library.themes()
    return Made(render.html("questions.html", release=release.info, themes=themes))


def _search(release: OpenRelease, request: Request) -> Made:
    text = request.text("q")
    hits = found.found(release, names_of(release), text, request.text("kind"))
    asked = found.asked(release.library, text)
    return Made(render.html("search.html", release=release.info, q=text, hits=hits, asked=asked))


def _replaced(release: OpenRelease, request: Request) -> Made:
    told = became.page(release, names_of(release), request)
    return Made(render.html("replaced.html", release=release.info, page=told))


def _lineage(release: OpenRelease, request: Request) -> Made:
    told = became.lineage_page(release, names_of(release), request)
    return Made(render.html("lineage.html", release=release.info, told=told))


def _recode(release: OpenRelease, request: Request) -> Made:
    told = recoded.page(release, request)
    kept = request.text("release")
    html = render.html("recode.html", release=release.info, page=told, kept=quote(kept))
    return Made(html, moves=request.method == "POST", status=422 if told.problem else 200)


def _editor(release: OpenRelease, told: editors.Editor) -> str:
    return render.html("editor.html", release=release.info, editor=told, place="/query/sparql")


def _sparql(release: OpenRelease, request: Request) -> Made:
    told = editors.sparql(release.library, request.text("query"))
    return Made(_editor(release, told))


def _graphql(release: OpenRelease, request: Request) -> Made:
    told = editors.graphql(release.library, request.text("query"), request.text("variables"))
    return Made(_editor(release, told))


def _about(release: OpenRelease, request: Request) -> Made:
    page = render.html(
        "about.html", release=release.info, graphs=about.graphs(release, names_of(release)),
        counts=about.counts(release), coverage=about.covered(release),
    )  # fmt: skip
    return Made(page)


def _one(name: str, release: OpenRelease, request: Request) -> Made:
    told = _TOLD[name](release, names_of(release), request)
    html = render.html(f"{name}.html", release=release.info, page=told)
    return Made(html, moves=getattr(told, "today", False))


def _glossary(release: OpenRelease, request: Request) -> Made:
    letters = terms.glossary(release, names_of(release), request)
    return Made(render.html("glossary.html", release=release.info, letters=letters))


def _schema(release: OpenRelease, request: Request) -> Made:
    picture, classes = terms.schema(release, names_of(release), request)
    values = {"picture": picture, "classes": classes}
    return Made(render.html("schema.html", release=release.info, **values))


_PAGES: dict[str, Callable[[OpenRelease, Request], Made]] = {
    "home": _home,
    "thing": _thing,
    "question": _question,
    "questions": _questions,
    "search": _search,
    "replaced": _replaced,
    "lineage": _lineage,
    "recode": _recode,
    "about": _about,
    "glossary": _glossary,
    "schema": _schema,
    "sparql": _sparql,
    "graphql": _graphql,
}
