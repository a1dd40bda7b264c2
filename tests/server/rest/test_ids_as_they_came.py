"""Ids with marks that are escaped as a rule, in one spelling or the other."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kg.model.names import ID, RDFS_LABEL
from kg.model.terms import Iri, Literal, Statement
from kg.release.catalogue import Catalogue
from server.app import create_app
from server.settings import ServerSettings
from tests.conftest import TINY, publish, tiny_statements

KEYS = ("person/o'brien(2)", "person/plain", "person/caf%C3%A9", "person/o%27hara%282%29")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TestClient]:
    """A release with a name for each key, the key itself."""
    place: Path = tmp_path_factory.mktemp("ids")
    named = [Statement(Iri(ID + key), RDFS_LABEL, Literal(key), TINY) for key in KEYS]
    publish(place, "rids", [*tiny_statements(), *named])
    app = create_app(Catalogue(place), ServerSettings(workers=1))
    with TestClient(app, follow_redirects=False) as client:
        yield client


@pytest.mark.parametrize("key", KEYS)
@pytest.mark.parametrize("spelling", ["as it is", "escaped"])
def test_each_has_a_page_and_data_in_either_spelling(
    site: TestClient, key: str, spelling: str
) -> None:
    sent = key if spelling == "as it is" else quote(key, safe="/%")

    page = site.get(f"/doc/{sent}", headers={"Accept": "text/html"})
    data = site.get(f"/doc/{sent}.json")

    assert (page.status_code, data.status_code) == (200, 200)
    assert data.json()["iri"] == ID + key
    assert quote(key, safe="/%()") in page.text.replace("&#39;", "%27")


def test_a_thing_leads_to_its_page_in_its_own_spelling(site: TestClient) -> None:
    moved = site.get("/id/person/o'brien(2)")

    assert moved.status_code == 303
    assert site.get(moved.headers["location"]).status_code == 200


def test_what_there_is_not_is_not_found(site: TestClient) -> None:
    assert site.get("/doc/person/o'nobody").status_code == 404
