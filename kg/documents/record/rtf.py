"""RTF: its words, and title and author where it says them."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.record.model import IN_METADATA
from kg.documents.record.parsed import Parsed, Refused, well_formed

_HEAD: Final = 1 << 16
_FACTS: Final = {
    name: re.compile(rf"\{{\\{name}\s+((?:[^{{}}\\]|\\[^{{}}])*)\}}")
    for name in ("title", "author")
}


def read_rtf(data: bytes) -> Parsed:
    """The text of an RTF file; raises `Refused` for a broken one."""
    from striprtf.striprtf import rtf_to_text

    source = data.lstrip().decode("latin-1")  # it is ASCII, but for what old programs wrote
    try:
        text: str = rtf_to_text(source)  # type: ignore[no-untyped-call]
    except (ValueError, LookupError, IndexError, UnicodeError) as error:
        reason = f"is broken RTF ({type(error).__name__})"
        raise Refused(reason, "Open it in a word processor, and save it again.") from None
    found = {name: pattern.search(source[:_HEAD]) for name, pattern in _FACTS.items()}
    known = {name: " ".join(each[1].split()) for name, each in found.items() if each}
    known = {name: value for name, value in known.items() if value and "\\" not in value}
    return Parsed(well_formed(text), known, dict.fromkeys(known, IN_METADATA))
