"""Words of change: of merging and splitting, of taking up a change, and of mergers at large."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

BEGINNING: Final = words(
    r"""
        (?:begins?|began|start(?:s|ed)?) (?:work|life|operating)
        launch(?:es|ed) (?=today|on|in|last|this)|(?:has|have) been (?:\w+ )?launched
        opens? (?:its|their) doors|opened (?:its|their) doors|(?:takes|took) (?:over|effect)
        (?:go|goes|went) live
        (?:come|comes|came) into (?:being|existence)
    """
)
"""Words for what a new body does on its first day."""
EARLIER: Final = words(
    r"""
        (?:earlier|previous|first|failed|aborted|past) (?:attempts?|plans?|proposals?|bids?|efforts?
        + |moves?|mergers?|talks|schemes?|ideas?|unions?)
    """
)
"""Words that open another change than the one told of so far."""
MERGING: Final = words(
    r"""
        (?:the|a|one) (?:single|merged|new|larger) (?:ccg|icb|clinical commissioning group
        + |commissioner)(?=[^.;]{0,40}\b(?:form|creat|establish|merg))
        (?:would|will|to|and) (?:form|become|create|make up)
        + (?= [^.;]{3,60}?\b(?:ccg|icb|ics|stp|clinical commissioning group|integrated care board))
        (?:fold|roll|lump|knit|weld)(?:ed|ing|s)? (?:[^.;]{0,80}? )?(?:into|together)
        (?:bring|brought|bringing) [^.;]{3,60}? together (?:as|into|in|under)
        (?:team|link)(?:s|ed|ing)? up with|fus(?:e|ed|ing)\b
        (?:to|will|would|could|should|must) join (?:up )?(?:with )?(?=[^.;]{0,50}\b(?:ccg|icb
        + |clinical commissioning group))
        (?:be|became|become|becoming) one(?! of)\b(?! [a-z]+ (?:of|in))
        (?:establishment|creation) of (?=[^.;]{0,90}\b(?:ccg|clinical commissioning groups?)\b)
        (?:decision|plans?|proposals?|bid|case|application|vote) (?:on|for|to create|about|to form)
        + [ ](?:a|one) (?:single|merged|new) (?:ccg|icb|clinical commissioning group|commissioner)
        (?:abolished|dissolved|disbanded|wound up)(?= [^.;]{0,25}\band replaced|,? and replaced)
        absorb(?:s|ed|ing)? (?=[^.;]{0,60}\b(?:ccg|icb|pct|clinical commissioning group)s?\b)
        ceas(?:e|es|ed|ing) to exist(?=[^.;]{0,80}\breplac)
        replac(?:e|es|ed|ing) (?=[^.;]{0,60}\b(?:ccg|icb|pct)s?\b,? (?:and )?[^.;]{0,80}\b(?:ccg
        + |icb|pct)s?\b)
        (?:brings?|brought|bringing) together (?=[^.;]{0,130}\b(?:ccg|icb|pct)s?\b)
        (?:become|became|becoming|make|formed) part of (?:a|one|the) (?:single|new|larger|merged)
        replac(?:es|ed|ing) (?:the |all )?(?:\w+ )?(?:(?:former|existing|previous|old
        + |local) )?(?:ccgs|icbs
        + |pcts|clinical commissioning groups|groups)\b
        (?:are|is|were|be|operate as|operating as) (?:now |today )?(?:a
        + |one) single (?:organisation|ccg|icb
        + |body|commissioner)\b
        (?:merger |their own |its own |their |joint )?talks (?:with|between)
        + (?=[^.;]{0,80}\b(?:ccg|icb|pct|clinical commissioning group|consortia)s?\b)
        (?:one|a single|a joint) (?:ccg|icb|pct|board|commissioner) (?:between|for) (?:them|both
        + |the (?:two|three|four|pair|lot)|all (?:three|four|five|six))\b
        (?:tie|tied|tying) the knot|(?:get|got|getting) (?:married|hitched)|marr(?:y|ied|ying)\b
        + (?! (?:to|a|his|her))
        (?:toy|flirt)(?:ed|ing|s) with (?:a |the idea of (?:a )?)?(?:union|merger|merging|joining
        + |marriage|joining up|single)
        (?:would have|to have|had been due to|were to have) (?:combined|joined|come together
        + |united|linked)
        vot(?:e|ed|ing|es) (?:\w+ ){0,10}?on (?:whether to )?(?:becom|form|creat)\w+ (?:a
        + |one) (?:single )?(?:body|organisation|ccg|commissioner)
        taking in (?=[^.;]{0,90}\b(?:ccg|icb|pct|boards|groups)s?\b)
        (?:case|plans?|bid|vote|talks|proposals?|calls?) (?:for|of|about|on) (?:a )?union\b
        federat(?:e|es|ed|ing)\b|(?:will|would|to) be no more
        (?:be|been|were|was|are|is|being) replaced (?=[^.;]{0,30}\bby (?:an?|one)\b)
        (?:off|about|due|set|asked|invited|trying) to join|(?:go|goes|going|went) in with
        (?:back|support|want|favour|prefer|oppose|reject)(?:s|ed|ing|red)? (?:a|one) (?:single
        + |merged) (?:ccg|commissioner|body|organisation|clinical commissioning group)\b
        make way for|(?:unite|united|uniting|unites) (?:as|to|into|under|in)\b
        bec(?:ome|ame|oming) (?=(?!(?:the|a|an|its|their|chief|chair|accountable|interim|acting
        + |managing
        + |clinical|director|part|lead|more|less|one)\b)[\w,' &-]{3,60}?\b(?:ccg|icb)\b)
        (?:a|the) union of (?=[^.;]{0,90}\b(?:ccg|icb|clinical commissioning group)s?\b)
        creat\w+ (?:\w+ )?new (?:organisations|ccgs|bodies|groups|icbs)
        absorbed (?:by|into)|subsumed (?:by|into)|taken over by
        , (?:formed|created|established|born)(?= [^.;]{0,50}?\b(?:from|out of|by the merger)\b)
        combin(?:e|es|ed|ing)(?= (?:from|in|on|at|by|as|with|next|this|later|under)\b|[.,;])
        cluster(?:s|ed|ing)? (?:with|together)\b
        (?:run|managed|operate|operated|grouped|brigaded|led|joined|form|formed|forming)
        + (?: as| in| into| together as)? (?:a|one) (?:single |joint )?cluster\b
        (?:its|their|the|a|that|forced|shotgun) (?:union|marriage|amalgamation) with
        + (?=[^.;]{0,80}\b(?:ccg|icb|pct|sha|shas|authority|clinical commissioning group)s?\b)
        pair(?:s|ed|ing)? (?:up|off) with|hook(?:s|ed|ing)? up with|throw(?:s|n|ing)? in (?:its
        + |their) lot with|threw in (?:its|their) lot with|swallow(?:s|ed|ing)? up\b
        direction of travel['\"]? (?:is|was|remains) (?:towards )?(?:a|one) (?:single
        + |merged)
        (?:was|were|been) (?:formed|created|established)(?= [^.;]{0,50}?\b(?:from|out of|when)\b)
        merg(?:e|es|ed|er|ers|ing)|amalgamat\w+|consolidat(?:e|es|ed|ing) into
        join(?:ing|ed)? (?:together|forces|up)|join(?:ing|ed)? a (?:larger|bigger)
        unif(?:y|ied) into|combin(?:e|ed|ing) (?:to|into)|c(?:o|a)m(?:e|ing) together
        (?:becom\w+|form\w*|creat\w+|replaced by|into) (?:a|one) (?:single|new|larger|bigger)
        (?:become|becoming) one
    """
)
SPLITTING: Final = words(
    r"""
        (?:split(?:ting)?|demerg\w+|divid(?:e|ed|ing)|break(?:ing)? up) (?:\w+ ){0,6}?
        + (?:into|in two|up)
    """
)
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
        the (?:aim|target|intention|hope|timetable|start date|launch date) is
    """
)
"""Words that take up a change told of before."""

GOES_ON: Final = re.compile(
    r"(?:but |and |yet |then |so |by [\w ]{3,25} |in [\w ]{3,25} |on [\w ]{3,25} |that \w+,? ){0,2}"
    r"(?:it|this|that|the (?:idea|scheme|bid|union|case|talks|move|decision)) (?:had|has|have|was"
    r"|is|were|are|will|would)\b"
    r"|(?:(?:nhs england|nhse(?:/i)?|nhs improvement|ministers|the (?:regulator|region|centre|board"
    r"|minister|health secretary|secretary of state))(?:'s \w+)?,? (?:and [\w ]{4,24} )?"
    r"(?:has |have |had |then |later |duly )*(?:said (?:yes|no)|agreed|approved|gave|given|signed"
    r"|nodded|waved|refused|turned|rejected|consented|blocked)\b)"
    r"|(?:but |and |then |yet |[\w ]{3,20} )??(?:they|members|practices|gps"
    r"|the (?:ccgs|groups|boards|governing bod(?:y|ies)))(?: \w+)?"
    r" (?:approved|backed|rejected|refused|agreed|dropped|turned"
    r"|voted|threw|put|signed)(?: \w+)? (?:it|the (?:plan|merger|move|idea|proposal|application))\b"
)
"""How the sentence begins that only says how the change went that was told right before."""
SAME_DAY: Final = re.compile(
    r"\b(?:(?:on|from|at) (?:that|the same) (?:date|day|time|month)|the same (?:date|day|month))\b"
)
"""A day that is that of the change told before."""
OPTION: Final = re.compile(r"\boptions? ([a-f]|\d)\b")
"""The label of an option in a paper."""
BOTH: Final = re.compile(r"\bboth (?:mergers|moves|plans|proposals|applications|bids)\b")
MEANT: Final = re.compile(
    r"\bhad (?:meant|hoped|planned|intended|wanted|been (?:due|meant|expected|set)) to\b"
)
"""Words of a day that was once the day of effect."""
TAKEN_UP: Final = re.compile(
    r"\b(?:the|this|that|their|its) (?:\w+ )?(?P<noun>applic|propos|business case|ballot|vote"
    r"|consult)"
)
"""What a sentence takes up of the change that it goes on about."""
NEW_BODIES: Final = re.compile(
    r"\bnew (?:\w+ ){0,2}(?:ccgs|icbs|boards|groups|bodies"
    r"|organisations)\b[^.;]{0,40}?\b(?:establish|creat"
    r"|form|launch|come into|replac|begin|start)"
)
"""What a sentence says that gives the day of several changes told after it."""
MADE_BEFORE: Final = re.compile(r", (?:formed|created|established|born) (?:in|on|last|from)\b")
"""How a body is told of that others formed at another time, in passing."""
NEW_BODY: Final = re.compile(
    r"\ba (?:single |brand )?new (?:\w+ )?(?:ccg|icb|clinical commissioning group"
    r"|integrated care board|commissioner|commissioning \w+)\b"
)
"""A body that was not there before."""
LISTING: Final = re.compile(
    r"(?:the|these|those|they|all|its|and)\b[^.;:]{0,40}?\b(?:involved|groups|ccgs|icbs|bodies|are"
    r"|were|members|concerned|affected)\b"
)
"""How the sentence begins that lists the bodies of the change just told."""
HYPOTHETICAL: Final = words(
    r"""
        (?:a|any|such a|another|no) (?:\w+ )?mergers? (?:may|might|could|can|would|should|must|is
        + |has to)
        no (?:ccg|icb|pct|group|board)s? (?:should|can|may|will|must) (?:be )?merged?
        mergers (?:rarely|often|always|never|usually|may|might|can|should|could|would|do|are not)
        wave of (?:\w+ )?mergers
        (?:possible|potential|future|further|other|more) mergers\b(?! (?:of|between|involving))
        no (?:\w+ )?(?:talk|sign|question|prospect|suggestion|discussion|mention|hint) of (?:an?
        + |any )?(?:\w+ )?(?:merg\w+|union|joining)
        (?:nobody|no one|no-one|none)\b[^.;]{0,40}\b(?:merg\w+|suggest\w+)
        cluster(?:s|ed|ing)? with (?:nobody|no one|no-one|none)
        (?:in |to |of )?neither (?:merger|plan|scheme|application)
        what (?:is|was|will|would) (?:to )?become of
    """
)
"""Talk of mergers at large, of no merger of anybody."""
INTO: Final = re.compile(
    r"\b(?:form(?:s|ed|ing)?|becom(?:e|es|ing)|became|creat(?:e|es|ed|ing)|into|(?:to be |be"
    r" )?called"
    r"|named|known as|establish(?:ed|ing)?|(?:replaced[^.;]{0,60}?|covered|absorbed|subsumed"
    r"|taken over) by"
    r"|launch of|result(?:ing)? in|to be|make up|making up|establishment of|creation of"
    r"|(?:come|came|coming|merge|merged|combine|combined|reborn|operate|united?)\b[^.;]{0,40} as)"
    r"(?: (?:a|an|the|one|single|new|larger|merged|enlarged|unified))*[ '\"]*$"
)
"""Words right before the name of what comes of a change."""
