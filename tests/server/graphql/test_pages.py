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
