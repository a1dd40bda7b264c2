"""The words beside a place that tell that the body of the place is meant."""

from __future__ import annotations

from kg.documents.patterns import compiled

TYPES = ("ccg", "ics", "stp", "icb", "pct")
SYSTEMS_LIKE = compiled(r"\b(?:[Ss]ystems|ICSs|STPs) (?:like|such as|including) (?:the )?$")
LIKE = compiled(
    r"(?:\b(?:systems?|CCGs?|groups?|ICSs?|STPs?|ICBs?|PCTs?) (?:like|such as"
    r"|including) (?:the )?"
    r"|\b(?:CCGs|ICBs|PCTs|STPs|[Gg]roups|[Bb]oards)(?: \([A-Z]\w+\))? (?:of|for|covering"
    r"|serving) (?:the )?"
    r"|\bshar(?:e|es|ed|ing) [^.;\n]{0,60} with (?:both |neighbouring )?"
    r"|\b(?i:chief officer|accountable officer|chief executive|chair|lead|leader"
    r"|managing director"
    r"|chief clinical officer|finance director|chief finance officer) (?:for|of|at) (?:both )?"
    r"|\b(?:counterparts?|opposite numbers?|equivalents?|colleagues) (?:at|in|from|of|for)"
    r" (?:the |both "
    r"|neighbouring |nearby )?"
    r"|\b(?:the|that|same|both|equivalent|officer|executive|director|chair|chair's|nurse|lead)"
    r" (?:posts?|roles?|jobs?|positions?|hats?)(?: jointly)? (?:at|in|for|of|with|across)"
    r" (?:both )?"
    r"|\b(?:covers?|covered|covering|manages?|managed|managing|heading|leading|running|chairing"
    r"|overseeing|oversaw|fronts?|charge (?:at|of)|responsib(?:le|ility) for|management of"
    r"|takes? (?:over(?: at)?|on|charge of)|took (?:over(?: at)?|on|charge of)|taking (?:over|on)"
    r"|helm (?:at|of)"
    r"|top jobs? (?:at|in)|run by|led by|seconded (?:to|from)|secondment (?:to|from|at)) (?:both )?"
    r"|\b(?:union|marriage|tie-up|talks?|alliance|link-up|partnership|merger|combination|deal)"
    r"(?:, [^,.]{0,24},)? (?:of|between|with|involving) (?:both |neighbouring |nearby )?"
    r"|\b(?:the one|and one) (?:for|of|covering) |\b(?:the same|likewise|so|similarly) with "
    r"|\bjoin(?:s|ed|ing)? (?:up )?(?:with )?(?:both |neighbouring )?"
    r"|\b(?:added|adding|brought in) (?:both )?"
    r"|\b(?:remit|brief|patch|job|role|portfolio|post|writ) (?:takes in|covers|spans|includes"
    r"|extends to"
    r"|stretches (?:to|across)) (?:both )?"
    r"|\b(?:in charge (?:of|at)|chairs|chaired|leads|led|runs|ran|(?:has|had|have|will|to) run"
    r"|heads"
    r"|headed|oversees) (?:both "
    r"|the )?"
    r"|\b(?:team up|teaming up|join(?:ing|ed|s)? forces|combin(?:e|ed|ing)|unit(?:e|ed|ing)"
    r"|cluster(?:ed|ing|s)?|pair(?:ed|ing|s)?|amalgamat(?:e|ed|ing)) with (?:both "
    r"|neighbouring )?"
    r"|\b(?:boards?|groups?|CCGs|ICBs|PCTs|bodies|commissioners) (?:for|of|covering|serving)"
    r" [^.;\n]{3,60},? and for "
    r"|\b(?:[Ii]ts|[Tt]heir|[Hh]is|[Hh]er) (?:next-door |close |near |immediate )?neighbours?,? "
    r"|\b(?:[Cc]hair|[Oo]fficer|[Ee]xecutive|[Dd]irector|[Nn]urse|[Ll]ead), "
    r"|\b(?:two|three|four|five|six|seven|eight)(?: \w+)? \((?:with|alongside|together with|plus"
    r"|also|besides) "
    r"|\b(?:joint|shared) [a-z ]{3,30} (?:with|for|of) (?:both |neighbouring )?"
    r"|\bas (?:do|did|have|has|will|would|are|were|is) (?:the )?|\bpart of |\bmerg(?:e|er|ers"
    r"|ed|ing) (?:of|between|with|involving) (?:neighbouring |both "
    r"|its neighbours? )?)$"
)
ACTED = (
    r"voted|agreed|rejected|backed|approved|opted|withdrew|refused|dissented|signed|decided|chose"
    r"|formed|joined"
    r"|dropped|opposed|supported|declined|asked"
)
DOES = compiled(
    rf"(?:,? for (?:example|instance),?)? (?:{ACTED}|was|were|is|are|has|have|had|will|would"
    rf"|said|says|wants?|plans?|stays?|remains?|hopes?|intends?|expects?|keeps?|looks?|faces?"
    rf"|declined)\b"
)
DID = compiled(
    r"(?:,? for (?:example|instance),?|,? as well as \w+,)? (?:(?:have|has|had|are|were|is|was"
    r"|will|would|could|may"
    rf"|might|also|now|likely|due|set|to|both|all|each|planning) )*(?:{ACTED}|merge|cluster"
    rf"|join|stay|remain|go it alone|press on|split|demerge|apply|applied|intend|propose|seek"
    rf"|sought"
    rf"|became|pulled|pull|hope|agree|withdraw|form|make up|combine|unite|come together|shared?"
    rf"|merged"
    rf"|become|vote|withdraw|oppose)\b"
)
LED = compiled(
    r" (?:group|consortium)(?![\w-]| of\b| practice)"
    r"|(?:'s)? (?:(?:joint|interim|clinical|new|former|acting|outgoing|present|current|own|lay"
    r"|deputy"
    r"|vice|long-serving|retiring|incoming) ){0,2}"
    r"(?:vice-chair|finance director|director of \w+|medical director|chief nurse|lay member|boss"
    r"|chief executive|chief (?:finance |operating |clinical )?officer|accountable officer"
    r"|(?:clinical )?chair(?:man|woman)?|managing director|governing body)\b"
    r"|'s (?:(?:own|member) )?(?:practices|GPs|membership|ballot)\b"
)
AFTER_PREPOSITION = compiled(
    r"\b(?:in|of|across|from|for|near|around|people|to|at|within|between|over|throughout|by|on"
    r"|than)(?: the)? $"
)
ANY_VERB = compiled(
    r" (?:now |both |all |each |already |currently |still |also )?(?!and\b|in\b|of\b|to\b"
    r"|for\b|on\b|at\b"
    r"|or\b|by\b|from\b|with\b|residents|patients|people|councils?|boroughs?|districts?|towns|GPs"
    r"|councillors|hospitals?|practices|areas|sites|doctors|members|trusts?|localities"
    r"|the\b)[a-z]+"
)
COMMISSIONING = frozenset(("ccg", "icb", "subIcbLocation", "pct", "stp"))
NEXT = compiled(
    r"(?: \([A-Z][\w&/-]{1,9}\))?(?:,? (?:and )?(?:the )?|; (?:and )?(?:the )?)|[;,]?(?:"
    r" and)?\n(?:[•*◦▪–—-] ?|\(?[a-z\d]{1,2}[.)] )"
)
OPENS = compiled(
    r"(?:[:(–—-] ?|\n(?:[•*◦▪] ?|\(?[a-z\d]{1,2}[.)] )|\b(?:CCGs|ICBs|PCTs|STPs|[Gg]roups"
    r"|[Bb]oards"
    r"|systems)(?: \([A-Z]\w+\))?(?: of| for| covering| serving| are| were|,? namely|,?"
    r" including)(?: the)? )$"
)
IN_NAME = compiled(r" (?!CCGs?\b|ICBs?\b|PCTs?\b)[A-Z]")
"""What tells that a place is the beginning of a longer name."""
ADVERB_FIRST = compiled(
    r"(?:^|[.\n] ?)(?:Further \w+|Elsewhere|Meanwhile|However|Nearby|Likewise|Similarly|Last \w+"
    r"|This \w+|In \d{4}|By contrast|Instead|Now|Next door), $"
)
SHORT = compiled(r" \([A-Z][\w&/-]{1,9}\)")
LIST = 3
AND = compiled(r"(?:,| and|, and|,? as well as|,? plus|,? along with|,? together with)(?: the)? $")
FOOTPRINT = compiled(r" (?:STP |ICS )?footprint\b")
ITS_BODY = compiled(r"[^.;\n]{0,140}?\b[Tt]he (?P<type>CCG|ICB|PCT)(?!s|\w)(?! [A-Z])")
OTHER_BODY = compiled(r"[A-Z][\w'-]+ (?:CCG|ICB|PCT|Clinical|Integrated|Primary)s?\b")
OF_TOWN = compiled(
    r"'s (?:\w+ )?(?:hospital|council|main|biggest|only|mayor|MPs?|university|residents)\b"
)
PART = compiled(r"(?:^|, and |, | and )([A-Z].*?)(?=, and |, | and |$)")
AS_GROUPS = compiled(r" (?:groups|boards)\b")
PLURAL = compiled(
    r" (?:groups|boards|have|are|were|do|did|hope|want|plan|intend|expect|all|both|each)\b"
)
AS_DO = compiled(r"\bas (?:do|have|are|were|will) $")
GOES_ON = compiled(r" [A-Z]|,? and [A-Z]|, [A-Z][a-z]")
"""What tells that a place is one of a list, or of a longer name."""
TYPE_WORD = compiled(r" (?:CCG|Clinical Commissioning Group)$")
DIRECTION = compiled(r"North|South|East|West|Central|Mid|City|District|Districts|County|and .*")
BEFORE_TAIL = compiled(r"(?<=at )|(?<=of )|(?<=by )|(?<=for )|(?<=both )|(?<=and )")
AFTER_TAIL = compiled(r"[.,;]| (?:since|in|from|until|and|has|is|was|had|will|for)\b|'s ")
"""Where the rest of a name stands for the body: `officer at South Central since May`."""
FIRST = compiled(r"'s | (?:group|board|governing body)\b")
"""What follows the first part of a name that stands for the body: `Blackburn's chair`."""
