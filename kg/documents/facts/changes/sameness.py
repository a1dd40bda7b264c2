"""Whether a sentence goes on about a change told before, and about which."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.bodies.places import is_same_place, place_of
from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.going_on import TAKEN_UP
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.words import EARLIER, MADE_BEFORE, MADE_OF
from kg.documents.facts.model import Party
from kg.documents.facts.progress.words import FAILED, WEAK
from kg.documents.patterns import compiled

_FAR: Final = 8
"""Sentences after which talk of merging without names is of no change told before."""
NEAR: Final = 4
"""Sentences within which a group and the list of its members are told."""


def same_as(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The change told before that a cue speaks of, or None where it opens another."""
    if not told or is_earlier(cue) or _WIDER.search(cue.sentence.told):
        return None
    if _is_past_try(told, cue) or (not cue.parties and MADE_BEFORE.search(cue.sentence.told)):
        return None
    if _is_made_of_others(cue):
        made = cue.result.key if cue.result else ""
        return next((each for each in told if each.result and each.result.key == made), None)
    if cue.option:
        return next((each for each in told if each.option == cue.option), None)
    shared = _sharing(told, cue, named) or _of_its_place(told[-1], cue, named)
    if shared:
        return shared
    if cue.elsewhere and cue.parties and cue.opens:
        return next((each for each in reversed(told) if is_told_of(each, cue.elsewhere)), None)
    return _unnamed(told, cue, named) if cue.parties else _taken_up(told, cue, named)


def is_earlier(cue: Cue) -> bool:
    """Whether a sentence is of an earlier attempt, not only in passing: "years after an earlier
    plan was dropped"."""
    told = cue.sentence.told
    hit = EARLIER.search(told)
    return hit is not None and _IN_PASSING.search(told[: hit.start()]) is None


_IN_PASSING: Final = compiled(
    r"\b(?:after|following|since|despite|unlike|than|though|although|when|where"
    r"|from)\b[^.;,]{0,20}$"
)


def _is_made_of_others(cue: Cue) -> bool:
    """Whether a sentence tells only that a body was made from others that it does not name."""
    named = cue.result is not None and not cue.result.key.startswith("result:")
    return named and not cue.parties and MADE_OF.search(cue.sentence.told) is not None


def _makes_another(telling: Telling, cue: Cue) -> bool:
    """Whether a change and a cue name two different bodies that come of them."""
    own, have = cue.result, telling.result
    if own is None or have is None or own.key == have.key:
        return False
    return not any(each.key.startswith("result:") for each in (own, have))


