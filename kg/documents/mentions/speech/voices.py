"""Who speaks, from the words that name them: people, bodies, documents, pronouns, the unnamed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from kg.documents.mentions.model import Group, Organisation, Post, Publication
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.antecedents import Antecedents
from kg.documents.mentions.speech.someone import SOMEONE
from kg.documents.mentions.speech.speaker_nouns import SOME
from kg.documents.mentions.speech.speaker_words import (
    AUTHORS,
    CONTINUES,
    CROWD,
    FROM,
    LETTER,
    MADE,
    NATIONAL,
    NATIONAL_NOUN,
    OF_NO_VERB,
    PLURAL_ROLE,
    REGULATOR,
    REPLIED,
    SENTENCE,
    SOMEBODY,
    SPOKES,
    SUBJECT,
    TELLS,
    THE_SAME,
    WHICH_DOCUMENT,
    WRITTEN,
)
from kg.documents.mentions.speech.voice import Voice, of_person, plain
from kg.documents.mentions.text.coded import Coded, O, P, Q, is_code, number_of
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled

_WHICH = compiled(r",| (?:in|at|from|of|for|near|who|whose|on) ")
"""Where the words begin that tell which of a kind somebody is."""
_OVERSEERS = frozenset(("nationalBody", "thinkTank", "membershipBody", "union", "charity"))
_NEAR = 600
"""Characters before a pronoun in which whom it means is told."""


class Voices:
    """Names who speaks in a text, and remembers who spoke last."""

    def __init__(
        self,
        view: View,
        coded: Coded,
        cast: Cast,
        documents: Sequence[tuple[int, int, Publication]],
        posts: Sequence[Post],
    ) -> None:
        self.view, self.coded, self.cast, self.documents = view, coded, cast, documents
        self.antecedents = Antecedents(coded, view.text, cast, posts)
        self.last: Voice | None = None
        self.last_document: Voice | None = None
        self.last_end = -1
        self.others = ""
        """The gender of those whom the words quoted tell of."""

    def named(self, found: re.Match[str], group: str | None, offset: int) -> Voice | None:
        """Who the words of a match are, `offset` before which stands their text."""
        words = found[group or 0]
        start, end = (found.start(group or 0) + offset, found.end(group or 0) + offset)
        place, stop = self.coded.at(start), self.coded.at(end)
        low = words.lower()
        if low in {"he", "she", "him", "her", "his"}:
            own = re.split(r"[.!?] |\n", self.coded.text[max(0, start - 300) : start])[-1]
            is_reply = REPLIED.match(self.coded.text, end) and not re.search(P, own)
            last = self.last if self.antecedents.may_be(self.last, low) else None
            if is_reply and last and last.kind == "person":
                return last
            return self._person_before(start, low)
        if low in {"they", "it", "their"}:
            return self._meant(start, low)
        if one := SOME.match(words):
            return self._one(one, start)
        return self._coded(words, place, stop) or self._described(words, start, stop)

    def _coded(self, words: str, place: int, stop: int) -> Voice | None:
        """A person or a body."""
        person = re.search(P, words)
        if person:
            return of_person(self.cast, number_of(person[0]), place, stop)
        if len(words) != 1 or not is_code(words, "O"):
            return None
        body = self.cast.bodies[number_of(words)]
        is_short = isinstance(body, Organisation) and body.form == "short"
        name = (
            f"{body.canonical} ({body.name})"
            if is_short
            and body.name.isupper()
            and isinstance(body, Organisation)
            and body.canonical != body.name
            else (body.canonical if is_short and isinstance(body, Organisation) else body.name)
        )
        return Voice(name, body.key, place, stop, "body")

    def _described(self, words: str, start: int, stop: int) -> Voice:
        """A document, or somebody without a name."""
        place = self.coded.at(start)
        told = self.view.text[place:stop]
        if sender := FROM.search(words):
            name = self.view.text[self.coded.at(start + sender.start(1)) : stop]
            return Voice(name, "", place, stop, "unnamed")
        if THE_SAME.fullmatch(told) and (before := self._person_before(start, "")):
            return before
        if known := self.antecedents.alike(start, words):
            return known
        document = next((d for a, b, d in self.documents if a < stop and place < b), None)
        if AUTHORS.fullmatch(told) and (by := self._maker_before(place)):
            return Voice(f"{by} {plain(told)}", "", place, stop, "unnamed")
        if MADE.search(words) and document:
            writer = self._writer(words, start, document)
            return writer or self._document(document, start, start + len(words))
        if REGULATOR.fullmatch(told) and (body := self._watching(start, told)):
            return body
        name = plain(told)
        if SPOKES.match(told) and not re.search(O, words) and (of := self._body_before(start)):
            name = f"{of} {name}"
        return Voice(name, "", place, stop, "unnamed")

    def _document(self, document: Publication, start: int, end: int) -> Voice:
        """A document, under the name of its maker, or of the one told of before."""
        tail = WHICH_DOCUMENT.match(self.coded.text, end)
        place, stop = self.coded.at(start), self.coded.at(tail.end() if tail else end)
        told, by = self.view.text[place:stop], document.by
        name = f"{by} {document.kind}" if by else plain(told)
        owner = self._meant(start, "it") if not by and told.lower().startswith("its ") else None
        if owner:
            name = f"{owner.name} {name}"
        elif document.kind == "document" and not by:
            before = [
                (a, b) for a, b, one in self.documents if b <= place and one.kind != "document"
            ]
            name = plain(self.view.text[slice(*before[-1])]) if before else name
        return Voice(name, document.key, place, stop, "document")

    def _writer(self, words: str, start: int, document: Publication) -> Voice | None:
        """Whose letter it is: of whom it is said to be, or who was told to write it."""
        whose = words[:4].lower()
        if whose in {"his ", "her "}:
            return self._person_before(start, whose.strip())
        is_known = not document.by and LETTER.search(words)
        sender = self._sender(max(0, start - 2 * _NEAR), start) if is_known else None
        if sender and sender.kind == "body":
            return replace(sender, name=f"{sender.name} {document.kind}", kind="document")
        return sender

    def _sender(self, begin: int, end: int) -> Voice | None:
        """The person who wrote the letter that a stretch of the text tells of last."""
        found = list(WRITTEN.finditer(self.coded.text, begin, end))
        return self.named(found[-1], found[-1].lastgroup, 0) if found else None

    def _maker_before(self, place: int) -> str:
        """The body whose report was told of last, of which `the authors` are spoken."""
        before = (one.by for _, end, one in reversed(self.documents) if end <= place)
        return next(filter(None, before), "")

    def _watching(self, at: int, noun: str) -> Voice | None:
        """Which body is meant by `the regulator`, `the watchdog`: the last one of that sort."""
        is_national = NATIONAL_NOUN.search(noun)
        for found in reversed(list(re.finditer(O, self.coded.text[:at]))):
            body = self.cast.bodies[number_of(found[0])]
            is_apt = isinstance(body, Organisation) and body.type in _OVERSEERS
            if NATIONAL.search(body.name) if is_national else is_apt:
                return self.named(found, None, 0)
        return None

    def _body_before(self, at: int) -> str:
        """The body for which a spokesman speaks who is told of without one: the subject of the
        last sentence that names any, else the one named last."""
        offset = max(0, at - _NEAR)
        lead = self.coded.text[offset:at]
        for begin, end in _sentences_back(lead):
            held = ""
            for found in re.finditer(O, lead[begin:end]):
                body = self.cast.bodies[number_of(found[0])]
                if not isinstance(body, Organisation) or body.type == "publisher":
                    continue
                if not OF_NO_VERB.search(lead, begin, begin + found.start()):
                    return body.name
                held = body.name
            if held:
                return held
        return ""

    def _one(self, some: re.Match[str], start: int) -> Voice | None:
        """One of the people told of before, or another of the kind that spoke last."""
        place, stop = self.coded.at(start), self.coded.at(start + len(some[0]))
        last = self.last.name if self.last and self.last.kind == "unnamed" else ""
        is_other = some["one"].lower() != "one"
        if is_other and last:
            kind = re.sub(r"(?i)^(?:one|an?|another) ", "", _WHICH.split(last)[0])
        else:
            kind = self._kind_before(start)
        name = " ".join(f"{some['one'].lower()} {kind}{some['where'] or ''}".split())
        return Voice(name, "", place, stop, "unnamed") if kind or some["where"] else None

    def _kind_before(self, at: int) -> str:
        """What those are of whom one is quoted: `GP` after `several GPs`."""
        begin = max(0, at - _NEAR)
        lead = self.coded.text[begin:at]
        roles = [(found.end(), found["role"]) for found in PLURAL_ROLE.finditer(lead)]
        crowds = (
            (found.end(), body.name)
            for found in re.finditer(O, lead)
            if isinstance(body := self.cast.bodies[number_of(found[0])], Group)
            and body.type == "people"
        )
        last = max((*roles, *crowds), default=(0, ""))[1]
        return last.removesuffix("s")

    def _meant(self, start: int, word: str) -> Voice | None:
        """Whom `it` or `they` means: the subject of a sentence before, else who spoke last."""
        offset = max(0, start - _NEAR)
        lead = self.coded.text[offset:start]
        line = lead.rfind("\n") + 1
        if word == "it" and TELLS.match(self.coded.text, start + 2):
            begin = offset + max(line, lead.rfind(". ", 0, max(0, len(lead) - 2)))
            if writer := self._sender(begin, start):
                return writer
        for begin, end in _sentences_back(lead):
            if begin < line and self.last and self.last.kind != "person":
                break
            if begin + 1 < end < len(lead) and CONTINUES.match(lead, begin):
                continue
            for found in (CROWD if word != "it" else SUBJECT).finditer(lead, begin, end):
                held = OF_NO_VERB.search(lead[begin : found.start()])
                is_held = held or lead.startswith("'s", found.end()) or self._publishes(found[0])
                voice = None if is_held else self.named(found, None, offset)
                if voice and (voice.kind != "person" or word == "they"):
                    return voice
        return self.last if self.last and self.last.kind != "person" else None

    def _publishes(self, words: str) -> bool:
        """Whether words name a paper, which tells the news and is not told of."""
        body = (
            self.cast.bodies[number_of(words)] if len(words) == 1 and is_code(words, "O") else None
        )
        return isinstance(body, Organisation) and body.type == "publisher"

    def _person_before(self, at: int, he: str) -> Voice | None:
        """Whom `he` or `she` means."""
        lead = self.coded.text[self.coded.text.rfind("\n", 0, at) + 1 : at]
        told = lead[: lead.rfind(". ") + 2] if ". " in lead else ""
        somebody = SOMEBODY.search(re.sub(Q, ". ", told[-200:]).rstrip() + " ") if told else None
        if somebody and not re.search(P, somebody[0]) and not re.match(SOMEONE, somebody["np"]):
            place = self.coded.at(at)
            return Voice(plain(somebody["np"]), "", place, place, "unnamed")
        voice = self.antecedents.meant(at, he, others=self.others)
        return voice or (self.last if self.last and self.last.kind != "body" else None)


def _sentences_back(lead: str) -> Iterator[tuple[int, int]]:
    """The places of the last sentences of a stretch, the one it breaks off in first."""
    stops = sorted(
        {*(m.end() for m in SENTENCE.finditer(lead)), *(m.end() for m in re.finditer("\n+", lead))}
    )
    yield from reversed(list(itertools.pairwise([0, *stops, len(lead)]))[-4:])
