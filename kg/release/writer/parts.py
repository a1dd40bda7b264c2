"""An update in parts that the engine can read, which reads no prologue but the first."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from kg.errors import BadQuery
from kg.release.writer.text import DECLARES, Token, tokens
from kg.store.syntax import check_update


class Part(NamedTuple):
    """Some operations with every prologue before them, the last of which ends `at`.

    What is in it stands where it stood: what was before is blank.
    """

    text: str
    at: int


def check(text: str, base: str = "") -> None:
    """Raise `BadQuery` for what is no update (SPARQL 1.1 Update, 3)."""
    seen: set[str] = set()
    for each in parts(text):
        check_update(each.text, base or None, each.at)
        found = {token.text for token in tokens(each.text) if token.text.startswith("_:")}
        if shared := seen & found:
            raise BadQuery(f"The blank node {min(shared)} cannot be shared by operations.")
        seen |= found


def parts(text: str) -> list[Part]:
    """The update, cut where a prologue follows an operation.

    >>> [each.text for each in parts("CLEAR ALL ; PREFIX a: <urn:a> DROP GRAPH a:b")]
    ['CLEAR ALL ', '            PREFIX a: <urn:a> DROP GRAPH a:b']
    """
    found, kept, place, start = list[Part](), "", 0, 0
    known = tokens(text)
    while True:
        while place < len(known) and known[place].text.upper() in DECLARES:
            first = known[place].start
            place = min(place + (3 if known[place].text.upper() == "PREFIX" else 2), len(known))
            kept += _blank(text[len(kept) : first]) + text[first : known[place - 1].end]
        start = max(start, len(kept))
        place = _cut(known, place)
        end = known[place].start if place < len(known) else len(text)
        found.append(Part(kept + _blank(text[len(kept) : start]) + text[start:end], len(kept)))
        if place == len(known):
            return found
        place, start = place + 1, end + 1


def _cut(known: Sequence[Token], place: int) -> int:
    """The place of the semicolon that a declaration follows, from a place on, or of the end."""
    depth = 0
    for at in range(place, len(known) - 1):
        depth += {"{": 1, "}": -1}.get(known[at].text, 0)
        if not depth and known[at].text == ";" and known[at + 1].text.upper() in DECLARES:
            return at
    return len(known)


def _blank(text: str) -> str:
    return re.sub(r"[^\r\n]", " ", text)
