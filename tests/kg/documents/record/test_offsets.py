"""Every place that is read in a document holds exactly the words that are shown for it."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.documents.read import read_document
from kg.documents.record.docx import read_docx
from kg.documents.record.html import read_html
from kg.documents.record.model import TextRecord
from kg.documents.record.parsed import Parsed, Refused
from kg.documents.record.pdf import read_pdf
from kg.documents.record.plain import read_plain
from kg.documents.record.rtf import read_rtf
from tests.kg.documents.record.files import column, pdf, word

SENTENCES = """NHS England has approved the merger of Bexley CCG and Bromley CCG from 1 April 2020 .
Dr Jane Example , chair of Leeds West CCG , said : “ We cannot agree to that ” . Some 232,000
patients and 21 of 37 practices voted against it because the governing bodies ’ plan was driven by
NHS England . Mr John Sample is interim accountable officer of both groups . Bath, Swindon and
Wiltshire CCGs will typically share £3.5m"""
GAPS = (" ", " ", " ", " ", "\u00a0", "\r\n", "\n", "\r", "\n\n", "-\n", "\u00ad", "\u2009", "\t",
        "\u200b", "  ")  # fmt: skip
ODD = ("𝔸", "é", "e\u0301", "ﬁ", "\ufeff", "👩‍⚕️", "‮", "\u2028", "\x0b", "ß", "İ")
texts = st.lists(
    st.tuples(st.sampled_from(SENTENCES.split() * 3 + [*ODD]), st.sampled_from(GAPS)),
    min_size=8,
    max_size=90,
).map(lambda pairs: "".join(word + gap for word, gap in pairs))


def check(parsed: Parsed) -> None:
    """Read a text, and look up every place."""
    record = TextRecord.of(parsed.text)
    places = [each for one in read_document(record) for each in one.evidence]
    for each in places:
        assert record.text[each["start"] : each["end"]] == each["exact"]
        assert each["exact"]
    for start, end in parsed.furniture:
        assert 0 <= start < end <= len(record.text)
    assert list(parsed.pages) == sorted(parsed.pages)


def as_page(text: str) -> bytes:
    """A web page with these paragraphs."""
    return f"<html><meta charset=utf-8><body><article><p>{text}</article></body></html>".encode()


def as_pdf(text: str) -> bytes:
    """A PDF with these lines, three columns on two pages."""
    lines = text.encode("cp1252", "ignore").decode("cp1252").splitlines()
    page = [*column(50, 780, lines[::2]), *column(310, 780, lines[1::2])]
    return pdf([page, column(50, 780, lines)])


def as_word(text: str) -> bytes:
    """A Word file of these lines."""
    return word([each.replace("\x0b", "") for each in text.splitlines()])


def as_rtf(text: str) -> bytes:
    """An RTF file of these lines, its signs in UTF-16 as RTF has them."""

    def sign(unit: int) -> str:
        return chr(unit) if 32 <= unit < 127 else f"\\u{unit - (unit > 32767) * 65536}?"

    def line(words: str) -> str:
        data = words.encode("utf-16-le")
        return "".join(sign(data[at] + 256 * data[at + 1]) for at in range(0, len(data), 2))

    return ("{\\rtf1 " + "\\par ".join(map(line, text.splitlines())) + "}").encode("ascii")


@pytest.mark.parametrize(
    ("read", "made"),
    [
        (read_plain, str.encode),
        (read_html, as_page),
        (read_pdf, as_pdf),
        (read_docx, as_word),
        (read_rtf, as_rtf),
    ],
)
@given(text=texts)
@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_every_place_holds_the_words_that_are_shown(
    read: Callable[[bytes], Parsed], made: Callable[[str], bytes], text: str
) -> None:
    try:
        parsed = read(made(text))
    except Refused:
        return
    check(parsed)


@given(text=texts)
@settings(max_examples=100, deadline=None)
def test_a_plain_text_is_never_changed(text: str) -> None:
    assert read_plain(text.encode()).text == text
