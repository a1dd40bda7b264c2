"""A synthetic official file of any size, seeded, and the differences that it must show.

    uv run python -m tests.bench.import_ods 300000 FOLDER

writes the file, runs `coterminous import ods` on it in a process of its own, and compares what is
shown with what the generator knows, and prints seconds and peak memory. What the generator knows
is worked out from what it did to each body, never by the code that is measured.
"""

from __future__ import annotations

import csv
import json
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any

from rich.console import Console

from kg.resources import folder

Row = list[str]
Figures = dict[str, Any]
Made = tuple[Row, str, str]
"""A row, what it must show (differences joined by `+`, a fault, or nothing), and its code."""
_WORDS = ("ALDER", "BIRCH", "CEDAR", "HAZEL", "ROWAN", "MAPLE", "LINDEN", "WILLOW", "ASPEN")
_PLACES = ("ROAD", "LANE", "STREET", "SQUARE", "GREEN", "HILL", "BRIDGE", "GATE")
FAULTS = ("columns", "day", "order", "overlap", "parent", "encoding", "quote", "code")


@dataclass
class Expected:
    """What must be shown: each difference as its sort and code, and each fault as its line."""

    changes: Counter[tuple[str, str]] = field(default_factory=Counter)
    faults: dict[int, str] = field(default_factory=dict)


def write(path: Path, bodies: int, seed: int = 8, *, sound: bool = False) -> Expected:
    """Write a file with every CCG and that many other bodies, and tell what it must show.

    One that is `sound` has no faults.
    """
    chance, expected = random.Random(seed), Expected()
    lines = [*_ccgs(chance), *_practices(chance, bodies)]
    with path.open("wb") as file:
        made = lines if sound else _with_faults(lines)
        for number, (row, sort, code) in enumerate(made, 1):
            file.write(_bytes(row, sort))
            if sort in FAULTS:
                expected.faults[number] = sort
            elif sort:
                for each in sort.split("+"):
                    expected.changes[each, code] += 1
    return expected


def official_row(code: str, name: str, opened: str = "", closed: str = "", **more: str) -> Row:
    """A row of 27 columns; `role`, `parent`, `joined` and `area` may be given too."""
    row = [""] * 27
    row[0], row[1], row[3], row[10], row[11] = code, name, more.get("area", ""), opened, closed
    row[13], row[14], row[15] = (more.get(each, "") for each in ("role", "parent", "joined"))
    row[21] = "0"
    return row


def _ccgs(chance: random.Random) -> Iterator[Made]:
    """The shipped groups as ODS has them, some of them changed."""
    with (folder("kg.data") / "register" / "ccgs.csv").open(encoding="utf-8", newline="") as file:
        shipped = list(csv.DictReader(file))
    for each in shipped:
        code = each["ods_code"]
        opened, closed = (each[x].replace("-", "") for x in ("ods_opened", "ods_closed"))
        if not closed:
            yield _location(chance, code, opened)
            continue
        row = official_row(code, each["name"].upper(), opened, closed)
        kind = chance.choice(["", "", "renamed", "contradictory"])
        if kind == "renamed":
            row[1] = f"NHS {chance.choice(_WORDS)} {code} CCG"
        elif kind == "contradictory":
            row[11] = _moved(closed, 400)
        yield row, kind, code
        if chance.random() < 0.2 and kind != "contradictory":
            # The code is used again, by another group.
            reused = official_row(
                code, f"NHS {chance.choice(_WORDS)} AGAIN CCG", _moved(closed, 90)
            )
            yield reused, "new", code


def _location(chance: random.Random, code: str, opened: str) -> Made:
    name = f"NHS {chance.choice(_WORDS)} ICB - {code}"
    row = official_row(code, name, opened, role="RO319")
    kind = chance.choice(["renamed", "renamed+closed", "renamed+re-parented"])
    if kind.endswith("closed"):
        row[11] = "20260331"
    elif kind.endswith("parented"):
        row[3] = "Q99X"  # a board of the file itself
    return row, kind, code


