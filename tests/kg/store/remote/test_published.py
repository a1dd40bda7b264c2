"""A release that is published to an engine is there whole, and is served from there."""

from collections.abc import Iterator
from io import BytesIO
from pathlib import Path

import pytest

from kg.errors import EngineFailed, Forbidden
from kg.model.terms import Iri, Literal
from kg.release.card import ensure_card
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.publish import publish, verified
from kg.release.published import Sum
from kg.store.base import Dataset
from kg.store.formats import ROWS, TRIPLES
from kg.store.remote.place import Engine, Proved
from kg.store.remote.probe import MERGED, probed, writable
from kg.store.remote.store import RemoteStore
from kg.store.remote.writing import Writer
from tests.bench.sparql_peers import free_port
from tests.conftest import publish as make
from tests.conftest import tiny_statements
from tests.kg.store.remote.engines import needed, oxigraph, store_of, virtuoso

QUERIES = (
    "SELECT ?s ?o WHERE { ?s <https://w3id.org/coterminous/def#successor> ?o } ORDER BY ?s",
    "SELECT ?g (COUNT(*) AS ?n) WHERE { GRAPH ?g { ?s ?p ?o } } GROUP BY ?g ORDER BY ?g",
    'ASK { ?s ?p "NHS Alder CCG" }',
    "SELECT * WHERE { <id/organisation/A1/ccg> ?p ?o } ORDER BY ?p ?o",
)
ALL = tiny_statements()


class Heard:
    """Who is told how it goes."""

    def __init__(self) -> None:
        self.steps: list[str] = []

    def step(self, sentence: str) -> None:
        self.steps.append(sentence)

    def note(self, sentence: str) -> None:
        pass


