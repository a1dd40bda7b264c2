"""What is seen of a graph as its statements go by in order, once: for the census, and for checks.

It takes lines of N-Quads, sorted, so that all that is said of a thing comes together.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import Final

from kg.model.names import ID, PREFIXES, RDF_TYPE, graph
from kg.model.terms import Iri

MOST: Final = 200
"""How many things are told of that break one law."""
_TYPE: Final = f"<{RDF_TYPE}>".encode()
_OWN: Final = tuple(f"<{PREFIXES[each]}".encode() for each in ("cot", "cotv", "cots"))
_THING: Final = f"<{ID}".encode()
_MODEL: Final = tuple(f" {graph(each).nt()} .\n".encode() for each in ("schema", "questions"))
_DAY: Final = b'"^^<http://www.w3.org/2001/XMLSchema#date>'
_COT: Final = f"<{PREFIXES['cot']}".encode()
_NAMES: Final = {
    _COT + name.encode() + b">": place
    for place, name in enumerate(
        ("start", "end", "earliestStart", "latestStart", "earliestEnd", "latestEnd")
    )
}
_TENURE: Final = _COT + b"Tenure>"


@dataclass
class Use:
    """A term that is used: by what first, in which graph, and how often."""

    thing: Iri
    graph: Iri
    times: int = 0


class Survey:
    """What was seen so far; `look` at every line, and `close` behind the last."""

    def __init__(self) -> None:
        self.statements = 0
        self.sizes: Counter[bytes] = Counter()
        self.days: set[bytes] = set()
        self.terms: dict[bytes, Use] = {}
        self.untyped: list[tuple[Iri, Iri]] = []
        """Things of ours of which it is not said what they are, with a graph."""
        self.misdated: list[Iri] = []
        """Things whose bounds may contradict each other."""
        self.typed = 0
        """In how many graphs a thing has a class at most."""
        self._subject, self._first, self._kinds = b"", b"", list[bytes]()
        self._dates: list[bytes] | None = None
        self._graphs: set[bytes] = set()

    def look(self, line: bytes) -> None:
        """See a statement."""
        subject, predicate, rest = line.split(b" ", 2)
        self.statements += 1
        self.sizes[predicate] += 1
        is_model = line.endswith(_MODEL)
        if not is_model:
            if subject != self._subject:
                self.close()
                self._subject, self._first = subject, line
            self._use(predicate, line)
        if rest[:1] == b'"':
            self._look_at_text(predicate, rest, is_model=is_model)
        else:
            self._look_at_name(predicate, rest, line, is_model=is_model)

    def _look_at_text(self, predicate: bytes, rest: bytes, *, is_model: bool) -> None:
        end = rest.rfind(_DAY)
        if end > 0:
            self.days.add(rest[1:end])
        if predicate in _NAMES and not is_model:
            if self._dates is None:
                self._dates = [b""] * len(_NAMES)
            place = _NAMES[predicate]
            self._dates[place] = self._dates[place] or rest[1 : rest.rindex(b'"')]

    def _look_at_name(self, predicate: bytes, rest: bytes, line: bytes, *, is_model: bool) -> None:
        value = rest[: rest.index(b" ")]
        if predicate == _TYPE:
            self.sizes[value] += 1
            if not is_model:
                self._kinds.append(value)
                self._graphs.add(rest[len(value) :])
                self._use(value, line)
        elif value.startswith(_OWN) and not is_model:
            self._use(value, line)

    def close(self) -> None:
        """Everything about the thing that went by was seen."""
        if self._subject.startswith(_THING) and not self._kinds:
            self.untyped.append((_iri(self._subject), _graph(self._first)))
        if self._dates is not None and _is_odd(self._dates, is_tenure=_TENURE in self._kinds):
            self.misdated.append(_iri(self._subject))
        self._dates = None
        self.typed = max(self.typed, len(self._graphs))
        self._graphs.clear()
        self._subject, self._first, self._kinds = b"", b"", []

    def _use(self, term: bytes, line: bytes) -> None:
        known = self.terms.get(term)
        if known is None:
            known = self.terms[term] = Use(_iri(line[: line.index(b" ")]), _graph(line))
        known.times += 1


def _is_odd(dates: list[bytes], *, is_tenure: bool) -> bool:
    """Whether bounds may contradict each other, as `checks_dates.bounds` will tell."""
    start, end, start1, start2, end1, end2 = dates
    unfolded = (start and not start == start1 == start2) or (end and not end == end1 == end2)
    endless = start2 and not end1 and (end2 or is_tenure)
    crossed = (
        (start1 and start2 and start1 > start2)
        or (end1 and end2 and end1 > end2)
        or (start1 and end2 and start1 > end2)
    )
    return bool(unfolded or endless or crossed)


def _iri(written: bytes) -> Iri:
    return str.__new__(Iri, written[1:-1].decode())


def _graph(line: bytes) -> Iri:
    return _iri(line[line.rindex(b" <") + 1 : -3])