def _practices(chance: random.Random, bodies: int) -> Iterator[Made]:
    yield official_row("Q99X", "NHS ALDER INTEGRATED CARE BOARD", "20220701"), "new", "Q99X"
    first = date(1974, 4, 1)
    for number in range(bodies):
        code = f"{'ABCDEFGH'[number % 8]}{number // 8:05d}"
        name = f"{chance.choice(_WORDS)} {chance.choice(_PLACES)} SURGERY {number}"
        opened = first + timedelta(days=chance.randrange(15_000))
        closed = opened + timedelta(days=chance.randrange(1, 3_000))
        is_closed = chance.random() < 0.3
        row = official_row(
            code, name, f"{opened:%Y%m%d}", f"{closed:%Y%m%d}" if is_closed else "",
            parent=chance.choice(["00L", "Q99X", "26A"]), joined=f"{opened:%Y%m%d}",
        )  # fmt: skip
        yield row, "new", code
        if is_closed and chance.random() < 0.05:
            again = f"{closed + timedelta(days=30):%Y%m%d}"
            yield official_row(code, f"{name} NEW", again), "new", code


def _with_faults(lines: Sequence[Made]) -> Iterator[Made]:
    """One line in a thousand is followed by one that has a fault, of a body of its own."""
    for number, (row, sort, code) in enumerate(lines):
        yield row, sort, code
        if number % 1000 == 500:
            fault = FAULTS[(number // 1000) % len(FAULTS)]
            yield _faulty(fault, number), fault, ""


def _faulty(fault: str, number: int) -> Row:
    code = f"K{number % 100_000:05d}"
    row = official_row(code, "FAULTY SURGERY", "20010401", "20020331")
    if fault == "columns":
        return row[:26]
    if fault == "day":
        row[10] = "20010230"
    elif fault == "order":
        row[11] = "20000101"
    elif fault == "overlap":
        row[0], row[10], row[11] = "Q99X", "20230101", ""
    elif fault == "parent":
        row[14] = "ZZZ9"
    elif fault == "code":
        row[0] = "k-1"
    return row


def text(row: Row) -> str:
    """A row as ODS writes it."""
    return ",".join(f'"{cell}"' for cell in row) + "\r\n"


def _bytes(row: Row, sort: str) -> bytes:
    line = text(row)
    if sort == "quote":
        line = line.replace('"FAULTY', '"FAU"LTY')
    return (
        line.replace("FAULTY", "F\xc9").encode("latin-1") if sort == "encoding" else line.encode()
    )


def _moved(day: str, days: int) -> str:
    return f"{date.fromisoformat(day) + timedelta(days=days):%Y%m%d}"


def shown(told: str) -> Expected:
    """What `--json` shows, in the same form."""
    whole = json.loads(told)
    changes = Counter((each["change"], each["code"]) for each in whole["changes"])
    return Expected(changes, {each["line"]: each["reason"] for each in whole["faults"]})


def measured(bodies: int, place: Path, options: Sequence[str] = ()) -> Figures:
    """What the command takes for a file of so many bodies, and what it shows wrongly.

    `reading s` is what Python's own `csv` takes to read the same file and sort it by code.
    """
    path = place / f"synthetic-{bodies}.csv"
    expected = write(path, bodies)
    command = [sys.executable, "-m", "server", "import", "ods", str(path), "--json", *options]
    began = time.monotonic()
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    seconds = time.monotonic() - began
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
    found = shown(done.stdout)
    began = time.monotonic()
    read(path)
    return {
        "MB": path.stat().st_size / 1e6,
        "s": seconds,
        "reading s": time.monotonic() - began,
        "peak MB": peak,
        "differences": dict(Counter(sort for sort, _ in found.changes.elements())),
        "differences that are wrong": sorted(
            {*(found.changes - expected.changes), *(expected.changes - found.changes)}
        ),
        "faults": len(found.faults),
        "faults that are wrong": sorted(set(found.faults) ^ set(expected.faults)),
    }


def read(path: Path) -> dict[str, list[Row]]:
    """The rows of a file by their codes, as they are."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    with path.open(encoding="utf-8", errors="replace", newline="") as file:
        for row in csv.reader(file):
            found[row[0]].append(row)
    return found


def main() -> None:
    """Generate, run, compare and print the figures."""
    told = measured(int(sys.argv[1]), Path(sys.argv[2]), sys.argv[3:])
    for name, each in told.items():
        shown_of = f"{each:.1f}" if isinstance(each, float) else str(each)[:1_000]
        Console().print(f"{name}: {shown_of}", markup=False)


if __name__ == "__main__":
    main()
