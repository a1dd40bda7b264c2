"""The process that is begun before it is known for which release it will be."""

from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from server.readers.processes.spawn import Ahead

MODULES = ("server.sparql.document",)


@pytest.fixture
def release(tiny_release: Path) -> Path:
    return Catalogue(tiny_release).current()


def test_one_that_was_begun_ahead_is_taken_once_and_for_its_release(release: Path) -> None:
    ahead = Ahead()
    ahead.begin(MODULES)
    ahead.open(release, 1 << 30, isolate=False)

    spawned = ahead.take(release, MODULES)

    assert spawned is not None
    assert spawned.control.recv(64) == b"[false]"
    assert ahead.take(release, MODULES) is None
    spawned.end()


def test_one_for_another_release_is_ended(release: Path, tmp_path: Path) -> None:
    ahead = Ahead()
    ahead.begin(MODULES)
    ahead.open(tmp_path, 1 << 30, isolate=False)
    begun = ahead._spawned

    assert ahead.take(release, MODULES) is None
    assert begun is not None
    assert begun.process.returncode is not None


def test_one_whose_front_has_gone_ends_and_says_nothing(
    release: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    # which is what Ctrl-C does to it while it makes the release ready
    ahead = Ahead()
    ahead.begin(MODULES)
    ahead.open(release, 1 << 30, isolate=False)
    begun = ahead._spawned
    assert begun is not None

    begun.control.close()

    assert begun.process.wait() == 0
    assert capfd.readouterr().err == ""
