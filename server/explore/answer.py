"""What is answered of a view in a reader process."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

import orjson

from kg.analysis.paths.search import Wish
from kg.analysis.paths.told import Hop
from kg.errors import BadParameter, UnknownThing
from kg.model.names import keyed
from kg.release.opened import OpenRelease
from kg.release.things import check_known
from server.explore import around, export
from server.explore.asked import address, commands
from server.explore.queries import queries
from server.explore.replay import replayed
from server.explore.times import is_told
from server.explore.told import Told, data, key, told
from server.explore.view import View
from server.pages.things.listings import View as Page
from server.pages.things.thing import thing
from server.pages.words.evidence import Item, items
from server.pages.words.names import names_of
from server.readers.protocol import Reply, Request


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Part of what the Explorer asks: `/what` says which."""
    what = request.text("/what")
    if what.startswith("view.") and what != "view.json":
        _file(release, request, reply, what.removeprefix("view."))
        return
    made = _ANSWERS.get(what)
    if made is None:
        raise UnknownThing(f"/explore/{what}", list(PARTS))
    reply.head(200, {"Content-Type": "application/json"})
    reply.write(orjson.dumps(made(release, request)))


def seen(release: OpenRelease, request: Request) -> Told:
    """The view that a request asks for, told."""
    return told(release, replayed(release, request, commands(request)))


def _of_the_days(release: OpenRelease, request: Request) -> View:
    """The view that a request asks for as far as its days go, without any things."""
    days = [each for each in commands(request) if each.verb in ("on", "by")]
    return replayed(release, request, days)


def _view(release: OpenRelease, request: Request) -> dict[str, Any]:
    return data(seen(release, request))


def _queries(release: OpenRelease, request: Request) -> dict[str, Any]:
    made = queries(release, seen(release, request))
    return {**made._asdict(), "parts": [each._asdict() for each in made.parts]}


def _links(release: OpenRelease, request: Request) -> dict[str, Any]:
    """The kinds of link of a thing, with how many things each leads to, in all and on the days."""
    made = _of_the_days(release, request)
    graph = made.graph
    place = graph.index.get(request.text("thing"))
    if place is None:
        check_known(release, keyed(request.text("thing")))
        return {"links": []}
    found = [_kind(release, made, kind) for kind in around.kinds(graph, place)]
    return {"links": sorted(found, key=lambda each: str(each["label"]))}


def _kind(release: OpenRelease, made: View, kind: around.Kind) -> dict[str, Any]:
    now = sum(
        any(is_told(made.graph, each, made.on, made.by) for each in links)
        for links in kind.things.values()
    )
    classes = {made.graph.kind(each) for each in kind.things}
    ontology = release.ontology
    return {
        "term": kind.term,
        "way": kind.way,
        "label": around.words(ontology, kind.term, kind.way),
        "kinds": sorted(ontology.classes[each].label for each in classes),
        "count": len(kind.things),
        "now": now,
    }


def _evidence(release: OpenRelease, request: Request) -> dict[str, Any]:
    """What is known of a thing or a link, and the places that bear it out."""
    iri = keyed(request.text("thing"))
    found = thing(Page(release, names_of(release), iri))
    return {
        "name": found.name,
        "kind": found.kind,
        "when": found.when,
        "address": found.address,
        "facts": [
            {
                "label": fact.label.text,
                "values": [{"text": v.link.text, "href": v.link.href} for v in fact.values[:12]],
                "more": max(len(fact.values) - 12, 0),
            }
            for fact in found.facts
        ],
        "evidence": [_item(each) for each in items(release, iri)],
    }


def _item(item: Item) -> dict[str, Any]:
    passage = item.passage._asdict() if item.passage else None
    return {
        "document": item.document.text,
        "href": item.document.href,
        "itself": item.itself,
        "issued": item.issued,
        "place": item.place or item.recorded,
        "words": item.words,
        "passage": passage,
        "address": item.address,
    }


def _path(release: OpenRelease, request: Request) -> dict[str, Any]:
    """How two things are connected, in sentences, hop by hop."""
    made = _of_the_days(release, request)
    here, there = (keyed(request.text(each)) for each in ("here", "there"))
    wish = Wish(most=3, on=made.on, published_by=made.by)
    found = release.paths.between(here, there, wish)
    return {"note": found.note, "paths": [[_hop(hop) for hop in path.hops] for path in found.paths]}


def _hop(hop: Hop) -> dict[str, Any]:
    sources = [each.title for each in hop.sources]
    return {
        "here": key(hop.here), "there": key(hop.there), "owner": key(hop.owner),
        "sentence": hop.sentence, "sources": list(dict.fromkeys(sources)),
    }  # fmt: skip


def _file(release: OpenRelease, request: Request, reply: Reply, form: str) -> None:
    if form not in export.FORMS:
        raise BadParameter("format", f"'{form}' is not one of {', '.join(export.FORMS)}")
    made = seen(release, request)
    place = address(commands(request), release.name)
    file = export.exported(release, made, form, place)
    named = f'attachment; filename="coterminous-view.{form}"'
    reply.head(200, {"Content-Type": file.media, "Content-Disposition": named})
    reply.write(file.data)


_ANSWERS: Final[Mapping[str, Callable[[OpenRelease, Request], dict[str, Any]]]] = {
    "view.json": _view,
    "links.json": _links,
    "evidence.json": _evidence,
    "path.json": _path,
    "query.json": _queries,
}
PARTS: Final = (*_ANSWERS, *(f"view.{form}" for form in export.FORMS))
"""What there is below `/explore/`."""
