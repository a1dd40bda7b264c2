"""The engine that serves: pyoxigraph, on disk and read-only once sealed, or in memory."""

from __future__ import annotations

import io
import re
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import IO, Self, cast

import pyoxigraph as ox

from kg.errors import BadQuery, UnknownGraph
from kg.model.names import BASE
from kg.model.terms import Blank, Iri, Literal, Statement, Term, Triple
from kg.store.base import Dataset, Form, Rows, Sink
from kg.store.formats import Format
from kg.store.freed import freed

RESULTS = {
    "json": ox.QueryResultsFormat.JSON,
    "xml": ox.QueryResultsFormat.XML,
    "csv": ox.QueryResultsFormat.CSV,
    "tsv": ox.QueryResultsFormat.TSV,
}
RDF = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "jsonld": ox.RdfFormat.JSON_LD,
    "rdfxml": ox.RdfFormat.RDF_XML,
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
}
_PLACE = re.compile(r"(?:error )?at (\d+:\d+)(?:-\d+:\d+)?:?\s*")


_UNKNOWN = re.compile(r"The custom function <(.*)> is not supported")
_Functions = dict[
    ox.NamedNode, Callable[..., ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None]
]
FUNCTIONS = 20
"""How many functions that are not known a query may name."""


class OxigraphStore:
    """A graph in pyoxigraph; see `kg.store.base.Store` for what it answers."""

    lateral = True
    """It has `LATERAL`, which is not in SPARQL 1.1."""
    keeps_order = True
    """What OPTIONAL adds to the rows of a sub-SELECT leaves them in its order. SPARQL 1.1 does not
    promise it; a test does."""

    def __init__(self, engine: ox.Store) -> None:
        self._engine = engine

    @classmethod
    def sealed(cls, folder: Path) -> Self:
        """The store in that folder, read-only; any number of processes may open it."""
        return cls(ox.Store.read_only(str(folder)))

    @classmethod
    def memory(cls, statements: Iterable[Statement] = ()) -> Self:
        """A store in memory holding these statements, in their graphs and merged."""
        store = cls(ox.Store())
        store.load(statements)
        return store

    @classmethod
    def fresh(cls, folder: Path) -> Self:
        """A new store on disk, to be filled by `load` and closed by `seal`."""
        return cls(ox.Store(str(folder)))

    def load(self, statements: Iterable[Statement], *, merge: bool = True) -> None:
        """Add statements to their graphs and, unless told otherwise, to the default graph."""
        named = {each.nq() for each in statements}
        lines = sorted(named)
        if merge:
            # The graph is the last term of a line, and no graph name holds a space.
            lines += sorted({line[: line.rindex(" <")] + " ." for line in named})
        self._engine.bulk_load("\n".join(lines).encode(), ox.RdfFormat.N_QUADS)

    def seal(self) -> None:
        """Write everything to disk and compact it; the folder may then be opened read-only."""
        self._engine.optimize()
        self._engine.flush()

    def __len__(self) -> int:
        """How many quads there are, the default graph counted too."""
        return len(self._engine)

    def merged_size(self) -> int:
        """How many triples the default graph holds."""
        counted = self.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0]
        return int(counted.text) if isinstance(counted, Literal) else 0

    def graph_names(self) -> list[Iri]:
        """The names of the named graphs, sorted."""
        return sorted(
            Iri(each.value)
            for each in self._engine.named_graphs()
            if isinstance(each, ox.NamedNode)
        )

    def matching(
        self,
        subject: ox.NamedNode | ox.BlankNode | ox.Triple | None = None,
        predicate: ox.NamedNode | None = None,
        value: ox.NamedNode | ox.BlankNode | ox.Literal | ox.Triple | None = None,
    ) -> Iterator[ox.Quad]:
        """The statements of the default graph that have these parts."""
        return self._engine.quads_for_pattern(subject, predicate, value, ox.DefaultGraph())

    @freed
    def select(self, query: str) -> Rows:
        """See `Store.select`."""
        answer = self._query(query)
        if not isinstance(answer, ox.QuerySolutions):
            raise BadQuery("The query is not a SELECT query.")
        names = tuple(each.value for each in answer.variables)
        width = range(len(names))
        return Rows(names, [tuple(_term(row[i]) for i in width) for row in answer])

    @freed
    def cells(self, query: str) -> list[list[str]]:
        """See `Store.cells`."""
        answer = self._query(query)
        if not isinstance(answer, ox.QuerySolutions):
            raise BadQuery("The query is not a SELECT query.")
        written = answer.serialize(format=ox.QueryResultsFormat.TSV)
        assert written is not None  # it is only where there is a file to write to
        # Tabs and line feeds in a term are escaped, so those that are left stand between terms.
        # Lines are cut off one by one: all of them as one text would take the memory twice.
        lines = io.BytesIO(written)
        next(lines)
        return [line[:-1].decode().split("\t") for line in lines]

    @freed
    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        answer = self._query(query)
        if not isinstance(answer, ox.QueryBoolean):
            raise BadQuery("The query is not an ASK query.")
        return bool(answer)

    @freed
    def triples(self, query: str) -> list[Triple]:
        """See `Store.triples`."""
        answer = self._query(query)
        if not isinstance(answer, ox.QueryTriples):
            raise BadQuery("The query is not a CONSTRUCT or DESCRIBE query.")
        return [_triple(each) for each in answer]

    @freed
    def write(
        self, query: str, sink: Sink, rows: Format, triples: Format, dataset: Dataset | None = None
    ) -> Form:
        """See `Store.write`."""
        answer = self._query(query, dataset)
        file = cast(IO[bytes], sink)  # the engine calls `write` and `flush`, nothing else
        if isinstance(answer, ox.QueryTriples):
            answer.serialize(file, RDF[triples.name])
            return "CONSTRUCT"
        if isinstance(answer, ox.QueryBoolean):
            answer.serialize(file, RESULTS[rows.name])
            return "ASK"
        answer.serialize(file, RESULTS[rows.name])
        return "SELECT"

    def dump(self, graph: Iri | None, sink: Sink, triples: Format) -> None:
        """See `Store.dump`."""
        source: ox.NamedNode | ox.DefaultGraph = ox.DefaultGraph()
        if graph is not None:
            source = ox.NamedNode(graph)
            if not self._engine.contains_named_graph(source):
                raise UnknownGraph(graph)
        self._engine.dump(cast(IO[bytes], sink), RDF[triples.name], from_graph=source)

    def _query(
        self, query: str, dataset: Dataset | None = None
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        unknown: _Functions = {}
        while True:
            try:
                return self._answer(query, dataset, unknown)
            except SyntaxError as error:
                raise syntax_error(error) from None
            except RuntimeError as error:
                # A function that is not known is an error where it is called (SPARQL 1.1, 17.6).
                found = _UNKNOWN.search(str(error))
                if not found or len(unknown) == FUNCTIONS:
                    raise BadQuery(f"The query cannot be answered: {error}") from None
                unknown[ox.NamedNode(found[1])] = _nothing

    def _answer(
        self,
        query: str,
        dataset: Dataset | None,
        functions: _Functions,
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        if dataset is None:
            return self._engine.query(query, base_iri=BASE, custom_functions=functions)
        return self._engine.query(
            query,
            base_iri=BASE,  # never the address that was asked: answers are kept for all who ask
            default_graph=[ox.NamedNode(each) for each in dataset.default],
            named_graphs=[ox.NamedNode(each) for each in dataset.named],
            custom_functions=functions,
        )


def _nothing(*_: object) -> None:
    """The value of a function that is not known: none."""


def syntax_error(error: SyntaxError, what: str = "query") -> BadQuery:
    """What the engine's complaint is here: a `BadQuery` with the place in the text."""
    text = str(error)
    place = _PLACE.search(text)
    reason = _PLACE.sub("", text).strip()
    return BadQuery(f"The {what} is not SPARQL 1.1: {reason}", place.group(1) if place else "")


def _term(term: object) -> Term | None:
    if term is None:
        return None
    if isinstance(term, ox.NamedNode):
        return str.__new__(Iri, term.value)  # the engine has checked it
    if isinstance(term, ox.Literal):
        if term.language:
            return Literal(term.value, lang=term.language)
        return Literal(term.value, term.datatype.value)
    return Blank(term.value) if isinstance(term, ox.BlankNode) else Literal(str(term))


def _triple(triple: ox.Triple) -> Triple:
    subject, predicate, value = (_term(each) for each in triple)
    if not isinstance(subject, (Iri, Blank)) or not isinstance(predicate, Iri) or value is None:
        raise BadQuery("The answer holds an RDF 1.2 triple term, which is not served here.")
    return Triple(subject, predicate, value)
