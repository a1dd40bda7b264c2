"""PDF: the text of each page in reading order, and which lines every page repeats."""

from __future__ import annotations

import ctypes
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from importlib import import_module
from typing import Any, Final

from kg.documents.record.layout import Run, in_columns, paragraphs
from kg.documents.record.model import IN_METADATA
from kg.documents.record.parsed import Parsed, Refused, well_formed

PAGES: Final = 3_000
"""How many pages a document may have."""
_WIDE: Final = 0.8
"""A gap of so many times the height of the letters may be one between columns."""
_HYPHENS: Final = "\x02\ufffe"
"""What the engine puts where a word is divided at the end of a line."""
_LIGATURES: Final = str.maketrans(
    {"ﬀ": "ff", "ﬁ": "fi", "ﬂ": "fl", "ﬃ": "ffi", "ﬄ": "ffl", "ﬅ": "st", "ﬆ": "st", "\0": ""}
)
_NO_TITLE: Final = re.compile(
    r"microsoft word|untitled|\.(?:docx?|pdf|indd|pub|rtf)$|^(?:document|slide) ?\d*$"
    r"|^(?:about:|https?://)",
    re.IGNORECASE,
)
_EDGE: Final = 2
_REPEATED: Final = 3


def read_pdf(data: bytes) -> Parsed:
    """The text of a PDF; raises `Refused` for one that is broken, encrypted, or has no text.

    Lines stay lines; a word that is divided at the end of one stays divided.
    """
    pdfium: Any = import_module("pypdfium2")  # without types
    try:
        document = pdfium.PdfDocument(data)
        if len(document) > PAGES:
            raise Refused(f"has more than {PAGES:,} pages", "Divide it, then add the parts.")
        texts = [_page(document[number]) for number in range(len(document))]
        known = document.get_metadata_dict()
    except pdfium.PdfiumError as error:
        raise _refusal(str(error)) from None
    if not any(each.strip() for each in texts):
        pages = f"{len(texts)} page{'' if len(texts) == 1 else 's'}"
        hint = "It may be a scan: have its text recognised (OCR), then add that."
        raise Refused(f"has no text on its {pages}, only pictures", hint)
    return _whole(texts, _facts(known))


def _refusal(told: str) -> Refused:
    if "password" in told.lower() or "security" in told.lower():
        return Refused("is encrypted: it asks for a password", "Save it without one.")
    return Refused("is a broken PDF", "Open it in a viewer, and print it to a new PDF.")


def _facts(known: dict[str, str]) -> dict[str, str]:
    title, author = (" ".join(known.get(each, "").split()) for each in ("Title", "Author"))
    found = {"title": "" if _NO_TITLE.search(title) else title, "author": author}
    return {name: value for name, value in found.items() if value}


def _whole(texts: Sequence[str], known: dict[str, str]) -> Parsed:
    starts, furniture = [], []
    place = 0
    repeated = _repeated(texts)
    for text in texts:
        starts.append(place)
        furniture += [
            (place + start, place + end)
            for start, end in _edges(text)
            if _pattern(text[start:end]) in repeated
        ]
        place += len(text) + 1
    whole = "\n".join(texts)
    bases = dict.fromkeys(known, IN_METADATA)
    return Parsed(whole, known, bases, tuple(starts), tuple(sorted(furniture)))


def _repeated(texts: Sequence[str]) -> set[str]:
    """The running heads and feet: first or last lines that come on three pages, but for numbers."""
    seen = Counter(
        each for text in texts for each in {_pattern(text[a:b]) for a, b in _edges(text)}
    )
    return {each for each, count in seen.items() if count >= _REPEATED}


def _edges(text: str) -> set[tuple[int, int]]:
    """The places of the first and last lines of a page."""
    lines = [(each.start(), each.end()) for each in re.finditer(r"[^\n]+", text)]
    return {*lines[:_EDGE], *lines[-_EDGE:]}


def _pattern(line: str) -> str:
    return re.sub(r"\d+|\b[ivxl]+\b", "#", line.strip())


def _page(page: Any) -> str:
    lines = list(_lines(page.get_textpage()))
    columns = [] if page.get_rotation() else in_columns([run for line in lines for run in line])
    text = paragraphs(columns or lines)
    page.close()
    return well_formed(text.translate(_LIGATURES))


def _lines(text: Any) -> Iterator[list[Run]]:
    """The lines as the engine finds them, each divided where a wide gap is."""
    raw: Any = import_module("pypdfium2.raw")
    letter, place_of, handle = raw.FPDFText_GetUnicode, raw.FPDFText_GetLooseCharBox, text.raw
    characters = "".join([chr(letter(handle, each)) for each in range(text.count_chars())])
    box = raw.FS_RECTF()
    place = ctypes.byref(box)
    for line in re.finditer(rf"[^\r\n{_HYPHENS}]+[{_HYPHENS}]?", characters):
        runs: list[Run] = []
        for word in re.finditer(r"\S+", line[0]):
            place_of(handle, line.start() + word.start(), place)
            left, bottom, top = box.left, box.bottom, box.top
            place_of(handle, line.start() + word.end() - 1, place)
            words = word[0].rstrip(_HYPHENS) + ("-" if word[0][-1] in _HYPHENS else "")
            if runs and left - runs[-1].right < _WIDE * (top - bottom):
                before = runs.pop()
                words, left = f"{before.text} {words}", before.left
                bottom, top = min(bottom, before.bottom), max(top, before.top)
            runs.append(Run(words, left, bottom, max(box.right, left), top))
        if runs:
            yield runs
