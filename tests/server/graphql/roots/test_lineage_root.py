"""`lineage`: how bodies became others."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

STEPS = """query($id: ID, $code: String, $way: LineageDirection, $through: [ChangeType!],
  $depth: Int, $asOf: Date, $known: Date, $first: Int, $offset: Int) {
  lineage(id: $id, odsCode: $code, direction: $way, through: $through, depth: $depth, asOf: $asOf,
    publishedBy: $known, first: $first, offset: $offset) {
    of { id } totalCount
    steps { direction distance from { label } to { label } event { id } change day wholeBody part
      share shareBasis sameCodeDifferentBody record { id } } } }"""


def brief(data: dict[str, Any]) -> list[tuple[Any, ...]]:
    """Each step in a line: how far, from what to what, by which change, how much of it."""
    return [
        (
            each["distance"],
            each["from"]["label"],
            each["to"]["label"],
            each["change"],
            each["share"],
        )
        for each in data["lineage"]["steps"]
    ]


def test_it_goes_forward_step_by_step_with_what_is_known_of_each(ask: Ask) -> None:
    data = ask(STEPS, id="organisation/A1/ccg", way="FORWARD")

    assert data["lineage"]["of"] == [{"id": "organisation/A1/ccg"}]
    assert brief(data) == [
        (1, "Alder", "United", "MERGER", "1"),
        (2, "United", "United location", "CONTINUATION", None),
        (2, "United", "First board", "SUCCESSION", None),
        (3, "First board", "Second board", "MERGER", "0.6"),
    ]
    assert data["lineage"]["steps"][0] == {
        "direction": "FORWARD",
        "distance": 1,
        "from": {"label": "Alder"},
        "to": {"label": "United"},
        "event": {"id": "change-event/merger"},
        "change": "MERGER",
        "day": "2020-04-01",
        "wholeBody": True,
        "part": None,
        "share": "1",
        "shareBasis": None,
        "sameCodeDifferentBody": True,
        "record": {"id": "transfer/a"},
    }
    last = data["lineage"]["steps"][3]
    assert (last["wholeBody"], last["part"], last["sameCodeDifferentBody"]) == (
        False, "the north", False,
    )  # fmt: skip


def test_it_goes_back_to_areas_that_became_others_without_a_change_of_record(ask: Ask) -> None:
    data = ask(STEPS, id="organisation/A1/united", way="BACK")

    assert brief(data) == [
        (1, "Alder", "United", "MERGER", "1"),
        (1, "Birch", "United", "MERGER", None),
        (2, "Trust", "Alder", None, "0.7"),
        (2, "Trust", "Birch", None, "0.3"),
    ]
    area = data["lineage"]["steps"][2]
    assert (area["event"], area["day"], area["shareBasis"], area["record"]) == (
        None, "2013-04-01", "POSTCODES", {"id": "overlap/p1-a1"},
    )  # fmt: skip


def test_both_ways_never_turn_round(ask: Ask) -> None:
    # Birch is a sibling of Alder, and no part of its lineage.
    data = ask(STEPS, id="organisation/A1/ccg")

    assert [each["direction"] for each in data["lineage"]["steps"]] == ["BACK", *["FORWARD"] * 4]
    assert all(each["from"]["label"] != "Birch" for each in data["lineage"]["steps"])


@pytest.mark.parametrize(
    ("given", "found"),
    [
        ({"depth": 1}, ["United"]),
        ({"through": ["MERGER"]}, ["United"]),
        ({"through": ["MERGER", "SUCCESSION"]}, ["United", "First board", "Second board"]),
        ({"asOf": "2022-06-30"}, ["United"]),
        ({"asOf": "2022-07-01"}, ["United", "United location", "First board"]),
        ({"known": "2020-02-07"}, ["United"]),
        ({"known": "2020-02-06"}, []),
        ({"first": 2}, ["United", "United location"]),
        ({"first": 1, "offset": 3}, ["Second board"]),
    ],
)
def test_each_argument_says_which_steps(ask: Ask, given: dict[str, Any], found: list[str]) -> None:
    data = ask(STEPS, id="organisation/A1/ccg", way="FORWARD", **given)

    assert [each["to"]["label"] for each in data["lineage"]["steps"]] == found
    assert data["lineage"]["totalCount"] == (4 if "first" in given else len(found))


def test_a_code_that_meant_several_bodies_is_told(ask: Ask) -> None:
    data = ask(
        """{ lineage(odsCode: "A1", direction: FORWARD) { of { id }
          bodies { distance direction body { id } }
          sharedCodes { code bodies { label } sentence } } }"""
    )

    assert data["lineage"] == {
        "of": [
            {"id": "organisation/A1/ccg"},
            {"id": "organisation/A1/united"},
            {"id": "organisation/A1/location"},
        ],
        "bodies": [
            {"distance": 1, "direction": "FORWARD", "body": {"id": f"organisation/{each}"}}
            for each in ("A1/united", "A1/location", "Q1/icb")
        ]
        + [{"distance": 2, "direction": "FORWARD", "body": {"id": "organisation/Q9/icb"}}],
        "sharedCodes": [
            {
                "code": "A1",
                "bodies": [{"label": each} for each in ("Alder", "United", "United location")],
                "sentence": "The code A1 has meant 3 bodies: Alder (organisation/A1/ccg),"
                " United (organisation/A1/united) and"
                " United location (organisation/A1/location).",
            }
        ],
    }


@pytest.mark.parametrize(
    ("given", "bodies"),
    [
        ({}, ["A1/ccg", "A1/united", "A1/location"]),
        ({"asOf": None}, ["A1/ccg", "A1/united", "A1/location"]),
        ({"asOf": "2020-03-31"}, ["A1/ccg"]),
        ({"asOf": "2020-04-01"}, ["A1/united"]),
        ({"asOf": "2022-07-01"}, ["A1/location"]),
    ],
)
def test_a_code_means_the_body_that_stood_on_the_day(
    ask: Ask, given: dict[str, Any], bodies: list[str]
) -> None:
    data = ask(STEPS, code="A1", **given)

    assert data["lineage"]["of"] == [{"id": f"organisation/{each}"} for each in bodies]


def test_a_code_that_nobody_had_on_the_day_has_no_lineage(ask: Ask) -> None:
    assert ask(STEPS, code="A1", asOf="2013-03-31") == {"lineage": None}


def test_a_body_that_is_named_by_its_id_need_not_have_stood_on_the_day(ask: Ask) -> None:
    data = ask(STEPS, id="organisation/A1/ccg", asOf="2021-06-01")

    assert data["lineage"]["of"] == [{"id": "organisation/A1/ccg"}]


def test_the_code_of_a_merged_group_means_the_group_while_it_stood(asked_of: Ask) -> None:
    # In 2022 the code went on to a location.
    then, always = asked_of(STEPS, code="26A", asOf="2021-06-01"), asked_of(STEPS, code="26A")

    assert then["lineage"]["of"] == [{"id": "organisation/26A/ccg"}]
    assert always["lineage"]["of"] == [
        {"id": "organisation/26A/ccg"},
        {"id": "organisation/26A/sub-icb-location"},
    ]


def test_nobody_has_no_lineage(ask: Ask) -> None:
    assert ask('{ lineage(id: "organisation/none") { totalCount } }') == {"lineage": None}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("", "`lineage` wants one of `id` and `odsCode`."),
        ('id: "a", odsCode: "A1"', "`lineage` wants one of `id` and `odsCode`."),
        ('id: "a", depth: 0', "`depth` is 0; a lineage is followed 1 to 20 steps."),
        ('id: "a", depth: 21', "`depth` is 21; a lineage is followed 1 to 20 steps."),
        ('id: "a", first: 1001', "`first` is 1001; a page holds 0 to 1000."),
        ('id: "a", offset: -1', "`offset` is -1; it cannot be less than 0."),
    ],
)
def test_what_cannot_be_asked_is_refused(refused: Ask, arguments: str, message: str) -> None:
    given = f"({arguments})" if arguments else ""

    error = refused(f"{{ lineage{given} {{ totalCount }} }}")

    assert error["message"] == message


def test_a_group_of_2013_is_followed_through_its_location_to_the_board_of_2026(
    asked_of: Ask,
) -> None:
    data = asked_of(STEPS, id="organisation/06V/ccg", way="FORWARD")

    told = [(each["to"]["label"], each["change"]) for each in data["lineage"]["steps"]]
    assert told == [
        ("NHS Norfolk and Waveney CCG", "MERGER"),
        ("Norfolk and Waveney sub-ICB location", "CONTINUATION"),
        ("NHS Norfolk and Waveney Integrated Care Board", "SUCCESSION"),
        ("NHS Norfolk and Suffolk Integrated Care Board", "MERGER"),
    ]


def test_the_boards_of_2026_lead_back_to_the_trusts_whose_area_they_have(asked_of: Ask) -> None:
    data = asked_of(STEPS, code="T6Y0W", way="BACK", first=200)

    steps = data["lineage"]["steps"]
    trusts = {each["from"]["label"] for each in steps if each["shareBasis"] == "POSTCODES"}
    assert "Norfolk PCT" in trusts
    assert {"from": {"label": "NHS North Norfolk CCG"}, "distance": 3} in [
        {name: each[name] for name in ("from", "distance")} for each in steps
    ]


def test_a_direction_of_null_is_both(ask: Ask) -> None:
    # a variable of null overrides the default of the schema, and once failed the service
    both = ask(STEPS, id="organisation/A1/ccg", way="BOTH")

    assert ask(STEPS, id="organisation/A1/ccg", way=None) == both
