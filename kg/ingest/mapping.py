"""Tables through their mappings into statements. One engine for every table.

Every node with a class also says which corpora it belongs to, and every row is the evidence of
the things it makes: a `Citation` for each of its sources, which names the table and the row.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from kg.ingest.mapping_file import GraphKind, Template, Thing
from kg.ingest.mapping_world import Table, World
from kg.ingest.tables import Row, window
from kg.model.names import PREFIXES, RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Iri, Literal, Statement

_CORPUS, _EVIDENCE = cot("corpus"), cot("evidence")
_DCT, _PROV = PREFIXES["dct"], PREFIXES["prov"]


def statements(whole: World) -> Iterator[Statement]:
    """All that the tables say, table after table, each graph described in itself.

    The same statement may come twice, where two rows say the same of one thing.
    """
    for table in whole.tables.values():
        if table.mapping.things:
            yield from _Writer(whole, table).table_statements()


@dataclass
class _Writer:
    """Writes the graph of one table."""

    world: World
    table: Table
    graph: Iri = field(init=False)
    kind: GraphKind = field(init=False)

    def __post_init__(self) -> None:
        self.graph = graph(self.table.mapping.graph)
        self.kind = self.world.kinds[self.table.mapping.graph.partition("/")[0]]

    def table_statements(self) -> Iterator[Statement]:
        documents: dict[Iri, None] = {}
        for row in self.table.rows.values():
            sources = self._sources(row)
            documents |= dict.fromkeys(sources)
            citations = [self._citation(row, source, place) for place, source in enumerate(sources)]
            for citation, source in zip(citations, sources, strict=True):
                yield from self._cited(citation, source, row)
            for thing in self.table.mapping.things:
                yield from self._thing(thing, row, citations, sources)
        yield from self._described(list(documents))

    def _say(self, subject: Iri, predicate: Iri, value: Iri | Literal) -> Statement:
        return Statement(subject, predicate, value, self.graph)

    def _sources(self, row: Row) -> list[Iri]:
        """The documents that a row rests on; a row of sources is a document itself."""
        way = self.table.mapping.evidence
        value = self.table.mapping.iri if way == "self" else Template(((way,),), is_iri=True)
        return list(self.world.iris(self.table, row, value))

    def _citation(self, row: Row, source: Iri, place: int) -> Iri:
        table = self.table.mapping.name.rpartition("/")[2]
        keys = (table, row.key) if not place else (table, row.key, source.rpartition("/")[2])
        return mint("citation", *keys)

    def _cited(self, citation: Iri, source: Iri, row: Row) -> Iterator[Statement]:
        yield from self._typed(citation, cot("Citation"), [source])
        yield self._say(citation, cot("inDocument"), source)
        recorded = f"kg/data/{self.table.mapping.table}, {row.key}"
        yield self._say(citation, cot("recordedIn"), Literal(recorded))
        locator = self.table.mapping.locator
        if locator and (text := self.world.text(self.table, row, locator)):
            yield self._say(citation, cot("locator"), Literal(text))

    def _typed(self, subject: Iri, kind: Iri, sources: list[Iri]) -> Iterator[Statement]:
        yield self._say(subject, RDF_TYPE, kind)
        for corpus in (cotv("corpus-all"), cotv(self.kind.corpus), *sources):
            yield self._say(subject, _CORPUS, corpus)

    def _thing(
        self, thing: Thing, row: Row, citations: list[Iri], sources: list[Iri]
    ) -> Iterator[Statement]:
        if thing.when and not row.cells[thing.when]:
            return
        said = list(self._said(thing, row))
        for subject in self.world.iris(self.table, row, thing.iri):
            if thing.kind:
                yield from self._typed(subject, thing.kind, sources)
                for citation in citations:
                    yield self._say(subject, _EVIDENCE, citation)
            for predicate, term in said:
                yield self._say(subject, predicate, term)

    def _said(self, thing: Thing, row: Row) -> Iterator[tuple[Iri, Iri | Literal]]:
        for end, column in thing.dates:
            yield from _dates(end, row.one(column))
        for predicate, values in thing.properties:
            for value in values:
                for term in self.world.terms(self.table, row, value):
                    yield predicate, term

    def _described(self, documents: list[Iri]) -> Iterator[Statement]:
        yield from self._typed(self.graph, cot("SourceGraph"), [])
        yield self._say(self.graph, cot("graphKind"), cotv(self.kind.kind))
        yield self._say(self.graph, Iri(_DCT + "title"), Literal(self.table.mapping.title))
        own = self.table.mapping.licence
        if licence := self.kind.licence if own is None else own:
            yield self._say(self.graph, Iri(_DCT + "license"), Iri(licence))
        if licence and self.kind.attribution:
            yield self._say(self.graph, cot("attribution"), Literal(self.kind.attribution))
        for document in documents:
            yield self._say(self.graph, Iri(_PROV + "wasDerivedFrom"), document)


def _dates(end: str, text: str) -> Iterator[tuple[Iri, Literal]]:
    """The bounds of a start or an end, and the day itself where it is known."""
    if not text:
        return
    days, name = window(text), end.capitalize()
    told = ((end, days.day), (f"earliest{name}", days.earliest), (f"latest{name}", days.latest))
    for term, day in told:
        if day:
            yield cot(term), Literal.date(day)
