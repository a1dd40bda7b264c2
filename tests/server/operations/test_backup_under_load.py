"""A backup of a service that is written to all the while restores to one state it had told."""

from __future__ import annotations

import threading
from pathlib import Path

import pytest

from kg.release.backup.restore import restore
from kg.release.backup.take import take
from kg.release.catalogue import Catalogue, sequence_of
from kg.release.live import Live
from kg.release.opened import OpenRelease
from kg.release.writer.history import ChangeSets
from tests.conftest import Served, publish, serving, tiny_statements

BACKUPS = 6
WRITERS = 3
ASKED = "SELECT ?n WHERE { <urn:%d> <urn:wrote> ?n }"
HEADERS = {"Content-Type": "application/sparql-update", "Authorization": "Bearer w"}


class Load:
    """Writers that write until they are told to end; `told` has the last number of each that was
    acknowledged."""

    def __init__(self, service: Served) -> None:
        self.told = [0] * WRITERS
        self.problems: list[str] = []
        self._service = service
        self._is_over = threading.Event()
        self._threads = [
            threading.Thread(target=self._write, args=(each,)) for each in range(WRITERS)
        ]

    def __enter__(self) -> Load:
        for each in self._threads:
            each.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._is_over.set()
        for each in self._threads:
            each.join()

    def _write(self, who: int) -> None:
        while not self._is_over.is_set():
            text = f"INSERT DATA {{ <urn:{who}> <urn:wrote> {self.told[who] + 1} }}"
            answer = self._service.client.post("/update", content=text, headers=HEADERS)
            if answer.is_error:
                self.problems.append(answer.text)
                return
            self.told[who] += 1


@pytest.mark.timeout(120)
def test_a_backup_under_load_restores_to_one_state_that_was_acknowledged(tmp_path: Path) -> None:
    store = tmp_path / "store"
    publish(store, "r1", tiny_statements())
    states = []

    with serving(store, write_token="w") as service, Load(service) as load:
        for number in range(BACKUPS):
            before = list(load.told)
            place = tmp_path / (f"kept-{number}.tar.gz" if number % 2 else f"kept-{number}")
            manifest = take(store, place)
            states.append((place, manifest, before, list(load.told)))

    assert load.problems == []
    for place, manifest, before, after in states:
        restored = tmp_path / f"restored-{place.name}"
        assert restore(place, restored) == manifest
        release = OpenRelease(Catalogue(restored).current())
        live = Live(Catalogue(restored))
        sequence = sequence_of(release.name)
        assert (release.name, live.sequence()) == (manifest.release, sequence)
        commits = [each.sequence for each in ChangeSets(live.changes).commits()]
        assert commits == list(range(1, sequence + 1))
        for who in range(WRITERS):
            rows = release.store.select(ASKED % who).rows
            written = sorted(int(getattr(row[0], "text", "")) for row in rows)
            assert written == list(range(1, len(written) + 1))  # all before the last, and no gap
            assert before[who] <= len(written) <= after[who] + 1  # one may have been under way
