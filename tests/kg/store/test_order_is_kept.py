"""What the engine does to the order of a sub-SELECT, which SPARQL 1.1 leaves open: nothing."""

from pathlib import Path

import pytest

from kg.model.terms import Iri, Literal, Statement
from kg.store.oxigraph import OxigraphStore

NUMBER = 3_000
PAGE = "SELECT ?n ?k WHERE {{ {parent} ?n <urn:of> ?p . OPTIONAL {{ ?n <urn:key> ?k }} }}"
ORDER = "ORDER BY DESC(!BOUND(?k)) DESC(STR(?k)) ASC(STR(?n)) LIMIT {limit}"
ADDED = """OPTIONAL { ?n <urn:one> ?a } OPTIONAL { ?n <urn:key> ?b . ?b2 <urn:key> ?b }
  OPTIONAL { ?n <urn:many> ?c . OPTIONAL { ?c <urn:one> ?d } } OPTIONAL { ?n <urn:none> ?e }"""


@pytest.fixture(scope="module", params=["memory", "disk"])
def store(
    request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory
) -> OxigraphStore:
    graph = Iri("urn:g")
    found: list[Statement] = []
    for number in range(NUMBER):
        thing = Iri(f"urn:thing:{number * 7919 % NUMBER}")  # no order that an index could have
        parts: list[tuple[str, Iri | Literal]] = [
            ("of", Iri(f"urn:parent:{number % 20}")),
            ("one", Literal(str(number % 13))),
            *(("many", Iri(f"urn:thing:{each}")) for each in range(number % 4)),
        ]
        if number % 5:
            parts.append(("key", Literal(f"k{number * 31 % 97}")))
        found += [Statement(thing, Iri(f"urn:{name}"), value, graph) for name, value in parts]
    if request.param == "memory":
        return OxigraphStore.memory(found)
    folder: Path = tmp_path_factory.mktemp("order") / "store"
    made = OxigraphStore.fresh(folder)
    made.load(found)
    made.seal()
    del made
    return OxigraphStore.sealed(folder)


def things(store: OxigraphStore, query: str) -> list[str]:
    """The things in the order of their first rows."""
    return list(dict.fromkeys(row[0] for row in store.cells(query)))


@pytest.mark.parametrize("limit", [10, NUMBER])
def test_what_is_added_to_a_page_leaves_it_in_its_order(store: OxigraphStore, limit: int) -> None:
    page = f"{PAGE.format(parent='')} {ORDER.format(limit=limit)}"

    joined = things(store, f"SELECT ?n ?a ?b ?c ?d ?e {{ {{ {page} }} {ADDED} }}")

    assert store.keeps_order
    assert joined == things(store, page)
    assert len(joined) == limit


def test_so_it_does_with_the_pages_of_many_parents(store: OxigraphStore) -> None:
    parents = [f"<urn:parent:{number}>" for number in (7, 3, 19, 0, 11)]
    order = ORDER.format(limit=40)
    pages = [f"{PAGE.format(parent=f'VALUES ?p {{ {each} }}')} {order}" for each in parents]
    cut = PAGE.format(parent="").replace("SELECT ?n", "SELECT ?p ?n")
    lateral = f"VALUES ?p {{ {' '.join(parents)} }} LATERAL {{ {cut} {order} }}"
    union = " UNION ".join(f"{{ {each} }}" for each in pages).replace("SELECT ?n", "SELECT ?p ?n")

    answers = [
        store.cells(f"SELECT ?p ?n ?a ?b ?c ?d ?e {{ {way} {ADDED} }}") for way in (lateral, union)
    ]
    found = [
        [list(dict.fromkeys(row[1] for row in rows if row[0] == each)) for each in parents]
        for rows in answers
    ]

    assert found[0] == found[1] == [things(store, each) for each in pages]
    assert [len(each) for each in found[0]] == [40] * 5
