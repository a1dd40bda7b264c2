"""The page on which a table of old codes is put on the bodies of another day."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from typing import Final, NamedTuple

from kg.analysis.recode.table import Columns, Summary
from kg.errors import KgError
from kg.release.opened import OpenRelease
from server.limits.form import fields, is_form
from server.lineage.recoded import Asked, recoded
from server.pages.words import dates
from server.readers.protocol import Request

_SHOWN: Final = 100
_REASONS: Final = 8
HINTS: Final = {
    "to_date": "The day whose bodies these are.",
    "to_code": "The ODS code of the body of that day.",
    "to_kind": "What kind of body it is.",
    "share": "How much of the old body went to it, as a fraction of 1; empty where not known.",
    "share_basis": "What the share is counted in.",
    "coverage": "How much of the old body all its rows account for together.",
    "series_break": "Why the numbers before and after are not of one area.",
    "outcome": "placed: on one body; split: over several by known shares; unsized: over several "
    "by shares that nobody knows; not placed: see the reason.",
    "reason": "Why a row could not be placed, or its parts not sized.",
}
"""What the added columns mean."""
_EXAMPLE: Final = (
    "org,month,patients\n03D,2019-04,1200\n5QC,2012-03,500\n15D,2020-10,740\nQNQ,2025-01,90\n"
)
_FIRST: Final = Asked(b"", "", Columns("org", "month", ("patients",)), "board")


class Problem(NamedTuple):
    """What is wrong with what was sent, and what to do about it."""

    detail: str
    hint: str


class Done(NamedTuple):
    """A table that was recoded: counts by outcome, reasons, and the first of its rows."""

    counts: list[tuple[str, int]]
    reasons: list[tuple[str, int]]
    heading: list[str]
    rows: list[list[str]]
    total: int
    left_out: int


class Page(NamedTuple):
    """What the page says: the form as it was sent, and what came of it or is wrong with it."""

    asked: Asked
    table: str
    day: str
    done: Done | None
    problem: Problem | None
    hints: dict[str, str] = HINTS


def wants_file(request: Request) -> bool:
    """Whether the form was sent for the file, not for the page."""
    media = request.headers.get("content-type", "")
    return is_form(media) and fields(media, request.body).get("as") == [b"csv"]


def page(release: OpenRelease, request: Request) -> Page:
    """The form, and what came of the table if one was sent; a problem is told on the page."""
    if request.method != "POST":
        first = replace(_FIRST, to=release.info.built[:10])
        return Page(first, _EXAMPLE, "", None, None)
    asked = Asked.of(request)
    text = asked.table.decode("utf-8-sig", "replace")
    try:
        asked = asked.check()
        done = _done(release, asked)
    except KgError as error:
        return Page(asked, text, "", None, Problem(str(error), error.hint))
    return Page(asked, text, dates.day(asked.to), done, None)


@dataclass
class _First:
    """Takes rows, and keeps the first of them."""

    rows: list[list[str]] = field(default_factory=list)
    total: int = 0

    def writerow(self, row: Iterable[str], /) -> None:
        self.total += 1
        if len(self.rows) <= _SHOWN:
            self.rows.append(list(row))


def _done(release: OpenRelease, asked: Asked) -> Done:
    first = _First()
    summary = recoded(release, asked, first)
    heading, *rows = first.rows
    total = first.total - 1
    return Done(
        counts=_counts(summary),
        reasons=summary.reasons.most_common(_REASONS),
        heading=heading,
        rows=rows,
        total=total,
        left_out=total - len(rows),
    )


def _counts(summary: Summary) -> list[tuple[str, int]]:
    told = {
        "rows read": summary.rows,
        "placed": summary.outcomes["placed"],
        "split by known shares": summary.outcomes["split"],
        "in parts of unknown size": summary.outcomes["unsized"],
        "not placed": summary.outcomes["not placed"],
    }
    return list(told.items())
