"""Which bodies a text names, and which of the register they are."""

from __future__ import annotations

import csv

import pytest

from kg.documents.mentions.names.gazetteer import Body, Gazetteer
from kg.documents.mentions.read import read_mentions
from kg.resources import folder


def _named(text: str, issued: str) -> list[tuple[str, str]]:
    found = read_mentions(text, issued=issued).organisations
    return list(dict.fromkeys((one.name, one.link) for one in found))


def test_one_question_to_the_register_splits_a_list() -> None:
    assert _named("A plan for Bexley, Bromley and Greenwich CCGs failed.", "2018-05") == [
        ("Bexley CCG", "07N/ccg"),
        ("Bromley CCG", "07Q/ccg"),
        ("Greenwich CCG", "08A/ccg"),
    ]
    one = "A plan for Durham Dales, Easington and Sedgefield CCG failed."
    assert _named(one, "2018-05") == [("Durham Dales, Easington and Sedgefield CCG", "00D/ccg")]
    both = "Coventry and Rugby and Warwickshire North CCGs wait."
    assert _named(both, "2018-05") == [
        ("Coventry and Rugby CCG", "05A/ccg"),
        ("Warwickshire North CCG", "05H/ccg"),
    ]


def test_a_plural_after_a_county_is_a_group_and_no_body() -> None:
    found = read_mentions("The six Staffordshire CCGs have dropped it.", issued="2019-10")
    assert found.organisations == ()
    assert [(one.name, one.place, one.size) for one in found.groups] == [
        ("Staffordshire CCGs", "Staffordshire", 6)
    ]


def test_a_counted_group_has_the_members_that_the_text_lists() -> None:
    text = "Corby and Nene CCGs may merge. The two CCGs will vote."
    found = read_mentions(text, issued="2019-05")
    assert [(one.size, one.members) for one in found.groups if one.type == "ccg"] == [
        (2, ("03V/ccg", "04G/ccg"))
    ]


def test_the_day_decides_which_body_a_name_means() -> None:
    # the same place names an STP of 2016, and a board that nobody could mean in 2012
    assert _named("Devon ICB was not known.", "2012-03") == [("Devon ICB", "")]
    assert _named("Devon ICB was set up.", "2022-07") == [("Devon ICB", "QJK/icb")]
    assert _named("NHS Dorset said no.", "2023-01") == [("NHS Dorset", "QVV/icb")]
    assert _named("NHS Dorset said no.", "2016-01") == [("NHS Dorset", "11J/ccg")]


def test_short_forms_in_brackets_and_references_lead_to_the_body() -> None:
    text = (
        "The Rural Practices Federation (RPF) objected. RPF members met the NHS Alliance. "
        "The federation will not move, and the alliance agreed."
    )
    found = read_mentions(text, issued="2013-05").organisations
    assert [(one.key, one.form) for one in found] == [
        ("n/rural-practices-federation", "named"),
        ("n/rural-practices-federation", "short"),
        ("n/rural-practices-federation", "short"),
        ("x/nhs-alliance", "named"),
        ("n/rural-practices-federation", "reference"),
        ("x/nhs-alliance", "reference"),
    ]


def test_regional_offices_are_bodies_of_their_own() -> None:
    text = "NHS England Midlands and East said no; the NHSE/I region – East of England – said yes."
    assert [one.canonical for one in read_mentions(text, issued="2019-10").organisations] == [
        "NHS England Midlands and East region",
        "NHS England/Improvement East of England region",
    ]


def test_bodies_of_no_list_are_found_by_the_form_of_their_names() -> None:
    text = (
        "Mid Mersey LMC, Holderness Health Federation, Ferriby Hospitals NHS Foundation Trust, "
        "Thornby & Co Ltd and the University of Westhampton told the Westhampton Gazette."
    )
    names = [one.name for one in read_mentions(text, issued="2019").organisations]
    assert names[:3] == [
        "Mid Mersey LMC",
        "Holderness Health Federation",
        "Ferriby Hospitals NHS Foundation Trust",
    ]
    assert names[-2:] == ["University of Westhampton", "Westhampton Gazette"]


def _plain(name: str) -> str:
    return name.removesuffix(" ICS").removesuffix(" (Health and Care Partnership)")


