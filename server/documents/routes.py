"""The addresses of documents: who may ask is settled here, the work is done in readers.

A page and JSON have the same addresses; a browser is led on by 303 to what it is to see next.
Nothing is answered without a token, and nothing that is answered is kept anywhere.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import wraps
from typing import Any, Final
from urllib.parse import parse_qs, quote, urlencode

import orjson
from starlette.requests import Request
from starlette.responses import RedirectResponse, Response
from starlette.routing import Route

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.writer.work import Done, Drop, Put
from server.documents.session import COOKIE, SESSIONS, Session, admitted, signed_in
from server.limits import body
from server.limits.tokens import Unauthorized
from server.negotiate import quality
from server.pages import render
from server.readers.releases import asked_of
from server.sparql.update import commit as written
from server.sparql.update import request_id

SHELF: Final = "documents"
PRIVATE: Final = {"Cache-Control": "no-store, private"}
_ROOM: Final = "server.documents.answer:"
_HERE: Final = "/documents"
Asked = Callable[[Request], Awaitable[Response]]
Endpoint = Callable[[Request, Session], Awaitable[Response]]


def _for(scope: str) -> Callable[[Endpoint], Asked]:
    """Answers who may ask; leads a browser that is not signed in to where it can."""

    def decorated(answer: Endpoint) -> Asked:
        @wraps(answer)
        async def answered(request: Request) -> Response:
            try:
                session = admitted(request, scope)
            except KgError:
                if request.method not in ("GET", "HEAD") or not wants_page(request):
                    raise
                place = f"{request.url.path}?{request.url.query}".rstrip("?")
                return _to(f"/sign-in?{urlencode({'next': place})}")
            return await answer(request, session)

        return answered

    return decorated


def _told(what: str, sentence: str, more: Mapping[str, str] | None = None) -> Asked:
    """What a reader tells whoever may read; the sentence says so in the list of addresses."""

    @_for("read")
    async def told(request: Request, session: Session) -> Response:
        return await _run(request, session, what, more)

    told.__doc__ = sentence
    return told


@_for("write")
async def add(request: Request, session: Session) -> Response:
    """Keep a document that is sent."""
    data = await body.read(request, request.app.state.settings.upload_bytes)
    return await _run(request, session, "add", data=data)


@_for("write")
async def decisions(request: Request, session: Session) -> Response:
    """Decide on a candidate."""
    data = await body.read(request, request.app.state.settings.body_bytes)
    return await _run(request, session, "decisions", data=data)


@_for("write")
async def commit(request: Request, session: Session) -> Response:
    """Write what is accepted as the document's graph, and answer when every request sees it."""
    await body.read(request, request.app.state.settings.body_bytes)
    made = await _whole(request, session, "commit", {"/write": "1"})
    graph = Iri(made.headers["x-graph"])
    if not made.body:  # nothing is accepted any more
        return _done(request, graph, (await _dropped(request, session))[1], "commit")
    put = Put(
        graph, bytes(made.body), "application/n-triples",
        who=session.token, request_id=request_id(request),
    )  # fmt: skip
    done = await written(request, put)
    return _done(request, graph, done, "commit")


@_for("write")
async def withdraw(request: Request, session: Session) -> Response:
    """Take the document's graph out again."""
    await body.read(request, request.app.state.settings.body_bytes)
    graph, done = await _dropped(request, session)
    return _done(request, graph, done, "")


@_for("write")
async def remove(request: Request, session: Session) -> Response:
    """Take the document off the shelf, and its graph out."""
    data = await body.read(request, request.app.state.settings.body_bytes)
    await _whole(request, session, "removable", data=data)
    await _dropped(request, session)
    return await _run(request, session, "removed", data=data)


async def _dropped(request: Request, session: Session) -> tuple[Iri, Done | None]:
    made = await _whole(request, session, "graph")
    told = orjson.loads(made.body)
    graph = Iri(told["graph"])
    if not told["isCommitted"]:
        return graph, None
    drop = Drop(graph, who=session.token, request_id=request_id(request))
    return graph, await written(request, drop)


def _done(request: Request, graph: Iri, done: Done | None, page: str) -> Response:
    """What a write came to; a page tells it under its own address."""
    name = request.path_params["document"]
    release = done.release if done else request.app.state.readers.current
    if wants_page(request):
        place = f"{_HERE}/{quote(name)}"
        shown = {"committed": release} if page else {"withdrawn": release}
        return _to(f"{place}/{page}".rstrip("/") + f"?{urlencode(shown)}")
    told = {
        "document": name,
        "graph": graph,
        "release": release,
        "sequence": done.sequence if done else None,
        "added": done.added if done else 0,
        "removed": done.removed if done else 0,
        "violations": list(done.findings) if done else [],
    }
    headers = PRIVATE | {"X-Release": release}
    return Response(orjson.dumps(told), 200, headers, "application/json")


