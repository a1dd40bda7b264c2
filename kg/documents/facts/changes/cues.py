"""What one sentence tells of a merger or split: parties, result, status words, day, drivers."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Final

from kg.documents.facts.bodies.meant import place_told
from kg.documents.facts.bodies.parties import is_alone, parties_meant, parties_of, result_of
from kg.documents.facts.bodies.places import count_told, place_for, place_of
from kg.documents.facts.changes.at_large import HYPOTHETICAL
from kg.documents.facts.changes.ending import ending
from kg.documents.facts.changes.going_on import AGAIN, GOES_ON, MEANT
from kg.documents.facts.changes.words import (
    BEGINNING,
    LISTING,
    MERGING,
    NEW_BODY,
    OPTION,
    SPLITTING,
    TAKING,
    UNION,
)
from kg.documents.facts.model import Driver, Party, StatusChange
from kg.documents.facts.policies.read import is_rule
from kg.documents.facts.progress.effects import day_of
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.progress.words import WEAK
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Span
from kg.documents.patterns import compiled


@dataclass(frozen=True, slots=True)
class Cue:
    """What a sentence tells of a change.

    `again` where it takes up one told of before, `opens` where it can be the first to tell of one.
    """

    sentence: Sentence
    kind: str
    again: bool
    parties: tuple[Party, ...]
    result: Party | None
    statuses: tuple[StatusChange, ...]
    date: str
    date_span: Span | None
    drivers: tuple[Driver, ...]
    size: int | None
    types: frozenset[str]
    opens: bool
    option: str = ""
    elsewhere: str = ""
    """The place that the sentence names for a change of unnamed bodies."""
    is_next: bool = False
    """It says only how "it" went: of the change told right before, or of none."""
    is_moved: bool = False
    """Its day is the one that the change was put off to."""

    @property
    def is_strong(self) -> bool:
        """Whether a word tells it as decided or done."""
        return any(each.status not in WEAK for each in self.statuses)


def read_cue(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of a sentence, or None where it tells of no change."""
    words = _Words.of(scene, sentence)
    statuses = statuses_of(sentence) if words else ()
    if words is None or _is_idle(scene, sentence, words, statuses):
        return None
    statuses = statuses or _made(sentence, words)
    result = result_of(scene, sentence)
    parties, size = parties_of(scene, sentence, result)
    is_several = _SEVERAL.search(sentence.told) is not None
    if words.is_bare_becoming and len(parties) < 2 and not is_several:
        return None
    alone = is_alone(scene, sentence, parties, result)
    parties = () if alone or words.is_next else parties
    if words.merging and not alone:
        parties = parties_meant(scene, sentence, parties, result)
    is_old = words.splitting is not None or MEANT.search(sentence.told) is not None
    day = day_of(sentence, scene.mentions.issued, moved=is_old)
    is_strong = any(each.status not in WEAK for each in statuses)
    is_new = words.merging is not None and words.again is None
    if not parties and is_new:
        count = count_told(sentence) or _MANY
        size = size or (count if count < _MANY else None)
    return Cue(
        sentence,
        "split" if words.splitting else "merger",
        words.again is not None,
        parties,
        result,
        statuses,
        day[0] if day else "",
        day[1] if day else None,
        (),
        size,
        frozenset(each.type for each in sentence.kinds if each.type in COMMISSIONERS),
        words.is_opening(parties, result, told=day is not None or is_strong) and not alone,
        words.option[1] if words.option else "",
        _elsewhere(scene, sentence, parties, is_new=is_new and result is None),
        words.is_next,
        day is not None and day[2],
    )


