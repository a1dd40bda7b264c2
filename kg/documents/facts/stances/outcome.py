"""Feelings about how a plan ended: who is glad that it failed was against it."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_FAILED: Final = compiled(
    r"\b(?:reject(?:s|ed|ing)?|turn(?:s|ed)? down|thr(?:ow|ows|ew|own) out|vot(?:es?|ed) down"
    r"|scrap(?:s|ped)|abandon(?:s|ed)|shelve[sd]?|block(?:s|ed)|veto(?:es|ed)|collaps(?:es|ed)"
    r"|call(?:s|ed) off|drop(?:s|ped)|axe[sd]|ditch(?:es|ed)|sunk|sinks|scupper(?:s|ed)"
    r"|halt(?:s|ed)|(?:is|are|was|were|has been|have been) (?:voted down|thrown out)"
    r"|will not (?:merge|go ahead)|rul(?:e|es|ed) out|decid(?:e|es|ed) against)\b"
)
_PLAN: Final = compiled(
    r"\b(?:mergers?|merge|merging|plans?|proposals?|bid|tie-up|union|application|deal|one|single|fold)\b"
)
_ASIDE: Final = compiled(r"\b(?:after|despite|although|though|even though|following|since|but)\b")
"""Words after which a headline tells of something earlier, or of something else."""
_REACTION: Final = compiled(
    r"(?:(?:is|are|was|were|am|'m) (?:\w+ )?)?(?:jubilant|delighted|thrilled|overjoyed|elated"
    r"|ecstatic|pleased|happy|relieved|reliev\w+|dismay\w*|gutted|saddened|disappointed|crestfallen)\b"
    r"|express\w* [\w ]{0,20}(?:delight|relief|dismay|disappointment|regret)"
    r"|(?:welcom|hail|applaud|celebrat|lament|regrett?)\w*"
)
_RESULT: Final = compiled(
    r" (?:the |this |that |tuesday's |yesterday's )?(?:news|decision|result|outcome|ruling|verdict"
    r"|vote|announcement)\b"
)
_BY_ITSELF: Final = compiled(r"(?:welcom|hail|applaud|celebrat|lament|regret)")


def has_failed(scene: Scene) -> bool:
    """Whether headline and opening tell that a plan has come to nothing.

    What stands after "after" or "despite" is not counted: that plan may go on.
    """
    headings = [each for each in scene.sentences[:2] if each.segment.kind == "heading"]
    opening = next((each for each in scene.sentences if each.segment.kind != "heading"), None)
    told = [_ASIDE.split(each.plain)[0] for each in (*headings[:1], opening) if each]
    return bool(told) and all(_FAILED.search(each) and _PLAN.search(each) for each in told)


def is_reaction(told: str, hit: re.Match[str]) -> bool:
    """Whether words tell what somebody feels about how it went, and not about a plan."""
    if _REACTION.match(hit[0]) is None:
        return False
    return not _BY_ITSELF.match(hit[0]) or _RESULT.match(told, hit.end()) is not None
