"""Requests to an engine that has several endpoints: which is asked, what is asked again."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from kg.errors import BadQuery, DeadlinePassed, EngineFailed
from kg.settings import BadSetting
from kg.store.remote.health import Health
from kg.store.remote.place import Engine, Proved, shown
from kg.store.remote.store import RemoteStore
from kg.store.remote.wire import Asked
from tests.bench.sparql_peers import free_port

YES = (200, b'{"head":{},"boolean":true}')
JSON = {"Content-Type": "application/sparql-results+json"}
Answer = tuple[int, bytes]


@dataclass
class Endpoint:
    """An endpoint that answers as it is told, and remembers what it was asked."""

    url: str
    answers: list[Answer]
    cut: bool = False
    asked: list[str] = field(default_factory=list)
    headers: list[dict[str, str]] = field(default_factory=list)
    waits: threading.Event | None = None

    def next(self) -> Answer:
        """The next of its answers; the last one for ever."""
        return self.answers.pop(0) if len(self.answers) > 1 else self.answers[0]


@contextmanager
def endpoint(*answers: Answer, cut: bool = False, waits: bool = False) -> Iterator[Endpoint]:
    """A server on this machine; with `cut` it closes the connection before all is sent."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_POST(self) -> None:
            body = self.rfile.read(int(self.headers["Content-Length"])).decode()
            told.asked.append(body)
            told.headers.append(dict(self.headers))
            if told.waits and "ASK+%7B%7D" not in body:
                told.waits.wait(20)
            status, content = told.next()
            self.send_response(status)
            self.send_header("Content-Length", str(len(content) + told.cut))
            self.send_header("Content-Type", JSON["Content-Type"])
            self.end_headers()
            self.wfile.write(content)
            self.close_connection = told.cut

        def log_message(self, *_: object) -> None:
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    told = Endpoint(f"http://127.0.0.1:{server.server_port}/sparql", list(answers), cut)
    told.waits = threading.Event() if waits else None
    thread.start()
    try:
        yield told
    finally:
        if told.waits:
            told.waits.set()
        server.shutdown()
        thread.join()
        server.server_close()


def store(*urls: str, seconds: float = 10, auth: str = "", **proved: str) -> RemoteStore:
    engine = Engine(urls, urls[0], proved=Proved(**proved), auth=auth)  # type: ignore[arg-type]
    return RemoteStore(engine, seconds=seconds)


def test_what_one_endpoint_does_not_answer_is_asked_of_the_other() -> None:
    gone = f"http://127.0.0.1:{free_port()}/sparql"
    with endpoint(YES) as here:
        remote = store(gone, here.url)

        answers = [remote.ask("ASK {}") for _ in range(6)]

    found = remote.wire.health.records()
    assert answers == [True] * 6
    assert found[here.url].answered == 6
    assert (found[gone].answered, found[gone].is_down) == (0, True)
    assert found[gone].retried == found[gone].failed >= 1


@pytest.mark.parametrize("status", [429, 500, 502, 503, 504, 401])
def test_what_an_endpoint_says_that_another_need_not_is_asked_there(status: int) -> None:
    with endpoint((status, b"no")) as ill, endpoint(YES) as well:
        remote = store(ill.url, well.url)

        assert [remote.ask("ASK {}") for _ in range(4)] == [True] * 4
        assert remote.wire.health.is_down(ill.url) is (status != 500)


def test_an_answer_that_breaks_off_is_asked_again_elsewhere() -> None:
    with endpoint(YES, cut=True) as ill, endpoint(YES) as well:
        remote = store(ill.url, well.url)

        assert [remote.ask("ASK {}") for _ in range(4)] == [True] * 4
        assert len(ill.asked) >= 1


def test_without_any_answer_all_that_was_tried_is_told() -> None:
    gone = [f"http://127.0.0.1:{free_port()}/sparql" for _ in range(2)]

    with pytest.raises(EngineFailed) as failed:
        store(*gone).ask("ASK {}")

    assert sorted(address for address, _ in failed.value.tried) == sorted(gone)
    assert all(reason.startswith("connection lost") for _, reason in failed.value.tried)
    assert all(each in str(failed.value) for each in gone)


