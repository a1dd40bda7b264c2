"""Words of change: of merging, of how far it has come, and of what keeps that from being a fact."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

BEGINNING: Final = words(
    r"""
        (?:begins?|began|start(?:s|ed)?) (?:work|life|operating)
        (?:go|goes|went) live
        (?:come|comes|came) into (?:being|existence)
    """
)
"""Words for what a new body does on its first day."""
EARLIER: Final = words(
    r"""
        (?:earlier|previous|first|failed|aborted|past) (?:attempts?|plans?|proposals?|bids?|efforts?
        + |moves?|mergers?|talks)
    """
)
"""Words that open another change than the one told of so far."""
MERGING: Final = words(
    r"""
        (?:the|a|one) (?:single|merged|new|larger) (?:ccg|icb|clinical commissioning group
        + |commissioner)(?=[^.;]{0,40}\b(?:form|creat|establish|merg))
        (?:would|will|to|and) (?:form|become|create)
        + (?= [^.;]{3,60}?\b(?:ccg|icb|ics|stp|clinical commissioning group|integrated care board))
        absorbed (?:by|into)|subsumed (?:by|into)|taken over by
        (?:was|were|been) (?:formed|created|established)(?= [^.;]{0,50}?\b(?:from|out of)\b)
        merg(?:e|es|ed|er|ers|ing)|amalgamat\w+|consolidat(?:e|es|ed|ing) into
        join(?:ing|ed)? (?:together|forces|up)|join(?:ing|ed)? a (?:larger|bigger)
        unif(?:y|ied) into|combin(?:e|ed|ing) (?:to|into)|com(?:e|ing) together (?:to|as|into)
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
        (?:the|this|that|these|their|its|our|any such) (?:\w+ ){0,2}?(?:merger|plans?|proposals?
        + |moves?|changes?|application|new (?:body|group|organisation|ccg|icb))
    """
)
"""Words that take up a change told of before."""

STATUSES: Final = (
    (
        "rejected",
        words(
            r"""
            reject(?:ed|s|ing)?\b|vot(?:ed|e|ing) (?:(?:it|them|the \w+|a \w+) )?down\b
            vot(?:ed|e) against (?:the |a |it\b|merg|plan|join)|ruled? out|ruling out
            decided against|decided not to|turned down|block(?:ed|s)\b
            refus(?:ed|es) (?:to|permission|approval)|threw out|thrown out|opted against
            (?:would|will) not (?:be pursued|go ahead|be going ahead|proceed|merge|happen
            + |take place)
            not (?:be )?pursued|no plans to merge|vetoed
        """,
            ends=False,
        ),
    ),
    (
        "dropped",
        words(
            r"""
            dropp(?:ed|ing)\b|drops\b|scrapp(?:ed|ing)\b
            abandon(?:ed|s|ing)?\b(?! (?:plans to (?:stand|go|remain|stay)|independence|hopes))
            withdr(?:ew|awn|awal)|call(?:ed|s|ing) off|shelv(?:ed|es)|pulled out|pulls out
            walk(?:ed|s)? away|collaps(?:ed|es)|axed\b|no longer (?:plan|merg|go|pursu|being)
            fallen through|fell through|ditch(?:ed|es)|aborted|halted
        """,
            ends=False,
        ),
    ),
    (
        "delayed",
        words(
            r"""
            delay(?:ed|s|ing)?\b|postpon(?:ed|es|ing|ement)|put back|pushed back|deferr(?:ed|ing)
            defers\b|paus(?:ed|es|ing)\b|on hold|held up|slipp(?:ed|ing)
        """,
            ends=False,
        ),
    ),
    (
        "completed",
        words(
            r"""
            (?:have|has|had) (?:now |already |since |just |recently )*(?:merged|become one
            + |come together|been merged|been formed|been created|taken over from)\b
            (?:was|were) (?:\w+ly )?(?:formed|created|established|merged|born|launched
            + |replaced)\b
            came into (?:being|force|existence)|took (?:over|effect)
            merged (?:to (?:form|create|become)|into|in|on|with|last|earlier|this)\b
            (?:after|since|following) (?:the|their|its) (?:merger|groups merged|ccgs merged)\b
            merged (?:ccg|icb|body|organisation)\b|became (?:a|one|the)\b|completed?\b
            replaced (?:the|six|five|four|three|two|seven|eight)
            forced (?:many|some|several|a number|dozens)\b|newly merged
        """,
            ends=False,
        ),
    ),
    (
        "approved",
        words(
            r"""
            approv(?:ed|es|al|ing)\b|cleared\b|green[ -]light|go-ahead|given permission
            sign(?:ed|s)? off\b|authoris(?:ed|es) the|rubber-stamp(?:ed)?|confirmed|waved through
            gave its (?:consent|blessing|backing)
        """,
            ends=False,
        ),
    ),
    (
        "agreed",
        words(
            r"""
            (?:governing bod(?:y|ies)|boards?)\b[^.;]{0,90}? voted (?:\w+ )?(?:to|for|in favour)
            agre(?:ed|es|ement) (?:to|that|on|in|a|the)\b|agreed\b|persuaded to
            accept(?:ed|s)? (?:a |the )?merg|decided to|signed up|will (?:now )?join
            have told .{0,30} they will
        """,
            ends=False,
        ),
    ),
    (
        "voted for",
        words(
            r"""
            vot(?:ed|es|e|ing) (?:\w+ )?(?:in favour|for|to|yes|overwhelmingly)\b
            back(?:ed|s)? (?:the|a|plans?|merg\w+|proposals?)|voted unanimously|endors(?:ed|es)
        """,
            ends=False,
        ),
    ),
    (
        "planned",
        words(
            r"""
            (?:is|are|was|were) (?:now |currently |also |both |all )*
            + (?:(?:due|set|expected|scheduled|poised|preparing|on track|on course|about) )?
            + to (?:formally |then |also )?(?:merge|become|form\b|join|combine|come together
            + |be (?:merged|formed|created|replaced|abolished|absorbed|dissolved)|go ahead|create
            + |cease|take effect)
            (?:planned|scheduled|due|set|expected) (?:for|in|on|to (?:take|happen|go|be))\b
            will (?:\w+ )?(?:merge|become|form|be (?:merged|replaced|formed|absorbed|abolished)
            + |combine|come together|join|replace|take effect|go ahead|create|cease)
            (?:ccgs|icbs|groups|boards|bodies|trusts) to merge\b|merger planned
            """,
            ends=False,
        ),
    ),
    (
        "consulted on",
        words(
            r"""
            consult(?:ation|ing|ed|s)?\b|engagement (?:exercise|period)
            asked (?:whether|for views|practices|members|if)|ballot(?:ed|ing)?\b|survey(?:ed|ing)
        """,
            ends=False,
        ),
    ),
    (
        "proposed",
        words(
            r"""
            propos(?:ed|es|al|als|ing)\b|consider(?:ed|s|ing)?\b|appl(?:y|ied|ies|ication|ying)\b
            want(?:s|ed)? to|could\b|might\b|would\b|explor(?:e|ed|ing)|talks
            discuss(?:ed|ing|ions?)\b|look(?:ed|ing)? at|in favour of merging|options?\b|mooted
            floated|suggest(?:ed|ion)|announce\w*|encourag\w+
        """,
            ends=False,
        ),
    ),
)
"""Status words, the strongest first: of several the first kind that is found counts."""

WEAK: Final = frozenset(("planned", "consulted on", "proposed", "voted for"))
FAILED: Final = frozenset(("rejected", "dropped"))

HYPOTHETICAL: Final = words(
    r"""
        (?:a|any|such a|another|no) (?:\w+ )?mergers? (?:may|might|could|can|would|should|must|is
        + |has to)
        mergers (?:rarely|often|always|never|usually|may|might|can|should|could|would|do|are not)
        wave of (?:\w+ )?mergers
    """
)
"""Talk of mergers at large, of no merger of anybody."""
CONDITION: Final = re.compile(
    r"\b(?:if|unless|until|subject to|whether|in case|should|could|would|may|might|must be"
    r"|need(?:s|ed)? to be|hop(?:e|es|ed|ing)|awaiting|seek(?:s|ing)?|ask(?:s|ed|ing)? for|before"
    r"|pending|requires?|yet to|not (?:yet )?(?:been )?|any|urg\w+)\b[^.;]{0,45}$"
)
"""Words before a status word that keep it from being a fact."""
INTO: Final = re.compile(
    r"\b(?:form(?:s|ed|ing)?|becom(?:e|es|ing)|became|creat(?:e|es|ed|ing)|into|(?:to be |be"
    r" )?called"
    r"|named|known as|establish(?:ed|ing)?|(?:replaced|covered|absorbed|subsumed|taken over) by"
    r"|launch of|result(?:ing)? in|to be)"
    r"(?: (?:a|an|the|one|single|new|larger|merged|enlarged|unified))*[ '\"]*$"
)
"""Words right before the name of what comes of a change."""
