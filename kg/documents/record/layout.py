"""Lines of a page in the order in which they are read, also where they stand in columns.

Lengths are in points, with y growing upwards, as PDF has it.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import accumulate, pairwise
from statistics import median
from typing import Final, NamedTuple

_FEWEST: Final = 3
_LETTERS: Final = 15
_COLUMNS: Final = 4
"""More columns than that are a table."""
_FILLED: Final = 0.45
_CROSSING: Final = 0.2
_STEP: Final = 2.0
_GUTTER: Final = 3
"""In steps: narrower gaps between two columns are not seen."""
_GAP: Final = 1.45
"""From so many times the usual distance of two lines on there is a new paragraph."""


class Run(NamedTuple):
    """Words in a row on one line, and where they stand."""

    text: str
    left: float
    bottom: float
    right: float
    top: float

    @property
    def middle(self) -> float:
        """The height at which it stands."""
        return (self.bottom + self.top) / 2


def in_columns(runs: Sequence[Run]) -> list[list[Run]]:
    """The lines of a page of columns in reading order; each has its runs from left to right.

    Nothing where no columns are seen. A line across two columns ends both above it. A table is not
    taken for columns: its cells are short.
    """
    gutter = _gutter(runs)
    return _divided(runs, gutter) if gutter else []


def paragraphs(lines: Sequence[Sequence[Run]]) -> str:
    """The text of lines, one below the other; an empty line stands where a wide gap does."""
    if not lines:
        return ""
    heights = [max(each.middle for each in line) for line in lines]
    steps = [one - two for one, two in pairwise(heights)]
    usual = median([each for each in steps if each > 0] or [0.0])
    parts = [_joined(lines[0])]
    for line, step in zip(lines[1:], steps, strict=True):
        # Upwards it goes where the next column begins, perhaps in the middle of a sentence.
        parts.append("\n\n" if usual and step > _GAP * usual else "\n")
        parts.append(_joined(line))
    return "".join(parts)


def _joined(line: Sequence[Run]) -> str:
    return " ".join(each.text.strip() for each in line)


def _divided(runs: Sequence[Run], gutter: float) -> list[list[Run]]:
    across = sorted((each for each in runs if each.left < gutter < each.right), key=_down)
    rest = [each for each in runs if each not in across]
    found: list[list[Run]] = []
    for each in across:
        above = [one for one in rest if one.middle > each.middle]
        found += [*_band(above, gutter), [each]]
        rest = [one for one in rest if one.middle <= each.middle]
    return found + _band(rest, gutter)


def _band(runs: Sequence[Run], gutter: float) -> list[list[Run]]:
    """What stands between two lines across: the left column, then the right one."""
    left = [each for each in runs if each.right <= gutter]
    right = [each for each in runs if each.left >= gutter]
    return [*(in_columns(left) or _lines(left)), *(in_columns(right) or _lines(right))]


def _lines(runs: Sequence[Run]) -> list[list[Run]]:
    found: list[list[Run]] = []
    for each in sorted(runs, key=_down):
        line = found[-1] if found else []
        if line and each.middle > line[0].bottom and line[0].middle < each.top:
            line.append(each)
        else:
            found.append([each])
    return [sorted(line, key=lambda one: one.left) for line in found]


def _down(run: Run) -> tuple[float, float]:
    return -run.middle, run.left


def _gutter(runs: Sequence[Run], columns: int = _COLUMNS) -> float:
    """Where the white stripe between two columns of text has its middle; 0 where there is none."""
    # Where the half of all is short, as in a table, so is the half of what a stripe leaves apart.
    if columns < 2 or len(runs) < 2 * _FEWEST or median(map(_length, runs)) < _LETTERS:
        return 0.0
    start = min(each.left for each in runs)
    steps = int((max(each.right for each in runs) - start) / _STEP) + 1
    changes = [0] * (steps + 2)
    for each in runs:
        changes[int((each.left - start) / _STEP)] += 1
        changes[int((each.right - start) / _STEP) + 1] -= 1
    crossing = list(accumulate(changes[:-1]))
    best = (0, 0.0)
    for first, last in _stripes(crossing, _CROSSING * len(runs)):
        place = start + (first + last + 1) / 2 * _STEP
        if last - first + 1 >= max(_GUTTER, best[0] + 1) and _is_between(runs, place, columns):
            best = (last - first + 1, place)
    return best[1]


def _stripes(crossing: Sequence[int], most: float) -> list[tuple[int, int]]:
    """Stretches inside of the page that hardly any line crosses, first and last step."""
    found: list[tuple[int, int]] = []
    for step, count in enumerate(crossing):
        if count > most:
            continue
        if found and found[-1][1] == step - 1:
            found[-1] = (found[-1][0], step)
        else:
            found.append((step, step))
    return [each for each in found if each[0] > 0 and each[1] < len(crossing) - 1]


def _is_between(runs: Sequence[Run], place: float, columns: int) -> bool:
    """Whether columns of text stand on both sides, and not the cells of a table."""
    sides = (
        [each for each in runs if each.right <= place],
        [each for each in runs if each.left >= place],
    )
    return all(_is_column(each) or bool(_gutter(each, columns - 1)) for each in sides)


def _length(run: Run) -> int:
    return len(run.text)


def _is_column(runs: Sequence[Run]) -> bool:
    if len(runs) < _FEWEST:
        return False
    width = max(each.right for each in runs) - min(each.left for each in runs)
    return (
        median(map(_length, runs)) >= _LETTERS
        and median(each.right - each.left for each in runs) >= _FILLED * width
    )
