"""A wider change that was thought of and dropped: one more body with those of the change told of,
as in "a three-way tie-up with Calderdale had been ruled out"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.changes.telling import Telling
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.progress.words import FAILED
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.model import Organisation
from kg.documents.patterns import compiled

_WIDER: Final = compiled(
    r"\b(?:(?:two|three|four|five|six|seven|eight)-way (?:merger|tie-up|union|deal|link-up|move)"
    r"|(?:wider|bigger|larger|broader|further|fuller) (?:merger|union|tie-up|deal|grouping|plan)"
    r"|(?:plans?|talk|talks|idea|proposals?|moves?|hopes?|attempts?|bids?|suggestions?"
    r"|option) (?:for"
    r" [^.;]{3,40}? )?(?:to|of|about) (?:also )?(?:includ|swallow|tak|bring|absorb|add|join|invit"
    r"|draw|extend|expand|widen|fold)\w*|its inclusion|inclusion (?:of|was|had)|sounded out"
    r"|(?:merger|tie-up|union|link-up|marriage|merging|joining up|teaming up) with)\b"
)
"""Words of one more body that would have been part of a change."""
_REACH: Final = 40
"""Sentences after the last of a change within which a wider one is told of."""


def read_wider(scene: Scene, sentence: Sentence, told: list[Telling]) -> Cue | None:
    """The cue of a wider change that failed: the one body that a sentence names, and those of the
    change told of last; None where it is told of no such thing."""
    if sentence.segment.kind == "heading" or not _WIDER.search(sentence.told):
        return None
    statuses = tuple(each for each in statuses_of(sentence) if each.status in FAILED)
    body = _one(scene, sentence) if statuses else None
    core = _core(told, body, sentence) if body else None
    if body is None or core is None:
        return None
    parties = (*core.parties.values(), scene.parties[body.key])
    return replace(
        core.cues[0], sentence=sentence, again=False, parties=parties, result=None,
        statuses=statuses, date="", date_span=None, drivers=(), size=None, opens=True, option="",
        elsewhere="", is_next=False, is_moved=False,
    )  # fmt: skip


def _one(scene: Scene, sentence: Sentence) -> Organisation | None:
    """The one commissioner that a sentence names, or that the one before it is of."""
    named = {each.key: each for each in scene.commissioners(sentence)}
    if not named and sentence.number and "inclusion" in sentence.told:
        named = {
            each.key: each for each in scene.commissioners(scene.sentences[sentence.number - 1])
        }
    return next(iter(named.values())) if len(named) == 1 else None


def _core(told: list[Telling], body: Organisation, sentence: Sentence) -> Telling | None:
    """The last change of two bodies or more of its type, of which the one body is no part."""
    for each in reversed(told):
        own = [one for one in each.parties.values() if one.type == body.type]
        last = each.cues[-1].sentence.number
        is_near = sentence.number - last <= _REACH
        if is_near and len(own) > 1 and len(own) == len(each.parties):
            is_part = body.key in each.parties or (each.result and each.result.key == body.key)
            return None if is_part else each
    return None
