"""LOAD: from hosts that are listed, and from nowhere else; nothing in the writer can reach out."""

from __future__ import annotations

import socket
import threading
from collections.abc import Iterator
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any

import pytest

from kg.errors import KgError
from kg.release.empty import ensure_empty
from kg.release.writer.work import Update
from kg.release.writer.writer import Writer
from server.writes.fetch import Refused, check, fetched, is_outside
from tests.conftest import Listener, Served, publish, serving, tiny_statements

TOKEN = {"authorization": "Bearer geheim"}


@dataclass
class Site:
    """Another site, with what it answers by path, and who was asked."""

    port: int
    pages: dict[str, tuple[int, dict[str, str], bytes]] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)


@pytest.fixture(scope="module")
def site() -> Iterator[Site]:
    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            found.asked.append(self.path)
            status, headers, body = found.pages.get(self.path, (404, {}, b""))
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_: Any) -> None:
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    found = Site(server.server_address[1])
    turtle = {"content-type": "text/turtle"}
    other = f"http://localhost:{found.port}/a.ttl"
    found.pages |= {
        "/a.ttl": (200, turtle, b"<#x> <urn:p> 1, 2 ."),
        "/plain.nt": (200, {"content-type": "text/plain"}, b"<urn:plain> <urn:p> <urn:o> ."),
        "/there": (302, {"location": "/a.ttl"}, b""),
        "/round": (302, {"location": "/round"}, b""),
        "/away": (302, {"location": other}, b""),
        "/bad": (200, turtle, b"<urn:a> <urn:p>"),
        "/page": (200, {"content-type": "text/html"}, b"<p>"),
        "/large": (200, turtle, b"#" * (2 << 20)),
        "/bomb": (200, {"content-type": "application/rdf+xml"},
                  b'<!DOCTYPE r [<!ENTITY a "b">]><r/>'),
    }  # fmt: skip
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    yield found
    server.shutdown()
    thread.join()
    server.server_close()


@pytest.fixture(scope="module")
def loading(tmp_path_factory: pytest.TempPathFactory, site: Site) -> Iterator[Served]:
    """A service that may load from this site by its number, and from `localhost` by name."""
    place = tmp_path_factory.mktemp("loading")
    publish(place, "tiny", tiny_statements())
    hosts = f"127.0.0.1:{site.port}, named.invalid"
    with serving(place, write_token="geheim", upload=1, allow_load=hosts) as service:
        yield service


def update(service: Served, text: str) -> tuple[int, dict[str, Any]]:
    response = service.client.post("/update", data={"update": text}, headers=TOKEN)
    return response.status_code, response.json()


def count(service: Served, pattern: str) -> int:
    query = f"SELECT (COUNT(*) AS ?n) WHERE {{ {pattern} }}"
    asked = {"query": query, "format": "csv"}
    return int(service.client.get("/sparql", params=asked).text.split()[1])


def test_a_document_of_a_host_that_is_listed_is_loaded(loading: Served, site: Site) -> None:
    at = f"http://127.0.0.1:{site.port}"

    status, told = update(
        loading, f"PREFIX s: <{at}/> LOAD s:there INTO GRAPH <urn:g> ; LOAD <{at}/plain.nt>"
    )

    assert (status, told["added"]) == (200, 3)
    assert count(loading, f"GRAPH <urn:g> {{ <{at}/a.ttl#x> <urn:p> ?o }}") == 2
    assert count(loading, "<urn:plain> <urn:p> <urn:o>") == 1


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("/none", "it was answered with 404"),
        ("/round", "it leads on and on, more than 5 times"),
        ("/bad", "The document cannot be taken"),
        ("/bomb", "its DOCTYPE declares entities"),
        ("/page", "text/html"),
        ("/large", "it has more than 1048576 bytes"),
        ("/away", "is not among the hosts that LOAD may reach"),
    ],
)
def test_what_cannot_be_loaded_is_told_and_silence_goes_on(
    loading: Served, site: Site, path: str, reason: str
) -> None:
    address = f"http://127.0.0.1:{site.port}{path}"
    before = count(loading, "GRAPH ?g { ?s ?p ?o }")

    status, told = update(loading, f"LOAD <{address}> INTO GRAPH <urn:h>")
    assert (status, told["code"], told["at"]) == (502, "not-loaded", address)
    assert reason in told["detail"]
    assert count(loading, "GRAPH ?g { ?s ?p ?o }") == before

    status, told = update(loading, f"LOAD SILENT <{address}> INTO GRAPH <urn:h>")
    assert (status, told["added"]) == (200, 0)


