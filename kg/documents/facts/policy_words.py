"""Words of policy: the one-CCG rule in either order, its hedges, and the documents that hold it."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.vocabulary import words

HEDGE: Final = words(
    r"""
        typically|usually|generally(?: speaking)?|normally|ordinarily|as a rule|in general
        by and large|in most cases|for the most part|mostly|broadly|as a norm|tend(?:s|ed)? to
        in the main|commonly|more often than not|on the whole|typical|default|as standard
    """
)

_BODY: Final = (
    r"(?:(?:strategic |statutory )?(?:ccgs?|clinical commissioning groups?|commissioners?"
    r"|commissioning (?:group|body|organisation)s?))"
)
_SYSTEM: Final = (
    r"(?:ics|icss|icses|stps?|stps?/ics|ics/stp|(?:integrated care|health|local|care) systems?"
    r"|systems?|sustainability and transformation partnerships?|footprints?|patch)"
)
_ONE: Final = r"(?:only one|just one|a single|one single|a sole|one|single|1)"
_EACH: Final = r"(?:per|(?:in|for|to|across|within|covering) (?:each|every|an?)|each|every|a)"
_MUST: Final = r"(?:will|would|should|must|to|has to|have to|needs? to|ought to|can|is|are)"
RULE: Final = re.compile(
    rf"\b{_ONE} (?:\w+ )?{_BODY}\b.{{0,70}}?\b{_EACH} (?:\w+ )?{_SYSTEM}\b"
    rf"|\b(?:every|each|all|any|an?|the|{_SYSTEM})\b[^.]{{0,20}}?\b{_SYSTEM}\b"
    rf"[^.]{{0,90}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
    rf"|\b{_SYSTEM} (?:\([^)]*\) )?{_MUST}\b[^.]{{0,80}}?\b{_ONE} (?:\w+ )?{_BODY}\b"
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
)
"""Talk of leaving its hedge out."""
DOCUMENT: Final = (
    r"(?:long[- ]term plan|(?:operational )?plan(?:ning guidance)|operational plan|white paper"
    r"|guidance|(?:five year )?forward view|health and (?:social )?care (?:act|bill)|mandate"
    r"|act|bill)"
)
