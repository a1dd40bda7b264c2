"""The values of a property, each beside the number of the thing that has it."""

from __future__ import annotations

import re
from array import array
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from itertools import pairwise
from typing import Final

from kg.model.terms import XSD

LISTED: Final = 1_000
"""So many values of a property are kept, and any number of days."""
CODE: Final = "I"
"""What a number is in a column: of four bytes."""
NONE: Final = 0xFFFFFFFF
"""The number of no thing."""
_DAY: Final = re.compile(rf'"([0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}})"\^\^<{XSD}date>')


@dataclass(frozen=True)
class Column:
    """Of each statement with a property: the number of its thing, and of its value.

    They are in the order of the things. `values` are the terms, as cells, by their numbers and in
    the order of their texts; nothing where they are many or have no name. `nodes` are the numbers
    of the values as things, or `NONE`; nothing where none is one. `width` is how many there are;
    `days` says that all are plain days, `strings` that all are texts.
    """

    things: array[int]
    codes: array[int]
    values: tuple[str, ...]
    nodes: array[int]
    width: int
    days: bool
    strings: bool

    @cached_property
    def is_single(self) -> bool:
        """Whether each thing has one value."""
        return all(one != two for one, two in pairwise(self.things))

    @cached_property
    def by_thing(self) -> dict[int, list[int]]:
        """The numbers of its values, by that of each thing."""
        found: dict[int, list[int]] = {}
        for thing, code in zip(self.things, self.codes, strict=True):
            found.setdefault(thing, []).append(code)
        return found

    @cached_property
    def first_by_thing(self) -> dict[int, int]:
        """The same, of one value each."""
        return dict(zip(self.things, self.codes, strict=True))

    def between(self, operator: str, day: str) -> range:
        """The numbers of the days that are `<`, `<=`, `>`, `>=` or `=` a day; of a column of days.

        The day is one that `is_day` knows.
        """
        cell = f'"{day}"^^<{XSD}date>'
        first, last = bisect_left(self.values, cell), bisect_right(self.values, cell)
        ends = {"<": (0, first), "<=": (0, last), "=": (first, last)}
        begins = {">": last, ">=": first}
        return range(*ends[operator]) if operator in ends else range(begins[operator], self.width)


def column(pairs: Sequence[tuple[int, str]], numbers: Mapping[str, int]) -> Column:
    """The column of things, by their numbers, and the cells of their values.

    >>> found = column([(2, "<urn:b>"), (1, "<urn:a>")], {"<urn:b>": 1, "<urn:c>": 2})
    >>> list(found.things), list(found.codes), found.values, list(found.nodes)[1]
    ([1, 2], [0, 1], ('<urn:a>', '<urn:b>'), 1)
    """
    cells = sorted({cell for _, cell in pairs})
    codes = {cell: code for code, cell in enumerate(cells)}
    ordered = sorted((thing, codes[cell]) for thing, cell in pairs)
    linked = any(cell in numbers for cell in cells)
    days = bool(cells) and all(is_day(cell) for cell in cells)
    named = not any(cell.startswith(("_:", "<<")) for cell in cells)
    return Column(
        array(CODE, [thing for thing, _ in ordered]),
        array(CODE, [code for _, code in ordered]),
        tuple(cells) if named and (days or len(cells) <= LISTED) else (),
        array(CODE, [numbers.get(cell, NONE) for cell in cells] if linked else ()),
        len(cells),
        days,
        all(is_string(cell) for cell in cells),
    )


def is_string(cell: str) -> bool:
    """Whether a term, as a cell, is a text, be it in a language.

    >>> is_string('"a"'), is_string('"a"@en'), is_string('"1"^^<urn:x>'), is_string("<urn:x>")
    (True, True, False, False)
    """
    return cell[:1] == '"' and cell[-1] != ">"


def is_day(cell: str) -> bool:
    """Whether a term, as a cell, is a day of a year of four digits, without a time zone."""
    found = _DAY.fullmatch(cell)
    try:
        return bool(found and date.fromisoformat(found[1]))
    except ValueError:
        return False
