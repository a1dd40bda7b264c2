"""What side writers take: of letters, and of articles of opinion."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.model import Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.sides import NEUTRAL_SIDE, direction_of, weight_of
from kg.documents.facts.stances.stance_parts import stance_of
from kg.documents.facts.stances.words.saying_words import SAID
from kg.documents.patterns import compiled


def of_letters(scene: Scene) -> Iterator[Stance]:
    """From the words of each letter of a page of letters, what others say left out."""
    for start, end, writer in scene.letters:
        own = [each for each in scene.sentences if start <= each.span.start < end]
        direction = direction_of(" . ".join(each.told for each in own))
        if direction and own:
            yield stance_of(scene, "stance.told", own[-1], writer, direction)


_OWN: Final = compiled(r"\b(?:i|my|me|i'm|i've|i'd|i'll)\b")
_OWN_WORDS: Final = 4
"""Sentences in which a writer says "I", from which on an article is one of opinion."""


def of_opinion(scene: Scene) -> Iterator[Stance]:
    """From what the writer of an article of opinion says of mergers in the first person's piece."""
    writer = scene.teller
    if writer is None or writer.type != "person" or scene.letters:
        return
    plain = [each for each in scene.sentences if each.segment.kind != "heading"]
    if sum(_OWN.search(each.told) is not None for each in plain) < _OWN_WORDS:
        return
    own = [
        (weight_of(each.told), each)
        for each in plain
        if (MERGING.search(each.told) or _OWN.search(each.told)) and not _is_of_others(each)
    ]
    told = [(weight, each) for weight, each in own if weight not in (None, NEUTRAL_SIDE)]
    total = sum(weight or 0.0 for weight, _ in told)
    if total:
        side = "for" if total > 0 else "against"
        yield stance_of(scene, "stance.told", told[-1][1], writer, side)
    elif any(weight is NEUTRAL_SIDE for weight, _ in own):
        yield stance_of(scene, "stance.told", own[-1][1], writer, "neutral")


def _is_of_others(sentence: Sentence) -> bool:
    """Whether a sentence tells what somebody else says, which is not the writer's own view."""
    return bool(sentence.quotations) or (
        any(not each.author for each in sentence.people) and SAID.search(sentence.told) is not None
    )
