"""The service is stopped: it says so, finishes what it can, and tells the rest."""

import json
import os
import re
import signal
import subprocess
import sys
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx2
import pytest

from kg.release.inputs import Inputs
from tests.conftest import publish, tiny_statements

SHORT = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o }"
FOREVER = SHORT.replace(" }", " . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y }")


@contextmanager
def running(place: Path, *options: str) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The service as a process, and its address."""
    publish(place, Inputs.shipped().name(), tiny_statements())
    command = [sys.executable, "-m", "server", "--port", "0", "--store", str(place), *options]
    with subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as process:
        assert process.stderr
        found = None
        while found is None:
            found = re.search(r"Listening on (\S+)/", process.stderr.readline())
        threading.Thread(target=process.stderr.read, daemon=True).start()
        try:
            yield process, found[1]
        finally:
            process.kill()


def asking(address: str, query: str, told: list[httpx2.Response]) -> threading.Thread:
    def ask() -> None:
        told.append(httpx2.post(f"{address}/sparql", data={"query": query}, timeout=60))

    thread = threading.Thread(target=ask)
    thread.start()
    idle = "\ncoterminous_readers_busy 0\n"
    while thread.is_alive() and idle in httpx2.get(f"{address}/metrics").text:
        time.sleep(0.01)
    return thread


def test_what_runs_is_finished_and_what_does_not_end_is_told(tmp_path: Path) -> None:
    # Longer than the service waits, so that it is not the deadline that ends it.
    with running(tmp_path, "--deadline", "100", "--drain", "1") as (process, address):
        short: list[httpx2.Response] = []
        forever: list[httpx2.Response] = []
        threads = [asking(address, SHORT, short), asking(address, FOREVER, forever)]
        process.send_signal(signal.SIGTERM)
        ready = httpx2.get(f"{address}/readyz")
        while ready.status_code == 200:
            ready = httpx2.get(f"{address}/readyz")
        assert ready.json()["reasons"] == ["being stopped"]
        assert httpx2.get(f"{address}/sparql?query=ASK%7B%7D").status_code == 200
        process.wait(15)
        for each in threads:
            each.join()

        assert process.returncode in (0, -signal.SIGTERM)
        assert (short[0].status_code, short[0].json()["head"]) == (200, {"vars": ["n"]})
        assert (forever[0].status_code, forever[0].json()["code"]) == (503, "closing")
        assert forever[0].headers["retry-after"] == "1"


@pytest.mark.skipif(sys.platform != "linux", reason="processes are looked up in /proc")
def test_the_service_goes_on_when_what_it_is_made_of_is_killed(tmp_path: Path) -> None:
    with running(tmp_path) as (process, address):
        assert httpx2.get(f"{address}/readyz").status_code == 200
        place = f"/proc/{process.pid}/task/{process.pid}/children"
        (zygote,) = Path(place).read_text(encoding="ascii").split()
        of_zygote = Path(f"/proc/{zygote}/task/{zygote}/children")
        readers = of_zygote.read_text(encoding="ascii").split()
        for victim in (readers[0], readers[1], zygote):
            os.kill(int(victim), signal.SIGKILL)
            statuses: list[int] = []
            while not statuses or statuses[-1] != 200:
                query = f"ASK {{}} # {victim} {len(statuses)}"
                answer = httpx2.post(f"{address}/sparql", data={"query": query}, timeout=60)
                statuses.append(answer.status_code)
            assert set(statuses) <= {200, 503}
        told = json.loads(httpx2.get(f"{address}/readyz").text)
        while told["readers"] < 2:
            told = json.loads(httpx2.get(f"{address}/readyz").text)
        assert told["reasons"] == []
