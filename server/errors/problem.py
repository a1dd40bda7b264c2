"""An error as a client sees it, alike at every door (RFC 9457)."""

from __future__ import annotations

import logging
from collections.abc import Callable
from dataclasses import dataclass
from html import escape

import orjson
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import Response

from kg.errors import KgError
from kg.model.names import BASE
from server.errors.hints import HINTS
from server.errors.table import STATUS

LOG = logging.getLogger("coterminous")
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
        hint = error.hint or HINTS[error.code]
        return Problem(row.status, error.code, row.title, str(error), hint, error.at)
    if isinstance(error, HTTPException):
        return _of_http(error)
    row = STATUS["internal"]
    return Problem(
        row.status, "internal", row.title, "The service failed; the failure is in its log.",
        f"Quote request {request_id} when you report it." if request_id else HINTS["internal"],
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
    return Problem(error.status_code, code, row.title, str(error.detail), HINTS[code])


def _family(kind: type[KgError]) -> list[type[KgError]]:
    return [kind, *(each for child in kind.__subclasses__() for each in _family(child))]
