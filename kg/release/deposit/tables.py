"""The things of each class as a CSV table, made in one pass over the sorted statements."""

from __future__ import annotations

import csv
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from contextlib import ExitStack
from itertools import groupby
from pathlib import Path
from typing import Any, Final

from kg.model.definitions import Class, Ontology
from kg.model.names import RDF_TYPE, RDFS_LABEL, shorten
from kg.model.terms import Iri, Literal
from kg.release.statements import Said
from kg.store.cells import term

BETWEEN: Final = " | "
"""What stands between several values in one cell."""
FIRST: Final = ("iri", "label")
"""The columns that every table begins with."""


def columns(cls: Class) -> dict[str, Iri]:
    """The columns of a class's table after the first two, each with its property: what is stated
    of the things themselves."""
    return {each.name: each.iri for each in cls.properties if not each.inverse}


def write(lines: Iterable[str], ontology: Ontology, folder: Path) -> Mapping[str, int]:
    """Write a table for each class that has things; the number of rows of each, by class.

    A thing is in the table of each class that it is said to be of. What no column of the model has
    is in the N-Quads alone.
    """
    counts: dict[str, int] = defaultdict(int)
    with ExitStack() as opened:
        tables: dict[str, Any] = {}
        for thing, found in _things(lines):
            for iri in sorted(found.get(f"<{RDF_TYPE}>", ())):
                cls = ontology.class_by_iri.get(Iri(iri[1:-1]))
                if cls is None:
                    continue
                if cls.name not in tables:
                    path = folder / f"{cls.name}.csv"
                    file = opened.enter_context(path.open("w", encoding="utf-8", newline=""))
                    tables[cls.name] = csv.writer(file, lineterminator="\n")
                    tables[cls.name].writerow([*FIRST, *columns(cls)])
                tables[cls.name].writerow(_row(cls, thing, found))
                counts[cls.name] += 1
    return dict(sorted(counts.items()))


def _things(lines: Iterable[str]) -> Iterator[tuple[str, Mapping[str, set[str]]]]:
    """Each thing with its values by property, each once, whichever graphs say them."""
    for thing, said in groupby(map(Said.read, lines), lambda each: each.thing):
        found: dict[str, set[str]] = defaultdict(set)
        for each in said:
            found[each.property].add(each.value)
        yield thing, found


def _row(cls: Class, thing: str, found: Mapping[str, set[str]]) -> list[str]:
    wanted = (RDFS_LABEL, *columns(cls).values())
    cells = (found.get(f"<{iri}>", ()) for iri in wanted)
    return [_plain(thing), *(BETWEEN.join(sorted(map(_plain, each))) for each in cells)]


def _plain(written: str) -> str:
    """A term of N-Quads as a cell: our IRIs by their short names, literals by their texts."""
    read = term(written)
    return read.text if isinstance(read, Literal) else shorten(str(read))
