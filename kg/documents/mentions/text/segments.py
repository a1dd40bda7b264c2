"""Paragraphs, sentences, and what belongs to the page rather than to the text."""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from kg.documents.mentions.model import Segment, Span
from kg.documents.patterns import compiled

_LINE = compiled(r"[^\r\n]*(?:\r\n|\r|\n|$)")
_BULLET = compiled(r"^\s*(?:[•◦▪●‣·*–—]|-(?=\s)|\(?(?:\d{1,2}|[a-z]|[ivx]{1,4})[.)](?=\s))")
_BYLINES = 5
_NAME_LINE = compiled(
    r"(?!.*\b(?:[A-Z]{2,}s?|Council|Trust|Body|Board|Committee|Group|Team|Federation|Alliance)\b)"
    r"[A-Z][a-z]+(?: [A-Z][\w'’-]+){1,2}"
)
_STOP = compiled(r"[.!?:;…][\"'”’)\]]*$")
_BREAK = compiled(r"""[.!?…]["'”’)\]]*(?=\s+["'“‘(\[]*[A-Z0-9£…])|…["'”’)\]]*$""")
_ABBREVIATION = compiled(
    r"(?:\b(?:Dr|Mr|Mrs|Ms|Prof|Sir|St|No|Nos|Cllr|Rev|Rt|Hon|Ltd|vs|eg|ie|e\.g|i\.e|approx|cf"
    r"|p|pp"
    r"|Jan|Feb|Mar|Apr|Aug|Sept?|Oct|Nov|Dec|Reg|Tel|Gen|Dept|Assoc)|(?<![A-Za-z])[A-Z])\.$"
)
_MONTHS = (
    r"(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)"
)
DATELINE = compiled(
    r"^\W*(?:(?:first\s+)?(?:published|posted|updated|last\s+updated)(?:\s+on)?:?\s*)?"
    r"(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day,?\s+)?"
    rf"(?P<date>\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS},?\s+\d{{4}}|{_MONTHS}\s+\d{{1,2}}(?:st|nd"
    rf"|rd|th)?,?"
    r"\s+\d{4}|\d{1,2}[/.]\d{1,2}[/.]\d{4}|\d{4}-\d{2}-\d{2})"
    r"(?P<rest>(?:[\s|,·•–-]+(?:[\d:.]+\s*(?:am|pm)?"
    r"|(?:[Bb]y\s+)?[A-Z][\w.'’-]+(?:\s+[A-Z][\w'’.-]+){1,3})){0,2})"
    r"\W*$",
)
BYLINE = compiled(
    r"^\W*(?:[Bb]y|BY|[Ww]ords:|[Rr]eport(?:ing)? by|[Ww]ritten by)\s+"
    r"(?P<name>[A-Z][\w.'’-]+(?:\s+[A-Z][\w'’.-]+){1,3})(?P<rest>(?:\s*[,|–-]\s*[^.]{0,60})?)\W*$"
)
_FURNITURE = tuple(
    (reason, compiled(pattern, re.IGNORECASE))
    for reason, pattern in (
        (
            "site banner",
            r"^(?:(?:the content of )?this (?:web)?(?:site|page) is|for) (?:intended |meant )?"
            r"(?:for )?(?:health|medical|uk health).{0,40}professionals? only\.?$|^(?:skip"
            r"|jump) to"
            r"|^advertisement$|^sponsored\b.{0,30}$",
        ),
        (
            "page furniture",
            r"^(?:share(?: (?:this|on|via)\b.{0,40})?|tweet|print(?: this)?|e-?mail(?: this)?"
            r"|save|"
            r"log ?in\b.{0,60}|sign (?:in|up)\b.{0,80}|register\b.{0,40}|subscribe\b.{0,80}|"
            r"read (?:more|also|next|the full)\b.{0,90}|related\b.{0,40}|see also\b.{0,80}|"
            r"follow us\b.{0,60}|click here\b.{0,80}|more on this\b.{0,40}|most (?:read|popular)|"
            r"comments?(?: ?\(\d+\))?|\d+ comments?|leave a (?:comment|reply).{0,40}"
            r"|tags?:.{0,120}|"
            r"topics?:.{0,120}|filed under.{0,80}|posted in.{0,80}|back to (?:top|news).{0,30}|"
            r"download(?: the)?\b.{0,40}|home ?[>»/|].{0,120}|menu|search|news|"
            r"(?:page )?\d{1,3}(?: of \d{1,3})?|page \d+.{0,20}|\d+ min(?:ute)?s? read|"
            r"we use cookies.{0,200}|accept (?:all )?cookies.{0,40}|this article (?:was )?first "
            r"(?:appeared|published).{0,100}|notes? to editors:?|-? ?ends? ?-?)$",
        ),
        (
            "caption",
            r"^(?:image|photo(?:graph)?|picture|pictured|caption|credit|source|graphic)s?"
            r"(?: (?:credit|by|source))?\s*[:;–-].{0,160}$|^\(?pictured.{0,80}\)?$",
        ),
        (
            "legal footer",
            r"^©|^copyright\b|\ball rights reserved\b|^registered (?:in england|office|charity)"
            r"|\breg(?:istered)?\.? (?:no|number|office)\b.*\d{5}|^company (?:no|number|reg)",
        ),
    )
)


