"""How many words of a text may be stored."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from kg.ingest.annotations import read
from kg.model.names import graph, mint
from kg.model.rdf import parse
from kg.model.terms import Blank, Statement
from kg.resources import folder
from kg.validate.words import check, stored

# Sixty words, so that six may be stored.
TEXT = " ".join(f"word{number:02}" for number in range(60))
A = mint("document", "a")
SHARED = os.environ.get("COTERMINOUS_SHARED")


def _world(*more: str, words: int = 60) -> list[Statement]:
    text = f"""
        @base <https://w3id.org/coterminous/id/> .
        @prefix cot: <https://w3id.org/coterminous/def#> .
        @prefix cotv: <https://w3id.org/coterminous/def/v#> .
        <document/a> a cot:Document ; cot:wordCount {words} ; cot:textLength {len(TEXT)} ;
          cot:contentDigest "sha256:{sha256(TEXT.encode()).hexdigest()}" .
        {" ".join(more)}
    """
    return [
        Statement(subject, predicate, value, graph("source/a"))
        for subject, predicate, value in parse(text, "text/turtle", "the test")
        if not isinstance(subject, Blank) and not isinstance(value, Blank)
    ]


def _span(first: int, last: int, *, exact: bool = True) -> str:
    """A span from one word to another, both included, by their numbers."""
    start, end = first * 7, last * 7 + 6
    more = f'; cot:exact "{TEXT[start:end]}"' if exact else ""
    return (
        f"<span/a/{start}-{end}> a cot:TextSpan ; cot:inDocument <document/a> ; "
        f"cot:startOffset {start} ; cot:endOffset {end} {more} ."
    )


def test_stored_words_over_the_limit_are_found() -> None:
    assert check(_world(_span(0, 5))) == []
    assert check(_world(_span(0, 3), _span(10, 12))) == [
        "id:document/a: 7 of its 60 words are stored; at most 6 (a tenth) may be. "
        "Take out those that matter least."
    ]


def test_a_word_counts_once_however_many_spans_have_it() -> None:
    assert stored(_world(_span(0, 4), _span(2, 5), _span(3, 3)), A) == 6


def test_words_without_a_place_count_unless_words_in_their_evidence_have_them() -> None:
    claim = "<claim/a/1> a cot:Claim ; cot:hedgeText {} ; cot:evidence <span/a/0-48> ."
    world = (_span(0, 6, exact=False), _span(1, 2))

    assert stored(_world(*world, claim.format('"word01 word02"')), A) == 2
    assert stored(_world(*world, claim.format('"word01" , "word03 word04"')), A) == 4
    # A part of a stored word is not that word.
    assert stored(_world(*world, claim.format('"word0"')), A) == 3


def test_names_and_bare_numbers_are_free_but_the_names_of_groups_and_posts_are_not() -> None:
    reading = "<identification/a/1> cot:readSpan <span/a/0-20> ; cot:identifies {} ."
    figure = (
        '<figure/a/1> a cot:Figure ; cot:valueText "about 1,200" ; cot:evidence <span/a/0-20> .'
    )

    assert stored(_world(_span(0, 2), reading.format("<person/p>")), A) == 0
    assert stored(_world(_span(0, 2), reading.format("<person/p>"), figure), A) == 1
    for kind in ("AgentGroup", "Post"):
        thing = f"<thing/t> a cot:{kind} ."
        assert stored(_world(_span(0, 2), reading.format("<thing/t>"), thing), A) == 3


def test_the_name_of_a_group_counts_unless_it_is_our_own() -> None:
    group = (
        '<group/a/g> a cot:AgentGroup ; cot:name "some other people" ; cot:altName "they" ; '
        "cot:evidence <span/a/0-20> {} ."
    )
    world = (_span(0, 2, exact=False),)

    assert stored(_world(*world, group.format("")), A) == 4
    assert stored(_world(*world, group.format("; cot:nameBasis cotv:basis-assigned")), A) == 1


def test_thirteen_words_in_a_row_are_too_many_even_from_two_spans() -> None:
    twelve, thirteen = (_span(0, 5), _span(6, 11)), (_span(0, 5), _span(6, 12))

    assert check(_world(*twelve, words=600)) == []
    assert check(_world(*thirteen, words=600)) == [
        "id:document/a: 13 words in a row are stored from 0 to 90; at most 12 may be. "
        "Shorten 'exact' there."
    ]


def test_a_text_field_of_thirteen_words_is_too_long() -> None:
    words = " ".join(["x"] * 13)
    claim = f'<claim/a/1> a cot:Claim ; cot:condition "{words}" ; cot:evidence <span/a/0-6> .'

    assert check(_world(_span(0, 0, exact=False), claim, words=600)) == [
        "id:claim/a/1: 'cot:condition' has 13 words; at most 12 may be stored in a row. Shorten it."
    ]


def test_a_quoted_document_needs_its_number_of_words() -> None:
    world = [each for each in _world(_span(0, 0)) if each.subject != A]

    assert check(world) == [
        "id:document/a: it is quoted, but has no 'wordCount'. Give the number of its words."
    ]


def test_with_the_text_a_summary_that_repeats_eight_words_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    eight, seven = TEXT[70:125], TEXT[70:118]
    claim = '<claim/a/1> a cot:Claim ; cot:text "He says: {}." ; cot:evidence <span/a/0-6> .'
    spans = (_span(0, 0, exact=False),)

    assert check(_world(*spans, claim.format(eight.upper()))) == []
    assert check(_world(*spans, claim.format(seven)), tmp_path) == []
    assert check(_world(*spans, claim.format(eight.upper())), tmp_path) == [
        "id:claim/a/1: 'cot:text' repeats 8 words in a row of id:document/a, from 70. "
        "Say it in other words."
    ]


def test_with_the_text_a_long_name_is_no_repetition(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)
    reading = "<identification/a/1> cot:readSpan <span/a/70-125> ; cot:identifies <person/p> ."
    person = f'<person/p> a cot:Person ; cot:name "{TEXT[70:125]}" .'
    world = (_span(10, 17), person)

    assert check(_world(*world, reading, words=600), tmp_path)[1:] == []
    assert check(_world(*world, words=600), tmp_path)[1:] == [
        "id:person/p: 'cot:name' repeats 8 words in a row of id:document/a, from 70. "
        "Say it in other words."
    ]


def test_with_the_text_a_wrong_number_of_words_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT)

    assert check(_world(_span(0, 0), words=600), tmp_path) == [
        "id:document/a: its text has 60 words, but 'wordCount' is 600. Correct 'wordCount'."
    ]


def test_the_shipped_annotations_keep_the_limits() -> None:
    found = read(folder("kg.data.annotations"))

    assert check(found) == []
    assert stored(found, mint("document", "003")) == 82


@pytest.mark.skipif(
    not SHARED, reason="COTERMINOUS_SHARED is not set: the annotated texts are not at hand"
)
def test_no_shipped_summary_repeats_its_text() -> None:
    found = read(folder("kg.data.annotations"))

    assert check(found, Path(SHARED or "") / "seeds") == []
