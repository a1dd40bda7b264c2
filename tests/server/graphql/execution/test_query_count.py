"""How many SPARQL queries an operation takes: known before, whatever the graph holds."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute

MakeWorld = Callable[..., Any]
DEEP = """{ organisations(first: 20) { totalCount nodes { name organisationType { label } type
  tenures(first: 20) { totalCount nodes {
    holder { name claimsMade(first: 5) { nodes { text } } } } } } } }"""


def crowd(size: int) -> list[Statement]:
    """One body with so many tenures, each of another person."""
    place, body = graph("register/crowd"), mint("organisation", "X", "ccg")
    found = [
        Statement(body, RDF_TYPE, cot("Organisation"), place),
        Statement(body, cot("name"), Literal("X"), place),
    ]
    for number in range(size):
        tenure, person = mint("tenure", str(number)), mint("person", str(number))
        found += [
            Statement(tenure, RDF_TYPE, cot("Tenure"), place),
            Statement(tenure, cot("organisation"), body, place),
            Statement(tenure, cot("holder"), person, place),
            Statement(person, RDF_TYPE, cot("Person"), place),
            Statement(person, cot("name"), Literal(f"P{number}"), place),
        ]
    return found


@pytest.mark.parametrize("size", [0, 1, 15, 300])
def test_the_number_of_queries_does_not_depend_on_how_much_there_is(
    size: int, counting: MakeWorld
) -> None:
    world = counting(OxigraphStore.memory(crowd(size)))

    answer = execute(world, DEEP, explain=True)

    shown = answer["data"]["organisations"]["nodes"][0]["tenures"]
    assert (shown["totalCount"], len(shown["nodes"])) == (size, min(size, 20))
    # A page and a total of bodies, types twice, a page and a total of tenures, a page of claims.
    assert answer["extensions"]["kg"]["queries"] == 7
    assert len(world.store.asked) == 7


@pytest.mark.parametrize(
    ("document", "queries"),
    [
        ("{ __typename }", 0),
        ("{ release { name } concepts { label } }", 0),
        ("{ people { totalCount } }", 1),
        ("{ people { nodes { name } } }", 1),
        ("{ people { totalCount nodes { name } edges { cursor } } }", 2),
        ('{ tenure(id: "tenure/ann-n") { holder { name } organisation { name start } } }', 1),
        ("{ a: people { nodes { name } } b: people { nodes { name } } }", 2),
        ('{ search(text: "unit") { label } }', 0),
        ('{ search(text: "unit") { node { id label } } }', 1),
    ],
)
def test_it_is_one_a_list_and_one_a_total(document: str, queries: int, counting: MakeWorld) -> None:
    world = counting(OxigraphStore.memory(crowd(1)))

    answer = execute(world, document, explain=True)

    assert answer["extensions"]["kg"]["queries"] == queries
    assert world.store.asked == [each["sparql"] for each in answer["extensions"]["kg"]["asked"]]
    assert len(world.store.asked) == queries


def test_it_is_told_only_when_it_is_asked(counting: MakeWorld) -> None:
    world = counting(OxigraphStore.memory(crowd(1)))

    assert execute(world, "{ people { totalCount } }") == {
        "data": {"people": {"totalCount": 1}},
        "extensions": {"release": "r1"},
    }
