"""The addresses that lead on, or that other standards describe, for the OpenAPI description."""

from __future__ import annotations

from typing import Any

from kg.store.formats import ROWS, TRIPLES, Format

_TEXT = {"type": "string"}
_PROBLEM = {"$ref": "#/components/schemas/Problem"}
_KIND = {"name": "kind", "in": "path", "required": True, "schema": _TEXT}
_KEY = {
    "name": "key",
    "in": "path",
    "required": True,
    "schema": _TEXT,
    "description": "The rest of its IRI; it may hold slashes.",
    "allowReserved": True,
}
_QUERY = {"name": "query", "in": "query", "schema": _TEXT,
          "description": "The query; without one the service describes itself."}  # fmt: skip
_READ = ["text/html", "text/markdown"]
_RUNNING = "What runs and waits now; for a token of the scope `admin`."
_FED = {
    "body": "What became of a body, who led it, and what was said of it, as an Atom feed.",
    "area": "The same of an area and all bodies in it, as an Atom feed.",
    "question": "A question, with a new entry when its answer is another one, as an Atom feed.",
}
_ON = {
    "name": "on",
    "in": "query",
    "description": "The day on which the body stood; a code may pass from one to the next.",
    "schema": {"type": "string", "format": "date"},
}


def elsewhere() -> dict[str, Any]:
    """The paths of IRIs, of codes, of descriptions, of SPARQL and of operations."""
    thing = _leading("iri", "From a thing to what is written of it.", [_KIND, _KEY])
    code = _leading("code", "From an ODS or GSS code to the body that used it.", [_KEY, _ON])
    code["responses"] = {
        "303": {"description": "The one body, or a search where several have used the code."},
        "default": _problem(),
    }
    return {
        "/id/{kind}/{key}": {"get": thing},
        "/id/organisation/{key}": {"get": code},
        "/openapi.json": {"get": _given("openapi", "This description.", ["application/json"])},
        "/sparql": {"get": _sparql()},
        "/livez": {"get": _given("live", "Whether the service lives.", ["text/plain"])},
        "/readyz": {"get": _given("ready", "Whether it is to be asked.", ["application/json"])},
        "/metrics": {"get": _given("metrics", "How it does, for Prometheus.", ["text/plain"])},
        "/admin/queries": {"get": _given("queries", _RUNNING, ["application/json"])},
        "/admin/queries/{number}": {"delete": _ending()},
        **{f"/feeds/{each}/{{key}}.atom": {"get": _fed(each)} for each in _FED},
        "/void": {"get": _given("void", "The release in VoID and DCAT.", _types(TRIPLES))},
        "/docs": {"get": _given("docs", "The pages of the documentation.", _READ)},
        "/docs/{name}": {"get": _documented()},
        "/llms.txt": {"get": _given("pages", "The same as a list in Markdown.", _READ[1:])},
    }


def _ending() -> dict[str, Any]:
    number = {"name": "number", "in": "path", "required": True, "schema": _TEXT}
    return {
        "operationId": "cancel",
        "summary": "End one of them; for a token of the scope `admin`.",
        "parameters": [number],
        "responses": {"204": {"description": "It is ended."}, "default": _problem()},
    }


def _fed(kind: str) -> dict[str, Any]:
    operation = _given(f"feed-{kind}", _FED[kind], ["application/atom+xml"])
    return operation | {"parameters": [_KEY | {"description": f"The {kind}."}]}


def _documented() -> dict[str, Any]:
    name = {"name": "name", "in": "path", "required": True, "schema": _TEXT, "allowReserved": True}
    operation = _given("documentation", "A page of the documentation.", _READ)
    return operation | {"parameters": [name]}


def _leading(name: str, summary: str, parameters: list[dict[str, Any]]) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": parameters,
        "responses": {"303": {"description": "Where it is described."}},
    }


def _sparql() -> dict[str, Any]:
    operation = _given("sparql", "A query by SPARQL 1.1 Protocol.", _types(ROWS + TRIPLES))
    operation["parameters"] = [_QUERY]
    operation["externalDocs"] = {"url": "https://www.w3.org/TR/sparql11-protocol/"}
    return operation


def _given(name: str, summary: str, types: list[str]) -> dict[str, Any]:
    content: dict[str, Any] = {each: {} for each in types}
    return {
        "operationId": name,
        "summary": summary,
        "responses": {"200": {"description": summary, "content": content}, "default": _problem()},
    }


def _types(formats: tuple[Format, ...]) -> list[str]:
    return [each.media_type for each in formats]


def _problem() -> dict[str, Any]:
    return {
        "description": "A problem.",
        "content": {"application/problem+json": {"schema": _PROBLEM}},
    }
