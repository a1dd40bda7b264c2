"""The words of a query, all of them: joined they are the query again.

This is not a parser. A query is read by the engine that ships before it is sent anywhere, so that
here only what is certain of SPARQL 1.1, 19.8 has to be told apart: strings, IRIs and comments from
what stands between them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final, NamedTuple

_WORD: Final = re.compile(
    r"""(?P<space>(?:\s|\#[^\r\n]*)+)
      | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
      | (?P<string>"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
          | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<blank>_:\w(?:[\w.-]*[\w-])?)
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>(?:[^\W\d_](?:[\w.-]*[\w-])?)?:(?:(?:[\w:]|%[0-9A-Fa-f]{2}|\\.)
          (?:(?:[\w.:-]|%[0-9A-Fa-f]{2}|\\.)*(?:[\w:-]|%[0-9A-Fa-f]{2}|\\.))?)?)
      | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
      | (?P<word>[A-Za-z_]\w*)
      | (?P<other>\^\^|.)""",
    re.VERBOSE | re.DOTALL,
)
_FORMS: Final = ("SELECT", "ASK", "CONSTRUCT", "DESCRIBE")
PAIRS: Final = {"(": ")", "{": "}", "[": "]"}


class Word(NamedTuple):
    """A word and its kind; white space and comments are of the kind `space`."""

    kind: str
    text: str

    @property
    def upper(self) -> str:
        """A keyword in capitals; nothing where it is none."""
        return self.text.upper() if self.kind == "word" else ""


def words_of(query: str) -> list[Word]:
    """The words of a query.

    >>> [each.text for each in words_of('ASK {?a <urn:b#c> "d # e"}') if each.kind != "space"]
    ['ASK', '{', '?a', '<urn:b#c>', '"d # e"', '}']
    """
    return [Word(str(found.lastgroup), found.group()) for found in _WORD.finditer(query)]


def joined(words: Iterable[Word]) -> str:
    """The query that these words make."""
    return "".join(each.text for each in words)


def without_space(words: Iterable[Word]) -> list[Word]:
    """The words that mean something."""
    return [each for each in words if each.kind != "space"]


def form_of(words: Iterable[Word]) -> str:
    """SELECT, ASK, CONSTRUCT or DESCRIBE; nothing where it is none of them.

    >>> form_of(words_of("PREFIX ask: <urn:select> # ASK\\nselect * {}"))
    'SELECT'
    """
    return next((each.upper for each in words if each.upper in _FORMS), "")


def says(words: Iterable[Word], keyword: str) -> bool:
    """Whether a keyword is among the words."""
    return any(each.upper == keyword for each in words)


def closed_at(words: Sequence[Word], opened: int) -> int:
    """Where the bracket that stands there is closed; the end where it never is."""
    depth = 0
    for at in range(opened, len(words)):
        if words[at].kind == "other":
            depth += (words[at].text in PAIRS) - (words[at].text in PAIRS.values())
        if not depth:
            return at
    return len(words) - 1


def starless(words: Sequence[Word], columns: Sequence[str]) -> list[Word]:
    """The words with these columns in place of the star of the outermost SELECT.

    Engines have the columns of a star in orders of their own.

    >>> joined(starless(words_of("SELECT DISTINCT * { SELECT * { ?a ?b ?c } }"), ["?c", "?a"]))
    'SELECT DISTINCT ?c ?a { SELECT * { ?a ?b ?c } }'
    """
    for at, each in enumerate(words):
        if each.text in PAIRS or not columns:  # there are no brackets before a star
            break
        if each.text == "*":
            return [*words[:at], Word("columns", " ".join(columns)), *words[at + 1 :]]
    return list(words)
