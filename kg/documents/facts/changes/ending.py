"""Changes told without a word of merging: of bodies that end, and of one that is there instead."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

_BODY: Final = (
    r"(?:ccg|icb|clinical commissioning group|integrated care board|commissioner|body|organisation"
    r"|entity|commissioning (?:body|group|organisation)|statutory (?:body|organisation|entity))"
)
_SINGLE: Final = (
    r"(?:single|new|merged|larger|bigger|combined|unified|united|joint|strategic|statutory|legal"
    r"|countywide|county-wide|city-wide|citywide|\w+-wide)"
)
_ENDS: Final = words(
    r"""
        disappear(?:s|ed|ing)?|disappearance|vanish(?:es|ed|ing)?|dissolv(?:e|es|ed|ing)
        dissolution|(?:wound|wind|winding) up|disband(?:ed|ing)?|disestablish\w+
        abolish(?:ed|ing)?|abolition of
        scrap(?:ped|ping)?(?! (?:plan|idea|propos|merg|its|their|the (?:plan|idea|propos|merg)))
        ceas(?:e|es|ed|ing) to (?:exist|operate|function|be)|cessation|be no more
        (?:do|does|done|doing|did) away with|swept away|(?:go|goes|going|went) out of existence
        swallow(?:s|ed|ing)?(?: up)?|gobbl(?:e|es|ed|ing) up|subsum(?:e|es|ed|ing)
        absor(?:b|bs|bed|bing|ption)|annex(?:ed|ing|ation)?|engulf(?:ed)?|take-?over|taken over
        not (?:now |be )*(?:apply|applying)\b(?! (?:until|before))
        (?:demise|end) of|lose (?:its|their) (?:separate|statutory|legal) (?:status|identity)
        (?:join|joined|joining|be part of|became part of|become part of|becoming part of|part of)
        + [ ](?:a|an|the) (?:proposed |planned )?merger
    """
)
"""Words of bodies that end, of which the sentence names two or counts some."""
_ONE: Final = words(
    rf"""
        (?:form|becom|be|been|being|creat|as|into|mak|establish|set up|found|launch|for|now|are
        + |under|towards?|to|via|by|in|build|crea|want|back|favour|support|prefer)(?:s|e|es|ed|ing)?
        + [ ](?:just |only |instead )?(?:a|one)(?: {_SINGLE}){{0,3}} {_BODY}\b
        + (?! (?:called for|that|which|spokes|chair|officer|leader|meeting|in the country|of the
        + |of its|to (?:have|win|sign|be|apply)))
        (?:become|became|becoming|be|are|form|forming|made) one(?=[.,;]| (?:from|in|on|by|next|this
        + |with|under|body|at|as|when|and)\b)|into one\b(?! (?:of|place|room|building|team|office))
        (?:amalgam|unif|consolid|fus)\w+|uniting\b|(?:formally |fully )?(?:unite|united)\b
        (?:brought|bring|bringing|come|came|coming|put|putting|roll|rolled|knit|knitted|fold
        + |folded|weld\w*|stitch\w*) (?:\w+ ){{0,4}}?together(?! (?:with|on|to (?:discuss|work|buy
        + |commission|plan|share|run)))
        join(?:ed|ing|s)? (?:forces|up|hands|together)|tak(?:e|es|ing) their place
        three[- ]into[- ]one|two[- ]into[- ]one|four[- ]into[- ]one
        (?:creation|formation|establishment|birth) of\b
    """
)
"""Words of one body where there were several, of which the sentence names two."""
_OFFICE: Final = compiled(
    r"\b(?:joint|shared?|sharing|single|one|same|common) (?:\w+ ){0,2}?(?:officers?|directors?"
    r"|chief"
    r"|executives?|teams?|chairs?|leaders?|posts?|lead|services|committee|management|leadership)\b"
)
_HERE: Final = compiled(r"\b")
_EVERYWHERE: Final = compiled(
    r"\b(?:in|across|throughout) (?:england|the country)\b|\bnationally\b|\bother \d+\b"
)
"""Words of the end of all bodies of a kind, of which some are named."""
_TWO: Final = 2


def ending(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """The words that tell that several bodies of a sentence end, or that one takes their place."""
    named = {each.key for each in scene.commissioners(sentence)}
    groups = [
        each
        for each in sentence.groups
        if each.type in COMMISSIONERS and (each.size or each.place or each.members)
    ]
    coming = scene.to_come(sentence)
    if len(named) < _TWO and not (groups and (named or coming or groups[0].place)):
        return None
    told = sentence.told
    ends = None if _EVERYWHERE.search(told) else _ENDS.search(told)
    if ends or len(named) < _TWO:
        return ends
    if coming:
        at = coming.span.start - sentence.span.start
        return _HERE.search(told, at) if at >= 0 else None
    return None if _OFFICE.search(told) else _ONE.search(told) or _became(scene, sentence)


def _became(scene: Scene, sentence: Sentence) -> re.Match[str] | None:
    """Where several bodies are told to have become one by its name: `became Irwell`."""
    hit = _BECAME.search(sentence.told)
    if hit is None or not scene.text[sentence.span.start + hit.end()].isupper():
        return None
    return hit


_BECAME: Final = compiled(r"\bbecame (?=\w)")
