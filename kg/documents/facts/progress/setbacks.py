"""Words of a change that is turned down, given up or put off."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.vocabulary import words

SETBACKS: Final = (
    (
        "delayed",
        words(
            r"""
            (?:dropp\w+|scrapp\w+|abandon\w*|call\w* off|shelv\w*|suspend\w*|halt\w*
            + |ditch\w*|park\w*|held|pulled|set aside)(?: \w+){0,4}?
            + [ ](?:until(?! (?:it|she|he) )|till|while|pending|for now|for the (?:time being|moment
            + |present)|for (?:a|at least a|another|one|the next) (?:year|twelve months
            + |12 months)|so
            + [ ]that|to allow)\b
        """,
            ends=False,
        ),
    ),
    (
        "rejected",
        words(
            r"""
            reject(?:ed|s|ing)?\b|vot(?:ed|e|ing) (?:(?:it|them|the \w+|a \w+) )?down\b
            vot(?:ed|e) against (?:the |a |it\b|merg|plan|join)
            (?:boards?|bod(?:y|ies)|members|practices|gps|doctors|councils?|ccgs?|icbs?|groups?)\b
            + [^.;,]{0,50}? voted (?!for\b)[^.;,]{0,45}?\bagainst\b
            + (?![^.;]{0,90}?\b(?:in favour|backed|voted for|for it)\b)
            (?:did|do|does) not want to (?:be )?(?:merg|join|absorb|become)
            hold(?:s|ing)? out against
            rul(?:ed?|es|ing) (?:(?:it|that|this|them|themselves|itself|the \w+) )?out
            decided against|decided not to|turned (?:it |them |both |the \w+ )?down|block(?:ed|s)\b
            refus(?:ed|es) (?:to|permission|approval)|threw out|thrown out|opted against
            (?:would not|will not|won't|wouldn't) (?:now |after all )?(?:be pursued|go ahead
            + |be going ahead|proceed
            + |merge|happen
            + |take place)\b(?! (?:before|until|for))|ended without agreement
            (?:would|will|do|does|did|are|is) not (?:now |after all )?be (?:merging|joining
            + |combining
            + |uniting|tying|going ahead|proceeding|happening)
            talks (?:have |had )?(?:ended|failed|stopped|collapsed)
            (?:cannot|can not|can't|may not|must not|not (?:be )?allowed to) merge\b
            + (?! (?:until|till|before|unless|without))
            told (?:\w+ ){0,4}to think again
            not (?:be )?pursued|no plans to merge|vetoed
            (?:agreed|decided|opted|chosen|chose|voted|elected|prefers?|preferred|determined
            + |resolved
            + |want|wants|plan|plans|intend|intends|vowed|insist\w* (?:they|it) will) to (?:stay
            + |remain
            + |keep|go it alone|continue|carry on)(?: \w+){0,3}? (?:as they are|as it is|separate
            + |independent|alone|apart|put|distinct|independence|identity|autonomy|constitution)
            (?:vot\w+|decid\w+|chos\w+|choos\w+|opt\w*|agree\w*|resolv\w+|prefer\w*|elected|want\w*)
            + [ ](?:to|for) (?:go it alone|go(?:ing)? their own way|stay(?:ing)? (?:put|single
            + |out|as they
            + [ ]are|independent|separate)|remain(?:ing)? (?:separate|independent|single
            + |as they are))
            (?:rather than|instead of) (?:be )?(?:merg|join|unit|combin|amalgamat)\w*
            (?:thr(?:ew|own|ows|ow)|toss\w*|chuck\w*) (?:it|them|(?:the|their|its|that
            + |this) [\w-]+) out\b
            (?:sen(?:t|ds?)|knock\w*|beat\w*) (?:it|them|(?:the|their|its|that
            + |this) [\w-]+) (?:back|away)\b
            (?:fought|fended|fight|seen|saw|warded|beaten|beat|headed|laughed) off|pour(?:ed|s
            + |ing)? cold
            + [ ]water|dismiss(?:ed|es|ing)?|scotch(?:ed|es|ing)?|short shrift|thumbs[ -]down
            distanc(?:ed|es|ing) (?:itself|themselves|herself|himself) from|resist(?:ed|ing)\b
            (?:(?:will|would|can|is|are|was) (?:to )?(?:be )?|there's )no (?:\w+ )?(?:merger
            + |union|tie-up
            + |amalgamation|takeover)\b(?! (?:until|before|guidance|polic))
            no question of|no prospect of|no mandate (?:for|to)|not the answer|(?:would|will|can)
            + [ ]not (?:agree to|support|back|countenance|be part of|take part|sign up)
            back to the drawing board|sent away|lack(?:ed|s|ing)? the support
            (?:declined|refused|unwilling|failed) to (?:agree|approve|back|support|endorse|sanction
            + |sign|accept|authorise|let|allow|consent)|(?:withheld|denied|refused|withhold)
            + (?: its| their| final| the)?(?: formal)? (?:approval|consent|permission|backing
            + |support)
            (?:ruled against|decided against|advised against|come down against) (?:a |the |any
            + |opening |applying |pursuing |going )?(?:\w+ )?(?:merg\w+|union|joining|application
            + |ahead)
            refusal\b|(?:their|its|a|the) rejection\b|(?:would|will|do|did|are
            + |were) not (?:now )?(?:be )?
            + (?:apply|applying|pursuing)\b(?! (?:until|before))
            said no\b(?= to|\.|,)|(?:answer|result|vote) (?:was|is) (?:a (?:\w+ )?)?no\b
            refus(?:ed|es|al) to (?:tie|merge|join)|would not hear of|rebuff(?:ed|s)
            knock(?:ed|s) back|sent (?:\w+ )?packing|quashed|overruled|spurn(?:ed|s)|ha(?:s|ve
            + |d) declined to|defeated
        """,
            ends=False,
        ),
    ),
    (
        "dropped",
        words(
            r"""
            dropp(?:ed|ing)\b|drops\b|scrapp(?:ed|ing)\b
            abandon(?:ed|s|ing)?\b(?! (?:plans to (?:stand|go|remain|stay)|independence|hopes?\b))
            struck (?:out|off)|withdr(?:ew|awn|awal)|call(?:ed|s|ing) off|shelv(?:ed|es)|pulled out
            + |pulls out
            walk(?:ed|s)? away|collaps(?:ed|es)|axed\b|no longer (?:plan|merg|go|pursu|being)
            c(?:a|o)me to (?:grief|naught|a (?:halt|standstill|dead end))|c(?:a|o)me unstuck
            + |(?:came|come)
            + [ ]a cropper|hit the buffers|ran aground|run aground|bit the dust|bitten the dust|went
            + [ ](?:nowhere|south|up in smoke)|gone nowhere|got nowhere|died a death|died the death
            (?:call|called|calls) (?:it|them|(?:the|their|its|that|this) [\w-]+) off\b
            put on the shelf|(?:talks|discussions|negotiations) (?:are|were)
            + [ ](?:now )?(?:over|off|dead|at an end|finished)\b
            at the altar|jilt(?:ed|s)|gather(?:s|ed|ing) dust|(?:in|into) the (?:bin|dustbin
            + |wastepaper basket)
            brok(?:e|en) down|br(?:oke|oken|eak) (?:it |them )?off|sent back\b
            (?:advised|told|asked|forced|agreed|decided) to (?:withdraw|abandon|drop|scrap) (?:it
            + |the\b|their|its|them)
            c(?:o|a)me to nothing|foundered|unravell?ed|fallen apart|fell apart
            (?:talk\w*|discuss\w*|thought|thinking|plan\w*)\b[^.;]{0,40} and (?:then )?(?:stopped
            + |gave up)
            never (?:happened|took place|materialised|came off|went ahead|got (?:off the ground
            + |anywhere
            + |going|far|beyond)|came about|progressed|bore fruit)|not got off the ground
            (?:no longer|not now|not currently) (?:pursuing|seeking|planning|proposing|considering
            + |intend\w*|look\w*|wish\w*|want\w*|propos\w*|on the cards|being pursued)
            (?:walked|pulled|backed|dropped|bowed|opted) out|let (?:it|the idea) drop|gone cold
            + |went cold|ran into the sand|run into the sand|petered out|fizzled out
            + |failed to (?:reach
            + |agree|find|win)|came apart|torpedoed|sunk\b|sank\b|scuppered|derailed
            fallen through|fell through|ditch(?:ed|es)|aborted|halted|stood down|pulled the plug
            backed (?:out|away)|thought better of|cold feet|quietly buried|dead in the water
            came to nought|binned|given up on|gave up on|lapsed|off the (?:table|agenda|cards)
            no longer on the (?:table|agenda|cards)
        """,
            ends=False,
        ),
    ),
    (
        "delayed",
        words(
            r"""
            (?:cannot|can not|can't|may not|must not|not (?:be )?allowed to
            + |unable to) (?:be )?merge\w*
            + [ ](?:until|till|before)\b
            put (?:\w+ ){1,3}back\b
            (?:not|won't|wouldn't) (?:now |be )?(?:happen|take place|go ahead|start|begin|go live
            + |merge) (?:before|until
            + |till)\b
            (?:for|in|from) (?:\w+ ){0,2}20\d\d instead|instead (?:for|in|on|from) 20\d\d
            delay(?:ed|s|ing)?\b|postpon(?:ed|es|ing|ement)|put back|pushed back|deferr(?:ed|ing)
            defers\b|paus(?:ed|es|ing)\b|on hold|held up(?! (?:as|by))|slipp(?:ed|ing)
            put (?:it|them|(?:the|their|its|that|this) [\w-]+) (?:off|back|on ice|on hold)\b
            put off|pushed into|kicked into|on ice|told to wait|paused?\b|in limbo|stalled|delays?\b
            brakes? on\b|back burner|into touch|long grass|cooling off
            mothballed|parked|in abeyance|suspended|frozen|moved back|moved to (?:20|a later)
            had (?:meant|hoped|planned|intended|wanted|been (?:due|meant|expected|set)) to (?:merge
            + |join|combine|become|form|come together|go live|start|launch|unite)
            like(?:ly|lier) to be (?:20|a year|later|next)|is now (?:expected|due|likely) in 20
            rescheduled|wait(?:ing)? (?:a|another|at least a) (?:further )?year
            (?:must|will have to|have to|has to) wait\b|stop(?:ped|s|ping)? the clock|(?:agreed
            + |decided|chosen|chose|going|have|prefer) to wait
            now (?:aim|aims|aiming|hope|hopes|hoping|working|heading|plan|plans|planned|expected
            + |expect|due|set|likely) (?:\w+ ){0,3}?(?:for|in|by|until) (?:\w+ ){0,2}?20\d\d
            abandon\w* (?:any |all )?hopes? of \w+ (?:next|in|by|this|on|from)\b
            (?:ask|want|need|request|seek|given|allow|granted?)\w* (?:for )?(?:another|one more
            + |an extra
            + |a further|an additional|more|extra) (?:year|12 months|twelve months|six months
            + |months|time)
            now the (?:earliest|likeliest)|(?:taken|pulled|struck) off the agenda|put off\b
            (?:was|were|been) (?:meant|due|supposed|expected|intended) to have\b|for a deferral
            (?:a |its |their |the )?(?:new|later) (?:start |launch )?date (?:of|has|was|would|is)
        """,
            ends=False,
        ),
    ),
)
"""Status words, the strongest first."""
