"""From an error to what a client sees: one table, one shape (RFC 9457), alike at every door.

The errors that only a service can raise are defined here too; `kg.errors` has the others.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass
from html import escape
from typing import NamedTuple

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.model.names import BASE

LOG = logging.getLogger("coterminous")


class BodyTooLarge(KgError):
    """A request's body is larger than is read here."""

    code = "body-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The body is larger than {limit} bytes, so it was not read.")
        self.hint = "Send less at a time."


class BodyTooSlow(KgError):
    """A request's body did not come in time."""

    code = "body-too-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The body was not complete within {seconds:g} s.")


class UnsupportedType(KgError):
    """A body of a media type that is not read here."""

    code = "unsupported-media-type"

    def __init__(self, media_type: str, known: Collection[str]) -> None:
        super().__init__(f"A body of type '{media_type}' is not read here.")
        self.hint = f"Send {' or '.join(known)}."


class NotAcceptable(KgError):
    """None of the formats that were asked for can be given."""

    code = "not-acceptable"

    def __init__(self, asked: str, offers: Collection[str]) -> None:
        super().__init__(f"The answer cannot be given as '{asked}'.")
        self.hint = f"There is {', '.join(offers)}."


class Overloaded(KgError):
    """More queries wait than may wait."""

    code = "overloaded"

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} queries are waiting already.")
        self.hint = "Ask again in a moment."


class ReaderLost(KgError):
    """The process that worked on an answer ended before it was done."""

    code = "reader-lost"

    def __init__(self) -> None:
        super().__init__("The process that worked on the answer has ended.")
        self.hint = "Ask again; if it happens every time, the query needs too much memory."


class UnreadableRelease(KgError):
    """A release that is kept but cannot be opened."""

    code = "unreadable-release"

    def __init__(self, name: str) -> None:
        super().__init__(f"Release '{name}' cannot be opened.")
        self.hint = "Leave `release` out to ask the current one."


class FederationRefused(KgError):
    """A query that would make this service call another one."""

    code = "federation-refused"

    def __init__(self, what: str, at: str) -> None:
        super().__init__(f"{what} at {at} is not followed here.")
        self.at = at
        self.hint = "Ask the other service itself, or have its host allowed by the operator."


class TooDeep(KgError):
    """A query that is nested, or chained, deeper than an engine can read safely."""

    code = "query-too-deep"

    def __init__(self, what: str, limit: int, at: str) -> None:
        super().__init__(f"The query has more than {limit} {what} at {at}.")
        self.at = at
        self.hint = "Write it flatter, for instance with VALUES or IN."


class TooLong(KgError):
    """A query longer than is read here."""

    code = "query-too-long"

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"The query has {length} characters; {limit} are read.")


class Status(NamedTuple):
    """What an error code is in HTTP."""

    status: int
    title: str
    headers: Mapping[str, str] = {}


_LATER = {"Retry-After": "1"}
# Jena reads only the first of a field, and fails of what it does not know.
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="coterminous", Bearer realm="coterminous"'}
_CLOSE = {"Connection": "close"}  # what else the client sends is not read
STATUS: Mapping[str, Status] = {
    "internal": Status(500, "Something went wrong here"),
    "unknown-question": Status(404, "Unknown question"),
    "bad-parameter": Status(400, "A parameter cannot be read"),
    "unknown-thing": Status(404, "Nothing by that name"),
    "bad-query": Status(400, "The query cannot be answered"),
    "unknown-release": Status(404, "Unknown release"),
    "retired-release": Status(410, "The release is no longer kept"),
    "invalid-input": Status(422, "A file cannot be taken in"),
    "invalid-graph": Status(422, "The graph breaks its shapes"),
    "no-release": Status(503, "There is nothing to answer from", _LATER),
    "deadline-passed": Status(504, "The answer took too long"),
    "bad-setting": Status(500, "A setting cannot be read"),
    "body-too-large": Status(413, "The body is too large", _CLOSE),
    "body-too-slow": Status(408, "The body came too slowly", _CLOSE),
    "unsupported-media-type": Status(415, "The body's type is not read here"),
    "not-acceptable": Status(406, "No format that was asked for"),
    "overloaded": Status(503, "Too many queries at once", _LATER),
    "reader-lost": Status(503, "The answer was lost", _LATER),
    "broken-release": Status(503, "A release is broken", _LATER),
    "writer-lost": Status(503, "The writer has ended", _LATER),
    "unauthorized": Status(401, "A token is needed", _CHALLENGE),
    "bad-document": Status(400, "The document cannot be taken"),
    "no-space": Status(507, "There is no room on the disk"),
    "forbidden": Status(403, "This may not be done here"),
    "unknown-graph": Status(404, "There is no such graph"),
    "unreadable-release": Status(503, "A release cannot be opened", _LATER),
    "federation-refused": Status(403, "Other services are not called"),
    "query-too-deep": Status(400, "The query is nested too deeply"),
    "query-too-long": Status(413, "The query is too long"),
    "query-too-large": Status(400, "The query asks for too much at once"),
    "not-certified": Status(400, "The answer cannot be certified"),
    "more-than-one": Status(400, "There are several where one is meant"),
    "unknown-document": Status(404, "Unknown document"),
    "PERSISTED_QUERY_NOT_FOUND": Status(404, "Unknown document"),
    "document-digest-mismatch": Status(400, "A document has another id"),
    "untrusted-document": Status(403, "Only trusted documents are answered"),
    "too-many-operations": Status(429, "Too many operations at once"),
    "stream-not-found": Status(404, "Unknown event stream"),
    "stream-conflict": Status(409, "The event stream is taken"),
    "bad-value": Status(500, "A value in the graph is not of its datatype"),
    "not-found": Status(404, "There is no such address"),
    "method-not-allowed": Status(405, "The address does not answer this method"),
    "bad-request": Status(400, "The request cannot be read"),
}
"""The one table of error codes; a test holds that each code has a row."""
_OF_A_RELEASE = frozenset({"unknown-release", "retired-release", "unreadable-release"})


