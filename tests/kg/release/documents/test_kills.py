"""Processes killed while they decide and commit: doing it again gives what unbroken work gives."""

import json
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path

from kg.documents.review.desk import Desk
from kg.documents.review.log import Log
from kg.release.catalogue import Catalogue
from kg.release.documents.commit import commit_document
from kg.release.opened import OpenRelease
from kg.store.formats import TRIPLES, by_name
from tests.kg.release.documents.conftest import DOCUMENT

KILLS = 25 if os.environ.get("COTERMINOUS_NIGHTLY") == "1" else 10
SCRIPT = """
import sys
from kg.cli.main import run
sys.exit(run(sys.argv[1:]))
"""
GRAPHS = ("graph/source/" + DOCUMENT, "graph/derived/tenures", "graph/derived/labels")


def coterminous(*arguments: str) -> subprocess.Popen[bytes]:
    """A command, running."""
    return subprocess.Popen(
        [sys.executable, "-c", SCRIPT, *arguments],
        stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
    )  # fmt: skip


def killed(seconds: float, *arguments: str) -> None:
    """Start a command and kill it after a time, if it is not done by then."""
    process = coterminous(*arguments)
    with suppress(subprocess.TimeoutExpired):
        process.wait(seconds)
    process.send_signal(signal.SIGKILL)
    process.wait()


def timed(*arguments: str) -> float:
    """How long a command takes; it must end well."""
    began = time.monotonic()
    assert coterminous(*arguments).wait() == 0
    return time.monotonic() - began


def told(store: Path) -> list[tuple[str, str, str, dict[str, str]]]:
    """What the log of the document has come to, without the days."""
    log = Log(store / "documents" / DOCUMENT)
    return [
        (each.candidate, each.verdict, each.reviewer, dict(each.changes))
        for each in log.decisions()
    ]


def graphs(store: Path) -> list[str]:
    """The lines of the document's graph and of what is derived, sorted, without the days."""
    found: list[str] = []
    release = OpenRelease(Catalogue(store).current())
    for name in release.store.graph_names():  # type: ignore[attr-defined]
        if name.endswith(GRAPHS):
            place = store / "dumped"
            with place.open("wb") as sink:
                release.store.dump(name, sink, by_name("ntriples", TRIPLES))
            found += place.read_text(encoding="utf-8").splitlines()
    return sorted(each for each in found if "endedAtTime" not in each)


def test_decisions_that_were_killed_and_made_again_are_those_of_unbroken_work(
    store: Path, desk: Desk, tmp_path: Path
) -> None:
    items = [each.id for each in desk.open(DOCUMENT).items]
    arguments = ["--document", DOCUMENT, "--as", "ann", "--store", str(store)]
    took = timed("decide", items[0], "accept", *arguments)
    dice = random.Random(8)
    for number in range(KILLS):
        candidate = items[(number + 1) % len(items)]
        # Mostly near its end, which is where it writes.
        killed(took * dice.uniform(0.5, 1.2), "decide", candidate, "accept", *arguments)
        Desk(store / "documents").decide(DOCUMENT, candidate, "accept", reviewer="ann")

    done = dict.fromkeys(items[(number + 1) % len(items)] for number in range(KILLS))
    assert told(store) == [(each, "accept", "ann", {}) for each in {items[0]: None} | done]
    for line in (store / "documents" / DOCUMENT / "decisions.jsonl").read_text().splitlines():
        assert json.loads(line)["verdict"] == "accept"


def test_commits_that_were_killed_and_made_again_are_those_of_unbroken_work(
    store: Path, desk: Desk, tmp_path: Path
) -> None:
    for each in desk.open(DOCUMENT).items:
        desk.decide(DOCUMENT, each.id, "accept", reviewer="ann")
    unbroken = tmp_path / "unbroken"
    shutil.copytree(store, unbroken, symlinks=True, ignore=shutil.ignore_patterns("unbroken"))
    took = timed("commit", DOCUMENT, "--as", "ann", "--store", str(unbroken))
    expected = graphs(unbroken)
    withdraw = ("withdraw", "--document", DOCUMENT, "--store", str(store))
    dice = random.Random(9)
    for number in range(KILLS):
        command = ("commit", DOCUMENT, "--store", str(store)) if number % 2 == 0 else withdraw
        killed(took * dice.uniform(0.3, 1.1), *command)

    commit_document(store, DOCUMENT, who="ann")

    assert graphs(store) == expected
    assert [each.name for each in (store / "live").glob("following-*")] == []
