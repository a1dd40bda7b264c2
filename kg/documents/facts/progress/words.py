"""Words of how far a change has come, and of what keeps such a word from being a fact."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.progress.setbacks import SETBACKS
from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

STATUSES: Final = (
    *SETBACKS,
    (
        "cluster",
        words(
            r"""
            (?:(?:to|will|would|are|is|were|was|been|be|now|have|has|had|and) (?:\w+ly )?
            + )cluster(?:ed|ing|s)?\b
            as a (?:\w+ )?cluster\b
            (?<!\d )cluster(?:s|ed|ing)? (?:with|together)\b(?! (?:nobody|no one|no-one|none
            + |anybody|any))
            (?:run|managed|operated?|grouped|brigaded|led|joined|form(?:ed|ing)?|work(?:ed|ing)?)
            + (?: as| in| into| together as)? (?:a|one|another|the \w+|their own) (?:single |joint
            + |formal )?cluster\b
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
            + |replaced|dissolved|abolished|wound up|disbanded|amalgamated|united|brought together
            + |combined|absorbed|subsumed|succeeded)\b
            (?:have|has) (?:now )?been (?:a|one) (?:single |merged |new )?(?:ccg|icb|body
            + |organisation
            + |commissioner|clinical commissioning group|group)\b
            (?:have|has) (?:now |since |already )?gone from \w+ (?:\w+ )?to one
            where there (?:were|had been|used to be) \w+\b
            (?:have|has|had) (?:now |already |since )?been (?:united|amalgamated|brought together
            + |combined|dissolved|abolished|wound up|absorbed|subsumed|succeeded|swallowed)
            did (?:\w+ly )?(?:merge|combine|come together|unite|join forces)\b
            itself a merger|(?:merger|union) which (?:created|formed|produced|made)|came into force
            turned (?:the )?(?:two|three|four|five|six|seven|eight) (?:\w+ )?(?:groups|ccgs|bodies)
            took (?:on|up) the (?:role|duties|functions) of|(?:is|are) now (?:a single
            + |one) (?:ccg|icb
            + |body|organisation|commissioner)|went out of existence
            + |became(?= [^.;,]{3,60}\b(?:ccg|icb))
            disappeared|vanished|swallowed up(?! by the)|succeeded (?:the|three|four|two|five|six)
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
            forced (?=[^.;,]{3,80}? (?:to merge|to join|into (?:a |one )|together)\b)
            forced (?:many|some|several|a number|dozens)\b|newly merged
        """,
            ends=False,
        ),
    ),
    (
        "approved",
        words(
            r"""
            (?:application|bid|case|proposal)s? (?:has |have |had )?(?:been )?(?:succeeded
            + |accepted)\b
            (?:can|may) (?:now )?(?:proceed|go ahead)\b(?! (?:only|if|when|once|unless|provided
            + |as long
            + |subject))
            approv(?:ed|es|al|ing)\b|cleared\b|all-clear|thumbs[ -]up|green[ -]light|go-ahead
            + |given permission
            sign(?:ed|s)? off\b|authoris(?:ed|es) (?:the|to|by|last|this|in)\b|rubber-stamp(?:ed)?
            confirmed(?! (?:that|it|they|he|she|to|receipt)\b)|waved through
            said yes\b|signed and sealed|signed,? sealed|conditional(?=\.|:)
            (?:been |were |was )?told (?:that )?(?:they|it|both|all \w+) (?:can|could|may|might)\b
            (?:was|were|been|proved) successful|succeeded (?:this|at the)
            (?:dropp|withdr|lift|remov|relent)\w* (?:on )?(?:their|its|all|any|the) (?:\w+ )?
            + (?:objections?|opposition|resistance|veto|reservations|misgivings)\b
            (?:been |was |were )given (?:final |formal |conditional )?(?:approval|backing|clearance)
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
            agre(?:ed|es|ement) (?:to|on|in|a|the|that (?=(?:the |all |both )?(?:they|it|two|three
            + |four|five|six|seven|eight|groups|ccgs|merger|boards|bodies|both|all)\b))\b
            + |agreed\b(?! that)|persuaded to
            accept(?:ed|s)? (?:a |the )?merg|decided to|signed up
            have told .{0,30} they will
        """,
            ends=False,
        ),
    ),
    (
        "voted for",
        words(
            r"""
            voted yes|(?:supported|endorsed|favoured) (?:a |the )?(?:merg|single|join)|clear yes\b
            vot(?:ed|es|e|ing),? (?:by|with)? ?(?:\d|\w+ to )[^;]{0,80}?,? (?:to (?:form|merge|join
            + |become|link|combine|create|unite|back|approve|support|go|let|allow|abolish|dissolve)
            + |in favour|for)\b
            back(?:ed|s|ing)?,? (?:by|with) [^.;]{3,50}?,? (?:the|a|plans?|merg\w+|proposals?)\b
            vot(?:ed|es|e|ing),? (?:(?:by|with|last|this|on|at|in) [^.;,]{3,40}?|yesterday|\w+ly
            + |narrowly|again),? to (?:form
            + |merge
            + |join|become|link|combine|create|unite|back|approve|support|let|allow|abolish|dissolve
            + |fold|bring|replace|come|pool|press|give|proceed|pursue|move ahead|apply)\b
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
            + |federate|unite|take over|absorb
            + |be (?:merged|formed|created|replaced|abolished|absorbed|dissolved)
            + |go ahead(?! with (?:(?:a|an|the|their|its) )?(?:\w+ )?(?:bid|applic|plans|propos
            + |request))|create
            + |cease|take effect)
            (?:is|are) being (?:merged|folded|rolled|combined|brought|absorbed|replaced|dissolved
            + |wound
            + |united|swallowed|subsumed)
            will [^.;,]{0,60}? and (?:then )?merge|will then merge
            (?:is|are) to (?:\w+ly )?(?:give way|make way|hand over|bow out|shut up shop|go out of)
            (?:is|are) off to (?:join|merge|become)
            in line to|on course (?:to|for)|a done deal
            (?:is|are) (?:all )?(?:going ahead|to be (?:\w+ly )?(?:swallowed|folded|rolled|taken
            + |wound
            + |scrapped|disbanded|brought|amalgamated|consolidated|subsumed|succeeded|combined
            + |united
            + |unified|done away|swept|no more))
            will (?:\w+ )?(?:disappear|vanish|be (?:no more|scrapped|disbanded|wound up|swept away
            + |swallowed up|brought together|amalgamated|consolidated|taken over|subsumed))
            (?:which|that|is|are) (?:is |are )?(?:set |due )?to replace|(?:are|is) going from\b
            (?:before|when|once) (?:they|it|the (?:two|three|four|pair)) (?:merges?|unites?
            + |combines?)
            (?:groups|ccgs|icbs|boards|bodies|pair|trio|both|two|three|four|five|six|seven|eight
            + |which|that|who|they)
            + [ ](?:become one|merge|combine|unite|join forces|come together) (?:next|on|from
            + |in (?:january
            + |february|march|april|may|june|july|august|september|october|november|december))\b
            (?:which|who|they|ccgs?|icbs?|boards|groups|bodies|now|also|both) plans? to (?:merge
            + |become|form|join|combine)|(?:full )?merger to follow
            (?:planned|scheduled|due|set|expected) (?:for|in|on|to (?:take(?! part)|happen|go
            + |be(?! (?:called|named|known|led|run|chaired))))\b
            will (?:\w+ )?(?:unite|amalgamate|federate|take over|absorb|start life|begin (?:work
            + |life)|launch|go live|come into)
            will (?:\w+ )?(?:merge|become|form|be (?:merged|replaced|succeeded|formed
            + |absorbed|abolished
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
            consult(?:ation|ing|ed|s)?\b|engagement (?:exercise|period)|out (?:to|for) engagement
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
            intend(?:s|ed|ing)? to|prelude to|seek(?:s|ing)?|in the running|urg(?:ed|es|ing)
            want(?:s|ed)? to|could\b|might\b|would\b|explor(?:e|ed|ing|es)|talks?\b|advised to
            wish(?:es|ed)? to|hop(?:e|es|ed|ing) to|not (?:been )?ruled out
            (?:handed|put|sent) in [^.;]{0,30}?application|(?:filed|lodged|submitted)\b
            discuss(?:ed|ing|ions?)\b|look(?:ed|ing)? at|in favour of merging|options?\b|mooted
            (?:press|push|forg|plough)(?:ed|es|ing|e)? (?:ahead|on) (?=with\b)
            floated|suggest(?:ed|ion)|announce\w*|encourag\w+
        """,
            ends=False,
        ),
    ),
)
"""Status words, the strongest first: of several the first kind that is found counts."""

WEAK: Final = frozenset(("planned", "consulted on", "proposed", "voted for"))
FAILED: Final = frozenset(("rejected", "dropped"))

WOULD: Final = compiled(r"\b(?:would|will|could|should|may|might|to) be\b[^.;,]{0,60}$")
"""Words before `replaced` or `formed` that put it in the future."""
AHEAD: Final = compiled(
    r"\b(?:will|would|could|should|may|might|plan(?:s|ned)?|propos\w+|hop(?:e|es|ed|ing)"
    r"|wants?|wanted|due"
    r"|expected|intend\w*|aim\w*|if|unless|not|never|appl\w+|consider\w*|to (?:merge|join"
    r"|become|form))\b"
)
"""Words that keep a day that is past from being that of a change done."""
PAST: Final = compiled(
    r"\b(?:if|unless|whether|would|could|should|might|may|must|not|never|will|to|be|get"
    r"|yet)\b[^.;,]{0,30}$"
)
"""Words before `merged` that keep it from being told as done."""
WANTED: Final = compiled(
    r"\b(?:wants?|wanted|asks?|asked|calls?|called|like|demand\w*|urg\w+)\b[^.;]{0,60}\bto be"
    r" (?:\w+ly )?$|\bpropos(?:ed|es|ing) that\b[^.;]{0,40}\bbe (?:\w+ly )?$"
)
"""Words before a status word that make it what somebody would like."""
OBJECTION: Final = compiled(
    r" (?:on |of )?(?:(?:their|its|all|any|the|his|her|an?) )?(?:\w+ )?(?:objections?|opposition"
    r"|resistance|veto|reservations|misgivings|demands?|claims?|threats?|challenges?)\b"
)
"""What is dropped or rejected where it is not the change: rather what stood in its way."""
ONLY_TO: Final = compiled(
    r"[^.;]{0,30}?\bto (?:formally )?(?:explore|consult|consider|discuss|look|ask|ballot|apply"
    r"|seek|develop"
    r"|draw up|examine|investigate|begin (?:talks|work|consult\w+)|start (?:talks|consult\w+)"
    r"|work up|test"
    r"|submit|put|recommend|open|appoint|share|recruit|hold|meet|support|wait|pool|co-operate"
    r"|pause)\b"
)
"""What follows `agreed` where it is not the change that is agreed."""
CONDITION: Final = compiled(
    r"\b(?:if|provided|providing|assuming|as long as|so long as|without|unless|until|subject to"
    r"|whether|in case|should|could|would|may|might|must be"
    r"|need(?:s|ed)? (?:to be|the|its|their|formal|final)|hop(?:e|es|ed|ing)|awaiting|seek(?:s"
    r"|ing)?|ask(?:s|ed|ing)? for|before"
    r"|pending|requires?|yet to|not (?:yet )?(?:been )?|any|urg\w+)\b[^.;]{0,45}$"
)
"""Words before a status word that keep it from being a fact."""
