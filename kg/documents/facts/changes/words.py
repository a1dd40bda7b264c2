"""Words of change: of merging and splitting, and of what comes of it."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

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
        (?:those|others|ones|groups|ccgs|bodies) (?:who|that|which) (?:have |had )?merged
        + [ ](?:earlier|before|already|first)
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
        (?:bring|brought|bringing|brings) (?:the (?:two|three|four|five|six|seven|pair)|them|both
        + |all (?:three|four|five)) together
        (?:team|link)(?:s|ed|ing)? up with|fus(?:e|ed|ing)\b
        (?:to|will|would|could|should|must) join (?:up )?(?:with )?(?=[^.;]{0,50}\b(?:ccg|icb
        + |clinical commissioning group))
        (?:be|became|become|becoming) one(?! of)\b(?! [a-z]+ (?:of|in))
        (?:establishment|creation) of (?=[^.;]{0,90}\b(?:ccg|clinical commissioning groups?)\b)
        (?:decision|plans?|proposals?|bid|case|application|vote) (?:on|for|to create|about|to form)
        + [ ](?:a|one) (?:single|merged|new) (?:ccg|icb|clinical commissioning group|commissioner)
        (?:abolished|dissolved|disbanded|wound up)(?= [^.;]{0,25}\band replaced|,? and replaced
        + |[^.;]{0,40}? and (?:a|one) (?:single|new|merged)\b| into\b)
        succeeded (?=by an? [^.;]{0,60}\b(?:ccg|icb|clinical commissioning group)\b)
        replac(?:e|ing) (?:\w+ ){0,3}(?:ccgs|icbs|pcts|groups|boards) (?:with|by) (?:a|one)\b
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
        (?:a|the|one) (?:single|merged) (?:ccg|commissioner|icb|clinical commissioning group
        + |commissioning body) (?:for|across|covering) [^.;]{3,90}?\b(?:has|have|had|was)
        + (?: again)? been\b
        turn(?:s|ed|ing)? (?:\w+ ){0,3}?(?:groups|ccgs|bodies|icbs|pcts) [^.;]{0,30}?into\b
        (?:plans?|proposals?|bids?|schemes?|ideas?|applications?|calls?|moves?|cases?) (?:for|by
        + |from|of)
        + [ ][^.;]{3,60}? to (?:combine|join|unite|become|form|come together|consolidate)\b
        (?:now )?trad(?:e|es|ing) as (?=[^.;]{3,60}\b(?:ccg|icb)\b)|(?:vot|agree|decid|resolv|appl
        + |opt)\w* to dissolve\b
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
        (?:back|support|want|favour|prefer|oppose|reject|endorse|approve|propose|seek|agree
        + |recommend|accept)(?:s|d|ed|ing|red|es)?(?: to| on)? (?:a|one) (?:single|merged|joint|new)
        + [ ](?:[\w-]+ ){0,4}?(?:ccg|icb|commissioner|body|organisation
        + |clinical commissioning group)\b
        put(?:ting)? (?:a single |just )?(?:one|(?:a )?(?:single|new) [\w ]{3,30}) in their (?:place
        + |stead)|(?:full|formal|outright) integration\b
        (?:one|a single) (?:ccg|icb|commissioner) (?:for|in|across|covering) [^.;]{3,60}?,? (?:where
        + [ ]there (?:were|used to be|had been)|instead of|rather than|in place of) (?:the )?(?:two
        + |three|four|five|six|seven|eight|nine|\d+)\b
        (?:go|goes|going|gone|went|come|coming|reduc\w+|shrink\w*|cut) (?:down )?from \w+ (?:ccgs
        + |icbs|pcts
        + |groups|boards|commissioners) to (?:just )?(?:\w+)\b
        (?:make|give|gave|giv(?:es|ing)|mak(?:es|ing)|made) way (?:to|for)|(?:unite|united
        + |uniting|unites) (?:as|to|into|under|in)\b
        bec(?:ome|ame|oming) (?=(?!(?:the|a|an|its|their|chief|chair|accountable|interim|acting
        + |managing
        + |clinical|director|part|lead|more|less|one)\b)[\w,' &-]{3,60}?\b(?:ccg|icb)\b)
        (?:a|the) union of (?=[^.;]{0,90}\b(?:ccg|icb|clinical commissioning group)s?\b)
        creat\w+ (?:\w+ )?new (?:organisations|ccgs|bodies|groups|icbs)
        absorbed (?:by|into)|subsumed (?:by|into)|taken over by
        , (?:formed|created|established|born)(?= [^.;]{0,50}?\b(?:from|out of|by the merger)\b)
        combin(?:e|es|ed|ing)(?= (?:from|in|on|at|by|as|with|next|this|later|under)\b|[.,;])
        (?<!\d )cluster(?:s|ed|ing)? (?:with|together)\b|as a (?:\w+ )?cluster\b
        (?:to|will|would|are|were|have|be|been) (?:\w+ly )?cluster(?:ed|ing)?\b
        (?:run|managed|operate|operated|work|worked|working|grouped|brigaded|led|joined|form|formed
        + |forming)
        + (?: as| in| into| together as)? (?:a|one|another|the \w+|their own)
        + [ ](?:single |joint )?cluster\b
        (?:its|their|the|a|that|forced|shotgun) (?:union|marriage|amalgamation) with
        + (?=[^.;]{0,80}\b(?:ccg|icb|pct|sha|shas|authority|clinical commissioning group)s?\b)
        pair(?:s|ed|ing)? (?:up|off) with|hook(?:s|ed|ing)? up with|throw(?:s|n|ing)? in (?:its
        + |their) lot with|threw in (?:its|their) lot with|swallow(?:s|ed|ing)? up\b
        direction of travel['\"]? (?:is|was|remains) (?:towards )?(?:a|one) (?:single
        + |merged)
        (?:was|were|been|be|is|are) (?:formed|created|established|made)(?= [^.;]{0,50}?\b(?:from
        + |out of|when)\b)|(?:was|were|been) (?:formed|created)(?= (?:[\w ]{0,20} )?by\b)
        merg(?:e|es|ed|er|ers|ing)|amalgamat\w+|consolidat(?:e|es|ed|ing) into
        join(?:ing|ed)? (?:together|forces|up)|join(?:ing|ed)? a (?:larger|bigger)
        unif(?:y|ied) into|combin(?:e|ed|ing) (?:to|into)|c(?:o|a)m(?:e|ing) together
        (?:becom\w+|became|form\w*|creat\w+|replaced by|into) (?:a|one) (?:single|new|larger|bigger)
        (?:become|becoming) one
        (?:form|creat|establish|becom|set)\w*(?: up)? (?:a|one) (?:joint|combined|shared|united)
        + [ ](?:ccg|icb|commissioner|body|organisation|clinical commissioning group)\b
        pool(?:s|ed|ing)? (?:their|the|its) (?:\w+ ){0,2}?(?:ccgs|groups|organisations
        + |clinical commissioning groups|commissioners)\b
        (?:put|bring|brought|bringing|plac\w+|gather\w*|hous\w+) [^.;]{0,50}? under (?:one|a single
        + |the same) (?:roof|banner|umbrella|name|board|governing body)
        (?:two|three|four|five|six|seven|eight|nine|ten|\d+) (?:\w+ )?(?:ccgs|groups|icbs|boards
        + |commissioners) (?:to |will |would |are to )?(?:become|became|becoming|go into
        + |into) (?:one
        + |two|three|four|five|\d+)\b
    """
)
UNION: Final = words(
    r"""
        (?:applications?|bids?|submissions?|business case) (?:from|by|of) (?=[^.;]{3,120})
        + (?![^.;]{0,120}\bfor (?!a (?:merger|union)|permission|approval|next|april))
        (?:their|the|its) (?:engagement|wedding|courtship|nuptials)\b|at the altar|down the aisle
        (?:abandon|brok?en? off|broke off|break off|suspend|resum|end)\w*(?: \w+)?
        + [ ](?:talks|discussions|negotiations)
        (?:support|favour|back|endors|oppos|reject|resist)\w* (?:the|their|any|this) union
        (?:supported|favoured|backed|opposed|rejected) an? union
        (?:tie|link|team)-?up|union (?:with|of|between)|(?:planned|proposed|formal) union
        (?:discuss\w*|propos\w*|plan\w*|about|agree\w*|consider\w*|seek\w*|back\w*)
        + [ ](?:a|their) union
        (?:to|will|would|could|should|may|have|has) unite|unif\w+|amalgam\w+|consolidat\w+
        absor\w+|swallow\w*|fus(?:e|ed|ing|ion)|marriage|integrat(?:e|es|ed|ing) into
        (?:go|goes|going|went|pass\w*|consigned) (?:in)?to (?:the )?history\b
        (?:tak(?:e|es|ing)|took) in\b|(?:is|are|been) (?:\w+ )?talk\b
        (?:a|one|the) (?:single|merged|combined|unified|joint|new|larger|bigger) (?:(?!chief\b
        + |accountable\b|executive\b|management\b|leadership\b|officer\b|director\b|team\b|chair\b
        + |clinical lead|with\b|of\b|for\b|from\b|and\b|at\b|by\b|in\b)[\w-]+ ){0,4}?(?:ccg|icb|pct
        + |commissioner|body|organisation|clinical commissioning group|integrated care board|cluster
        + |entity)
    """
)
"""Words of union that count where two bodies are named beside them."""
TAKING: Final = words(
    r"""
        (?:tak(?:e|es|en|ing)|took) over|replac(?:e|es|ed|ing)|combin(?:e|es|ed|ing)
        (?:bring|brings|bringing|brought) [^.;]{0,90}?together|succeed(?:s|ed|ing)
        (?:to|will|would|could|should) join|in talks(?= (?:about|over|to|on)\b|[.,;]|$)
    """
)
"""Words that tell of union only where nobody is named: people take over and replace, too."""
SPLITTING: Final = words(
    r"""
        (?:split(?:ting)?|demerg\w+|divid(?:e|ed|ing)|break(?:ing)? up) (?:\w+ ){0,6}?
        + (?:into|in two|up)
    """
)
OPTION: Final = compiled(r"\boptions? ([a-f]|\d)\b")
"""The label of an option in a paper."""
NEW_BODIES: Final = compiled(
    r"\bnew (?:\w+ ){0,2}(?:ccgs|icbs|boards|groups|bodies"
    r"|organisations)\b[^.;]{0,40}?\b(?:establish|creat"
    r"|form|launch|come into|replac|begin|start)"
)
"""What a sentence says that gives the day of several changes told after it."""
MADE_BEFORE: Final = compiled(r", (?:formed|created|established|born) (?:in|on|last|from)\b")
"""How a body is told of that others formed at another time, in passing."""
MADE_OF: Final = compiled(
    r"\bturned [^.;]{3,60} into\b|"
    r"\b(?:formed|created|established|born|made up|set up|built|forged|product|formation|creation"
    r"|turned|merg\w+|succeed\w*|replac\w+)\b[^.;]{0,60}?\b(?:two|three|four|five|six|seven|eight"
    r"|\d)"
    r"(?: \w+)? (?:groups|ccgs|bodies|organisations|boards|icbs|predecessors|commissioners)\b"
)
"""How a body is told of that was made from several which are not named."""
NEW_BODY: Final = compiled(
    r"\ba (?:single |brand )?new (?:\w+ )?(?:ccg|icb|clinical commissioning group"
    r"|integrated care board|commissioner|commissioning \w+)\b"
)
"""A body that was not there before."""
LISTING: Final = compiled(
    r"(?:the|these|those|all|its|and)\b[^.;:]{0,40}?\b(?:involved|groups|ccgs|icbs|bodies|boards"
    r"|members|concerned|affected)\b|(?:they|these|those|the (?:two|three|four|five|six|seven|eight"
    r"|nine|\d+)(?: of them)?),? (?:are|were|include|comprise|being)\b"
)
"""How the sentence begins that lists the bodies of the change just told."""
INTO: Final = compiled(
    r"\b(?:form(?:s|ed|ing)?|propos(?:es|ed|ing)|envisag(?:es|ed|ing)|becom(?:e|es|ing)|became"
    r"|creat(?:e|es|ed|ing)|into|(?:to be |be"
    r" )?called"
    r"|named|known as|establish(?:ed|ing)?|(?:(?:replaced|succeeded)[^.;]{0,60}?|covered"
    r"|absorbed|subsumed"
    r"|taken over) by"
    r"|for(?= (?:a|one) (?:single|merged|new)\b)|launch of|result(?:ing)? in|to be|(?:give"
    r"|make) way (?:to|for)|(?<!who )(?<!which )(?<!that )make up|making"
    r" up|(?:establishment|creation|formation|birth) of"
    r"|(?:are|is|were) (?:now|today)|(?:come|came|coming|merg\w+|combin\w+|reborn|operat\w+|unit\w+"
    r"|knot|join\w*|amalgam\w+|relaunch\w*|emerg\w+|known|rebrand\w*|trad\w+)\b[^.;]{0,60} as)"
    r"(?: (?:a|an|the|one|single|new|larger|merged|enlarged|unified))*[ '\"]*$"
)
"""Words right before the name of what comes of a change."""
