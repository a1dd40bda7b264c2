"""Bodies meant without their name: `the Coalition`, `the fund`, `its CCG`."""

from __future__ import annotations

import re

from kg.documents.mentions.model import Organisation
from kg.documents.mentions.view import View
from kg.documents.mentions.words import vocabulary

_TYPED = {
    "ccg": "ccg", "clinical commissioning group": "ccg", "group": "ccg", "commissioner": "ccg",
    "icb": "icb", "ics": "ics", "stp": "stp", "pct": "pct", "lmc": "localMedicalCommittee",
    "local medical committee": "localMedicalCommittee", "council": "localAuthority",
    "cluster": "pctCluster",
    "strategic health authority": "sha", "primary care trust": "pct",
    "integrated care board": "icb", "area team": "areaTeam", "county council": "localAuthority",
    "city council": "localAuthority", "borough council": "localAuthority",
}  # fmt: skip
_HEADS = (
    "trust coalition confederation fund federation alliance association committee commission "
    "institute foundation college university union party practice partnership department board "
    "company network authority"
)
_NOUNS = _TYPED | dict.fromkeys(sorted(vocabulary(_HEADS)), "")
_REFERENCE = re.compile(
    r"\b(?P<the>[Tt]he|[Ii]ts|[Tt]his|[Tt]hat) (?:(?:new|merged|local|county|city) )?(?P<noun>"
    + "|".join(sorted(_NOUNS, key=len, reverse=True))
    + r")(?![\w/-])",
    re.IGNORECASE,
)


_CUT_DOWN = re.compile(
    r"(?<![\w-])(?<![A-Z][a-z] )(?P<noun>Alliance|Coalition|Confederation|Fund|Federation"
    r"|Association"
    r"|Foundation|Institute|Commission|Trust|Union|College)(?='s| [a-z])"
)


def references(
    view: View, found: list[tuple[int, int, Organisation]]
) -> list[tuple[int, int, Organisation]]:
    """Give the references of a text to bodies that it named before: the last one that fits."""
    given = []
    for match in (*_REFERENCE.finditer(view.text), *_CUT_DOWN.finditer(view.text)):
        start, end = match.span("noun")
        opens = match.groupdict().get("the", "").lower() == "the"
        if opens and _LONGER.match(view.text, end):
            continue
        if any(a < end and start < b for a, b, _ in found):
            continue
        noun = match["noun"].lower()
        one = _meant(noun, [o for _, b, o in found if b <= start]) or _only(noun, found)
        if one:
            span = view.span(start, end)
            reference = Organisation(
                span, one.name, one.canonical, one.type, one.key, one.link, one.options, "reference"
            )
            given.append((start, end, reference))
    return given


_LONGER = re.compile(r" (?:and|&|of|for|in) [A-Z]")


def _only(noun: str, found: list[tuple[int, int, Organisation]]) -> Organisation | None:
    """The one body of a type that the text names later, if it names no other."""
    those = {o.key: o for *_, o in found if o.type == _NOUNS[noun]}
    return next(iter(those.values())) if _NOUNS[noun] and len(those) == 1 else None


def _meant(noun: str, before: list[Organisation]) -> Organisation | None:
    type_ = _NOUNS[noun]
    for one in reversed(before):
        if type_ and one.type == type_:
            return one
        names = (one.name.lower(), one.canonical.lower())
        if not type_ and any(re.search(rf"\b{noun}(?: of .*| for .*)?$", name) for name in names):
            return one
        if noun == "trust" and one.type == "provider":
            return one
    return None
