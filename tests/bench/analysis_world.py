"""A release many times over: its rows, as if so many copies of its things stood side by side."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence

from kg.model.names import ID
from kg.model.terms import Iri, Term
from kg.store.base import Rows, Store

_NUMBERED = re.compile(rf"<({re.escape(ID)}[^>~]*)~(\d+)>")


class Many:
    """A store that answers for so many copies of its things; a thing of copy 7 ends in `~7`.

    Every query is asked of the one graph below, once, and its rows are multiplied. So what the
    engine takes is not multiplied: it is linear, and told apart.
    """

    def __init__(self, store: Store, times: int) -> None:
        self._store, self._times = store, times

    def cells(self, query: str) -> list[list[str]]:
        """The rows of all copies, as `Store.cells` gives them."""
        found = self._store.cells(query)
        return [
            [_written(cell, number) for cell in line]
            for line in found
            for number in range(self._times)
        ]

    def select(self, query: str) -> Rows:
        """The rows of all copies, or of those whose things the query names."""
        named: dict[str, list[int]] = defaultdict(list)
        for thing, number in _NUMBERED.findall(query):
            named[thing].append(int(number))
        answer = self._store.select(_NUMBERED.sub(r"<\1>", query))
        return Rows(answer.variables, list(self._multiplied(answer.rows, named)))

    def ask(self, query: str) -> bool:
        """Whether it is so of the one graph."""
        return self._store.ask(_NUMBERED.sub(r"<\1>", query))

    def _multiplied(
        self, rows: Iterable[tuple[Term | None, ...]], named: dict[str, list[int]]
    ) -> Iterator[tuple[Term | None, ...]]:
        for row in rows:
            numbers: Sequence[int] = range(self._times)
            if named:
                numbers = next((named[each] for each in row if str(each) in named), ())  # type: ignore[index]
            for number in numbers:
                yield tuple(_numbered(each, number) for each in row)


def _written(cell: str, number: int) -> str:
    return f"{cell[:-1]}~{number}>" if cell.startswith(f"<{ID}") else cell


def _numbered(term: Term | None, number: int) -> Term | None:
    if isinstance(term, Iri) and term.startswith(ID):
        return str.__new__(Iri, f"{term}~{number}")
    return term
