"""Whom `he` and `she` mean: the people told of before, by nearness, grammar and gender.

Each mention of a person costs a point a sentence between it and the pronoun, and more where it is
no subject; the cheapest that the gender allows is meant. Gender is known from titles (`Sir`), nouns
(`spokeswoman`) and pronouns that meant somebody clearly before, never from a given name.
"""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from kg.documents.mentions.model import Post
from kg.documents.mentions.people.posts import Cast
from kg.documents.mentions.speech.someone import SOMEONE, is_new, is_speaker
from kg.documents.mentions.speech.speaker_nouns import PLURALS, VERB
from kg.documents.mentions.speech.speaker_words import OF_NO_VERB, SENTENCE
from kg.documents.mentions.speech.voice import Voice, of_person, plain
from kg.documents.mentions.text.coded import Coded, P, Q, number_of
from kg.documents.patterns import compiled

_HE: Final = frozenset(("he", "him", "his"))
_SHE: Final = frozenset(("she", "her", "hers"))
_MENTION: Final = compiled(
    rf"(?P<person>{P})|(?P<someone>{SOMEONE})|\b(?P<he>[Hh]e|[Ss]he|[Hh]im|[Hh]is|[Hh]er)\b"
)
_PRONOUN: Final = compiled(r"\b(?:he|him|his|she|her|hers)\b", re.IGNORECASE)
_MOST: Final = 40
"""Mentions before a pronoun among which whom it means is looked for."""
_LINE: Final = 400
"""Characters before a mention that tell what it is in its sentence."""
_FAR: Final = 16
"""Sentences after which nobody is meant by a pronoun any more."""
_UNKNOWN: Final = 0.5
_OBJECT: Final = 1.0
_HELD: Final = 1.5
_OF_ANOTHER: Final = 2.0
_CLEAR: Final = 1.0
"""By how much whom a pronoun means must be nearer than anybody else, to tell their gender."""
_TITLES: Final = {
    "Mr": "he", "Sir": "he", "Lord": "he", "Father": "he",
    "Mrs": "she", "Ms": "she", "Miss": "she", "Dame": "she", "Lady": "she", "Baroness": "she",
}  # fmt: skip
_NOUN_OF: Final = {
    "Dr": "doctor", "Cllr": "councillor", "Councillor": "councillor", "Prof": "professor academic",
    "Professor": "professor academic", "Lord": "peer", "Baroness": "peer", "Lady": "peer",
}  # fmt: skip
"""What a title says that somebody is."""
_NOUN_HE: Final = compiled(r"(?:\b|spokes)(?:man|gentleman|father|husband|brother|son)\b")
_NOUN_SHE: Final = compiled(r"(?:\b|\w)(?:woman|lady|mother|wife|sister|daughter|midwife)\b")
_OBJECT_PRONOUN: Final = compiled(
    r"[Hh]im\b|[Hh]er(?=[.,;:]| (?:to|that|for|in|with|at|by|and|as|about|on|of|when|after)\b)"
)
"""A pronoun that does not mean the subject of its own clause."""
_SUBJECT_PRONOUN: Final = compiled(r"(?:he|she)\b", re.IGNORECASE)
"""A pronoun that tells the gender of whom it clearly means."""
_SAID_BY: Final = compiled(rf"{Q}[,.]? (?:[a-z]+ly )?{VERB}\b[^.,;]*$")
_ACTED_ON: Final = compiled(
    r"\b(?:\w{2,}ed|told|tells|ask|asks|met|meets|saw|sees|made|left|beat|gave|chose|calls|joins"
    r"|leads|replaces|backs|praises|thanks|tell|names|brought|sought|heard|quotes) $"
)
_OWN_OF: Final = compiled(r"\b(?P<own>[Hh]is|[Hh]er) (?:[\w'-]+ ){0,5}[\w'-]+,? $")
_BY: Final = compiled(rf"\b[Bb][Yy] (?:[^.\n{P[1:-1]}]{{1,50}} )?({P})[^.\n]{{0,60}}(?=\n|$)")
_HEAD_LINES: Final = 4
"""Lines of a text that may name its writer."""


@dataclass(frozen=True, slots=True)
class _Mention:
    place: int
    sentence: int
    cost: float
    voice: Voice
    own: str = ""

    @property
    def who(self) -> str:
        return self.voice.key or self.voice.name


