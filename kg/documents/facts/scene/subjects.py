"""The scene: who does what a word of a sentence says, by name, by pronoun, in a clause."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cached_property
from typing import Final

from kg.documents.facts.model import Party
from kg.documents.facts.scene.letters import label_of, read_letters, read_voices
from kg.documents.facts.scene.sentences import Actor, Sentence
from kg.documents.facts.scene.setting import COMMISSIONERS as COMMISSIONERS
from kg.documents.facts.scene.setting import Setting
from kg.documents.mentions.model import Organisation, Person
from kg.documents.patterns import compiled

_LINK: Final = compiled(
    r"(?: (?:of|at|in|from|across|representing)|,)? ?(?:and |the |all |,)?"
    r" ?(?:(?:the )?(?:two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|\d+) )?"
)
_OWN: Final = compiled(r"\b(he|she|it|they)\b")
"""A pronoun between a name and a verb: the verb is of who spoke, not of who was told."""
_SECOND_VERB: Final = compiled(r"\band (?:also |has |have |then |\w+ly )?$")
_COUPLED: Final = compiled(
    r"(?:[,;]? (?:and|nor|or|plus|as well as|along with|together with|alongside|like)|[,;])"
    r"(?: (?:by|from|the|its|also|both|now|neighbouring))* "
)
"""Words between two who do the same thing."""
_SPOKE: Final = compiled(
    r"^,? (?:has |have |had |also )*(?:said|says|say|told \w+|made clear|insists?\w*)(?: that)? $"
)
"""A saying verb between a name and a pronoun: "X has said it would", where it is X."""
_DOES: Final = compiled(
    r",? (?:also |now |still |then |\w+ly )?(?:is|was|are|were|has|had|have|will|would|said|says"
    r"|told|chairs|leads|runs|became|wants|\w{3,}ed)\b"
)
"""A verb right after a name, of which it is the subject."""
_NUMBERING: Final = 8
"""Characters before a name that opens its sentence: "4.5 The "."""
_TURNS: Final = (" though ", " although ", " but ", " while ", " whereas ", "; ")
"""Where a sentence turns to another subject."""
_ASIDE: Final = compiled(
    r", (?:in|through|via|by|speaking|according to|whose) [^.;]{6,90}, (?:\w+ ){0,3}$"
)
_RELATIVE: Final = compiled(r", (?P<who>who|which) [^,;:]*$")
_RIGHT_BEFORE: Final = compiled(
    r"(?: (?:has|have|had|is|are|was|were|will|would|both|all|also|now|still|\w+ly))* "
)
"""Words between a subject and its verb: of "A, which B opposes" it is B."""
_PRONOUN: Final = compiled(
    r"(?:but |and )?(?:we|it|he|she|they|the (?:union|committee|charity|think tank))\b(?:(?!"
    r" (?:that|and|but|which|who) )[^,;:])*"
)
_BESIDE: Final = 40
"""Characters between a post and the name of its body."""


class Scene(Setting):
    """A text with its mentions, and who is meant where a sentence tells what somebody does."""

    @cached_property
    def letters(self) -> tuple[tuple[int, int, Party], ...]:
        """The letters of a page of letters: start, end and writer of each."""
        return read_letters(self)

    @cached_property
    def _voices(self) -> dict[str, Party]:
        return read_voices(self)

    def voice(self, sentence: Sentence) -> Party | None:
        """Who says "I" outside quotations: who answers, who signs the letter, who writes."""
        label = label_of(self, sentence)
        if label and label in self._voices:
            return self._voices[label]
        for start, end, writer in self.letters:
            if start <= sentence.span.start < end:
                return writer
        return self.writers or self.teller

    def subject(self, sentence: Sentence, place: int) -> Party | None:
        """Who does what the word at `place` (of the text) says: the nearest named before it.

        A post between the person and the verb belongs to the person. A sentence that opens with a
        pronoun takes its subject from the one before.
        """
        before = sorted(
            (each for each in sentence.actors if each.span.end <= place), key=lambda one: one.span
        )
        lead = sentence.plain[: max(0, place - sentence.span.start)]
        clear = self._of_aside(before, sentence, lead) or self._of_relative(before, sentence, lead)
        if clear:
            return clear
        if _SECOND_VERB.search(lead):
            doing = [each for each in before if _DOES.match(self.plain, each.span.end)]
            opening = [each for each in before[:1] if each.span.start < sentence.span.start + 6]
            before = opening or doing[-1:]
        if _PRONOUN.fullmatch(lead):
            before = []
        if not before:
            return self._meant(sentence, place)
        nearest = self._head(before)
        if self.plain[nearest.span.end : place].rstrip().endswith(","):
            # "X, who became chief of A, said": the comma closes what was told of X.
            told = [each for each in before if isinstance(each, Person)]
            opened = [each for each in told if self.plain.startswith(",", each.span.end)]
            nearest = opened[-1] if opened else nearest
        own = _OWN.search(self.plain[nearest.span.end : place])
        spoke = own and _SPOKE.search(self.plain[nearest.span.end : place][: own.start()])
        if own and not spoke and nearest is not before[0]:
            people = [each for each in before if isinstance(each, Person)]
            nearest = people[-1] if own[1] in ("he", "she") and people else before[0]
            if own[1] in ("it", "they"):
                return self.parties[_since_turn(before, sentence, lead, nearest).key]
        holder = next(
            (
                each.holder
                for each in sentence.posts
                if each.holder
                and each.span.start < place
                and (nearest.key in each.bodies or each.span.has(nearest.span))
                and nearest.span.start - each.span.end < _BESIDE
            ),
            "",
        )
        return self.parties.get(holder) or self.parties[nearest.key]

    def _of_aside(self, before: list[Actor], sentence: Sentence, lead: str) -> Party | None:
        """The body that opens a sentence, where an aside follows: "X, in a letter by Y, ..."."""
        opening = before[0] if before else None
        if not isinstance(opening, Organisation):
            return None
        start, end = (each - sentence.span.start for each in (opening.span.start, opening.span.end))
        is_first = start < _NUMBERING and _ASIDE.match(lead, max(0, end))
        return self.parties[opening.key] if is_first else None

    def _of_relative(self, before: list[Actor], sentence: Sentence, lead: str) -> Party | None:
        """Who is told of in a clause after a comma: "X of Y, who sits on Z and" is of X."""
        clause = _RELATIVE.search(lead)
        if clause is None:
            return None
        at = sentence.span.start + clause.start()
        if any(each.span.start > at and _RIGHT_BEFORE.fullmatch(
            self.plain, each.span.end, sentence.span.start + len(lead)
        ) for each in before):  # fmt: skip
            return None
        told = [each for each in before if at - _BESIDE <= each.span.end <= at]
        if clause["who"] == "which":
            told = [each for each in told if each.span.end == at]
        else:
            told = [each for each in told if isinstance(each, Person)]
        return self.parties[told[-1].key] if told else None

    def together(self, sentence: Sentence, holder: Party, place: int) -> tuple[Party, ...]:
        """Who does what the word at `place` of a sentence says, where several are named as one."""
        at = sentence.span.start
        bodies = [
            each
            for each in sorted(sentence.organisations, key=lambda one: one.span)
            if each.span.end <= at + place
        ]
        is_both = sentence.plain[:place].rstrip().endswith(" both")
        chain: list[Organisation] = []
        for each in reversed(bodies):
            gap = self.plain[each.span.end : chain[0].span.start] if chain else ""
            free = chain and not {each.type, chain[0].type} & COMMISSIONERS
            alike = is_both or free or not chain or each.type == chain[0].type
            if chain and (not _COUPLED.fullmatch(gap) or not alike):
                break
            chain.insert(0, each)
        found = tuple(dict.fromkeys(self.parties[each.key] for each in chain))
        return found if holder in found else (holder,)

    def _head(self, before: list[Actor]) -> Actor:
        """Of "practices of A and B" the practices: back over what only links names."""
        at = len(before) - 1
        while at > 0:
            gap = self.plain[before[at - 1].span.end : before[at].span.start]
            bodies = all(isinstance(each, Organisation) for each in before[at - 1 : at + 1])
            if not _LINK.fullmatch(gap) or gap == " " or (gap.strip() == "," and not bodies):
                break
            at -= 1
        return before[at]

    def _meant(self, sentence: Sentence, place: int) -> Party | None:
        lead = sentence.plain[: place - sentence.span.start]
        document = next((each for each in sentence.publications if each.span.end <= place), None)
        if document and (document.by or document.kind in ("report", "letter")):
            return Party(document.key, document.by or document.title or document.kind, "document")
        personal = re.search(r"\b(he|she|his|her)\b", lead)
        if not personal and not re.search(
            r"\b(it|they|its|their|we|our|the (?:union|committee|charity|think tank))\b", lead
        ):
            return None
        for earlier in reversed(self.sentences[max(0, sentence.number - 3) : sentence.number]):
            named: Iterable[Actor] = earlier.people
            if not personal:
                groups = (each for each in earlier.groups if each.type != "people")
                named = (*earlier.organisations, *groups)
            first = min(named, key=lambda each: each.span, default=None)
            if first is not None:
                return self.parties[first.key]
        return None


def _since_turn(before: list[Actor], sentence: Sentence, lead: str, nearest: Actor) -> Actor:
    """The first actor after the last turn of a sentence ("though X said it"), else `nearest`."""
    cut = max(lead.rfind(word) for word in _TURNS)
    later = [each for each in before if each.span.start - sentence.span.start > cut >= 0]
    return later[0] if later else nearest
