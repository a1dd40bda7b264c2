"""Bodies named by a place and a type: `Durham Dales, Easington and Sedgefield CCG`, and lists."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from kg.documents.mentions.names.before import after_of_known, after_of_the, name_before
from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.names.given_names import given_names
from kg.documents.mentions.names.parts import names_of, parts_of
from kg.documents.mentions.names.type_words import KIND, SHORT, Named, Site, Typed
from kg.documents.mentions.text.words import Token, Words
from kg.documents.patterns import compiled

_PLAIN = frozenset(("cluster", "clusters", "Cluster", "Clusters", "council", "councils"))
"""Words that are of a body only after its name."""
_LISTED = frozenset(SHORT) - {"areaTeam"}


def typed(words: Words, gazetteer: Gazetteer) -> Iterator[Typed]:
    """Give every type word of a text in order, with the bodies that it names."""
    for found in KIND.finditer(words.text):
        code = found.lastgroup or ""
        plural = found[0].endswith("s") and not found[0].endswith("ICS")
        site = Site(words.text, gazetteer, found, code, plural)
        named: Sequence[Named] = ()
        if not words.text.endswith("the ", 0, site.start):
            named = _named(site, _before(words, site))
        if not named and not plural:
            named = _onward(site)
        if code == "localAuthority" and found[0].startswith("council"):
            named = [one for one in named if site.has(one.core)]
        if named or found[0] not in _PLAIN:
            yield Typed(site.start, site.end, code, plural, tuple(named))


def _before(words: Words, site: Site) -> list[Token]:
    """The words of the name, or list of names, before a type word and its short form."""
    alias = _ALIAS.search(words.text, max(0, site.start - 18), site.start)
    place = alias.start() if alias else site.start
    if site.code == "areaTeam":
        longer = name_before(words, place, site.has, commas=True)
        if longer and site.has(words.text[longer[0].start : place]):
            return longer
    return name_before(words, place, site.has, commas=site.code in _LISTED)


def _named(site: Site, before: list[Token]) -> Sequence[Named]:
    """The bodies that a type word names with the words before it."""
    if not before:
        return ()
    text, start = site.text, site.start
    if site.plural and _UNION_OF.search(text, before[0].start, start):
        opens = before[0].start - (4 if text.endswith("Our ", 0, before[0].start) else 0)
        return [_whole(text, opens, site.end)]
    if not site.has(text[before[0].start : start].strip()):
        before = after_of_known(text, after_of_the(before), start, site.code, site.gazetteer)
    is_person = before and before[0].text in given_names() and site.found[0].islower()
    if text.endswith((" of ", ", "), 0, start) or is_person:
        return ()
    named = _bodies(site, before)
    joined = _JOINED.match(text, site.end)
    if joined and len(named) == 1 and not site.plural:
        return [_whole(text, named[0].start, joined.end())]
    if _is_shouted(text, start):
        return [one for one in named if site.has(one.core)]
    return named


def _whole(text: str, start: int, end: int) -> Named:
    """A body of bodies: `Hampshire CCG Partnership`, `Kent Partnership of CCGs`."""
    return Named(start, end, text[start:end], text[start:end], "healthSystem")


def _onward(site: Site) -> Sequence[Named]:
    """The body whose place comes after its type: `Strategic Health Authority for London`."""
    onward = _FOR_PLACE.match(site.text, site.end)
    if onward is None:
        return ()
    start, place = site.start, onward["place"]
    ends = [len(place), *(cut.start() for cut in reversed([*_LINK.finditer(place)]))]
    end = next((each for each in ends if site.has(place[:each])), 0)
    stop = onward.start("place") + end
    return [Named(start, stop, site.text[start:stop], place[:end], site.code)] if end else ()


_ALIAS = compiled(r" \([A-Z][\w&/-]{1,13}\) $")
"""A short form between name and type: `Harrogate and Rural District (HaRD) CCG`."""
_JOINED = compiled(
    r" (?:Partnership|Alliance|Collaborative|Network|Forum|Association|Federation"
    r"|Collaboration)\b"
)
_FOR_PLACE = compiled(
    r" (?:for|of)(?: the)? (?P<place>[A-Z][\w'-]+"
    r"(?:(?:,? and(?: the)?|,| &| with| in| of(?: the)?)? [A-Z][\w'-]+)*)"
)
_LINK = compiled(r",? (?:(?:and|&|with|of|in) )?(?:the )?(?=[A-Z])")


_UNION_OF = compiled(r" (?:Partnership|Alliance|Federation|Family|Group) of $")
_DIRECTION = compiled(
    r"(?:North|South|East|West|Central|Mid|Inner|Outer|Upper|Lower)(?: (?:East|West))?"
)


def _in_full(site: Site, part: str, last: str) -> str:
    """A direction with the place of the last of its list: `North` of `North and South Kent`."""
    direction = _DIRECTION.match(last)
    place = last[direction.end() :].strip() if direction else ""
    whole = f"{part} {place}"
    return whole if place and _DIRECTION.fullmatch(part) and site.has(whole) else part


def _is_shouted(text: str, place: int) -> bool:
    """Whether the line is all in capitals, where these tell nothing."""
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[begin : end if end >= 0 else len(text)]
    return line.isupper() and len(line) > 24


def _bodies(site: Site, before: list[Token]) -> list[Named]:
    text, end, code = site.text, site.end, site.code
    parts = list(parts_of(text, before))
    groups = names_of(site, parts)
    if code == "localMedicalCommittee" and " & " in text[parts[0][0] : parts[-1][1]]:
        groups = [(parts[0][0], parts[-1][1])]
    if not site.plural or len(groups) == 1:
        start, stop = groups[-1]
        is_ours = text.endswith("Our ", 0, start) and text.startswith("Healthier", start)
        start -= 4 if is_ours else 0
        is_group = site.plural and code != "localMedicalCommittee"
        return [Named(start, end, text[start:end], text[start:stop], code, is_group)]
    short = _singular(site.found[0])
    tail = text[groups[-1][0] : groups[-1][1]]
    given = []
    for start, stop in groups:
        core = _in_full(site, text[start:stop], tail)
        last = end if (start, stop) == groups[-1] else stop
        given.append(Named(start, last, f"{core} {short}", core, code))
    return given


def _singular(words: str) -> str:
    return words.removesuffix("ies") + "y" if words.endswith("ies") else words.removesuffix("s")
