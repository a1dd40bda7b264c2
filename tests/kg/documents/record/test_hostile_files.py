"""Files that are broken, or made to do harm: each is refused with a reason, none takes us along."""

import os
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest

from kg.documents.record import child
from kg.documents.record.read import LARGEST, read_data, read_file
from kg.errors import InvalidInput
from tests.kg.documents.record.files import LEFT, PAGE, Line, archive, column, pdf, word

DOCUMENT = "word/document.xml"
ENTITIES = b"""<?xml version="1.0"?><!DOCTYPE a [<!ENTITY a "aaaaaaaaaa">%s]>
<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>
<w:p><w:r><w:t>&i;</w:t></w:r></w:p></w:body></w:document>""" % b"".join(
    b'<!ENTITY %c "%s">' % (name, b"&%c;" % (name - 1) * 10) for name in b"bcdefghi"
)
PAPER = pdf([column(50, 780, LEFT)])
LOCKED = b"/Encrypt << /Filter /Standard /V 1 /R 2 /P -4 /O <%s> /U <%s> >> /ID [<00> <00>]" % (
    b"5a" * 32, b"a5" * 32,
)  # fmt: skip


def reason(data: bytes) -> str:
    """Why a file is refused."""
    with pytest.raises(InvalidInput) as caught:
        read_data(data, "file")
    assert caught.value.hint
    assert str(caught.value).startswith("file: ")
    return caught.value.reason


