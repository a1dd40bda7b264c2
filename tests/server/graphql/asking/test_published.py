"""The day of publication: what could be read by then, whatever it was about."""

from typing import Any

import pytest

from server.graphql.planning.scope import Scope, told

Ask = Any


def texts(page: Any) -> list[str]:
    return [each["text"] for each in page["nodes"]]


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2019-05-31", []),
        ("2019-06-01", ["alpha", "beta", "gamma"]),
        ("2020-04-30", ["alpha", "beta", "gamma"]),
        ("2020-05-01", ["alpha", "beta", "Beta again", "gamma"]),
        ("2099-01-01", ["alpha", "beta", "Beta again", "gamma"]),
    ],
)
def test_a_claim_counts_from_the_day_that_its_document_was_out(
    ask: Ask, day: str, expected: list[str]
) -> None:
    # Two claims have no dated document: no day is late enough for them.
    data = ask(
        "query($by: Date) { claims(publishedBy: $by) { totalCount nodes { text } } }", by=day
    )

    assert texts(data["claims"]) == expected
    assert data["claims"]["totalCount"] == len(expected)


def test_without_it_everything_counts(ask: Ask) -> None:
    assert ask("{ claims { totalCount } }") == {"claims": {"totalCount": 6}}
    assert ask("{ claims(publishedBy: null) { totalCount } }") == {"claims": {"totalCount": 6}}


def test_it_is_taken_over_further_down_and_can_be_left_off_there(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg", publishedBy: "2019-12-31") {
      name claims { nodes { text disputedBy { totalCount } } }
      later: claims(publishedBy: "2020-05-01") { nodes { text } }
      all: claims(publishedBy: null) { totalCount }
      tenures { nodes { id organisation { tenures { totalCount } } } } } }""")

    assert data["organisation"] == {
        "name": "North",
        "claims": {
            "nodes": [
                {"text": "alpha", "disputedBy": {"totalCount": 0}},
                {"text": "beta", "disputedBy": {"totalCount": 0}},
            ]
        },
        "later": {"nodes": [{"text": "alpha"}, {"text": "beta"}, {"text": "Beta again"}]},
        "all": {"totalCount": 4},
        "tenures": {
            "nodes": [{"id": "tenure/ann-n", "organisation": {"tenures": {"totalCount": 1}}}]
        },
    }


def test_what_exists_is_there_whether_or_not_anybody_writes_of_it(ask: Ask) -> None:
    data = ask("""{ organisations(publishedBy: "1990-01-01") { totalCount }
      people(publishedBy: "1990-01-01") { totalCount nodes { tenures { totalCount } } }
      north: organisation(id: "organisation/N1/ccg", publishedBy: "1990-01-01") {
        successor { totalCount } tenures { totalCount } } }""")

    assert data == {
        "organisations": {"totalCount": 5},
        "people": {"totalCount": 2, "nodes": [{"tenures": {"totalCount": 0}}] * 2},
        "north": {"successor": {"totalCount": 0}, "tenures": {"totalCount": 0}},
    }


def test_a_document_counts_from_its_own_day_and_so_do_the_places_in_it(ask: Ask) -> None:
    document = """query($by: Date) { documents(publishedBy: $by) { nodes { title } }
      claim(id: "claim/1") { evidence(publishedBy: $by) { nodes { inDocument { title } } } }
      textSpan(id: "span/d1/0-9") { inDocument(publishedBy: $by) { title } } }"""

    before, after = ask(document, by="2019-05-31"), ask(document, by="2019-06-01")

    assert before == {
        "documents": {"nodes": []},
        "claim": {"evidence": {"nodes": []}},
        "textSpan": {"inDocument": None},
    }
    assert after == {
        "documents": {"nodes": [{"title": "A report"}]},
        "claim": {"evidence": {"nodes": [{"inDocument": {"title": "A report"}}]}},
        "textSpan": {"inDocument": {"title": "A report"}},
    }


def test_filters_keep_to_it_too(ask: Ask) -> None:
    document = """query($by: Date) { organisations(publishedBy: $by, where: {claims: {some: {}}}) {
      nodes { name } }
      undisputed: claims(publishedBy: $by, where: {disputedBy: {none: {}}}) { nodes { text } } }"""

    before, after = ask(document, by="2019-12-31"), ask(document, by="2020-05-01")

    assert [each["name"] for each in before["organisations"]["nodes"]] == ["North", "South"]
    assert texts(before["undisputed"]) == ["alpha", "beta", "gamma"]
    assert texts(after["undisputed"]) == ["alpha", "Beta again", "gamma"]


def test_it_and_the_day_that_is_told_of_are_two_things(ask: Ask) -> None:
    # In 2018 only the first tenure could be read of; it held on that day and did not in 2020.
    document = """query($on: Date, $by: Date) { tenures(asOf: $on, publishedBy: $by) {
      nodes { id } } }"""

    def found(on: str | None, by: str | None) -> list[str]:
        return [each["id"] for each in ask(document, on=on, by=by)["tenures"]["nodes"]]

    assert found("2019-02-01", "2018-12-31") == ["tenure/ann-n"]
    assert found("2019-02-01", None) == ["tenure/ann-n", "tenure/ann-s"]
    assert found("2020-03-31", "2018-12-31") == []
    assert found(None, "2020-06-01") == ["tenure/ann-n", "tenure/bob-u"]


def test_mixed_things_pass_where_they_are_not_said_by_documents(ask: Ask) -> None:
    data = ask("""{ node: thing(id: "person/ann", publishedBy: "1990-01-01") { id }
      claim: thing(id: "claim/1", publishedBy: "2019-05-31") { id }
      later: thing(id: "claim/1", publishedBy: "2019-06-01") { id }
      tied: claims(where: {label: {eq: "gamma"}}) { nodes {
        about(publishedBy: "1990-01-01") { nodes { id } } } } }""")

    assert data == {
        "node": {"id": "person/ann"},
        "claim": None,
        "later": {"id": "claim/1"},
        "tied": {
            "nodes": [
                {"about": {"nodes": [{"id": "organisation/S1/ccg"},
                                     {"id": "https://example.org/elsewhere"}]}}
            ]
        },
    }  # fmt: skip


def test_what_is_in_force_can_be_told_defaults_and_all() -> None:
    assert told(Scope()) == {
        "asOf": None, "carryMonths": 0, "publishedBy": None, "corpus": "all", "language": [],
    }  # fmt: skip
    assert told(Scope(day="2020-04-01", published="2021-01-01"))["publishedBy"] == "2021-01-01"
