"""Who speaks in the words before a quotation: the subjects of verbs of speech, and of claims."""

from __future__ import annotations

import re

from kg.documents.mentions.speech.publications import NOUN
from kg.documents.mentions.speech.speaker_nouns import ADVERB, VERB
from kg.documents.mentions.speech.speaker_words import (
    ADDRESSED,
    ATTITUDE,
    BREAK,
    CLAIM_BY,
    CLAIM_OF,
    GAPPED,
    INVERTED,
    PUT_IN,
    SAID,
    SENTENCE,
    TURNED,
)
from kg.documents.mentions.text.coded import O, P, Q
from kg.documents.patterns import compiled

_SET_IN = compiled(
    rf"[,–-] (?:as )?(?:concedes?|conceded|says|said|admits?|admitted|predicts?|predicted|insists?"
    rf"|insisted|adds|added|explains?|explained|argues?|argued|warns?|warned|notes?|noted|recalls?"
    rf"|jokes?|joked|concludes?|thought|thinks|reckons|wondered)"
    rf" (?:[^,;.{P[1:-1]}{Q[1:-1]}]{{0,60}} )?"
    rf"(?P<np>{P}),? ?$"
)
"""A speaker set in between: `that date, concedes its chair, Ann Lee, “is gone”`."""
_OWN_WORD = compiled(
    rf"(?P<np>{O}|{P})'s (?:[a-z]+ )?(?:conclusion|verdict|view|answer|response|message|assessment"
    rf"|judge?ment|finding|advice|line|position|warning|reply|explanation) "
    rf"[^.{P[1:-1]}{O[1:-1]}{Q[1:-1]}]{{0,70}}$"
)
"""A noun of speech with whose it is: `The NAO's conclusion was guarded: mergers “can”`."""
_EMBEDDED = compiled(
    rf"(?: (?:us|me|him|her|them|members|staff|reporters|{O}))?(?: (?:in|at|on) (?:an? |the |its )?"
    r"(?:[\w-]+ ){0,2}[\w-]+)?(?: that)? "
)
"""What stands between a verb of speech and the subject of what is said."""
_GOES_ON = compiled(
    r"\b(?:and|but|yet) (?:had|has|have|was|were|is|are|would|could|did|never|will)\b[^.;]{0,40}$"
)
_RELAYED = compiled(
    rf"\b(?:{NOUN},? (?:(?:published|issued|sent|written|drawn up|drafted|signed"
    rf"|produced|circulated|released) )?(?:from|by|of)(?: the)? (?P<of>{P}|{O})"
    rf"|(?P<whose>{O})'s? (?:[\w-]+ ){{0,3}}?{NOUN})"
    rf"(?:,?(?: [\w'-]+){{0,6}})?,? (?:in which\b(?! {P}| he\b| she\b)"
    rf"|(?:which|that) {ADVERB}{VERB}\b|(?:\w+ly )?(?:saying|stating|warning|promising|assuring"
    r"|telling|setting out|describing|insisting|claiming|suggesting|urging|making clear)\b)"
    rf"[^.;:{P[1:-1]}{O[1:-1]}{Q[1:-1]}]{{0,120}}$"
)
"""A document that somebody points to, and its words: `guidance from the fund which says it is`."""
_AND_SO = compiled(
    rf"(?P<np>{P}|{O}|\b[Tt]he [A-Za-z-]+(?: [a-z-]+)?)'s? (?:own )?(?:is|was|has been|had been)"
    rf"(?: simply| rather| merely)? (?:that|to)\b[^.;:{P[1:-1]}{Q[1:-1]}]{{0,110}}$"
)
"""Whose view it is, where the noun is left out: `The council's was that it`."""
_MINUTED = compiled(r"\b(?:[Mm]inutes|[Tt]ranscripts?|[Rr]ecordings?)\b")
"""A record of what others said, who speak in it."""


def tellers(before: str) -> list[re.Match[str]]:
    """The subjects of verbs of speech, in order; neither those spoken to, nor those of whose mind
    somebody tells: `Ann Lee wrote to staff saying members wanted`."""
    told = [
        one for one in SAID.finditer(before) if not ADDRESSED.search(before[: one.start()])
    ] or list(SAID.finditer(before))
    while len(told) > 1 and ATTITUDE.search(told[-1][0]):
        said, thought = told[-2:]
        is_own = thought["np"].lower() in {"it", "they", "he", "she"}
        is_person = re.search(P, said["np"]) or said["np"].lower() in {"he", "she"}
        if (
            not (is_person or is_own or _EMBEDDED.fullmatch(before, said.end(), thought.start()))
            or ATTITUDE.search(said[0])
            or BREAK.search(before, said.end(), thought.start())
            or _MINUTED.search(before, 0, said.end())
        ):
            break
        told.pop()
    while len(told) > 1 and _is_within(before, *told[-2:]):
        told.pop()
    return told


def _is_within(before: str, said: re.Match[str], inner: re.Match[str]) -> bool:
    """Whether a verb only tells, within what somebody says, what others did before the words
    quoted: `she said the committee had asked for one thing and had “never had”`."""
    is_embedded = _EMBEDDED.fullmatch(before, said.end(), inner.start())
    return bool(is_embedded and _GOES_ON.search(before, inner.end()))


def claimed(before: str) -> re.Match[str] | None:
    """Whose words follow, where no verb of speech stands after its subject."""
    patterns = (
        TURNED, PUT_IN, _RELAYED, CLAIM_OF, _AND_SO, CLAIM_BY, GAPPED, INVERTED, _SET_IN, _OWN_WORD,
    )  # fmt: skip
    found = next((hit for one in patterns if (hit := one.search(before))), None)
    return None if found and found.re is CLAIM_BY and _MINUTED.search(before) else found


def sentence_start(line: str, here: int) -> int:
    """Where in a line the sentence begins that holds the place `here`."""
    stops = [m.end() for m in SENTENCE.finditer(line, 0, here + 1) if m.end() <= here]
    return stops[-1] if stops else 0