class Antecedents:
    """The people that a text tells of in order, of whom pronouns mean one."""

    def __init__(self, coded: Coded, told: str, cast: Cast, posts: Sequence[Post]) -> None:
        self.coded, self.told, self.cast = coded, told, cast
        self.genders = {one.key: _TITLES.get(one.title.split(" ")[0], "") for one in cast.people}
        self.titles: dict[str, str] = {}
        for person in cast.people:
            self.titles.setdefault(person.key, _NOUN_OF.get(person.title, ""))
        for one in posts:
            self.titles[one.holder] = f"{self.titles.get(one.holder, '')} {one.title}"
        self.mentions: list[_Mention] = []
        self.read_to = 0
        self.pronouns: dict[int, Voice | None] = {}
        self.starts, self.ranks = _sentences(coded.text)
        self.opens = frozenset(self.starts)
        self.writers = _writers(coded.text, cast)

    def meant(self, at: int, word: str, *, others: str = "") -> Voice | None:
        """Whom the pronoun at a place means; `others` is the gender of those whom its speaker
        tells of in the words quoted, so that nobody else of unknown gender speaks."""
        self._read(at)
        if at not in self.pronouns:
            self.pronouns[at] = self._nearest(at, _gender(word), others)
        return self.pronouns[at]

    def subject(self, start: int, end: int) -> Voice | None:
        """The person whom a sentence tells of: its subject, else whoever it names first."""
        self._read(end)
        here = itertools.takewhile(lambda one: one.place >= start, reversed(self.mentions))
        found = [one for one in here if one.place < end and one.cost < _HELD]
        best = min(found, key=lambda one: (one.cost >= _OBJECT, one.place), default=None)
        return best.voice if best else None

    def alike(self, at: int, words: str) -> Voice | None:
        """Whom `the GP` means: `One GP of nine`, or who has that post; the one told of last."""
        self._read(at)
        return self._told(words, at) if re.fullmatch(SOMEONE, words) else None

    def may_be(self, voice: Voice | None, word: str) -> bool:
        """Whether nothing says that a pronoun cannot mean somebody."""
        gender = self.genders.get(voice.key or voice.name, "") if voice else ""
        return not gender or gender == _gender(word)

    def spoke(self, voice: Voice, at: int) -> None:
        """Somebody unnamed is quoted at a place: from here on pronouns may mean them."""
        if voice.kind != "unnamed" or re.search(rf"\b{PLURALS}\b", voice.name):
            return
        self._read(at)
        self._keep(at, 0, voice)

    def _read(self, end: int) -> None:
        """Take in the mentions up to a place."""
        begin, self.read_to = self.read_to, max(self.read_to, end)
        for found in _MENTION.finditer(self.coded.text, begin, max(begin, end)):
            place = found.start()
            if found["person"]:
                self._person(place)
            elif found["someone"]:
                self._someone(found)
            else:
                self._pronoun(place, found["he"].lower())

    def _pronoun(self, place: int, word: str) -> None:
        if place not in self.pronouns:
            self.pronouns[place] = self._nearest(place, _gender(word), "")
        voice = self.pronouns[place]
        if voice:
            self._keep(place, 0 if word in {"he", "she"} else _OBJECT, voice)

    def _person(self, place: int) -> None:
        number = number_of(self.coded.text[place])
        voice = of_person(self.cast, number, self.coded.at(place), self.coded.at(place + 1))
        if voice.key in self.writers:
            return
        own = _OWN_OF.search(self.coded.text, max(0, place - 60), place)
        self._keep(place, self._grammar(place, place + 1), voice, own["own"].lower() if own else "")

    def _someone(self, found: re.Match[str]) -> None:
        start, end = found.span("someone")
        if not is_speaker(self.coded.text, start, end):
            return
        cost = self._grammar(start, end)
        if known := self._told(found["someone"], start):
            self._keep(start, cost, known)
        elif is_new(found["someone"]) or start in self.opens:
            place, stop = self.coded.at(start), self.coded.at(end)
            voice = Voice(plain(self.told[place:stop]), "", place, stop, "unnamed")
            gender = "he" if _NOUN_HE.search(voice.name) else ""
            self.genders[voice.name] = "she" if _NOUN_SHE.search(voice.name) else gender
            self._keep(start, cost, voice)

    def _told(self, words: str, at: int) -> Voice | None:
        """Whom `the chair` means, told of before by that word; else whom the sentence before tells
        of, if nothing says what they are."""
        if is_new(words):
            return None
        noun = re.compile(rf"\b{re.escape(words.split()[-1])}\b", re.IGNORECASE)
        before = [one for one in self.mentions[-_MOST:] if one.place < at]
        for one in reversed(before):
            is_named = one.voice.kind == "person"
            if noun.search(self.titles.get(one.who, "") if is_named else one.voice.name):
                return one.voice
        last = next((one for one in reversed(before) if one.cost < _OBJECT), None)
        is_same = last and last.voice.kind == "person" and not self.titles.get(last.who)
        return last.voice if last and is_same and self._sentence(at) - last.sentence <= 1 else None

    def _keep(self, place: int, cost: float, voice: Voice, own: str = "") -> None:
        self.mentions.append(_Mention(place, self._sentence(place), cost, voice, own))

    def _sentence(self, place: int) -> int:
        return self.ranks[bisect_right(self.starts, place) - 1]

    def _grammar(self, start: int, end: int) -> float:
        """What it costs that a mention is not the subject of its sentence, or not the first."""
        begin = max(self.starts[bisect_right(self.starts, start) - 1], start - _LINE)
        before = self.coded.text[begin:start]
        if _SAID_BY.search(before):
            return 0
        if self.coded.text.startswith("'s", end):
            return _OBJECT
        if held := OF_NO_VERB.search(before):
            return _HELD if held.start() else _OBJECT
        if _ACTED_ON.search(before):
            return _OBJECT
        return 0.25 * min(2, len(re.findall(P, before)))

    def _nearest(self, at: int, he: str, others: str) -> Voice | None:
        here = self._sentence(at)
        is_object = _OBJECT_PRONOUN.match(self.coded.text, at)
        costs: dict[str, tuple[float, int, Voice]] = {}
        for one in self.mentions[-_MOST:]:
            gender = self.genders.get(one.who, "")
            if one.place >= at or here - one.sentence > _FAR or (he and gender and gender != he):
                continue
            cost = here - one.sentence + one.cost + (0 if gender else _UNKNOWN)
            if is_object and one.sentence == here and one.cost < _OBJECT:
                cost += _OF_ANOTHER
            is_own = one.own and he and _gender(one.own) == he
            if is_own or (others and others != he and not gender):
                cost += _OF_ANOTHER
            if one.who not in costs or cost <= costs[one.who][0]:
                costs[one.who] = (cost, -one.place, one.voice)
        ranked = sorted(costs.values(), key=lambda each: each[:2])
        if not ranked:
            return None
        best = ranked[0][2]
        is_clear = len(ranked) == 1 or ranked[1][0] - ranked[0][0] >= _CLEAR
        who = best.key or best.name
        is_subject = _SUBJECT_PRONOUN.match(self.coded.text, at)
        if is_subject and is_clear and not self.genders.get(who) and not others:
            self.genders[who] = he
        return best


