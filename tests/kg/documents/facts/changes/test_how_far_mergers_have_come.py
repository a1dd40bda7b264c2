"""How far a merger has come, where the words for it are beside other words."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def status(text: str) -> tuple[str, str]:
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    (change,) = facts.changes
    return change.status, change.date


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Plans to merge Hull CCG and Swindon CCG have been shelved until at least 2022.",
         "delayed"),
        ("The merger of Hull CCG and Swindon CCG has been shelved.", "dropped"),
        ("The merger of Hull CCG and Swindon CCG was put back again after GPs refused to have it.",
         "delayed"),
        ("GPs are being asked to let Hull CCG and Swindon CCG merge.", "proposed"),
        ("NHS England is expected to approve the merger of Hull CCG and Swindon CCG.", "proposed"),
        ("Doctors have agreed to merge Hull CCG with Swindon CCG.", "voted for"),
        ("The boards have agreed to merge Hull CCG with Swindon CCG.", "agreed"),
        ("Members of Hull CCG and Swindon CCG voted by 88% to 12%, on a low turnout, to merge.",
         "voted for"),
        ("Hull CCG and Swindon CCG have voted to go it alone rather than merge.", "rejected"),
        ("Hull CCG and Swindon CCG will merge. Councillors have refused to back the merger.",
         "planned"),
        ("NHS England has told Hull CCG and Swindon CCG that they cannot merge until 2022.",
         "delayed"),
        ("Hull CCG and Swindon CCG had meant to merge in May 2020. They will now do so in April"
         " 2019.", "planned"),
        ("Hull CCG and Swindon CCG had been expected to merge. They did not. It was put on hold.",
         "delayed"),
        ("Hull CCG and Swindon CCG had meant to merge. They tried again and got the green light.",
         "approved"),
    ],
)  # fmt: skip
def test_the_status_is_that_of_the_merger_itself(text: str, expected: str) -> None:
    assert status(text)[0] == expected


def test_both_changes_begin_on_the_day_told_of_both() -> None:
    text = (
        "Hull CCG will merge with Swindon CCG. Luton CCG will merge with Bedfordshire CCG."
        " Both are to go live in April 2020."
    )
    facts = read_facts(text, read_mentions(text, issued="2019-03-10"))
    assert [each.date for each in facts.changes] == ["2020-04", "2020-04"]


def test_a_section_says_how_far_those_have_come_that_do_not_say_it() -> None:
    text = (
        "Where mergers stand\n\nBy the news desk\n\nMuch has happened.\n\nOn the back burner\n\n"
        "Hull. Hull CCG and Swindon CCG talked of merging this spring."
    )
    assert status(text)[0] == "delayed"
