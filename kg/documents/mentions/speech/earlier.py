"""The speaker of a quotation whose own sentence does not say: as the words before it tell."""

from __future__ import annotations

import re
from typing import Final

from kg.documents.mentions.speech.speaker_words import (
    ACTOR,
    AT_HEAD,
    OF_NO_VERB,
    SAID,
    UNDERGOES,
)
from kg.documents.mentions.speech.tellers import sentence_start
from kg.documents.mentions.speech.voice import Voice
from kg.documents.mentions.speech.voices import Voices
from kg.documents.mentions.text.coded import O, P, Q

REACH: Final = 1500
"""Characters around a quotation in which its speaker is looked for."""


class Earlier:
    """Finds who speaks in the sentences and paragraphs before a quotation."""

    def __init__(self, voices: Voices) -> None:
        self.voices = voices

    def speaker(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker where the sentence itself does not say."""
        start = sentence_start(line, here)
        whole = not line[:here].strip()
        if whole and (intro := self._introduced(begin)):
            return intro
        if kind == "pull":
            return None
        if kind != "full":
            if voice := self._opening(lead := line[start:here], begin + start):
                return voice
            named = [*re.finditer(P, lead), *([] if self.voices.last else re.finditer(O, lead))]
            own = [one for one in named if not UNDERGOES.match(lead, one.end())]
            if own and (voice := self.voices.named(own[0], None, begin + start)):
                return voice
        above = self._above(begin) if kind == "full" and not start else None
        if voice := self.told(line[:start], begin) if start else above:
            return voice
        near = self.voices.coded.text[max(0, self.voices.last_end) : begin].count("\n") <= 3
        return self.voices.last if near else None

    def _opening(self, lead: str, offset: int) -> Voice | None:
        """The subject of the sentence that leads to a quotation: `It gave “cautious support”`."""
        for found in ACTOR.finditer(lead):
            held = OF_NO_VERB.search(lead[: found.start()])
            if (held and held.start()) or lead.startswith("'s ", found.end()):
                continue
            if (
                held
                or UNDERGOES.match(lead, found.end())
                or not AT_HEAD.fullmatch(lead[: found.start()])
            ):
                return None
            return self.voices.named(found, None, offset)
        return None

    def told(self, lead: str, begin: int) -> Voice | None:
        """The person of the sentence before, if it tells of one and quotes nobody."""
        start = sentence_start(lead[:-1], len(lead) - 1)
        if re.search(Q, lead[start:]):
            return None
        return self.voices.antecedents.subject(begin + start, begin + len(lead))

    def _above(self, begin: int) -> Voice | None:
        """The person that the paragraph before tells of, if it quotes nobody."""
        text = self.voices.coded.text
        end = begin - 1
        for step in range(3 if self.voices.last is None else 1):
            start = max(text.rfind("\n", 0, max(0, end)) + 1, end - REACH)
            line = text[start:end]
            if re.search(Q, line):
                return None
            if voice := self.told(line + " ", start):
                return voice
            if step == 0 and self.voices.last is not None:
                return None
            end = start - 1
        return None

    def _introduced(self, begin: int) -> Voice | None:
        """The speaker that the paragraph before names, if it ends with a colon."""
        text = self.voices.coded.text[max(0, begin - REACH) : begin].rstrip()
        if not text.endswith(":"):
            return None
        line = text[text.rfind("\n") + 1 :]
        told = list(SAID.finditer(line))
        for found in reversed(told):
            if voice := self.voices.named(found, "np", begin - 1 - len(line)):
                return voice
        people = list(re.finditer(P, line))
        return self.voices.named(people[-1], None, begin - 1 - len(line)) if people else None
