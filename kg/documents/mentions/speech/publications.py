"""Documents that a text speaks of: `the King's Fund report`, `a letter from NHS England`."""

from __future__ import annotations

import re

from kg.documents.mentions.model import Publication
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.text.coded import Coded, O, number_of
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled
from kg.model.names import slug

NOUN = (
    r"(?i:report|letter|paper|papers|document|documents|statement|study|review|survey|guidance"
    r"|plan|plans|e-?mail|memo|minutes"
    r"|submission|strategy|consultation|business case|briefing|motion|research|analysis"
    r"|long[- ]term plan|blueprint|framework|specification|forward view|mandate|factsheet|webinar"
    r"|publication|white paper|bulletin|newsletter|resolution"
    r"|prospectus|constitution|bill|act|petition|poll|book|blog|article|editorial|leaflet"
    r"|proposal document|case for change|slides?|presentation|poster|tweet|website|press release"
    r"|press notice|circular|manifesto|FAQs?|pamphlet|flyer|dossier|application|handbook|toolkit"
    r"|announcement|evaluation|inquiry|(?:impact|options) (?:assessment|appraisal))"
)
_SINGULAR = {"papers": "paper", "plans": "plan"}
_WORD = (
    r"(?!of\b|for\b|in\b|by\b|to\b|at\b|from\b|with\b|and\b|or\b|on\b|into\b|that\b|which\b"
    r"|who\b|was\b|were\b|is\b|are\b|has\b|had\b"
    r"|will\b|would\b|the\b|said\b|says\b|told\b|added\b|as\b|but\b|be\b|been\b|have\b|not\b"
    r"|it\b)[\w-]+"
)
_PATTERN = compiled(
    rf"(?P<by>{O})(?:'s?)?(?:-(?:funded|commissioned|backed"
    rf"|led))? (?:{_WORD} ){{0,2}}(?P<noun>{NOUN})\b"
    rf"|\b(?P<the>[Tt]he|[Aa]n?|[Ii]ts|[Tt]heir|[Tt]his|[Tt]hat|[Hh]is"
    rf"|[Hh]er) (?:{_WORD} ){{0,3}}?(?P<noun2>{NOUN})\b(?! (?:sites?|areas?|respondents?))"
    rf"(?: (?:by|from|of|carried out by|commissioned by|published by|written by|to"
    rf"|sent by)(?: the)? (?P<by2>{O})"
    rf"|,? (?:(?:which|that) (?:was|were) |[a-z]+ and )?(?:first |jointly )?(?:published|issued"
    rf"|released|written|produced|sent|drawn up|drafted|prepared|circulated|commissioned)"
    rf"(?: (?:in|on|last|this|earlier) (?:\w+ ){{1,3}}| (?:\w+day )?)by(?: the)? (?P<by3>{O}))?"
)
_OF_IT = compiled(
    r"[Tt]he (?:think[- ]tank|charity|union|watchdog|regulator|committee|network|association"
    r"|institute"
    r"|body|group|trust|fund|federation|department|MPs|researchers)'s? "
)
"""What a document's maker is called after it was named: `the think tank's report`."""
_BY = compiled(
    rf"^[^.\n]{{0,80}}?\b(?:carried out|published|commissioned|produced|written|conducted"
    rf"|prepared)? ?by(?: the)? ({O})"
)


def publications(view: View, coded: Coded, cast: Cast) -> list[tuple[int, int, Publication]]:
    """Give the documents of a text in order, with their folded places.

    `the report` is the last report named with its maker, where there is one.
    """
    found: list[tuple[int, int, Publication]] = []
    makers: dict[str, str] = {}
    for match in _PATTERN.finditer(coded.text):
        noun = (match["noun"] or match["noun2"]).lower()
        noun = _SINGULAR.get(noun, noun)
        maker = (
            match["by"]
            or (match["by2"] if not re.search(r" to(?: the)? .$", match[0]) else None)
            or match["by3"]
        )
        if _OF_IT.match(match[0]):
            before = re.findall(O, coded.text[max(0, match.start() - 400) : match.start()])
            maker = before[-1] if before else maker
        if maker and re.search(r"-(?:funded|commissioned|backed|led) ", match[0]):
            maker = None
        by = cast.bodies[number_of(maker)].name if maker else makers.get(noun, "")
        if maker:
            makers[noun] = by
        start, end = coded.at(match.start()), coded.at(match.end())
        key = f"document/{slug(f'{by} {noun}')}"
        found.append((start, end, Publication(view.span(start, end), noun, "", by, key)))
    if "report" not in makers and (by := _made_by(coded, cast, found)):
        found = [
            (a, b, Publication(one.span, one.kind, "", by, f"document/{slug(f'{by} report')}"))
            if one.kind in {"report", "study", "research"} and not one.by else (a, b, one)
            for a, b, one in found
        ]  # fmt: skip
    return found


def _made_by(coded: Coded, cast: Cast, found: list[tuple[int, int, Publication]]) -> str:
    """Who carried out `the research` of a text that names its maker far from `the report`."""
    for match in re.finditer(r"\b(?:research|study|report|survey)\b", coded.text):
        told = _BY.match(coded.text[match.end() : match.end() + 100])
        if told and found:
            return cast.bodies[number_of(told[1])].name
    return ""
