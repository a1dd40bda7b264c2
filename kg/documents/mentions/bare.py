"""Bodies called by their place alone: `systems like Frimley`, `Tameside and Glossop voted for
it`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.documents.mentions.gazetteer import Gazetteer
from kg.documents.mentions.model import Organisation, Place
from kg.documents.mentions.organisations import Found
from kg.documents.mentions.view import View
from kg.model.names import slug

_TYPES = ("ccg", "ics", "stp", "icb", "pct")
_LIKE = re.compile(
    r"(?:\b(?:systems?|CCGs?|groups?|ICSs?|STPs?|ICBs?|PCTs?) (?:like|such as|including) (?:the )?"
    r"|\b(?:chief officer|accountable officer|chief executive|chair) (?:for|of|at) (?:both )?"
    r"|\bmerg(?:e|er|ers|ed|ing) (?:of|between|with|involving) (?:neighbouring |both "
    r"|its neighbours? )?)$"
)
_ACTED = (
    r"voted|agreed|rejected|backed|approved|opted|withdrew|refused|dissented|signed|decided|chose"
)
_DOES = re.compile(
    rf"(?:,? for (?:example|instance),?)? (?:{_ACTED}|was|were|is|are|has|have|had|will|would"
    rf"|said|says|wants?|plans?)\b"
)
_DID = re.compile(
    r"(?:,? for (?:example|instance),?|,? as well as \w+,)? (?:(?:have|has|had|are|were|is|was"
    r"|will|would|could|may"
    rf"|might|also|now|likely|due|set|to|both|all|each|planning) )*(?:{_ACTED}|merge|cluster"
    rf"|join forces|combine)\b"
)
_LED = re.compile(
    r"(?:'s)? (?:(?:joint|interim|clinical|new|former|acting) ){0,2}(?:chief executive"
    r"|chief officer|accountable officer"
    r"|chair|managing director)\b"
)
_AFTER_PREPOSITION = re.compile(
    r"\b(?:in|of|across|from|for|near|around|people|to|at|within|between|over|throughout|by|on"
    r"|than)(?: the)? $"
)
_LIST = 3
_AND = re.compile(r"(?:,| and|, and) $")


def bare(
    view: View,
    found: Found,
    places: Sequence[tuple[int, int, Place]],
    gazetteer: Gazetteer,
    day: str,
) -> Iterator[tuple[int, int, Organisation]]:
    """Give the places that stand for a body, with their folded places.

    A name of several words may do anything as the subject of a sentence; a single word has to do
    what a body does (vote, agree). What type it is of, the text decides: the one it speaks of most
    that has a body of the name.
    """
    often = Counter(one.type for *_, one in found.organisations)
    often.update(one.type for *_, one in found.kinds)
    often.update(one.type for *_, one in found.groups)
    types = sorted((one for one in _TYPES if often[one]), key=lambda one: -often[one])
    chain = False
    for at, (start, end, place) in enumerate(places):
        type_ = next((one for one in types if gazetteer.has(place.name, one)), "")
        before = view.text[max(0, start - 60) : start]
        joined = bool(_AND.search(before)) and at > 0 and places[at - 1][1] >= start - 6
        is_meant = (
            bool(_LIKE.search(before))
            or (joined and chain)
            or _acts(view, places, at)
            or bool(_LED.match(view.text, end))
            or _opens_list(view, places, at)
        )
        chain = bool(type_) and is_meant
        if chain:
            link = gazetteer.link(place.name, type_, day)
            body = link.body
            key = body.code if body else f"n/{slug(f'{place.name} {type_}')}"
            yield start, end, Organisation(
                place.span, place.name, body.name if body else place.name, type_, key,
                body.code if body else "", tuple(one.code for one in link.options), "short",
            )  # fmt: skip


def _opens_list(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> bool:
    """Whether three places or more are listed from here after a dash: `the six – A, B and C`."""
    start, last, _ = places[at]
    if not re.search(r"[:(–—-] ?$", view.text[max(0, start - 2) : start]):
        return False
    count = 1
    for later, end, _ in places[at + 1 :]:
        if not re.fullmatch(r",? (?:and )?", view.text[last:later]):
            break
        count, last = count + 1, end
    return count >= _LIST


def shortened(view: View, found: Found) -> Iterator[tuple[int, int, Organisation]]:
    """Give the bodies called by the first part of a name of this text: `Blackburn's chair`."""
    taken = [(start, end) for start, end, _ in found.organisations]
    for first, ones in _longer(found).items():
        for match in re.finditer(rf"(?<![\w-]){re.escape(first)}(?='s )", view.text):
            start, end = match.span()
            if len(ones) == 1 and all(b <= start or end <= a for a, b in taken):
                yield start, end, replace(ones[0], span=view.span(start, end), form="short")


def _longer(found: Found) -> dict[str, list[Organisation]]:
    """The bodies of the text by the first part of their names: `Blackburn` with Darwen CCG."""
    given: dict[str, dict[str, Organisation]] = {}
    for *_, one in found.organisations:
        if one.type in _TYPES:
            first = re.split(r" (?:with|and|upon|on)\b|,", one.name.removeprefix("NHS "))[0]
            if first != one.name.removeprefix("NHS "):
                given.setdefault(first, {}).setdefault(one.key, one)
    return {first: list(ones.values()) for first, ones in given.items()}


def _acts(view: View, places: Sequence[tuple[int, int, Place]], at: int) -> bool:
    """Whether the place is the subject of a verb, alone or in a list of places."""
    start, end, place = places[at]
    before = view.text[max(0, start - 24) : start]
    if _AFTER_PREPOSITION.search(before):
        return False
    last = end
    for later, finish, _ in places[at + 1 : at + 6]:
        if not re.fullmatch(r",? (?:and )?", view.text[last:later]):
            break
        last = finish
    compound = " and " in place.name and not re.search(r"(?:\b(?:and|or)|,) $", before)
    return (
        bool((_DOES if compound else _DID).match(view.text, last))
        or (compound and last > end and bool(_DOES.match(view.text, last)))
        or (before.endswith("both ") and last > end and bool(_DOES.match(view.text, last)))
    )