def told_of(words: str) -> str:
    """The gender of those whom quoted words tell of, empty if they tell of none or of both.

    >>> told_of("He asks the questions that nobody else does")
    'he'
    """
    genders = {_gender(one[0].lower()) for one in _PRONOUN.finditer(words)}
    return genders.pop() if len(genders) == 1 else ""


def _gender(word: str) -> str:
    """`he` or `she` for a pronoun of either, else empty."""
    return "he" if word in _HE else "she" if word in _SHE else ""


def _sentences(text: str) -> tuple[list[int], list[int]]:
    """Where the sentences of a text begin, and their numbers; mere quotations are not counted."""
    stops = {found.end() for found in (*SENTENCE.finditer(text), *re.finditer("\n+", text))}
    starts = sorted({0, *stops})
    ranks, rank = [], 0
    for start, end in zip(starts, [*starts[1:], len(text)], strict=True):
        ranks.append(rank)
        rank += bool(re.sub(rf"{Q}|\W", "", re.sub(P, "P", text[start:end])))
    return starts, ranks


def _writers(text: str, cast: Cast) -> frozenset[str]:
    """The keys of those who wrote the text, as the lines above it say: `by reporter Ann Lee`."""

    def lines() -> Iterator[str]:
        begin = 0
        for _ in range(_HEAD_LINES):
            end = text.find("\n", begin)
            yield text[begin : end if end >= 0 else len(text)]
            begin = end + 1
            if end < 0:
                return

    found = (
        _BY.search(line) for line in lines() if not line.rstrip().endswith((".", "!", "?"))
    )  # fmt: skip
    return frozenset(cast.people[number_of(one[1])].key for one in found if one)
