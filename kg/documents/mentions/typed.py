"""Bodies named by a place and a type: `Durham Dales, Easington and Sedgefield CCG`, and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass

from kg.documents.mentions.before import after_of_known, after_of_the, name_before
from kg.documents.mentions.gazetteer import Gazetteer
from kg.documents.mentions.person_words import given_names
from kg.documents.mentions.words import Token, Words

TYPES: tuple[tuple[str, str, str], ...] = (
    ("ccg", "CCG", r"CCGs?|[Cc]linical [Cc]ommissioning [Gg]roups?"),
    ("icb", "ICB", r"ICBs?|[Ii]ntegrated [Cc]are [Bb]oards?"),
    ("stpOrIcs", "STP/ICS", r"(?:STPs?|ICSs?)/(?:ICSs?|ICSes|STPs?)"),
    ("ics", "ICS", r"ICSs?|ICSes|[Ii]ntegrated [Cc]are [Ss]ystems?"),
    ("stp", "STP", r"STPs?|[Ss]ustainability [Aa]nd [Tt]ransformation [Pp](?:artnership|lan)s?"),
    ("pctCluster", "cluster", r"(?:(?:PCT|[Pp]rimary [Cc]are [Tt]rust) )?[Cc]lusters?"),
    ("pct", "PCT", r"PCTs?|[Pp]rimary [Cc]are [Tt]rusts?"),
    ("shaCluster", "SHA cluster", r"(?:SHA|[Ss]trategic [Hh]ealth [Aa]uthority) [Cc]lusters?"),
    ("sha", "SHA", r"SHAs?|[Ss]trategic [Hh]ealth [Aa]uthorit(?:y|ies)"),
    ("localMedicalCommittee", "LMC", r"LMCs?|[Ll]ocal [Mm]edical [Cc]ommittees?"),
    ("csu", "CSU", r"CSUs?|[Cc]ommissioning [Ss]upport [Uu]nits?"),
    ("areaTeam", "area team", r"[Aa]rea [Tt]eams?"),
    ("pcn", "PCN", r"PCNs?|[Pp]rimary [Cc]are [Nn]etworks?"),
    ("localAuthority", "Council",
     r"(?:(?:Metropolitan|Borough|City|County|District|Unitary|Town|Parish) ){0,3}Councils?\b"
     r"|(?:county|city|borough|district|metropolitan|unitary)(?: borough)? councils?\b"),
)  # fmt: skip
KIND = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{code}>{words})" for code, _, words in TYPES) + r")(?!\w|-\w)"
)
SHORT = {code: short for code, short, _ in TYPES}
_LISTED = frozenset(SHORT) - {"areaTeam"}


@dataclass(frozen=True, slots=True)
class Named:
    """A stretch that names a body (or, with `place` alone, several bodies of a place)."""

    start: int
    end: int
    name: str
    core: str
    type: str
    is_group: bool = False


@dataclass(frozen=True, slots=True)
class Typed:
    """A type word, and the bodies whose name it ends; none where it stands alone."""

    start: int
    end: int
    type: str
    plural: bool
    named: tuple[Named, ...]


def typed(words: Words, gazetteer: Gazetteer) -> Iterator[Typed]:
    """Give every type word of a text in order, with the bodies that it names."""
    for found in KIND.finditer(words.text):
        code = found.lastgroup or ""
        plural = found[0].endswith("s") and not found[0].endswith("ICS")
        named: Sequence[Named] = ()
        if not words.text.endswith("the ", 0, found.start()):
            alias = _ALIAS.search(words.text, max(0, found.start() - 14), found.start())
            place = alias.start() if alias else found.start()
            before = name_before(words, place, commas=code in _LISTED)
            if code == "areaTeam":
                longer = name_before(words, place, commas=True)
                is_known = longer and gazetteer.has(words.text[longer[0].start : place], code)
                before = longer if is_known else before
            named = _named(words.text, before, found, code, plural, gazetteer)
        if not named and not plural:
            named = _onward(words.text, found, code, gazetteer)
        if named or found[0].lower() not in {"cluster", "clusters"}:
            yield Typed(found.start(), found.end(), code, plural, tuple(named))


def _named(  # noqa: PLR0913 - one match in its surroundings
    text: str,
    before: list[Token],
    found: re.Match[str],
    code: str,
    plural: bool,
    gazetteer: Gazetteer,
) -> Sequence[Named]:
    """The bodies that a type word names with the words before it."""
    if not before:
        return ()
    if plural and _UNION_OF.search(text, before[0].start, found.start()):
        start = before[0].start - (4 if text.endswith("Our ", 0, before[0].start) else 0)
        return [_whole(text, start, found.end())]
    if not gazetteer.has(text[before[0].start : found.start()].strip(), code):
        before = after_of_known(text, after_of_the(before), found.start(), code, gazetteer)
    is_person = before and before[0].text in given_names() and found[0].islower()
    if text.endswith((" of ", ", "), 0, found.start()) or is_person:
        return ()
    named = _bodies(text, before, found, code, plural, gazetteer)
    joined = _JOINED.match(text, found.end())
    if joined and len(named) == 1 and not plural:
        return [_whole(text, named[0].start, joined.end())]
    if _is_shouted(text, found.start()):
        return [one for one in named if gazetteer.has(one.core, code)]
    return named


def _whole(text: str, start: int, end: int) -> Named:
    """A body of bodies: `Hampshire CCG Partnership`, `Kent Partnership of CCGs`."""
    return Named(start, end, text[start:end], text[start:end], "healthSystem")


def _onward(text: str, found: re.Match[str], code: str, gazetteer: Gazetteer) -> Sequence[Named]:
    """The body whose place comes after its type: `Strategic Health Authority for London`."""
    onward = _FOR_PLACE.match(text, found.end())
    if onward is None or not gazetteer.has(onward["place"], code):
        return ()
    start, end = found.start(), onward.end()
    return [Named(start, end, text[start:end], onward["place"], code)]


_ALIAS = re.compile(r" \([A-Z][\w&/-]{1,9}\) $")
"""A short form between name and type: `Harrogate and Rural District (HaRD) CCG`."""
_JOINED = re.compile(
    r" (?:Partnership|Alliance|Collaborative|Network|Forum|Association|Federation|Collaboration)\b"
)
_FOR_PLACE = re.compile(
    r" (?:for|of)(?: the)? (?P<place>[A-Z][\w'-]+(?:(?:, | and | & | )[A-Z][\w'-]+)*)"
)


_UNION_OF = re.compile(r" (?:Partnership|Alliance|Federation|Family|Group) of $")
_DIRECTION = re.compile(
    r"(?:North|South|East|West|Central|Mid|Inner|Outer|Upper|Lower)(?: (?:East|West))?"
)


def _in_full(part: str, last: str, code: str, gazetteer: Gazetteer) -> str:
    """A direction with the place of the last of its list: `North` of `North and South Kent`."""
    direction = _DIRECTION.match(last)
    place = last[direction.end() :].strip() if direction else ""
    whole = f"{part} {place}"
    is_cut = place and _DIRECTION.fullmatch(part) and gazetteer.has(whole, code)
    return whole if is_cut else part


def _is_shouted(text: str, place: int) -> bool:
    """Whether the line is all in capitals, where these tell nothing."""
    begin, end = text.rfind("\n", 0, place) + 1, text.find("\n", place)
    line = text[begin : end if end >= 0 else len(text)]
    return line.isupper() and len(line) > 24


def _bodies(  # noqa: PLR0913 - one match in its surroundings
    text: str,
    before: list[Token],
    found: re.Match[str],
    code: str,
    plural: bool,
    gazetteer: Gazetteer,
) -> list[Named]:
    parts = list(_parts(text, before))
    groups = _split(text, parts, code, plural, gazetteer)
    if code == "localMedicalCommittee" and " & " in text[parts[0][0] : parts[-1][1]]:
        groups = [(parts[0][0], parts[-1][1])]
    if not plural or len(groups) == 1:
        start, end = groups[-1]
        start -= 4 if text.endswith("Our ", 0, start) and text.startswith("Healthier", start) else 0
        core = text[start:end]
        is_group = plural and code != "localMedicalCommittee"
        return [Named(start, found.end(), text[start : found.end()], core, code, is_group)]
    short = found[0] if not plural else _singular(found[0])
    tail = text[groups[-1][0] : groups[-1][1]]
    given = []
    for start, end in groups:
        core = _in_full(text[start:end], tail, code, gazetteer)
        stop = found.end() if (start, end) == groups[-1] else end
        given.append(Named(start, stop, f"{core} {short}", core, code))
    return given


def _singular(words: str) -> str:
    return words.removesuffix("ies") + "y" if words.endswith("ies") else words.removesuffix("s")


_DANGLING = re.compile(r"(?: (?:with|of|and|the|on|in|for|plus|under))+$")


def _parts(text: str, before: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches between commas and `and`."""
    start = end = before[0].start
    for token in before:
        if token.text in {",", "and", "&"} or (token.text == "NHS" and start < end):
            if start < end:
                yield start, start + len(_DANGLING.sub("", text[start:end]))
            start = end = token.end
            if token.text == "NHS":
                start, end = token.start, token.end
        else:
            if start == end:
                start = token.start
                if token.text in {"the", "with", "of", "in", "on", "for", "upon", "under", "le"}:
                    start = end = token.end
                    continue
            end = token.end
    if start < end:
        yield start, end


