"""Whether a commit concerns what is made of the graph: derived graphs, and the search index."""

from __future__ import annotations

import re
from collections.abc import Iterable

from kg.model.names import PREFIXES, RDF_TYPE
from kg.model.terms import Iri
from kg.store.changes import Changes

_OURS = PREFIXES["cot"]
_DECLARED = re.compile(r"^\s*PREFIX\s+([\w-]*):\s*<([^>]*)>", re.IGNORECASE | re.MULTILINE)
_NAME = re.compile(r"<([^<>\s]+)>|(?<![\w:?$\"])([A-Za-z][\w-]*):([\w-]+)")


def mentioned(query: str) -> frozenset[str]:
    """The IRIs that a query names, in full or by the prefixes that it declares.

    >>> sorted(mentioned("PREFIX a: <urn:a/> SELECT * { ?s a:b <urn:c> }"))
    ['urn:a/', 'urn:a/b', 'urn:c']
    """
    prefixes = dict(_DECLARED.findall(query))
    return frozenset(
        whole or prefixes.get(prefix, f"{prefix}:") + name
        for whole, prefix, name in _NAME.findall(query)
    )


class Concern:
    """What a set of queries reads: properties by their names, and things by their classes.

    Terms of our own ontology count always, since a rule may find them by way of others.
    """

    def __init__(self, queries: Iterable[str]) -> None:
        self._terms = frozenset[str]().union(*map(mentioned, queries))

    def has(self, changes: Changes) -> bool:
        """Whether a change could make any of the queries tell something else."""
        return any(self._is_read(predicate, value) for _, predicate, value in changes.said())

    def things(self, changes: Changes) -> set[Iri]:
        """The things of which such a change says something, and those that it says are theirs."""
        found = {
            each
            for subject, predicate, value in changes.said()
            if self._is_read(predicate, value)
            for each in (subject, "" if predicate == RDF_TYPE else value)
        }
        return {str.__new__(Iri, each) for each in found if each}

    def _is_read(self, predicate: str, value: str) -> bool:
        if predicate == RDF_TYPE:
            return value.startswith(_OURS) or value in self._terms
        return predicate.startswith(_OURS) or predicate in self._terms
