"""A backup is one state, whole; what is put back is that state and goes on from there."""

from __future__ import annotations

import io
import json
import os
import signal
import subprocess
import sys
import tarfile
import tracemalloc
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents.record.shelf import Shelf
from kg.documents.review.log import Log
from kg.errors import Forbidden, NoRelease
from kg.release import sums
from kg.release.backup.manifest import NAME, BadBackup
from kg.release.backup.restore import restore
from kg.release.backup.take import take
from kg.release.catalogue import Catalogue
from kg.release.live import Live
from kg.release.writer.history import ChangeSets
from kg.release.writer.writer import Writer
from tests.kg.release.backup.conftest import Held, insert

FORMS = ["kept.tar.gz", "kept.tar", "kept"]


@pytest.mark.parametrize("form", FORMS)
def test_what_is_put_back_is_what_was_kept(
    store: Path, held: Held, tmp_path: Path, form: str
) -> None:
    manifest = take(store, tmp_path / form, {"port": 80})
    there = tmp_path / "there"

    assert restore(tmp_path / form, there) == manifest

    assert (manifest.release, manifest.settings) == ("r1+2", {"port": 80})
    assert Catalogue(there).current() == there / "releases" / "r1+2"
    assert Catalogue(there).names() == ["r1", "r1+2"]
    assert held(there) == ['"1"', '"2"']
    sums.check(Catalogue(there).current())
    shelf = Shelf.of_store(there)
    assert shelf.records() == Shelf.of_store(store).records()
    (document,) = shelf.ids()
    assert [each.candidate for each in Log(shelf.folder(document)).decisions()] == ["c-1"]
    assert not [*store.glob("building-*")]
    assert sorted(each.name for each in tmp_path.iterdir() if each.name.startswith(".")) == []


def test_a_store_that_was_put_back_is_written_to_from_where_it_was(
    store: Path, held: Held, tmp_path: Path
) -> None:
    take(store, tmp_path / "kept.tar")
    writer = Writer(store)
    writer.commit([insert(3)])  # after the backup, and so unknown to it
    writer.close()

    restore(tmp_path / "kept.tar", tmp_path / "there")
    writer = Writer(tmp_path / "there")
    writer.commit([insert(4)])
    writer.close()

    assert held(tmp_path / "there") == ['"1"', '"2"', '"4"']
    changes = ChangeSets(Live(Catalogue(tmp_path / "there")).changes)
    assert [each.sequence for each in changes.commits()] == [1, 2, 3]


def test_a_store_is_replaced_only_where_that_is_asked_for(
    store: Path, held: Held, tmp_path: Path
) -> None:
    take(store, tmp_path / "kept.tar.gz")
    writer = Writer(store)
    writer.commit([insert(3)])

    with pytest.raises(Forbidden, match="is not empty") as refused:
        restore(tmp_path / "kept.tar.gz", store)
    with pytest.raises(Forbidden, match="Another process writes to this folder"):
        restore(tmp_path / "kept.tar.gz", store, replace=True)
    writer.close()
    assert held(store) == ['"1"', '"2"', '"3"']
    restore(tmp_path / "kept.tar.gz", store, replace=True)

    assert refused.value.hint == "--replace puts the backup in its place."
    assert held(store) == ['"1"', '"2"']
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "kept.tar.gz", "letter.txt", "store",
    ]  # fmt: skip


def test_a_later_backup_takes_the_place_of_a_file_and_never_of_a_folder(
    store: Path, tmp_path: Path
) -> None:
    take(store, tmp_path / "kept.tar")
    take(store, tmp_path / "kept.tar")
    take(store, tmp_path / "kept")

    with pytest.raises(Forbidden, match="is not empty"):
        take(store, tmp_path / "kept")


@pytest.mark.parametrize("form", FORMS)
def test_the_memory_that_it_takes_does_not_grow_with_the_store(
    store: Path, tmp_path: Path, form: str
) -> None:
    def most(name: str) -> int:
        tracemalloc.start()
        try:
            take(store, tmp_path / name / form)
            restore(tmp_path / name / form, tmp_path / name / "there")
            return tracemalloc.get_traced_memory()[1]
        finally:
            tracemalloc.stop()

    for name in ("small", "large"):
        (tmp_path / name).mkdir()
    small = most("small")  # what is loaded once counts here
    with (store / "releases" / "r1" / "graph.nq.gz").open("wb") as large:
        large.truncate(96 * 1024 * 1024)

    assert most("large") < small + 24 * 1024 * 1024


def test_the_commands_tell_what_they_did_and_keep_no_secret(
    store: Path, held: Held, tmp_path: Path
) -> None:
    def run(*arguments: object) -> dict[str, object]:
        command = [sys.executable, "-m", "server", *map(str, arguments), "--json"]
        secret = {"COTERMINOUS_WRITE_TOKEN": "s3cret", "COTERMINOUS_RATE": "5"}
        done = subprocess.run(command, env=os.environ | secret, capture_output=True, check=True)
        told: dict[str, object] = json.loads(done.stdout)
        return told

    kept = run("backup", tmp_path / "kept", "--store", store)
    back = run("restore", tmp_path / "kept", "--store", tmp_path / "there")

    assert kept == back | {"place": str(tmp_path / "kept")}
    assert (back["release"], back["place"]) == ("r1+2", str(tmp_path / "there"))
    assert held(tmp_path / "there") == ['"1"', '"2"']
    manifest = (tmp_path / "kept" / NAME).read_text()
    assert json.loads(manifest)["settings"]["rate"] == 5.0
    assert "s3cret" not in manifest


