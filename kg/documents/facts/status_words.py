"""Words of how far a change has come, and of what keeps such a word from being a fact."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

STATUSES: Final = (
    (
        "rejected",
        words(
            r"""
            reject(?:ed|s|ing)?\b|vot(?:ed|e|ing) (?:(?:it|them|the \w+|a \w+) )?down\b
            vot(?:ed|e) against (?:the |a |it\b|merg|plan|join)
            rul(?:ed?|es|ing) (?:(?:it|that|this|them|the \w+) )?out
            decided against|decided not to|turned (?:it |them |both |the \w+ )?down|block(?:ed|s)\b
            refus(?:ed|es) (?:to|permission|approval)|threw out|thrown out|opted against
            (?:would|will) not (?:be pursued|go ahead|be going ahead|proceed|merge|happen
            + |take place)\b(?! (?:before|until|for))|ended without agreement
            talks (?:have |had )?(?:ended|failed|stopped|collapsed)
            told (?:\w+ ){0,4}to think again
            not (?:be )?pursued|no plans to merge|vetoed
            said no\b(?= to|\.|,)|(?:answer|result|vote) (?:was|is) (?:a (?:\w+ )?)?no\b
            refus(?:ed|es|al) to (?:tie|merge|join)|would not hear of|rebuff(?:ed|s)
            spurn(?:ed|s)|ha(?:s|ve|d) declined to|defeated
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
            brok(?:e|en) down|c(?:o|a)me to nothing|foundered|unravell?ed|fallen apart|fell apart
            never (?:happened|took place|materialised|came off|went ahead)
            fallen through|fell through|ditch(?:ed|es)|aborted|halted|stood down|pulled the plug
            backed (?:out|away)|thought better of|cold feet|quietly buried|dead in the water
            came to nought|binned|given up on|gave up on|lapsed
        """,
            ends=False,
        ),
    ),
    (
        "delayed",
        words(
            r"""
            put (?:\w+ ){1,3}back\b
            delay(?:ed|s|ing)?\b|postpon(?:ed|es|ing|ement)|put back|pushed back|deferr(?:ed|ing)
            defers\b|paus(?:ed|es|ing)\b|on hold|held up|slipp(?:ed|ing)
            put off|pushed into|kicked into|on ice|told to wait|paused?\b|in limbo|stalled|delays?\b
            mothballed|parked|in abeyance|suspended|frozen|moved back|moved to (?:20|a later)
            had (?:meant|hoped|planned|intended|wanted|been (?:due|meant|expected|set)) to (?:merge
            + |join|combine|become|form|come together|go live|start|launch|unite)
            like(?:ly|lier) to be (?:20|a year|later|next)|is now (?:expected|due|likely) in 20
            rescheduled|wait(?:ing)? (?:a|another|at least a) (?:further )?year
        """,
            ends=False,
        ),
    ),
    (
        "completed",
        words(
            r"""
            (?:have|has|had) (?:now |already |since |just |recently |today |formally |finally )*
            + (?:merged|become one|been replaced
            + |come together|been merged|been formed|been created|taken over from)\b
            (?:was|were) (?:\w+ly )?(?:formed|created|established|merged|born|launched
            + |replaced)\b
            (?<!be )(?<!being )(?<!get )(?<!the )(?<!a )(?<!single )(?<!new )(?<!newly )(?<!to )
            + merged\b
            + (?! (?:ccg|icb|body|organisation|group|board|commissioner|footprint|area|population))
            joined (?:together |forces |up )?to (?:form|become|create)|ceased to exist
            (?:brings|brought) together|came together|became part of
            came into (?:being|force|existence)|took (?:over|effect)
            merged (?:to (?:form|create|become)|into|in|on|with|last|earlier|this)\b
            (?:after|since|following) (?:the|their|its) (?:merger|groups merged|ccgs merged)\b
            merged (?:ccg|icb|body|organisation)\b|became (?:a|one|the)\b
            (?:ccgs|groups|icbs|pcts) came together|completed?\b
            replaced (?:the(?! next| following)|six|five|four|three|two|seven|eight)
            (?:has|have) (?:now |today |formally |officially |finally )*(?:launched
            + |been (?:formally |officially )?(?:launched|born|established)
            + |come into (?:being|existence|force)|opened (?:its|their) doors|gone live
            + |taken (?:over|effect))
            went live|launched today|(?:started|began) (?:work|life|operating)
            (?:opened|opens) (?:its|their) doors today|tied the knot
            at the time of (?:its|the|their) (?:union|merger|marriage|amalgamation)\b
            (?:since|after|following|until|before) (?:its|their|the|that) (?:union|marriage
            + |amalgamation|absorption)\b
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
            sign(?:ed|s)? off\b|authoris(?:ed|es) (?:the|to|last|this|in)\b|rubber-stamp(?:ed)?
            confirmed|waved through
            said yes\b|conditional(?=\.|:)
            (?:gave|given|giving|won|received|has|have) (?:its |their |the |formal
            + |conditional )?(?:consent|blessing|assent|permission)
            (?:permission|consent|clearance) (?:was|has been|had been) (?:\w+ )?(?:given|granted
            + |received)
            nod(?:ded)? (?:from|through)|got the nod|licensed to|minded to (?:approve|agree|allow)
            (?:allow|permitted|let)(?:s|ed)? (?=[^.;]{3,160}\b(?:to )?(?:merge|come together|become
            + |join|combine|form)\b)
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
            voted yes|vot(?:ed|es|e|ing) (?:\w+ )?(?:in favour|for|to|yes|overwhelmingly)\b
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
            + |federate|unite|cluster
            + |be (?:merged|formed|created|replaced|abolished|absorbed|dissolved)|go ahead|create
            + |cease|take effect)
            will [^.;,]{0,60}? and (?:then )?merge|will then merge
            (?:is|are) off to (?:join|merge|become)
            intends? to(?! (?:apply|ask|seek|consult|explore|consider))
            intending to(?! apply)|pressing ahead
            (?:which|who|they|ccgs?|icbs?|boards|groups|bodies|now|also|both) plans? to (?:merge
            + |become|form|join|combine)|(?:full )?merger to follow
            (?:planned|scheduled|due|set|expected) (?:for|in|on|to (?:take|happen|go|be))\b
            will (?:\w+ )?(?:merge|become|form|be (?:merged|replaced|formed|absorbed|abolished
            + |folded
            + |rolled|united|dissolved|subsumed|combined)
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
            want(?:s|ed)? to|could\b|might\b|would\b|explor(?:e|ed|ing|es)|talks?\b|advised to
            wish(?:es|ed)? to
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

WOULD: Final = re.compile(r"\b(?:would|will|could|should|may|might|to) be\b[^.;,]{0,60}$")
"""Words before `replaced` or `formed` that put it in the future."""
AHEAD: Final = re.compile(
    r"\b(?:will|would|could|should|may|might|plan(?:s|ned)?|propos\w+|hop(?:e|es|ed|ing)"
    r"|wants?|wanted|due"
    r"|expected|intend\w*|aim\w*|if|unless|not|never|appl\w+|consider\w*|to (?:merge|join"
    r"|become|form))\b"
)
"""Words that keep a day that is past from being that of a change done."""
PAST: Final = re.compile(
    r"\b(?:if|unless|whether|would|could|should|might|may|must|not|never|will|to|be|get"
    r"|yet)\b[^.;,]{0,30}$"
)
"""Words before `merged` that keep it from being told as done."""
ONLY_TO: Final = re.compile(
    r"[^.;]{0,30}?\bto (?:formally )?(?:explore|consult|consider|discuss|look|ask|ballot|apply"
    r"|seek|develop"
    r"|draw up|examine|investigate|begin (?:talks|work|consult\w+)|start (?:talks|consult\w+)"
    r"|work up|test"
    r"|submit|put|recommend|open)\b"
)
"""What follows `agreed` where it is not the change that is agreed."""
CONDITION: Final = re.compile(
    r"\b(?:if|without|unless|until|subject to|whether|in case|should|could|would|may|might|must be"
    r"|need(?:s|ed)? to be|hop(?:e|es|ed|ing)|awaiting|seek(?:s|ing)?|ask(?:s|ed|ing)? for|before"
    r"|pending|requires?|yet to|not (?:yet )?(?:been )?|any|urg\w+)\b[^.;]{0,45}$"
)
"""Words before a status word that keep it from being a fact."""
