"""The crosswalk that comes with a release."""

import gzip
import json
from pathlib import Path

import pytest

from kg.analysis.recode.crosswalk import write_crosswalk
from kg.errors import BrokenRelease
from kg.release import sums
from kg.release.build import build
from kg.release.opened import OpenRelease


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("built"))


def test_it_is_what_the_command_writes(built: Path, tmp_path: Path) -> None:
    rows = write_crosswalk(OpenRelease(built).lineage, tmp_path / "asked.csv")

    shipped = gzip.decompress((built / "crosswalk.csv.gz").read_bytes())

    assert shipped == (tmp_path / "asked.csv").read_bytes()
    assert shipped.count(b"\n") == rows + 1


def test_it_is_guarded_by_the_sums_of_the_release(built: Path) -> None:
    known = json.loads((built / sums.FILE).read_text())
    place = built / "crosswalk.csv.gz"
    good = place.read_bytes()

    place.write_bytes(good[:-1])
    with pytest.raises(BrokenRelease):
        sums.check(built)
    place.write_bytes(good)

    sums.check(built)
    assert "crosswalk.csv.gz" in known
