"""Fifty kills on one way, from the file to the graph: each command done again gives the same."""

import random
import subprocess
import sys
from hashlib import sha256
from pathlib import Path

import pytest

from kg.documents.record.shelf import FOLDER
from kg.documents.review.desk import Desk
from tests.kg.release.documents.conftest import DOCUMENT, TEXT
from tests.kg.release.documents.test_kills import SCRIPT, graphs, killed, timed

GIVEN = ("--date", "2018-11-02", "--publisher", "Alder Gazette", "--kind", "news")
KILLS = {"add": 17, "extract": 17, "commit": 16}


def shelf(store: Path) -> dict[str, str]:
    """The digests of all files of the documents, but for the lock and the days of decisions."""
    found = sorted((store / FOLDER).rglob("*"))
    left = (".lock", "decisions.jsonl")
    return {
        str(each.relative_to(store)): sha256(each.read_bytes()).hexdigest()
        for each in found
        if each.is_file() and not each.name.endswith(left)
    }


def extracted(store: Path) -> bytes:
    """What `extract` prints of the document."""
    arguments = ["extract", DOCUMENT, "--format", "jsonl", "--store", str(store)]
    command = [sys.executable, "-c", SCRIPT, *arguments]
    return subprocess.run(command, capture_output=True, check=True).stdout


def way(store: Path, article: Path) -> dict[str, tuple[str, ...]]:
    """The commands from the file to the graph."""
    where = ("--store", str(store))
    return {
        "add": ("add", str(article), *GIVEN, *where),
        "extract": ("extract", DOCUMENT, "--format", "jsonl", *where),
        "commit": ("commit", DOCUMENT, "--as", "ann", *where),
    }


def decided(store: Path) -> None:
    """All that is read in the document is accepted."""
    desk = Desk(store / FOLDER)
    for each in desk.open(DOCUMENT).items:
        desk.decide(DOCUMENT, each.id, "accept", reviewer="ann")


@pytest.mark.nightly
@pytest.mark.timeout(1200)
def test_fifty_kills_leave_what_unbroken_work_leaves(
    two_stores: tuple[Path, Path], tmp_path: Path
) -> None:
    unbroken, store = two_stores
    article = tmp_path / "article.txt"
    article.write_text(TEXT, encoding="utf-8")
    took = {}
    for name, command in way(unbroken, article).items():
        if name == "commit":
            decided(unbroken)
        took[name] = timed(*command)
    dice, number = random.Random(50), 0
    for name, command in way(store, article).items():
        if name == "commit":
            decided(store)
        for _ in range(KILLS[name]):
            killed(took[name] * dice.uniform(0.3, 1.1), *command)
            number += 1
        timed(*command)

    assert number == 50
    assert shelf(store) == shelf(unbroken)
    assert extracted(store) == extracted(unbroken)
    assert graphs(store) == graphs(unbroken)
