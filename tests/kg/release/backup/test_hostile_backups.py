"""A backup that somebody made by hand, to harm: nothing outside of the store is read or written."""

from __future__ import annotations

import hashlib
import io
import json
import tarfile
from pathlib import Path
from typing import Any

import pytest

from kg.release.backup.manifest import NAME, BadBackup
from kg.release.backup.restore import restore

MADE = {"release": "r1", "made": "2026-01-01", "settings": {}, "format": 1}
OUTSIDE = "to a place outside of the store"


def written(place: Path, names: list[str], links: dict[str, str], told: object = None) -> Path:
    """A tar file with files of one letter each and symbolic links, and what its manifest says."""
    row = [1, hashlib.sha256(b"x").hexdigest()]
    manifest = {**MADE, "files": dict.fromkeys(names, row), "same": {}, "links": links}
    with tarfile.open(place, "w") as tar:
        for name in names:
            each = tarfile.TarInfo(name)
            each.size = 1
            tar.addfile(each, io.BytesIO(b"x"))
        for name, target in links.items():
            each = tarfile.TarInfo(name)
            each.type, each.linkname = tarfile.SYMTYPE, target
            tar.addfile(each)
        data = json.dumps(manifest).encode() if told is None else str(told).encode()
        each = tarfile.TarInfo(NAME)
        each.size = len(data)
        tar.addfile(each, io.BytesIO(data))
    return place


def refused(source: Path, tmp_path: Path) -> str:
    """Why a backup is refused, and nothing but the backup is left."""
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(BadBackup) as error:
        restore(source, tmp_path / "store")
    assert sorted(tmp_path.rglob("*")) == before
    return str(error.value).removeprefix(f"{source} ")


def test_a_link_that_leads_out_by_way_of_another_link_is_refused(tmp_path: Path) -> None:
    (tmp_path / "out").mkdir()
    links = {"d/e/up": "../..", "away": "d/e/up/../out", "away/left": "x"}
    source = written(tmp_path / "kept.tar", ["current", "d/e/f"], links)

    assert refused(source, tmp_path) == f"links away {OUTSIDE}."


def test_a_link_that_leads_out_by_way_of_a_later_link_is_refused(tmp_path: Path) -> None:
    links = {"away": "d/e/up/../out", "d/e/up": "../.."}
    source = written(tmp_path / "kept.tar", ["current", "d/e/f"], links)

    assert refused(source, tmp_path) == f"links away {OUTSIDE}."


def test_a_folder_does_not_take_in_a_file_from_outside(tmp_path: Path) -> None:
    (tmp_path / "secret").write_text("secret")
    kept = tmp_path / "kept"
    kept.mkdir()
    (kept / "current").write_text("x")
    (kept / "a").write_text("x")
    told: dict[str, Any] = {**MADE, "links": {}, "same": {"a": "../secret"}}
    told["files"] = {"current": [1, hashlib.sha256(b"x").hexdigest()]}
    (kept / NAME).write_text(json.dumps(told))

    assert refused(kept, tmp_path) == "names a file outside of a store, '../secret'."


@pytest.mark.parametrize(
    ("names", "why"),
    [
        (["a", "a"], "holds 'a' twice."),
        (["a", "a/b"], "has names that cannot be, as 'a'."),
        (["a" * 300], f"has names that cannot be, as '{'a' * 300}'."),
        ([], "holds no release."),
    ],
)
def test_names_that_cannot_be_are_told(tmp_path: Path, names: list[str], why: str) -> None:
    assert refused(written(tmp_path / "kept.tar", names, {}), tmp_path) == why


@pytest.mark.parametrize(
    "told",
    ["[" * 100_000, json.dumps({**MADE, "files": [], "same": {}, "links": {}}),
     json.dumps({**MADE, "files": {}, "same": {}, "links": {"a": 1}}), '{"format": "x"}', "{"],
)  # fmt: skip
def test_a_manifest_of_another_shape_is_told(tmp_path: Path, told: str) -> None:
    source = written(tmp_path / "kept.tar", [], {}, told)

    assert refused(source, tmp_path) == "has a manifest that cannot be read."
