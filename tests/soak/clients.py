"""Clients that know what the answer must be: some write and read back, the others only read.

Each writer owns a graph of pairs, whose two halves every update writes together, and a graph that
is put whole. So any reader can tell an answer that is torn (halves that differ), stale (less than
what was acknowledged before it asked) or that goes back (less than it has seen itself).
"""

from __future__ import annotations

import http.client
import json
import re
import threading
import time
from collections.abc import Mapping
from typing import Any, NamedTuple
from urllib.parse import quote, urlencode, urlsplit

from tests.soak.record import Record

TOKEN = "soak"
PATIENCE = 60.0
WHOLE = 40
"""Triples of a graph that is put."""
NO_HEADERS: Mapping[str, str] = {}
JSON = {"Accept": "application/sparql-results+json"}
PAIRS = "SELECT ?w ?one ?two { GRAPH ?g { ?w <urn:soak:one> ?one ; <urn:soak:two> ?two } }"
WHOLES = (
    "SELECT ?g (COUNT(*) AS ?n) (MIN(?v) AS ?least) (MAX(?v) AS ?most)"
    " { GRAPH ?g { ?s <urn:soak:value> ?v } } GROUP BY ?g"
)
FIXED = (
    ("graphql", "/graphql?query=" + quote("{ organisations(first: 5) { nodes { id name } } }")),
    ("graphql", "/graphql?query=" + quote("{ organisations { totalCount } }")),
    ("rest", "/questions/bodies/count-on-day.json?on=2021-04-01"),
    ("rest", "/search.json?q=birch"),
    ("sparql", "/sparql?query=" + quote("SELECT ?c { ?x a ?c FILTER CONTAINS(STR(?c), 'Org') }"
                                        " ORDER BY ?c LIMIT 20")),
)  # fmt: skip
"""Requests whose answers no write of ours changes."""
_RELEASE = re.compile(rb'"release": ?"[^"]*"')


class Answer(NamedTuple):
    """A status and a body."""

    status: int
    body: bytes


class Acknowledged:
    """The last number of each writer that was acknowledged, for the pairs and for the wholes."""

    def __init__(self) -> None:
        self.pairs: dict[str, int] = {}
        self.wholes: dict[str, int] = {}


class Client:
    """A connection to the service that keeps to `record`."""

    def __init__(self, address: str, record: Record) -> None:
        place = urlsplit(address)
        self.record = record
        self._line = http.client.HTTPConnection(str(place.hostname), place.port, timeout=PATIENCE)

    def ask(
        self,
        kind: str,
        path: str,
        *,
        method: str = "GET",
        body: bytes | None = None,
        headers: Mapping[str, str] = NO_HEADERS,
    ) -> Answer | None:
        """The answer, or nothing where it was refused or failed, which is noted."""
        began = time.perf_counter()
        try:
            self._line.request(method, path, body, dict(headers))
            response = self._line.getresponse()
            answer = Answer(response.status, response.read())
        except (OSError, http.client.HTTPException) as error:
            self._line.close()
            self.record.failed(f"{kind}: {type(error).__name__}", explained=False)
            return None
        if answer.status >= 300:
            again = response.getheader("Retry-After")
            what = f"{kind}: {answer.status} {_code(answer.body)}"
            self.record.failed(what, explained=answer.status == 503 and again is not None)
            return None
        self.record.took(kind, time.perf_counter() - began)
        return answer

    def rows(self, kind: str, query: str) -> list[dict[str, str]] | None:
        """The rows of a SELECT, or nothing as `ask`."""
        answer = self.ask(kind, f"/sparql?query={quote(query)}", headers=JSON)
        if answer is None:
            return None
        bindings = json.loads(answer.body)["results"]["bindings"]
        return [{name: each["value"] for name, each in row.items()} for row in bindings]

    def close(self) -> None:
        """Let the connection go."""
        self._line.close()


