"""Bare codes in an answer: which columns hold them, and what each is called."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Final

from kg.model.definitions import Ontology
from kg.model.names import cot
from kg.model.terms import Literal, Term
from server.pages.words.names import Link, term_mark

_NOTATION: Final = re.compile(r"(?:cot:(\w+)/|\?(\w+)\s+)skos:notation\s+\?(\w+)")
Codes = Mapping[str, Mapping[str, Link]]
"""By the name of a column, what each of its codes is called, with its place in the glossary."""


def codes(ontology: Ontology, sparql: str) -> Codes:
    """The columns of a query that are notations of code lists.

    A column is one where the query reads `skos:notation` of what a property of ours leads to.
    """
    found: dict[str, Mapping[str, Link]] = {}
    for name, via, column in _NOTATION.findall(sparql):
        for each in (name,) if name else _leading(sparql, via):
            found[column] = {**found.get(column, {}), **_called(ontology, each)}
    return found


def worded(known: Codes, column: str, term: Term) -> Link | None:
    """What a code in that column is called; nothing for what is no such code."""
    return known.get(column, {}).get(term.text) if isinstance(term, Literal) else None


def _leading(sparql: str, variable: str) -> Iterator[str]:
    """The properties by which a query comes to a variable."""
    yield from re.findall(rf"cot:(\w+)\s+\?{variable}\b", sparql)


def _called(ontology: Ontology, name: str) -> Mapping[str, Link]:
    lists = {
        each.scheme
        for shape in ontology.classes.values()
        for each in shape.properties
        if each.iri == cot(name) and each.scheme
    }
    return {
        each.notation: Link(each.label, f"/glossary#{term_mark(each.iri)}", each.definition)
        for scheme in sorted(lists)
        for each in ontology.schemes[scheme].concepts
    }
