"""What is stated of a thing, a row for each statement, as an answer."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.analysis.asking import query
from kg.analysis.plots.told import Cell
from kg.model.names import shorten
from kg.model.terms import Iri, Literal, Term
from kg.questions.bind import bind
from kg.release.answers.answer import Answer, answer, joined
from kg.release.opened import OpenRelease

_COLUMNS = (
    "thing", "direction", "property", "propertyLabel", "value", "valueLabel", "graph", "evidence",
)  # fmt: skip


def statements(release: OpenRelease, thing: Iri) -> Answer:
    """Each statement of a thing, and each that leads to it, in each graph that makes it.

    A row has the property and the value with their names, and the evidence of what is told: that of
    the other thing where it has some, else that of the thing itself.
    """
    rows = list(_rows(release, thing))
    told = [dict(zip(_COLUMNS, row, strict=True)) for row in rows]
    return answer({"statements": told}, _COLUMNS, rows)


def _rows(release: OpenRelease, thing: Iri) -> Iterator[Sequence[Cell]]:
    asked = bind(query(release.library, "sheet"), {"thing": thing})
    found: dict[tuple[Term | None, ...], list[str]] = {}
    for inverse, predicate, value, label, graph, evidence in release.store.select(asked).rows:
        known = found.setdefault((inverse, predicate, value, label, graph), [])
        if evidence is not None:
            known.append(str(evidence))
    own = _own(found)
    for (inverse, predicate, value, label, graph), places in found.items():
        is_inverse = isinstance(inverse, Literal) and inverse.text == "true"
        yield (
            thing, "in" if is_inverse else "out", _cell(predicate),
            _called(release, predicate, is_inverse=is_inverse), _cell(value), _cell(label),
            _cell(graph), joined(places) or own,
        )  # fmt: skip


def _own(found: dict[tuple[Term | None, ...], list[str]]) -> str:
    """The evidence of the thing itself."""
    return joined(
        str(value)
        for inverse, predicate, value, *_ in found
        if isinstance(inverse, Literal)
        and inverse.text == "false"
        and str(predicate).endswith("#evidence")
    )


def _called(release: OpenRelease, predicate: Term | None, *, is_inverse: bool) -> str:
    known = release.ontology.predicates.get(Iri(str(predicate)))
    if not known:
        return shorten(str(predicate))
    return known.inverse_label if is_inverse else known.label


def _cell(term: Term | None) -> Cell:
    return None if term is None else term.text if isinstance(term, Literal) else str(term)