_MOST_PARTS = 8
"""More than any name of the register has between commas."""


def _split(
    text: str, parts: list[tuple[int, int]], code: str, plural: bool, gazetteer: Gazetteer
) -> list[tuple[int, int]]:
    """Which parts make one name together: one question to the register decides."""

    def has(first: int, last: int) -> bool:
        if any(text.startswith("NHS ", start) for start, _ in parts[first + 1 : last + 1]):
            return False
        return gazetteer.has(text[parts[first][0] : parts[last][1]], code)

    count = len(parts)
    if not plural:
        return [_one_name(text, parts, has, is_council=code == "localAuthority")]
    if count == 1:
        return [parts[0]]
    best: list[tuple[int, list[int]]] = [(0, [])]
    for last in range(count):
        best.append(
            min(
                (best[first][0] + _cost(has(first, last), last - first), [*best[first][1], first])
                for first in range(max(0, last - _MOST_PARTS), last + 1)
                if first > 0 or last < count - 1
            )
        )
    cost, firsts = best[count]
    if cost > len(firsts) and gazetteer.is_place(text[parts[0][0] : parts[-1][1]]):
        return [(parts[0][0], parts[-1][1])]
    ends = [*firsts[1:], count]
    return [(parts[a][0], parts[b - 1][1]) for a, b in zip(firsts, ends, strict=True)]


