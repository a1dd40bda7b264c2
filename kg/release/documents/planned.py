"""The graph of a document as a commit would write it: worked out and checked, not written."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Final

from kg.documents.review.known import Known
from kg.documents.review.state import Review
from kg.documents.review.statements import Written, statements
from kg.errors import UnknownGraph
from kg.model import rdf
from kg.model.names import RDF_TYPE, graph, shorten
from kg.model.terms import Iri, Statement, Triple
from kg.release.documents.known import Classes, read
from kg.release.opened import OpenRelease
from kg.resources import folder
from kg.store.formats import TRIPLES, Format
from kg.store.oxigraph import OxigraphStore
from kg.validate import checks, spans, words
from kg.validate.facts import Finding
from kg.validate.report import of_violations
from kg.validate.shapes import Touched

NTRIPLES: Final[Format] = next(each for each in TRIPLES if each.name == "ntriples")


@dataclass(frozen=True)
class Plan:
    """What a commit would make of a document's graph, and how many triples come and go.

    `violations` are lines on what may not be written, each with its candidate; with any, nothing
    is. `left_out` are accepted candidates that cannot be stated yet, each with what to settle.
    """

    graph: Iri
    statements: tuple[Statement, ...]
    added: int
    removed: int
    violations: tuple[str, ...]
    left_out: tuple[tuple[str, str], ...] = ()

    @property
    def data(self) -> bytes:
        """The graph as sorted N-Triples."""
        return lines(self.statements)


def plan(release: OpenRelease, review: Review) -> Plan:
    """What committing a document would change in a release."""
    own = graph(f"source/{review.record.id}")
    held = read(release.store, own)
    told = statements(review, held.known)
    before = set(_graph(release, own).splitlines())
    after = set(lines(told.statements).splitlines())
    broken = _broken(told, held.classes, review, ontology=folder("ontology"))
    return Plan(
        own, told.statements, len(after - before), len(before - after), tuple(broken), told.left_out
    )


def lines(found: Iterable[Statement]) -> bytes:
    """Statements of one graph as sorted N-Triples, each once."""
    rows = {f"{each.subject.nt()} {each.predicate.nt()} {each.object.nt()} ." for each in found}
    return "".join(f"{each}\n" for each in sorted(rows)).encode()


def _graph(release: OpenRelease, name: Iri) -> bytes:
    """A graph of a release as N-Triples; nothing where there is none."""
    sink = BytesIO()
    try:
        release.store.dump(name, sink, NTRIPLES)
    except UnknownGraph:
        return b""
    return sink.getvalue()


def _broken(told: Written, classes: Classes, review: Review, *, ontology: Path) -> list[str]:
    """What breaks the shapes, the laws or the limits on stored words, a line each."""
    if not told.statements:
        return []
    schema = [each for path in sorted(ontology.rglob("*.ttl")) for each in rdf.triples(path)]
    ours = list(told.statements)
    whole = ours + _outside(ours, classes)
    text = {ours[0].subject: review.record.text}
    found = _shapes(whole, schema, {each.subject for each in ours})
    found += checks.check(whole, schema)
    found += [Finding("span", "", line) for line in spans.check(ours)]
    found += [Finding("words", "", line) for line in words.check(ours)]
    found += [Finding("words", "", line) for line in words.repeated(ours, text)]
    return _by_candidate(dict.fromkeys(each.line() for each in found), told.of, review)


def _shapes(whole: list[Statement], schema: list[Triple], things: set[Iri]) -> list[Finding]:
    model = [
        Statement(each.subject, each.predicate, each.object, graph("schema"))
        for each in schema
        if isinstance(each.subject, Iri) and isinstance(each.object, Iri)
    ]
    store = OxigraphStore.memory([*whole, *model])
    return of_violations(Touched(schema).check(store, things))


def _outside(ours: list[Statement], classes: Classes) -> list[Statement]:
    """The classes of things that other graphs have, as far as they are spoken of."""
    typed = {each.subject for each in ours if each.predicate == RDF_TYPE}
    named = {each.object for each in ours if isinstance(each.object, Iri)} - typed
    return [
        Statement(thing, RDF_TYPE, classes[thing], ours[0].graph)
        for thing in sorted(named)
        if thing in classes
    ]


def _by_candidate(found: Iterable[str], of: Mapping[Iri, str], review: Review) -> list[str]:
    names = {shorten(thing): candidate for thing, candidate in of.items()}
    told = []
    for line in found:
        candidate = names.get(line.partition(" ")[0].rstrip(":"), "")
        item = review.by_id.get(candidate)
        told.append(f"{candidate} ({item.candidate.type}): {line}" if item else line)
    return told


def is_committed(release: OpenRelease, document: str) -> bool:
    """Whether a release has anything in the graph of a document."""
    return bool(written_graph(release, document))


def written_graph(release: OpenRelease, document: str) -> bytes:
    """The graph of a document as a release has it, as N-Triples; nothing where there is none."""
    return _graph(release, graph(f"source/{document}"))


def knows(release: OpenRelease, document: str) -> Known:
    """What a release knows besides a document."""
    return read(release.store, graph(f"source/{document}")).known
