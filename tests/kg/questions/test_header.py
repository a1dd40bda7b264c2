from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.questions.header import Column, Parameter, read

PATH = Path("people/who.rq")


def test_a_header_names_the_question_its_parameters_and_its_columns() -> None:
    header = read(
        "#+ title: Who\n#+ question: Who ran it?\n#+ param on: the day\n"
        "#+ answer name: the person <- people.nodes.name\n#+ note: Only in office.\nSELECT ?name",
        PATH,
    )

    assert header.title == "Who"
    assert header.question == "Who ran it?"
    assert header.parameters == (Parameter("on", "the day"),)
    assert header.columns == (Column("name", "the person", "people.nodes.name"),)
    assert header.notes == ("Only in office.",)
    assert header.view == "table"


@pytest.mark.parametrize("line", ["#+ answer: no name", "#+ who: me", "#+ question Who?"])
def test_a_header_line_that_cannot_be_read_is_named_with_its_place(line: str) -> None:
    with pytest.raises(InvalidInput) as raised:
        read(f"#+ question: Who?\n{line}\n", PATH)

    assert str(raised.value) == f"people/who.rq:2: cannot read the header line '{line}'"


def test_a_header_without_a_question_is_refused() -> None:
    with pytest.raises(InvalidInput, match=r"people/who.rq:1: the header has no question"):
        read("SELECT ?x {}", PATH)
