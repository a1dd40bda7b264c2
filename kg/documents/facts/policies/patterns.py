"""Policies other than the one-CCG rule, by name, each with the patterns that word it."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.policies.words import DOCUMENT
from kg.documents.patterns import compiled

END: Final = (
    r"(?=[.,](?!\d)|[;:]|\"(?=[\s.,;:)]|$)| - | because | but | although | so that | and that |$)"
)
_WORDS: Final = r"(?:[^.;:,\"]|\"[^\".;]{2,60}\"|,(?=\d))"
MONTH: Final = (
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december)"
)
OTHERS: Final = tuple(
    (name, compiled(pattern))
    for name, pattern in (
        (
            "running costs",
            r"\b(?:(?:the (?:\d+ )?)?(?:ccgs?|icbs?|boards?|groups|bodies"
            r"|integrated care boards|they)\b"
            r"[^.;:,\"]{0,40}? )?(?:must|told to|required to|have to|(?<!the )needs? to"
            r"|asked to|instructed to|ordered to)"
            r" (?:also )?(?:cut|reduce|lower|halve|cap) (?:\w+ ){0,4}?(?:costs?|spending|budgets?"
            rf"|headcount)\b[^;:,\"]{{0,60}}?{END}",
        ),
        (
            "running costs",
            r"\b(?:an? |the |any )?(?:further |new )?"
            r"(?:requirement|instruction|demand|order|target|required|told|asked)s? to "
            r"(?:cut|reduce|lower|halve|cap|find|save|make)\b[^.;:,\"]{0,60}?"
            r"\b(?:costs?(?! (?:her|him|us|them|me|it|you)\b)"
            r"|savings|budgets?)\b"
            rf"[^.;:,\"]{{0,50}}{END}",
        ),
        (
            "running costs",
            r"\b(?:requirement|instruction|demand|order|expectation)s? that (?:they|icbs|ccgs"
            r"|boards"
            r"|groups|the \w+) (?:must |should )?(?:cut|reduce|lower|halve|save|find|make)\b"
            rf"[^.;:,\"]{{0,80}}?(?:(?= (?:has|have|is|was|were|are|had)\b)|{END})",
        ),
        (
            "running costs",
            r"\b(?:the |an? )(?:running costs?|management(?: costs?)?|admin(?:istration|istrative)?"
            r"(?: costs?)?) (?:allowance|cap|envelope|limit)(?:,? (?:which|that) (?:will|would"
            r"|is|was)"
            r"| - £?[\d.]+| of £?[\d.]+)[^.;:,\"]*(?:\.\d+[^.;:,\"]*)?",
        ),
        (
            "running costs",
            r"\bthe (?:cap|limit|target|ceiling) of £?[\d.,]+[^.;:,\"]{4,80}"
            r"(?:costs?|budgets?|spending)\b",
        ),
        (
            "national policy",
            r"\b(?:nhs england|nhs improvement|nhse(?:/i)?|dhsc|department of health|treasury"
            r"|centre"
            r"|regulator|commissioning board|ministers|government"
            r"|region)\b[^.;\"]{0,50}? (?:has |have"
            r" |had )?(?:advised|ruled|instructed|decreed|stipulated|made (?:it )?clear"
            r"|insists?|insisted"
            r"|confirmed|told \w+) that "
            r"(?P<what>(?:[^.;:\"]){0,60}?\b(?:should|must|will have to|no|cannot|may not|only)\b"
            rf"[^.;:,\"]{{4,110}}?){END}",
        ),
        (
            "national policy",
            r"\b(?P<what>no (?:ccg|icb|group|pct|board|practice)s? (?:should|may|will|can|must)"
            rf" (?:be )?(?:{_WORDS}|,){{8,90}}?){END}",
        ),
        (
            "national policy",
            r"\b(?<!n't )(?<!not )(?:requirement|(?<=the )rule|(?<=new )rule"
            r"|(?<=national )rule|(?<!on )condition"
            r"|insistence|stipulation|edict|directive|demand|proviso"
            r"|criterion|test)s? (?:in [\w ]{3,30} )?that "
            rf"(?P<what>(?!(?:it|this|that|he|she)\b){_WORDS}{{12,120}}?)"
            rf"(?:(?= (?:is|was|are|were|has|had)\b)|{END})",
        ),
        (
            "boundaries",
            r"\b(?:icbs|ccgs|stps|icss|boards|groups|systems)\b[^.;:\"]{0,30}? (?:should|must"
            r"|will|would"
            r"|need to|ought to)[^.;:\"]{0,40}?\b(?:coterminous|co-terminous|aligned?|boundaries)\b"
            rf"[^.;:]{{0,70}}?(?:\"[^\"]{{3,50}}\"|{END})",
        ),
        (
            "running costs",
            r"\b(?:the |their )?(?:running costs?|management costs?|(?:\w+ )?allowance|budget)s?\b"
            r"(?:[^.;:,\"]|\.(?=\d)){0,40}? (?:would|will|must|should|to|are to|is to) be "
            rf"(?:cut|reduced|halved|capped|lowered)\b[^.;:,\"]{{0,60}}{END}",
        ),
        (
            "running costs",
            r"\b(?:cut|reduc\w+|lower|halve) (?:their |its |the |our )?"
            rf"(?:running|management|administrative) costs? (?:by|to) [^;:,\"]{{1,40}}?{END}",
        ),
        (
            "running costs",
            r"\b(?:an? |the )(?:further |new |planned )?(?:\d+|[a-z-]+) ?(?:per ?cent|%) "
            r"(?:\w+ ){0,2}?(?:reduction|cut|saving)s?\b"
            r"(?: in (?:running|management|administrative) costs?)?",
        ),
        (
            "running costs",
            r"\b(?<!of its )(?<!of their )(?<!of the )(?:the )?(?:presumed |planned )?"
            r"(?:running costs?|management(?: costs?)?) "
            r"(?:allowance|target|envelope|cap|limit)s?\b[^.;:,\"]{0,60}?"
            rf"(?:(?= (?:remains?|is|was|are|were|has|have|will|would|must|should)\b)|{END})",
        ),
        (
            "authorisation",
            r"\b(?:the )?(?:requirements?|criteria|tests?|conditions) (?:for|of) "
            rf"(?:\w+ ){{0,5}}?authoris\w+{END}",
        ),
        (
            "system coverage",
            r"\b(?:(?:having|to have|move to|wants?) )?(?:integrated care systems?|icss?) "
            r"(?:\w+ ){0,2}?(?:cover\w*(?! (?:two|three|four|five|six|seven|eight|nine|\d|the"
            r" (?:two|three|four|five|six|seven|eight)))|across|everywhere|in (?:every|all|each))\b"
            rf"[^.;:,\"]{{0,80}}?{END}",
        ),
        (
            "reorganisation",
            r"\b(?:the |this |another )(?=(?:another|current|latest|planned|coalition|national|top"
            r"|nhs|health|reorg|restruct))(?:current |latest |planned |proposed |coalition's )?"
            r"(?:national |top-down |nhs |health service )*"
            r"(?:reorganisation|restructuring|restructure|shake-up)\b(?: of [^.;:,\"]{3,50})?",
        ),
        (
            "national policy",
            r"\b(?P<what>(?:every|each|all|no|both) (?:\w+ ){0,2}?(?:ccgs?|icbs?|boards?|groups?"
            r"|pcts?|trusts?|commissioners?|systems?|icss?|consorti(?:a|um)|practices?)"
            r" (?:must|should|shall|will have to|has to|have to|are required to|is required to|are"
            rf" expected to|is expected to|may) (?:{_WORDS}|,){{8,110}}?){END}",
        ),
        (
            "national policy",
            r"\b(?P<what>[^.;:\"]{8,110}, as (?:the )?(?:government|nhs england|nhs improvement"
            r"|ministers?|department|treasury|white paper|guidance|(?:national )?policy|regulator"
            r"|centre|act|bill|plan) (?:now |itself |says it )?(?:prefers?|requires?|wants?"
            r"|expects?|demands?|insists?|intends?|envisages?|prescribes?|asks?|lays down))\b",
        ),
        (
            "national policy",
            r"\b(?:minister|secretary|ministers|government|nhs england|department|nhse|chief"
            r" executive|commissioning board|paper)\b[^.;]{0,70}?\b(?P<what>it (?:is|was|would be"
            r"|will be) (?:up to|for|a matter for) [^.;:,\"]{4,60} to (?:decide|choose|settle"
            rf"|determine|agree|say)\b{_WORDS}{{0,60}}?){END}",
        ),
        (
            "boundaries",
            r"\b(?:icbs|ccgs|stps|icss|boards|groups|systems|two|both|they|commissioners|bodies)"
            r" (?:should|must|will|would|need to|ought to|have to) [^.;:,]{0,40}?\b(?:share|have"
            r"|follow|respect|match|keep to|sit within|cross)\b[^.;:,]{0,30}?\b(?:boundar(?:y|ies)"
            rf"|borders?|footprints?)\b{_WORDS}{{0,50}}?{END}",
        ),
        (
            "staff",
            r"\b(?:an? |the )?(?:employment|job|no[- ]redundancy) (?:commitment|guarantee|pledge"
            rf"|promise) (?:for|to|of|that|covering) {_WORDS}{{4,80}}?{END}",
        ),
        ("competition", r"\bany (?:willing|qualified) provider\b"),
        (
            "party policy",
            r"\b(?:government|labour|conservatives?|ministers?|party|coalition|democrats)\b"
            r"[^.;:\"]{0,30}?\b(?:would|will|to|plans? to|pledged to|promised to) "
            r"(?:encourage|introduce|bring in|legislate for|abolish|repeal|scrap) "
            rf"(?P<what>[^.;:,\"]{{8,90}}?)(?:(?= is | was | as )|{END})",
        ),
        (
            "law",
            r"\bunder (?:the )?[\w ]{0,40}(?:act|bill)(?: \d{4})?, "
            rf"(?P<what>[^.;:\"]{{10,140}}){END}",
        ),
        (
            "guidance",
            rf"\b(?<!director of )(?<!head of )(?<!gp )(?<!new constitution )(?<!in the"
            rf" ){DOCUMENT}\b(?! (?:lead|chief|director))"
            rf"[\"']?(?:(?:,| -| \() [^.;:\"]{{3,60}}(?:,| -"
            rf"|\)))?(?: \w+){{0,4}}? (?:says?|said|states?|stated|wants?|wanted|requires?"
            r"|required|commits?|committed|expects?|expected|sets? out|made clear|makes clear|asks?"
            rf"|promised|promises|proposes|proposed|would|will|tells?|told|insist(?:s|ed)|foresees"
            r"|envisages|allow(?:s|ed)|provides|ruled|rules)(?: to| that| for)?"
            rf" (?P<what>(?!\"?\S+$|[\"']?\S+[\"'](?:[,.]|$)|(?:before|by|later|soon"
            rf"|in) \S+$|receive |be (?:published|debated|introduced|passed|laid)\b)"
            rf"{_WORDS}{{10,160}}?){END}",
        ),
        (
            "national policy",
            rf"\bpolic(?:y|ies) of [^.;:,\"]{{8,80}}?(?:(?= (?:is|was|are|were|has|had)\b)|{END})",
        ),
        (
            "abolition",
            r"\b(?:paper|bill|act|legislation|government|ministers|secretary|reforms?|plans?|law)\b"
            r"[^.;]{0,60}?\b(?P<what>(?:abolish|scrap|replac|wind(?:ing)? up|do(?:ing)? away with"
            r"|dissolv)\w* (?:all )?(?:the )?(?:ccgs|pcts|icbs|shas|clinical commissioning groups"
            rf"|primary care trusts|strategic health authorities)\b{_WORDS}{{0,90}}?){END}",
        ),
        (
            "abolition",
            r"(?:^|, |\bthat |\ball )(?P<what>(?:ccgs|pcts|icbs|shas|clinical commissioning groups"
            r"|primary care trusts) (?:will|would|should|are to) (?:cease to exist|disappear"
            rf"|be (?:abolished|scrapped|wound up|dissolved))\b(?: in| from| by)?{_WORDS}{{0,90}}?)"
            rf"(?=[.,;]|$)",
        ),
        (
            "system coverage",
            r"\b(?:(?:one|a single|two|three|options?|plans?|proposals?"
            r"|several) )*(?:options?|plans?"
            r"|proposals?) (?:for|to) (?:plac|put)\w* (?:icss|integrated care systems|systems|them)"
            rf" on an? (?:statutory|legal) (?:footing|basis){_WORDS}{{0,40}}?{END}",
        ),
        (
            "system coverage",
            r"\b(?:one|a single) set of [\w -]{3,40}[\"']? (?:for|in|per|across) (?:each|every|an) "
            r"(?:ics|integrated care system|system)\b",
        ),
        (
            "deadline",
            r"\b(?:every|all|each) (?:\w+ ){0,3}?(?:ccgs?|systems?|icss?|stps?|icbs?|groups?"
            r"|consortia|areas?) (?:must|should|will have to|has to|have to|are required to"
            rf"|is required to|to) (?:\w+ ){{1,14}}?by (?:the end of )?(?:\d+ )?(?:{MONTH}"
            rf"|\d{{4}})"
            r"(?: \d{4})?",
        ),
    )
)
_COSTS: Final = ("cost", "budget", "allowance", "spending", "saving", "headcount", "reduction")
NEEDS: Final = {
    "running costs": (*_COSTS, "cut", "management", "saving"),
    "authorisation": ("authoris",),
    "system coverage": ("ics", "integrated care"),
    "reorganisation": ("reorganis", "restructur", "shake-up"),
    "party policy": ("encourage", "introduce", "bring in", "legislate", "abolish", "repeal",
        "scrap"),
    "law": ("under ",),
    "guidance": (
        "plan", "paper", "guidance", "view", "act ", "bill", "mandate", "constitution", "framework",
        "directions", "regulations", "blueprint", "next steps", "authorisation", "polic",
        "resolution",
        "criteria", "toolkit", "act,", "act)",
    ),
    "national policy": (" that ", "polic", "no ", "every ", "each ", "all ", "both ", ", as ",
        "for "),
    "staff": ("commitment", "guarantee", "pledge", "promise"),
    "competition": ("provider",),
    "abolition": (
        "cease to exist", "disappear", "wound", "abolish", "scrap", "replac",
        "wind", "away with", "dissolv",
    ),
    "boundaries": ("coterminous", "co-terminous", "align", "boundar"),
    "deadline": (" by ",),
}  # fmt: skip
"""Of which one stands in every sentence that a pattern of the name finds."""
