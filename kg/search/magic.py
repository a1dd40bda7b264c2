"""`?thing cot:matches "words"` in a query: what the search finds, best first, as a VALUES block.

It is written as a triple, so a query that has it is SPARQL 1.1 and every engine can read it; an
engine without it finds nothing. What can be written:

    ?thing cot:matches "wirral ccg"
    ?thing cot:matches ("wirral ccg" 20)
    (?thing ?rank) cot:matches "wirral ccg"

anywhere in a list of a variable's properties. The second takes so many at most, the third tells the
place of each in the search, from 1. A part that was cut out wrongly is refused by the engine: what
takes its place are IRIs of the index and nothing that was typed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import count
from typing import Final, NamedTuple, Never, Protocol

from kg.errors import BadQuery
from kg.model.names import PREFIXES, cot
from kg.model.terms import Iri

FIRST: Final = 100
"""How many things match where the query does not say."""
MOST: Final = 500
USES: Final = 8
"""How often a query may search."""

# SPARQL 1.1, 19.8, as far as it takes to find a triple's ends
_TOKEN: Final = re.compile(
    r"""(?P<space>(?:[ \t\r\n]|\#[^\r\n]*)+)
      | (?P<iri><[^\x00-\x20<>"{}|^`\\]*>)
      | (?P<string>"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:_|[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:(?:[\w.:%·-]|\\.)*(?:[\w:%·-]|\\.))?)
      | (?P<number>[0-9]*\.?[0-9]+(?:[eE][+-]?[0-9]+)?)
      | (?P<word>[A-Za-z_][\w-]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_CONTROL: Final = {"t": " ", "n": " ", "r": " ", "b": " ", "f": " "}
_TERM: Final = cot("matches")
_HINT: Final = 'Write ?thing cot:matches "words", or ?thing cot:matches ("words" 20).'


class Found(Protocol):
    """What a search finds."""

    @property
    def iri(self) -> Iri:
        """The thing."""


class Find(Protocol):
    """A search, as `kg.search.find.Search.find` is one."""

    def __call__(self, text: str, *, first: int) -> Sequence[Found]:
        """The things that match, best first."""


class _Token(NamedTuple):
    kind: str
    text: str
    start: int
    end: int


class _Edit(NamedTuple):
    start: int
    end: int
    text: str


def rewritten(query: str, find: Find) -> str:
    """A query with what was found in place of each `cot:matches`; the same where there is none.

    Raises `BadQuery` where it is not between a variable and words in quotes, and where there are
    too many.
    """
    for _ in range(USES + 1):
        if "matches" not in query:
            return query
        tokens = _tokens(query)
        prefixes = _prefixes(tokens)
        at = next((at for at in range(len(tokens)) if _is_use(tokens, at, prefixes)), None)
        if at is None:
            return query
        for edit in sorted(_edits(query, tokens, at, find), reverse=True):
            lost = query[edit.start : edit.end].count("\n")  # so that lines keep their numbers
            query = query[: edit.start] + edit.text + "\n" * lost + query[edit.end :]
    raise BadQuery(f"A query may search {USES} times.")


def _tokens(query: str) -> list[_Token]:
    found = (
        _Token(str(each.lastgroup), each.group(), each.start(), each.end())
        for each in _TOKEN.finditer(query)
    )
    return [each for each in found if each.kind != "space"]


def _prefixes(tokens: Sequence[_Token]) -> set[str]:
    """The ways to write the term with a prefix of this query."""
    start = PREFIXES["cot"]
    declared = zip(tokens, tokens[1:], tokens[2:], strict=False)
    return {
        name.text + "matches"
        for word, name, iri in declared
        if word.text.upper() == "PREFIX" and iri.text == f"<{start}>"
    }


def _is_use(tokens: Sequence[_Token], at: int, names: set[str]) -> bool:
    """Whether the term stands there as the predicate of a triple, which then can be rewritten."""
    token = tokens[at]
    if token.text != _TERM.nt() and not (token.kind == "name" and token.text in names):
        return False
    before, after = (_at(tokens, each) for each in (at - 1, at + 1))
    if before.text in ("(", "{", ",", ".", "") or before.kind == "word":
        return False  # a value among others, or the subject of a triple
    return after.kind in ("string", "variable") or after.text in ("(", "/", "|", "*", "+")


def _edits(query: str, tokens: Sequence[_Token], at: int, find: Find) -> list[_Edit]:
    words, first, end = _argument(query, tokens, at)
    after = _at(tokens, end)
    if after.text in (",", "@", "^"):
        _refuse(query, after)
    if tokens[at - 1].text == ";":
        subject = _subject(query, tokens, at - 1)
        block = _block((subject.text,), find(words, first=first))
        cut = _Edit(tokens[at - 1].start, tokens[end - 1].end, "")
        return [cut, _Edit(subject.start, subject.start, block)]
    names, start = _names(query, tokens, at)
    block = _block(names, find(words, first=first))
    while _at(tokens, end).text == ";":
        end += 1
    more = _at(tokens, end - 1).text == ";" and _at(tokens, end).text not in (".", "}", "")
    return [_Edit(start, tokens[end - 1].end, block + (f"{names[0]} " if more else ""))]


def _argument(query: str, tokens: Sequence[_Token], at: int) -> tuple[str, int, int]:
    """The words, how many things they may match, and the place after the last token of it."""
    one = _at(tokens, at + 1)
    if one.kind == "string":
        return _plain(one.text), FIRST, at + 2
    words, number = _at(tokens, at + 2), _at(tokens, at + 3)
    limited = number.kind == "number"
    if one.text != "(" or words.kind != "string" or _at(tokens, at + 3 + limited).text != ")":
        _refuse(query, tokens[at])
    if limited and not (number.text.isdigit() and 1 <= int(number.text[:9]) <= MOST):
        raise BadQuery(
            f"cot:matches gives 1 to {MOST} things, not {number.text}.", _place(query, number)
        )
    return _plain(words.text), int(number.text) if limited else FIRST, at + 4 + limited


def _names(query: str, tokens: Sequence[_Token], at: int) -> tuple[tuple[str, ...], int]:
    """The variables of the subject that stands right before, and where it begins."""
    if tokens[at - 1].kind == "variable":
        return (tokens[at - 1].text,), tokens[at - 1].start
    listed = tokens[max(at - 4, 0) : at]
    kinds = [each.text if each.kind == "other" else each.kind for each in listed]
    if kinds != ["(", "variable", "variable", ")"]:
        _refuse(query, tokens[at])
    return (listed[1].text, listed[2].text), listed[0].start


def _subject(query: str, tokens: Sequence[_Token], at: int) -> _Token:
    """The subject of the list of properties that the token there belongs to."""
    while at > 0:
        before = tokens[at - 1]
        if before.text in (".", "{", "}"):
            break
        if before.text in (")", "]"):
            opened = _opened(tokens, at - 1)
            if before.text == ")" and _calls(tokens, opened):
                break
            at = opened
        else:
            at -= 1
    if tokens[at].kind != "variable":
        _refuse(query, tokens[at])
    return tokens[at]


def _opened(tokens: Sequence[_Token], at: int) -> int:
    """Where the bracket was opened that is closed there."""
    depth = 0
    for place in range(at, 0, -1):
        text = tokens[place].text
        depth += (text in (")", "]")) - (text in ("(", "["))
        if not depth:
            return place
    return 0


def _calls(tokens: Sequence[_Token], at: int) -> bool:
    """Whether a bracket belongs to FILTER, BIND or a function, and not to a triple."""
    before = _at(tokens, at - 1)
    if before.kind == "word":
        return before.text != "a"
    return before.kind in ("iri", "name") and _at(tokens, at - 2).text.upper() == "FILTER"


def _block(names: tuple[str, ...], found: Sequence[Found]) -> str:
    things = [each.iri.nt() for each in found]
    if len(names) == 1:
        return f"VALUES {names[0]} {{ {' '.join(things)} }} "
    rows = (f"({thing} {place})" for place, thing in zip(count(1), things, strict=False))
    return f"VALUES ({' '.join(names)}) {{ {' '.join(rows)} }} "


def _plain(text: str) -> str:
    """The words in a string as it is written in a query.

    >>> _plain(r"'''St Helens\\t\\u0026 Knowsley'''")
    'St Helens & Knowsley'
    """
    marks = 3 if text[:3] in ('"""', "'''") and len(text) > 5 else 1
    return _ESCAPE.sub(_letter, text[marks:-marks])


def _letter(found: re.Match[str]) -> str:
    short, long, other = found.groups()
    if other:
        return _CONTROL.get(other, str(other))
    code = int(short or long, 16)
    return chr(code) if code < 0x110000 and not 0xD800 <= code < 0xE000 else " "


def _at(tokens: Sequence[_Token], at: int) -> _Token:
    return tokens[at] if 0 <= at < len(tokens) else _Token("end", "", 0, 0)


def _place(query: str, token: _Token) -> str:
    before = query[: token.start]
    return f"{before.count(chr(10)) + 1}:{token.start - before.rfind(chr(10))}"


def _refuse(query: str, token: _Token) -> Never:
    raise BadQuery(
        "cot:matches stands between a variable and words in quotes.", _place(query, token), _HINT
    )
