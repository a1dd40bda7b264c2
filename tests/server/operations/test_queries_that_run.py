"""What runs is listed and ended, by whoever holds a token for that."""

import threading
import time
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from typing import Any

import pytest

from tests.conftest import Served, serving

FOREVER = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l . ?m ?n1 ?o"
FOREVER += " . ?q ?r ?s . ?t ?u ?v . ?w ?x ?y } # geheim"
ADMIN = {"authorization": "Bearer geheim"}
WRITER = {"authorization": "Bearer schreiben"}


@pytest.fixture(scope="module")
def service(tiny_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    tokens = tmp_path_factory.mktemp("tokens") / "tokens"
    digests = {
        scope: sha256(text.encode()).hexdigest()
        for scope, text in (("admin", "geheim"), ("write", "schreiben"))
    }
    lines = [f"{scope}-token {scope} {digest}\n" for scope, digest in digests.items()]
    tokens.write_text("".join(lines), encoding="utf-8")
    with serving(tiny_release, tokens=str(tokens), workers=1, burst=0, deadline=60.0) as served:
        yield served


class Asking:
    """A request in a thread of its own."""

    def __init__(self, service: Served, **request: Any) -> None:
        self.answer: Any = None

        def ask() -> None:
            self.answer = service.client.request(**request)

        self._thread = threading.Thread(target=ask)
        self._thread.start()

    def told(self) -> Any:
        self._thread.join()
        return self.answer


def listed(service: Served) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = service.client.get("/admin/queries", headers=ADMIN).json()[
        "queries"
    ]
    return found


def until(service: Served, number: int) -> list[dict[str, Any]]:
    while len(found := listed(service)) != number:
        time.sleep(0.01)
    return found


def test_what_runs_and_what_waits_is_listed_and_ended(service: Served) -> None:
    pool = service.state.readers.pools[0]
    children = pool.children
    url = f"{service.url}/sparql"
    runs = Asking(service, method="POST", url=url, data={"query": FOREVER},
                  headers={"x-request-id": "first"})  # fmt: skip
    while not pool.busy:
        time.sleep(0.01)
    waits = Asking(service, method="POST", url=url, data={"query": "ASK {} # waits"},
                   headers={"x-request-id": "second"})  # fmt: skip
    first, second = until(service, 2)

    assert {name: first[name] for name in ("request", "door", "state", "release", "address")} == {
        "request": "first",
        "door": "sparql",
        "state": "running",
        "release": "tiny",
        "address": "127.0.0.1",
    }
    assert first["text"] == FOREVER.replace("geheim", "***")
    assert first["ms"] > second["ms"] >= 0
    assert (second["request"], second["state"]) == ("second", "waiting")

    ended = service.client.delete(f"/admin/queries/{first['id']}", headers=ADMIN)
    told = runs.told()
    assert ended.status_code == 204
    assert (told.status_code, told.json()["code"]) == (503, "cancelled")
    assert told.json()["detail"] == "Whoever runs the service has stopped this."
    assert waits.told().json() == {"head": {}, "boolean": True}
    assert set(pool.children).isdisjoint(children)
    assert until(service, 0) == []


def test_what_waits_is_ended_without_harm_to_what_runs(service: Served) -> None:
    pool = service.state.readers.pools[0]
    url = f"{service.url}/sparql"
    runs = Asking(service, method="POST", url=url, data={"query": FOREVER + "2"})
    while not pool.busy:
        time.sleep(0.01)
    children = pool.children
    waits = Asking(service, method="POST", url=url, data={"query": "ASK {} # waits again"})
    first, second = until(service, 2)

    service.client.delete(f"/admin/queries/{second['id']}", headers=ADMIN)
    assert waits.told().json()["code"] == "cancelled"
    assert pool.children == children
    service.client.delete(f"/admin/queries/{first['id']}", headers=ADMIN)
    assert runs.told().json()["code"] == "cancelled"


@pytest.mark.parametrize(
    ("headers", "status"), [({}, 401), ({"authorization": "Bearer x"}, 401), (WRITER, 403)]
)
@pytest.mark.parametrize(
    ("method", "path"), [("GET", "/admin/queries"), ("DELETE", "/admin/queries/1")]
)
def test_nobody_else_sees_or_ends_what_runs(
    service: Served, method: str, path: str, headers: dict[str, str], status: int
) -> None:
    assert service.client.request(method, path, headers=headers).status_code == status


def test_without_any_token_there_is_no_list(served: Served) -> None:
    assert served.client.get("/admin/queries", headers=ADMIN).status_code == 403


def test_what_is_not_there_cannot_be_ended(service: Served) -> None:
    told = service.client.delete("/admin/queries/none", headers=ADMIN)

    assert (told.status_code, told.json()["code"]) == (404, "unknown-work")
    assert told.json()["detail"] == "Nothing numbered 'none' runs or waits now."
