"""Where things stand in a picture: the same for the same log, and nothing ever moves for another.

What is new finds its place among what is there: it is pushed away by everything, drawn to what it
is joined with, and stays within reach of what it was reached from. What was placed before stays.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import cos, sin, sqrt, tau
from typing import Final

import numpy as np
from numpy.typing import NDArray

Place = tuple[float, float]
Points = NDArray[np.float32]

APART: Final = 96.0
"""How far joined things stand from each other, in units of the picture (pixels at full size)."""
_TURN: Final = (3 - sqrt(5)) / 2  # of a circle: points in this turn never line up
CALM: Final = 400
"""So many new things at once find good places here; more stay where they begin, in a spiral, and
whoever draws them finds better ones."""
_WORK: Final = 16_000_000  # pairs that are looked at: a third of a second


def placed(
    known: Sequence[Place], joined: Sequence[tuple[int, int]], anchors: Sequence[int | None]
) -> list[Place]:
    """The places of new things, numbered after the `known` ones.

    `joined` are pairs of numbers, `anchors` of each new thing the number of what it was reached
    from, or nothing.

    >>> placed([], [], [None])
    [(0.0, 0.0)]
    >>> here, there = placed([(0.0, 0.0)], [(0, 1), (0, 2)], [0, 0])
    >>> here != there
    True
    """
    if not anchors:
        return []
    points = np.array([*known, *_begun(known, anchors)], dtype=np.float32)
    fixed = len(known)
    if len(points) > 1 and len(anchors) <= CALM:
        points = _settled(points, fixed, np.array(joined, dtype=np.intp).reshape(-1, 2))
        points = _spread(points, fixed)
    return [(round(float(x), 1), round(float(y), 1)) for x, y in points[fixed:]]


def _begun(known: Sequence[Place], anchors: Sequence[int | None]) -> list[Place]:
    """Where new things begin: in a spiral around what they were reached from, or beside all."""
    begun: list[Place] = []
    beside = max((x for x, _ in known), default=-2 * APART) + 2 * APART
    for count, anchor in enumerate(anchors):
        every = [*known, *begun]
        x, y = every[anchor] if anchor is not None and anchor < len(every) else (beside, 0.0)
        first = not known and anchor is None
        radius = 0.0 if first and count == 0 else APART * 0.6 * sqrt(count + (0 if first else 1.5))
        angle = tau * _TURN * count
        begun.append((x + radius * cos(angle), y + radius * sin(angle)))
    return begun


def _settled(points: Points, fixed: int, joined: NDArray[np.intp]) -> Points:
    rounds = int(min(120, _WORK // ((len(points) - fixed) * len(points))))
    pull = joined[(joined[:, 0] >= fixed) | (joined[:, 1] >= fixed)]
    degree = np.bincount(joined.ravel(), minlength=len(points)).astype(np.float32)
    for step in range(rounds):
        across, down, square = _gaps(points, fixed)
        strength = (APART**2 / np.maximum(square, 25.0)).astype(np.float32)
        strength[square > (3.5 * APART) ** 2] = 0.0
        moved = _moved(across, down, strength)
        _draw(moved, points, pull, degree, fixed)
        moved -= 0.03 * points[fixed:]
        far = np.maximum(np.hypot(moved[:, 0], moved[:, 1]), 1e-6)
        reach = APART * 0.5 * (1 - step / rounds)
        points[fixed:] += moved / far[:, None] * np.minimum(far, reach)[:, None]
    return points


def _gaps(points: Points, fixed: int) -> tuple[Points, Points, Points]:
    """How far each new thing stands from every thing: across, down, and squared."""
    across = points[fixed:, :1] - points[:, 0]
    down = points[fixed:, 1:] - points[:, 1]
    return across, down, across * across + down * down


def _moved(across: Points, down: Points, strength: Points) -> Points:
    sums = [np.einsum("ij,ij->i", each, strength) for each in (across, down)]
    return np.stack(sums, axis=1)


def _draw(
    moved: Points, points: Points, pull: NDArray[np.intp], degree: Points, fixed: int
) -> None:
    """Add to the moves what things are drawn by those that they are joined to."""
    if not len(pull):
        return
    for here, there in ((pull[:, 0], pull[:, 1]), (pull[:, 1], pull[:, 0])):
        free = here >= fixed
        gap = points[there[free]] - points[here[free]]
        length = np.maximum(np.hypot(gap[:, 0], gap[:, 1]), 1.0)
        share = 1.0 / np.sqrt(np.maximum(np.minimum(degree[here[free]], degree[there[free]]), 1.0))
        np.add.at(moved, here[free] - fixed, gap * (share * length / APART)[:, None])


def _spread(points: Points, fixed: int) -> Points:
    """No new thing stands on another: those that are too near are put apart."""
    least = np.float32(APART * 0.62)
    itself = np.arange(len(points) - fixed), np.arange(fixed, len(points))
    for _ in range(int(min(40, 2 + _WORK // ((len(points) - fixed) * len(points))))):
        across, down, square = _gaps(points, fixed)
        square[itself] = least**2
        if not (square < least**2).any():
            break
        far: Points = np.sqrt(np.maximum(square, np.float32(1e-3)))
        push: Points = np.float32(0.55) * np.maximum(least - far, np.float32(0.0)) / far
        points[fixed:] += _moved(across, down, push)
    return points
