"""How far two readers agree who have coded the same passages, each by itself."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from decimal import Decimal
from typing import Final, NamedTuple

from kg.model.names import shorten
from kg.model.terms import Term
from kg.questions.library import Library
from kg.release.opened import OpenRelease

NONE: Final = "none"
"""What is read where nothing is."""
Row = Sequence[str]
COLUMNS: Final = ("variable", "passages", "agreed", "share", "kappa")
READING: Final = ("coding", "about", "reading1", "reading2", "settled")


class Agreement(NamedTuple):
    """Of how many passages two readers said the same, and Cohen's kappa.

    Both are `None` where there is nothing to count, and kappa where only one code is ever used.
    """

    passages: int
    agreed: int
    share: Decimal | None
    kappa: Decimal | None

    @property
    def cells(self) -> Row:
        """It as a row of a table."""
        return [
            str(self.passages), str(self.agreed),
            *("" if each is None else f"{each:f}" for each in (self.share, self.kappa)),
        ]  # fmt: skip


def readings(release: OpenRelease) -> list[Row]:
    """Each passage that was coded, with both readings and what was settled on."""
    found = release.store.select(Library().inside("codings")).rows
    return [
        [*(_text(each) for each in row[:2]), *(_text(each) or NONE for each in row[2:])]
        for row in found
    ]


def agreement(pairs: Sequence[tuple[str, str]]) -> Agreement:
    """How far the two of each pair agree.

    >>> agreement([("a", "a"), ("a", "b"), ("b", "b"), ("b", "b")])
    Agreement(passages=4, agreed=3, share=Decimal('0.750'), kappa=Decimal('0.500'))
    """
    passages = len(pairs)
    agreed = sum(one == other for one, other in pairs)
    if not passages:
        return Agreement(0, 0, None, None)
    ones, others = Counter(one for one, _ in pairs), Counter(other for _, other in pairs)
    observed = Decimal(agreed) / passages
    by_chance = Decimal(sum(ones[each] * others[each] for each in ones)) / passages**2
    kappa = None if by_chance == 1 else (observed - by_chance) / (1 - by_chance)
    return Agreement(
        passages, agreed, _rounded(observed), None if kappa is None else _rounded(kappa)
    )


def _rounded(number: Decimal) -> Decimal:
    return number.quantize(Decimal("0.001"))


def _text(term: Term | None) -> str:
    return "" if term is None else shorten(str(term))
