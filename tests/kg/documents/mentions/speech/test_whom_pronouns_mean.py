"""Whom `he` and `she` mean, and who is called by what they are."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def speakers(text: str) -> list[str]:
    return [one.speaker for one in read_mentions(text, issued="2019-05").quotations]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        # somebody unnamed told of after somebody named
        (
            "Dr Ann Lee backed it. A senior source at NHS England disagrees. “It was never a"
            " target,”"
            " he said. “It was an ambition.”",
            ["senior source at NHS England"] * 2,
        ),
        (
            "Mark Dow leads Kent CCG. A practice manager from Dover, who asked not to be named,"
            " said"
            " staff were in tears. “They found out last,” she said.",
            ["practice manager from Dover"],
        ),
        (
            "Mark Dow leads Kent CCG. One GP who sat in on the talks was cross. “We were told,”"
            " said"
            " the GP. “Nobody asked.”",
            ["One GP who sat in on the talks"] * 2,
        ),
        (
            "Mark Dow runs Kent CCG. His predecessor was no kinder. “I told them,” she said.",
            ["predecessor"],
        ),
        # a post that is to be filled is nobody
        (
            "Dr Ann Lee is for it. A joint chief officer will be recruited. “It is time,” she"
            " said.",
            ["Ann Lee"],
        ),
        ("Ann Lee, who works with a nurse, is for it. “It is time,” she said.", ["Ann Lee"]),
        # an interview, in which others are told of
        (
            "Jane Holt runs Derby ICB. She was a nurse.\n\nHer finance director, Chris Poole, looks"
            " after the money.\n\n“You do it by being dull,” she says.",
            ["Jane Holt"],
        ),
        (
            "Jane Holt runs Derby ICB. “I like maps,” she says. Its chair, Robin Marsh, ran a"
            " bank. “He"
            " asks good questions,” she says.",
            ["Jane Holt"] * 2,
        ),
        (
            "Jane Holt runs Derby ICB. She likes it. Sam Carter, leader of the council, told me"
            " he had"
            " doubts. “It is too far,” he said.\n\nIs she worried? “Not in the least.”",
            ["Sam Carter", "Jane Holt"],
        ),
        (
            "Ann Lee chairs Hull CCG. National leaders, she says, were clear. “They wanted one"
            " number.”",
            ["Ann Lee"],
        ),
        # titles tell, and so does who has been `he` before
        (
            "Mr Dow left in 2019. Mrs Pell came in June. “I found a mess,” she said. “I left"
            " none,” he"
            " replied.",
            ["Mrs Pell", "Mr Dow"],
        ),
        (
            "Ann Lee chairs Hull CCG. Dr Raj Pillai, its former chair, opposed it, and he lost."
            " “We had"
            " the votes,” she says.",
            ["Ann Lee"],
        ),
        (
            "Rob Tully will leave. Dr Helen Marr paid tribute to him. “A rock,” she said.",
            ["Helen Marr"],
        ),
        # who wrote the article does not speak in it
        (
            "Weekly notes by reporter Imogen Tate\n\nThe merger is off. “It was unwise,” he said.",
            [""],
        ),
        # called by a post, a title or a trade
        (
            "Cllr Janet Orr wants an inquiry. The Labour councillor said people had been “misled"
            " twice”.",
            ["Janet Orr"],
        ),
        (
            "Pat Lomas leads the new body. “We build it as we fly it,” the Selby GP told members.",
            ["Pat Lomas"],
        ),
    ],
)  # fmt: skip
def test_the_nearest_whom_the_text_allows_is_meant(text: str, expected: list[str]) -> None:
    assert speakers(text) == expected
