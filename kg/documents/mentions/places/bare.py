"""Bodies called by their place alone: `systems like Frimley`, `Tameside and Glossop voted for
it`."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from kg.documents.mentions.model import Organisation, Place
from kg.documents.mentions.names.gazetteer import Gazetteer, core, fold
from kg.documents.mentions.names.organisations import Found
from kg.documents.mentions.places import bare_words as said
from kg.documents.mentions.places.rows import is_only_body, meant
from kg.documents.mentions.text.view import View
from kg.model.names import slug


@dataclass(slots=True)
class _Reader:
    """A text with its places, and what it tells of the types of its bodies."""

    view: View
    found: Found
    places: Sequence[tuple[int, int, Place]]
    gazetteer: Gazetteer
    day: str
    types: list[str] = field(default_factory=list)
    listed: set[int] = field(default_factory=set)
    in_rows: dict[int, str] = field(default_factory=dict)
    ends: dict[int, str] = field(default_factory=dict)
    """Where bodies end, with their types."""

    def beside(self, at: int) -> str:
        """The type of the body that a place follows as one of a list: `A CCG and B,`."""
        start, end, place = self.places[at]
        after = said.AND.search(self.view.text, max(0, start - 90), start)
        type_ = self.ends.get(after.start(), "") if after else ""
        goes_on = said.DOES.match(self.view.text, end) or self.view.text[end : end + 1] in ",.;:"
        return type_ if goes_on and type_ and self.gazetteer.has(place.name, type_) else ""

    def is_meant(self, at: int, type_: str, *, is_named: bool) -> bool:
        """Whether the words around a place tell that its body is meant."""
        text = self.view.text
        start, end, place = self.places[at]
        is_only = is_only_body(place.name, self.gazetteer)
        is_like = said.LIKE.search(text, max(0, start - 90), start)
        return bool(
            (is_like and not said.IN_NAME.match(text, end))
            or _acts(self.view, self.places, at, self.gazetteer, is_named=is_named)
            or said.LED.match(text, end)
            or (end + len("'s ") in self.found.people and text.startswith("'s ", end))
            or at in self.listed
            or at in self.in_rows
            or self.is_said(end, place, type_)
            or (is_only and said.SHORT.match(text, end))
            or (is_only and _is_alone(text, start, end))
        )

    def is_said(self, end: int, place: Place, type_: str) -> bool:
        """Whether what follows tells that a body is meant: its footprint, `the CCG`."""
        text = self.view.text
        if type_ == "stp" and said.FOOTPRINT.match(text, end):
            return True
        its = said.ITS_BODY.match(text, end)
        return bool(
            its
            and its["type"].lower() == type_
            and self.gazetteer.has(place.name, type_)
            and not said.OTHER_BODY.search(its[0])
            and not said.GOES_ON.match(text, end)
        )

    def short(self, start: int, end: int, type_: str) -> Organisation:
        """The body of a type that a name without its type stands for."""
        name = self.view.text[start:end]
        link = self.gazetteer.link(name, type_, self.day)
        body = link.body
        key = body.code if body else f"n/{slug(f'{name} {type_}')}"
        return Organisation(
            self.view.span(start, end), name, body.name if body else name, type_, key,
            body.code if body else "", tuple(one.code for one in link.options), "short",
        )  # fmt: skip

    def parts(self, start: int, end: int) -> list[tuple[int, int]]:
        """The CCGs of a list that is the name of one to come: `as do Bristol, A and B`."""
        text, gazetteer = self.view.text, self.gazetteer
        body = gazetteer.link(text[start:end], "ccg", self.day).body
        is_later = bool(self.day and body and self.day < body.opened)
        is_many = said.PLURAL.match(text, end) or said.AS_DO.search(text, max(0, start - 9), start)
        if not (is_later or is_many):
            return []
        found = said.PART.finditer(text[start:end])
        parts = [(start + one.start(1), start + one.end(1)) for one in found]
        is_known = all(gazetteer.has(text[a:b], "ccg") for a, b in parts)
        return parts if len(parts) > 1 and is_known else []


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
    types = _types(found, day)
    reader = _Reader(
        view, found, places, gazetteer, day, types, _listed(view, places),
        meant(view, places, found.organisations, gazetteer, types),
        {b: one.type for _, b, one in found.organisations if one.type in said.TYPES},
    )  # fmt: skip
    named = {
        core(one.name): one
        for *_, one in found.organisations
        if one.type in said.TYPES and one.name
    }
    chain = False
    for at, (start, end, place) in enumerate(places):
        known = named.get(core(place.name))
        type_ = reader.beside(at) or _type(reader, at, known)
        joined = said.AND.search(view.text, max(0, start - 90), start) is not None and at > 0
        is_next = chain and joined and places[at - 1][1] >= start - len(" together with ")
        is_meant = is_next or bool(reader.beside(at))
        is_meant = is_meant or reader.is_meant(at, type_, is_named=known is not None)
        parts = reader.parts(start, end)
        if parts and said.AS_GROUPS.match(view.text, end):
            type_, is_meant = "ccg", True
        chain = bool(type_) and is_meant and not said.OF_TOWN.match(view.text, end)
        if chain and parts and type_ == "ccg":
            yield from ((a, b, reader.short(a, b, type_)) for a, b in parts)
        elif chain:
            one = reader.short(start, end, type_)
            is_known = known is not None and known.type == type_
            yield start, end, replace(one, key=known.key) if known and is_known else one


def _types(found: Found, day: str) -> list[str]:
    """The types that a text speaks of, the most frequent first."""
    often = Counter(one.type for *_, one in found.organisations)
    often.update(one.type for *_, one in found.kinds)
    often.update(one.type for *_, one in found.groups)
    types = sorted((one for one in said.TYPES if often[one]), key=lambda one: -often[one])
    return types or [_of_day(day)]


def _type(reader: _Reader, at: int, known: Organisation | None) -> str:
    """What type of body a place would stand for; empty if none has its name."""
    start, end, place = reader.places[at]
    text = reader.view.text
    is_system = said.FOOTPRINT.match(text, end) or said.SYSTEMS_LIKE.search(
        text, max(0, start - 40), start
    )
    if is_system and reader.gazetteer.has(place.name, "stp"):
        return "stp"
    type_ = next((one for one in reader.types if reader.gazetteer.has(place.name, one)), "")
    return known.type if known and not type_ else reader.in_rows.get(at, type_)


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a name stands alone in brackets, as whose somebody is: `Ann Lee (Nene)`."""
    return text[start - 1 : start] == "(" and text[end : end + 1] == ")"


