"""An update as its operations: what each takes away and puts, where, and what its pattern is.

The parts are cut out of the text and never read any further: the engine does that, and only to
answer a query. So a part that was cut wrongly is refused by the engine or finds something else,
but nothing is written where this module did not say.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple, Never

from kg.errors import BadQuery, Forbidden
from kg.store.base import Dataset

# SPARQL 1.1, 19.8; a name's last character is no full stop
_TOKEN = re.compile(
    r"""(?P<space>(?:[ \t\r\n]|\#[^\r\n]*)+)
      | (?P<mark><<|>>|\{\||\|\})
      | (?P<iri><(?:[^\x00-\x20<>"{}|^`\\]|\\u[0-9A-Fa-f]{4}|\\U[0-9A-Fa-f]{8})*>)
      | (?P<string>"{3}(?:"{0,2}(?:[^"\\]|\\.))*"{3} | '{3}(?:'{0,2}(?:[^'\\]|\\.))*'{3}
                  | "(?:[^"\\\r\n]|\\.)*" | '(?:[^'\\\r\n]|\\.)*')
      | (?P<variable>[?$]\w+)
      | (?P<name>(?:_|[^\W\d_](?:[\w.·-]*[\w·-])?)?:(?:(?:[\w.:%·-]|\\.)*(?:[\w:%·-]|\\.))?)
      | (?P<word>[A-Za-z_][\w-]*)
      | (?P<other>.)""",
    re.VERBOSE | re.DOTALL,
)
CHANGEABLE = re.compile(r"\b(?:RAND|UUID|STRUUID|BNODE)\b", re.IGNORECASE)
"""Functions whose value is another one each time that a pattern is asked."""


NOWHERE = "urn:coterminous:nowhere"
"""An endpoint that no client can reach: SERVICE SILENT of it gives one empty solution."""
DECLARES = ("BASE", "PREFIX", "VERSION")


class Block(NamedTuple):
    """Triples of a template, and the graph as the text names it; the default graph is empty."""

    graph: str
    triples: str


@dataclass(frozen=True)
class Operation:
    """One operation; `kind` is MODIFY, LOAD, CLEAR, DROP, CREATE, ADD, MOVE or COPY.

    Terms are as they are written, to be read below `prologue`. `targets` are the graphs of a
    graph management operation: a term, DEFAULT, NAMED or ALL. `where_at` is where the word WHERE
    stands in the text, and `shorthand` whether it is that of DELETE WHERE.
    """

    kind: str
    prologue: str
    deletes: tuple[Block, ...] = ()
    inserts: tuple[Block, ...] = ()
    where: str = "{}"
    scope: str = ""
    using: tuple[str, ...] = ()
    named: tuple[str, ...] = ()
    targets: tuple[str, ...] = ()
    silent: bool = False
    where_at: int = -1
    shorthand: bool = False


def operations(text: str) -> list[Operation]:
    """The operations of an update that the engine can read, in order.

    >>> [one] = operations("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:b> 1 } }")
    >>> one.kind, one.inserts
    ('MODIFY', (Block(graph='<urn:g>', triples=' <urn:a> <urn:b> 1 '),))
    """
    return _Reader(text).operations()


def refuse_services(text: str) -> None:
    """Raise `Forbidden` for an update that would have the engine call another service.

    >>> refuse_services("INSERT DATA { <urn:service> <urn:p> 'service' }")
    >>> refuse_services("DELETE {} WHERE { SERVICE SILENT <urn:coterminous:nowhere> {} }")
    """
    if "service" not in text.lower():
        return
    for each in _TOKEN.finditer(text):
        is_call = each.lastgroup == "word" and each.group().upper() == "SERVICE"
        if is_call and not text.startswith(f" SILENT <{NOWHERE}>", each.end()):
            raise Forbidden("SERVICE is not followed in an update.")


def refuse_two_datasets(operation: Operation) -> None:
    """Raise `BadQuery` where an operation names its own graphs beside those of the request."""
    if operation.using or operation.named or operation.scope:
        raise BadQuery(
            "The update names its graphs by WITH or USING, and the request names others.",
            hint="Leave one of them out.",
        )


def with_using(text: str, using: Dataset) -> str:
    """The update with these graphs for its patterns (SPARQL 1.1 Protocol, 2.2.3).

    >>> from kg.model.terms import Iri
    >>> with_using("DELETE WHERE { ?s ?p ?o }", Dataset((Iri("urn:g"),)))
    'DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }'
    """
    graphs = [f"USING {each.nt()} " for each in using.default]
    graphs += [f"USING NAMED {each.nt()} " for each in using.named]
    for each in reversed(operations(text)):
        refuse_two_datasets(each)
        if each.where_at >= 0:
            template = each.where + " " if each.shorthand else ""
            said = template + "".join(graphs)
            text = text[: each.where_at] + said + text[each.where_at :]
    return text


class Token(NamedTuple):
    """A token of an update, and where it stands."""

    kind: str
    text: str
    start: int
    end: int


def tokens(text: str) -> list[Token]:
    """The tokens of a text, without what is between them."""
    return [
        Token(str(each.lastgroup), each.group(), each.start(), each.end())
        for each in _TOKEN.finditer(text)
        if each.lastgroup != "space"
    ]


class _Reader:
    def __init__(self, text: str) -> None:
        self._text = text
        self._tokens = tokens(text)
        self._at = 0
        self._prologue = ""

    def operations(self) -> list[Operation]:
        found: list[Operation] = []
        while True:
            while self._word() in DECLARES:
                self._declaration()
            if self._at == len(self._tokens):
                return found
            found.append(self._operation())
            self._taken(";")

    def _declaration(self) -> None:
        start = self._peek().start
        last = self._at + (3 if self._word() == "PREFIX" else 2)
        if last > len(self._tokens):
            self._fail()
        self._prologue += self._text[start : self._tokens[last - 1].end] + "\n"
        self._at = last

    def _operation(self) -> Operation:
        word = self._word()
        if word in ("INSERT", "DELETE", "WITH"):
            return self._modify()
        if word in ("CLEAR", "DROP", "CREATE", "LOAD", "ADD", "MOVE", "COPY"):
            self._at += 1
            return self._management(word)
        return self._fail()

    def _management(self, kind: str) -> Operation:
        silent = self._taken("SILENT")
        targets: list[str] = []
        while self._at < len(self._tokens) and self._peek().text != ";":
            token = self._next()
            if token.kind in ("iri", "name"):
                targets.append(token.text)
            elif token.text.upper() in ("DEFAULT", "NAMED", "ALL"):
                targets.append(token.text.upper())
            elif token.text.upper() not in ("GRAPH", "TO", "INTO"):
                self._fail()
        return Operation(kind, self._prologue, targets=tuple(targets), silent=silent)

    def _modify(self) -> Operation:
        scope = self._next_term() if self._taken("WITH") else ""
        deletes: tuple[Block, ...] = ()
        inserts: tuple[Block, ...] = ()
        if self._taken("DELETE"):
            if self._taken("WHERE"):
                at, where = self._tokens[self._at - 1].start, self._braces(self._at)
                deletes = self._blocks()
                return Operation(
                    "MODIFY", self._prologue, deletes, where=where, where_at=at, shorthand=True
                )
            data = self._taken("DATA")
            deletes = self._blocks()
            if data:
                return Operation("MODIFY", self._prologue, deletes)
        if self._taken("INSERT"):
            data = self._taken("DATA")
            inserts = self._blocks()
            if data:
                return Operation("MODIFY", self._prologue, (), inserts)
        using, named = self._using()
        at = self._peek().start
        self._taken("WHERE")  # which may be left out
        where = self._braces(self._at)
        self._at = self._closing(self._at) + 1
        return Operation(
            "MODIFY", self._prologue, deletes, inserts, where, scope, tuple(using), tuple(named),
            where_at=at,
        )  # fmt: skip

    def _using(self) -> tuple[list[str], list[str]]:
        using: list[str] = []
        named: list[str] = []
        while self._taken("USING"):
            (named if self._taken("NAMED") else using).append(self._next_term())
        return using, named

    def _blocks(self) -> tuple[Block, ...]:
        """The blocks of the braces that begin here: the default graph's first, then the others."""
        end = self._closing(self._at)
        self._at += 1
        plain, blocks, first = "", [], self._at
        while self._at < end:
            if self._word() != "GRAPH":
                self._at += 1
                continue
            plain += self._run(first, self._at)
            self._at += 1
            name, last = self._next().text, self._closing(self._at)
            blocks.append(Block(name, self._text[self._peek().end : self._tokens[last].start]))
            self._at = last + 1
            self._taken(".")
            first = self._at
        plain += self._run(first, end)
        self._at = end + 1
        return (*([Block("", plain)] if plain else []), *blocks)

    def _run(self, first: int, last: int) -> str:
        """The text of these tokens, which are triples, with a full stop behind them."""
        if first == last:
            return ""
        text = self._text[self._tokens[first].start : self._tokens[last - 1].end]
        return text + ("\n" if self._tokens[last - 1].text == "." else "\n.\n")

    def _braces(self, at: int) -> str:
        return self._text[self._tokens[at].start : self._tokens[self._closing(at)].end]

    def _closing(self, at: int) -> int:
        """The place of the brace that closes the one at this place."""
        if at >= len(self._tokens) or self._tokens[at].text != "{":
            self._fail()
        depth = 0
        for place in range(at, len(self._tokens)):
            depth += {"{": 1, "}": -1}.get(self._tokens[place].text, 0)
            if not depth:
                return place
        return self._fail()

    def _word(self) -> str:
        """The word that stands here, in capitals."""
        if self._at < len(self._tokens) and self._tokens[self._at].kind == "word":
            return self._tokens[self._at].text.upper()
        return ""

    def _taken(self, text: str) -> bool:
        if self._at < len(self._tokens) and self._tokens[self._at].text.upper() == text:
            self._at += 1
            return True
        return False

    def _peek(self) -> Token:
        return self._tokens[self._at] if self._at < len(self._tokens) else self._fail()

    def _next(self) -> Token:
        token = self._peek()
        self._at += 1
        return token

    def _next_term(self) -> str:
        token = self._next()
        return token.text if token.kind in ("iri", "name") else self._fail()

    def _fail(self) -> Never:
        at = self._tokens[self._at].start if self._at < len(self._tokens) else len(self._text)
        before = self._text[:at]
        place = f"{before.count(chr(10)) + 1}:{at - before.rfind(chr(10))}"
        raise BadQuery(
            f"The update cannot be taken apart at {place}.", place, "Put spaces between its words."
        )
