"""A SELECT query read as far as it has one basic graph pattern, with FILTERs beside it.

Only what SPARQL reads in one way is read; of everything else `read` gives up.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE

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
"""What a query may say. LIMIT, SAMPLE, SUM and the like can tell in which order rows are found."""
_BESIDE: Final = frozenset(("OPTIONAL", "MINUS", "BIND"))
_OPERANDS: Final = frozenset(("iri", "variable", "string", "language", "name", "number"))
_PAIRS: Final = {"(": ")", "{": "}"}


class Token(NamedTuple):
    """A token, and where it stands in the query."""

    kind: str
    text: str
    start: int
    end: int


_END: Final = Token("other", ".", -1, -1)
"""What ends triples without being written."""


class Pattern(NamedTuple):
    """A triple pattern: a variable, a property by its IRI and as it is written, and its value.

    `value` is a variable with its `?`, or else an IRI; nothing for a literal.
    """

    subject: str
    predicate: str
    written: str
    value: str

    @property
    def is_open(self) -> bool:
        """Whether its value is a variable."""
        return self.value.startswith("?")


class Group(NamedTuple):
    """The group of a query: its triple patterns, its FILTERs, and where it begins and ends.

    `is_alone` where there is nothing else in it; else OPTIONAL, MINUS and BIND follow.
    """

    patterns: list[Pattern]
    filters: list[list[Token]]
    prefixes: Mapping[str, str]
    start: int
    end: int
    is_alone: bool


class _Unknown(Exception):
    """Something that is not read here."""


def read(query: str) -> Group | None:
    """The group of a SELECT query; `None` for what is not certain, or told by the order of rows."""
    try:
        tokens = list(_tokens(query))
        prefixes, start = _prologue(tokens)
        opened = _opened(tokens, start)
        closed = _closed(tokens, opened)
        if any(each.text in "{}" for each in tokens[closed + 1 :]):
            return None
        return _group(tokens[opened : closed + 1], prefixes)
    except _Unknown:
        return None


def inside(tokens: Sequence[Token]) -> Sequence[Token]:
    """What stands in brackets, be they several."""
    while tokens and tokens[0].text == "(" and _closed(tokens, 0) == len(tokens) - 1:
        tokens = tokens[1:-1]
    return tokens


def conjuncts(tokens: Sequence[Token]) -> Iterator[Sequence[Token]]:
    """What all has to be true for an expression to be; the whole of it where that is not known."""
    tokens = inside(tokens)
    depths = list(_depths(tokens))
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


def _tokens(query: str) -> Iterator[Token]:
    depth, before = 0, _END
    at = 0
    while at < len(query):
        found = _TOKEN.match(query, at)
        if not found:
            raise _Unknown
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
    """Raise `_Unknown` for what the engine might read otherwise, and for unknown words."""
    is_after = before.kind in _OPERANDS or before.text == ")"
    if token.kind == "iri" and depth and is_after:
        raise _Unknown  # less than
    if token.kind == "variable" and before.kind in _OPERANDS and before.end == token.start:
        raise _Unknown  # a path of a property that may be missing
    if token.kind == "word" and not _WORDS.fullmatch(token.text):
        raise _Unknown


def _prologue(tokens: Sequence[Token]) -> tuple[dict[str, str], int]:
    prefixes: dict[str, str] = {}
    at = 0
    while _is(tokens, at, "PREFIX"):
        name, iri = tokens[at + 1 : at + 3] if at + 2 < len(tokens) else (tokens[at],) * 2
        prefix = name.text[:-1]
        if name.kind != "name" or name.text[-1] != ":" or iri.kind != "iri" or prefix in prefixes:
            raise _Unknown
        prefixes[prefix] = iri.text[1:-1]
        at += 3
    return prefixes, at


def _opened(tokens: Sequence[Token], at: int) -> int:
    """Where the group of a SELECT query begins."""
    if not _is(tokens, at, "SELECT"):
        raise _Unknown
    depths = list(_depths(tokens))
    for place in range(at, len(tokens)):
        if tokens[place].text == "{":
            if depths[place] != 1:  # in brackets, of EXISTS
                raise _Unknown
            return place
    raise _Unknown


def _group(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Group:
    triples: list[Token] = []
    filters: list[list[Token]] = []
    beside, at, last = False, 1, len(tokens) - 1
    while at < last:
        word = tokens[at].text.upper() if tokens[at].kind == "word" else ""
        if word == "FILTER" or word in _BESIDE:
            end = _closed(tokens, _bracket(tokens, at + 1))
            if word == "FILTER":
                filters.append(list(tokens[at + 1 : end + 1]))
                triples.append(_END)  # a triple does not go on after it
            beside |= word != "FILTER"
            at = end + 1
        elif tokens[at].text == "{" or (beside and tokens[at].text != "."):
            raise _Unknown
        else:
            triples.append(tokens[at])
            at += 1
    patterns = list(_patterns(triples, prefixes))
    return Group(patterns, filters, prefixes, tokens[0].end, tokens[last].start, not beside)


def _bracket(tokens: Sequence[Token], at: int) -> int:
    """The first bracket of a constraint or of a group, and nothing but a name before it."""
    for place in range(at, min(at + 3, len(tokens))):
        if tokens[place].text in _PAIRS:
            return place
        if tokens[place].kind not in ("word", "name", "iri"):
            break
    raise _Unknown


def _patterns(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[Pattern]:
    rest = [*tokens, _END]
    may_end = False  # a full stop stands after triples and after FILTER, and never alone
    while rest:
        if rest[0].text == ".":
            is_filter = rest.pop(0) is _END
            if not (is_filter or may_end):
                raise _Unknown
            may_end = is_filter
            continue
        subject = rest.pop(0)
        if subject.kind != "variable" or rest[0].text == ".":
            raise _Unknown
        yield from _properties(subject.text, rest, prefixes)
        may_end = True


def _properties(subject: str, rest: list[Token], prefixes: Mapping[str, str]) -> Iterator[Pattern]:
    while rest[0].text != ".":
        verb = rest.pop(0)
        predicate = RDF_TYPE if verb.text == "a" else resolved(verb, prefixes)
        if not predicate:
            raise _Unknown
        while True:
            yield Pattern(subject, predicate, verb.text, _value(rest, prefixes))
            if rest[0].text != ",":
                break
            rest.pop(0)
        if rest[0].text not in (";", "."):
            raise _Unknown
        while rest[0].text == ";":
            rest.pop(0)


def _value(rest: list[Token], prefixes: Mapping[str, str]) -> str:
    token = rest.pop(0)
    if token.kind == "variable":
        return token.text
    if token.kind == "string":
        if rest[0].kind == "language":
            rest.pop(0)
        elif rest[0].text == "^^":
            del rest[:2]
        return ""
    found = resolved(token, prefixes)
    if not found:
        raise _Unknown
    return found


def _is(tokens: Sequence[Token], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].text.upper() == word


def _depths(tokens: Sequence[Token]) -> Iterator[int]:
    """How deep in brackets each token stands; brackets themselves stand in their own."""
    depth = 0
    for each in tokens:
        depth += each.text in _PAIRS
        yield depth
        depth -= each.text in _PAIRS.values()


def _closed(tokens: Sequence[Token], opened: int) -> int:
    """Where a bracket is closed; each of its kind within."""
    waiting = []
    for at in range(opened, len(tokens)):
        text = tokens[at].text
        if text in _PAIRS:
            waiting.append(_PAIRS[text])
        elif text in _PAIRS.values() and (not waiting or waiting.pop() != text):
            break
        if not waiting:
            return at
    raise _Unknown
