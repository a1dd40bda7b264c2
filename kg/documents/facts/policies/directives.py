"""What those above tell all bodies of a kind to become or do, and what plans want done once."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.policies.patterns import END
from kg.documents.patterns import compiled

_REST: Final = r"(?:[^.;:\"]|\"[^\".;]{2,90}\"?|\.(?=\d))"
_ABOVE: Final = (
    r"(?:nhs england(?: and (?:nhs )?improvement)?|nhse(?:/i)?|nhsei|nhs improvement|monitor|it"
    r"|they|we|department(?: of health(?: and social care)?)?|dhsc?|ministers?|government|treasury"
    r"|secretary(?: of state)?|whitehall|centre|(?:national|commissioning) (?:board|bod(?:y|ies)"
    r"|leaders|chiefs|officials|director)|regulators?|regional? (?:team|office|directors?"
    r"|officials)?"
    r"|region|guidance|mandate|plan|paper|framework|letter|memo(?:randum)?|document|slides?|bill"
    r"|act|executive)"
)
_TOLD: Final = (
    r"(?:tells?|told|telling|asks?|asked|asking|wants?|wanted|expects?|expected|expecting|orders?"
    r"|ordered|instructs?|instructed|directs?|directed|requires?|required|requiring|obliges?"
    r"|obliged|encourages?|encouraged|advises?|advised|urges?|urged|commands?|commanded|intends?"
    r"|intended|would like|reminded|given)"
)
_KIND: Final = (
    r"(?:ccgs?|icbs?|pcts?|stps?|icss?|systems?|clinical commissioning groups?"
    r"|sustainability and transformation (?:partnership|plan)s?|integrated care (?:system|board)s?"
    r"|commissioners?|footprints?|areas?|regions?|parts? of (?:england|the country|the nhs)"
    r"|consorti(?:a|um)|groups?|clusters?|primary care trusts?|health systems?|local (?:areas"
    r"|systems|leaders"
    r"|commissioners))"
)
_EVERY: Final = (
    rf"(?:(?:all(?: of)?|every|each|the remaining|the other|both|most|any) (?:of )?(?:the |its )?"
    rf"(?:\d+ |[a-z]+ )??{_KIND}|(?:ccgs|icbs|pcts|stps|icss|systems"
    rf"|(?<!the )(?<!their )(?<!its )(?<!these )(?:groups|boards)|commissioners|areas|regions"
    rf"|clinical commissioning groups|integrated care (?:boards|systems)|consortia"
    rf"|everyone|everybody|everywhere|the whole (?:country|nhs|of (?:england|the country)))"
    rf"|(?:the )?(?:remaining|other) {_KIND})"
)
_DO: Final = (
    r"(?:become|be (?:part|covered|an?|in|ready|coterminous|co-terminous)|form|turn (?:in)?to"
    r"|evolve|cover|move|merge|combine|join|work (?:with|as|together|towards)|appoint|share|have"
    r"|set up|establish|create|publish|submit|draw up|produce|prepare|agree|align|operate as"
    r"|streamline|consolidate|integrate|commission|plan (?:for|on|to)|pool|hand|transfer|adopt"
    r"|set out|say|show|explain|prove|demonstrate|consult|develop|bring|make|put|hold|match"
    r"|redraw|reach|achieve|get (?:down )?to|go|proceed|apply|wait|stop|pause|halt|start|begin|find"
    r"|save|reduce|cut|halve|keep|use|ensure|avoid|limit|delay|review|rethink|resubmit|recruit"
    r"|focus|take)"
)
_SYSTEMS: Final = r"[\"']?(?:icss?|integrated care systems?|icbs?|integrated care boards?)[\"']?"
_ALL_OVER: Final = (
    r"(?:the (?:whole|entire|rest) (?:of )?(?:the )?(?:country|nhs|england)|all of (?:england"
    r"|the country)|(?:every|each) (?:part|corner|area|region|inch|patch|stp|system|footprint)"
    r"(?: of (?:england|the country|the nhs|it))?|everyone|everybody|everywhere|all (?:areas|stps"
    r"|parts of (?:the country|england|the nhs)))"
)
_WILL: Final = (
    r"(?:must|should|will|would|has to|have to|had to|needs? to|is to|are to|was to|were to"
    r"|is (?:due|meant|supposed|expected|required) to|are (?:due|meant|supposed|expected"
    r"|required) to|to)"
)
DIRECTIVES: Final = tuple(
    compiled(pattern)
    for pattern in (
        # the national bodies have told every partnership to become a system by April
        rf"\b{_ABOVE}\b[^.;]{{0,50}}?(?<!been )\b{_TOLD}[\"']?(?: that)?"
        rf" (?P<what>{_EVERY}(?: in \w+)? (?:not )?to {_DO}\b{_REST}{{3,130}}?){END}",
        # the rules require a group to consult its council
        rf"\b(?:rules?|guidance|act|constitution|regulations?|policy|nhs england"
        rf"|nhse(?:/i)?) (?:[\w ]{{0,24}} )?"
        rf"(?:requires?|required|obliges?|obliged) (?P<what>(?:an?|any|each|every"
        rf"|all) (?:\w+ )?{_KIND}"
        rf" to {_DO}\b{_REST}{{3,130}}?){END}",
        # all boards have until May to submit plans
        rf"\b(?P<what>{_EVERY} (?:have|has|had|were given|have been given) until [\w ]{{3,24}} to"
        rf" {_DO}\b{_REST}{{3,130}}?){END}",
        # every system has been told to merge its commissioners
        rf"\b(?P<what>{_EVERY}(?: in (?:england|the country))? "
        rf"(?:(?:has|have|had) (?:\w+ )?been|is|are|was|were) (?:all |also |now |being )?(?:told"
        rf"|asked|ordered|instructed|directed"
        rf"|required|obliged|expected|urged|given until \w+|supposed|meant) to"
        rf" {_DO}\b{_REST}{{3,130}}?){END}",
        # the whole country must be part of one, where the sentence names such systems
        rf"{_SYSTEMS},? (?P<what>(?:of|in|by|to|into|under) which"
        rf" {_ALL_OVER} {_WILL} (?:be|become|belong|come|fall|sit|join)\b{_REST}{{0,90}}?){END}",
        rf"\b(?P<what>{_ALL_OVER} {_WILL} (?:now |then )?(?:be|become|belong|turn|evolve|join|come)"
        rf"\b[^.;:]{{0,40}}?\b{_SYSTEMS}{_REST}{{0,70}}?){END}",
        # the deadline for them to cover the country
        rf"\b(?P<what>(?:the )?(?:deadline|target|date|goal|aim|ambition|timetable|commitment"
        rf"|promise|requirement|expectation) (?:of|for|to|that|by)\b[^.;:\"]{{0,60}}?\b{_SYSTEMS}"
        rf"[^.;:]{{0,40}}?\b(?:cover\w*|everywhere|across|countrywide|nationwide|universal\w*)\b"
        rf"{_REST}{{0,70}}?){END}",
        # its plan says that commissioning should be done once
        rf"\b(?:plan|strategy|document|paper|partnership|stp|blueprint|vision|footprint|proposals?)"
        rf"\b[^.;]{{0,90}}?\b(?:says?|said|that|argues?|argued|speaks? of|spoke of|talks? of"
        rf"|envisages?|envisaged|proposes?|proposed|wants?|calls? for|called for|sees?|foresees?"
        rf"|promises?|recommends?)(?: in its plan)?(?: that)? (?P<what>\"?(?:(?:acute|hospital"
        rf"|specialist|mental health|strategic|all|most|such|health|its) )*commissioning"
        rf" (?:(?:at|on|for) [\w ]{{3,30}} )?(?:{_WILL}|\"?at|\"?on|\"?once|\"?by|\"?across)\b"
        rf"{_REST}{{6,110}}?){END}",
        # the primary care networks are supposed to take up the work
        rf"\b(?P<what>(?:the |its |their )?(?:\d+ |new |\w+ )?(?:primary care networks|pcns"
        rf"|provider"
        rf" collaboratives|integrated care partnerships)(?: (?:that|which|in|of) [^.;:,]{{3,50}})?"
        rf" (?:are|were|will be|would be|have been) (?:supposed|expected|meant|intended|required"
        rf"|due|designed) to"
        rf" {_REST}{{6,110}}?){END}",
        # under the white paper, decisions would be taken in places
        rf"\bunder (?:the |these |its |a )?(?:[\w' ]{{0,24}} )?(?:white paper|integrating care"
        rf"|(?:long[- ]term|ten-year|nhs) plan|forward view|reforms|legislation|(?:national|new"
        rf"|government) (?:guidance|rules|proposals|plans|framework|policy)), "
        rf"(?P<what>{_REST}{{4,60}}? (?:would|will|must|should|are to"
        rf"|is to) {_REST}{{6,110}}?){END}",
        # hospital services are to be commissioned once
        rf"\b(?P<what>(?:[\w-]+ ){{1,4}}?(?:services|care|contracts|health) (?:{_WILL} )?\"?be"
        rf" (?:commissioned|bought|planned|purchased) [^.;:\"]{{0,40}}?\b(?:once|jointly|together"
        rf"|at scale|as one)\b{_REST}{{0,60}}?){END}",
        # that groups should "commission services once, not six times"
        r"(?P<what>(?:should|would|will|must|could|to) \"?(?:commission|buy|plan|purchase)"
        r" [^.;:\"]{3,60}?\b(?:once|jointly|together|at scale|as one)\b[^.;:\"]{0,40}?)"
        r"(?=\"|[.;]|$)",
    )
)
"""Patterns of what is directed, the clause as `what`."""
DIRECTIVE_WORDS: Final = compiled(
    r"\b(?:t(?:old|ell)|ask|want|expect|order|instruct|direct|requir|oblig|urg|encourag|advis|intend"
    r"|remind|given|until|suppos|meant|commission|country|every|england|networks|pcns|collaborative"
    r"|partnerships|under |integrated care|ics|icb)"
)
"""One of these stands in every sentence that a pattern finds."""
