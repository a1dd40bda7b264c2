"""The questions that the first page answers at once, and what it tells of each."""

from __future__ import annotations

from typing import NamedTuple

from kg.questions.library import Question
from kg.release.opened import OpenRelease
from server.pages.questions import question
from server.pages.questions.grouped import GROUPINGS, Cell, Group, Part, briefly
from server.pages.questions.outcomes import Counts, outcomes
from server.pages.words.names import Names

STARTERS = (
    "people/shared-chief-officer",
    "mergers/pressed-proposals",
    "policy/one-ccg-restatements",
)
"""Their names, in the order of the page."""
SHOWN = 4
"""How many groups of an answer are told, and how many entries of each."""


class _Told(NamedTuple):
    """A group on the first page: its first cells, what is within it in short, and how much more."""

    cells: list[Cell]
    within: list[str]
    more: int


class Starter:
    """A question on the first page: counts, and the first groups of its answer."""

    def __init__(self, asked: Question, parts: list[Part], counts: Counts) -> None:
        groups = parts[0].groups[:SHOWN] if parts else []
        self.question = asked
        self.counts = counts
        self.groups = [self._told(each) for each in groups]
        self.more = sum(len(part.groups) for part in parts) - len(groups)

    def _told(self, group: Group) -> _Told:
        within = briefly(group.within, GROUPINGS[self.question.name].brief)
        return _Told(group.cells[:2], within[:SHOWN], len(within) - len(within[:SHOWN]))


def starters(release: OpenRelease, names: Names) -> list[Starter]:
    """Those of them that the library of a release has, answered."""
    return [
        Starter(*question.short(release, names, name), outcomes(release, name))
        for name in STARTERS
        if name in release.library
    ]