def _one_name(
    text: str,
    parts: list[tuple[int, int]],
    has: Callable[[int, int], bool],
    *,
    is_council: bool,
) -> tuple[int, int]:
    """The name before a singular type: the longest that the register has, else up to a comma.

    A list with a comma and `and` before one type is one name.
    """
    last = len(parts) - 1
    longest = range(max(0, last - _MOST_PARTS), last + 1)
    known = next((first for first in longest if has(first, last)), None)
    if known and not is_council and re.search(r"(?:\bthe|\bNHS) $", text[: parts[0][0]][-4:]):
        known = next((at for at in range(known + 1) if _is_one(text, parts, at)), known)
    if known is not None:
        return parts[known][0], parts[-1][1]
    first = last
    while first > 0 and "," not in text[parts[first - 1][1] : parts[first][0]]:
        first -= 1
    if first and " and " in text[parts[first][0] : parts[-1][1]]:
        first = 0
    return parts[first][0], parts[-1][1]


def _is_one(text: str, parts: list[tuple[int, int]], first: int) -> bool:
    """Whether no comma parts the name: `the Nottingham and Nottinghamshire ICS`."""
    return "," not in text[parts[first][0] : parts[-1][1]]


def _cost(is_known: bool, more: int) -> int:
    """A known name costs least; an unknown one grows with its parts, so that lists fall apart."""
    return 1 if is_known else 3 + 4 * more
