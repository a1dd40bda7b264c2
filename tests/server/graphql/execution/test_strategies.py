"""The ways to page a list for each parent: LATERAL, UNION, UNION by chunks, cutting whole lists."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import api
from server.graphql.execution.execute import respond
from server.graphql.execution.strategy import most_queries
from server.graphql.planning.prepare import Operation, prepared

World = Any
CHUNK = 10
DOCUMENT = """{ people(first: 100, orderBy: {field: ID}) { nodes { name
  tenures(first: 2, orderBy: [{field: LATEST_START, descending: true}]) {
    %s nodes { id latestStart } pageInfo { hasNextPage endCursor } } } } }"""


class Told:
    """A store that can do only what is told of it, and remembers what it was asked."""

    def __init__(self, inner: OxigraphStore, *, lateral: bool, chunk: int | None = None) -> None:
        self._inner = inner
        self.lateral = lateral
        self.chunk = chunk
        self.asked: list[str] = []

    def cells(self, query: str) -> list[list[str]]:
        self.asked.append(query)
        return self._inner.cells(query)


def crowd(people: int) -> Iterator[Statement]:
    """So many people with 0 to 4 tenures each, some on one day and some without a day."""
    place = graph("register/crowd")
    for number in range(people):
        person = mint("person", f"{number:03}")
        yield Statement(person, RDF_TYPE, cot("Person"), place)
        yield Statement(person, cot("name"), Literal(f"P{number}"), place)
        for turn in range(number * 7 % 5):
            tenure = mint("tenure", f"{number:03}-{turn}")
            yield Statement(tenure, RDF_TYPE, cot("Tenure"), place)
            yield Statement(tenure, cot("holder"), person, place)
            if turn:
                day = Literal.date(f"20{10 + turn // 2}-04-01")
                yield Statement(tenure, cot("latestStart"), day, place)


@pytest.mark.parametrize("people", [0, 1, CHUNK - 1, CHUNK, CHUNK + 1, 2 * CHUNK + 50])
@pytest.mark.parametrize("count", ["", "totalCount"])
def test_all_ways_give_the_same_pages(world: World, people: int, count: str) -> None:
    store = OxigraphStore.memory(crowd(people))
    stores = [
        Told(store, lateral=True),
        Told(store, lateral=False),
        Told(store, lateral=False, chunk=CHUNK),
    ]

    answers = [
        respond(replace(world, store=each), Operation(DOCUMENT % count))["data"] for each in stores
    ]

    assert answers[0] == answers[1] == answers[2]
    shown = [each["tenures"] for each in answers[0]["people"]["nodes"]]
    assert [len(each["nodes"]) for each in shown] == [min(n * 7 % 5, 2) for n in range(people)]
    assert [each["pageInfo"]["hasNextPage"] for each in shown] == [
        n * 7 % 5 > 2 for n in range(people)
    ]


def test_only_what_the_store_can_do_is_asked_of_it(world: World) -> None:
    store = OxigraphStore.memory(crowd(2 * CHUNK + 1))

    def asked(told: Told, count: str = "") -> list[str]:
        respond(replace(world, store=told), Operation(DOCUMENT % count))
        return told.asked

    lateral, union = asked(Told(store, lateral=True)), asked(Told(store, lateral=False))
    chunked = asked(Told(store, lateral=False, chunk=CHUNK))
    counted = asked(Told(store, lateral=False), "totalCount")

    assert [each.count("LATERAL") for each in lateral] == [0, 1]
    assert [each.count("UNION") for each in union] == [0, 2 * CHUNK]
    assert [each.count("UNION") for each in chunked] == [0, CHUNK - 1, CHUNK - 1, 0]
    # A total has told that there are few, and so all of them are fetched.
    assert [each.count("LIMIT") for each in counted] == [1, 0, 0]


def test_no_more_is_asked_than_was_told_before(world: World) -> None:
    told = Told(OxigraphStore.memory(crowd(2 * CHUNK + 1)), lateral=False, chunk=CHUNK)
    here = replace(world, store=told)
    asked = Operation(DOCUMENT % "")

    respond(here, asked)
    plan = prepared(api(world.ontology), asked, here).plan

    # One for the people, and for at most 100 of them ten for their tenures.
    assert (most_queries(plan, told), len(told.asked)) == (11, 4)
    assert most_queries(plan, world.store) == plan.queries == 2


def test_the_next_page_is_the_same_whichever_way_the_first_was_made(world: World) -> None:
    store = OxigraphStore.memory(crowd(5))
    document = """query($after: String) { person(id: "person/002") {
      tenures(first: 2, after: $after, orderBy: {field: LATEST_START}) {
        %s nodes { id } pageInfo { endCursor } } } }"""

    def pages(told: Told, count: str) -> list[Any]:
        here, after, found = replace(world, store=told), None, []
        for _ in range(3):
            told_of = respond(here, Operation(document % count, {"after": after}))["data"]
            page = told_of["person"]["tenures"]
            found.append([each["id"] for each in page["nodes"]])
            after = page["pageInfo"]["endCursor"] or after
        return found

    ways = [(True, ""), (False, ""), (False, "totalCount")]

    assert [pages(Told(store, lateral=lateral), count) for lateral, count in ways] == [
        [["tenure/002-1", "tenure/002-2"], ["tenure/002-3", "tenure/002-0"], []]
    ] * 3
