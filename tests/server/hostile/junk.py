"""Requests that mean nothing, made from ones that do by cutting, doubling and mixing bytes."""

from __future__ import annotations

import gzip
import random
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import quote

TOKEN = "Bearer conformance"
QUERIES = (
    "SELECT * WHERE { ?s ?p ?o } LIMIT 3",
    "PREFIX cot: <https://w3id.org/coterminous/ontology#> ASK { ?s cot:matches 'alder' 5 }",
    "CONSTRUCT { ?s a ?t } WHERE { ?s a ?t OPTIONAL { ?s <urn:p>/<urn:q>* ?o } MINUS { ?s ?p 1 } }",
    "DESCRIBE <urn:a>",
    "SELECT (GROUP_CONCAT(DISTINCT ?p; SEPARATOR=', ') AS ?all) { ?s ?p '\\u0041'@en } GROUP BY ?s",
    "SELECT ?s { ?s ?p ?o FILTER(TRUE && regex(str(?o), '(a+)+$', 'i') || ?o < 1e3) } ORDER BY ?s",
    "ASK { SERVICE SILENT <http://127.0.0.1:9/> { ?s ?p ?o } GRAPH ?g { ?s ?p ?o } }",
    "SELECT * { VALUES (?a ?b) { (1 UNDEF) ('x' <urn:y>) } BIND(IF(?a, 1/0, STRLEN('a')) AS ?c) }",
    "SELECT * { ?s ?p << <urn:a> <urn:b> 1 >> }",
)
UPDATES = (
    "INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 'c', 1, [] } }",
    "DELETE { ?s ?p ?o } INSERT { ?s ?p 2 } WHERE { GRAPH <urn:g> { ?s ?p ?o } }",
    "CLEAR GRAPH <urn:g> ; COPY DEFAULT TO <urn:h>; DROP SILENT NAMED",
    "LOAD SILENT <http://127.0.0.1:9/> INTO GRAPH <urn:g>",
    "WITH <urn:g> DELETE WHERE { ?s ?p ?o }",
)
GRAPHQL = (
    '{"query":"{ __schema { types { name } } }"}',
    '{"query":"query A($n: Int!) { organisations(first: $n) { edges { node { iri } } } }",'
    '"variables":{"n":2},"operationName":"A"}',
    '{"query":"subscription { releases { name } }","extensions":{"persistedQuery":{"version":1}}}',
    "[null]",
)
DOCUMENTS = {
    "text/turtle": "@prefix a: <urn:> . a:b a:c [ a:d ( 1 2.5 'x'@en ) ], <<( a:e a:f a:g )>> .",
    "application/n-triples": '<urn:a> <urn:b> "c\\u0041"^^<urn:t> .\n_:a <urn:b> _:c .',
    "application/rdf+xml": '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
    'xmlns:e="urn:e:"><rdf:Description rdf:about="urn:a"><e:b rdf:parseType="Collection"/>'
    "</rdf:Description></rdf:RDF>",
    "application/ld+json": '{"@context":{"b":"urn:b"},"@id":"urn:a","b":[{"@list":[1,{}]},null]}',
    "application/trig": "<urn:g> { <urn:a> <urn:b> 1 }",
    "application/n-quads": "<urn:a> <urn:b> <urn:c> <urn:g> .",
    "multipart/form-data; boundary=x": "--x\r\nContent-Disposition: form-data; name=a; "
    "filename=a.ttl\r\n\r\n<urn:a> a <urn:b> .\r\n--x--\r\n",
}
PATHS = (
    "/sparql", "/update", "/rdf-graph-store", "/rdf-graph-store/a/b", "/void", "/.well-known/void",
    "/graphql", "/graphql/schema.graphql", "/id/organisation/A1", "/id/person/x", "/doc/x/y/z",
    "/questions", "/questions.json", "/questions/lineage/successors", "/questions/../../x",
    "/search", "/search.json", "/openapi.json", "/", "/about/data", "/query/sparql",
    "/query/graphql", "/favicon.ico", "/assets/site.css", "/assets/..%2f..%2fetc%2fpasswd",
    "/livez", "/readyz", "/metrics", "/admin", "//", "/%00", "/%ff", "/a" * 500, "*",
    "http://other.example/sparql", "/../../etc/passwd",
)  # fmt: skip
NAMES = (
    "query", "update", "format", "release", "default-graph-uri", "named-graph-uri", "graph",
    "default", "using-graph-uri", "q", "first", "after", "asOf", "variables", "operationName",
    "extensions", "documentId", "page", "code", "corpus",
)  # fmt: skip
VALUES = (
    "", "csv", "json", "turtle", "html", "current", "../x", "urn:a", "no iri", "1", "-1", "1e9",
    "2020-02-30", "\x00", "\ud800", "'\"><script>", "a" * 3000, "%", "\r\nX-Y: z", "é", "{}",
    "null",
)  # fmt: skip
METHODS = ("GET",) * 6 + ("POST",) * 8 + (
    "PUT", "DELETE", "HEAD", "OPTIONS", "PATCH", "TRACE", "CONNECT", "QUERY", "get", "X" * 40,
)  # fmt: skip
TYPES = (
    "application/sparql-query", "application/sparql-update", "application/x-www-form-urlencoded",
    "application/json", "application/graphql", "text/plain", "", ";", "a/b; charset=utf-16",
    "application/sparql-query; charset=latin-1", "multipart/form-data", *DOCUMENTS,
)  # fmt: skip
HEADERS = {
    "accept": ("*/*", "text/html", "text/csv;q=x", "application/sparql-results+json", ";;,,", "é",
               "text/event-stream", "multipart/mixed", "a/b;q=1e999", ", ".join(["a/b"] * 900)),
    "accept-encoding": ("gzip", "br;q=9, *;q=0", "identity;q=0", "\x7f"),
    "accept-language": ("en", "cy, *;q=0.1", "-"),
    "authorization": (TOKEN, TOKEN, "Bearer", "Basic !!!", "Basic YTpi", "Digest x", "Bearer \xff"),
    "content-encoding": ("gzip", "deflate", "br", "gzip, gzip", "identity"),
    "if-none-match": ("*", '"x"', 'W/"', "x" * 999),
    "range": ("bytes=0-1", "bytes=" + "0-1," * 900, "bytes=9-1", "lines=1"),
    "origin": ("null", "http://other.example"),
    "upgrade": ("h2c", "websocket", "x"),
    "expect": ("100-continue", "x"),
    "x-forwarded-host": ("other.example", "\t"),
    "x-http-method-override": ("DELETE",),
    "transfer-encoding": ("gzip",),
    "content-length": ("-1", "1e3", "99999999999999999999"),
    "host": ("", "a b", "other.example:99999", "[::1", "é"),
    "sec-websocket-key": ("x",),
    "last-event-id": ("1",),
}  # fmt: skip


