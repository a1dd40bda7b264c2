"""People of no name who may speak: `One finance director who worked on it`, `a senior source`."""

from __future__ import annotations

from typing import Final

from kg.documents.mentions.speech.speaker_nouns import ADVERB, INNER, VERB
from kg.documents.mentions.text.coded import O, P
from kg.documents.patterns import compiled

HUMAN: Final = (
    r"(?:non-exec(?:utive)?|chair(?:man|woman|person)?|officer|executive|director|leader|lead|manager|GP|MP|doctor"
    r"|nurse|councillor|clinician|official|resident|patient|minister|consultant|secretary|partner"
    r"|boss|source|insider|figure|member|commissioner|chief|head|president|campaigner|adviser"
    r"|analyst|academic|researcher|pharmacist|predecessor|successor|deputy|colleague|veteran"
    r"|observer|spokes(?:man|woman|person)|man|woman|gentleman|lady|friend|critic|supporter"
    r"|opponent|expert|lawyer|accountant|volunteer|delegate|peer|mayor|registrar|treasurer"
    r"|organiser|trustee|governor|surgeon|physician|professor|fellow|servant|counterpart"
    r"|receptionist|worker|midwife|participant|interviewee|respondent|strategist|economist"
    r"|neighbour|rival|husband|wife|author|planner|administrator|therapist|paramedic)"
)
_NOT_HEAD: Final = (
    rf"(?! (?:{HUMAN}s?|practices?|surger(?:y|ies)|posts?|roles?|jobs?|boards?|teams?|offices?"
    r"|committees?|groups?|bod(?:y|ies)|federations?|papers?|reports?|letters?|support|services?"
    r"|trusts?|councils?|providers?|organisations?|meetings?|numbers?|leadership|leaders"
    r"|partners|representation|workforce|time|training|contracts?|appointments?)\b|'s?\b|s\b|-)"
)
_TAIL: Final = (
    rf"(?: (?:of|at|from|in|for|on|near|close to)"
    rf" (?:(?:{INNER}|the|of|at|in|and|for|{O}(?:'s?)?) ){{0,8}}?"
    rf"(?:{INNER}|{O})(?=[,.:\n]| who\b| –| \("
    rf"| {ADVERB}(?:is|was|has|had|takes|took|{VERB}|[a-z]+ed)\b|(?<={O}) [a-z]+s\b))?"
    rf"(?: who (?:{INNER}|was|is|has|had|{O}(?:'s?)?)(?: (?:{INNER}|in|on|at|to|for|of|the|by|with"
    rf"|as|from|into|{O}(?:'s?)?)){{1,9}}?"
    rf"(?=[,.:]| {ADVERB}(?:is|was|has|had|were|sees|takes|took|goes|went|puts|{VERB}) ))?"
)
"""What a noun phrase goes on with: where they work, what they did."""
SOMEONE: Final = (
    rf"\b(?:[Oo]ne|[Aa]n?|[Aa]nother|[Hh]is|[Hh]er|[Ii]ts|[Tt]heir|[Tt]he|[Tt]hat)"
    rf" (?:(?:{O}(?:'s?)? )?(?:{INNER} ){{0,4}}?{HUMAN}\b{_NOT_HEAD}"
    rf"|of (?:the|its|their|those|his|her) (?:{O}(?:'s?)? )?(?:{INNER} ){{0,3}}?{HUMAN}s\b){_TAIL}"
)
"""One person without a name, and what tells which."""
_PREDICATE: Final = compiled(
    r"\b(?:is|was|are|were|be|been|being|as|becom\w+|became|remains?|remained|named|appointed"
    rf"|made|elected|needs?|wants?|hired?|recruits?|appoints?|like|role of|post of"
    rf"|now|then|once|formerly|previously|still|both) $|{P},? $"
)
"""What stands before words that say what somebody is, or whom somebody looks for."""
_NAMED: Final = compiled(rf",? (?:the )?{P}|[^.;]{{0,40}}, {P}(?:,|\b)")
_OF_A_POST: Final = compiled(
    r"[^.;]{0,60}? (?:will|would|should|must|shall|may|might|can|could)\b"
    r"|(?: [\w-]+){0,3} (?:is|was|has been|will be|being) (?:to|now |also |soon )?"
    r"(?:be )?(?:appointed|recruited|advertised|hired|named|created|expected|shared|needed"
    r"|required|sought|chosen|elected|vacant|paid|due|in place)\b"
)
"""What is told of a post, not of whoever may hold it: `will lead both`, `is to be appointed`."""
_TO_FILL: Final = compiled(
    r"(?i)(?:an?|one|the) (?:[\w-]+ )??(?:single|joint|shared|new|permanent|full-time|common"
    r"|interim|designate|substantive|independent|lone|sole)\b"
)


def is_speaker(text: str, start: int, end: int) -> bool:
    """Whether a description in a coded text is of one who acts: no post, nobody with a name."""
    words = text[start:end]
    if _PREDICATE.search(text, max(0, start - 16), start) or _NAMED.match(text, end):
        return False
    return not (_TO_FILL.match(words) or _OF_A_POST.match(text, end))


def is_new(words: str) -> bool:
    """Whether a description tells of somebody not told of before.

    >>> is_new("the chair of a trust"), is_new("the chair")
    (True, False)
    """
    return not words.lower().startswith(("the ", "that ")) or bool(_TELLS_WHICH.search(words))


_TELLS_WHICH: Final = compiled(r" (?:of|at|from|in|for|who) ")
