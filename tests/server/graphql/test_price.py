"""What an operation costs: told before, and never more than that."""

from statistics import median
from typing import Any

import pytest

from kg.analysis.fanout import measured
from kg.questions.bind import defaults
from kg.questions.library import Library
from kg.questions.twin import variables
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from server.graphql.api import api
from server.graphql.execution.execute import execute, respond
from server.graphql.planning.prepare import Operation, prepared
from server.graphql.planning.price import Rows, priced
from server.limits.graphql import LIMITS, Limits, TooMuchAsked

World = Any
NAMES = sorted(Library())


@pytest.fixture(scope="session")
def shipped() -> OpenRelease:
    return OpenRelease(ensure(store_folder()))


@pytest.fixture(scope="session")
def told(shipped: OpenRelease) -> dict[str, dict[str, Any]]:
    """What is told of the twin of each question."""
    found = {}
    for name in NAMES:
        question = shipped.library[name]
        given = variables(defaults(question.sparql))
        answer = execute(shipped, question.graphql, given, explain=True)
        found[name] = answer["extensions"]["kg"]
    return found


@pytest.mark.parametrize("name", NAMES)
def test_a_question_takes_what_was_told_before(
    name: str, told: dict[str, dict[str, Any]], shipped: OpenRelease
) -> None:
    question = shipped.library[name]
    asked = Operation(
        question.graphql, variables(defaults(question.sparql)), kg=frozenset({"plan"})
    )

    before = respond(shipped, asked)["extensions"]["kg"]

    after = told[name]
    assert before["queries"] == after["queries"] == len(after["asked"])
    assert before["rowBound"] == after["rowBound"] >= after["rows"]
    assert before["plan"] == after["plan"]
    assert before["asked"][0]["sparql"] in [each["sparql"] for each in after["asked"]]


def test_the_bound_is_not_far_from_what_comes(told: dict[str, dict[str, Any]]) -> None:
    ratios = [each["rowBound"] / max(each["rows"], 1) for each in told.values()]

    assert median(ratios) <= 10


@pytest.mark.parametrize(
    "document",
    [
        "{ organisations(first: 3) { totalCount nodes { label type graphs } } }",
        "{ organisations { nodes { successor(first: 1) { totalCount nodes { name } } } } }",
        "{ tenures { nodes { id holder { label } organisation { name type } } } }",
        '{ organisations(where: {id: {in: ["organisation/N1/ccg"]}}) { nodes { type } } }',
        '{ node(id: "organisation/N1/ccg") { type graphs label } }',
        "{ people(orderBy: [{field: NAME}, {field: ID}]) { nodes { name } } }",
    ],
)
def test_the_bound_holds_in_a_world_where_things_are_twice(world: World, document: str) -> None:
    fanout = measured(world.store, Library().inside("fanout"))
    answer = execute(world, document, explain=True)
    plan = prepared(api(world.ontology), Operation(document), world).plan

    rows = sum(each["rows"] for each in answer["extensions"]["kg"]["asked"])

    assert rows <= Rows(fanout, LIMITS, world.store).of(plan)


def test_a_graph_that_does_not_tell_how_wide_it_is_has_no_bound(world: World) -> None:
    answer = execute(world, "{ people { nodes { name } } }", explain=True)

    assert answer["extensions"]["kg"]["rowBound"] is None


def test_what_costs_more_than_is_allowed_is_refused(shipped: OpenRelease) -> None:
    document = """{ organisations(first: 9, where: {name: {contains: "a"}, odsCode: {eq: "x"}}) {
      totalCount nodes { name } } }"""
    plan = prepared(api(shipped.ontology), Operation(document), shipped).plan

    def told(limits: Limits) -> str:
        with pytest.raises(TooMuchAsked) as refused:
            priced(plan, shipped, limits)
        return str(refused.value)

    rows = priced(plan, shipped, LIMITS).rows
    assert rows is not None
    assert told(Limits(rows=1)) == f"The operation may give {rows} rows; at most 1 is fetched."
    assert told(Limits(queries=1)) == "The operation takes 2 SPARQL queries; at most 1 is run."
    assert told(Limits(conditions=1)) == "The filters have 2 conditions; at most 1 is tested."