class Sent(NamedTuple):
    """A request as it goes over the wire; where it is `whole`, an answer is owed."""

    number: int
    method: str
    data: bytes
    whole: bool


def requests(seed: int, number: int) -> Iterator[Sent]:
    """So many requests, the same for the same seed."""
    for each in range(number):
        yield _request(random.Random(f"{seed} {each}"), each)


def _request(chance: random.Random, number: int) -> Sent:
    method, path = chance.choice(METHODS), chance.choice(PATHS[:6] * 3 + PATHS)
    fields = [
        (chance.choice(NAMES), _text(chance)) for _ in range(chance.choice((0, 0, 1, 1, 2, 4)))
    ]
    if fields:
        path += "?" + "&".join(
            f"{name}={quote(text, errors='surrogatepass')}" for name, text in fields
        )
    headers = {"host": "127.0.0.1", "connection": "close"}
    if chance.random() < 0.6:
        headers["authorization"] = TOKEN
    body = b"" if method in ("GET", "HEAD") and chance.random() < 0.9 else _body(chance, headers)
    for _ in range(chance.choice((0, 0, 1, 1, 2, 3))):
        name = chance.choice(list(HEADERS))
        headers[name] = chance.choice(HEADERS[name])
    if body and "content-length" not in headers and "transfer-encoding" not in headers:
        headers["content-length"] = str(len(body))
    lines = [f"{method} {path} HTTP/1.1", *(f"{name}: {text}" for name, text in headers.items())]
    data = "\r\n".join([*lines, "", ""]).encode("utf-8", "surrogatepass") + body
    if chance.random() < 0.03:
        return Sent(number, method, _mutated(chance, data), False)
    owed = not headers.keys() & {"content-length", "transfer-encoding", "expect", "upgrade"}
    return Sent(number, method, data, owed or headers.get("content-length") == str(len(body)))


def _body(chance: random.Random, headers: dict[str, str]) -> bytes:
    kind = chance.choice(TYPES)
    headers["content-type"] = kind
    if kind in DOCUMENTS:
        body = DOCUMENTS[kind].encode()
    elif kind.endswith("urlencoded"):
        body = "&".join(
            f"{chance.choice(NAMES[:3] + NAMES)}={quote(_text(chance), errors='surrogatepass')}"
            for _ in range(chance.randint(0, 4))
        ).encode()
    elif "json" in kind or "graphql" in kind:
        body = chance.choice(GRAPHQL).encode()
    else:
        body = chance.choice(QUERIES + UPDATES).encode()
    if chance.random() < 0.5:
        body = _mutated(chance, body)
    if chance.random() < 0.05:
        headers["content-encoding"] = "gzip"
        body = gzip.compress(body)
    return body


def _text(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.4:
        return chance.choice(VALUES)
    text = chance.choice(QUERIES + UPDATES + GRAPHQL)
    return _mutated(chance, text.encode()).decode("utf-8", "replace") if kind < 0.8 else text


def _mutated(chance: random.Random, data: bytes) -> bytes:
    """The bytes with up to six places changed."""
    made = bytearray(data)
    for _ in range(chance.randint(1, 6)):
        at = chance.randint(0, len(made))
        end = min(len(made), at + chance.choice((1, 1, 2, 8, 30)))
        what = chance.randint(0, 5)
        if what == 0:
            del made[at:end]
        elif what == 1:
            made[at:at] = made[at:end] * chance.choice((1, 2, 40, 300))
        elif what == 2:
            made[at:end] = chance.randbytes(end - at)
        elif what == 3:
            made[at:at] = chance.choice((b"{", b"(", b"[", b"<", b'"', b"'", b"\\", b"#", b"\x00"))
        elif what == 4:
            made[at:at] = chance.choice(
                (*QUERIES, *UPDATES, *GRAPHQL, "\ufeff", "\U0001f600")
            ).encode()
        else:
            made[at:end] = bytes(made[at:end]).swapcase()
    return bytes(made)
