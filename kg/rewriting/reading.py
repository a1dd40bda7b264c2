"""A SELECT query read as far as it has one basic graph pattern, with FILTERs beside it.

Only what SPARQL reads in one way is read; of everything else `read` gives up.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Final, NamedTuple

from kg.model.names import RDF_TYPE
from kg.rewriting.tokens import (
    END,
    EXTREMES,
    ORDERLY,
    PAIRS,
    Token,
    Unknown,
    closed_at,
    depths_of,
    resolved,
    tokens_of,
)

_BESIDE: Final = frozenset(("OPTIONAL", "MINUS", "BIND"))


class Pattern(NamedTuple):
    """A triple pattern: a variable, a property by its IRI and as it is written, and its value.

    `value` is a variable with its `?`, or else an IRI; nothing for a literal. A property that is a
    variable has no IRI.
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

    `is_alone` where there is nothing else in it; else OPTIONAL, MINUS and BIND follow. `is_bag`
    where the bag of its rows is all that the answer hangs on. `head` is what stands between SELECT,
    at `begins`, and the group, and `tail` what comes after it.
    """

    patterns: list[Pattern]
    filters: list[list[Token]]
    prefixes: Mapping[str, str]
    start: int
    end: int
    is_alone: bool
    is_bag: bool = True
    begins: int = 0
    head: Sequence[Token] = ()
    tail: Sequence[Token] = ()

    @property
    def is_scoped(self) -> bool:
        """Whether it says itself which graphs it is asked of."""
        return any(each.kind == "word" and each.text.upper() == "FROM" for each in self.head)


def read(query: str) -> Group | None:
    """The group of a SELECT query; `None` for what is not certain."""
    try:
        tokens = list(tokens_of(query))
        prefixes, start = _prologue(tokens)
        opened = _opened(tokens, start)
        closed = closed_at(tokens, opened)
        if any(each.text in "{}" for each in tokens[closed + 1 :]):
            return None
        told = {each.text.upper() for each in tokens if each.kind == "word"}
        return _group(tokens[opened : closed + 1], prefixes)._replace(
            is_bag=not told & (ORDERLY | EXTREMES),
            begins=tokens[start].start,
            head=tokens[start + 1 : opened],
            tail=tokens[closed + 1 :],
        )
    except Unknown:
        return None


def _prologue(tokens: Sequence[Token]) -> tuple[dict[str, str], int]:
    prefixes: dict[str, str] = {}
    at = 0
    while _is(tokens, at, "PREFIX"):
        name, iri = tokens[at + 1 : at + 3] if at + 2 < len(tokens) else (tokens[at],) * 2
        prefix = name.text[:-1]
        if name.kind != "name" or name.text[-1] != ":" or iri.kind != "iri" or prefix in prefixes:
            raise Unknown
        prefixes[prefix] = iri.text[1:-1]
        at += 3
    return prefixes, at


def _opened(tokens: Sequence[Token], at: int) -> int:
    """Where the group of a SELECT query begins."""
    if not _is(tokens, at, "SELECT"):
        raise Unknown
    depths = list(depths_of(tokens))
    for place in range(at, len(tokens)):
        if tokens[place].text == "{":
            if depths[place] != 1:  # in brackets, of EXISTS
                raise Unknown
            return place
    raise Unknown


def _group(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Group:
    triples: list[Token] = []
    filters: list[list[Token]] = []
    beside, at, last = False, 1, len(tokens) - 1
    while at < last:
        word = tokens[at].text.upper() if tokens[at].kind == "word" else ""
        if word == "FILTER" or word in _BESIDE:
            end = closed_at(tokens, _bracket(tokens, at + 1))
            if word == "FILTER":
                filters.append(list(tokens[at + 1 : end + 1]))
                triples.append(END)  # a triple does not go on after it
            beside |= word != "FILTER"
            at = end + 1
        elif tokens[at].text == "{" or (beside and tokens[at].text != "."):
            raise Unknown
        else:
            triples.append(tokens[at])
            at += 1
    patterns = list(_patterns(triples, prefixes))
    return Group(patterns, filters, prefixes, tokens[0].end, tokens[last].start, not beside)


def _bracket(tokens: Sequence[Token], at: int) -> int:
    """The first bracket of a constraint or of a group, and nothing but a name before it."""
    for place in range(at, min(at + 3, len(tokens))):
        if tokens[place].text in PAIRS:
            return place
        if tokens[place].kind not in ("word", "name", "iri"):
            break
    raise Unknown


def _patterns(tokens: Sequence[Token], prefixes: Mapping[str, str]) -> Iterator[Pattern]:
    rest = [*tokens, END]
    may_end = False  # a full stop stands after triples and after FILTER, and never alone
    while rest:
        if rest[0].text == ".":
            is_filter = rest.pop(0) is END
            if not (is_filter or may_end):
                raise Unknown
            may_end = is_filter
            continue
        subject = rest.pop(0)
        if subject.kind != "variable" or rest[0].text == ".":
            raise Unknown
        yield from _properties(subject.text, rest, prefixes)
        may_end = True


def _properties(subject: str, rest: list[Token], prefixes: Mapping[str, str]) -> Iterator[Pattern]:
    while rest[0].text != ".":
        verb = rest.pop(0)
        predicate = RDF_TYPE if verb.text == "a" else resolved(verb, prefixes)
        if not predicate and verb.kind != "variable":
            raise Unknown
        while True:
            yield Pattern(subject, predicate, verb.text, _value(rest, prefixes))
            if rest[0].text != ",":
                break
            rest.pop(0)
        if rest[0].text not in (";", "."):
            raise Unknown
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
        raise Unknown
    return found


def _is(tokens: Sequence[Token], at: int, word: str) -> bool:
    return at < len(tokens) and tokens[at].kind == "word" and tokens[at].text.upper() == word
