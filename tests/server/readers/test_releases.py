"""Releases followed, switched and retired under a service that goes on answering."""

import threading
import time
from collections.abc import Callable
from pathlib import Path

from kg.release.catalogue import Catalogue
from tests.conftest import publish, serving, tiny_statements

ASK = "/sparql?query=SELECT+(COUNT(*)+AS+?n)+{+?s+?p+?o+}&format=csv"


def until(met: Callable[[], bool]) -> None:
    """Return once it is met; a test that waits for ever is ended by its time-out."""
    while not met():
        time.sleep(0.01)


def test_a_new_release_answers_without_a_request_being_dropped(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path) as service:
        seen: list[tuple[int, str, str]] = []
        enough = threading.Event()

        def ask() -> None:
            number = 0
            while not enough.is_set():
                number += 1
                response = service.client.get(f"{ASK}&n={number}")
                seen.append((response.status_code, response.headers["x-release"], response.text))

        asking = [threading.Thread(target=ask) for _ in range(3)]
        for each in asking:
            each.start()
        publish(tmp_path, "two", tiny_statements()[:3])
        until(lambda: any(release == "two" for _, release, _ in seen))
        enough.set()
        for each in asking:
            each.join()

        assert set(seen) == {(200, "one", "n\r\n11\r\n"), (200, "two", "n\r\n3\r\n")}


def test_a_kept_release_is_asked_by_name_and_a_retired_one_is_gone(tmp_path: Path) -> None:
    publish(tmp_path, "one", tiny_statements())
    publish(tmp_path, "two", tiny_statements()[:3])
    with serving(tmp_path) as service:
        now = service.client.get(ASK)
        before = service.client.get(f"{ASK}&release=one")
        assert (now.headers["x-release"], now.text) == ("two", "n\r\n3\r\n")
        assert (before.headers["x-release"], before.text) == ("one", "n\r\n11\r\n")

        unknown = service.client.get(f"{ASK}&release=onw")
        assert unknown.status_code == 404
        assert unknown.json()["detail"] == "No release is named 'onw'."
        assert unknown.json()["hint"] == "Did you mean 'one'?"

        publish(tmp_path, "three", tiny_statements(), keep=2)
        until(lambda: service.client.get("/livez").headers["x-release"] == "three")
        until(lambda: service.client.get(f"{ASK}&release=one&again").status_code == 410)
        retired = service.client.get(f"{ASK}&release=one&again")
        assert retired.json()["code"] == "retired-release"
        assert retired.json()["detail"] == (
            "Release 'one' is no longer kept. Its N-Quads digest was sha256:0."
        )


def test_at_most_two_releases_are_open_beside_the_current_one(tmp_path: Path) -> None:
    for name in ("one", "two", "three", "four"):
        publish(tmp_path, name, tiny_statements()[:3])
    with serving(tmp_path, workers=1) as service:
        for number, name in enumerate(("one", "two", "three", "one")):
            response = service.client.get(f"{ASK}&release={name}&n={number}")
            assert (response.status_code, response.headers["x-release"]) == (200, name)

        pools = [each.name for each in service.state.readers.pools]
        assert pools == ["four", "three", "one"]


def test_a_service_without_a_release_says_so_and_answers_as_soon_as_there_is_one(
    tmp_path: Path,
) -> None:
    with serving(tmp_path) as service:
        empty = service.client.get(ASK)
        assert (empty.status_code, empty.json()["code"]) == (503, "no-release")
        assert service.client.get("/readyz").status_code == 503
        assert service.client.get("/livez").text == "alive\n"

        publish(tmp_path, "one", tiny_statements())
        until(lambda: service.client.get("/readyz").status_code == 200)
        assert service.client.get(ASK).headers["x-release"] == "one"


def test_a_release_that_cannot_be_opened_does_not_take_the_place_of_one_that_can(
    tmp_path: Path,
) -> None:
    publish(tmp_path, "one", tiny_statements())
    with serving(tmp_path) as service:
        broken = publish(tmp_path, "two", tiny_statements())
        (broken / "store" / "CURRENT").write_bytes(b"not a manifest\n")
        Catalogue(tmp_path).point("two")
        publish(tmp_path, "three", tiny_statements())
        until(lambda: service.client.get("/livez").headers["x-release"] == "three")

        unreadable = service.client.get(f"{ASK}&release=two")
        assert (unreadable.status_code, unreadable.json()["code"]) == (503, "unreadable-release")
        assert service.client.get(ASK).headers["x-release"] == "three"
