"""Orders: by several keys, through single-valued links, with nulls at either end, page by page."""

from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.ontology import load
from kg.model.terms import Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute
from server.graphql.projection import project

Ask = Any
TENURES = "query($by: [TenureOrder!]) { tenures(orderBy: $by) { nodes { id } } }"


def found(ask: Ask, *keys: dict[str, Any]) -> list[str]:
    nodes = ask(TENURES, by=list(keys))["tenures"]["nodes"]
    return [each["id"].removeprefix("tenure/") for each in nodes]


def test_the_first_key_decides_and_the_next_where_it_ties(ask: Ask) -> None:
    by_holder = {"field": "HOLDER__NAME"}

    assert found(ask, by_holder, {"field": "LATEST_START"}) == ["ann-n", "ann-s", "bob-u"]
    assert found(ask, by_holder, {"field": "LATEST_START", "descending": True}) == [
        "ann-s", "ann-n", "bob-u",
    ]  # fmt: skip
    assert found(ask, by_holder | {"descending": True}, {"field": "ID"}) == [
        "bob-u", "ann-n", "ann-s",
    ]  # fmt: skip


def test_it_goes_through_a_link_to_a_code_a_label_and_a_number(ask: Ask) -> None:
    assert found(ask, {"field": "ORGANISATION__ODS_CODE"}) == ["ann-n", "bob-u", "ann-s"]
    assert found(ask, {"field": "ORGANISATION__LABEL"}) == ["ann-n", "ann-s", "bob-u"]
    assert found(ask, {"field": "ROLE_TYPE"}, {"field": "ID"}) == ["ann-n", "ann-s", "bob-u"]
    assert found(ask, {"field": "ORGANISATION__EARLIEST_END", "nulls": "FIRST"}) == [
        "bob-u", "ann-n", "ann-s",
    ]  # fmt: skip


def test_every_value_that_a_thing_has_once_can_be_ordered_by() -> None:
    orders = project(load()).orders("Tenure")

    assert {"chiefOfficer", "roleType", "holder.label", "holder.name", "organisation.odsCode"} <= {
        *orders
    }
    assert not {"corpus", "evidence", "organisation.altName"} & {*orders}
    assert project(load()).orders("AgentGroupOrOrganisation") == {}


def crowd(names: list[str | None]) -> list[Statement]:
    """One body with a tenure for each name; the name is that of the post, if there is one."""
    place, body = graph("register/crowd"), mint("organisation", "X", "ccg")
    made = [Statement(body, RDF_TYPE, cot("Organisation"), place)]
    for number, name in enumerate(names):
        tenure, post = mint("tenure", str(number)), mint("post", str(number))
        made += [
            Statement(tenure, RDF_TYPE, cot("Tenure"), place),
            Statement(tenure, cot("organisation"), body, place),
        ]
        if name is not None:
            made += [
                Statement(tenure, cot("post"), post, place),
                Statement(post, cot("name"), Literal(name), place),
            ]
    return made


PAGE = """query($after: String, $by: [TenureOrder!]) {
  organisation(id: "organisation/X/ccg") { tenures(first: 2, after: $after, orderBy: $by) {
    nodes { id post { name } } pageInfo { hasNextPage endCursor } } } }"""


def walked(world: Any, by: list[dict[str, Any]]) -> Iterator[tuple[str, str | None]]:
    after = None
    while True:
        data = execute(world, PAGE, {"after": after, "by": by})["data"]
        page = data["organisation"]["tenures"]
        for each in page["nodes"]:
            yield each["id"], (each["post"] or {}).get("name")
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
@settings(max_examples=15, deadline=None)
@given(
    names=st.lists(st.sampled_from([None, "", "a", "B", "é"]), min_size=1, max_size=5),
    descending=st.booleans(),
    nulls=st.sampled_from(["FIRST", "LAST"]),
)
def test_pages_by_a_nested_key_make_up_the_whole(
    over: Any, engine: str, names: list[str | None], descending: bool, nulls: str
) -> None:
    statements = crowd(names)
    oxigraph = engine == "oxigraph"
    store: Any = OxigraphStore.memory(statements) if oxigraph else RdflibStore(statements)
    by: list[dict[str, Any]] = [
        {"field": "POST__NAME", "descending": descending, "nulls": nulls},
        {"field": "ID"},
    ]

    shown = list(walked(over(store), by))

    ids = [f"tenure/{number}" for number in range(len(names))]
    given = sorted(zip(ids, names, strict=True))
    some = sorted(  # things that tie stay in the order of their ids, whichever way the key goes
        (each for each in given if each[1] is not None),
        key=lambda each: each[1] or "",
        reverse=descending,
    )
    none = [each for each in given if each[1] is None]
    assert shown == (none + some if nulls == "FIRST" else some + none)
