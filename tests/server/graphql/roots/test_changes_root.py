"""`changes`: what is different between two days."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

CHANGES = """query($days: [Date!]!, $of: [ID!], $kinds: [ChangeKind!], $first: Int, $offset: Int,
  $corpus: ID, $known: Date) {
  changes(between: $days, of: $of, kinds: $kinds, first: $first, offset: $offset, corpus: $corpus,
    publishedBy: $known) {
    after upTo totalCount counts { kind count }
    nodes { kind day change about { id } before { id } after { id } nameBefore nameAfter
      source { id } } } }"""
MERGER = ["2020-03-31", "2020-04-01"]


def brief(data: dict[str, Any]) -> list[tuple[str, str, str]]:
    return [(each["kind"], each["day"], each["about"]["id"]) for each in data["changes"]["nodes"]]


def test_a_merger_falls_between_the_last_day_before_and_the_first_after(ask: Ask) -> None:
    data = ask(CHANGES, days=MERGER)

    assert data["changes"]["counts"] == [
        {"kind": "BEGAN", "count": 1},
        {"kind": "ENDED", "count": 2},
        {"kind": "REORGANISED", "count": 1},
        {"kind": "CAME", "count": 1},
        {"kind": "WENT", "count": 1},
    ]
    assert brief(data) == [
        ("ENDED", "2020-03-31", "organisation/A1/ccg"),
        ("ENDED", "2020-03-31", "organisation/B2/ccg"),
        ("WENT", "2020-03-31", "person/ann"),
        ("BEGAN", "2020-04-01", "organisation/A1/united"),
        ("REORGANISED", "2020-04-01", "change-event/merger"),
        ("CAME", "2020-04-01", "person/bob"),
    ]
    assert data["changes"]["nodes"][4] == {
        "kind": "REORGANISED",
        "day": "2020-04-01",
        "change": "MERGER",
        "about": {"id": "change-event/merger"},
        "before": [
            {"id": "group/all"}, {"id": "organisation/A1/ccg"}, {"id": "organisation/B2/ccg"},
        ],
        "after": [{"id": "organisation/A1/united"}],
        "nameBefore": None,
        "nameAfter": None,
        "source": {"id": "change-event/merger"},
    }  # fmt: skip


@pytest.mark.parametrize("days", [["2020-03-30", "2020-03-31"], ["2020-04-01", "2020-04-02"]])
def test_nothing_falls_between_two_days_on_one_side_of_it(ask: Ask, days: list[str]) -> None:
    data = ask(CHANGES, days=days)

    assert data["changes"] == {
        "after": days[0], "upTo": days[1], "totalCount": 0, "counts": [], "nodes": [],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("days", "kind", "told"),
    [
        (
            ["2024-01-01", "2024-12-31"],
            "RENAMED",
            ("2024-05-31", "organisation/Q1/icb", [], [], "First", "First board"),
        ),
        (
            ["2018-03-31", "2018-04-01"],
            "MOVED",
            ("2018-04-01", "organisation/A1/ccg", ["R1/region"], ["R2/region"], None, None),
        ),
        (
            ["2018-01-01", "2018-12-31"],
            "CAME",
            ("2018-05-31", "person/ann", [], ["A1/ccg"], None, "chief officer"),
        ),
        (
            MERGER,
            "WENT",
            ("2020-03-31", "person/ann", ["A1/ccg"], [], "chief officer", None),
        ),
    ],
)
def test_each_kind_tells_what_was_before_and_what_after(
    ask: Ask, days: list[str], kind: str, told: tuple[Any, ...]
) -> None:
    found = ask(CHANGES, days=days, kinds=[kind])["changes"]["nodes"]

    assert [
        (
            each["day"],
            each["about"]["id"],
            [body["id"].removeprefix("organisation/") for body in each["before"]],
            [body["id"].removeprefix("organisation/") for body in each["after"]],
            each["nameBefore"],
            each["nameAfter"],
        )
        for each in found
    ] == [told]


def test_an_edition_that_says_the_same_is_no_move(ask: Ask) -> None:
    data = ask(CHANGES, days=["2019-03-31", "2019-04-01"], kinds=["MOVED"])

    assert data["changes"]["totalCount"] == 0


def test_what_may_have_been_before_is_not_told(ask: Ask) -> None:
    # The name was taken on some day of May: between two days of May it surely changed only if ...
    data = ask(CHANGES, days=["2024-05-15", "2024-06-15"], kinds=["RENAMED"])

    assert data["changes"]["totalCount"] == 0


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"of": ["organisation/B2/ccg"]}, ["organisation/B2/ccg", "change-event/merger"]),
        ({"of": ["person/bob"]}, ["person/bob"]),
        ({"of": []}, []),
        ({"kinds": ["BEGAN"]}, ["organisation/A1/united"]),
        ({"kinds": []}, []),
        ({"kinds": ["ENDED"], "first": 1}, ["organisation/A1/ccg"]),
        ({"kinds": ["ENDED"], "offset": 1}, ["organisation/B2/ccg"]),
        ({"kinds": ["ENDED"], "corpus": "register"}, ["organisation/A1/ccg"]),
        ({"kinds": ["REORGANISED", "CAME"], "known": "2020-02-07"}, ["change-event/merger"]),
        ({"kinds": ["REORGANISED", "CAME"], "known": "2020-02-06"}, []),
    ],
)
def test_each_argument_says_which_changes(
    ask: Ask, given: dict[str, Any], found: list[str]
) -> None:
    data = ask(CHANGES, days=MERGER, **given)

    assert [about for *_, about in brief(data)] == found


@pytest.mark.parametrize(
    ("days", "told"),
    [
        ([], "nothing"),
        (["2020-01-01"], "2020-01-01"),
        (["2020-01-02", "2020-01-01"], "2020-01-02, 2020-01-01"),
        (["2020-01-01", "2020-01-01"], "2020-01-01, 2020-01-01"),
    ],
)
def test_two_days_are_wanted_in_their_order(refused: Ask, days: list[str], told: str) -> None:
    error = refused(CHANGES, days=days)

    assert error["message"] == (
        f"`between` wants two days, the earlier one first, and was given {told}."
    )


def test_the_mergers_of_2020_are_those_of_the_register(asked_of: Ask) -> None:
    data = asked_of(CHANGES, days=MERGER, kinds=["BEGAN", "ENDED", "REORGANISED"], first=200)

    counts = {each["kind"]: each["count"] for each in data["changes"]["counts"]}
    merged = [each for each in data["changes"]["nodes"] if each["change"] == "MERGER"]
    assert (counts["BEGAN"], counts["ENDED"], len(merged)) == (18, 74, 18)
    assert sum(len(each["before"]) for each in merged) == 74


def test_an_id_that_names_nothing_is_refused(refused: Ask) -> None:
    # No changes would look as if it had stayed as it was.
    error = refused(CHANGES, days=MERGER, of=["person/bob", "person/nobody"])

    assert error["message"] == "Nothing is known by 'person/nobody'."
    assert error["extensions"]["code"] == "unknown-thing"
