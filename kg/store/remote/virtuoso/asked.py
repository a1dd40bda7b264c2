"""Virtuoso 7: what it cannot be asked in the words of SPARQL 1.1, and what it answers otherwise.

It has no default graph apart from the named ones, so the merged graph is chosen in each request. A
row of VALUES for several variables breaks its compiler unless each has a clause of its own. Truths
come as numbers, some rows twice, and text in an order of its own (`settle`); paths that go round
are put in another way (`paths`), as are other things that its compiler breaks on. What is left is
listed in `differences.csv`.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any, Final

import orjson

from kg.store.remote.dialect import Dialect, Pairs
from kg.store.remote.virtuoso import existence, functions, given, paths, several, subselects
from kg.store.remote.words import Word

_TRUTHS: Final = {"0": "false", "1": "true"}
_TRUTH: Final = "__ASK_RETVAL"
"""The column by which it answers ASK: in a row if it is true, and in none if it is not."""
_WRITTEN: Final = re.compile(rb'"([01])"\^\^<http://www\.w3\.org/2001/XMLSchema#boolean>')


class Virtuoso(Dialect):
    """Virtuoso 7."""

    name = "virtuoso"
    chunk = 40
    triples = "text/ntriples"

    def query(self, words: Sequence[Word]) -> str:
        """See `Dialect.query`.

        >>> from kg.store.remote.words import words_of
        >>> Virtuoso().query(words_of('ASK { VALUES (?a ?b) { ("x"@en UNDEF) } }'))
        'ASK { VALUES ?a { "x"@en }  }'
        """
        started = functions.mended(given.started(subselects.outward(existence.said(words))))
        return super().query(paths.told(given.apart(several.apart(started))))

    def within(self, seconds: float) -> Pairs:
        """See `Dialect.within`. It answers with what it has found by then, and says so."""
        return [("timeout", str(max(1000, int(seconds * 1000))))]

    def is_mending(self, words: Sequence[Word]) -> bool:
        """See `Dialect.is_mending`."""
        return True

    def mended(self, words: Sequence[Word], rows: bytes, limit: int = 0) -> bytes:
        """See `Dialect.mended`."""
        told: Any = orjson.loads(rows)
        named = {each.text[1:-1] for each in words if each.kind == "iri"}
        found = told.get("results", {}).get("bindings", ())
        if told["head"].get("vars") == [_TRUTH]:
            return orjson.dumps({"head": {}, "boolean": bool(found)})
        if limit and len(found) >= limit:
            raise ValueError(f"it gives {limit} rows at most, and may have left some out")
        for row in found:
            for cell in row.values():
                if cell.get("datatype") == functions.BOOLEAN:
                    cell["value"] = _TRUTHS.get(cell["value"], cell["value"])
                elif cell["value"] in named and cell["type"] == "literal" and len(cell) == 2:
                    cell["type"] = "uri"  # where UNION leads to other things, names come as text
        return orjson.dumps(told)

    def mended_triples(self, lines: bytes) -> bytes:
        """See `Dialect.mended_triples`."""
        return _WRITTEN.sub(
            lambda found: found[0].replace(
                b'"' + found[1] + b'"', b'"true"' if found[1] == b"1" else b'"false"'
            ),
            lines,
        )
