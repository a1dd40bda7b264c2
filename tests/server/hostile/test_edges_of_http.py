"""What else of a request could be turned against the service, or against who uses it."""

from __future__ import annotations

import socket
import threading
from collections.abc import Callable, Iterator

import pytest

from kg.release.empty import ensure_empty
from tests.conftest import Listener, Served, serving

TOKEN = {"authorization": "Bearer conformance"}
ROWS = "SELECT * { SERVICE <{url}> { ?s ?p ?o } }"
ASSET = "/assets/site.css"


@pytest.fixture(scope="module")
def follower(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service that follows SERVICE to 127.0.0.1, and whose graphs may be written."""
    place = tmp_path_factory.mktemp("follower")
    ensure_empty(place)
    with serving(
        place, data="none", write_token="conformance", allow_service="127.0.0.1", deadline=10.0
    ) as service:
        yield service


@pytest.fixture
def answering() -> Iterator[Callable[[bytes], str]]:
    """Makes addresses on 127.0.0.1 that answer one request with these bytes."""
    made: list[tuple[socket.socket, threading.Thread]] = []

    def make(reply: bytes) -> str:
        listening = socket.create_server(("127.0.0.1", 0))

        def once() -> None:
            try:
                connection, _ = listening.accept()
            except OSError:
                return
            with connection:
                connection.recv(65536)
                connection.sendall(reply)

        thread = threading.Thread(target=once)
        thread.start()
        made.append((listening, thread))
        return f"http://127.0.0.1:{listening.getsockname()[1]}/"

    yield make
    for listening, thread in made:
        listening.shutdown(socket.SHUT_RDWR)
        listening.close()
        thread.join()


@pytest.mark.parametrize("status", ["301 Moved Permanently", "302 Found", "307 Temporary Redirect"])
@pytest.mark.parametrize("name", ["localhost", "[::ffff:127.0.0.1]", "127.0.0.2", "0.0.0.0"])
def test_a_service_that_may_be_asked_cannot_send_us_elsewhere(
    follower: Served, listener: Listener, answering: Callable[[bytes], str], status: str, name: str
) -> None:
    elsewhere = f"http://{name}:{listener.port}/"
    url = answering(
        f"HTTP/1.1 {status}\r\nlocation: {elsewhere}\r\ncontent-length: 0\r\n\r\n".encode()
    )

    response = follower.client.get("/sparql", params={"query": ROWS.replace("{url}", url)})

    assert (response.status_code, response.json()["code"]) == (502, "service-failed")
    assert listener.calls == []


@pytest.mark.parametrize(
    "reply",
    [
        b"",
        b"nothing like HTTP",
        b"HTTP/1.1 500 No\r\ncontent-length: 0\r\n\r\n",
        b"HTTP/1.1 200 OK\r\ncontent-type: text/html\r\ncontent-length: 2\r\n\r\nhi",
        b"HTTP/1.1 200 OK\r\ncontent-type: application/sparql-results+json\r\n\r\n{",
    ],
)
def test_a_service_that_fails_is_not_a_failure_of_ours(
    follower: Served, answering: Callable[[bytes], str], reply: bytes
) -> None:
    response = follower.client.get(
        "/sparql", params={"query": ROWS.replace("{url}", answering(reply))}
    )
    silent = follower.client.get(
        "/sparql",
        params={
            "query": ROWS.replace("{url}", answering(reply)).replace("SERVICE", "SERVICE SILENT"),
            "format": "tsv",
        },
    )

    assert (response.status_code, response.json()["code"]) == (502, "service-failed")
    assert (silent.status_code, silent.text.split("\n")[1:]) == (200, ["\t\t", ""])


@pytest.mark.parametrize("evil", ["%0d%0ax-evil: 1", "%0ax-evil: 1", "%E5%98%8A%E5%98%8Dx-evil:1"])
@pytest.mark.parametrize(
    "address", ["/rdf-graph-store/{}", "/rdf-graph-store?graph=urn:a{}", "/id/person/{}",
                "/sparql?query=ASK%7B%7D&format={}", "/questions/{}/x", "/?release={}",
                "/query/sparql?query={}"],
)  # fmt: skip
def test_nothing_that_is_sent_becomes_a_header(follower: Served, address: str, evil: str) -> None:
    place = address.format(evil)

    for method in ("GET", "PUT", "POST"):
        response = follower.client.request(
            method,
            place,
            content="<urn:a> a <urn:b> .",
            headers=TOKEN | {"content-type": "text/turtle"},
        )
        assert response.status_code < 500
        assert "x-evil" not in response.headers
        assert "\n" not in "".join(response.headers.values())


@pytest.mark.parametrize(
    "name",
    ["../../../../etc/passwd", "..%2f..%2f..%2f..%2fetc%2fpasswd", "%2e%2e/%2e%2e/etc/passwd",
     "..%5c..%5cetc%5cpasswd", "%252e%252e%252fetc%252fpasswd", "....//....//etc/passwd",
     "..%c0%af..%c0%afetc/passwd", "x%00.css", "a" * 300, "%00", "."],
)  # fmt: skip
@pytest.mark.parametrize("folder", ["/assets/", "/questions/", "/questions/lineage/", "/id/x/"])
def test_no_name_leads_out_of_its_folder(served: Served, folder: str, name: str) -> None:
    head = f"GET {folder}{name} HTTP/1.1\r\nhost: a\r\nconnection: close\r\n\r\n"

    told = raw(served, head.encode())

    assert told.split()[1] in (b"400", b"404", b"301", b"307", b"308", b"303"), told[:300]
    assert b"root:" not in told


def test_many_ranges_are_no_more_work_than_the_file(served: Served) -> None:
    whole = served.client.get(ASSET)

    response = served.client.get(ASSET, headers={"range": "bytes=" + "0-1," * 5000 + "0-1"})

    assert whole.status_code == 200
    assert response.status_code in (200, 206, 400, 416)
    assert len(response.content) <= 2 * len(whole.content) + 1000


@pytest.mark.parametrize(
    "headers",
    [
        {"content-type": "text/plain"},
        {"content-type": "application/x-www-form-urlencoded"},
        {"content-type": "multipart/form-data; boundary=x"},
        {"content-type": "application/sparql-update"},
        {},
    ],
)
@pytest.mark.parametrize("cookie", [{}, {"cookie": "token=conformance"}])
def test_a_page_elsewhere_writes_nothing(
    follower: Served, headers: dict[str, str], cookie: dict[str, str]
) -> None:
    # what a browser sends of itself: no header of ours, and the types of a form
    sent = headers | cookie | {"origin": "https://elsewhere.example"}

    for place in ("/update", "/rdf-graph-store?graph=urn:g"):
        body = "update=CLEAR%20ALL"
        response = follower.client.post(place, content=body, headers=sent)
        assert response.status_code in (401, 403), response.text
    assert follower.client.get("/update", params={"update": "CLEAR ALL"}).status_code == 405
    assert follower.client.get("/sparql", params={"update": "CLEAR ALL"}).status_code == 400


def test_an_editor_in_a_page_elsewhere_may_ask(served: Served) -> None:
    origin = {"origin": "https://editor.example"}
    asked = "SELECT (1 AS ?one) {}"

    told = served.client.options(
        "/sparql", headers=origin | {"access-control-request-method": "POST",
                                     "access-control-request-headers": "accept,content-type"},
    )  # fmt: skip
    answer = served.client.post(
        "/sparql", data={"query": asked},
        headers=origin | {"accept": "application/sparql-results+json,*/*;q=0.9"},
    )  # fmt: skip

    allowed = told.headers["access-control-allow-headers"].lower().split(", ")
    assert {"accept", "content-type"} <= set(allowed)
    assert "POST" in told.headers["access-control-allow-methods"]
    for each in (told, answer):
        assert each.headers["access-control-allow-origin"] == "*"
        assert "access-control-allow-credentials" not in each.headers
    assert answer.json()["results"]["bindings"][0]["one"]["value"] == "1"


def raw(served: Served, data: bytes) -> bytes:
    """All that comes back for these bytes, which no client has made tidy."""
    host, _, port = served.url.removeprefix("http://").partition(":")
    with socket.create_connection((host, int(port)), timeout=15) as line:
        line.sendall(data)
        parts = []
        while part := line.recv(65536):
            parts.append(part)
    return b"".join(parts)
