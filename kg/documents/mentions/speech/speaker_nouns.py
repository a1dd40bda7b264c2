"""The verbs of speech, and the noun phrases that can be their subject, as parts of patterns."""

from __future__ import annotations

from typing import Final

from kg.documents.mentions.speech.publications import NOUN
from kg.documents.mentions.text.coded import O, P
from kg.documents.patterns import compiled

VERB = (
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
    r"|protest(?:ed|s)|object(?:ed|s)|joking|hail(?:ed|s|ing)|prais(?:ed|es)|dubb(?:ed|ing)"
    r"|slammed"
    r"|condemn(?:ed|s|ing)|denounc(?:ed|es|ing)|attack(?:ed|s)|puts? it|quot(?:ed(?! (?:in|as"
    r"|by)\b)|es|ing)|tells"
    r"|enthus(?:ed|es)|grumbl(?:ed|es)|exclaim(?:ed|s)|thunder(?:ed|s)|speaks? of|spoke of"
    r"|talks? of"
    r"|talked of|confess(?:ed|es)|advis(?:ed|es)|spell(?:s|ed) out|expects?|expected"
    r"|requir(?:es?|ed)"
    r"|demand(?:ed|s)|cit(?:ed|es|ing)|highlight(?:ed|s|ing)|accepts?|accepted|allow(?:ed|s)"
    r"|inform(?:ed|s)|put it|envisages?|envisaged|stipulat(?:ed|es)"
    r"|concern(?:ed)|considers?|considered"
    r"|regard(?:ed|s)?|refer(?:red|s)|e-?mail(?:ed|s)|post(?:ed|s)|blogg?(?:ed|s)|wants?|wanted"
    r"|warrant(?:ed|s)|sought|seeks?|signal(?:led|s)|hint(?:ed|s)|implie[sd]|testifie[sd]"
    r"|write|explain|reply|maintain|caution|acknowledge|concede|recall|point out|counter"
    r"|frets?|fretted|worr(?:y|ies|ied)|reckon(?:ed|s)?|suspect(?:ed|s)|wonder(?:ed|s)?|jokes"
    r"|quips|scoff(?:ed|s)|snort(?:ed|s)|sniff(?:ed|s)|chuckle[sd]|groan(?:ed|s)|moan(?:ed|s)"
    r"|fume[sd]|rage[sd]|bristle[sd]|demur(?:red|s)|disagree[sd]?|boast(?:ed|s)|foresees?|foresaw"
    r"|remember(?:ed|s)?|lambast(?:ed|s)|mock(?:ed|s)|deride[sd]|decrie[sd]|deplore[sd]|deem(?:ed|s)"
    r"|rate[sd]|rule[sd]|pronounce[sd]|proclaim(?:ed|s)|disclose[sd]|clarifie[sd]|elaborate[sd]"
    r"|interject(?:ed|s)|chime[sd] in|weigh(?:ed|s) in|summarise[sd]|characterise[sd]|brands"
    r"|labels|estimate[sd]?|resolve[sd]|insinuate[sd]|volunteer(?:ed|s))"
)
ADVERB = (
    r"(?:also |then |has |have |had |previously |later |earlier |still |publicly |repeatedly "
    r"|further |today |yesterday |simply |now |reportedly |privately "
    r"|(?:was|is|were|are) (?:right|wrong|quick|keen|able) to )*"
)
UNNAMED = (
    r"(?:(?:Chair(?:man|woman)?|Committee|Board|Panel|Mayor|Leader|Council|Governing Body"
    r"|Minister"
    r"|Secretary|Members|Officers?|Chief (?:Executive|Officer)|Accountable Officer|Director)"
    r"|spokes(?:man|woman|person)|sources?|insiders?|leaders?|chairs?|directors?|GPs?"
    r"|chief executives?|accountable officers?|chief officers?|managers?|doctors?"
    r"|members?|officials?|figures?|campaigners?|councillors?|commissioners?|practices?"
    r"|clinicians?|researchers|authors|respondents?|residents?|partners?|ministers?"
    r"|secretary(?: of state)?"
    r"|committees?|LMC|CCGs?|ICBs?|boards?|governing body|councils?|regions?|groups?"
    r"|teams?|trust"
    r"|minister|MP|executive|medical committee|nurses?|pharmacists?|patients?|volunteers?|unions?"
    r"|critics|opponents|supporters|insiders|bosses|mayor|MPs|staff|scrutiny committee|thinktank"
    r"|think tank|charity|auditors?|regulator|watchdog|panel|chief|head|interviewees?"
    r"|participants?|delegates?|attendees?|observers?|veterans?|colleagues?|consultants?"
    r"|[Dd]epartment|[Mm]inistry|[Gg]overnment|[Tt]reasury|counterpart|advisers?|contributors?"
    r"|witness(?:es)?|readers?|lawyers?|academics?|forum|federation"
    r"|providers?|leads|SHAs?|PCTs?|STPs?|ICSs?|LMCs|PCNs?|inspectors?|reviewers?|heads|deputies"
    r"|predecessor|successor|agency|inquiry|tribunal|judges?|experts?|trustees|presidents"
    r"|receptionists?|workers?|midwi(?:fe|ves)|friends?|accountants?|trustees?|governors?"
    r"|professors?|fellows?|civil servants?|planners?|administrators?|therapists?|paramedics?"
    r"|economists?|treasurers?|rivals?|neighbours?|critic|supporter|opponent|peers?|organisers?"
    r"|whistleblowers?|commentators?|historians?|allies|chiefs|backbenchers?|visitors?"
    r"|authority|cluster|inspectorate|ombudsman|quango|body|non-exec(?:utive)?s?|analysts?|strategists?|gentleman|lady|man|woman|physician|surgeon)"
    r"(?! (?:managers?|nurses?|partners?|leads?|executives?|officers?|members?|chairs?|directors?"
    r"|leaders?|sources?|GPs?|secretary|chief|committee|board|papers?|reports?|letters?"
    r"|documents?|minutes"
    r"|statements?|plans?)\b)"
)
DET = (
    r"(?:[Tt]he|[Aa]n?|[Oo]ne|[Aa]nother|[Ii]ts|[Tt]heir|[Ss]ome|[Mm]any|[Mm]ost|[Ss]everal"
    r"|[Ss]enior|[Ll]ocal|[Tt]his|[Hh]is|[Hh]er|[Tt]wo|[Aa]ll|[Yy]our|[Oo]ur|[Aa] senior"
    r"|[Tt]hose)"
)
INNER = (
    r"(?!of\b|for\b|in\b|by\b|to\b|at\b|from\b|with\b|and\b|or\b|on\b|into\b|that\b|which\b"
    r"|who\b|was\b|were\b|is\b|are\b|has\b|had\b"
    r"|will\b|would\b|the\b|said\b|says\b|told\b|added\b|as\b|but\b|be\b|been\b|have\b|not\b"
    r"|it\b)[\w'/-]+"
)
NOUNS = (
    rf"(?:{DET} (?:{O}(?:'s?)?(?:-\w+)? )?(?:{INNER} ){{0,4}}?"
    rf"|(?:{O}(?:'s?)?(?:-\w+)? )(?:{INNER} ){{0,3}}?)(?:{UNNAMED}|{NOUN})"
    rf"(?: (?:for|from|at|of|by|to|in)(?: the)? (?:(?:[\w-]+ ){{0,4}}?)?{O}"
    r"| for the (?:[\w-]+ ){0,3}?(?:groups|CCGs|ICBs|boards|trust|council|committee|board|union"
    r"|department|party)\b| for the \w+)?"
)
PLURALS = (
    r"(?:[Cc]ritics|[Oo]pponents|[Cc]ampaigners|[Ss]upporters|[Bb]osses|[Mm]inisters|[Oo]fficials"
    r"|[Ss]ources|[Ii]nsiders|[Uu]nions|[Pp]ractices|[Mm]embers|[Rr]esidents|[Cc]ouncillors"
    r"|[Dd]octors|[Ll]eaders|(?<!-)[Cc]hairs(?! of\b| \(|,)|[Mm]anagers|[Cc]linicians"
    r"|[Cc]ommissioners"
    r"|[Nn]urses|[Pp]atients|[Oo]bservers|[Cc]olleagues|[Nn]eighbours|[Ee]xecutives|[Rr]egulators"
    r"|[Aa]cademics|[Rr]eaders|GPs|MPs|[Ss]taff|[Ii]nterviewees"
    r"|[Rr]espondents|[Dd]elegates|[Pp]articipants|[Aa]ttendees|[Aa]nalysts|[Rr]esearchers"
    r"|[Aa]uthors|[Aa]uditors|[Aa]dvisers|[Rr]eviewers|[Dd]irectors|[Vv]oters|[Ww]orkers"
    r"|[Ll]ocals"
    r"|[Ii]nspectors|[Ww]histleblowers|[Cc]ommentators|[Ee]conomists|[Ff]riends|[Aa]llies"
    r"|[Bb]ackbenchers|[Tt]rustees|[Gg]overnors|[Pp]lanners|[Ll]awyers|[Pp]eers|[Cc]hiefs"
    r"|[Ii]nvestigators|[Mm]idwives|[Rr]eceptionists|[Vv]eterans|[Rr]ivals"
    r"|[Ee]xperts|[Pp]harmacists|[Vv]olunteers|[Ww]itnesses|[Cc]onsultants|[Pp]roviders)"
)
ROLE = (
    r"(?:[Cc]hair(?:man|woman)?|[Oo]fficer|[Ee]xecutive|[Dd]irector|[Ll]eader|[Ll]ead|GP|MP"
    r"|[Ss]ecretary|[Mm]inister|[Mm]anager|[Hh]ead|[Pp]resident|[Oo]rganiser|[Oo]fficial|[Bb]oss"
    r"|[Cc]hief|[Ff]ellow|[Aa]uthor|[Cc]ampaigner|[Cc]ouncillor|[Cc]onsultant|[Nn]urse|[Mm]ember"
    r"|[Dd]octor|[Pp]rofessor|[Aa]nalyst|[Pp]artner|[Aa]dviser|[Ss]pokes\w+|[Tt]reasurer"
    r"|[Ee]ditor"
    r"|[Rr]esident|[Pp]atient|[Cc]oordinator|[Cc]ommissioner|[Mm]ayor|[Pp]eer|[Ee]conomist)"
)
DESCRIBED = (
    rf"(?:(?:(?:{O}(?:'s?)?|{INNER}) )(?:(?:{O}(?:'s?)?|{INNER}|and|of|for) ){{0,5}}?)?"
    rf"{ROLE},? {P}"
)
"""A person after words that say what they are, without an article: `Telford chair Ann Lee`."""
ONE = r"\b(?:[Oo]ne|[Aa] (?:second|third|fourth|fifth|further)|[Aa]nother|[Tt]he other)\b(?! of\b)"
WHERE = rf"(?: (?:in|from|at|near)(?: the| an?)? (?:[\w-]+ ){{0,2}}?(?:[\w-]+|{O})(?![\w-]))?"
SOME_ONE = ONE + WHERE
SOME: Final = compiled(rf"(?P<one>{ONE})(?P<where>{WHERE})$")
"""One of those told of before: `one in the north`."""
NP = (
    rf"(?:(?:{NOUNS}(?: and (?:local )?GP)?,? )?{P}(?: MP)?,?|\b[Hh]e\b|\b[Ss]he\b|\b[Tt]hey\b"
    rf"|\b[Ii]t\b|{P}'s? (?:{INNER} ){{0,2}}?{NOUN}\b|{NOUNS}(?!\w)|{O}|\b{PLURALS}\b|{SOME_ONE}"
    r"|\b[Tt]he (?:two|three|four|five|six|seven|eight|nine|pair|trio|quartet|rest)\b(?= [a-z]+)"
    r"|\b(?:[Pp]apers|[Mm]inutes|[Dd]ocuments|[Ss]lides)\b)"
)
PHRASE = (
    r"(?!it\b|he\b|she\b|they\b|was\b|were\b|is\b|are\b|has\b|had\b|have\b|been\b|be\b|will\b|would\b|said\b|told\b"
    r"|who\b|which\b)[\w'-]+"
)
ASIDE = (
    r"(?: (?:shown|given|delivered|handed|e-?mailed|read out|sent|written|published|seen"
    r"|issued|circulated|produced|commissioned|signed|leaked"
    r"|posted|released|dated|presented|drawn up|carried out|speaking|close to the \w+"
    r"|familiar with \w+ \w+)\b)?"
    rf"(?: (?:into|on|of|from|to|about|for|by|in|at) (?:{PHRASE} |{O}(?:'s?)? ){{0,8}}?"
    rf"(?:{PHRASE}|{O}))?"
    rf"(?:(?:,(?! whose)| \(|,? who\b(?!se)| –)[^.:;\n]{{0,140}}?(?:,|\)| –)"
    rf"|,? (?:that|which|who)(?= {ADVERB}{VERB} )"
    rf"|,? (?:that|which|who) (?!{DET} )(?:{PHRASE} |{O}(?:'s?)? ){{1,7}}?(?:{PHRASE}"
    rf"|{O}))?(?: –)?"
)
