"""What stands around the group of a query that counts: its columns, its groups and its order.

Whatever is not read here raises `Unknown`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Final, NamedTuple

from kg.rewriting.tables import THING, Aggregate
from kg.rewriting.tokens import Token, Unknown

_FUNCTIONS: Final = ("COUNT", "MIN", "MAX")
NAME: Final = "?counted"
_CLAUSES: Final = ("GROUP", "HAVING", "ORDER", "LIMIT", "OFFSET")


class Item(NamedTuple):
    """A column of the answer: what it is, and its name where that is not itself a variable."""

    expression: list[str]
    alias: str


class Names:
    """The variables that stand for aggregates, in a text of which only the keys are known."""

    def __init__(self, keys: Sequence[str]) -> None:
        self.keys = keys
        self.aggregates: list[Aggregate] = []

    def replaced(self, tokens: Sequence[Token], aliases: Iterable[str] = ()) -> list[str]:
        """The tokens with variables in place of aggregates; `aliases` may be named as well."""
        known, found, at = {*self.keys, *aliases}, [], 0
        while at < len(tokens):
            text = tokens[at].text
            if tokens[at].kind == "word" and text.upper() in _FUNCTIONS:
                aggregate, at = _aggregate(tokens, at)
                if aggregate not in self.aggregates:
                    self.aggregates.append(aggregate)
                found.append(f"{NAME}{self.aggregates.index(aggregate)}")
                continue
            if tokens[at].kind == "variable" and text not in known:
                raise Unknown
            found.append(text)
            at += 1
        return found


def clauses_of(tail: Sequence[Token]) -> dict[str, list[Token]]:
    """What follows the group, by the words that begin it, which stand in their order."""
    found: dict[str, list[Token]] = {each: [] for each in _CLAUSES}
    last, depth = "", 0
    for at, token in enumerate(tail):
        word = token.text.upper() if token.kind == "word" and not depth else ""
        depth += (token.text == "(") - (token.text == ")")
        if word in _CLAUSES:
            if found[word] or _CLAUSES.index(word) < (_CLAUSES.index(last) if last else 0):
                raise Unknown
            last = word
        elif word == "BY":
            if tail[at - 1].text.upper() not in ("GROUP", "ORDER"):
                raise Unknown
            continue
        elif not last:
            raise Unknown
        if word not in ("GROUP", "HAVING", "ORDER"):
            found[last].append(token)
    return found


def shown_in(head: Sequence[Token]) -> list[list[Token]]:
    """The columns of the answer, each a variable or what stands in brackets."""
    items = list(head)
    if items and items[0].text.upper() == "DISTINCT":
        items.pop(0)
    if items and items[-1].text.upper() == "WHERE":
        items.pop()
    return list(_parts(items))


def _parts(tokens: Sequence[Token]) -> Iterator[list[Token]]:
    """Variables, and what stands in brackets with a word before it or without."""
    part: list[Token] = []
    depth = 0
    for each in tokens:
        depth += (each.text == "(") - (each.text == ")")
        part.append(each)
        if not depth and (each.text == ")" or each.kind == "variable"):
            yield part
            part = []
    if part:
        raise Unknown


def bracketed(tokens: Sequence[Token]) -> list[list[Token]]:
    """The conditions of HAVING, each in brackets."""
    found = list(_parts(tokens))
    if any(each[0].text != "(" for each in found):
        raise Unknown
    return found


def ordered_by(tokens: Sequence[Token]) -> list[list[Token]]:
    """What ORDER BY sorts by: variables, and what stands in brackets with ASC, DESC or neither."""
    found = list(_parts(tokens))
    for each in found:
        is_way = len(each) > 2 and each[0].text.upper() in ("ASC", "DESC") and each[1].text == "("
        if not (is_way or each[0].text == "(" or (len(each) == 1 and each[0].kind == "variable")):
            raise Unknown
    return found


def keys_of(grouped: Sequence[Token], shown: list[list[Token]], *, is_distinct: bool) -> list[str]:
    """The variables of GROUP BY, or those of which each row is to be shown once."""
    if grouped:
        keys = [each.text for each in grouped if each.kind == "variable"]
        if len(keys) < len(grouped) or len(set(keys)) < len(keys):
            raise Unknown
        return keys
    counts = any(each.text.upper() in _FUNCTIONS for item in shown for each in item)
    if counts:
        return []
    keys = [item[0].text for item in shown]
    if not is_distinct or len(set(keys)) < len(keys) or any(len(item) > 1 for item in shown):
        raise Unknown
    return keys


def item_of(tokens: Sequence[Token], names: Names) -> Item:
    """A column of the answer, with variables in place of aggregates."""
    if len(tokens) == 1:
        return Item(names.replaced(tokens), "")
    if len(tokens) < 5 or tokens[0].text != "(" or tokens[-3].text.upper() != "AS":
        raise Unknown
    if tokens[-2].kind != "variable":
        raise Unknown
    return Item(names.replaced(tokens[1:-3]), tokens[-2].text)


def written(item: Item) -> str:
    """A column of the answer as SELECT has it."""
    return f"({' '.join(item.expression)} AS {item.alias})" if item.alias else item.expression[0]


def aliases_of(head: Iterable[Item]) -> list[str]:
    """The names of what is not a variable itself."""
    return [each.alias for each in head if each.alias]


def _aggregate(tokens: Sequence[Token], at: int) -> tuple[Aggregate, int]:
    """The aggregate that is called there, and the place after it."""
    told = [each.text.upper() for each in tokens[at + 1 : at + 5]]
    is_distinct = told[1:2] == ["DISTINCT"]
    size = 4 + is_distinct
    if told[:1] != ["("] or len(tokens) < at + size or tokens[at + size - 1].text != ")":
        raise Unknown
    of, name = tokens[at + size - 2], tokens[at].text.upper()
    if of.text == "*" and name == "COUNT" and not is_distinct:
        return Aggregate(name, THING, is_distinct=False), at + size
    if of.kind != "variable":
        raise Unknown
    return Aggregate(name, of.text, is_distinct=is_distinct), at + size
