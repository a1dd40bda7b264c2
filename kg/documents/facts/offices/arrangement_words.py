"""The words by which a text tells that bodies share an officer."""

from __future__ import annotations

from typing import Final

from kg.documents.patterns import compiled

POST: Final = (
    r"(?:interim |acting |joint |single |shared |permanent |new )*(?:chief (?:executive"
    r"|operating|finance|financial|nurs\w+|clinical|accountable|medical|information|strategy"
    r"|people|digital|transformation|delivery|commissioning|workforce|quality|technology)?"
    r" ?(?:officer|nurse|director)?s?"
    r"|(?:cfo|coo|ceo|boss|(?:overall )?leader|(?:senior |general |business |locality )?manager)\b"
    r"|accountable officers?|chief executives?|managing directors?"
    r"|(?:clinical )?chair(?:man|s"
    r"|woman)?|clinical leads?|(?:executive )?directors? of [a-z]+(?: and [a-z]+)?|(?:finance"
    r"|nursing|medical|strategy|digital|transformation|commissioning|workforce|people"
    r"|communications|turnaround|improvement|operations|delivery|estates|quality|planning"
    r"|governance|recovery|performance|integration|primary care) directors?"
    r"|such (?:officer|executive)|(?:senior |joint |single |shared )*executive teams?\b(?= ))"
)
SHARE: Final = compiled(
    r"\b(?:shar(?:e|es|ed|ing)|appoint(?:ed|s|ing)?|hav(?:e|ing)|had|recruit(?:ed|ing)?"
    r"|(?:under|with|by)(?= (?:an?|one|the same) )|(?:work|answer|report|account)\w* (?:under|to)"
    r"|(?:advert|hunt|search|look|interview|recruit|compet|apply|appl)\w* (?:\w+ )?for|seek(?:s"
    r"|ing)?"
    r"|sought|want(?:s|ed|ing)?|need(?:s|ed|ing)?|get(?:s|ting)?|install\w*)"
    r"(?: (?:a|an|their) (?:\w+ ){1,2}and)? "
    r"(?P<how>an? (?:(?:single|joint|shared) )?|one |the same |their |its |(?=chief|accountable"
    r"|joint|single"
    rf"|shared|chair))(?P<post>{POST})\b"
)
OVER: Final = compiled(
    rf"\b(?:joint|single|shared|same) {POST}\b|\b{POST} (?:of|for|at|to|across|in|over) (?:all"
    rf"|both)\b"
)
OFFICE: Final = compiled(r"(?i)\b(?:chief|officer|director|chair|executive|nurse)")
OF_BOTH: Final = compiled(r"[^,.;]{0,50}\b(?:of|for|at|across|over|in|to|at) (?:both|all)\b")
TEAM: Final = compiled(
    r"\b(?:shar(?:e|es|ed|ing)|(?:a|one|the same) (?:single|joint|shared)) (?:(?:a|an|one"
    r"|the same"
    r"|their) )?(?:(?:single|joint|common) )?(?:senior |executive |management "
    r"|leadership )+team\b"
)
UNDER: Final = compiled(r"[^.,;]{0,24}\b(?:under|led by|headed by|run by) ")
SHARES: Final = compiled(r"\bshar(?:e|es|ed|ing) $")
ONE: Final = compiled(
    rf"\b(?:one|single|joint|shared|the same) (?P<post>{POST})\b(?! (?:left|too many|fewer|less"
    rf"|more)\b)|\b(?P<common>{POST}) in common\b"
)
OF_THE: Final = compiled(
    rf"\b(?P<post>{POST}) (?:of|for|at|across|over) (?:(?:all|the|both|these|those|\w+) ){{0,3}}$"
)
JOINT: Final = compiled(r"(?i)\b(?:joint|single|shared)\b")
BOTH: Final = compiled(
    r"\bas well\b|\btoo\b|\balready (?:the )?(?=chief|accountable|chair|managing|leads|runs)"
    r"|\b(?:both(?! (?:had|have|has|were|are|voted|said|will|would|did|want|agree|back)\b)"
    r"|as well as|also|the same (?:role|post|job|position)|in addition to|alongside)\b"
)
LEAD: Final = compiled(
    r"\b(?:will )?(?:lead|leads|run|runs|head|heads|in charge of) (?:both|all|the (?:two|three"
    r"|four|five|six|seven|eight))\b"
)
TO_THE_ROLE: Final = compiled(
    r"\bappoint(?:ed|s|ing)? [^.,;]{3,40} to the (?:role|post|job|position)\b|\b(?:appointed"
    r" to|take up|takes up|took up|takes on|take on|fill|fills|will hold|given"
    r"|chosen for|selected for|recruited to|(?:been |was )?(?:named|lined up|picked) for|got"
    r"|landed)"
    r" (?:the|this|that) (?:joint |shared |new |[£\w,-]+ )?(?:role|post|job|position)\b"
    r"|\b(?:role|post|job|position) (?:has gone|went|goes|will go|was given) to\b"
)

IS_NAMED: Final = compiled(
    r"\W*(?:(?:he|she|this|that|it|the (?:\w+ )?(?:successful candidate|candidate|postholder"
    r"|post-holder"
    r"|appointee|newcomer|man|woman|person|choice|winner|officer|executive|chief|boss|incumbent"
    r"|holder"
    r"|job|post|role|position))(?: (?:chosen|appointed|selected|concerned|in question|in charge))?"
    r" (?:is|was|will be|is to be|has been|has gone to|went to|goes to|will go to|falls to|fell"
    r" to|named as)"
    r"(?: currently| now| already)?|in (?:the )?(?:post|job|role|charge) (?:is|will be)"
    r"|step(?:s)? forward"
    r"|enter|the name is)(?: (?:dr|the \w+))? "
)
"""Words before the name of who holds a post told of before."""
COMES: Final = compiled(
    r"(?:, [^.;]{3,120},)? (?:will |is to |is due to |is expected to )?(?:starts?|start(?:ed"
    r"|ing)|begins?|began"
    r"|takes? (?:up|over|on|charge|the (?:post|job|role|helm|reins))|took (?:up|over|on|charge)"
    r"|arrives?|arrived"
    r"|joins?|joined|moves? (?:across|over)|moved (?:across|over)|got the (?:job|post|nod)"
    r"|lands? the|landed the"
    r"|has (?:got|been given|been handed|landed) (?:the )?(?:it|job|post|role)|(?:has|had)"
    r" (?:done|held|filled) (?:it|the (?:job"
    r"|post|role))|does the job|holds? (?:it|the (?:post|role|job))|fills? (?:it|the)|was"
    r" (?:appointed|chosen|named"
    r"|picked|selected)|has been (?:appointed|chosen|named|picked|selected|confirmed)|(?:is|was)"
    r" the (?:choice|one"
    r"|successful candidate|person))\b"
)
"""What is told of somebody who takes up a post told of before."""
TOP: Final = compiled(
    r"(?:interim |acting )*(?:chief executive|(?:chief |clinical )*(?:accountable )?officer"
    r"|managing director|leader|boss|head)(?: designate)?"
)
UNSHARED: Final = compiled(
    r"(?:\bnot|n't|\bno longer|\bnever|\bwithout|\bneither|\bstop(?:s|ped)?|\bceased? to"
    r"|\bend(?:s|ed)? the)(?: \w+)? $"
)
"""Words before "share" that say that nothing is shared."""
