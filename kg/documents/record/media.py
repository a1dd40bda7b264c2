"""What kind of file some bytes are, told by the bytes: a name may say anything."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.record.parsed import Refused

PLAIN: Final = "text/plain"
HTML: Final = "text/html"
PDF: Final = "application/pdf"
RTF: Final = "application/rtf"
DOCX: Final = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

_HEAD: Final = 1024
_MARKUP: Final = re.compile(
    rb"\s*(?:<\?xml[^>]*>\s*|<!--.*?-->\s*)*<(?:!doctype\s+html|html|head|body)\b",
    re.IGNORECASE | re.DOTALL,
)
_MARKS: Final = ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe", "utf-16-le"), (b"\xfe\xff", "utf-16-be"))
_OTHERS: Final = (
    (b"\xd0\xcf\x11\xe0", "an old Word, Excel or PowerPoint file", "Save it as .docx."),
    (b"\x89PNG", "a picture", "Give the text of it."),
    (b"\xff\xd8\xff", "a picture", "Give the text of it."),
    (b"GIF8", "a picture", "Give the text of it."),
    (b"\x1f\x8b", "a compressed file", "Unpack it, then add what is in it."),
    (b"BZh", "a compressed file", "Unpack it, then add what is in it."),
    (b"7z\xbc\xaf", "a compressed file", "Unpack it, then add what is in it."),
    (b"\xfd7zXZ", "a compressed file", "Unpack it, then add what is in it."),
    (b"\x7fELF", "a program", "Name a file of text."),
    (b"MZ\x90", "a program", "Name a file of text."),
)
_KINDS: Final = "Text, HTML, PDF, Word (.docx) and RTF are read."


def media_of(data: bytes) -> str:
    """The media type of a file of text; raises `Refused` for what is none.

    >>> media_of(b"%PDF-1.7"), media_of(b"<!DOCTYPE html><title>A</title>"), media_of(b"Words.")
    ('application/pdf', 'text/html', 'text/plain')
    """
    if b"%PDF-" in data[:_HEAD]:  # after what some servers put in front of it
        return PDF
    if data.startswith(b"PK\x03\x04"):
        return DOCX
    if data.lstrip().startswith(b"{\\rtf"):
        return RTF
    for start, kind, hint in _OTHERS:
        if data.startswith(start):
            raise Refused(f"is {kind}", f"{hint} {_KINDS}")
    return HTML if _MARKUP.match(_plain(data[: 4 * _HEAD])) else PLAIN


def encoding_of(data: bytes) -> str:
    """The encoding that the first bytes of a text tell, or nothing where they tell none."""
    return next((name for mark, name in _MARKS if data.startswith(mark)), "")


def _plain(head: bytes) -> bytes:
    """The first bytes of a text as ASCII can show them, whatever the width of a character."""
    return head.removeprefix(b"\xef\xbb\xbf").removeprefix(b"\xff\xfe").replace(b"\0", b"")
