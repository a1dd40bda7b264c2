"""Words of stance by fields: what somebody is, does to a plan, or does with its support."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

_MARK: Final = " [\"']?"
_IS: Final = (
    r"(?:(?:is|are|was|were|remains?|remained|stays?|stayed|became|becomes|seems?|seemed|sounds?"
    r"|sounded"
    r"|feels?|felt|appears?|appeared|proved|has been|have been|had been|has become|have become"
    r"|looks"
    r"|(?:declared|pronounced|professed|confessed) (?:it|him|her|them)sel\w+)(?: to be)?"
    r" (?:(?:known|said|understood|thought|believed|reported) to be )?(?!not |less |no longer "
    r"|hardly )(?:(?:\w+ly['\"]?|more|far|much"
    r"|rather|still|also|very|quite|deeply|even|equally|altogether|initially|long|now|never|all"
    r"|both|so|too"
    r"|openly|a little|a bit|somewhat|as) )*)"
)
_PLAN: Final = (
    r"(?:(?:the|a|an|any|its|their|this|that|such an?|his|her|both"
    r"|all)(?: \w+){0,2}? )?(?:mergers?|merging"
    r"|plans?|moves?|ideas?|proposals?|tie-up|union|schemes?|bids?|application|changes?"
    r"|amalgamation|deal"
    r"|decision|reorganisation|shake-up|single (?:body|ccg|commissioner|organisation)|it|them"
    r"|reforms?"
    r"|link-up|marriage|policy)\b"
)
_HARM: Final = (
    r"(?:block|halt|kill|sink|sank|sunk|scupper|stall|stymi|veto|quash|frustrat|obstruct|derail"
    r"|thwart|shun"
    r"|spurn|snub|rebuff|rebuk|derid|ridicul|savag|lambast|slat|trash|pann|regrett?|mourn|rue"
    r"|undermin"
    r"|contest|challeng|torpedo|nix|knock(?:ed)? back|overturn|dismember|disown|repudiat|revil"
    r"|lampoon"
    r"|turn(?:s|ed)? down|throw\w* out|threw out|send(?:s|ing)? back|sent back|water(?:ed|s)? down"
    r"|shoot\w* down|shot down|pour(?:s|ed)? (?:scorn|cold water) on|t[eo]ar\w* into"
    r"|lash\w* out at|hit\w* out"
    r" at|take\w* (?:issue|exception) (?:with|to)|took (?:issue|exception) (?:with|to)"
    r"|rail\w* (?:at|against)"
    r"|baulk\w* at|recoil\w* (?:at|from)|want\w* no (?:part|truck) (?:of|in|with)|distanc\w+ (?:it"
    r"|them|him|her)"
    r"sel\w+ from|turn\w* (?:its|their|his|her) backs? on|set (?:its|their) face against)"
)
_HELP: Final = (
    r"(?:sanction|ratif|commend|applaud|appla|embrac|endors|swing behind|swung behind|rall(?:y"
    r"|ied) (?:behind"
    r"|to)|g[eo]t behind|line\w* up behind|fall\w* in behind|fell in behind|threw \w+ \w+ behind"
    r"|smooth\w* the"
    r" (?:way|path) for|pav\w* the way for|wav\w* through|nod\w* through|sign\w* off(?: on)?|ratif"
    r"|justif"
    r"|extol|trumpet|sell|sold|talk\w* up|evangelis\w* (?:for|about)|put\w* the case for"
    r"|ma[dk]\w* the case for"
    r"|mount\w* a defence of|plump\w* for|root\w* for|lobb\w* (?:hard )?for|clear\w* the way for)"
)
_BAD: Final = (
    r"(?:indecent|shameful|disgrace\w*|scandal\w*|ridiculous|absurd\w*|crazy|insan\w+|madness"
    r"|bonkers|barmy|daft|idiotic"
    r"|reckless|rushed|hasty|premature|flawed|cynical|dishonest|arrogant|insult\w*|slap in|kick in"
    r"|betrayal|outrage\w*"
    r"|nonsens\w*|farc\w+|shambles|disast\w+|catastroph\w*|mistake|folly|travesty|con\b|trick"
    r"|fraud|sham|charade|stitch-up"
    r"|fudge|botch\w*|mess|dog's|bombshell|hammer blow|body blow|blow|backward|retrograde"
    r"|land grab|smash and grab|raid"
    r"|theft|robbery|takeover|annexation|gamble|leap in|vanity project|distraction|waste"
    r"|unworkable|unfair|unjust"
    r"|undemocratic|unnecessary|unacceptable|unwise|misguided|wrong|perverse|bizarre|baffling"
    r"|worrying|alarming|lazy"
    r"|half-baked|privatisation|asset|cuts?\b|death knell|nail in|thin end|slippery slope"
    r"|heartbreaking|disappointing)"
)
_GOOD: Final = (
    r"(?:sensible|logical|overdue|exciting|historic|pragmatic|no-brainer|essential|necessary"
    r"|step forward|big step"
    r"|breath of|win-win|triumph|coming of age|timely)"
)
_CALL: Final = (
    r"(?:brand|label|dubb|dub|call|describ|denounc|condemn|hail|deem|term|think|thought"
    r"|consider)\w*"
    r" (?:the [^.;]{2,40}?|it|this|them|that)(?: as)? (?:an? |the )?(?:[\w-]+ ){0,2}?"
)
AGAINST: Final = words(
    rf"""
        {_CALL}{_BAD}
        regret(?:s|ted)?['"]? {_PLAN}|(?:is|was|are|were) not (?:\w+ )?interested\b
        no plans? to (?:join|merge|take part|cluster|follow|combine|unite)\b
        (?:would|'d) (?:much |far )?(?:rather|sooner|prefer to) (?:keep|stay|remain|go it|be left
        + |stick|retain|hold on)\b
        (?:insist\w*|vow\w*|pledg\w*|intend\w*|determin\w*|resolv\w*|want\w*|wish\w*|hop\w*
        + |prefer\w*|promis\w*|plan)(?: that)?
        + (?: (?:it|they|he|she))?(?: (?:will|would|to|must|should))* (?:remain|stay|keep|continue
        + |carry on)\w*(?: as)? (?:an? )?
        + (?:independent|separate|apart|alone|sovereign|as (?:it|they) (?:is|are)|its own
        + |their own)\b
        (?:organis|sign|launch|start|wr[io]t|co-?sign|draft|back|promot|circulat|instigat|hand\w* in
        + |behind)\w* (?:an? |the |their |its |this )?(?:\w+ ){{0,2}}?(?:letter|petition|motion
        + |campaign|statement|leaflet)(?: to (?:the )?\w+)? (?:against|opposing|protesting
        + |condemning|criticising|calling for (?:it|the \w+) to be (?:stopped|halted|paused
        + |scrapped|dropped))
        pull(?:s|ed|ing)? out\b|want(?:s|ed)? to (?:stay|remain) (?:as|out|put|separate|independent
        + |apart)
        (?:tabl|ask|put|rais)\w* (?:an? |the |it |this |\w+ )*(?:question|matter|issue|it
        + |concerns?) in (?:parliament|the commons|the house
        + |westminster|the lords)
        (?:given|had|received|got|seen|heard|offered) (?:no|few|little) (?:assurances?|answers?
        + |guarantees?|explanation|evidence|reasons?
        + |reassurance|reply|promise|proof|figures)
        (?:collect|gather|amass|present|attract|deliver|rais|hand\w* in
        + |hand)\w* [^.;]{{0,40}}?(?:signatures|names)\b
        (?:what|something|one thing) [^.;,]{{2,40}}? (?:does|do|did)(?: not|n't) (?:like|want
        + |accept|support)
        (?:see|sees|saw|find|finds|found) no (?:reason|need|case|point|merit|sense|benefit
        + |advantage|logic)\b
        (?:{_IS}|(?:is|was|are|were|has been|have been|remains?) )(?:lukewarm|cool|tepid
        + |unpersuaded|unconvinced|uneasy|nervous|withering|scornful|blistering|damning|excoriating
        + |caustic|exasperated|aghast|opposed|hostile|sceptical|skeptical|dubious|doubtful
        + |resistant|reluctant|unhappy|unimpressed|unenthusiastic|underwhelmed|dead against
        + |set against|against
        + |scathing|furious|dismayed|alarmed|appalled|aggrieved|suspicious|mistrustful|distrustful
        + |critical
        + |disparaging|dismissive|contemptuous|frosty|outraged|incensed|disgusted|horrified
        + |vehement|antagonistic
        + |disenchanted|disillusioned|perturbed|troubled|fearful|(?:(?:much|far|rather
        + |a lot) )?less (?:warm
        + |positive|enthusiastic|keen|impressed
        + |convinced|supportive|upbeat|sure|happy|sanguine|accommodating|welcoming
        + |forgiving))\b(?! (?:to|that
        + [ ](?:no|nobody)) (?:hear|see|learn|have|avoid|stress|know|get|make|ensure))
        {_HARM}(?:s|es|ed|ied|ies|ing|d)? {_PLAN}
        (?:pass|carr|adopt|tabl|mov|second|back|approv|vot)\w* (?:for )?an? (?:\w+ )?(?:motion
        + |resolution|vote)
        + [ ](?:to |of |that )?(?:condemn|oppos|reject|deplor|against|calling for (?:a|the) (?:halt
        + |pause|delay|rethink)|of no
        + [ ]confidence|censur|criticis)\w*
        (?:consider|weigh|explor|threaten|contemplat|plan|prepar|mull|seek|launch|bring|brought
        + |face)\w*(?: up| over)?
        + [ ](?:an? |its |the |taking )*(?:\w+ )?(?:judicial review|legal (?:action|challenge)
        + |court (?:action|case)|challenge in
        + [ ]the courts|industrial action|strikes?)\b
        (?:ballot|consult)\w* (?:its |their )?members (?:on|over|about) (?:\w+ )?(?:industrial
        + |strike|action)
        (?:demand|call(?:ed|s)? for|secur|tabl|trigger|won)\w* (?:an? )?(?:\w+ )?(?:debate|inquiry
        + |investigation|public meeting|recall
        + |explanation|apology|referendum)\b
        (?:wonder|question|query|queri)\w* (?:aloud |openly )?(?:what|why|how|who
        + |whether)\b[^.;]{{0,60}}?\b(?:would|will|could
        + |had|was|were|get|gain|benefit|point|work|need|necessary|worth|better|rush|hurry)
    """,
    marks=_MARK,
)
FOR: Final = words(
    rf"""
        {_CALL}{_GOOD}
        would (?:very much )?like to (?:merge|join|become|combine)|thr[eo]w\w* in (?:its
        + |their) lot with|up for (?:it|the|a)\b
        vot(?:ed|es|e|ing)(?: by)? [\w-]+(?: votes?| practices)? to [\w-]+,? (?:in favour|for)\b
        {_IS}for {_PLAN}(?! to)
        (?:will|would) now (?:join|merge|take part|come in|sign up)|ma(?:de|kes?
        + |king) no (?:apolog(?:y|ies)|bones) (?:for|about)
        want(?:s|ed)? to see (?:\w+ )?(?:fewer|larger|bigger|the number|every|each|one|a single|it
        + |them|that|the merger)\b
        (?:told|instruct\w*|order\w*) [^.;]{{2,40}}? (?:that )?(?:each
        + |every|they|there|all) (?:\w+ )?(?:should|must
        + |will|ought to|(?:is|are) expected to|(?:has|have) to) (?:be|have|merge|become|join
        + |move)\b
        (?<=^)(?:under|after|following|amid|bowing to) (?:\w+ )?pressure(?= from )
        {_IS}(?:thrilled|overjoyed|elated|jubilant|ecstatic|heartened|supportive|enthusiastic
        + |positive|warm|upbeat|bullish|convinced|persuaded|sold on
        + |sanguine|receptive|eager
        + |excited|on board|on side|onside|signed up|bought in|wedded to|in favour|well disposed
        + |won over
        + |an? (?:early |late |reluctant |recent |willing )?convert)\b(?! (?:by|off))
        (?:need(?:s|ed)?|took|takes|required) (?:no|little|not much) (?:persuading|persuasion
        + |convincing|encouragement)
        {_HELP}(?:s|es|ed|ied|ies|ing|d)? {_PLAN}
        (?:see|sees|saw|regard|regards|regarded|view|views|viewed|describe|describes|described|hail
        + |hails|hailed)
        + [ ]{_PLAN} as (?:an? |the |being )?(?:\w+ )?(?:chance|opportunity|way|answer|logical
        + |natural|sensible|overdue|necessary|right
        + |inevitable|step|progress|obvious|essential|best|good|welcome)
        (?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|play\w* down|brush\w* (?:aside|off)
        + |wav\w* away|scotch\w*|rubbish\w*|laugh\w*
        + [ ]off|counter\w*|rebut\w*) (?:any |the |all |such |his |her |local )*(?:suggestions?
        + |claims?|fears?|charges?|accusations?
        + |concerns?|criticisms?|complaints?|worries|warnings?|talk)\b(?! (?:of
        + |about) (?:an? )?(?:merg|join|union|tie))
        (?:merger|move|it|change|plan|union) (?:is|was|were|would be
        + |will be) (?:\w+ )?(?:inevitable|unavoidable|logical|overdue
        + |the (?:right|only|obvious|best)|common sense|a no-brainer|essential|vital|necessary
        + |inescapable)
        (?:alternative|status quo|doing nothing|standing still) (?:is|was|would be
        + |were) (?:\w+ )?(?:worse|unsustainable|untenable
        + |impossible|not an option|no option|unthinkable|bleak)
        hop(?:e|es|ed|ing) (?:that )?{_PLAN} (?:will|would|can|could) (?:go (?:through|ahead)
        + |happen|proceed|be approved|come|succeed)
        (?:lean|lean(?:s|ed|t|ing)|press|nudg|push|pressur|coax|cajol|strong-arm|chivv|prod
        + |lean)\w* (?:on )?[^.;]{{2,40}}? (?:to|into)
        + [ ](?:merg\w+|join\w*|combin\w+|com(?:e|ing) together|unit\w+)
    """,
    marks=_MARK,
)
NEUTRAL: Final = words(
    rf"""
        (?:declin|refus)\w* to (?:advise|tell|recommend|say|instruct
        + |urge)[^.;]{{0,40}}? (?:how to vote|which way)
        neither (?:good nor bad|bad nor good|for nor against|better nor worse|a good)
        (?:nobody|no one|no-one|no \w+) (?:is|was|will be|would be|were|are) (?:being )?(?:forced
        + |made|compelled|required|obliged|told|pushed)
        wait(?:ing)? (?:to see|for (?:the (?:detail|figures|outcome|result|evidence)|more))
        {_IS}(?:neutral|undecided|ambivalent|torn|divided|agnostic|guarded|non-?committal|cagey
        + |tight-lipped|on the fence|in two
        + [ ]minds|even-handed|impartial|open-minded|uncommitted|silent on)\b
        (?:reserv\w*|withh\w+|suspend\w*) (?:its|their|his|her) (?:position|judge?ment|verdict|view
        + |opinion)
        (?:sit|sat|sitting) on (?:its|their|his|her|the) (?:hands|fence)|(?:keep|kept
        + |keeping) (?:its|their|his|her) (?:powder dry
        + |counsel|own counsel|options open|distance)
        (?:abide|respect|go along|live|go) (?:by |with )?(?:whatever|whichever|any outcome
        + |any result|the outcome)\b
        (?:would|will|could|did) (?:only|merely|simply|just) (?:say|confirm|note) (?:that )?
        (?:too (?:early|soon)|impossible|hard|premature) to (?:say|tell|judge|call|know|predict
        + |comment)
    """,
    marks=_MARK,
)
