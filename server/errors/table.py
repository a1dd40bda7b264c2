"""What each error code is in HTTP: one table for every door."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple


class Status(NamedTuple):
    """What an error code is in HTTP."""

    status: int
    title: str
    headers: Mapping[str, str] = {}


_LATER = {"Retry-After": "1"}
# Jena reads only the first of a field, and fails of what it does not know.
_CHALLENGE = {"WWW-Authenticate": 'Basic realm="coterminous", Bearer realm="coterminous"'}
_CLOSE = {"Connection": "close"}  # what else the client sends is not read
_ROWS: Mapping[str, Status] = {
    "internal": Status(500, "Something went wrong here"),
    "unknown-question": Status(404, "Unknown question"),
    "bad-parameter": Status(400, "A parameter cannot be read"),
    "unknown-thing": Status(404, "Nothing by that name"),
    "bad-query": Status(400, "The query cannot be answered"),
    "unknown-release": Status(404, "Unknown release"),
    "retired-release": Status(410, "The release is no longer kept"),
    "invalid-input": Status(422, "A file cannot be taken in"),
    "invalid-graph": Status(422, "The graph breaks its shapes"),
    "older-model": Status(501, "The release is older than this GraphQL"),
    "newer-store": Status(503, "The store is of a newer version"),
    "no-release": Status(503, "There is nothing to answer from", _LATER),
    "deadline-passed": Status(504, "The answer took too long"),
    "bad-backup": Status(422, "A backup cannot be put back"),
    "bad-setting": Status(500, "A setting cannot be read"),
    "cannot-listen": Status(500, "Nothing can listen there"),
    "body-too-large": Status(413, "The body is too large", _CLOSE),
    "body-too-slow": Status(408, "The body came too slowly", _CLOSE),
    "body-cut": Status(400, "The body is not whole"),
    "unsupported-media-type": Status(415, "The body's type is not read here"),
    "not-acceptable": Status(406, "No format that was asked for"),
    "overloaded": Status(503, "Too many queries at once", _LATER),
    "reader-lost": Status(503, "The answer was lost", _LATER),
    "memory-exceeded": Status(503, "The answer took too much memory"),
    "cancelled": Status(503, "The work was stopped"),
    "closing": Status(503, "The service is being stopped", _LATER),
    "unknown-work": Status(404, "Nothing by that number"),
    "too-many-requests": Status(429, "Too many requests", _LATER),
    "broken-release": Status(503, "A release is broken", _LATER),
    "writer-lost": Status(503, "The writer has ended", _LATER),
    "unauthorized": Status(401, "A token is needed", _CHALLENGE),
    "bad-document": Status(400, "The document cannot be taken"),
    "process-ended": Status(500, "A process of the build has ended"),
    "no-space": Status(507, "There is no room on the disk"),
    "forbidden": Status(403, "This may not be done here"),
    "invalid-write": Status(422, "What was sent breaks the shapes"),
    "precondition-failed": Status(412, "The data is not as the request expects it"),
    "not-installed": Status(501, "A package is not installed"),
    "not-pulled": Status(502, "A release could not be pulled"),
    "not-loaded": Status(502, "A document could not be loaded"),
    "unknown-graph": Status(404, "There is no such graph"),
    "unreadable-release": Status(503, "A release cannot be opened", _LATER),
    "federation-refused": Status(403, "Other services are not called"),
    "engine-failed": Status(502, "The engine gave no answer", _LATER),
    "service-failed": Status(502, "Another service gave no answer"),
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
PROBLEM = "x-problem"
STATUS: Mapping[str, Status] = {
    code: row._replace(headers={**row.headers, PROBLEM: code}) for code, row in _ROWS.items()
}
"""A row for each error code; by the header a refusal is counted in whatever form it is told."""
