"""How many articles a second are read: in one process, and side by side; beside a plain tokeniser.

    uv run python -m tests.bench.extraction [TIMES]

The articles are our own, which are short, put together to the length of a news article, so many
times over. The tokeniser only cuts them into words, which is the
least that any reader does: it tells how fast the machine is.
"""

from __future__ import annotations

import json
import os
import re
import sys
import tempfile
from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from time import perf_counter

from kg.cli.documents.extracting import Job, each_read

ARTICLES = Path(__file__).resolve().parents[1] / "kg" / "documents" / "articles"
LENGTH = 3_300
"""Characters of an article of news, at least."""
_TOKEN = re.compile(r"\w+(?:['’-]\w+)*|[^\w\s]")


def written(folder: Path) -> list[Path]:
    """Articles as files of text in a folder."""
    paths = []
    waiting = ""
    for each in sorted(ARTICLES.glob("*/*.json")):
        waiting += json.loads(each.read_text(encoding="utf-8"))["text"].strip() + "\n\n"
        if len(waiting) >= LENGTH:
            paths.append(folder / f"{each.stem}.txt")
            paths[-1].write_text(waiting, encoding="utf-8")
            waiting = ""
    return paths


def tokenised(paths: Iterable[Path]) -> int:
    """How many tokens the files have."""
    return sum(len(_TOKEN.findall(each.read_text(encoding="utf-8"))) for each in paths)


def extracted(paths: Iterable[Path], workers: int) -> int:
    """How many bytes of candidates the files give, read by so many processes."""
    jobs = [Job(str(each), "jsonl") for each in paths]
    told = list(each_read(jobs, workers))
    assert all(isinstance(each, bytes) for each in told)
    return sum(len(each) for each in told)


def _processor() -> float:
    """Seconds of processors that this process has taken, and those that have ended under it."""
    return sum(os.times()[:4])


def main(times: int) -> None:
    """Print articles a second, and characters."""
    with tempfile.TemporaryDirectory() as folder:
        paths = written(Path(folder)) * times
        size = sum(len(each.read_text(encoding="utf-8")) for each in paths)
        sys.stdout.write(
            f"{len(paths):,} articles, {size:,} characters, {os.cpu_count()} processors\n"
        )
        runs: Sequence[tuple[str, Callable[[], int]]] = (
            ("tokens only", lambda: tokenised(paths)),
            ("one process", lambda: extracted(paths, 1)),
            ("two processes", lambda: extracted(paths, 2)),
        )
        for name, run in runs:
            begun, before = perf_counter(), _processor()
            made = run()
            seconds, spent = perf_counter() - begun, _processor() - before
            sys.stdout.write(
                f"{name:14} {len(paths) / seconds:8,.0f} articles/s "
                f"{size / seconds / 1e6:7.2f} MB/s  {seconds:6.2f} s "
                f"({spent:.2f} s of processors), {made:,} made\n"
            )


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 40)
