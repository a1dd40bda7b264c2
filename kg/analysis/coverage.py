"""How complete the graph is, table by table and theme by theme, with the reason for each gap.

Every number is counted in the graph by a query of `queries/inside/coverage-*.rq`. Its first line
names the theme; its rows are parts of it: what there is, of how many, and why not all.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Literal

from kg.model.terms import Literal as Value
from kg.model.terms import Term
from kg.questions.library import Library
from kg.store.base import Store

State = Literal["complete", "partial", "missing"]

THEMES = ("bodies", "systems", "districts", "populations", "clusters", "officers", "mergers",
          "documents", "figures", "evidence")  # fmt: skip
"""The queries, in the order in which a reader wants their answers."""


@dataclass(frozen=True)
class Coverage:
    """How much there is of one part of a theme.

    `of` is how much there is known to be, and `None` where nobody knows: then whatever there is
    counts as complete. `why` is a sentence about what is missing or doubtful, or nothing.
    """

    theme: str
    part: str
    have: int
    of: int | None
    why: str = ""

    @property
    def state(self) -> State:
        """Whether all, some or nothing of it is there.

        >>> Coverage("Bodies", "CCG", 3, 4).state, Coverage("Bodies", "CCG", 0, None).state
        ('partial', 'missing')
        """
        if self.have >= (self.of or 0) and (self.have or self.of == 0):
            return "complete"
        return "partial" if self.have else "missing"


def coverage(store: Store, library: Library) -> list[Coverage]:
    """The coverage of every part of every theme, in order."""
    return [each for theme in THEMES for each in _theme(store, library, theme)]


def themes(found: Iterable[Coverage]) -> list[tuple[str, list[Coverage]]]:
    """The parts by theme, in the order in which they come."""
    return [(theme, list(parts)) for theme, parts in groupby(found, lambda each: each.theme)]


def _theme(store: Store, library: Library, name: str) -> Iterator[Coverage]:
    query = library.inside(f"coverage-{name}")
    theme = query.partition("\n")[0].removeprefix("# theme: ")
    answer = store.select(query)
    for row in answer.rows:
        told = dict(zip(answer.variables, row, strict=True))
        of = _text(told["of"])
        yield Coverage(
            theme=theme,
            part=_text(told["part"]),
            have=int(_text(told["have"])),
            of=int(of) if of else None,
            why=_text(told["why"]),
        )


def _text(term: Term | None) -> str:
    return term.text if isinstance(term, Value) else ""
