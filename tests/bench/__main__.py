"""Every comparison of the project with its peers, in one run: a table, JSON and a chart.

    uv run python -m tests.bench [--quick] [--only NAME] [--json FILE] [--chart FILE.svg]

Each comparison is run in a process of its own, one after the other, and asks ours and the peer in
turns on the same machine and data; `comparisons` lists them all, with the peers' configurations and
with what is wanted. A ratio says how many times better ours is, so below 1 it is worse. A peer that
is not installed is told as absent, with the reason; a comparison that fails is told, and the run
then ends with 1. What falls short of what is wanted is told, and is no failure.

`--quick` asks less, leaves out what takes longest, and ends in about three minutes; the marks stay
those of the whole run, which takes about fifteen. `--tiny` shows only that everything runs.

Each bench can also be run by itself, as its own heading says, for more figures.
"""

from __future__ import annotations

import argparse
import json
import multiprocessing
import os
import shutil
import sys
import tempfile
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from importlib import metadata
from pathlib import Path

from rich.console import Console

from kg.release.build import ensure
from kg.release.catalogue import Catalogue
from kg.settings import STORE, store_folder
from tests.bench import chart, told
from tests.bench.comparisons import CLIENT, COMPARISONS
from tests.bench.registry import Comparison, Found, Setting, Size, found_of, machine
from tests.bench.told import Outcome, Told


def outcome(comparison: Comparison, size: Size, store: Path) -> Outcome:
    """A comparison run in a process of its own, with a folder of its own."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as folder:
        setting = Setting(size, store, Path(folder))
        context = multiprocessing.get_context("spawn")
        with ProcessPoolExecutor(1, mp_context=context) as pool:
            try:
                found, failure = pool.submit(found_of, comparison.name, setting).result(), ""
            except (Exception, SystemExit) as error:  # noqa: BLE001 - the others are still to run
                found, failure = Found(), f"{type(error).__name__}: {error}"[:300]
    return Outcome(comparison, found, time.perf_counter() - began, failure)


def suite(chosen: Sequence[Comparison], size: Size) -> Told:
    """All that a run tells: the machine, the versions, and the outcome of each comparison."""
    began = time.perf_counter()
    with tempfile.TemporaryDirectory() as place:
        release = _copied(ensure(store_folder()), Path(place))
        os.environ[STORE.variable] = place  # what reads the setting reads the copy, too
        outcomes = []
        for each in chosen:
            sys.stderr.write(f"{each.name} …\n")
            outcomes.append(told.told(outcome(each, size, Path(place))))
    return {
        "form": told.VERSION,
        "version": metadata.version("coterminous"),
        "release": release,
        "size": size,
        "seconds": round(time.perf_counter() - began, 1),
        "machine": machine(),
        "setting": CLIENT,
        "comparisons": outcomes,
    }


def _copied(release: Path, place: Path) -> str:
    """The release alone in a store of its own, so that what a bench writes goes nowhere else."""
    shutil.copytree(release, place / release.parent.name / release.name)
    Catalogue(place).point(release.name)
    return release.name


def console() -> Console:
    """Where the table is printed: as wide as a terminal is, and wide where there is none."""
    return Console() if sys.stdout.isatty() else Console(width=told.WIDE)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run what is asked for, tell of it, and give the exit code."""
    # What is measured begins many processes, which keep bytecode as installed programs do.
    os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--quick", action="store_true", help="less of everything: some minutes")
    options.add_argument("--tiny", action="store_true", help="only whether it runs")
    names = [each.name for each in COMPARISONS]
    options.add_argument("--only", action="append", choices=names, metavar="NAME",
                         help=f"one of: {', '.join(names)}; may be given again")  # fmt: skip
    options.add_argument("--json", type=Path, metavar="FILE", help="write all of it as JSON")
    options.add_argument("--chart", type=Path, metavar="FILE", help="draw it, as .svg or .png")
    given = options.parse_args(arguments)
    chosen = [each for each in COMPARISONS if not given.only or each.name in given.only]
    size: Size = "tiny" if given.tiny else "quick" if given.quick else "full"
    found = suite(chosen, size)
    told.draw(console(), found)
    if given.json:
        given.json.write_text(json.dumps(found, indent=1, ensure_ascii=False) + "\n", "utf-8")
    if given.chart:
        chart.write(found, given.chart)
    return int(any(each["failure"] for each in found["comparisons"]))


if __name__ == "__main__":
    sys.exit(main())
