"""How much memory and how many open files a tree of processes has (Linux)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import NamedTuple

PROC = Path("/proc")


class Sample(NamedTuple):
    """What a tree of processes takes at a moment; shared pages are counted once, by their share."""

    second: float
    processes: int
    mib: float
    files: int


def sample(root: int, second: float) -> Sample:
    """What the process by that id and all below it take now."""
    tree = below(root)
    return Sample(second, len(tree), round(sum(map(_mib, tree)), 1), sum(map(_files, tree)))


def below(root: int) -> list[int]:
    """A process and its descendants."""
    children: dict[int, list[int]] = {}
    for each in PROC.iterdir():
        if each.name.isdigit():
            parent = _parent(each)
            children.setdefault(parent, []).append(int(each.name))
    found = [root]
    for process in found:  # which grows meanwhile
        found += children.get(process, [])
    return found


def _parent(place: Path) -> int:
    try:
        return int((place / "stat").read_text().rpartition(")")[2].split()[1])
    except (OSError, IndexError):
        return 0  # it has ended


def _mib(process: int) -> float:
    try:
        lines = (PROC / str(process) / "smaps_rollup").read_text().splitlines()
    except OSError:
        return 0.0
    return next((int(each.split()[1]) / 1024 for each in lines if each.startswith("Pss:")), 0.0)


def _files(process: int) -> int:
    try:
        return len(os.listdir(PROC / str(process) / "fd"))  # noqa: PTH208 - not real files
    except OSError:
        return 0
