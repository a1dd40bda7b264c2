"""What is made of a graph is had from whoever has built it, and not asked of the engine again."""

from pathlib import Path

from kg.release.card import ensure_card
from kg.release.publish import publish
from kg.store import census
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from tests.bench.sparql_peers import free_port
from tests.conftest import publish as make
from tests.conftest import serving, tiny_statements
from tests.kg.store.remote.engines import needed, oxigraph, store_of
from tests.server.remote.test_switch import Silent

COUNT = {"query": "SELECT ?p (COUNT(*) AS ?n) WHERE { ?s ?p ?o } GROUP BY ?p ORDER BY ?p"}


def built(place: Path) -> Path:
    """A release with all that a build makes by which queries are put in a better way."""
    folder = make(place, "r1", tiny_statements())
    (folder / census.FILE).write_text(Census.of(tiny_statements()).text(), encoding="utf-8")
    writing.write(folder / writing.FILE, OxigraphStore.sealed(folder / "store"))
    (folder / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    return folder


def test_a_card_is_fetched_from_a_service_that_offers_the_same_release(tmp_path: Path) -> None:
    release = built(tmp_path / "here")
    names = ("search.sqlite", census.FILE, writing.FILE, since.FILE)
    with needed(), oxigraph(tmp_path / "data") as running:
        publish(release, (running.address,), Silent())
        place = store_of(tmp_path, running.address)
        with serving(tmp_path / "here", workers=1) as builder:
            card = ensure_card(place, origin=f"{builder.url}/releases/")
            here = builder.client.post("/sparql", data=COUNT, headers={"Accept": "text/csv"})
        with serving(place, workers=1) as service:
            there = service.client.post("/sparql", data=COUNT, headers={"Accept": "text/csv"})

        assert [(card / each).read_bytes() for each in names] == [
            (release / each).read_bytes() for each in names
        ]
        assert not (card / "store").exists()
        assert (there.status_code, there.text) == (200, here.text)


def test_a_card_is_made_of_what_the_engine_says_where_no_service_offers_it(tmp_path: Path) -> None:
    release = built(tmp_path / "here")
    with needed(), oxigraph(tmp_path / "data") as running:
        publish(release, (running.address,), Silent())
        place = store_of(tmp_path, running.address)

        card = ensure_card(place, origin=f"http://127.0.0.1:{free_port()}/")

        assert (card / "search.sqlite").exists()
        assert not (card / writing.FILE).exists()
