"""Words of stance by what somebody asks of others, or lays down for them."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

_MARK: Final = " [\"']?"
_ASK: Final = (
    r"(?:call(?:s|ed|ing)? (?:up)?on|urg(?:e|es|ed|ing)|ask(?:s|ed|ing)|press(?:es|ed|ing)"
    r"|implor(?:e|es|ed|ing)|beg(?:s|ged)|lobb(?:ies|ied|ying)|challeng(?:e|es|ed|ing)"
    r"|want(?:s|ed)?|would like|exhort(?:s|ed)|encourag(?:e|es|ed|ing))"
)
_LET: Final = (
    r"(?:guarantee|protect|fund|allow|let|leave it to|support|back|keep (?:open|funding)|safeguard"
    r"|ring-?fence|restore|maintain|invest|honour|trust|free|give|grant|put (?:more|gps|clinicians"
    r"|doctors|patients)|be (?:permissive|flexible|bold)|pool|share|work (?:more closely|together)"
    r"|collaborate|lend|devolve|speed|get (?:on with|behind))"
)
_CARE: Final = (
    r"(?:(?:tread|proceed|move) (?:carefully|cautiously|slowly|with (?:care|caution))"
    r"|(?:be|stay|remain) (?:cautious|careful|wary|patient)|take (?:its|their|more|the) time"
    r"|slow down|wait|learn (?:the )?lessons|not to (?:rush|hurry|panic|jump|be hasty|over-?react))"
)
_EXPLAIN: Final = (
    r"(?:explain|justify|come clean|apologise|publish|release|disclose|prove|show (?:its|their|the)"
    r"|spell out|account for|set out|clarify|say (?:how|why|what|when)|tell"
    r"|answer|reveal|demand|fight|campaign|listen)"
)
_BIND: Final = (
    r"(?:promis(?:e|es|ed|ing)|insist(?:s|ed|ing)?|decree(?:s|d)|ma(?:de|kes?) (?:it )?(?:clear"
    r"|plain)|declar(?:e|es|ed)|rul(?:ed|es)|stipulat(?:e|es|ed)|announc(?:e|es|ed)|dictat(?:e|es"
    r"|ed)|demand(?:s|ed)?|(?:told|tells?|informed|warned|instructed) [^.;,]{3,50}?)"
)
_UNHIDDEN: Final = (
    r"(?:(?:(?:do|does|did|has|have|could)(?: not|n't)|cannot|can't|never|barely|hardly|scarcely)"
    r" (?:hide|hid|hidden|disguised?|conceal(?:ed)?)|ma(?:kes?|de) no secret of)"
)
_ASSURE: Final = r"(?:insist|promis|pledg|assur|stress|vow|guarantee)\w*"
_SEE: Final = r"(?:expect(?:s|ed)?|hop(?:e|es|ed)|like[sd]?|want(?:s|ed)?)"
_SOUND: Final = r"(?:str(?:ike|ikes|uck)|sound(?:s|ed))"
FOR: Final = words(
    rf"""
        {_ASK} [^.;,]{{2,60}}? to {_LET}\b
        {_BIND}(?: (?:that )?(?:there|it|they|they'd|all|every|each|systems?|areas?|ccgs
        + |the (?:county|area|system)))?(?: \w+){{0,3}}? (?:will|would|must|should
        + |ha[ds] to|have to|need(?:s|ed)? to|were to|was to) (?:only |just |all )?(?:be|have|become
        + |move to|come down to) (?:only |just |down to )?(?:one|a single) (?:ccg|icb|commissioner
        + |clinical commissioning|body|board|statutory|organisation)
        urg(?:e|es|ed|ing) (?:the )?(?:doubters|sceptics|critics|opponents|waverers|rebels) to
        (?:come|came) out (?:for|in support of|strongly for|firmly for)\b
        would (?:also |warmly |certainly )?(?:applaud|welcome|back|endorse|favour)\b
        (?:would|will|could) (?:happily |reluctantly )?(?:go along with|live with|settle for)\b
        would (?:\w+ )?like to see|(?:thinks?|believes?) [^.;,]{{2,40}} (?:is|are|was|were
        + |would be) (?:\w+ )?(?:a step forward|right|overdue|sensible)
        regards? [^.;,]{{3,60}}? as (?:an? )?(?:\w+ )?(?:step|advance|improvement|opportunity
        + |progress|success|model)
        (?:is|are|was|were) (?:\w+ )?relaxed\b|no secret of (?:his|her|its|their)
        {_UNHIDDEN} (?:his|her|its|their) (?:delight|relief|pleasure|enthusiasm|support)
        point(?:s|ed)? to the (?:benefits?|advantages?|savings)
        back(?= (?:the|a|an|it|this|that|them|plans?|mergers?|moves|proposals|such|any|its
        + |their)\b)(?<!ed back)(?<!ing back)(?<!put back)(?<!cut back)(?<!get back)(?<!got back)
        + (?<!give back)(?<!gave back)(?<!take back)(?<!took back)(?<!pay back)(?<!push back)
        + (?<!come back)(?<!claw back)(?<!roll back)(?<!hold back)(?<!bring back)(?<!brought back)
        + (?<!scale back)(?<!win back)(?<!hand back)(?<!the back)(?<!on back)(?<!go back)
        + (?<!went back)(?<!held back)
        {_SEE} to see (?:\w+ )?(?:fewer|larger|bigger|more mergers|mergers|one|a single)\b
        wants? the number [^.;,]{{0,30}}?(?:cut|reduced|halved|brought down|slashed)
        {_ASSURE} [^.;,]{{0,40}}?(?:that )?(?!(?:it|they|he|she|we) )(?:\w+ ){{1,4}}?(?:would
        + |will)(?: not|n't| never) (?:be (?!merg
        + |join|bull|forc|push|part)|become|lose|mean|affect|face|have to|see|change)
        {_ASSURE} [^.;,]{{2,50}}? (?:would|will) (?:still
        + |continue to|remain|keep|be (?:taken|made|kept|protected|ring-?fenced|safe|decided|better
        + |heard))
        (?:status quo|doing nothing|standing still|no change|current (?:set-up|system|arrangements?
        + |structure)) (?:is|was|are|were) (?:not|no longer|simply not) (?:\w+ )?(?:sustainable
        + |viable|tenable|acceptable|an option|working|good enough)
        vow\w* to (?:press on|carry on|fight on|try again|continue|see it through|keep going)
        express(?:es|ed|ing) (?:its|their|his|her)? ?(?:\w+ )?(?:delight|relief|support|satisfaction
        + |approval|enthusiasm|pleasure)
        agreed(?: unanimously| last \w+| in principle)? to (?:create|form|set up|establish|become
        + |join
        + |move to|support|back|unite|pool)
        open to (?:fewer|larger|bigger|more|further|a single|one)\b
        would (?:\w+ )?prefer (?=(?:all|every|each|both|one|a (?:single|joint|shared|larger|bigger
        + |full)|to (?:merge|join|share|work|combine|form))\b)
        (?:issu|sign|releas|publish|wr[io]t|put out)\w* (?:an? )?(?:\w+ )?(?:statement|letter
        + |declaration) (?:in support|backing|supporting|welcoming|in favour)
        hop(?:e|es|ed|ing) for an? (?:yes|positive|approval)
        {_SOUND} an? (?:\w+ )?(?:positive|upbeat|optimistic|bullish|confident|enthusiastic) note
        wants? (?:to see )?[^.;,]{{3,40}} (?:aligned|brought together|pooled|integrated|shared
        + |devolved|preserved|retained|safeguarded|ring-?fenced)\b
        (?:allayed|answered|met|settled|swung it|made (?:all )?the difference)\b(?= for (?:him|her
        + |us|me|them)\b)|sees? (?:itself|themselves) as (?:one|a single)
    """,
    marks=_MARK,
)
AGAINST: Final = words(
    rf"""
        {_ASK} [^.;,]{{2,60}}? to (?:\w+ly )?{_EXPLAIN}\b
        (?:call(?:s|ed|ing) (?:up)?on|urg(?:e|es|ed|ing)|ask(?:s|ed)) [^.;]{{2,150}}? and (?:to
        + )?(?:resist|reject|abandon|halt|stop|oppose|scrap|drop|avoid)\b
        recommend(?:s|ed|ation|ations)\b[^.;]{{0,60}}? (?:should )?(?:stop|halt|cease|pause|abandon
        + |suspend|not (?:approve|force|impose|pursue))
        (?:has|have|had|with|of|in|sees?|saw|shows?|showed|express\w*) (?:\w+ )?no (?:\w+ )?(?:wish
        + |interest|desire|intention|ambition|appetite|enthusiasm) (?:in|to|of|for)\b
        + (?! (?:close|clos\w+|cut|stop|comment))
        no (?:\w+ )?plans? for [^.;]{{3,60}} to (?:merge|become|form|join|combine|be merged|unite)
        (?:has|have|had|is|are|was|were|been)? ?grumbl(?:e|es|ed|ing)|mutter(?:s|ed|ing)?\b
        {_UNHIDDEN} (?:his|her|its|their) (?:dismay|anger|frustration|fury|disappointment
        + |irritation|scepticism
        + |contempt|displeasure|annoyance)
        far from (?:\w+ )?(?:reassured|convinced|persuaded|happy|impressed|keen|satisfied|won over
        + |thrilled|enthusiastic|pleased)
        g[ai]v(?:e|es|en|ing) (?:it|them|this|that|the \w+(?: \w+)?) (?:an?
        + |the )?(?:\w+ )?(?:red card
        + |thumbs[- ]down|cold shoulder|short shrift|rough ride|boot)
        (?:resign|quit|step\w* down|stood down|walk\w* out)\w*[^.;]{{0,40}}? (?:in (?:protest
        + |disgust|anger)|rather than)
        would have preferred (?!to (?:wait|see|hear|know))
        (?:deeply|very|profoundly|extremely|increasingly|distinctly|decidedly) ["']?(?:uneasy
        + |nervous|wary|anxious)
        ask(?:s|ed)? (?:why|how on earth|what the point|who (?:would|will))\b
        (?:decid|opt|cho|elect|vot|resolv)\w* (?:not to|against) (?:tak|join|merg|proceed|sign|bid
        + |go|pursu|support|back|be|apply|follow|particip|endors)\w*
        brand(?:s|ed|ing) (?:it|them|this|that|the|him|her|its|their|his)\b
        blam(?:e|es|ed|ing) [^.;,]{{2,50}}? for\b|tak(?:e|es|ing) a dim(?:mer)? view|took a dim view
        would (?:scrap|abolish|halt|stop|reverse|block|ban|bin|ditch) (?:the|all|any|it|them|ccgs
        + |icbs)
        express(?:es|ed|ing) (?:its|their|his|her)? ?(?:\w+ )?(?:dismay|anger|disappointment|regret
        + |frustration|scepticism|unease|alarm|outrage|opposition|fury)
        (?:call|ask|press|campaign|push)(?:s|ed|ing)? for [^.;]{{0,60}}?\bto be (?:reviewed
        + |revisited
        + |re-?examined|looked at again|overturned)
        fret(?:s|ted)? (?:that|about|over)\b|hop(?:e|es|ed|ing) for a no\b|draw(?:s|n|ing)? (?:the
        + |a) line at|drew (?:the|a) line at
        {_SOUND} a (?:\w+ )?(?:sceptical|sour|discordant|dissenting|critical|gloomy
        + |pessimistic) note
        (?:grous|carp|moan|chaf|bristl|wince|bridl|seeth|fum)(?:es?|s|ed|ing|led|les)\b
        ma(?:de|kes?|king) (?:its|their|his|her) (?:displeasure|unhappiness|opposition|anger
        + |feelings|dissatisfaction|unease|objections|hostility) (?:known|plain|clear|felt)
        vot(?:ed|es|e|ing)(?: by)? [\w-]+(?: votes?| practices)? to [\w-]+(?:,? [\w' -]{{3,30}}?)?
        + ,? against\b|(?:^|(?<= ))objected(?=[ ]?[,.;:])
        would rather (?:have|it|they|the|that)\b[^.;]{{0,20}}?(?:had|kept|stayed|remained|were
        + |was|not|left|spent)
        den(?:y|ies|ied) that\b|feels? (?:this|that|it) is (?:unfair|wrong|unjust)
        could not (?:bring|persuade) (?:him|her|it|them)sel(?:f|ves) to
        (?:yet|still|remains?|remained) to be (?:won (?:over|round)|convinced|persuaded|sold)
        (?:reject(?:s|ed)|dismiss(?:es|ed)) [^.;,]{{2,40}}? as (?:an? )?["']?\w+
        typically['"]? (?:had |has |was |were |is |being |been |somehow |quietly )*(?:dropp\w+
        + |vanish\w+|disappear\w+|fell|fallen|falls|gone|lost|remov\w+|delet\w+|left out|omitted
        + |missing|went missing|ignored|forgotten|airbrushed)
        (?:demand(?:s|ed)|insist(?:s|ed)) (?:that )?[^.;,]{{3,50}}? (?:think again|back down
        + |reconsider|be (?:halted|stopped|scrapped|paused|reversed))
    """,
    marks=_MARK,
)
NEUTRAL: Final = words(
    rf"""
        {_ASK} [^.;,]{{2,60}}? to {_CARE}\b|{_ASK} [^.;,]{{2,60}}? not to (?:rush|hurry|jump|panic)
        (?:put(?:s|ting)?|push(?:es|ed)|kick(?:s|ed)) (?:off|back) (?:its|their|his|her|the|a
        + |any) (?:\w+ )?
        + (?:decision|vote|response|verdict|view|ballot)
        (?:defer|delay|postpon|adjourn)\w* (?:its|their|his|her|the|a|any|taking a
        + |making a) (?:\w+ )?
        + (?:decision|vote|response|verdict|view|ballot|discussion)
        (?:call|appeal|plead)\w* for (?:calm|restraint|patience|cool heads|caution|realism)
        {_SOUND} a (?:\w+ )?(?:note of caution|cautious note|warning note|measured note
        + |neutral note)
        (?:is|was|were|are) (?:rather |much |far |somewhat )?more (?:measured|qualified|tentative
        + |balanced|nuanced|guarded|equivocal|pragmatic|philosophical)
        let's (?:wait|see)\b|only (?:by|as an?) (?:exception
        + |exceptional)|as a last resort
        (?:was|were|is|are) (?:\w+ )?(?:diplomatic|even-handed|circumspect|cautious)\b
    """,
    marks=_MARK,
)
