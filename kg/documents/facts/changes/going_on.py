"""Words by which a sentence goes on about a change that was told of before it."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

AGAIN: Final = words(
    r"""
        (?:its|their|formal|final|conditional) (?:conditional |formal )?approval
        (?:approval|permission|consent|clearance|sign-off|authorisation|the go-ahead
        + |the green light)(?=[^.;]{0,50}? (?:was|were|is|has|had|came|arrived|followed|will
        + |should)\b)
        (?:drop|dropped|abandon\w*|shelv\w+|pursu\w+|back\w*|reject\w*|revisit\w*|revive\w*)
        + [ ](?:the|that|this) (?:\w+ )?(?:idea|scheme|union|merger)
        (?:the|this|that|these|their|its|our|any such) (?:(?!an? )\w+ ){0,2}?(?:merger|plans?
        + |proposals?
        + |moves?|changes?|application|new (?:body|group|organisation|ccg|icb))
        it (?:is|was|will|looks) (?:now )?(?:likel(?:y|ier)|more likely|expected|due|set
        + |thought likely) [^.;]{0,24}?\b20\d\d
        (?:it|that|the new (?:body|ccg|icb|group|board|organisation|commissioner)|a new (?:body|ccg
        + |group|board|organisation)) (?:would|will|could|should|is to|is due to|was to)
        + (?: then| not)? (?:be (?:up and running|in place|formed|created|established|launched
        + |born)|start|begin
        + |come into|take effect|go live|launch|open)
        (?:aim|aiming|aims|settle|settled|push|pushing|go|going) for (?:\w+ ){0,2}20\d\d
        both (?:(?:would|will|are to|are due to|should|could) )?(?:start|begin|launch|go live|open
        + |take effect|come into|are due|be (?:created|formed|established|in place))
        (?:its|their|the) successor\b|\btheirs\b|the idea (?:was|has been|had been|is)
        (?:the|their|its) (?:aim|target|intention|hope|timetable|(?:start|launch|target|go-live
        + |effective|planned|intended|proposed) date) (?:is|was|remains|has been)
        (?:the|its|their) (?:earliest|likely|likeliest|target
        + |planned) (?:possible )?(?:start )?(?:date|day)
        + [ ](?:is|would|will|could|was)|is now the earliest
        (?:go|going|goes|gone|went|press|pressing|push|pushing|forge|forging) ahead\b
        (?:it|this|which|the (?:plan|application|paper|bid|proposal|case)) (?:proposes|would create
        + |will create|creates|envisages|seeks|foresees|asks for) (?:a|one)\b
        (?:it|they|both|all|the \w+) (?:are |is )?(?:now|instead) (?:aim|plan|hope|expect|work
        + |head|schedul)\w*
    """
)
"""Words that take up a change told of before."""

GOES_ON: Final = compiled(
    r"(?:but |and |yet )?(?:they|it|both|all (?:two|three|four|five|six)) (?:now )?(?:will|would"
    r"|are to|is to|are due to|plan to|hope to|intend to) (?:now |instead )?(?:do so|merge|go ahead"
    r"|come together)\b|"
    r"(?:but |and |yet |then |so |by [\w ]{3,25} |in [\w ]{3,25} |on [\w ]{3,25} |that \w+,? ){0,2}"
    r"(?:it|this|that|the (?:idea|scheme|bid|union|case|talks|move|decision)) (?:now |then "
    r"|since )?"
    r"(?:had|has|have|was|is|were|are|will|would|won't|wouldn't|cannot|can't)\b"
    r"|(?:they|both|all (?:two|three|four|five|six|seven|eight)|the (?:pair|trio|quartet|two|three"
    r"|four|five|six|seven|eight)) (?:(?:have|had|are|were|now|also|then|since|all|both|later"
    r"|eventually|finally|duly|instead|been|\w+ly) )*(?:put|shelv|dropp|abandon|defer|postpon|delay"
    r"|reject|refus|withdr|pull|walk|tried again|trying again|got|gain|secur|clear|approv|authoris"
    r"|given|turn|vot|thr|scrapp|paus|slow|merg|receiv|won\b)"
    r"|(?:(?:nhs england|nhse(?:/i)?|nhs improvement|ministers|the (?:regulator|region|centre|board"
    r"|minister|health secretary|secretary of state))(?:'s \w+)?,? (?:and [\w ]{4,24} )?"
    r"(?:has |have |had |then |later |duly )*(?:said (?:yes|no)|agreed|approved|gave|given|signed"
    r"|nodded|waved|refused|turned|rejected|consented|blocked)\b)"
    r"|[\w ]{3,30}'s? (?:governing body|board|members|practices|gps|council of members)(?:"
    r" \w+){0,3}?"
    r" (?:decided|voted|chose|refused|rejected|withdrew|pulled out|said no)\b"
    r"|(?:but |and |then |yet |[\w ]{3,20} )??(?:they|members|practices|gps"
    r"|the (?:ccgs|groups|boards|governing bod(?:y|ies)))(?: \w+)?"
    r" (?:approved|backed|rejected|refused|agreed|dropped|turned"
    r"|voted|threw|put|signed)(?: \w+)? (?:it|the (?:plan|merger|move|idea|proposal|application))\b"
)
"""How the sentence begins that only says how the change went that was told right before."""
SAME_DAY: Final = compiled(
    r"\b(?:(?:on|from|at|to) (?:that|the same) (?:date|day|time|month|timetable|schedule|timescale)"
    r"|the same (?:date|day|month|timetable))\b"
)
"""A day that is that of the change told before."""
BOTH: Final = compiled(
    r"\bboth (?:mergers|moves|plans|proposals|applications|bids|(?:would |will |are to |are due to"
    r" |should |could |to )?(?:then )?(?:start|begin|launch|go live|take effect|come into|open|be"
    r" (?:created|formed|established|born|in place|up and running|operational)))\b"
)
"""What is told of the last two changes."""
MEANT: Final = compiled(
    r"\bhad (?:meant|hoped|planned|intended|wanted|been (?:due|meant|expected|set)) to\b"
    r"(?! (?:file|submit|apply|decide|consult|ballot|vote|lodge|put|hand|publish|send|hear|meet))"
)
"""Words of a day that was once the day of effect."""
TAKEN_UP: Final = compiled(
    r"\b(?:the|this|that|their|its) (?:\w+ )?(?P<noun>applic|propos|business case|ballot|vote"
    r"|consult)"
)
"""What a sentence takes up of the change that it goes on about."""
