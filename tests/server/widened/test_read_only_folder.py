"""Many processes serve one folder that none of them may write to."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from tests.conftest import publish, serving, tiny_statements
from tests.server.widened.fleet import ASKS, Client, release, service
from tests.server.widened.rolling import all_answer, until


def seen(place: Path) -> dict[str, tuple[int, int]]:
    """Every file and folder, with its size and the time of its last change."""
    found = {}
    for each in (place, *place.rglob("*")):
        told = each.lstat()
        found[str(each)] = told.st_size, told.st_mtime_ns
    return found


def test_a_service_over_a_shared_folder_writes_nothing_into_it(tmp_path: Path) -> None:
    release(tmp_path / "shared", 1)
    release(tmp_path / "shared", 2)
    before = seen(tmp_path / "shared")
    with service(tmp_path / "shared", "store", "--write-token", "word") as one:
        client = Client([one.port])
        for ask in ASKS:
            assert client.get(one.port, ask.path).text == ask.answer(2)
            assert client.get(one.port, f"{ask.path}&release=r001").text == ask.answer(1)
        assert client.get(one.port, "/releases/index.json").status == 200
        assert client.get(one.port, "/search?q=alder").status == 200
        assert client.get(one.port, "/metrics").status == 200
        client.close()

    assert seen(tmp_path / "shared") == before


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() != 0 or not shutil.which("unshare"),
    reason="only root may mount a folder to be read only",
)
def test_services_over_a_folder_that_is_mounted_to_be_read_follow_what_is_published(
    tmp_path: Path,
) -> None:
    shared = tmp_path / "shared"
    release(shared, 1)
    script = 'mount --bind -o ro "$0" "$0" && mount -o remount,ro,bind "$0" && exec "$@"'
    alone = ("unshare", "--mount", "sh", "-c", script, str(shared))
    tried = subprocess.run([*alone, "touch", str(shared / "x")], capture_output=True, check=False)
    if b"Read-only" not in tried.stderr:
        pytest.skip("this machine mounts nothing")
    with (
        service(shared, "store", prefix=alone) as one,
        service(shared, "store", prefix=alone) as two,
    ):
        until(all_answer([one.port, two.port], 1))
        release(shared, 2)
        until(all_answer([one.port, two.port], 2))


def test_nobody_can_write_to_what_is_made_elsewhere(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1, write_token="word", releases_from="store") as served:
        answer = served.client.post(
            "/update",
            content="INSERT DATA { <urn:a> <urn:b> <urn:c> }",
            headers={"Authorization": "Bearer word", "Content-Type": "application/sparql-update"},
        )
    assert answer.status_code == 403
    assert answer.json()["detail"] == "Releases are made elsewhere, and only served here."
    assert Catalogue(tmp_path).names() == ["one"]
