"""Talk of the hedge of the one-CCG rule: that it is kept, that it went missing, what it became.

The hedge is talked of where it stands in quotation marks, is called a word, or is called by what it
is, an adverb; it is lost where it falls, goes or gets lost, and where somebody drops it.
"""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.policies.patterns import END
from kg.documents.patterns import compiled

_HEDGE: Final = r"(?:typically|usually|generally|normally|ordinarily)"
_CALLED: Final = r"(?:(?:the|that|this|its|their|an?) )?(?:[a-z-]+ )?(?:word|adverb)"
_TERM: Final = (
    rf"(?:(?:\b(?:{_CALLED},?|the|that|this|its) )?[\"']{_HEDGE}[,.]?[\"']|\b{_CALLED} {_HEDGE}\b"
    rf"|\b(?:the|that|this|its|an?) (?:[a-z-]+ )?(?:adverb|qualifier|hedge)\b(?! (?:of|fund)))"
)
_NOT: Final = r"(?:(?:do|did|does|has|had|was|were|is|will)(?: not|n't)|never|no longer|rarely)"
_LOST: Final = (
    r"(?:(?:fall|fell|fallen|falls|falling|drop|drops|dropped|dropping) (?:off|out|away|by|from"
    r"|over"
    r"|overboard|through|down|somewhere)|(?:go|goes|going|went|gone) (?:missing|astray|awol"
    r"|walkabout|walkies|west|by the board|overboard|out|from)|(?:get|gets|got|getting"
    r"|gotten) (?:\w+"
    r" )?(?:lost|dropped|left|mislaid|cut|forgotten|removed)|lost|mislaid|gone|missing|absent"
    r"|vanish\w*|disappear\w*|evaporat\w*|melt\w*|fade[sd]?|slip(?:s|ped)? (?:off|out|away|from)"
    r"|dropped|delet\w+|removed|omitted|excised|erased|edited|airbrush\w+|struck|stripped|ditched"
    r"|jettisoned|discarded|dispensed|abandoned|forgotten|ignored|overlooked|neglected|shelved"
    r"|(?:cross|scor|rubb|scratch|blott|ink)ed (?:out|off)|(?:left|taken|cut|painted|written)"
    r" (?:out|off|behind)|nowhere|silent|invisible|redundant|replaced|swapped"
    rf"|{_NOT} (?:appear|feature|figure|surviv|ma[dk]e|reach|there|present|in (?:it|the)|com)\w*)"
)
_LOSE: Final = (
    r"\b(?:remov|dropp?|delet|omit|ignor|forg[eo]t|skip|cross|strip|los[eit]|leav|left|without"
    r"|miss(?:ed|es|ing)|mislai?[dy]|neglect|overlook|eras|excis|airbrush|ditch|discard|jettison"
    r"|lack|minus|shorn|scrubb|swallow|disregard|(?:no|little) (?:sign|trace|mention)|gloss\w* over"
    r"|(?:read|skat|slid|skim)\w* (?:past|over)|(?:play|ran|run)\w* down)\w*"
)
_AFTER: Final = compiled(rf"{_TERM}[^.;,:]{{0,40}}?(?<![\w-]){_LOST}\b[^.;:,]{{0,60}}?{END}")
_BEFORE: Final = compiled(
    rf"(?:\bno [\"']?(?:typically|usually)[\"']? (?:in|about|there|left|anywhere)\b(?: (?:it|them"
    rf"|that))?"
    rf"|{_LOSE}\b[^.;:]{{0,30}}?(?<!\w){_TERM}"
    r"(?: (?:when|from|in|on|off|out|altogether)\b[a-z ]{0,30})?"
    rf"|\b(?:tak(?:e|es|en|ing)|took|cut|cutting|edit\w*|r[au]bb\w*|writ\w+|wrote|paint\w*"
    rf"|scor\w+|struck|strik\w+|le(?:t|ave|ft|aving)) {_TERM} (?:out|off|behind|aside)\b"
    rf"|\b(?:nobody|no one|no-one|never|not|hardly|rarely|seldom|without|did not|(?:did|do"
    rf"|does)n't)"
    rf"\b[^.;:,]{{0,25}}? (?:utter|mention|pronounc|quot|repeat|notic|remember|us|read|sa[iy]"
    rf"|hear)\w*"
    rf" {_TERM})"
)
_BECAME: Final = compiled(
    rf"(?:{_TERM}|\b(?:it|this|that|the word|which)) (?:had |has |was |have )?(?:\w+ )?(?:been )?"
    r"(?:become|became|turned into|hardened (?:in)?to|changed to|replaced (?:by|with)|been read as"
    r"|read as|taken as|taken to mean|heard as|swapped for|interpreted as|treated as)(?: meaning)?"
    r" (?:[\"'](?:will|must|shall|always|should|would|only)[\"']|always\b|compulsory|mandatory"
    r"|an? (?:typo|typing error|misprint|slip|afterthought|footnote"
    r"|optional extra|decoration|mistake|printer's error))"
)
KEPT: Final = compiled(
    r"\b(?:it|they|the (?:long[- ]term |nhs |ten-year )?plan|guidance|text|document|sentence"
    r"|wording)"
    r"(?:,? \w+){0,2}? (?:says?|said|reads?|uses?|used|has|contains?"
    r"|specif\w+) (?:the (?:little )?word"
    r" )?[\"'](?:typically|usually|normally|generally)[\"']"
    r"|[\"']?\btypically\b[\"']? (?:was|is|has been) (?:always |still |already )*(?:in there|there"
    r"|in it|meant|put|left|the word)\b[^.;\"]{0,60}"
)
"""Talk of the rule that says no more than that it keeps its hedge."""
_SAID: Final = compiled(_HEDGE)
_TURNED: Final = compiled(r"bec[ao]m|turn|harden|chang|replac|read as|tak|heard|swap|interp|treat")
"""One of these stands in every sentence that tells what the hedge became."""
_SIGNS: Final = ("adverb", "qualifier", "hedge")
"""What the hedge is called where it is not said again."""


def hedge_lost(plain: str, *, is_near: bool) -> re.Match[str] | None:
    """Talk that the rule's hedge went missing or became an order.

    `is_near` says that the text has just spoken of the rule, so that "the adverb" is its hedge.

    >>> hedge_lost("the word 'typically' got lost on the way", is_near=False)[0]
    "the word 'typically' got lost on the way"
    """
    if _SAID.search(plain) or (is_near and any(sign in plain for sign in _SIGNS)):
        left_out = _BEFORE.search(plain) or _AFTER.search(plain)
        if left_out and (is_near or _SAID.search(left_out[0])):
            return left_out
    return _BECAME.search(plain) if _TURNED.search(plain) else None
