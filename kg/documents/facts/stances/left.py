"""Views that are not held: left since, only asked for, feared, supposed or owed."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.stances.echoes import JOINED
from kg.documents.facts.stances.stance_parts import LEAD
from kg.documents.patterns import compiled

_ONCE: Final = compiled(r"\b(?:initially|at first|once|originally|at one (?:time|point)|briefly) $")
_ASKED: Final = compiled(
    r"\b(?:ask(?:s|ed|ing)?|ballot(?:s|ed|ing)?|invit(?:e|es|ed|ing)|consult(?:s|ed"
    r"|ing)?)\b[^.;]{1,70}?"
    r"\b(?:to|whether (?:to|they|it)|if (?:they|it)|on whether)\b[^.,;]{0,20}$"
)

_ACCUSED: Final = compiled(
    r"\b(?:accus|criticis|blam|condemn|prais|thank|congratulat|attack)\w* [^.;]{2,60}? (?:of|for)"
    r" (?:\w+ )?$"
)
"""What another is accused of or thanked for is no view of theirs."""
_IF: Final = compiled(
    r"(?:^|[,;:] |- |\b(?:that|but|and|even) )(?:if|unless|(?<!, )where|until|only where|only if"
    r"|provided|providing|as long as|so long as|on condition|assuming|subject to|once) [^;:]*$"
    r"|\b(?:must|needs? to|needed to|ha(?:s|ve|d) to|required to|requires|asked to|able to|can"
    r"|could|cannot) (?:show|demonstrate|prove|have|secure|win|get|obtain|command|establish"
    r"|evidence)\b[^.;]{0,50}$"
    r"|\bwhether (?!or not)[^,;:.]{0,60}$"
    r"|\b(?:if|unless|provided|as long as) (?:(?!\b(?:then|would|will) )[^,;:]){0,80}$"
    r"|\bneed(?:s|ed)? (?!to )[^.;]{0,24}$|\b(?:did|does|do|would|could)(?: not|n't) (?=disput|den"
    r"|reject)"
)
_MUST: Final = compiled(r"\b(?:(?:ha[sd]|have|needs?|needed|yet|due|required) to|must) (?:\w+ )?$")
"""What has to be done is not done yet: `NHS England has to approve any merger`."""
_HAD: Final = compiled(r"\bhad (?:\w+ )?$")
_SINCE: Final = compiled(
    r"\bbut (?:it |they |she |he )?(?:has|have|is|are|now|later) (?:\w+ )*?(?:since|now|later|been"
    r"|come)\b"
)
"""What is told of later tells of another view: `had objected but has since been won round`."""
_UNDENIED: Final = compiled(r"\b(?:did|does|do|would|could)(?: not|n't) $")
"""Before a denial: who does not deny a thing takes no side by that."""
_GERUND: Final = compiled(r"\w+ing\b")
_AFTER_PREPOSITION: Final = compiled(
    r"\b(?:before|without|after|instead of|rather than|against|about) $"
)
"""What is only spoken of: `urged them to think before voting yes`."""
_TO: Final = compiled(r"\bto (?:\w+ (?:or|and) )?$")
_FREE: Final = compiled(
    r"\b(?:chances?|rights?|freedom|free|powers?|options?|opportunit(?:y|ies)|able|unable|afraid"
    r"|entitled|allowed|reasons?|grounds|ways?|invitations?|requests?|deadline|until [^.;]{2,30}?"
    r"|time|choice|whether|how|unlikely|needed|required|yet|be|afford"
    r"|(?:decid\w+|vot\w+)(?: [^.;]{2,20})? (?:on )?whether) (?:to )?(?:\w+ (?:or|and) )?$"
)
"""What somebody may do is not what they do: `three chances to say no`, `the right to reject it`."""


def is_left(told: str, hit: re.Match[str]) -> bool:
    """Whether a view is one that its holder has left, or only what somebody is asked for."""
    lead = told[: hit.start()]
    turns = _ONCE.search(lead[-LEAD:]) or _ONCE.search(f"{hit[0].rsplit(' ', 1)[0]} ")
    if _GERUND.match(hit[0]) and _AFTER_PREPOSITION.search(lead[-LEAD:]):
        return True
    if _ACCUSED.search(lead[-LEAD:]) or (_TO.search(lead[-LEAD:]) and _FREE.search(lead[-LEAD:])):
        return True
    is_past = turns is not None and re.search(r"\bbut\b", told[hit.end() :]) is not None
    if _MUST.search(lead[-LEAD:]) and re.match(r"approv|support|back|endors|agre", hit[0]):
        return True
    if JOINED.search(lead):
        return True  # whose side that is the sentence before tells
    if _UNDENIED.search(lead) and hit[0].startswith(("disput", "den")):
        return True
    if _HAD.search(lead) and _SINCE.search(told, hit.end()):
        return True
    is_turn = hit[0].startswith(("but ", "and "))
    return is_past or bool((_ASKED.search(lead) and not is_turn) or _IF.search(lead))
