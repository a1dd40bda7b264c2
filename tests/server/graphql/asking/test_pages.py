"""Lists: every list is a page of its own, wherever it stands."""

from typing import Any

import pytest

Ask = Any

CLAIMS = '{ organisations(where: {odsCode: {in: ["N1", "S1"]}}) { nodes { id claims%s { %s } } } }'


def test_a_nested_page_is_cut_for_each_parent(ask: Ask) -> None:
    # The usual fault is one limit over the children of all parents together.
    data = ask(CLAIMS % ("(first: 2)", "totalCount nodes { id } pageInfo { hasNextPage }"))

    assert data["organisations"]["nodes"] == [
        {
            "id": "organisation/N1/ccg",
            "claims": {
                "totalCount": 4,
                "nodes": [{"id": "claim/1"}, {"id": "claim/2"}],
                "pageInfo": {"hasNextPage": True},
            },
        },
        {
            "id": "organisation/S1/ccg",
            "claims": {
                "totalCount": 2,
                "nodes": [{"id": "claim/6"}, {"id": "claim/5"}],
                "pageInfo": {"hasNextPage": False},
            },
        },
        {
            "id": "organisation/N1/united",
            "claims": {"totalCount": 0, "nodes": [], "pageInfo": {"hasNextPage": False}},
        },
    ]


def test_things_without_a_label_come_last_and_ties_go_by_iri(ask: Ask) -> None:
    data = ask('{ organisation(id: "organisation/N1/ccg") { claims { nodes { id label } } } }')

    assert data["organisation"]["claims"]["nodes"] == [
        {"id": "claim/1", "label": "alpha"},
        {"id": "claim/2", "label": "beta"},
        {"id": "claim/3", "label": "beta"},
        {"id": "claim/4", "label": None},
    ]


@pytest.mark.parametrize("size", [1, 2, 3, 4, 5])
@pytest.mark.parametrize(
    "order",
    [
        "",
        ", orderBy: [{field: LABEL, descending: true}]",
        ", orderBy: [{field: LABEL, nulls: FIRST}]",
        ", orderBy: [{field: LABEL, descending: true, nulls: FIRST}, {field: TEXT}]",
        ", orderBy: [{field: ID, descending: true}]",
    ],
)
def test_pages_one_after_the_other_are_the_whole_list(ask: Ask, size: int, order: str) -> None:
    document = (
        "query($first: Int!, $after: String) { claims(first: $first, after: $after"
        + order
        + ") { nodes { id } pageInfo { hasNextPage endCursor } } }"
    )
    whole = ask(document, first=50)["claims"]["nodes"]

    found, after, more = [], None, True
    while more:
        page = ask(document, first=size, after=after)["claims"]
        found += page["nodes"]
        after, more = page["pageInfo"]["endCursor"], page["pageInfo"]["hasNextPage"]

    assert found == whole
    assert len({each["id"] for each in whole}) == 6


def test_dates_and_numbers_are_ordered_as_such(ask: Ask) -> None:
    data = ask(
        "{ figures(orderBy: [{field: VALUE, descending: true}]) { nodes { value } }"
        "  tenures(orderBy: [{field: LATEST_START, descending: true}]) { nodes { latestStart } } }"
    )

    assert data["figures"]["nodes"] == [{"value": "740000"}, {"value": "0.25"}]
    assert [each["latestStart"] for each in data["tenures"]["nodes"]] == [
        "2020-04-01", "2019-01-01", "2018-05-01",
    ]  # fmt: skip


def test_an_edge_has_the_cursor_after_which_the_next_begins(ask: Ask) -> None:
    edges = ask("{ people { edges { cursor node { id } } pageInfo { startCursor } } }")["people"]

    after = ask(
        "query($after: String) {"
        "  people(after: $after) { nodes { id } pageInfo { hasPreviousPage } } }",
        after=edges["pageInfo"]["startCursor"],
    )

    assert edges["edges"][0]["cursor"] == edges["pageInfo"]["startCursor"]
    assert [each["node"] for each in edges["edges"]] == [{"id": "person/ann"}, {"id": "person/bob"}]
    assert after["people"] == {
        "nodes": [{"id": "person/bob"}],
        "pageInfo": {"hasPreviousPage": True},
    }


