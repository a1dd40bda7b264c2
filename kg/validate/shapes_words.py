"""Constraints and values in words, for messages."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.model.names import shorten
from kg.model.terms import XSD, Iri, Literal, Term
from kg.validate.shapes_read import Demand, Shape

_PHRASES: Final = {
    "minCount": "at least {}",
    "maxCount": "at most {}",
    "hasValue": "the value {}",
    "lessThan": "less than {}",
    "lessThanOrEquals": "at most {}",
    "class": "a {}",
    "datatype": "a value of type {}",
    "nodeKind": "a node of kind {}",
    "pattern": "text that matches {}",
    "minInclusive": "{} or more",
    "maxInclusive": "{} or less",
}


def wanted(demand: Demand, shapes: Mapping[Iri, Shape]) -> str:
    """What a demand needs, in words that follow `needs`."""
    if demand.parameter in ("or", "and"):
        return f" {demand.parameter} ".join(_of(each, shapes) for each in demand.shapes)
    if demand.parameter == "not":
        return f"not to have {_of(demand.shapes[0], shapes)}"
    if demand.parameter == "node":
        name = demand.terms[0]
        return _of(shapes[name], shapes) if isinstance(name, Iri) else ""
    shown = [show(each) for each in demand.terms]
    if demand.parameter == "in":
        return "one of " + ", ".join(shown)
    return _PHRASES[demand.parameter].replace("{}", shown[0])


def _of(shape: Shape, shapes: Mapping[Iri, Shape]) -> str:
    path = f"{shape.path} " if shape.path else ""
    parts = [path + wanted(demand, shapes) for demand in shape.demands]
    return " and ".join(parts + [_of(each, shapes) for each in shape.properties])


def show(term: Term) -> str:
    """A term as a message shows it: short names for IRIs, long texts cut.

    >>> show(Iri(XSD + "date")), show(Literal("1", XSD + "date")), show(Literal("x" * 99))[-5:]
    ('xsd:date', '"1"^^xsd:date', 'xxx…"')
    """
    if not isinstance(term, Literal):
        return shorten(term)
    text = term.text if len(term.text) <= 60 else term.text[:59] + "…"
    if term.datatype in (XSD + "integer", XSD + "decimal", XSD + "boolean"):
        return text
    kind = "" if term.lang or term.datatype == XSD + "string" else "^^" + shorten(term.datatype)
    return f'"{text}"' + (f"@{term.lang}" if term.lang else kind)
