"""The bodies that a text names: typed names, known names and headed names, joined and linked."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from kg.documents.mentions.model import Group, Kind, Organisation
from kg.documents.mentions.names.gazetteer import Body, Gazetteer
from kg.documents.mentions.names.heads import (
    called,
    campaigns,
    headed,
    known,
    nhs_places,
    papers,
)
from kg.documents.mentions.names.local import local, systems
from kg.documents.mentions.names.regions import own_regions, regional
from kg.documents.mentions.names.shouted import shouted
from kg.documents.mentions.names.type_words import SHORT, Named
from kg.documents.mentions.names.typed import typed
from kg.documents.mentions.text.view import View
from kg.documents.mentions.text.words import Words
from kg.documents.patterns import compiled
from kg.model.names import slug

_BRACKETED = compiled(
    r" ?\((?:the |or |known as )?[\"']?([A-Z][\w&/ -]{0,12}?[A-Z]\w*|[A-Z]{2,})[\"']?\)"
)
_INSIDE = compiled(r" \(([A-Z][\w&/-]{1,9})\) ")
_OF_NHS = compiled(
    r" (?:[A-Z]|(?!is|was|has|had|will|would|can|could|must|may|might|should|in|to|and|or|as|at"
    r"|by|for|of|from|on|with|that|which|who|but|than|when|where|while|so|does|did|itself|needs"
    r"|if|be|not|today|now|into|are|were|have\b)[a-z])|-[a-z]"
)
"""What the word only says of whom it is: `NHS managers`."""
_OF_PARTY = compiled(r"(?:Conservative|Liberal Democrat|Lib Dem|Tory)(?! Party)(?= [A-Za-z])")
"""A party told of only as whose somebody is: `the Conservative administration`."""
_EVENT = compiled(r"(?:'s)? (?:super-?)?(?:mergers?|shake-?ups?|marriages?|reorganisations?)\b")
_NATIONAL = {"x/nhs-england", "x/nhs-england-and-nhs-improvement"}


@dataclass(slots=True)
class Found:
    """What the finders of bodies gave; places are those of the folded text."""

    organisations: list[tuple[int, int, Organisation]] = field(default_factory=list)
    groups: list[tuple[int, int, Group]] = field(default_factory=list)
    kinds: list[tuple[int, int, Kind]] = field(default_factory=list)
    lists: list[tuple[str, ...]] = field(default_factory=list)
    """Keys of the bodies that one plural names together: `A, B and C CCGs`."""
    people: frozenset[int] = frozenset()
    """Where the names of people start, once they are known."""


@dataclass(slots=True)
class _Reader:
    view: View
    gazetteer: Gazetteer
    day: str
    taken: bytearray = field(default_factory=bytearray)
    """For each character of the text whether a name covers it."""
    found: Found = field(default_factory=Found)
    aliases: dict[str, Organisation] = field(default_factory=dict)

    def is_free(self, start: int, end: int) -> bool:
        return 1 not in self.taken[start:end]

    def cover(self, start: int, end: int) -> None:
        self.taken[start:end] = b"\1" * (end - start)

    def keep(self, start: int, end: int, one: Organisation) -> None:
        self.cover(start, end)
        self.found.organisations.append((start, end, one))
        alias = _BRACKETED.match(self.view.text, end) or _INSIDE.search(self.view.text, start, end)
        if alias and alias[1] not in SHORT.values() and _initials_fit(alias[1], one):
            self.aliases.setdefault(alias[1], one)


def organisations(view: View, words: Words, gazetteer: Gazetteer, day: str) -> Found:
    """Find the named bodies, the groups named by a place, and the types without a name.

    `day` (ISO, may be empty) is when the text was issued: what a name means hangs on it.
    """
    reader = _Reader(view, gazetteer, day, bytearray(len(view.text)))
    for one in typed(words, gazetteer):
        kept = len(reader.found.organisations)
        for named in one.named:
            _keep_typed(reader, named)
        if len(one.named) > 1:
            listed = tuple(found.key for *_, found in reader.found.organisations[kept:])
            reader.found.lists.append(listed)
        if not one.named:
            span = view.span(one.start, one.end)
            reader.found.kinds.append((one.start, one.end, Kind(span, one.type, one.plural)))
    local_names = (*systems(words, gazetteer), *local(words, gazetteer))
    for named in (*shouted(view.text, gazetteer), *campaigns(view.text), *local_names):
        _keep_typed(reader, named)
    _keep_known(reader, words)
    _keep_regions(reader)
    formed = [
        *nhs_places(view.text, gazetteer),
        *headed(words, gazetteer),
        *called(view.text),
        *papers(view.text),
    ]
    for whole in sorted(formed, key=_longest):
        named = _before_taken(reader, whole)
        if reader.is_free(named.start, named.end):
            reader.keep(named.start, named.end, _linked(reader, named))
    _keep_aliases(reader)
    reader.found.organisations = _by_part(reader.found.organisations)
    reader.found.organisations.sort(key=lambda one: one[:2])
    return reader.found


def _by_part(found: list[tuple[int, int, Organisation]]) -> list[tuple[int, int, Organisation]]:
    """The bodies, those under the first part of another's name as that one."""
    linked = {one.key: one for *_, one in found if one.link and one.form == "named"}
    meant: dict[tuple[str, str, str], Organisation | None] = {}
    given = []
    for start, end, one in found:
        asked = one.name, one.type, one.link
        if asked not in meant:
            meant[asked] = _fuller(one, list(linked.values()))
        other = meant[asked]
        whole = (
            replace(one, key=other.key, canonical=other.canonical, link=other.link, form="short")
            if other
            else one
        )
        given.append((start, end, whole))
    return given


