"""The places in documents that bear a thing out, as an answer."""

from __future__ import annotations

from typing import Any, Final

from kg.analysis.asking import rows_of, text
from kg.model.terms import Iri
from kg.release.answers.answer import Answer, answer
from kg.release.opened import OpenRelease

_COLUMNS: Final = (
    "evidence", "document", "title", "issued", "address", "start", "end", "exact", "locator",
    "recordedIn",
)  # fmt: skip
_NUMBERS: Final = ("start", "end")


def evidence(release: OpenRelease, thing: Iri) -> Answer:
    """Each place that bears out a thing, or what it was derived from: the document, and characters
    of its text from `start` to before `end`, or a locator; `exact` are words that may be kept."""
    found = rows_of(release.store, release.library, "evidence-of-all", "thing", [thing])
    told: list[dict[str, Any]] = [
        {name: _number(text(row[name])) if name in _NUMBERS else text(row[name]) or None
         for name in _COLUMNS}
        for row in found
    ]  # fmt: skip
    rows = [list(each.values()) for each in told]
    return answer({"iri": str(thing), "evidence": told}, _COLUMNS, rows)


def _number(written: str) -> int | None:
    return int(written) if written.isdecimal() else None
