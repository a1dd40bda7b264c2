"""A GraphQL request, whichever way it came, read and checked (GraphQL over HTTP, 5)."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final

import orjson

from kg.errors import BadQuery

JSON: Final = "application/json"
GRAPHQL: Final = "application/graphql-response+json"
EVENTS: Final = "text/event-stream"
ON_ERROR: Final = ("NULL", "PROPAGATE", "HALT")
_KINDS: Final = {
    "query": (str, "a string"),
    "documentId": (str, "a string"),
    "operationName": (str, "a string"),
    "variables": (dict, "an object"),
    "extensions": (dict, "an object"),
    "onError": (str, "a string"),
}
_SHA256: Final = "sha256:"


@dataclass(frozen=True)
class GraphqlRequest:
    """What is asked: a document, by its text or by its id or by both.

    `on_error` is one of `ON_ERROR`, or nothing for the service's own choice.
    """

    document: str | None = None
    document_id: str | None = None
    operation: str | None = None
    variables: Mapping[str, Any] = field(default_factory=dict)
    extensions: Mapping[str, Any] = field(default_factory=dict)
    on_error: str | None = None

    @property
    def is_automatic(self) -> bool:
        """Whether the id came as an automatic persisted query has it."""
        return "persistedQuery" in self.extensions

    def body(self, **more: object) -> bytes:
        """The request as JSON, for a reader; raises `BadQuery` for what is nested too deeply."""
        told = {
            "query": self.document,
            "operationName": self.operation,
            "variables": self.variables,
            "extensions": self.extensions,
            "onError": self.on_error,
        }
        try:
            return orjson.dumps(told | more)
        except TypeError:
            raise BadQuery(
                "The variables are nested too deeply.", "variables", "Write them flatter."
            ) from None


def loaded(text: bytes, what: str) -> Any:
    """What JSON stands for; raises `BadQuery`, which begins with `what`."""
    try:
        return orjson.loads(text)
    except orjson.JSONDecodeError as error:
        raise BadQuery(f"{what} is not JSON: {error}") from None


def of_query(fields: Iterable[tuple[str, str]]) -> GraphqlRequest:
    """The request in the query of an address, where an empty part is one that was left out.

    >>> of_query([("query", "{ a }"), ("operationName", "")]).document
    '{ a }'
    """
    asked: dict[str, Any] = {}
    for name, text in fields:
        if name not in _KINDS or not text:
            continue
        if name in asked:
            raise BadQuery(f"The parameter '{name}' is given more than once.", at=name)
        is_json = _KINDS[name][0] is dict
        asked[name] = loaded(text.encode(), f"The parameter '{name}'") if is_json else text
    return of_json(asked)


def of_json(asked: object) -> GraphqlRequest:
    """The request that a JSON value is; raises `BadQuery` where one part is not of its kind.

    Parts that are not known are left out, and one that is null was not given.

    >>> of_json({"query": "{ a }", "variables": None, "id": 1}).body()[:35]
    b'{"query":"{ a }","operationName":nu'
    """
    if isinstance(asked, list):
        raise BadQuery(
            "The body is a JSON array; operations are not answered in batches.",
            hint="Send them one by one; a connection may be used again and again.",
        )
    if not isinstance(asked, dict):
        raise BadQuery("The body is not a JSON object.", hint='Send {"query": "…"}.')
    known = {name: asked[name] for name in _KINDS if asked.get(name) is not None}
    for name, value in known.items():
        kind, told = _KINDS[name]
        if not isinstance(value, kind):
            raise BadQuery(f"'{name}' is not {told}.", at=name)
    extensions: dict[str, Any] = known.get("extensions", {})
    on_error = known.get("onError")
    if on_error not in (None, *ON_ERROR):
        raise BadQuery(f"'onError' is '{on_error}'.", "onError", f"Give {', '.join(ON_ERROR)}.")
    request = GraphqlRequest(
        known.get("query"),
        known.get("documentId") or _automatic(extensions),
        known.get("operationName"),
        known.get("variables", {}),
        extensions,
        on_error,
    )
    if request.document is None and request.document_id is None:
        raise BadQuery("There is no 'query'.", "query", "Send the document as 'query'.")
    return request


def _automatic(extensions: Mapping[str, Any]) -> str | None:
    """The id of the document of an automatic persisted query, or nothing if it is none."""
    told = extensions.get("persistedQuery")
    if told is None:
        return None
    if not isinstance(told, dict) or not isinstance(told.get("sha256Hash"), str):
        raise BadQuery(
            "'persistedQuery' has no 'sha256Hash' that is a string.", "extensions.persistedQuery"
        )
    if told.get("version") != 1:
        raise BadQuery("'persistedQuery' is not of version 1.", "extensions.persistedQuery")
    return f"{_SHA256}{told['sha256Hash']}"
