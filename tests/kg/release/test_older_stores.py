"""A store that an earlier version has made opens, answers, is written to and is taken along.

Those of `tests/stores` were made by the code of their time, of three regions and the model; from
the third on a user wrote to a graph of his own and to none by name, a commit each.
"""

from __future__ import annotations

import json
import tarfile
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest

from kg.errors import RetiredRelease
from kg.model.names import RDFS_LABEL, cot
from kg.release import sums
from kg.release.backup.restore import restore
from kg.release.backup.take import take
from kg.release.catalogue import Catalogue, base_of
from kg.release.form import FILE, FORM, NewerStore
from kg.release.live import Live
from kg.release.opened import OpenRelease
from kg.release.writer.history import ChangeSets
from kg.release.writer.work import Update
from kg.release.writer.writer import Writer, take_over
from tests.conftest import publish, tiny_statements

STORES = sorted((Path(__file__).resolve().parents[2] / "stores").glob("*.tar.xz"))
WRITTEN = [each for each in STORES if each.name >= "3"]
LABEL = f"<{RDFS_LABEL}>"
REGIONS = f"SELECT ?x WHERE {{ ?s {LABEL} ?x ; <{cot('odsCode')}> ?t }} ORDER BY ?x"
MINE = "FILTER(STRSTARTS(STR(?s), 'https://example.org/'))"
LABELS = f"SELECT ?x WHERE {{ ?s {LABEL} ?x . {MINE} }} ORDER BY ?x"
THEIRS = ["In the graph of one's own", "Kept by a user"]


@pytest.fixture(params=STORES, ids=lambda each: each.name.partition(".")[0])
def older(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """A store of an earlier version."""
    return unpacked(request.param, tmp_path)


@pytest.fixture(params=WRITTEN, ids=lambda each: each.name.partition(".")[0])
def written(request: pytest.FixtureRequest, tmp_path: Path) -> Path:
    """One that a user has written to."""
    return unpacked(request.param, tmp_path)


def unpacked(packed: Path, place: Path) -> Path:
    with tarfile.open(packed) as tar:
        tar.extractall(place, filter="data")
    return place / "store"


def texts(release: Path, query: str) -> list[str]:
    rows = OpenRelease(release).store.select(query).rows
    return [str(getattr(row[0], "text", row[0])) for row in rows]


def test_it_opens_and_answers(older: Path) -> None:
    current = Catalogue(older).current()
    sums.check(current)
    release = OpenRelease(current)

    assert texts(current, REGIONS) == ["London", "Midlands and East of England", "North of England"]
    assert [each.label for each in release.search.find("north of england")] == ["North of England"]
    assert release.ontology.classes
    assert [each for each in release.library if each.startswith("bodies/")]


def test_what_a_user_wrote_is_there_and_more_can_be_written(written: Path) -> None:
    assert texts(Catalogue(written).current(), LABELS) == THEIRS

    writer = Writer(written)
    text = (
        'INSERT DATA { <https://example.org/c> <http://www.w3.org/2000/01/rdf-schema#label> "X" }'
    )
    (done,) = writer.commit([Update(text)])
    writer.close()

    assert getattr(done, "sequence", None) == 3
    assert texts(Catalogue(written).current(), LABELS) == [*THEIRS, "X"]
    changes = ChangeSets(Live(Catalogue(written)).changes)
    assert [each.sequence for each in changes.commits()] == [1, 2, 3]


def test_a_build_of_today_takes_along_what_a_user_wrote(written: Path) -> None:
    before = Catalogue(written).current().name

    publish(written, "rtoday", tiny_statements(), keep=1)
    current = take_over(written)

    assert base_of(current.name) == "rtoday"
    assert texts(current, LABELS) == THEIRS
    assert Catalogue(written).find(before).name == before


def test_a_backup_of_it_is_put_back(written: Path, tmp_path: Path) -> None:
    take(written, tmp_path / "kept.tar.gz")

    restore(tmp_path / "kept.tar.gz", tmp_path / "there")

    assert texts(Catalogue(tmp_path / "there").current(), LABELS) == THEIRS


def test_a_store_tells_its_form_and_one_of_a_newer_version_is_refused(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    assert json.loads((tmp_path / FILE).read_text()) == {"form": FORM}
    (tmp_path / FILE).write_text('{"form": 99}')

    catalogue = Catalogue(tmp_path)
    asks: list[Callable[[], Path]] = [catalogue.current, partial(catalogue.find, "r1")]
    for ask in asks:
        with pytest.raises(NewerStore) as refused:
            ask()
        assert str(refused.value) == (
            f"The store at {tmp_path} is of form 99; this version reads forms up to {FORM}."
        )
    assert "newer one" in refused.value.hint
    assert (tmp_path / "releases" / "r1" / "release.json").exists()


def test_a_form_that_cannot_be_read_is_no_form_that_is_known(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    (tmp_path / FILE).write_text("{")

    with pytest.raises(NewerStore, match="is of form unknown"):
        Catalogue(tmp_path).current()


def test_the_log_of_an_older_store_knows_what_was_retired(written: Path) -> None:
    name = f"{base_of(Catalogue(written).current().name)}+1"
    catalogue = Catalogue(written)

    if name not in catalogue.names():
        with pytest.raises(RetiredRelease):
            catalogue.find(name)
    else:
        assert catalogue.find(name).name == name
