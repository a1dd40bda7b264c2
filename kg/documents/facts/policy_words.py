"""Words of policy: the one-CCG rule in either order, its hedges, and the documents that hold it."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

HEDGE: Final = words(
    r"""
        typically|usually|generally(?: speaking)?|normally|ordinarily|as a rule|in general
        as a general rule|by and large|in most cases|for the most part|mostly|broadly|as a norm
        tend(?:s|ed)? to
        in the main|commonly|more often than not|on the whole|typical|default|as standard
        or as near as|more or less
        most (?:systems|icss|areas|stps)
    """
)

_BODY: Final = (
    r"(?:(?:strategic |statutory )?(?:ccgs?|clinical commissioning groups?|commissioners?"
    r"|commissioning (?:group|body|organisation)s?|of (?:these|them)))"
)
_SYSTEM: Final = (
    r"(?:ics|icss|icses|stps?|stps?/ics|ics/stp|(?:integrated care|health|local|care) systems?"
    r"|systems?|sustainability and transformation partnerships?|footprints?|patch)"
)
_ONE: Final = r"(?:only one|just one|a single|one single|a sole|one|single|1)"
_EACH: Final = r"(?:per|(?:in|for|to|across|within|covering) (?:each|every|an?)|each|every|a)"
_MUST: Final = r"(?:will|would|should|must|to|has to|have to|needs? to|ought to|can|is|are)"
RULE: Final = re.compile(
    rf"\b{_ONE} (?:\w+ )?{_BODY}\b.{{0,70}}?\b{_EACH} [\"']?(?:\w+ )?{_SYSTEM}\b"
    rf"|\b(?:every|each|all|any|an?|the|{_SYSTEM})\b[^.]{{0,20}}?\b{_SYSTEM}\b"
    rf"[^.]{{0,90}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\b{_SYSTEM} (?:\([^)]*\) )?{_MUST}\b[^.]{{0,80}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\bone (?:ics|stp|system|footprint)[,:]? (?:and |means |equals )?one (?:ccg|commissioner)\b"
    rf"|\b(?:each|every|all) (?:such |of these |\w+ )?(?:area|county|patch|place|region|part of the"
    rf" country)s?\b[^.]{{0,60}}\b{_MUST}\b[^.]{{0,50}}\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\bthere {_MUST} (?:[\"']?\w+[\"']? )?be (?:\w+ )?{_ONE} (?:{_BODY}|group|board|body) "
    rf"(?:for|per|in|to|across|covering) (?:an area|every|each|any|a \w+)\b"
    rf"|\beach {_MUST}\b[^.]{{0,50}}\b{_ONE} (?:\w+ )?{_BODY}\b"
)
"""The one-CCG rule."""
SAME_AREA: Final = re.compile(
    rf"\b{_BODY}\b[^.]{{0,40}}?\b(?:cover|match|align|mirror|coterminous|the same (?:area"
    rf"|footprint)"
    rf"|boundaries)\b[^.]{{0,50}}?\b{_SYSTEM}\b"
)
"""The rule told by areas."""
UNHEDGED: Final = re.compile(
    r"\b(?:remov|dropp?|delet|omit|ignor|forg[eo]t|skip|cross|strip|los|leav|left|without|miss"
    r"|neglect|overlook)\w*\b[^.]{0,30}?[\"'](?:typically|usually|generally|normally)[\"']?"
    r"(?: when [a-z ]+)?"
    r"|[\"'](?:typically|usually|generally|normally)[\"'][^.]{0,40}\b(?:vanish|disappear|gone"
    r"|missing"
    r"|dropped|lost|removed|forgotten|fallen)\w*"
)
"""Talk of leaving its hedge out."""
HARDENED: Final = re.compile(
    r"\b(?:it|this|that|the word|which) (?:had |has |was |have )?(?:\w+ )?(?:been )?(?:become"
    r"|became"
    r"|turned into|hardened (?:in)?to|changed to|replaced by|been read as|read as|taken as"
    r"|interpreted as|treated as)(?: meaning)? (?:[\"'](?:will|must|shall|always|should|would)[\"']"
    r"|always\b|compulsory|mandatory)"
)
"""Talk of its hedge turned into an order."""
DOCUMENT: Final = (
    r"(?:(?:long[- ]term|ten[- ]year|10[- ]year|five[- ]year) plan"
    r"|(?:operational )?plan(?:ning guidance)|operational plan|white paper"
    r"|guidance|(?:five year )?forward view|health and (?:social )?care (?:act|bill)|mandate"
    r"|act|bill|constitution|framework|directions|regulations|(?:model )?icb blueprint|blueprint"
    r"|next steps(?: document)?|towards authorisation|policy (?:passed|agreed)|operating framework"
    r"|resolution|criteria|toolkit|policy)"
)
