"""What a service sends, taken in: not more, nor for longer, than a service is given."""

from __future__ import annotations

import json
import time
from typing import Any, Final

import httpx2

from kg.client.calls import Call, T, Told
from kg.client.refusals import Refused, Unreachable, Unreadable

LARGEST: Final = 256 * 1024 * 1024
"""Bytes of an answer, unpacked; a service's own limits are narrower."""
_MISSHAPEN: Final = (ValueError, LookupError, TypeError, AttributeError, RecursionError)
"""What reading raises where an answer is not of the shape that it should be."""


class Taking:
    """The body of a response while it comes, within `seconds` from now."""

    def __init__(self, url: str, seconds: float) -> None:
        self.url = url
        self._seconds = seconds
        self._until = time.monotonic() + seconds
        self._body = bytearray()

    def take(self, part: bytes) -> None:
        """Add what has come; raises `Unreachable` when it is late, `Unreadable` for too much."""
        self._body += part
        if len(self._body) > LARGEST:
            raise Unreadable(self.url, f"it has more than {LARGEST} bytes")
        if time.monotonic() > self._until:
            raise Unreachable(self.url, f"it was not whole within {self._seconds:g} s")

    def read(self, call: Call[T], response: httpx2.Response) -> T:
        """What a call makes of it; raises `Refused` for a refusal, `Unreadable` where it cannot."""
        media_type = response.headers.get("content-type", "").partition(";")[0]
        content = _json(self._body) if media_type.endswith("json") else None
        if not (response.is_success or (isinstance(content, dict) and "errors" in content)):
            raise _refused(response, content)
        text = self._body.decode("utf-8", "replace")
        told = Told(text, content, media_type, response.headers.get("x-release", ""))
        try:
            return call.read(told)
        except _MISSHAPEN:
            raise Unreadable(self.url, f"it is no answer to {call.path}") from None


def _json(body: bytearray) -> Any:
    try:
        return json.loads(body)
    except (ValueError, RecursionError):
        return None


def _refused(response: httpx2.Response, content: Any) -> Refused:
    problem = content if isinstance(content, dict) else {}
    hint = str(problem.get("hint", ""))
    if response.is_redirect:
        hint = f"It leads to {response.headers['location']}: give that address, if you trust it."
    return Refused.by(
        str(problem.get("code") or response.headers.get("x-problem", "internal")),
        str(problem.get("detail") or "") or f"The service answered {response.status_code}.",
        hint=hint,
        at=str(problem.get("at", "")),
        status=response.status_code,
        request=response.headers.get("x-request-id", ""),
    )
