"""Terms, names and dates: what is made is sound, and what is written reads back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kg.model.dates import Bounds, bounds
from kg.model.names import expand, mint, shorten, slug
from kg.model.rdf import parse
from kg.model.terms import Iri, Literal, Statement

TEXT = st.text(st.characters(codec="utf-8", exclude_characters="\x00"))


@given(TEXT)
def test_any_text_reads_back_from_the_n_triples_that_it_is_written_in(text: str) -> None:
    line = f"<urn:a> <urn:b> {Literal(text).nt()} ."

    assert parse(line, "application/n-triples", "a line")[0].object == Literal(text)


@given(TEXT)
def test_any_key_makes_an_iri_that_shortens_and_expands_to_itself(text: str) -> None:
    if not text:
        return
    iri = mint("claim", text)

    assert expand(shorten(iri)) == iri


@pytest.mark.parametrize("text", ["", "a b", "no-scheme", "urn:<", "http://a\n"])
def test_what_is_no_iri_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="is not an absolute IRI"):
        Iri(text)


def test_a_language_that_is_no_tag_is_refused_when_written() -> None:
    with pytest.raises(ValueError, match="'en us' is not a language tag"):
        Literal("x", lang="en us").nt()


def test_a_statement_is_a_line_of_n_quads() -> None:
    each = Statement(Iri("urn:a"), Iri("urn:b"), Literal.of(True), Iri("urn:g"))

    assert each.nq() == (
        '<urn:a> <urn:b> "true"^^<http://www.w3.org/2001/XMLSchema#boolean> <urn:g> .'
    )


@pytest.mark.parametrize(("kind", "keys"), [("Claim", ("1",)), ("claim", ()), ("claim", ("",))])
def test_an_identifier_needs_a_kind_and_keys(kind: str, keys: tuple[str, ...]) -> None:
    with pytest.raises(ValueError, match="kind"):
        mint(kind, *keys)


def test_a_slug_has_no_marks_at_its_ends() -> None:
    assert slug("  NHS England & NHS Improvement (2019) ") == "nhs-england-nhs-improvement-2019"


@pytest.mark.parametrize(
    ("text", "first", "last", "day"),
    [
        ("2018", "2018-01-01", "2018-12-31", None),
        ("2020-02", "2020-02-01", "2020-02-29", None),
        ("2020-02-29", "2020-02-29", "2020-02-29", "2020-02-29"),
    ],
)
def test_a_date_means_all_days_that_it_may_be(
    text: str, first: str, last: str, day: str | None
) -> None:
    assert bounds(text) == Bounds(first, last)
    assert bounds(text).day == day


@pytest.mark.parametrize("text", ["", "18", "2018-13", "2019-02-29", "2018-1-1", "c. 2018"])
def test_what_is_no_date_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match=f"'{text}' is not a date"):
        bounds(text)
