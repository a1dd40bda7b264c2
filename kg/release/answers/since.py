"""What changed in an area since a day, as an answer of three named questions."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from kg.model.terms import Iri, Term
from kg.questions.ask import Answer as Asked
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.answers.answer import Answer, answer, rows_json
from kg.release.opened import OpenRelease

QUESTIONS: Final = {
    "changes": "mergers/since-in-area",
    "officers": "mergers/officers-since-in-area",
    "claims": "mergers/claims-since-in-area",
}
"""What is told, and the named question that tells it."""


def asked(release: OpenRelease, area: Iri, day: str) -> dict[str, Asked]:
    """The answers of the questions by what they tell; raises `BadParameter` for what is no day."""
    questions = {name: release.library[each] for name, each in QUESTIONS.items()}
    return {
        name: ask(release.store, each, asked_with(each.sparql, area, day))
        for name, each in questions.items()
    }


def asked_with(sparql: str, area: Iri, day: str) -> Mapping[str, Term]:
    """What the text of one of them is asked with; raises `BadParameter` for what is no day."""
    return parse(sparql, {"area": str(area), "since": day})


def since(area: Iri, day: str, found: Mapping[str, Asked]) -> Answer:
    """The answers together; in the table a row is a change, an officer or a claim with its day."""
    rows = {name: rows_json(each.rows) for name, each in found.items()}
    told = {"area": area, "since": day, **rows, "notes": list(_notes(found))}
    table = (
        (
            name,
            row.get("on") or row.get("from") or row.get("latest"),
            row.get("event") or row.get("tenure") or row.get("claim"),
            row.get("name") or row.get("text"),
            row.get("bodyName"),
            row.get("document"),
        )
        for name, some in rows.items()
        for row in some
    )
    return answer(told, ("what", "day", "thing", "told", "bodyName", "document"), table)


def _notes(found: Mapping[str, Asked]) -> dict[str, None]:
    return dict.fromkeys(
        note for answered in found.values() for note in answered.question.header.notes
    )