@pytest.mark.parametrize("size", [1, 2, 4])
@pytest.mark.parametrize("order", ["", ", orderBy: [{field: LABEL, descending: true}]"])
def test_pages_from_the_end_are_the_whole_list_too(ask: Ask, size: int, order: str) -> None:
    document = (
        "query($last: Int, $before: String) { claims(last: $last, before: $before"
        + order
        + ") { totalCount nodes { id } pageInfo { hasNextPage hasPreviousPage startCursor } } }"
    )
    whole = ask(document, last=50)["claims"]

    found: list[Any] = []
    before, more = None, True
    while more:
        page = ask(document, last=size, before=before)["claims"]
        assert page["pageInfo"]["hasNextPage"] == bool(found)
        found = page["nodes"] + found
        before, more = page["pageInfo"]["startCursor"], page["pageInfo"]["hasPreviousPage"]

    forward = ask("{ claims(first: 50" + order + ") { nodes { id } } }")["claims"]
    assert found == whole["nodes"] == forward["nodes"]
    assert whole["totalCount"] == 6


def test_a_cursor_is_good_for_both_ways(ask: Ask) -> None:
    document = "query($c: String) { claims(%s: $c, %s: 2) { edges { cursor node { id } } } }"
    edges = ask("{ claims { edges { cursor node { id } } } }")["claims"]["edges"]

    behind = ask(document % ("after", "first"), c=edges[2]["cursor"])["claims"]["edges"]
    before = ask(document % ("before", "last"), c=edges[2]["cursor"])["claims"]["edges"]

    assert (before, behind) == (edges[:2], edges[3:5])


def test_the_last_of_each_parent_are_those_of_its_own_list(ask: Ask) -> None:
    data = ask(CLAIMS % ("(last: 2)", "nodes { id } pageInfo { hasPreviousPage hasNextPage }"))

    assert [each["claims"] for each in data["organisations"]["nodes"]] == [
        {
            "nodes": [{"id": "claim/3"}, {"id": "claim/4"}],
            "pageInfo": {"hasPreviousPage": True, "hasNextPage": False},
        },
        {
            "nodes": [{"id": "claim/6"}, {"id": "claim/5"}],
            "pageInfo": {"hasPreviousPage": False, "hasNextPage": False},
        },
        {"nodes": [], "pageInfo": {"hasPreviousPage": False, "hasNextPage": False}},
    ]


@pytest.mark.parametrize(
    "args", ["first: 1, last: 1", 'first: 1, before: "x"', 'last: 1, after: ""']
)
def test_a_page_goes_one_way(refused: Ask, args: str) -> None:
    error = refused(f"{{ claims({args}) {{ totalCount }} }}")

    assert error["message"] == (
        "A page goes forward, with `first` and `after`, or backward, with `last` and `before`."
    )
    assert error["extensions"]["code"] == "bad-query"


def test_the_other_way_may_be_left_to_null(ask: Ask) -> None:
    # Clients of Relay send all four, and null for those that they do not mean.
    data = ask("{ claims(first: null, after: null, last: 1, before: null) { nodes { id } } }")

    assert data == {"claims": {"nodes": [{"id": "claim/4"}]}}


def test_a_page_of_none_still_tells_whether_there_are_more(ask: Ask) -> None:
    data = ask(
        "{ people(first: 0) { totalCount nodes { id } pageInfo { hasNextPage endCursor } } }"
    )

    assert data["people"] == {
        "totalCount": 2,
        "nodes": [],
        "pageInfo": {"hasNextPage": True, "endCursor": None},
    }


def test_lists_of_texts_and_codes_are_plain(ask: Ask) -> None:
    data = ask(
        '{ organisation(id: "organisation/N1/ccg") { altName organisationType { notation label }'
        "  predecessor { nodes { id } } }"
        "  restatements { nodes { fidelity } } }"
    )

    assert data == {
        "organisation": {
            "altName": ["N", "Norð"],
            "organisationType": [{"notation": "ccg", "label": "CCG"}],
            "predecessor": {"nodes": []},
        },
        "restatements": {"nodes": [{"fidelity": ["DROPS_QUALIFIER"]}]},
    }