def test_a_host_that_is_not_listed_is_never_called(loading: Served, listener: Listener) -> None:
    for host in ("127.0.0.1", "localhost"):
        address = f"http://{host}:{listener.port}/a"
        status, told = update(loading, f"LOAD <{address}>")
        assert (status, told["code"]) == (403, "federation-refused")
        status, told = update(
            loading, f"LOAD SILENT <{address}> ; INSERT DATA {{ <urn:k> <urn:p> 1 }}"
        )
        assert status == 200

    assert count(loading, "<urn:k> <urn:p> 1") == 1
    assert listener.calls == []


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/hostname",
        "ftp://127.0.0.1/",
        "http://a@127.0.0.1/",
        "http://127.0.0.1:1/",
        "//x/",
    ],
)
def test_other_addresses_are_refused_before_anything_is_asked(address: str) -> None:
    with pytest.raises((Refused, ValueError)):
        check(address, {"127.0.0.1", "x"})


@pytest.mark.parametrize(
    "number",
    [
        "127.0.0.1", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1",
        "0.0.0.0", "224.0.0.1", "::1", "::", "fe80::1%eth0", "fc00::1", "::ffff:10.0.0.1",
        "::ffff:7f00:1", "::127.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "ff02::1",
        "2001:0:0:0:0:0:80ff:fffe",
    ],
)  # fmt: skip
def test_addresses_inside_of_networks_are_known_in_whatever_they_are_wrapped(number: str) -> None:
    assert not is_outside(number)


@pytest.mark.parametrize("number", ["93.184.216.34", "2606:2800:220:1::1", "::ffff:93.184.216.34"])
def test_addresses_of_the_public_network_are_known(number: str) -> None:
    assert is_outside(number)


@pytest.mark.parametrize(
    "numbers", [["127.0.0.1"], ["93.184.216.34", "127.0.0.1"], ["::ffff:127.0.0.1"]]
)
def test_a_name_that_leads_inside_is_refused_though_it_is_listed(
    listener: Listener, monkeypatch: pytest.MonkeyPatch, numbers: list[str]
) -> None:
    # The answer of a name server cannot be had here otherwise.
    answers = [
        (socket.AF_INET, socket.SOCK_STREAM, 6, "", (each, listener.port)) for each in numbers
    ]
    monkeypatch.setattr(socket, "getaddrinfo", lambda *_, **__: answers)

    with pytest.raises(Refused, match=r"^named\.example is inside of a network$"):
        fetched(
            f"http://named.example:{listener.port}/", {f"named.example:{listener.port}"}, 99, 5.0
        )

    assert listener.calls == []


REACHING = [
    "LOAD <{url}>",
    "LOAD SILENT <{url}> INTO GRAPH <urn:g>",
    "LO\\u0041D <{url}>",
    "PREFIX l: <{url}> LOAD l:a",
    "INSERT DATA {{ <urn:a> <urn:p> 1 }} ; LOAD <{url}>",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERVICE SILENT <{url}> {{ ?s ?p ?o }} }}",
    "INSERT {{ ?s ?p ?o }} WHERE {{ SERV\\u0049CE <{url}> {{ ?s ?p ?o }} }}",
    "INSERT {{ GRAPH ?g {{ ?s ?p ?o }} }} WHERE {{ GRAPH ?g {{}} SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "DELETE {{ ?s ?p ?o }} WHERE {{ {{ SELECT * {{ SERVICE <{url}> {{ ?s ?p ?o }} }} }} }}",
    "INSERT {{ GRAPH <urn:a> {{ _:b ?p ?o }} GRAPH <urn:b> {{ _:b ?p ?o }} }} "
    "WHERE {{ SERVICE <{url}> {{ ?s ?p ?o }} }}",
    "COPY DEFAULT TO <urn:g> ; LOAD <{url}>",
    "LOAD <{url}> oops",
]  # fmt: skip


@pytest.mark.parametrize("data", ["shipped", "none"])
@pytest.mark.parametrize("text", REACHING)
def test_a_writer_without_any_guard_calls_nobody(
    tmp_path: Path, listener: Listener, text: str, data: str
) -> None:
    if data == "none":
        ensure_empty(tmp_path)
    else:
        publish(tmp_path, "tiny", tiny_statements())
    writer = Writer(tmp_path)

    (outcome,) = writer.commit([Update(text.format(url=listener.url + "/"))])
    writer.close()

    assert listener.calls == []
    assert isinstance(outcome, KgError) or outcome.added == 0
