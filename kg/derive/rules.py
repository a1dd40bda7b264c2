"""Derivation rules: read in order, run one after the other, each into `graph/derived/{rule}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from kg.errors import BadQuery, InvalidInput
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph
from kg.model.terms import Blank, Iri, Literal, Statement, Triple
from kg.store.bulk import BLOCK, BulkStore
from kg.store.grounds import Grounds, triple_lines
from kg.store.oxigraph import OxigraphStore

_HEADER = re.compile(r"^#\+ (rule|version|order|merged|needs): (.+)$", re.MULTILINE)
NOTHING: Final = "nothing"
"""What a rule needs that stands on the sources alone."""


@dataclass(frozen=True)
class Rule:
    """A rule: its name (the file's), its sentence, its version, its place in the order.

    `merged` is false for guesses, which stay out of the default graph (DESIGN 3). `needs` names the
    rules on whose graphs it stands; without it, that is all that come before.
    """

    name: str
    path: Path
    sentence: str
    version: str
    order: int
    merged: bool
    construct: str
    needs: frozenset[str] | None = None

    @property
    def graph(self) -> Iri:
        """The graph that it writes."""
        return graph(f"derived/{self.name}")


def rules(folder: Path) -> list[Rule]:
    """The rules of a folder in their order; `InvalidInput` for a header that lacks a key."""
    found = [_read(path) for path in sorted(folder.glob("*.rq"))]
    return sorted(found, key=lambda rule: (rule.order, rule.name))


def run(rule: Rule, store: OxigraphStore) -> list[Statement]:
    """What a rule says of the graph as it stands, with the description of the graph it makes.

    Raises `InvalidInput` for a rule that makes a blank node.
    """
    with naming(rule):
        triples = store.triples(rule.construct)
    return [*_described(rule), *_checked(rule, triples)]


def told(rule: Rule, store: Grounds) -> set[bytes]:
    """The same as lines of N-Triples, of a graph to which others have written.

    What a rule says of their blank nodes is left out.
    """
    with naming(rule):
        found = store.constructed(rule.construct)
    return found | triple_lines(_described(rule))


def write(rule: Rule, store: BulkStore, path: Path) -> None:
    """Write what a rule says of the graph as it stands to a file of N-Triples, for `lines`."""
    with naming(rule):
        store.construct(rule.construct, path)


def lines(rule: Rule, triples: Iterable[bytes], *, of_users: bool = False) -> Iterator[list[bytes]]:
    """The same as `run`, of what `write` has written, as blocks of lines of N-Quads.

    With `of_users`, others have written to the graph as well, and what the rule says of their
    blank nodes is left out, as by `told`.
    """
    block = [f"{each.nq()}\n".encode() for each in _described(rule)]
    behind = f" {rule.graph.nt()} .\n".encode()
    for line in triples:
        subject, _, rest = line.split(b" ", 2)
        if subject.startswith(b"_:") or rest.startswith(b"_:"):
            if of_users:
                continue
            raise _blank(rule)
        block.append(line[:-3] + behind)
        if len(block) >= BLOCK:
            yield block
            block = []
    yield block


def _checked(rule: Rule, triples: list[Triple]) -> Iterator[Statement]:
    for subject, predicate, value in triples:
        if isinstance(subject, Blank) or isinstance(value, Blank):
            raise _blank(rule)
        yield Statement(subject, predicate, value, rule.graph)


def _blank(rule: Rule) -> InvalidInput:
    return InvalidInput(
        rule.path, None, "the rule makes a blank node", "Make an IRI of its parts instead."
    )


@contextmanager
def naming(rule: Rule) -> Iterator[None]:
    """Where a query cannot be answered, that is the rule's: `InvalidInput` with the place in it."""
    try:
        yield
    except BadQuery as error:
        place = error.at.partition(":")[0]
        line = int(place) if place else None
        raise InvalidInput(rule.path, line, str(error), "Mend the rule's SPARQL.") from None


def _described(rule: Rule) -> Iterator[Statement]:
    def say(predicate: Iri, value: Iri | Literal) -> Statement:
        return Statement(rule.graph, predicate, value, rule.graph)

    yield say(RDF_TYPE, cot("SourceGraph"))
    yield say(cot("graphKind"), cotv("graph-derived"))
    yield say(Iri(PREFIXES["dct"] + "title"), Literal(rule.sentence))
    yield say(Iri(PREFIXES["owl"] + "versionInfo"), Literal(f"{rule.name} {rule.version}"))


def _read(path: Path) -> Rule:
    text = path.read_text(encoding="utf-8")
    header = dict(_HEADER.findall(text))
    missing = [key for key in ("rule", "version", "order") if key not in header]
    if missing or not header["order"].isdigit():
        raise InvalidInput(
            path, 1, f"the rule's header lacks {', '.join(missing) or 'a number for its order'}",
            "Begin with '#+ rule: …', '#+ version: 1' and '#+ order: 10'.",
        )  # fmt: skip
    merged = header.get("merged", "true") == "true"
    name = path.stem
    order, needs = int(header["order"]), _needs(header.get("needs"))
    return Rule(name, path, header["rule"], header["version"], order, merged, text, needs)


def _needs(told: str | None) -> frozenset[str] | None:
    if told is None:
        return None
    return frozenset() if told == NOTHING else frozenset(re.split(r",\s*", told))
