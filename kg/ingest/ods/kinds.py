"""What kind of body an official row is of: ODS's files do not say it in one column."""

from __future__ import annotations

import re
from typing import Final

TYPES: Final = {
    "ccg": "ccg", "sub-icb-location": "subIcbLocation", "icb": "icb", "stp": "stp",
    "region": "nhsRegion", "pct": "pct", "sha": "sha", "area-team": "areaTeam",
    "gp-practice": "gpPractice", "csu": "csu", "council": "localAuthority",
    "district": "district", "trust": "provider", "other": "unspecifiedAgent",
}  # fmt: skip
"""The code of list *type* for each kind that an IRI may name."""
PREFIXES: Final = {
    "CCG": "ccg", "SICBL": "sub-icb-location", "LOC": "sub-icb-location", "ICB": "icb",
    "STP": "stp", "NHSER": "region", "NHSRL": "area-team", "LAD": "district", "PCO": "pct",
    "PCT": "pct", "SHA": "sha",
}  # fmt: skip
"""The kind for each prefix in a heading of ONS."""
AFFILIATIONS: Final = {"sub-icb-location": "locationOf", "ccg": "inSystem"}
"""The code of list *affil* for a kind of member; `partOf` for all others."""
_ROLES: Final = {
    "RO319": "sub-icb-location", "RO318": "icb", "RO98": "ccg", "RO177": "gp-practice",
    "RO213": "csu", "RO141": "council", "RO197": "trust", "RO209": "region",
}  # fmt: skip
_NAMES: Final = (
    (re.compile(r" ICB - [0-9A-Z]{3,5}$|SUB[- ]ICB LOCATION$"), "sub-icb-location"),
    (re.compile(r"INTEGRATED CARE BOARD$| ICB$"), "icb"),
    (re.compile(r"\bCCG$|CLINICAL COMMISSIONING GROUP$"), "ccg"),
    (re.compile(r"COMMISSIONING SUPPORT UNIT$|\bCSU$"), "csu"),
    (re.compile(r"COMMISSIONING REGION$"), "region"),
    (re.compile(r"PRIMARY CARE TRUST$|\bPCT$"), "pct"),
    (re.compile(r"STRATEGIC HEALTH AUTHORITY$"), "sha"),
    (re.compile(r"AREA TEAM$"), "area-team"),
    (re.compile(r"\bSTP$|TRANSFORMATION PARTNERSHIP$"), "stp"),
    (re.compile(r"NHS (FOUNDATION )?TRUST$"), "trust"),
    (re.compile(r"COUNCIL$"), "council"),
)
_CODES: Final = (
    (re.compile(r"[A-HJ-NPVWY]\d{5}"), "gp-practice"),
    (re.compile(r"Y\d{2}"), "region"),
    (re.compile(r"R[0-9A-Z]{2}"), "trust"),
)


def told(role: str, name: str) -> str:
    """The kind that the role or the name of a row tells for certain; else empty.

    >>> told("", "NHS DARLINGTON CCG"), told("RO319", "NHS SOUTH YORKSHIRE ICB - 02P")
    ('ccg', 'sub-icb-location')
    """
    if kind := _ROLES.get(role):
        return kind
    upper = name.upper()
    return next((kind for pattern, kind in _NAMES if pattern.search(upper)), "")


def guessed(code: str) -> str:
    """The kind that the form of a code suggests; `other` where it suggests none.

    >>> guessed("A81001"), guessed("8HK01")
    ('gp-practice', 'other')
    """
    return next((kind for pattern, kind in _CODES if pattern.fullmatch(code)), "other")


def folded(name: str) -> str:
    """A name without what registers write now so and now so: capitals, marks, `&`, kinds in full.

    >>> folded("NHS Durham Dales, Easington & Sedgefield CCG")
    'nhs durham dales easington and sedgefield ccg'
    """
    text = name.casefold().replace("&", " and ").replace("’", "").replace("'", "")
    text = " ".join(_NOT_WORD.sub(" ", text).split())
    for whole, short in _SHORT:
        text = text.removesuffix(whole) + short if text.endswith(whole) else text
    return text


_NOT_WORD = re.compile(r"[^\w]+|_")
_SHORT: Final = (
    ("integrated care board", "icb"),
    ("clinical commissioning group", "ccg"),
    ("commissioning support unit", "csu"),
    ("primary care trust", "pct"),
)
