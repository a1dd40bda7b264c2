"""What is told of an answer to who asks how it came about."""

from typing import Any

import pytest

from kg.errors import BadQuery
from server.graphql.execution.execute import respond
from server.graphql.explanation.explain import wanted
from server.graphql.planning.prepare import Operation

World = Any
DOCUMENT = """query ($day: Date = "2019-04-01") {
  organisations(asOf: $day, first: 2) { totalCount nodes { name ...More } }
}
fragment More on Organisation { tenures(asOf: null, first: 1) { nodes { id } } }
"""


def kg(world: World, *kinds: str, document: str = DOCUMENT, **variables: Any) -> dict[str, Any]:
    asked = Operation(document, variables, kg=frozenset(kinds))
    found: dict[str, Any] = respond(world, asked)["extensions"]["kg"]
    return found


def test_each_query_is_told_with_its_rows_its_time_and_its_strategy(world: World) -> None:
    told = kg(world, "explain")

    assert told["queries"] == 3
    assert [each["at"] for each in told["asked"]] == [
        "organisations", "organisations", "organisations.nodes.tenures",
    ]  # fmt: skip
    way = "lateral" if getattr(world.store, "lateral", False) else "union"
    assert [each["strategy"] for each in told["asked"]] == ["total", "list", way]
    assert told["rows"] == sum(each["rows"] for each in told["asked"])
    assert all(0 <= each["ms"] <= told["elapsedMs"] for each in told["asked"])
    for each in told["asked"]:
        assert len(world.store.select(each["sparql"]).rows) == each["rows"]


def test_the_scope_is_what_each_field_put_in_force(world: World) -> None:
    assert kg(world, "explain")["scope"] == {
        "organisations": {"asOf": "2019-04-01"},
        "organisations.nodes.tenures": {"asOf": None},
    }
    assert kg(world, "explain", day="2020-04-01")["scope"]["organisations"] == {
        "asOf": "2020-04-01"
    }


def test_the_budget_tells_what_is_left_of_each_limit(world: World) -> None:
    budget = kg(world, "explain")["budget"]

    assert budget["depth"] == {"asked": 5, "left": 10}
    assert budget["queries"] == {"asked": 3, "left": 197}
    assert budget["aliases"] == {"asked": 0, "left": 30}
    assert {"document", "tokens", "selections", "overlaps", "values"} <= set(budget)


def test_a_plan_is_told_and_not_run(world: World) -> None:
    asked = Operation(DOCUMENT, kg=frozenset({"plan"}))

    answer = respond(world, asked)

    run = kg(world, "explain")
    told = answer["extensions"]["kg"]
    assert answer["data"] is None
    assert "errors" not in answer
    assert told["dryRun"] is True
    assert {key: told[key] for key in ("queries", "plan", "scope", "budget", "rowBound")} == {
        key: run[key] for key in ("queries", "plan", "scope", "budget", "rowBound")
    }
    # Whom the tenures are of is known only when the bodies are.
    assert [(each["at"], each["sparql"]) for each in told["asked"]] == [
        (each["at"], each["sparql"]) for each in run["asked"][:2]
    ]


def test_plans_that_would_ask_the_same_have_the_same_digest(world: World) -> None:
    def plan(document: str) -> str:
        found: str = kg(world, "plan", document=document)["plan"]
        return found

    first = plan("{ organisations { nodes { name } } }")

    assert plan("query Q { organisations { nodes { ... { name } } } } # as before") == first
    assert plan("{ organisations(first: 3) { nodes { name } } }") != first
    assert plan('{ organisations(asOf: "2019-04-01") { nodes { name } } }') != first
    assert plan("{ organisations { nodes { label } } }") != first
    assert first.startswith("sha256:")


def test_what_is_not_asked_is_not_told(world: World) -> None:
    answer = respond(world, Operation("{ people { totalCount } }"))

    assert answer["extensions"] == {"release": "r1"}


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ({"kg": "tell"}, '`extensions.kg` is "tell".'),
        ({"kg": ["plan", 1]}, '`extensions.kg` is ["plan",1].'),
        ({"kg": {"plan": True}}, '`extensions.kg` is {"plan":true}.'),
        ({"kg": [{}]}, "`extensions.kg` is [{}]."),
    ],
)
def test_a_word_that_is_not_known_is_refused(asked: dict[str, Any], message: str) -> None:
    with pytest.raises(BadQuery) as refused:
        wanted(asked)

    assert str(refused.value) == message
    assert refused.value.hint == "It may be one of explain, plan, certify, or a list of them."
