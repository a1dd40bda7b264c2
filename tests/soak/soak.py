"""Many clients for some time against the service itself, with every answer checked."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, NamedTuple

from tests.soak import clients
from tests.soak.processes import Sample, sample
from tests.soak.record import Record

CLIENTS = 32
WRITERS = 4
READERS = 12
EVERY = 1.0
"""Seconds between two looks at the processes."""
ROUNDS = 2
PATIENCE = 60
"""Looks that a service without clients has to close what it kept open for them."""


class Found(NamedTuple):
    """What a soak found."""

    record: Record
    samples: list[Sample]
    rests: list[Sample]
    """After each round, when its clients have gone."""
    writes: int

    def json(self) -> dict[str, Any]:
        """All of it as plain values."""
        return {
            "kinds": self.record.figures(),
            "wrong": self.record.wrong,
            "errors": dict(self.record.errors),
            "explained": dict(self.record.explained),
            "acknowledged": self.writes,
            "samples": [each._asdict() for each in self.samples],
            "rests": [each._asdict() for each in self.rests],
        }


def soak(store: Path, seconds: float) -> Found:
    """Have 32 clients ask a service over that store for so long: two rounds, a rest after each."""
    record, told = Record(), clients.Acknowledged()
    samples: list[Sample] = []
    rests: list[Sample] = []
    began = time.monotonic()
    with service(store) as (address, process):
        first = clients.Client(address, record)
        expected = clients.baseline(first)
        first.close()
        for _ in range(ROUNDS):
            with working(address, record, told, expected, threading.Event()):
                samples += _looks(process, seconds / ROUNDS, began)
            rests.append(_rest(process.pid, began))
        record.check(process.poll() is None, "the service has ended")
        _check_all(clients.Client(address, record), told)
    return Found(record, samples, rests, sum(told.pairs.values()))


def _looks(process: subprocess.Popen[str], seconds: float, began: float) -> list[Sample]:
    """What it takes, once a second for so long or until it ends."""
    found, end = [], time.monotonic() + seconds
    while time.monotonic() < end and process.poll() is None:
        found.append(sample(process.pid, round(time.monotonic() - began, 1)))
        time.sleep(EVERY)
    return found


def _rest(process: int, began: float) -> Sample:
    """What it keeps without clients: as soon as three looks in a row find as many open files."""
    seen: list[Sample] = []
    while len(seen) < PATIENCE:
        seen.append(sample(process, round(time.monotonic() - began, 1)))
        if len(seen) >= 3 and len({each.files for each in seen[-3:]}) == 1:
            break
        time.sleep(EVERY)
    return seen[-1]


@contextmanager
def working(
    address: str,
    record: Record,
    told: clients.Acknowledged,
    expected: dict[str, bytes],
    enough: threading.Event,
) -> Iterator[None]:
    """The clients at work until the context ends; what breaks one of them is noted."""
    tasks = [_task(place, told, expected, enough) for place in range(CLIENTS)]
    threads = [threading.Thread(target=_work, args=(address, record, each)) for each in tasks]
    for thread in threads:
        thread.start()
    try:
        yield
    finally:
        enough.set()
        for thread in threads:
            thread.join()


Task = Callable[[clients.Client], None]


def _task(
    place: int,
    told: clients.Acknowledged,
    expected: dict[str, bytes],
    enough: threading.Event,
) -> Task:
    if place < WRITERS:
        return lambda client: clients.write(client, f"w{place}", told, enough)
    if place < WRITERS + READERS:
        return lambda client: clients.read(client, told, enough)
    return lambda client: clients.ask(client, expected, place, enough)


def _work(address: str, record: Record, task: Task) -> None:
    client = clients.Client(address, record)
    try:
        task(client)
    except Exception as error:  # noqa: BLE001 - it would end one thread, and nobody would know
        record.failed(f"a client: {error!r}", explained=False)
    finally:
        client.close()


def _check_all(client: clients.Client, told: clients.Acknowledged) -> None:
    """After all: every writer's last acknowledged number is there."""
    rows = client.rows("pairs", clients.PAIRS)
    found = {row["w"].rpartition(":")[2]: int(row["one"]) for row in rows or ()}
    late = {name: number for name, number in told.pairs.items() if found.get(name, 0) < number}
    client.record.check(not late, f"{late} were acknowledged and are lost: {found}")
    client.close()


@contextmanager
def service(store: Path) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """The command itself over a store, with a token; its address and its process."""
    environment = os.environ | {
        "COTERMINOUS_WRITE_TOKEN": clients.TOKEN,
        "COTERMINOUS_LOG_LEVEL": "error",
    }
    arguments = [sys.executable, "-m", "server", "serve", "--port", "0", "--store", str(store)]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        try:
            assert process.stderr
            lines = iter(process.stderr.readline, "")
            found = next(filter(None, (re.search(r"Listening on (\S+?)/?\s", x) for x in lines)))
            threading.Thread(target=lambda: list(lines), daemon=True).start()
            yield found[1], process
        finally:
            process.terminate()
            process.wait(timeout=60)