@pytest.mark.parametrize(("table", "kind"), [("ccgs", "ccg"), ("icbs", "icb"), ("stps", "stp")])
def test_registered_names_lead_to_their_codes(table: str, kind: str) -> None:
    # the aim is 98 in 100; a name that two bodies share on the day is left open
    right = total = 0
    with (folder("kg.data") / "register" / f"{table}.csv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file):
            day = (row["opened"].split("/")[-1] or "2018-01-01")[:7]
            suffix = " STP" if kind == "stp" and "Partnership" not in _plain(row["name"]) else ""
            text = f"Yesterday {_plain(row['name'])}{suffix} met."
            links = {one.link for one in read_mentions(text, issued=day).organisations}
            right += f"{row['ods_code']}/{kind}" in links
            total += 1
    assert right >= 0.98 * total


def test_a_place_stands_for_its_body_where_it_acts_like_one() -> None:
    text = (
        "The CCGs differ: Tameside and Glossop were first, and Wigan Borough voted no. "
        "People in Corby wait. CCGs like Crawley may follow."
    )
    found = read_mentions(text, issued="2018-05").organisations
    assert [(one.name, one.link, one.form) for one in found] == [
        ("Tameside and Glossop", "01Y/ccg", "short"),
        ("Wigan Borough", "02H/ccg", "short"),
        ("Crawley", "09H/ccg", "short"),
    ]


def test_where_name_and_day_leave_two_none_is_chosen() -> None:
    # two synthetic bodies of one name: the shipped register has none that stood together
    gazetteer = Gazetteer()
    gazetteer.add("NHS Twin CCG", Body("01T/ccg", "NHS Twin CCG", "ccg", "2013-04-01", ""))
    gazetteer.add("NHS Twin CCG", Body("02T/ccg", "NHS Twin CCG", "ccg", "2014-04-01", ""))
    assert [one.code for one in gazetteer.link("Twin", "ccg", "2016-01").options] == [
        "01T/ccg",
        "02T/ccg",
    ]
    assert gazetteer.link("Twin", "ccg", "2016-01").body is None
    chosen = gazetteer.link("Twin", "ccg", "2013-06").body
    assert chosen is not None
    assert chosen.code == "01T/ccg"


_THREE = [("Airedale, Wharfedale and Craven", "02N/ccg"), ("Vale of York", "03Q/ccg"),
          ("Harrogate and Rural District", "03E/ccg")]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "The CCGs are: {0}; {1}; and {2}. They will vote.",
        "The CCGs of {0}, {1} and {2} will vote.",
        "Three CCGs – {0}, {1} and {2} – will vote.",
        "The CCGs are:\n• {0}\n• {1}\n• {2}\nThey will vote.",
        "{0}, {1} and {2} will vote; other CCGs wait.",
    ],
)
def test_lists_of_places_stand_for_bodies_of_the_type_before(text: str) -> None:
    named = _named(text.format(*(name for name, _ in _THREE)), "2018-05")
    assert named == _THREE


def test_a_short_form_may_stand_inside_a_name_and_be_used_later() -> None:
    text = "Harrogate and Rural District (HaRD) CCG met. HaRD CCG voted."
    found = read_mentions(text, issued="2018-05").organisations
    assert found[0].name == "Harrogate and Rural District CCG"
    assert {one.link for one in found} == {"03E/ccg"}


def test_a_direction_in_a_list_has_the_place_of_its_last_part() -> None:
    assert _named("Yesterday Central, North and South Manchester CCGs met.", "2016-11") == [
        ("Central Manchester CCG", "00W/ccg"),
        ("North Manchester CCG", "01M/ccg"),
        ("South Manchester CCG", "01N/ccg"),
    ]


def test_the_place_that_opens_a_sentence_is_no_body_of_the_list() -> None:
    names = [name for name, _ in _named("In Kent, Swale and Thanet CCGs met.", "2018-05")]
    assert names == ["Swale CCG", "Thanet CCG"]


def test_nhs_opens_a_new_name_in_a_list() -> None:
    text = "A merger of NHS Bexley with NHS Bromley and NHS Greenwich CCGs is near."
    assert [link for _, link in _named(text, "2018-05")] == ["07N/ccg", "07Q/ccg", "08A/ccg"]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The think tank Reform has urged speed.", "Reform"),
        ("Jo Roe from Save Our Ferriby Hospital spoke.", "Save Our Ferriby Hospital"),
        ("Healthwatch Ferriby agreed.", "Healthwatch Ferriby"),
        (
            "It was put to the Humber, Coast and Vale Health and Care Partnership.",
            "Humber, Coast and Vale Health and Care Partnership",
        ),
        ("Ferriby Women's and Children's NHS Trust agreed.",
         "Ferriby Women's and Children's NHS Trust"),
    ],
)  # fmt: skip
def test_names_of_other_bodies_are_read_whole(text: str, name: str) -> None:
    assert [one.name for one in read_mentions(text, issued="2019").organisations] == [name]


def test_capitals_of_a_headline_tell_nothing() -> None:
    text = "RESIDENTS MUST LISTEN OVER CCG PLAN\n\nBexley CCG met.\n"
    assert _named(text, "2018-05") == [("Bexley CCG", "07N/ccg")]
