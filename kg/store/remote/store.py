"""The store whose graph is on an engine elsewhere."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path
from typing import IO, Final, cast

import pyoxigraph as ox

from kg.errors import BadQuery, EngineFailed, UnknownGraph
from kg.model.names import BASE
from kg.model.terms import Blank, Iri, Literal, Triple
from kg.settings import DEADLINE
from kg.store.base import Dataset, Form, Rows, Sink
from kg.store.cells import term
from kg.store.formats import Format, by_name
from kg.store.freed import freed
from kg.store.oxigraph import RDF, RESULTS, syntax_error
from kg.store.remote.body import Body
from kg.store.remote.dialect import ROWS, Dialect
from kg.store.remote.health import Health
from kg.store.remote.place import HEALTH, Engine
from kg.store.remote.settle import narrowed, settled, widened
from kg.store.remote.virtuoso import Virtuoso
from kg.store.remote.wire import Asked, Wire
from kg.store.remote.words import Word, form_of, says, starless, words_of

_DIALECTS: Final[dict[str, type[Dialect]]] = {each.name: each for each in (Dialect, Virtuoso)}
_WHOLE: Final = "CONSTRUCT { ?s ?p ?o } WHERE { ?s ?p ?o }"
NT: Final = by_name("ntriples")
_ANY: Final = "SELECT ?s WHERE { GRAPH ?g { ?s ?p ?o } } LIMIT %d"
_MANY: Final = 10_000
_LEFT_OUT: Final = "it gives %d rows at most, and may have left some out"
_TRIPLES: Final = ("CONSTRUCT", "DESCRIBE")


class RemoteStore:
    """A graph on an engine; see `kg.store.base.Store` for what it answers.

    Every method raises `EngineFailed` where no endpoint answers, and `DeadlinePassed`. A query is
    read here before it is sent, so that what is no SPARQL is told as everywhere. The bytes that
    are written are those of the store on disk.
    """

    keeps_order = False
    """SPARQL 1.1 promises no order of a sub-SELECT."""

    def __init__(self, engine: Engine, health: Health | None = None, seconds: float = 0) -> None:
        self.engine = engine
        self.seconds = seconds or float(DEADLINE.read())
        self.wire = Wire(health or Health(engine.reads), engine.auth)
        self._dialect = _DIALECTS[engine.proved.dialect]()
        self._empty = ox.Store()
        self._most = 0  # so many triples it gives, and maybe more

    @classmethod
    def of(cls, folder: Path, engine: Engine) -> RemoteStore:
        """The store of the release in that folder, which shares the health of its endpoints."""
        return cls(engine, Health(engine.reads, folder.parent.parent / HEALTH))

    @property
    def lateral(self) -> bool:
        """Whether the engine has `LATERAL`, as it has proved."""
        return self.engine.proved.lateral

    @property
    def chunk(self) -> int | None:
        """Of how many parents a query may ask at once; of any number where it has `LATERAL`."""
        return None if self.lateral else self._dialect.chunk

    @freed
    def select(self, query: str) -> Rows:
        """See `Store.select`."""
        with self._asked(query) as (answer, _):
            names = tuple(each.value for each in _solutions(answer).variables)
            return Rows(names, [tuple(map(term, row)) for row in _cells(_solutions(answer))])

    @freed
    def cells(self, query: str) -> list[list[str]]:
        """See `Store.cells`."""
        with self._asked(query) as (answer, _):
            return _cells(_solutions(answer))

    @freed
    def ask(self, query: str) -> bool:
        """See `Store.ask`."""
        with self._asked(query) as (answer, _):
            if not isinstance(answer, ox.QueryBoolean):
                raise BadQuery("The query is not an ASK query.")
            return bool(answer)

    @freed
    def triples(self, query: str) -> list[Triple]:
        """See `Store.triples`."""
        with self._asked(query) as (answer, _):
            if not isinstance(answer, ox.QuadParser):
                raise BadQuery("The query is not a CONSTRUCT or DESCRIBE query.")
            return [_triple(each) for each in answer]

    @freed
    def write(
        self, query: str, sink: Sink, rows: Format, triples: Format, dataset: Dataset | None = None
    ) -> Form:
        """See `Store.write`."""
        with self._asked(query, dataset) as (answer, form):
            file = cast(IO[bytes], sink)
            if isinstance(answer, ox.QuadParser):
                ox.serialize(answer, file, RDF[triples.name])
            else:
                answer.serialize(file, RESULTS[rows.name])
        return cast(Form, "CONSTRUCT" if form == "DESCRIBE" else form)

    def dump(self, graph: Iri | None, sink: Sink, triples: Format) -> None:
        """See `Store.dump`."""
        if graph is not None and graph not in self.graph_names():
            raise UnknownGraph(graph)
        self.write(_WHOLE, sink, triples, triples, Dataset((graph,)) if graph else None)

    @freed
    def content(self, graph: Iri) -> list[Triple]:
        """The triples of a named graph, be it one of the data or not; none where there is none."""
        with self._asked(_WHOLE, Dataset((graph,))) as (answer, _):
            return [_triple(each) for each in answer] if isinstance(answer, ox.QuadParser) else []

    def lines(self, graph: Iri | None) -> set[bytes]:
        """Those of such a graph, or of the default graph, as lines of N-Triples."""
        sink = BytesIO()
        self.write(_WHOLE, sink, NT, NT, Dataset((graph,)) if graph else None)
        return set(sink.getvalue().splitlines())

    def graph_names(self) -> list[Iri]:
        """The names of the named graphs, sorted, as they were when the release was made known."""
        return [Iri(each) for each in self.engine.graphs]

    def merged_size(self) -> int:
        """How many triples the default graph holds."""
        counted = self.select("SELECT (COUNT(*) AS ?n) WHERE { ?s ?p ?o }").rows[0][0]
        return int(counted.text) if isinstance(counted, Literal) else 0

    @contextmanager
    def _asked(self, query: str, dataset: Dataset | None = None) -> Iterator[tuple[_Answer, str]]:
        """The answer as the engine that ships would give it, and the form of the query."""
        words = words_of(query)
        columns = self._columns(query, words)
        words = starless(words, columns)
        form = form_of(words)
        is_more = bool(columns) and self._dialect.is_mending(words)
        sent = widened(words, columns) if is_more else words
        with self.wire.asked(self._request(sent, form, dataset), self.seconds) as body:
            try:
                yield self._read(body, words, form, columns), form
            except (SyntaxError, ValueError) as error:
                told = f"its answer cannot be read: {error}"
                raise EngineFailed([(", ".join(self.engine.reads), told)]) from None

    def _request(self, words: list[Word], form: str, dataset: Dataset | None) -> Asked:
        media = self._dialect.triples if form in _TRIPLES else ROWS
        return Asked(
            form=[
                ("query", self._dialect.query(words)),
                *self._dialect.fields(words, self.engine, dataset),
                *self._dialect.within(self.seconds),
            ],
            headers={"Accept": media},
        )

    def _read(self, body: Body, words: list[Word], form: str, columns: list[str]) -> _Answer:
        if form in _TRIPLES and self._dialect.name == "standard":
            return ox.parse(cast(IO[bytes], body), ox.RdfFormat.N_TRIPLES)
        if form in _TRIPLES:
            lines = self._dialect.mended_triples(body.read())
            self._check_whole(lines.count(b"\n"))
            return ox.parse(BytesIO(lines), ox.RdfFormat.N_TRIPLES)
        if not self._dialect.is_mending(words):
            return ox.parse_query_results(cast(IO[bytes], body), format=ox.QueryResultsFormat.JSON)
        whole = self._dialect.mended(words, body.read(), body.limit)
        found = ox.parse_query_results(whole, format=ox.QueryResultsFormat.JSON)
        if not isinstance(found, ox.QuerySolutions):
            return found
        is_more = columns and len(found.variables) > len(columns)
        again = narrowed(whole, columns) if is_more else whole
        return settled(words, found, columns) or ox.parse_query_results(
            again, format=ox.QueryResultsFormat.JSON
        )

    def _check_whole(self, count: int) -> None:
        """Raise `ValueError` where an engine may have left triples out, of which it says nothing.

        Of rows it says how many it gives at most, so that it is asked for as many of these, once.
        """
        if count < self._most:
            return
        most = max(count + 1, _MANY)
        with self.wire.asked(
            self._request(words_of(_ANY % most), "SELECT", None), self.seconds
        ) as told:
            if told.limit and told.limit <= count:
                raise ValueError(_LEFT_OUT % told.limit)
        self._most = told.limit or most

    def _columns(self, query: str, words: list[Word]) -> list[str]:
        """The variables of the answer, as the engine that ships has them.

        Raises `BadQuery` for what is no SPARQL; what names a service is left to the engine.
        """
        if says(words, "SERVICE"):
            return []
        try:
            answer = self._empty.query(query, base_iri=BASE)
        except SyntaxError as error:
            raise syntax_error(error) from None
        except RuntimeError:
            return []  # it was read
        return [str(each) for each in getattr(answer, "variables", ())]


_Answer = ox.QuerySolutions | ox.QueryBoolean | ox.QuadParser


def _solutions(answer: _Answer) -> ox.QuerySolutions:
    if not isinstance(answer, ox.QuerySolutions):
        raise BadQuery("The query is not a SELECT query.")
    return answer


def _cells(answer: ox.QuerySolutions) -> list[list[str]]:
    written = answer.serialize(format=ox.QueryResultsFormat.TSV)
    assert written is not None  # it is only where there is a file to write to
    return [line.split("\t") for line in written.decode().split("\n")[1:-1]]


def _triple(quad: ox.Quad) -> Triple:
    subject, predicate, value = (
        term(str(each)) for each in (quad.subject, quad.predicate, quad.object)
    )
    assert isinstance(subject, (Iri, Blank))
    assert isinstance(predicate, Iri)
    assert value is not None
    return Triple(subject, predicate, value)
