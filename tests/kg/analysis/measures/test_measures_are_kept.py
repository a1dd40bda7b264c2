"""Measures beside a release are those of its graph."""

from pathlib import Path

from kg.analysis.measures import stored
from kg.analysis.measures.measured import measured
from kg.analysis.measures.views import VIEWS, view
from kg.release import sums
from kg.release.opened import OpenRelease


def test_what_a_build_keeps_is_what_is_measured_of_the_graph(release: OpenRelease) -> None:
    kept = stored.read(release.folder / sums.MEASURES)

    assert list(kept) == sorted(VIEWS)
    for name, found in kept.items():
        assert found == measured(view(release.store, release.library, name))
    assert sums.MEASURES in (release.folder / sums.FILE).read_text(encoding="utf-8")


def test_what_is_kept_is_what_is_answered_of_all_days_only(release: OpenRelease) -> None:
    kept = stored.read(release.folder / sums.MEASURES)

    assert release.networks.measured("officers") == kept["officers"]
    assert release.networks.measured("officers", "2018-11-01") != kept["officers"]


def test_what_is_not_kept_or_in_another_form_is_none(tmp_path: Path) -> None:
    older = tmp_path / sums.MEASURES

    assert stored.read(older) == {}
    older.write_text('{"form": 0, "views": {"officers": {}}}', encoding="utf-8")
    assert stored.read(older) == {}
