"""The library as a mapping."""

import pytest

from kg.errors import UnknownQuestion
from kg.questions.library import Library


def test_a_question_that_is_not_there_is_not_in_it() -> None:
    library = Library()

    assert "people/shared-chief-officer" in library
    assert "people/shared-chief" not in library
    assert "inside/known" not in library
    with pytest.raises(UnknownQuestion, match="people/shared-chief'"):
        library["people/shared-chief"]
