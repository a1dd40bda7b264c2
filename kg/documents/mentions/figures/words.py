"""How figures are written: hedges, fractions, and the numbers that count nothing."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.figures.numbers import NUMBER
from kg.documents.patterns import compiled

MORE: Final = (
    r"more than|over|above|at least|upwards of|in excess of|exceeding|a minimum of|well over"
    r"|just over|greater than|no fewer than|no less than|north of"
)
LESS: Final = (
    r"fewer than|less than|under|below|just under|well under|up to|no more than|not more than"
    r"|as many as|as much as|a maximum of|at most|just shy of|short of"
)
ABOUT: Final = (
    r"about|around|roughly|some|nearly|almost|approximately|approx\.?|circa|c\.|an estimated"
    r"|estimated|close to|say|say around|in the region of|somewhere around|typically|perhaps"
    r"|maybe"
)
HEDGE: Final = compiled(
    rf"(?<![\w-])(?:(?:{MORE}|{LESS}|{ABOUT}|well|just|say|the) )+$", re.IGNORECASE
)
"""The hedge right before a number."""
HEDGED: Final = compiled(rf"\b(?:{ABOUT}|well|just(?= over| under| shy))(?!\w)", re.IGNORECASE)
"""A hedge that says that the number is not exact."""
BOUNDS: Final = (
    ("more than", compiled(rf"\b(?P<word>(?<!no )(?<!not )(?:{MORE}))\b")),
    ("fewer than", compiled(rf"\b(?P<word>{LESS})\b")),
)
PLAIN_BOUNDS: Final = {
    "at least": "at least", "no fewer than": "at least", "no less than": "at least",
    "a minimum of": "at least", "up to": "up to", "no more than": "up to", "not more than": "up to",
    "as many as": "up to", "as much as": "up to", "at most": "up to", "a maximum of": "up to",
}  # fmt: skip
_PART = "half|halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?"
_SMALL = "one|two|three|four|five|six|seven|eight|nine"
_FRACTION = (
    rf"(?P<fraction>(?P<times>{_SMALL})[ -](?P<part>{_PART})\b"
    rf"|(?:an? )?(?P<part2>{_PART})(?= of\b| the\b| its\b| their\b| all\b| our\b)"
    r"|an? (?P<part3>third|quarter|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?=[.,;:)\"'–]|\n| (?:and|or|by|in|from|more|less|fewer|were|was|said|say|voted|are|have"
    r"|had"
    r"|would|will|to|over|since|as|on|is|was|last|this|compared|between|within|before|after"
    r"|but|off|out|onto|below|above|lower|higher|smaller|larger|bigger|leaner|cheaper|shorter|did"
    r"|do|does|backed|opposed|wanted|felt|thought|work|support|oppose|-)\b)"
    r"|(?:(?<=by )|(?<=than ))(?P<part4>half)\b"
    rf"|(?P<share>{_SMALL}|\d) (?:in|out of(?= ten\b| 10\b| every\b)|in every|out of every)"
    r" (?P<outof>two|three|four|five|six|seven|eight|nine|ten|\d\d?)\b)"
)
FIGURE: Final = compiled(
    rf"(?<![\w.,/&-])(?=[\d£toenfshaTOENFSHA])(?P<core>"
    rf"{_FRACTION}"
    rf"|(?P<pound>£ ?)?(?P<first>{NUMBER})"
    rf"(?:(?P<to> ?[-–—] ?| to | and |-to-| or (?=\d{{1,3}}\b(?! ?%| ?per)|[a-z]+ty\b))"
    rf"(?P<pound2>£ ?)?(?P<second>{NUMBER}))?"
    rf"(?P<percent> ?%| ?per ?cent\b| ?pc\b| ?percentage points?\b)?(?P<odd>-odd|-ish| or so"
    rf"| or more| or fewer| plus\b|\+)?"
    rf"(?P<pounds> pounds\b)?(?P<strong>-strong\b)?)(?![\w]|[.,/]\d|-(?:year|month|week|day|point"
    r"|page|tier|bed|hour|minute|step|fold|way(?! (?:merger|union|deal|tie))|stage|part|term)"
    r"|/\w)",
    re.IGNORECASE,
)
"""A number with all that is written with it, hedge left out."""
YEARS: Final = compiled(r"(?:19|20)\d\d(?: to | and | or | ?[-–—] ?)\S")
"""A year before another number: no range."""
LABELLED: Final = compiled(
    r"(?:\b(?:page|pages|pp?\.?|section|sections|item|table|figure|fig\.|phase|wave|level|stage"
    r"|article|band"
    r"|no\.|number|paragraph|para|chapter|clause|schedule|appendix|annex|part|tier|day|room"
    r"|floor|version"
    r"|risk|score|objective|recommendation|priority|goal|principle|slide|line|draft|lot|session"
    r"|covid|aged|age|ward|tel|telephone|phone|fax|option|act|regulation|rule|category|grade"
    r"|volume|issue|question"
    r"|q|top"
    r"|radio|channel|cohort|world war|week|year|domain):?"
    r"|[#@€$]|\d[./:]|\b0\d{2,5}|\b0\d{2,4} \d{3,4}|\b(?:www|http)\S*) ?$",
    re.IGNORECASE,
)
"""Words before a number that make it a label, a telephone number or a foreign sum."""
AGE: Final = compiled(r"\w\)?, $|\b(?:is|was|turned|now) $")
TIME: Final = compiled(
    r"(?:-| )?(?:years?|months?|weeks?|days?|hours?|minutes?|seconds?|decades?|centuries|century"
    r"|pages?"
    r"|am|pm|o'clock|nights?)\b"
    r"|(?:st|nd|rd|th)\b| (?:more |further |full |consecutive |financial |calendar "
    r"|working )(?:years?|months?|weeks?|days?)\b|[.:]\d\d\b",
    re.IGNORECASE,
)
ORDINAL: Final = compiled(
    r"\b(?:first|second|third|fourth|last|next|final|other|latter|this|each|every) $"
)
VAGUE: Final = compiled(
    r" (?:thing|side|reason|way|point|question|word|time|part|issue|example|half|halves|third"
    r"|hand|end|month"
    r"|aspect|kind|sort|form|phase|strand|step|occasion|fronts?|places at once|(?:sets|lots"
    r"|versions|copies|bites) (?:of everything|at)|of these|of them|of us|of those"
    r"|of which|or three|more(?! (?:that|which|groups?|ccgs?|icbs?|boards?|mergers?)\b)"
    r"|others?\b(?! (?:groups|ccgs|icbs|pcts|boards|mergers|areas|systems|bodies)))",
    re.IGNORECASE,
)
ONE_OF_A_ROW: Final = compiled(
    r"\b(?:at|with|into|for|on|as|be|is|was|in|become|form|join|create|add|merge|close) $"
)
"""Words before "a third" that is one more of its kind, and no share."""
ABSTAINED: Final = compiled(
    r" (?:(?:member|gp|practice|governor|councillor|director) )?(?:abst\w+|voted\b|opposed\b"
    r"|against\b"
    r"|was (?:against|absent|opposed)\b|rejected\b|spoil\w+)",
    re.IGNORECASE,
)
"""What makes "one" a figure: the end of a tally, `three opposed it and one abstained`."""
TALLY: Final = compiled(
    r"\b(?:(?:\d+|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|[a-z]+teen|[a-z]+ty)\b"
    r"[^.;]{0,60}(?:,|;| and| but| with) )$",
    re.IGNORECASE,
)
"""Words of a tally before its last number."""
LASTS: Final = compiled(
    r"\b(?:takes?|took|taken|taking|eats?(?: up)?|ate(?: up)?|consumes?|consumed|swallows?"
    r"|swallowed|uses?"
    r"(?: up)?|lasts?|lasted|wastes?|wasted|loses?|lost)"
    r" (?:(?:about|around|up to|at least|over|more than|some|nearly|almost|roughly|another"
    r"|well) )*$",
    re.IGNORECASE,
)
"""Words before a time that something takes: a figure, unlike the time when something is."""
APART: Final = compiled(
    r" (?:years?|months?) (?:below|above|shorter|lower|longer|less|more|fewer|higher)\b(?! of\b)"
)
"""A number of years by which something differs from something else."""
ADDRESS: Final = compiled(
    r" [A-Z][a-z]+(?: [A-Z][a-z]+)?, [A-Z]| [A-Z]\w+ (?:Street|Road|Lane|Avenue|Square|Way"
    r"|Place|House|Court|Close|Drive)\b"
)
CLOCK: Final = compiled(r"(?:[01]?\d|2[0-3])\.[0-5]\d")
"""A time of day as minutes have it: `14.00`."""
AT_TIME: Final = compiled(r"(?:\b(?:at|from|until|till|to|by)|\b\d{4},?|day,?) $")
"""Words before such a time: a date, `at`."""
NUMBERED: Final = compiled(r"\d+(?:\.\d+)+\.? (?!million|billion|m\b|bn\b|per )|\d+[.)] ")
"""The number of a section or an item at the start of a line."""
