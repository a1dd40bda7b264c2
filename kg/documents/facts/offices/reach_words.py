"""The words by which a text tells how far an office reaches, over single characters."""

from __future__ import annotations

from typing import Final

from kg.documents.mentions.figures.numbers import SETS, SMALL
from kg.documents.mentions.text.coded import O, P, Q, T
from kg.documents.patterns import compiled

SIZES: Final = SMALL | SETS
SIZE: Final = rf"(?:{'|'.join(SIZES)})"
NOUN: Final = (
    r"(?:groups|boards|bodies|organisations|commissioners|consortia|trusts|governing bodies"
    r"|memberships|neighbours|areas|of them|ones)"
)
AND: Final = (
    r"(?: \([^()]{2,12}\))?(?:[,;]? and |, | & |; | plus |,? as well as |,? along with |,?"
    r" alongside |,? together with"
    r" |,? on top of |,? in addition to |/|,? and, (?:since|from|until|for|on|as of|more"
    r" recently|latterly"
    r"|of late)\b[\w ]{0,24}, )"
    r"(?:(?:both|the|for|of|at|in|also|to|with|its|their|then|neighbouring|nearby) )*"
)
ROW: Final = rf"{O}(?:{AND}{O})+"
COUNT: Final = (
    rf"(?:(?:both|each|all)(?: of)?(?: the| these| those| them| its| their)*(?: {SIZE}\b)?"
    rf"|(?:the|these|those|its|their)(?: (?P<place>last|first|other|remaining))? {SIZE}\b"
    rf"|them (?:all|both)|{SIZE}(?= {NOUN}))(?: (?:{NOUN}))?"
)
NAMES: Final = (
    rf"(?:the |both |all |each of |{SIZE} |of |these |those |[a-z-]+(?: and [a-z]+)?'s )*"
    rf"(?P<reach>{ROW}|{Q}(?: (?:in|of|across) {O})?|{O})"
)
REACH: Final = rf"(?:{NAMES}|(?P<count>{COUNT}))(?![\w'])"
ADVERB: Final = (
    r"(?:(?:also|now|already|jointly|currently|still|then|since [\w ]{3,16}|has|had|have|will"
    r"|is to|appointed|named|chosen|asked|hired|due|set|about|expected"
    r"|was to|would|is|was|to|be|been|both|previously|each|himself|herself|simultaneously),? )*"
)
LEAD: Final = (
    r"(?P<lead>leads?|led|runs?|ran|heads?|headed|chairs?|chaired|oversees?|oversaw|overseen"
    r"|(?:splits?|divides?) (?:her|his) (?:week|time|days) between|manages?|managed"
    r"|in charge (?:of|at)"
    r"|(?:leading|running|heading|chairing|overseeing|managing)"
    r"|(?:combines?|combined|holds?|held|does|did|has|had|fills?|given|handed|offered|takes?|took"
    r"|won|got|gets|appointed to|named for"
    r"|filled) (?:the )?(?P<same>same|top"
    r"|two top|two|similar|both)"
    r" (?:jobs?|posts?|roles?) (?:at|of|in|for|across)"
    r"|at the (?:helm|head) of|responsible for|acts? for|serves?|covers?|presides? over"
    r"|answers? (?:to|for)|works? (?:across|for|between)|straddles?|spans?|juggles?|looks? after"
    r"|whose (?:\w+ )?(?:remit|brief|patch|job|role|portfolio|post|responsibilities|writ"
    r"|empire)(?: now| also)?"
    r" (?:takes? in|covers?|spans?|includes?|stretch(?:es)? (?:to|across|over)|extends? (?:to"
    r"|across|over)"
    r"|runs? (?:to|across|in))"
    r"|is shared (?:by|between|across)|serves? (?:as|both)?|holds? the fort at"
    r"|(?:takes?|took|taken|taking) (?:charge of|on|over|over at|the (?:helm|reins) (?:at|of)))"
)
WHO: Final = rf"(?P<who>{P})"
LEADS: Final = compiled(
    rf"{WHO}(?:,? who)?(?:[^{P[1:-1]}.;]{{0,70}}?(?:,|and|who|also|years?|months|spell|stint"
    rf"|decade"
    rf"|time|period))?,? {ADVERB}{LEAD}"
    rf" (?:over )?{REACH}"
)
LED: Final = compiled(
    rf"(?:{NAMES}|(?P<count>{COUNT}))(?:[^{P[1:-1]}{O[1:-1]}.;]{{0,40}}?)?(?: {ADVERB}|,? )"
    rf"(?:led|headed|run|chaired|overseen|managed)(?: jointly| together| now)?"
    rf"(?: (?:since|for|from|until) [\w ]{{3,20}}?)? by (?:[^{P[1:-1]}{O[1:-1]}.;]{{0,40}}?)?{WHO}"
)
ADDS: Final = compiled(
    rf"{WHO}(?:,[^.;]{{2,90}},|,? who)? {ADVERB}(?:add(?:s|ed|ing)?|extend(?:s|ed)? (?:her"
    rf"|his) (?:remit|brief|reach"
    rf"|patch) to)(?P<lead>) {REACH}(?: to (?:her|his) (?:\w+ )?(?:responsibilities|remit|brief"
    rf"|patch|portfolio|duties"
    rf"|role|job|empire|workload))?"
)
"""What somebody takes on besides: `added Swale to her responsibilities`."""
ACROSS: Final = compiled(
    rf"\bappoint(?:ed|s|ing)? {WHO}[^.;{P[1:-1]}]{{0,70}}? (?:across|over|to (?:lead|run|head|cover"
    rf"|oversee)|at the head of|in charge of) {REACH}"
)
"""Whom several appoint: `agreed to appoint A across both organisations`."""
AND_RUN_BY: Final = compiled(
    rf"[^.;{P[1:-1]}{O[1:-1]}]{{0,60}}?,? and (?:led|headed|run|chaired|overseen|managed) by"
    rf" [^.;{P[1:-1]}{O[1:-1]}]{{0,40}}?{WHO}"
)
"""A second of them: `is chaired by A and run by B`."""
POSSESSIVE: Final = compiled(
    rf"(?:(?P<who2>{P}), )?(?P<reach>)(?P<count>\b(?:the|all|both|those"
    rf"|these)(?: the)? {SIZE}(?: {NOUN})?)"
    rf"'s? (?:[a-z-]+ ){{0,2}}(?P<post>{T})(?:,? (?P<who>{P}))?"
)
"""An officer of a count: `the trio's accountable officer, A`."""
RELATIVE: Final = compiled(
    rf"(?P<reach>{Q})(?P<count>)(?: (?:that|which|whom))? {WHO}(?: {ADVERB}|,? )?{LEAD}\b"
)
OFFICE: Final = compiled(
    rf"(?P<post>{T})(?: (?:post|role|job)s?)?(?:,? since [\w ]{{3,16}},?)?"
    rf" \(?(?:of|for|at|across|over|to|in|at each of)"
    rf" (?:the )?(?:(?:partnership|cluster|family|alliance|union|group) (?:of|between) )?{REACH}"
)
IN_ROLE: Final = compiled(
    rf"(?P<post>{T})[^.;{P[1:-1]}]{{0,60}}, (?:an? |the )?(?:role|post|job|position)"
    rf" (?:(?:that|which) )?(?:{P} )?(?:has |had )?(?:also |already )?(?:held|done|filled|had"
    rf"|holds"
    rf"|does|fills)(?: jointly)? (?:for|at|in|across|with) (?P<reach>)(?P<count>{COUNT})"
)
_PRAISED: Final = (
    r"(?:(?:(?:the|an?) )?(?:(?!who|and|but|said|says|told|with|of|for|in|as|from|to|by|the"
    r"|which)[a-z-]+ )"
    r"{1,3})?"
)
"""Words of praise or origin between a post and a name: `the unsinkable A`."""
COMMON: Final = compiled(
    rf"(?:(?P<who>{P}), (?:the|an?|their) )?(?P<post>{T})(?: (?:whom|that|which))?"
    r" (?:they|both|all [a-z]+|the [a-z]+) (?:(?:all|both|have|had|now|already) )*(?:share[ds]?"
    r"|in common)\b"
    rf"(?:[^.;{P[1:-1]}]{{0,24}}?[,–-] ?(?P<who2>{P}))?"
)
"""An officer in a clause: `A, the chair whom they have in common`, `the chair they share, A`."""
SHARES: Final = compiled(
    rf"(?P<share>\bshar(?:e|es|ed|ing)|\b(?:ha(?:s|ve|d)|appoint(?:ed|s)?|under|with"
    rf"|come under|by|named|serv(?:e|es|ed)(?: by)?)\b)(?: since [\w ]{{3,20}}(?= shared))?"
    rf" (?:[a-z]+ ){{0,3}}{T}(?: \({P}\))?(?:(?: \([^()]*\))?,?(?: in)?:? (?:(?:the|an?) [a-z-]+"
    rf" )?{P}(?:,[^,.;]{{3,30}},(?=,? and))?(?:, [^,{T[1:-1]}]{{3,60}},)?)?"
    rf"(?:(?:,? and|,|,? as well as) (?:[a-z]+ ){{0,3}}{T}(?:,? {P}| \({P}\))?)*"
)
ITEM: Final = compiled(
    rf"(?P<how>(?:[a-z]+ ){{0,3}})(?P<post>{T})(?:(?:,|:)? \(?(?:(?:the|an?) [a-z-]+"
    rf" )?(?P<who>{P}))?"
)
HELD_BY: Final = compiled(
    rf"(?P<post>{T})(?: (?:post|role|job|position)s?)?,? \(?(?:of|for|at|across|over|to|in)"
    rf" (?:the )?{REACH}"
    rf"[^.;{P[1:-1]}{O[1:-1]}]{{0,60}}? (?:(?:held|filled|occupied|done|taken(?: on| up)?|combined"
    rf"|covered|carried out)"
    rf"[^.;{P[1:-1]}{O[1:-1]}]{{0,40}}? by|(?:gone|went|goes|going|given|handed|awarded|passed"
    rf"|fell|fallen) to)"
    rf" {WHO}"
)
"""An office in the passive: `the post of chair at all three is held by A`."""
WHOSE: Final = compiled(
    rf"(?P<row>{ROW})[^.;{O[1:-1]}]{{0,12}},? whose (?:[a-z]+ )?(?P<post>{T}),?"
    rf" {WHO},?[^.;]{{0,30}}? shared\b"
)
"""An officer of several by the by: `A and B, whose chief nurse X is shared`."""
GAPPED: Final = compiled(
    rf"(?:,? and|,|;)(?: and)? (?P<who>{P})(?: is| as|,)? (?:their|its|the)(?: [a-z]+)?"
    rf" (?P<post>{T})"
    rf"(?! (?:of|at|for|in) {O})"
)
"""A further officer of the bodies told of before: `and Bob Dow their chief finance officer`."""
LISTED: Final = compiled(
    rf"(?P<post>{T})(?: \(| - |, |: ){REACH}\)?(?:,|:| -)? ?(?P<who>{P})"
    rf"|(?P<who2>{P}),? (?P<post2>{T})(?: \(|, )(?P<row>{ROW})"
)
ADVERT: Final = compiled(
    rf"^\W*(?P<post>{T})(?P<joint> \((?:joint|shared|single)\))?(?:,|:|;| [–-]) (?P<row>{ROW})"
    r"(?=[.;,:]|$)"
)
"""A shared post that is advertised: `Accountable officer (joint), A and B.`"""
JOINT_WITH: Final = compiled(
    rf"(?P<post>{T}),? (?:shared |jointly |held )?(?:with|alongside) (?:the |both )?"
    rf"(?P<row>{ROW}|{O})"
)
"""A post that one body has jointly with others: `our joint chief nurse with B`."""
SHARED_WITH: Final = compiled(
    rf"\bshar(?:e|es|ed|ing) (?:its|their|an?|the|one|his"
    rf"|her) (?P<post>{T})(?:,? (?P<who>{P}),?)?"
    rf" with (?:the |both |neighbouring )*(?P<row>{ROW}|{O})"
)
"""An officer of one body whom another has too: `shares its chief nurse, Ann Lee, with B`."""
OF_CLUSTER: Final = compiled(
    rf"(?P<who>{P})(?:[^{P[1:-1]}{O[1:-1]}.;]{{0,50}}? |,? )cluster (?P<post>{T})"
)
JOINT: Final = compiled(r"\b(?:single|joint|shared|same|one|common)\b")
POST_OPEN: Final = compiled(
    rf"(?:\b(?P<how>joint|single|shared|common) (?:[a-z]+ )?)?(?P<post>{T})"
    r"(?: (?:post|role|job|position|vacancy))?[^.;]{0,40}?\b(?:vacant|advertis\w+|recruit\w*"
    r"|appoint\w*|unfilled|sought|being filled|has yet|have yet|not yet|is to be|will be)\b"
)
TOO: Final = compiled(
    r"\b(?:extend(?:s|ed)|too|also|as well|already|in addition|on top|same|cover(?:s|ed|ing)?"
    r"|caretak\w+|fort"
    r"|stand(?:s|ing)? in|stepp?(?:s|ed|ing)? in|t(?:akes?|ook|aken|aking) (?:on|over|charge)"
    r"|second"
    r"|doubl\w+|add(?:s|ed)?|extend\w*)\b"
)
MORE: Final = compiled(
    rf"[^.;{P[1:-1]}{Q[1:-1]}]{{0,24}}?(?: and|,),? (?:(?:on|for|since|from|until|as|at|in|more"
    rf"|latterly"
    rf"|previously|temporarily|briefly)\b[\w ]{{1,30}}, )?(?:of |at |for )?(?P<more>{O})"
)
TALKED_OF: Final = compiled(
    rf"sharing of {T}[^.;]{{0,20}}? (?:is|are|was|being) (?:\w+ )?(?:discuss|consider|explor"
    rf"|mooted|planned)"
)
"""Sharing that somebody only talks of: `the sharing of chief officers is being discussed`."""
ADDED: Final = compiled(
    rf"\b(?:add(?:ed|ing|s)?|brought in|took in|taken in|extended (?:it |this |that )?to|joined by"
    rf"|gained) (?P<more>{O})"
)
"""A further body that comes to share: `have had a joint chief since 2012 and added C in 2018`."""
ALSO_ALL: Final = compiled(rf"[^.;{P[1:-1]}]{{0,30}}?,? and (?P<reach>)(?P<count>{COUNT})")
"""All the others, after one: `has run A since 2016 and all three since last winter`."""
HEADED: Final = compiled(
    rf"^\W*(?:(?:and|but|while) )?in .{{2,60}}? {SIZE} (?:\w+ )?(?:have|share|are|now|answer"
    rf"|come)\b"
)
"""A count with no noun of the bodies of a place: `In Kent six have had the same officer`."""
GROUPS: Final = frozenset(("group", "ccg", "icb", "pct"))
"""What the keys of groups start with."""
FURTHER: Final = compiled(r"\b(?:also|and|as well as)(?: the| an?)?,? $")
_TAKES_UP: Final = (
    r"(?:start|beg[aiu]n|took|take|join|arriv|serv|work|act|return|continu|stay|remain|sign|step"
    r"|appoint|made|named|chosen|hired|recruit|confirm|unveil|mov)\w*"
)
AS: Final = compiled(
    rf"{P}(?:,? who)? (?:(?:\w+ )?{_TAKES_UP}\b[^.;{P[1:-1]}]{{0,50}}? as"
    r"|(?:was|has been|had been|is to be|will be|became|becomes|will become)(?: (?:made|named"
    r"|appointed"
    r"|elected|chosen as|confirmed as))?) (?:its |their |the |an? )?(?:new |first |joint |shared "
    r"|interim |single )*$"
)
"""Who takes up a post, right before it."""
AS_REACH: Final = 90
TELLS: Final = compiled(r"\bshar(?:e|es|ed|ing)\b|\bvacant\b|\bin common\b")
"""Words that tell of an office without its holder."""
AREA: Final = compiled(
    r"\W*(?:the|this|that) (?:whole )?(?:area|patch|county|region|system|partnership|footprint"
    r"|cluster|alliance"
    r"|trio|quartet|quintet|pair|family|federation|arrangement)\b"
)
"""A sentence about bodies that were listed before, by where they are: `The area has had`."""
OPEN_POST: Final = compiled(
    r"\b(?:post|role|job|position|vacancy) of\b|\b(?:is|are|remains?|stands?"
    r"|being) (?:still )?(?:vacant"
    r"|unfilled|advertised)\b"
)
"""What says that nobody holds an office yet."""
HE: Final = compiled(r"\b(?:he|she)\b")
