import json
from dataclasses import asdict
from pathlib import Path

import pytest

from kg.errors import NoRelease, RetiredRelease, UnknownRelease
from kg.release.catalogue import Catalogue
from kg.release.opened import ReleaseInfo


def publish(catalogue: Catalogue, name: str, *, keep: int = 2) -> None:
    made = catalogue.folder / f"making-{name}"
    made.mkdir(parents=True)
    info = ReleaseInfo(name, "2026-01-01", f"sha256:{name}", 1, 1, 1, 1, 0.1, 1)
    (made / "release.json").write_text(json.dumps(asdict(info)))
    catalogue.publish(made, name, digest=info.digest, built=info.built, keep=keep)


def test_the_newest_published_is_current_and_the_oldest_is_retired(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)

    for name in ("rone", "rtwo", "rthree"):
        publish(catalogue, name)

    assert catalogue.current().name == "rthree"
    assert catalogue.names() == ["rtwo", "rthree"]
    assert [each.name for each in catalogue.log()] == ["rone", "rtwo", "rthree"]


def test_a_retired_release_is_told_with_its_digest_and_an_unknown_one_is_not(
    tmp_path: Path,
) -> None:
    catalogue = Catalogue(tmp_path)
    for name in ("rone", "rtwo", "rthree"):
        publish(catalogue, name)

    with pytest.raises(RetiredRelease) as retired:
        catalogue.find("rone")
    with pytest.raises(UnknownRelease) as unknown:
        catalogue.find("rtow")

    assert str(retired.value) == (
        "Release 'rone' is no longer kept. Its N-Quads digest was sha256:rone."
    )
    assert unknown.value.hint == "Did you mean 'rtwo'?"


def test_a_store_without_a_release_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(NoRelease) as raised:
        Catalogue(tmp_path).current()

    assert str(raised.value) == f"There is no release under {tmp_path}."
    assert raised.value.hint == "Run `coterminous build`."


def test_publishing_what_is_there_already_changes_nothing_but_the_pointer(tmp_path: Path) -> None:
    catalogue = Catalogue(tmp_path)
    publish(catalogue, "rone")
    publish(catalogue, "rtwo")

    publish(catalogue, "rone")

    assert catalogue.current().name == "rone"
    assert [each.name for each in catalogue.log()] == ["rone", "rtwo"]
