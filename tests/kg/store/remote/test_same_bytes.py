"""What is written of an answer from `oxigraph serve` is what the store on disk writes."""

from io import BytesIO

import pytest

from kg.errors import BadQuery, UnknownGraph
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from kg.store.base import Store
from kg.store.formats import ROWS, TRIPLES, Format
from kg.store.remote.place import Engine
from kg.store.remote.probe import probed
from kg.store.remote.store import RemoteStore

BODY = "<id/organisation/15N/ccg>"
SELECT = f"SELECT * WHERE {{ {BODY} ?p ?o . OPTIONAL {{ ?o <urn:none> ?n }} }}"
CONSTRUCT = f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ VALUES ?s {{ {BODY} }} ?s ?p ?o }}"


@pytest.fixture(scope="module")
def there(on_oxigraph: str) -> RemoteStore:
    """The release on the engine."""
    return RemoteStore(probed(Engine.at((on_oxigraph,))), seconds=60)


def written(store: Store, query: str, form: Format) -> bytes:
    sink = BytesIO()
    rows, triples = (form, TRIPLES[0]) if form.rows else (ROWS[0], form)
    store.write(query, sink, rows, triples)
    return sink.getvalue()


@pytest.mark.parametrize("form", ROWS, ids=lambda form: form.name)
def test_rows(release: OpenRelease, there: RemoteStore, form: Format) -> None:
    assert written(there, SELECT, form) == written(release.store, SELECT, form)


@pytest.mark.parametrize("form", TRIPLES, ids=lambda form: form.name)
@pytest.mark.parametrize("query", [CONSTRUCT, f"DESCRIBE {BODY}"], ids=["construct", "describe"])
def test_triples(release: OpenRelease, there: RemoteStore, form: Format, query: str) -> None:
    assert written(there, query, form) == written(release.store, query, form)


def test_what_is_read_is_the_same_too(release: OpenRelease, there: RemoteStore) -> None:
    here = release.store

    assert there.select(SELECT) == here.select(SELECT)
    assert there.cells(SELECT) == here.cells(SELECT)
    assert there.triples(CONSTRUCT) == here.triples(CONSTRUCT)
    assert there.ask(f"ASK {{ {BODY} ?p ?o }}") is True
    assert there.ask("ASK { <urn:none> ?p ?o }") is False


def test_a_graph_is_dumped_whole(release: OpenRelease, there: RemoteStore) -> None:
    name = graph("register/ccgs")

    def dumped(store: Store) -> list[bytes]:
        sink = BytesIO()
        store.dump(name, sink, TRIPLES[1])
        return sorted(sink.getvalue().splitlines())

    assert dumped(there) == dumped(release.store)
    with pytest.raises(UnknownGraph):
        there.dump(Iri("urn:none"), BytesIO(), TRIPLES[1])


@pytest.mark.parametrize("method", ["select", "cells", "ask", "triples"])
def test_a_query_of_another_form_is_refused_in_the_same_words(
    release: OpenRelease, there: RemoteStore, method: str
) -> None:
    query = "ASK {}" if method != "ask" else "SELECT * {}"

    told = []
    for store in (release.store, there):
        with pytest.raises(BadQuery) as bad:
            getattr(store, method)(query)
        told.append(str(bad.value))

    assert told[0] == told[1]
