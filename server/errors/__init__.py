"""From an error to what a client sees: one table, one shape, alike at every door.

`raised` has the errors that only a service can raise (`kg.errors` has the others), `table` the
status and title of every code, `hints` what to do about each, `problem` the response.
"""

from __future__ import annotations

from server.errors.hints import HINTS
from server.errors.problem import Problem, plain_page, problem_of, problem_response, restored
from server.errors.raised import (
    BodyTooLarge,
    BodyTooSlow,
    CannotListen,
    FederationRefused,
    NotAcceptable,
    Overloaded,
    ReaderLost,
    TooDeep,
    TooLong,
    UnreadableRelease,
    UnsupportedType,
)
from server.errors.table import PROBLEM, STATUS, Status

__all__ = [
    "HINTS",
    "PROBLEM",
    "STATUS",
    "BodyTooLarge",
    "BodyTooSlow",
    "CannotListen",
    "FederationRefused",
    "NotAcceptable",
    "Overloaded",
    "Problem",
    "ReaderLost",
    "Status",
    "TooDeep",
    "TooLong",
    "UnreadableRelease",
    "UnsupportedType",
    "plain_page",
    "problem_of",
    "problem_response",
    "restored",
]
