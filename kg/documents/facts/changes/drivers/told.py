"""Which change the reasons are of that a text gives: the one told there, or the one right before.

Reasons stand in the sentence that tells the change, in those after it, and in what its leaders are
quoted as saying: "we can no longer pay for two of everything".
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.drivers.frames import PUSHES, REASON
from kg.documents.facts.changes.drivers.phrases import (
    Stretch,
    aims_in,
    causes_in,
    line_of,
    themes_in,
)
from kg.documents.facts.changes.drivers.sides import Sides
from kg.documents.facts.changes.drivers.themes import AGAINST
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.model import Driver
from kg.documents.facts.progress.words import FAILED
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Span
from kg.documents.patterns import compiled

_NEAR: Final = 3
"""Sentences after a change in which reasons for it are told, in a text that is of several."""
_TOP: Final = 4
"""Sentences of a text within which the change is told that it is about."""
_OFTEN: Final = 3
"""Sentences on a change that make it the one a text is about."""
_ABOUT: Final = compiled(
    r"\b(?:the|this|that|a|an|any|such|their|its|our|each) (?:[\w-]+ ){0,2}?(?:merg\w+|moves?"
    r"|changes?"
    r"|plans?|proposals?|union|deal|tie-up|step|shake-up|reorganisation|scheme|application|bid"
    r"|business case|case|amalgamation|switch|vote|(?:single|new|bigger|larger|merged|joint"
    r"|combined"
    r"|enlarged) (?:ccg|commissioner|body|organisation|board|group|clinical commissioning group))\b"
    r"|\b(?:merging|joining (?:up|forces|together)|coming together|combining|being one"
    r"|(?:becom|form|creat)ing (?:a|one)|going it alone|having (?:two|three|four|five|one)"
    r"|one (?:ccg|commissioner|body|organisation|board)|(?:doing|done) (?:so|it|this)"
    r"|stay(?:ing)? (?:as (?:they|we) (?:are|were)|separate|apart|on (?:its|their|our) own))\b"
    r"|\b(?:both|(?:the|all|all the) (?:two|three|four|five|six|seven|eight|pair|trio|groups|ccgs"
    r"|icbs"
    r"|boards|bodies|partners|governing bodies))(?: \w+)? (?:said|says?|argue[sd]?|insist(?:ed)?"
    r"|have"
    r"|had|were|are|face[sd]?|believed?|maintain(?:ed)?|hoped?|want(?:ed)?|point(?:ed)? out)\b"
    r"|\b(?:it|this|that|which) (?:would|will|could|should|might|is (?:expected|intended|designed"
    r"|meant"
    r"|aimed|estimated|hoped|likely|about|because))\b"
)
"""Words by which a sentence is of the change told before."""


_PRESSING: Final = compiled(
    r"\b(?:nhs england|nhse(?:/i)?|nhs improvement|sha|strategic health authority|nhs (?:south"
    r"|north"
    r"|midlands|london|east|west)[\w ]{0,24}|regulators?|region\w*|ministers|department"
    r"|commissioning"
    r" board|papers?|minutes|documents?|briefing|letter|report|business case|prospectus|case for"
    r" change)\b[^.;]{0,90}?\b(?:rated|told|tells?|warn\w*|judged|assess\w*|found|finds?|insist\w*"
    r"|demand\w*|made clear|say|says|said|show\w*|note[sd]?|point\w*|argue[sd]?|states?|stated"
    r"|puts?|claims?|set out|sets out|expects?|wants?)\b"
)
"""Those who decide, or papers, that say what presses."""


def with_drivers(scene: Scene, told: list[Telling]) -> None:
    """Give each change the reasons that the text has for it."""
    if not told:
        return
    sides, around = Sides(scene), _Around(told)
    for sentence in scene.sentences:
        here = around.pass_by(sentence)
        for telling, at in here:
            _give(scene, telling, at, _in_cue(telling.cues[at]))
        if here or sides.is_outside(sentence):
            continue
        ahead = around.ahead(sentence)
        near = None if ahead else around.near(scene, sentence)
        if ahead:
            _give(scene, ahead, 0, tuple(_before(sentence)), sentence)
        elif near and sentence.segment.kind != "heading":
            telling, at = near
            is_next = _goes_on(telling.cues[at], sentence)
            found = tuple(_after(sides, sentence, is_next=is_next))
            _give(scene, telling, at, found, sentence)


Place = tuple[Telling, int]
"""A change and the number of its cue."""


class _Around:
    """The changes around a sentence, while a text is gone through from its start."""

    def __init__(self, told: list[Telling]) -> None:
        self.cues: dict[int, list[Place]] = {}
        self.first: dict[Span, Telling] = {}
        for each in told:
            self.first.setdefault(each.cues[0].sentence.segment.span, each)
            for at, cue in enumerate(each.cues):
                self.cues.setdefault(cue.sentence.number, []).append((each, at))
        often = [
            each
            for each in told
            if len(each.cues) >= _OFTEN or any(cue.sentence.number < _TOP for cue in each.cues)
        ]
        self.main = often[0] if len(often) == 1 else None
        self.last: Place | None = None
        self.last_of_main: Place | None = None

    def pass_by(self, sentence: Sentence) -> list[Place]:
        """The changes that a sentence tells of, which are then the last ones."""
        here = self.cues.get(sentence.number, [])
        for each in here:
            self.last = each
            self.last_of_main = each if each[0] is self.main else self.last_of_main
        return here

    def near(self, scene: Scene, sentence: Sentence) -> Place | None:
        """The change that a sentence without a word of it can give reasons for: the one told last,
        or the one that the text is about; not where it names other bodies."""
        place = self.last
        if place and sentence.number - place[0].cues[place[1]].sentence.number > _NEAR:
            place = self.last_of_main
        if place is None:
            return None
        telling = place[0]
        own = {*telling.parties, telling.result.key if telling.result else ""}
        types = {each.type for each in telling.parties.values()}
        named = {each.key for each in scene.commissioners(sentence) if each.type in types}
        return place if not named or named & own else None

    def ahead(self, sentence: Sentence) -> Telling | None:
        """The change that the rest of a paragraph begins to tell of, or that the text is about
        where the sentence speaks of merging before it says who merges."""
        main = self.main
        if main and sentence.number < main.cues[0].sentence.number:
            is_of = MERGING.search(sentence.told) or PUSHES.search(sentence.told)
            return main if is_of else None
        first = self.first.get(sentence.segment.span)
        is_first = first is not None and sentence.number < first.cues[0].sentence.number
        return first if is_first else None


def _goes_on(cue: Cue, sentence: Sentence) -> bool:
    """Whether a sentence, no quotation, goes on the paragraph of one that tells of a change."""
    return cue.sentence.segment is sentence.segment and not sentence.quotations


def _before(sentence: Sentence) -> Iterator[Stretch]:
    """The reasons in a sentence before the first that tells of a change with its bodies."""
    line = line_of(sentence)
    found: tuple[Stretch, ...] = ()
    if MERGING.search(sentence.told) or PUSHES.search(sentence.told):
        found = (*causes_in(line), *aims_in(line))
    yield from found
    if not AGAINST.search(line):
        yield from themes_in(line, found)


def _in_cue(cue: Cue) -> tuple[Stretch, ...]:
    """The reasons in a sentence that tells of a change."""
    line = line_of(cue.sentence)
    is_failed = any(each.status in (*FAILED, "delayed") for each in cue.statuses)
    causes = tuple(causes_in(line))
    if is_failed:
        first = min(each.span.start for each in cue.statuses) - cue.sentence.span.start
        causes = tuple(each for each in causes if each[0] < first)
    found = (*causes, *aims_in(line))
    themes = () if is_failed or AGAINST.search(line) else tuple(themes_in(line, found))
    return (*found, *themes)


def _after(sides: Sides, sentence: Sentence, *, is_next: bool) -> Iterator[Stretch]:
    """The reasons in a sentence after those that tell of a change."""
    line = line_of(sentence)
    is_told = is_next or _ABOUT.search(line) or _PRESSING.search(line) or REASON.search(line)
    if not (is_told or sides.is_inside(sentence)):
        return
    found = (*causes_in(line), *aims_in(line))
    yield from found
    if not AGAINST.search(line):
        yield from themes_in(line, found)


def _give(
    scene: Scene,
    telling: Telling,
    at: int,
    found: tuple[Stretch, ...],
    sentence: Sentence | None = None,
) -> None:
    """Add reasons to the cue of a number, each stretch of the text once."""
    cue = telling.cues[at]
    begin = (sentence or cue.sentence).span.start
    kept = list(cue.drivers)
    for start, end in found:
        words = scene.text[begin + start : begin + end]
        inner = words.strip(" \n\t\"'‘’“”,-–—").removeprefix("that ")
        first = begin + start + words.index(inner)
        place = Span(first, first + len(inner))
        if len(inner) >= len("cost") and not any(each.span.meets(place) for each in kept):
            kept.append(Driver(inner, place))
    telling.cues[at] = replace(cue, drivers=tuple(kept))
