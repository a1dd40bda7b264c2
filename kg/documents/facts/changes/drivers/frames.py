"""Words that open a reason or an aim, or close one."""

from __future__ import annotations

from typing import Final

from kg.documents.patterns import compiled

_WHY: Final = (
    r" ?(?P<why>(?:[^,.;:()\"]|[.,](?=\d)){4,130}?)"
    r"(?= ?(?:[,.](?!\d)|[;:()\"]| - | and not | rather than | but | although | though | while"
    r"| to (?=merge|join)|$))"
)
"""The words of a reason, up to where its clause ends."""
_PARTLY: Final = (
    r"(?: (?:at least as much|mainly|largely|in part|partly|chiefly|mostly|primarily|as much|above"
    r" all|purely|solely|not least|simply|entirely|almost entirely))?"
)
_MOVE: Final = (
    r"(?:mergers?|merging|moves?|changes?|plans?|proposals?|decisions?|union|amalgamation|tie-up"
    r"|joining (?:up|forces)|com(?:e|ing) together|combining|reorganisation|bid|scheme|idea"
    r"|application|shake-up|deal|it|this|that)"
)
_REASON: Final = (
    r"(?:reasons?|drivers?|motives?|motivations?|rationale|arguments?|aims?|purpose|impetus"
    r"|spur|trigger|logic|goals?|objectives?|attractions?|benefits?|advantages?|prize|point)"
)
_OF_IT: Final = (
    rf"(?: (?:given|cited|offered|put forward|advanced|set out))?(?: (?:for|of|behind|in|to|by)"
    rf" (?:(?!is |was |are |were )[\w'-]+ ){{0,5}}?{_MOVE})?"
)
REASON: Final = compiled(
    rf"\b{_REASON}{_OF_IT}(?: \w+)? (?:is|was|are|were|include[sd]?|remains?)\b|\bcase for\b"
)
"""Talk of reasons as such."""
LISTS: Final = compiled(r"(?::|\binclud(?:e|es|ed)|\b(?:are|were)(?: \w+)?) ?$")
"""How the words end that open several reasons."""
ITEM: Final = compiled(
    r" ?(?P<why>[^,;.:()\"]{4,130}?)(?: ?(?:,|;| - |\band\b)(?: and\b)?|(?=[.:()\"]|$))"
)
"""One of several reasons."""
CAUSES: Final = compiled(
    r"\b(?:"
    rf"driven{_PARTLY} by|because{_PARTLY}(?: of)?(?! of )|"
    r"(?:push|forc|prompt|impos|demand|requir|order|mandat|instruct|motivat|trigger|dictat|spurr"
    r"|necessitat|inspir)ed(?: (?:on \w+|upon \w+|through|in part|partly|largely"
    r"|mainly|on))? by"
    r"|in response to|under (?:\w+ )?pressure from|at the (?:behest|insistence|request|urging)"
    r" of|(?:under|on) (?:the )?(?:orders|instructions?) (?:from|of)|in line with|as a"
    r" (?:direct )?(?:result|consequence) of|owing to"
    r"|(?<!is )(?<!are )(?<!was )(?<!were )(?<!been )due to(?! \w+ge\b)"
    r"|thanks to|in the face of|in (?:the )?light of|on (?:the )?grounds (?:of|that)|on account of"
    r"|(?<!been )(?<!be )(?<!were )(?<!was )(?<!have )(?<!has )given(?= (?:the|their|its|that"
    r"|how) )|in view of|cit(?:e|es|ed|ing)(?! by)|blam(?:e|es|ed|ing)(?: (?:it )?on)?"
    r"|as(?= (?:nhs england|nhse|ministers|regulators|the (?:government|region|centre|department"
    r"|regulator|health secretary)|national) )|faced with|facing(?= (?:a|an|the|up|cuts|pressure"
    r"|severe|huge|deep|big))|amid"
    r"|in the wake of|to comply with|so that"
    rf"|{_MOVE} (?:also |partly |itself )?(?:follow(?:s|ed)?|c[ao]mes? (?:after|amid|in the wake"
    r" of|in response to)|is a response to(?! a vote)|reflect(?:s|ed)?|stem(?:s|med) from"
    r"|ar(?:ose|ises?)"
    r" from|is (?:mostly|mainly|largely|all|chiefly|really|partly) (?:about|down to)|was about)"
    rf"|{_REASON}{_OF_IT}(?: (?:is|was|are|were)(?: [\w-]+){{1,3}})?:"
    rf"|{_REASON}{_OF_IT}(?: \w+)? (?:is|was|are|were|include[sd]?|remains?|being)(?: (?:to"
    r"|that|about|mostly|mainly|simply|partly|the|as))*"
    r"|case for (?:[\w'-]+ ){1,6}(?:is|was|remain(?:s|ed)) (?:[\w-]+ ){0,2}[\w-]+:"
    r"|(?:business |clinical |financial )?case for (?:change|it|merg\w+|(?:a|the|one) [\w ]{3,30}?)"
    r" (?:is|was|rests?|rested|are|turns|hinges|relies|relied|makes much)(?: (?:mostly|mainly"
    r"|largely|about|on|of|that|partly|one))*"
    r"|(?:pressure|impetus|push|spur|instruction|order)s? (?:came|comes|has come|had come|is coming"
    r") from"
    r"|after (?:being |having been )?(?:warned|told|instructed|ordered|pressed|advised|directed)"
    r"(?: \w+){0,8}? (?:that|to|by)"
    r"|after(?= [^,.;]{0,60}(?:pressure|instruct\w+|an order|demands?|deficit|overspen|overspent"
    r"|special measures|legal directions|financial))"
    r"|after(?= [^,.;]{3,70} (?:over|about) (?:its|their|the) (?:\w+ )?(?:size|viab|financ|capacity"
    r"|resilien|governance|leadership|performance))"
    r")(?![\w-])" + _WHY
)
"""A reason after the words that open it."""
_PUSHED: Final = (
    r"(?:forc(?:ed|ing)|push(?:ed|ing)|prompt(?:ed|ing)|pressur\w+|driv(?:en|ing)|drove"
    r"|persuad(?:ed"
    r"|ing)|convinc(?:ed|ing)|leav(?:ing)|left|compell(?:ed|ing)|spurr(?:ed|ing)|press(?:ed|ing)"
    r"|requir(?:ed|ing)|tip(?:ped|ping))"
)
PUSHES: Final = compiled(
    r"(?:^|[,.;:\"] |\band |\bthat |\bbecause |\bsaid )(?P<why>(?:[^,.;:\"]|[.,](?=\d)){4,100}?)"
    r"(?<!\bthat)(?<!\bbeing)(?<!\bbeen)(?<!\bare)(?<!\bwere)(?<!\bis)(?<!\bwas)"
    rf" (?:(?:has|have|had|is|are|was|were) )?(?:{_PUSHED} (?!(?:ahead|on|through|for|forward|back"
    r"|out|by|against"
    r"|merg\w+|marriages?|unions?)\b)[^.;,]{0,60}?\b(?:merg\w*|join\w*|together|unit\w+|combin\w+"
    r"|(?:no|little"
    r"|few) (?:real )?(?:choice|option|alternative)s?"
    r"|one (?:ccg|body|organisation|board|commissioner)|single)\b"
    rf"|(?:behind|underl(?:ies|ay|ying)|l(?:ies|ay) behind|at the (?:heart|root) of|drove|driving)"
    rf" (?:the|this|that|these|any|such) (?:\w+ )?{_MOVE}\b"
    rf"|(?:is|was|are|were|remains?|being) (?:the|a|one of the) (?:\w+ ){{0,2}}?{_REASON}"
    rf" (?:given )?(?:for|behind|of)\b)"
)
"""A pressure before the words that say what it did: "rising debts have pushed them together"."""
ORDERED: Final = compiled(
    r"\b(?:been|being|were|was|are|is) (?:all )?(?:told|ordered|instructed|required|asked|expected"
    r"|directed|obliged)(?: by [\w /'-]{3,40}?)? to (?P<why>(?:cut|save|find|reduce|trim|slash"
    r"|shave"
    r"|lower|strip|make|deliver|take|match|align|come|merge|combine|reach|move)\b"
    r"(?:[^,.;:()\"]|[.,](?=\d)){3,90}?)"
    r"(?= ?(?:[,.](?!\d)|[;:()\"]| - | but | although | while | and |$))"
)
"""What bodies have been told to do."""
MEANS: Final = compiled(
    r"(?P<row>(?<=,) (?!and ))|\b(?:in order to|in a bid to|so as to|with the aim of"
    r"|with a view to|aim(?:s|ed|ing)?"
    r" (?:to|at)|hop(?:e|es|ed|ing) to|hopes? of|as a way of|as a means of|wish(?:es|ed|ing)? to"
    r"|want(?:s|ed|ing)? to|need(?:s|ed|ing)? to|try(?:ing)? to|seek(?:s|ing)? to|designed to"
    r"|intended to|meant to|expected to|expects? [^,.;]{3,30} to|estimated to|forecast to"
    r"|projected to|set to|likely to|able to|chance to|ability to|opportunity to|promis(?:e|es|ed"
    r"|ing) to|help(?:s|ed|ing)?(?: to| them| it| us)?|allow(?:s|ed|ing)? [^,.;]{2,40}? to"
    r"|enabl(?:e|es|ed|ing) [^,.;]{2,40}? to|racing to|rushing to|struggling to"
    r"|under pressure to|would|will|could|should|might|can|may|to|by|of|from|for|and|at|while"
    r"|thereby|thus|better placed to|in a stronger position to|it'?ll|we'?ll|they'?ll"
    r"|it'?d|we'?d|they'?d)(?: (?:also|then|only|just|further|help|together|eventually|now"
    r"|finally|at last|\w+ly))* "
)
"""Words right before what a change is to do."""
STEPS: Final = compiled(
    r" ?(?:(?:a|an|the|its|their|months|weeks|years|two|last|this"
    r"|\w+'s) )*(?:[\w-]+ ){0,2}?(?:votes?"
    r"|ballots?|decisions?|consultations?|approval|agreement|meetings?|discussions?|announcements?"
    r"|news|talks|engagement|reports? in|publication)\b"
)
"""What comes before a change in time and is no reason for it."""
WEAK_POINT: Final = compiled(
    r"\b(?:size|viab\w+|financ\w+|capacity|resilien\w+|debts?|deficits?|too small|cash"
    r"|overspen\w+)\b"
)
"""Of what fears may be that press for a change."""
DENIED: Final = compiled(
    r"(?:\b(?:not|never|no|without|neither|nor|hardly|cannot|fails?|failed|unlikely|refus\w+"
    r"|declin\w+|instead|instead of|rather than|against|doubt\w*|whether)|n't)"
    r"(?: [\w']+){0,5} $"
)
"""Words before an aim that deny it."""
