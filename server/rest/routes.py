"""The plain addresses: which format is meant is settled here, before any work is done.

A page and the other formats of an address are answered by two rooms; both are called by name.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.store.formats import Format
from server.limits import body
from server.limits.form import is_form
from server.rest import reckoning
from server.rest.formats import ANSWER, HTML, LINEAGE, RECKONED, THING, TOLD
from server.rest.front import PAGE, asked_of, resolved, run, today

_ROOM = "server.rest.answer:"
_BECAME = "server.rest.became:"


async def thing_itself(request: Request) -> Response:
    """From a thing to what is written of it (303, as for things that are not documents)."""
    path = f"{request.path_params['kind']}/{request.path_params['key']}"
    place = "/doc/" + quote(path, safe="/-._~")
    query = request.url.query
    return RedirectResponse(f"{place}?{query}" if query else place, 303)


async def code(request: Request) -> Response:
    """From a code to the body that used it on the day `on`, or at all."""
    if request.query_params.get("on") == "today":
        return resolved(request)
    wanted = {"/key": request.path_params["key"]}
    return await run(request, _ROOM + "code", wanted)


async def thing(request: Request) -> Response:
    """What is written of a thing; a page is of a day, which is told what day it is."""
    if request.query_params.get("on") == "today":
        return resolved(request)
    key, format_ = asked_of(request, request.path_params["key"], THING)
    wanted = {"/kind": request.path_params["kind"], "/key": key, "/format": format_.name}
    if format_ is HTML:
        return await run(request, PAGE, wanted | {"/page": "thing", "/today": today()})
    return await run(request, _ROOM + "thing", wanted)


async def question(request: Request) -> Response:
    """The answer of a named question."""
    if "today" in request.query_params.values():
        return resolved(request)
    theme = request.path_params["theme"]
    name, format_ = asked_of(request, request.path_params["name"], ANSWER)
    wanted = {"/name": f"{theme}/{name}", "/format": format_.name}
    if format_ is HTML:
        return await run(request, PAGE, wanted | {"/page": "question"})
    return await run(request, _ROOM + "question", wanted)


async def questions(request: Request) -> Response:
    """The questions there are."""
    return await _listed(request, "questions")


async def search(request: Request) -> Response:
    """Things found by a name or a code."""
    return await _listed(request, "search")


async def replaced(request: Request) -> Response:
    """What replaced a body on a day, or as last known."""
    if request.query_params.get("on") == "today":
        return resolved(request)
    _, format_ = asked_of(request, request.url.path.lstrip("/"), TOLD)
    if format_ is HTML:
        return await run(request, PAGE, {"/page": "replaced"})
    return await run(request, _BECAME + "replaced", {"/format": format_.name})


async def lineage(request: Request) -> Response:
    """What became of a body and what it came from."""
    key, format_ = asked_of(request, request.path_params["key"], LINEAGE)
    wanted = {"/key": key, "/format": format_.name}
    if format_ is HTML:
        return await run(request, PAGE, wanted | {"/page": "lineage"})
    return await run(request, _BECAME + "lineage", wanted)


async def coterminosity(request: Request) -> Response:
    """How areas lay over councils."""
    if request.query_params.get("on") == "today":
        return resolved(request)
    _, format_ = asked_of(request, request.url.path.lstrip("/"), RECKONED)
    if format_ is HTML:
        return await run(request, PAGE, {"/page": "areas", "/today": today()})
    return await run(request, _BECAME + "coterminosity", {"/format": format_.name})


async def recode(request: Request) -> Response:
    """A table on the bodies of another day; a page to whoever asks for one, else CSV."""
    if request.method != "POST":
        return await run(request, PAGE, {"/page": "recode"})
    data = await body.read(request, request.app.state.settings.body_bytes)
    is_page = is_form(request.headers.get("content-type", ""))
    handler = PAGE if is_page else "server.lineage.recoded:answer"
    return await run(request, handler, {"/page": "recode"}, data)


async def crosswalk(request: Request) -> Response:
    """All codes on all bodies, as CSV."""
    return await run(request, "server.rest.crosswalk:crosswalk", {})


async def description(request: Request) -> Response:
    """What these addresses are, in OpenAPI."""
    return await run(request, _ROOM + "described_by", {})


async def _listed(request: Request, what: str) -> Response:
    _, format_ = asked_of(request, request.url.path.lstrip("/"), RECKONED)
    if format_ is HTML:
        return await run(request, PAGE, {"/page": what})
    return await run(request, _ROOM + what, {"/format": format_.name})


def _spelt(
    path: str, endpoint: Callable[[Request], Awaitable[Response]], formats: tuple[Format, ...]
) -> Iterator[Route]:
    """An address, and the same with the extension of each format that has one of its own."""
    yield Route(path, endpoint)
    yield from (Route(f"{path}.{each.extension}", endpoint) for each in formats if each != HTML)


routes = [
    Route("/id/organisation/{key}", code),
    Route("/id/{kind}/{key:path}", thing_itself),
    Route("/doc/{kind}/{key:path}", thing),
    Route("/questions/{theme}/{name}", question),
    *_spelt("/questions", questions, RECKONED),
    *_spelt("/search", search, RECKONED),
    *_spelt("/replaced", replaced, TOLD),
    Route("/lineage/{key:path}", lineage),
    Route("/recode", recode, methods=["GET", "POST"]),
    Route("/crosswalk.csv", crosswalk),
    *_spelt("/coterminosity", coterminosity, RECKONED),
    Route("/openapi.json", description),
    *reckoning.routes,
]
