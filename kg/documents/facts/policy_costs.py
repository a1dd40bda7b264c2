"""What is required of the costs of bodies: the clauses of caps, cuts and frozen budgets."""

from __future__ import annotations

import re
from typing import Final

_BODIES: Final = (
    r"(?:(?:(?:the|all|these|those|every|each|most|both|local|remaining|\d+|(?:twen|thir|for|fif"
    r"|six"
    r"|seven|eigh|nine)ty(?:-[a-z]+)?|two|three|four|five|six) ){0,2}(?:ccgs?|icbs?"
    r"|boards?|groups?|bodies|integrated care boards|clinical commissioning groups|commissioners"
    r"|systems|organisations|trusts|pcts|primary care trusts|they|we|it))"
)
_COST: Final = (
    r"(?:(?:(?:ccg|icb|pct|their|its|our|the|total|nhs|present|current|commissioners') )*"
    r"(?:(?:running|management|administrative|administration|admin|overhead|back[- ]office)"
    r" (?:and \w+ )?(?:costs?|budgets?|spending|spend|bills?|allowances?)|head ?count|overheads"
    r"|bureaucracy)\b(?: allowances?)?)"
)
_CUT: Final = (
    r"(?:cut|cuts|cutting|reduc\w+|lower\w*|halv\w+|fall|falls|drop|drops|save|saving|lose|losing"
    r"|cap|capped|bring|come|go|get|trim\w*|shed|slash\w*|fre?e?ez\w*|frozen|shrink|hold|held|take"
    r"|strip|find|deliver|make|kept|keep|stay|remain|live within|meet|rise)"
)
_MUST: Final = (
    r"(?:must|have to|has to|had to|(?<!the )(?<!a )needs? to|should|will have to|would have to"
    r"|ought to|shall"
    r"|(?:is|are|was|were|be|been|being) (?:\w+ )?(?:to|told|asked|required|ordered|instructed"
    r"|expected|obliged|due|set|made|given|warned)\b(?! (?:whether|if|by|why|how|about)\b)"
    r"|told|asked|required|ordered|instructed|obliged)"
)
_AMOUNT: Final = (
    r"(?:£?\d[\d.,]*(?:m|bn|k)?(?: ?(?:%|per ?cent|million|billion))?"
    r"|(?:a |an |one )?(?:half|third|quarter|fifth|tenth)|[a-z]+(?:-[a-z]+)? per ?cent)"
)
_WORDS: Final = r"(?:[^.;:\"(]|\.(?=\d)|\([^)]{1,40}\))"
_STOP: Final = (
    r"(?=,(?!\d)(?! or (?:about|around))|\.(?!\d)|[;:\"]| - | because | but | although | and that |"
    r" so that | which | while |$)"
)
COSTS: Final = tuple(
    re.compile(pattern)
    for pattern in (
        rf"\b{_COST} (?:\([^)]{{1,40}}\) )?{_MUST} {_WORDS}{{0,50}}?\b(?:{_CUT}|{_AMOUNT}"
        rf" (?:smaller|lower|less|below|leaner)|no (?:more|higher))\b{_WORDS}{{0,80}}?{_STOP}",
        rf"\b(?:{_BODIES} )?(?:have |had |has |also |now )*{_MUST} {_WORDS}{{0,45}}?\b{_CUT}"
        rf" {_WORDS}{{0,45}}?\b{_COST}\b{_WORDS}{{0,80}}?{_STOP}",
        rf"\b{_COST} (?:will be |are |is |were |being |to be |has been |have been )?(?:held|frozen"
        rf"|capped|pegged|limited|fixed|kept|ring-fenced|set) (?:\w+ )?(?:flat|steady|down|at|to"
        rf"|until|for|by|within|in cash)\b{_WORDS}{{0,60}}?{_STOP}",
        rf"\b{_CUT} {_WORDS}{{0,30}}?{_COST}\b{_WORDS}{{0,30}}?,? (?:in line with|to meet"
        rf"|as required by|as demanded by|to comply with|to satisfy|to hit) (?:the |a |its )?"
        rf"{_WORDS}{{0,50}}?{_STOP}",
        rf"\b{_COST} (?:have |has |had )?(?:dropped|fallen|fell|gone down|come down|been cut|risen)"
        rf" {_WORDS}{{0,30}}?,? (?:short of|against|towards|of|missing|beyond) the {_AMOUNT}"
        rf"{_WORDS}{{0,20}}? (?:asked|required|demanded|target\w*|sought|wanted|expected)\b"
        r"(?: \w+)?",
        rf"\b(?:for )?(?:{_BODIES}|them) (?:are |is |were |will )?(?:to |have to |must )?"
        rf"(?:manage|run|operate|make do|get by|cope) on (?:\w+ ){{0,4}}?(?:less|smaller)\b"
        rf"{_WORDS}{{0,40}}?{_STOP}",
        r"\b(?:an? |the )(?:[\w£.,%-]+ ){0,4}?(?:cap|ceiling|limit|cut|freeze|reduction) "
        rf"(?:on|to|in|of) (?:{_AMOUNT} (?:to|in|on|off) )?{_COST}\b{_WORDS}{{0,50}}?{_STOP}",
        rf"\b{_COST} of {_AMOUNT}(?: (?:a|per) (?:head|patient|person)(?: of population)?"
        r"| per cent)",
        rf"\bthe (?:target|cap|ceiling|limit|allowance|saving|cut|reduction) of {_AMOUNT}"
        rf"\b{_WORDS}{{0,50}}?{_STOP}",
        r"(?:£\d[\d.,]*(?: per| a) head(?: of population)? (?:running cost )?(?:allowance|cap|limit"
        r"|target|ceiling|budget))",
    )
)
"""Patterns of the running-cost policies, the fullest first."""
COST_WORDS: Final = re.compile(
    r"\b(?:costs?|budgets?|spending|spend|bills?|allowances?|head ?count|overheads|bureaucracy"
    r"|less|smaller|head|target|cap|ceiling|limit|saving|cut|reduction)\b"
)
"""One of these stands in every sentence that such a policy is told in."""
