"""Spans against their order, their bounds, their digests and their text."""

from __future__ import annotations

import os
from hashlib import sha256
from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.ingest.annotations import read
from kg.model.names import graph, mint
from kg.model.rdf import parse
from kg.model.terms import Blank, Statement
from kg.resources import folder
from kg.validate.passages import held, passages
from kg.validate.spans import check

TEXT = "The panel met twice – once in Leeds\u00a0– and chose nobody."
SHARED = os.environ.get("COTERMINOUS_SHARED")


def _digest(words: str) -> str:
    return sha256(words.encode()).hexdigest()


def _world(*spans: str, length: int = len(TEXT), digest: str = _digest(TEXT)) -> list[Statement]:
    text = f"""
        @base <https://w3id.org/coterminous/id/> .
        @prefix cot: <https://w3id.org/coterminous/def#> .
        <document/a> a cot:Document ; cot:contentDigest "sha256:{digest}" ;
          cot:sourceFile "a.txt" ; cot:textLength {length} .
        {" ".join(spans)}
    """
    return [
        Statement(subject, predicate, value, graph("source/a"))
        for subject, predicate, value in parse(text, "text/turtle", "the test")
        if not isinstance(subject, Blank) and not isinstance(value, Blank)
    ]


def _span(start: int, end: int, digest: str, more: str = "") -> str:
    return (
        f"<span/a/{start}-{end}> a cot:TextSpan ; cot:inDocument <document/a> ; "
        f'cot:startOffset {start} ; cot:endOffset {end} ; cot:spanDigest "{digest}" {more} .'
    )


def test_spans_that_lie_where_they_say_give_no_finding(tmp_path: Path) -> None:
    (tmp_path / "deep").mkdir()
    (tmp_path / "deep" / "under another name").write_bytes(TEXT.encode())
    # A no-break space and a dash before it: offsets count code points, not bytes.
    world = _world(
        _span(4, 9, _digest("panel"), '; cot:exact "panel"'), _span(48, 54, _digest("nobody"))
    )

    assert TEXT[48:54] == "nobody"
    assert check(world) == []
    assert check(world, tmp_path) == []


def test_a_span_that_does_not_match_its_text_is_found_where_the_text_is_held(
    tmp_path: Path,
) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())
    world = _world(_span(4, 9, _digest("Panel")))

    assert check(world) == []
    assert check(world, tmp_path) == [
        "id:span/a/4-9 in id:document/a: the words of the text from 4 to 9 have another digest. "
        "Correct the offsets or the digest."
    ]


def test_stored_words_are_held_to_the_digest_and_the_offsets_without_the_text() -> None:
    world = _world(_span(4, 9, _digest("panel"), '; cot:exact "panels"'))

    assert check(world) == [
        "id:span/a/4-9 in id:document/a: 'exact' has 6 code points, but the offsets enclose 5. "
        "Correct one of them.",
        "id:span/a/4-9 in id:document/a: 'exact' does not have the digest of the span. "
        "Correct one of them.",
    ]


def test_offsets_in_the_wrong_order_or_beyond_the_text_are_found() -> None:
    world = _world(_span(9, 9, _digest("")), _span(50, 99, _digest("x")))

    assert check(world) == [
        "id:span/a/9-9 in id:document/a: it starts at 9 and ends at 9, so it holds nothing. "
        "Correct the offsets.",
        f"id:span/a/50-99 in id:document/a: it ends at 99, but the text ends at {len(TEXT)}. "
        "Correct the offsets.",
    ]


def test_a_file_of_the_right_name_that_is_another_text_is_told_of(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT + "\n")

    assert check(_world(_span(4, 9, _digest("panel"))), tmp_path) == [
        "id:document/a: the file 'a.txt' is not the text that was annotated: its digest differs. "
        "Restore the text, or annotate the new one as another document."
    ]


def test_a_wrong_length_is_found_where_the_text_is_held(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes(TEXT.encode())

    assert check(_world(_span(4, 9, _digest("panel")), length=99), tmp_path) == [
        f"id:document/a: its text has {len(TEXT)} code points, but 'textLength' is 99. "
        "Correct 'textLength'."
    ]


def test_a_quoted_document_needs_its_digest_and_its_length() -> None:
    world = [each for each in _world(_span(4, 9, _digest("panel"))) if "a/4" in each.subject]

    assert check(world) == [
        "id:document/a: spans lie in it, but it has no 'contentDigest', so nobody can tell which "
        "text they count in. Give the digest of the text.",
        "id:document/a: spans lie in it, but it has no 'textLength'. Give it in code points.",
    ]


def test_a_folder_of_texts_that_is_none_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput) as caught:
        check(_world(), tmp_path / "nowhere")

    assert str(caught.value) == f"{tmp_path / 'nowhere'}: it is not a folder"


def test_the_shipped_spans_are_in_order_without_any_text() -> None:
    assert check(read(folder("kg.data.annotations"))) == []


@pytest.mark.skipif(
    not SHARED, reason="COTERMINOUS_SHARED is not set: the annotated texts are not at hand"
)
def test_every_shipped_span_equals_the_text() -> None:
    texts = Path(SHARED or "") / "seeds"
    found = read(folder("kg.data.annotations"))

    documents = [mint("document", name) for name in ("000", "001", "002", "003", "004")]
    assert sorted(held(passages(found), texts)) == documents
    assert check(found, texts) == []
