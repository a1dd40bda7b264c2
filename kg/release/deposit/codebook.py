"""What every column of every table is, and what every code means, as the ontology has it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from kg.model.definitions import Class, Ontology, Property
from kg.model.names import RDFS_LABEL, shorten
from kg.release.deposit.tables import columns

Row = Sequence[str]
COLUMNS: Final = ("table", "column", "label", "meaning", "values", "least", "most", "term")
CODES: Final = ("list", "code", "iri", "label", "meaning")


def codebook(ontology: Ontology, tables: Iterable[str]) -> Iterator[Row]:
    """A row for each column of these tables: what it means, what values it has and how many."""
    for name in tables:
        cls = ontology.classes[name]
        yield (name, "iri", "identifier", cls.comment, "IRI", "1", "1", str(cls.iri))
        yield (name, "label", "name", "What it is called.", "text", "0", "", str(RDFS_LABEL))
        kept = columns(cls)
        for each in cls.properties:
            if each.name in kept and not each.inverse:
                yield _column(cls, each)


def codes(ontology: Ontology) -> Iterator[Row]:
    """A row for each code of each list."""
    for name in sorted(ontology.schemes):
        for each in ontology.schemes[name].concepts:
            yield (name, each.notation, shorten(str(each.iri)), each.label, each.definition)


def _column(cls: Class, column: Property) -> Row:
    most = "" if column.max_count is None else str(column.max_count)
    return (
        cls.name,
        column.name,
        column.label,
        column.description,
        _values(column),
        str(column.min_count),
        most,
        str(column.iri),
    )


def _values(column: Property) -> str:
    if column.scheme:
        return f"code of the list {column.scheme}"
    if column.datatypes:
        return " or ".join(shorten(str(each)) for each in column.datatypes)
    return " or ".join(column.ranges) or "any thing"