def _fuller(one: Organisation, linked: list[Organisation]) -> Organisation | None:
    """The one body of its type whose name starts with a name that leads to none."""
    if one.link or one.options or one.type not in {"ccg", "icb", "stp", "ics", "pct"}:
        return None
    core = re.sub(r"^NHS | (?:[A-Z]{3}|[A-Z]{3}s)$", "", one.name)
    begins = re.compile(rf"(?:NHS )?{re.escape(core)}(?:,| and\b| with\b| &)")
    fuller = [
        other
        for other in linked
        if other.type == one.type and (begins.match(other.name) or _is_initials(core, other.name))
    ]
    return fuller[0] if len(fuller) == 1 else None


def _is_initials(short: str, name: str) -> bool:
    """Whether a short form has the first letters of a name: `HRW`, `HaRD`, `VoY`.

    >>> _is_initials("HaRD", "Harrogate and Rural District CCG"), _is_initials("Hull", "Hove CCG")
    (True, False)
    """
    letters = re.sub("[^A-Z]", "", short)
    words = re.findall(r"\b[A-Z]", re.sub(r"^NHS | [A-Z]{3}s?$", "", name))
    return 1 < len(letters) == len(words) and len(short) <= 6 and letters == "".join(words)


def _longest(named: Named) -> tuple[int, int]:
    return named.start - named.end, named.start


def _before_taken(reader: _Reader, named: Named) -> Named:
    """A name up to the `and` before a body known already: `Institute for Studies and IPPR`."""
    at = reader.taken.find(1, named.start, named.end)
    head, link, _ = reader.view.text[named.start : max(at, named.start)].rpartition(" and ")
    if at < 0 or not link or " " not in head or len(head) < len(named.core):
        return named
    return Named(named.start, named.start + len(head), head, head, named.type)


def _keep_typed(reader: _Reader, named: Named) -> None:
    if not reader.is_free(named.start, named.end) or _is_event(reader, named):
        return
    if named.is_group:
        span = reader.view.span(named.start, named.end)
        key = f"group/{slug(named.name)}"
        group = Group(span, named.name, named.type, key, place=named.core)
        reader.found.groups.append((named.start, named.end, group))
        reader.cover(named.start, named.end)
    else:
        reader.keep(named.start, named.end, _linked(reader, named))