async def sign_in(request: Request) -> Response:
    """The page on which the token is asked for once."""
    place = _own(request.query_params.get("next", ""))
    if SESSIONS.of(request) and request.app.state.tokens.are_set:
        return _to(place)
    return _asked(request, place, "", "")


async def signing_in(request: Request) -> Response:
    """Begin a session, with a cookie; a token that is not known is told on the page."""
    told = parse_qs((await body.read(request, _SMALL)).decode("utf-8", "replace"), max_num_fields=9)
    place, reviewer, token = (told.get(each, [""])[0] for each in ("next", "reviewer", "token"))
    place = _own(place)
    try:
        session = signed_in(request, token, reviewer)
    except Unauthorized:
        return _asked(request, place, reviewer, "That is not a token of this service.")
    response = _to(place)
    SESSIONS.begin(response, request, session)
    return response


async def sign_out(request: Request) -> Response:
    """End the session of this browser."""
    response = _to("/sign-in")
    response.delete_cookie(COOKIE, path="/", httponly=True, samesite="strict")
    return response


_SMALL: Final = 16 * 1024


def wants_page(request: Request) -> bool:
    """Whether a browser asks: it wants HTML more than JSON."""
    accept = request.headers.get("accept", "")
    return bool(accept) and quality("text/html", accept) > quality("application/json", accept)


def _own(place: str) -> str:
    """Where to go after signing in: only ever to a page of documents."""
    is_ours = place.partition("?")[0].partition("/review")[0].startswith(_HERE)
    return place if is_ours and "\\" not in place else _HERE


def _asked(request: Request, place: str, reviewer: str, problem: str) -> Response:
    page = render.html(
        "sign-in.html", release=None, place=_HERE, next=place, reviewer=reviewer, problem=problem,
        is_open=request.app.state.tokens.are_set,
    )  # fmt: skip
    # 403 and not 401, at which browsers would ask for a password themselves.
    return Response(page, 403 if problem else 200, PRIVATE, "text/html; charset=utf-8")


def _to(place: str) -> Response:
    return RedirectResponse(place, 303, PRIVATE)


async def _run(
    request: Request,
    session: Session,
    what: str,
    more: Mapping[str, str] | None = None,
    data: bytes = b"",
) -> Response:
    params = _params(request, session, more)
    response: Response = await request.app.state.readers.run(request, _ROOM + what, params, data)
    return response


async def _whole(
    request: Request,
    session: Session,
    what: str,
    more: Mapping[str, str] | None = None,
    data: bytes = b"",
) -> Response:
    """The same, but complete, for what goes on with it here."""
    asked = asked_of(request.scope, _ROOM + what, _params(request, session, more), data)
    response: Response = await request.app.state.readers.whole(asked)
    return response


def _params(
    request: Request, session: Session, more: Mapping[str, str] | None
) -> dict[str, str | list[str]]:
    state: Any = request.app.state
    query: dict[str, str | list[str]] = {
        name: request.query_params.getlist(name)
        for name in request.query_params
        if not name.startswith("/")  # what the front says is not for others to say
    }
    known = {
        "/shelf": str(state.readers.catalogue.folder / SHELF),
        "/document": request.path_params.get("document", ""),
        "/reviewer": session.reviewer,
        "/html": "1" if wants_page(request) else "",
    }
    return {**query, **known, **(more or {})}


routes = [
    Route("/documents", _told("documents", "All documents.")),
    Route("/documents", add, methods=["POST"]),
    Route("/documents/{document}", _told("one", "One document.")),
    Route("/documents/{document}", remove, methods=["DELETE"]),
    Route("/documents/{document}/remove", remove, methods=["POST"]),
    Route(
        "/documents/{document}/review", _told("review", "The page to review it on.", {"/html": "1"})
    ),
    Route("/documents/{document}/candidates", _told("candidates", "What was read in it.")),
    Route("/documents/{document}/decisions", decisions, methods=["POST"]),
    Route("/documents/{document}/commit", _told("commit", "What a commit would change.")),
    Route("/documents/{document}/commit", commit, methods=["POST"]),
    Route("/documents/{document}/withdraw", withdraw, methods=["POST"]),
    Route("/sign-in", sign_in),
    Route("/sign-in", signing_in, methods=["POST"]),
    Route("/sign-out", sign_out, methods=["POST"]),
]
