"""The first page: the counts beside its questions, and how pressure is told in a line."""

from collections.abc import Callable

from kg.release.opened import OpenRelease
from server.pages.questions.grouped import Cell, Group, briefly
from server.pages.questions.outcomes import outcomes
from server.pages.words.names import Link


def test_the_count_line_is_told_for_attested_days_and_for_carried_posts(
    small_release: OpenRelease,
) -> None:
    told = outcomes(small_release, "people/shared-chief-officer")

    place = "/questions/people/sharing-count?on=2018-11-01&carry="
    assert told.title == "On 1 November 2018"
    assert told.links == [
        Link("0 CCGs shared 0 officers, on attested days only", f"{place}0"),
        Link("0 CCGs shared 0 officers, with posts carried up to 12 months", f"{place}12"),
    ]


def test_the_outcome_of_the_rule_is_told_for_the_days_on_which_there_were_areas(
    small_release: OpenRelease,
) -> None:
    # The one membership of the small world ends on 31 March 2020.
    told = outcomes(small_release, "policy/one-ccg-restatements")

    assert told.title == "What came of it: areas with exactly one CCG"
    assert told.links == [
        Link("31 March 2020: 1 of 1 areas", "/questions/areas/one-ccg-count?on=2020-03-31")
    ]


def test_a_question_without_counts_has_none(small_release: OpenRelease) -> None:
    assert outcomes(small_release, "mergers/pressed-proposals").links == []


def test_the_first_page_leads_to_the_questions_that_count(page: Callable[[str], str]) -> None:
    text = page("/")

    assert '<a href="/questions/areas/one-ccg-count?on=2020-03-31">31 March 2020: 1 of 1' in text
    assert '<a href="/questions/people/sharing-count?on=2018-11-01&amp;carry=0">0 CCGs' in text


def test_what_is_told_twice_is_said_once() -> None:
    def pressed(presser: str, level: str) -> Group:
        return Group([Cell("pressed by", Link(presser)), Cell("", Link(level))], [], [])

    told = [
        pressed("NHS England", "directed"),
        pressed("A region", "objection"),
        pressed("NHS England", "directed"),
        pressed("NHS England", "conditional"),
    ]

    assert briefly(told, 2) == [
        "pressed by NHS England (directed, conditional)", "pressed by A region (objection)",
    ]  # fmt: skip
    assert briefly([Group([Cell("", Link("NHS Town CCG."))], [], [])], 1) == ["NHS Town CCG"]
