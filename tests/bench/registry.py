"""What a comparison of the suite is: what it runs, against whom, and the ratio that is wanted.

A ratio says how many times better ours is than the peer's, whatever is measured: above 1 ours is
the better one, below 1 the peer's is.
"""

from __future__ import annotations

import platform
import re
import shutil
import subprocess
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from importlib import import_module, metadata
from pathlib import Path
from typing import Literal, TypeVar

Size = Literal["tiny", "quick", "full"]
Chosen = TypeVar("Chosen")
MARK = "mark"
"""The peer of what nobody else does: a figure that was set beforehand."""


@dataclass(frozen=True)
class Setting:
    """What a comparison is run with: how much of it, a store with the shipped release, a folder.

    The folder is empty, and its own. `tiny` shows no more than that all of it runs.
    """

    size: Size
    store: Path
    folder: Path

    def pick(self, tiny: Chosen, quick: Chosen, full: Chosen) -> Chosen:
        """What belongs to the size."""
        return {"tiny": tiny, "quick": quick, "full": full}[self.size]


@dataclass(frozen=True)
class Peer:
    """Somebody to be compared with: its name, how it is set up, and what tells its version.

    `version` is the name of an installed package, a command that prints it, or a version.
    """

    name: str
    configuration: str
    version: str = ""

    def shown_version(self) -> str:
        """Its version, or nothing where it has none or is not here."""
        name, *options = self.version.split() or [""]
        if options:
            return _printed([name, *options]) if shutil.which(name) else ""
        if not name or name[0].isdigit():
            return name
        try:
            return metadata.version(name)
        except metadata.PackageNotFoundError:
            return ""


@dataclass(frozen=True)
class Row:
    """One figure of ours beside one of a peer's, both in `unit`; of rates (`…/s`) more is better.

    `aim` is what the comparison's `wanted` calls it; without one nothing is wanted of the ratio.
    """

    what: str
    peer: str
    ours: float
    theirs: float
    unit: str
    aim: str = ""

    @property
    def ratio(self) -> float:
        """How many times better ours is.

        >>> Row("point", "x", 2.0, 1.0, "ms").ratio, Row("point", "x", 2.0, 1.0, "answers/s").ratio
        (0.5, 2.0)
        """
        better, worse = self.theirs, self.ours
        if self.unit.endswith("/s"):
            better, worse = worse, better
        return better / worse if worse else float("inf")


@dataclass
class Found:
    """The rows of a comparison, the peers that could not take part with the reason, and notes."""

    rows: list[Row] = field(default_factory=list)
    absent: dict[str, str] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)

    def add(  # a row has so many parts
        self, what: str, peer: str, ours: float, theirs: float, unit: str, aim: str = ""
    ) -> None:
        """One more row."""
        self.rows.append(Row(what, peer, ours, theirs, unit, aim))


@dataclass(frozen=True)
class Comparison:
    """One comparison: `modules` of this folder do the work, `run` turns what they give into rows.

    `wanted` has the least ratio of each aim; `reasons` says of a figure of ours beside a peer's, by
    what it is of and the peer, why it may fall short of that.
    """

    name: str
    what: str
    peers: tuple[Peer, ...]
    modules: tuple[str, ...]
    wanted: Mapping[str, float]
    run: Callable[[Setting], Found]
    reasons: Mapping[tuple[str, str], str] = field(default_factory=dict)

    def is_met(self, row: Row) -> bool | None:
        """Whether a row is as wanted, by its ratio to two places; `None` where nothing is."""
        least = self.wanted.get(row.aim)
        return None if least is None else round(row.ratio, 2) >= round(least, 2)

    def notes(self, found: Found) -> list[str]:
        """The notes of what was found, and the reasons for what falls short of what is wanted."""
        short = [(each.what, each.peer) for each in found.rows if self.is_met(each) is False]
        told = (
            f"{what} beside {peer}: {self.reasons.get((what, peer), '')}" for what, peer in short
        )
        return [*found.notes, *(each for each in told if not each.endswith(": "))]


def found_of(name: str, setting: Setting) -> Found:
    """What the comparison of that name finds.

    It is loaded no sooner than this is called, so that whoever calls is told why it could not be.
    """
    comparisons = import_module("tests.bench.comparisons").COMPARISONS
    found: Found = next(each for each in comparisons if each.name == name).run(setting)
    return found


def machine() -> dict[str, str | int]:
    """What all of it ran on."""
    told = Path("/proc/cpuinfo")
    text = told.read_text(encoding="utf-8") if told.exists() else ""
    model = re.search(r"model name\s*:\s*(.*)", text)
    memory = re.search(r"MemTotal:\s*(\d+)", _read(Path("/proc/meminfo")))
    return {
        "processor": model[1] if model else platform.machine(),
        "cores": text.count("processor\t") or 1,
        "memory MiB": int(memory[1]) // 1024 if memory else 0,
        "system": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def _read(path: Path) -> str:
    return path.read_text(encoding="utf-8") if path.exists() else ""


def _printed(command: list[str]) -> str:
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    found = re.search(r"\d+(?:\.\d+)+", done.stdout + done.stderr)
    return found[0] if found else ""
