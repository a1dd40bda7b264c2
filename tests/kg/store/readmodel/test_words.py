"""The words of a text stay what they are in any case, for the engine too."""

from __future__ import annotations

import pytest

from kg.model.terms import Iri, Literal, Statement
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel.words import Run, is_odd, runs, words

CHANGES = ("LCASE(?t)", "UCASE(?t)", 'IF(REGEX(?t, "^[A-Z0-9]", "i"), "a", "")')


def _every_character() -> list[Literal]:
    codes = (code for code in range(128, 0x110000) if not 0xD800 <= code < 0xE000)
    return [Literal(chr(code)) for code in codes]


@pytest.mark.parametrize("changed", CHANGES)
def test_only_odd_characters_become_ascii_in_another_case(changed: str) -> None:
    # In slices, because the engine holds a literal in full for each row.
    told = _every_character()
    odd = set()
    for at in range(0, len(told), 200_000):
        listed = " ".join(each.nt() for each in told[at : at + 200_000])
        query = (
            f"SELECT ?t {{ VALUES ?t {{ {listed} }} "
            f'BIND ({changed} AS ?u) FILTER REGEX(?u, "[A-Za-z0-9]") }}'
        )
        rows = OxigraphStore.memory().select(query).rows
        odd |= {row[0].text for row in rows if isinstance(row[0], Literal)}
    assert odd
    assert {each for each in odd if not is_odd(each)} == set()


def test_the_engine_keeps_one_way_to_write_a_language() -> None:
    # A text that came twice is told once, by its language as it is written.
    place = Iri("urn:g")
    said = [
        Statement(place, place, Literal("a", lang=each), place) for each in ("EN", "en", "en-GB")
    ]
    store = OxigraphStore.memory(said)
    assert sorted(store.cells("SELECT DISTINCT ?t { ?s ?p ?t }")) == [['"a"@en'], ['"a"@en-gb']]


def test_what_stands_at_an_end_may_go_on_beyond_it() -> None:
    assert runs("b-C d") == [Run("b", False, True), Run("c", True, True), Run("d", True, False)]
    assert runs("b c", begins=True, ends=True) == [Run("b", True, True), Run("c", True, True)]
    assert runs("äb") == [Run("b", True, False)]
    assert runs("--é") == []


def test_words_are_runs_of_ascii_letters_and_digits() -> None:
    assert words("NHS 15E\u00a0Größe_K\u00e9") == ["nhs", "15e", "gr", "e", "k"]
