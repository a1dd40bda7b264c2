"""The addresses of what became of bodies, for the OpenAPI description."""

from __future__ import annotations

from typing import Any, Final

from kg.analysis.lineage.bodies import CHANGES, KINDS
from server.lineage.recoded import SUMMARY
from server.rest.formats import CSV, HTML, LINEAGE, RECKONED, TOLD

_DAY: Final = {"type": "string", "format": "date"}
_TEXT: Final = {"type": "string"}
_WAYS: Final = ("both", "forward", "back")


def lineages() -> dict[str, dict[str, Any]]:
    """The paths, each with its operations as far as they are told: formats and `release` are not.

    Of an operation `formats` are those that it answers in, the first one first.
    """
    return {
        "/replaced": {"get": _replaced()},
        "/lineage/{key}": {"get": _lineage()},
        "/coterminosity": {"get": _coterminosity()},
        "/crosswalk.csv": {
            "get": _told(
                "crosswalk",
                "Every code that there was, on the bodies of every day on which the map changed.",
                (CSV,),
            )
        },
        "/recode": {
            "get": _told("recode-page", "A form for the same.", (HTML,)),
            "post": _recode(),
        },
    }


def _replaced() -> dict[str, Any]:
    return _told(
        "replaced",
        "What replaced the body that a code or a name means, or ever meant.",
        TOLD,
        _query("q", "A code, a name or an id, such as `03D`.", _TEXT, required=True),
        _query("on", "The day; without one, as last known.", _DAY),
        _query("kind", "Of several bodies the one of this kind.", _one_of(KINDS)),
    )


def _lineage() -> dict[str, Any]:
    key = {
        "name": "key",
        "in": "path",
        "required": True,
        "schema": _TEXT,
        "description": "An id such as `organisation/26A/ccg`, or a code or name of one body.",
        "allowReserved": True,
    }
    kinds = {"type": "array", "items": _one_of(CHANGES)}
    return _told(
        "lineage",
        "What became of a body, and what it came from.",
        LINEAGE,
        key,
        _query(
            "direction", "Which way.", _one_of(("both", "forward", "back")) | {"default": "both"}
        ),
        _query("through", "Only by these kinds of step.", kinds),
        _query("until", "Going forward the last day, going back the first.", _DAY),
    )


def _coterminosity() -> dict[str, Any]:
    return _told(
        "coterminosity",
        "How areas lay over councils: all of a day, or one on all days of change.",
        RECKONED,
        _query("on", "The day; this or `area`.", _DAY),
        _query("area", "The code of an STP, ICS or board.", _TEXT),
    )


def _recode() -> dict[str, Any]:
    values = {"type": "array", "items": _TEXT}
    operation = _told(
        "recode",
        "A table by code and period, on the bodies of another day.",
        (CSV,),
        _query("to", "The day whose bodies are wanted.", _DAY, required=True),
        _query("code", "The column of ODS or ONS codes.", _TEXT, required=True),
        _query("period", "The column of their periods.", _TEXT),
        _query("value", "Columns of numbers that are shared out.", values),
        _query("level", "A board, or a sub-ICB location, from July 2022.",
               _one_of(("board", "location")) | {"default": "board"}),
    )  # fmt: skip
    operation["requestBody"] = {"required": True, "content": {"text/csv": {"schema": _TEXT}}}
    operation["headers"] = {
        SUMMARY: {"description": "How many rows, and what came of them.", "schema": _TEXT}
    }
    return operation


def _told(name: str, summary: str, formats: Any, *parameters: dict[str, Any]) -> dict[str, Any]:
    return {
        "operationId": name,
        "summary": summary,
        "parameters": list(parameters),
        "formats": formats,
    }


def _query(
    name: str, description: str, schema: dict[str, Any], *, required: bool = False
) -> dict[str, Any]:
    told = {"name": name, "in": "query", "description": description, "schema": schema}
    return told | ({"required": True} if required else {})


def _one_of(codes: Any) -> dict[str, Any]:
    return {"type": "string", "enum": list(codes)}
