"""The description of the plain addresses: OpenAPI 3.1, made from the question library."""

from __future__ import annotations

from typing import Any

from kg.model.terms import XSD, Iri, Literal, Term
from kg.questions.bind import defaults
from kg.questions.library import Library, Question
from server.rest.documenting import SECURITY, documenting
from server.rest.elsewhere import elsewhere
from server.rest.exploring import exploring
from server.rest.formats import ANSWER, RECKONED, THING
from server.rest.lineages import lineages
from server.rest.reckoning import described
from server.rest.rows import plain

_TYPES: dict[str, dict[str, str | int]] = {
    XSD + "integer": {"type": "integer", "minimum": 0},
    XSD + "boolean": {"type": "boolean"},
    XSD + "date": {"type": "string", "format": "date"},
    XSD + "decimal": {"type": "number"},
}
_RELEASE = {
    "name": "release",
    "in": "query",
    "description": "The release to answer from; the current one if left out.",
    "schema": {"type": "string"},
}
_PROBLEM = {
    "description": "A problem, as RFC 9457 has it, with a stable `code` and a `hint`.",
    "content": {"application/problem+json": {"schema": {"$ref": "#/components/schemas/Problem"}}},
}


def description(library: Library) -> dict[str, Any]:
    """The whole description; one path a question, with its parameters and their defaults."""
    paths: dict[str, Any] = {
        f"/questions/{each.name}": {"get": _question(each)} for each in library.values()
    }
    paths["/questions"] = {"get": _simple("questions", "The questions there are.", RECKONED)}
    paths["/search"] = {"get": _search()}
    paths["/doc/{kind}/{key}"] = {"get": _thing()}
    for place, operations in (lineages() | described()).items():
        paths[place] = {method: _completed(each) for method, each in operations.items()}
    paths |= {place: {"get": _of_a_view(told)} for place, told in exploring().items()}
    for place, operations in documenting().items():
        paths[place] = {method: _with_problem(each) for method, each in operations.items()}
    paths |= elsewhere()
    return {
        "openapi": "3.1.0",
        "info": {
            "title": "coterminous",
            "summary": "An evidence-linked graph of how the English NHS organises commissioning.",
            "version": "1",
            "license": {"name": "Apache 2.0", "identifier": "Apache-2.0"},
        },
        "paths": dict(sorted(paths.items())),
        "components": {"schemas": {"Problem": _problem_schema()}, "securitySchemes": SECURITY},
    }


def told(question: Question) -> dict[str, Any]:
    """A question as the list of questions tells it."""
    known = defaults(question.sparql)
    return {
        "name": question.name,
        "theme": question.theme,
        "title": question.header.title,
        "question": question.header.question,
        "parameters": [
            {"name": each.name, "meaning": each.sentence, "default": plain(known.get(each.name))}
            for each in question.header.parameters
        ],
        "columns": [
            {"name": each.name, "meaning": each.sentence} for each in question.header.columns
        ],
        "notes": list(question.header.notes),
        "address": f"/questions/{question.name}",
    }


def schema_of(default: Term) -> dict[str, Any]:
    """The JSON schema of a parameter, by the type of its default.

    >>> schema_of(Literal.date("2020-04-01"))
    {'type': 'string', 'format': 'date', 'default': '2020-04-01'}
    """
    if isinstance(default, Iri):
        kind: dict[str, str | int] = {"type": "string", "format": "iri"}
    else:
        datatype = default.datatype if isinstance(default, Literal) else ""
        kind = dict(_TYPES.get(datatype, {"type": "string"}))
    return {**kind, "default": plain(default)}


def _question(question: Question) -> dict[str, Any]:
    known = defaults(question.sparql)
    parameters = [
        {
            "name": each.name,
            "in": "query",
            "description": each.sentence,
            "schema": schema_of(known[each.name]),
        }
        for each in question.header.parameters
        if each.name in known
    ]
    operation = _simple(question.name.replace("/", "-"), question.header.question, ANSWER)
    operation["tags"] = [question.theme]
    operation["parameters"] = [*parameters, _format(ANSWER), _RELEASE]
    return operation


def _search() -> dict[str, Any]:
    operation = _simple("search", "Things found by a name, an old name or a code.", RECKONED)
    operation["parameters"] = [
        {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}},
        {"name": "kind", "in": "query", "description": "One class of the ontology only.",
         "schema": {"type": "string"}},
        {"name": "first", "in": "query", "description": "How many, 100 at most.",
         "schema": {"type": "integer", "default": 20}},
        _format(RECKONED),
        _RELEASE,
    ]  # fmt: skip
    return operation


def _thing() -> dict[str, Any]:
    operation = _simple("thing", "A thing, with its evidence.", THING)
    operation["parameters"] = [
        {"name": "kind", "in": "path", "required": True, "schema": {"type": "string"}},
        {"name": "key", "in": "path", "required": True, "schema": {"type": "string"},
         "description": "The rest of its IRI; it may hold slashes.", "allowReserved": True},
        _format(THING),
        _RELEASE,
    ]  # fmt: skip
    return operation


def _completed(told: dict[str, Any]) -> dict[str, Any]:
    """An operation that a table tells with its answers, and the parameters that all have."""
    formats, headers = told.pop("formats"), told.pop("headers", None)
    operation = _simple(told["operationId"], told["summary"], formats)
    if headers:
        operation["responses"]["200"]["headers"] = headers
    shared = [_format(formats), _RELEASE] if len(formats) > 1 else [_RELEASE]
    return operation | told | {"parameters": [*told["parameters"], *shared]}


def _with_problem(told: dict[str, Any]) -> dict[str, Any]:
    return told | {"responses": {**told["responses"], "default": _PROBLEM}}


def _of_a_view(told: dict[str, Any]) -> dict[str, Any]:
    content: dict[str, Any] = {told.pop("media"): {}}
    responses = {"200": {"description": told["summary"], "content": content}, "default": _PROBLEM}
    return told | {"parameters": [*told["parameters"], _RELEASE], "responses": responses}


def _simple(name: str, summary: str, formats: tuple[Any, ...]) -> dict[str, Any]:
    content: dict[str, Any] = {each.media_type: {} for each in formats}
    return {
        "operationId": name,
        "summary": summary,
        "parameters": [_format(formats), _RELEASE],
        "responses": {"200": {"description": summary, "content": content}, "default": _PROBLEM},
    }


def _format(formats: tuple[Any, ...]) -> dict[str, Any]:
    return {
        "name": "format",
        "in": "query",
        "description": "The format by name; otherwise `Accept` decides.",
        "schema": {"type": "string", "enum": [each.name for each in formats]},
    }


def _problem_schema() -> dict[str, Any]:
    text = {"type": "string"}
    names = ("type", "title", "detail", "code", "hint", "at")
    properties = {name: dict(text) for name in names} | {"status": {"type": "integer"}}
    return {"type": "object", "properties": properties, "required": ["title", "status", "code"]}
