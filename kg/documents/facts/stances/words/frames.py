"""Words of stance by their grammar: nouns of whose the view is, votes, refusals, things unsaid."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

_SPACE: Final = " [\"']?"
AGAINST: Final = words(
    r"""
        remain(?:s|ed)? to be (?:convinced|persuaded|won over)|agreed (?:\w+ )?to object\b
        motion (?:opposing|against|condemning|rejecting)\b[^.;]{2,40}? (?:(?:was
        + |has been) )?(?:carried|passed|adopted|backed)
        vot(?:ed|es|e|ing)(?: by)? [\w-]+(?: votes?| practices)? to [\w-]+,? (?:against|no)\b
        (?:but|and|,) (?:has |have |had )?(?:politely |firmly |again )?(?:declined|refused|demurred
        + |said no)\b(?! to
        + [ ](?:comment|say|speak|discuss|answer|name|be drawn))
        (?:g[eo]\w*|w[eo]nt|follow\w*|travel\w*|tak\w*|took) (?:down |along )?(?:that|this
        + |the same) (?:road|route|path)(?= ?[.,;])
        + |(?:not|n't|never) (?:be )?(?:go(?:ing)? down|follow(?:ing)?|tak(?:e
        + |ing)) (?:down )?(?:that|this|the same) (?:road|route|path)
        (?:not|n't|never) (?:be |let (?:it|them)sel\w+ be |allow (?:it
        + |them)sel\w+ to be )(?:swallow|absorb|tak|gobbl|dragoon|dragg
        + |railroad|bull|annex|subsum|lectur|dictat|marri)\w*
        withdr(?:ew|aws?|awn|awing) from|(?:drop|dropp|opt|bow|back|pull|stay|sit|sat)\w* out of
        + |(?:walk|step|back)\w* away from
        (?:consult|instruct|talk|speak|spok|retain|brief)\w*(?: to)? (?:its|their|his
        + |her)? ?(?:lawyers|solicitors|barristers|counsel)
        + |(?:tak|took|seek|sought)\w* legal advice|leaflet(?:ed|ing|s) (?:against|surgeries|homes
        + |patients|shoppers)
        doubt(?:s|ed)? (?:it|that|this|whether|the|if)\b
        (?<!be )(?<!been )(?<!are )(?<!is )(?<!was )(?<!were )(?<!being )
        + (?:urg|call|ask|press|tell|told|beg|begged|want|demand|lobb|petition|implor|challeng
        + |appeal)\w*
        + [ ](?:on |to |with )?(?!to )[^.;]{2,60}? to (?:abandon|scrap|drop|halt|stop|pause|rethink
        + |think
        + [ ](?:again|twice|very carefully|carefully|hard)|reconsider|reject
        + |leave [^.;]{2,40}? (?:alone|as (?:it|they))|keep\b|throw (?:it|this|them|the \w+) out
        + |block
        + |call (?:it|the \w+|this) in|intervene|step in|withdraw|shelve|put (?:it|the \w+|this) on
        + [ ](?:hold|ice)|back down|vote (?:it |this )?(?:down|against|no)|refuse|resist|oppose)\b
        (?:rais|tak)\w* (?:the |this |it |her |his |their )?(?:matter|issue|case|it|this
        + |concerns?) (?:up )?with
        + [ ](?:the (?:health )?(?:secretary|minister)|ministers|the prime|the secretary of state)
        (?:lead|leads|leading|led|r[au]n|runs|running|front|fronts|fronted|fronting|head|heads
        + |headed
        + |heading|organis|orchestrat|co-?ordinat|spearhead|start|launch|mount|behind|part of|join
        + |back|support)\w* (?:the |a |an |their |his |her )?(?:\w+ ){0,2}?['"]?(?:no|opposition
        + |anti-merger
        + |stop|save|keep our|vote no|against)['"]? (?:campaign|vote|camp|side|lobby|movement|group
        + |effort|team)
        (?:call|ask|press|push|argu|plead|appeal|lobb|campaign|petition|bid|mov|vot)\w* (?:\w+ )?for
        + [ ][^.;]{2,60}? to be (?:put (?:on (?:ice|hold)|off|back)|postponed|deferred|suspended
        + |frozen|paused
        + |halted|stopped|scrapped|shelved|rethought|reconsidered|binned|ditched|called (?:off|in)
        + |thrown out
        + |withdrawn|rejected|blocked|torn up|re-?run|overturned|reversed|looked at again)
        (?:wants?|wanted|would like|needs?) (?!more |further |some )[^.;]{2,60}?
        + [ ](?:put (?:on (?:ice|hold)|off|back)|postponed|deferred|suspended|frozen|paused|halted
        + |stopped
        + |scrapped|shelved|rethought|reconsidered|binned|ditched|called off|thrown out|withdrawn
        + |rejected
        + |blocked|torn up|re-?run|overturned|reversed)\b
        (?:lodg|regist|submit|rais|voic|fil|record|enter)\w* (?:(?:an?|its|their|several|formal
        + |a formal
        + |strong) )*(?:objections?|protests?|complaints?|opposition|dissent)\b
        pull(?:s|ed|ing)? the plug|call(?:s|ed)? (?:it|the \w+|things) off|scupper(?:s|ed)
        + |torpedo(?:es|ed)|veto(?:es|ed)
        quit(?:s)? (?:the )?(?:talks|process|merger)|walked out of
        (?:is|are|was|were|remains?) (?:\w+ )?(?:fuming|seething|apoplectic|outraged|horrified
        + |incandescent
        + |appalled|aghast)\b|behind neither|(?:would|will|did|could) not hear of
        objects?(?=[ ]?[,.;:])|objected(?=[ ]?[,.;:])|cold-shoulder(?:ed|s)|(?<=^)(?:opposed|against
        + |not convinced
        + |unconvinced|sceptics?|critics|opponents)(?=(?: from the \w+| so far| include)?: )
        (?:opposition|objections?|hostility|concerns?|disquiet|reservations|doubts) (?:has|have
        + |had|was|were|is|are) (?:been
        + )?(?:\w+ )?(?:expressed|voiced|raised|registered|lodged|recorded|signalled)(?= by)
        (?:never|not|n't) (?:\w+ )?(?:liked|likes|warmed to|been keen|been a fan|been persuaded
        + |been convinced|cared for|taken to
        + |wanted|much like)\b
        (?:would|will) not be (?:applying|bidding|following|proceeding|pursuing|going ahead
        + |taking part|seeking)
        spea?o?k(?:e|s|ing)? against|(?:last|lone|sole|dissenting) (?:holdout|voice|dissenter)
        (?<='s )(?:opposition|objections?|resistance|hostility|refusal|reluctance|scepticism
        + |dismay|anger)
        + [ ](?:to|about|over|at)\b
        (?:would like|wants?|wanted|urged?|urges|asked|told) [^.;]{3,50}? to (?:stop|cease|drop
        + |abandon|halt|think again|back off)\b
        (?:objections?|opposition|resistance|hostility|protests?|reservations|misgivings|unease
        + |anger|disquiet|criticism|dismay|fury|backlash|revolt|rebellion|dissent|complaints?
        + |concerns?|fears|doubts|disagreement|scepticism)(?= (?:from|by|among) )
        (?:pleas?|appeals?|calls?|demands?|requests?|petitions?|pressure)(?= (?:from
        + |by) [^.;]{3,60}?
        + [ ](?:for|to) (?:\w+ ){0,3}(?:pauses?|delays?|halt|rethink|review|stop|wait|think again
        + |reconsider|postpone\w*|inquiry|moratorium|drop|scrap|abandon|keep|stay)\b)
        (?<!nothing is )(?<!nothing was )not (?:currently |even |yet |now
        + |going to be |something )?(?:up for discussion|on (?:the|its
        + |their|our|any|his|her) (?:table|agenda|cards|radar|menu))|off the (?:table|agenda|menu)
        (?<!not )(?:out of the question|a (?:non-?starter|step too far|bridge too far|red line))
        + |no question of
        (?:recommend|advis|urg|campaign|call|push|argu|press|ask|plead|secur|deliver|want|back
        + |return
        + |cast|record)\w*(?: (?:for|members|practices|its|their|his|her|gps|them|colleagues
        + |residents|people|strongly))* (?:to (?:vote|return|deliver
        + |cast) )?an? (?:\w+ )?no(?: vote)?\b
        (?<!not )rul(?:e|es|ed|ing) (?:it |that |this |them )?out\b(?! of\b)
        refus(?:e|es|ed)(?=[ ]?(?:[,:;.]|$))|(?:could|can
        + |would)(?: not|n't|not)? in (?:all |good )?conscience
        (?:had |has |have )?(?:wanted|wants?) (?:it |them |this |that )?(?:dissolved|scrapped
        + |stopped
        + |halted|abandoned|dropped|delayed|blocked|rejected|rethought|reversed|broken up|called off
        + |kept (?:apart|separate|as)|left (?:alone|as))
        declin\w* (?:the|an?|its|their|every) (?:offer|invitation|approach|chance|proposal
        + |overture)s?
        (?:vot|decid|resolv|agre|opt|elect|cho|prefer|want|wish|hop)\w*(?: by [^.;]{3,40}?
        + | [\w-]+ (?:to|votes to) [\w-]+| overwhelmingly| narrowly| unanimously| instead)?
        + [ ](?:to|for) (?:an? )?(?:stay|remain|keep (?:its|their)|go it alone|defer|deferral|delay
        + |postpone|wait\b|hold off|reject|oppose|block|refuse|leave\b|pull out|withdraw|throw out
        + |stick with|preserve|retain)\w*
        (?:walk|back)(?:s|ed|ing)? (?:away|out) (?:from|of)|g(?:ot|et|ets|etting) cold feet
        (?:gone|went|going) cold|lost (?:interest|patience|confidence|faith) in|(?:giv\w+
        + |gave) up on
        th(?:inks?|ought) better of|no (?:need|reason|rationale|justification) (?:for|to)
        (?:br(?:oke|eaks?|oken)) off (?:talks|discussions|negotiations)
        (?:see|sees|saw|seen|regard\w*|view\w*) (?:it|the \w+|this|them) as (?:an? )?(?:threat
        + |takeover
        + |power grab|distraction|mistake|done deal|land grab|backward)
        (?:fought|fights?|battl(?:e|es|ed|ing)) (?:it|this|them|the|against|hard against)
        (?:stood|stands?|standing|stepped|steps?) (?:down|aside)(?=[^.;]{0,60}\b(?:protest
        + |rather than|over))
        worr(?:y|ies|ied) (?:that|about|over)|revolt(?:ed|s)|rebel(?:led|s)|balk(?:ed|s) at
        + |baulk(?:ed|s) at
        against it (?:still|throughout|all along|from the (?:start|outset|beginning))
        speak(?:s|ing)? ill of|ha(?:s|ve|d) (?:little|no|scant) (?:love|enthusiasm|sympathy) for
    """,
    marks=_SPACE,
)
FOR: Final = words(
    r"""
        (?:den(?:y|ies|ied|ying)|dismiss\w*|reject\w*|play\w* down|brush\w* (?:aside|off)
        + |wav\w* away|scotch\w*|rubbish\w*
        + |laugh\w* off|counter\w*|rebut\w*) (?:any |the |all |such )?(?:that|claims?|suggestions?
        + |fears?|talk|the idea|idea
        + |charge|accusations?|worries|concerns?|notion|rumours?)\b[^.;]{0,70}?\b(?:los(?:e|es|t
        + |ing)|suffer|cuts?|clos\w+
        + |privatis\w+|takeover|takeovers|taken over|swallow\w*|damage|worse|jobs|remote|out-?voted
        + |outnumbered|distant|power
        + grab|done deal|downgrad\w*|forgotten|ignored|sidelined|dominated|run from)
        (?:insist|promis|pledg|assur|stress|vow|guarantee|repeat|swore
        + |swear)\w* (?:\w+ )?(?:that )?[^.;]{0,50}?(?:nothing|nobody|no
        + one|no \w+|none of \w+)(?: \w+)? (?:would|will|was going to
        + |is going to) (?:be )?(?:\w+ )?(?:taken|lost|lose|closed?
        + |changed?|moved?|cut|noticed?|worse|suffer|shut|different|disappear|go)\b
        (?:agre|vot|consent|assent|said yes|say yes|nodd|sign)\w*(?: by [^.;]{3,50}?
        + | [\w-]+ to [\w-]+|, [^,]{3,50},)? to (?:the|a|an|its|their)
        + [ ](?:\w+ )?(?:abolition|merger|union|plan|move|change|proposal|tie-up|deal|scheme
        + |amalgamation|marriage)\b
        sp(?:oke|eaks?|eaking|oken) up for|look(?:s|ed)? (?:favourably|kindly) (?:on|at|upon)
        (?:g[ai]v(?:e|es|en|ing)|got|get|gets|receiv\w+|won|secured) (?:(?:it|this|them
        + |the [^.;]{2,30}?) )?(?:(?:the|an?
        + |their|its|his|her) )?(?:\w+ )?(?:green light|thumbs[- ]up|go-ahead|all[- ]clear
        + |nod)\b(?! from| by| of)
        (?:told|tell|tells|telling) [^.;]{2,40}? (?:it|he|she|they)? ?(?:expect|want)(?:s
        + |ed)? [^.;]{0,30}?to
        + [ ](?:merge|join|combine|become|form)
        (?:lead|leads|leading|led|r[au]n|runs|running|front|fronts|fronted|fronting|head|heads
        + |headed
        + |heading|organis|orchestrat|co-?ordinat|spearhead|start|launch|mount|behind|part of|join
        + |back|support)\w* (?:the |a |an |their |his |her )?(?:\w+ ){0,2}?['"]?(?:yes|pro-merger
        + |vote yes|one
        + [ ]\w+)['"]? (?:campaign|vote|camp|side|lobby|movement|effort|team)
        (?:drop|lift|withdr[ae]w|abandon|end|reconsider)\w* (?:its|their|his
        + |her) (?:\w+ )?(?:opposition|objections?
        + |resistance)
        (?<!be )(?<!been )(?<!are )(?<!is )(?<!was )(?<!were )(?<!being )
        + (?:urg|call|ask|press|tell|told|encourag)\w*(?: on)? [^.;]{2,50}? to (?:go (?:further
        + |faster)|press on|get on|speed up
        + |approve|back|support|agree|say yes|sign up)\b
        thumbs[- ]up to|(?:is|are|was|were) (?:broadly|fully|solidly|largely|mostly) behind\b
        (?:floated|proposed|championed|promoted|sponsored|instigated)(?=(?: (?:in|last|this
        + |on) \w+)? by\b)
        (?<=^)(?:in favour|for|convinced|supporters|backers)(?=(?: from the \w+| so far
        + | include)?: )
        (?:support|backing|approval|enthusiasm) (?:has|have|had|was|were|is
        + |are) (?:been )?(?:\w+ )?(?:expressed|voiced
        + |pledged|offered|given|registered|recorded|signalled)(?= by)
        (?:had|have|has) (?:all |both |each )?said yes\b|warm(?:s|ed) to (?:the|it|this)
        (?:vot\w+|wav\w+|nodd\w+) (?:the \w+|it|this|them|that) through
        (?:support|backing|approval|endorsement|blessing|encouragement|praise
        + |applause)(?= (?:from|by|among) )
        (?:w[io]n(?:s|ning)?|secur(?:es?|ed|ing)|got|gain(?:s|ed)|receiv(?:es?|ed)|enjoy(?:s|ed)?
        + |has|have|had|attract(?:s|ed)|earn(?:s|ed)|commands?|with) the (?:\w+ ){0,2}(?:support
        + |backing|blessing|approval|endorsement|agreement) of
        in support\b
        (?<='s )(?:wish|desire|ambition|preference|enthusiasm|drive|backing|approval) (?:to|for
        + |of)\b
        (?<!who )wants? (?:an? |the |its |their )?(?:\w+ )?(?:ballots?|votes?|say|referendum
        + |consultation|assurances?|safeguards
        + |protection)\b|wants? (?:it|them|this|\d+ practices|the \w+) (?:moved|transferred
        + |returned|back|included|brought)
        wants? (?:each|every|all) (?:practice|member|patient|gp)s? to be\b
        (?:g[ai]v(?:e|es|en|ing)|granted) (?:its|their|his|her|an?) (?:\w+ )?(?:approval|consent
        + |assent|agreement|go-ahead
        + |nod|seal of approval)
        (?:to )?be (?:\w+ )?(?:keen|enthusiastic|supportive|in favour|minded to approve)\b
        wanted (?=(?:every|each|all|one|a single|fewer|larger|bigger|the merger|to merge|to join)\b)
        for it (?:throughout|all along|from the (?:start|outset|beginning))
        (?:l[ae]n(?:t|ds?|ding)|put|puts|putting|throw\w*|threw|add(?:s|ed|ing)?|g[ai]v(?:e|es|en
        + |ing))
        + [ ](?:its|their|his|her|the \w+'s)(?: \w+){0,2} (?:weight|name|voice|support|backing
        + |blessing
        + |shoulder|imprimatur)
        (?:see|sees|saw|seeing|find|finds|found) (?:a bit of|some|much|plenty of|real|a lot of|every
        + |a great deal of|the|great|considerable|obvious|clear|enormous)? ?(?:sense|merits?
        + |logic|value|point
        + |attractions?|advantages?|benefits?|case|appeal) (?:in|to|for|of)\b
        (?:open|receptive|warm\w*|sympathetic|amenable|well disposed|friendly) to (?:the|it|this|an?
        + |merg\w+|joining)\b(?! (?:question|doubt|challenge|criticism|public|persuasion))
        (?:talked|won|brought|argued|come|came|swung) (?:round|around)\b
        (?:vot|decid|resolv|opt|elect|cho|plump)\w*(?: by [^.;]{3,40}?| [\w-]+ (?:to
        + |votes to) [\w-]+
        + | overwhelmingly| narrowly| unanimously)? (?:to|for) (?:an? |the )?(?:seek|apply|ask for
        + |pursue|merg\w+|form|become|join\w*|unit\w+|combin\w+|proceed|press on|go ahead|union)\b
        agreed(?: unanimously| last \w+| on [\w ]{3,12}| in principle)? to (?:seek|apply|merge
        + |pursue|unite
        + |combine|dissolve)\b
        (?:keen|eager|ready|determined|happy|willing|anxious) to (?:merge|join|proceed|press on
        + |go ahead|unite
        + |get on|see)
        (?:recommend|advis|urg|campaign|call|push|argu|press|ask|plead|secur|deliver|want|back
        + |return
        + |cast|record)\w*(?: (?:for|members|practices|its|their|his|her|gps|them|colleagues
        + |strongly))* (?:to (?:vote|return|deliver|cast) )?an? (?:\w+ )?yes(?: vote)?\b
        prefer(?:s|red|ring)? (?:an? |the )?(?:shared|joint|single|looser|federat|one|merg)\w*
        revers(?:e|es|ed|ing) (?:its|their|his|her) (?:opposition|objections?|stance)
        (?:has|have|had|with) no (?:such )?(?:doubts|qualms|reservations|misgivings|objection)
        sign(?:s|ed|ing)? (?:it|the \w+|this) off|(?:is|was|are|were) reliev(?:ed)\b
        (?:first|quick|among the first|loudest) to (?:welcome|back|support|applaud)
        (?:argu|mak|mad)\w* (?:strongly |the case )?for (?:the tie-up|the union|the merger
        + |a merger|merging)
    """,
    marks=_SPACE,
)
NEUTRAL: Final = words(
    r"""
        (?:ask|wish|hop|bid|request|seek|sought|apply|appl)\w* (?:\w+ )?(?:for )?(?:an? |some
        + |a (?:short|further|longer|brief) )?(?:\w+ )?(?:delay|postponement|deferral|extension
        + |breathing space
        + |time to (?:think|study|consider|consult|read))\b
        (?:want|need|ask|request|seek|would like|call)\w* (?:for )?(?:more|further|a little more
        + |extra|longer)
        + [ ](?:time|details?|information|evidence|clarity|reassurances?|assurances?|answers|work
        + |thought
        + |figures|discussion|debate)\b
        prefer(?:s|red)? to (?:wait|see|hear|hold off|take (?:its|their|his|her|more) time)\b
        (?:should|ought to|must|need to|needs to) (?:all )?(?:be|remain|stay) (?:\w+ )?(?:sceptical
        + |wary|careful
        + |cautious|realistic|clear-eyed|hard-headed|on (?:their|its|our) guard|under no illusions?)
        (?:not|\w+n't|never|yet to|still to) (?:\w+ )?(?:made|make|making) (?:our|my|his|her|its
        + |their)
        + [ ]minds? up
        (?:a|the) (?:healthy|degree of|measure of) scepticism|(?:advice|advised|recommended
        + |told)\b[^.;]{0,40}?
        + [ ](?:was|had been|is|has been)? ?to wait\b
        (?:vot\w+|do|decide|choose) as (?:they|it|members|practices) (?:please|like|wish|see|saw
        + |think|thought)\w*
        not (?:be )?tak(?:e|ing|en) (?:a side|sides)|devil (?:is|will be|'s) in the detail
        + |time will tell
        remains to be seen|(?:one|matter|decision|question|choice) (?:for
        + |to) (?:the |its |their |our )?(?:members
        + |practices|ccgs|icbs|gps|groups|governing bodies)\b
        (?:is|are|was|were|remains?|remained) (?:\w+ )?(?:wary|hesitant|lukewarm|guarded
        + |circumspect|cautious
        + |non-?committal|ambivalent|torn|in two minds|cagey)\b
        (?:would|will|could) not be drawn|to abstain\b|abstain(?:s|ed)|(?:conclusion|verdict|view
        + |response|reaction|position|stance|line|answer) (?:is|was|has been)
        + [ ](?:more |rather |far |much |less )*(?:guarded|mixed|cautious|nuanced|clear-cut
        + |ambiguous|equivocal)
        look at the evidence|not been asked to|(?:can|may|might),? but (?:do|does|did
        + |will)? ?not necessarily
        listen(?:s|ed|ing)? to (?:both|all) sides|(?:evenly|equally) (?:split|divided|balanced)
        split down the middle|(?:stay|remain|kept
        + |keep|stood)\w* (?:strictly |studiously )?(?:neutral
        + |silent|impartial|out of it)|no (?:official|formal|collective|settled) (?:view|position
        + |line)
        (?:not|never|n't) (?:told|telling|advis\w+|instruct\w+|urg\w+
        + |recommend\w*)\b[^.;]{0,40}?(?:how to vote|which way|either way)
        wants? to (?:see|know|hear|understand) [^.;]{3,70} first\b|ask (?:us|me) again
        engaged, not married|not (?:taking|picked|picking|chosen|choosing) sides
        (?:declin|refus)\w* to (?:take (?:sides|a side|a view|a position)|say which|back either
        + |endorse either)
    """,
    marks=_SPACE,
)
