"""Bodies named in a line that is all in capitals: `KENT COUNTY COUNCIL`, `NHS DORSET CCG`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.documents.mentions.names.gazetteer import Gazetteer
from kg.documents.mentions.names.type_words import Named
from kg.documents.patterns import compiled

_LINE = compiled(
    r"(?m)^(?:NHS )?(?P<name>[A-Z][A-Z',&-]*(?: [A-Z][A-Z',&-]*){0,9}?) "
    r"(?:(?P<localAuthority>(?:METROPOLITAN |BOROUGH |CITY |COUNTY |DISTRICT )*COUNCIL)"
    r"|(?P<ccg>CCG|CLINICAL COMMISSIONING GROUP)|(?P<icb>ICB|INTEGRATED CARE BOARD)"
    r"|(?P<pct>PCT|PRIMARY CARE TRUST))(?=$|[:,.–—-]| [A-Z(–-])"
)


def shouted(text: str, gazetteer: Gazetteer) -> Iterator[Named]:
    """Give the bodies whose known name, in capitals, opens a line."""
    for found in _LINE.finditer(text):
        code = found.lastgroup or ""
        if gazetteer.has(found["name"], code):
            name = _in_small(found[0])
            core = _in_small(found["name"])
            yield Named(found.start(), found.end(), name, core, code)


def _in_small(words: str) -> str:
    """A name in capitals as it is written elsewhere.

    >>> _in_small("NHS ISLE OF WIGHT CCG")
    'NHS Isle of Wight CCG'
    """
    small = {"OF", "AND", "THE", "UPON", "ON", "WITH", "UNDER", "IN"}
    kept = {"NHS", "CCG", "ICB", "PCT"}
    return " ".join(
        word if word in kept else word.lower() if word in small else word.title()
        for word in words.split()
    )