@pytest.fixture(scope="module", params=["oxigraph", "virtuoso"])
def address(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> Iterator[str]:
    """An engine that holds nothing yet."""
    start = {"oxigraph": oxigraph, "virtuoso": virtuoso}[request.param]
    with needed(), start(tmp_path_factory.mktemp(request.param) / "data") as running:
        yield running.address


def written(release: OpenRelease, query: str, rows: int = 0) -> bytes:
    sink = BytesIO()
    release.store.write(query, sink, ROWS[rows], TRIPLES[0])
    return sink.getvalue()


def dumped(release: OpenRelease, graph: str | None) -> list[bytes]:
    sink = BytesIO()
    release.store.dump(Iri(graph) if graph else None, sink, TRIPLES[1])
    return sorted(sink.getvalue().splitlines())


def test_a_release_is_there_whole_and_answers_with_the_same_bytes(
    address: str, tmp_path: Path
) -> None:
    folder = make(tmp_path / "here", "r1", ALL)
    heard = Heard()

    told = publish(folder, (address,), heard)

    here = OpenRelease(folder)
    there = OpenRelease(ensure_card(store_of(tmp_path, address)))
    assert (told.release, len(told.same), told.different) == ("r1", 3, {})
    assert heard.steps[-1] == "Switching"
    assert verified(folder, (address,)) == told
    assert (there.name, there.info.triples) == ("r1", here.info.triples)
    assert there.engine
    assert there.engine.merged == f"{MERGED}/r1"
    for graph in (None, *there.engine.graphs):
        assert dumped(there, graph) == dumped(here, graph)
    for query in QUERIES:
        assert written(there, query) == written(here, query)
    assert there.search.find("A1") == here.search.find("A1")
    whole = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
    assert sorted(there.store.triples(whole)) == sorted(here.store.triples(whole))


def test_a_release_that_is_published_next_leaves_the_one_before_as_it_was(
    address: str, tmp_path: Path
) -> None:
    first = make(tmp_path / "here", "r1", ALL)
    publish(first, (address,), Heard())
    before = OpenRelease(ensure_card(store_of(tmp_path, address)))
    other = ALL[0]._replace(predicate=Iri("urn:new"), object=Literal("new"))
    second = make(tmp_path / "here", "r2", [*ALL, other])

    publish(second, (address,), Heard())

    after = OpenRelease(ensure_card(store_of(tmp_path, address)))
    ask = "ASK { ?s <urn:new> ?o }"
    assert (before.store.ask(ask), after.store.ask(ask)) == (False, True)
    assert (before.name, after.name) == ("r1", "r2")
    assert Catalogue(store_of(tmp_path, address)).current().name == "r2"
    publish(make(tmp_path / "here", "r3", ALL), (address,), Heard())
    assert before.store.select("SELECT ?s WHERE { ?s ?p ?o }").rows == []  # it was let go of


def test_what_is_lost_on_the_engine_is_found(address: str, tmp_path: Path) -> None:
    folder = make(tmp_path / "here", "r1", ALL)
    publish(folder, (address,), Heard())
    remote = RemoteStore(writable(probed(Engine.at((address,)))))
    name = str(ALL[0].graph)
    lines = [" ".join((*(term.nt() for term in each[:3]), ".")).encode() for each in ALL[:4]]
    Writer(remote).put(ALL[0].graph, lines)

    found = verified(folder, (address,))

    assert found.missing == [name]
    ours, theirs = found.different[name]
    assert (ours.triples, theirs) == (9, Sum.of(lines))


def test_an_engine_without_a_graph_store_is_written_to_by_updates(
    address: str, tmp_path: Path
) -> None:
    engine = writable(probed(Engine.at((address,))))
    assert engine.proved.update
    proved = Proved(engine.proved.dialect, update=True)
    remote = RemoteStore(Engine((address,), engine.write, proved=proved))
    graph = Iri("urn:by:update")
    lines = [f'<urn:s> <urn:p> "{number}" .'.encode() for number in range(1_200)]

    Writer(remote).put(graph, lines)
    count = "SELECT (COUNT(*) AS ?n) WHERE { GRAPH <urn:by:update> { ?s ?p ?o } }"
    full = remote.select(count).rows
    Writer(remote).drop(graph)

    assert full == [(Literal.of(1_200),)]
    assert remote.select(count).rows == [(Literal.of(0),)]


def test_an_engine_that_is_gone_goes_on_with_the_release_that_is_known(tmp_path: Path) -> None:
    folder = make(tmp_path / "here", "r1", ALL)
    with needed(), oxigraph(tmp_path / "data") as running:
        address = running.address
        publish(folder, (address,), Heard())
        known = ensure_card(store_of(tmp_path, address))

    assert ensure_card(store_of(tmp_path, address)) == known
    with pytest.raises(EngineFailed, match="did not answer"):
        OpenRelease(known).store.ask("ASK {}")


def test_an_engine_that_takes_no_writes_is_not_written_to(tmp_path: Path) -> None:
    folder = make(tmp_path / "here", "r1", ALL)
    with needed(), oxigraph(tmp_path / "data") as running, pytest.MonkeyPatch.context() as patched:
        nowhere = f"http://127.0.0.1:{free_port()}/update"
        patched.setenv("COTERMINOUS_STORE_WRITE", nowhere)
        with pytest.raises(Forbidden) as refused:
            publish(folder, (running.address,), Heard())

    assert str(refused.value) == f"Nothing may be written at {nowhere}."


def test_the_graphs_of_a_request_take_the_place_of_all_others(address: str, tmp_path: Path) -> None:
    publish(make(tmp_path / "here", "r1", ALL), (address,), Heard())
    there = OpenRelease(ensure_card(store_of(tmp_path, address))).store

    def count(dataset: Dataset | None) -> bytes:
        sink = BytesIO()
        query = "SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }"
        there.write(query, sink, ROWS[2], TRIPLES[0], dataset)
        return sink.getvalue()

    assert count(None) == b"n\r\n11\r\n"
    assert count(Dataset((ALL[0].graph,))) == b"n\r\n9\r\n"
    assert count(Dataset((Iri("urn:none"),))) == b"n\r\n0\r\n"
