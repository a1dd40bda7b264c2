"""Single values of things: literals, codes, names, and how sure it is that something held."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal, InvalidOperation
from typing import Any, Final

from graphql import GraphQLError

from kg.model.definitions import Property
from kg.model.names import ID, RDFS_LABEL, graph, shorten
from kg.model.terms import Iri, Literal, Term
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.force import Force, Passing, chosen, matches, near, sure
from tests.server.graphql.generated.reading import CONCEPT, Reading

BOUNDS: Final = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")


class Values:
    """Reads single values of things."""

    def __init__(self, facts: Facts, reading: Reading, passing: Passing) -> None:
        self._facts = facts
        self._reading = reading
        self._passing = passing

    def built_in(self, name: str, thing: Iri, force: Force, args: Mapping[str, Any]) -> Any:
        """A field that is not a property of the thing's class."""
        if name == "held":
            return self.certainty(thing, force, args)
        if name in ("id", "iri"):
            return short(thing) if name == "id" else thing
        code = self._reading.codes.get(thing)
        if name in ("type", "graphs"):
            if code:
                return [shorten(CONCEPT if name == "type" else graph("schema"))]
            found = self._facts.types(thing) if name == "type" else self._facts.graphs(thing)
            return [short(each) for each in sorted(found)]
        if name == "label":
            text = self._text(thing, name, force)
            return text.text if text else code[1].label if code else None
        if name.endswith("Text"):
            force = force.under(args, self._reading.ontology)
            return self._told(self._text(thing, name.removesuffix("Text"), force), force)
        return self._of_code(thing, name)

    def _text(self, thing: Iri, name: str, force: Force) -> Literal | None:
        assert name == "label", "no other text has several languages yet"
        text: Literal | None = only(chosen(self._facts.values(thing, RDFS_LABEL), force.languages))
        return text

    def _told(self, text: Literal | None, force: Force) -> dict[str, Any] | None:
        if text is None:
            return None
        is_wanted = any(matches(text.lang, each) for each in force.languages)
        return {
            "value": text.text,
            "language": text.lang or None,
            "requested": [*force.languages],
            "isFallback": bool(force.languages) and not is_wanted,
        }

    def certainty(self, thing: Iri, force: Force, args: Mapping[str, Any]) -> str | None:
        """How sure it is that it held on the day that is given, or is in force."""
        day = force.day if args.get("on") is None else args["on"]
        months = force.months if args.get("carryMonths") is None else args["carryMonths"]
        if day is None:
            return None
        first, start, end, last = (self._passing.day(thing, each) for each in BOUNDS)
        if start is not None and sure(day, start, end):
            return "attested"
        if (first is not None and day < first) or (last is not None and last < day):
            return "not held"
        if start is not None and near(day, months, first, start, end, last):
            return "carried"
        return "unknown"

    def value(self, term: Term, prop: Property) -> Any:
        """A value of a property; raises `GraphQLError` for what is not of its datatype."""
        if prop.kind == "literal":
            return scalar(term, prop)
        iri = Iri(str(term))
        if self._reading.ontology.schemes[prop.scheme or ""].closed:
            return iri
        told = {
            name: self._of_code(iri, name) for name in ("label", "notation", "definition", "scheme")
        }
        graphs = {"type": [shorten(CONCEPT)], "graphs": [shorten(graph("schema"))]}
        return {"__typename": "Concept", "id": short(iri), "iri": iri} | told | graphs

    def _of_code(self, iri: Iri, name: str) -> Any:
        if iri not in self._reading.codes:
            return None
        scheme, concept = self._reading.codes[iri]
        return scheme.name if name == "scheme" else getattr(concept, name)


def only(found: Sequence[Any]) -> Any:
    """The one value, or nothing; raises `GraphQLError` for several."""
    if len(found) > 1:
        raise GraphQLError("several", extensions={"code": "more-than-one"})
    return found[0] if found else None


def scalar(term: Term, prop: Property) -> Any:
    """A literal as its scalar has it; raises `GraphQLError` for what is not of its datatype."""
    text = term.text if isinstance(term, Literal) else str(term)
    names = {each.rpartition("#")[2] for each in prop.datatypes}
    try:
        if names == {"integer"}:
            return int(text)
        if names <= {"integer", "decimal"}:
            number = Decimal(text)
            return format(number.normalize() if number else Decimal(0), "f")
    except (ValueError, InvalidOperation):
        raise GraphQLError(text, extensions={"code": "bad-value"}) from None
    return text in ("true", "1") if names == {"boolean"} else text


def short(iri: Iri) -> str:
    """The id of a thing."""
    return iri.removeprefix(ID) if iri.startswith(ID) else shorten(iri)


def by_text(term: Term) -> tuple[str, str]:
    """What a list of plain values is in the order of."""
    return (term.text, term.lang) if isinstance(term, Literal) else (str(term), "")
