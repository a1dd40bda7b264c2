"""Words that are bad of a thing, by which a quotation takes a side against it."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words
from kg.documents.patterns import compiled

DENIABLE: Final = compiled(
    r"lo(?:se|ses|sing|st)\b|takeover|risk|threat|harm|damag|disrupt|upheaval|distract|mistake"
    r"|forced|imposed|bull(?:y|ied)|stitch-up|done deal|power grab|sidelined|swallow|wast"
)
"""Bad words that speak for a thing where they are denied: "nobody will lose"."""
BAD: Final = words(
    r"""
        mergers? (?:\w+ )?costs?|costs? (?:you|us|them|everyone)\b|not (?:while|until|now|yet
        + |here|this year)\b
        who(?:'s| is|'ll| will)(?: going)? (?:to )?(?:shout|speak|stand|fight|look|answer|listen
        + |care)
        (?:does|did|do)(?: not|n't) say|says nothing|(?:isn't|is not|wasn't) in there
        + |nowhere (?:does|in)
        (?:everybody|everyone|somebody|someone) else(?:'s)?|decide for (?:you|us|them)
        should keep|keep our|stay as we are|staying as we are|(?:isn't|is not|is no
        + |not a) (?:a )?reason\b|no reason to
        not (?:going to )?campaign for|(?:do not|don't|didn't|did not|doesn't
        + |does not) want (?:it|this|to|that)\b
        own goal|mak(?:e|es|ing) (?:it|this|that) up|good conscience|why on earth|what on earth
        bigger than|spectators?|been promised|nothing to do with (?:it|us|them)|shut\w* (?:the|a
        + |our) door
        (?:talked|done|dictated) (?:at|to)\b|(?:we|us|people) don't (?:matter|count)|don't matter
        + |goes quiet|gone quiet
        against (?:being|the|it|this|that|a|any)\b|go(?:ing)? to war|without (?:a|any|our|us
        + |their|them|so much as)
        + [ ](?:vote|ballot|say|consent|permission|asking|consult\w+)
        (?:dead|buried|over) before|outweigh\w*|(?:never|not|didn't|don't) (?:added|add) up
        + |line has won
        (?:turn|turned|turning) (?:our|their|its) backs?|what(?:'s| is) in it for|what (?:did|has
        + |have|does|do|will|would)
        + [ ](?:\w+ ){1,4}(?:ever )?(?:get|got|gain|gained|get out of it)|ever got out of
        (?:balance|balancing|pay|paying|cover|carry|carrying) (?:\w+ )?(?:everybody|everyone
        + |somebody|someone|other people
        + |their|other)|bail\w*|levelled down|levelling down|vanish\w*|disappear\w*|clos(?:es|ing
        + |ure)
        hostile|asset[- ]stripp\w+|takeover|land ?grab|empire[- ]building|hijack\w*
        + |smash(?:ed)? and grab
        (?:further|farther) (?:and (?:further|farther) )?(?:away|off)|out of (?:sight|reach)
        + |drown(?:s|ed)?(?: out)?
        (?:one|a single) (?:voice|vote|seat) (?:in|among|out of|of) (?:\w+|\d+)\b|out-?voted
        + |outnumber\w*|minority
        big brother|one size fits|tail wagging|cart before|sledgehammer|blank cheque
        + |pig in a poke|shotgun
        (?:divorce|funeral|burial|obituary|grave|mourn\w*|requiem|wake)\b|married off
        + |marriage of (?:in)?convenience
        (?:fourth|third|fifth|yet another|umpteenth|endless|constant|another) (?:reorganisation
        + |restructure|shake-up
        + |upheaval|merger|round of)|merry-go-round|musical chairs|rearrang\w+|reshuffl\w+|tinker\w*
        (?:have|has|had|i've|we've)(?: not|n't)? (?:yet )?(?:been (?:shown|given|told)|seen|heard
        + |had) (?:no|any|a shred of|a single)
        + [ ](?:good |real |hard |shred of )?(?:evidence|reason|case|explanation|business case|proof
        + |argument|answer)
        (?:yet to|waiting to|still to) (?:hear|see|be shown|be told|be convinced|meet)
        + |nobody (?:has|can|could) (?:tell|told
        + |explain|show|shown|explained)|can (?:anybody|anyone|somebody|someone) (?:tell|explain
        + |show)
        sold (?:down|out|short)|short-?changed|second[- ]class|afterthought|foisted|parachuted
        + |lumbered|saddled
        whatever (?:gps|practices|patients|we|they) (?:think|say|want)|cheerleaders
        (?:tired|weary|sick|fed up) (?:of|with)|had enough|told rather than asked|rounding error
        + |way the money will flow
        (?:be|being|are|is) run from|(?:can't|cannot|couldn't|could not|don't|do not
        + |fail to) see (?:what|why|how|the|any)\b|evidence [^.]{0,60}?\b(?:thin|weak|scant
        + |patchy|lacking)|not a chance|without a fight|no way\b|no thanks|over my dead
        + |absolutely not
        + |losers?\b|be the loser|wrong (?:fight|time|size|place)|cover for|shutting|nobody left
        + |stays? (?:your|our) locality|electorate|lunchtime|rubber stamp|wait and see
        + |too (?:soon|early|quick|hasty|late)|ill-timed|breathing space|slow(?:er)? down|in haste
        marry(?:ing)? into|(?:last year|yesterday)'s (?:problem|battle|war|answer)
        (?:told|made out|pretend\w*) (?:that )?(?:this|it) is (?:compulsory|mandatory|inevitable)
        vote no\b|sign(?:ing)? away
        (?:not|don't|doesn't|didn't|never) (?:add up|stack up)|suffer(?:s|ed)?
        + |longer journeys|fewer
        + services|sign(?:ing)? away
        taken away|know a single \w+ (?:who|that)|nothing in [^.]{2,40} about|footnote|for show
        made up their minds|know where (?:our|we)|small (?:is not|isn't|can be)|punish\w*
        none of them (?:saved|worked|helped)|the worse|nobody is|first (?:thing|casualty) to go
        black hole|fill (?:their|somebody's|someone's)|(?:does not|doesn't|not) say 'always
        + |no answers
        (?:left |kept )?in the dark|too (?:much,? )?too soon|lost faith|faith in|another county
        being run (?:from|by)|never walked|ink (?:was not|wasn't)|have been given a|rushed through
        lose sight|proper scrutiny|power away|want(?:s)? our|take(?:s|n)? (?:power|control
        + |money) (?:away
        + )?from|nothing about patients|back to square one|set(?:s)? us back|lip service
        + |fait accompli
        small fish|big pond|(?:\w+|\d+) miles|closed doors|told,? not asked|search of a
        (?:nothing|little) to gain|who (?:will|would) (?:speak|stand up|answer|fight) for
        (?:bigger|biggest) (?:is not|isn't|is never)|yet to (?:meet|see|hear|find)|(?:will
        + |would) be gone
        giv(?:e|es|ing) (?:away|up)|absurd|ludicrous|laughable|fantas(?:y|ies)|fiction|fanciful
        + |pie in the sky
        stop turning up|walk away|with their feet|disengag\w*|all over again|carve\w*
        + |out of the window
        fight (?:it|this|them)|drag\w*|better things to do|redraw\w*|ignor(?:e|es|ed|ing)
        (?:somebody|someone|other people)(?: else)?'s (?:debts?|deficits?|problems?|mistakes?
        + |mess)
        our (?:surplus|money|savings|budget) (?:will|would|is)|no benefits?|bounced
        (?:without|have no|no) (?:a )?(?:voice|say|influence)|voiceless|jobs (?:will|would
        + |could|may) (?:go|be)
        job losses|redundanc\w+|(?:would|will|could) leave \w+ without|alone (?:would
        + |will) not save
        (?:left|leave us|leave it|let) alone|(?:little|nothing|not much|less) in common
        + |never (?:been
        + )?(?:explained|asked|told|shown)|(?:isn't|is not|wasn't|not) broken|doorstep
        + |bigger address
        different \w+(?:,| and) (?:\w+ )?different|(?:miles|far|further|further and further) away
        what do (?:they|these people) know|solving|whose idea|is not a (?:place|consultation
        + |plan|reason)
        isn't a (?:place|consultation|plan|reason)|out of (?:all )?proportion|(?:done
        + |doing) (?:something
        + )?to (?:them|us|it)|without asking|contradiction|perverse|demolition|swallowed
        (?:put|sat|kept|held) in (?:an account|a pot)|pot of|bail(?:ed|ing)? out|foot(?:ing)? the
        dressed up as|masquerading as|in disguise|by another name|smokescreen
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
        nobody asked|nobody has|no one has|not once|deckchairs|bulldoz\w+|religion
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
        away from (?:patients|local|doctors|gps|communit\w+)|local voice|less (?:local
        + |accountable)
        rarely (?:save|work|deliver|succeed)\w*|little evidence|no evidence|not (?:saved?|worked)
        bull(?:y|ied|ying)|risk(?:s|y)?|undermin\w+|cannot|can't|los(?:e|es|ing|s)|worr\w+
        concern\w*|unacceptable|inappropriate|wrong|shambles|cuts (?:to|in|with|will|would|by)
        reckless|back door
        nothing (?:has )?(?:changed|else)|unfair|difficult\w*|harm\w*|damag\w+|threat\w*
        not (?:convinced|acceptable|the answer|right|listened|work)|contrary
        bureaucra\w+|remote|distan\w+|disaster\w*|disrupt\w+|hinder\w*|unwelcome
        forced|imposed|pressure\w*|driven by|no sense|pointless|mistake|dictat\w+|takeover
        top[- ]down|undemocratic|worst|complicated|unclear|power grab|ignored|far from
        riskiest|risky|a luxury|costliest|unaffordable|wasteful
        (?:bad|worse|terrible|awful|dreadful) (?:for|news|idea|deal|time|outcome|way)
        (?<!you voted )(?<!you were )(?<!you are )against
        too (?:big|large|far|fast)|managers (?:draw|who|decide)|nobody knows
        no-one (?:really )?knows|should be for (?:doctors|gps|us|local)|would never|betray\w*
        in danger|dangers? (?:of|that|is)|dangerous|(?:shut|frozen|cut|kept|left|squeezed) out\b
        (?:ramm|forc|push|driv|bulldoz|steamroll|railroad|whipp)\w* through|bypass\w*|tinkering
        (?:gun|pistol) to (?:the|our|their|his|her) heads?|barrel of a gun|over a barrel|to ransom
        arm-?twisting|decapitat\w+|decimat\w+|dismantl\w+|gutted|rip\w* (?:up|out|apart)
        callous|flimsy|(?:wafer|paper)[- ]thin|woolly|sketchy|clumsy|incoherent|muddled|heavy-handed
        high-handed|appalling|dreadful|shocking|depressing|dismal|lamentable|deplorable|hopeless
        shameful|shoddy|underhand|cynical|opaque|secretive|needless|unjustified|divisive|destructive
        demoralis\w+|toxic|fail(?:ure|ed)\b|fiasco|debacle|blunder|calamit\w+|catastroph\w+
        + |nightmare
        travesty|mockery|gamble|setback|in the teeth|in the face|bombshell|body blow|bitter pill
        an accident of|short-?sighted|naive|tear\w* up|torn up|rip\w* up|betray\w*|vandalism
        unnecessary(?! (?:bureaucracy|layers?|duplication|meetings|costs?))|poorly|mishandled
        coward\w*|craven|arrogan\w+|contempt\w*|spineless|blunt instrument|by diktat|lip service
        without any need|without the need|madness|privatis\w+|stumbling
    """
)
