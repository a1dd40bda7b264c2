"""How soon a service that was killed answers again, and takes a write, with a million triples.

    uv run python tests/bench/restart.py [TRIPLES]

It loads them over HTTP into foreign data, kills the whole tree while writes go on, and starts the
command again; what it prints are seconds from the start to the first answer and to the first write.
"""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tempfile
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager

import httpx2

TIMES = 5
PART = 500_000
HEADERS = {"Authorization": "Bearer secret"}


@contextmanager
def started(place: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    environment = os.environ | {
        "COTERMINOUS_WRITE_TOKEN": "secret",
        "COTERMINOUS_LOG_LEVEL": "error",
        "COTERMINOUS_DATA": "none",
        "COTERMINOUS_FRONT_END": "skip",
    }
    arguments = [sys.executable, "-m", "server", "--port", "0", "--store", place]
    with subprocess.Popen(arguments, stderr=subprocess.PIPE, text=True, env=environment) as process:
        assert process.stderr
        found = next(filter(None, (re.search(r"Listening on (\S+)", x) for x in process.stderr)))
        try:
            yield found[1], process
        finally:
            process.kill()


def answers(url: str, send: str, data: dict[str, str], process: subprocess.Popen[str]) -> None:
    while process.poll() is None:
        try:
            response = httpx2.post(url + send, data=data, headers=HEADERS, timeout=60)
            if response.status_code == 200:
                return
        except httpx2.HTTPError:
            pass
        time.sleep(0.005)
    raise SystemExit("The service has ended.")


def load(url: str, triples: int) -> None:
    kind = HEADERS | {"Content-Type": "application/n-triples"}
    for first in range(0, triples, PART):
        text = "".join(
            f"<urn:n{at}> <urn:p{at % 20}> <urn:n{at * 7919 % triples}> .\n"
            for at in range(first, min(first + PART, triples))
        )
        httpx2.post(
            url + "rdf-graph-store?default", content=text.encode(), headers=kind, timeout=300
        ).raise_for_status()


def writing(url: str, enough: threading.Event) -> None:
    while not enough.is_set():
        try:
            update = f"INSERT DATA {{ <urn:w> <urn:q> {time.time_ns()} }}"
            httpx2.post(url + "update", data={"update": update}, headers=HEADERS, timeout=60)
        except httpx2.HTTPError:
            return


def measured(triples: int, times: int, place: str) -> list[tuple[float, float]]:
    """Seconds to the first answer and to the first write, of so many starts after a kill."""
    count = {"query": "SELECT * { <urn:n1> ?p ?o }"}
    found = []
    with started(place) as (url, _):
        load(url, triples)
    for _ in range(times):
        began = time.perf_counter()
        with started(place) as (url, process):
            answers(url, "sparql", count, process)
            answered = time.perf_counter() - began
            answers(url, "update", {"update": "INSERT DATA { <urn:w> <urn:p> 1 }"}, process)
            found.append((answered, time.perf_counter() - began))
            enough = threading.Event()
            thread = threading.Thread(target=writing, args=(url, enough))
            thread.start()
            time.sleep(1.0)
            process.kill()
            enough.set()
            thread.join()
    return found


def main() -> None:
    triples = int(sys.argv[1]) if len(sys.argv) > 1 else 1_000_000
    with tempfile.TemporaryDirectory() as place:
        for answered, written in measured(triples, TIMES, place):
            sys.stdout.write(f"answers after {answered:.2f} s, writes after {written:.2f} s\n")


if __name__ == "__main__":
    main()
