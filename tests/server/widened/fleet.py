"""Services as processes over one origin, and releases of which all answers are known."""

import json
import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.client import HTTPConnection
from pathlib import Path
from typing import NamedTuple

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, mint
from kg.model.terms import Iri, Literal, Statement
from tests.conftest import TINY, publish

MARK = Iri("urn:example:mark")
THINGS = 40


def marked(number: int) -> list[Statement]:
    """Statements of which each tells the number of its release."""
    mark = Literal(f"mark {number}")
    statements = []
    for each in range(THINGS):
        body = mint("organisation", f"A{each}", "ccg")
        statements += [
            Statement(body, RDF_TYPE, cot("Organisation"), TINY),
            Statement(body, RDFS_LABEL, Literal(f"NHS Alder CCG {number}"), TINY),
            Statement(body, cot("odsCode"), Literal(f"A{each}"), TINY),
            Statement(body, MARK, mark, TINY),
        ]
    return statements


def release(place: Path, number: int, keep: int = 3) -> str:
    """Publish the release of that number; its name."""
    publish(place, name_of(number), marked(number), keep=keep)
    return name_of(number)


def name_of(number: int) -> str:
    return f"r{number:03}"


class Ask(NamedTuple):
    """A request, and what answers it from the release of a number."""

    path: str
    body: str

    def answer(self, number: int) -> str:
        return self.body.replace("#", str(number)).replace("@", name_of(number))


SPARQL = "SELECT ?m (COUNT(?s) AS ?n) WHERE { ?s <urn:example:mark> ?m } GROUP BY ?m"
ASKS = (
    Ask(
        "/sparql?format=csv&query=" + SPARQL.replace(" ", "+"),
        f"m,n\r\nmark #,{THINGS}\r\n",
    ),
    Ask(
        "/sparql?format=csv&query=SELECT+?l+{<https://w3id.org/coterminous/id/organisation/A1/ccg>"
        "+<http://www.w3.org/2000/01/rdf-schema%23label>+?l}",
        "l\r\nNHS Alder CCG #\r\n",
    ),
    Ask(
        '/graphql?query={organisations(first:2,where:{odsCode:{in:["A1","A2"]}}){nodes{label}}}',
        '{"data":{"organisations":{"nodes":[{"label":"NHS Alder CCG #"},'
        '{"label":"NHS Alder CCG #"}]}},"extensions":{"release":"@"}}',
    ),
)


class Answer(NamedTuple):
    status: int
    release: str
    text: str


class Client:
    """Connections of one client to several services, kept open."""

    def __init__(self, ports: list[int]) -> None:
        self.ports = ports
        self._open: dict[int, HTTPConnection] = {}

    def get(self, port: int, path: str) -> Answer:
        connection = self._open.setdefault(port, HTTPConnection("127.0.0.1", port, timeout=60))
        connection.request("GET", path)
        answer = connection.getresponse()
        text = answer.read().decode()
        return Answer(answer.status, answer.headers.get("X-Release", ""), text)

    def close(self) -> None:
        for each in self._open.values():
            each.close()


class Service(NamedTuple):
    process: subprocess.Popen[bytes]
    port: int

    def json(self, path: str) -> dict[str, object]:
        client = Client([self.port])
        try:
            told: dict[str, object] = json.loads(client.get(self.port, path).text)
        finally:
            client.close()
        return told

    def pulled(self) -> dict[str, object]:
        told = self.json("/readyz")["pulled"]
        assert isinstance(told, dict)
        return told


@contextmanager
def service(
    store: Path, releases_from: str, *options: str, prefix: tuple[str, ...] = ()
) -> Iterator[Service]:
    """`coterminous serve` on a free port, as it is started on a machine."""
    log = store.parent / f"{store.name}.log"
    arguments = [
        *prefix, sys.executable, "-m", "server", "serve", "--store", str(store), "--port", "0",
        "--releases-from", releases_from, "--workers", "1", "--front-end", "skip",
        "--deadline", "30",        "--log-level", "warning", "--releases-every", "0.2", *options,
    ]  # fmt: skip
    with log.open("w", encoding="utf-8") as told:
        process = subprocess.Popen(
            arguments, stderr=told, env=os.environ | {"COTERMINOUS_KEEP": "3"}
        )
    try:
        while not (found := re.search(r"Listening on \S+?:(\d+)/", log.read_text("utf-8"))):
            assert process.poll() is None, log.read_text("utf-8")
            time.sleep(0.02)
        yield Service(process, int(found[1]))
    finally:
        process.terminate()
        process.wait(30)
