"""The first reading of official files: every line's fault, and when each code was in use.

What is kept is one small entry a code, so that any number of bodies can be read.
"""

from __future__ import annotations

from array import array
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from typing import NamedTuple

from kg.errors import InvalidInput
from kg.ingest.ods import kinds, rows
from kg.ingest.ods.known import Register
from kg.ingest.ods.layout import Fault, Layout, Line, OfficialFile, ons_columns
from kg.ingest.ods.rows import Body, Faulty, Succession

Told = Callable[[int], None]
"""Who is told how many bytes were read since the last time."""


class Life(NamedTuple):
    """When a body of the files stood, of what kind it is, and the file and line that say so."""

    opened: str
    closed: str
    file: int
    line: int
    kind: str


class Survey:
    """What the files hold, before anything is compared; `rows` gives their sound rows again.

    `count` is the number of their lines, faulty ones among them.
    """

    def __init__(
        self, files: Sequence[OfficialFile], register: Register, told: Told = lambda _: None
    ) -> None:
        self.files = files
        self.count = 0
        self._bad: dict[int, dict[int, str]] = defaultdict(dict)
        self._first: dict[str, Life] = {}
        self._more: dict[str, list[Life]] = {}
        wanted: defaultdict[str, array[int]] = defaultdict(lambda: array("q"))
        for place in range(len(files)):
            self._read(place, register, wanted, told)
        self._check_lives()
        for code, lines in wanted.items():
            if code not in self._first:
                for place, line in zip(lines[::2], lines[1::2], strict=True):
                    reason = f"the code {code} is known neither to the register nor to the files"
                    self._bad[place].setdefault(line, reason)

    @property
    def faults(self) -> list[Fault]:
        """All faults, in the order of the files and their lines."""
        return [
            Fault(self.files[place].path, line, reason)
            for place, found in sorted(self._bad.items())
            for line, reason in sorted(found.items())
        ]

    def lives(self, code: str) -> list[Life]:
        """The lives of a code in the files, those of faulty lines left out, in order of time."""
        if several := self._more.get(code):
            return [each for each in several if each.line not in self._bad[each.file]]
        return [self._first[code]] if code in self._first else []

    def rows(self, place: int, told: Told = lambda _: None) -> Iterator[Body | Succession]:
        """The sound rows of the file at this place, in its order."""
        bad = self._bad.get(place, {})
        read = _reader(self.files[place])
        for line in self.files[place].lines(told):
            if line.number not in bad:
                yield read(line)

    def _read(
        self, place: int, register: Register, wanted: dict[str, array[int]], told: Told
    ) -> None:
        file = self.files[place]
        read = _reader(file)
        for line in file.lines(told):
            self.count += 1
            try:
                row = read(line)
            except Faulty as fault:
                self._bad[place][line.number] = str(fault)
                continue
            if isinstance(row, Body):
                self._live(row, place, file)
                others = [row.parent]
            else:
                others = [row.predecessor, row.successor]
            for code in others:
                if code and code not in register:
                    wanted[code].extend((place, line.number))

    def _live(self, row: Body, place: int, file: OfficialFile) -> None:
        if file.layout is Layout.NAMES:
            kind = kinds.PREFIXES[ons_columns(file.heading)[0]]
            self._first.setdefault(row.code, Life("", "", place, row.line, kind))
            return
        kind = kinds.told(row.role, row.name) or kinds.guessed(row.code)
        life = Life(row.opened, row.closed, place, row.line, kind)
        first = self._first.get(row.code)
        if first and self.files[first.file].layout is Layout.ORGANISATIONS:
            self._more.setdefault(row.code, [first]).append(life)
        else:
            self._first[row.code] = life

    def _check_lives(self) -> None:
        for code, lives in self._more.items():
            lives.sort()
            before = lives[0]
            for life in lives[1:]:
                if before.closed and life.opened > before.closed:
                    before = life
                    continue
                where = f"{self.files[before.file].path}:{before.line}"
                until = f"until {before.closed}" if before.closed else "with no end"
                self._bad[life.file][life.line] = (
                    f"{code} opens again on {life.opened or 'a day that is not told'}, "
                    f"but {where} has it {until}"
                )


def _reader(file: OfficialFile) -> Callable[[Line], Body | Succession]:
    """What reads a line of this file; raises `InvalidInput` for names of a kind nobody knows."""
    if file.layout is Layout.ORGANISATIONS:
        return _sound(rows.organisation)
    if file.layout is Layout.SUCCESSIONS:
        return _sound(rows.succession)
    prefix, _, places = ons_columns(file.heading)
    if prefix not in kinds.PREFIXES or not {"CD", "NM"} <= set(places):
        reason = f"the heading is of '{prefix}', or has no CD and NM"
        hint = f"Names and codes of these are taken in: {', '.join(kinds.PREFIXES)}."
        raise InvalidInput(file.path, 1, reason, hint)
    width = len(file.heading)
    return _sound(lambda line: rows.named(line, width, places))


def _sound(read: Callable[[Line], Body | Succession]) -> Callable[[Line], Body | Succession]:
    def reader(line: Line) -> Body | Succession:
        if line.reason:
            raise Faulty(line.reason)
        return read(line)

    return reader
