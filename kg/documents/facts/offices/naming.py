"""Officers named after their post was told of: "X has been appointed to the role", "He is X"."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from kg.documents.facts.model import Evidence, Joint
from kg.documents.facts.offices import arrangement_words as said
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_SHE: Final = compiled(r"^\W*(?:(?:and|but|then|instead|in \w+),? )?(?:she|he) [^,;]*$")
_GAP: Final = 3
"""Characters between a sentence and the next of its paragraph."""


def name_last(scene: Scene, sentence: Sentence, found: list[Joint]) -> None:
    """Name officers told of before: "X has been appointed to the role", or as what."""
    for place, joint in enumerate(found):
        if joint.person is not None or joint.evidence[0].span == sentence.span:
            continue
        holders = [
            each.holder
            for each in sentence.posts
            if each.holder
            and not (each.former or each.bodies)
            and clean(each.title.lower()) == joint.post
        ]
        if sentence.people and joint is found[-1]:
            told = said.TO_THE_ROLE.search(sentence.told)
            taker = _taker(scene, sentence, told) if told else ""
            holders = [taker] if taker else holders or _next(scene, sentence, joint)
        if holders:
            evidence = (*joint.evidence, Evidence(sentence.span))
            found[place] = replace(joint, person=scene.parties[holders[0]], evidence=evidence)


def _taker(scene: Scene, sentence: Sentence, told: re.Match[str]) -> str:
    """Who takes up a post: the last one named before the verb, of "she" before the sentence."""
    here = sentence.people[0].key
    if _SHE.search(sentence.told[: told.start()]):
        before = [each for each in scene.mentions.people if each.span.end <= sentence.span.start]
        return before[-1].key if before else here
    return here


def _next(scene: Scene, sentence: Sentence, joint: Joint) -> list[str]:
    """Who is named right after a post that had nobody: "He is Ann Lee", "Ann Lee starts in May"."""
    first = min(sentence.people, key=lambda each: each.span)
    start, end = (each - sentence.span.start for each in (first.span.start, first.span.end))
    is_next = 0 <= sentence.span.start - joint.evidence[-1].span.end <= _GAP
    is_named = said.IS_NAMED.fullmatch(sentence.told[: max(0, start)])
    is_coming = start < 4 and said.COMES.match(sentence.told, end)
    is_new = start < 4 and not any(
        each.title for each in scene.mentions.posts if each.holder == first.key
    )
    return [first.key] if is_next and (is_named or is_coming or is_new) else []


def clean(post: str) -> str:
    """The post without what only says that it is shared, in the singular.

    >>> clean("single accountable officers")
    'accountable officer'
    """
    words = re.sub(r"\b(?:single|shared|new|joint|same) | of (?:both|all)$", "", post.strip())
    return re.sub(r"(?<=[a-z]{2}[a-rt-z])s$", "", words)
