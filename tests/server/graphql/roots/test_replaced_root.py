"""`replaced` and `coterminosity`, and a lineage through a board that divided."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.release.opened import OpenRelease
from server.graphql.execution.execute import execute, oracle, respond
from server.graphql.planning.prepare import Operation
from tests.server.graphql.conftest import World

Ask = Callable[..., dict[str, Any]]

REPLACED = """query($text: String, $ods: String, $gss: String, $name: String, $on: Date,
  $kind: String) {
  replaced(text: $text, odsCode: $ods, gssCode: $gss, name: $name, on: $on, kind: $kind) {
    asked on outcome sentence body { id } options { id } near area { odsCode }
    successors { body { odsCode } share part basis since } } }"""


def places(data: dict[str, Any]) -> list[Any]:
    """The outcome, then each body in the place, with its share and its part."""
    found = data["replaced"]
    told = [(x["body"]["odsCode"], x["share"], x["part"]) for x in found["successors"]]
    return [found["outcome"], *told]


@pytest.mark.parametrize("code", ["03D", "03E"])
def test_groups_of_north_yorkshire_went_on_into_one_board(asked_of: Ask, code: str) -> None:
    assert places(asked_of(REPLACED, ods=code)) == ["REPLACED", ("QOQ", "1", None)]


def test_a_group_went_with_its_location_into_the_board_of_2026(asked_of: Ask) -> None:
    # Surrey Heartlands was not divided: its one location went whole.
    assert places(asked_of(REPLACED, text="09L")) == ["REPLACED", ("S9B9J", "1", None)]


def test_each_step_has_its_change_its_day_and_its_evidence(asked_of: Ask) -> None:
    data = asked_of(
        """{ replaced(odsCode: "15D") { successors { since paths { steps {
          to { odsCode } change day wholeBody part share basis through { id } isInferred
          event { id } evidence { id } } } } } }"""
    )

    (only,) = data["replaced"]["successors"]
    (path,) = only["paths"]
    assert only["since"] == "2026-04-01"
    assert [(each["to"]["odsCode"], each["change"], each["day"]) for each in path["steps"]] == [
        ("D4U1Y", "MERGER", "2021-04-01"),
        ("QNQ", "SUCCESSION", "2022-07-01"),
        ("S0E4D", "MERGER", "2026-04-01"),
    ]
    assert path["steps"][0] == {
        "to": {"odsCode": "D4U1Y"},
        "change": "MERGER",
        "day": "2021-04-01",
        "wholeBody": True,
        "part": None,
        "share": "1",
        "basis": "whole body",
        "through": None,
        "isInferred": False,
        "event": {"id": "change-event/merger-into-d4u1y"},
        "evidence": [{"id": "citation/successions/merger-into-d4u1y/15D/ccg/D4U1Y/ccg"}],
    }
    last = path["steps"][2]
    assert (last["part"], last["isInferred"]) == ("East Berkshire", True)


def test_a_trust_is_told_with_its_shares_on_a_day(asked_of: Ask) -> None:
    data = asked_of(REPLACED, ods="5QC", on="2021-06-01")

    assert places(data) == ["REPLACED", ("D9Y0V", "0.891", None), ("D4U1Y", "0.109", None)]
    assert data["replaced"]["successors"][0]["basis"] == ["postcodes"]
    assert data["replaced"]["on"] == "2021-06-01"


def test_a_code_of_several_bodies_is_not_guessed_at(asked_of: Ask) -> None:
    data = asked_of(REPLACED, ods="26A")

    assert data["replaced"] == {
        "asked": "26A",
        "on": None,
        "outcome": "OPTIONS",
        "sentence": "'26A' has meant 2 bodies. Which is meant? NHS Norfolk and Waveney CCG (26A),"
        " 1 April 2020 to 30 June 2022; Norfolk and Waveney sub-ICB location (26A), since 1 July"
        " 2022.",
        "body": None,
        "options": [
            {"id": "organisation/26A/ccg"},
            {"id": "organisation/26A/sub-icb-location"},
        ],
        "near": [],
        "area": [],
        "successors": [],
    }
    assert places(asked_of(REPLACED, ods="26A", kind="ccg")) == ["REPLACED", ("T6Y0W", "1", None)]
    assert places(asked_of(REPLACED, text="organisation/26A/ccg"))[0] == "REPLACED"


def test_a_board_that_was_divided_is_told_in_parts(asked_of: Ask) -> None:
    found = places(asked_of(REPLACED, text="QNQ", kind="icb"))

    assert found[0] == "REPLACED"
    assert sorted(each[0] for each in found[1:]) == ["QRL", "S0E4D", "S9B9J"]
    assert {each[0]: each[2] for each in found[1:]}["S0E4D"] == "East Berkshire"


def test_an_authority_without_a_successor_is_told_by_its_area(asked_of: Ask) -> None:
    found = asked_of(REPLACED, ods="Q30")["replaced"]

    assert (found["outcome"], found["successors"]) == ("ENDED", [])
    assert found["area"] == [{"odsCode": "QHM"}]


@pytest.mark.parametrize(
    ("given", "outcome"),
    [
        ({"gss": "E38000069"}, "REPLACED"),
        ({"ods": "E38000069"}, "UNKNOWN"),
        ({"gss": "03D"}, "UNKNOWN"),
        ({"name": "Leeds"}, "OPTIONS"),
        ({"text": "QHM", "kind": "icb"}, "STANDS"),
        ({"ods": "03D", "on": "2019-01-01"}, "STANDS"),
        ({"ods": "42D", "kind": "ccg", "on": "2019-01-01"}, "NOT_YET"),
        ({"text": "nothing is called so"}, "UNKNOWN"),
    ],
)
def test_each_argument_is_just_what_it_says(
    asked_of: Ask, given: dict[str, Any], outcome: str
) -> None:
    assert asked_of(REPLACED, **given)["replaced"]["outcome"] == outcome


def test_names_like_an_unknown_one_are_offered(asked_of: Ask) -> None:
    found = asked_of(REPLACED, text="Nortumberland Tyne")["replaced"]

    assert (found["outcome"], "Northumberland, Tyne and Wear STP (QVP)" in found["near"]) == (
        "UNKNOWN", True,
    )  # fmt: skip


@pytest.mark.parametrize(
    ("field", "message"),
    [
        ("replaced", "`replaced` wants one of `text`, `odsCode`, `gssCode` and `name`."),
        (
            'replaced(text: "a", name: "b")',
            "`replaced` wants one of `text`, `odsCode`, `gssCode` and `name`.",
        ),
        (
            'replaced(text: "a", kind: "shop")',
            "`kind` is 'shop', which is no kind of body.",
        ),
    ],
)
def test_what_cannot_be_asked_of_it_is_refused(refused: Ask, field: str, message: str) -> None:
    assert refused(f"{{ {field} {{ outcome }} }}")["message"] == message


@pytest.mark.parametrize("given", ["", '(on: "2021-04-01", area: "QNQ")'])
def test_areas_are_asked_by_day_or_by_code(refused: Ask, given: str) -> None:
    error = refused(f"{{ coterminosity{given} {{ members }} }}")

    assert error["message"] == "`coterminosity` wants one of `on` and `area`."


def test_an_area_over_councils_has_its_index_and_its_districts(asked_of: Ask) -> None:
    data = asked_of(
        """{ coterminosity(on: "2021-04-01", first: 1) { area { odsCode } day members edition
          isCarried index upperTierLeast upperTierMost note missing { id }
          districts { district { label } shared of isWhole } } }"""
    )

    (only,) = data["coterminosity"]
    districts = only.pop("districts")
    assert only == {
        "area": {"odsCode": "QE1"},
        "day": "2021-04-01",
        "members": 8,
        "edition": "2021-04",
        "isCarried": False,
        "index": "0.9915",
        "upperTierLeast": "0.1749",
        "upperTierMost": "0.9915",
        "note": None,
        "missing": [],
    }
    assert [each for each in districts if not each["isWhole"]] == [
        {"district": {"label": "Copeland"}, "shared": 6, "of": 49, "isWhole": False},
        {"district": {"label": "Craven"}, "shared": 3, "of": 32, "isWhole": False},
    ]


def test_a_day_before_the_tables_has_no_numbers_and_says_why(asked_of: Ask) -> None:
    data = asked_of('{ coterminosity(area: "qnq") { day index note } }')

    assert data["coterminosity"][0] == {
        "day": "2017-04-01",
        "index": None,
        "note": "no data: no table tells in which councils the CCGs of that day lay",
    }
    assert data["coterminosity"][-1]["index"] == "0.6864"


def test_an_area_that_there_is_not_is_unknown(release: OpenRelease) -> None:
    answer = execute(release, '{ coterminosity(area: "nowhere") { day } }')

    assert answer["errors"][0]["extensions"]["code"] == "unknown-thing"


def test_a_lineage_goes_through_a_divided_board_by_its_locations(asked_of: Ask) -> None:
    document = """query($code: String!, $way: LineageDirection!) {
      lineage(odsCode: $code, direction: $way, first: 200) {
        steps { from { odsCode } to { odsCode } } sentence warnings } }"""

    forward = asked_of(document, code="15D", way="FORWARD")["lineage"]
    back = asked_of(document, code="S0E4D", way="BACK")["lineage"]

    ends = [each["to"]["odsCode"] for each in forward["steps"]]
    assert ends == ["D4U1Y", "D4U1Y", "QNQ", "S0E4D"]
    assert "On 1 April 2026 NHS Frimley ICB was divided: East Berkshire went" in forward["sentence"]
    assert forward["warnings"] == [
        "same code, different body: D4U1Y is the code of NHS Frimley CCG and Frimley sub-ICB"
        " location"
    ]
    # Surrey Heath went elsewhere, though it had been in the same group and the same board.
    assert "10C" not in {each["from"]["odsCode"] for each in back["steps"]}
    assert "15D" in {each["from"]["odsCode"] for each in back["steps"]}


@pytest.mark.parametrize(
    "document",
    [
        '{ replaced(text: "5QC") { outcome successors { paths { steps { to { id } } } } } }',
        '{ coterminosity(on: "2021-04-01", first: 2) { area { id } districts { shared } } }',
        '{ lineage(odsCode: "QNQ") { sentence warnings steps { to { id } } } }',
    ],
)
def test_the_answer_is_the_one_that_graphql_core_makes(release: OpenRelease, document: str) -> None:
    asked = Operation(document, on_error="PROPAGATE")

    assert respond(release, asked) == oracle(release, asked)


def test_a_graph_in_memory_is_read_for_its_answer(world: World) -> None:
    answer = execute(world, '{ replaced(text: "A1") { outcome sentence } }')

    assert answer["data"]["replaced"] == {
        "outcome": "UNKNOWN",
        "sentence": "No body is known by the code or name 'A1'.",
    }
