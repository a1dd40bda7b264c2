"""Words of stance: for, against, neither; of saying; and of what is good or bad of a thing."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

FOR: Final = words(
    r"""
        preference for
        likes|look(?:s|ed|ing) forward
        (?:is|are|was|were) (?:\w+ )?(?:supportive|hopeful|positive|optimistic)
        (?<!for )(?<!the )(?<!with )(?<!of )(?<!commissioning )(?<!management )
        + support(?:s|ed|ive|ing)?(?! units?| services?| staff| functions?| from| group)
        back(?:s|ed|ing)|welcom(?:e|es|ed|ing)|favour(?:s|ed|ing)?
        endors(?:e|es|ed|ing)|praised?|champion(?:s|ed)?|approv(?:e|es|ed)|embrac(?:e|es|ed)
        applaud(?:s|ed)|(?:is|are|was|were|am|'m) (?:delighted|pleased|keen|happy|enthusiastic)
        in favour|pro-merger|call(?:s|ed|ing) for|encourag(?:e|es|ed|ing)
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
        disput(?:e|es|ed)|deni(?:es|ed)|deny|accus(?:e|es|ed|ing)|bull(?:ied|ying)|fight(?:ing)?
        campaign(?:s|ed|ing)? against|cool on|complain(?:s|ed)|(?:should|must) not be
        neither .{1,80} should|question(?:s|ed) (?:whether|the|why|how)
        unlikely to (?:support|back)
        urg(?:e|es|ed|ing) (?:\w+ ){0,6}(?:not to|against|to vote (?:against|no)|to halt
        + |to stop|to reject)
    """
)
NEUTRAL: Final = words(
    r"""
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
    r" short of)(?: \w+){0,2} $"
)
SAID: Final = words(
    r"""
        call|describe|say|said|says|told|tells|added|adds|warned|claimed|claims|argued|argues|believes?|believed
        thinks?|thought|stated|noted|insisted|insists|described|describes|called|calls|feels?
        felt|suggested|reported|wrote|writes|agreed|regarded|commented|stressed|concluded
        explained
    """
)
GOOD: Final = words(
    r"""
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
BAD: Final = words(
    r"""
        distract\w*|chaotic|cruel|brutal|disgrace\w*|scandal\w*|nonsense|farce|mess|sidelined
        must not|should not|not be allowed|not what|not the (?:\w+ )?answer|at risk|crumbles?|lost
        step backwards?|power grab|last thing|rush(?:ed|ing)|unproven|unaccountable|stripped
        railroaded|steamroll\w+|coerced|misguided|costly|too far|angry|anger|disappoint\w+
        wast(?:e|ing)
        away from (?:patients|local|doctors|gps|communit\w+)|local voice|less (?:local|accountable)
        rarely (?:save|work|deliver|succeed)\w*|little evidence|no evidence|not (?:saved?|worked)
        bull(?:y|ied|ying)|risk(?:s|y)?|undermin\w+|cannot|can't|los(?:e|es|ing|s)|worr\w+
        concern\w*|unacceptable|inappropriate|wrong|shambles|cuts?|reckless|back door
        nothing (?:has )?(?:changed|else)|unfair|difficult\w*|harm\w*|damag\w+|threat\w*
        not (?:convinced|going to|acceptable|the answer|right|listened|work)|contrary
        bureaucra\w+|remote|distan\w+|disaster\w*|disrupt\w+|distract\w+|hinder\w*|unwelcome
        forced|imposed|pressure\w*|driven by|no sense|pointless|mistake|dictat\w+|takeover
        top[- ]down|undemocratic|worst|complicated|unclear|power grab|ignored|far from|against
        too (?:big|large|far|fast)|managers (?:draw|who|decide)|nobody knows
        no-one (?:really )?knows|should be for (?:doctors|gps|us|local)|never|betray\w*
        without any need|without the need|madness|privatis\w+|stumbling
    """
)
