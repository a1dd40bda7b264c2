"""Whoever adds may be killed at any moment: adding again gives what was never interrupted."""

import os
import random
import subprocess
import sys
import time
from pathlib import Path

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from tests.kg.documents.record.test_shelf import bytes_below

ROOT = Path(__file__).resolve().parents[4]
IS_NIGHTLY = os.environ.get("COTERMINOUS_NIGHTLY") == "1"
COUNT = 25
ADD = f"""
import sys
from pathlib import Path
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
shelf = Shelf(Path(sys.argv[1]))
print("begins", flush=True)
for number in range({COUNT}):
    shelf.add(TextRecord.of(f"Text {{number}} " + "has a good many words. " * 1_000))
print("ends", flush=True)
"""


def adding(folder: Path) -> subprocess.Popen[bytes]:
    """A process that adds all texts; it has just begun."""
    command = [sys.executable, "-c", ADD, str(folder)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE)
    assert process.stdout
    assert process.stdout.readline() == b"begins\n"
    return process


@pytest.mark.parametrize("kills", [500 if IS_NIGHTLY else 20])
def test_adding_again_gives_what_was_never_interrupted(tmp_path: Path, kills: int) -> None:
    begun = time.monotonic()
    with adding(tmp_path / "unbroken") as process:
        assert process.communicate()[0] == b"ends\n"
    took = time.monotonic() - begun
    chance, whole = random.Random(7), bytes_below(tmp_path / "unbroken")

    counts = set()
    for number in range(kills):
        broken = tmp_path / f"broken-{number}"
        with adding(broken) as process:
            try:
                process.wait(chance.uniform(0, took / 2))
            except subprocess.TimeoutExpired:
                process.kill()
        shelf = Shelf(broken)
        # What is there is whole, whenever the end came.
        assert all(TextRecord.of(each.text).digest == each.digest for each in shelf.records())
        counts.add(len(shelf.ids()))
        with adding(broken) as process:
            assert process.communicate()[0] == b"ends\n"
        assert bytes_below(broken) == whole

    assert len(whole) == 2 * COUNT + 1
    assert len(counts) > 3, "it was hardly ever killed in the middle"