def _made(sentence: Sentence, words: _Words) -> tuple[StatusChange, ...]:
    """What "became" tells where no other word tells how far a change has come: it is done."""
    if words.merging is None or not words.merging[0].startswith("became"):
        return ()
    return (StatusChange("completed", sentence.place(*words.merging.span())),)


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of change in a sentence."""

    merging: re.Match[str] | None
    splitting: re.Match[str] | None
    again: re.Match[str] | None
    born: re.Match[str] | None
    option: re.Match[str] | None
    is_next: bool

    @classmethod
    def of(cls, scene: Scene, sentence: Sentence) -> _Words | None:
        """The words of a sentence, or None where it has none."""
        told = sentence.told
        merging = MERGING.search(told)
        if merging is None or _is_of_people(sentence, merging):
            merging = _union(scene, sentence) or ending(scene, sentence)
        if merging and (_is_of_parts(told, merging) or _is_of_others(sentence, merging)):
            merging = None
        splitting = None if merging else SPLITTING.search(told)
        again, option = AGAIN.search(told) or _coming(scene, sentence), OPTION.search(told)
        beginning = BEGINNING.search(told)
        goes_on = None if again or merging else GOES_ON.match(told)
        if not (merging or splitting or again or beginning or option or goes_on):
            return None
        born = NEW_BODY.search(told) if beginning else None
        is_next = goes_on is not None and not (splitting or beginning or option)
        return cls(merging, splitting, again, born, option, is_next)

    @property
    def is_bare_becoming(self) -> bool:
        """Whether the only word is one of becoming a body that may be an office."""
        return (
            self.merging is not None
            and self.merging[0].startswith("bec")
            and self.merging[0].endswith(" ")
        )

    def is_opening(self, parties: tuple[Party, ...], result: Party | None, *, told: bool) -> bool:
        """Whether the words can be the first to tell of a change: of merging, or of what several
        bodies make, go ahead with, have decided or make from a day on."""
        is_made = result is not None or told
        goes = self.again is not None and (is_made or self.again[0].endswith("ahead"))
        return (goes and len(parties) > 1) or (
            self.merging or self.splitting or self.born
        ) is not None


def _coming(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """Where a sentence names a body that would be made: it goes on about what makes it."""
    body = scene.to_come(sentence)
    at = body.span.start - sentence.span.start if body else -1
    return _WORD.search(sentence.told, at) if at >= 0 else None


_WORD: Final = compiled(r"\b\w+")


def _is_of_people(sentence: Sentence, merging: re.Match[str]) -> bool:
    """Whether it is a person that is replaced or taken over from."""
    end = sentence.span.start + merging.end()
    return merging[0].startswith(("replac", "tak", "took")) and any(
        0 <= each.span.start - end < _BESIDE for each in sentence.people
    )


_PARTS: Final = compiled(
    r" ?(?:with |of )?(?:their|its|the|a|an|some|all) (?:[\w-]+ ){0,2}?(?:teams?|contracts?"
    r"|services?|budgets?|functions|finances?|staff|offices?|departments?|websites?|programmes?"
    r"|hospitals?|boards? meetings?|running of|purchasing|systems? for|consortium to)\b"
)


def _is_of_parts(told: str, merging: re.Match[str]) -> bool:
    """Whether it is only teams, contracts or services that are combined or taken over."""
    return _PARTS.match(told, merging.end()) is not None


def _is_of_others(sentence: Sentence, merging: re.Match[str]) -> bool:
    """Whether it is hospitals or councils that merge, and commissioners are only told of after."""
    at = sentence.span.start + merging.start()
    before = [each for each in sentence.organisations if each.span.end <= at]
    groups = any(each.span.start < at for each in sentence.groups)
    others = [each for each in before if each.type in ("provider", "council")]
    return len(others) > 1 and len(others) == len(before) and not groups


def _union(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """A word of union between two bodies that a sentence names, or three with what they make."""
    if len({each.key for each in scene.commissioners(sentence)}) < 2:
        return None
    union = UNION.search(sentence.told)
    is_of_people = sentence.people or _PERSONAL.search(sentence.told)
    return union or (None if is_of_people else TAKING.search(sentence.told))


def _is_idle(
    scene: Scene, sentence: Sentence, words: _Words, statuses: tuple[StatusChange, ...]
) -> bool:
    """Whether words of change tell of none: talk at large, a rule, people who lead together."""
    is_weak = all(each.status in WEAK for each in statuses)
    at_large = HYPOTHETICAL.search(sentence.told)
    if is_weak and (words.is_next or at_large):
        is_dated = day_of(sentence, scene.mentions.issued) is not None
        is_told = words.is_next if not at_large else _WOULD.match(at_large[0])
        return not (is_dated and is_told)
    if _STAYS_APART.search(sentence.told) or _MADE_ALIKE.search(sentence.told):
        return True
    return is_rule(sentence) or (words.merging is not None and _is_team(sentence, words.merging))


_MANY: Final = 12
"""Bodies of which as many are no one merger."""
_MADE_ALIKE: Final = compiled(
    r"\b(?:all|both|each)(?: of (?:them|which))? (?:themselves |itself )?(?:(?:created|formed"
    r"|born|made)"
    r" (?:by|from|out of|through)|(?:the )?products? of) (?:an? |the |such |earlier )?merg"
)
"""Words of bodies that come each of a merger of its own."""
_STAYS_APART: Final = compiled(
    r"\b(?:resist|refus|declin|reject|against|oppos|rul|decid|not|never|no wish|said no)\w*\b"
    r"[^.;,]{0,40}?\bjoin(?:ing|ed)? (?:with |up with )?(?:them|it|the (?:others?|rest))\b"
)
"""Words of a body that stays out of the change of those told before."""
_WOULD: Final = compiled(r"an?\b[^.;]* would\b")
"""Talk of a merger that tells of one where it gives the day."""
_SEVERAL: Final = compiled(
    r"\b(?:groups|ccgs|bodies|boards|organisations|icbs|pcts|two|three|four|five|six|seven|eight"
    r"|which)"
    r" (?:\w+ )?bec(?:ame|ome|oming)\b"
)
"""Several that become a body, told without their names."""
_PERSONAL: Final = compiled(r"\b(?:he|she|who|his|her)\b")
_BESIDE: Final = 12
"""Characters between "replaces" and the person who is replaced."""
_LOOSE: Final = compiled(r"(?:go|going|goes|went|join|team|link|hook|come|came|coming)")


def _is_team(sentence: Sentence, merging: re.Match[str]) -> bool:
    """Whether bodies come together only "under" a person, who runs them."""
    under = re.search(r"\bunder $", sentence.plain[: _first_person(sentence)])
    return _LOOSE.match(merging[0]) is not None and under is not None


def _first_person(sentence: Sentence) -> int:
    after = (each.span.start - sentence.span.start for each in sentence.people)
    return min((each for each in after if each > 0), default=0)


def _elsewhere(
    scene: Scene, sentence: Sentence, parties: tuple[Party, ...], *, is_new: bool
) -> str:
    """The place that a sentence tells the change to be of, where its bodies are not named."""
    if parties:
        return place_of(parties[0]) if len(parties) == 1 else ""
    place = place_for(scene, sentence)
    if place or not is_new or sentence.segment.kind == "heading":
        return place
    strong = any(each.status not in WEAK for each in statuses_of(sentence))
    strong = strong or count_told(sentence) is not None
    told = place_told(sentence) if strong and not scene.is_before_ccgs else None
    return told.name if told else ""


def read_listing(scene: Scene, sentence: Sentence) -> Cue | None:
    """The bodies that a sentence lists for the change told right before it."""
    if not LISTING.match(sentence.told) or len(scene.commissioners(sentence)) < 2:
        return None
    parties, size = parties_of(scene, sentence, None)
    statuses = statuses_of(sentence)
    return Cue(
        sentence, "merger", True, parties, None, statuses, "", None, (), size, frozenset(), False
    )