def segments(
    text: str, repeated: Collection[tuple[int, int]] = (), *, wrapped: bool = False
) -> tuple[Segment, ...]:
    """Give the paragraphs of a text in order, with their sentences; blank lines are in none.

    `repeated` has the places of lines that its pages repeat: those are furniture of their own.

    A line is a paragraph of its own unless the text is broken at a line length, as in PDF or
    e-mail; then a paragraph ends at a blank line, at a bullet, or with a short line that has a
    full stop. `wrapped` says that it is broken so; without it the text is looked at.
    """
    found = []
    heads = frozenset(start for start, _ in repeated)
    for number, (start, end) in enumerate(_blocks(text, heads, wrapped=wrapped)):
        kind, reason = _kind(text[start:end], number)
        if start in heads:
            kind, reason = "furniture", "running head"
        found.append(Segment(Span(start, end), kind, _sentences(text, start, end), reason))
    return tuple(found)


def _lines(text: str) -> list[tuple[int, int]]:
    """The start and end of each line, without white space at either side; blank lines are empty."""
    found = []
    for line in _LINE.finditer(text):
        words = line[0].strip()
        start = line.start() + (len(line[0]) - len(line[0].lstrip()) if words else 0)
        found.append((start, start + len(words)))
    return found


def _is_wrapped(text: str, lines: list[tuple[int, int]]) -> bool:
    """Whether lines are broken in mid-sentence, as a fixed width does."""
    pairs = [(text[a:b], text[c:d]) for (a, b), (c, d) in pairwise(lines) if a < b and c < d]
    broken = sum(1 for one, two in pairs if not _STOP.search(one) and two[0].islower())
    return broken >= 2 and broken >= 0.15 * len(pairs)


def _blocks(text: str, heads: Collection[int], *, wrapped: bool) -> list[tuple[int, int]]:
    lines = _lines(text)
    wrapped = wrapped or _is_wrapped(text, lines)
    width = max((end - start for start, end in lines), default=0) if wrapped else 0
    found: list[tuple[int, int]] = []
    is_open = False
    for start, end in lines:
        if start == end:
            is_open = False
        elif is_open and wrapped and start not in heads and not _BULLET.match(text[start:end]):
            found[-1] = (found[-1][0], end)
        else:
            found.append((start, end))
            is_open = start not in heads
        if is_open and _STOP.search(text[start:end]) and end - start < 0.7 * width:
            is_open = False
    return found


def _kind(words: str, number: int) -> tuple[str, str]:
    flat = " ".join(words.split())
    for reason, pattern in _FURNITURE:
        if pattern.search(flat):
            return "furniture", reason
    if DATELINE.match(flat):
        return "furniture", "dateline"
    if BYLINE.match(flat):
        return "furniture", "byline"
    if 0 < number < _BYLINES and _NAME_LINE.fullmatch(flat):
        return "furniture", "byline"
    if _BULLET.match(words):
        return "bullet", ""
    return ("paragraph" if _STOP.search(flat) or len(flat) > 180 else "heading"), ""


def _sentences(text: str, start: int, end: int) -> tuple[Span, ...]:
    """Split a paragraph; titles, initials and abbreviations do not end a sentence."""
    found = []
    begin = start
    for stop in _BREAK.finditer(text, start, end):
        if _ABBREVIATION.search(text, max(begin, stop.start() - 8), stop.start() + 1):
            continue
        found.append(Span(begin, stop.end()))
        begin = stop.end()
        while begin < end and text[begin].isspace():
            begin += 1
    if begin < end:
        found.append(Span(begin, end))
    return tuple(found)
