"""An index tells how much of it was amended, so that the whole is written again in time."""

from pathlib import Path

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.search import index
from kg.search.amend import AMENDED, amend, amended, spoil
from kg.search.find import Search
from kg.store.oxigraph import OxigraphStore

BODY, GRAPH = Iri("https://w3id.org/coterminous/id/organisation/x/bee"), Iri("urn:g")


def named(name: str) -> OxigraphStore:
    return OxigraphStore.memory(
        [
            Statement(BODY, RDF_TYPE, cot("Organisation"), GRAPH),
            Statement(BODY, cot("name"), Literal(name), GRAPH),
            Statement(BODY, RDFS_LABEL, Literal(name), GRAPH),
        ]
    )


def test_what_was_amended_is_counted_until_the_whole_is_written(tmp_path: Path) -> None:
    query, path = Library().inside("search-names"), tmp_path / "search.sqlite"
    index.write(path, named("Bee CCG"), query)
    assert amended(path) == 0

    amend(path, named("Wasp CCG"), query, [BODY])
    amend(path, named("Hornet CCG"), query, [BODY, Iri("urn:none")])

    assert amended(path) == 3
    assert [each.iri for each in Search(path).find("hornet")] == [BODY]
    assert list(Search(path).find("bee")) == []
    spoil(path)
    assert amended(path) > AMENDED
    other = tmp_path / "other.sqlite"
    index.write(other, named("Bee CCG"), query)
    assert amended(other) == 0
