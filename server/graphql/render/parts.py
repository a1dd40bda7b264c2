"""The smallest parts of a query: triples, classes and lists of terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Literal, Term
from server.graphql.conditions import Step

A: Final = RDF_TYPE.nt()
NOBODY: Final = Iri("urn:coterminous:nobody")
"""Names nothing, and never will."""


def triple(subject: str, step: Step, value: str) -> str:
    """The pattern of a step from a subject to a value."""
    if step.inverse:
        return f"{value} {step.predicate.nt()} {subject} ."
    return f"{subject} {step.predicate.nt()} {value} ."


def is_one_of(var: str, classes: tuple[Iri, ...], name: str) -> str:
    """The pattern that binds each of these classes that a thing is of; best for a known thing."""
    return f"{var} {A} {name} . FILTER ({name} IN ({listed(classes)}))"


def of_any(var: str, classes: tuple[Iri, ...], name: str) -> str:
    """The pattern that binds all things of these classes; one of two of them is bound twice."""
    if len(classes) == 1:
        return f"{var} {A} {classes[0].nt()} ."
    return f"{values(name, classes)} {var} {A} {name} ."


def values(var: str, terms: Iterable[Term]) -> str:
    """The pattern that binds a variable to each of these terms; to nobody, if there are none."""
    terms = tuple(terms) or (NOBODY,)  # not every engine can read an empty list
    return f"VALUES {var} {{ {' '.join(each.nt() for each in terms)} }}"


def listed(terms: Iterable[Term]) -> str:
    """Terms as the right side of `IN`."""
    terms = tuple(terms) or (NOBODY,)
    return ", ".join(each.nt() for each in terms)


def text(term: Term) -> str:
    """The characters of a term."""
    return term.text if isinstance(term, Literal) else str(term)
