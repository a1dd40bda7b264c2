"""A service offers its releases so that anything on the way may keep them for good."""

import hashlib
import json
from collections.abc import Iterator
from pathlib import Path

import httpx2
import pytest

from kg.release.catalogue import Catalogue
from kg.release.feed.manifest import Manifest
from kg.release.feed.origin import Origin
from kg.release.feed.pull import Pulling
from kg.release.live import Live
from tests.conftest import Served, publish, serving, tiny_statements

FOREVER = "public, max-age=31536000, immutable, no-transform"


@pytest.fixture(scope="module")
def offering(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """A service with two releases."""
    place = tmp_path_factory.mktemp("offering")
    publish(place, "one", tiny_statements())
    publish(place, "two", tiny_statements()[:3])
    with serving(place, workers=1) as service:
        yield service


def test_the_index_tells_which_releases_there_are_and_is_kept_by_nobody(offering: Served) -> None:
    answer = offering.client.get("/releases/index.json")

    told = answer.json()
    assert told["current"] == "two"
    assert [each["name"] for each in told["releases"]] == ["one", "two"]
    assert told["releases"][1]["manifest"] == "two.json"
    assert answer.headers["cache-control"] == "no-store"
    again = offering.client.get(
        "/releases/index.json", headers={"If-None-Match": answer.headers["etag"]}
    )
    assert (again.status_code, again.content) == (304, b"")


def test_a_manifest_and_its_files_are_what_the_index_says_and_are_kept_for_good(
    offering: Served,
) -> None:
    index = offering.client.get("/releases/index.json").json()
    text = offering.client.get("/releases/two.json")
    assert hashlib.sha256(text.content).hexdigest() == index["releases"][1]["sha256"]
    assert text.headers["cache-control"] == FOREVER

    for each in Manifest.read(text.content).parts:
        answer = offering.client.get(f"/releases/two/{each.path}")
        assert len(answer.content) == each.size
        assert hashlib.sha256(answer.content).hexdigest() == each.digest
        assert answer.headers["etag"] == f'"{each.digest}"'
        assert answer.headers["cache-control"] == FOREVER
        assert "content-encoding" not in answer.headers


def test_a_file_is_gone_on_with_where_it_was_cut_off(offering: Served) -> None:
    whole = offering.client.get("/releases/two/search.sqlite")
    ask = {"Range": "bytes=100-", "If-Range": whole.headers["etag"]}
    rest = offering.client.get("/releases/two/search.sqlite", headers=ask)
    assert (rest.status_code, rest.content) == (206, whole.content[100:])
    assert (
        rest.headers["content-range"] == f"bytes 100-{len(whole.content) - 1}/{len(whole.content)}"
    )

    # Of another file by that name, the whole of it is sent.
    other = offering.client.get("/releases/two/search.sqlite", headers=ask | {"If-Range": '"x"'})
    assert (other.status_code, other.content) == (200, whole.content)

    known = offering.client.get(
        "/releases/two/search.sqlite", headers={"If-None-Match": whole.headers["etag"]}
    )
    assert (known.status_code, known.content) == (304, b"")


def test_an_asterisk_means_whatever_version_there_is(offering: Served) -> None:
    for path in ("index.json", "two.json", "two/search.sqlite"):
        answer = offering.client.get(f"/releases/{path}", headers={"If-None-Match": "*"})
        assert (answer.status_code, answer.content) == (304, b"")


@pytest.mark.parametrize("asked", ["bytes", "lines=1-2", "bytes=9-1", "bytes=a-b", "bytes=-"])
def test_a_range_that_means_nothing_is_not_heeded(offering: Served, asked: str) -> None:
    whole = offering.client.get("/releases/two/release.json")

    answer = offering.client.get("/releases/two/release.json", headers={"Range": asked})

    assert (answer.status_code, answer.content) == (200, whole.content)
    assert answer.headers["cache-control"] == FOREVER


def test_a_range_beyond_the_end_is_a_problem_that_nobody_keeps(offering: Served) -> None:
    size = len(offering.client.get("/releases/two/release.json").content)

    answer = offering.client.get("/releases/two/release.json", headers={"Range": f"bytes={size}-"})

    assert (answer.status_code, answer.headers["cache-control"]) == (416, "no-store")
    assert answer.headers["content-range"] == f"bytes */{size}"
    assert answer.json()["detail"] == f"The file has {size} bytes."


@pytest.mark.parametrize(
    "path",
    [
        "three.json", "three/release.json", "two/none", "two/store/LOCK", "two/../../current",
        "two/%2e%2e/one/release.json", "two", "two/", "two/ontology/__init__.py/..", "index",
    ],
)  # fmt: skip
def test_what_is_no_part_of_a_release_is_not_there(offering: Served, path: str) -> None:
    address = httpx2.URL(offering.url, raw_path=f"/releases/{path}".encode())
    answer = offering.client.get(address)

    assert answer.status_code == 404, answer.text
    assert answer.json()["code"] == "not-found"


def test_a_release_that_a_write_has_made_is_offered_whole(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1, write_token="word") as service:
        done = service.client.post(
            "/update",
            content="INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:c> } }",
            headers={"Authorization": "Bearer word", "Content-Type": "application/sparql-update"},
        )
        assert done.status_code in (200, 204), done.text
        index = service.client.get("/releases/index.json").json()
        assert index["current"] == "one+1"
        parts = Manifest.read(service.client.get("/releases/one%2B1.json").content).parts
        paths = [each.path for each in parts]
        # These are links to those of the release that it was made of.
        assert "ontology/context.jsonld" in paths
        assert any(each.startswith("queries/") for each in paths)
        answer = service.client.get("/releases/one%2B1/ontology/context.jsonld")
        assert answer.status_code == 200

        # Who has the one before it fetches only what the commit has changed.
        there = Pulling(tmp_path / "there", Origin(f"{service.url}/releases/"))
        first = there.once()
        done = service.client.post(
            "/update",
            content="INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> <urn:d> } }",
            headers={"Authorization": "Bearer word", "Content-Type": "application/sparql-update"},
        )
        second = there.once()
    assert (first.release, second.release) == ("one+1", "one+2")
    assert second.linked > 10 * second.came
    with serving(tmp_path / "there", workers=1, releases_from="store") as other:
        query = {"query": "SELECT ?c { GRAPH <urn:g> { ?a ?b ?c } } ORDER BY ?c"}
        told = other.client.get("/sparql", params=query, headers={"Accept": "text/csv"})
        assert (told.headers["x-release"], told.text) == ("one+2", "c\r\nurn:c\r\nurn:d\r\n")
    assert Live(Catalogue(tmp_path)).sequence() == 2


def test_a_service_may_keep_its_releases_to_itself(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1, releases_offered="no") as service:
        for path in ("index.json", "one.json", "one/release.json"):
            assert service.client.get(f"/releases/{path}").status_code == 404


def test_a_manifest_once_written_does_not_change(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path, workers=1) as service:
        before = service.client.get("/releases/one.json").content
    written = tmp_path / "releases" / "one.json"
    assert json.loads(written.read_bytes()) == json.loads(before)
    with serving(tmp_path, workers=1) as service:
        assert service.client.get("/releases/one.json").content == before
