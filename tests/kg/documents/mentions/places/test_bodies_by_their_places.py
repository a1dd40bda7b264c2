"""Bodies named by places alone, by places in another order, or by the first of several."""

import pytest

from kg.documents.mentions.read import read_mentions


def links(text: str, issued: str) -> dict[str, str]:
    found = read_mentions(text, issued=issued)
    return {one.name: one.link for one in found.organisations if one.form != "reference"}


@pytest.mark.parametrize(
    ("name", "link"),
    [
        ("Shropshire, Telford and Wrekin STP", "QOC/stp"),
        ("Telford and Wrekin and Shropshire STP", "QOC/stp"),
        ("Swindon, Wiltshire, Bath and North East Somerset STP", "QOX/stp"),
        ("Luton, Bedfordshire and Milton Keynes STP", "QHG/stp"),
    ],
)
def test_places_in_another_order_lead_to_the_one_body_that_has_them(name: str, link: str) -> None:
    assert links(f"The {name} has a new lead.", "2018-05") == {name: link}


def test_a_footprint_is_called_by_the_first_of_its_places() -> None:
    assert links("Humber STP and the Norfolk STP have new leads.", "2018-05") == {
        "Humber STP": "QOQ/stp",
        "Norfolk STP": "QMM/stp",
    }


def test_a_row_after_a_dash_is_of_bodies_though_the_register_adds_to_two_names() -> None:
    told = "The CCGs – Brent, Central London, Hounslow and West London – agreed."

    assert links(told, "2019-09") == {
        "Brent": "07P/ccg", "Central London": "09A/ccg", "Hounslow": "07Y/ccg",
        "West London": "08Y/ccg",
    }  # fmt: skip


def test_those_who_are_of_bodies_are_not_of_their_names() -> None:
    told = (
        "Practices in East Surrey and Surrey Downs CCGs voted. In Croydon and Sutton CCGs, 12 did."
    )

    assert sorted(links(told, "2019-09")) == [
        "Croydon CCG", "East Surrey CCG", "Surrey Downs CCG", "Sutton CCG",
    ]  # fmt: skip


def test_a_list_that_became_one_name_later_is_still_a_list() -> None:
    told = "CCGs merge. Leeds hopes so, as do Bristol, North Somerset and South Gloucestershire."

    assert {"Bristol", "North Somerset", "South Gloucestershire"} <= set(links(told, "2017-03"))


def test_the_ccg_of_a_place_that_was_just_named_is_meant() -> None:
    told = "In Sunderland, GPs have not been asked at all: the CCG has no plans."

    assert links(told, "2019-09") == {"Sunderland": "00P/ccg"}


def test_an_adjective_of_a_party_is_no_party() -> None:
    told = "Its Conservative administration agreed. The Conservative Party did not."

    assert list(links(told, "2019-09")) == ["Conservative Party"]


@pytest.mark.parametrize(
    ("told", "names"),
    [
        ("Healthwatch Kirklees and Kirklees Council agreed.",
         ["Healthwatch Kirklees", "Kirklees Council"]),
        ("Harrow and Brent councils agreed.", ["Harrow council", "Brent council"]),
        ("Rotherham, Doncaster and South Humber Foundation Trust agreed.",
         ["Rotherham, Doncaster and South Humber Foundation Trust"]),
        ("Kent Community Health Foundation Trust agreed.",
         ["Kent Community Health Foundation Trust"]),
        ("NHS England’s midlands and east office agreed.", ["NHS England midlands and east"]),
        ("In Kent, the LMC agreed.", ["Kent LMC"]),
    ],
)  # fmt: skip
def test_bodies_beside_others_keep_their_whole_names(told: str, names: list[str]) -> None:
    assert [one.name for one in read_mentions(told, issued="2019-03").organisations] == names
