"""The addresses of documents, for the OpenAPI description; each is for a token."""

from __future__ import annotations

from typing import Any, Final

_TEXT: Final = {"type": "string"}
_NUMBER: Final = {"type": "integer", "minimum": 0}
_JSON: Final = "application/json"
_GIVEN: Final = {
    "title": "Its title.",
    "author": "Who wrote it.",
    "issued": "The day of issue, as precise as known: 2019, 2019-03, 2019-03-28.",
    "publisher": "Who published it.",
    "address": "Where it is on the web.",
    "kind": "What kind of document it is, by its code in the ontology, such as `newsArticle`.",
}
_VERDICTS: Final = ("accept", "reject", "unsure", "undo", "missed")
_DECISION: Final = {
    "type": "object",
    "required": ["verdict"],
    "properties": {
        "verdict": {"enum": list(_VERDICTS)},
        "candidate": _TEXT | {"description": "Which one; not of `undo` and `missed`."},
        "reason": _TEXT | {"description": "Why it is rejected."},
        "changes": {"type": "object", "description": "Members of its value, put right."},
        "reviewer": _TEXT | {"description": "Who decides; the token's name, if left out."},
        "sequence": _NUMBER | {"description": "Of `undo`: only if this is the last decision."},
        "type": _TEXT | {"description": "Of `missed`: what it is, such as `Person`."},
        "start": _NUMBER | {"description": "Of `missed`: the first code point."},
        "end": _NUMBER | {"description": "Of `missed`: the code point after the last."},
        "value": {"type": "object", "description": "Of `missed`: what is said of it."},
    },
}
SECURITY: Final = {"token": {"type": "http", "scheme": "bearer"}}
"""How the token is sent."""


def documenting() -> dict[str, dict[str, Any]]:
    """The paths, each with its operations as far as they are told: what all have is not."""
    one = "/documents/{document}"
    return {
        "/documents": {
            "get": _told("documents", "All documents, each with how far its review is."),
            "post": _told("add-document", "Add a document.", _added(), _query(), code="201"),
        },
        one: {
            "get": _told("document", "A document with its text.", None, _name()),
            "delete": _told(
                "remove-document", "Remove it, and its graph.", None, _name(), code="204"
            ),
        },
        f"{one}/candidates": {
            "get": _told("candidates", "What was read in it, and what was decided.", None, _name())
        },
        f"{one}/decisions": {
            "post": _told("decide", "Decide on a candidate.", {_JSON: _DECISION}, _name())
        },
        f"{one}/commit": {
            "get": _told("commit-plan", "What a commit would change.", None, _name()),
            "post": _told(
                "commit", "Write what is accepted as the document's graph.", None, _name()
            ),
        },
        f"{one}/withdraw": {
            "post": _told("withdraw-document", "Take its graph out again.", None, _name())
        },
    }


def _added() -> dict[str, Any]:
    said = {name: _TEXT | {"description": told} for name, told in _GIVEN.items()}
    text = _TEXT | {"description": "The text itself, in place of a file."}
    file = {"type": "string", "format": "binary", "description": "HTML, PDF, Word, RTF or text."}
    return {
        _JSON: {"type": "object", "required": ["text"], "properties": {"text": text} | said},
        "multipart/form-data": {"type": "object", "properties": {"file": file} | said},
        "*/*": {"type": "string", "format": "binary"},
    }


def _query() -> list[dict[str, Any]]:
    return [
        {"name": name, "in": "query", "schema": _TEXT, "description": f"{told} Of a whole body."}
        for name, told in _GIVEN.items()
    ]


def _name() -> list[dict[str, Any]]:
    told = "Its id, or the beginning of it."
    return [
        {"name": "document", "in": "path", "required": True, "schema": _TEXT, "description": told}
    ]


def _told(
    name: str,
    summary: str,
    bodies: dict[str, Any] | None = None,
    parameters: list[dict[str, Any]] | None = None,
    code: str = "200",
) -> dict[str, Any]:
    content: dict[str, Any] = {} if code == "204" else {"content": {_JSON: {}}}
    told: dict[str, Any] = {
        "operationId": name,
        "summary": summary,
        "parameters": parameters or [],
        "security": [{"token": []}],
        "responses": {code: {"description": summary} | content},
    }
    if bodies:
        content = {media: {"schema": schema} for media, schema in bodies.items()}
        told["requestBody"] = {"required": True, "content": content}
    return told
