"""What bears things out: where in which document."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.analysis.asking import rows_of, text
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store


class Source(NamedTuple):
    """A place in a document: IRIs of the place and the document, its title, the day by which it
    was surely out, and the place in words. Texts are empty where nothing is known."""

    evidence: str
    document: str
    title: str
    issued: str
    place: str


def sources_of(
    store: Store, library: Library, things: Iterable[Iri]
) -> Mapping[str, Sequence[Source]]:
    """The sources of each thing that has any, the earliest document first."""
    found: dict[str, list[Source]] = defaultdict(list)
    for row in rows_of(store, library, "sources", "thing", things):
        told = (row[each] for each in ("evidence", "document", "title", "issued", "place"))
        found[text(row["thing"])].append(Source(*map(text, told)))
    return dict(found)
