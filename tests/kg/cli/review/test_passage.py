"""A text is wrapped so that no character of it is lost and no row is wider than there is room."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from rich.cells import cell_len

from kg.cli.review.marking import Marking
from kg.cli.review.passage import rows

TEXTS = st.text(st.sampled_from("ab  \n\r\u2028’—字é́\u00a0\tz."), max_size=60)


@given(TEXTS, st.integers(2, 12))
def test_rows_hold_all_but_line_breaks_in_order(text: str, width: int) -> None:
    found = rows(text, width)

    place = 0
    for row in found:
        assert not text[place : row.start].strip("\n\r\u2028")
        assert row.start <= row.end
        place = row.end
    assert not text[place:].strip("\n\r\u2028")


@given(TEXTS, st.integers(2, 12))
def test_no_row_is_wider_than_asked_but_for_space_at_its_end(text: str, width: int) -> None:
    shown = [text[row.start : row.end].rstrip().replace("\t", " ") for row in rows(text, width)]
    assert all(cell_len(each) <= width for each in shown)


@given(TEXTS.filter(bool), st.lists(st.tuples(st.booleans(), st.integers(-3, 3)), max_size=8))
def test_a_marked_place_is_some_of_the_text(text: str, moves: list[tuple[bool, int]]) -> None:
    marking = Marking.at(text, 0)
    for number, (is_word, step) in enumerate(moves):
        marking = marking.by_word(step) if is_word else marking.by_letter(step)
        marking = marking.begun() if number == 3 else marking
        start, end = marking.place
        assert 0 <= start < end <= len(text)
