"""Texts and documents that kill a parser: each is refused, and no process is lost.

Of the rest, a listener and the size of the processes are the judges.
"""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.release.empty import ensure_empty
from tests.conftest import Listener, Served, serving, state_of

TOKEN = {"authorization": "Bearer conformance"}
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'
SIZES = (5_000, 20_000, 50_000, 200_000)
QUERIES: dict[str, Callable[[int], str]] = {
    "groups": lambda n: "ASK " + "{" * n + "}" * n,
    "groups left open": lambda n: "ASK " + "{" * n,
    "brackets": lambda n: "ASK { FILTER(" + "(" * n + "1" + ")" * n + ") }",
    "optionals": lambda n: "ASK " + "{OPTIONAL" * n + "{}" + "}" * n,
    "nots": lambda n: "ASK { FILTER(" + "!" * n + "true) }",
    "ands": lambda n: "ASK { FILTER(1" + "&&1" * n + ") }",
    "unions": lambda n: "ASK { {}" + "UNION{}" * n + " }",
    "paths": lambda n: "ASK { ?s " + "(" * n + "<urn:p>" + ")*" * n + " ?o }",
    "lists": lambda n: "ASK { ?s ?p " + "(" * n + "1" + ")" * n + " }",
    "triple terms": lambda n: "ASK { ?s ?p " + "<<( ?s ?p " * n + "1" + " )>>" * n + " }",
}
UPDATES: dict[str, Callable[[int], str]] = {
    "groups": lambda n: "INSERT { ?s ?p ?o } WHERE " + "{" * n + "}" * n,
    "terms": lambda n: "INSERT DATA { <urn:s> <urn:p> " + "[<urn:p> " * n + "1" + "]" * n + " }",
    "nots": lambda n: "DELETE { ?s ?p ?o } WHERE { FILTER(" + "!" * n + "true) }",
    "triple terms": lambda n: "INSERT DATA { <urn:s> <urn:p> " + "<<(<urn:s> <urn:p> " * n
    + "1" + ")>>" * n + " }",
}  # fmt: skip
DOCUMENTS: dict[str, tuple[str, Callable[[int], str]]] = {
    "JSON-LD": ("application/ld+json", lambda n: '{"urn:p":' * n + "1" + "}" * n),
    "JSON-LD lists": ("application/ld+json", lambda n: "[" * n + "]" * n),
    "Turtle": ("text/turtle", lambda n: "<urn:s> <urn:p> " + "<<(<urn:s> <urn:p> " * n + "1"
               + ")>>" * n + " ."),
    "N-Triples": ("application/n-triples", lambda n: "<urn:s> <urn:p> "
                  + "<<( <urn:s> <urn:p> " * n + "<urn:o>" + " )>>" * n + " ."),
    "RDF/XML": ("application/rdf+xml", lambda n: RDF + "<e:T><e:p>" * n + "</e:p></e:T>" * n
                + "</rdf:RDF>"),
    "TriG": ("application/trig", lambda n: "<urn:g> {" * n + "}" * n),
    "N-Quads": ("application/n-quads", lambda n: "<urn:a> " * n + "."),
}  # fmt: skip


