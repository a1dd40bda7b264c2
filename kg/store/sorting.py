"""Lines in order, more than memory holds: sorted in runs on the disk, and merged from there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from heapq import merge
from pathlib import Path
from typing import Final

RUN: Final = 400_000
"""How many lines are sorted at once; about a tenth of a gigabyte of statements."""
_BUFFER: Final = 1 << 18


class SortedLines:
    """Lines of bytes that end in a line feed, given in any order and read in theirs, each once.

    The runs lie in `folder`, which is the caller's to remove. The order is that of the bytes,
    which for UTF-8 is that of the characters.
    """

    def __init__(self, folder: Path, run: int = RUN) -> None:
        self._folder, self._run = folder, run
        self._waiting: list[bytes] = []
        self._runs: list[Path] = []
        folder.mkdir(parents=True, exist_ok=True)

    def add(self, lines: Iterable[bytes]) -> None:
        """Take lines in."""
        self._waiting += lines
        if len(self._waiting) >= self._run:
            self._write()

    def __iter__(self) -> Iterator[bytes]:
        if not self._runs:  # all of them fit: nothing needs to go to the disk
            yield from sorted(set(self._waiting))
            return
        self._write()
        with ExitStack() as opened:
            runs = [opened.enter_context(each.open("rb", _BUFFER)) for each in self._runs]
            last = b""
            for line in merge(*runs):
                if line != last:
                    yield line
                    last = line

    def _write(self) -> None:
        if not self._waiting:
            return
        path = self._folder / f"run-{len(self._runs)}"
        with path.open("wb", _BUFFER) as file:
            file.writelines(sorted(set(self._waiting)))
        self._runs.append(path)
        self._waiting = []
