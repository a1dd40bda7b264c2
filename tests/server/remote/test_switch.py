"""A service over an engine goes on to the next release when one is published there."""

import time
from pathlib import Path

import pytest

from kg.model.terms import Iri, Literal
from kg.release.card import ensure_card
from kg.release.publish import publish
from server.readers import elsewhere
from tests.conftest import publish as make
from tests.conftest import serving, tiny_statements
from tests.kg.store.remote.engines import needed, oxigraph, store_of


class Silent:
    """Who is told, and tells nobody."""

    def step(self, sentence: str) -> None:
        pass

    def note(self, sentence: str) -> None:
        pass


def test_no_answer_mixes_the_release_that_was_published_with_the_one_before(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(elsewhere, "LOOK", 0.05)
    told = tiny_statements()
    first = make(tmp_path / "here", "r1", told)
    more = [
        told[0]._replace(predicate=Iri(f"urn:p{each}"), object=Literal("x")) for each in range(9)
    ]
    second = make(tmp_path / "here", "r2", [*told, *more])
    count = {"query": "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"}

    with needed(), oxigraph(tmp_path / "data") as running:
        publish(first, (running.address,), Silent())
        place = store_of(tmp_path, running.address)
        ensure_card(place)
        with serving(place, cache=0, workers=1) as service:
            seen = set()

            def ask() -> str:
                answer = service.client.post("/sparql", data=count, headers={"Accept": "text/csv"})
                assert answer.status_code == 200
                name = answer.headers["x-release"]
                seen.add((name, int(answer.text.split()[1])))
                return name

            assert ask() == "r1"
            publish(second, (running.address,), Silent())
            end = time.monotonic() + 30
            while ask() == "r1" and time.monotonic() < end:
                pass

    assert seen == {("r1", 11), ("r2", 20)}
