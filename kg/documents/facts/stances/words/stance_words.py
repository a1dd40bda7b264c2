"""Words of stance: for, against, and neither."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

_SPACE: Final = " [\"']?"
"""A space, and the mark where words are quoted from there: `is “supportive in principle”`."""
FOR: Final = words(
    r"""
        (?:gave|gives|given|offer(?:s|ed)|extend(?:s|ed)) an? (?:\w+ )?(?:welcome|blessing
        + |backing)\b
        (?:is|was|are|were) wanted\b(?= by)|urg(?:e|es|ed) [^.;]{3,40}? to (?:leave|let
        + |allow|trust)\b
        (?:ordered|instructed|commanded|directed) [^.;]{3,40}? to (?:cut|merge|shrink|reduce|become
        + |save|find)\b
        (?:is|was|are|were|remains?|has been|have been) (?:an?|the|among the
        + |one of the) (?:[\w'-]+ ){0,4}?
        + (?:supporter|enthusiast|champion|advocate|believer|backer|fan|cheerleader|convert)s?\b
        (?:could not|couldn't) be happier|(?:is|was|are|were) in no doubt (?:that|about)
        expects? (?:them|ccgs|groups|areas|systems|all|every|each) [^.;]{0,40}?to (?:merge
        + |have|become|move)
        wants? (?:ccgs|gps|members|them|local) [^.;]{0,20}to be free|told [^.;]{2,40} (?:it
        + |he|she|they)
        + (?:wants?|wanted|expects?|expected) (?:them|one|a single)
        sp(?:oke|eaks?|eaking) up for|(?:right|firmly|squarely|fully|solidly|four-square) behind
        (?:thrown|threw|throws|puts?) (?:his|her|its|their) (?:full )?weight behind|sign(?:s
        + |ed) up to
        (?:drop|lift|withdr[ae]w|abandon)\w* (?:its|their|his|her) (?:\w+ )?(?:opposition
        + |objections?
        + |resistance)
        (?:can|could) live with|wav(?:ed|es) [^.;]{2,30}? through
        vot(?:ed|e|es|ing) (?:by [^.;]{3,40} |overwhelmingly |narrowly |comfortably )(?:for
        + |in favour)\b
        no secret of (?:its|their|his|her) (?:wish|desire|preference|enthusiasm|support)
        press(?:es|ed|ing) for|vot(?:e|ing|ed) yes
        wants? (?:every|each|all|one|a single|fewer|the merger|to merge|councils to have
        + |practices to
        + |members to)
        insist(?:s|ed) [^.;]{0,50}?(?:no difference|nobody|not notice|no threat
        + |no plans to close|safe)
        dismiss(?:es|ed) (?:the |any )?(?:concerns|fears|claims|worries|objections|suggestions)
        not (?:stand|get) in the way|ma(?:de|kes?) the (?:\w+ )?case(?: for)?\b|gets? (?:its
        + |their) way
        (?:believ|thought|think|felt|feel|said|say|insist|accept|argu)\w* (?:that )?(?:it|this
        + |the (?:merger
        + |move|plan|change|decision)) (?:was|is|would be) (?:\w+ )?(?:right|sensible|overdue
        + |needed|necessary)
        (?:has|have|had|would|will|could) (?:already )?save (?:(?:about|around|some|up to
        + |nearly|over|at least) )?£
        cautious(?:ly)? (?:support|welcome|optimis)\w*|(?:give|gave|given
        + |giving)\b[^.;]{2,60}? (?:cautious
        + |qualified|full|strong|broad|warm)? ?(?:support|backing|blessing)
        (?:should|must|ought to) (?:have to )?(?:approve|have a (?:say|veto|vote)|be (?:asked
        + |balloted))
        (?:far |much |rather )?more (?:positive|upbeat|optimistic|enthusiastic)
        (?:has|have|had) been (?:\w+ )?(?:supportive|helpful|positive|enthusiastic|favourable)
        vot(?:ed|es|e)(?: by [^.;]{3,40}?)? to (?:come|go|join|merge|unite|combine|proceed|throw)
        (?:is|are|was|were) (?:\w+ )?sympathetic|(?:has|have|had) no quarrel with
        (?:is|are|was|were) all for\b|(?:is|are) (?:firmly |squarely )?behind (?:the|it|this|them)
        (?:gave|gives|given) (?:the|it|them|their|its) [^.;]{0,40}?(?:welcome|backing|support
        + |blessing|thumbs[- ]up)\b
        (?:told|urge[sd]?|advise[sd]?|asked|called on) [^.;]{3,60}? to vote (?:yes|for
        + |in favour)\b
        (?:gave|gives|given|giving|lent|lends|pledged|offered) (?:its|their|his
        + |her) (?:\w+ ){0,2}?(?:support
        + |backing|blessing)
        (?:been )?won (?:round|over)\b|(?:came|come|comes) (?:round|around) to
        (?:is|are|was|were) ['\"]?(?:\w+ )?(?:content|comfortable)\b
        (?:was|were|is|are) (?:happy|glad) to see|saw no reason not to|(?:voted|said|says
        + |say) yes\b
        preference for|(?:cautious|warm|guarded|qualified) welcome|right to (?:merge|ask for)
        urg(?:e|es|ed|ing) [^.;]{0,40}?\bto (?:move faster|go (?:further|faster)|get on
        + |press (?:on|ahead)
        + |proceed|hold (?:its|their) nerve)
        (?:would|should) do well to (?:join|merge)|advis(?:e|es|ed) to (?:merge|join)
        insist(?:s|ed) (?:that )?the (?:merger|plans?|move|changes?) (?:is|was|would|will|made
        + |makes)
        committed to (?=[^.;]{0,40}(?:single|merg|plan|change|one\b))|relaxed about
        press(?:es|ed|ing) ahead with
        (?:is|are|was|were|am|remains?) (?:\w+ )?(?:convinced|persuaded|relaxed|sanguine|upbeat
        + |bullish)
        (?:come|came) (?:out|down) in favour|throw(?:s|n)? (?:its|their) weight behind
        threw (?:its|their)
        + weight behind|plead(?:s|ed) for|lobb(?:ied|ies|ying) for|ma(?:de|kes) the case for
        see(?:s)? (?:the )?(?:merit|benefits?|advantages?|sense) in
        (?<!which he )(?<!which she )(?<!what he )(?<!what she )likes|look(?:s|ed|ing) forward
        (?:is|are|was|were) (?:\w+ )?(?:supportive|hopeful|positive|optimistic)
        (?<!for )(?<!the )(?<!with )(?<!of )(?<!commissioning )(?<!management )
        + support(?:s|ed|ive|ing)?(?!['\"]? (?:of|from|for the)\b)(?! units?| services?| staff
        + | functions?| from| group)
        back(?:s|ed|ing)(?! (?:up|down|away|out|off|into|onto|office)\b)
        welcom(?:e|es|ed|ing)
        (?<!a )(?<!any )(?<!no )favour(?:s|ed|ing)?
        endors(?:e|es|ed|ing)|praised?|champion(?:s|ed)?|approv(?:e|es|ed)|embrac(?:e|es|ed)
        applaud(?:s|ed)|(?:is|are|was|were|am|'m) (?:delighted|pleased|keen|happy|enthusiastic)
        in favour(?! of (?!merging|joining|becoming|going)\w+ing\b)|pro-merger|call(?:s|ed
        + |ing) for|encourag(?:e|es|ed|ing)
        + (?=[^.;]{0,80}(?:merg|join|single|leaner|fewer|larger|bigger))
        (?:being|been|is|was|are) pushed\b(?! back| out| aside| off| into| through)
        urg(?:e|es|ed|ing) (?:\w+ ){0,4}(?:to merge|to join)
        argu(?:e|es|ed|ing) (?:for|in favour)|defend(?:s|ed|ing)?|recommend(?:s|ed)?
        regard(?:s|ed) .{0,120}legitimate|cajol\w+|incentivis\w+|push(?:ed|ing)? for
        insist(?:s|ed) (?:on|the merger (?:is|was))
        vot(?:ed|e) (?:overwhelmingly |unanimously )?(?:for|in favour|yes|to (?:merge
        + |approve|support))
        bless(?:ed|ing)|hail(?:s|ed)|advocat(?:e|es|ed|ing)
        prefer(?:s|red)? (?:a |one )?(?:merger|single)
    """,
    marks=_SPACE,
)
AGAINST: Final = words(
    r"""
        (?:do|does|did) not (?:\w+ )?(?:wish|want|intend) to (?:be (?:absorbed|merged
        + |swallowed|taken)
        + |merge|join|lose)\b|nothing to gain from
        recommend\w* [^.;]{0,40}?\bvot(?:e|ing) (?:no|against)\b
        (?:has|have|had) (?:both |all |each )objected
        (?:is|was|are|were|remains?|has been|have been) (?:an?|the|among the
        + |one of the) (?:[\w'-]+ ){0,4}?
        + (?:critic|opponent|sceptic|detractor)s?\b|(?:is|was|are|were) no (?:great )?(?:fan
        + |friend
        + |supporter|lover|admirer)s?\b|patience with
        (?:is|was|are|were) (?:\w+ )?(?:scathing|furious|livid|up in arms|lukewarm|dismissive
        + |aghast
        + |incensed|unimpressed|hostile)
        (?:will|would|to|must|should) not be (?:bullied|bounced|pushed|forced|rushed
        + |railroaded|pressured)
        (?:wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urge[sd]?) [^.;]{2,60}?(?:called off
        + |binned|ditched
        + |axed|torn up|blocked|put on ice)
        (?:f(?:ound|inds?)|sees?|saw) (?:little|no|scant) (?:evidence|sign|proof|benefit)
        (?:cannot|can't|could not|couldn't|fails? to|failed to) see (?:the|why|how|what)\b
        thr(?:ew|ow|ows|own) (?:it |them |the \w+ )?out|(?:urging|asking|telling
        + |calling on) (?:them
        + |him|her|ministers|mps|the \w+(?: \w+)?) to (?:block|stop|halt|intervene|scrap
        + |step in|think again)
        (?:fight|fights|fighting|fought) (?:the|it|this|against|plans)|resign(?:ed
        + |s) (?:in protest|over)
        thumbs[- ]down|vot(?:ed|e|es|ing) (?:it|them|the \w+|this|that) down
        (?:case|argument) (?:has|had|was|is) (?:not|never|yet to be) (?:been )?made|no case for
        (?:pull|withdr[ae]w)\w* (?:its|their|his|her) (?:\w+ )?(?:support|backing)
        (?:lead|leads|leading|led|join|joins|joined|front|fronts|fronting) (?:(?:the
        + |a) )?(?:campaign
        + |fight|battle) (?:to (?:stop|block|halt|save)|against)
        dismiss(?:es|ed) (?:the (?:savings|plan|idea|case|consultation|merger|figures|promises?
        + |move)
        + |it|this)
        (?:brand|label|dubb|call|describ|denounc)\w* (?:the \w+|it
        + |this)(?: as)? (?:an? )?(?:\w+ )?(?:power
        + grab|takeover|stitch-up|farce|disaster|betrayal|sham|mistake|nonsense|disgrace|folly
        + |charade)
        (?:start|launch|organis|sign|hand|deliver|gather|collect)\w* (?:in |up )?(?:an? |the |its
        + |their )?(?:\w+ )?petition
        (?:threaten|seek|sought|launch|consider|prepar|fil|bring|brought|press|want)\w* (?:for
        + )?(?:an? |the )?(?:judicial review|legal (?:action|challenge)|court)
        (?:written|wrote|writes|write)\b(?: [^.;]{2,50})? to (?:object|protest|complain|oppose)
        (?:refer|take|call)\w* (?:the|it|them|this)\b[^.;]{0,40}? (?:to the (?:health )?secretary
        + |to the (?:health )?minister|in for|to court)
        (?:hold|holds|holding|held) out(?: against)?|(?:dig|dug|digs) (?:its|their) heels in
        (?:do|does|did) not (?:\w+ )?want (?:it|to|a|an|any|the|this|that)|didn't want (?:it|to
        + |a|the)
        no (?:plans?,? (?:no|and)|appetite)|(?:would|will|did|does) not sign
        + |stop(?:ped)? the clock
        (?:ask|asks|asked|asking|urg\w+) (?:him|her|them|[^.;]{3,40}) to (?:step in|intervene
        + |call a halt)
        wants? (?:[^.;]{3,40} )?(?:to be )?(?:looked at again|reopened|redrawn|rethought
        + |reconsidered)
        (?:rather|sooner) (?:be left|stay|remain)
        (?:runs?|ran|led|leads|leading|behind) (?:an? |the )?(?:campaign|fight|revolt|rebellion
        + |opposition) (?:for an? ['"]?no|against)
        (?:advis|argu|counsel|vot|campaign|sp[eo]ak|spoke|lobb|rul|decid|recommend|press|plead
        + |protest|petition|testif|writ|wrote|came out|come out|set)\w*(?: \w+)? against\b
        every objection
        (?:has|have|had) (?:\w+ )?(?:every|an|one|serious|strong|several) objections?
        (?:wants?|wanted|ask(?:s|ed)?|demand(?:s|ed)?|urge[sd]?|like[sd]?) [^.;]{2,60}?(?:to be
        + )?(?:wound up|scrapped|halted|stopped|abandoned|dropped|delayed|paused|put back|put off
        + |reversed|withdrawn|abolished|shelved|rethought|thrown out)\b
        (?:demand(?:s|ed) to know|wonder(?:s|ed)) why\b
        (?:last|long|biggest|latest) (?:fight|battle|campaign) (?:was|is|has been) against
        (?:politely |firmly |flatly |twice |also |has |had |have )declined\b(?! to (?:comment|say
        + |speak|discuss|answer))
        (?:is|are|was|were) (?:\w+ )?(?:dead set|set|dead) against|(?:has|have|had) no time for
        (?:made|makes|make) (?:its|their|his|her) (?:opposition|anger|displeasure) (?:plain|clear)
        (?:told|urge[sd]?|advise[sd]?|asked|called on) [^.;]{3,60}? to vote (?:no|against)\b
        declin(?:e|es|ed|ing) to (?:cluster|merge|join|take part|support|back|sign|endorse)
        stay(?:s|ing|ed)? (?:put|out|independent|separate|on (?:its
        + |their) own)\b
        pull(?:s|ed|ing) out of|dislikes?\b|disliked|turn(?:s|ed) (?:it|them|the \w+|a \w+) down
        turned down|(?:will not|won't|would not|wouldn't) be (?:joining|merging|party|part of)
        campaign(?:s|ed|ing)? for (?:a |the )?['\"]?no\b|spurn(?:s|ed)|rebuff(?:s|ed)
        + |rubbish(?:es|ed)
        (?:will|would) (?:fight|resist|oppose|contest|challenge)\b|want(?:s
        + |ed)? nothing to do with
        (?:cannot|can't|could not|couldn't|will not|won't) (?:recommend|support|back|endorse
        + |accept)
        wash(?:es|ed) (?:its|their|his|her) hands|walk(?:s|ed) away from
        (?:is|are|was|were|am|remains?) (?:\w+ )?(?:less|not|un) ?(?:than )?(?:impressed|keen|sure
        + |convinced|persuaded|happy|enthusiastic|reassured)|(?:less|un)impressed
        no (?:appetite|intention|desire|enthusiasm|mandate|support) (?:for|of|to)
        want(?:s|ed)? an? (?:\w+ )?(?:moratorium|halt|pause|rethink|delay|guarantee|inquiry)
        (?:come|came) (?:out|down) against|stand(?:s|ing)? (?:firm )?against
        + |stood (?:firm )?against
        (?:has|have|had|with|harbours?) ['\"]?(?:\w+ ){0,2}?(?:doubts|misgivings|qualms
        + |reservations)
        sceptical|poured? (?:cold water|scorn)|took issue|takes issue|took aim|rail(?:s
        + |ed) against
        lament(?:s|ed)?|decr(?:y|ies|ied)|deplor(?:e|es|ed)|protest(?:s|ed|ing)?
        petition(?:s|ed) against
        boycott(?:s|ed)?|vow(?:s|ed) to (?:fight|resist|stop)|mock(?:s|ed)?
        s(?:ay|ays|aid) no\b|vote(?:d)? no\b|spoke (?:out )?against|speaks? (?:out )?against
        (?:has|have|had) chosen to stay out|cho(?:se|osing) to (?:stay out|remain)
        withdr(?:ew|aws?|awn) (?:its|their|his|her) support|threaten(?:s|ed) (?:legal|to)
        call(?:s|ed|ing) (?:on [^.;]{3,40} )?for (?:\w+ ){0,3}(?:review|inquiry|halt|pause|rethink
        + |delay|moratorium)
        (?:has|have|had) (?:also |strongly |repeatedly )*objected|hostile to
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
        + |unhappy|sceptical|unconvinced|opposed|dismayed|angry|wary)
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
    """,
    marks=_SPACE,
)
NEUTRAL: Final = words(
    r"""
        not (?:recommend|advise|tell|urge|say)\b[^.;]{0,40}?\b(?:either way|how to vote|which way)
        (?:see|sees|saw|understands?|understood|accepts?) the (?:logic|attractions?|point) but
        + (?:fear|worr|doubt|question|want)\w*
        no (?:final |firm )?decisions? (?:has|have|had) (?:yet )?been (?:made|taken)
        + |listening to all
        (?:it's|it is|is) up to (?:local|each|individual|them|ccgs|members|practices)\b
        + |jury is (?:still )?out
        some (?:\w+ ){0,4}are for [^.;]{1,12} and some|in due course|on both sides|wait(?:s
        + |ing)? (?:for
        + |to see) the|not forcing|not (?:taken|take|taking) a side
        (?:not|never|yet to|hasn't|haven't|not yet) (?:yet )?(?:made|make) up (?:our|my|his|her
        + |its
        + |their) minds?
        (?:is|it's|are|was) for (?:the |our |their |its )?(?:members|practices|gps|ccgs|icbs
        + |areas|local
        + |boards) to (?:decide|say|choose)
        no (?:single |one )?right (?:answer|size|number|way)|could work,? or|see both sides
        (?:look at|consider|judge|decide) (?:each|every) (?:application|case|proposal|plan|bid)
        (?:do|does|did|would|will|could) not (?:stand |be )?(?:oppos\w+|object\w*|resist|fight
        + |block|against)
        (?:wouldn't|won't|didn't|doesn't|don't) (?:oppose|object|resist|fight|block)
        stop(?:s|ped|ping)? short of|(?:took|takes?|taken|taking) (?:a
        + |no) (?:neutral )?(?:position
        + |view|side|line|stance)|(?:has|have|had) not (?:yet )?(?:taken|formed|reached) a
        urg(?:e|es|ed|ing) caution|(?:call|plead|appeal)\w* for caution
        no (?:top-down |national |central |fixed |set )?(?:plan|target|number|blueprint|map)\b
        on (?:its|their) (?:own )?merits|led locally|locally led|(?:up to|for) (?:local|each
        + |individual
        + |ccgs|gps|practices|members|gp practices|them|areas
        + |systems)\b[^.;]{0,24} to (?:decide|choose|judge)
        no compulsion|(?:do not|don't) have a (?:number|view|preference|preferred)
        + |no (?:preferred|ideal|right
        + |optimum|optimal|magic) (?:size|number)
        no (?:formal |further |strong |great )?objections?(?! to [^.;]{3,60}\bevery objection)
        (?:do|does|did|would) not object
        (?:do|does|did|is|are) not (?:oppos\w+|against)\b[^.;]{0,40}\b(?:in principle|but)
        would have preferred to (?:wait|see|hear|know)
        would (?:rather|sooner) (?:wait|see|not|hear|know|leave)\b
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
    """,
    marks=_SPACE,
)
