"""`path`: how two things are connected, told with the evidence."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.analysis.paths.search import Wish
from kg.model.names import mint
from kg.release.opened import OpenRelease

Ask = Callable[..., dict[str, Any]]

PATH = """query($from: ID!, $to: ID!, $most: Int, $through: [String!],
  $kinds: [String!], $by: PathOrder, $hubs: Boolean, $asOf: Date, $known: Date, $first: Int) {
  path(from: $from, to: $to, maxLength: $most, through: $through, kinds: $kinds, by: $by,
    hubs: $hubs, asOf: $asOf, publishedBy: $known, first: $first) {
      length totalCount isComplete note nodes { sentence } } }"""
ANN, BOB, ALDER = "person/ann", "person/bob", "organisation/A1/ccg"


def test_a_hop_is_told_with_its_days_its_record_and_its_evidence(ask: Ask) -> None:
    data = ask(
        """{ path(from: "person/ann", to: "organisation/A1/ccg", first: 1)
          { length totalCount isComplete note nodes { sentence hops {
            from { id } to { id label } property iri label isReversed sentence
            record { id } start end known others evidence { id } } } } }"""
    )

    sentence = "Ann was chief officer of Alder, by 2018-05-31 until at least 2020-03-31"
    assert data["path"] == {
        "length": 1,
        "totalCount": 1,
        "isComplete": True,
        "note": None,
        "nodes": [
            {
                "sentence": f"{sentence}.",
                "hops": [
                    {
                        "from": {"id": "person/ann"},
                        "to": {"id": "organisation/A1/ccg", "label": "Alder"},
                        "property": "Tenure",
                        "iri": "https://w3id.org/coterminous/def#Tenure",
                        "label": "tenure",
                        "isReversed": False,
                        "sentence": sentence,
                        "record": {"id": "tenure/ann"},
                        "start": "2018-05-31",
                        "end": "2020-03-31",
                        "known": "2020-01-01",
                        "others": 0,
                        "evidence": [{"id": "citation/1"}],
                    },
                ],
            }
        ],
    }


@pytest.mark.parametrize(
    ("here", "there", "is_reversed"),
    [("change-event/merger", ALDER, False), (ALDER, "change-event/merger", True)],
)
def test_a_statement_is_read_either_way_and_says_the_same(
    ask: Ask, here: str, there: str, is_reversed: bool
) -> None:
    data = ask(
        """query($from: ID!, $to: ID!) { path(from: $from, to: $to, first: 1) { nodes { hops {
          from { id } property isReversed sentence } } } }""",
        **{"from": here, "to": there},
    )

    assert data["path"]["nodes"][0]["hops"] == [
        {
            "from": {"id": here},
            "property": "original",
            "isReversed": is_reversed,
            "sentence": "Alder went into “Merger”",
        }
    ]


def test_paths_from_either_end_are_the_same_the_shortest_first(ask: Ask) -> None:
    there = ask(PATH, **{"from": ANN, "to": BOB}, most=6)["path"]
    back = ask(PATH, **{"from": BOB, "to": ANN}, most=6)["path"]

    assert (there["length"], there["totalCount"]) == (back["length"], back["totalCount"]) == (3, 10)
    assert (
        "Ann was chief officer of Alder, by 2018-05-31 until at least 2020-03-31. Alder became"
        " United, or part of it, on 2020-04-01. Bob was chief officer of United, by 2020-04-01"
        " until at least 2021-12-31."
    ) in [each["sentence"] for each in there["nodes"]]


@pytest.mark.parametrize(
    ("given", "length", "count"),
    [
        ({}, 1, 3),
        ({"most": 2}, 1, 1),
        ({"first": 2}, 1, 2),
        ({"through": ["Tenure"]}, 1, 1),
        ({"through": ["successor"]}, None, 0),
        ({"through": ["Tenure"], "asOf": "2020-03-31"}, 1, 1),
        ({"through": ["Tenure"], "asOf": "2020-04-01"}, None, 0),
        ({"through": ["Tenure"], "known": "2020-01-01"}, 1, 1),
        ({"through": ["Tenure"], "known": "2019-12-31"}, None, 0),
        ({"kinds": ["ChangeEvent", "Claim"]}, 1, 2),
        ({"kinds": ["Prediction"]}, 1, 1),
    ],
)
def test_each_argument_says_what_may_be_followed(
    ask: Ask, given: dict[str, Any], length: int | None, count: int
) -> None:
    found = ask(PATH, **{"from": ANN, "to": ALDER}, **given)["path"]

    assert (found["length"], found["totalCount"], found["isComplete"]) == (length, count, True)


def test_where_there_is_no_path_it_is_said_why(ask: Ask) -> None:
    found = ask(PATH, **{"from": ANN, "to": ALDER}, through=["successor"])["path"]

    assert (found["nodes"], found["note"]) == ([], "No path of 4 hops or fewer was found.")


def test_a_thing_is_connected_with_itself_and_with_nothing_that_is_not_there(ask: Ask) -> None:
    same = ask(PATH, **{"from": ANN, "to": ANN})["path"]

    assert same == {
        "length": 0,
        "totalCount": 1,
        "isComplete": True,
        "note": None,
        "nodes": [{"sentence": "They are the same."}],
    }
    assert ask(PATH, **{"from": ANN, "to": "person/nobody"}) == {"path": None}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("maxLength: 0", "`maxLength` is 0; a path has 1 to 24 hops."),
        ("maxLength: 25", "`maxLength` is 25; a path has 1 to 24 hops."),
        ("first: 0", "`first` is 0; 1 to 50 paths are told."),
        ("first: 51", "`first` is 51; 1 to 50 paths are told."),
        ('through: ["hodler"]', "Nothing is known by 'hodler'."),
        ('kinds: ["Preson"]', "Nothing is known by 'Preson'."),
    ],
)
def test_what_cannot_be_followed_is_refused(refused: Ask, arguments: str, message: str) -> None:
    error = refused(f'{{ path(from: "person/ann", to: "person/bob", {arguments}) {{ length }} }}')

    assert error["message"] == message


def test_two_groups_with_one_officer_are_connected_by_that(asked_of: Ask) -> None:
    ends = {"from": "organisation/11E/ccg", "to": "organisation/12D/ccg"}

    found = asked_of(PATH, **ends, first=1)["path"]

    assert found["nodes"] == [
        {
            "sentence": "NHS Bath and North East Somerset CCG and NHS Swindon CCG shared Tracey"
            " Cox, by 2019-02-28 until at least 2019-11-26."
        }
    ]


def test_through_hubs_only_where_they_are_asked_for(asked_of: Ask) -> None:
    ends = {"from": "organisation/05F/ccg", "to": "organisation/5CQ/pct"}

    found = asked_of(PATH, **ends)["path"]
    through = asked_of(PATH, **ends, hubs=True)["path"]

    assert (found["length"], found["note"]) == (
        None,
        "They are connected only through hubs, which were not asked for.",
    )
    assert through["length"] == 3


@pytest.mark.parametrize("by", ["LENGTH", "EVIDENCE"])
def test_it_is_the_answer_that_the_analysis_gives(
    asked_of: Ask, release: OpenRelease, by: str
) -> None:
    ends = {"from": "organisation/5A4/pct", "to": "organisation/08V/ccg"}

    found = asked_of(PATH, **ends, most=4, by=by, first=10)["path"]

    wish = Wish(most=10, longest=4, by="evidence" if by == "EVIDENCE" else "length")
    here, there = (mint(*each.split("/")) for each in ends.values())
    told = release.paths.between(here, there, wish)
    assert found["totalCount"] == len(told.paths) == 10
    assert [each["sentence"] for each in found["nodes"]] == [each.sentence for each in told.paths]


def test_a_length_of_null_is_the_default(ask: Ask) -> None:
    given = {"from": ANN, "to": ALDER}

    assert ask(PATH, **given, most=None) == ask(PATH, **given, most=4)
