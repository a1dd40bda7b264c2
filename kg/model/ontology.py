"""The ontology as it is shipped, read from its Turtle into classes, properties and code lists."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace
from functools import cache
from pathlib import Path

from kg.errors import InvalidInput
from kg.model import rdf
from kg.model.definitions import Class, Concept, Ontology, Predicate, Property, Scheme
from kg.model.names import BASE, PREFIXES, RDF_TYPE, expand
from kg.model.terms import Blank, Iri, Literal, Term
from kg.resources import folder as shipped

__all__ = ["Class", "Concept", "Ontology", "Predicate", "Property", "Scheme", "load"]

_HEADER = Iri(BASE + "def")
_expanded = cache(expand)


def load(folder: Path | None = None) -> Ontology:
    """The ontology of a folder of Turtle files, or the shipped one.

    Raises `InvalidInput` for a file that cannot be read, and for a term that lacks what every
    term must have, with the file in which the term stands.
    """
    graph = _Graph(folder or shipped("ontology"))
    predicates = {
        iri: _predicate(graph, iri)
        for kind in ("owl:ObjectProperty", "owl:DatatypeProperty")
        for iri in graph.instances(kind)
    }
    schemes = [_scheme(graph, iri) for iri in graph.instances("skos:ConceptScheme")]
    shapes = {
        graph.iri(shape, "sh:targetClass"): shape
        for shape in graph.instances("sh:NodeShape")
        if graph.values(shape, "sh:targetClass")
    }
    own = {iri: _class(graph, iri, shape, predicates) for iri, shape in shapes.items()}
    classes = (_completed(own, _ancestors(graph, iri, own), each) for iri, each in own.items())
    return Ontology(
        version=graph.text(_HEADER, "owl:versionInfo"),
        classes={each.name: each for each in sorted(classes, key=lambda each: each.name)},
        schemes={each.name: each for each in sorted(schemes, key=lambda each: each.name)},
        predicates=predicates,
    )


class _Graph:
    """The triples of a folder, by subject and predicate; it knows the file of each subject."""

    def __init__(self, folder: Path) -> None:
        self._values: dict[Term, dict[Iri, list[Term]]] = defaultdict(lambda: defaultdict(list))
        self._files: dict[Term, Path] = {}
        self._folder = folder
        for path in sorted(folder.rglob("*.ttl")):
            for subject, predicate, value in rdf.triples(path):
                self._values[subject][predicate].append(value)
                self._files.setdefault(subject, path)

    def values(self, subject: Term, name: str) -> list[Term]:
        """The values of a property, by its prefixed name, in the order of the files."""
        return self._values[subject][_expanded(name)] if subject in self._values else []

    def instances(self, name: str) -> Iterator[Iri]:
        """The things of a class, by its prefixed name, in the order of the files."""
        kind = _expanded(name)
        for subject, about in self._values.items():
            if kind in about.get(RDF_TYPE, ()) and isinstance(subject, Iri):
                yield subject

    def one(self, subject: Term, name: str) -> Term:
        """The only value of a property."""
        found = self.values(subject, name)
        if len(found) != 1:
            reason = f"{subject.nt()} has {len(found)} values of {name}, not one"
            raise InvalidInput(self.file(subject), None, reason, f"Give it exactly one {name}.")
        return found[0]

    def file(self, subject: Term) -> Path:
        """The first file that says something of a subject, else the folder."""
        return self._files.get(subject, self._folder)

    def text(self, subject: Term, name: str, default: str | None = None) -> str:
        """The text of the only value, or the default where there is none."""
        if default is not None and not self.values(subject, name):
            return default
        found = self.one(subject, name)
        return found.text if isinstance(found, Literal) else str(found)

    def iri(self, subject: Term, name: str) -> Iri:
        """The only value, which is an IRI."""
        return Iri(self.text(subject, name))

    def members(self, head: Term) -> Iterator[Term]:
        """The members of a list."""
        while self.values(head, "rdf:first"):
            yield self.one(head, "rdf:first")
            head = self.one(head, "rdf:rest")


def _predicate(graph: _Graph, iri: Iri) -> Predicate:
    return Predicate(
        iri=iri,
        label=graph.text(iri, "rdfs:label"),
        inverse_label=graph.text(iri, "cot:inverseLabel"),
        comment=graph.text(iri, "rdfs:comment"),
    )


def _scheme(graph: _Graph, iri: Iri) -> Scheme:
    name = iri.removeprefix(PREFIXES["cotv"])
    concepts = (
        Concept(
            iri=code,
            notation=graph.text(code, "skos:notation"),
            label=graph.text(code, "skos:prefLabel"),
            definition=graph.text(code, "skos:definition"),
            deprecated=_deprecated(graph, code),
        )
        for code in graph.instances("skos:Concept")
        if iri in graph.values(code, "skos:inScheme")
    )
    return Scheme(
        iri=iri,
        name=name,
        type_name=graph.text(expand(f"cots:Scheme-{name}"), "sh:codeIdentifier"),
        label=graph.text(iri, "skos:prefLabel"),
        definition=graph.text(iri, "skos:definition"),
        closed=graph.text(iri, "cot:closed") == "true",
        concepts=tuple(sorted(concepts, key=lambda each: each.notation)),
    )


def _class(graph: _Graph, iri: Iri, shape: Iri, predicates: dict[Iri, Predicate]) -> Class:
    abstract = _is_true(graph, shape, "cots:abstract")
    return Class(
        iri=iri,
        name=graph.text(shape, "sh:codeIdentifier"),
        label=graph.text(iri, "rdfs:label"),
        comment=graph.text(iri, "rdfs:comment"),
        parents=(),
        abstract=abstract,
        root_field="" if abstract else graph.text(shape, "cots:rootField"),
        root_list="" if abstract else graph.text(shape, "cots:rootList"),
        properties=tuple(
            _property(graph, each, predicates) for each in graph.values(shape, "sh:property")
        ),
        is_enduring=_is_true(graph, shape, "cots:enduring"),
        takes_corpus=_is_true(graph, shape, "cots:takesCorpus"),
        deprecated=_deprecated(graph, iri),
    )


def _property(graph: _Graph, shape: Term, predicates: dict[Iri, Predicate]) -> Property:
    path = graph.one(shape, "sh:path")
    inverse = isinstance(path, Blank)
    iri = graph.iri(path, "sh:inversePath") if inverse else Iri(str(path))
    if iri not in predicates:
        reason = f"the path {iri.nt()} is not a property"
        raise InvalidInput(graph.file(shape), None, reason, "Define it in the file of its theme.")
    term = predicates[iri]
    most = graph.text(shape, "sh:maxCount", "")
    return Property(
        name=graph.text(shape, "sh:codeIdentifier"),
        iri=iri,
        inverse=inverse,
        label=graph.text(shape, "sh:name"),
        inverse_label=term.label if inverse else term.inverse_label,
        description=graph.text(shape, "sh:description"),
        order=int(graph.text(shape, "sh:order")),
        min_count=int(graph.text(shape, "sh:minCount", "0")),
        max_count=int(most) if most else None,
        ranges=tuple(
            each.removeprefix(PREFIXES["cot"])
            for each in _allowed(graph, shape, "sh:class")
            if each.startswith(PREFIXES["cot"])
        ),
        datatypes=tuple(_allowed(graph, shape, "sh:datatype")),
        scheme=_scheme_name(graph, shape),
        is_key=_is_true(graph, shape, "cots:isKey"),
        is_timeless=_is_true(graph, shape, "cots:timeless"),
        in_capitals=_is_true(graph, shape, "cots:inCapitals"),
        deprecated=_deprecated(graph, shape) or _deprecated(graph, iri),
    )


def _is_true(graph: _Graph, subject: Term, name: str) -> bool:
    return graph.text(subject, name, "false") == "true"


def _deprecated(graph: _Graph, subject: Term) -> str:
    """Why something is deprecated; raises `InvalidInput` where it is, and nothing says why."""
    if not _is_true(graph, subject, "owl:deprecated"):
        return ""
    return graph.text(subject, "cot:deprecatedBecause")


def _allowed(graph: _Graph, shape: Term, name: str) -> Iterator[Iri]:
    """The values of a constraint, stated outright or as alternatives."""
    alternatives = (each for head in graph.values(shape, "sh:or") for each in graph.members(head))
    for subject in (shape, *alternatives):
        for value in graph.values(subject, name):
            yield Iri(str(value))


def _scheme_name(graph: _Graph, shape: Term) -> str | None:
    start = PREFIXES["cots"] + "Scheme-"
    names = (str(each).removeprefix(start) for each in graph.values(shape, "sh:node"))
    return next(names, None)


def _ancestors(graph: _Graph, iri: Iri, own: dict[Iri, Class]) -> tuple[Class, ...]:
    """The superclasses that have shapes, nearest first."""
    found: dict[Iri, Class] = {}
    level: list[Term] = [iri]
    while level:
        level = [above for each in level for above in graph.values(each, "rdfs:subClassOf")]
        level = [each for each in level if isinstance(each, Iri) and each not in found]
        found |= {each: own[each] for each in level if isinstance(each, Iri) and each in own}
    return tuple(found.values())


def _completed(own: dict[Iri, Class], ancestors: tuple[Class, ...], each: Class) -> Class:
    """A class with what it inherits; what it says itself of a property takes the place of that."""
    merged = {
        found.name: found for above in (*reversed(ancestors), each) for found in above.properties
    }
    return replace(
        each,
        parents=tuple(above.name for above in ancestors),
        is_enduring=each.is_enduring or any(above.is_enduring for above in ancestors),
        takes_corpus=each.takes_corpus or any(above.takes_corpus for above in ancestors),
        properties=tuple(sorted(merged.values(), key=lambda found: (found.order, found.name))),
    )
