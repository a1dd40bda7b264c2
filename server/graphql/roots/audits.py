"""`countAudit`: the numbers of the sources, counted again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.model.terms import Iri, Term
from kg.questions.bind import bind, defaults
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField
from server.graphql.roots.values import (
    Found,
    ask,
    distinct,
    grouped,
    iri,
    is_known,
    listed,
    number,
    text,
)

_PARAMETERS: Final = {"quantity": "kind", "day": "day", "figure": "figure"}
"""What the queries that count again want to know, and where the audit has it."""
_COUNTING: Final = ("audits", "merger-audits", "sum-audits")
"""Rules that count; each has a query that counts the same, `count-audit-audits` and so on."""


@dataclass(frozen=True)
class _Asked:
    """What is asked: of which document, with which verdicts, which number, of which quantity."""

    document: Iri | None
    verdicts: frozenset[str] | None
    figure: Iri | None
    quantity: str | None
    corpus: Iri
    published: str | None
    page: tuple[int, int]


def count_audit(field: RootField) -> Root:
    """One query; those that count again are told, not asked. What is named must be there."""
    args, page = field.args, field.page()
    verdicts = args.get("verdict")
    asked = _Asked(
        field.given("document"),
        None if verdicts is None else frozenset(verdicts),
        field.given("figure"),
        args.get("quantity"),
        field.corpus,
        field.published,
        page,
    )
    named = asked.document, asked.figure
    return field.computed(lambda asking: _told(asking, asked), 1, wide=page[0], named=named)


def _told(asking: Asking, asked: _Asked) -> dict[str, Any]:
    rows = ask(asking, "count-audits", corpus=asked.corpus)
    rows = [each for each in rows if is_known(each, asked.published)]
    found = [each for each in _audits(asking, rows) if _is_wanted(each, asked)]
    counts = Counter(each["verdict"] for each in found)
    told = [{"verdict": verdict, "count": count} for verdict, count in counts.items()]
    return {"counts": told, **listed(found, asked.page)}


def _is_wanted(audit: dict[str, Any], asked: _Asked) -> bool:
    return (
        (asked.document is None or asked.document in audit["documents"])
        and (asked.verdicts is None or audit["verdict"] in asked.verdicts)
        and asked.figure in (None, audit["figure"])
        and asked.quantity in (None, audit["quantity"])
    )


def _audits(asking: Asking, rows: Sequence[Found]) -> Iterator[dict[str, Any]]:
    for _, group in grouped(rows, "audit"):
        row = group[0]
        yield {
            "audit": iri(row["audit"]),
            "figure": iri(row["figure"]),
            "verdict": iri(row["verdict"]),
            "quantity": text(row["quantity"]),
            "said": text(row["said"]),
            "counted": number(row["counted"]),
            "differsBy": number(row["difference"]),
            "day": text(row["day"]),
            "reason": text(row["reason"]) or "",
            "rule": text(row["rule"]) or "",
            "documents": distinct(each["document"] for each in group),
            "statedSparql": _written(asking, "stated", row),
            "countedSparql": _counting(asking, row),
        }


def _counting(asking: Asking, row: Found) -> str | None:
    rule = (text(row["rule"]) or "").partition(" ")[0]
    return _written(asking, rule, row) if rule in _COUNTING else None


def _written(asking: Asking, name: str, row: Found) -> str:
    query = asking.release.library.inside(f"count-audit-{name}")
    values: dict[str, Term] = {}
    for parameter in defaults(query):
        term = row[_PARAMETERS[parameter]]
        if term is not None:
            values[parameter] = term
    return bind(query, values)
