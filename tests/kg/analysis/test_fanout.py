"""How wide a graph is, measured on one that is small enough to be counted by hand."""

from kg.analysis.fanout import Fanout, measured
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Iri, Statement
from kg.questions.library import Library
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore

A, B, C = (mint("organisation", each, "ccg") for each in "abc")
CODE, CONCEPT = cotv("type-ccg"), Iri(PREFIXES["skos"] + "Concept")
KIND, NEXT = cot("organisationType"), cot("successor")


def small() -> list[Statement]:
    one, two = graph("register/one"), graph("register/two")
    return [
        *(Statement(each, RDF_TYPE, cot("Organisation"), one) for each in (A, B, C)),
        Statement(A, RDF_TYPE, cot("Organisation"), two),
        Statement(CODE, RDF_TYPE, CONCEPT, one),
        *(Statement(each, KIND, CODE, one) for each in (A, B)),
        *(Statement(A, NEXT, each, one) for each in (B, C)),
        Statement(B, NEXT, C, one),
    ]


def test_it_is_counted_alike_by_both_engines() -> None:
    query = Library().inside("fanout")
    stores = (OxigraphStore.memory(small()), RdflibStore(small()))

    first, second = (measured(store, query) for store in stores)

    assert first == second
    assert first.forward == {RDF_TYPE: [(1, 4)], KIND: [(1, 2)], NEXT: [(2, 1), (1, 1)]}
    assert first.backward == {RDF_TYPE: [(3, 1), (1, 1)], KIND: [(2, 1)], NEXT: [(2, 1), (1, 1)]}
    assert first.size == {cot("Organisation"): 3, CONCEPT: 1}
    assert first.code == {f"{KIND} {CODE}": 2}
    assert (first.graphs, first.named) == (2, 2)


def test_so_many_things_lead_to_no_more_than_the_widest_of_them() -> None:
    fanout = Fanout(forward={NEXT: [(5, 1), (2, 3)]})

    assert [fanout.most(NEXT, things) for things in (0, 1, 2, 4, 9)] == [0, 5, 7, 11, 11]
    assert [fanout.most(NEXT, 4, page) for page in (0, 1, 2, 3)] == [0, 4, 8, 9]
    assert fanout.most(KIND, 4) == 0


def test_the_build_writes_down_what_it_would_measure() -> None:
    release = OpenRelease(ensure(store_folder()))

    written = release.fanout
    again = measured(release.store, release.library.inside("fanout"))

    assert (release.folder / "fanout.json").exists()
    assert {key: [tuple(each) for each in found] for key, found in written.forward.items()} == (
        again.forward
    )
    assert (written.size, written.code, written.graphs) == (again.size, again.code, again.graphs)