@dataclass(frozen=True)
class Problem:
    """One error as a client sees it: RFC 9457, with `code`, `hint` and `at` added."""

    status: int
    code: str
    title: str
    detail: str
    hint: str = ""
    at: str = ""

    def json(self) -> bytes:
        """The problem as `application/problem+json`; empty members are left out."""
        members = {
            "type": f"{BASE}problem/{self.code}",
            "title": self.title,
            "status": self.status,
            "detail": self.detail,
            "code": self.code,
            "hint": self.hint,
            "at": self.at,
        }
        return orjson.dumps({name: value for name, value in members.items() if value})


def restored(code: str, detail: str, hint: str, at: str) -> KgError:
    """The error that a reader process raised, as the class that has its code.

    >>> type(restored("bad-query", "no", "", "1:2")).__name__
    'BadQuery'
    """
    known = (each for each in _family(KgError) if each.code == code)
    kind: type[KgError] = next(known, None) or type("KgError", (KgError,), {"code": code})
    error = kind.__new__(kind)
    Exception.__init__(error, detail)
    error.hint, error.at = hint, at
    return error


def problem_of(error: Exception, request_id: str = "") -> Problem:
    """What a client is told of an error; of one that was not raised on purpose, only a number."""
    if isinstance(error, KgError) and error.code in STATUS and error.code != "internal":
        row = STATUS[error.code]
        return Problem(row.status, error.code, row.title, str(error), error.hint, error.at)
    if isinstance(error, HTTPException):
        return _of_http(error)
    row = STATUS["internal"]
    return Problem(
        row.status, "internal", row.title, "The service failed; the failure is in its log.",
        f"Quote request {request_id} when you report it." if request_id else "",
    )  # fmt: skip


def plain_page(problem: Problem, _release: str = "") -> str:
    """The plainest page of a problem, for a browser."""
    told = [problem.detail, problem.hint, f"At {problem.at}." if problem.at else ""]
    lines = "".join(f"<p>{escape(each)}</p>" for each in told if each)
    title = escape(f"{problem.status} {problem.title}")
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{title}</title></head>'
        f'<body><main><h1>{title}</h1>{lines}<p><a href="/">Home</a></p></main></body></html>'
    )


def problem_response(
    request: Request, error: Exception, page: Callable[[Problem, str], str] | None = None
) -> Response:
    """The response for an error: a page where a browser asks for one, else problem+json.

    `page` renders the page, with the release that its links are to keep asking, if any; without
    it, what `create_app` set as `app.state.problem_page` does.
    """
    request_id = str(request.scope.get("request_id", ""))
    problem = problem_of(error, request_id)
    if problem.code == "internal":
        LOG.error("request %s failed", request_id, exc_info=error)
    headers = dict(STATUS[problem.code].headers) | {"Cache-Control": "no-store"}
    if isinstance(error, HTTPException):
        headers |= error.headers or {}
    if "text/html" in request.headers.get("accept", ""):
        render = page or getattr(request.app.state, "problem_page", None) or plain_page
        html = render(problem, _kept_release(request, problem))
        return Response(html, problem.status, headers, "text/html; charset=utf-8")
    return Response(problem.json(), problem.status, headers, "application/problem+json")


def _kept_release(request: Request, problem: Problem) -> str:
    """The release that was asked for, unless it is the release that is the problem."""
    asked = request.query_params.get("release", "")
    return "" if problem.code in _OF_A_RELEASE else asked


def _of_http(error: HTTPException) -> Problem:
    code = {404: "not-found", 405: "method-not-allowed"}.get(error.status_code, "bad-request")
    row = STATUS[code]
    return Problem(error.status_code, code, row.title, str(error.detail))


def _family(kind: type[KgError]) -> list[type[KgError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in _family(child))]
