"""Words of stance: for, against, neither; of saying; and of what is good or bad of a thing."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

FOR: Final = words(
    r"""
        (?:has|have|had) been (?:\w+ )?(?:supportive|helpful|positive|enthusiastic|favourable)
        vot(?:ed|es|e)(?: by [^.;]{3,40}?)? to (?:come|go|join|merge|unite|combine|proceed|throw)
        (?:is|are|was|were) (?:\w+ )?sympathetic|(?:has|have|had) no quarrel with
        (?:is|are|was|were) all for\b|(?:is|are) (?:firmly |squarely )?behind (?:the|it|this|them)
        (?:gave|gives|given) (?:the|it|them|their|its) [^.;]{0,40}?(?:welcome|backing|support
        + |blessing|thumbs[- ]up)\b
        (?:told|urge[sd]?|advise[sd]?|asked|called on) [^.;]{3,60}? to vote (?:yes|for|in favour)\b
        (?:gave|gives|given|giving|lent|lends|pledged|offered) (?:its|their|his
        + |her) (?:\w+ ){0,2}?(?:support
        + |backing|blessing)
        (?:been )?won (?:round|over)\b|(?:came|come|comes) (?:round|around) to
        (?:is|are|was|were) ['\"]?(?:\w+ )?(?:content|comfortable)\b
        (?:was|were|is|are) (?:happy|glad) to see|saw no reason not to|(?:voted|said|says|say) yes\b
        preference for|(?:cautious|warm|guarded|qualified) welcome|right to (?:merge|ask for)
        urg(?:e|es|ed|ing) [^.;]{0,40}?\bto (?:move faster|go (?:further|faster)|get on
        + |press (?:on|ahead)
        + |proceed|hold (?:its|their) nerve)
        (?:would|should) do well to (?:join|merge)|advis(?:e|es|ed) to (?:merge|join)
        insist(?:s|ed) (?:that )?the (?:merger|plans?|move|changes?) (?:is|was|would|will|made
        + |makes)
        committed to (?=[^.;]{0,40}(?:single|merg|plan|change|one\b))|relaxed about
        press(?:es|ed|ing) ahead
        (?:is|are|was|were|am|remains?) (?:\w+ )?(?:convinced|persuaded|relaxed|sanguine|upbeat
        + |bullish)
        (?:come|came) (?:out|down) in favour|throw(?:s|n)? (?:its|their) weight behind
        threw (?:its|their)
        + weight behind|plead(?:s|ed) for|lobb(?:ied|ies|ying) for|ma(?:de|kes) the case for
        see(?:s)? (?:the )?(?:merit|benefits?|advantages?|sense) in
        likes|look(?:s|ed|ing) forward
        (?:is|are|was|were) (?:\w+ )?(?:supportive|hopeful|positive|optimistic)
        (?<!for )(?<!the )(?<!with )(?<!of )(?<!commissioning )(?<!management )
        + support(?:s|ed|ive|ing)?(?!['\"]? (?:of|from|for the)\b)(?! units?| services?| staff
        + | functions?| from| group)
        back(?:s|ed|ing)|welcom(?:e|es|ed|ing)|favour(?:s|ed|ing)?
        endors(?:e|es|ed|ing)|praised?|champion(?:s|ed)?|approv(?:e|es|ed)|embrac(?:e|es|ed)
        applaud(?:s|ed)|(?:is|are|was|were|am|'m) (?:delighted|pleased|keen|happy|enthusiastic)
        in favour(?! of (?!merging|joining|becoming|going)\w+ing\b)|pro-merger|call(?:s|ed
        + |ing) for|encourag(?:e|es|ed|ing)
        + (?=[^.;]{0,80}(?:merg|join|single|leaner|fewer|larger|bigger))
        (?:being|been|is|was|are) pushed
        urg(?:e|es|ed|ing) (?:\w+ ){0,4}(?:to merge|to join)
        argu(?:e|es|ed|ing) (?:for|in favour)|defend(?:s|ed|ing)?|recommend(?:s|ed)?
        regard(?:s|ed) .{0,120}legitimate|cajol\w+|incentivis\w+|push(?:ed|ing)? for
        insist(?:s|ed) (?:on|the merger (?:is|was))
        vot(?:ed|e) (?:overwhelmingly |unanimously )?(?:for|in favour|yes|to (?:merge
        + |approve|support))
        bless(?:ed|ing)|hail(?:s|ed)|advocat(?:e|es|ed|ing)
        prefer(?:s|red)? (?:a |one )?(?:merger|single)
    """
)
AGAINST: Final = words(
    r"""
        (?:advis|argu|counsel|vot|campaign|sp[eo]ak|spoke|lobb|rul|decid|recommend|press|plead
        + |protest|petition|testif|writ|wrote|came out|come out|set)\w*(?: \w+)? against\b
        every objection
        (?:has|have|had) (?:\w+ )?(?:every|an|one|serious|strong|several) objections?
        (?:wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urge[sd]?|like[sd]?) [^.;]{2,60}?(?:to be
        + )?(?:wound up|scrapped|halted|stopped|abandoned|dropped|delayed|paused|put back|put off
        + |reversed|withdrawn|abolished|shelved|rethought|thrown out)\b
        (?:ask(?:s|ed)|want(?:s|ed) to know|demand(?:s|ed) to know|wonder(?:s|ed)) why\b
        (?:last|long|biggest|latest) (?:fight|battle|campaign) (?:was|is|has been) against
        (?:politely |firmly |flatly |twice |also |has |had |have )declined\b(?! to (?:comment|say
        + |speak|discuss|answer))
        (?:is|are|was|were) (?:\w+ )?(?:dead set|set|dead) against|(?:has|have|had) no time for
        (?:made|makes|make) (?:its|their|his|her) (?:opposition|anger|displeasure) (?:plain|clear)
        (?:told|urge[sd]?|advise[sd]?|asked|called on) [^.;]{3,60}? to vote (?:no|against)\b
        declin(?:e|es|ed|ing) to (?:cluster|merge|join|take part|support|back|sign|endorse)
        stay(?:s|ing|ed)? (?:put|out|as (?:it is|they are)|independent|separate|apart|on (?:its
        + |their) own)\b
        pull(?:s|ed|ing) out of|dislikes?\b|disliked|turn(?:s|ed) (?:it|them|the \w+|a \w+) down
        turned down|(?:will not|won't|would not|wouldn't) be (?:joining|merging|party|part of)
        campaign(?:s|ed|ing)? for (?:a |the )?['\"]?no\b|spurn(?:s|ed)|rebuff(?:s|ed)
        + |rubbish(?:es|ed)
        (?:will|would) (?:fight|resist|oppose|contest|challenge)\b|want(?:s|ed)? nothing to do with
        (?:cannot|can't|could not|couldn't|will not|won't) (?:recommend|support|back|endorse|accept)
        wash(?:es|ed) (?:its|their|his|her) hands|walk(?:s|ed) away from
        (?:is|are|was|were|am|remains?) (?:\w+ )?(?:less|not|un) ?(?:than )?(?:impressed|keen|sure
        + |convinced|persuaded|happy|enthusiastic|reassured)|(?:less|un)impressed
        no (?:appetite|intention|desire|enthusiasm|mandate|support) (?:for|of|to)
        want(?:s|ed)? an? (?:\w+ )?(?:moratorium|halt|pause|rethink|delay|guarantee|inquiry)
        (?:come|came) (?:out|down) against|stand(?:s|ing)? (?:firm )?against|stood (?:firm )?against
        (?:has|have|had|with|harbours?) ['\"]?(?:\w+ ){0,2}?(?:doubts|misgivings|qualms
        + |reservations)
        sceptical|poured? (?:cold water|scorn)|took issue|takes issue|took aim|rail(?:s|ed) against
        lament(?:s|ed)?|decr(?:y|ies|ied)|deplor(?:e|es|ed)|protest(?:s|ed|ing)?
        petition(?:s|ed) against
        boycott(?:s|ed)?|urge[sd]? caution|vow(?:s|ed) to (?:fight|resist|stop)|mock(?:s|ed)?
        s(?:ay|ays|aid) no\b|vote(?:d)? no\b|spoke (?:out )?against|speaks? (?:out )?against
        (?:has|have|had) chosen to stay out|cho(?:se|osing) to (?:stay out|remain)
        withdr(?:ew|aws?|awn) (?:its|their|his|her) support|threaten(?:s|ed) (?:legal|to)
        call(?:s|ed|ing) (?:on [^.;]{3,40} )?for (?:\w+ ){0,3}(?:review|inquiry|halt|pause|rethink
        + |delay|moratorium)
        disagree(?:s|d)?
        (?:has|have|had) (?:also |strongly |repeatedly )*objected|hostile to|uneasy
        (?:call|ask|press|campaign|push)(?:s|ed|ing)? for [^.;]{0,50}?\bto be (?:halted
        + |stopped|scrapped|abandoned|dropped|delayed|paused|rejected|withdrawn|reversed)
        vot(?:ed|e|es|ing) (?:by [\w ]{3,30} |overwhelmingly |narrowly )against
        react(?:s|ed) (?:angrily|with (?:anger|dismay|fury))
        oppos(?:e|es|ed|ing|ition)|reject(?:s|ed|ing)?|critici[sz](?:e|es|ed|ing|sm)
        condemn(?:s|ed|ing)?|warn(?:s|ed|ing)?|attack(?:s|ed|ing)?
        object(?:s|ed|ing|ions?) (?:to|over)
        (?:raised?|voiced?|expressed?|has|have|had|shares?) (?:\w+ ){0,2}?(?:concerns?
        + |fears?|doubts?|worries|objections?)
        (?:is|are|was|were|am|remains?|remained) (?:\w+ )?(?:concerned|worried|against
        + |unhappy|sceptical|unconvinced|opposed|dismayed|angry|disappointed|wary)
        vot(?:ed|e|es|ing) (?:it |them )?(?:against|down|no)
        (?:do|does|did) not (?:support|back|believe|agree|accept)|unfair|resist(?:s|ed|ing)?
        fear(?:s|ed)?|not convinced|condemned|slam(?:s|med)?|blast(?:s|ed)?|hit out
        (?:rais|voic)ed? (?:the )?alarm|refus(?:e|es|ed|ing) to|denounc(?:e|es|ed)
        disput(?:e|es|ed)|(?:deni(?:es|ed)|deny)(?= (?:the|any|it|there|having)\b)
        accus(?:e|es|ed|ing)|bull(?:ied|ying)|fight(?:ing)?
        campaign(?:s|ed|ing)? against|cool on|complain(?:s|ed)|(?:should|must) not be
        neither .{1,80} should|question(?:s|ed) (?:whether|the|why|how)
        unlikely to (?:support|back)
        urg(?:e|es|ed|ing) (?:\w+ ){0,6}(?:not to|against|to vote (?:against|no)|to halt
        + |to stop|to reject)
    """
)
NEUTRAL: Final = words(
    r"""
        no (?:formal |further |strong |great )?objections?(?! to [^.;]{3,60}\bevery objection)
        (?:do|does|did|would) not object
        (?:do|does|did|is|are) not (?:oppos\w+|against)\b[^.;]{0,40}\b(?:in principle|but)
        would have preferred|would (?:rather|sooner) (?:wait|see|not|hear|know|leave)\b
        in principle,? but|with reservations
        ask(?:s|ed) for (?:it|the \w+|this) to be (?:put off|delayed|postponed|deferred|paused)
        both (?:sides|pros and cons)|(?:has|have) no (?:strong )?(?:views?|opinion)|agnostic
        a matter for (?:the|local|them|those|each|members|ccgs|icbs|boards)|whatever they decide
        take no (?:view|position|side)|split (?:on|over)|has yet to (?:decide|respond|comment)
        look at (?:the evidence|each case|all (?:the )?options)|case by case
        await(?:s|ing) (?:the|more)
        yet to (?:be (?:persuaded|convinced)|decide|take a view)|reserv(?:es|ed|ing) judgement
        would caution|caution(?:s|ed) (?:against|that)
        (?:not|neither) (?:yet )?(?:taken|take|have|has|had) a (?:view|position)|neutral
        open to persuasion|not against|undecided|keep(?:s|ing)? an open mind|open mind|on balance
        mixed (?:views|feelings)|do(?:es)? not want to be seen|no (?:firm )?view
        sitting on the fence
    """
)
NOT: Final = re.compile(
    r"\b(?:not|no|never|n't|without|cannot|neither|nor|hardly|fail(?:s|ed)? to|stop(?:ped)?"
    r" short of|withdr(?:ew|aws?|awn)|lacks?|lacked|nobody|no one|no-one|little|few|rarely"
    r"|far from|wouldn't"
    r"|won't|isn't|doesn't|don't|didn't|wasn't|no (?:evidence|sign|proof|guarantee"
    r"|suggestion)(?: that)?)(?: \w+){0,3} $"
)
SAID: Final = words(
    r"""
        call|describe|say|said|says|told|tells|added|adds|warned|claimed|claims|argued|argues
        believes?|believed
        thinks?|thought|stated|noted|insisted|insists|described|describes|called|calls|feels?
        felt|suggested|reported|wrote|writes|agreed|regarded|commented|stressed|concluded
        explained|replied|replies|responded|accepts?|accepted|conceded?s?|informed|advised|writes
        recalled|recalls
    """
)
GOOD: Final = words(
    r"""
        frees? us|would (?:sooner|rather) (?:deal|work|talk|have|answer)|too (?:small|many|weak)\b
        all the better for|nothing to (?:fear|lose)|should have happened|about time|not before time
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
        one (?:team|contract|conversation|plan|set of|front door|version)|can live with|no other way
        join(?:s|ed)? (?:things|services|care) up|best (?:thing|way|chance)|overdue|long overdue
        relief
        right (?:one|answer|call)|shown what (?:it|we|they) can do
        bring(?:s|ing)? (?:\w+ ){0,3}together
        build on|fairer|consistent|consistency|economies of scale|clout|resilien\w+|vindicat\w+
        cut(?:s|ting)? (?:\w+ )?(?:costs?|duplication|bureaucracy|red tape|waste|meetings|overheads)
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
DENIABLE: Final = re.compile(
    r"lo(?:se|ses|sing|st)\b|takeover|risk|threat|harm|damag|disrupt|upheaval|distract|mistake"
    r"|forced|imposed|bull(?:y|ied)|stitch-up|done deal|power grab|sidelined|swallow|wast"
)
"""Bad words that speak for a thing where they are denied: "nobody will lose"."""
BAD: Final = words(
    r"""
        dressed up as|masquerading as|in disguise|by another name|in all but name|smokescreen
        fig ?leaf|trojan horse|cover for|excuse for|merely a|a plague on|axe over|with an axe
        (?:we|i|they)(?:'d| would| will|'ll)? (?:\w+ )?(?:oppose|reject|object|disagree|resist)
        nobody (?:should|would|will|could) call|what we are offered|bargaining chip|leaned on
        does not (?:halve|cut|reduce|save|solve|fix|improve|help|mean)|twice the work|same work
        paid from|run from|lost in|fewer (?:doctors|nurses|services|beds|staff)|every objection
        a lot against|why (?:is|are|should|must) our|hardly|kicked around|left behind|cold comfort
        back of an? (?:\w+ )?(?:envelope|packet)|plucked from|fag packet|out of thin air
        none (?:was|is|were) (?:any )?better|no better\b|s(?:aid|ay) no\b|reorganisations
        done badly|badly (?:done|handled|managed)|without blinking|sacking|too high|folly
        takeover|annex\w+|stitch-up|done deal|hung round|tighten (?:their|our) belts
        treat us like|back ?yard
        lose out|pay the price|foot the bill|swallow\w+|dwarf\w+|forgotten|quietly withdrawn
        promised
        solution (?:looking|in search|that has)|in search of a problem|gone looking|distraction
        upheaval|turmoil
        nobody asked|nobody has|no one has|not once|letterhead|deckchairs|bulldoz\w+|religion
        cost more
        deliver(?:s|ed)? less|more slowly|herding cats|leap in the dark|nonsense|scaremonger\w*
        bust|lines on (?:a |the )?maps?|grave|alarm\w*|afraid|fobbed off|insult\w*|shabby|sham
        charade
        seaside outpost|outpost|satellite|rubber[- ]stamp\w*|erod\w+|dilut\w+|diminish\w*
        marginalis\w+
        (?<!been an )(?<!been a )(?<!been )sceptic\w*|doubts?|reorganisation
        another (?:restructur|reorgan)\w+|change for change's sake|losers
        no confidence|think again|hollow\w*|heartless|bewilder\w+|baffl\w+
        tragic|tragedy|dread\w*|premature|half-baked|ill-thought|ill-judged|ill-conceived
        backward step
        wouldn't have happened|couldn't|won't work|doesn't work|didn't work|not fit|under threat
        death knell
        menace|by stealth|asset[- ]strip\w*|gimmick|vanity project|faceless|anonymous|out of touch
        distract\w*|chaotic|cruel|brutal|disgrace\w*|scandal\w*|nonsense|farce|mess|sidelined
        must not|should not|not be allowed|not what|not the (?:\w+ )?answer|at risk|crumbles?|lost
        step backwards?|power grab|last thing|rush(?:ed|ing)|unproven|unaccountable|stripped
        railroaded|steamroll\w+|coerced|misguided|costly|too far|angry|anger|disappoint\w+
        wast(?:e|ing)
        away from (?:patients|local|doctors|gps|communit\w+)|local voice|less (?:local|accountable)
        rarely (?:save|work|deliver|succeed)\w*|little evidence|no evidence|not (?:saved?|worked)
        bull(?:y|ied|ying)|risk(?:s|y)?|undermin\w+|cannot|can't|los(?:e|es|ing|s)|worr\w+
        concern\w*|unacceptable|inappropriate|wrong|shambles|cuts (?:to|in|with|will|would|by)
        reckless|back door
        nothing (?:has )?(?:changed|else)|unfair|difficult\w*|harm\w*|damag\w+|threat\w*
        not (?:convinced|going to|acceptable|the answer|right|listened|work)|contrary
        bureaucra\w+|remote|distan\w+|disaster\w*|disrupt\w+|hinder\w*|unwelcome
        forced|imposed|pressure\w*|driven by|no sense|pointless|mistake|dictat\w+|takeover
        top[- ]down|undemocratic|worst|complicated|unclear|power grab|ignored|far from
        (?<!you voted )(?<!you were )(?<!you are )against
        too (?:big|large|far|fast)|managers (?:draw|who|decide)|nobody knows
        no-one (?:really )?knows|should be for (?:doctors|gps|us|local)|would never|betray\w*
        without any need|without the need|madness|privatis\w+|stumbling
    """
)
