"""Pages of the shipped release, in words."""

import re
from collections.abc import Callable
from html import unescape

import pytest
from starlette.testclient import TestClient

HTML = {"Accept": "text/html"}


@pytest.fixture(scope="module")
def shipped(shipped_site: TestClient) -> Callable[[str], str]:
    """The words of a page of the shipped release, with its markup left out."""

    def asked(address: str) -> str:
        response = shipped_site.get(address, headers=HTML)
        assert (response.status_code, response.headers["content-type"]) == (
            200, "text/html; charset=utf-8",
        )  # fmt: skip
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", response.text)).split())

    return asked
