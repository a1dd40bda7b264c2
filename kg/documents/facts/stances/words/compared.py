"""Whole clauses that take a side, where their single words would mislead.

`CLAUSES` has the patterns with the side of each, in the order in which they are read: what one of
them finds is not read again word by word. They are made of fields of words: how many, who, what
was not done.
"""

from __future__ import annotations

import re
from typing import Final

from kg.documents.patterns import compiled

_NUMBER: Final = (
    r"(?:two|three|four|five|six|seven|eight|nine|ten|several|many|lots of|a dozen|separate|\d+)"
)
_ONE: Final = r"(?:one|an? (?:single|big|bigger|giant|large|larger|huge|strong|stronger)|a mega)"
_LIKE: Final = (
    r"(?:(?:would|'d|'ll|will) (?:much |far )?(?:rather|sooner|prefer)|give me|prefer(?:s|red)?"
    r"|(?:'d|would) take|i(?:'ll| will) take|better(?: to have| off with)?|rather have)"
)
_THAN: Final = r"[^.;]{0,70}?\b(?:than|over|to|instead of|and not)\b[^.;]{0,20}?"
_ASKED: Final = (
    r"(?:asked|consulted|balloted|listened to|told|informed|involved|heard|briefed|warned|invited"
    r"|consult|asking|consultation|given (?:a|any|the) (?:say|vote|choice|chance|warning|notice))"
)
_US: Final = (
    r"(?:we|us|gps|practices|members|patients|residents|doctors|staff|people|councillors|the public"
    r"|the council|unions?|it|they|anybody|anyone|colleagues)"
)
_DONE: Final = (
    r"(?:done|happened|merged|joined(?: up)?|put together|brought together|sorted(?: out)?|made"
    r"|taken|combined|united|one|tried|fixed|tackled|come)"
)
_UNDONE: Final = (
    r"(?:scrapped|shelved|halted|stopped|dropped|paused|rethought|reconsidered|abandoned|binned"
    r"|blocked|rejected|resisted|opposed|ditched|withdrawn|put (?:off|back|on (?:ice|hold))"
    r"|postponed|delayed|left (?:alone|as (?:it|they)|where)|called off|thrown out|torn up)"
)
_AGAINST: Final = (
    rf"\b{_LIKE}\b(?! not)[^.;]{{0,30}}?\b{_NUMBER} [^.;]{{0,70}}?\b(?:than|over"
    rf"|instead of) {_ONE}\b",
    r"\b(?:bigger|big|size|larger|scale) (?:is|isn't|does|doesn't|has|never|alone|by itself)\b"
    r"(?: not| never| rarely| seldom| always| necessarily| automatically)*"
    r" ?(?:necessarily |always |automatically )?(?:better|best|mean|everything|beautiful|cheaper"
    r"|the"
    r" answer|saved?|help\w*|a virtue|a strategy|guarantee\w*)",
    rf"\b(?:had|have|has|were|was|are|been|being) (?:not|n't|never|hardly|barely)"
    rf" (?:\w+ )?(?:been |being )?(?:\w+ )?{_ASKED}\b",
    rf"\b(?:haven't|hasn't|hadn't|weren't|wasn't|aren't) (?:\w+ )?(?:been )?(?:\w+ )?{_ASKED}\b",
    rf"\b(?:nobody|no one|no-one|none of (?:us|them)|not one of us) (?:\w+ ){{0,4}}?{_ASKED}\b",
    r"\b(?:nobody|no one|no-one) (?:has |had |ever |even )*(?:thought to|bothered to|troubled to"
    r"|saw fit to|stopped to) (?:ask|consult|tell|inform|check|speak)",
    rf"\bwithout (?:\w+ )?(?:asking|consulting|telling|involving|warning|so much as"
    rf"|talking to) {_US}",
    rf"\b{_US} (?:only |first )?(?:found out|learn(?:ed|t)|heard|read)(?: \w+){{0,3}}? (?:from|by"
    rf"|in"
    r"|through|via|on) (?:an?|the|our|their|facebook|twitter|social)\b",
    r"\bfirst (?:that )?(?:we|i|anyone|anybody|most of us|gps|practices|many of us)"
    r" (?:heard|knew|saw|learned|learnt)\b",
    r"\btold (?:\w+ ){0,3}?(?:about (?:this|it) |of (?:this|it) )?by (?:e-?mail|letter|text"
    r"|the press"
    r"|a newspaper|a journalist)",
    r"\b(?:presented with|handed|given|shown) (?:it|this|us )?(?: as)?(?: with)? ?(?:an? )?(?:fait"
    r" accompli|done deal|finished plan|ultimatum)",
    r"\b(?:run|decided|planned|governed|managed|told what to do|commissioned|dictated|made|ruled)"
    r" (?:to )?(?:by|from) (?:somebody|someone|some|people|managers|an? (?:\w+ )?(?:office|desk"
    r"|committee|board)|the other|another|a (?:place|town|building))\b",
    r"\b(?:you|we|they|one) (?:don't|do not|can't|cannot|can not|couldn't|should not|shouldn't)"
    r" (?:run|plan|manage|commission|organise|fix|understand) [^.;,]{2,40} from\b",
    r"\b(?:who|they|that) (?:(?:has|have|had|'ve|'s) )?(?:never|not once|couldn't|could not|can't"
    r"|cannot|wouldn't know) (?:ever )?(?:set foot|been (?:to|here|there|near)|visited|seen|met"
    r"|heard"
    r" of|find|point to|walked|lived|worked)\b",
    r"\b(?:a (?:very |awfully |terribly )?long way|too far|miles|remote|further|too remote"
    r"|an hour|two buses|light years) (?:away )?(?:from|off|down|up) (?:their|our|its|the|patients"
    r"|gps"
    r"|any|where|here)\b",
    r"\b(?:stops|end[s]?|stop) being (?:local|ours|clinical|gp-led|clinically led)\b",
    rf"\b(?:should|ought|must|needs?|want|wants|like|has) (?:to )?(?:now )?(?:be )?{_UNDONE}\b",
    rf"\b(?:should|ought|must) (?:not|never)(?: to)? (?:have )?(?:be |been )?(?:\w+ )?"
    rf"(?:{_DONE}|forced|made|rushed|pushed|go(?:ne)? ahead|happen|proceed)\b",
    r"\b(?:if|when|once) (?:\"|')?typically(?:\"|')? (?:becomes|turns|means|is)\b",
    rf"\b(?:we|they|you)(?:'ll| will|'d| would) (?:have|end up with|get|be left with) (?:\d+"
    rf"|{_NUMBER}"
    r"|some) (?:\w+ )?(?:very |far |too |really |absolutely |enormously )*"
    r"(?:large|big|huge|remote|vast|enormous|giant)",
    r"\b(?:nobody|no one|anyone|anybody) (?:here |locally |round here )?(?:voted|asked|signed up"
    r"|called|came into medicine) (?:for|to)\b",
    r"\bdo(?:es)? not survive (?:contact|five minutes|a)\b|\b(?:can't|cannot|couldn't|could not"
    r"|doesn't"
    r"|do not|don't|does not) (?:stand up|bear (?:much )?scrutiny|hold water|stack up|wash)\b",
)
_ASKING: Final = (
    r"\bnot (?:yet )?(?:made|proved|proven) (?:out )?(?:their|its|the|his|her|a"
    r"|any) (?:\w+ )?case\b|\bmarched up\b",
    r"\b(?:herded|corralled|frogmarched|strong-armed|press-?ganged|dragooned|steamrollered"
    r"|hoodwinked|misled"
    r"|bamboozled|blackmailed|short-changed|stampeded|bounced)\b",
    r"\bmight as well have (?:had|been|said|asked|not)\b",
    r"\bhow (?:does|do|would|will|is|are|can|could) [^.?;]{3,70}? (?:help|improve|save|benefit"
    r"|going to"
    r"|make|get|mean|supposed|expected)\b",
    r"\bwhat(?:'s| is| was)? (?:the|all the|our) (?:rush|hurry|point|benefit|evidence|urgency|gain"
    r"|problem it|question)|\bwhat (?:problem|good|use|difference) (?:is|does|will|would|do)\b"
    r"|\bwhat (?:problem|question) (?:i|we|it|this|they|am i|are we|are they|is it)(?:'m|'re|'s"
    r"| is| are)?"
    r" (?:\w+ )?(?:solv|answer|fix|address)\w*|\bwho (?:does|will|would|is) (?:it|this) (?:help"
    r"|benefit|for|going to)\b|\bwhere (?:is|are) the"
    r" (?:evidence|savings|patients|benefits?|money|detail)",
    r"\b(?:was|were|is|are) (?:all )?(?:going|supposed|meant|promised|said) to (?:save|help|cut"
    r"|improve"
    r"|free|be the (?:last|end)|put things|make things)",
    r"\b(?:would|could|will) (?:comfortably |easily )?fit (?:on|in|into) (?:a|the back of)\b",
    r"\b(?:is|are|was) (?:not|no|never) (?:an? )?(?:strategy|plan|policy|vision|solution"
    r"|consultation"
    r"|reason|place|partnership|argument|service|community|business case|explanation|answer)\b"
    r"|\b(?:isn't|aren't|wasn't) (?:an? )?(?:strategy|plan|policy|vision|solution|consultation"
    r"|reason"
    r"|partnership|argument|service|community|business case|explanation|answer)\b",
    r"\b(?:they|you|managers|the centre|bosses|nhs england) (?:can |may |like to )?(?:call|calls"
    r"|dress"
    r"|describe) (?:it|this|that|up)(?: as| up as)? (?:an?|the|engagement|consultation"
    r"|efficiency)\b",
    r"\bwithout (?:seeing|reading|knowing|sight of|being shown|looking|any idea|a single"
    r"|a proper)\b",
    r"\bleft (?:wondering|guessing|in limbo|in the lurch|to wonder|out in the cold|high and dry)\b",
    r"\b(?:back of the (?:queue|line)|bottom of the (?:list|pile|heap)|end of the (?:line|queue)"
    r"|bit of a"
    r" backwater|poor relations?|dots? on|sink without trace|swamp\w*|drop in the ocean"
    r"|voice in the"
    r" wilderness|make weight|branch office|colony|junior partner)",
    r"\b(?:don't|do not|doesn't|does not|can't|cannot|never|nobody|no one) (?:really )?(?:trust"
    r"|believe|buy"
    r"|recognise) (?:the|these|those|their|a|any|it|that|in)\b",
    r"\b(?:pay|paying|picking up|settle|settling|clear|clearing|fund|funding|inherit|inheriting"
    r"|take on"
    r"|taking on|shoulder|carrying) (?:off |up |the bill for |for )?(?:somebody|someone"
    r"|other people|their"
    r"|another|the other|everyone|everybody|neighbours?)",
    r"\b(?:once|when) (?:it|they|that|this|your|our)(?:'s| is| are|'re| has| have)? gone\b",
    r"\b(?:isn't|is not|not|doesn't mean) (?:the same (?:as|thing)|always|compulsory|mandatory)\b"
    r"|\bthe word (?:is|was)\b",
    r"\bunrealistic|unworkable|undeliverable|over-?optimistic|heroic|wishful|far-?fetched"
    r"|implausible",
    r"\bat (?:what|any) cost\b|\bin name only\b|\bthe wrong way round\b|\bupside down\b",
)
_REFUSE: Final = (
    r"(?:stand in (?:the|its|their|our) way|oppose|object|block|resist|refuse|turn (?:it|this"
    r"|them) down|walk away|delay|wait|stop|say no|vote (?:against|no)|hold out|stay (?:out|apart)"
    r"|go back|carry on|keep|not to|do nothing|throw (?:it|this) away|miss)"
)
_FOLLY: Final = (
    r"(?:perverse|daft|mad|madness|silly|foolish|folly|wrong|crazy|absurd|churlish|odd|a mistake"
    r"|irresponsible|short-?sighted|a shame|tragic|negligent|a pity|ridiculous|self-defeating"
    r"|hard|difficult|impossible)"
)
_THINGS: Final = (
    r"(?:teams|boards|committees|chairs|chiefs|reports|accounts|audits?|auditors|directors|meetings"
    r"|governing bodies|organisations|bodies|groups|ccgs|icbs|budgets|contracts|offices"
    r"|commissioners|constitutions|policies|plans|strategies|headquarters|of everything)"
)
_MISLAID: Final = (
    r"(?:dropp\w+|vanish\w*|disappear\w*|f[ae]ll\w*|lost|gone|go(?:es|ing)? missing|remov\w+"
    r"|delet\w+"
    r"|left (?:out|behind|off)|omitted|missing|forgotten|ignored|mislaid|airbrushed|went|got lost)"
)
_HARD_SELL: Final = (
    rf"\btypically['\"]? (?:\w+ ){{0,3}}?{_MISLAID}\b",
    rf"\b{_MISLAID} (?:\w+ ){{0,3}}?['\"]?typically\b",
    r"\bmarried\b[^.;]{0,30}\b(?:divorced|separated|buried|widowed)\b",
    r"\b(?:fed|spun|sold|given|told|handed) (?:us |them |gps |practices )?(?:a (?:line|pup|dud|fib"
    r"|lie|story|tale)|half the story|lies|the wrong)\b",
    r"\b(?:struggl\w+|hard|harder|impossible|yet|fail\w*|tried and failed|unable) to (?:find|see"
    r"|identify|point to|show|name) (?:\w+ ){0,3}?(?:evidence|benefits?|savings?|anybody|anyone|any"
    r"|one|an example|proof|gains?)\b",
    r"\bno (?:detectable|measurable|discernible|obvious|visible|clear|convincing|lasting"
    r"|significant) (?:effects?|impact|benefits?|gains?|savings?|improvement|advantage|case)\b",
    r"\b(?:no|never|won't|will not|wouldn't|not)(?: be)?(?: \w+)? get(?:ting)? (?:it|us|them|that"
    r"|this|control) back\b",
    r"\bleav(?:e|ing) (?:the (?:boundar\w+|map|structures?|ccgs|icbs|groups)|well|us|them"
    r"|things|it) (?:well )?alone\b",
    r"\b(?:cost|costs) (?:us |patients |everyone |the nhs )?(?:far |much )?more than (?:it|they"
    r"|we|was|were)\b",
    r"\b(?:eats?|ate|soak\w*|suck\w*|swallow\w*|burn\w*|devour\w*|consum\w+|takes?|took|tie[sd]?)"
    r"(?: up| out)? (?:\w+ ){0,4}?(?:months|years?|attention|energy|management time|goodwill)\b",
    r"\b(?:learn(?:ed|t)|remember\w*|forgotten) (?:nothing|none|no lessons?)\b",
    r"\bshow me (?:one|a single|any|the)\b|\b(?:name|find) me (?:one|a single)\b",
)
_FOR: Final = (
    rf"\b(?:is|was|be|been|seems?|felt|feels?) (?:\w+ )?{_FOLLY} (?:for \w+ |of \w+ )?(?:not )?to"
    rf" {_REFUSE}\b",
    r"\b(?:nobody|no one|no-one|not|never|won't|wouldn't|shouldn't|nothing)(?: \w+){0,3}?"
    r" (?:stand(?:ing)?|get(?:ting)?) in (?:the|its|their|our|his|her) way\b",
    rf"\b{_NUMBER} [^.;]{{0,50}}?\b{_THINGS}[^.;]{{0,60}}? (?:is|are|was|were|makes?|made|seems?)"
    rf" (?:not|hardly|no|never|too many|absurd|ridiculous|nonsense|wasteful|a luxury|a waste|mad"
    rf"|daft|silly|simply|just)\b",
    rf"\b(?:one|a single) [\w' -]{{2,40}}? (?:now )?(?:instead of|rather than|not|where (?:there"
    rf"|we|i|they) (?:were|was|had|used)) [^.;]{{0,12}}?{_NUMBER}\b",
    r"\bluxur(?:y|ies) [^.;]{0,30}?(?:can no longer|can't|cannot|can ill|could not|couldn't)"
    r"(?: \w+)? afford\b",
    r"\b(?:outcome|result|answer|decision) (?:that )?(?:we|i|they|everyone|patients|gps)(?:'d|'ve"
    r"| had| have| all)* (?:\w+ )?(?:hoped|wanted|worked|wished|waited|argued|asked|prayed)\b",
    r"\b(?:made|makes|making) (?:all|a world of|a big) (?:the )?difference\b|\bswung it\b",
    r"\b(?:have|has|got|given|put|had) (?:it |this |that |all |the \w+ )?in writing\b",
    r"\b(?:listened to|heard) (?:us|our|what we|gps|practices|members)\b(?! before| when)",
    r"\b(?:more|every|extra|all that|the|that|any|each)? ?(?:money|pounds?|penn(?:y|ies)|savings?"
    r"|cash)[^.;,]{0,30}? (?:to|into|on) (?:the front|front|patients?"
    r"|(?:primary|patient|hospital|direct|community|general) (?:care|practice)|nurses|services"
    r"|surgeries|clinics)\b",
    r"\bno (?:turning|going) back\b|\breason to (?:delay|wait|hold (?:off|back)|hang about)\b"
    r"|\b(?:be|being) bold\b"
    r"|\b(?:can't|cannot|can not|couldn't) come soon enough\b",
    r"\b(?:is|was|are)(?: not|n't) (?:about|a|an) (?:the |any )?(?:empire|takeover|cuts?|cost"
    r"|power|saving money"
    r"|losing|land grab|money|jobs|bureaucracy|top-down|centralis|control|who)",
    r"\b(?:do it (?:to|for) )?ourselves\b[^.;]{0,40}?\bdone to us\b|\bon our own terms\b"
    r"|\bjump(?:ing|ed)? before"
    r"|\b(?:got|get|came|come|getting|will get) there in the end\b|\bmasters of our own\b",
    rf"\b(?:can't|cannot|can not|couldn't) [^.;]{{2,60}} (?:through|with|from|across|between"
    rf"|in) {_NUMBER} (?!years"
    r"|months|weeks|days|minutes)",
    r"\b(?:nobody|no one|no-one|nothing|none of (?:it|them|us))(?:'s| is| are| will be| would be"
    r"| will| would)"
    r" (?:\w+ )?(?:moving|closing|taking|losing|going (?:anywhere|to (?:lose|close|change|be))"
    r"|being (?:cut"
    r"|closed|moved|taken|lost)|taken (?:away)?|cut|closed|lost|moved|shut|changing"
    r"|disappearing)\b",
    r"\b(?:reluctant|late|recent|unlikely|sceptical) convert\b|\bonly (?:door|road|game|way|show"
    r"|option|route"
    r"|sensible|realistic|honest)\b",
    r"\b(?:start(?:ing|ed)?|design(?:ing|ed)|build(?:ing)?|begin(?:ning)?) (?:it |this |again "
    r"|out )*"
    r"(?:from scratch|today|again|now|with a (?:blank|clean))[^.;]{0,20}? (?:nobody|no one|you|we"
    r"|one)"
    r" (?:would|wouldn't|would not|'d)\b",
    r"\b(?:pay|paying|paid|do|doing|done|discuss\w*|write|writing|fill\w*)\b[^.;]{0,30}? (?:twice"
    r"|three"
    r" times|four times|many times|over and over)\b",
    rf"\b(?:doesn't|does not|don't|do not|hardly|no longer|didn't|never) needs? {_NUMBER}\b"
    rf"|\bwhy (?:do|does|would|should) [^.;?]{{2,30}} (?:need|have|want|pay for) {_NUMBER}\b",
    r"\b(?:may|might) (?:just )?as well\b|\b(?:came|come|went) (?:out|away) (?:a )?(?:convinced"
    r"|persuaded|convert\w*|believ\w+)",
    r"\b(?:gps|doctors|clinicians|practices|patients|people|they|you|we|it|members|localities"
    r"|decisions)"
    r" (?:will|would|are|'ll) (?:all )?(?:still|continue|remain|keep|be (?:in charge"
    r"|in the driving seat"
    r"|at the (?:heart|table|helm)|in control|better (?:off|served)))\b",
    r"\b(?:buys|buy|pays for|pay for|would fund|funds|employs?|hires?) (?:\w+ )?(?:an? (?:lot|few"
    r"|extra)"
    r"|lots|plenty|\d+|\w+) (?:of )?(?:\w+ ){0,2}(?:nurses|physio\w*|doctors|gps|operations|beds"
    r"|staff"
    r"|care|clinics|appointments|therapists|scans|services|paramedics|hips)\b",
    r"\b(?:a win is a win|the people have spoken|members have spoken|clear result|decisive)\b",
    rf"\b{_LIKE}\b(?! not)[^.;]{{0,30}}?\b{_ONE} [^.;]{{0,70}}?\b(?:than|over|instead of)"
    rf" (?:have )?{_NUMBER}\b",
    rf"\b(?:should|ought to|could|might|would"
    rf"|needed to) (?:\w+ )?have (?:\w+ )?(?:been )?{_DONE}\b",
    r"\b(?:done|happened|merged|joined|been|come|made|be) (?:\w+ ){0,4}?(?:years|decades|ages|a"
    r" (?:decade|long time|generation)) ago\b",
    r"\b(?:years|decades|ages|a (?:decade|long time|generation)) (?:too late|late|overdue)\b",
    r"\bwhy (?:it|this|that|we|they)(?:'s| has| have| had|'ve)? (?:\w+ )?(?:taken|took|waited|be)"
    r" (?:so|this|that|us so) (?:long|late)\b|\bwhat (?:took|kept) (?:us|them|you|it)\b"
    r"|\bwhat (?:are we|is everybody) waiting for\b",
    r"\b(?:never|not|hardly|n't) (?:\w+ )?(?:big|large|strong|rich) enough (?:to|for)\b",
    r"\bcould be (?:done|delivered|run|met|managed|handled|carried out) (?:by|with|for) (?:an? )?"
    r"(?:half|quarter|third|fraction|tenth|fewer|one|far fewer|much smaller)",
    rf"\b(?:ha(?:d|s|ve|ving)|keep(?:ing)?|run(?:ning)?|pay(?:ing)? for) (?:\w+ )?{_NUMBER}"
    r" (?:[\w' ]{0,30}?)?(?:was|is|were|are|seems?|makes?|has been) (?:\w+ ){0,3}?(?:daft|silly|mad"
    r"|odd|absurd|a luxury|a nonsense|nonsense|crazy|ridiculous|wasteful|a waste|no sense|hard to"
    r" (?:defend|justify))",
    r"\b(?:get on with|sooner the better|crack on|bring it on|hurry up)\b",
    r"\b(?:can't|cannot|can not|couldn't|could not|can no longer) (?:do|manage|afford|run|justify"
    r"|go on"
    rf" with|carry on with|keep) [^.;]{{0,24}}?\b{_NUMBER} (?:of (?:everything|them|us|each)|sets"
    rf"|boards"
    r"|bodies|groups|teams|organisations)",
    r"\b(?:been|already|are|acting as|act as|work as) one (?:team|organisation|body|group|family)"
    r" (?:for|since|in all|already|through|now|in everything)\b|\blast thing to catch up\b"
    r"|\bpaperwork (?:is|to|has)\b",
    r"\bin the fullness of time, yes\b",
)


def _clauses(*alternatives: str) -> re.Pattern[str]:
    """A pattern that finds any of the alternatives; it looks only where a word begins."""
    return compiled(r"\b(?:" + "|".join(each.removeprefix(r"\b") for each in alternatives) + ")")


CLAUSES: Final = (
    (-1, _clauses(*_AGAINST, *_ASKING, *_HARD_SELL)),
    (1, _clauses(*_FOR)),
)
