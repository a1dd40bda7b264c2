"""Bodies that a text knows by their place alone: `Frimley ICB`, `Bradford CCGs`."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.subjects import Scene

_KINDS: Final = {"ccg": "CCGs", "icb": "ICBs", "pct": "PCTs"}


def place_group(scene: Scene, place: str, kind: str = "") -> Party:
    """The bodies of a place as one party: `Bradford CCGs`, or `CCGs in Kent` where so worded."""
    kind = kind if kind in _KINDS else scene.usual_type
    name = re.escape(place)
    worded = re.search(
        rf"{_IN}(?:[\w ]+ and )?{name}\b(?!,? where\b)|{_FIRST.format(name)}", scene.text
    )
    is_worded = worded is not None or not place[:1].isupper()
    told = f"{_KINDS[kind]} in {place}" if is_worded else f"{place} {_KINDS[kind]}"
    return Party(f"{kind}/{place}", told, kind)


_IN: Final = (
    r"\b(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
    r"(?: \w+)?(?: groups| CCGs| ICBs| boards| commissioners)?|CCGs|ICBs|mergers?|unions?"
    r"|plans?|applications?) (?:in|across|for) "
)
_FIRST: Final = (
    r"\bIn {},? (?:by contrast,? |meanwhile,? |too,? )?(?:an?|the) (?:merger|plan|union)\b"
)
"""How a text words groups that it tells of as those "in" their place."""


def place_party(place: str, kind: str) -> Party:
    """The one commissioner of a place: `Frimley ICB`."""
    return Party(f"one {kind}/{place}", f"{place} {_KINDS.get(kind, 'CCGs')[:-1]}", kind)