def write(client: Client, name: str, told: Acknowledged, enough: threading.Event) -> None:
    """Write numbers that grow, in both ways, and read each back at once."""
    token = {"Authorization": f"Bearer {TOKEN}"}
    form = token | {"Content-Type": "application/x-www-form-urlencoded"}
    plain = token | {"Content-Type": "application/n-triples"}
    number = max(told.pairs.get(name, 0), told.wholes.get(f"urn:soak:whole:{name}", 0))
    while not enough.is_set():
        number += 1
        body = urlencode({"update": _update(name, number)}).encode()
        if client.ask("update", "/update", method="POST", body=body, headers=form):
            told.pairs[name] = number
        rows = client.rows("read back", PAIRS.replace("?g", f"<urn:soak:pairs:{name}>"))
        _check_pairs(client.record, rows, {name: told.pairs.get(name, 0)})
        if number % 4 == 1:
            graph = f"urn:soak:whole:{name}"
            path = f"/rdf-graph-store?graph={graph}"
            if client.ask("put", path, method="PUT", body=_whole(number), headers=plain):
                told.wholes[graph] = number
            rows = client.rows("read back", WHOLES)
            _check_wholes(client.record, rows, {graph: told.wholes.get(graph, 0)})


def read(client: Client, told: Acknowledged, enough: threading.Event) -> None:
    """Ask for all pairs and all wholes, again and again."""
    while not enough.is_set():
        floor = dict(told.pairs)
        rows = client.rows("pairs", PAIRS)
        seen = _check_pairs(client.record, rows, floor)
        rows = client.rows("pairs", PAIRS)
        _check_pairs(client.record, rows, seen)
        floor = dict(told.wholes)
        _check_wholes(client.record, client.rows("wholes", WHOLES), floor)


def ask(client: Client, expected: Mapping[str, bytes], place: int, enough: threading.Event) -> None:
    """Ask what does not change, and compare it with what it was before the first write."""
    turn = place
    while not enough.is_set():
        kind, path = FIXED[turn % len(FIXED)]
        turn += 1
        answer = client.ask(kind, path)
        if answer:
            found = _RELEASE.sub(b"", answer.body)
            client.record.check(found == expected[path], f"{path} answered {found[:200]!r}")


def baseline(client: Client) -> dict[str, bytes]:
    """What the fixed requests are answered now; `AssertionError` where one is not."""
    found = {}
    for kind, path in FIXED:
        answer = client.ask(kind, path)
        assert answer, f"{path}: {client.record.errors}"
        found[path] = _RELEASE.sub(b"", answer.body)
    return found


def _check_pairs(
    record: Record, rows: list[dict[str, str]] | None, floor: Mapping[str, int]
) -> dict[str, int]:
    """Check that no pair is torn or stale, or there twice; the numbers that were seen."""
    seen: dict[str, int] = {}
    for row in rows or ():
        name, one, two = row["w"].rpartition(":")[2], int(row["one"]), int(row["two"])
        record.check(one == two, f"{name} is torn: {one} and {two}")
        record.check(name not in seen, f"{name} is there twice")
        seen[name] = one
    for name, number in floor.items() if rows is not None else ():
        record.check(
            seen.get(name, 0) >= number, f"{name} is at {seen.get(name, 0)} and was at {number}"
        )
    return seen


def _check_wholes(
    record: Record, rows: list[dict[str, str]] | None, floor: Mapping[str, int]
) -> None:
    """Check that every graph is whole and no older than it was."""
    seen: dict[str, int] = {}
    for row in rows or ():
        found = (row["n"], row["least"], row["most"])
        whole = found == (str(WHOLE), row["least"], row["least"])
        record.check(whole, f"{row['g']} is torn: {found}")
        seen[row["g"]] = int(row["least"])
    for graph, number in floor.items() if rows is not None else ():
        record.check(
            seen.get(graph, 0) >= number, f"{graph} is at {seen.get(graph, 0)}, was at {number}"
        )


def _update(name: str, number: int) -> str:
    graph, thing = f"<urn:soak:pairs:{name}>", f"<urn:soak:writer:{name}>"
    return (
        f"DELETE WHERE {{ GRAPH {graph} {{ {thing} ?p ?o }} }} ;"
        f" INSERT DATA {{ GRAPH {graph} {{ {thing} <urn:soak:one> {number} ;"
        f" <urn:soak:two> {number} }} }}"
    )


def _whole(number: int) -> bytes:
    kind = "http://www.w3.org/2001/XMLSchema#integer"
    return "".join(
        f'<urn:soak:s{each}> <urn:soak:value> "{number}"^^<{kind}> .\n' for each in range(WHOLE)
    ).encode()


def _code(body: bytes) -> Any:
    try:
        return json.loads(body).get("code", "")
    except ValueError:
        return body[:80]
