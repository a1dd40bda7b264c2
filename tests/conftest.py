"""Real parts for tests: a small release on disk, the service over real HTTP, a listener."""

from __future__ import annotations

import json
import os
import shutil
import socket
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import httpx2
import pytest
import uvicorn

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.release.catalogue import Catalogue
from kg.release.opened import ReleaseInfo
from kg.resources import folder
from kg.search import index
from kg.store import widths
from kg.store.oxigraph import OxigraphStore
from server.app import create_app
from server.limits.connection import options
from server.readers.gate.watch import Watch
from server.settings import ServerSettings

TINY = graph("register/tiny")
MOST = 4
"""Processes that all tests are run in at most: each holds several releases in memory."""


def pytest_configure() -> None:
    """What is printed is as wide as a test says, not as the terminal is that tests are run in."""
    for name in ("COLUMNS", "LINES"):  # which are asked when the commands are first loaded
        os.environ.pop(name, None)


def pytest_xdist_auto_num_workers(config: pytest.Config) -> int:
    """All tests are run in a process for each core; what is named, in the one that is there."""
    return min(os.cpu_count() or 1, MOST) if config.args == config.getini("testpaths") else 0


def pytest_make_parametrize_id(val: object, argname: str) -> str | None:
    """Bytes name no test: packed ones hold the time of packing, and each process collects."""
    return argname if isinstance(val, bytes) else None


def tiny_statements() -> list[Statement]:
    """Two bodies and the one that took over from both."""
    bodies = {"A1": "NHS Alder CCG", "B2": "NHS Birch CCG", "C3": "NHS Cedar CCG"}
    statements = []
    for code, name in bodies.items():
        body = mint("organisation", code, "ccg")
        statements += [
            Statement(body, RDF_TYPE, cot("Organisation"), TINY),
            Statement(body, RDFS_LABEL, Literal(name), TINY),
            Statement(body, cot("odsCode"), Literal(code), TINY),
        ]
    for code in ("A1", "B2"):
        subject, successor = mint("organisation", code, "ccg"), mint("organisation", "C3", "ccg")
        statements.append(Statement(subject, cot("successor"), successor, graph("derived/tiny")))
    return statements


def publish(place: Path, name: str, statements: list[Statement], keep: int = 9) -> Path:
    """Publish a release with these statements under a store folder, and make it current."""
    work = place / f"building-{name}"
    work.mkdir(parents=True)
    store = OxigraphStore.fresh(work / "store")
    store.load(statements)
    store.seal()
    index.write(work / "search.sqlite", store, Library().inside("search-names"))
    widths.write(work, store, Library().inside(widths.QUERY))
    size, graphs = len(store), len(store.graph_names())
    del store
    for package in ("ontology", "queries"):
        shutil.copytree(
            folder(package), work / package, ignore=shutil.ignore_patterns("*.py", "__pycache__")
        )
    info = ReleaseInfo(name, "2026-01-01", "sha256:0", size, len(statements), graphs, 0, 0.0, 0)
    (work / "release.json").write_text(json.dumps(asdict(info)), encoding="utf-8")
    return Catalogue(place).publish(work, name, digest="sha256:0", built="2026-01-01", keep=keep)


@pytest.fixture(scope="session")
def tiny_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The store folder of a catalogue whose current release, `tiny`, holds three bodies."""
    place = tmp_path_factory.mktemp("tiny")
    publish(place, "tiny", tiny_statements())
    return place


@dataclass
class Served:
    """A service that listens on loopback, with a client for it."""

    url: str
    client: httpx2.Client
    app: Watch
    state: Any = field(repr=False)


@contextmanager
def serving(place: Path, **settings: Any) -> Iterator[Served]:
    """The service over a store folder, with these settings, in a thread of its own."""
    app = create_app(Catalogue(place), ServerSettings(**settings))
    listening = socket.create_server(("127.0.0.1", 0))
    server = uvicorn.Server(uvicorn.Config(app, **options()))
    thread = threading.Thread(target=server.run, args=([listening],))
    thread.start()
    try:
        url = f"http://127.0.0.1:{listening.getsockname()[1]}"
        with httpx2.Client(base_url=url, timeout=30) as client:
            client.get("/livez")  # which is answered as soon as it has started
            yield Served(url, client, app, state_of(app))
    finally:
        server.should_exit = True
        thread.join()
        listening.close()


def state_of(app: Watch) -> Any:
    """The `state` of the application below the layers."""
    inner: Any = app
    while not hasattr(inner, "state"):
        inner = inner.app
    return inner.state


Serve = Callable[..., Served]


@pytest.fixture(scope="session")
def served(tiny_release: Path) -> Iterator[Served]:
    """The service over the tiny release, shared by all tests that do not harm it."""
    with serving(tiny_release, deadline=20.0) as service:
        yield service


@dataclass
class Listener:
    """A port of this machine; `calls` counts who has connected to it."""

    url: str
    port: int
    calls: list[str]


@pytest.fixture
def listener() -> Iterator[Listener]:
    """A listener that answers every connection with an empty result and remembers it."""
    listening = socket.create_server(("127.0.0.1", 0))
    port = listening.getsockname()[1]
    calls: list[str] = []
    body = b'{"head":{"vars":[]},"results":{"bindings":[]}}'
    head = b"HTTP/1.1 200 OK\r\ncontent-type: application/sparql-results+json\r\n"
    reply = head + b"connection: close\r\ncontent-length: %d\r\n\r\n" % len(body) + body

    def listen() -> None:
        while True:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                calls.append(connection.recv(4096).split(b"\r\n")[0].decode("latin-1"))
                connection.sendall(reply)

    thread = threading.Thread(target=listen)
    thread.start()
    yield Listener(f"http://127.0.0.1:{port}/", port, calls)
    listening.shutdown(socket.SHUT_RDWR)
    listening.close()
    thread.join()


def body_iri(code: str) -> Iri:
    """The body of the tiny release by that code."""
    return mint("organisation", code, "ccg")
