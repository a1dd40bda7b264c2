"""Regional offices of national bodies: `NHS England Midlands and East`, `its south west team`."""

from __future__ import annotations

from collections.abc import Iterator

from kg.documents.patterns import compiled

_REGION = (
    r"North of England|South of England|Midlands and East(?: of England)?|East of England|London"
    r"|North East and Yorkshire|Yorkshire and the Humber|North East|North West|South West"
    r"|South East"
    r"|Midlands|South|North"
)
_REGIONAL = compiled(
    rf"(?:'s)?(?: regional (?:team|office)| region(?:al team)?)? ?(?:(?:[–—,(]"
    rf"|-(?= )) ?(?:the )?|for (?:the )?| )?"
    rf"(?:the )?(?P<region>{_REGION})\b(?P<tail> region(?:al (?:team|office))?)?(?! (?:CCG|ICB"
    rf"|STP|ICS|[A-Z]))"
)
_OFFICE = compiled(
    rf"(?:'s)? (?:the )?(?P<region>(?i:{_REGION}))(?: region(?:al)?)? (?:team|office|region"
    rf"|division)\b"
)
"""The office of a region in any letters: `'s midlands and east office`."""
_ITS = compiled(
    rf"\b[Ii]ts (?P<region>{_REGION}) (?:region(?:al)?(?: team| office)?|team|office)\b"
)
_NEAR = compiled(r"\b(?:NHS England|NHSE|NHSEI)\b(?![^\n]*\b(?:Council|Unison|BMA|LMC)\b)")
_FAR = 240
"""Characters before "its" in which it is told whose region is meant."""


def regional(text: str, start: int, end: int) -> tuple[int, str] | None:
    """Where the name of a regional office that starts with a national body ends, and the region.

    >>> regional("NHS England Midlands and East said", 0, 11)
    (29, 'Midlands and East')
    """
    office = _OFFICE.match(text, end)
    if office:
        return office.end(), office["region"]
    found = _REGIONAL.match(text, end)
    if not found or (not text[end : found.start("region")].strip() and text[end] != " "):
        return None
    between = text[end : found.start("region")]
    if ("," in between or "(" in between) and "region" not in between:
        return None
    return found.end(), found["region"]


def own_regions(text: str) -> Iterator[tuple[int, int, str]]:
    """Give the regions that NHS England, named shortly before, is said to have.

    >>> list(own_regions("NHS England said its South West region would rule."))
    [(21, 38, 'South West')]
    """
    for found in _ITS.finditer(text):
        if _NEAR.search(text, max(0, found.start() - _FAR), found.start()):
            yield (found.start("region"), found.end(), found["region"])
