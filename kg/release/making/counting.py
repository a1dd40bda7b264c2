"""How wide a graph is, counted a property at a time: what `fanout.rq`, `widths.rq` and
`languages.rq` tell of a graph of which everything can be held at once.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from kg.analysis.fanout import Fanout
from kg.model.names import PREFIXES, RDF_TYPE, cot
from kg.model.terms import XSD
from kg.questions.library import Library
from kg.store import cells
from kg.store.base import Store
from kg.store.readmodel.columns import is_day
from kg.store.widths import WIDE, Width, Widths, known, reach
from kg.validate.shapes_known import Known

_CORPUS: Final = f"<{cot('corpus')}>"
_INTEGER: Final = re.compile(r"[+-]?[0-9]+")
Rows = Sequence[Sequence[str]]


@dataclass(frozen=True)
class Measures:
    """What came of it: `spoken` are properties of which something has values in languages."""

    fanout: Fanout
    widths: Widths | None
    known: Known
    spoken: Sequence[str]


@dataclass
class Counting:
    """What was counted so far; `look` at each property once, with all that has it."""

    concepts: frozenset[str]
    _forward: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    _backward: dict[str, list[tuple[int, int]]] = field(default_factory=dict)
    _size: dict[str, int] = field(default_factory=dict)
    _code: dict[str, int] = field(default_factory=dict)
    _width: dict[str, Width] = field(default_factory=dict)
    _kinds: dict[str, frozenset[str]] = field(default_factory=dict)
    _spoken: list[str] = field(default_factory=list)
    _said: Counter[str] = field(default_factory=Counter)
    _blanks: bool = False

    @classmethod
    def of(cls, store: Store, library: Library) -> Counting:
        """A count of that store that is about to begin."""
        return cls(frozenset(row[0] for row in store.cells(library.inside("concepts"))))

    def look(self, written: str, rows: Rows) -> None:
        """Count a property, as N-Triples write it, by the cells of its things and values."""
        name = written[1:-1]
        things = Counter(row[0] for row in rows)
        values = Counter(row[1] for row in rows)
        self._said.update(things)
        self._forward[name], self._backward[name] = _spread(things), _spread(values)
        if name == RDF_TYPE:
            self._size = {kind[1:-1]: count for kind, count in values.items()}
        for value, count in values.items():
            if value in self.concepts or written == _CORPUS:
                self._code[f"{name} {value[1:-1]}"] = count
        self._kinds[name] = frozenset(map(_kind, values))
        self._blanks = self._blanks or "blank" in self._kinds[name]
        forward, backward = self._forward[name][0][0], self._backward[name][0][0]
        self._width[name] = Width(
            forward,
            backward,
            _longest(rows, values),
            reach(rows) if any(each in things for each in values) else max(forward, backward),
        )
        if PREFIXES["rdf"] + "langString" in self._kinds[name] and _has_several(rows):
            self._spoken.append(name)

    def measures(self, graphs: int, named: int) -> Measures:
        """What was counted; in how many graphs a thing is typed at most, and how many there are."""
        wide = {thing[1:-1]: count for thing, count in self._said.items() if count > WIDE}
        single = frozenset(name for name, width in self._width.items() if width.forward == 1)
        return Measures(
            Fanout(self._forward, self._backward, self._size, self._code, graphs, named),
            known(Widths(self._width, wide, self._blanks)),
            Known(self._kinds, single),
            sorted(self._spoken),
        )


def _spread(counted: Mapping[str, int]) -> list[tuple[int, int]]:
    """How many, and of how many that is true; the most first."""
    return sorted(Counter(counted.values()).items(), reverse=True)


def _longest(rows: Rows, values: Iterable[str]) -> int:
    lengths = {each: len(cells.text(each) or "") for each in values}
    return max(len(thing) + lengths[value] for thing, value in rows) - 2


def _has_several(rows: Rows) -> bool:
    """Whether a thing has literals in two languages, or in one and in none."""
    spoken: dict[str, str] = {}
    for thing, value in rows:
        if value.startswith("<"):
            continue
        language = value[value.rindex('"') + 1 :] if value[-1:] not in ('"', ">") else ""
        language = language if language.startswith("@") else ""
        if spoken.setdefault(thing, language) != language:
            return True
    return False


def _kind(cell: str) -> str:
    """What a value is: `iri`, `blank`, its datatype, or nothing where it may not be one of that."""
    if cell[0] == "<":
        return "iri" if cells.is_iri(cell) else ""
    if cell[0] == "_":
        return "blank"
    if cell[0] != '"':
        return XSD + "integer" if _INTEGER.fullmatch(cell) else _bare(cell)
    behind = cell[cell.rindex('"') + 1 :]
    if not behind:
        return XSD + "string"
    if behind[0] == "@":
        return PREFIXES["rdf"] + "langString"
    datatype = behind[3:-1]
    sound = is_day(cell) if datatype == XSD + "date" else datatype == XSD + "anyURI"
    return datatype if sound else ""


def _bare(cell: str) -> str:
    return XSD + "boolean" if cell in ("true", "false") else ""
