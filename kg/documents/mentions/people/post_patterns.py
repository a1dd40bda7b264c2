"""How a sentence joins a person, a post and its bodies: short patterns over single characters."""

from __future__ import annotations

from kg.documents.mentions.people.post_words import LOW_TOPIC
from kg.documents.mentions.text.coded import O, P, T
from kg.documents.patterns import compiled

_WHO = rf"{P}(?:(?:, and |, | and | & ){P}){{0,12}}"
_SIZE = r"(?:two|three|four|five|six|seven|eight|nine|ten|\d{1,3}) "
_AND_BODY = (
    r"(?:, and |, | and | & |/|,? as well as | plus )(?:(?:from|since) [\w ]{3,16}, )?"
    r"(?:also )?(?:the |both |for |of |at |its ){0,3}"
)
BODIES = rf"(?:[Tt]he |[Bb]oth |[Aa]ll |{_SIZE}){{0,3}}{O}(?:'s {O})?(?:{_AND_BODY}{O}){{0,24}}"
_ORGAN = (
    r"(?: (?:of|on|to|for) (?:the |its |their )?(?:[a-z-]+ ){0,2}(?:governing body|board|council"
    r"|committee|cabinet|executive|panel|members)(?: in common)?)?"
)
_IN = rf"(?: (?:in|on|for|of) (?:{LOW_TOPIC}|[A-Z][\w'-]+(?: [A-Z][\w'-]+)?))?"
_OF = (
    rf"(?:(?: (?:post|role|job|position)s?)?(?:{_ORGAN}|{_IN}),? (?:of|at|for|in|with|from|on|to"
    rf"|across|over)(?: the| both| all)*"
    rf"(?: (?:think[ -]tank|campaign group|charity|union|consultancy|neighbouring|nearby"
    rf"|pressure group|newly"
    rf" formed|new|merged|former|local|proposed|enlarged))? (?P<of>{BODIES}))"
)
_OWN = rf"(?:(?P<own>{BODIES})(?:'s|'|,)? (?:{O} )?|(?P<its>[Ii]ts|[Tt]heir) )"
_ADVERB = (
    r"(?:at present|at the moment|for now|currently|formerly|now|previously|then"
    r"|until recently|until now|until last \w+|(?:until|since|from) [A-Z][a-z]+(?: \d{4})?|also"
    r"|once"
    r"|already|still|today|presently|latterly|initially|originally|jointly|simultaneously"
    r"|temporarily|himself|herself|at the time|who (?:is|was|are|were)(?: also| now)?) "
)
_ARTICLE = (
    rf"(?:{_ADVERB})*(?:the |The |an? |A |An |its |their |one of the |our |his |her )?"
    r"(?:(?:former|retired|current|new|local|veteran|late|one-time|long-serving|present|outgoing"
    rf"|incoming) (?=[A-Z]|{O}|{T}))?"
    r"(?:(?:\w+-based|respected|outspoken|influential|popular) )?"
    r"(?:(?:(?:[a-z]+ )?(?:committee|panel|board|group|council|party|forum|union|branch|body"
    r"|trust|campaign"
    r"|meeting|network|alliance|partnership|inquiry|city|town|county|borough|authority|organisation"
    r"|charity|federation|region)'s )(?:[a-z]+ (?=[A-Z]))?)?"
)
_AREA = r"(?:(?:[A-Z][\w'-]+(?:,| and| &)? ){1,4}?|[A-Z]\w+'s )?"
_NOT_NEXT = rf"(?! ?(?:designate )?{P})"
_BEING = (
    r"(?:is|was|are|were|be|been|being|become|becomes|became|becoming|remain|remains|remained|as"
    r"|named|appointed|confirmed|chosen|elected|re-elected|announced|made|selected|promoted to"
    r"|(?:moves|moved|switches|steps up|stepped up|transfers|promoted) (?:up )?(?:from|to)"
    r"|the (?:new )?(?:role|post|job|position)s? of|post of|role of|position of)"
)
_BLOCK = (
    r"(?!(?:he|she|it|they|we|this|that|there|if|not|never|declined|refused|whether|how"
    r"|why|what)\b)"
)
_MONTH = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December)"
)
BECOMES = (
    rf"(?:, (?:who|from|of|at|an?|the|now|formerly|currently|previously|once|until|originally"
    rf"|\d\d|[a-z]+ing)\b"
    rf"[^,.\n{P[1:-1]}{T[1:-1]}]{{0,90}},|,? who|,(?= (?:is|was|has|will|elected"
    rf"|appointed|chosen|recruited|hired|installed|drafted|brought|parachuted)\b))?(?: (?:[a-z]+"
    rf" )?that (?:he"
    rf"|she))?"
    rf"(?: (?:{_BLOCK}[a-z][\w'-]*|{_MONTH}"
    rf"|\d{{4}})){{0,7}}?(?: from (?:the )?(?:{O}|{T}(?: to(?= become))?))? {_BEING}(?: (?:both|as"
    rf"|to be))? "
)

