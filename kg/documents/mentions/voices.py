"""Who speaks, from the words that name them: people, bodies, documents, pronouns, the unnamed."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from kg.documents.mentions.coded import Coded, O, P, Q, is_code, number_of
from kg.documents.mentions.model import Organisation, Post, Publication, Quotation
from kg.documents.mentions.posts import Cast
from kg.documents.mentions.speaker_words import (
    ARTICLE,
    FROM,
    HELD,
    MADE,
    PERSON,
    REPLIED,
    SOMEBODY,
    SPOKES,
    THE_SAME,
)
from kg.documents.mentions.view import View


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
            return self.last if self.last and self.last.kind != "person" else None
        if low == "another":
            return self._another(place, stop)
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
        name = body.canonical if is_short and isinstance(body, Organisation) else body.name
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
            name = f"{document.by} {document.kind}".strip() if document.by else _plain(told)
            return Voice(name, document.key, place, stop, "document")
        name = _plain(told)
        if SPOKES.match(told) and (body := self._body_before(start)):
            name = f"{body} {name}"
        return Voice(name, "", place, stop, "unnamed")

    def _body_before(self, at: int) -> str:
        """The body named last, for whom a spokesman speaks who is told of without one."""
        found = re.findall(O, self.coded.text[max(0, at - 400) : at])
        one = self.cast.bodies[number_of(found[-1])] if found else None
        return one.name if isinstance(one, Organisation) else ""

    def _is_other(self, words: str, he: str) -> bool:
        """Whether the title of a person tells that the pronoun is not theirs."""
        person = re.search(P, words)
        title = self.cast.people[number_of(person[0])].title if person else ""
        not_he = title.split(" ")[0] in {"Mrs", "Ms", "Miss", "Dame", "Lady", "Baroness"}
        not_she = title.split(" ")[0] in {"Mr", "Sir", "Lord", "Father"}
        return not_he if he in {"he", "him", "his"} else bool(he) and not_she

    def _another(self, place: int, stop: int) -> Voice | None:
        """Another of the kind that spoke last without a name."""
        if self.last is None or self.last.kind != "unnamed":
            return None
        kind = re.sub(r"(?i)^(?:one|an?|another) ", "", self.last.name)
        return Voice(f"another {kind}", "", place, stop, "unnamed")

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
        somebody = SOMEBODY.search(re.sub(Q, ". ", told).rstrip() + " ") if told else None
        if somebody and not re.search(P, told):
            return Voice(somebody["np"], "", self.coded.at(at), self.coded.at(at), "unnamed")
        is_later = (
            before
            and self.last
            and self.last.kind in {"unnamed", "person"}
            and self.last.start > self.coded.at(offset + before[-1].start())
        )
        if is_later:
            return self.last
        return self.named(before[-1], None, offset) if before else self.last


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
