"""Derivation rules: read in order, run one after the other, each into `graph/derived/{rule}`."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from kg.errors import BadQuery, InvalidInput
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph
from kg.model.terms import Blank, Iri, Literal, Statement, Triple
from kg.store.bulk import BLOCK, BulkStore
from kg.store.oxigraph import OxigraphStore

_HEADER = re.compile(r"^#\+ (rule|version|order|merged): (.+)$", re.MULTILINE)


@dataclass(frozen=True)
class Rule:
    """A rule: its name (the file's), its sentence, its version, its place in the order.

    `merged` is false for guesses, which stay out of the default graph (DESIGN 3).
    """

    name: str
    path: Path
    sentence: str
    version: str
    order: int
    merged: bool
    construct: str

    @property
    def graph(self) -> Iri:
        """The graph that it writes."""
        return graph(f"derived/{self.name}")


def rules(folder: Path) -> list[Rule]:
    """The rules of a folder in their order; `InvalidInput` for a header that lacks a key."""
    found = [_read(path) for path in sorted(folder.glob("*.rq"))]
    return sorted(found, key=lambda rule: (rule.order, rule.name))


def run(rule: Rule, store: OxigraphStore, *, ours: bool = True) -> list[Statement]:
    """What a rule says of the graph as it stands, with the description of the graph it makes.

    Raises `InvalidInput` for a rule that makes a blank node; where others have written to the
    graph, which then is not `ours` alone, what it says of blank nodes is left out.
    """
    try:
        triples = store.triples(rule.construct)
    except BadQuery as error:
        raise _broken(rule, error) from None
    if not ours:
        triples = [each for each in triples if not any(isinstance(term, Blank) for term in each)]
    return [*_described(rule), *_checked(rule, triples)]


def write(rule: Rule, store: BulkStore, path: Path) -> None:
    """Write what a rule says of the graph as it stands to a file of N-Triples, for `lines`."""
    try:
        store.construct(rule.construct, path)
    except BadQuery as error:
        raise _broken(rule, error) from None


def lines(rule: Rule, triples: Iterable[bytes]) -> Iterator[list[bytes]]:
    """The same as `run`, of what `write` has written, as blocks of lines of N-Quads."""
    block = [f"{each.nq()}\n".encode() for each in _described(rule)]
    behind = f" {rule.graph.nt()} .\n".encode()
    for line in triples:
        subject, _, rest = line.split(b" ", 2)
        if subject.startswith(b"_:") or rest.startswith(b"_:"):
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


def _broken(rule: Rule, error: BadQuery) -> InvalidInput:
    place = error.at.partition(":")[0]
    return InvalidInput(
        rule.path, int(place) if place else None, str(error), "Mend the rule's SPARQL."
    )


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
    return Rule(name, path, header["rule"], header["version"], int(header["order"]), merged, text)
