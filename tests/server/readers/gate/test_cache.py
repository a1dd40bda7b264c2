"""The cache as an ASGI layer, over an application of a few lines."""

import asyncio
import gzip
from typing import Any

import pytest
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import Response, StreamingResponse
from starlette.routing import Route
from starlette.testclient import TestClient
from starlette.types import ASGIApp, Receive, Scope, Send

from server.layers import Whole
from server.readers.gate.cache import LARGEST, Cache
from server.readers.gate.shelf import Asked, Kept, Shelf

WORDS = "to and fro " * 1000


class Slow:
    """A layer over an application that knows no answer at once."""

    def __init__(self, app: ASGIApp) -> None:
        self.app = app

    def at_once(self, scope: Scope) -> Whole | None:
        return None

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        await self.app(scope, receive, send)


class Counted:
    """An application that counts how often it was asked."""

    def __init__(self) -> None:
        self.asked = 0
        self.release = "one"

    async def answer(self, request: Request) -> Response:
        self.asked += 1
        kind = request.query_params.get("kind", "")
        headers = {"X-Release": self.release}
        if kind == "private":
            headers["Cache-Control"] = "no-store"
        if kind == "failed":
            return Response("no", 400)
        if kind == "large":
            parts = (WORDS for _ in range(200))
            return StreamingResponse(parts, headers=headers, media_type="text/plain")
        body = await request.body()
        return Response(f"{self.asked} {WORDS}{body.decode()}", 200, headers, "text/plain")

    def client(self, size: int = 1 << 20) -> TestClient:
        app = Starlette(routes=[Route("/", self.answer, methods=["GET", "POST", "PUT"])])
        return TestClient(Cache(Slow(app), lambda: self.release, size, ["/"]))


def test_the_same_request_is_answered_once_and_kept() -> None:
    app = Counted()
    client = app.client()

    first, second = client.get("/?a=1"), client.get("/?a=1")

    assert app.asked == 1
    assert second.text == first.text
    assert dict(second.headers) == dict(first.headers)
    assert first.headers["cache-control"] == "public, max-age=0, must-revalidate"
    assert first.headers["vary"] == "Accept, Accept-Encoding"


@pytest.mark.parametrize(
    "other",
    [
        {"url": "/?a=2"},
        {"headers": {"accept": "text/csv"}},
        {"headers": {"accept-encoding": "identity"}},
        {"method": "HEAD"},
        {"method": "POST"},
        {"method": "POST", "content": b"a"},
        {"method": "POST", "content": b"a", "headers": {"content-type": "text/plain"}},
    ],
)
def test_another_request_is_another_answer(other: dict[str, Any]) -> None:
    app = Counted()
    client = app.client()
    client.request("GET", "/?a=1")
    client.request("POST", "/?a=1", content=b"b")

    client.request(**({"method": "GET", "url": "/?a=1"} | other))

    assert app.asked == 3


def test_a_new_release_is_a_new_answer() -> None:
    app = Counted()
    client = app.client()
    before = client.get("/")
    app.release = "two"

    after = client.get("/")

    assert (app.asked, after.headers["x-release"]) == (2, "two")
    assert before.headers["etag"] != after.headers["etag"]


def test_pages_are_made_anew_once_the_front_end_was_built_again() -> None:
    app = Counted()
    built = iter([1, 1, 2])
    inner = Starlette(routes=[Route("/", app.answer)])
    client = TestClient(Cache(Slow(inner), lambda: "one", 1 << 20, front=lambda: next(built)))

    client.get("/")
    client.get("/")
    assert app.asked == 1
    client.get("/")

    assert app.asked == 2


def test_an_answer_of_the_release_before_is_not_kept_for_the_one_after() -> None:
    app = Counted()
    releases = iter(["one", "two", "two"])
    inner = Starlette(routes=[Route("/", app.answer)])
    client = TestClient(Cache(Slow(inner), lambda: next(releases), 1 << 20))
    client.get("/")  # asked under "one", and answered by it
    app.release = "one"
    client.get("/")  # asked under "two", but "one" answers still

    client.get("/")

    assert app.asked == 3


