"""A release that an earlier version has made is served; what its model is too old for says so."""

from __future__ import annotations

import tarfile
from pathlib import Path

import pytest

from tests.conftest import serving

STORES = Path(__file__).resolve().parents[2] / "stores"
HEADERS = {"Content-Type": "application/sparql-update", "Authorization": "Bearer w"}


@pytest.mark.parametrize("name", ["1-service", "3-writes", "6-documents"])
def test_an_older_release_is_asked_and_written_to_by_every_door_that_its_model_reaches(
    name: str, tmp_path: Path
) -> None:
    with tarfile.open(STORES / f"{name}.tar.xz") as tar:
        tar.extractall(tmp_path, filter="data")

    with serving(tmp_path / "store", write_token="w", deadline=20.0) as service:
        asked = {
            path: service.client.get(path).status_code
            for path in ("/readyz", "/sparql?query=ASK{?s ?p ?o}", "/search.json?q=north",
                         "/doc/organisation/Y54/region", "/questions")
        }  # fmt: skip
        written = service.client.post(
            "/update", content="INSERT DATA { <urn:a> <urn:b> 1 }", headers=HEADERS
        )
        graphql = service.client.get("/graphql", params={"query": "{ __typename }"})

    assert set(asked.values()) == {200}, asked
    assert (written.status_code, written.json()["added"]) == (200, 1)
    # The model of these was cut to what three regions need, so that GraphQL lacks much of it.
    (error,) = graphql.json()["errors"]
    assert error["extensions"]["code"] == "older-model"
    assert "Ask it in SPARQL or on its pages" in error["extensions"]["hint"]
