"""Word (.docx): the words of its body, with insertions and without what was struck out."""

from __future__ import annotations

from collections.abc import Iterator
from io import BytesIO
from typing import TYPE_CHECKING, Final
from zipfile import BadZipFile, ZipFile

from kg.documents.record.model import IN_METADATA
from kg.documents.record.parsed import Parsed, Refused

if TYPE_CHECKING:
    from lxml.etree import _Element

_LARGEST: Final = 256 << 20
"""How many bytes the parts of a file may have, unpacked."""
_PARTS: Final = 10_000
_W: Final = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_SIGNS: Final = {
    f"{_W}tab": "\t",
    f"{_W}br": "\n",
    f"{_W}cr": "\n",
    f"{_W}noBreakHyphen": "\u2011",
    f"{_W}softHyphen": "\u00ad",
}
_PASSED: Final = frozenset(
    (
        f"{_W}del",
        f"{_W}moveFrom",
        f"{_W}instrText",
        f"{_W}pPr",
        f"{_W}rPr",
        "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback",
    )
)
_LISTS: Final = ("ListBullet", "ListNumber")
_OTHERS: Final = (
    ("xl/", "an Excel workbook", "Save what matters of it as text."),
    ("ppt/", "a PowerPoint file", "Save its text as .docx or PDF."),
    ("content.xml", "an OpenDocument file", "Save it as .docx."),
    ("META-INF/container.xml", "an e-book", "Save what matters of it as text."),
)


def read_docx(data: bytes) -> Parsed:
    """The text of a Word file: a line for each paragraph, cells of a row divided by tabs.

    Items of lists begin with a bullet. Raises `Refused` for another kind of archive, for one that
    is broken or encrypted, and for one that would fill the memory.
    """
    _check(data)
    from docx import Document

    try:
        document = Document(BytesIO(data))
        text = "\n".join(_paragraphs(document.element.body))
        core = document.core_properties
        known = {"title": core.title, "author": core.author}
    except (KeyError, ValueError, AttributeError, BadZipFile, SyntaxError) as error:
        reason = f"is a broken Word file ({type(error).__name__})"
        raise Refused(reason, "Open it in Word, and save it again.") from None
    known = {name: " ".join(value.split()) for name, value in known.items() if value}
    if known.get("author") == "python-docx":  # a library puts its name where nobody gives one
        del known["author"]
    return Parsed(text, known, dict.fromkeys(known, IN_METADATA))


def _check(data: bytes) -> None:
    """Look at the list of parts before any is unpacked."""
    try:
        parts = ZipFile(BytesIO(data)).infolist()
    except (BadZipFile, ValueError, OSError):
        raise Refused("is a broken archive", "Fetch it again, or save it again.") from None
    names = {each.filename for each in parts}
    if "word/document.xml" not in names:
        for start, kind, hint in _OTHERS:
            if any(each.startswith(start) for each in names):
                raise Refused(f"is {kind}", f"{hint} Word (.docx), PDF, HTML and RTF are read.")
        raise Refused("is an archive and no Word file", "Unpack it, then add what is in it.")
    if any(each.flag_bits & 1 for each in parts):
        raise Refused("is encrypted", "Save it without a password.")
    if len(parts) > _PARTS or sum(each.file_size for each in parts) > _LARGEST:
        reason = f"unpacks to more than {_LARGEST >> 20} MB"
        raise Refused(reason, "Save its text alone.")


def _paragraphs(body: _Element) -> Iterator[str]:
    """The paragraphs of a body in their order, also those of boxes, tables and controls."""
    for each in body:
        if each.tag == f"{_W}p":
            yield _listed(each) + "".join(_words(each))
            for box in each.iter(f"{_W}txbxContent"):
                if not any(above.tag in _PASSED for above in box.iterancestors()):
                    yield from _paragraphs(box)
        elif each.tag == f"{_W}tbl":
            yield from _rows(each)
        elif each.tag not in _PASSED:
            yield from _paragraphs(each)


def _rows(table: _Element) -> Iterator[str]:
    for row in table.iterchildren(f"{_W}tr"):
        cells = (" ".join(_paragraphs(cell)) for cell in row.iterchildren(f"{_W}tc"))
        yield "\t".join(" ".join(each.split("\n")) for each in cells)


def _listed(paragraph: _Element) -> str:
    style = paragraph.find(f"{_W}pPr/{_W}pStyle")
    name = "" if style is None else str(style.get(f"{_W}val"))
    is_item = paragraph.find(f"{_W}pPr/{_W}numPr") is not None or name.startswith(_LISTS)
    return "• " if is_item else ""


def _words(element: _Element) -> Iterator[str]:
    for each in element:
        if each.tag in _PASSED or each.tag == f"{_W}txbxContent":
            continue
        if each.tag == f"{_W}t":
            yield each.text or ""
        elif each.tag in _SIGNS:
            yield _SIGNS[each.tag]
        else:
            yield from _words(each)
