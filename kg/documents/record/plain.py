"""A file of plain text, read exactly as it is."""

from __future__ import annotations

from pathlib import Path

from kg.documents.record.model import TextRecord
from kg.errors import InvalidInput


def read_plain(path: Path) -> TextRecord:
    """The record of a file of UTF-8 text; its line ends are kept as they are.

    InvalidInput where the file cannot be read, is no UTF-8, or holds no text.
    """
    try:
        text = path.read_bytes().decode("utf-8")
    except OSError as error:
        reason = f"cannot be read: {error.strerror}"
        raise InvalidInput(path, None, reason, "Name a file that is there.") from error
    except UnicodeDecodeError as error:
        reason = f"is no UTF-8 text (byte {error.start:,})"
        raise InvalidInput(path, None, reason, "Save it as UTF-8 text.") from error
    if "\0" in text:
        raise InvalidInput(path, None, "is no text: it holds a NUL", "Save it as UTF-8 text.")
    if not text.strip():
        raise InvalidInput(path, None, "holds no text", "Name a file with words in it.")
    return TextRecord.of(text)
