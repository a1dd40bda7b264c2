"""Codes are in capitals: small letters are taken for them, wherever a code names something."""

from typing import Any

from kg.model.ontology import load

Ask = Any


def test_a_code_in_small_letters_names_the_same_thing(ask: Ask) -> None:
    data = ask("""{ small: organisation(odsCode: "e1") { id }
      large: organisation(odsCode: "E1") { id } other: organisation(odsCode: "e9") { id } }""")

    east = {"id": "organisation/E1/stp"}
    assert data == {"small": east, "large": east, "other": None}


def test_so_it_does_in_a_lineage(ask: Ask) -> None:
    data = ask('{ lineage(odsCode: "n1") { of { id } } }')

    assert data["lineage"]["of"] == [
        {"id": "organisation/N1/ccg"},
        {"id": "organisation/N1/united"},
    ]


def test_so_it_does_in_a_filter(ask: Ask) -> None:
    data = ask("""query($in: [String!]) {
      eq: organisations(where: {odsCode: {eq: "e1"}}) { nodes { name } }
      in: organisations(where: {odsCode: {in: $in}}) { nodes { name } }
      null: organisations(where: {odsCode: {eq: null, isNull: true}}) { nodes { name } }
      not: organisations(where: {not: {odsCode: {in: ["n1", "s1"]}}}) { nodes { name } } }""",
        **{"in": ["e1", "S1"]})  # fmt: skip

    def names(key: str) -> list[str]:
        return [each["name"] for each in data[key]["nodes"]]

    assert (names("eq"), names("in")) == (["East"], ["East", "South"])
    assert (names("null"), names("not")) == (["The Paper"], ["East", "The Paper"])


def test_names_are_taken_as_they_are_written(ask: Ask) -> None:
    # Only a field that is said to be in capitals is: two names may differ by their capitals alone.
    data = ask("""{ organisation(name: "east") { id }
      organisations(where: {name: {eq: "east"}}) { totalCount } }""")

    assert data == {"organisation": None, "organisations": {"totalCount": 0}}


def test_the_ontology_says_which_fields_are_in_capitals() -> None:
    found = {
        (one.name, each.name)
        for one in load().classes.values()
        for each in one.properties
        if each.in_capitals
    }

    assert found == {
        ("Organisation", "odsCode"), ("Organisation", "gssCode"), ("Area", "gssCode"),
    }  # fmt: skip
