"""Charts of answers: a bar for each row, where numbers are to be compared."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from kg.model.definitions import Ontology
from kg.model.terms import Literal, Term
from kg.questions.ask import Answer
from server.pages.questions.codes import codes, worded
from server.pages.words.names import Link, Names, written

CHARTS: Final[Mapping[str, tuple[str, ...]]] = {
    "areas/ccgs-per-area": ("area", "ccgs"),
    "areas/several-ccgs": ("area", "ccgs"),
    "areas/divided-districts": ("district", "bodies"),
    "areas/districts-of-body": ("district", "share"),
    "bodies/counts-by-year": ("quantity", "day", "count"),
    "bodies/populations": ("body", "population"),
    "lineage/ccg-from-pcts": ("pct", "share"),
    "lineage/pct-to-ccg": ("ccg", "share"),
    "lineage/pcts-shared-out": ("pct", "ccgs"),
    "mergers/completed": ("event", "merged"),
    "people/by-number-of-bodies": ("person", "bodies"),
}
"""The questions that have a chart: the columns that say what a bar is, and that of its number."""
_SHOWN: Final = 50


class Bar(NamedTuple):
    """A bar: what it is of, its number in words, and its length as a percentage of the longest."""

    of: Link
    number: str
    width: str


class Chart(NamedTuple):
    """The bars of an answer, in its order, and how many there are in all."""

    number: str
    bars: list[Bar]
    total: int


def chart(ontology: Ontology, names: Names, answer: Answer) -> Chart | None:
    """The chart of an answer, or `None` for a question without one, and for fewer than two rows."""
    columns = CHARTS.get(answer.question.name)
    if not columns:
        return None
    *of, number = (answer.rows.variables.index(each) for each in columns)
    known = codes(ontology, answer.question.sparql)

    def told(row: Sequence[Term | None]) -> Link:
        found = [
            worded(known, name, term) or names.value(term)
            for name, place in zip(columns, of, strict=False)
            if (term := row[place]) is not None
        ]
        return found[0] if len(found) == 1 else Link(", ".join(each.text for each in found))

    found = {tuple(row[place] for place in of): row for row in answer.rows.rows}
    numbers = [
        (told(row), term, Decimal(term.text))
        for key, row in found.items()
        if None not in key and isinstance(term := row[number], Literal)
    ]
    most = max((value for _, _, value in numbers), default=Decimal(0))
    if len(numbers) < 2 or most <= 0:
        return None
    bars = [Bar(link, written(term), f"{value / most * 100:.1f}") for link, term, value in numbers]
    meanings = {each.name: each.sentence for each in answer.question.header.columns}
    return Chart(meanings.get(columns[-1], columns[-1]), bars[:_SHOWN], len(bars))
