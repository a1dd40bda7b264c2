"""How an engine has to be asked: its own words for a query, and its answer put right.

What is here is SPARQL 1.1 as it is written down; `virtuoso` differs.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from kg.model.names import BASE
from kg.model.terms import Iri
from kg.store.base import Dataset
from kg.store.remote.place import Engine
from kg.store.remote.words import Word, joined, says

_ABSOLUTE: Final = re.compile(r"<[A-Za-z][A-Za-z0-9+.-]*:")
ROWS: Final = "application/sparql-results+json"
TRIPLES: Final = "application/n-triples"
Pairs = list[tuple[str, str]]


class Dialect:
    """SPARQL 1.1."""

    name = "standard"
    chunk = 200
    """Of how many parents one query asks for the pages of their lists."""
    triples = TRIPLES
    """The media type under which it writes N-Triples."""

    def query(self, words: Sequence[Word]) -> str:
        """The query as the engine is sent it; addresses in it are read beside those of our names.

        >>> from kg.store.remote.words import words_of
        >>> Dialect().query(words_of("ASK { <a> ?p <urn:b> }"))
        'BASE <https://w3id.org/coterminous/>\\nASK { <a> ?p <urn:b> }'
        """
        text = joined(words)
        is_relative = any(each.kind == "iri" and not _ABSOLUTE.match(each.text) for each in words)
        return f"BASE <{BASE}>\n{text}" if is_relative and not says(words, "BASE") else text

    def fields(self, words: Sequence[Word], engine: Engine, dataset: Dataset | None) -> Pairs:
        """What is sent beside the query: the graphs that it sees, where that is not as it stands.

        What a query says with FROM holds unless a request has graphs of its own.
        """
        if dataset is None:
            if not engine.merged or says(words, "FROM"):
                return []
            named = engine.graphs if says(words, "GRAPH") else ()
            dataset = Dataset((_iri(engine.merged),), tuple(map(_iri, named)))
        graphs = [("default-graph-uri", str(each)) for each in dataset.default]
        return graphs + [("named-graph-uri", str(each)) for each in dataset.named]

    def within(self, seconds: float) -> Pairs:
        """How the engine is told its deadline."""
        return []

    def is_mending(self, words: Sequence[Word]) -> bool:
        """Whether `mended` may change the rows of this query, which are then read whole."""
        return False

    def mended(self, words: Sequence[Word], rows: bytes, limit: int = 0) -> bytes:
        """Rows as JSON, as SPARQL 1.1 has them.

        Raises `ValueError` where they are as many as the engine gives at most, which is `limit`.
        """
        return rows

    def mended_triples(self, lines: bytes) -> bytes:
        """N-Triples, likewise."""
        return lines


def _iri(text: str) -> Iri:
    return str.__new__(Iri, text)