def with_document(content: bytes) -> bytes:
    """A Word file whose main part is another."""
    with ZipFile(BytesIO(word(LEFT))) as made:
        kept = {name: made.read(name) for name in made.namelist()}
    return archive(kept | {DOCUMENT: content})


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"", "holds no text"),
        ("\ufeff \r\n\t\n".encode(), "holds no text"),
        (b"Words\0and more", "is no text: it holds bytes that no text has"),
        (b"caf\xe9\0 and more", "is no text: it holds NUL bytes"),
        (b"\xff\xfea\0b", "is broken UTF-16 (byte 4)"),
        (bytes(range(1, 32)) * 40, "is no text: it holds bytes that no text has"),
        (b"\x89PNG\r\n\x1a\n", "is a picture"),
        (b"\x7fELF\x02\x01", "is a program"),
        (b"\x1f\x8b\x08\x00", "is a compressed file"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1", "is an old Word, Excel or PowerPoint file"),
        (PAPER[: len(PAPER) // 3], "is a broken PDF"),
        (b"%PDF-1.7\n" + b"\xff" * 9_000, "is a broken PDF"),
        (pdf([[], []]), "has no text on its 2 pages, only pictures"),
        (pdf([column(50, 780, LEFT)], trailer=LOCKED), "is encrypted: it asks for a password"),
        (b"PK\x03\x04" + b"\0" * 99, "is a broken archive"),
        (word(LEFT)[:3_000], "is a broken archive"),
        (archive({"xl/workbook.xml": b"<a/>"}), "is an Excel workbook"),
        (archive({"content.xml": b"<a/>"}), "is an OpenDocument file"),
        (archive({"a.txt": b"words"}), "is an archive and no Word file"),
        (archive({DOCUMENT: b"<a/>"}), "is a broken Word file (KeyError)"),
        (with_document(b"<w:document"), "is a broken Word file (XMLSyntaxError)"),
        (with_document(b" " * (257 << 20)), "unpacks to more than 256 MB"),
        (b"<html><body></body></html>", "holds no text"),
        (rb"{\rtf1 }", "holds no text"),
        (b"a" * (LARGEST + 1), "has more than 32 MB"),
        (b"words " * 1_500_000, "has more than 8,000,000 characters"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)  # fmt: skip
def test_it_is_refused_with_a_reason(data: bytes, told: str) -> None:
    assert reason(data) == told


def test_entities_that_multiply_are_not_unfolded() -> None:
    # Unfolded they are a thousand million letters.
    assert reason(with_document(ENTITIES)).startswith(("holds no text", "is a broken Word"))


def test_a_file_that_says_less_than_it_unpacks_to_does_not_fill_the_memory() -> None:
    data = with_document(b" " * (64 << 20))
    size = (64 << 20).to_bytes(4, "little")
    assert size in data  # in both places where an archive tells it

    assert reason(data.replace(size, (999).to_bytes(4, "little"))).startswith("is a broken Word")


@pytest.mark.parametrize("tag", [b"<div>", b"<b>", b"<table><tr><td>", b"<ul><li>"])
def test_a_page_of_fifty_thousand_levels_is_refused_and_not_cut(tag: bytes) -> None:
    page = (
        b"<p>It begins well.</p>" + tag * 50_000 + b"<p>Bexley CCG and Bromley CCG will merge.</p>"
    )

    assert (
        reason(b"<html><body>" + page)
        == "cannot be read to its end: Excessive depth in document: 256"
    )


def test_a_word_file_of_many_levels_is_refused() -> None:
    deep = b"<w:sdt><w:sdtContent>" * 3_000 + b"</w:sdtContent></w:sdt>" * 3_000
    body = b'<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">'

    told = reason(with_document(body + b"<w:body>" + deep + b"</w:body></w:document>"))

    assert told in ("is a broken Word file (XMLSyntaxError)", "is nested too deeply to be read")


def test_an_rtf_file_of_many_levels_is_read_to_its_end() -> None:
    deep = b"{" * 200_000 + b" Bexley CCG." + b"}" * 200_000

    assert read_data(rb"{\rtf1\ansi" + deep + b"}", "note").text.strip() == "Bexley CCG."


def test_a_reader_that_takes_too_much_memory_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "MEMORY", 24 << 20)

    assert reason(PAGE.encode()) in (
        "needs too much memory to be read",
        "is a web page that nothing here can read to its end",
    )


def test_a_reader_that_takes_too_long_is_ended(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(child, "SECONDS", 0)

    assert reason(PAPER) == "could not be read within 0 s"


def test_what_is_no_file_is_refused_at_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")  # it would wait for ever for somebody who writes
    (tmp_path / "loop").symlink_to("loop")
    told = {
        tmp_path: "cannot be read: it is a folder",
        tmp_path / "pipe": "cannot be read: it is no ordinary file",
        Path("/dev/zero"): "cannot be read: it is no ordinary file",
        tmp_path / "loop": "cannot be read: Too many levels of symbolic links",
        tmp_path / "missing.txt": "cannot be read: No such file or directory",
        tmp_path / ("n" * 300): "cannot be read: File name too long",
        tmp_path / "a\0b": "cannot be read: no such name",
    }

    for path, why in told.items():
        with pytest.raises(InvalidInput) as caught:
            read_file(path)
        assert caught.value.reason == why


def test_names_of_any_kind_are_fine(tmp_path: Path) -> None:
    for name in ("-rf", "a b\nc.pdf", "‮gpj.txt", "%s{0}$(id)", os.fsdecode(b"\xff\xfe")):
        (tmp_path / name).write_text("Words of a text.")

        assert read_file(tmp_path / name).text == "Words of a text."


def test_a_pdf_of_odd_signs_gives_a_text_that_can_be_written() -> None:
    text = read_data(pdf([[Line(50, 780, "A\x01B \x7f C words")]]), "paper").text

    assert text.encode().decode() == text
    assert "words" in text


def test_a_page_of_very_many_columns_is_read() -> None:
    # Each gap may be one between columns: tried one inside of the other they never come to an end.
    rows = [
        Line(20 + 560 * x, 780 - 12 * y, "in a narrow column") for y in range(60) for x in range(40)
    ]

    assert read_data(pdf([rows]), "paper").text.count("in a narrow column") == 2_400


def test_code_beside_a_strange_file_is_not_run(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('a trap')")
    monkeypatch.chdir(tmp_path)

    assert LEFT[0] in read_data(PAPER, "paper").text
