"""Bodies told beside a list: what comes of it, and the one that "the other groups" would join."""

from __future__ import annotations

from itertools import pairwise
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Organisation
from kg.documents.patterns import compiled

_OTHERS: Final = compiled(
    r"(?:but |and )?the other (?:\w+ )?(?:groups|ccgs|icbs|boards|bodies|boroughs|members|areas)\b"
)


def before_others(scene: Scene, sentence: Sentence) -> dict[str, Party]:
    """The one body, named in the sentence before, whose partners are "the other groups - A, B"."""
    if not _OTHERS.match(sentence.told) or not sentence.number:
        return {}
    before = scene.sentences[sentence.number - 1]
    keys = {each.key for each in scene.commissioners(before)}
    named = {each.key for each in scene.commissioners(sentence)}
    is_out = _STAYS_OUT.search(before.told) is not None
    if len(keys) != 1 or len(named) < 2 or keys & named or is_out:
        return {}
    return {key: scene.parties[key] for key in keys}


_STAYS_OUT: Final = compiled(
    r"\bnot (?:be )?(?:part of|join\w*|taking part|included)|\b(?:stay|stays|staying|opted|pulled"
    r"|left) out\b"
)
LISTED: Final = compiled(r"(?:,| and|,? &|, and|,? as well as|,? along with)? (?:the |nhs )*")
_LINKED: Final = compiled(
    r"\b(?:with|join\w*|alongside|plus|both|absorb\w*|between|from|while|but|than|unlike|whose"
    r"|said|theirs|as (?:has|have|had|did|do|does|will|would|is|are)"
    r"|except|without|not|like|neighbour\w*|against|share\w*|chair|officer|also|all)\b"
)
_BECOMES: Final = compiled(
    r"\b(?:replac\w+|nam(?:e|ed|ing)|call(?:ed|ing)?|as|by|into|form\w*|becom\w+|creat\w+|one"
    r"|single|new|establish\w*|make|to be|known|give way|birth|merge[rd]?|dissolv\w+|abolish\w+)\b"
)


_STARTS: Final = compiled(
    r" (?:is|was|has been|gets) (?:born|created|formed|launched|established|set up)\b"
    r"| (?:will|would|is to|are to|is due to) (?:then )?(?:start|begin|open|launch|take (?:over"
    r"|effect"
    r"|their)|go live|come into|be (?:up and|born|in place|led|run))\b"
)
_NEXT: Final = 12
"""Characters between the last of a list and what stands apart from it."""


def told_apart(scene: Scene, named: list[Organisation]) -> Organisation | None:
    """The body that stands apart from the list of those that go: "A, B and C CCGs should be
    dissolved on Friday and replaced by D CCG"."""
    if len({each.key for each in named}) < 3 or named[-1].key in {one.key for one in named[:-1]}:
        return None
    ordered = sorted(named, key=lambda each: each.span)
    gaps = [scene.plain[one.span.end : other.span.start] for one, other in pairwise(ordered)]
    is_list = all(LISTED.fullmatch(each) for each in gaps[:-1])
    starts = _STARTS.match(scene.plain, ordered[-1].span.end) is not None
    is_made = starts or _BECOMES.search(gaps[-1]) is not None
    is_apart = is_made and len(gaps[-1]) > _NEXT and _LINKED.search(gaps[-1]) is None
    return ordered[-1] if is_list and is_apart else None
