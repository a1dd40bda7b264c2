"""Where a reader of a page stands: what is told to other sites must be a whole address."""

from __future__ import annotations

import re
from typing import Final

from starlette.requests import Request

_HOST: Final = re.compile(
    r"[A-Za-z0-9.-]{1,253}(:[0-9]{1,5})?|\[[0-9A-Fa-f:.]{2,45}\](:[0-9]{1,5})?"
)


def origin(request: Request) -> str:
    """Scheme and host as they were asked for; empty where what was sent is not a host."""
    host = request.headers.get("host", "")
    return f"{request.url.scheme}://{host}" if _HOST.fullmatch(host) else ""
