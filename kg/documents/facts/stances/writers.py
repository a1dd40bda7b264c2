"""What side writers take: of letters, and of articles of opinion."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from kg.documents.facts.changes.words import MERGING
from kg.documents.facts.model import Stance
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.sides import direction_of
from kg.documents.facts.stances.stance_parts import stance_of


def of_letters(scene: Scene) -> Iterator[Stance]:
    """From the words of each letter of a page of letters, what others say left out."""
    for start, end, writer in scene.letters:
        own = [each for each in scene.sentences if start <= each.span.start < end]
        direction = direction_of(" . ".join(each.told for each in own))
        if direction and own:
            yield stance_of(scene, "stance.told", own[-1], writer, direction)


_OWN: Final = re.compile(r"\b(?:i|my|me|i'm|i've|i'd|i'll)\b")
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
    about = [each for each in plain if MERGING.search(each.told) or _OWN.search(each.told)]
    direction = direction_of(" . ".join(each.told for each in about))
    if direction:
        yield stance_of(scene, "stance.told", about[-1], writer, direction)
