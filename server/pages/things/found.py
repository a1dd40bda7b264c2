"""What a search found, for a body that is gone what replaced it, and the questions it may mean."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from kg.model.terms import Iri, Literal
from kg.questions.bind import bind
from kg.questions.library import Library, Question
from kg.release.opened import OpenRelease
from kg.search.find import Hit
from kg.search.fold import fold
from server.pages.words.dates import day
from server.pages.words.names import Link, Names, local

_SHOWN = 30
_ASKED: Final = 3
_STEM: Final = 5
_RULES: Final = re.compile(r"/id/provision/(\S+)>")


class Successor(NamedTuple):
    """A body that took over, and since when."""

    link: Link
    since: str


class Found(NamedTuple):
    """A hit, its page, and the bodies that took over from it."""

    hit: Hit
    href: str
    successors: list[Successor]


def found(release: OpenRelease, names: Names, text: str, kind: str = "") -> list[Found]:
    """What a search for a name, an old name or a code finds, best first; nothing for no text."""
    if not text.strip():
        return []
    return [
        Found(hit, local(hit.iri), successors(release, names, hit.iri))
        for hit in release.search.find(text, first=_SHOWN, kind=kind)
    ]


def successors(release: OpenRelease, names: Names, body: Iri) -> list[Successor]:
    """The bodies that took over from a body directly."""
    query = bind(release.library.inside("successors"), {"body": body})
    return [
        Successor(names.link(successor), day(since.text) if isinstance(since, Literal) else "")
        for successor, since in release.store.select(query).rows
        if isinstance(successor, Iri)
    ]


def asked(library: Library, text: str) -> list[Question]:
    """The questions that a search for these words may mean, the likeliest first: three at most.

    Words are alike that begin alike, and count the more the fewer questions have them.
    """
    words = {each[:_STEM] for each in fold(text).split() if len(each) > 3 and each.isalpha()}
    if not words:
        return []
    having = {each.name: words & _words(each) for each in library.values()}
    worth = {word: 1 / max(1, sum(word in each for each in having.values())) for word in words}
    likely = [name for name, each in having.items() if 2 * len(each) >= len(words)]
    likely.sort(key=lambda name: -sum(worth[word] for word in having[name]))
    return [library[name] for name in likely[:_ASKED]]


def _words(question: Question) -> set[str]:
    """The beginnings of the words of a question, and of the rule that it asks about by itself."""
    about = " ".join(_RULES.findall(question.sparql))
    said = f"{question.name} {question.header.title} {question.header.question} {about}"
    return {each[:_STEM] for each in fold(said).split()}
