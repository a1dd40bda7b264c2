"""Who says a quotation: what stands before or after it, pronouns, documents, unnamed speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents.mentions.model import Publication
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.speaker_words import (
    ACCORDING,
    ACTOR,
    AFTER_NP,
    AFTER_VERB,
    APART,
    AT_HEAD,
    BY_WHOM,
    IN_VIEW,
    LATER,
    MIND,
    OF_MIND,
    OF_NO_VERB,
    PARTICIPLE,
    PASSIVE,
    SAID,
    SECOND,
    SENTENCE,
    SPEAKS,
    STRONG,
    SUBJECT,
    TOLD_BY,
    UNDERGOES,
    UNSAID,
    VERDICT,
    WITHIN,
)
from kg.documents.mentions.speech.tellers import claimed, sentence_start, tellers
from kg.documents.mentions.speech.voices import Voice, Voices
from kg.documents.mentions.text.coded import Coded, O, P, Q
from kg.documents.mentions.text.view import View

_REACH = 1500
"""Characters around a quotation in which its speaker is looked for."""


class Speakers:
    """Finds the speaker of each quotation of a text, in order, and remembers who spoke last."""

    def __init__(
        self,
        view: View,
        coded: Coded,
        cast: Cast,
        documents: Sequence[tuple[int, int, Publication]],
    ) -> None:
        self.coded = coded
        self.voices = Voices(view, coded, cast, documents)

    def of(self, at: int, kind: str, *, continues: bool) -> Voice | None:
        """The speaker of the quotation whose code is at place `at` of the coded text."""
        text = self.coded.text
        begin = max(text.rfind("\n", 0, at) + 1, at - _REACH)
        end = text.find("\n", at, at + _REACH)
        line, here = text[begin : end if end >= 0 else at + _REACH], at - begin
        if continues and self.voices.last:
            self.voices.last_end = at
            return self.voices.last
        voice = self._beside(line, begin, here, kind) or self._from_before(line, begin, here, kind)
        if voice:
            self.voices.last, self.voices.last_end = voice, at
            if voice.kind == "document":
                self.voices.last_document = voice
        return voice

    def _beside(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker that the quotation's own sentence names, or the words right after it."""
        start = sentence_start(line, here)
        before, after = line[start:here], line[here + 1 :]
        told_after = AFTER_NP.match(line, here + 1)
        if not told_after and (voice := self._minded(before, begin + start, begin + here)):
            return voice
        stop = SENTENCE.search(line, here + 1)
        rest = line[here + 1 : stop.start() + 1 if stop else len(line)]
        place = begin + here + 1
        if kind != "full" and (by := BY_WHOM.match(rest)):
            return self.voices.named(by, "np", place)
        if kind == "full" and self._goes_on(line, begin, here):
            return self.voices.last
        if kind == "full" and (voice := self._went_before(line, begin, here, start)):
            return voice
        told = (
            self._saying(before, begin + start)
            if kind != "full" and not re.search(Q, before)
            else None
        )
        return (
            told
            or self._after(before, after if kind == "full" else rest, place, kind)
            or self._again(before, begin + start)
            or self._saying(before, begin + start)
            or self._elsewhere(before, rest, begin + start, place)
            or self._unsaid(before, after, place, kind)
            or self._with_next(line, begin, here, kind if not before.strip() else "")
        )

    def _minded(self, before: str, offset: int, here: int) -> Voice | None:
        """Who is said to be of a mind, in words of their own: `the minister is “minded to”`."""
        found = OF_MIND.search(before)
        place = self.coded.at(here)
        if found and MIND.match(self.voices.view.text[place + 1 : place + 24].lower()):
            voice = self.voices.named(found, "np", offset)
            return None if voice and voice.key.startswith("group/") else voice
        return None

    def _goes_on(self, line: str, begin: int, here: int) -> bool:
        """Whether a quotation goes on after `he said.`: it ends a sentence, and nothing follows."""
        before = re.search(rf"(?P<q>{Q})(?P<told>[^{Q[1:-1]}.]{{3,70}})\. $", line[:here])
        last = self.coded.at(begin + here + 1) - 2
        ends = self.voices.view.text[last : last + 1] == "."
        is_same = before is not None and self.voices.last_end == begin + before.start("q")
        return bool(
            before and is_same and ends and self.voices.last and SPEAKS.search(before["told"])
        )

    def _went_before(self, line: str, begin: int, here: int, start: int) -> Voice | None:
        """Who spoke in the sentence before a quotation that ends with a full stop of its own."""
        last = self.coded.at(begin + here + 1) - 2
        ends = self.voices.view.text[last : last + 1] == "."
        lead = line[:start]
        if not ends or line[start:here].strip() or AFTER_VERB.match(line, here + 1):
            return None
        said = lead[sentence_start(lead[:-1], len(lead) - 1) :] if lead else ""
        return self._told_before(lead, begin) if SPEAKS.search(said) else None

    def _unsaid(self, before: str, after: str, place: int, kind: str) -> Voice | None:
        """Who a line names after its quotation without a verb of speech."""
        found = UNSAID.match(after) if kind == "full" and not before.strip() else None
        return self.voices.named(found, "np", place) if found else None

    def _after(self, before: str, after: str, place: int, kind: str) -> Voice | None:
        """Who is named right after the closing mark: `he said`, `said Dr Lee`."""
        if before.strip() and kind == "full":
            return None
        patterns: tuple[re.Pattern[str], ...] = (TOLD_BY, AFTER_NP)
        patterns += (AFTER_VERB, VERDICT) if kind == "full" else ()
        for pattern in patterns if before.strip() else (*patterns, VERDICT):
            found = pattern.match(after)
            if found and (voice := self._by_name(found, after, place, 60)):
                return voice
        return None

    def _again(self, before: str, offset: int) -> Voice | None:
        """The speaker of the quotation before in the same sentence, if nobody else has the word."""
        codes = list(re.finditer(Q, before))
        if not codes or self.voices.last_end != offset + codes[-1].start():
            return None
        between = before[codes[-1].end() :]
        verbs = {verb[0] for verb in STRONG.finditer(between)} - {"added", "adds"}
        is_other = verbs or SUBJECT.search(between) or SAID.search(between)
        return None if is_other else self.voices.last

    def _elsewhere(self, before: str, rest: str, start: int, place: int) -> Voice | None:
        """Who is named anywhere in the sentence, or who wrote what it reports."""
        for offset, words in ((place, rest), (start, before)):
            if (found := ACCORDING.search(words)) and not found[0].startswith(("for ", "For ")):
                return self.voices.named(found, "np" if found["np"] else "np2", offset)
        if (found := IN_VIEW.search(before)) or (found := IN_VIEW.search(rest)):
            return self.voices.named(found, "np", start if found.string is before else place)
        named = list(re.finditer(P, before)) if before.rstrip().endswith(":") else []
        if named:
            return self.voices.named(named[-1], None, start)
        if SPEAKS.search(rest) and (found := LATER.search(rest)):
            return self.voices.named(found, "np" if found["np"] else "np2", place)
        return self.voices.last_document if PASSIVE.search(before) else None

    def _with_next(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
        """The speaker of the quotation that follows at once, for one that opens a sentence."""
        later = re.search(Q, line[here + 1 :])
        if kind != "full" or not later or line[here + 1 :][: later.start()].strip(" .…"):
            return None
        return self._beside(line, begin, here + 1 + later.start(), kind)

    def _saying(self, before: str, offset: int) -> Voice | None:
        """Who says what stands before a quotation: the subject of the last verb of speech."""
        if found := claimed(before):
            return self.voices.named(found, "np", offset)
        if not SPEAKS.search(before):
            return None
        told = tellers(before)
        end = told[-1].end() if told else 0
        strong = list(STRONG.finditer(before, end))
        joined = list(PARTICIPLE.finditer(before, strong[-1].end() if strong else end))
        if joined and (voice := self._subject(before[: joined[-1].start()], offset)):
            return voice
        for verb in reversed(strong):
            own = SUBJECT.search(before, end, min(verb.start(), end + 40))
            own = None if WITHIN.match(before, end, verb.start()) else own
            if told and not own and SECOND.search(before, end, verb.start()):
                return self._by_name(told[-1], before, offset)
            subjects = list(SUBJECT.finditer(before[: verb.start()]))
            if subjects and (voice := self.voices.named(subjects[-1], None, offset)):
                return voice
        voices = (self._by_name(found, before, offset) for found in reversed(told))
        return next((voice for voice in voices if voice), None)

    def _by_name(
        self, found: re.Match[str], words: str, offset: int, beyond: int = 0
    ) -> Voice | None:
        """The subject of a verb of speech; by name where the name follows what it is, at most so
        many characters beyond the match."""
        apart = APART.match(words[: found.end() + beyond], found.end("np"))
        is_unnamed = not re.search(P, found["np"]) and len(found["np"]) > 1
        named = self.voices.named(apart, "np", offset) if apart and is_unnamed else None
        return named or self.voices.named(found, "np", offset)

    def _subject(self, words: str, offset: int) -> Voice | None:
        """The subject of a sentence: its first name that no preposition or possessive holds."""
        for found in SUBJECT.finditer(words):
            if OF_NO_VERB.search(words[: found.start()]) or words.startswith("'s", found.end()):
                continue
            return self.voices.named(found, None, offset)
        return None

    def _from_before(self, line: str, begin: int, here: int, kind: str) -> Voice | None:
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
        if voice := self._told_before(line[:start], begin) if start else above:
            return voice
        near = self.coded.text[max(0, self.voices.last_end) : begin].count("\n") <= 3
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

    def _told_before(self, lead: str, begin: int) -> Voice | None:
        """The person of the sentence before, if it tells of one and quotes nobody."""
        start = sentence_start(lead[:-1], len(lead) - 1)
        sentence = lead[start:]
        if re.search(Q, sentence):
            return None
        for found in re.finditer(P, sentence):
            held = OF_NO_VERB.search(sentence[: found.start()])
            if held is None or held[0].startswith("for") or held.start() == 0:
                return self.voices.named(found, None, begin + start)
        return None

    def _above(self, begin: int) -> Voice | None:
        """The person that the paragraph before tells of, if it quotes nobody."""
        text = self.coded.text
        end = begin - 1
        for step in range(3 if self.voices.last is None else 1):
            start = max(text.rfind("\n", 0, max(0, end)) + 1, end - _REACH)
            line = text[start:end]
            if re.search(Q, line):
                return None
            if voice := self._told_before(line + " ", start):
                return voice
            if step == 0 and self.voices.last is not None:
                return None
            end = start - 1
        return None

    def _introduced(self, begin: int) -> Voice | None:
        """The speaker that the paragraph before names, if it ends with a colon."""
        text = self.coded.text[max(0, begin - _REACH) : begin].rstrip()
        if not text.endswith(":"):
            return None
        line = text[text.rfind("\n") + 1 :]
        told = list(SAID.finditer(line))
        for found in reversed(told):
            if voice := self.voices.named(found, "np", begin - 1 - len(line)):
                return voice
        people = list(re.finditer(P, line))
        return self.voices.named(people[-1], None, begin - 1 - len(line)) if people else None
