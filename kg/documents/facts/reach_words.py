"""The words by which a text tells how far an office reaches, over single characters."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.coded import O, P, Q, T

SIZES: Final = {
    "two": 2, "pair": 2, "duo": 2, "both": 2, "three": 3, "trio": 3, "four": 4, "quartet": 4,
    "five": 5, "quintet": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10,
}  # fmt: skip
SIZE: Final = rf"(?:{'|'.join(SIZES)})"
NOUN: Final = (
    r"(?:groups|boards|bodies|organisations|commissioners|consortia|trusts|governing bodies"
    r"|memberships|neighbours|areas|of them|ones)"
)
AND: Final = (
    r"(?: \([^()]{2,12}\))?(?:,? and |, | & |; | plus |,? as well as |,? along with |/)"
    r"(?:(?:both|the|for|of|at|in|also|to|with|its|their|then|neighbouring|nearby) )*"
)
ROW: Final = rf"{O}(?:{AND}{O})+"
COUNT: Final = (
    rf"(?:(?:both|each|all)(?: of)?(?: the| these| those| them| its| their)*(?: {SIZE}\b)?"
    rf"|(?:the|these|those|its|their)(?: (?P<place>last|first|other|remaining))? {SIZE}\b"
    rf"|{SIZE}(?= {NOUN}))(?: (?:{NOUN}))?"
)
NAMES: Final = (
    rf"(?:the |both |all |each of |{SIZE} |of |these |those )*"
    rf"(?P<reach>{ROW}|{Q}(?: (?:in|of|across) {O})?|{O})"
)
REACH: Final = rf"(?:{NAMES}|(?P<count>{COUNT}))(?![\w'])"
ADVERB: Final = (
    r"(?:(?:also|now|already|jointly|currently|still|then|since [\w ]{3,16}|has|had|have|will|is to"
    r"|was to|would|is|was|to|be|been|both|previously|each|himself|herself|simultaneously),? )*"
)
LEAD: Final = (
    r"(?P<lead>leads?|led|runs?|ran|heads?|headed|chairs?|chaired|oversees?|oversaw|overseen"
    r"|(?:splits?|divides?) (?:her|his) (?:week|time|days) between|manages?|managed"
    r"|in charge (?:of|at)"
    r"|at the helm of|responsible for|acts? for|serves?|covers?|presides? over|answers? to"
    r"|(?:takes?|took|taken|taking) (?:charge of|on|over|over at|the (?:helm|reins) (?:at|of)))"
)
WHO: Final = rf"(?P<who>{P})"
LEADS: Final = re.compile(
    rf"{WHO}(?:,? who)?(?:[^{P[1:-1]}.;]{{0,70}}?(?:,|and|who|also))?,? {ADVERB}{LEAD}"
    rf" (?:over )?{REACH}"
)
LED: Final = re.compile(
    rf"(?:{NAMES}|(?P<count>{COUNT}))(?:[^{P[1:-1]}{O[1:-1]}.;]{{0,40}}?)?(?: {ADVERB}|,? )"
    rf"(?:led|headed|run|chaired|overseen|managed) by (?:[^{P[1:-1]}{O[1:-1]}.;]{{0,40}}?)?{WHO}"
)
RELATIVE: Final = re.compile(
    rf"(?P<reach>{Q})(?P<count>)(?: (?:that|which|whom))? {WHO}(?: {ADVERB}|,? )?{LEAD}\b"
)
OFFICE: Final = re.compile(
    rf"(?P<post>{T})(?: (?:post|role|job)s?)?(?:,? since [\w ]{{3,16}},?)?"
    rf" \(?(?:of|for|at|across|over|to|in|at each of)"
    rf" (?:the )?(?:(?:partnership|cluster|family|alliance|union|group) (?:of|between) )?{REACH}"
)
IN_ROLE: Final = re.compile(
    rf"(?P<post>{T})[^.;{P[1:-1]}]{{0,60}}, (?:an? |the )?(?:role|post|job|position)"
    rf" (?:(?:that|which) )?(?:{P} )?(?:has |had )?(?:also |already )?(?:held|done|filled|had|holds"
    rf"|does|fills)(?: jointly)? (?:for|at|in|across|with) (?P<reach>)(?P<count>{COUNT})"
)
SHARES: Final = re.compile(
    rf"(?P<share>\bshar(?:e|es|ed|ing)|\b(?:ha(?:s|ve|d)|appoint(?:ed|s)?|under|with"
    rf"|come under|by|named|serv(?:e|es|ed)(?: by)?)\b)(?: since [\w ]{{3,20}}(?= shared))?"
    rf" (?:[a-z]+ ){{0,3}}{T}(?:(?: \([^()]*\))?,?(?: in)?:? {P}(?:, [^,{T[1:-1]}]{{3,60}},)?)?"
    rf"(?:(?:,? and|,|,? as well as) (?:[a-z]+ ){{0,3}}{T}(?:,? {P})?)*"
)
ITEM: Final = re.compile(rf"(?P<how>(?:[a-z]+ ){{0,3}})(?P<post>{T})(?:(?:,|:)? (?P<who>{P}))?")
LISTED: Final = re.compile(
    rf"(?P<post>{T})(?: \(| - |, |: ){REACH}\)?(?:,|:| -)? ?(?P<who>{P})"
    rf"|(?P<who2>{P}),? (?P<post2>{T})(?: \(|, )(?P<row>{ROW})"
)
ADVERT: Final = re.compile(
    rf"^\W*(?P<post>{T})(?P<joint> \((?:joint|shared|single)\))?(?:,|:|;| [–-]) (?P<row>{ROW})"
    r"(?=[.;,:]|$)"
)
"""A shared post that is advertised: `Accountable officer (joint), A and B.`"""
JOINT_WITH: Final = re.compile(
    rf"(?P<post>{T}),? (?:shared |jointly |held )?(?:with|alongside) (?:the |both )?"
    rf"(?P<row>{ROW}|{O})"
)
"""A post that one body has jointly with others: `our joint chief nurse with B`."""
OF_CLUSTER: Final = re.compile(
    rf"(?P<who>{P})(?:[^{P[1:-1]}{O[1:-1]}.;]{{0,50}}? |,? )cluster (?P<post>{T})"
)
JOINT: Final = re.compile(r"\b(?:single|joint|shared|same|one|common)\b")
POST_OPEN: Final = re.compile(
    rf"(?:\b(?P<how>joint|single|shared|common) (?:[a-z]+ )?)?(?P<post>{T})"
    r"(?: (?:post|role|job|position|vacancy))?[^.;]{0,40}?\b(?:vacant|advertis\w+|recruit\w*"
    r"|appoint\w*|unfilled|sought|being filled|has yet|have yet|not yet|is to be|will be)\b"
)
TOO: Final = re.compile(r"\b(?:too|also|as well|already|in addition|on top|same)\b")
UNTIL: Final = re.compile(r"[^.;]{0,60}\buntil\b")
MORE: Final = re.compile(
    rf"[^.;{P[1:-1]}{Q[1:-1]}]{{0,24}}?(?: and|,) (?:of |at |for )?(?P<more>{O})"
)
GROUPS: Final = frozenset(("group", "ccg", "icb", "pct"))
"""What the keys of groups start with."""
FURTHER: Final = re.compile(r"\b(?:also|and|as well as)(?: the| an?)?,? $")
HE: Final = re.compile(r"\b(?:he|she)\b")
