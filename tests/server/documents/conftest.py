"""A service over a copy of the small world that may be written to, and a document for it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx2
import pytest

from tests.conftest import Served, serving

TOKEN = "a-token-of-this-test"
TEXT = (
    "Two groups to share a chief\n\n3 July 2018\n\n"
    "Dr Ada Marsh is accountable officer of NHS Slough CCG.\r\n"
    "NHS Slough CCG and NHS Windsor, Ascot and Maidenhead CCG are to merge in April 2019.\n\n"
    "“We work as one already,” said Dr Marsh, who leads 12 staff.\n"
)
Call = Callable[..., httpx2.Response]


@pytest.fixture(scope="package")
def service(small_folder: Path, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over a small world of its own, with a token; each test has its own document."""
    place = tmp_path_factory.mktemp("written") / "store"
    shutil.copytree(small_folder, place)
    with serving(place, workers=1, write_token=TOKEN, deadline=30.0) as served:
        yield served


@pytest.fixture
def call(service: Served) -> Call:
    """Ask as a program with the token does."""
    headers = {"Authorization": f"Bearer {TOKEN}", "Accept": "application/json"}

    def ask(method: str, path: str, **sent: Any) -> httpx2.Response:
        sent["headers"] = headers | sent.get("headers", {})
        return service.client.request(method, path, **sent)

    return ask


@pytest.fixture
def text(request: pytest.FixtureRequest) -> str:
    """A text of this test's own."""
    return f"{TEXT}\n{request.node.name}\n"


@pytest.fixture
def document(call: Call, text: str) -> str:
    """The id of the document with that text, added."""
    told: dict[str, str] = call("POST", "/documents", json={"text": text}).json()
    return told["id"]


class Browser:
    """A browser without scripts: it follows where it is led, and keeps cookies."""

    def __init__(self, client: httpx2.Client, url: str) -> None:
        self.client = client
        self._url = url

    def get(self, path: str) -> httpx2.Response:
        """A page."""
        return self.client.get(path)

    def post(self, path: str, **fields: str | list[str]) -> httpx2.Response:
        """Where a form leads."""
        headers = {"Origin": self._url, "Sec-Fetch-Site": "same-origin"}
        return self.client.post(path, data=fields, headers=headers)


@pytest.fixture
def browser(service: Served) -> Iterator[Browser]:
    """A browser in which Ada has signed in."""
    with httpx2.Client(
        base_url=service.url, follow_redirects=True, timeout=30, headers={"Accept": "text/html"}
    ) as client:
        made = Browser(client, service.url)
        made.post("/sign-in", token=TOKEN, reviewer="Ada", next="/documents")
        yield made
