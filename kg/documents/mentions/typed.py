"""Bodies named by a place and a type: `Durham Dales, Easington and Sedgefield CCG`, and lists."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from kg.documents.mentions.gazetteer import Gazetteer
from kg.documents.mentions.words import Token, Words, vocabulary

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
     r"(?:(?:Metropolitan|Borough|City|County|District|Unitary|Town|Parish) ){0,3}Councils?\b"),
)  # fmt: skip
KIND = re.compile(
    r"(?<![\w-])(?:" + "|".join(f"(?P<{code}>{words})" for code, _, words in TYPES) + r")(?!\w|-\w)"
)
_NUMBER = re.compile(
    r"(?:Twenty|Thirty|Forty|Fifty|Sixty|Seventy|Eighty|Ninety)(?:-\w+)?|Thirteen|Fourteen|Fifteen"
    r"|Sixteen|Seventeen|Eighteen|Nineteen|Hundreds|Dozens|Half"
)
SHORT = {code: short for code, short, _ in TYPES}
_LISTED = frozenset(SHORT) - {"areaTeam"}
_PARTS_OF = vocabulary("Body Bodies Board Boards Committee Members Team Office Meeting")
_STOP = vocabulary(
    "CCG CCGs ICB ICBs ICS ICSs STP STPs PCT PCTs SHA SHAs LMC LMCs CSU CSUs GP GPs PCN PCNs NHSE "
    "Dr Mr Mrs Ms Prof Professor Sir Dame Lord Lady Baroness Cllr Councillor "
    "Council Councils Trust "
    "HSJ NHSE/I NHSEI I Group Groups Chair Chief Officer MP MPs"
)


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
        commas = code in _LISTED
        is_reference = words.text.endswith("the ", 0, found.start())
        before = [] if is_reference else words.before(found.start(), _STOP, commas=commas)
        if before and _NUMBER.fullmatch(before[0].text):
            del before[0]
            while before and not before[0].is_capital:
                del before[0]
        before = _after_of(before)
        named = _bodies(words.text, before, found, code, plural, gazetteer) if before else ()
        if not named and found[0].lower() in {"cluster", "clusters"}:
            continue
        yield Typed(found.start(), found.end(), code, plural, tuple(named))


def _after_of(before: list[Token]) -> list[Token]:
    """The name without what it is the body of: `Governing Body of NHS Corby` is `NHS Corby`."""
    for at in range(len(before) - 1, 0, -1):
        if before[at - 1].text == "of" and at > 1 and before[at - 2].text == ",":
            return before[at:]
        is_nhs = before[at].text == "NHS" and before[at - 1].text in {"of", "for", "the"}
        if is_nhs or (before[at - 1].text == "of" and before[at - 2].text in _PARTS_OF and at > 1):
            return before[at:]
    return before


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
    if not plural or len(groups) == 1:
        start, end = groups[-1]
        core = text[start:end]
        is_group = plural and core not in {"Londonwide", "Wessex", "Surrey and Sussex"}
        return [Named(start, found.end(), text[start : found.end()], core, code, is_group)]
    short = found[0] if not plural else _singular(found[0])
    return [
        Named(
            start, found.end() if last else end, f"{text[start:end]} {short}", text[start:end], code
        )
        for (start, end), last in zip(groups, [*[False] * (len(groups) - 1), True], strict=True)
    ]


def _singular(words: str) -> str:
    return words.removesuffix("ies") + "y" if words.endswith("ies") else words.removesuffix("s")


def _parts(text: str, before: list[Token]) -> Iterator[tuple[int, int]]:
    """The stretches between commas and `and`."""
    start = end = before[0].start
    for token in before:
        if token.text in {",", "and", "&"}:
            if start < end:
                yield start, end
            start = end = token.end
        else:
            if start == end:
                start = token.start
                if token.text == "the":
                    start = end = token.end
                    continue
            end = token.end
    if start < end:
        yield start, end


def _split(
    text: str, parts: list[tuple[int, int]], code: str, plural: bool, gazetteer: Gazetteer
) -> list[tuple[int, int]]:
    """Which parts make one name together: one question to the register decides."""

    def has(first: int, last: int) -> bool:
        return gazetteer.has(text[parts[first][0] : parts[last][1]], code)

    count = len(parts)
    if not plural:
        return [_one_name(text, parts, has)]
    if count == 1:
        return [parts[0]]
    best: list[tuple[int, list[int]]] = [(0, [])]
    for last in range(count):
        best.append(
            min(
                (best[first][0] + _cost(has(first, last), last - first), [*best[first][1], first])
                for first in range(last + 1)
                if first > 0 or last < count - 1
            )
        )
    cost, firsts = best[count]
    if cost > len(firsts) and gazetteer.is_place(text[parts[0][0] : parts[-1][1]]):
        return [(parts[0][0], parts[-1][1])]
    ends = [*firsts[1:], count]
    return [(parts[a][0], parts[b - 1][1]) for a, b in zip(firsts, ends, strict=True)]


def _one_name(
    text: str, parts: list[tuple[int, int]], has: Callable[[int, int], bool]
) -> tuple[int, int]:
    """The name before a singular type: the longest that the register has, else up to a comma.

    A list with a comma and `and` before one type is one name.
    """
    last = len(parts) - 1
    known = next((first for first in range(last + 1) if has(first, last)), None)
    if known is not None:
        return parts[known][0], parts[-1][1]
    first = last
    while first > 0 and "," not in text[parts[first - 1][1] : parts[first][0]]:
        first -= 1
    if first and " and " in text[parts[first][0] : parts[-1][1]]:
        first = 0
    return parts[first][0], parts[-1][1]


def _cost(is_known: bool, more: int) -> int:
    """A known name costs least; an unknown one grows with its parts, so that lists fall apart."""
    return 1 if is_known else 3 + 4 * more
