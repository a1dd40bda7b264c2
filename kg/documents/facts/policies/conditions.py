"""What is required of bodies that would merge or plan, and what is laid down for none of them."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.policies.patterns import END
from kg.documents.patterns import compiled

_REST: Final = r"(?:[^.;:\"]|\"[^\".;]{2,60}\"|\.(?=\d))"
_BODIES: Final = (
    r"(?:mergers?|applications?|applicants?|proposals?(?: to merge)?|(?:business )?cases?|ccgs?"
    r"|icbs?"
    r"|groups?|stps?|icss?|systems|areas|boards?|lmcs|plans?|commissioners|bodies|members)"
)
_MUST: Final = (
    r"(?:must|would (?:need|have)|will (?:need|have)|should|needs?|ought|has|have to|can only|may"
    r" only|cannot|are required|is required)"
)
_CONDITION: Final = (
    r"(?:support|backing|agreement|approv\w+|consent|consult\w*|ballots?|votes?|tests?|boundar\w+"
    r"|show|prove|demonstrate|explain|say how|set out how|evidence|sign-off|blessing)"
)
_ASKED: Final = (
    r"(?:asks?|asked|asking|requires?|required|requiring|tells?|told|telling|expects?|expected"
    r"|wants?|wanted|instructs?"
    r"|instructed|orders?|ordered)"
)
CONDITIONS: Final = tuple(
    compiled(pattern)
    for pattern in (
        rf"(?:^|[\"'] ?|\b(?:says?|said|that|states?|stated|rules?|ruled|guidance|framework"
        rf"|plan),? (?:that )?)"
        rf"(?P<what>(?:new |all |small |smaller |emerging )?(?:ccgs|icbs|pcts|stps|icss|applicants"
        rf"|clusters|boards|systems|groups)\b(?: wishing to merge| that want to merge| wanting to"
        rf" merge)? "
        rf"(?:must|have to|are required to|are expected to|are obliged to|will have to|need to)"
        rf" {_REST}{{10,110}}?){END}",
        rf"\b(?:mergers?|applications?|proposals?)\b[^.;\"]{{0,30}}?\b(?P<what>(?:only )?(?:be )?"
        rf"(?:approved|allowed|considered|supported|permitted|agreed) (?:only )?[\"']?(?:where|if"
        rf"|provided|so long as|unless) {_REST}{{8,90}}?)(?=[\"]|[.;]|$)",
        rf"\b(?P<what>(?:(?:an?|any|no|the|new|future|such) )?(?:\w+ )?(?:mergers?|applications?"
        rf"|ccgs?"
        rf"|groups?|icbs?|proposals?|boards?|practices|they) (?:cannot|can not|may not|must not"
        rf"|will"
        rf" not|would not|could not|can only|may only|will only|would only|should not|need not)"
        rf" (?:be )?(?:merged?|go ahead|proceed|approved|considered|happen|take place|join|combine"
        rf"|allowed|authorised|imposed|forced)\b {_REST}{{0,30}}?\b(?:unless|without|until|if|where"
        rf"|with|against|on)\b {_REST}{{6,110}}?){END}",
        rf"\b(?P<what>(?:any|every|each|all|no) (?:new |such |merged |future |larger )*{_BODIES}"
        rf" (?:must|should|will have to|has to|have to|needs? to|is to|are to"
        rf"|ought to) (?:\w+ )?(?:be"
        rf" |share |match |follow |respect |cover ){_REST}{{0,40}}?\b(?:co-?terminous|boundar\w+"
        rf"|aligned|footprints?|same area)\b{_REST}{{0,60}}?){END}",
        rf"(?:^|[\"'] ?|that )(?P<what>(?:an?|the) (?:ccg|icb|group|applicant|pct"
        rf"|merging group) {_MUST}"
        rf" (?:to )?(?:show|demonstrate|prove|have|win|consult|secure|obtain|command|satisfy)"
        rf" {_REST}{{6,130}}?){END}",
        rf"\b(?P<what>(?:at least |more than |only )?(?:two[- ]thirds|three[- ]quarters"
        rf"|a majority|half"
        rf"|\d+(?:%| per ?cent)) of (?:the |all |its |their )?(?:practices|members|gps|votes"
        rf"|groups)"
        rf"\b{_REST}{{0,30}}? {_MUST} (?:to )?(?:agree|approve|support|vote|back|be in favour"
        rf"|consent)"
        rf"\b{_REST}{{0,60}}?){END}",
        rf"\b(?:look(?:s|ed|ing)? (?:more )?(?:favourably|kindly) (?:on|upon|at)|favours?"
        rf"|encourages?"
        rf"|welcomes?|(?:would|will) (?:only )?(?:support|consider|back"
        rf"|approve)) (?P<what>(?:any )?"
        rf"(?:mergers?|applications?|proposals?|plans?) (?:that|which|where"
        rf"|if) {_REST}{{10,130}}?){END}",
        r"\b(?P<what>no (?:\w+ )?target for the number (?:of )?[\w ]{0,40})",
        rf"\b(?P<what>(?:all|every|each) (?:areas?|parts?|regions?|corners?)(?: of (?:england|the"
        rf" country))? (?:are to|is to|must|should|will|would) be (?:covered|served) by (?:an?"
        rf" )?(?:ics"
        rf"|integrated care systems?|icb)\b{_REST}{{0,60}}?){END}",
        rf"\b(?P<what>(?:icb|ccg|stp|ics|their|system|new) (?:boundaries|footprints) (?:should|must"
        rf"|will|would|are to|need to|ought to) (?:\w+ )?(?:match|follow|mirror|align|respect|be"
        rf" (?:the"
        rf" same|co-?terminous|aligned))\b{_REST}{{0,70}}?){END}",
        rf"\b(?:wants?|wanted|expects?|expected|requires?|required|prefers?|insists? on)"
        rf" (?P<what>(?:all"
        rf" )?{_BODIES} (?:to be|being) (?:co-?terminous|aligned)\b{_REST}{{0,60}}?){END}",
        rf"\b(?P<what>(?:(?:any|every|each|all|no|both|future|new) ){{1,2}}(?:\w+ ){{0,2}}?"
        rf"{_BODIES}(?: to merge)? (?:\w+ )?{_MUST}\b{_REST}{{0,60}}?\b{_CONDITION}\b"
        rf"{_REST}{{0,90}}?){END}",
        rf"\b(?P<what>(?:lmcs|members|councils|[\w ]{{0,24}}boards|practices|patients) (?:should"
        rf"|must|ought"
        rf" to) {_REST}{{0,50}}?\b(?:ballot|vote|approve|agree|consent|veto|say|told|asked"
        rf"|consulted)\b"
        rf"{_REST}{{0,20}}?\b(?:merge\w*|any|before)\b{_REST}{{0,60}}?){END}",
        rf"\b(?:guidance|nhs england|nhse|nhs improvement|rules?|policy|centre|regulators?"
        rf"|letter)\b"
        rf"[^.;]{{0,120}}?\b(?:says?|said|states?|stated|adds?|added)(?: that)? (?P<what>(?:they"
        rf"|ccgs"
        rf"|groups|applicants) {_MUST} {_REST}{{0,40}}?\b{_CONDITION}\b{_REST}{{0,110}}?){END}",
        rf"\b(?P<what>{_ASKED} (?:all |every |each |the )?(?:applicants|ccgs|groups|systems|stps"
        rf"|icbs"
        rf"|boards|areas|commissioners)\b[\w ]{{0,40}}? to (?:prove|show|demonstrate|explain|set"
        rf" out"
        rf"|publish|consult)\b{_REST}{{8,130}}?){END}",
        rf"\b{_ASKED} (?:stp |ics |ccg |system )?(?:leaders|applicants|ccgs|groups|systems|stps"
        rf"|icbs"
        rf"|boards)\b[\w ]{{0,25}}? that (?P<what>{_REST}{{0,50}}?\b{_MUST}"
        rf" {_REST}{{6,110}}?){END}",
        r"^(?!.{0,90}\b(?:commissioners|lmcs?|bma|council|unison|union|healthwatch|nhscc|alliance"
        r"|confederation|association|fund|trust|members|practices|gps) (?:\w+ )?(?:supports?|backs?"
        r"|agrees?)\b).*?\b(?:approv\w*|consider\w*|allow\w*|support\w*"
        r"|agree\w*)\b[^.;\"]{0,40}?[\""
        r" ](?P<what>(?:only"
        rf" )?(?:where there|if (?:it|they|there)|if and only if|provided that|so long as) {_REST}"
        r"{10,90}?)(?=[\"]|[.;]|$)",
        r"\b(?P<what>(?:(?:had|has|have|there (?:is|was)|with) )?(?:no|not (?:have|had|set) an?"
        r"|(?:did"
        r"|does|do) not (?:have|set) an?) [\"']?(?:(?:national|top-down|central|fixed|preferred"
        rf"|minimum|prescribed|mandated) )+(?:plan|blueprint|target|size|number|map|model)[\"']?"
        rf" (?:for|of|on|to)\b{_REST}{{0,50}}?){END}",
        rf"\b(?P<what>(?:(?:ccgs?|icbs?|pcts?|groups)'?s?|their|its) (?:functions|staff|powers"
        rf"|duties"
        rf"|responsibilities)(?: and \w+)? (?:would be |will be |to be |being |are to be |should"
        rf" be )?"
        rf"(?:absorbed|handed|transferred|folded|passed|moved) (?:in)?to {_REST}{{4,70}}?){END}",
    )
)
CONDITION_WORDS: Final = compiled(
    r"merg|applic|guidance|plan|proposal|told|ask|requir|expect|functions|fixed|preferred|boards"
    r"|target|covered|bound|terminous|must|to "
)
"""One of these stands in every sentence that such a policy is told in."""
