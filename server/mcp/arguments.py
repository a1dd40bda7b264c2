"""What was sent to a tool, held to the tool's schema before anything is done."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from jsonschema import Draft202012Validator, ValidationError

from kg.errors import BadParameter

_SHOWN: Final = 60
_ARTICLES: Final = {"integer": "a whole number", "object": "an object", "string": "a text"}


def checked(schema: Mapping[str, Any], sent: Mapping[str, Any]) -> dict[str, Any]:
    """The arguments, with the schema's defaults for those left out or null.

    Raises `BadParameter`, which names the argument and what it is to be, and never repeats what
    was sent at length.
    """
    known: dict[str, Any] = schema["properties"]
    given = {name: value for name, value in sent.items() if value is not None}
    for name in given:
        if name not in known:
            raise BadParameter(clipped(name), "there is no such argument", _hint(known))
    for name in schema["required"]:
        if name not in given:
            raise BadParameter(name, "it is wanted", known[name]["description"])
    for error in Draft202012Validator(schema).iter_errors(given):
        raise _bad(error)
    defaults = {name: each["default"] for name, each in known.items() if "default" in each}
    return defaults | given


def clipped(text: str) -> str:
    """The beginning of a text that may be long, without what no line has.

    >>> clipped("a" * 99)[-3:], clipped("a\\nb")
    ('aa…', 'a b')
    """
    plain = "".join(each if each.isprintable() else " " for each in text[: _SHOWN + 1])
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"


def _bad(error: ValidationError) -> BadParameter:
    names = [clipped(str(each)) for each in error.absolute_path]
    limit = error.validator_value
    told = {
        "type": f"it is not {_kinds(limit)}",
        "maxLength": f"it is longer than {limit} characters",
        "minLength": "it is empty",
        "maxItems": f"there are more than {limit}",
        "maxProperties": f"it has more than {limit} members",
        "minimum": f"it is less than {limit}",
        "maximum": f"it is more than {limit}",
        "enum": f"it is none of {', '.join(map(str, limit)) if isinstance(limit, list) else ''}",
        "pattern": "it is not written as is told of it",
    }.get(str(error.validator), "it is not as its schema says")
    hint = error.schema.get("description", "") if isinstance(error.schema, Mapping) else ""
    return BadParameter(".".join(names) or "arguments", told, hint)


def _kinds(limit: object) -> str:
    kinds = limit if isinstance(limit, list) else [limit]
    return " or ".join(_ARTICLES.get(str(each), str(each)) for each in kinds)


def _hint(known: Mapping[str, Any]) -> str:
    return f"Known: {', '.join(known)}."
