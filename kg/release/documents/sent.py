"""A commit by a service: the one who has the folder open for writing does it."""

from __future__ import annotations

import json
import os
from typing import Any, Final
from urllib.error import HTTPError, URLError
from urllib.parse import quote
from urllib.request import Request, urlopen

from kg.errors import BadParameter, Forbidden, InvalidWrite
from kg.release.documents.commit import Committed

VARIABLE: Final = "COTERMINOUS_WRITE_TOKEN"
_WAIT: Final = 120.0


def send_commit(service: str, document: str, *, dry_run: bool = False) -> Committed:
    """Have a service commit a document of its store, and tell what that came to.

    The token is read from the environment. Raises `Forbidden` where the service does not take it,
    and `BadParameter` for an address where none answers.
    """
    if not service.startswith(("http://", "https://")):
        raise BadParameter("--to", f"'{service}' is no address", "Try http://127.0.0.1:8000.")
    place = f"{service.rstrip('/')}/documents/{quote(document)}/commit"
    head = {"Accept": "application/json", "Authorization": f"Bearer {os.environ.get(VARIABLE, '')}"}
    data = None if dry_run else b""
    try:
        with urlopen(Request(place, data, head), timeout=_WAIT) as answer:  # noqa: S310 - checked
            told = json.load(answer)
    except HTTPError as error:
        told = _problem(error)
    except URLError as error:
        reason = f"nobody answers at {service}: {error.reason}"
        raise BadParameter("--to", reason, "Is the service running?") from error
    return Committed(
        document, str(told.get("release", "")), int(told.get("added", 0)),
        int(told.get("removed", 0)), tuple(told.get("violations", ())),
        tuple((each[0], each[1]) for each in told.get("leftOut", ())),
    )  # fmt: skip


def _problem(error: HTTPError) -> dict[str, Any]:
    """What a service refused: the findings, or an error that tells why."""
    try:
        told: dict[str, Any] = json.load(error)
    except ValueError:
        told = {}
    if told.get("violations"):
        return told
    reason = str(told.get("detail") or told.get("title") or f"it answers {error.code}")
    if told.get("code") == InvalidWrite.code:
        return {"violations": [each.strip() for each in reason.splitlines()[1:]]}
    hint = f"Set {VARIABLE} to the token of the service." if error.code in (401, 403) else ""
    raise Forbidden(f"The service did not commit: {reason}", hint=hint) from error
