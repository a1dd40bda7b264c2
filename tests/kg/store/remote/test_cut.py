"""An engine that gives so many rows at most, and says so nowhere but in a header."""

from collections.abc import Iterator

import pytest

from kg.errors import EngineFailed
from kg.store.remote.place import Engine
from kg.store.remote.probe import probed
from kg.store.remote.store import RemoteStore
from tests.kg.store.remote.engines import needed, virtuoso

MOST = 50


@pytest.fixture(scope="module")
def there(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RemoteStore]:
    """Sixty triples on a Virtuoso that gives fifty rows."""
    folder = tmp_path_factory.mktemp("cut")
    data = folder / "all.nq"
    lines = (f"<urn:s{each}> <urn:p> <urn:o{each}> <urn:g> .\n" for each in range(60))
    data.write_text("".join(lines), encoding="utf-8")
    with needed(), virtuoso(folder / "data", data, MOST) as running:
        yield RemoteStore(probed(Engine.at((running.address,))), seconds=60)


def test_fewer_rows_are_an_answer(there: RemoteStore) -> None:
    assert (
        len(there.select(f"SELECT ?s {{ GRAPH <urn:g> {{ ?s ?p ?o }} }} LIMIT {MOST - 1}").rows)
        == MOST - 1
    )
    assert len(there.triples("CONSTRUCT { ?s ?p ?o } { GRAPH <urn:g> { ?s ?p ?o } } LIMIT 9")) == 9


def test_as_many_as_it_gives_may_not_be_all_and_are_no_answer(there: RemoteStore) -> None:
    told = r"it gives 50 rows at most, and may have left some out"

    with pytest.raises(EngineFailed, match=told):
        there.select("SELECT ?s { GRAPH <urn:g> { ?s ?p ?o } }")
    with pytest.raises(EngineFailed, match=told):
        there.triples("CONSTRUCT { ?s ?p ?o } { GRAPH <urn:g> { ?s ?p ?o } }")
