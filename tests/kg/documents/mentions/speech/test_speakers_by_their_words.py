"""Who is quoted, in minutes, letters, columns and reports."""

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text, issued="2019-05").quotations]


@pytest.mark.parametrize(
    ("told", "expected"),
    [
        (
            "Mrs Brathay attended. She informed members that staff had “run out of road”.",
            ["Mrs Brathay"],
        ),
        ("Cllr Ray Outh was opposed. In his view, cuts “will be made by strangers”.", ["Ray Outh"]),
        ("Healthwatch Kent is “deeply uneasy about it”.", ["Healthwatch Kent"]),
        (
            "The NHS Long Term Plan states that each will “typically have one”.",
            ["NHS Long Term Plan"],
        ),
        (
            "Letters from Ann Lee say the health secretary is “minded to agree”.",
            ["health secretary"],
        ),
        ("As one interviewee put it: “We saved four chairs.”", ["one interviewee"]),
        ("“I remain hopeful.” So says Priya Shah of the LMC.", ["Priya Shah"]),
        ("“Tides go out, you know.” Sandra Pomeroy, on hearing it.", ["Sandra Pomeroy"]),
        ("One runs a hospital. “I shan’t notice it,” he said.", ["One runs a hospital"]),
        (
            "Mr Dowd laughed. “Not today,” he said. “Ask me again in June.” Dr Lee asked for more.",
            ["Mr Dowd", "Mr Dowd"],
        ),
    ],
)
def test_the_speaker_is_who_the_text_says(told: str, expected: list[str]) -> None:
    assert speakers(told) == expected
