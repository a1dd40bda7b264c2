"""Who says a quotation: what stands before or after it, pronouns, documents, unnamed speakers."""

from __future__ import annotations

import re
from collections.abc import Sequence

from kg.documents.mentions.model import Post, Publication
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.antecedents import told_of
from kg.documents.mentions.speech.earlier import REACH, Earlier
from kg.documents.mentions.speech.speaker_words import (
    ACCORDING,
    AFTER_NP,
    AFTER_VERB,
    APART,
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
    UNSAID,
    VERDICT,
    VERDICT_OF,
    WHOSE,
    WITHIN,
)
from kg.documents.mentions.speech.tellers import claimed, sentence_start, tellers
from kg.documents.mentions.speech.voice import Voice
from kg.documents.mentions.speech.voices import Voices
from kg.documents.mentions.text.coded import Coded, P, Q
from kg.documents.mentions.text.view import View


class Speakers:
    """Finds the speaker of each quotation of a text, in order, and remembers who spoke last."""

    def __init__(
        self,
        view: View,
        coded: Coded,
        cast: Cast,
        documents: Sequence[tuple[int, int, Publication]],
        posts: Sequence[Post],
    ) -> None:
        self.coded = coded
        self.voices = Voices(view, coded, cast, documents, posts)
        self.earlier = Earlier(self.voices)

    def of(self, at: int, kind: str, *, continues: bool) -> Voice | None:
        """The speaker of the quotation whose code is at place `at` of the coded text."""
        text = self.coded.text
        begin = max(text.rfind("\n", 0, at) + 1, at - REACH)
        end = text.find("\n", at, at + REACH)
        line, here = text[begin : end if end >= 0 else at + REACH], at - begin
        self.voices.others = told_of(
            self.voices.view.text[self.coded.at(at) : self.coded.at(at + 1)]
        )
        if continues and self.voices.last:
            self.voices.last_end = at
            return self.voices.last
        voice = self._beside(line, begin, here, kind) or self.earlier.speaker(
            line, begin, here, kind
        )
        if voice:
            self.voices.last, self.voices.last_end = voice, at
            self.voices.antecedents.spoke(voice, at)
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
        return self.earlier.told(lead, begin) if SPEAKS.search(said) else None

    def _unsaid(self, before: str, after: str, place: int, kind: str) -> Voice | None:
        """Who a line names after its quotation without a verb of speech."""
        found = UNSAID.match(after) if kind == "full" and not before.strip() else None
        return self.voices.named(found, "np", place) if found else None

    def _after(self, before: str, after: str, place: int, kind: str) -> Voice | None:
        """Who is named right after the closing mark: `he said`, `said Dr Lee`."""
        if before.strip() and kind == "full":
            return None
        patterns: tuple[re.Pattern[str], ...] = (TOLD_BY, AFTER_NP)
        if kind == "full" or not before.strip():
            patterns += (AFTER_VERB, VERDICT, VERDICT_OF)
        for pattern in patterns:
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
            return self.voices.named(found, found.lastgroup, offset)
        if not SPEAKS.search(before):
            return None
        told = tellers(before)
        end = told[-1].end() if told else 0
        strong = list(STRONG.finditer(before, end))
        joined = list(PARTICIPLE.finditer(before, strong[-1].end() if strong else end))
        if joined and (voice := self._joined(before[: joined[-1].start()], offset)):
            return voice
        for verb in reversed(strong):
            own = SUBJECT.search(before, end, min(verb.start(), end + 40))
            own = None if WITHIN.match(before, end, verb.start()) else own
            if told and not own and SECOND.search(before, end, verb.start()):
                return self._by_name(told[-1], before, offset)
            aside = WHOSE.search(before, 0, verb.start())
            subjects = list(SUBJECT.finditer(before, 0, aside.start() if aside else verb.start()))
            if subjects and (voice := self.voices.named(subjects[-1], None, offset)):
                return voice
        voices = (self._by_name(found, before, offset) for found in reversed(told))
        return next((voice for voice in voices if voice), None)

    def _joined(self, words: str, offset: int) -> Voice | None:
        """The subject of a participle: that of the clause after the last quotation, if it has one,
        else of the whole sentence."""
        begin = max((one.end() for one in re.finditer(Q, words)), default=0)
        voice = self._subject(words[begin:], offset + begin)
        return voice or self._subject(words, offset)

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
