"""What is stated as policy: an authority's line, what it says that bodies must do, and legal dates.

A statement is of bodies in general ("CCGs", "mergers", "the number of boards") and is made by one
that stands above them, or is told to them: what a body says of itself is no policy.
"""

from __future__ import annotations

from typing import Final

from kg.documents.facts.policies.patterns import END, MONTH
from kg.documents.patterns import compiled

_REST: Final = r"(?:[^.;:\"]|\"[^\".;]{2,90}\"?|\.(?=\d))"
_ABOVE: Final = (
    r"(?:nhs england(?: and (?:nhs )?improvement)?|nhse(?:/i)?|nhsei|nhs improvement|monitor"
    r"|nhs (?:south|north|midlands|london|east|west)(?: of england| east| west)?"
    r"|(?:department(?: of health(?: and social care)?)?|dhsc?|dh|ministers?|(?:health )?secretary"
    r"(?: of state)?|government|treasury|whitehall|downing street|(?:national|commissioning) board"
    r"|board authority|authority|regulators?|centre|shas?|strategic health authorit(?:y|ies)"
    r"|(?:pct|primary care trust) cluster|regions?|regional (?:team|office|directors?|officials)"
    r"|guidance|mandate|white paper|framework|rules?|regulations|policy|(?:long[- ]term|ten-year"
    r"|nhs) plan|blueprint|letter|memo|act|bill)(?: (?:from|of|by|for)(?: the)? [\w ]{3,45}?)??)"
)
_SAYS: Final = (
    r"(?:says?|said|states?|stated|adds?|added|rules?|ruled|insists?|insisted|warns?|warned"
    r"|advises?|advised|wrote|writes|tells?|told|decrees?|decreed|declares?|declared|announced?"
    r"|announces|confirms?|confirmed|assured?|assures|reminded|stipulates?|stipulated"
    r"|reiterate[sd]|repeat(?:s|ed)|stress(?:es|ed)|emphasise[sd]|maintain(?:s|ed)|promise[sd]"
    r"|pledge[sd]|specifie[sd]"
    r"|suggests?|suggested|signalled|indicated|ma[dk]e(?:s)? (?:it )?(?:clear|plain)|sets? out)"
)
_TOLD: Final = r"(?:told|warned|advised|informed|assured|instructed|reminded|notified)"
_KINDS: Final = (
    r"(?:ccgs|icbs|pcts|stps|icss|shas|clinical commissioning groups|integrated care (?:boards"
    r"|systems)|primary care trusts|(?<!the )(?:groups|boards|systems|commissioners|consortia"
    r"|clusters|areas|providers|trusts|gps|practices))"
)
_ANY: Final = (
    rf"(?:(?:all|the) )?(?:(?:any|every|each|no|new|future|further|such|larger|smaller) ){{0,3}}"
    rf"(?:{_KINDS}|(?<=any )(?:ccg|icb|group|board)|(?<=every )(?:ccg|icb|group|board|system|area)"
    r"|(?<=each )(?:ccg|icb|group|board|system|area)|(?<=no )(?:ccg|icb|group|board|system)"
    r"|(?<!the )(?:mergers?|(?:boundary )?changes?|applications?"
    r"|reconfigurations?|proposals?|bids?|splits?)|boundaries|footprints|applicants"
    r"|(?:the )?number of (?:ccgs|icbs|groups|boards|bodies|systems|commissioners)"
    r"|reorganisations?|collaborations?|a (?:ccg|group|merger|change|board))"
)
_DUTY: Final = (
    r"(?:must|should|shall|cannot|may not|can only|may only|ought to|(?:will |would )?(?:have|has"
    r"|had"
    r"|need|needs) to|(?:are|is|were|was) (?:\w+ )?(?:required|expected|obliged|due|meant|supposed)"
    r" to|(?:will|would) (?:only|not(?! be (?:affected|published|drawn|available|commenting))"
    r"|never|have|need|no longer|be (?:required"
    r"|expected|grouped|clustered|asked|told|free|allowed|able|abolished|replaced|given|forced"
    r"|encouraged|merged|authorised|dissolved|covered)\b))"
)
_RARELY: Final = (
    r"(?:only (?:by|in|as|where|when|if|with|after)|by exception|in (?:truly |very |the most )?"
    r"(?:exceptional|rare|limited|special) (?:circumstances|cases)|as a last resort|exceptionally"
    r"|rarely|sparingly)"
)
_ALLOWED: Final = (
    r"(?:considered|allowed|entertained|approved|permitted|agreed|supported|countenanced"
    r"|contemplated|imposed|sanctioned|accepted|authorised|looked at|possible)"
)
_LINE: Final = (
    r"(?:policy|line|position|stance|rule|message|advice|expectation|view|preference|assumption"
    r"|principle|guidance|answer|requirement|condition|approach|test|ambition|aim|intention)"
)
_THAT: Final = r"(?:is|was|has been|had been|remains|remained)(?: \w+){0,2}? that"
_AUTHORISED: Final = (
    r"(?:(?:be|being|get|getting|become) (?:fully )?(?:authorised|licensed|approved as)|win|secure"
    r"|gain|achieve|obtain|pass|clear)(?:ning|ing)?(?:(?<=authorised)|(?<=licensed)"
    r"|(?<=approved as)"
    r"|(?: \w+)? (?:authorisation|a licen[cs]e))"
)
_UNLIKELY: Final = (
    r"(?:(?:will|would|could|might|may|can|did|do)(?: not|n't)|cannot|never|(?:was|were|is"
    r"|are) (?:not"
    r" )?(?:un)?likely to|(?:was|were|is|are) too (?:small|weak|big|large|fragile|poor) to|(?:has"
    r"|have"
    r"|had|stood) (?:little|no|scant) (?:chance|prospect|hope) of|struggle to|risk(?:s|ed)? not"
    r"|must"
    r"|should|fail to)"
)
_BEGIN: Final = (
    r"(?:become (?:legal|statutory|full)|be (?:put|placed) on an? (?:statutory|legal)|go live"
    r"|take (?:on|over|up) (?:their|its|full|statutory|legal|the|all)|assume (?:their|full"
    r"|statutory|legal)|come into (?:being|force|existence)|be (?:formally "
    r"|legally )?(?:established"
    r"|constituted|set up)|be (?:abolished|wound up|scrapped|replaced)|cease to (?:exist|operate)"
    r"|lose their (?:powers|statutory|duties))"
)
_OPEN: Final = r"(?:^|[\"'] ?|\b(?:that|but|and|so|because|while|,) )"
_ASSENT: Final = (
    r"(?:consent|approval|permission|agreement|blessing|sign-off|support|backing|authorisation)"
)
_DATE: Final = rf"(?:\d{{1,2}}(?:st|nd|rd|th)? )?(?:{MONTH}|\d{{4}}|next \w+)"
BY_AUTHORITY: Final = tuple(
    compiled(pattern)
    for pattern in (
        # the board has said that mergers must have a majority
        rf"\b{_ABOVE}\b(?:[^.;\"]{{0,60}}?|[^.;\"]{{60,170}}? and) {_SAYS}(?:"
        rf" (?!that\b)\w+){{0,2}}?(?: that)?"
        rf" (?P<what>[\"']?{_ANY} (?:(?:that|which|who|with|of|in|below|smaller|wishing|wanting"
        rf"|seeking"
        rf"|hoping|applying|under) [^.;:,\"]{{3,40}}? )?[\"']?{_DUTY} {_REST}{{4,130}}?){END}",
        # it said that there was no ideal size for a group
        rf"\b{_ABOVE}\b[^.;]{{0,110}}?\bthere (?:is|was|are|were|will be|would be) [\"']?"
        r"(?P<what>no (?:(?:right|wrong|ideal|optimum|optimal|correct|set|minimum|maximum|single"
        r"|standard|perfect|magic|upper|lower|natural|particular|one)(?: or |, | and | )?){1,3}"
        r"(?:size|number|model|population|limit|shape|footprint|scale|answer|form|way)s?"
        rf" (?:for|of|on|to)\b{_REST}{{3,60}}?){END}",
        # ministers have said no merger can take effect before April
        rf"\b{_ABOVE}\b[^.;\"]{{0,120}}? {_SAYS}(?: that)? (?P<what>no (?:\w+ )?(?:mergers?"
        rf"|changes?"
        rf"|applications?|ccgs?|icbs?|groups?|pcts?|boards?) (?:will|would|can|could|may"
        rf"|shall) {_REST}"
        rf"{{6,110}}?){END}",
        # groups in one county should merge, the government has said
        rf"(?:^|[\"'] ?)(?P<what>{_ANY} (?:(?:that|which|who|with|of|in|below|wishing|wanting"
        rf"|seeking"
        rf"|hoping|applying|under) [^.;:,\"]{{3,40}}? )?{_DUTY} {_REST}{{4,130}}?),[\"']?"
        rf" (?:the |a |its )?(?:[\w ]{{1,20}} )?{_ABOVE} (?:has |had |have )?{_SAYS}\b",
        # promised that there would be no more reorganisation
        rf"\b{_ABOVE}\b[^.;]{{0,40}}? (?:promis\w+|pledg\w+|insist\w*|assur\w+|rul\w+|{_SAYS})"
        rf"\b[^.;\"]{{0,40}}?[\"' ](?P<what>no (?:more |further |new |wholesale |structural "
        rf"|top-down"
        rf" |forced |enforced |compulsory |national )+(?:reorganisations?|restructuring"
        rf"|shake-ups?|mergers|upheaval|boundary changes){_REST}{{0,50}}?){END}",
        # ministers want boards to line up with councils
        rf"\b{_ABOVE} (?:has |have |had )?(?:also |now |since |already )?(?:wants?|wanted|expects?"
        rf"|expected|requires?"
        rf"|required|told|asked|ordered|instructed|directed|given|gave) (?P<what>(?:all "
        rf"|the remaining )?{_KINDS}"
        rf"(?: (?:in \w+|until [\w ]{{3,24}}))? (?:not )?to (?!(?:know|see|hear"
        rf"|wait)\b){_REST}{{6,120}}?){END}",
        # has paused all applications
        rf"\b{_ABOVE} (?:has |have |had )?(?:also |now |since )?(?P<what>(?:paused?|frozen?|froze"
        rf"|halt(?:ed)?|suspend(?:ed)?"
        rf"|bann?(?:ed)?|stopped|block(?:ed)?|put on hold|barred|called a halt to"
        rf"|put a stop to) (?:all|any|new"
        rf"|further|the|such|on) (?:[a-z]+ ){{0,3}}?(?:mergers?|applications?|changes"
        rf"|reorganisations?){_REST}{{0,70}}?){END}",
        # has written to boards asking them to draw up plans
        rf"\b{_ABOVE} (?:has |have |had )?(?:wrote|written|emailed|sent [\w ]{{2,24}}) to {_ANY}"
        rf"[^.;:\"]{{0,40}}? (?P<what>(?:asking|telling|ordering|instructing|requiring|warning"
        rf"|reminding|urging)"
        rf" (?:them|each|all) to {_REST}{{6,110}}?){END}",
    )
)
"""Patterns of what is said by one that stands above, the clause as `what`."""
STATED: Final = tuple(
    compiled(pattern)
    for pattern in (
        # the regulator's line, repeated yesterday, is that changes should be led locally
        rf"\b(?:{_ABOVE}(?:'s?)?(?: and \w+'s)?|national|official|formal|stated|central)"
        rf" (?:(?:\w+ ){{0,2}}?{_LINE}\b(?: (?:on|for|about|towards) [\w ]{{3,30}}?)?"
        rf"(?:, [^,.;]{{3,50}},)? )?{_THAT} (?P<what>{_REST}{{18,140}}?){END}",
        # mergers will be allowed only in exceptional circumstances
        rf"\b(?P<what>(?:any |further |new |such )*(?:mergers?|(?:boundary )?changes?|applications?"
        rf"|boundary reviews?|proposals?|splits?) (?:will|would|should|can|could|may|must|are to)"
        rf" (?:\w+ )?(?:be )?{_ALLOWED} [\"']?{_RARELY}\b{_REST}{{0,80}}?){END}",
        rf"\b(?P<what>(?:any |further |new |such )*(?:mergers?|(?:boundary )?changes?|applications?"
        rf"|proposals?) (?:will|would|should|can|could|may|must) (?:only|rarely|never"
        rf"|exceptionally) be {_ALLOWED}\b{_REST}{{0,80}}?){END}",
        # were told that groups of that size would not be authorised
        rf"\b(?:{_ABOVE}\b[^.;\"]{{0,60}}? {_SAYS}|(?:was|were|been|being|and|had) {_TOLD})"
        rf"(?: (?!that\b)[\w']+){{0,5}}? that"
        rf" (?P<what>(?:[^.;:,\"]|,(?=\d)){{2,70}}? {_UNLIKELY} (?:\w+"
        rf" )?{_AUTHORISED}\b{_REST}{{0,60}}?){END}",
        # boards will become statutory bodies on 1 July
        rf"(?:^|[\"',] ?|\b(?:that|confirmed|said|says|announced|when|because|until) )"
        rf"(?P<what>(?:all |the )?(?:\d+ |new )?(?:ccgs|icbs|pcts|shas|icss|clinical commissioning"
        rf" groups|integrated care (?:boards|systems)|primary care trusts|strategic health"
        rf" authorities) (?:will|would|should|are|were) (?:not |formally |legally |now )?(?:(?:due"
        rf"|set|expected|scheduled) )?(?:to )?{_BEGIN}\b[^.;:\"]{{0,50}}?\b(?:until|on|in|from|by"
        rf"|before|after) {_DATE}(?: \d{{4}})?)",
        # clusters had to be in place by June
        rf"{_OPEN}(?P<what>(?:the )?(?:new )?{_KINDS} (?:must|had to|have to|(?:are"
        rf"|were) (?:\w+ )?to)"
        rf" {_REST}{{4,60}}? by (?:the end of |early |mid-?|late )?{_DATE}(?: \d{{4}})?)",
        # groups need the consent of the board before they change
        rf"{_OPEN}(?P<what>{_ANY}(?: (?:to|of|in) [a-z ]{{3,24}}?)? (?:need|needs|require|requires"
        rf"|must (?:have|seek|get|win|obtain)"
        rf"|(?:has|have) to (?:have|seek|get|win|obtain)) (?:the |an? )?(?:\w+ )?{_ASSENT} (?:of"
        rf"|from)"
        rf" {_REST}{{4,90}}?){END}",
        rf"{_OPEN}(?P<what>{_ANY}(?: (?:to|of|in) [a-z ]{{3,24}}?)? (?:need|needs|require"
        rf"|requires) (?:the )?"
        rf"[\w ]{{3,40}}'s? {_ASSENT}\b{_REST}{{0,90}}?){END}",
        # those that are not ready will be authorised with conditions
        rf"{_OPEN}(?P<what>(?:ccgs|icbs|pcts|stps|consortia|applicants) (?:that|which|who)"
        rf" [^.;:,\"]{{4,50}}? (?:must|should|cannot|have to|will have to|need to|(?:will|would"
        rf"|may)"
        rf" (?:not )?(?:only )?be (?:authorised|approved|allowed|merged|abolished|set up|taken|put"
        rf"|given"
        rf"|held|required|expected)) {_REST}{{6,100}}?){END}",
        rf"\b(?P<what>there (?:will|would) be no (?:more |further |new |forced |enforced "
        rf"|top-down )+"
        rf"(?:mergers?|reorganisations?|restructuring|boundary changes){_REST}{{0,50}}?){END}",
        # under the rules a group that merges must share a boundary
        rf"\bunder (?:the |these |its )?(?:[\w']+ ){{0,3}}?(?:rules|guidance|regulations|criteria"
        rf"|policy"
        rf"|framework|act|plans|blueprint),? (?P<what>{_ANY} (?:(?:that|which|who|with|of"
        rf"|in) [^.;:,\"]{{3,40}}? )?"
        rf"{_DUTY} {_REST}{{4,130}}?){END}",
        # the requirement for them to be coterminous with councils
        rf"\b(?P<what>(?:requirement|expectation|obligation|duty|instruction|stipulation|demand)s?"
        rf" (?:for|on|to) {_ANY} to {_REST}{{6,90}}?){END}",
        # no merger would be approved without the consent of members
        rf"\b(?P<what>no (?:\w+ )?(?:mergers?|changes?|applications?|ccgs?|icbs?|groups?|boards?"
        rf"|pcts?|practices?)"
        rf" (?:will|would|can|could|should|may|must) (?:be \w+|go ahead|proceed|take place|happen"
        rf"|merge)"
        rf" (?:without|unless|against|if)\b {_REST}{{4,90}}?){END}",
        # the deadline for applications is 30 September
        rf"\b(?P<what>(?:the )?(?:deadline|cut-off|closing date)(?: date)? for (?:\w+ ){{0,4}}?"
        rf"(?:applications?|proposals|bids|plans|submissions?|mergers?|authorisation)"
        rf"[^.;:,\"]{{0,20}}? (?:is|was|falls on|has been|had been) [^.;:,\"]{{0,30}}?{_DATE}"
        rf"(?: \d{{4}})?)",
    )
)
"""Patterns of what is stated as policy by whomever, the clause as `what`."""
STATED_WORDS: Final = compiled(
    r"\b(?:that|would|will|must|should|shall|cannot|only|ought|(?:have|has|had|need|needs) to"
    r"|needs?"
    r"|required?|requires|requirement|obligation|duty|demand|instruction|all|any|asking|telling"
    r"|ordering|wants?|wanted|expects?|asked|told|ordered|given|gave|instructing|requiring|urging"
    r"|warning|expected|no|deadline|cut-off|closing|due|set"
    r"|scheduled)\b"
)
"""One of these stands in every sentence that a pattern finds."""
AUTHORITY_WORDS: Final = compiled(
    r"\b(?:nhs|monitor|depart|dh|minist|secretary|government|treasury|whitehall|downing|national"
    r"|authority|regulat|centre|sha|strategic|cluster|region|guidance|mandate|paper|framework"
    r"|rule|polic|plan|blueprint|letter|memo|act\b|bill\b|board)"
)
"""One of these stands in every sentence that names an authority."""
