"""How a text says who speaks: verbs of speech, and the nouns and names that stand by them."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.coded import O, P, Q
from kg.documents.mentions.publications import NOUN

_VERB = (
    r"(?:said|says?|saying|told|tells|telling|add(?:ed|s|ing)?|warn(?:ed|s|ing)?|argu(?:ed|es?"
    r"|ing)|explain(?:ed|s|ing)|comment(?:ed|s|ing)|insist(?:ed|s|ing)?"
    r"|claim(?:ed|s|ing)?|stat(?:ed|es|ing)|wr(?:ote|ites|iting|itten)|tweeted|continu(?:ed|es)"
    r"|conclud(?:ed|es?|ing)|describ(?:ed|es?|ing)"
    r"|call(?:ed|s|ing)?|admit(?:ted|s)?|confirm(?:ed|s|ing)|not(?:ed|es|ing)|stress(?:ed|es"
    r"|ing)?|urg(?:ed|es|ing)|suggest(?:ed|s|ing)?"
    r"|predict(?:ed|s)?|believ(?:ed|es?)|agree(?:d|s)?|acknowledg(?:ed|es?)|respond(?:ed|s|ing)"
    r"|repli(?:ed|es)|point(?:ed|s) out"
    r"|announc(?:ed|es|ing)|ask(?:ed|s)|question(?:ed|s)|reveal(?:ed|s)?|reads?|show(?:ed|s)?"
    r"|f(?:ound|inds?)|identif(?:ied|ies)|report(?:ed|s)"
    r"|set(?:s)? out|accus(?:ed|es|ing)|criticis(?:ed|es|ing)|welcom(?:ed|es|ing)|promis(?:ed"
    r"|es)|pledg(?:ed|es)|complain(?:ed|s)?|feels?|felt|sees?|saw"
    r"|hop(?:ed|es?)|fear(?:ed|s)?|express(?:ed|es)|dismiss(?:ed|es)|reject(?:ed|s)|rais(?:ed"
    r"|es)|observ(?:ed|es)|remark(?:ed|s)|went on|recall(?:ed|s)"
    r"|reiterat(?:ed|es)|emphasis(?:ed|es)|maintain(?:ed|s)|declar(?:ed|es)|branded|labelled"
    r"|likened|quipped|joked|thinks?|thought|recommend(?:ed|s)?"
    r"|confid(?:ed|es)|recount(?:ed|s)|whisper(?:ed|s)|concur(?:red|s)|plead(?:ed|s)"
    r"|ventur(?:ed|es)"
    r"|conced(?:ed|es|ing)|counter(?:ed|s)|retort(?:ed|s)|mus(?:ed|es)|reflect(?:ed|s)"
    r"|sum(?:med|s) up"
    r"|lament(?:ed|s)|caution(?:ed|s|ing)|vow(?:ed|s)|alleg(?:ed|es|ing)|assert(?:ed|s)"
    r"|record(?:ed|s)"
    r"|propos(?:ed|es)|conceding|assur(?:ed|es)|remind(?:ed|s)|laugh(?:ed|s)|shrug(?:ged|s)"
    r"|sigh(?:ed|s)"
    r"|protest(?:ed|s)|object(?:ed|s)|joking|hail(?:ed|s|ing)|prais(?:ed|es)|dubb(?:ed|ing)|slammed"
    r"|condemn(?:ed|s|ing)|denounc(?:ed|es|ing)|attack(?:ed|s)|puts? it|quot(?:ed|es|ing)|tells"
    r"|enthus(?:ed|es)|grumbl(?:ed|es)|exclaim(?:ed|s)|thunder(?:ed|s)|speaks? of|spoke of"
    r"|talks? of"
    r"|talked of|confess(?:ed|es)|advis(?:ed|es)|spell(?:s|ed) out|expects?|expected"
    r"|requir(?:es?|ed)"
    r"|demand(?:ed|s)|cit(?:ed|es|ing)|highlight(?:ed|s|ing)|accepts?|accepted|allow(?:ed|s)"
    r"|inform(?:ed|s)|put it|envisages?|envisaged|stipulat(?:ed|es)"
    r"|concern(?:ed)|considers?|considered"
    r"|regard(?:ed|s)?|refer(?:red|s))"
)
_ADVERB = (
    r"(?:also |then |has |have |had |previously |later |earlier |still |publicly |repeatedly "
    r"|further |today |yesterday |simply |now |reportedly |privately "
    r"|(?:was|is|were|are) (?:right|wrong|quick|keen|able) to )*"
)
_UNNAMED = (
    r"(?:(?:Chair(?:man|woman)?|Committee|Board|Panel|Mayor|Leader|Council|Governing Body|Minister"
    r"|Secretary|Members|Officers?|Chief (?:Executive|Officer)|Accountable Officer|Director)"
    r"|spokes(?:man|woman|person)|sources?|insiders?|leaders?|chairs?|directors?|GPs?"
    r"|chief executives?|accountable officers?|chief officers?|managers?|doctors?"
    r"|members?|officials?|figures?|campaigners?|councillors?|commissioners?|practices?"
    r"|clinicians?|researchers|authors|respondents?|residents?|partners?|ministers?"
    r"|secretary|committees?|LMC|CCGs?|ICBs?|boards?|governing body|councils?|regions?|groups?"
    r"|teams?|trust"
    r"|minister|MP|executive|medical committee|nurses?|pharmacists?|patients?|volunteers?|unions?"
    r"|critics|opponents|supporters|insiders|bosses|mayor|MPs|staff|scrutiny committee|thinktank"
    r"|think tank|charity|auditors?|regulator|watchdog|panel|chief|head|interviewees?"
    r"|participants?|delegates?|attendees?|observers?|veterans?|colleagues?|consultants?"
    r"|[Dd]epartment|[Mm]inistry|[Gg]overnment|[Tt]reasury|advisers?|contributors?|witness(?:es)?|readers?|lawyers?|academics?|forum|federation"
    r"|providers?|analysts?|strategist|gentleman|lady|man|woman|physician|surgeon)"
    r"(?! (?:managers?|nurses?|partners?|leads?|executives?|officers?|members?|chairs?|directors?"
    r"|leaders?|sources?|GPs?|secretary|chief|committee|board|papers?|reports?|letters?"
    r"|documents?|minutes"
    r"|statements?|plans?)\b)"
)
_DET = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal"
    r"|[Ss]enior|[Ll]ocal|[Tt]his|[Hh]is|[Hh]er|[Tt]wo|[Aa]ll|[Yy]our|[Oo]ur|[Aa] senior|[Tt]hose)"
)
_INNER = (
    r"(?!of\b|for\b|in\b|by\b|to\b|at\b|from\b|with\b|and\b|or\b|on\b|into\b|that\b|which\b"
    r"|who\b|was\b|were\b|is\b|are\b|has\b|had\b"
    r"|will\b|would\b|the\b|said\b|says\b|told\b|added\b|as\b|but\b|be\b|been\b|have\b|not\b"
    r"|it\b)[\w'/-]+"
)
_NOUNS = (
    rf"(?:{_DET} (?:{O}(?:'s?)?(?:-\w+)? )?(?:{_INNER} ){{0,4}}?"
    rf"|(?:{O}(?:'s?)?(?:-\w+)? )(?:{_INNER} ){{0,3}}?)(?:{_UNNAMED}|{NOUN})"
    rf"(?: (?:for|from|at|of|by|to|in)(?: the)? (?:(?:[\w-]+ ){{0,4}}?)?{O}"
    r"| for the (?:[\w-]+ ){0,3}?(?:groups|CCGs|ICBs|boards|trust|council|committee|board|union"
    r"|department|party)\b| for the \w+)?"
)
_PLURALS = (
    r"(?:[Cc]ritics|[Oo]pponents|[Cc]ampaigners|[Ss]upporters|[Bb]osses|[Mm]inisters|[Oo]fficials"
    r"|[Ss]ources|[Ii]nsiders|[Uu]nions|[Pp]ractices|[Mm]embers|[Rr]esidents|[Cc]ouncillors"
    r"|[Dd]octors|[Ll]eaders|(?<!-)[Cc]hairs(?! of\b| \(|,)|[Mm]anagers|[Cc]linicians"
    r"|[Cc]ommissioners"
    r"|[Nn]urses|[Pp]atients|[Oo]bservers|[Cc]olleagues|[Nn]eighbours|[Ee]xecutives|[Rr]egulators"
    r"|[Aa]cademics|[Rr]eaders|GPs|MPs|[Ss]taff)"
)
_NP = (
    rf"(?:(?:{_NOUNS}(?: and (?:local )?GP)?,? )?{P}(?: MP)?,?|\b[Hh]e\b|\b[Ss]he\b|\b[Tt]hey\b"
    rf"|\b[Ii]t\b|{_NOUNS}(?!\w)|{O}|\b{_PLURALS}\b|\b[Aa]nother\b)"
)
_PHRASE = (
    r"(?!was\b|were\b|is\b|are\b|has\b|had\b|have\b|been\b|be\b|will\b|would\b|said\b|told\b"
    r"|who\b|which\b)[\w'-]+"
)
_ASIDE = (
    r"(?: (?:sent|written|published|seen|issued|circulated|produced|commissioned|signed|leaked"
    r"|posted|released|dated|presented|drawn up|carried out|speaking|close to the \w+"
    r"|familiar with \w+ \w+)\b)?"
    rf"(?: (?:into|on|of|from|to|about|for|by|in|at) (?:{_PHRASE} |{O}(?:'s?)? ){{0,8}}?"
    rf"(?:{_PHRASE}|{O}))?"
    rf"(?:(?:,(?! whose)| \(|,? who\b(?!se)| –)[^.:;\n]{{0,140}}?(?:,|\)| –)"
    rf"|,? (?:that|which|who) (?:{_PHRASE} |{O}(?:'s?)? ){{1,7}}?(?:{_PHRASE}|{O}))?(?: –)?"
)
SPEAKS: Final = re.compile(rf"\b{_VERB}\b")
"""A verb of speech, whoever its subject."""
SAID: Final = re.compile(rf"(?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b")
"""A subject, what is put in about it, and its verb of speech."""
AFTER_NP: Final = re.compile(rf"[,.]? ?(?:but |and |–|- )?(?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b")
AFTER_VERB: Final = re.compile(
    rf"[,.]? ?(?:[Ss]o |[Tt]hus )?(?:{_ADVERB}){_VERB}(?: (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)?,? ){{0,9}}?)? ?(?P<np>{P}|{_NP})"
)
UNSAID: Final = re.compile(
    rf" ?(?:[–—-] ?)?(?P<np>{_NP})(?:(?:,| again| at| to| in| on| \(| of)[^.:;{Q[1:-1]}]{{0,110}})?"
    rf"[.)]?(?=\n|$)"
)
"""Who a line names after its quotation without any verb: `“Never.” Ann Lee, to a webinar.`"""
BY_WHOM: Final = re.compile(rf" by (?:the )?(?P<np>{_NP})")
"""Who called something what is quoted: `rated “poor” by the regulator`."""
OF_MIND: Final = re.compile(
    rf"(?P<np>{P}|{O}|\b[Tt]he (?:[a-z]+ ){{0,2}}(?:secretary|minister|chancellor|mayor|president"
    r"|director|chair|chief executive|leader|regulator|department|watchdog|ombudsman|government))"
    r"(?:, [^,.;]{3,40},)? (?:is|are|was|were|remains?|remained|had been|felt|would be) (?:now "
    r"|still |not )?$"
)
MIND: Final = re.compile(
    r"(?:not |un)?(?:minded|willing|content|happy|keen|inclined|committed|confident|satisfied"
    r"|disappointed|concerned|prepared|determined|open|relaxed|broadly|fully|very|deeply"
    r"|extremely|supportive|sceptical|pleased|delighted|convinced|worried|alarmed|appalled)\b"
)
"""How somebody is minded, who alone can say so."""
SECOND: Final = re.compile(r"\b(?:and|but|then) (?:also |then |later |\w+ly )?$")
"""What joins a further verb to the subject of the one before: `welcomed it but `."""
HELD: Final = re.compile(r"(?:'s|:|\b(?:from|by|with|of|to|for|than|against|about)(?: the)?) $")
"""What stands before somebody who is not the subject."""
IN_VIEW: Final = re.compile(
    r"\b(?:[Ii]n|[Bb]y) (?P<np>his|her|their) (?:own )?(?:count|reckoning"
    r"|admission|estimate|view|opinion|words|submission|letter|response"
    r"|evidence|judgement|report|statement|account|experience|eyes|book)\b"
)
SOMEBODY: Final = re.compile(
    r"(?:^|[.!?] +)(?P<np>(?:(?:The |A |An )?(?:[Oo]ther|[Ff]irst|[Ss]econd|[Tt]hird)|One|Another)"
    r"(?: one)? (?!of\b)(?!thing\b)[a-z][^.!?]{2,50})[.!?] $"
)
"""Somebody told of by what they do: `One runs a hospital. `"""
REPLIED: Final = re.compile(r" (?:replied|answered|responded|countered|retorted|shot back)\b")
OWN: Final = re.compile(
    rf"(?:(?:But|And|Yet|Even|Only|The|Our|So) ){{0,2}}{O}(?!'s|')"
    r"(?! (?:was|were|is|are|has been|have been|had been) (?:\w+ly )?(?:told|informed|advised|asked"
    r"|warned|described|called|branded|said|promised|offered|given|accused|labelled|dubbed|seen)\b)"
)
"""The body that opens a sentence."""
VERDICT: Final = re.compile(
    r"[,.]? ?(?:[Tt]hat|[Tt]his|[Ss]uch|[Tt]hose)?(?: ?(?:was|is|were|are))? (?:how"
    r"|the (?:[\w-]+ )?"
    r"(?:verdict|view|message|warning|words?|conclusion|reaction|response|assessment|plea|answer"
    rf"|claim|complaint|opinion|summary|judgement|description|take|advice|motto) (?:of"
    rf"|from)) (?:[\w,'&/-]+ |{O}(?:'s?)?,? ){{0,9}}?(?P<np>{P}"
    rf"|{_NP})"
)
"""What follows a quotation to say whose it was: `was how Ann Lee put it`."""
ACCORDING: Final = re.compile(
    r"\b(?:[Aa]ccording to|[Ii]n the (?:words|view|opinion) of|[Ff]or) "
    rf"(?:(?P<np2>him|her)\b(?! )|(?:the |a |an )?(?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,6}}?(?P<np>{P}|{_NP}))"
)
LATER: Final = re.compile(
    rf"[, ](?P<np>{_NP}){_ASIDE} {_ADVERB}{_VERB}\b|, (?:{_VERB}) (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,7}}?(?P<np2>{P}|{_NP})"
)
PASSIVE: Final = re.compile(
    r"\b(?:was|were|is|are|been) (?:said|claimed|suggested|described|reported|believed"
    r"|identified|found|seen)\b|\bit (?:is|was) (?:claimed|suggested)\b"
)
SENTENCE: Final = re.compile(rf"[.!?…] (?=[A-Z]|{P}|{O}|{Q})|(?<={Q}) (?=[A-Z]|{P})")
STRONG: Final = re.compile(
    r"(?<!been )(?<!was )(?<!were )(?<!are )(?<!is )(?<!be )(?<!to )\b(?:said|says|told|added|adds"
    r"|warned|argued|argues|wrote|insisted|described|called|stated|explained|sees?|feels?"
    r"|believes?|accused|pledged)\b(?! by\b)"
)
APART: Final = re.compile(rf"[^.;:]{{0,80}}?, (?:the |their |our )?(?P<np>{P})(?:,| \()")
"""The person whom a description before the name is of: `the director of finance, Ann Lee,`."""
INVERTED: Final = re.compile(
    rf", (?:says?|said|argue[sd]|add(?:s|ed)|warn(?:s|ed)) (?:[\w,'&/-]+ "
    rf"|{O}(?:'s?)? ){{0,5}}?(?P<np>{P})"
)
"""A verb of speech put in with its subject after it: `, says Ann Lee, and`."""
PUT_IN: Final = re.compile(
    rf",(?: as)? (?P<np>{P}|\b[Hh]e\b|\b[Ss]he\b) {_ADVERB}{_VERB}"
    r"(?: (?:to|in|at|on) [^,.;]{2,30})?,? $"
)
"""A speaker put into the sentence right before the quotation: `, Ann Lee added, `."""
GAPPED: Final = re.compile(rf"(?P<np>{P}),? that (?:[^{P[1:-1]}]){{0,90}}$")
"""A second speaker without a verb: `and Ann Lee, that`."""
CLAIM_OF: Final = re.compile(
    rf"(?P<np>{P}|{O}|\b[Tt]he (?:[\w-]+ )?[A-Za-z]\w+)(?:'s?) (?:\w+ )?(?:assurance|claim"
    rf"|view|assertion"
    r"|warning|insistence|promise|suggestion|argument|statement|description|contention|belief"
    r"|requirement|demand|condition|stipulation|expectation|ruling|criterion|test|pledge"
    r"|prediction|opinion|verdict|advice|phrase|words|reply|answer|response|message)\b"
    r"[^.;:]{0,50}(?:that|as|is|was|of|were|to|for|:)[^.;:]{0,60}$"
)
"""Whose claim it is: `the minister's assurance that`."""
PARTICIPLE: Final = re.compile(
    r",(?: and)? (?:\w+ly )?(?:describing|calling|branding|saying|arguing|adding|warning|dismissing"
    r"|labelling|telling|claiming|insisting|accusing|complaining|promising|urging|hailing)\b"
)
"""A participle of speech, whose subject is that of the whole sentence."""
SUBJECT: Final = re.compile(rf"(?:{_NOUNS},? )?{P}|{_NOUNS}(?!\w)|{O}")
OF_NO_VERB: Final = re.compile(r"\b(?:to|by|from|with|of|for|against|about|on|in|at)(?: the)? $")
"""What stands before a name that is no subject."""
FROM: Final = re.compile(rf"(?:letter|e-?mail|statement|memo) from (?:the )?((?:[\w-]+ )+{O})$")
THE_SAME: Final = re.compile(
    r"[Tt]he (?:(?:former|retired|veteran|Labour|Conservative|Tory|Liberal Democrat|\d\d-year-old"
    r"|[A-Z][a-z]+|[a-z]+-based) ){0,2}(?:GP|doctor|MP|councillor|clinician|nurse|surgeon"
    r"|physician|accountant|peer)"
)
"""Somebody called by what they are, who was named just before: `said the former GP`."""
SPOKES: Final = re.compile(r"(?i)^(?:an?|the|its|their|one) spokes\w+$")
PERSON: Final = re.compile(
    rf"{P}|(?:\b[Aa] |\b[Tt]he |{O}(?:'s?)? )spokes\w+(?: (?:for|from|at) (?:the )?(?:{O}|\w+))?"
)
ARTICLE: Final = re.compile(r"^(?:The|A|An|Its|Their|His|Her|This|Your|Our) ", re.IGNORECASE)
MADE: Final = re.compile(rf"\b{NOUN}\b")
"""A document, by its kind."""
