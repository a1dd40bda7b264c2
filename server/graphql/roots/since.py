"""`changesSince`: what changed in an area since a day, by three named questions."""

from __future__ import annotations

from typing import Any, Final

from kg.model.terms import Iri
from kg.questions.bind import bind
from kg.release.answers.since import QUESTIONS, asked_with
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField
from server.graphql.roots.values import distinct, rows

_THINGS: Final = {"changes": "event", "officers": "tenure", "claims": "claim"}
_COUNTS: Final = {"changes": "changeCount", "officers": "officerCount", "claims": "claimCount"}


def changes_since(field: RootField) -> Root:
    """Three queries, each of which a named question tells; the area must be there."""
    area, since, (first, offset) = field.given("area"), str(field.args["since"]), field.page()
    assert area is not None, "the schema wants an area"

    def make(asking: Asking) -> dict[str, Any]:
        told: dict[str, Any] = {"area": area, "since": since}
        notes: dict[str, None] = {}
        for name, question in QUESTIONS.items():
            things = _things(asking, question, area, since, _THINGS[name])
            told |= {name: things[offset : offset + first], _COUNTS[name]: len(things)}
            notes |= dict.fromkeys(asking.release.library[question].header.notes)
        return {**told, "notes": list(notes)}

    return field.computed(make, len(QUESTIONS), wide=first, named=[area])


def _things(asking: Asking, question: str, area: Iri, since: str, column: str) -> list[Iri]:
    sparql = asking.release.library[question].sparql
    found = rows(asking, bind(sparql, asked_with(sparql, area, since)))
    return distinct(each[column] for each in found)
