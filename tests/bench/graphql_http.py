"""How many warm answers a second the service gives over HTTP, from its cache and without it.

    uv run python -m tests.bench.graphql_http [--store DIR] [--seconds 5] [--json]

One front process, two readers. Asked by wrk where it is installed; else by a few processes of
Python, which take most of the time themselves. Without a store it builds one, in half a minute.
"""

from __future__ import annotations

import argparse
import http.client
import json
import multiprocessing
import re
import shutil
import subprocess
import tempfile
import time
from pathlib import Path
from urllib.parse import quote, urlsplit

from kg.release.build import build
from tests.bench.three_questions import served

LIST = "{ organisations(first: 12) { nodes { id name odsCode } } }"
ONE = '{ organisation(id: "organisation/26A/ccg") { id name odsCode start } }'
CLIENTS = 4


def by_wrk(address: str, seconds: int, document: str | None) -> float:
    """Answers a second to GETs of that address, or to POSTs of a document."""
    command = ["wrk", "-t1", "-c16", f"-d{seconds}s", "-H", "Accept: application/json", address]
    with tempfile.NamedTemporaryFile("w", suffix=".lua") as script:
        if document is not None:
            body = json.dumps(json.dumps({"query": document}))
            script.write(f'wrk.method = "POST"\nwrk.body = {body}\n')
            script.write('wrk.headers["Content-Type"] = "application/json"\n')
            script.flush()
            command[1:1] = ["-s", script.name]
        told = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert "Non-2xx" not in told, told
    found = re.search(r"Requests/sec:\s*([\d.]+)", told)
    assert found, told
    return float(found.group(1))


def by_python(address: str, seconds: int, document: str | None) -> float:
    """The same by a few processes of ours."""
    with multiprocessing.Pool(CLIENTS) as pool:
        asked = pool.starmap(_asked, [(address, seconds, document)] * CLIENTS)
    return sum(asked) / seconds


def _asked(address: str, seconds: int, document: str | None) -> int:
    place = urlsplit(address)
    line = http.client.HTTPConnection(str(place.hostname), place.port)
    body = None if document is None else json.dumps({"query": document})
    method, headers = ("POST", {"Content-Type": "application/json"}) if body else ("GET", {})
    number, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        line.request(method, f"{place.path}?{place.query}", body, headers)
        response = line.getresponse()
        response.read()
        assert response.status == 200, response.status
        number += 1
    return number


def measured(store: Path, seconds: int) -> dict[str, float]:
    """Answers a second by what is asked, how, and with how much of a cache."""
    ask = by_wrk if shutil.which("wrk") else by_python
    found: dict[str, float] = {}
    for cache in (64, 0):
        with served(store, cache) as address:
            what = f"cache of {cache} MiB"
            graphql = f"{address}/graphql"
            for name, document in (("list", LIST), ("one", ONE)):
                get = f"{graphql}?query={quote(document)}"
                found[f"{name}, GET, {what}"] = round(ask(get, seconds, None))
                found[f"{name}, POST, {what}"] = round(ask(graphql, seconds, document))
    return found


def main() -> None:
    """Measure, and print."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    options.add_argument("--store", type=Path)
    options.add_argument("--seconds", type=int, default=5)
    options.add_argument("--json", action="store_true")
    given = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        store = given.store or Path(folder)
        if given.store is None:
            build(store)
        by = "wrk" if shutil.which("wrk") else "Python"
        found = {f"by {by}": 1.0} | measured(store, given.seconds)
    if given.json:
        print(json.dumps(found, indent=2))  # noqa: T201
        return
    for name, number in found.items():
        print(f"{name:32} {number:10,.0f}")  # noqa: T201


if __name__ == "__main__":
    main()
