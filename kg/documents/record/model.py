"""What is kept of a document: its text, where that came from, and who says so."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Collection, Mapping
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Final, NamedTuple

STATED: Final = "stated"
"""The text says so."""
IN_METADATA: Final = "inMetadata"
"""The file says so of itself."""
GIVEN: Final = "givenByUser"
"""Whoever added it says so."""
INFERRED: Final = "inferred"
"""Nobody says so; it follows from the look of the text."""
SHORT: Final = 12
"""How many digits of a digest are an id."""
_LINE: Final = re.compile(r"\r\n|[\n\r]")
_WORDS: Final = re.compile(r"[^\r\n]*[^\s\ufeff][^\r\n]*")
_LONGEST: Final = 20
"""How many words a title has at most."""


class Place(NamedTuple):
    """Where a reader finds a place: line and page, counted from 1; page 0 where there are none."""

    line: int
    page: int


@dataclass(frozen=True, slots=True)
class TextRecord:
    """A document's text, unchanged: every place in it is counted in its code points.

    `id` is the first 12 hexadecimal digits of `digest`, the SHA-256 of the text as UTF-8;
    `source_digest` is that of the file's bytes, and `media` says what kind of file it was. `title`,
    `author`, `issued` (ISO, as precise as is known), `publisher`, `address` and `kind` are empty
    where nothing is known; `bases` says by these names how each is known: `stated` in the text,
    `inMetadata`, `givenByUser` or `inferred`. `pages` has the place where each page begins, and is
    empty for what has no pages. `furniture` has the places (start, end) of what a file repeats
    around its text: running heads, page numbers.
    """

    id: str
    text: str
    digest: str
    title: str = ""
    source_digest: str = ""
    media: str = "text/plain"
    author: str = ""
    issued: str = ""
    publisher: str = ""
    address: str = ""
    kind: str = ""
    bases: Mapping[str, str] = field(default_factory=dict, hash=False)
    pages: tuple[int, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()

    @classmethod
    def of(cls, text: str, **known: Any) -> TextRecord:
        """The record of a text and of what else is known of it, by the names of the fields.

        Where nothing is said of a title, its first line is taken for one if it looks like one.

        >>> record = TextRecord.of("A headline\\n\\nAnd a sentence that tells more.")
        >>> record.title, record.bases, record.place(12)
        ('A headline', {'title': 'inferred'}, Place(line=3, page=0))
        """
        digest = sha256(text.encode()).hexdigest()
        if "title" not in known and (title := title_of(text, known.get("furniture", ()))):
            known |= {"title": title, "bases": {**known.get("bases", {}), "title": INFERRED}}
        return cls(digest[:SHORT], text, digest, **known)

    def place(self, offset: int) -> Place:
        """The line and the page of a place in the text."""
        line = sum(1 for _ in _LINE.finditer(self.text, 0, offset)) + 1
        return Place(line, bisect_right(self.pages, offset))


def title_of(text: str, furniture: Collection[tuple[int, int]] = ()) -> str:
    """The first line, unless it is long, ends a sentence, or goes on in the next one.

    >>> title_of("Two groups merge\\n\\nThey do."), title_of("Two groups will\\nmerge next year.")
    ('Two groups merge', '')
    """
    heads = {start for start, _ in furniture}
    lines = (each for each in _WORDS.finditer(text) if each.start() not in heads)
    first = next(lines, None)
    if first is None:
        return ""
    words = first[0].strip("\ufeff").split()
    goes_on = text[first.end() :].lstrip()[:1].islower()
    is_title = len(words) <= _LONGEST and not words[-1].endswith(".") and not goes_on
    return " ".join(words) if is_title else ""
