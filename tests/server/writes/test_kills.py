"""Processes killed while they write: nothing that was told is lost, and nothing is torn."""

import asyncio
import os
import random
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

import httpx2
import pytest

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.opened import OpenRelease
from server.writes import Put, Update, Writes
from tests.conftest import Served, publish, tiny_statements

IS_NIGHTLY = os.environ.get("COTERMINOUS_NIGHTLY") == "1"
WRITERS = 3
LARGE = 100_000
TRIPLES = "".join(f"<urn:n{number}> <urn:of> <urn:large> .\n" for number in range(LARGE)).encode()


class Record:
    """What was told: pairs of triples that came together, and large graphs."""

    def __init__(self) -> None:
        self.pairs: set[str] = set()
        self.graphs: set[str] = set()

    def check(self, place: Path) -> None:
        """What the current release holds: all that was told, and everything whole."""
        store = OpenRelease(Catalogue(place).current()).store
        found = {
            half: {str(row[0]) for row in store.select(f"SELECT ?s {{ ?s <urn:{half}> 1 }}").rows}
            for half in ("one", "two")
        }
        assert found["one"] == found["two"]
        assert self.pairs - found["one"] == set()
        sizes = store.select(
            "SELECT ?g (COUNT(*) AS ?n) { GRAPH ?g { ?s <urn:of> <urn:large> } } GROUP BY ?g"
        ).rows
        assert {getattr(size, "text", "") for _, size in sizes} <= {str(LARGE)}
        assert self.graphs <= {str(name) for name, _ in sizes}


def pair(name: str) -> str:
    return f"INSERT DATA {{ GRAPH <urn:pairs> {{ <{name}> <urn:one> 1 ; <urn:two> 1 }} }}"


Send = Callable[[str], bool]


@contextmanager
def writing(put: Send, large: Send, record: Record, life: str) -> Iterator[None]:
    """Several who write pairs, and one who writes large graphs, until the context ends."""
    enough = threading.Event()

    def write(send: Send, told: set[str], start: str) -> None:
        number = 0
        while not enough.is_set():
            number += 1
            if send(f"{start}:{number}"):
                told.add(f"{start}:{number}")

    asked = [(put, record.pairs, f"urn:{life}:{who}") for who in range(WRITERS)]
    asked.append((large, record.graphs, f"urn:large:{life}"))
    threads = [threading.Thread(target=write, args=each) for each in asked]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()


@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kills", [60 if IS_NIGHTLY else 6])
def test_writers_and_readers_that_are_killed_lose_nothing_that_was_told(
    service: Served, kills: int
) -> None:
    writes: Writes = service.state.writes
    loop = writes._task.get_loop() if writes._task else None
    assert loop
    record, chance = Record(), random.Random(kills)

    def told(work: Update | Put) -> bool:
        try:
            asyncio.run_coroutine_threadsafe(writes.commit(work), loop).result(60)
        except KgError:
            return False
        return True

    with writing(
        lambda name: told(Update(pair(name))),
        lambda name: told(Put(Iri(name), TRIPLES, "application/n-triples")),
        record,
        "w",
    ):
        for number in range(kills):
            time.sleep(chance.uniform(0.2, 2.0))  # a moment that nobody chose
            readers = service.state.readers.pools[0].children
            victim = chance.choice(readers) if number % 3 == 2 and readers else writes.process_id
            if victim:
                with suppress(ProcessLookupError):
                    os.kill(victim, signal.SIGKILL)
    assert told(Update(pair("urn:last")))
    record.pairs.add("urn:last")

    record.check(service.state.readers.catalogue.folder)
    assert writes.restarts > kills // 3
    assert len(record.pairs) > 1


@contextmanager
def whole_service(place: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command itself, with a token; killed in the end, and all its processes with it."""
    environment = os.environ | {
        "COTERMINOUS_WRITE_TOKEN": "secret",
        "COTERMINOUS_LOG_LEVEL": "error",
    }
    arguments = [sys.executable, "-m", "server", "--port", "0", "--store", str(place)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        for line in process.stderr:
            if found := re.search(r"Listening on (\S+)", line):
                break
        assert found
        try:
            yield found[1], process
        finally:
            process.kill()


@pytest.mark.skipif(sys.platform != "linux", reason="a process ends with its parent there")
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("kills", [40 if IS_NIGHTLY else 4])
def test_a_service_that_is_killed_loses_nothing_that_was_told(tmp_path: Path, kills: int) -> None:
    # A release by the name of the shipped sources is there already, so nothing is built.
    publish(tmp_path, Inputs.shipped().name(), tiny_statements())
    record, chance = Record(), random.Random(kills)
    for life in range(kills):
        with whole_service(tmp_path) as (url, process):
            headers = {"Authorization": "Bearer secret"}
            client = httpx2.Client(base_url=url, headers=headers, timeout=60)

            def put(name: str, client: httpx2.Client = client) -> bool:
                return sent(lambda: client.post("update", data={"update": pair(name)}))

            def large(name: str, client: httpx2.Client = client) -> bool:
                kind = {"Content-Type": "application/n-triples"}
                return sent(lambda: client.put(
                    "rdf-graph-store", params={"graph": name}, content=TRIPLES, headers=kind
                ))  # fmt: skip

            assert put(f"urn:first:{life}")
            record.pairs.add(f"urn:first:{life}")
            with writing(put, large, record, f"s{life}"):
                time.sleep(chance.uniform(0.2, 3.0))  # a moment that nobody chose
                process.kill()
        record.check(tmp_path)
    assert len(record.pairs) >= kills


def sent(ask: Callable[[], httpx2.Response]) -> bool:
    try:
        return ask().status_code in (200, 201, 204)
    except httpx2.HTTPError:
        time.sleep(0.05)  # it is gone, and the test is about to end
        return False
