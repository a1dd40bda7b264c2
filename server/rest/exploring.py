"""The addresses of views of the Explorer, for the OpenAPI description."""

from __future__ import annotations

from typing import Any, Final

_TEXT: Final = {"type": "string"}
_FILES: Final = {
    "csv": ("links as a table", "text/csv"),
    "things.csv": ("things as a table", "text/csv"),
    "graphml": ("network as GraphML", "application/graphml+xml"),
    "gexf": ("network as GEXF", "application/gexf+xml"),
    "jsonld": ("network as JSON-LD", "application/ld+json"),
}
_LOG: Final = {
    "name": "do",
    "in": "query",
    "schema": _TEXT,
    "description": "The commands that make the view, with semicolons between them and commas in "
    "them, such as `add,organisation/26A/ccg;more,organisation/26A/ccg,ChangeEvent,in,20;"
    "on,2020-03-31`.",
}
_DAYS: Final = _LOG | {"description": "The days `on` and `by`, such as `on,2020-03-31`."}


def exploring() -> dict[str, dict[str, Any]]:
    """The paths, each with its operation as far as it is told: what all have is not."""
    whole = [_LOG]
    return {
        "/explore": _told("explore", "A view as a page.", whole, "text/html"),
        "/explore/view.json": _told("explore-view", "A view: things, links and sources.", whole),
        "/explore/query.json": _told("explore-query", "A view in SPARQL and GraphQL.", whole),
        "/explore/links.json": _told(
            "explore-links",
            "The kinds of link that a thing has, counted.",
            [_thing("thing"), _DAYS],
        ),
        "/explore/evidence.json": _told(
            "explore-evidence", "What bears out a thing or a link.", [_thing("thing")]
        ),
        "/explore/path.json": _told(
            "explore-path",
            "How two things are connected.",
            [_thing("here"), _thing("there"), _DAYS],
        ),
    } | {
        f"/explore/view.{form}": _told(
            f"explore-{form.replace('.', '-')}", f"A view: {words}.", whole, media
        )
        for form, (words, media) in _FILES.items()
    }


def _thing(name: str) -> dict[str, Any]:
    told = "A thing by what follows `id/` in its IRI, such as `organisation/26A/ccg`."
    return {"name": name, "in": "query", "required": True, "description": told, "schema": _TEXT}


def _told(
    name: str, summary: str, parameters: list[dict[str, Any]], media: str = "application/json"
) -> dict[str, Any]:
    return {"operationId": name, "summary": summary, "parameters": parameters, "media": media}
