"""The smallest parts of a query: triples, classes and lists of terms."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Literal, Term
from server.graphql.planning.conditions import Step, Way

A: Final = RDF_TYPE.nt()
NOBODY: Final = Iri("urn:coterminous:nobody")
"""Names nothing, and never will."""


def triple(subject: str, step: Step, value: str) -> str:
    """The pattern of a step from a subject to a value."""
    if isinstance(step, Way):
        return _way(subject, step, value)
    if step.inverse:
        return f"{value} {step.predicate.nt()} {subject} ."
    return f"{subject} {step.predicate.nt()} {value} ."


def _way(subject: str, way: Way, value: str) -> str:
    last = _forward(way)
    if way.also:
        last = f"({'|'.join([last, *map(_forward, way.also)])})"
    found = f"{subject} {'/'.join([*map(_forward, way.via), last])} {value} ."
    if way.needs:
        found += f" {triple(subject, way.needs, f'{value}_needed')}"
    is_chosen = way.languages is not None or way.is_least
    return f"{found} {_chosen(subject, way, value)}" if is_chosen else found


def _chosen(subject: str, way: Way, value: str) -> str:
    """The test that nothing stands there in a language that is preferred, or that is less."""
    other = f"{value}_other"
    path = "/".join(map(_forward, (*way.via, Step(way.predicate, way.inverse))))
    better = _less(other, value)
    if way.languages is not None:
        ranks = _rank(other, way.languages), _rank(value, way.languages)
        alike = f" || ({ranks[0]} = {ranks[1]} && ({better}))" if way.is_least else ""
        better = f"{ranks[0]} < {ranks[1]}{alike}"
    return f"FILTER NOT EXISTS {{ {subject} {path} {other} . FILTER ({better}) }}"


def _less(one: str, other: str) -> str:
    """The test that a value is less than another: where they do not differ so, or cannot be
    compared, by their characters."""
    characters = f"STR({one}) < STR({other})"
    return f"COALESCE({one} < {other}, false) || (COALESCE({one} <= {other}, true) && {characters})"


def _rank(value: str, languages: tuple[str, ...]) -> str:
    """Texts in the order of preference have this in the order of letters."""
    tests = [f"LANGMATCHES(LANG({value}), {Literal(each).nt()})" for each in (*languages, "en")]
    ranked = "".join(f'IF({test}, "{chr(ord("a") + place)}", ' for place, test in enumerate(tests))
    return f'CONCAT({ranked}IF(LANG({value}) = "", "y", "z"){")" * len(tests)}, LANG({value}))'


def _forward(step: Step) -> str:
    return f"^{step.predicate.nt()}" if step.inverse else step.predicate.nt()


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
