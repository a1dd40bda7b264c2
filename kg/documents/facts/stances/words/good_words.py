"""Words that are good of a thing, by which a quotation takes its side."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

GOOD: Final = words(
    r"""
        (?:end|ends|ending|remov\w+|sweep\w* away|get\w* rid of|do\w* away with|simplif\w+)
        + [ ](?:the |all |this )?(?:confusion|duplication|bureaucracy|fragmentation|silos|postcode
        + |waste|uncertainty|nonsense|red tape|overlap)
        bold|brave|courageous|pragmatic|visionary|prudent|workable|coherent|credible|compelling
        promising|encouraging|impressive|rational|shrewd|wise\b|timely|refreshing|brilliant
        + |fantastic
        excellent|terrific|wonderful|triumph|breakthrough|vote of confidence|grasp\w* (?:the
        + |a) nettle
        pa(?:id|ys?|ying) (?:off|dividends)|reinvest\w*|plough\w* (?:straight )?(?:back )?into
        + |dividends
        (?:savings|benefits|gains) (?:are|were|is) (?:\w+ )?(?:real|tangible|genuine|already)
        + |game-?changer
        lifeline|boon|win-win|our own (?:choice|idea|decision|doing)|our idea|(?:we|they) (?:chose
        + |asked for
        + |wanted) (?:this|it)
        (?:strong |clear |own )?preference (?:is|was|would be)|(?:i|we) (?:was|were) wrong
        + |started (?:out )?as a sceptic
        (?:do|doing|done|does) (?:it|this|that|everything|things
        + |the same thing) (?:all )?(?:again|twice
        + |\w+ times)|(?:two|three|four|five|six|seven|eight|nine) of (?:everything|them|each|us)
        one (?:number|phone|door|room|budget|call|address|boss|voice|system|front door|pot
        + |strategy|conversation
        + |answer|bill)\b|(?:glad|grateful|thankful) (?:of|for|to)|common sense
        (?:won't|will not|wouldn't|would not|shouldn't|should not|did not|didn't|barely
        + |never) (?:even )?notice
        (?:nobody|no one|no patient|nothing|no service) (?:will|would
        + |is going to) (?:\w+ )?(?:lose|loses|close|change
        + |move|notice|suffer|be worse)|nobody (?:loses|closes|moves|notices)|no service (?:will
        + |would) (?:move|close)
        not moving a single|keeps? (?:its|their) (?:own )?(?:committee|local team|budget|gp|name
        + |surgery)
        (?:it's|it is|also|clearly|plainly|simply|that's|that is|was|and) right\b
        + |right for (?:patients|us|the|our)
        (?:time|moment) (?:has|had) come|case for (?:change|it|merging|merger)|(?:has|have
        + |had) not gone away
        one per (?:system|ics|county|area|stp)|general rule|only (?:by|through) (?:becoming
        + |merging|joining|being)
        fair shares?|fighting the last war|poor relation|shared? (?:the )?(?:load|burden)
        (?:hours|days|weeks|evenings) (?:of my life|a (?:week|month|year)) (?:in|on|reading|sitting)
        (?:sit|sat|sitting) (?:through|in) (?:\w+ ){0,2}(?:three|four|five|six|seven|eight
        + |meetings|committees)
        (?:three|four|five|six|seven|eight|nine|ten) (?:\w+ )?(?:boards?|chairs|chiefs|logos
        + |finance directors
        + |committees|governing bodies|audits|accounts|constitutions|headquarters|letterheads
        + |ledgers|payrolls
        + |organisations|sets?|systems|contracts|diaries|inboxes)
        rather (?:argue|be|have|sit|deal|work|spend|put)\b[^.]{0,40}? (?:inside|together|in one
        + |with one|on patients
        + |on nurses|on district|on services|on care)|not before time|high time|no[- ]brainer
        + |way of the world
        a filing system|ma(?:ke|kes|de) (?:perfect |every |good |more |a lot of )?sense
        + |tidy(?:ing)? up|stop(?:s
        + |ped)? pretending
        too small to|changed (?:my|her|his) mind|sky is still|(?:won|win) (?:it|this
        + |\w+ arguments?) by less|majority is a majority
        one (?:ledger|city|council|set|chair|finance)\b|earned the right|right to be one
        + |could not be defended|absolutely|of course|nothing to worry
        + |step in the right direction|right direction|respect the ballot
        + |warm and|good neighbours?|a marriage of|married in all but|all but name
        (?:the )?(?:logic|argument|case) (?:is|was) (?:hard to|unanswerable|irresistible
        + |inescapable|there)
        join(?:s|ed|ing)? (?:up|forces)|pool(?:s|ed|ing)|bigger (?:stick|voice|clout|say)
        + |sit at the (?:top )?table
        (?:big|large|strong) enough to|speak(?:s|ing)? with one|act(?:s|ing)? as one|catch(?:es
        + |ing)? up with
        as (?:strong|good) as it gets|(?:strong|ringing|clear|resounding) endorsement|vote yes
        (?:take|takes|took) (?:half|much|most|some) (?:of )?the (?:work|pain|cost|sting) out
        would (?:rather|sooner|prefer to) spend|is worth £
        time to (?:move on|act|change|get on)|overwhelming (?:case|argument|support)
        + |case for (?:change
        + |merging|it) (?:is|was) (?:overwhelming|compelling|clear|strong)|put an end to
        (?:decide|decisions?|plan|work|things|it
        + |services?) (?:will )?(?:\w+ ){0,2}(?:together|better
        + |faster)|same (?:service|care|standard|offer)|one (?:person|place|team|board
        + |commissioner
        + |organisation|ccg) (?:to|for|that|who|which)|(?:ought to|should|must|need to) have one
        single (?:\w+ )?commissioner (?:will|would|can|could|means?)|strategic commissioner
        (?:persuaded|convinced) me|won me over|changed my mind|was an? (?:sceptic|doubter)
        (?:never|not|no longer) an option|no option|only way (?:to|forward)|strength in numbers
        free(?:s)? (?:clinicians|doctors|gps|staff|people|money|time|us)|(?:got|get
        + |getting) it right
        cut(?:s|ting)? (?:out |down on )?(?:\w+ ){0,4}?(?:bureaucracy|red tape|duplication
        + |waste|meetings)
        (?:starting|start) again|draw the map|would have been (?:disappointed|sorry|sad
        + |surprised) if
        (?:pound|penny) (?:not )?spent on|running out of|can't carry|(?:can't|cannot) (?:run
        + |plan|manage)
        + [ ][^.]{2,30} from (?:two|three|four|five|six|seven|eight|several)
        savings are real|real savings|where the (?:patients|need|people) (?:is|are)
        + |logical conclusion
        (?:current|present|old|existing) (?:set-up|system|arrangements?|structure|map|boundaries)
        + [ ](?:makes?|is|are|does|do|isn't|can't|cannot|has|have)|gain in|clear mandate
        + |running as one
        (?:make|making) them heard|no longer justify
        (?:three|four|five|six|seven|eight|several|lots of|many) (?:small|tiny|separate
        + |little) (?:teams
        + |groups|organisations|bodies)|outgrown|stand up to|scale (?:matters|counts)
        + |critical mass
        (?:can't|cannot|can no longer|couldn't) afford (?:two|three|four|five|six|seven|eight
        + |separate
        + |our own|to (?:stay|run|go on))|design it this way|start from (?:here|scratch)
        (?:done|do) (?:it|this) (?:sooner|earlier|years ago)|makes? it official|formalis\w+
        (?:louder|bigger|single) voice|front ?line|cross(?:es)? the (?:boundar|border|river
        + |county)\w*
        wither\w*|more time (?:with|for|on)|lets? us (?:spend|do|get|plan|focus)|(?:have
        + |has) no doubt
        no[- ]brainer|(?:mad|madness|odd|daft|silly|crazy) to (?:go back|stay|carry on|have)
        make(?:s)? it (?:easier|simpler)|nothing (?:will|would) change for patients|no difference
        (?:two|three|four|five|six|seven|eight|nine|ten|several|many) (?:\w+ )?(?:sets?|lots
        + |versions
        + |copies|layers) of
        (?:two|three|four|five|six|seven|eight) times(?: over)?|(?:same|every) [^.]{2,40} twice
        (?:act|work|speak|plan|think|buy|operat|been|togeth)\w*(?: \w+){0,3} as (?:one|a single)
        (?:go|going|went) back to (?:being )?(?:two|three|four|five|six|seven|eight|separate)
        in (?:two|three|four|five|six|seven|eight|several) places|fewer managers|(?:rather|sooner
        + |better to|might as well|should|do it honestly,? and) merge|worth (?:having|doing|it
        + |the)
        nobody will (?:lose|notice)|no version of the future in which|nothing to (?:fear|lose)
        + |stop at
        + the|can't wait|cannot wait|acting as|persuaded (?:it|that)|had to (?:pick|find|thread)
        frees? us|would (?:sooner|rather) (?:deal|work|talk|have|answer)|too (?:small|many|weak)\b
        all the better for|nothing to (?:fear|lose)|should have happened|about time
        + |not before time
        stop being sentimental|stop (?:pretending|dithering|arguing|talking about it)
        (?:we|i|they) (?:\w+ )?(?:back|support|favour|endorse|agree with|are for) (?:it|the|this
        + |that|a|one)\b|grown[- ]up|common sense|no[- ]brainer|breath of fresh air|wins? for
        can afford|afford an?|half as many|twice as good|spend it on|more for patients|less time
        (?:not|never|un)[ -]?deterred|not (?:going away|giving up|turning back)|determined
        as (?:near|close) to|nearer to|closer to
        (?:doing nothing|standing still|no change|the status quo) is (?:not|no)|no alternative
        every \w+ (?:twice|three|four|five|six|several) (?:times)?|catch(?:es)? \w+ \w+ up with
        would not have put my name|different (?:now|this time)
        (?:had been|was once|used to be) (?:an? )?(?:sceptic\w*|opponent|opposed|against)
        worth it|once-in-a-generation|no regrets|prize|sort out|at last|stand to gain
        stood to gain|gain(?:s|ed)?
        last word|committed to|needs? (?:fewer|one|a single)|no more than|question of when
        whole point
        one (?:team|contract|conversation|plan|set of|front door|version)|can live with
        + |no other way
        join(?:s|ed)? (?:things|services|care) up|best (?:thing|way|chance)|overdue|long overdue
        relief
        right (?:one|answer|call)|shown what (?:it|we|they) can do
        bring(?:s|ing)? (?:\w+ ){0,3}together
        build on|fairer|consistent|consistency|economies of scale|clout|resilien\w+|vindicat\w+
        cut(?:s|ting)? (?:\w+ )?(?:costs?|duplication|bureaucracy|red tape|waste|meetings
        + |overheads)
        every conversation three times|patients? don't stop|same (?:patients|footprint|area)
        free(?:d|s)? (?:up )?from
        unnecessary (?:bureaucracy|layers?|duplication)|value for money|milestone|historic
        success story
        works|worked well|working well|success\w*
        chance to|look(?:s|ed|ing)? forward|natural next step|next step|hopeful|confident|progress
        right (?:to|for)|ambitio\w+|unlock\w*|fewer people|stronger voice|best (?:of|for)
        all-important|close relationships?|important step|in favour
        help(?:s|ed)?|benefits?|delighted|pleased|opportunit\w+|makes? sense|stronger
        strengthen\w*|improv\w+|welcome\w*|support\w*|simpler|frees? up|one voice
        great(?:er)? (?:news|step)|good (?:news|step|thing)|right (?:thing|decision|step|way)
        get on with|reduc\w+ (?:duplication|costs?|waste)|save[sd]? money|sensible|exciting|proud
        efficien\w+|duplication|of everything|closer|better (?:for|care|value|off|services)
        easier|positive|useful|flexib\w+|necessary|essential|best way|logical|legitimate
        joined[- ]up|enthusias\w+|fit for the future|thank\w*
    """
)
