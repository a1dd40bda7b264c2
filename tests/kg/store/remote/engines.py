"""Engines for tests, started on free ports of this machine and ended with the test.

`oxigraph serve` is fetched by uv where it may be, Virtuoso 7 is taken where it is installed; what
is not there is `Absent`, and a test that needs it is skipped and says so.
"""

from __future__ import annotations

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path

import httpx2
import pytest

from kg.model.terms import Iri
from kg.settings import ENGINES, place_of
from kg.store.formats import by_name
from kg.store.oxigraph import OxigraphStore
from kg.store.remote.probe import MERGED
from tests.bench.sparql_peers import OXIGRAPH, VIRTUOSO, Absent, free_port, program, run

READY = 60.0
MANY = 1_000_000
PLANS = "MaxOptimizeLayouts = 100"
"""How many ways to a query's answer it weighs, as our page on other engines has it."""
_NT = by_name("ntriples")
OPEN = """grant SPARQL_UPDATE to "SPARQL"; DB.DBA.RDF_DEFAULT_USER_PERMS_SET ('nobody', 7);"""
"""What lets anybody write to a Virtuoso that only this machine can reach."""


@dataclass
class Running:
    """An engine that runs: where it is asked, and its process, which may be killed."""

    address: str
    process: subprocess.Popen[bytes]

    def kill(self) -> None:
        """End it at once, as a machine that goes off would."""
        os.killpg(self.process.pid, signal.SIGKILL)
        self.process.wait()


def store_of(tmp: Path, *addresses: str) -> Path:
    """The folder of the releases of an engine, in a folder of the test's own."""
    return tmp / ENGINES / place_of(",".join(addresses)).name


@contextmanager
def oxigraph(folder: Path, data: Path | None = None, port: int = 0) -> Iterator[Running]:
    """`oxigraph serve` over a folder, with these N-Quads in it."""
    command, port = program("oxigraph", OXIGRAPH), port or free_port()
    if data:
        run([*command, "load", "--location", str(folder), "--file", str(data)])
    serving = [*command, "serve", "--location", str(folder), "--bind", f"127.0.0.1:{port}"]
    with _started(serving, f"http://127.0.0.1:{port}/query") as running:
        yield running


@contextmanager
def virtuoso(folder: Path, data: Path | None = None, rows: int = MANY) -> Iterator[Running]:
    """Virtuoso 7 that anybody on this machine may write to, with these N-Quads in it.

    It answers with so many `rows` at most.
    """
    sql, http = free_port(), free_port()
    folder.mkdir(parents=True, exist_ok=True)
    settings = VIRTUOSO.format(folder, sql, http).replace(f"= {MANY}", f"= {rows}")
    settings = settings.replace("[Parameters]", f"[Parameters]\n{PLANS}")
    (folder / "virtuoso.ini").write_text(settings, encoding="utf-8")
    serving = ["virtuoso-t", "+configfile", str(folder / "virtuoso.ini"), "+foreground"]
    try:
        with _started(serving, f"http://127.0.0.1:{http}/sparql") as running:
            door = ["isql-vt", f"127.0.0.1:{sql}", "dba", "dba"]
            run([*door, f"EXEC={OPEN}"])
            if data:
                (folder / "data.nq").write_bytes(data.read_bytes())
                loading = f"ld_dir('{folder}', 'data.nq', '{MERGED}'); rdf_loader_run();"
                run([*door, f"EXEC={loading}"])
            yield running
    except FileNotFoundError:
        raise Absent("virtuoso-t and isql-vt are not installed") from None


@contextmanager
def needed(reason: str = "") -> Iterator[None]:
    """Skip the test where an engine is absent."""
    try:
        yield
    except Absent as absent:
        pytest.skip(f"{reason}{absent}")


def quads(store: OxigraphStore, path: Path, merged: str = "") -> Path:
    """The named graphs of a store as N-Quads, and its default graph under the name of `merged`."""
    with path.open("wb") as file:
        for name in (None, *store.graph_names()):
            written = BytesIO()
            store.dump(name, written, _NT)
            graph = Iri(name or merged).nt() if name or merged else ""
            lines = written.getvalue().splitlines()
            file.writelines(line[:-1] + graph.encode() + b" .\n" for line in lines)
    return path


@contextmanager
def _started(command: list[str], address: str) -> Iterator[Running]:
    # A session of its own: uv starts the program as a child, and both are to end.
    with subprocess.Popen(
        command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, start_new_session=True
    ) as process:
        try:
            _wait(address, process)
            yield Running(address, process)
        finally:
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)  # what it holds is only this test's


def _wait(address: str, process: subprocess.Popen[bytes]) -> None:
    end = time.monotonic() + READY
    while time.monotonic() < end and process.poll() is None:
        try:
            if httpx2.get(address, params={"query": "ASK {}"}, timeout=2).status_code == 200:
                return
        except httpx2.TransportError:
            time.sleep(0.05)
    raise Absent(f"it did not answer within {READY:g} s")
