"""How far a change has come, as the words of one sentence tell it."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import StatusChange
from kg.documents.facts.progress.words import (
    CONDITION,
    FAILED,
    OBJECTION,
    ONLY_TO,
    PAST,
    STATUSES,
    WANTED,
    WEAK,
    WOULD,
)
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.patterns import compiled

_AHEAD: Final = compiled(r"(?: to|\bshould|\bwould) $")
_BESIDE: Final = compiled(r" as (?!one\b|a\b|single)| while | but | after ")
"""Where a headline goes on to something else."""
_MEMBERS: Final = compiled(
    r"\b(?:practices|members|gps|doctors|memberships?|governing bod(?:y|ies)|boards|councillors"
    r"|council|council of members|the other groups|the other ccgs)(?: there| in (?:\w+ ){1,3}?"
    r"| - [^-]{3,90} -)?(?: (?:have|has|had|all|also|both|then|now|each|\w+ly))* $"
)
"""Who votes for what is for others to approve."""
_TO_COME: Final = compiled(r"[^.;]{0,60}?\b(?:would|will|could|should|is to|was to|is due)\b")


_VOTERS: Final = compiled(
    r"\b(?:practices|members|gps|doctors|surgeries|family doctors|memberships?)(?: (?:there|in|of"
    r"|at"
    r"|across|from) (?:[\w']+ ){1,4}?)?(?: ?(?:have|has|had|all|also|both|then|now|each|\w+ly))* $"
)
"""Who can agree to a change only by their votes."""
_YET_TO: Final = compiled(
    r"\b(?:asked|asking|urged|urging|invited|called on|wants?|wanted|expected|likely|due|poised|set"
    r"|advised|tells?|told|recommend\w*|encourag\w+|instruct\w+|lobb\w+|beg\w*|implor\w+|plead\w*"
    r"|refus\w+|declin\w+|hop\w+|about|needs?|has yet|have yet|ready|minded|seems?|prepared) (?:\w+"
    r" ){0,3}?to (?:\w+ly )?(?:be |get |have |win |receive |give |be given |grant )?(?:it |them )?"
    r"(?:the |its |their |a |an )?$"
)
"""Words before a status word of what somebody has yet to do."""
_BRIEFLY: Final = compiled(r" for (?:a |an |the )?(?:\w+ )?(?:few )?(?:days?|weeks?|fortnight)\b")
_MERGED_BODY: Final = compiled(r"merged (?:ccg|icb|body|organisation)")


_RESOLVED: Final = compiled(
    r"\b(?:decid\w+|decision|vot\w+|agre\w+|cho(?:se|sen|ice|osing)|opt\w*|resol\w+|elect\w*"
    r"|went on"
    r"|mov\w+|mandate|forced|threw|led (?:it|them|\w+)|enough|persuaded|prompted|only)"
    r"\b[^.;,]{0,40}\bto $|\b(?:had|has|have) to $"
)
"""Words before a refusal in the infinitive that make it one: "voted to reject"."""
_STEP: Final = compiled(
    r" ?(?:by \w+ )?(?:its|their|a|the|any|his|her|taking (?:a|its|their)) (?:\w+ )?(?:decisions?"
    r"|votes?"
    r"|ballots?|verdict|meetings?|ruling|judgment|debate|discussion)\b"
)
"""What is put off where it is not the change."""
_SOME: Final = compiled(
    r"\b(?:(?:one|two|some|another) of (?:the|its|their|them)\b|(?:another|the (?:fourth|third"
    r"|fifth"
    r"|sixth|last|smallest|largest|biggest))(?: \w+)? (?:has|had|asked|wants|put|is|was)\b)[^.;,]*$"
)
"""Words before a delay that is of one of the bodies alone."""
_RETRIED: Final = compiled(
    r"[^.;]{0,60}?\b(?:years?|months?) ago\b[^.;]*\b(?:again|revi\w+|fresh|resum\w+"
    r"|second (?:attempt|time)"
    r"|another (?:try|attempt|go|bid)|this time|back (?:at|on) the)\b"
)
"""Words after a failure of which the sentence goes on to tell a new attempt."""
_ONWARD: Final = compiled(
    r"\b(?:press|push|forg|plough|carry|carri|mov|go|goes|went|going|driv)\w* (?:on|ahead"
    r"|forward)\b"
    r"[^.;]*?\b(?:after|although|though|even though|despite|without|even as|while)\b[^.;]*$"
)
"""Words before a refusal that did not stop the others: "to press on after one board said"."""
_EARLIER: Final = compiled(
    r"\b(?:after|following|since|despite|where|when|before|although|though|while"
    r"|which)\b[^.;]{0,12}?"
    r"\b(?:an?|the|its|their|two|three)? ?(?:earlier|previous|first|original|past|initial|similar"
    r"|former|last|failed|20\d\d)(?: [\w-]+){1,4}? (?:(?:was|were|had been|has been|had)"
    r" )?(?:\w+ly )?$"
)
"""Words before a failure that was of an earlier attempt: "after an earlier plan was"."""


def statuses_of(sentence: Sentence) -> tuple[StatusChange, ...]:
    """Each status word that is told as a fact, in the order of strength, then of the text."""
    found = []
    told = sentence.told
    if sentence.segment.kind == "heading":
        told = _BESIDE.split(told)[0]
    for status, words in STATUSES:
        for hit in words.finditer(told):
            lead = sentence.told[: hit.start()]
            if _is_denied(status, hit, lead, told) or (status == "planned" and _IF.match(lead)):
                continue
            is_vote = _is_vote(status, hit, lead, told)
            found.append(
                StatusChange("voted for" if is_vote else status, sentence.place(*hit.span()))
            )
    return tuple(found)


_EITHER: Final = compiled(
    r"\b(?:said yes|in favour|voted (?:yes|for)|were for|backed|supported|approved|endorsed)\b"
)
_NAY: Final = compiled(r"said no|voted? (?:no\b|against)|opposed|rejected")
"""What the few may say of a change that the many back."""
_OUTSIDERS: Final = compiled(
    r"\b(?:council|councillors|unison|unite|union|mps?|campaigners|residents|healthwatch|lmcs?|bma"
    r"|labour|scrutiny committee|patients|mayor)(?: (?:has|have|had|also|both|all|now|since"
    r"|\w+ly))* $"
)
"""Who may be against a change that is for others to decide."""
_ONCE: Final = compiled(
    r"\b(?:since|when|after|until|before|because|although|though|despite)\b[^,;]*? (?:it|they|the"
    r" (?:idea|plan|merger|proposal|first|original)[\w ]{0,12}|\w+'s \w+) (?:was|were|had"
    r"|been)\b[^,;]*$"
    r"|\bhaving (?:\w+ )?$"
)
_THEN: Final = compiled(r" (?:in (?:\w+ )?20\d\d|before|earlier|once|twice)\b")
"""Words before a status word that put it before what is told."""


_WISHED: Final = compiled(
    r"\b(?:despite|pleas?|plead\w*|calls?|called|calling|demand\w*|risk\w*|fears?|feared|request\w*"
    r"|wants?|wanted|urg\w+|threat\w*|campaign\w*|motion|petition)\b[^.;,]{0,60}$"
)
"""Words before a pause or a withdrawal that somebody only wants."""
_NATIONAL: Final = compiled(
    r"\b(?:nhs england|nhse|nhs improvement|improvement|ministers?|secretary|regulators?|national"
    r"|region\w*|centre"
    r"|department|commissioning board|it|he|she|london's)\b"
)
_LOCAL: Final = compiled(
    r"\b(?:groups|ccgs|boards?|bod(?:y|ies)|members|practices|gps|doctors|councillors|councils?|two"
    r"|three|four|five|six|seven|eight|both|all|they)\b"
)
_ACTIVE: Final = compiled(
    r"(?:approved|signed off|cleared|endorsed|backed) (?:the|a|an|it|its|their|plans?|proposals?"
    r"|merg"
    r"|joining|becoming|moves?|to)\b"
)
"""Who approves a change: the bodies themselves only vote for it."""


_BY_THEM: Final = compiled(
    r",? by (?:all |both |the |each |their |its |\w+ of |two |three |four |five |six |seven "
    r"|eight )*"
    r"(?:sets of |councils? of )?(?:members|practices|gps|doctors|governing bod|boards|councillors)"
)
_STILL: Final = compiled(
    r"\b(?:permission|approval|consent|authorisation|applications?)\b[^.;]{0,20}? (?:will|is to"
    r"|are to"
    r"|would|must|has to|has yet to) (?:now )?be (?:sought|made|submitted|given)"
    r"|\bsubject to (?:the )?(?:approval|agreement|sign-off|consent|permission)"
    r"|\b(?:seek|seeking|ask|asking|apply|applying) (?:nhs|for|to|permission|approval"
    r"|authorisation)\b"
    r"|\bif (?:nhs england|the regulator|ministers|it is) (?:agrees?|approves?|says? yes|consents?)"
)
"""Words of an approval that those who have agreed do not have yet."""


_AFTER: Final = compiled(r"\b(?:from|to|with|of|at|before|by|for)(?: the)? $")


def _is_national(lead: str) -> bool:
    """Whether those who decide for all are named before a word, not only asked or written to."""
    return any(not _AFTER.search(lead[: hit.start()]) for hit in _NATIONAL.finditer(lead))


def _is_vote(status: str, hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether it is those who would merge who are for it, so that others have yet to approve."""
    if status == "agreed":
        is_open = _STILL.search(told) is not None and not _is_national(lead)
        return is_open or _VOTERS.search(lead) is not None
    if status != "approved":
        return False
    if _BY_THEM.match(told, hit.end()):
        return True
    if _MEMBERS.search(lead):
        return True
    is_local = _LOCAL.search(lead) is not None and _NATIONAL.search(lead) is None
    return is_local and _ACTIVE.match(told, hit.start()) is not None


