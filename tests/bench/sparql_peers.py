"""Who takes part in the SPARQL benchmark: each started on a free port, loaded, and ended.

What is not installed is fetched by uv where that may, and is otherwise left out: `Absent`.
"""

from __future__ import annotations

import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

from tests.bench.sparql_client import Endpoint, Line

OXIGRAPH, RDFLIB = "oxigraph==0.5.13", "rdflib-endpoint[cli,oxigraph]==0.6.3"
GRAPH = "urn:bench"
LOADED = 300.0
"""Seconds that a contender is given to load its data."""
READY = "ASK { ?s ?p ?o }"
VIRTUOSO = """[Database]
DatabaseFile = {0}/virtuoso.db
ErrorLogFile = {0}/virtuoso.log
TransactionFile = {0}/virtuoso.trx
xa_persistent_file = {0}/virtuoso.pxa
[TempDatabase]
DatabaseFile = {0}/temp.db
TransactionFile = {0}/temp.trx
[Parameters]
ServerPort = 127.0.0.1:{1}
DirsAllowed = {0}
NumberOfBuffers = 250000
MaxDirtyBuffers = 180000
ThreadsPerQuery = 2
[HTTPServer]
ServerPort = 127.0.0.1:{2}
ServerThreads = 20
KeepAliveTimeout = 60
[SPARQL]
ResultSetMaxRows = 1000000
MaxQueryExecutionTime = 60
"""


class Absent(Exception):
    """This contender cannot take part; the text says why."""


@contextmanager
def ours(folder: Path, *, shipped: bool) -> Iterator[Endpoint]:
    """Our service as it is run, over the store in that folder."""
    command = [sys.executable, "-m", "server", "serve", "--store", str(folder), "--port", "0"]
    data = [] if shipped else ["--data", "none"]
    environment = os.environ | {"PYTHONUNBUFFERED": "1"}
    with subprocess.Popen(
        [*command, *data, "--log-level", "warning"],
        stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True, env=environment,
    ) as process:  # fmt: skip
        try:
            assert process.stdout
            lines = iter(process.stdout.readline, "")
            told = next((found for each in lines if (found := _listening(each))), None)
            if told is None:
                raise Absent("the service did not start")
            endpoint = Endpoint(f"{told}/sparql")
            _wait(endpoint, process)
            yield endpoint
        finally:
            process.terminate()
            process.wait(timeout=30)


@contextmanager
def oxigraph(folder: Path, triples: Path) -> Iterator[Endpoint]:
    """`oxigraph serve`, the same engine with a server of its own."""
    command = program("oxigraph", OXIGRAPH)
    place = folder / "oxigraph"
    loading = [*command, "load", "--location", str(place), "--file", str(triples)]
    run(loading)
    run([*command, "optimize", "--location", str(place)])
    port = free_port()
    serving = [*command, "serve-read-only", "--location", str(place), "--bind", f"127.0.0.1:{port}"]
    with running(serving, Endpoint(f"http://127.0.0.1:{port}/query")) as endpoint:
        yield endpoint


@contextmanager
def rdflib_endpoint(_: Path, triples: Path) -> Iterator[Endpoint]:
    """rdflib-endpoint with oxigraph as its store, which holds the data in memory."""
    command, port = program("rdflib-endpoint", RDFLIB), free_port()
    # The page that it shows to browsers has a default of its own; queries go to the root.
    serving = ["serve", "--store", "Oxigraph", "--host", "127.0.0.1", "--port", str(port)]
    endpoint = Endpoint(f"http://127.0.0.1:{port}/")
    with running([*command, *serving, str(triples)], endpoint) as served:
        yield served


@contextmanager
def virtuoso(folder: Path, triples: Path) -> Iterator[Endpoint]:
    """Virtuoso 7, as it is set up by its handbook for so much data."""
    if not (shutil.which("virtuoso-t") and shutil.which("isql-vt")):
        raise Absent("virtuoso-t and isql-vt are not installed")
    place, sql, http = folder / "virtuoso", free_port(), free_port()
    place.mkdir(parents=True)
    shutil.copyfile(triples, place / "data.nt")
    (place / "virtuoso.ini").write_text(VIRTUOSO.format(place, sql, http), encoding="utf-8")
    serving = ["virtuoso-t", "+configfile", str(place / "virtuoso.ini"), "+foreground"]
    address = f"http://127.0.0.1:{http}/sparql?default-graph-uri={GRAPH}"
    endpoint = Endpoint(address, "text/ntriples")
    with running(serving, endpoint) as served:
        text = f"ld_dir('{place}', 'data.nt', '{GRAPH}'); rdf_loader_run(); checkpoint;"
        run(["isql-vt", f"127.0.0.1:{sql}", "dba", "dba", f"EXEC={text}"])
        yield served


PEERS = {"oxigraph serve": oxigraph, "rdflib-endpoint": rdflib_endpoint, "Virtuoso": virtuoso}


@contextmanager
def running(command: Sequence[str], endpoint: Endpoint) -> Iterator[Endpoint]:
    # A session of its own: uv starts the program as a child, and both are to end.
    with subprocess.Popen(
        list(command),
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
        start_new_session=True,
    ) as process:
        try:
            _wait(endpoint, process)
            yield endpoint
        finally:
            os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(timeout=20)
            except subprocess.TimeoutExpired:
                os.killpg(process.pid, signal.SIGKILL)


def _wait(endpoint: Endpoint, process: subprocess.Popen[str] | subprocess.Popen[bytes]) -> None:
    line, end = Line(endpoint), time.monotonic() + LOADED
    while time.monotonic() < end and process.poll() is None:
        try:
            line.ask(line.request(READY))
        except (OSError, AssertionError):
            time.sleep(0.2)
        else:
            line.close()
            return
    raise Absent(f"it did not answer within {LOADED:g} s")


def run(command: Sequence[str]) -> None:
    done = subprocess.run(list(command), capture_output=True, text=True, check=False)
    if done.returncode:
        raise Absent((done.stderr or done.stdout).strip()[-200:])


def program(name: str, package: str) -> list[str]:
    if found := shutil.which(name):
        return [found]
    if not shutil.which("uv"):
        raise Absent(f"neither {name} nor uv is installed")
    command = ["uv", "tool", "run", "--quiet", "--from", package, name]
    run([*command, "--help"])
    return command


def _listening(line: str) -> str:
    found = re.search(r"http://[\d.]+:\d+", line)
    return found.group() if found else ""


def free_port() -> int:
    with socket.create_server(("127.0.0.1", 0)) as found:
        return int(found.getsockname()[1])
