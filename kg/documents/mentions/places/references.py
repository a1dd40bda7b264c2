"""Bodies meant without their name: `the Coalition`, `the fund`, `its CCG`."""

from __future__ import annotations

import re

from kg.documents.mentions.model import Organisation
from kg.documents.mentions.text.taken import taken
from kg.documents.mentions.text.view import View
from kg.documents.mentions.text.words import vocabulary
from kg.documents.patterns import compiled
from kg.model.names import slug

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
_REFERENCE = compiled(
    r"\b(?P<the>[Tt]he|[Ii]ts|[Tt]his|[Tt]hat) (?:(?:new|merged|local|county|city) )?(?P<noun>"
    + "|".join(sorted(_NOUNS, key=len, reverse=True))
    + r")(?![\w/-])",
    re.IGNORECASE,
)


_CUT_DOWN = compiled(
    r"(?<![\w-])(?<![A-Z][a-z] )(?P<noun>Alliance|Coalition|Confederation|Fund|Federation"
    r"|Association"
    r"|Foundation|Institute|Commission|Trust|Union|College)(?='s| [a-z])"
)


def references(
    view: View, found: list[tuple[int, int, Organisation]]
) -> list[tuple[int, int, Organisation]]:
    """Give the references of a text to bodies that it named before: the last one that fits."""
    given = []
    is_taken = taken(found)
    for match in (*_REFERENCE.finditer(view.text), *_CUT_DOWN.finditer(view.text)):
        start, end = match.span("noun")
        opens = match.groupdict().get("the", "").lower() == "the"
        is_to_come = (
            _TO_COME.search(view.text, match.start(), start) and match["noun"].lower() in _TYPED
        )
        if (opens and _LONGER.match(view.text, end)) or is_to_come:
            continue
        if is_taken(start, end):
            continue
        noun = match["noun"].lower()
        if own := _of_place(view.text, start, noun, found):
            place = f"{own} LMC"
            given.append((start, end, Organisation(
                view.span(start, end), place, place, _NOUNS[noun], f"n/{slug(place)}"
            )))  # fmt: skip
            continue
        one = _meant(noun, [o for _, b, o in found if b <= start]) or _only(noun, found)
        if one:
            span = view.span(start, end)
            reference = Organisation(
                span, one.name, one.canonical, one.type, one.key, one.link, one.options, "reference"
            )
            given.append((start, end, reference))
    return given


_THERE = compiled(r"\b[Ii]n (?P<place>[A-Z][\w-]+(?:(?: and)? [A-Z][\w-]+)*),? (?:and )?[Tt]he $")


def _of_place(text: str, start: int, noun: str, found: list[tuple[int, int, Organisation]]) -> str:
    """The place whose committee is meant: `in Kent, the LMC`; empty where it has been named."""
    there = _THERE.search(text, max(0, start - 60), start)
    if there is None or _NOUNS[noun] != "localMedicalCommittee":
        return ""
    is_named = any(there["place"] in one.name and one.type == _NOUNS[noun] for *_, one in found)
    return "" if is_named else there["place"]


_TO_COME = compiled(r" (?:new|merged) $")
"""What says that a body is meant that is to come of others."""
_LONGER = compiled(r" (?:and|&|of|for|in) [A-Z]")


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
