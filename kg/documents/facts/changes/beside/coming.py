"""Changes told by what comes of them: "Irwell CCG will begin work in April", after the bodies that
it is made of were named; "A, one of its three predecessors; the others are B and C"."""

from __future__ import annotations

from dataclasses import replace
from typing import Final

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.model import Party
from kg.documents.facts.progress.effects import day_of
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.figures.numbers import SETS, SMALL
from kg.documents.patterns import compiled

_SIZES: Final = SMALL | SETS
_COUNT: Final = compiled(
    rf"\b(?P<size>{'|'.join(_SIZES)})(?: \w+)? (?:groups|ccgs|icbs|boards|commissioners|bodies"
    r"|boroughs|organisations)\b|\b(?:all|the) (?P<all>" + "|".join(_SIZES) + r")\b"
)
_BACK: Final = 6
"""Sentences before in which the bodies are named that one is made of."""
_PREDECESSORS: Final = compiled(
    r"\b(?:one|two|three|all|both|each) of (?:its|the|their) (?:\w+ )?(?:predecessors?\b"
    r"|predecessor"
    r" \w+|constituent \w+|founding \w+|forerunners)"
)


def sources(scene: Scene, cue: Cue) -> tuple[Party, ...]:
    """The bodies that the one to come is made of: as many as a sentence just before counts, all of
    them named since; empty where the counts do not agree."""
    if cue.result is None or cue.result.type not in COMMISSIONERS:
        return ()
    number = cue.sentence.number
    near = scene.sentences[max(0, number - _BACK) : number]
    named: dict[str, Party] = {}
    for each in near:
        for one in scene.commissioners(each):
            if one.key != cue.result.key and one.type == cue.result.type:
                named.setdefault(one.key, scene.parties[one.key])
    sizes = {
        _SIZES[hit["size"] or hit["all"]] for each in near for hit in _COUNT.finditer(each.told)
    }
    return tuple(named.values()) if len(named) > 1 and len(named) in sizes else ()


def with_sources(scene: Scene, cue: Cue) -> Cue:
    """A cue of nothing but the body to come, with those that it is made of, so that it opens."""
    if cue.parties or cue.opens or not (cue.date or cue.is_strong):
        return cue
    parties = sources(scene, cue)
    return replace(cue, parties=parties, opens=True, is_next=False) if parties else cue


def read_predecessors(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of a sentence that names the bodies from which one was made as its predecessors."""
    keys = dict.fromkeys(each.key for each in scene.commissioners(sentence))
    if len(keys) < 2 or not _PREDECESSORS.search(sentence.told) or not sentence.number:
        return None
    before = scene.commissioners(scene.sentences[sentence.number - 1])
    made = [each for each in before if each.key not in keys]
    day = day_of(sentence, scene.mentions.issued)
    return Cue(
        sentence, "merger", False, tuple(scene.parties[key] for key in keys),
        scene.parties[made[-1].key] if made else None, statuses_of(sentence),
        day[0] if day else "", day[1] if day else None, (), len(keys), frozenset(), True,
    )  # fmt: skip
