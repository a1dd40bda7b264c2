"""Lists that are kept in the process: their pages are those that the engine gives."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import api
from server.graphql.execution.execute import respond
from server.graphql.execution.readmodel.lists import read
from server.graphql.planning import cursor
from server.graphql.planning.conditions import Group, Step
from server.graphql.planning.plan import Key, Level
from server.graphql.planning.prepare import Operation, prepared
from tests.server.graphql.execution.keeping import Watched, answered, eager

PLACE = graph("register/kept")
NAME = cot("name")
PEOPLE = 17
ORDERS = [
    "",
    ", orderBy: [{field: ID}]",
    ", orderBy: [{field: ID, descending: true}]",
    ", orderBy: [{field: NAME}]",
    ", orderBy: [{field: NAME, descending: true}, {field: ID, descending: true}]",
    ", orderBy: [{field: NAME, nulls: FIRST}, {field: LABEL, descending: true}]",
]
PAGE = """query($after: String) { people(first: 3, after: $after%s) { totalCount
  nodes { id name } pageInfo { hasNextPage hasPreviousPage endCursor } } }"""
FIRST = "{ people(first: 5) { totalCount nodes { id name } } }"

Over = Callable[[Any], Any]


def person(number: int) -> Iri:
    return mint("person", f"{number:02}")


def people() -> Iterator[tuple[Iri, Iri, Iri | Literal]]:
    """People, of whom some have a name that others have too, and some have none."""
    for number in range(PEOPLE):
        yield person(number), RDF_TYPE, cot("Person")
        if number % 4:
            yield person(number), NAME, Literal(f"Name {number % 4}")
            yield person(number), RDFS_LABEL, Literal(f"Name {number % 5}")


def store_of(*more: tuple[Iri, Iri, Iri | Literal]) -> OxigraphStore:
    return OxigraphStore.memory(Statement(*each, PLACE) for each in [*people(), *more])


@pytest.mark.parametrize("order", ORDERS)
def test_pages_of_a_kept_list_are_those_of_the_engine(over: Over, order: str) -> None:
    world = over(store_of())
    model = eager(world, often=0)
    shown: list[str] = []
    after, goes_on = None, True

    while goes_on:
        page = answered(world, PAGE % order, after=after)["data"]["people"]
        shown += [each["id"] for each in page["nodes"]]
        after, goes_on = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert sorted(shown) == [f"person/{number:02}" for number in range(PEOPLE)]
    assert model.rankings.cells == PEOPLE * (3 + order.count("},"))


def test_nothing_is_asked_of_the_engine_for_a_list_that_is_kept(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    eager(world, often=0)
    respond(world, Operation(FIRST))
    store.taken()

    respond(world, Operation(FIRST))
    respond(world, Operation("{ people(first: 0) { totalCount } }"))

    assert store.taken() == []


def test_a_list_is_kept_when_it_was_asked_for_often(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    model = eager(world, often=2)
    found = []

    for _ in range(4):
        answered(world, FIRST)
        found.append(model.rankings.cells)

    assert found == [0, 0, 51, 51]


@pytest.mark.parametrize(
    "arguments",
    [
        "orderBy: {field: LATEST_START}",  # days are values, and not all of them can be compared
        'where: {id: {eq: "tenure/1"}}',
        'asOf: "2020-01-01"',
        'corpus: "all"',
    ],
)
def test_lists_of_other_orders_and_of_some_things_are_not_kept(over: Over, arguments: str) -> None:
    tenure = mint("tenure", "1")
    world = over(store_of((tenure, RDF_TYPE, cot("Tenure"))))
    model = eager(world, often=0)

    answered(world, f"{{ tenures(first: 5, {arguments}) {{ nodes {{ id }} }} }}")

    assert model.rankings.cells == 0


@pytest.mark.parametrize("order", ORDERS)
def test_pages_from_the_end_of_a_kept_list_are_those_of_the_engine(over: Over, order: str) -> None:
    world = over(store_of())
    eager(world, often=0)
    document = PAGE.replace("after", "before").replace("first", "last")
    shown: list[str] = []
    before, goes_on = None, True

    while goes_on:
        document_of = document.replace("endCursor", "startCursor") % order
        page = answered(world, document_of, before=before)["data"]["people"]
        shown += reversed([each["id"] for each in page["nodes"]])
        before, goes_on = page["pageInfo"]["startCursor"], page["pageInfo"]["hasPreviousPage"]

    assert sorted(shown) == [f"person/{number:02}" for number in range(PEOPLE)]


def test_a_list_is_not_kept_in_which_something_stands_twice() -> None:
    store = store_of((person(3), NAME, Literal("Another name")))
    group = Group((cot("Person"),))
    by_name, by_iri = (
        Level(0, "", "class", group=group, order=(Key(each),)) for each in (Step(NAME), None)
    )

    kept = read(store, by_iri)

    assert read(store, by_name) is None
    assert kept is not None
    assert [row[0] for row in kept.rows] == [person(number).nt() for number in range(PEOPLE)]


def test_a_list_that_is_too_long_is_not_kept(over: Over) -> None:
    world = over(store_of())
    model = eager(world, often=0, most=PEOPLE - 1)

    answered(world, FIRST)

    assert model.rankings.cells == 0


def test_lists_make_room_for_each_other(over: Over) -> None:
    store = Watched(store_of())
    world = over(store)
    model = eager(world, often=0, ranked=4 * PEOPLE)
    found = []

    for order in (ORDERS[0], ORDERS[1], ORDERS[0]):
        answered(world, PAGE % order)
        found.append(model.rankings.cells)

    assert found == [3 * PEOPLE] * 3


def test_a_page_after_what_is_not_in_the_list_is_the_engines(over: Over) -> None:
    world = over(store_of())
    eager(world, often=0)
    asked = Operation(PAGE % ORDERS[1])
    [level] = prepared(api(world.ontology, world.library), asked, world).plan.levels
    between = cursor.encode(world.name, level, [None], mint("person", "05b"))

    page = answered(world, PAGE % ORDERS[1], after=between)["data"]["people"]

    assert [each["id"] for each in page["nodes"]] == ["person/06", "person/07", "person/08"]


def test_a_page_after_a_thing_that_had_another_name_is_the_engines(over: Over) -> None:
    world = over(store_of())
    eager(world, often=0)
    asked = Operation(PAGE % ORDERS[3])
    [level] = prepared(api(world.ontology, world.library), asked, world).plan.levels
    renamed = cursor.encode(world.name, level, [Literal("Name 2")], person(1))

    page = answered(world, PAGE % ORDERS[3], after=renamed)["data"]["people"]

    assert [each["name"] for each in page["nodes"]] == ["Name 2"] * 3
