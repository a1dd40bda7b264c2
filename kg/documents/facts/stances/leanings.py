"""Which way somebody leans before a word is weighed: with their body, against whom they answer,
or as people in their post mostly do."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.model import Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.facts.stances.stance_parts import OPPOSITE, Found
from kg.documents.patterns import compiled

ANSWER: Final = 1.5
"""What it weighs that somebody answers another; a single good or bad word weighs 1."""
BODY: Final = 1.0
"""What it weighs that the body somebody speaks for has taken a side."""
POST: Final = 0.5
"""What a post weighs by itself."""
_SIGNS: Final = {"for": 1.0, "against": -1.0}
_BEFORE: Final = 6
"""Characters before a post in which stand the initials of its body."""
_NEAR: Final = 3
"""Sentences before an answer in which stands what it answers."""
_ANSWERS: Final = compiled(
    r"\W*(?:but|however|yet|by contrast|in contrast|on the other hand|nonetheless|nevertheless)\b"
    r"|[^,;]{3,90}, (?:however|by contrast|though|on the other hand),|[^,;]{3,60} (?:hit back"
    r"|begs? to differ|is less sure|was less sure|is not so sure|is more (?:positive|upbeat"
    r"|cautious|sceptical))\b"
)
_RUNS: Final = compiled(
    r"\b(?:(?:chief|accountable|managing|executive|transition|transformation|programme|place"
    r"|regional|locality|system|finance|operating|commissioning|deputy|joint|shared|single)"
    r" (?:\w+ )?(?:officer|executive|director|lead|leader|chief)|director|chief|ceo"
    r"|clinical (?:chair|lead)(?= elect)|(?:stp|ics|system|programme) lead(?:er)?"
    r"|chair(?:man|woman)?[ -](?:designate|elect))\b"
)
"""Who runs a commissioner, and so what is planned for it."""
_RESISTS: Final = compiled(
    r"\b(?:councillors?|coun|cllr|mps?|campaigner|patients?|residents?|retired|nurse|shop steward"
    r"|lay (?:member|chair)|union|scrutiny|opposition|gp partner|partner at|branch|convener"
    r"|council leader|leader|cabinet member|mayor|gps?|professor|academic|think tank|economist"
    r"|ward|local doctor|family doctor|practice manager|health watch|healthwatch)\b"
)
_RESISTING: Final = frozenset(("localMedicalCommittee", "localAuthority", "politicalParty"))
_UNION: Final = compiled(
    r"\b(?:bma|gpc|unison|unite|gmb|lmcs?|save|defend|keep|campaign|action group|patients"
    r"|rcn|royal college)\b"
)


def leaning(scene: Scene, holder: Party, sentence: Sentence, found: Found) -> float:
    """How far somebody leans for (above 0) or against what they speak of, before their words."""
    return (
        _answering(scene, holder, sentence, found)
        + _with_body(scene, holder, found)
        + _in_post(scene, holder)
    )


def _answering(scene: Scene, holder: Party, sentence: Sentence, found: Found) -> float:
    """The weight of answering whoever took a side right before: "But Ann Lee said"."""
    if not _ANSWERS.match(sentence.plain):
        return 0.0
    first = scene.sentences[max(0, sentence.number - _NEAR)].span.start
    near = [
        each
        for each in found.values()
        if first <= each.evidence[-1].span.start < sentence.span.start
        and each.holder.key != holder.key
    ]
    last = max(near, key=lambda each: each.evidence[-1].span.start, default=None)
    return ANSWER * _SIGNS.get(OPPOSITE[last.stance], 0.0) if last else 0.0


def _with_body(scene: Scene, holder: Party, found: Found) -> float:
    """The weight of the side that the body has taken for which somebody speaks."""
    bodies = [
        key for each in scene.mentions.posts if each.holder == holder.key for key in each.bodies
    ]
    taken: list[Stance] = [each for each in found.values() if each.holder.key in bodies]
    return BODY * sum(_SIGNS.get(each.stance, 0.0) for each in taken[:1])


def _in_post(scene: Scene, holder: Party) -> float:
    """The weight of a post: who runs a body speaks for its plans, who is elected asks for whom."""
    posts = [each for each in scene.mentions.posts if each.holder == holder.key]
    types = {scene.parties[key].type for each in posts for key in each.bodies
             if key in scene.parties}  # fmt: skip
    title = " ; ".join((each.title or "").lower() for each in posts)
    names = " ; ".join(name.lower() for each in posts for name in each.body_names)
    called = next((each.title for each in scene.mentions.people if each.key == holder.key), "")
    title = f"{called.lower()} ; {title}"
    # "LMC secretary Ann Lee": initials before a post, without a place, are no body of their own.
    leads = (scene.plain[max(0, each.span.start - _BEFORE) : each.span.end] for each in posts)
    told = f"{title} ; {names} ; {holder.name.lower()} ; {' ; '.join(leads)}"
    if types & _RESISTING or holder.type in _RESISTING or _UNION.search(told):
        return -POST
    if _RESISTS.search(title):
        return -POST
    if _RUNS.search(title):
        return POST
    return POST / 2 if types & COMMISSIONERS else 0.0
