"""Posts that a verb tells, and those of a person told of in the paragraph before."""

import pytest

from kg.documents.mentions.read import read_mentions


def posts(text: str) -> list[tuple[str, str]]:
    return [(each.holder_name, each.title) for each in read_mentions(text).posts]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Priya Nath began work on Monday as accountable officer for Hull CCG.",
         [("Priya Nath", "accountable officer")]),
        ("Dr Sarah Kemp, who chaired Wyre until May, agreed.", [("Sarah Kemp", "chair")]),
        ("Dr Sarah Kemp has been picked to lead the merged CCG.", [("Sarah Kemp", "leader")]),
        ("Tom Reid, senior fellow in health policy at the King’s Fund, said so.",
         [("Tom Reid", "senior fellow in health policy")]),
        ("Sally Teale, elected last year as the council’s leader, agreed.",
         [("Sally Teale", "leader")]),
        ("Kate Moss will step up from deputy to become interim accountable officer.",
         [("Kate Moss", "interim accountable officer")]),
        ("Jane Hart has seen it all.\n\nIn 2015 she became managing director of Hull CCG.",
         [("Jane Hart", "managing director")]),
    ],
)  # fmt: skip
def test_a_verb_tells_the_post(text: str, expected: list[tuple[str, str]]) -> None:
    assert posts(text) == expected


def test_she_is_nobody_where_the_paragraph_before_tells_of_two() -> None:
    text = "Jane Hart met Ann Lee.\n\nIn 2015 she became managing director of Hull CCG."

    assert [each.holder_name for each in read_mentions(text).posts] == [""]


@pytest.mark.parametrize("text", ["Joined Up Care Surrey agreed.", "Working Together Fund agreed."])
def test_a_name_with_a_function_word_is_no_person(text: str) -> None:
    assert read_mentions(text).people == ()
