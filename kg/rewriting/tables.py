"""Triple patterns that lead away from one thing joined in a read model, and counted by group."""

from __future__ import annotations

from array import array
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import compress
from operator import and_
from typing import Final, NamedTuple

from kg.rewriting.ranges import Bound
from kg.rewriting.reading import Pattern
from kg.store.readmodel.columns import CODE, NONE, Column
from kg.store.readmodel.model import ReadModel

MOST: Final = 2_000_000
"""Rows that are counted here."""
THING: Final = ""
"""What stands for the thing in place of a variable."""
Numbers = Sequence[int]


class Aggregate(NamedTuple):
    """COUNT, MIN or MAX; of a variable, or of rows where there is none."""

    function: str
    variable: str
    is_distinct: bool


class Link(NamedTuple):
    """A property as N-Triples write it, and the place of the pattern whose value it is of.

    -1 stands for the thing that all lead away from.
    """

    property: str
    of: int


class Joined(NamedTuple):
    """The rows that patterns match: the things, and the values for each pattern."""

    things: Numbers
    codes: Sequence[Numbers]
    columns: Sequence[Column]


class Rows(NamedTuple):
    """Rows of numbers by variable, the thing's being `THING`; the columns that they are from.

    `kept` says which rows are to be counted; all where it is `None`.
    """

    numbers: Mapping[str, Numbers]
    columns: Mapping[str, Column]
    kept: list[bool] | None

    def of(self, variable: str) -> Iterator[int]:
        """The numbers of a variable in the rows that are to be counted."""
        numbers = self.numbers[variable]
        return iter(numbers) if self.kept is None else compress(numbers, self.kept)

    @property
    def size(self) -> int:
        """How many rows are to be counted."""
        return len(self.numbers[THING]) if self.kept is None else sum(self.kept)


def paths(patterns: Sequence[Pattern]) -> list[Pattern]:
    """Patterns put so that they lead from one thing to others; nothing where they do not."""
    values = {each.value for each in patterns if each.is_open}
    known = {each.subject for each in patterns} - values
    if len(known) != 1:
        return []
    found: list[Pattern] = []
    waiting = list(patterns)
    while waiting:
        ready = [each for each in waiting if each.subject in known]
        if not ready:
            return []
        found += ready
        known |= {each.value for each in ready}
        waiting = [each for each in waiting if each not in ready]
    return found


def rows(patterns: Sequence[Pattern], limits: Sequence[Bound], model: ReadModel) -> Rows | None:
    """The rows that match patterns between some days; of patterns that `paths` has put in order.

    `None` where the model does not tell, as where what is limited has something else than days.
    """
    names = [each.value if each.is_open else f"{at}" for at, each in enumerate(patterns)]
    limited = sorted({each.variable for each in limits} & {*names})
    links = tuple(
        Link(
            f"<{each.predicate}>", names.index(each.subject) if at and each.subject in names else -1
        )
        for at, each in enumerate(patterns)
    )
    joined = _joined(links, names.index(limited[0]) if limited else None, model)
    if joined is None:
        return None
    columns = dict(zip(names, joined.columns, strict=True))
    fixed = {name: each for name, each in zip(names, patterns, strict=True) if not each.is_open}
    if not _is_told(columns, fixed, limits):
        return None
    numbers = {THING: joined.things, **dict(zip(names, joined.codes, strict=True))}
    masks: list[Iterable[bool]] = []
    for each in sorted(limits, key=lambda each: each.variable):
        within = columns[each.variable].between(each.operator, each.day)
        if each.variable == limited[0]:  # the rows are in its order
            numbers = _between(numbers, each.variable, within)
        else:
            masks.append(map(within.__contains__, numbers[each.variable]))
    for name, pattern in fixed.items():
        masks.append(_is_cell(f"<{pattern.value}>", columns[name], numbers[name]))
    return Rows(numbers, columns, _both(masks))


def grouped(
    found: Rows, keys: Sequence[str], aggregates: Sequence[Aggregate], most: int
) -> list[tuple[list[str], list[str]]] | None:
    """The cells of the keys and of the aggregates of each group; `None` for too many groups.

    Where there are no keys all rows are one group, be there any or not.
    """
    counts = _counts(found, keys)
    if len(counts) > most:
        return None
    values = [_values(found, keys, each, counts) for each in aggregates]
    names = [found.columns[each].values for each in keys]
    return [
        (
            [cells[code] for cells, code in zip(names, group, strict=True)],
            [each[group] for each in values],
        )
        for group in sorted(counts)
    ]


def _is_told(columns: Mapping[str, Column], fixed: Iterable[str], limits: Iterable[Bound]) -> bool:
    """Whether the columns know their values where these are to be one, or between days."""
    limited = [columns.get(each.variable) for each in limits]
    return all(columns[each].values or not columns[each].width for each in fixed) and all(
        each is not None and (each.days or not each.width) for each in limited
    )


