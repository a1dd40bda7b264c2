"""Who speaks, from the words that name them: people, bodies, documents, pronouns, the unnamed."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from kg.documents.mentions.model import Organisation, Post, Publication, Quotation
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.speaker_nouns import SOME
from kg.documents.mentions.speech.speaker_words import (
    ARTICLE,
    FROM,
    HELD,
    LETTER,
    MADE,
    NATIONAL,
    OF_NO_VERB,
    ONE_WHO,
    PERSON,
    PLURAL_ROLE,
    REGULATOR,
    REPLIED,
    SENTENCE,
    SINGLE,
    SOMEBODY,
    SPOKES,
    SUBJECT,
    TELLS,
    THE_SAME,
    WRITTEN,
)
from kg.documents.mentions.text.coded import Coded, O, P, Q, is_code, number_of
from kg.documents.mentions.text.view import View

_NEAR = 600
"""Characters before a pronoun in which whom it means is told."""


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks: the name to show, the key, and where the text says so (folded places)."""

    name: str
    key: str
    start: int
    end: int
    kind: str


class Voices:
    """Names who speaks in a text, and remembers who spoke last."""

    def __init__(
        self,
        view: View,
        coded: Coded,
        cast: Cast,
        documents: Sequence[tuple[int, int, Publication]],
    ) -> None:
        self.view, self.coded, self.cast, self.documents = view, coded, cast, documents
        self.last: Voice | None = None
        self.last_document: Voice | None = None
        self.last_end = -1

    def named(self, found: re.Match[str], group: str | None, offset: int) -> Voice | None:
        """Who the words of a match are, `offset` before which stands their text."""
        words = found[group or 0]
        start, end = (found.start(group or 0) + offset, found.end(group or 0) + offset)
        place, stop = self.coded.at(start), self.coded.at(end)
        low = words.lower()
        if low in {"he", "she", "him", "her", "his"}:
            own = re.split(r"[.!?] |\n", self.coded.text[max(0, start - 300) : start])[-1]
            is_reply = REPLIED.match(self.coded.text, end) and not re.search(P, own)
            if is_reply and self.last and self.last.kind == "person":
                return self.last
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
            one = self.cast.people[number_of(person[0])]
            name = one.name if " " in one.name else f"{one.title} {one.name}".strip()
            return Voice(name, one.key, place, stop, "person")
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
        document = next((d for a, b, d in self.documents if a < stop and place < b), None)
        if MADE.search(words) and document:
            writer = self._writer(words, start, document)
            return writer or self._document(document, told, start, stop)
        if REGULATOR.fullmatch(told) and (national := self._national_before(start)):
            return national
        name = _plain(told)
        if SPOKES.match(told) and not re.search(O, words) and (body := self._body_before(start)):
            name = f"{body} {name}"
        return Voice(name, "", place, stop, "unnamed")

    def _document(self, document: Publication, told: str, start: int, stop: int) -> Voice:
        """A document, under the name of its maker, or of the one told of before."""
        by, name = document.by, f"{document.by} {document.kind}" if document.by else _plain(told)
        owner = self._meant(start, "it") if not by and told.lower().startswith("its ") else None
        if owner:
            name = f"{owner.name} {name}"
        elif document.kind == "document" and not by:
            place = self.coded.at(start)
            before = [
                (a, b) for a, b, one in self.documents if b <= place and one.kind != "document"
            ]
            name = _plain(self.view.text[slice(*before[-1])]) if before else name
        return Voice(name, document.key, self.coded.at(start), stop, "document")

    def _writer(self, words: str, start: int, document: Publication) -> Voice | None:
        """The person whose letter it is: of whom it is said to be, or who was told to write it."""
        whose = words[:4].lower()
        if whose in {"his ", "her "}:
            return self._person_before(start, whose.strip())
        is_known = not document.by and LETTER.search(words)
        return self._sender(max(0, start - 2 * _NEAR), start) if is_known else None

    def _sender(self, begin: int, end: int) -> Voice | None:
        """The person who wrote the letter that a stretch of the text tells of last."""
        found = list(WRITTEN.finditer(self.coded.text, begin, end))
        return self.named(found[-1], found[-1].lastgroup, 0) if found else None

    def _national_before(self, at: int) -> Voice | None:
        """The national body named last, which is meant by `the regulator`."""
        for found in reversed(list(re.finditer(O, self.coded.text[:at]))):
            if NATIONAL.search(self.cast.bodies[number_of(found[0])].name):
                return self.named(found, None, 0)
        return None

    def _body_before(self, at: int) -> str:
        """The body named last, for whom a spokesman speaks who is told of without one."""
        told = re.findall(O, self.coded.text[max(0, at - _NEAR) : at])
        bodies = (self.cast.bodies[number_of(each)] for each in reversed(told))
        able = (each for each in bodies if isinstance(each, Organisation))
        return next((each.name for each in able if each.type != "publisher"), "")

    def _is_other(self, words: str, he: str) -> bool:
        """Whether the title of a person tells that the pronoun is not theirs."""
        person = re.search(P, words)
        title = self.cast.people[number_of(person[0])].title if person else ""
        not_he = title.split(" ")[0] in {"Mrs", "Ms", "Miss", "Dame", "Lady", "Baroness"}
        not_she = title.split(" ")[0] in {"Mr", "Sir", "Lord", "Father"}
        return not_he if he in {"he", "him", "his"} else bool(he) and not_she

    def _one(self, some: re.Match[str], start: int) -> Voice | None:
        """One of the people told of before, or another of the kind that spoke last."""
        place, stop = self.coded.at(start), self.coded.at(start + len(some[0]))
        last = self.last.name if self.last and self.last.kind == "unnamed" else ""
        is_other = some["one"].lower() != "one"
        if is_other and last:
            kind = re.sub(r"(?i)^(?:one|an?|another) ", "", re.split(" (?:in|at|from) ", last)[0])
        else:
            near = self.coded.text[max(0, start - _NEAR) : start]
            roles = list(PLURAL_ROLE.finditer(near))
            kind = roles[-1]["role"] if roles else ""
        name = " ".join(f"{some['one'].lower()} {kind}{some['where'] or ''}".split())
        return Voice(name, "", place, stop, "unnamed") if kind or some["where"] else None

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
            for found in SUBJECT.finditer(lead, begin, end):
                held = OF_NO_VERB.search(lead[begin : found.start()])
                is_held = held or lead.startswith("'s", found.end())
                voice = None if is_held else self.named(found, None, offset)
                if voice and (voice.kind != "person" or word == "they"):
                    return voice
        return self.last if self.last and self.last.kind != "person" else None

    def _person_before(self, at: int, he: str) -> Voice | None:
        """Whom `he` or `she` means: the person who spoke last, if nobody was named since."""
        offset = max(0, at - 900)
        lead = self.coded.text[offset:at]
        before = [one for one in PERSON.finditer(lead) if not self._is_other(one[0], he)]
        begin = lead.rfind("\n") + 1
        acting = [one for one in before if not HELD.search(lead, 0, one.start())]
        if acting and acting[-1].start() >= begin:
            before = acting
        line = lead[begin:]
        told = line[: line.rfind(". ") + 2] if ". " in line else ""
        plain = re.sub(Q, ". ", told).rstrip() + " "
        somebody = (ONE_WHO.search(plain) or SOMEBODY.search(plain)) if told else None
        if somebody and not re.search(P, somebody[0]):
            return Voice(
                _plain(somebody["np"]), "", self.coded.at(at), self.coded.at(at), "unnamed"
            )
        is_later = (
            before
            and self.last
            and self.last.kind in {"unnamed", "person"}
            and self.last.start > self.coded.at(offset + before[-1].start())
        )
        if is_later:
            return self.last
        if before:
            return self.named(before[-1], None, offset)
        single = list(SINGLE.finditer(lead)) if he and not self.last else []
        return self.named(single[-1], None, offset) if single else self.last


def _sentences_back(lead: str) -> Iterator[tuple[int, int]]:
    """The places of the last sentences of a stretch, the one it breaks off in first."""
    stops = sorted(
        {*(m.end() for m in SENTENCE.finditer(lead)), *(m.end() for m in re.finditer("\n+", lead))}
    )
    yield from reversed(list(itertools.pairwise([0, *stops, len(lead)]))[-4:])


def _plain(words: str) -> str:
    """A description without its article: `spokesman for Nene CCG`."""
    return ARTICLE.sub("", words)


def told(quotation: Quotation, voice: Voice | None, view: View, posts: Sequence[Post]) -> Quotation:
    """The quotation with its speaker, and the post and body that the text gives them."""
    if voice is None:
        return quotation
    post = next((one for one in posts if one.holder and one.holder == voice.key), None)
    body = voice.name if voice.kind == "body" else ""
    return replace(
        quotation, speaker=voice.name, speaker_key=voice.key,
        speaker_span=view.span(voice.start, voice.end),
        speaker_post=post.title if post else "",
        speaker_organisation=post.body_names[0] if post and post.body_names else body,
    )  # fmt: skip
