"""Documents and their makers told of again: "the report", "its authors", "it recommends"."""

from __future__ import annotations

from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import Scene
from kg.documents.patterns import compiled

_AUXILIARIES: Final = (
    r"(?:(?:also|has|have|had|is|are|was|were|would|will|could|did|does|do|now|not|instead|then"
    r"|further|\w+ly) )*"
)
_PAPER: Final = r"(?:report|paper|study|review|analysis|survey|briefing|authors?|researchers?)"
_MAKER: Final = compiled(
    rf"(?:[^,;:]{{0,40}}, )?(?:but |and |yet )?(?:the|its|their)(?: \w+)? {_PAPER}(?:'s? \w+)?"
    rf" ?{_AUXILIARIES}"
)
"""The subject of a sentence that is a paper, or who wrote it, or what it has in it."""
_IT: Final = compiled(
    r"(?:but |and |yet |instead,? |however, )?it (?:(?!(?:is|was|that)\b)[^;:\"]{0,120} and "
    rf")?{_AUXILIARIES}"
)
"""A pronoun that goes on with the subject of the sentence before."""
_OPENING: Final = compiled(
    r"\W*(?:but |and |yet |instead,? |however, )?"
    rf"(?:(?P<it>it)\b|(?:the|an?|its)(?: \w+)? {_PAPER}\b)"
)
_NEAR: Final = 5
"""Sentences of "it" after each other that may go on with one paper."""
_FAR: Final = 15
"""Sentences back in which a paper is looked for that is told of again."""
_COMMITTEE: Final = compiled(rf"\b(?:the|its) (?:committee|lmc) {_AUXILIARIES}$")


def maker_of(scene: Scene, sentence: Sentence, lead: str, words: str) -> Party | None:
    """Who made the paper that the subject of a sentence is, or goes on to be."""
    lead = lead.rstrip("'\"")
    if _COMMITTEE.search(f"{lead.rstrip()} "):
        return _committee(scene, sentence)
    is_content = lead.startswith("its ") and words.startswith("recommend")
    if is_content or _MAKER.fullmatch(lead):
        return _paper_before(scene, sentence)
    if not _IT.fullmatch(lead):
        return None
    for earlier in reversed(scene.sentences[max(0, sentence.number - _NEAR) : sentence.number]):
        opening = _OPENING.match(earlier.plain)
        if opening is None:
            return None
        if not opening["it"]:
            return _paper_before(scene, sentence)
    return None


def _paper_before(scene: Scene, sentence: Sentence) -> Party | None:
    """The body whose paper was told of last."""
    near = scene.sentences[max(0, sentence.number - _FAR) : sentence.number + 1]
    made = [each for one in near for each in one.publications if each.by]
    named = next((each for each in reversed(made) if each.span.start < sentence.span.end), None)
    if named is None:
        return None
    known = (each for each in scene.parties.values() if each.name == named.by)
    return next(known, Party(named.key, named.by, "document"))


def _committee(scene: Scene, sentence: Sentence) -> Party | None:
    """The local medical committee named last before a sentence of "the committee"."""
    named = [
        each
        for each in scene.mentions.organisations
        if each.type == "localMedicalCommittee" and each.span.start < sentence.span.end
    ]
    return scene.parties[max(named, key=lambda one: one.span).key] if named else None
