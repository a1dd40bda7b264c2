"""What a text says of itself in its first lines: title, day of issue, and who wrote it."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.documents.mentions.days import own_date
from kg.documents.mentions.model import Segment
from kg.documents.mentions.text.segments import BYLINE, segments
from kg.documents.record.model import INFERRED, STATED, title_of
from kg.documents.record.parsed import Parsed

_BEGINNING: Final = 4_000
_FIRST: Final = 12
"""In so many paragraphs a dateline and a byline are looked for."""


def with_stated(parsed: Parsed) -> Parsed:
    """The same with its headline, and the day and the name below it, where a file says none.

    A headline may be no more than the first line: it is inferred. Banners are passed over.

    >>> with_stated(Parsed("A merger\\n28 March 2019\\nBy Ann Example\\nTwo will merge.")).known
    {'title': 'A merger', 'issued': '2019-03-28', 'author': 'Ann Example'}
    """
    text = parsed.text[:_BEGINNING]
    first = segments(text, parsed.furniture)[:_FIRST]
    start = next((each.span.start for each in first if each.kind != "furniture"), len(text))
    found = {"title": title_of(text[start:])} | dict(_stated(text, first))
    bases = {name: STATED for name, value in found.items() if value}
    if found["title"]:
        bases["title"] = INFERRED
    return Parsed(
        parsed.text,
        {**found, **parsed.known},
        {**bases, **parsed.bases},
        parsed.pages,
        parsed.furniture,
    )


def _stated(text: str, first: tuple[Segment, ...]) -> Iterator[tuple[str, str]]:
    days = [own_date(text, (each,)) for each in first if each.reason == "dateline"]
    names = [
        match["name"]
        for each in first
        if each.reason == "byline"
        and (match := BYLINE.match(text[each.span.start : each.span.end]))
    ]
    yield from (("issued", each) for each in days[:1] if each)
    yield from (("author", each) for each in names[:1])