@pytest.fixture(scope="module")
def target(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that may be written, with one reader, so that its loss is seen."""
    place = tmp_path_factory.mktemp("target")
    ensure_empty(place)
    with serving(place, data="none", write_token="conformance", workers=1, upload=4) as service:
        yield service


@pytest.fixture
def unharmed(target: Served) -> Iterator[Served]:
    """The service, which afterwards has lost no process, and answers."""
    before = fallen(target)
    yield target
    assert fallen(target) == before
    assert target.client.get("/sparql", params={"query": "ASK {}"}).json()["boolean"] is True


def fallen(served: Served) -> int:
    """How many readers ended otherwise than because they were not needed any more."""
    ended = state_of(served.app).readers.history.processes
    return sum(number for how, number in ended.items() if how not in ("started", "retired"))


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", QUERIES)
def test_no_query_kills(unharmed: Served, name: str, size: int) -> None:
    response = unharmed.client.post("/sparql", data={"query": QUERIES[name](size)})

    assert response.status_code in (400, 413), response.text
    assert response.json()["code"] in ("query-too-deep", "query-too-long", "body-too-large")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", UPDATES)
def test_no_update_kills(unharmed: Served, name: str, size: int) -> None:
    update = {"update": UPDATES[name](size)}

    response = unharmed.client.post("/update", data=update, headers=TOKEN)

    assert response.status_code in (400, 413), response.text
    assert response.json()["code"] in ("query-too-deep", "query-too-long", "body-too-large")


@pytest.mark.parametrize("size", SIZES)
@pytest.mark.parametrize("name", DOCUMENTS)
def test_no_document_kills(unharmed: Served, name: str, size: int) -> None:
    media, text = DOCUMENTS[name]

    response = put(unharmed, text(size).encode(), media)

    assert response in ((400, "bad-document"), (415, "unsupported-media-type"),
                        (413, "body-too-large"))  # fmt: skip


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-be", "utf-32"])
@pytest.mark.parametrize(
    "doctype",
    [
        '<!DOCTYPE r [<!ENTITY a "ha"><!ENTITY b "&a;&a;">]>',
        '<!DOCTYPE r [<!ENTITY % a SYSTEM "{url}"> %a;]>',
        "<!DOCTYPE r [<!ENTITY % a \"<!ENTITY b SYSTEM '{url}'>\"> %a;]>",
        '<!DOCTYPE r SYSTEM "{url}" []>',
        '<!DOCTYPE r PUBLIC "x" "{url}">',
        '<!DOCTYPE\n\tr\n[<!ENTITY a SYSTEM "file:///etc/passwd">]>',
        '<!-- --><?a b?><!DOCTYPE r [<!ATTLIST r a CDATA "b"><!ENTITY a "b">]>',
    ],
)
def test_no_entity_is_read(
    unharmed: Served, listener: Listener, doctype: str, encoding: str
) -> None:
    text = doctype.replace("{url}", listener.url) + RDF + "<e:T><e:p>&b;</e:p></e:T></rdf:RDF>"

    for declared in ("", f'<?xml version="1.0" encoding="{encoding}"?>'):
        sent = (declared + text).encode(encoding)
        assert put(unharmed, sent, "application/rdf+xml") == (400, "bad-document")

    assert listener.calls == []


@pytest.mark.parametrize(
    "context",
    [
        '"{url}"', '["{url}"]', '[{}, ["{url}"]]', '{"@import": "{url}"}',
        '{"@import": "{url}", "@propagate": true}',
        '{"a": {"@id": "urn:a", "@context": ["{url}"]}}', '"//{host}/"', '"a.jsonld"',
        '{"@vocab": "urn:", "b": {"@id": "urn:b", "@context": {"@import": "{url}"}}}',
    ],
)  # fmt: skip
def test_no_context_is_fetched(unharmed: Served, listener: Listener, context: str) -> None:
    host = listener.url.removeprefix("http://").strip("/")
    named = context.replace("{url}", listener.url).replace("{host}", host)

    told = put(unharmed, f'{{"@context": {named}, "b": {{}}}}'.encode(), "application/ld+json")

    assert told == (400, "bad-document")
    assert listener.calls == []


@pytest.mark.parametrize("times", [1, 2])
@pytest.mark.parametrize("name", ["gzip", "deflate", "br", "zstd", "gzip, gzip", "x-gzip"])
def test_nothing_small_is_made_large(unharmed: Served, name: str, times: int) -> None:
    bomb = bytes(64 * 1024 * 1024)
    for _ in range(times):
        bomb = zlib.compress(bomb) if name == "deflate" else gzip.compress(bomb, 6)
    before = memory()

    told = put(unharmed, bomb, "text/turtle", {"content-encoding": name})

    assert told in ((413, "body-too-large"), (415, "unsupported-media-type"), (400, "bad-document"))
    assert memory() < before + 48 * 1024  # the bomb is of 64 MiB


def put(
    served: Served, content: bytes, media: str, headers: dict[str, str] | None = None
) -> tuple[int, str]:
    """What comes of putting a document in the place of a graph: status and code."""
    sent = TOKEN | {"content-type": media} | (headers or {})
    response = served.client.put("/rdf-graph-store?graph=urn:bomb", content=content, headers=sent)
    return response.status_code, response.json().get("code", "") if response.content else ""


def memory() -> int:
    """The most memory that this process, in which the service is, has taken so far, in KiB."""
    told = Path("/proc/self/status").read_text(encoding="ascii").splitlines()
    return next(int(line.split()[1]) for line in told if line.startswith("VmHWM"))
