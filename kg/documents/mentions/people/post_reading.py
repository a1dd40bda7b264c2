"""One text with people, bodies and titles as single characters, and the posts read of it so far."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from kg.documents.mentions.model import Group, Organisation, Person, Post
from kg.documents.mentions.people import post_patterns as said
from kg.documents.mentions.people.post_words import titles
from kg.documents.mentions.text.coded import Coded, O, P, code, number_of
from kg.documents.mentions.text.view import View
from kg.documents.patterns import compiled

Body = Organisation | Group

_ASIDE = compiled(
    rf"(?P<P>{P})(?:,? (?:[MOCKD]BE|[QK]C|FRCGP|FRCP|JP|DL|AM|MSP|MEP|RN|PhD)\b|, \d\d(?=,)"
    rf"| \((?:pictured|above|left|right|inset|below)[^)\n]{{0,20}}\)"
    rf"| \([A-Z]{{2,4}}\)(?=,? [A-Z]|, )"
    rf"| \((?:Lab(?:our)?|Con(?:servative)?s?|Tory|Lib ?Dem|LD|Ind(?:ependent)?|Green|Plaid|Reform"
    rf"|UKIP"
    rf"|Liberal Democrat)\b[^)\n]{{0,30}}\))+"
    rf"|(?P<O>{O}) ?\((?:the |or |known as )?[\"']?(?:[A-Z][\w&/ -]{{0,14}}|{O})[\"']?\)"
)

_MANY = compiled(
    r"(?:(?<=officer)|(?<=chair)|(?<=director)|(?<=executive)|(?<=leader))s\b", re.IGNORECASE
)

_LEAD = compiled(r"\b(former|interim|acting|outgoing|incoming) (?:the )?$", re.IGNORECASE)

_LEAVES = compiled(
    r"\bformer |\bused to |\bretired |\bex-|down as|resigned|retire|\bleft as|\bthen |formerly"
    r"|previously"
    r" |\bonce |was replaced|until"
)

_COMES = compiled(r"will be|become|take over|to be ")

_COMING = {"incoming", "designate", "elect", "shadow"}

_WORDS = compiled(r"[A-Za-z-]+")

_WHOSE = compiled(rf"{O}'s (?={O})")
"""A body that is told only as the one another belongs to."""
_NHS = "x/nhs"


@dataclass(frozen=True, slots=True)
class Cast:
    """The people and bodies that the codes of a text stand for, by number."""

    people: Sequence[Person]
    bodies: Sequence[Body]


@dataclass(slots=True)
class Reading:
    """One text with its titles as codes, and the posts read so far."""

    view: View
    cast: Cast
    outer: Coded
    inner: Coded
    found: dict[tuple[int, str], tuple[int, int, Post]] = field(default_factory=dict)
    covered: set[int] = field(default_factory=set)
    last: tuple[list[Person], list[Body]] = field(default_factory=lambda: ([], []))

    @property
    def text(self) -> str:
        """The text with its codes."""
        return self.inner.text

    def place(self, start: int, end: int) -> tuple[int, int]:
        """A stretch of the coded text in the folded text."""
        return self.outer.at(self.inner.at(start)), self.outer.at(self.inner.at(end))

    def people(self, codes: str | None) -> list[Person]:
        """The people of a stretch of the coded text."""
        return [self.cast.people[number_of(one)] for one in re.findall(P, codes or "")]

    def bodies(self, codes: str | None) -> list[Body]:
        """The bodies of a stretch of the coded text; the health service only where it is alone."""
        found = [
            self.cast.bodies[number_of(one)] for one in re.findall(O, _WHOSE.sub("", codes or ""))
        ]
        found = [one for one in found if one.type != "people"]
        return [one for one in found if one.key != _NHS or len(found) == 1]

    def named(self, start: int, end: int) -> list[Body]:
        """The bodies of a stretch of the coded text, without the health service itself."""
        return [one for one in self.bodies(self.text[start:end]) if one.key != _NHS]

    def title(self, at: int, who: list[Person], bodies: list[Body], match: re.Match[str]) -> None:
        """One post for each holder; with `respectively` each has the body of the same number."""
        self.covered.add(at)
        start, end = self.place(at, at + 1)
        title = " ".join(self.view.text[start:end].split())
        lead = _LEAD.search(self.text, max(0, match.start() - 14), match.start())
        if lead and match.groupdict().get("own"):
            title = f"{lead[1].lower()} {title}"
        if len(who) > 1:
            title = _MANY.sub("", title)
        self.last = (who, bodies if match.groupdict().get("own") else [])
        if (
            len(who) > 1
            and len(who) == len(bodies)
            and said.RESPECTIVELY.match(self.text, match.end())
        ):
            for person, body in zip(who, bodies, strict=True):
                self.keep(start, end, title, [person], [body], match)
        else:
            self.keep(start, end, title, who, bodies, match)

    def keep(  # noqa: PLR0913 - one post and where it is told
        self,
        start: int,
        end: int,
        title: str,
        who: Sequence[Person | None],
        bodies: list[Body],
        match: re.Match[str],
        *,
        is_past: bool = False,
    ) -> None:
        """Keep a post for each holder, unless one there is kept already."""
        flags = set(_WORDS.findall(title.lower()))
        title = re.sub(r"^(?:then|new|current|first) ", "", title)
        aside = match[0].lower()
        if match.re is said.MORE:
            aside = re.split(r",| and\b|;", aside, maxsplit=1)[-1]
        for person in who or [None]:
            post = Post(
                self.view.span(start, end), title, person.key if person else "",
                tuple(one.key for one in bodies), person.name if person else "",
                tuple(one.name for one in bodies),
                interim=bool(flags & {"interim", "acting"}),
                former=is_past
                or bool(flags & {"former", "ex", "outgoing", "then"} or _LEAVES.search(aside)),
                incoming=bool(flags & _COMING or _COMES.search(aside)) and "minister" not in flags,
                joint=bool(flags & {"joint", "shared", "single"}) or len(bodies) > 1,
            )  # fmt: skip
            self.found.setdefault((start, post.holder), (start, end, post))

    def is_plural(self, at: int) -> bool:
        """Whether the title at a place is one of several people: `chairs of …`."""
        head = re.split(r" (?:of|for|at)\b", self.words(at))[0]
        return re.search(r"[^s]s$", head) is not None

    def words(self, at: int) -> str:
        """The words of the title at a place."""
        start, end = self.place(at, at + 1)
        return self.view.text[start:end]


def reading_of(view: View, coded: Coded, cast: Cast) -> Reading:
    """Give a text with its titles as codes; honours, ages and short forms go with their names.

    `he` and `she` before a verb stand for the last person of the paragraph, or for the only one of
    the paragraph before.
    """
    mentions = [(a, b, "T", at) for at, (a, b) in enumerate(titles(coded.text))]
    for aside in _ASIDE.finditer(coded.text):
        kind = aside.lastgroup or ""
        mentions.append((*aside.span(), kind, number_of(aside[kind])))
    for he in said.HE.finditer(coded.text):
        line = coded.text.rfind("\n", 0, he.start()) + 1
        before = re.findall(P, coded.text[line : he.start()])
        before = before or _only(cast, coded.text[:line].rstrip("\n").rpartition("\n")[2])
        if before:
            mentions.append((*he.span(), "P", number_of(before[-1])))
    return Reading(view, cast, coded, code(coded.text, mentions))


def _only(cast: Cast, paragraph: str) -> list[str]:
    """The code of the person of a paragraph, where it speaks of one only."""
    codes: list[str] = re.findall(P, paragraph)
    return codes[:1] if len({cast.people[number_of(one)].key for one in codes}) == 1 else []