def _between(numbers: Mapping[str, Numbers], name: str, within: range) -> dict[str, Numbers]:
    """The rows with a number within a range, of rows that are in the order of these numbers."""
    first, last = (bisect_left(numbers[name], each) for each in (within.start, within.stop))
    return {each: row[first:last] for each, row in numbers.items()}


def _joined(links: tuple[Link, ...], first: int | None, model: ReadModel) -> Joined | None:
    """All rows of the columns of these links, in the order of the values of one if wanted.

    They are kept by the model, since to make them takes a while.
    """
    key = (*links, first)
    if key not in model.made:
        found = [model.column(each.property) for each in links]
        columns = [each for each in found if each is not None]
        of = [each.of for each in links]
        joined = _join(columns, of) if len(columns) == len(links) else None
        model.made[key] = _sorted(joined, first) if joined and first is not None else joined
    made: Joined | None = model.made[key]
    return made


def _sorted(joined: Joined, first: int) -> Joined:
    order = sorted(range(len(joined.things)), key=joined.codes[first].__getitem__)
    things, *codes = (
        array(CODE, map(each.__getitem__, order)) for each in (joined.things, *joined.codes)
    )
    return Joined(things, codes, joined.columns)


def _join(columns: Sequence[Column], of: Sequence[int]) -> Joined | None:
    things: Numbers = columns[0].things
    numbers: list[Numbers] = [columns[0].codes]
    for column, place in list(zip(columns, of, strict=True))[1:]:
        if place < 0 and column.is_single and column.things == things:
            numbers.append(column.codes)
            continue
        sought = things
        if place >= 0:
            nodes = columns[place].nodes
            sought = [nodes[code] for code in numbers[place]] if nodes else [NONE] * len(things)
        things, numbers = _looked_up(sought, things, numbers, column)
        if len(things) > MOST:
            return None
    return Joined(things, numbers, columns)


def _looked_up(
    sought: Numbers, things: Numbers, numbers: Sequence[Numbers], column: Column
) -> tuple[Numbers, list[Numbers]]:
    """Rows with the values that what is sought in each has of one more property; one for each."""
    if column.is_single:
        found = list(map(column.first_by_thing.get, sought))
        there = [each is not None for each in found]
        left = [each for each in found if each is not None]
        kept = [array(CODE, compress(each, there)) for each in (things, *numbers)]
    else:
        lists = [column.by_thing.get(each, ()) for each in sought]
        left = [code for each in lists for code in each]
        kept = [
            array(CODE, (number for number, each in zip(row, lists, strict=True) for _ in each))
            for row in (things, *numbers)
        ]
    return kept[0], [*kept[1:], left]


def _is_cell(cell: str, column: Column, numbers: Numbers) -> Iterator[bool]:
    code = column.values.index(cell) if cell in column.values else -1
    return map(code.__eq__, numbers)


def _both(masks: Sequence[Iterable[bool]]) -> list[bool] | None:
    if not masks:
        return None
    mask = masks[0]
    for each in masks[1:]:
        mask = map(and_, mask, each)
    return list(mask)


def _groups(found: Rows, keys: Sequence[str]) -> Iterable[tuple[int, ...]]:
    """The group of each row."""
    return zip(*map(found.of, keys), strict=True) if keys else [()] * found.size


def _counts(found: Rows, keys: Sequence[str]) -> Mapping[tuple[int, ...], int]:
    if len(keys) == 1:  # the most frequent, and counted faster without tuples
        return {(code,): count for code, count in Counter(found.of(keys[0])).items()}
    return Counter(_groups(found, keys)) if keys else {(): found.size}


def _values(
    found: Rows,
    keys: Sequence[str],
    aggregate: Aggregate,
    counts: Mapping[tuple[int, ...], int],
) -> dict[tuple[int, ...], str]:
    """The cell of an aggregate, by group."""
    function, variable, is_distinct = aggregate
    if function != "COUNT":
        best = _extremes(found, keys, variable, is_least=function == "MIN")
        days = found.columns[variable].values
        return {group: days[best[group]] if group in best else "UNDEF" for group in counts}
    if is_distinct and not _is_once(found, keys, variable):
        pairs = set(zip(_groups(found, keys), found.of(variable), strict=True))
        widths = Counter(group for group, _ in pairs)
        return {group: str(widths[group]) for group in counts}
    return {group: str(count) for group, count in counts.items()}


def _is_once(found: Rows, keys: Sequence[str], variable: str) -> bool:
    """Whether a thing is in a group once, since whatever it may have several of is a key."""
    others = (column for name, column in found.columns.items() if name not in keys)
    return variable == THING and all(each.is_single for each in others)


def _extremes(
    found: Rows, keys: Sequence[str], variable: str, *, is_least: bool
) -> dict[tuple[int, ...], int]:
    if not keys:
        numbers = set(found.of(variable))
        return {(): (min if is_least else max)(numbers)} if numbers else {}
    pairs = set(zip(_groups(found, keys), found.of(variable), strict=True))
    return dict(sorted(pairs, reverse=is_least))  # the last of each group stays
