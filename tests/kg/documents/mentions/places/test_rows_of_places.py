"""Places that stand for bodies, by the company they keep."""

import pytest

from kg.documents.mentions.read import read_mentions


def links(text: str, issued: str = "2019-05") -> list[str]:
    found = read_mentions(text, issued=issued).organisations
    return list(dict.fromkeys(one.link for one in found if one.link))


def test_one_name_that_only_a_body_has_tells_what_its_row_is() -> None:
    told = (
        "GPs in Dudley, Walsall, Wolverhampton, and Sandwell and West Birmingham vote on the CCG."
    )

    assert links(told) == ["05C/ccg", "05Y/ccg", "06A/ccg", "05L/ccg"]


def test_a_row_may_hold_bodies_with_their_type() -> None:
    told = "Talks between Corby CCG, Stafford and Surrounds and Cannock Chase have stopped."

    assert links(told) == ["03V/ccg", "05V/ccg", "04Y/ccg"]


@pytest.mark.parametrize(
    "told",
    [
        "The CCGs know that people in Kent and Medway travel far.",
        "The CCGs said residents of South Gloucestershire and North Somerset pay more.",
        "Patients from West Lancashire go to Southport for what the CCGs buy.",
    ],
)
def test_where_people_live_is_a_place(told: str) -> None:
    assert links(told) == []


def test_a_short_form_in_brackets_is_read_again() -> None:
    told = "The CCGs are Hambleton, Richmondshire and Whitby (HRW) and Vale of York. HRW agreed."
    found = read_mentions(told, issued="2019-05").organisations

    assert [(one.span.of(told), one.link) for one in found][-1] == ("HRW", "03D/ccg")


@pytest.mark.parametrize(
    ("told", "name"),
    [
        ("KENT COUNTY COUNCIL\nThe committee met.", "Kent County Council"),
        ("Cllr Colm Duggan of Leeds City Council spoke.", "Leeds City Council"),
        ("Reed Care, the GP federation, agreed.", "Reed Care"),
        ("It is for Kent's Health and Wellbeing Board.", "Kent's Health and Wellbeing Board"),
        ("Ann Lee of the Commissioners' Forum spoke.", "Commissioners' Forum"),
    ],
)
def test_a_body_is_named_without_what_stands_beside_it(told: str, name: str) -> None:
    found = read_mentions(told, issued="2019-05").organisations

    assert [one.name for one in found if one.form == "named"] == [name]


def test_what_is_only_of_the_health_service_names_no_body() -> None:
    assert links("NHS managers and NHS regions met over the better care fund.") == []
    assert links("Cuts in the NHS are planned.") == ["x/nhs"]
