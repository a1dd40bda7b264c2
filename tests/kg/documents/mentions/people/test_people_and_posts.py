"""Who is named, which post they hold, and where."""

from __future__ import annotations

import pytest

from kg.documents.mentions.read import read_mentions


def _posts(text: str) -> list[tuple[str, str, tuple[str, ...]]]:
    found = read_mentions(text, issued="2019-05").posts
    return [(one.holder_name, one.title, one.body_names) for one in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Jane Roe, accountable officer for Corby CCG and former chief executive of Nene CCG.",
            [
                ("Jane Roe", "accountable officer", ("Corby CCG",)),
                ("Jane Roe", "former chief executive", ("Nene CCG",)),
            ],
        ),
        ("NHS Corby CCG chair Dr Sam Lee spoke.", [("Sam Lee", "chair", ("NHS Corby CCG",))]),
        ("Dr Sam Lee, who chairs Nene CCG, left.", [("Sam Lee", "chair", ("Nene CCG",))]),
        (
            "Paul Roe and Ann Lee, chairs of Corby CCG and Nene CCG respectively, signed.",
            [("Paul Roe", "chair", ("Corby CCG",)), ("Ann Lee", "chair", ("Nene CCG",))],
        ),
        (
            "Ann Lee was named joint accountable officer of Corby and Nene CCGs.",
            [("Ann Lee", "joint accountable officer", ("Corby CCG", "Nene CCG"))],
        ),
        (
            "Nene CCG will wait. Its managing director, Paul Roe, said so.",
            [("Paul Roe", "managing director", ("Nene CCG",))],
        ),
        (
            "Labour MP for Derby North Ann Lee agreed.",
            [("Ann Lee", "MP for Derby North", ("Labour",))],
        ),
    ],
)
def test_posts_have_their_holders_and_bodies(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert _posts(text) == expected


def test_the_words_tell_interim_former_incoming_and_joint() -> None:
    text = (
        "Interim chief officer Ann Lee, former chair Paul Roe, chair designate Sam Roy and "
        "joint accountable officer Tim Poe met."
    )
    found = read_mentions(text).posts
    assert [(o.holder_name, o.interim, o.former, o.incoming, o.joint) for o in found] == [
        ("Ann Lee", True, False, False, False),
        ("Paul Roe", False, True, False, False),
        ("Sam Roy", False, False, True, False),
        ("Tim Poe", False, False, False, True),
    ]


def test_a_surname_is_the_person_named_in_full_before() -> None:
    found = read_mentions("Dr Ann Lee spoke. Dr Lee left. Mr Poe stayed.").people
    assert [(one.name, one.title, one.key) for one in found] == [
        ("Ann Lee", "Dr", "person/ann-lee"),
        ("Ann Lee", "Dr", "person/ann-lee"),
        ("Poe", "Mr", "person/poe"),
    ]


def test_places_and_bodies_are_no_people() -> None:
    text = (
        "Milton Keynes, Kent, Chatham House and Great Ormond Street are no people; nor is Age UK."
    )
    assert read_mentions(text).people == ()


@pytest.mark.parametrize(
    "name",
    [
        "Anna Smith-Jones", "Hans van der Berg", "Maria de Souza", "Zoë Ball", "J. P. Morgan",
        "John P Smith", "Mary Ann Lee", "José García", "Lucy Hall", "Victoria Lane", "Tim Hill",
    ],
)  # fmt: skip
def test_names_of_every_form_are_read_whole(name: str) -> None:
    for text in (
        f"Nene CCG chair {name} said it was late.",
        f"It was late, said Dr {name}, chair of Nene CCG.",
        f"{name}, the accountable officer, will go.",
    ):
        assert [one.name for one in read_mentions(text).people] == [name]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Sam Roe has taken over as chief officer of both Corby and Nene CCGs.",
            ("Sam Roe", "chief officer", ("Corby CCG", "Nene CCG")),
        ),
        (
            "It will be led by Toby Poe, currently managing director of Nene CCG.",
            ("Toby Poe", "managing director", ("Nene CCG",)),
        ),
        (
            "Corby CCG named Tansi Harper chief officer.",
            ("Tansi Harper", "chief officer", ("Corby CCG",)),
        ),
        (
            "Former NHS England chief executive Sir Tim Poe spoke.",
            ("Tim Poe", "former chief executive", ("NHS England",)),
        ),
        (
            "Tim Poe spoke. He was chief executive of Nene CCG until March.",
            ("Tim Poe", "chief executive", ("Nene CCG",)),
        ),
        ("Shadow health minister Ann Lee spoke.", ("Ann Lee", "Shadow health minister", ())),
    ],
)
def test_posts_are_told_in_many_ways(text: str, expected: tuple[str, str, tuple[str, ...]]) -> None:
    assert _posts(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Dear all,\n\nWe ask.\n\nWe wait.\n\nWe hope.\n\n"
            "Yours sincerely\n\nDr Sam Lee\nChair\nNHS Corby CCG\n",
            [("Sam Lee", "Chair", ("NHS Corby CCG",))],
        ),
        (
            "Sam Lee (chair) and Ann Poe (chief officer) of Corby CCG wrote.",
            [("Sam Lee", "chair", ("Corby CCG",)), ("Ann Poe", "chief officer", ("Corby CCG",))],
        ),
        (
            "Corby CCG chair Sam Lee and chief officer Ann Poe wrote.",
            [("Sam Lee", "chair", ("Corby CCG",)), ("Ann Poe", "chief officer", ("Corby CCG",))],
        ),
        ("Corby CCG, chaired by Dr Sam Lee, met.", [("Sam Lee", "chair", ("Corby CCG",))]),
        ("Corby CCG (chair: Sam Lee) met.", [("Sam Lee", "chair", ("Corby CCG",))]),
        ("Corby CCG: the Chair, Dr Sam Lee, wrote.", [("Sam Lee", "Chair", ("Corby CCG",))]),
        (
            "Corby CCG wrote to NHS England. Its chair, Sam Lee, waits.",
            [("Sam Lee", "chair", ("Corby CCG",))],
        ),
        ("Sam Lee, of the King's Fund, spoke.", [("Sam Lee", "", ("King's Fund",))]),
        ("The King's Fund's Sam Lee spoke.", [("Sam Lee", "", ("King's Fund",))]),
        (
            "Sam Lee will be succeeded by Ann Poe as chair of Corby CCG.",
            [("Ann Poe", "chair", ("Corby CCG",)), ("Sam Lee", "chair", ("Corby CCG",))],
        ),
        (
            "Dear all,\n\nI am chair of Corby CCG.\n\nWe wait.\n\nWe hope.\n\nYours,\nSam Lee\n",
            [("Sam Lee", "chair", ("Corby CCG",))],
        ),
        (
            "Sam Lee retires.\n\n2013–17: chief officer, Corby CCG\n2010–12: director, Nene PCT\n",
            [
                ("Sam Lee", "chief officer", ("Corby CCG",)),
                ("Sam Lee", "director", ("Nene PCT",)),
            ],
        ),
    ],
)
def test_posts_stand_in_letters_brackets_lines_and_sentences(
    text: str, expected: list[tuple[str, str, tuple[str, ...]]]
) -> None:
    assert sorted(_posts(text)) == sorted(expected)