APPOSED = compiled(
    rf"(?P<who>{_WHO})(?:,| [–—-]|:|(?<!\()(?: \()) ?{_ARTICLE}{_OWN}?{_AREA}"
    rf"(?P<post>{T}){_NOT_NEXT}"
    rf"{_OF}?"
)
BECOMING = compiled(
    rf"(?P<who>{_WHO}){BECOMES}{_ARTICLE}{_OWN}?{_AREA}(?P<post>{T}){_NOT_NEXT}{_OF}?"
)
SIGNED = compiled(
    rf"(?P<who>{P})(?:,| [–—-])?\n(?:(?:The|the) )?(?P<post>{T})(?:(?: and | & |, |\n)"
    rf"(?P<second>{T}))?(?:(?:,| of| at| for|,? on behalf of| [–—-]|\n)"
    rf" ?(?:the )?(?P<of>{BODIES}))?(?=[\n,.;]|$| and {T})"
)
NAMED = compiled(
    rf"(?:(?P<by>{BODIES}) (?:has |have |had )?(?:now |today )?)?(?<!\w)(?:named|appointed"
    rf"|elected|appoints?|names|welcomed|chosen|chose|confirmed|made|promoted"
    rf"|poached|hired|recruited|picked|unveiled|named)"
    rf" (?P<who>{P})(?: \([^()\n]*\))?(?:, [^.\n]{{3,90}},(?= as ))?"
    rf"(?:,? as|,? to be|,? to the (?:role|post|position) of)?"
    rf" {_ARTICLE}{_OWN}?{_AREA}"
    rf"(?P<post>{T}){_NOT_NEXT}{_OF}?"
)
LED_IN = compiled(
    rf"(?<![\w-])(?:(?P<by>{BODIES}) \((?=[^()\n]*{P}\))|{_OWN}(?:[A-Z][\w-]* )?)?"
    rf"(?P<post>{T})(?:(?: and |, |/| & )(?P<second>{T}))?"
    rf"(?:{_OF}|(?: for| of| in)(?: the)?(?: [A-Z][\w'-]+){{1,4}}"
    rf"|(?: for| in) the (?:north|south|east|west|midlands|region)(?: (?:east|west|of England))?"
    rf"|(?: of| at| for| on) (?:the|a|an|our|its|their) [a-z]+(?: [a-z]+)?)?"
    rf"(?: and (?:local |[A-Z]\w+ )?GPs?)?(?: \([A-Z]+\))?"
    rf"(?: as (?:both|the others?|all|{BODIES}))?"
    rf"(?: in question| concerned)?(?: (?:that|whom|which)? ?(?:they|both|it|all \w+)"
    rf" (?:\w+ ){{0,2}}(?:have|had|share|shared))?"
    rf"(?:[,:]? (?:[–—-] |\()?|:\n| (?:is|was|will be|would be|remains|has been) "
    rf"|, (?:(?:{O}|Conservative|Labour|Tory|Green|Independent|Liberal Democrat|Lib Dem)(?:'s)?"
    rf"|(?:[a-z-]+ ){{0,2}}(?:[a-z]+or|[a-z]+er|[a-z]+ist|[a-z]+an|nurse|solicitor|veteran)"
    rf"|(?:[a-z-]+ ){{1,3}}[A-Z][a-z]+(?:er|or|ist|an|ian|man|woman|ite)) )"
    rf"(?P<who>{P}(?:(?:, and |, | and ){P}){{0,12}})(?!'s)"
)
SEVERAL = compiled(
    r" (?:of |for |at |across |to |over )?(?:the )?(?P<size>both|all|two|three|four|five|six"
    r"|seven|eight)"
    r"(?: of)?(?: the)?(?: (?:two|three|four|five|six|seven|eight))?"
    r"(?: (?:boards|bodies|organisations|groups|commissioners|of them|ICBs|CCGs|PCTs|governing"
    r" bodies))?"
    r"(?=[\n,.;:)]|$| [a-z])"
)
"""Bodies listed before: `of both`, `all three boards`."""
BEFORE_WHO = compiled(rf"(?P<of>{O})(?:,? represented by| \(|,? in the (?:form|shape) of) ?$")
YEARS = compiled(
    rf"(?<=\n)(?:[•*–-] ?)?(?:19|20)\d\d(?: ?[–—-] ?(?:\d{{2,4}}|present|now|date)?)?[:,]? ?"
    rf"(?P<post>{T}){_OF}?"
    rf"(?:, (?:the )?(?P<at>{O}))?(?=[\n;.]|$)"
)
"""A line of a curriculum vitae."""
PASSIVE = compiled(
    rf"(?P<of>{BODIES})(?:,[^,.\n{P[1:-1]}]{{0,60}},(?: (?:is|are|was|will be))?|,| \(|, which"
    rf" (?:is|was|will be)|, (?:currently|now|then)| is| was| will be"
    rf"| are)? ?(?P<verb>chaired|led|headed|run|fronted) by (?:{_ARTICLE}{T},? )?(?P<who>{P})"
)
OFFICE_OF = compiled(
    rf"(?P<who>{P})(?:(?:,| \()?(?: who works| formerly| now| then| late)? (?:of|from|at|for"
    rf"|representing|on behalf of) (?:the )?(?:(?:campaign group|think[ -]tank|charity|union"
    rf"|pressure group|consultancy|firm) )?"
    rf"| \((?:the )?)(?P<of>{O})(?=[\n,.;:)]|$| [a-z]+s?\b)(?! {O})"
)
COUNTERPART = compiled(
    rf"\b(?:counterpart|opposite number|equivalent|opposite) (?:at|in|from|of|for|across in|over"
    rf" in)"
    rf" (?:the )?(?:neighbouring |nearby |next-door )?(?P<of>{BODIES})(?:,? (?:is )?(?P<who>{P}))"
)
"""Who has the post told of before in another body: `His counterpart in Nene, Ann Lee`."""
LISTED = compiled(rf"(?P<who>{P})(?:,|:| [–—-]) ?(?:the )?(?P<of>{O})(?=[\n;)]|\.\n|$)")
OF_OWN = compiled(rf"(?P<of>{O})'s (?P<who>{P})")
MORE = compiled(
    r"(?: (?:of|for|at|in|across|by|from|since|until|between|during) [^,.;()\n]{0,60}?)?"
    r"(?:,| and|, and|; and|\)? and|(?= who (?:is|was|has|became|will)\b))(?: (?:in|from|since|by"
    r"|after|until) [\w ]{3,16}?,?)?"
    rf"(?: (?:who )?(?:is|was|has been|had been|became|becomes|will be|will become|served as"
    rf"|later)(?: (?:named"
    rf"|appointed|confirmed))?(?: (?:last"
    rf"|this) \w+)?(?: as)?|(?: newly)? (?:elected|appointed|named)(?: as)?)?"
    rf" ?{_ARTICLE}{_OWN}?{_AREA}(?P<post>{T}){_NOT_NEXT}{_OF}?"
)
SHARED_AFTER = compiled(
    rf"\)?(?:(?:,| and|, and) {P}(?: \(|, ){_ARTICLE}{T}\)?)+,? (?:both |all )?(?:of|from|at|for)"
    rf" (?:the |both )?(?P<of>{BODIES})|\),? (?:both |all )?(?:of|from|at|for) (?:the )?"
    rf"(?P<off>{BODIES})"
)
SAME_BEFORE = compiled(rf"(?P<who>{P}) and (?:its |the )?$")
AFTER_COMMA = compiled(rf"\)?,?(?:,? (?:of|at|for))? (?:the )?(?P<of>{BODIES})(?=[\n),.;]|$)")
TAKES_OVER = compiled(
    rf"(?P<new>{P})(?: [a-z]+){{0,4}} (?:succeed(?:s|ed|ing)?|replac(?:e|es|ed|ing)"
    rf"|tak(?:e|es|en|ing) over from|took over from)(?: {_AREA}{T})? (?P<old>{P})(?:,? who)?"
    rf"(?: [a-z]+){{0,4}} as {_ARTICLE}{_OWN}?{_AREA}(?P<post>{T}){_OF}?"
)
IS_REPLACED = compiled(
    rf"(?P<old>{P})(?: [a-z]+){{0,4}} (?:succeeded|replaced|followed) (?:[a-z]+ ){{0,2}}by "
    rf"(?P<new>{P})"
    rf"(?: [a-z]+){{0,2}} as {_ARTICLE}{_OWN}?{_AREA}(?P<post>{T}){_OF}?"
)
JOINING = compiled(
    rf"(?P<who>{P})(?:, (?!who)[^,.\n{P[1:-1]}{T[1:-1]}]{{2,60}},)?(?:,? who)?(?: [a-z]+){{0,3}}"
    rf" (?:joins?|joined|joining|left|leaves|leave"
    rf"|moves? to"
    rf"|moved to|moving to|went to|goes to|quit|returns? to"
    rf"|returned to) (?:the )?(?P<of>{BODIES})"
    rf"(?:[^.,\n]{{0,30}})? as {_ARTICLE}(?P<post>{T})"
)
REPLACED = compiled(
    rf"[^.\n]{{0,90}}?\b(?:replac(?:es|ed|ing)|succeed(?:s|ed|ing)?|tak(?:es|en|ing|e) over from"
    rf"|took over from|in succession to|follow(?:s|ing)) (?:{_AREA}{T} )?(?P<old>{P}(?:(?:,"
    rf" and |, | and ){P})*)"
)
FIRST_PERSON = compiled(
    rf"(?:\b(?:I am|I'm|I write(?: to you)? as|I was|I have been)(?: (?:both|also))?|\b[Aa]s"
    rf"(?=[^.\n]{{0,60}}, I\b)) {_ARTICLE}{_OWN}?{_AREA}(?P<post>{T})(?:{_OF})?"
)
HOLDS = compiled(
    rf"(?P<who>{P})(?:, (?!who)[^.\n{P[1:-1]}]{{2,90}},|,? who|,)?"
    rf"(?: also| now| currently| already| jointly| will| has| had)*"
    rf" (?:holds?|held|occupies|occupied|fills?|filled|combin(?:es?|ed|ing)|doubles? (?:up )?as"
    rf"|doubled as"
    rf"|t(?:akes?|ook|aken) on|(?:serves?|served|acts?|acted) as|t(?:akes?|ook|aken) up"
    rf"|juggl(?:es|ed|ing)|continues? as|continued as|stays? (?:on )?as|stayed (?:on )?as"
    rf"|returns? as"
    rf"|returned as|retir(?:es|ed) as|stands? down as|stood down as|steps? down as|stepped down as"
    rf"|resign(?:s|ed) as|quits? as|arriv(?:es|ed) as|works? as|worked as"
    rf"|(?:starts?|started|begins?|began|begun|returns?|returned)(?: (?:work|life|duties|the job"
    rf"|(?:his|her|their) [a-z]+))?"
    rf"(?: (?:on|in|this|last|next|from|at) [\w ]{{2,18}}?)? as)"
    rf" (?:both )?{_ARTICLE}{_OWN}?{_AREA}(?P<post>{T}){_NOT_NEXT}{_OF}?"
)
"""Who holds, fills or takes on a post: `A holds the chair's post at B and the lead's at C`."""
HELD_BY = compiled(
    rf"(?P<post>{T}){_OF}?[^.\n{P[1:-1]}{T[1:-1]}]{{0,70}}? (?:held|filled|occupied|done"
    rf"|taken(?: on| up)?|covered"
    rf"|carried out)[^.\n{P[1:-1]}{T[1:-1]}]{{0,40}}? by (?P<who>{P})"
)
"""A post in the passive: `the post of chair at Nene is held by A`."""
HEADING = compiled(rf"(?:[•*◦–-] ?|\d+(?:\.\d+)*\.? )?(?P<of>{O}): ")
"""The body that a line is about: `• Nene CCG: …`."""
HE = compiled(
    r"\b(?:[Hh]e|[Ss]he)(?= (?:used|is|was|becomes|joins|takes|leads|runs|ran|left|leaves|became"
    r"|has"
    r"|had"
    r"|will|also|now|currently|previously|remains|served"
    r"|serves|worked|joined|took|chairs|chaired|leads|led)\b)"
)
SAME_POST = compiled(
    rf"(?P<who>{P})(?:,? who)? (?:[a-z]+ ){{0,2}}(?:holds?|held|has|does|fills?|filled|takes on"
    rf"|take"
    rf" on|occupies|occupied|did|had|combines) (?:the|that|both|those)(?: (?:same|equivalent"
    rf"|corresponding|top"
    rf"|like|matching))?"
    rf" (?P<post>post|role|job|position|office|title|brief)s?(?: jointly)? (?:for|at|in|with|of"
    rf"|across)"
    rf" (?:the |both )?(?P<of>{BODIES})"
)
REPLACES = compiled(
    r"\b(?:tak(?:es|e|en|ing) over from|took over from|replac(?:es|ed|ing)|succeed(?:s|ed|ing)?"
    rf"|predecessor,?|in succession to|in place of) (?P<old>{P})"
)
WHERE = compiled(
    rf"(?P<of>{O}),? where (?P<he>he|she|{P})(?:'s| is| was|'d been| has been| had been)"
    rf" (?:also |now |previously )?{_ARTICLE}(?P<post>{T})"
)
"""A body, and what somebody is there: `from Nene CCG, where she is chair`."""
PROMOTED = compiled(
    rf"(?:(?P<by>{BODIES}) (?:has |have |had )?)?(?:promoted|moved|switched) (?P<who>{P}) from"
    rf" {_ARTICLE}(?P<old>{T}(?: [^{T[1:-1]}.;\n]{{1,40}}?)?) to {_ARTICLE}(?P<post>{T})"
)
"""From which post to which: `promoted Ann Lee from head of care to director of care`."""
SHARED_OUT = compiled(r"\b(?:own|each|respective) $")
SIGNATURE = compiled(
    rf"\b(?:[Yy]ours(?: \w+)?|[Ss]incerely|[Ff]aithfully|[Rr]egards|[Ww]ishes|[Ss]igned),?:?"
    rf"(?:\n[^\n{P[1:-1]}]{{0,40}})?\n?(?: )?(?P<who>{P})(?:,[^\n]{{0,80}})?(?=\n|$)"
)
WHOSE = compiled(rf",? (?:of|from|at) (?:the )?(?P<of>{O})(?=[\n,.;:)]|$| [a-z])")
"""The body after a person whom a title led in: `GP Ann Lee, of Mill Surgery,`."""
RESPECTIVELY = compiled(r"[^.\n]{0,24}\brespectively")
"""Each has its own body when this follows."""
ITS = compiled(r"\b([Ii]ts|[Tt]heir) $")
OTHER_ONE = compiled(
    r"\b(?:larger|smaller|bigger|other|former|latter|first|second|third|fourth|biggest|smallest|new"
    r"|enlarged|next) (?:group|CCG|ICB|PCT|body|organisation|board|one|council"
    r"|trust)'s (?:[a-z]+ ){0,2}$"
)
"""One of several bodies, that only its size or place tells: `the larger group's`."""
WHOSE_POST = compiled(rf"(?P<of>{O}),? whose (?:[a-z]+ ){{0,2}}$")
"""The body before "whose": `Kent Council, whose chief executive`."""
OUR = compiled(r"\bour $")
THE = compiled(r"\b[Tt]he $")