def test_there_is_no_backup_of_nothing(tmp_path: Path) -> None:
    with pytest.raises(NoRelease):
        take(tmp_path / "store", tmp_path / "kept.tar")

    assert [*tmp_path.iterdir()] == []


def rewritten(place: Path, change: Callable[[tarfile.TarInfo, bytes], bytes | None]) -> None:
    """Write a tar file anew, each file with the bytes that `change` gives, or without it."""
    with tarfile.open(place) as tar:
        files = [(each, _bytes(tar, each)) for each in tar]
    with tarfile.open(place, "w") as tar:
        for each, data in files:
            new = change(each, data)
            if new is not None:
                each.size = len(new)
                tar.addfile(each, io.BytesIO(new))


def _bytes(tar: tarfile.TarFile, each: tarfile.TarInfo) -> bytes:
    file = tar.extractfile(each) if each.isfile() else None
    return file.read() if file else b""


def without_manifest(each: tarfile.TarInfo, data: bytes) -> bytes | None:
    return None if each.name == NAME else data


def flipped(each: tarfile.TarInfo, data: bytes) -> bytes:
    return data[:-1] + b"x" if each.name == "releases/r1/search.sqlite" else data


def missing(each: tarfile.TarInfo, data: bytes) -> bytes | None:
    return None if each.name == "current" else data


def climbing(each: tarfile.TarInfo, data: bytes) -> bytes:
    each.name = "../climbed" if each.name == "current" else each.name
    return data


def newer(each: tarfile.TarInfo, data: bytes) -> bytes:
    return data.replace(b'"format": 1', b'"format": 7') if each.name == NAME else data


def leading_out(each: tarfile.TarInfo, data: bytes) -> bytes:
    if each.issym():
        each.linkname = each.linkname.replace("../r1/", "../../../outside/")
    return data.replace(b"../r1/", b"../../../outside/") if each.name == NAME else data


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (without_manifest, "has no manifest: it was cut off, or is no backup"),
        (flipped, "has other bytes in releases/r1/search.sqlite than were written"),
        (missing, "lacks current"),
        (climbing, "names a file outside of a store, '../climbed'"),
        (newer, "is of the newer form 7"),
        (leading_out, "links releases/r1+2/ontology to a place outside of the store"),
    ],
    ids=lambda each: getattr(each, "__name__", ""),
)
def test_a_backup_that_is_not_as_it_was_written_touches_nothing(
    store: Path, held: Held, tmp_path: Path,
    change: Callable[[tarfile.TarInfo, bytes], bytes | None], reason: str,
) -> None:  # fmt: skip
    take(store, tmp_path / "kept.tar")
    rewritten(tmp_path / "kept.tar", change)

    with pytest.raises(BadBackup) as refused:
        restore(tmp_path / "kept.tar", store, replace=True)

    assert str(refused.value) == f"{tmp_path / 'kept.tar'} {reason}."
    assert held(store) == ['"1"', '"2"']
    assert sorted(each.name for each in tmp_path.iterdir()) == ["kept.tar", "letter.txt", "store"]


@pytest.mark.parametrize("form", ["kept.tar.gz", "kept.tar"])
def test_a_file_that_was_cut_off_touches_nothing(store: Path, tmp_path: Path, form: str) -> None:
    take(store, tmp_path / form)
    whole = (tmp_path / form).read_bytes()
    for share in (0.1, 0.5, 0.9):
        (tmp_path / form).write_bytes(whole[: int(share * len(whole))])

        with pytest.raises(BadBackup):
            restore(tmp_path / form, tmp_path / "there")

    assert not (tmp_path / "there").exists()


KILLED = """
import os, signal, sys
from pathlib import Path
from kg.release.backup.restore import restore
left = int(sys.argv[3])
def hook(event, _):
    global left
    if event in ("open", "os.rename", "os.link", "os.symlink", "os.mkdir", "os.remove", "os.rmdir",
                 "ctypes.dlsym"):
        left -= 1
        if left == 0:
            os.kill(os.getpid(), signal.SIGKILL)
sys.addaudithook(hook)
restore(Path(sys.argv[1]), Path(sys.argv[2]), replace=True)
print(left)
"""


def test_who_is_killed_while_restoring_leaves_the_old_store_or_the_new_one(
    store: Path, held: Held, tmp_path: Path
) -> None:
    take(store, tmp_path / "kept.tar")
    writer = Writer(store)
    writer.commit([insert(3)])
    writer.close()

    def killed_at(step: int) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-c", KILLED, str(tmp_path / "kept.tar"), str(store), str(step)]
        return subprocess.run(command, capture_output=True, text=True, check=False)

    take(store, tmp_path / "newer.tar")
    steps = 10**6 - int(killed_at(10**6).stdout)
    restore(tmp_path / "newer.tar", store, replace=True)
    seen = []
    for share in (0.1, 0.4, 0.5, 0.55, 0.7, 0.9):
        assert killed_at(int(steps * share)).returncode == -signal.SIGKILL
        seen.append(tuple(held(store)))
        restore(tmp_path / "newer.tar", store, replace=True)

    assert set(seen) == {('"1"', '"2"', '"3"'), ('"1"', '"2"')}
    assert seen == sorted(seen, reverse=True)
    assert sorted(each.name for each in tmp_path.iterdir()) == [
        "kept.tar", "letter.txt", "newer.tar", "store",
    ]  # fmt: skip
