"""What two releases do not have in common, thing by thing, in memory that does not grow with them.

Both are read in the order of their lines (`statements`), where all that is said of a thing stands
together.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from pathlib import Path
from typing import Final, Literal, NamedTuple

from kg.release.statements import Said, lines

State = Literal["new", "gone", "changed"]

_END: Final = "\U0010ffff"
"""Sorts after every line."""


class Change(NamedTuple):
    """A value that another has taken the place of: the only one before, and the only one after."""

    was: Said
    now: Said


@dataclass(frozen=True)
class Difference:
    """What differs of one thing: statements added, removed, and values that changed.

    `thing` is a term as N-Quads writes it. A thing is new when nothing was said of it before, gone
    when nothing is any more. A value has changed where a property of the thing had one value in a
    graph that it has no longer, and has one new one; else all are added or removed.
    """

    thing: str
    state: State
    added: tuple[Said, ...] = ()
    removed: tuple[Said, ...] = ()
    changed: tuple[Change, ...] = ()

    def within(self, graph: str) -> Difference | None:
        """What differs in the graphs whose name contains that text, if anything does."""
        added = tuple(each for each in self.added if graph in each.graph)
        removed = tuple(each for each in self.removed if graph in each.graph)
        changed = tuple(each for each in self.changed if graph in each.now.graph)
        if not (added or removed or changed):
            return None
        return Difference(self.thing, self.state, added, removed, changed)


@dataclass
class Totals:
    """How much differs: things by state, and statements by graph and by what became of them."""

    things: Counter[State] = field(default_factory=Counter)
    graphs: dict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))

    def count(self, found: Iterable[Difference]) -> Iterator[Difference]:
        """The same differences, each counted as it passes."""
        for each in found:
            self.things[each.state] += 1
            for said in each.added:
                self.graphs[said.graph]["added"] += 1
            for said in each.removed:
                self.graphs[said.graph]["removed"] += 1
            for change in each.changed:
                self.graphs[change.now.graph]["changed"] += 1
            yield each


def differences(before: Path, after: Path, graph: str = "") -> Iterator[Difference]:
    """What differs between the releases in two folders, in the order of the things' names.

    Only what differs in graphs whose name holds that text. Blank nodes are the same where the same
    is said of them.
    """
    return (kept for each in _whole(before, after) if (kept := each.within(graph)))


def _whole(before: Path, after: Path) -> Iterator[Difference]:
    together = _together(lines(before), lines(after))
    for thing, found in groupby(together, key=lambda each: each[1].partition(" ")[0]):
        sides: dict[str, list[Said]] = {"-": [], "+": []}
        is_known = False
        for side, line in found:
            if side == "=":
                is_known = True
            else:
                sides[side].append(Said.read(line))
        if sides["-"] or sides["+"]:
            yield _difference(thing, sides["-"], sides["+"], is_known=is_known)


def _together(before: Iterator[str], after: Iterator[str]) -> Iterator[tuple[str, str]]:
    """Each line of either in order, with `-` if only the first has it, `+` if only the second."""
    old, new = next(before, _END), next(after, _END)
    while old != new or old != _END:
        if old == new:
            yield "=", old
            old, new = next(before, _END), next(after, _END)
        elif old < new:
            yield "-", old
            old = next(before, _END)
        else:
            yield "+", new
            new = next(after, _END)


def _difference(
    thing: str, removed: list[Said], added: list[Said], *, is_known: bool
) -> Difference:
    state: State = "changed"
    if not is_known and not (added and removed):
        state = "new" if added else "gone"
    values: dict[tuple[str, str], tuple[list[Said], list[Said]]] = defaultdict(lambda: ([], []))
    for place, side in enumerate((removed, added)):
        for each in side:
            values[each.property, each.graph][place].append(each)
    changed = [Change(was[0], now[0]) for was, now in values.values() if len(was) == len(now) == 1]
    moved = {each for change in changed for each in change}
    return Difference(
        thing,
        state,
        tuple(each for each in added if each not in moved),
        tuple(each for each in removed if each not in moved),
        tuple(sorted(changed, key=itemgetter(0))),
    )
