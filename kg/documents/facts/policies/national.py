"""What those above the bodies lay down for them: who may apply, when, and what is not imposed."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.policies.patterns import END
from kg.documents.patterns import compiled

_REST: Final = r"(?:[^.;:\"]|\"[^\".;]{2,90}\"?|\.(?=\d))"
_ABOVE: Final = (
    r"(?:nhs england(?: and nhs improvement)?|nhse(?:/i)?|nhsei|nhs improvement|monitor"
    r"|department(?: of"
    r" health(?: and social care)?)?|dh|dhsc|ministers?|(?:health )?secretary(?: of state)?"
    r"|government"
    r"|treasury|(?:national|commissioning) board|regulators?|centre|whitehall|guidance"
    r"|(?:planning|merger)"
    r" guidance|mandate|(?:long[- ]term|nhs) plan|white paper|framework|rules?|policy(?: document)?"
    r"|draft|letter|memo|document|regional (?:team|office|director)|regions?)"
)
_SAYS: Final = (
    r"(?:says?|said|states?|stated|adds?|added|rules?|ruled|insists?|insisted"
    r"|makes? (?:it )?clear|made"
    r" (?:it )?clear|stipulates?|stipulated|confirms?|confirmed|warns?|warned|advises?|advised"
    r"|wrote"
    r"|writes|tells?|told|specif(?:y|ies|ied)|sets? out|decrees?|decreed|declares?|declared)"
)
_WHO: Final = (
    r"(?:(?:the |all |any |every |each |no |new |future |further |its |their )*(?:ccgs?|icbs?"
    r"|pcts?|groups?"
    r"|commissioners?|applicants?|mergers?|applications?|proposals?|boundaries|systems?|stps?|icss?"
    r"|integrated care (?:boards|systems)|boards?|bodies|consortia|clusters?|organisations?"
    r"|practices|members|the regulator|nhs england|it|they))"
)
_MUST: Final = (
    r"(?:must|should|will not|would not|cannot|can not|could not|may not|need to|needs to|have to"
    r"|has to"
    r"|had to|will have to|would have to|will need to|would need to|ought to|can only|could only"
    r"|may only"
    r"|are required to|were required to|is required to|(?:are|is|were|was) expected to|shall)"
)
_CHANGE: Final = (
    r"(?:merg\w*|applications?|applicants?|apply\w*|boundar\w+|footprints?|clusters?|abolish\w*"
    r"|authoris\w+|ballots?|consult\w*|cover|overlap|support|backing|closer working|reorganis\w+)"
)
NATIONAL: Final = tuple(
    compiled(pattern)
    for pattern in (
        # guidance says that groups must show
        rf"\b{_ABOVE}\b[^.;\"]{{0,70}}? {_SAYS}(?: \w+){{0,2}}?(?: only)?(?: that)?"
        rf" (?P<what>{_WHO}\b"
        rf" (?:(?:that|which|who) [\w ]{{3,40}} |(?:applying|wishing|wanting|hoping"
        rf"|seeking) to merge )?"
        rf"[\"']?{_MUST} (?={_REST}{{0,120}}?\b{_CHANGE}){_REST}{{6,130}}?){END}",
        # ... and that new boundaries should not cross
        rf"\b{_ABOVE}\b[^;]{{0,60}}? {_SAYS}\b[^;]{{8,160}}? and that (?P<what>{_WHO}\b"
        rf" [\"']?{_MUST}"
        rf" {_REST}{{6,130}}?){END}",
        # any group applying to merge must show
        rf"\b(?P<what>(?:(?:any|every|each|all|no|new"
        rf"|merging) )+(?:\w+ ){{0,2}}?{_WHO}(?: (?:applying"
        rf"|wishing|wanting|hoping|seeking|that wants?|that wish(?:es)?|which wants?"
        rf"|which wish(?:es)?)"
        rf" to (?:merge|apply|join))? {_MUST} (?:be able to )?(?:show|demonstrate|prove|have|win"
        rf"|secure"
        rf"|consult|evidence|obtain|command) {_REST}{{6,130}}?){END}",
        rf"\b(?P<what>(?:merging (?:ccgs|groups|bodies)"
        rf"|applicants) {_MUST} {_REST}{{6,120}}?){END}",
        # commissioners should "consider whether"
        rf"\b(?P<what>(?:ccgs|commissioners|groups|systems|boards) (?:should|must|were to"
        rf"|are to) [\"']?"
        rf"(?:consider|explore|review|examine) (?={_REST}{{0,90}}?\b(?:merg\w*"
        rf"|closer)){_REST}{{6,150}}?)"
        rf"{END}",
        # it will consider no further applications
        rf"\b(?:nhs england|nhse(?:/i)?|nhs improvement|ministers|regulator|centre|it"
        rf"|we)\b[^.;\"]{{0,40}}?"
        rf"(?P<what>(?:nhs england |nhse(?:/i)? |the regulator |ministers |it "
        rf"|we )?[\"']?(?:(?:will|would"
        rf"|can|could) (?:not|no longer|never|only) (?:accept|consider|initiate|impose|approve"
        rf"|entertain|look"
        rf" at|authorise|force|mandate|require|sanction)|(?:will|would) (?:accept|consider"
        rf"|approve|entertain)"
        rf" no) {_REST}{{0,40}}?\b(?:mergers?|applications?|bids"
        rf"|proposals?)\b{_REST}{{0,50}}?){END}",
        rf"\b(?P<what>(?:mergers?|changes?) (?:\"|')?(?:cannot|will not|would not|must not"
        rf"|should not|could"
        rf" not|are not to) be (?:imposed|forced|mandated|dictated|driven){_REST}{{0,60}}?){END}",
        # applications must reach NHS England by
        rf"\b(?P<what>(?:applications?|bids|proposals|merger (?:cases"
        rf"|plans))\b(?: [\w ]{{3,40}})? (?:must|have"
        rf" to|had to|need to|are to|were to) (?:reach|be (?:with|submitted|filed|lodged|in|made"
        rf"|received))"
        rf"{_REST}{{3,60}}?){END}",
        # tells leaders to show "a single voice"
        rf"\b(?:told|asked|tells|asks|instructed|ordered|urged|required|requires|wants"
        rf"|expects) (?:its|their|the"
        rf"|all|system|stp|ics|local|ccg|them|it|us|chief|\w+'s)(?: (?:leaders|officers|chiefs"
        rf"|chairs|ccgs"
        rf"|groups|bosses))?[\w ]{{0,20}}? to (?P<what>(?:show|demonstrate|prove"
        rf"|evidence) {_REST}{{6,110}}?)"
        rf"{END}",
        # asked the leaders of all 44 systems to explain how
        rf"\b(?:asks?|asked|tells?|told|requires?|required|instructs?|instructed|orders?|ordered"
        rf"|wants?|wanted)"
        rf" (?:the )?(?:leaders|chairs|chiefs|chief officers|officers|bosses) (?:of|in"
        rf"|at) [\w ]{{3,40}}? to"
        rf" (?P<what>(?:explain|show|set out|say|demonstrate|prove|confirm"
        rf"|submit) {_REST}{{6,110}}?){END}",
        # proposals that do so will be looked on favourably
        rf"\b(?P<what>(?:proposals|applications|mergers|plans) (?:that"
        rf"|which) {_REST}{{6,110}}? (?:will|would)\b"
        rf"[^.;]{{0,12}} \"?be (?:looked|favoured|supported|welcomed|given|considered"
        rf"|encouraged){_REST}{{0,40}})"
        rf"\"?(?=[.;]|$)",
        rf"\b(?P<what>it (?:is|was|would be|will be|remains|remained) (?:up to|for"
        rf"|a matter for) (?:the )?(?:ccgs|"
        rf"icbs|groups|practices|members|commissioners|systems|local \w+|them) to (?:decide"
        rf"|choose|settle|propose"
        rf"|determine|come forward){_REST}{{0,60}}?){END}",
        rf"\b(?P<what>the tests? (?:in|under|for|of|set by|set out in) [\w ]{{3,40}} (?:is|are"
        rf"|was|were|remains?)\b"
        rf"{_REST}{{8,110}}?){END}",
        rf"\b(?P<what>(?:give|giving|place|placing|put|putting) (?:icss|integrated care systems"
        rf"|systems|them) (?:on"
        rf" )?an? (?:statutory|legal) (?:footing|basis)){_REST}{{0,40}}?{END}",
        rf"\b(?P<what>the (?:functions|powers|duties|staff) of (?:the )?(?:ccgs|pcts|icbs"
        rf"|groups) (?:would|will"
        rf"|should|must|are to|were to|to) (?:pass|move|go|transfer"
        rf"|be \w+) (?:in)?to {_REST}{{4,110}}?){END}",
        rf"\b(?P<what>(?:funding|money|cash|budgets?) for [\w ]{{3,50}} (?:would|will|must|should"
        rf"|is to|are to) be"
        rf" (?:protected|ring-?fenced|guaranteed|kept|maintained) {_REST}{{4,60}}?){END}",
        rf"\b(?:oppos\w+|against|reject\w*|resist\w*|block\w*|condemn\w*) [\"' ]*(?P<what>(?:any"
        rf"|all"
        rf"|every)"
        rf" (?:mergers? )?(?:of ccgs )?(?:(?:that|which) (?:lacks?|(?:does|do) not have|(?:is"
        rf"|are) not"
        rf" (?:backed|endorsed|supported))|without|not (?:backed|endorsed"
        rf"|supported)) {_REST}{{6,90}}?){END}",
        # expects boundaries to match
        rf"\b(?:expects?|expected|wants?|wanted|requires?|required"
        rf"|prefers?) (?P<what>(?:\w+ )?(?:boundaries"
        rf"|footprints) to (?:match|follow|mirror|align|respect|be) {_REST}{{3,60}}?){END}",
        rf"\b(?P<what>(?:ccgs|pcts|icbs|shas|clinical commissioning groups"
        rf"|primary care trusts)(?: (?:to|should"
        rf"|would|will|are to|must))? be (?:abolished|scrapped|dissolved|wound up|clustered"
        rf"|replaced)"
        rf"\b{_REST}{{0,110}}?)(?=[.;]|$)",
        rf"\b(?P<what>(?:pcts|ccgs|icbs|primary care trusts) (?:must|would have to|will have to"
        rf"|are to|have to)"
        rf" (?:form|join|create|work in) (?:\w+ )?clusters?{_REST}{{0,50}}?){END}",
        rf"\b(?P<what>(?:full|complete|universal|national) coverage of (?:the country"
        rf"|england){_REST}{{0,40}}?)"
        rf"{END}",
        rf"\b(?:ruled out|rejects?|rejected|rule out|no appetite for"
        rf"|no plans? for) (?P<what>(?:a |any |another"
        rf" )(?:top-down|national|further|structural|wholesale) (?:reorganisation|restructuring"
        rf"|shake-up)"
        rf"{_REST}{{0,40}}?){END}",
    )
)
"""Patterns of what is laid down, the clause as `what`."""
NATIONAL_WORDS: Final = compiled(
    r"merg|appl|boundar|footprint|cluster|abolish|scrap|dissolv|wound|coverage|overlap|show"
    r"|demonstrate|prove"
    r"|evidence|reorganis|restructur|closer|replaced|bids|proposals|explain|footing|functions of"
    r"|funding|money|budget|the tests?\b|to decide|to choose|without|lack"
)
NEGATED: Final = compiled(
    r"\b(?:nothing in|nowhere|no (?:law|rule|policy|guidance|requirement)|(?:did|does"
    r"|do) not (?:say|require"
    r"|order|mean|state)|nobody|denied|denies|not true)\b[^.;]{0,80}$"
)
"""Words before a clause that is laid down by nobody."""
