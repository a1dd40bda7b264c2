"""Mergers of many bodies told as numbers alone: "eighty-six groups are in line to become 19"."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.changes.cues import Cue
from kg.documents.facts.model import Party
from kg.documents.facts.progress.effects import day_of
from kg.documents.facts.progress.statuses import statuses_of
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.mentions.figures.numbers import NUMBER, number
from kg.documents.patterns import compiled

_NOUN: Final = (
    r"(?:ccgs|icbs|pcts|clinical commissioning groups|primary care trusts|integrated care boards"
    r"|groups|commissioners|commissioning groups)"
)
_TALLY: Final = compiled(
    rf"\b(?P<many>{NUMBER}) (?:(?:\w+ ){{0,2}}?(?P<noun>{_NOUN})\b)[^.;]{{0,80}}?"
    r"\b(?:merg\w+|becom\w+|became|form|into|combin\w+|replaced|reduced to|give way to"
    r"|make way for)"
    rf" [^.;\d]{{0,30}}?(?:to (?:form|create|become) |into |by |just )?(?P<few>{NUMBER})\b"
    r"(?! (?:per|million|years?|months?|weeks?|of|january|february|march|april|may|june|july|august"
    r"|september|october|november|december|20\d\d)\b)"
)
_NEW: Final = compiled(r"merg|becom|became|form|into|combin|replaced|reduced|way")
"""One of these stands in every sentence of a tally."""
_MANY: Final = 20
"""Bodies of which as many are no one merger."""
_KINDS: Final = {"i": ("icb", "ICBs"), "p": ("pct", "PCTs")}


def read_tally(scene: Scene, sentence: Sentence) -> Cue | None:
    """The cue of many bodies that become few, both told as numbers."""
    hit = _TALLY.search(sentence.told) if _NEW.search(sentence.told) else None
    if hit is None or scene.commissioners(sentence) or sentence.segment.kind == "heading":
        return None
    many, few = number(hit["many"]) or 0, number(hit["few"]) or 0
    if many < _MANY or not 0 < few < many:
        return None
    kind, name = _KINDS.get(hit["noun"][0], ("ccg", "CCGs"))
    kind, name = (kind, name) if hit["noun"] != "groups" else ("ccg", "CCGs")
    day = day_of(sentence, scene.mentions.issued)
    if day is None and few * 2 > many:
        return None  # all that a country has, told as a trend
    return Cue(
        sentence, "merger", False, (Party(f"count/{many:.0f}", f"{many:.0f} {name}", kind),),
        Party(f"result:{few:.0f}", f"{few:.0f} {name}", kind), statuses_of(sentence),
        day[0] if day else "", day[1] if day else None, (), int(many), frozenset(), True,
    )  # fmt: skip
