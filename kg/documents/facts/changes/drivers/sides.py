"""Who gives a reason: leaders of commissioners, for whom it is one, or those who stand outside."""

from __future__ import annotations

from functools import cached_property
from typing import Final

from kg.documents.facts.scene.sentences import Sentence
from kg.documents.facts.scene.subjects import COMMISSIONERS, Scene
from kg.documents.mentions.model import Quotation, Span
from kg.documents.patterns import compiled

_NATIONAL: Final = frozenset(["nationalBody", "government", "governmentDepartment"])
_LEADS: Final = compiled(
    r"(?i)\b(?:chief (?:officer|executive|clinical|finance|operating)|accountable officer"
    r"|(?:managing|executive|finance|strategy|regional) director|spokes\w+|chair\w*"
    r"|clinical lead\w*"
    r"|transition|programme director)\b"
)
_OUTSIDE: Final = compiled(
    r"(?i)\b(?:lmcs?|local medical committee|council\w*|cllr|coun|mp|union|unison|unite"
    r"|campaign\w*|bma"
    r"|gpc|rcgp|royal college|fund|trust|foundation|professor|fellow|healthwatch|minister"
    r"|labour|conservative|think.tank|author|institute|alliance|association|confederation|academic"
    r"|researcher|patients?|residents?)\b"
)


_WE: Final = compiled(r"\b(?:we|us|our|ours|we'\w+)\b")


class Sides:
    """Who of those who speak in a text leads a commissioner, and who stands outside."""

    def __init__(self, scene: Scene) -> None:
        self.scene = scene

    @cached_property
    def _told(self) -> dict[str, str]:
        """What the text says of each person: posts, and types and names of their bodies."""
        found: dict[str, str] = {}
        for post in self.scene.mentions.posts:
            bodies = " ".join(
                f"{party.name if party.type not in COMMISSIONERS else 'its commissioner'}"
                for key in post.bodies
                if (party := self.scene.parties.get(key))
            )
            found[post.holder] = f"{found.get(post.holder, '')} {post.title} {bodies}"
        return found

    @cached_property
    def _quoted(self) -> dict[Span, list[Quotation]]:
        """The quotations of each paragraph whose speaker is known."""
        found: dict[Span, list[Quotation]] = {}
        for sentence in self.scene.sentences:
            told = [each for each in sentence.quotations if each.speaker]
            found.setdefault(sentence.segment.span, []).extend(told)
        return found

    def is_outside(self, sentence: Sentence) -> bool:
        """Whether somebody speaks who leads no commissioner: a committee, a council, a scholar."""
        return any(_OUTSIDE.search(each) for each in self._speakers(sentence))

    def is_inside(self, sentence: Sentence) -> bool:
        """Whether a leader of commissioners speaks, or a spokesman of theirs."""
        if any(_LEADS.search(each) for each in self._speakers(sentence)):
            return True
        return bool(sentence.quotations) and _WE.search(sentence.plain) is not None

    def _speakers(self, sentence: Sentence) -> list[str]:
        told = [self._of(each) for each in sentence.quotations]
        if told:
            return told
        quoted = [self._of(each) for each in self._quoted.get(sentence.segment.span, ())]
        people = [self._told.get(each.key, "") for each in sentence.people]
        bodies = [
            each.name
            for each in sentence.organisations
            if each.type not in COMMISSIONERS and each.type not in _NATIONAL
        ]
        return people + (quoted if not people else []) + bodies

    def _of(self, quotation: Quotation) -> str:
        key = quotation.speaker_key
        party = self.scene.parties.get(key)
        own = "spokesman" if party and party.type in COMMISSIONERS else ""
        return f"{own} {quotation.speaker_post} {quotation.speaker} {self._told.get(key, '')}"
