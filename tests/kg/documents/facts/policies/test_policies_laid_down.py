"""What is laid down from above for those that would merge, and what is no policy."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def policies(text: str) -> list[tuple[str, bool | None]]:
    found = read_facts(text, read_mentions(text, issued="2019-10-01")).policies
    return [(each.wording, each.drops) for each in found]


@pytest.mark.parametrize(
    ("text", "wording", "drops"),
    [
        ("There are 191 CCGs. The plan says there will typically be one per ICS.",
         "there will typically be one per ICS", False),
        ("A slide for CCGs put it as 1 ICS = 1 CCG.", "", True),
        ("He said that ICSs ‘must’ reduce to one CCG by 2021.",
         "ICSs ‘must’ reduce to one CCG by 2021", True),
        ("In guidance it said that a single CCG per ICS is the expectation, other than in "
         "exceptional circumstances.", "", False),
        ("NHS England says that any group applying to merge must show the support of its members.",
         "any group applying to merge must show the support of its members", None),
        ("NHS England would not accept new applications for mergers.", "", None),
        ("A draft says applicants must have the backing of councils and that new boundaries should "
         "not cross those of an STP.", "", None),
        ("CCGs must live on a fifth less administrative money than before.",
         "CCGs must live on a fifth less administrative money than before", None),
        ("Running costs must be “20 per cent lower in real terms by 2020-21”.", "", None),
        ("NHS England told its leaders to show “a single commissioning voice” before they tried "
         "again.", "show “a single commissioning voice” before they tried again", None),
    ],
)  # fmt: skip
def test_what_is_laid_down_is_read_with_its_hedge(
    text: str, wording: str, drops: bool | None
) -> None:
    found = policies(text)

    assert {each[1] for each in found} == {drops}
    assert not wording or wording in {each[0] for each in found}


@pytest.mark.parametrize(
    "text",
    [
        "Councillors were told that the move would save £1.1m in running costs.",
        "There is nothing in the long-term plan which says CCGs must merge.",
        "Hull and Bury CCGs should be dissolved on 31 March.",
    ],
)
def test_savings_denials_and_mergers_by_name_are_no_policy(text: str) -> None:
    assert policies(text) == []
