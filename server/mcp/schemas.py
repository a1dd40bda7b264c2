"""The parts that the JSON schemas of tools are made of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from kg.analysis.lineage.bodies import CHANGES
from server.limits.sparql import LENGTH
from server.mcp.page import FARTHEST, MOST
from server.settings import Limits

Schema = dict[str, Any]
QUERY: Final = LENGTH
"""Characters that a SPARQL query may have."""
DOCUMENT: Final = Limits.document
"""Characters that a GraphQL document may have."""
_LONGEST: Final = 10**15


def text(description: str, longest: int) -> Schema:
    """A text that is not empty."""
    return {"type": "string", "minLength": 1, "maxLength": longest, "description": description}


def number(description: str, default: int, least: int, most: int) -> Schema:
    """A whole number from `least` to `most`."""
    bounds = {"minimum": least, "maximum": most, "default": default}
    return {"type": "integer", **bounds, "description": description}


def day(description: str) -> Schema:
    """An ISO day."""
    told = f"{description} A day such as 2018-11-01."
    return {"type": "string", "format": "date", "pattern": r"^\d{4}-\d{2}-\d{2}$",
            "maxLength": 10, "description": told}  # fmt: skip


def one_of(description: str, codes: Sequence[str], default: str = "") -> Schema:
    """One of some words."""
    told: Schema = {"type": "string", "enum": list(codes), "description": description}
    return told | ({"default": default} if default else {})


def array(items: Schema) -> Schema:
    """A list."""
    return {"type": "array", "items": items}


def closed(properties: Schema, required: Sequence[str]) -> Schema:
    """An object that has no other members."""
    return open_object(properties, required) | {"additionalProperties": False}


def open_object(properties: Schema, required: Sequence[str]) -> Schema:
    """An object that has at least these members."""
    return {"type": "object", "properties": properties, "required": list(required)}


def _all(**properties: Schema) -> Schema:
    return open_object(properties, list(properties))


TEXT: Final[Schema] = {"type": "string"}
MAYBE: Final[Schema] = {"type": ["string", "null"]}
_COUNT: Final[Schema] = {"type": "integer", "minimum": 0}
RELEASE: Final = text("The release to answer from; the current one if left out.", 100)
ANSWERED: Final[Schema] = TEXT | {"description": "The release that the answer is of."}
WHAT: Final = text(
    "An IRI, an id such as organisation/26A/ccg or claim/003/12, or a code or exact name.", 500
)
PAGED: Final[Schema] = {
    "first": number("How many items at most.", 25, 1, MOST),
    "offset": number("How many are left out before them: `page.next`.", 0, 0, FARTHEST),
}
PARAMETERS: Final[Schema] = {
    "type": "object",
    "maxProperties": 20,
    "default": {},
    "description": "Values by name; those left out keep their defaults. A thing is given as a "
    "code, a name, an id or an IRI, a day as 2018-11-01.",
    "additionalProperties": {
        "type": ["string", "number", "boolean"],
        "maxLength": 2_000,
        "minimum": -_LONGEST,
        "maximum": _LONGEST,
    },
}
KINDS_OF_STEP: Final[Schema] = {
    "type": "array",
    "maxItems": len(CHANGES),
    "items": {"type": "string", "enum": list(CHANGES)},
    "description": "Only by these kinds of step.",
}
PAGE: Final = _all(
    offset=_COUNT,
    count=_COUNT,
    total=_COUNT,
    next={"type": ["integer", "null"], "description": "The offset of the next page, if any."},
)
HIT: Final = _all(iri=TEXT, id=TEXT, label=TEXT, matched=TEXT, kind=TEXT)
QUESTION: Final = _all(
    name=TEXT, title=TEXT, question=TEXT, parameters=array({"type": "object"}),
    columns=array({"type": "object"}),
)  # fmt: skip
SOURCE: Final = _all(
    of=TEXT | {"description": "What it bears out."},
    evidence=TEXT, document=TEXT, title=MAYBE, issued=MAYBE, place=MAYBE,
)  # fmt: skip
ROW: Final = _all(values={"type": "object"}, evidence=array(SOURCE))
STATEMENT: Final = _all(
    direction=TEXT, property=TEXT, propertyLabel=MAYBE, value=MAYBE, valueLabel=MAYBE,
    graph=MAYBE, evidence=array(SOURCE),
)  # fmt: skip
STEP: Final = open_object(
    {"from": TEXT, "to": TEXT, "kind": TEXT, "day": MAYBE, "evidence": array(SOURCE)},
    ("from", "to", "kind", "day", "evidence"),
)
PLACE: Final = _all(
    evidence=TEXT,
    document=TEXT,
    title=MAYBE,
    issued=MAYBE,
    passage={"type": ["object", "null"], "description": "The words in their place, if held here."},
)
