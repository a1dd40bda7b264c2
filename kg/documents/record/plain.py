"""A file of plain text, read exactly as it is: white space and line ends stay."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.record.media import encoding_of
from kg.documents.record.parsed import Parsed, Refused

_CONTROLS: Final = re.compile(r"[\x00-\x08\x0e-\x1a\x1c-\x1f\x7f]")
_MOST_CONTROLS: Final = 0.01
"""The share of characters that print nothing from which a file is no text."""
_SAMPLE: Final = 1 << 16


def read_plain(data: bytes) -> Parsed:
    """The text of some bytes: UTF-8, or what their first mark says, or else what they look like.

    A text in UTF-8 is decoded as it stands, so that places counted in it are those of the file.
    Raises `Refused` for what is no text.

    >>> read_plain("Fifty\\u00a0per cent\\r\\n".encode("cp1252")).text
    'Fifty\\xa0per cent\\r\\n'
    """
    text = decoded(data)
    if len(_CONTROLS.findall(text)) > _MOST_CONTROLS * len(text) or "\0" in text:
        raise Refused("is no text: it holds bytes that no text has", "Name a file of text.")
    return Parsed(text)


def decoded(data: bytes) -> str:
    """The characters of some bytes; raises `Refused` where no encoding fits them."""
    marked = encoding_of(data)
    if marked.startswith("utf-16"):
        try:
            return data[2:].decode(marked)
        except UnicodeDecodeError as error:
            reason = f"is broken UTF-16 (byte {error.start + 2:,})"
            raise Refused(reason, "Save it as UTF-8 text.") from None
    try:
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        return _guessed(data, error.start)


def _guessed(data: bytes, fault: int) -> str:
    """As the likeliest encoding has it, told from the part where UTF-8 fails."""
    from charset_normalizer import from_bytes  # only for what is no UTF-8

    if b"\0" in data:
        raise Refused("is no text: it holds NUL bytes", "Name a file of text.")
    start = max(0, fault - _SAMPLE // 2)
    best = from_bytes(data[start : start + _SAMPLE]).best()
    # English texts that are no UTF-8 are Windows-1252 unless much speaks for another.
    for encoding in ("cp1252", best.encoding if best else "latin-1"):
        try:
            return data.decode(encoding)
        except (UnicodeDecodeError, LookupError):
            continue
    raise Refused(f"is in no known encoding (byte {fault:,})", "Save it as UTF-8 text.")