def _of_day(day: str) -> str:
    """The type of body that commissioned on a day, for a text that names no type."""
    return "ccg" if not day or "2013-04" <= day < "2022-07" else "icb" if day > "2013" else "pct"


def aliased(
    view: View, cut: Sequence[tuple[int, int, Organisation]]
) -> Iterator[tuple[int, int, Organisation]]:
    """Give the later places of the short forms that follow bare names in brackets."""
    short: dict[str, Organisation] = {}
    for _, end, one in cut:
        if alias := said.SHORT.match(view.text, end):
            short.setdefault(alias[0][2:-1], one)
    for alias_, one in short.items():
        for found in re.finditer(rf"(?<![\w/&(-]){re.escape(alias_)}(?![\w/&])", view.text):
            yield *found.span(), replace(one, span=view.span(*found.span()))


def _listed(view: View, places: Sequence[tuple[int, int, Place]]) -> set[int]:
    """Which places are in a list of three or more after a dash or colon: `the six – A, B and C`."""
    listed: set[int] = set()
    row: list[int] = []
    semicolons, is_open = 0, False
    for at, (start, _, _) in enumerate(places):
        gap = view.text[places[at - 1][1] : start] if row else ""
        if not (row and said.NEXT.fullmatch(gap)):
            row, semicolons = [at], 0
            is_open = said.OPENS.search(view.text, max(0, start - 44), start) is not None
        else:
            row.append(at)
            semicolons += ";" in gap
        if len(row) >= said.LIST and (is_open or semicolons):
            listed |= set(row)
    return listed


def _is_own(name: str, gazetteer: Gazetteer, *, is_named: bool) -> bool:
    """Whether a name is of several parts, or one that no council or county has.

    A single word has to be the name of a body of the text (`is_named`).
    """
    kinds = gazetteer.kinds.get(fold(name), set())
    is_only = bool(kinds) and kinds <= said.COMMISSIONING and fold(name) not in gazetteer.areas
    return " and " in name or (is_only and (" " in name or is_named))


def _acts(
    view: View,
    places: Sequence[tuple[int, int, Place]],
    at: int,
    gazetteer: Gazetteer,
    *,
    is_named: bool,
) -> bool:
    """Whether the place is the subject of a verb, alone or in a list of places."""
    start, end, place = places[at]
    before = view.text[max(0, start - 24) : start]
    if said.AFTER_PREPOSITION.search(before):
        return False
    is_head = before.endswith("\n") and view.text.startswith((". ", ": "), end)
    if (
        is_head
        and " " in place.name
        and " and " not in place.name
        and is_only_body(place.name, gazetteer)
    ):
        return True
    if is_named and _is_own(place.name, gazetteer, is_named=True) and " and " not in place.name:
        return True
    last, count = end, 1
    for later, finish, _ in places[at + 1 : at + 9]:
        if not re.fullmatch(r",? (?:and )?(?:the )?", view.text[last:later]):
            break
        last, count = finish, count + 1
    opens = before.endswith(("\n", ". ", '" ')) or not before
    if (
        opens
        and _is_own(place.name, gazetteer, is_named=is_named)
        and view.text.startswith(", ", end)
        and count == 1
    ):
        return True
    if last > end and count >= said.LIST and said.ANY_VERB.match(view.text, last):
        return True
    compound = _is_own(place.name, gazetteer, is_named=is_named) and not re.search(
        r"(?:\b(?:and|or)|,) $", before if not said.ADVERB_FIRST.search(before) else ""
    )
    return (
        bool((said.DOES if compound else said.DID).match(view.text, last))
        or (compound and last > end and bool(said.DOES.match(view.text, last)))
        or (before.endswith("both ") and last > end and bool(said.DOES.match(view.text, last)))
    )
