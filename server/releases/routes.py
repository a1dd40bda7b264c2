"""`/releases`: what other machines pull releases from, themselves or by way of a CDN.

All but the index never changes under its address, and may be kept for good.
"""

from __future__ import annotations

import hashlib
from typing import Any, Final

from starlette.concurrency import run_in_threadpool
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import (
    FileResponse,
    MalformedRangeHeader,
    RangeNotSatisfiable,
    Response,
)
from starlette.routing import BaseRoute, Route

from kg.release.feed.manifest import UnreadableManifest
from kg.release.feed.offered import Offered

FOREVER: Final = "public, max-age=31536000, immutable, no-transform"
_SUFFIX: Final = ".json"


async def index(request: Request) -> Response:
    """Which releases are kept here; with an ETag, so that who asks again is told of nothing new.

    It is not kept by anybody on the way: what it says is to be true now.
    """
    text = (await run_in_threadpool(_offered(request).index)).text()
    headers = {"ETag": _tag(hashlib.sha256(text).hexdigest()), "Cache-Control": "no-store"}
    return _whole(request, text, headers)


async def manifest(request: Request) -> Response:
    """The files of one release."""
    name = request.path_params["name"]
    if not name.endswith(_SUFFIX):
        raise HTTPException(404)
    try:
        text = await run_in_threadpool(_offered(request).manifest, name.removesuffix(_SUFFIX))
    except FileNotFoundError:  # retired meanwhile
        text = None
    if text is None:
        raise HTTPException(404)
    headers = {"ETag": _tag(hashlib.sha256(text).hexdigest()), "Cache-Control": FOREVER}
    return _whole(request, text, headers)


async def file(request: Request) -> Response:
    """One file of a release, or a part of it."""
    name, path = request.path_params["name"], request.path_params["path"]
    offered = _offered(request)
    try:
        digest = await run_in_threadpool(offered.digest, name, path)
    except (FileNotFoundError, UnreadableManifest):
        digest = None
    place = offered.folder / name / path
    if digest is None or not place.is_file():
        raise HTTPException(404)
    headers = {"ETag": _tag(digest), "Cache-Control": FOREVER}
    if _has(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return _Partial(place, headers=headers, media_type="application/octet-stream")


class _Partial(FileResponse):
    """A file, or the parts of it that are asked for."""

    @classmethod
    def _parse_range_header(cls, http_range: str, file_size: int) -> list[tuple[int, int]]:
        """The parts; none for what cannot be read, which is not heeded (RFC 9110, 14.2)."""
        try:
            return super()._parse_range_header(http_range, file_size)
        except MalformedRangeHeader:
            return []
        except RangeNotSatisfiable:
            told = {"Content-Range": f"bytes */{file_size}"}
            raise HTTPException(416, f"The file has {file_size} bytes.", told) from None


def _offered(request: Request) -> Offered:
    state: Any = request.app.state
    if state.settings.releases_offered != "yes":
        raise HTTPException(404)
    offered: Offered = state.offered
    return offered


def _whole(request: Request, text: bytes, headers: dict[str, str]) -> Response:
    if _has(request, headers["ETag"]):
        return Response(status_code=304, headers=headers)
    return Response(text, 200, headers, "application/json")


def _has(request: Request, tag: str) -> bool:
    known = request.headers.get("if-none-match", "").split(",")
    return not {tag, "*"}.isdisjoint(each.strip().removeprefix("W/") for each in known)


def _tag(digest: str) -> str:
    return f'"{digest}"'


routes: tuple[BaseRoute, ...] = (
    Route("/releases/index.json", index),
    Route("/releases/{name}", manifest),
    Route("/releases/{name}/{path:path}", file),
)
