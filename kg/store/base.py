"""What every store answers, whichever engine it is."""

from __future__ import annotations

from typing import Literal, NamedTuple, Protocol

from kg.model.terms import Iri, Term, Triple
from kg.store.formats import Format

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]


class Rows(NamedTuple):
    """A SELECT answer: the variables without `?`, and a tuple a row, `None` where unbound."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


class Dataset(NamedTuple):
    """The graphs that one query sees: those merged into its default graph, and the named ones.

    It takes the place of the store's own and of what the query says with FROM (SPARQL 1.1
    Protocol, 2.1.4). A graph that the store does not have is empty; nothing is ever fetched.
    """

    default: tuple[Iri, ...] = ()
    named: tuple[Iri, ...] = ()


class Sink(Protocol):
    """Where bytes are written: a file, or anything that takes them."""

    def write(self, data: bytes, /) -> int:
        """Take the bytes; how many were taken."""

    def flush(self) -> None:
        """Everything was written."""


class Store(Protocol):
    """A graph that can be asked.

    Every method raises `BadQuery` for text that is not SPARQL 1.1 or not of its form. A query's
    default graph is the merged graph that the build wrote (DESIGN 3), never a union of graphs.
    """

    def select(self, query: str) -> Rows:
        """The solutions of a SELECT query, in its order."""

    def cells(self, query: str) -> list[list[str]]:
        """The same, each term as SPARQL 1.1 TSV writes it and nothing where unbound.

        Made for answers of many rows, where a Python object for each term is what takes the time;
        `kg.store.cells` reads what is wanted of them.
        """

    def ask(self, query: str) -> bool:
        """The truth of an ASK query."""

    def triples(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query."""

    def write(
        self, query: str, sink: Sink, rows: Format, triples: Format, dataset: Dataset | None = None
    ) -> Form:
        """Write the answer of a query of any form to `sink`, as `rows` or as `triples`."""

    def dump(self, graph: Iri | None, sink: Sink, triples: Format) -> None:
        """Write all triples of a named graph, or of the default graph, to `sink`.

        Raises `UnknownGraph` where there is no graph by that name.
        """