def _is_denied(status: str, hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether the words around a status word keep it from being a fact."""
    if status in (*FAILED, "delayed") and _is_background(status, hit, lead, told):
        return True
    if status == "delayed" and (_BRIEFLY.match(told, hit.end()) or _is_of_some(hit, lead, told)):
        return True
    if hit[0].startswith("merged"):
        is_plan = _MERGED_BODY.match(hit[0]) and _TO_COME.match(told, hit.end())
        return bool(is_plan) or lead.endswith("being ") or PAST.search(lead) is not None
    if status == "agreed" and ONLY_TO.match(told, hit.end() - (3 if hit[0].endswith(" to") else 0)):
        return True
    if status == "completed" and _is_to_come(hit, lead, told):
        return True
    if status in FAILED and (OBJECTION.match(told, hit.end()) or _is_only_asked(hit, lead)):
        return True
    if status not in WEAK and (WANTED.search(lead) or _YET_TO.search(lead)):
        return True
    is_plain = status == "cluster" or status in WEAK or hit[0].startswith(("not ", "no "))
    return not is_plain and CONDITION.search(_clause(lead)) is not None


_IF: Final = compiled(
    r"(?:but |and )?(?:if|should|provided|providing|assuming|unless) [^.;]{3,110}, "
)
"""How a sentence begins that tells of a plan which others have yet to agree to."""


def _is_only_asked(hit: re.Match[str], lead: str) -> bool:
    """Whether a refusal in the infinitive is one that nobody has decided: "urged to reject it"."""
    is_infinitive = lead.endswith("to ") and not hit[0].endswith(("ed", "en", "wn"))
    return is_infinitive and _RESOLVED.search(lead) is None


def _is_of_some(hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether it is a vote that is put off, or one of several bodies that waits."""
    return _STEP.match(told, hit.end()) is not None or _SOME.search(lead) is not None


def _is_to_come(hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether what is told as done is only what would be."""
    return _AHEAD.search(lead) is not None or WOULD.search(lead) is not None


def _is_background(status: str, hit: re.Match[str], lead: str, told: str) -> bool:
    """Whether it is the few who say no, or a failure before the time that is told of."""
    if status in FAILED and _OUTSIDERS.search(lead):
        return True
    if status == "rejected" and _NAY.match(hit[0]) and _EITHER.search(told[: hit.start()]):
        return True
    if _WISHED.search(lead) and not hit[0].endswith("ed"):
        return True
    if _EARLIER.search(lead) or _ONWARD.search(lead) or _RETRIED.match(told, hit.end()):
        return True
    return _ONCE.search(lead) is not None or (
        lead.endswith("had been ") and _THEN.match(told, hit.end()) is not None
    )


def _clause(lead: str) -> str:
    return re.split(r"[,;:]|\bbut\b|\band\b|\bafter\b| - ", lead)[-1]
