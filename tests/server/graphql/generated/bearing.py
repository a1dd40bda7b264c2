"""Where a field is known from: its status, and the evidence and claims that bear on it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, NamedTuple

from kg.model.definitions import Class, Property
from kg.model.names import cot, shorten
from kg.model.terms import Iri, Term
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.force import Force, Passing
from tests.server.graphql.generated.reading import Reading

CONTESTED: Final = cot("contestedBy")
_BOUNDED: Final = {"start": "Start", "end": "End", "issuedDate": "Issued"}
"""Days that have bounds, and what the names of these end in."""


class Asked(NamedTuple):
    """A field of a thing that is asked about, under what is in force there."""

    thing: Iri
    cls: Class
    prop: Property
    force: Force


class Bearing:
    """What bears on a field."""

    def __init__(self, facts: Facts, reading: Reading, passing: Passing) -> None:
        self._facts = facts
        self._reading = reading
        self._passing = passing

    def judged(self, asked: Asked) -> tuple[str, str | None]:
        """What is known of the field, and why it is empty, if it is."""
        found = self._values(asked)
        if asked.prop.single and len(found) > 1:
            return "contested", "contested"
        classes = self._reading.concrete(asked.prop.ranges)
        valid, shown = list(found), list(found)
        if asked.prop.kind == "node":
            things = [each for each in found if isinstance(each, Iri)]
            if asked.prop.inverse and classes:
                things = [each for each in things if self._passing.is_of(each, classes)]
            always = asked.force._replace(published=None)
            found = [*things]
            valid = [each for each in things if self._passing.passes(each, classes, always)]
            shown = [each for each in things if self._passing.passes(each, classes, asked.force)]
        if shown:
            disputed = any(map(self._is_contested, (asked.thing, *self._values(asked))))
            return ("contested" if disputed else "stated"), None
        return "absent", self._absence(asked, bool(found), bool(valid))

    def _absence(self, asked: Asked, is_given: bool, is_valid: bool) -> str:
        bounds = [f"{each}{_BOUNDED.get(asked.prop.name)}" for each in ("earliest", "latest")]
        if any(
            self._passing.day(asked.thing, each) for each in bounds if each in asked.cls.by_name
        ):
            return "notToTheDay"
        day = asked.force.day
        if day and "Dated" in asked.cls.parents:
            first = self._passing.day(asked.thing, "earliestStart")
            last = self._passing.day(asked.thing, "latestEnd")
            if first and day < first:
                return "beforeFoundation"
            if last and last < day:
                return "afterClosing"
        return "notPublishedThen" if is_valid else "notValidThen" if is_given else "noClaim"

    def stated_in(self, asked: Asked) -> list[str]:
        """The named graphs that state it."""
        return sorted({
            shorten(each) for value in self._values(asked) for each in self._graphs(asked, value)
        })  # fmt: skip

    def borne(self, asked: Asked, name: str) -> dict[Iri, set[Iri]]:
        """The evidence or claims, each with the graphs that state that it bears on the field."""
        found: dict[Iri, set[Iri]] = {}
        for start, graphs in self._starts(asked):
            for each, stated in self._next(start, name):
                here = stated if graphs is None else stated & graphs
                found[each] = found.get(each, set()) | here
        return found

    def _starts(self, asked: Asked) -> Iterator[tuple[Iri, set[Iri] | None]]:
        """The statements that a field leads to backwards; else the thing, if the field has any."""
        classes = self._reading.concrete(asked.prop.ranges)
        about = self._reading.ontology.classes
        are_said = any("Published" in about[each].parents for each in classes) or not classes
        values = self._values(asked)
        if asked.prop.kind != "node" or not asked.prop.inverse or not are_said:
            yield from [(asked.thing, None)] if values else []
            return
        for each in values:
            if isinstance(each, Iri):
                yield each, self._graphs(asked, each)

    def _next(self, start: Iri, name: str) -> Iterator[tuple[Iri, set[Iri]]]:
        if name == "evidence":
            steps = [(cot("evidence"), False)]
        else:
            steps = [(cot("basedOnClaim"), False), (cot("content"), True), (CONTESTED, False)]
        for predicate, inverse in steps:
            for each in self._facts.nodes(start, predicate, inverse=inverse):
                ends = (each, start) if inverse else (start, each)
                yield each, self._facts.stated(ends[0], predicate, ends[1])

    def _values(self, asked: Asked) -> list[Term]:
        return self._facts.values(asked.thing, asked.prop.iri, inverse=asked.prop.inverse)

    def _graphs(self, asked: Asked, value: Term) -> set[Iri]:
        if asked.prop.inverse:
            return self._facts.stated(value, asked.prop.iri, asked.thing)
        return self._facts.stated(asked.thing, asked.prop.iri, value)

    def _is_contested(self, value: Term) -> bool:
        return bool(self._facts.values(value, CONTESTED))
