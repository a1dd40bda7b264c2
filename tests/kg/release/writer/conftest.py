"""A small release that is written to, and what it holds afterwards."""

import os
import subprocess
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.release.opened import OpenRelease
from kg.release.writer.writer import Writer
from tests.conftest import publish, tiny_statements

Told = Callable[[str], list[str]]


@pytest.fixture
def writer(tmp_path: Path) -> Iterator[Writer]:
    """A writer on the tiny release, which is called `r1`."""
    publish(tmp_path, "r1", tiny_statements())
    made = Writer(tmp_path)
    yield made
    made.close()


@pytest.fixture
def told(writer: Writer) -> Told:
    """What the newest release tells of a pattern with one variable `?x`, sorted."""

    def ask(pattern: str) -> list[str]:
        rows = OpenRelease(writer.release).store.select(f"SELECT ?x WHERE {{ {pattern} }}").rows
        return sorted(row[0].nt() for row in rows if row[0] is not None)

    return ask


@pytest.fixture
def small_disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 MiB, where one may be mounted."""
    place = tmp_path / "disk"
    place.mkdir()
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=64m", "tmpfs", str(place)],
        capture_output=True, check=False,
    )  # fmt: skip
    if mounted.returncode:
        pytest.skip("a small disk cannot be mounted here")
    yield place
    subprocess.run(["umount", "-l", str(place)], check=True)


@pytest.fixture
def fill() -> Callable[[Path], Path]:
    """Fill a disk but for little; gives the file to remove."""

    def full(place: Path) -> Path:
        filler = place / "filler"
        free = os.statvfs(place).f_bavail * os.statvfs(place).f_frsize
        filler.write_bytes(bytes(free - 256 * 1024))
        return filler

    return full
