"""A disk that is full, and bytes that have changed on it: told, and nothing else is harmed."""

import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.writer.work import Update
from kg.release.writer.writer import Writer
from tests.conftest import publish, serving, tiny_statements

TOKEN = {"authorization": "Bearer geheim"}
KIND = TOKEN | {"content-type": "application/n-triples"}
STORE = "/rdf-graph-store"


def test_a_full_disk_is_told_reading_goes_on_and_writing_comes_back(
    small_disk: Path, fill: Callable[[Path], Path]
) -> None:
    publish(small_disk, "r1", tiny_statements())
    large = "".join(f"<urn:n{number}> <urn:p> '{number:01000}' .\n" for number in range(4000))
    with serving(small_disk, write_token="geheim") as service:
        client = service.client
        small = "<urn:a> <urn:p> <urn:b> .\n"
        kept = client.put(STORE, params={"graph": "urn:g"}, content=small, headers=KIND)
        filler = fill(small_disk)

        refused = client.put(
            STORE, params={"graph": "urn:g"}, content=large.replace("'", '"'), headers=KIND
        )
        read = client.get(
            STORE, params={"graph": "urn:g"}, headers={"accept": "application/n-triples"}
        )
        filler.unlink()
        again = client.put(STORE, params={"graph": "urn:h"}, content=small, headers=KIND)

        assert (kept.status_code, again.status_code) == (201, 201)
        assert (refused.status_code, refused.json()["code"]) == (507, "no-space")
        assert read.text == small
        assert client.get("/readyz").status_code == 200
        names = client.get("/sparql", params={"query": "SELECT ?g { GRAPH ?g {} }"}).text
        assert "urn:h" in names


@pytest.mark.parametrize("name", ["store/*.sst", "store/MANIFEST*", "search.sqlite"])
def test_a_service_does_not_start_on_bytes_that_have_changed(tmp_path: Path, name: str) -> None:
    publish(tmp_path, Inputs.shipped().name(), tiny_statements())
    writer = Writer(tmp_path)
    writer.commit([Update("INSERT DATA { <urn:a> <urn:p> 1 }")])
    writer.close()
    release = Catalogue(tmp_path).current()
    broken = max(release.glob(name), key=lambda each: each.stat().st_size)
    data = bytearray(broken.read_bytes())
    data[len(data) // 3] ^= 0xFF
    broken.unlink()  # which others may share
    broken.write_bytes(data)

    done = subprocess.run(
        [sys.executable, "-m", "server", "--port", "0", "--store", str(tmp_path)],
        capture_output=True, text=True, check=False, timeout=240, env=os.environ,
    )  # fmt: skip

    told = " ".join(done.stderr.split())
    assert done.returncode == 1, told
    place = broken.relative_to(release)
    assert f"Release '{release.name}' is broken: its file {place} is not what was" in told