def test_what_no_engine_can_read_is_told_before_it_is_sent() -> None:
    with endpoint(YES) as here, pytest.raises(BadQuery) as bad:
        store(here.url).ask("ASK { ?a ?b }")

    assert (str(bad.value)[:29], bad.value.at) == ("The query is not SPARQL 1.1: ", "1:14")
    assert here.asked == []


def test_what_the_engine_cannot_read_is_no_failure_of_it() -> None:
    with endpoint((400, b"Parse error: LATERAL")) as here, endpoint(YES) as other:
        remote = store(here.url, other.url)
        remote.wire.health.failed(other.url)

        with pytest.raises(BadQuery, match="The engine cannot answer it: Parse error: LATERAL"):
            remote.ask("ASK {}")

    assert other.asked == []
    assert not remote.wire.health.is_down(here.url)


def test_an_update_is_sent_once() -> None:
    with endpoint((503, b"")) as here:
        wire = store(here.url).wire

        with pytest.raises(EngineFailed, match="status 503"):
            wire.once(here.url, Asked(form=[("update", "INSERT DATA { }")]), 5)

    assert here.asked == ["update=INSERT+DATA+%7B+%7D"]


def test_a_query_that_takes_too_long_ends_at_its_deadline_and_its_endpoint_is_asked_on() -> None:
    with endpoint(YES, waits=True) as here:
        remote = store(here.url, seconds=0.3)

        with pytest.raises(DeadlinePassed, match=r"within 0\.3 s"):
            remote.ask("ASK { ?s ?p ?o }")

        assert not remote.wire.health.is_down(here.url)


def test_an_endpoint_whose_own_time_is_over_is_no_answer_and_no_failure() -> None:
    with endpoint((500, b"Virtuoso S1T00 Error SR171: Transaction timed out"), YES) as here:
        remote = store(here.url, seconds=2, dialect="virtuoso")

        with pytest.raises(EngineFailed, match="the engine's own time was over"):
            remote.ask("ASK { ?s ?p ?o }")

    assert "timeout=2000" in here.asked[0]
    assert not remote.wire.health.is_down(here.url)


@pytest.mark.parametrize(
    ("setting", "header", "value"),
    [
        ("basic:me:a word", "Authorization", "Basic bWU6YSB3b3Jk"),
        ("bearer:t0ken", "Authorization", "Bearer t0ken"),
        ("header:X-Key:a:b", "X-Key", "a:b"),
    ],
)
def test_the_engine_is_shown_the_credentials_and_nobody_else(
    setting: str, header: str, value: str
) -> None:
    with endpoint((403, b"no")) as here:
        remote = store(here.url, auth=setting)

        with pytest.raises(EngineFailed) as failed:
            remote.ask("ASK {}")

    secret = setting.rpartition(":")[2]
    assert here.headers[0][header] == value
    assert secret not in str(failed.value).replace(here.url, "")
    assert setting not in repr(remote.engine)
    assert setting not in remote.engine.text()


def test_credentials_that_cannot_be_read_are_not_repeated() -> None:
    with endpoint(YES) as here, pytest.raises(BadSetting) as bad:
        store(here.url, auth="basic:secret").ask("ASK {}")

    assert "secret" not in str(bad.value)


def test_an_address_is_told_without_what_may_be_secret_in_it() -> None:
    assert shown("https://me:word@example.org/sparql?key=1") == "https://example.org/sparql"


def clock(times: list[float]) -> Callable[[], float]:
    return lambda: times[-1]


def test_an_endpoint_that_fails_is_left_alone_for_longer_each_time() -> None:
    now = [100.0]
    health = Health(("a", "b"), clock=clock(now))

    pauses = []
    for _ in range(9):
        health.failed("a")
        pauses.append(health.records()["a"].until - now[-1])

    assert pauses == [0.5, 1, 2, 4, 8, 16, 30, 30, 30]
    assert [health.order(turn) for turn in range(3)] == [["b", "a"]] * 3
    now.append(200.0)
    assert health.order(0) == ["b", "a"]  # it may answer again, but another is known to
    health.answered("a")
    assert [health.order(turn) for turn in range(3)] == [["a", "b"], ["b", "a"], ["a", "b"]]
