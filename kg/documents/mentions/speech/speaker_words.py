"""How a text says who speaks: verbs of speech, and the nouns and names that stand by them."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.speech.publications import NOUN
from kg.documents.mentions.speech.speaker_nouns import (
    ADVERB,
    ASIDE,
    DESCRIBED,
    INNER,
    NOUNS,
    NP,
    PLURALS,
    VERB,
)
from kg.documents.mentions.text.coded import O, P, Q
from kg.documents.patterns import compiled

SPEAKS: Final = compiled(rf"\b{VERB}\b")
"""A verb of speech, whoever its subject."""
SAID: Final = compiled(
    rf"(?<![Ii]n )(?P<np>{NP}){ASIDE}(?:,(?= {ADVERB}{VERB} (?!{P})))? {ADVERB}(?:{VERB}"
    r"|(?:would|will|could|did|does) (?:only |simply )?(?:say|tell|add|argue|warn|admit))\b"
)
"""A subject, what is put in about it, and its verb of speech."""
AFTER_NP: Final = compiled(
    rf"[,.]? ?(?:but |and |–|- )?(?P<np>{DESCRIBED},?|{NP}){ASIDE} {ADVERB}{VERB}\b"
)
AFTER_VERB: Final = compiled(
    rf"[,.]? ?(?:[Ss]o |[Tt]hus )?(?:{ADVERB}){VERB}(?: (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)?,? ){{0,9}}?)? ?(?P<np>{P}|{NP})"
)
UNSAID: Final = compiled(
    rf" ?(?:[–—-] ?)?(?P<np>{NP})(?:(?:,| again| at| to| in| on| \("
    rf"| of)[^.:;{Q[1:-1]}]{{0,110}})?"
    rf"[.)]?(?=\n|$)"
)
"""Who a line names after its quotation without any verb: `“Never.” Ann Lee, to a webinar.`"""
TOLD_BY: Final = compiled(
    rf"[,.]? ?(?:[\w'-]+ |{O} ){{1,5}}?(?:(?:was|were) (?:told|warned|assured|informed|reminded"
    rf"|advised) by|heard from) (?:the )?(?P<np>{DESCRIBED}|{NP})"
)
"""Who told somebody what is quoted: `, staff were told by Ann Lee`."""
BY_WHOM: Final = compiled(rf" by (?:(?:the|many|some|several|both|its) )?(?P<np>{DESCRIBED}|{NP})")
"""Who called something what is quoted: `rated “poor” by the regulator`."""
OF_MIND: Final = compiled(
    rf"(?P<np>{P}|{O}|\b[Tt]he (?:[a-z]+ ){{0,2}}(?:secretary|minister|chancellor|mayor|president"
    r"|director|chair|chief executive|leader|regulator|department|watchdog|ombudsman|government))"
    r"(?:, [^,.;]{3,40},)? (?:is|are|was|were|remains?|remained|had been|felt|would be) (?:now "
    r"|still |not )?$"
)
MIND: Final = compiled(
    r"(?:not |un)?(?:minded|willing|content|happy|keen|inclined|committed|confident|satisfied"
    r"|disappointed|concerned|prepared|determined|open|relaxed|broadly|fully|very|deeply"
    r"|extremely|supportive|sceptical|pleased|delighted|convinced|worried|alarmed|appalled)\b"
)
"""How somebody is minded, who alone can say so."""
SECOND: Final = compiled(r"\b(?:and|but|then) (?:also |then |later |\w+ly )?$")
"""What joins a further verb to the subject of the one before: `welcomed it but `."""
WITHIN: Final = compiled(r"[^.;,]{0,40}?\bthat [^.;]*, (?:but|and|then) $")
"""What is said, up to a further verb of the same speaker: ` that staff were tired, but `."""
HELD: Final = compiled(
    r"(?:'s|:|\b(?:from|by|with|of|to|for|than|against|about|when|after|before|until)(?: the)?) $"
)
"""What stands before somebody who is not the subject."""
IN_VIEW: Final = compiled(
    r"\b(?:[Ii]n|[Bb]y) (?P<np>his|her|their) (?:own )?(?:count|reckoning"
    r"|admission|estimate|view|opinion|words|submission|letter|response"
    r"|evidence|judgement|report|statement|account|experience|eyes|book)\b"
)
SOMEBODY: Final = compiled(
    r"(?:^|[.!?] +)(?P<np>(?:(?:The |A |An )?(?:[Oo]ther|[Ff]irst|[Ss]econd|[Tt]hird)|One"
    r"|Another)"
    r"(?: one)? (?!of\b)(?!thing\b)[a-z][^.!?]{2,50})[.!?] $"
)
"""Somebody told of by what they do: `One runs a hospital. `"""
REPLIED: Final = compiled(r" (?:replied|answered|responded|countered|retorted|shot back)\b")
VERDICT: Final = compiled(
    r"[,.]? ?(?:[Tt]hat|[Tt]his|[Ss]uch|[Tt]hose)?(?: ?(?:was|is|were|are))? (?:how"
    r"|the (?:[\w-]+ )?"
    r"(?:promise|mantra|slogan|phrase|cry|charge|refrain|reply|judgment|pledge|demand"
    r"|prediction|verdict|view|message|warning|words?|conclusion|reaction|response|assessment"
    r"|plea|answer"
    rf"|claim|complaint|opinion|summary|judgement|description|take|advice|motto) (?:of"
    rf"|from)) (?:[\w,'&/-]+ |{O}(?:'s?)?,? ){{0,9}}?(?P<np>{P}"
    rf"|{NP})"
)
"""What follows a quotation to say whose it was: `was how Ann Lee put it`."""
VERDICT_OF: Final = compiled(
    rf"[,.]? ?(?:was|is|were|remains?) (?P<np>{P}|{O}|\b[Tt]he [a-z]+)'s (?:[a-z]+ )?"
    r"(?:verdict|view|reply|answer|response|assessment|judge?ment|message|warning|conclusion"
    r"|reaction|description|take|summary|advice|motto|mantra|plea|line|word|way of)\b"
)
"""The same with whose it was before: `was Ann Lee's verdict`."""
ACCORDING: Final = compiled(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Ff]or) "
    rf"(?:(?P<np2>him|her)\b(?! )|(?:(?!{NOUNS})(?:the |a |an ))?(?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,6}}?(?P<np>{DESCRIBED}|{P}|{NP}))"
)
LATER: Final = compiled(
    rf"[, ](?P<np>{NP}){ASIDE} {ADVERB}{VERB}\b|, (?:{VERB}) (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,7}}?(?P<np2>{P}|{NP})"
)
PASSIVE: Final = compiled(
    r"\b(?:was|were|is|are|been) (?:said|claimed|suggested|described|reported|believed"
    r"|identified|found|seen)\b|\bit (?:is|was) (?:claimed|suggested)\b"
)
SENTENCE: Final = compiled(rf"[.!?…] (?=[A-Z]|{P}|{O}|{Q})|(?<={Q}) (?=[A-Z]|{P})")
STRONG: Final = compiled(
    r"(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )(?<!be )(?<!to )\b(?:said|says|told|added"
    r"|adds"
    r"|warned|argued|argues|wrote|insisted|described|called|stated|explained|sees?|feels?"
    r"|believes?|accused|pledged)\b(?! by\b)"
)
APART: Final = compiled(
    rf"[^.;:]{{0,80}}?, (?:(?:the|their|our|an?) )?(?:{INNER} ){{0,4}}?(?P<np>{P})(?:,| \()"
)
"""The person whom a description before the name is of: `the director of finance, Ann Lee,`."""
INVERTED: Final = compiled(
    rf", (?:says?|said|argue[sd]|add(?:s|ed)|warn(?:s|ed)) (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,5}}?(?P<np>{P})"
    r"(?! (?:has|had|was|is|would|will|were|could|should|did|does|can|[a-z]+ed)\b)"
)
"""A verb of speech put in with its subject after it: `, says Ann Lee, and`."""
PUT_IN: Final = compiled(
    rf",(?: as)? (?P<np>{P}|\b[Hh]e\b|\b[Ss]he\b) {ADVERB}{VERB}"
    r"(?: (?:to|in|at|on) [^,.;]{2,30})?,? $"
)
"""A speaker put into the sentence right before the quotation: `, Ann Lee added, `."""
GAPPED: Final = compiled(
    rf"(?:\b(?:and|while|but) (?:[^.;:]{{0,60}}, )?(?P<np>{P})|{Q}, (?P<body>{O}|{P})),? that"
    rf" (?:[^{P[1:-1]}]){{0,90}}$"
)
"""A second speaker without a verb: `and Ann Lee, that`."""
CLAIM_BY: Final = compiled(
    r"(?:\b(?:claims?|suggestions?|warnings?|accusations?|complaints?|arguments?|assurances?"
    r"|fears"
    r"|criticisms?|predictions?|advice|pleas?|calls?|demands?|promises?|pledges?|remarks?"
    r"|comments?"
    r"|statements?|insistence|assertions?|views?|beliefs?|opinions?) (?:came )?(?:by|from|of) "
    r"|\b[Ff]rom |\bquot(?:ed|es|ing) |\b(?:told|warned|assured|informed|reminded|advised"
    r"|promised|criticised|praised|accused|attacked|condemned|rebuked|censured|commended|hailed"
    r"|described|branded|labelled|dubbed|rated|judged|deemed|dismissed|denounced|urged"
    r"|instructed|regarded|viewed) by (?:the |its |their )?)"
    rf"(?P<np>{NP})(?: as (?:saying|telling|calling|describing)\b|,? (?:came|comes"
    rf"|there (?:is|was))\b"
    r"|(?:[^.;:]{0,60})? (?:that|about|of|as|for|over|to)\b[^.;:]{0,90}"
    rf"|, (?=[^{P[1:-1]}{O[1:-1]}]*$))[^.;:]{{0,60}}$"
)
"""Whose claim it is, named after it: `claims by the union that`, `from one veteran, `."""
TURNED: Final = compiled(rf"{Q},? (?:and|while|but|whereas|with) (?:for )?(?P<np>{NP}) ?$")
"""Who takes over the verb of the quotation before: `called it “X” and Ann Lee “Y”`."""
ADDRESSED: Final = compiled(
    r"(?:\b(?:to|with|at|for|on|in|about|tell(?:s|ing)?|told|e-?mail(?:ed|s|ing)|ask(?:ed|s|ing)"
    r"|urg(?:ed|es|ing)|warn(?:ed|s|ing)|advis(?:ed|es|ing)|inform(?:ed|s|ing)|remind(?:ed|s|ing)"
    r"|reassur(?:ed|es|ing)|invit(?:ed|es|ing)))"
    r"(?: (?:all|both|the|its|their|his|her|these|those|some|every|each|any|local|member|our"
    r"|other|fellow|\d+|two|three|four|five|six|seven|eight|nine|ten))* $"
)
"""What stands before whoever is spoken to, or of."""
ATTITUDE: Final = compiled(
    r"(?:want(?:s|ed)?|feels?|felt|hop(?:ed?|es)|fear(?:ed|s)?|believ(?:ed?|es)|thinks?|thought"
    r"|expects?|expected|sees?|saw|accepts?|accepted|sought|seeks?|considers?|considered"
    r"|show(?:ed|s)?"
    r"|f(?:ound|inds?)|agree[sd]?|need(?:s|ed)?|regard(?:ed|s)?|demand(?:ed|s)?)$"
)
"""A verb of what is in a mind, which others may tell of: `she said members wanted`."""
BREAK: Final = compiled(rf"{Q}|;|, (?:but|and|while|whereas)\b")
"""Where a sentence turns from what somebody says."""
PLURAL_ROLE: Final = compiled(
    r"\b(?P<role>(?:(?:chief|accountable|clinical|finance|managing|practice|board|council|NHS|CCG"
    r"|ICB|STP|senior|local|medical|trust|former|lay|Labour|Conservative|Tory) ){0,4}"
    r"(?:officer|executive|chair|leader|director|manager|source|GP|MP|doctor|nurse|councillor"
    r"|clinician|official|resident|patient|campaigner|member|partner|commissioner|insider"
    r"|observer"
    r"|colleague|critic|adviser|worker|friend|neighbour|supporter|opponent|minister|academic"
    r"|researcher|lawyer|trustee|governor|figure|insider|leader|chief|receptionist"
    r"|interviewee|respondent|participant|delegate|analyst|expert|consultant|pharmacist))s\b",
    re.IGNORECASE,
)
"""People of a kind, of whom one is quoted next."""
CLAIM_OF: Final = compiled(
    rf"(?P<np>{P}(?='s?)|{O}(?='s?)|\b[Tt]he (?:[\w-]+ )?[A-Za-z]\w+(?='s?)|\b[Hh]is\b"
    rf"|\b[Hh]er\b)"
    r"(?:'s?)? (?:\w+ )?(?:fear|worry|concern|hope|point|line|mantra|motto|wish|assurance|claim"
    rf"|view|assertion"
    r"|warning|insistence|promise|suggestion|argument|statement|description|contention|belief"
    r"|requirement|demand|condition|stipulation|expectation|ruling|criterion|test|pledge"
    r"|prediction|opinion|verdict|advice|phrase|words|reply|answer|response|message)\b"
    r"[^.;:]{0,50}(?:that|as|is|was|of|were|to|for|:)[^.;:]{0,60}$"
)
"""Whose claim it is: `the minister's assurance that`."""
PARTICIPLE: Final = compiled(
    r",(?: and)? (?:\w+ly )?(?:describing|calling|branding|saying|arguing|adding|warning"
    r"|dismissing"
    r"|labelling|telling|claiming|insisting|accusing|complaining|promising|urging|hailing)\b"
)
"""A participle of speech, whose subject is that of the whole sentence."""
SUBJECT: Final = compiled(rf"(?:{NOUNS},? )?{P}|{NOUNS}(?!\w)|{O}")
CROWD: Final = compiled(rf"{SUBJECT.pattern}|\b{PLURALS}\b")
"""Whoever `they` can mean."""
WHOSE: Final = compiled(r", (?:whose|who|which) [^,;.]{3,100}, $")
"""What is told of a subject between its name and its verb."""
WHICH_DOCUMENT: Final = compiled(
    rf"(?: (?:to|from|by|for|on|of|signed by|sent by|sent to|written by|prepared for)"
    rf"(?: the| an?| its| their)? (?:(?:{INNER}|{O}'s?) ){{0,4}}?(?:{INNER}|{O})"
    rf"(?=,|\.| {ADVERB}{VERB}\b| (?:from|by|to|for|which|that|signed|sent)\b)){{1,2}}"
)
"""What tells of which document somebody speaks: `paper to Kent CCG's board`."""
ACTOR: Final = compiled(NP)
"""Whoever can be the subject of a sentence."""
AT_HEAD: Final = compiled(
    r"(?:[^,;]{0,70}, )?(?:(?:[Bb]ut|[Aa]nd|[Yy]et|[Ss]o|[Ee]ven|[Oo]nly|[Nn]ow|[Tt]hen"
    r"|[Ss]till"
    r"|[Aa]gain"
    r"|[Tt]he|[Bb]oth|[Aa]ll|[Oo]ur|[Ii]ts) )*"
)
"""What may stand before the subject of a sentence."""
UNDERGOES: Final = compiled(
    r"(?: (?:on|in|at|of|across|from) [^,.;]{2,40}?)?"
    r",? (?:was|were|is|are|has been|have been|had been) (?:\w+ly )?(?:told|informed|advised"
    r"|asked"
    r"|warned|described|called|branded|said|promised|offered|given|accused|labelled|dubbed"
    r"|seen)\b"
)
"""What follows a subject of whom others speak."""
OF_NO_VERB: Final = compiled(
    r"\b(?:to|by|from|with|of|for|against|about|[Oo]n|[Ii]n|[Aa]t)(?: (?:the|its|his|her"
    r"|their))? $"
)
"""What stands before a name that is no subject."""
FROM: Final = compiled(rf"(?:letter|e-?mail|statement|memo) from (?:the )?((?:[\w-]+ )+{O})$")
LETTER: Final = compiled(r"(?i)\b(?:letter|e-?mail|memo|note|circular|message|blog|column)\b")
WRITTEN: Final = compiled(
    r"(?i:\b(?:letter|e-?mail|memo|note|circular|message|blog)\b"
    rf"(?: (?!to\b|{O}|{P})[\w-]+){{0,7}}? (?:from|by|signed by))"
    rf" (?:(?:(?!to\b)(?:[\w'-]+|{O}'?s?),? ){{0,9}}?(?P<by>{P})|(?:the )?(?P<body>{O})(?!'))"
    r"|\b[Ii]n (?:an?|his|her|their|its|one) (?:[\w-]+ ){0,2}?(?:letter|e-?mail|memo|note|message"
    r"|blog)\b"
    rf"(?:[^.\n{P[1:-1]}{Q[1:-1]}]{{0,90}}?,? (?P<signed>{P})"
    rf"|[^.\n{P[1:-1]}{Q[1:-1]}]{{0,90}}?, (?:the )?(?P<stated>{O}) {ADVERB}{VERB}\b)"
    rf"|(?P<wrote>{P}|{O})(?:,[^.\n{Q[1:-1]}]{{1,90}},)? (?:has |had |have |also )*"
    r"(?:wrote|writes|written|e-?mailed) (?:\w+ly )?to\b"
)
"""Who wrote a letter that is told of: `a letter sent on 3 May by Ann Lee`, `Ann Lee wrote to`."""
TELLS: Final = compiled(
    r" (?:also |then |further )?(?:asks|describes|says|warns|adds|sets out|calls|states|urges"
    r"|demands|tells|goes on|continues|concludes|insists|stresses|notes|reminds|spells out"
    r"|promises|quotes|reads)\b"
)
"""What is said of a document, in the present tense, where a person's words are in the past."""
AUTHORS: Final = compiled(
    r"[Tt]he (?:(?:report|study|review|paper|survey)'s |lead )?(?:authors?|researchers|auditors"
    r"|inspectors|reviewers|academics|analysts)"
)
"""Those who made a document that was told of."""
CONTINUES: Final = compiled(
    r"(?:(?:But|And|Yet|However,|So|Still,|Instead,?|Also,) )?(?:[Ii]t|[Tt]hey) [a-z]+"
)
"""A sentence with a pronoun for subject: it names no other whom a later pronoun would mean."""
REGULATOR: Final = compiled(
    r"[Tt]he (?:(?:national|spending|public|influential|health|independent|government) )?"
    r"(?:regulator|watchdog|commissioning board|think[- ]?tank|inspectorate|ombudsman|quango"
    r"|auditor|membership body|trade body|representative body|lobby group|campaign group)s?"
)
"""What bodies that watch, study or represent others are called after they were named."""
NATIONAL_NOUN: Final = compiled(r"regulator|commissioning board")
"""Such a name of the national commissioner alone."""
NATIONAL: Final = compiled(r"\bNHS (?:England|Improvement)\b|\bNHSE\b|\bNHSI\b|\bMonitor\b")
SINGLE: Final = compiled(
    rf"\b(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Oo]ur"
    rf"|[Mm]y) (?:{O}(?:'s?)? )?(?:{INNER} ){{0,3}}?(?:man|woman"
    r"|gentleman|lady|chair(?:man|woman)?|officer|executive|director|leader|manager|GP|MP"
    r"|doctor|nurse"
    r"|councillor|clinician|official|resident|patient|minister|consultant|secretary|partner"
    r"|boss)\b"
    rf"(?: (?:from|of|at|in|for) (?:the )?(?:{O}|[A-Z]\w+))?"
)
"""One person of no name."""
THE_SAME: Final = compiled(
    r"[Tt]he (?:(?:former|retired|veteran|Labour|Conservative|Tory|Liberal Democrat|\d\d-year-old"
    r"|[A-Z][a-z]+|[a-z]+-based) ){0,2}(?:GP|doctor|MP|councillor|clinician|nurse|surgeon"
    r"|physician|accountant|peer)"
)
"""Somebody called by what they are, who was named just before: `said the former GP`."""
SPOKES: Final = compiled(
    r"(?i)^(?:an?|the|its|their|one) spokes\w+(?: (?:for|from|at) (?:the |its |their )?[\w -]+)?$"
)
ARTICLE: Final = compiled(r"^(?:The|A|An|Its|Their|His|Her|This|Your|Our) ", re.IGNORECASE)
MADE: Final = compiled(rf"\b{NOUN}\b")
"""A document, by its kind."""