def _is_event(reader: _Reader, named: Named) -> bool:
    """Whether an unknown body is only the bodies of a place that merge: `the London CCG merger`."""
    follows = _EVENT.match(reader.view.text, named.end)
    return follows is not None and not reader.gazetteer.has(named.core, named.type)


def _linked(reader: _Reader, named: Named) -> Organisation:
    is_footprint = named.type == "healthSystem" and "Care Partnership" in named.name
    type_ = "stp" if is_footprint else named.type or _era(reader, named.core)
    link = reader.gazetteer.link(named.core, type_, reader.day)
    if not (link.body or link.options):
        link = reader.gazetteer.begun(named.core, type_, reader.day)
    body = link.body
    name = _INSIDE.sub(" ", _whole(named))
    canonical = _canonical(body) if body else name
    own = f"{named.core} {SHORT[named.type]}" if named.type in SHORT else name
    key = body.code if body else f"n/{slug(own)}"
    return Organisation(
        reader.view.span(named.start, named.end), name, canonical, type_, key,
        body.code if body else "", tuple(one.code for one in link.options),
    )  # fmt: skip


def _whole(named: Named) -> str:
    return " ".join(named.name.split())


def _canonical(body: Body) -> str:
    """The name of a register's body with its type, so that it cannot be read as another."""
    if body.kind == "stp" and "Partnership" not in body.name and " ICS" not in body.name:
        return f"{body.name.removesuffix(' STP')} STP"
    return body.name


def _era(reader: _Reader, core: str) -> str:
    """What `NHS` and a place is in a text of a day; nothing is linked without one."""
    day = reader.day
    types = (
        ("icb",)
        if day >= "2022-07"
        else ("ccg",)
        if day >= "2013-04"
        else ("pct", "shaCluster", "sha")
    )
    return next((one for one in types if day and reader.gazetteer.has(core, one)), "")


def _keep_known(reader: _Reader, words: Words) -> None:
    text = reader.view.text
    for named, one in known(words, reader.gazetteer):
        end, canonical, key, type_ = named.end, one.name, one.code, one.type
        place = regional(text, named.start, named.end) if one.code in _NATIONAL else None
        if place:
            end, type_ = place[0], "nhsRegion"
            base = "NHS England" if one.code == "x/nhs-england" else "NHS England/Improvement"
            canonical = f"{base} {place[1]} region"
            key = f"{one.code}/{slug(place[1])}"
        if one.code == "x/nhs" and _OF_NHS.match(text, end):
            continue
        if type_ == "politicalParty" and _OF_PARTY.match(text, named.start):
            continue
        if reader.is_free(named.start, end):
            name = (
                f"{named.name} {place[1]}" if place else " ".join(text[named.start : end].split())
            )
            span = reader.view.span(named.start, end)
            link = "" if place else key
            form = "short" if name.isupper() and len(name) < 8 and name != canonical else "named"
            reader.keep(
                named.start, end, Organisation(span, name, canonical, type_, key, link, (), form)
            )


def _keep_regions(reader: _Reader) -> None:
    """The regions of NHS England that are only called its own."""
    for start, end, region in own_regions(reader.view.text):
        if reader.is_free(start, end):
            name = f"NHS England {region} region"
            key = f"x/nhs-england/{slug(region)}"
            span = reader.view.span(start, end)
            reader.keep(start, end, Organisation(span, name, name, "nhsRegion", key))


def _initials_fit(alias: str, one: Organisation) -> bool:
    letters = [c for c in alias.lower() if c.isalnum()]
    return letters[0] in one.name.lower() and len(alias) < len(one.name)


def _keep_aliases(reader: _Reader) -> None:
    """Later short forms that the text itself gave in brackets."""
    for alias, one in reader.aliases.items():
        for found in re.finditer(rf"(?<![\w/-]){re.escape(alias)}(?![\w/])", reader.view.text):
            if reader.is_free(found.start(), found.end()):
                span = reader.view.span(found.start(), found.end())
                short = Organisation(
                    span, alias, one.canonical, one.type, one.key, one.link, one.options, "short"
                )
                reader.cover(found.start(), found.end())
                reader.found.organisations.append((found.start(), found.end(), short))
