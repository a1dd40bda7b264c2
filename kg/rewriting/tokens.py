"""The words of a query, as far as SPARQL reads them in one way, and what stands in brackets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

# A part of SPARQL 1.1, 19.8: no escapes, and names of ASCII letters.
_TOKEN: Final = re.compile(
    r"""(?P<space>(?:[ \t\r\n]|\#[^\r\n]*)+)
      | (?P<iri><[A-Za-z][A-Za-z0-9+.-]*:[\w/:.\#%~-]*>)
      | (?P<variable>[?$][A-Za-z0-9_]+)
      | (?P<string>"[^"\\\r\n]*"(?!") | '[^'\\\r\n]*'(?!'))
      | (?P<language>@[A-Za-z]+(?:-[A-Za-z0-9]+)*)
      | (?P<name>(?>(?:[A-Za-z](?:[\w.-]*[\w-])?)?:(?:\w(?:[\w.-]*[\w-])?)?)(?!:))
      | (?P<number>[0-9]+(?:\.[0-9]+)?)
      | (?P<word>[A-Za-z]+)
      | (?P<other>&&|\|\||\^\^|[<>!]=|[-=<>!+*/(){};,.])""",
    re.VERBOSE | re.ASCII,
)
_WORDS: Final = re.compile(
    "PREFIX|SELECT|DISTINCT|FROM|NAMED|WHERE|AS|GROUP|BY|HAVING|ORDER|ASC|DESC|A|TRUE|FALSE|COUNT"
    "|FILTER|OPTIONAL|MINUS|BIND|UNION|VALUES|UNDEF|NOT|EXISTS|IN|STR|LANG|LANGMATCHES|DATATYPE"
    "|BOUND|IRI|URI|ABS|CEIL|FLOOR|ROUND|CONCAT|STRLEN|UCASE|LCASE|CONTAINS|STRSTARTS|STRENDS"
    "|STRBEFORE|STRAFTER|YEAR|MONTH|DAY|HOURS|MINUTES|SECONDS|TIMEZONE|TZ|COALESCE|IF|STRLANG"
    "|STRDT|SAMETERM|ISIRI|ISURI|ISBLANK|ISLITERAL|ISNUMERIC|REGEX|SUBSTR|REPLACE",
    re.IGNORECASE,
)
"""What a query may say. SAMPLE, SUM and the like can tell in which order rows are found."""
ORDERLY: Final = frozenset(("LIMIT", "OFFSET"))
"""These can as well, but not where the order of what is counted is told."""
EXTREMES: Final = frozenset(("MIN", "MAX"))
"""What they give of days of one kind hangs on no order; of others it may."""
_OPERANDS: Final = frozenset(("iri", "variable", "string", "language", "name", "number"))
PAIRS: Final = {"(": ")", "{": "}"}


class Token(NamedTuple):
    """A token, and where it stands in the query."""

    kind: str
    text: str
    start: int
    end: int


END: Final = Token("other", ".", -1, -1)
"""What ends triples without being written."""


class Unknown(Exception):
    """Something that is not read here, or not certain."""


def inside(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands in brackets, be they several."""
    while tokens and tokens[0].text == "(" and closed_at(tokens, 0) == len(tokens) - 1:
        tokens = tokens[1:-1]
    return tokens


def conjuncts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What all has to be true for an expression to be; the whole of it where that is not known."""
    tokens = inside(tokens)
    depths = list(depths_of(tokens))
    links = [each.text for each, depth in zip(tokens, depths, strict=True) if not depth]
    if "||" in links or "&&" not in links:
        yield tokens
        return
    begins = 0
    for at, each in enumerate(tokens):
        if each.text == "&&" and not depths[at]:
            yield from conjuncts(tokens[begins:at])
            begins = at + 1
    yield from conjuncts(tokens[begins:])


def resolved(token: Token, prefixes: Mapping[str, str]) -> str:
    """The IRI that a token writes; empty where it does not."""
    if token.kind == "iri":
        return token.text[1:-1]
    prefix, _, local = token.text.partition(":")
    return prefixes[prefix] + local if token.kind == "name" and prefix in prefixes else ""


def tokens_of(query: str) -> Iterator[Token]:
    """The tokens of a query; raises `Unknown` where it may be read in another way, or not here."""
    depth, before = 0, END
    at = 0
    while at < len(query):
        found = _TOKEN.match(query, at)
        if not found:
            raise Unknown
        text = found.group()
        text = f"?{text[1:]}" if text[0] == "$" else text
        token = Token(str(found.lastgroup), text, at, found.end())
        at = found.end()
        if token.kind == "space":
            continue
        depth += (token.text == "(") - (token.text == ")")
        _check(token, before, depth)
        yield token
        before = token


def _check(token: Token, before: Token, depth: int) -> None:
    """Raise `Unknown` for what the engine might read otherwise, and for unknown words."""
    is_after = before.kind in _OPERANDS or before.text == ")"
    if token.kind == "iri" and depth and is_after:
        raise Unknown  # less than
    if token.kind == "variable" and before.kind in _OPERANDS and before.end == token.start:
        raise Unknown  # a path of a property that may be missing
    if token.kind == "word" and not _is_known(token.text.upper()):
        raise Unknown


def _is_known(word: str) -> bool:
    return word in ORDERLY or word in EXTREMES or bool(_WORDS.fullmatch(word))


def depths_of(tokens: Sequence[Token]) -> Iterator[int]:
    """How deep in brackets each token stands; brackets themselves stand in their own."""
    depth = 0
    for each in tokens:
        depth += each.text in PAIRS
        yield depth
        depth -= each.text in PAIRS.values()


def closed_at(tokens: Sequence[Token], opened: int) -> int:
    """Where a bracket is closed; each of its kind within."""
    waiting = []
    for at in range(opened, len(tokens)):
        text = tokens[at].text
        if text in PAIRS:
            waiting.append(PAIRS[text])
        elif text in PAIRS.values() and (not waiting or waiting.pop() != text):
            break
        if not waiting:
            return at
    raise Unknown
