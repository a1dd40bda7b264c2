"""`/static`: built files, kept by browsers for good, as their names change with what is in them."""

from __future__ import annotations

from pathlib import Path

from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import FileResponse, Response
from starlette.routing import BaseRoute, Route

from server.assets.tags import BUILT

_KINDS = {
    ".js": "text/javascript", ".css": "text/css", ".svg": "image/svg+xml", ".ttf": "font/ttf",
    ".woff2": "font/woff2",
}  # fmt: skip
FOREVER = "public, max-age=31536000, immutable"


def built_file(request: Request) -> Response:
    """One built file, gzipped where the browser takes that."""
    path = BUILT / request.path_params["name"]
    if path.suffix not in _KINDS or path.parent != BUILT or not path.is_file():
        raise HTTPException(404)
    headers = {"Cache-Control": FOREVER, "Vary": "Accept-Encoding"}
    packed = Path(f"{path}.gz")
    if "gzip" in request.headers.get("accept-encoding", "") and packed.exists():
        path, headers = packed, headers | {"Content-Encoding": "gzip"}
    kind = _KINDS[Path(request.path_params["name"]).suffix]
    return FileResponse(path, media_type=kind, headers=headers)


routes: list[BaseRoute] = [Route("/static/{name}", built_file)]
