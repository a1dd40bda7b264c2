"""What all plain addresses do in the front: choose the format, and have a reader answer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime
from urllib.parse import quote, urlencode

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from kg.store.formats import Format
from server.assets.origin import origin
from server.rest.formats import Asked, asked

PAGE = "server.pages.answer:page"


def asked_of(request: Request, path: str, formats: tuple[Format, ...]) -> Asked:
    """What an address names, and the format in which it is sent."""
    accept = request.headers.get("accept", "")
    return asked(path, accept, formats, request.query_params.get("format", ""))


def resolved(request: Request) -> Response:
    """To the same address with the day of today written out."""
    # A moving day must not be kept in a cache under an address that stays.
    day = today()
    query = [
        (name, day if value == "today" else value)
        for name, value in request.query_params.multi_items()
    ]
    place = f"{quote(request.url.path, safe='/-._~')}?{urlencode(query)}"
    return RedirectResponse(place, 307, {"Cache-Control": "no-store"})


def today() -> str:
    """The day that it is, in UTC."""
    return datetime.now(UTC).date().isoformat()


async def run(
    request: Request, handler: str, wanted: Mapping[str, str], data: bytes = b""
) -> Response:
    """The answer of a handler in a reader, with the query and what is wanted besides.

    A page is told where it stands, for what it says of itself to other sites.
    """
    if handler == PAGE:
        wanted = {**wanted, "/origin": origin(request)}
    query = {name: request.query_params.getlist(name) for name in request.query_params}
    response: Response = await request.app.state.readers.run(
        request, handler, query | {**wanted}, data
    )
    return response
