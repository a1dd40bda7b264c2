"""How far runaway queries overshoot their deadline, and what their neighbours notice of them.

    uv run python -m tests.bench.runaway [--store DIR] [--seconds 20] [--workers 2] [--clients 4]

So many clients ask queries that never end, each a little different, one after the other; one asks
quick ones, none of them twice. It prints medians, p99 and the worst, in milliseconds.
"""

from __future__ import annotations

import argparse
import itertools
import json
import multiprocessing
import os
import socket
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import NamedTuple

import httpx2
import uvicorn

from kg.release.build import ensure
from kg.release.catalogue import Catalogue
from kg.settings import store_folder
from server.app import create_app
from server.limits.connection import options
from server.settings import ServerSettings

RUNAWAYS = {
    "product": "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
    "order": "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?c ?f",
    "doubling": "SELECT ?w { ?a ?b ?c . BIND(CONCAT(STR(?a), STR(?c)) AS ?x)"
    " BIND(CONCAT(?x, ?x, ?x, ?x) AS ?y) BIND(CONCAT(?y, ?y, ?y, ?y) AS ?z)"
    " BIND(CONCAT(?z, ?z, ?z, ?z) AS ?w) } ORDER BY ?w",
    "path": "SELECT (COUNT(*) AS ?n) { ?a ((!<urn:x>)+/(!<urn:y>)*)+ ?b }",
    "values": "SELECT (COUNT(*) AS ?n) { "
    + " ".join(
        f"VALUES ?v{name} {{ {' '.join(str(each) for each in range(40))} }}" for name in range(12)
    )
    + " }",
    "rows": "SELECT * { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i }",
}
QUICK = "SELECT ?o { <https://w3id.org/coterminous/id/organisation/26A/ccg> ?p ?o } # %d"


def serve() -> None:
    """The service over a store folder as it is; its settings are those of the environment."""
    listening = socket.create_server(("127.0.0.1", 0), backlog=2048)
    sys.stdout.write(f"http://127.0.0.1:{listening.getsockname()[1]}\n")
    sys.stdout.flush()
    app = create_app(Catalogue(store_folder()), ServerSettings.read())
    uvicorn.Server(uvicorn.Config(app, **options())).run([listening])


@contextmanager
def served(store: str, **settings: str) -> Iterator[tuple[str, int]]:
    """The service as a process: its address and its id."""
    if not store:
        ensure(store_folder())
    told = {f"COTERMINOUS_{name.upper()}": text for name, text in settings.items()}
    with subprocess.Popen(
        [sys.executable, "-c", f"from {__spec__.name} import serve; serve()"],
        env=os.environ | told | ({"COTERMINOUS_STORE": store} if store else {}),
        stdout=subprocess.PIPE,
        stderr=subprocess.DEVNULL,
        text=True,
    ) as process:
        try:
            assert process.stdout
            address = process.stdout.readline().strip()
            with httpx2.Client(base_url=address, timeout=60) as client:
                client.get("/livez")
            yield address, process.pid
        finally:
            process.terminate()
            process.wait(30)


class Asked(NamedTuple):
    """What a client saw of one query: its name, the seconds it took, and what it was told."""

    name: str
    took: float
    told: str


def run_away(address: str, seconds: float, first: int) -> list[Asked]:
    """Ask one query after the other that does not end."""
    os.nice(10)  # it is the service that is measured, not who reads what it gives
    until, names = time.monotonic() + seconds, [*RUNAWAYS]
    found = []
    with httpx2.Client(base_url=address, timeout=60) as client:
        for number in itertools.count(first):
            if time.monotonic() > until:
                break
            name = names[number % len(names)]
            found.append(_ask(client, name, f"{RUNAWAYS[name]} # {first} {number}"))
    return found


def be_quick(address: str, seconds: float) -> list[Asked]:
    """Ask what is answered at once, fifty times a second."""
    until, found = time.monotonic() + seconds, []
    with httpx2.Client(base_url=address, timeout=60) as client:
        while time.monotonic() < until:
            found.append(_ask(client, "quick", QUICK % time.monotonic_ns()))
            time.sleep(0.02)
    return found


def _ask(client: httpx2.Client, name: str, query: str) -> Asked:
    began = time.monotonic()
    try:
        with client.stream("POST", "/sparql", data={"query": query}) as answer:
            for _ in answer.iter_bytes():
                pass
            told = f"{answer.status_code} {answer.headers.get('x-problem', '')}".strip()
    except httpx2.HTTPError as error:
        told = type(error).__name__  # an answer broken off
    return Asked(name, time.monotonic() - began, told)


def percentile(values: list[float], part: float) -> float:
    """The value that this part of them does not pass."""
    return sorted(values)[min(len(values) - 1, int(part * len(values)))]


def open_files(process: int) -> int:
    """How many files it has open."""
    return len(os.listdir(f"/proc/{process}/fd"))  # noqa: PTH208 - not real files


def resident(process: int) -> int:
    """The MiB of memory that it takes."""
    pages = Path(f"/proc/{process}/statm").read_text(encoding="ascii").split()[1]
    return int(pages) * os.sysconf("SC_PAGE_SIZE") >> 20


def measured(arguments: argparse.Namespace) -> dict[str, object]:
    """All figures of a run."""
    names = ("workers", "burst", "deadline", "memory")
    settings = {name: str(getattr(arguments, name)) for name in names}
    with served(arguments.store, **settings) as (address, process):
        calm = be_quick(address, 3)
        before = open_files(process), resident(process)
        with multiprocessing.get_context("spawn").Pool(arguments.clients) as pool:
            places = [(address, arguments.seconds, each) for each in range(arguments.clients)]
            asking = pool.starmap_async(run_away, places)
            quick = be_quick(address, arguments.seconds)
            runaways = [each for found in asking.get() for each in found]
        time.sleep(1)
        after = open_files(process), resident(process)
    over = [each.took - arguments.deadline for each in runaways]
    told: dict[str, Counter[str]] = {}
    for each in (*runaways, *quick):
        told.setdefault(each.name, Counter())[each.told] += 1
    return {
        "files and MiB of the front, before": before,
        "files and MiB of the front, after": after,
        "neighbours, nothing else asked": summary([each.took for each in calm]),
        "neighbours": summary([each.took for each in quick]),
        "overshoot": summary(over),
        "told": told,
    }


def summary(seconds: list[float]) -> dict[str, float]:
    """How many there are; median, p99 and the most of them in milliseconds."""
    parts = {"p50": 0.5, "p99": 0.99, "max": 1.0}
    found = {name: round(1e3 * percentile(seconds, part), 1) for name, part in parts.items()}
    return {"n": len(seconds)} | found


def main() -> None:
    """Print the figures as JSON."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--store", default="", help="a store folder; else that of the checkout")
    parser.add_argument("--seconds", type=float, default=20)
    parser.add_argument("--workers", type=int, default=2)
    parser.add_argument("--burst", type=int, default=4)
    parser.add_argument("--deadline", type=float, default=2.0)
    parser.add_argument("--memory", type=int, default=1024)
    parser.add_argument("--clients", type=int, default=4, help="how many ask runaway queries")
    for name, each in measured(parser.parse_args()).items():
        sys.stdout.write(f"{name}: {json.dumps(each)}\n")


if __name__ == "__main__":
    main()