def _sharing(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The last change that has a body of the cue."""
    keys = {each.key for each in (*cue.parties, *((cue.result,) if cue.result else ()))}
    for telling in reversed(told):
        have = set(telling.parties) | ({telling.result.key} if telling.result else set())
        is_apart = (telling.option and cue.opens) or _is_another(telling, cue, named)
        if keys & have and not is_apart:
            return telling
    return None


def _of_its_place(last: Telling, cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The last change, where cue and change are both of the groups of one place."""
    own, have = list(cue.parties), list(last.parties.values())
    if len(own) != 1 or len(have) != 1 or own[0].key in named:
        return None
    return last if is_same_place(own[0], have[0]) else None


def _is_another(telling: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether a cue that shares a body with a change tells of another one: other partners."""
    own = {each.key for each in cue.parties if each.key in named}
    have = {key for key in telling.parties if key in named}
    if len(have) > 1 and have < own and _fails(cue) and not _has_failed(telling):
        return True  # the larger one failed, so that fewer go on
    if not cue.opens or len(own) < 2 or len(have) < 2 or own <= have or have <= own:
        return False
    told = telling.result and cue.result and telling.result.key == cue.result.key
    return not told and len(own & have) == 1


def _is_past_try(told: list[Telling], cue: Cue) -> bool:
    """Whether a cue is of an attempt that failed before: of some of the bodies, with its day."""
    keys = {each.key for each in cue.parties}
    failed = any(each.status in FAILED for each in cue.statuses)
    days = [each.value for each in cue.sentence.days if each.value]
    later = max((one.date for each in told for one in each.cues), default="")
    is_part = any(keys <= set(each.parties) for each in told)
    return failed and cue.opens and is_part and bool(days) and max(days) < later[:4]


def _taken_up(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The change that a cue without parties goes on about."""
    if cue.opens and _makes_another(told[-1], cue):
        return None
    noun = TAKEN_UP.search(cue.sentence.told)
    for each in reversed(told) if noun else ():
        if noun and any(noun["noun"] in one.sentence.told for one in each.cues):
            return each
    return None if _is_apart(told[-1], cue, named) else told[-1]


def _unnamed(told: list[Telling], cue: Cue, named: dict[str, Party]) -> Telling | None:
    """The last change, where a group stands for its bodies or the bodies for its group."""
    far = [each for each in told[:-1] if _is_counted(each, cue, named)]
    if len(far) == 1 and any(each.key in named for each in cue.parties):
        return far[0]
    last = told[-1]
    if cue.opens and _makes_another(last, cue):
        return None
    if _is_counted(last, cue, named) and len(cue.parties) > 1:
        return last
    apart = cue.sentence.number - last.cues[-1].sentence.number
    if not any(each.key in named for each in cue.parties):
        if last.is_closed:
            return None
        counted = cue.size == len(last.parties) if cue.size else apart <= 1
        return last if counted and apart <= NEAR else None
    unnamed = not last.is_closed and not any(key in named for key in last.parties)
    return last if unnamed and apart <= NEAR and _fits(last, cue) else None


def _is_counted(telling: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether the bodies of a cue are those of a group told before: as many, and of its place."""
    group = next(iter(telling.parties.values()), None)
    if telling.is_closed or group is None or len(telling.parties) > 1 or group.key in named:
        return False
    place = place_of(group)
    names = [each.name for each in (*cue.parties, *((cue.result,) if cue.result else ()))]
    is_there = any(place in name for name in names) or place == cue.elsewhere
    return any(each.size == len(cue.parties) for each in telling.cues) and bool(place) and is_there


def is_told_of(telling: Telling, place: str) -> bool:
    """Whether a change is told of a place: in a name or in a sentence, headlines left out."""
    names = " ".join(each.name for each in telling.parties.values())
    told = " ".join(
        each.sentence.plain for each in telling.cues if each.sentence.segment.kind != "heading"
    )
    return place in names or place.lower() in told


def _is_apart(last: Telling, cue: Cue, named: dict[str, Party]) -> bool:
    """Whether a cue without parties is of another change: of another place, or told far on."""
    if cue.elsewhere and cue.opens:
        return not is_told_of(last, cue.elsewhere)
    is_named = any(key in named for key in last.parties)
    apart = cue.sentence.number - last.cues[-1].sentence.number
    return is_named and not cue.again and apart > _FAR and not cue.date


def _fits(telling: Telling, cue: Cue) -> bool:
    """Whether named bodies can be those of an unnamed change: as many, and of one type."""
    sizes = {each.size for each in telling.cues if each.size}
    types = {kind for each in telling.cues for kind in each.types}
    own = {each.type for each in cue.parties}
    alike = not types or bool(types & own)
    near = any(abs(len(cue.parties) - size) <= size // 5 for size in sizes)
    return alike and (not sizes or near or cue.size in sizes)


_DID: Final = compiled(
    r"\b(?:when|once|until|before) (?:it|they|the \w+|both)(?: \w+)? (?:did|finally|eventually"
    r"|at last)"
    r"\b[^.;,]{0,24}\b(?:merge|combine|unite|join|come|came|become|became)"
)
"""How a change is told that came of another attempt than the one that failed."""


def is_past_failure(telling: Telling, issued: str) -> bool:
    """Whether a change is an attempt that failed: an "earlier" one, or in a year before this."""
    failed = [cue for cue in telling.cues if any(one.status in FAILED for one in cue.statuses)]
    if not failed:
        return False
    days = [each.value[:4] for cue in failed for each in cue.sentence.days if each.value]
    return any(map(is_earlier, failed)) or (bool(days) and max(days) < issued[:4])


def is_anew(telling: Telling, cue: Cue, issued: str) -> bool:
    """Whether a cue tells of another attempt at a change that had failed: it is done, agreed or
    planned for a day now."""
    statuses = {each.status for each in cue.statuses}
    is_told = bool(statuses - _IDLE or _DID.search(cue.sentence.told))
    is_told = is_told and (cue.is_strong or bool(cue.date))
    if statuses & FAILED or not is_told:
        return False
    is_over = not any(
        each.status not in (*WEAK, *FAILED) for one in telling.cues for each in one.statuses
    )
    did = _has_failed(telling) and _DID.search(cue.sentence.told) is not None
    return is_over and (did or is_past_failure(telling, issued))


def _has_failed(telling: Telling) -> bool:
    return any(_fails(cue) for cue in telling.cues)


def _fails(cue: Cue) -> bool:
    return any(each.status in FAILED for each in cue.statuses)


_WIDER: Final = compiled(
    r"\b(?:bigger|wider|larger|even bigger|still larger|county-wide|region-wide) mergers?\b"
)
"""Talk of a merger beyond the one told of."""


_IDLE: Final = frozenset(("proposed", "consulted on", "delayed"))
