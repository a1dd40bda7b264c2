"""Whatever the text, every span shows exactly what stands in it."""

from __future__ import annotations

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from kg.documents.mentions.model import Mentions
from kg.documents.mentions.read import read_mentions

_PIECES = (
    "NHS Kent and Medway CCG", "the six CCGs", "Dr Ann Lee", ", chair of the NHS Alliance,",
    "said:",
    "“We agree,”", "‘no’", "the CCGs’ plan", "\"yes\"", "from 191 to 135", "£1.2bn", "20 per cent",
    "in April", "1 April 2020", "Wigan", "commis-\nsioning", "NHS\u00a0England", "soft\u00adware",
    "\n\n", "\r\n", "\n", " ", "…", "•", "Share this article", "\U0001f600", "é", "ﬁ", "“",
    "”", "’",
)  # fmt: skip
_TEXTS = st.lists(
    st.one_of(st.sampled_from(_PIECES), st.text(max_size=8)), max_size=30
).map(" ".join)  # fmt: skip


def _everything_is_in_place(text: str, mentions: Mentions) -> None:
    before = 0
    for segment in mentions.segments:
        assert before <= segment.span.start < segment.span.end <= len(text)
        before = segment.span.end
        for sentence in segment.sentences:
            assert segment.span.has(sentence)
            assert sentence.of(text).strip()
    for one in mentions.all():
        assert 0 <= one.span.start < one.span.end <= len(text)
    for quotation in mentions.quotations:
        assert quotation.text == quotation.span.of(text)
        if quotation.speaker_span:
            assert quotation.speaker_span.of(text).strip()
    for one in mentions.organisations:
        if one.form != "reference":
            shown = re.sub(r"\W|_", "", one.span.of(text)).lower()
            assert shown.startswith(re.sub(r"\W|_", "", one.name).lower()[:2])


@settings(max_examples=150, deadline=None)
@given(_TEXTS)
def test_every_span_lies_in_the_text_and_shows_its_words(text: str) -> None:
    _everything_is_in_place(text, read_mentions(text, issued="2019-10-01"))


@settings(max_examples=60, deadline=None)
@given(_TEXTS)
def test_the_same_text_gives_the_same_mentions(text: str) -> None:
    assert read_mentions(text) == read_mentions(text)


def test_a_name_broken_over_lines_keeps_its_place_and_shows_a_clean_form() -> None:
    text = (
        "Minutes of the board\n\nThe plan of Great Yarmouth and Wave-\nney CCG was agreed by the\n"
        "governing body on the same\nday as that of\nNHS\u00a0England.\n"
    )
    found = read_mentions(text, issued="2018-01")
    assert [(one.name, one.link, one.span.of(text)) for one in found.organisations] == [
        (
            "Great Yarmouth and Waveney CCG",
            "06M/ccg",
            "Great Yarmouth and Wave-\nney CCG",
        ),
        ("NHS England", "x/nhs-england", "NHS\u00a0England"),
    ]


def test_furniture_is_told_apart_and_gives_no_mentions() -> None:
    text = (
        "This website is for health professionals only\n\nTwo groups to join\n\n"
        "By Rosalind Achebe\n\n3 May 2018\n\nWigan Borough CCG will wait.\n\nShare this article\n\n"
        "© 2018 Someone Ltd. Registered in England and Wales, No 01234567"
    )
    found = read_mentions(text)
    assert [(one.kind, one.reason) for one in found.segments] == [
        ("furniture", "site banner"),
        ("heading", ""),
        ("furniture", "byline"),
        ("furniture", "dateline"),
        ("paragraph", ""),
        ("furniture", "page furniture"),
        ("furniture", "legal footer"),
    ]
    assert [one.name for one in found.organisations] == ["Wigan Borough CCG"]
    assert [(one.name, one.author) for one in found.people] == [("Rosalind Achebe", True)]


def test_titles_and_initials_do_not_end_a_sentence() -> None:
    text = "Dr. A. B. Lee spoke to Mr. Roe. “It is late.” She left No. 10 at once."
    (paragraph,) = read_mentions(text).segments
    assert [one.of(text) for one in paragraph.sentences] == [
        "Dr. A. B. Lee spoke to Mr. Roe.",
        "“It is late.”",
        "She left No. 10 at once.",
    ]
