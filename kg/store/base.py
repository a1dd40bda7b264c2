"""What every store answers, whichever engine it is."""

from __future__ import annotations

from typing import IO, Literal, NamedTuple, Protocol

from kg.model.terms import Term, Triple
from kg.store.formats import Format

Form = Literal["SELECT", "ASK", "CONSTRUCT", "DESCRIBE"]


class Rows(NamedTuple):
    """A SELECT answer: the variables without `?`, and a tuple a row, `None` where unbound."""

    variables: tuple[str, ...]
    rows: list[tuple[Term | None, ...]]


class Store(Protocol):
    """A graph that can be asked.

    Every method raises `BadQuery` for text that is not SPARQL 1.1 or not of its form. A query's
    default graph is the merged graph that the build wrote (DESIGN 3), never a union of graphs.
    """

    def select(self, query: str) -> Rows:
        """The solutions of a SELECT query, in its order."""

    def ask(self, query: str) -> bool:
        """The truth of an ASK query."""

    def triples(self, query: str) -> list[Triple]:
        """The triples of a CONSTRUCT or DESCRIBE query."""

    def write(self, query: str, sink: IO[bytes], rows: Format, triples: Format) -> Form:
        """Write the answer of a query of any form to `sink`, as `rows` or as `triples`."""