@pytest.mark.parametrize("kind", ["private", "failed", "large"])
def test_what_is_private_failed_or_large_is_not_kept(kind: str) -> None:
    app = Counted()
    client = app.client()

    first, second = client.get(f"/?kind={kind}"), client.get(f"/?kind={kind}")

    assert app.asked == 2
    assert "etag" not in first.headers
    assert first.text == second.text or kind == "private"


@pytest.mark.parametrize("method", ["GET", "POST"])
def test_nothing_is_kept_or_found_for_a_request_with_credentials(method: str) -> None:
    app = Counted()
    client = app.client()
    client.request(method, "/")

    for _ in range(2):
        client.request(method, "/", headers={"authorization": "Bearer x"})

    assert app.asked == 3


def test_a_method_that_writes_is_passed_on() -> None:
    app = Counted()
    client = app.client()

    for _ in range(2):
        client.put("/", content=b"x")

    assert app.asked == 2


@pytest.mark.parametrize("known", ["{}", "W/{}", '"other", {}', "*"])
def test_who_has_the_answer_already_is_told_so(known: str) -> None:
    client = Counted().client()
    etag = client.get("/").headers["etag"]

    again = client.get("/", headers={"if-none-match": known.replace("{}", etag)})

    assert (again.status_code, again.content, again.headers["etag"]) == (304, b"", etag)


def test_who_has_another_answer_gets_this_one() -> None:
    client = Counted().client()
    client.get("/")

    assert client.get("/", headers={"if-none-match": '"other"'}).status_code == 200


@pytest.mark.parametrize(
    ("accepted", "encoding"),
    [("gzip", "gzip"), ("br, gzip;q=0.5", "gzip"), ("gzip;q=0", None), ("identity", None)],
)
def test_text_is_compressed_for_who_takes_it(accepted: str, encoding: str | None) -> None:
    client = Counted().client()

    response = client.get("/", headers={"accept-encoding": accepted})

    assert response.headers.get("content-encoding") == encoding
    assert response.text == f"1 {WORDS}"
    assert int(response.headers["content-length"]) < 1000 or encoding is None


def test_an_answer_too_large_to_keep_is_compressed_as_it_comes() -> None:
    client = Counted().client()

    with client.stream("GET", "/?kind=large", headers={"accept-encoding": "gzip"}) as response:
        raw = b"".join(response.iter_raw())

    assert "content-length" not in response.headers
    assert len(raw) < LARGEST < len(WORDS) * 200
    assert gzip.decompress(raw).decode() == WORDS * 200


def test_a_body_too_large_to_be_a_key_is_passed_on_whole() -> None:
    app = Counted()
    body = b"x" * 200_000

    response = app.client().post("/", content=body)

    assert response.text == f"1 {WORDS}{body.decode()}"


def test_the_shelf_holds_so_many_bytes_and_gives_up_what_was_not_asked_for() -> None:
    shelf = Shelf(10_000)

    def asked(number: int) -> Asked:
        return Asked("r", "GET", b"/%d" % number, b"", b"", b"", b"", b"")

    for number in range(3):
        shelf.keep(asked(number), Kept([], b"x" * 2000, b""))
    shelf.find(asked(0))
    shelf.keep(asked(3), Kept([], b"x" * 2000, b""))

    assert [number for number in range(4) if shelf.find(asked(number))] == [0, 2, 3]
    assert shelf.bytes == 3 * (2000 + 1024)


def test_a_response_broken_off_midway_is_neither_kept_nor_ended() -> None:
    sent: list[str] = []

    async def broken(scope: Any, receive: Any, send: Any) -> None:
        await send({"type": "http.response.start", "status": 200, "headers": []})
        await send({"type": "http.response.body", "body": b"half", "more_body": True})
        raise ConnectionError

    async def receive() -> Any:
        raise AssertionError

    async def send(message: Any) -> None:
        sent.append(message["type"])

    cache = Cache(Slow(broken), lambda: "", 1 << 20)
    scope = {"type": "http", "method": "GET", "path": "/", "query_string": b"", "headers": []}
    with pytest.raises(ConnectionError):
        asyncio.run(cache(scope, receive, send))

    assert sent == []
    assert cache.shelf.bytes == 0