def test_who_is_replaced_held_the_post() -> None:
    text = "Ann Poe becomes chair of Corby CCG, replacing Sam Lee."
    found = read_mentions(text, issued="2019-05").posts
    assert [(one.holder_name, one.title, one.former) for one in found] == [
        ("Ann Poe", "chair", False),
        ("Sam Lee", "chair", True),
    ]


def test_a_title_between_two_people_is_of_one_of_them() -> None:
    text = "The chair, Sam Lee, the chief officer, Ann Poe, and Tim Roe, director of nursing, met."
    assert _posts(text) == [
        ("Sam Lee", "chair", ()),
        ("Ann Poe", "chief officer", ()),
        ("Tim Roe", "director of nursing", ()),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Corby CCG has hired Zbigniew Okereke as chief officer.",
        "Zbigniew Okereke, 54, was named chair.",
        "Zbigniew Okereke, of Corby CCG, said so.",
        "The job has gone to Zbigniew Okereke.",
        "Her successor, Zbigniew Okereke, starts in May.",
        "Zbigniew Okereke takes up the role in May.",
        "Zbigniew Okereke and Ann Lee have both left.",
    ],
)
def test_an_unknown_given_name_is_known_by_what_stands_beside_it(text: str) -> None:
    assert "Zbigniew Okereke" in [one.name for one in read_mentions(text).people]


def test_a_first_word_of_a_sentence_is_no_given_name() -> None:
    found = read_mentions("Health news. Consider Louise Roe, who leads Corby CCG.").people
    assert [one.name for one in found] == ["Louise Roe"]
