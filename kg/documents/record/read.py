"""From a file to its text of record, by what the file is and not by its name."""

from __future__ import annotations

import os
import stat
from dataclasses import asdict
from hashlib import sha256
from pathlib import Path
from typing import Final, NoReturn

from kg.documents.record.child import MOST, parse
from kg.documents.record.given import Given
from kg.documents.record.media import PLAIN, media_of
from kg.documents.record.model import GIVEN, TextRecord
from kg.documents.record.parsed import Parsed, Refused
from kg.documents.record.plain import read_plain
from kg.documents.record.stated import with_stated
from kg.errors import InvalidInput

LARGEST: Final = 32 << 20
"""How many bytes a file may have."""
NOTHING: Final = Given()
_DIVIDE: Final = "Divide it, then add the parts."


def read_file(path: Path, *, given: Given = NOTHING) -> TextRecord:
    """The record of a file of text, HTML, PDF, Word or RTF.

    What is given counts more than what the file says of itself. Raises `InvalidInput` for a file
    that cannot be read, with the reason and what to do.
    """
    try:
        data = _content(path)
    except Refused as error:
        raise InvalidInput(path, None, error.reason, error.hint) from None
    return read_data(data, str(path), given=given)


def read_data(data: bytes, name: str, *, given: Given = NOTHING) -> TextRecord:
    """The record of a file's bytes, as of `read_file`; errors call the file by that name."""
    try:
        if len(data) > LARGEST:
            _refuse(f"has more than {LARGEST >> 20} MB", _DIVIDE)
        media = media_of(data)
        parsed = _parsed(data, media)
        if not parsed.text.strip("\ufeff \t\r\n\f\v"):
            _refuse("holds no text", "Name a file with words in it.")
        if len(parsed.text) > MOST:
            _refuse(f"has more than {MOST:,} characters", _DIVIDE)
    except Refused as error:
        raise InvalidInput(name, None, error.reason, error.hint) from None
    parsed = with_stated(parsed)
    own = {key: value for key, value in asdict(given).items() if value}
    return TextRecord.of(
        parsed.text,
        source_digest=sha256(data).hexdigest(),
        media=media,
        bases={**parsed.bases, **dict.fromkeys(own, GIVEN)},
        pages=parsed.pages,
        furniture=parsed.furniture,
        **{**parsed.known, **own},
    )


def _parsed(data: bytes, media: str) -> Parsed:
    # Only what others wrote needs a parser, and a parser may fail: so another process has it.
    return read_plain(data) if media == PLAIN else parse(data, media)


def _content(path: Path) -> bytes:
    """The bytes of a file; raises `Refused` for what is none, before anything of it is read."""
    hint = "Name a file that is there and may be read."
    try:
        # Without waiting: a pipe that nobody writes to would hold whoever opens it.
        descriptor = os.open(path, os.O_RDONLY | os.O_NONBLOCK | os.O_CLOEXEC)
    except (OSError, ValueError) as error:
        told = getattr(error, "strerror", None) or "no such name"
        raise Refused(f"cannot be read: {told}", hint) from None
    try:
        mode = os.fstat(descriptor).st_mode
        if not stat.S_ISREG(mode):
            kind = "a folder" if stat.S_ISDIR(mode) else "no ordinary file"
            _refuse(f"cannot be read: it is {kind}", "Name a file.")
        with open(descriptor, "rb", closefd=False) as file:
            return file.read(LARGEST + 1)
    except OSError as error:
        raise Refused(f"cannot be read: {error.strerror}", hint) from None
    finally:
        os.close(descriptor)


def _refuse(reason: str, hint: str) -> NoReturn:
    raise Refused(reason, hint)
