"""Stances of whoever a sentence tells as its object: whom a plan convinced, or angered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from kg.documents.facts.model import Party, Stance
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.facts.stances.crowds import agents_at
from kg.documents.facts.stances.stance_parts import OPPOSITE, stance_of
from kg.documents.patterns import compiled

_DEGREE: Final = r"(?:very |rather |quite |particularly |especially |so |too |less )?"
_PLEASED: Final = compiled(
    r"\b(?:convinc|persuad|impress|satisf|pleas|delight|reassur|reliev|charm|enthus|placat|mollif"
    r"|w[io]n(?:s"
    r"|ning)? (?:over|round)|talk\w* round|sway)\w* |\bappeal\w* to "
    rf"|\b(?:go|goes|went|gone|sit|sits|sat|play|plays|played) (?:down )?{_DEGREE}(?:well|happily"
    rf"|easily)"
    r" with |\bfound? favour (?:with|among) "
    r"|\b(?:found?|ha[sd]|have|won|gained) (?:an? |one )?(?:[\w-]+ )?(?:ally|friend|supporter"
    r"|champion"
    r"|advocate|backer|enthusiast|convert)s?(?: in|:) "
    r"|\b(?:support|backing|praise|encouragement|enthusiasm|approval)\b[^.;]{0,40}? (?:has "
    r"|have )?(?:come|came"
    r"|comes|coming|not least|including|chiefly|mainly|notably|above all) from "
    r"|\b(?:those|bodies|groups|organisations) (?:to have |who have |that have |who |that "
    r"|which )?(?:backed|supported"
    r"|welcomed|endorsed|supporting|backing)(?: it| the \w+)? (?:is|are|was|were|includes?"
    r"|included) "
)
_DISPLEASED: Final = compiled(
    r"\b(?:anger|alarm|dismay|infuriat|upset|worri|enrag|outrag|antagonis|irritat|horrif|appal"
    r"|incens|annoy"
    r"|unsettl|unnerv|frighten|scar|perturb|displeas|disappoint|alienat|riled?|rattl)(?:e|es|ed|s"
    r"|ing|led|ls|y)? "
    rf"|\b(?:go|goes|went|gone|sit|sits|sat|play|plays|played) (?:down )?{_DEGREE}(?:badly|ill"
    rf"|poorly|uneasily"
    r"|awkwardly|like a lead balloon) with "
    r"|\b(?:found?|ha[sd]|have|made) (?:an? |one )?(?:[\w-]+ )?(?:enemy|enemies|critic|opponent"
    r"|foe|sceptic)s?"
    r"(?: in| of|:) "
    r"|\b(?:opposition|objections?|criticism|resistance|hostility|protests?|concerns?|complaints?"
    r"|anger|dissent"
    r"|scepticism|attacks?)\b[^.;]{0,40}? (?:has |have )?(?:come|came|comes|coming|not least"
    r"|including|chiefly|mainly"
    r"|notably|above all) from "
    r"|\b(?:those|bodies|groups|organisations) (?:to have |who have |that have |who |that "
    r"|which )?(?:objected|opposed"
    r"|complained|objecting|opposing|against)(?: to it| it| the \w+)? (?:is|are|was|were|includes?"
    r"|included) "
)
_NOT: Final = compiled(
    r"\b(?:not|never|n't|none|nothing|neither|nobody|no one|fail(?:s|ed|ing)? to|yet to|unable to"
    r"|struggl\w+ to"
    r"|hardly|scarcely|did little to|do little to|little to|without|unlikely to|cannot|no) "
    r"(?:[\w']+ ){0,5}$"
)
_TRIES: Final = compiled(
    r"\b(?:to|will|would|could|can|may|might|must|should|hop\w+ to|try\w* to|tried to|need\w* to"
    r"|if|unless) "
    r"(?:\w+ )?$"
)
_IS: Final = compiled(r"\b(?:is|are|was|were|be|been|being|feel|felt|feels) (?:\w+ )?$")
_OF_PLAN: Final = compiled(
    r"\b(?:plans?|moves?|idea|proposals?|prospect|decision|merger|news|tie-up|changes?|that|this"
    r"|it|none|suggestion"
    r"|timetable|savings|outcome|result|letter|argument|case|opposition|objections?|criticism"
    r"|support|backing|those"
    r"|thought|scheme|scale|speed|haste|consultation|critics?|opponents?|supporters?|backers?"
    r"|sceptics?|champions?)\b[^.;]{0,60}$|^[^.;]{0,24}$"
)
"""What pleases or displeases somebody by being planned."""
_NO_PREPOSITION: Final = compiled(
    r"(?!(?:for|about|by|at|that|over|with|to|of|in|her|his|when|as|if)\b)"
)
_ARTICLES: Final = compiled(r"(?:(?:the|many|some|most|all|its|their|local|both) )*")


def of_objects(scene: Scene, sentence: Sentence) -> Iterator[Stance]:
    """The stances of those whom something pleased or displeased: "none of this impressed X"."""
    for side, pattern in (("for", _PLEASED), ("against", _DISPLEASED)):
        for hit in pattern.finditer(sentence.told):
            lead = sentence.told[: hit.start()]
            is_denied = _NOT.search(lead) is not None
            holder = _after(scene, sentence, hit.end())
            if holder is None or (_TRIES.search(lead) and not is_denied) or _IS.search(lead):
                continue
            if not (is_denied or _OF_PLAN.search(lead) or not hit[0][0].isalpha()):
                continue
            taken = OPPOSITE[side] if is_denied else side
            yield stance_of(scene, "stance.told", sentence, holder, taken)


def _after(scene: Scene, sentence: Sentence, at: int) -> Party | None:
    """Who is told right after a place of a sentence: by name, or as a crowd."""
    article = _ARTICLES.match(sentence.told, at)
    place = sentence.span.start + (article.end() if article else at)
    named = [each for each in sentence.actors if 0 <= each.span.start - place <= 3]
    if named:
        return scene.parties[named[0].key]
    at = article.end() if article else at
    return agents_at(scene, sentence, at) if _NO_PREPOSITION.match(sentence.told, at) else None
