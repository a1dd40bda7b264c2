"""Bodies that a text knows by their place alone: `Frimley ICB`, `Bradford CCGs`."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_KINDS: Final = {"ccg": "CCGs", "icb": "ICBs", "pct": "PCTs"}


def place_group(scene: Scene, place: str, kind: str = "") -> Party:
    """The bodies of a place as one party: `Bradford CCGs`, or `CCGs in Kent` where so worded."""
    kind = kind if kind in _KINDS else scene.usual_type
    is_worded = _is_worded(scene.text, place) or not place[:1].isupper()
    told = f"{_KINDS[kind]} in {place}" if is_worded else f"{place} {_KINDS[kind]}"
    return Party(f"{kind}/{place}", told, kind)


def _is_worded(text: str, place: str) -> bool:
    """Whether a text tells of groups "in" a place, not by its name: `CCGs in Kent`."""
    start = text.find(place) if place else -1
    while start >= 0:
        end = start + len(place)
        is_in = _IN.search(text, max(0, start - _FAR), start) and _ENDS.match(text, end)
        if is_in or (_FIRST.search(text, max(0, start - 4), start) and _CHANGE.match(text, end)):
            return True
        start = text.find(place, end)
    return False


_FAR: Final = 160
"""Characters before a place in which groups in it, and in one before it, are told of."""
_IN: Final = compiled(
    r"\b(?:(?:[Tt]wo|[Tt]hree|[Ff]our|[Ff]ive|[Ss]ix|[Ss]even|[Ee]ight|[Nn]ine|[Tt]en)"
    r"(?: \w+)?(?: groups| CCGs| ICBs| boards| commissioners)?|CCGs|ICBs|mergers?|unions?"
    r"|plans?|applications?) (?:in|across|for) (?:[\w ]+ and )?$"
)
_ENDS: Final = compiled(r"\b(?!,? where\b)")
_FIRST: Final = compiled(r"\bIn $")
_CHANGE: Final = compiled(
    r",? (?:by contrast,? |meanwhile,? |too,? )?(?:an?|the) (?:merger|plan|union)\b"
)


def place_party(place: str, kind: str) -> Party:
    """The one commissioner of a place: `Frimley ICB`."""
    return Party(f"one {kind}/{place}", f"{place} {_KINDS.get(kind, 'CCGs')[:-1]}", kind)
