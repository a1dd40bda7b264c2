"""`path`: how two things are connected."""

from collections.abc import Callable
from typing import Any

import pytest

Ask = Callable[..., dict[str, Any]]

PATH = """query($from: ID!, $to: ID!, $most: Int, $through: [String!], $asOf: Date, $known: Date,
  $first: Int) {
  path(from: $from, to: $to, maxLength: $most, through: $through, asOf: $asOf, publishedBy: $known,
    first: $first) { length totalCount isComplete nodes { sentence } } }"""
ANN, BOB, ALDER = "person/ann", "person/bob", "organisation/A1/ccg"


def test_a_hop_is_a_statement_read_either_way(ask: Ask) -> None:
    data = ask(
        """{ path(from: "person/ann", to: "organisation/A1/ccg",
            through: ["holder", "organisation"])
          { length totalCount isComplete nodes { sentence hops {
            from { id } to { id label } property iri label isReversed sentence } } } }"""
    )

    assert data["path"] == {
        "length": 2,
        "totalCount": 1,
        "isComplete": True,
        "nodes": [
            {
                "sentence": "Ann – holds – tenure/ann – at the body – Alder",
                "hops": [
                    {
                        "from": {"id": "person/ann"},
                        "to": {"id": "tenure/ann", "label": None},
                        "property": "holder",
                        "iri": "https://w3id.org/coterminous/def#holder",
                        "label": "holds",
                        "isReversed": True,
                        "sentence": "Ann – holds – tenure/ann",
                    },
                    {
                        "from": {"id": "tenure/ann"},
                        "to": {"id": "organisation/A1/ccg", "label": "Alder"},
                        "property": "organisation",
                        "iri": "https://w3id.org/coterminous/def#organisation",
                        "label": "at the body",
                        "isReversed": False,
                        "sentence": "tenure/ann – at the body – Alder",
                    },
                ],
            }
        ],
    }


def test_all_chains_that_are_shortest_are_found_from_either_end(ask: Ask) -> None:
    asked = {"through": ["asserter", "disputes"], "most": 6}
    there = ask(PATH, **{"from": ANN, "to": BOB}, **asked)["path"]
    back = ask(PATH, **{"from": BOB, "to": ANN}, **asked)["path"]

    assert there == {
        "length": 3,
        "totalCount": 1,
        "isComplete": True,
        "nodes": [
            {
                "sentence": "Ann – says – claim/1 – is disputed by – claim/2 – who says it – Bob",
            }
        ],
    }
    assert back["nodes"] == [
        {"sentence": "Bob – says – claim/2 – disputes – claim/1 – who says it – Ann"}
    ]


def test_who_says_a_thing_connects_only_where_it_is_asked_for(ask: Ask) -> None:
    # A paper that writes of two bodies would otherwise be the shortest way between them.
    data = ask(
        """{ path(from: "person/ann", to: "person/bob", maxLength: 6) {
            length nodes { hops { property } } } }"""
    )["path"]

    assert data["length"] == 6
    assert "asserter" not in {hop["property"] for each in data["nodes"] for hop in each["hops"]}


@pytest.mark.parametrize(
    ("given", "length"),
    [
        ({}, 2),
        ({"most": 1}, None),
        ({"through": ["holder", "organisation"]}, 2),
        ({"through": ["successor"]}, None),
        ({"through": ["holder", "organisation"], "asOf": "2020-03-31"}, 2),
        ({"through": ["holder", "organisation"], "asOf": "2020-04-01"}, None),
        ({"through": ["holder", "organisation"], "known": "2020-01-01"}, 2),
        ({"through": ["holder", "organisation"], "known": "2019-12-31"}, None),
    ],
)
def test_each_argument_says_what_may_be_followed(
    ask: Ask, given: dict[str, Any], length: int | None
) -> None:
    data = ask(PATH, **{"from": ANN, "to": ALDER}, **given)

    assert data["path"]["length"] == length
    assert data["path"]["isComplete"] is True


def test_a_page_cuts_chains_and_not_their_number(ask: Ask) -> None:
    asked = {"from": "document/d1", "to": "document/d2", "most": 6, "through": ["inDocument",
             "evidence", "disputes", "asserter"]}  # fmt: skip

    whole, cut = ask(PATH, **asked)["path"], ask(PATH, **asked, first=1)["path"]

    assert (whole["length"], whole["totalCount"]) == (5, 1)
    assert (cut["totalCount"], cut["nodes"]) == (1, whole["nodes"][:1])


def test_a_thing_is_connected_with_itself_and_with_nothing_that_is_not_there(ask: Ask) -> None:
    same = ask(PATH, **{"from": ANN, "to": ANN})["path"]

    assert same == {
        "length": 0,
        "totalCount": 1,
        "isComplete": True,
        "nodes": [{"sentence": "They are the same."}],
    }
    assert ask(PATH, **{"from": ANN, "to": "person/nobody"}) == {"path": None}


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        ("maxLength: 0", "`maxLength` is 0; a path has 1 to 6 hops."),
        ("maxLength: 7", "`maxLength` is 7; a path has 1 to 6 hops."),
        ('through: ["hodler"]', "Nothing is known by 'hodler'."),
    ],
)
def test_what_cannot_be_followed_is_refused(refused: Ask, arguments: str, message: str) -> None:
    error = refused(f'{{ path(from: "person/ann", to: "person/bob", {arguments}) {{ length }} }}')

    assert error["message"] == message


def test_officers_of_two_groups_are_connected_through_posts(asked_of: Ask) -> None:
    data = asked_of(
        PATH,
        **{"from": "organisation/11E/ccg", "to": "organisation/12D/ccg", "most": 4},
        through=["holder", "organisation"],
    )

    assert data["path"]["length"] == 4
    assert "Tracey Cox" in data["path"]["nodes"][0]["sentence"]


def test_a_length_of_null_is_the_default(ask: Ask) -> None:
    given = {"from": ANN, "to": ALDER}

    assert ask(PATH, **given, most=None) == ask(PATH, **given, most=4)
