"""Over HTTP: whoever is on this machine, elsewhere whoever has a token, never another site."""

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest
from starlette.testclient import TestClient

from kg.errors import Forbidden
from kg.release.catalogue import Catalogue
from server.handlers import HANDLERS
from server.limits.tokens import Tokens
from server.mcp.guard import needs_token
from server.mcp.transports import PATH, http_app
from server.readers.releases import Readers
from server.settings import ServerSettings

LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list", "params": {}}
HEADERS = {"Accept": "application/json, text/event-stream"}


def known(folder: Path) -> Tokens:
    """Two tokens, `may-read` and `may-write`."""
    file = folder / "tokens"
    file.write_text(
        "".join(
            f"{scope} {scope} {sha256(f'may-{scope}'.encode()).hexdigest()}\n"
            for scope in ("read", "write")
        ),
        encoding="utf-8",
    )
    return Tokens.read(ServerSettings(tokens=str(file)))


@pytest.fixture(scope="module")
def guarded(tiny_release: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A service for assistants on an address that others reach."""
    settings = ServerSettings(workers=1, host="192.0.2.1")
    readers = Readers(Catalogue(tiny_release), settings, HANDLERS)
    app = http_app(readers, settings, known(tmp_path_factory.mktemp("known")))
    with TestClient(app, base_url="http://kg.example") as client:
        yield client


@pytest.mark.parametrize("token", ["may-read", "may-write"])
def test_who_has_a_token_is_answered(guarded: TestClient, token: str) -> None:
    sent = HEADERS | {"Authorization": f"Bearer {token}"}

    answer = guarded.post(PATH, json=LIST, headers=sent)

    assert (answer.status_code, answer.json()["result"]["tools"][0]["name"]) == (200, "search")


@pytest.mark.parametrize("sent", [{}, {"Authorization": "Bearer no"}, {"Authorization": "Basic !"}])
def test_who_has_none_is_refused(guarded: TestClient, sent: dict[str, str]) -> None:
    answer = guarded.post(PATH, json=LIST, headers=HEADERS | sent)

    assert (answer.status_code, answer.json()["code"]) == (401, "unauthorized")
    assert "Bearer" in answer.headers["www-authenticate"]


def test_a_page_of_another_site_is_refused_though_it_sends_a_token(guarded: TestClient) -> None:
    sent = {"Authorization": "Bearer may-read", "Origin": "https://elsewhere.example"}

    answer = guarded.post(PATH, json=LIST, headers=HEADERS | sent)

    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert answer.json()["detail"] == "A page of another site may not ask here."


def test_that_it_lives_is_told_without_a_token(guarded: TestClient) -> None:
    assert guarded.get("/livez").text == "alive\n"
    assert guarded.post("/livez").status_code == 401


def test_a_token_is_needed_wherever_others_reach_it(tmp_path: Path) -> None:
    assert not needs_token("127.0.0.1", Tokens(), is_open=False)
    assert not needs_token("0.0.0.0", Tokens(), is_open=True)
    assert needs_token("0.0.0.0", known(tmp_path), is_open=False)
    with pytest.raises(Forbidden, match=r"^On :: others reach the service") as refused:
        needs_token("::", Tokens(), is_open=False)
    assert refused.value.hint.endswith("--anyone.")
