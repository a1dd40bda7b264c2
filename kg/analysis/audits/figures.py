"""The numbers of the sources with verdict, reason, and the queries that anybody can ask again."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from itertools import groupby
from typing import Final

from kg.analysis.asking import Row, query, rows, text
from kg.model.names import cotv
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind, defaults
from kg.questions.library import Library
from kg.store.base import Store

_PARAMETERS: Final = {"quantity": "kind", "day": "day", "figure": "figure"}
"""What the queries that count again want to know, and where the audit has it."""
_COUNTING: Final = ("audits", "merger-audits", "sum-audits")
"""Rules that count; each has a query that counts the same."""
_SHARING: Final = "sharing-audits"
"""The rule that counts as a question does, people/sharing-count."""


@dataclass(frozen=True)
class Audit:
    """A number and what came of counting again.

    `verdict` is agrees, differs or notComparable; `counted` the number of the register on `day`,
    `differs_by` how far the nearest number that would agree lies above it. `stated` is the SPARQL
    for what the source says, `counting` that for the count, where there is one. `record` is
    the thing in the graph that states it.
    """

    figure: Iri
    said: str
    quantity: str
    verdict: str
    counted: Decimal | None
    differs_by: Decimal | None
    day: str
    reason: str
    rule: str
    documents: tuple[Iri, ...]
    stated: str
    counting: str
    record: Iri


def figure_audits(store: Store, library: Library, corpus: Iri | None = None) -> list[Audit]:
    """All audits of the numbers of a corpus, by verdict, quantity and number."""
    found = rows(store, library, "count-audits", {"corpus": corpus or cotv("corpus-all")})
    return list(audits_of(library, found))


def audits_of(library: Library, found: Iterable[Row]) -> Iterator[Audit]:
    """The audits of the rows of `count-audits`, in their order."""
    for _, group in groupby(found, key=lambda row: row["audit"]):
        row, *others = group
        documents = dict.fromkeys(each["document"] for each in (row, *others))
        rule = text(row["rule"])
        counting = rule.partition(" ")[0]
        yield Audit(
            figure=Iri(text(row["figure"])),
            said=text(row["said"]),
            quantity=text(row["quantity"]),
            verdict=text(row["verdict"]).rpartition("-")[2],
            counted=_number(row["counted"]),
            differs_by=_number(row["difference"]),
            day=text(row["day"]),
            reason=text(row["reason"]),
            rule=rule,
            documents=tuple(each for each in documents if isinstance(each, Iri)),
            stated=_written(library, "stated", row),
            counting=_recount(library, counting, row),
            record=Iri(text(row["audit"])),
        )


def _recount(library: Library, rule: str, row: Row) -> str:
    if rule == _SHARING:
        day = row["day"]
        assert day is not None  # what the rule counts for
        return bind(library["people/sharing-count"].sparql, {"on": day})
    return _written(library, rule, row) if rule in _COUNTING else ""


def _written(library: Library, name: str, row: Row) -> str:
    asked = query(library, f"count-audit-{name}")
    values: dict[str, Term] = {}
    for parameter in defaults(asked):
        term = row[_PARAMETERS[parameter]]
        if term is not None:
            values[parameter] = term
    return bind(asked, values)


def _number(term: Term | None) -> Decimal | None:
    return Decimal(term.text) if isinstance(term, Literal) else None
