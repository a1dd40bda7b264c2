"""A thing as JSON-LD and as plain JSON, from its triples and the names of the ontology."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from kg.model.names import PREFIXES, RDF_TYPE, RDFS_LABEL, shorten
from kg.model.ontology import Ontology
from kg.model.terms import XSD, Iri, Literal, Term, Triple

Said = dict[Iri, dict[Iri, list[Term]]]
_PREFERRED = Iri(PREFIXES["skos"] + "prefLabel")
_INTEGER = re.compile(r"0|-?[1-9][0-9]{0,14}")


def said(triples: Iterable[Triple]) -> Said:
    """Triples by subject and property, values sorted, each once; blank subjects are left out."""
    found: defaultdict[Iri, defaultdict[Iri, set[Term]]] = defaultdict(lambda: defaultdict(set))
    for subject, predicate, value in triples:
        if isinstance(subject, Iri):
            found[subject][predicate].add(value)
    return {
        subject: {name: sorted(values, key=lambda term: term.nt()) for name, values in each.items()}
        for subject, each in found.items()
    }


def json_ld(ontology: Ontology, thing: Iri, triples: Iterable[Triple]) -> dict[str, Any]:
    """The thing as one JSON-LD 1.1 object: the names of the ontology, its evidence inside.

    The context stands in the object and covers just the names used, so nothing need be fetched.
    Reading it gives the same triples back.
    """
    linked = _Linked.of(ontology, said(triples))
    return {"@context": linked.context()} | linked.node(thing, frozenset())


def plain(ontology: Ontology, thing: Iri, triples: Iterable[Triple]) -> dict[str, Any]:
    """The thing as plain JSON: `iri`, `type`, then its properties by their names.

    A property that may have several values is a list; what is linked has `iri` and `label`.
    """
    every = said(triples)
    names = _names(ontology, every) | {_PREFERRED: "label"}
    return _Plain(every, names, _single(ontology)).node(thing, frozenset())


def value_of(term: Literal) -> str | int | bool:
    """A literal as JSON: whole numbers and truths as such, everything else as its text.

    >>> value_of(Literal("12", XSD + "integer")), value_of(Literal("0.50", XSD + "decimal"))
    (12, '0.50')
    """
    if term.datatype == XSD + "integer" and _INTEGER.fullmatch(term.text):
        return int(term.text)
    if term.datatype == XSD + "boolean" and term.text in ("true", "false"):
        return term.text == "true"
    return term.text


@dataclass(frozen=True)
class _Linked:
    """What JSON-LD is written from; `types` is the coercion of a property, empty for none."""

    said: Said
    names: Mapping[Iri, str]
    classes: Mapping[Iri, str]
    types: Mapping[Iri, str]

    @classmethod
    def of(cls, ontology: Ontology, every: Said) -> _Linked:
        names = _names(ontology, every)
        kinds = {kind for each in every.values() for kind in each.get(RDF_TYPE, ())}
        classes = {each.iri: each.name for each in ontology.classes.values() if each.iri in kinds}
        return cls(every, names, classes, {name: _coercion(every, name) for name in names})

    def context(self) -> dict[str, Any]:
        terms: dict[str, Any] = {name: {"@id": iri} for iri, name in self.classes.items()}
        for iri, name in self.names.items():
            terms[name] = {"@id": iri} | ({"@type": self.types[iri]} if self.types[iri] else {})
        return dict(sorted(terms.items()))

    def node(self, subject: Iri, above: frozenset[Iri]) -> dict[str, Any]:
        node: dict[str, Any] = {"@id": str(subject)}
        each = self.said.get(subject, {})
        if RDF_TYPE in each:
            kinds = [self.classes.get(Iri(str(kind)), str(kind)) for kind in each[RDF_TYPE]]
            node["@type"] = _one_or_all(kinds)
        for name in sorted(self.names, key=self.names.__getitem__):
            if name in each:
                values = [self.value(value, name, above | {subject}) for value in each[name]]
                node[self.names[name]] = _one_or_all(values)
        return node

    def value(self, value: Term, name: Iri, above: frozenset[Iri]) -> object:
        if isinstance(value, Iri):
            if value in self.said and value not in above:
                return self.node(value, above)
            return str(value) if self.types[name] == "@id" else {"@id": str(value)}
        if not isinstance(value, Literal):
            return {"@id": value.nt()}
        if value.lang:
            return {"@value": value.text, "@language": value.lang}
        if self.types[name] == value.datatype:
            return value_of(value)
        if value.datatype == XSD + "string":
            return value.text
        return {"@value": value.text, "@type": value.datatype}


@dataclass(frozen=True)
class _Plain:
    """What plain JSON is written from; `single` are the properties that are never lists."""

    said: Said
    names: Mapping[Iri, str]
    single: frozenset[Iri]

    def node(self, subject: Iri, above: frozenset[Iri]) -> dict[str, Any]:
        node: dict[str, Any] = {"iri": str(subject)}
        each = self.said.get(subject, {})
        if RDF_TYPE in each:
            node["type"] = [shorten(str(kind)).removeprefix("cot:") for kind in each[RDF_TYPE]]
        for name in sorted(self.names, key=self.names.__getitem__):
            if name in each:
                values = [self.value(value, above | {subject}) for value in each[name]]
                alone = name in self.single and len(values) == 1
                node[self.names[name]] = values[0] if alone else values
        return node

    def value(self, value: Term, above: frozenset[Iri]) -> object:
        if isinstance(value, Literal):
            return value_of(value)
        if isinstance(value, Iri) and value not in above:
            return self.node(value, above)
        return {"iri": str(value)}


def _names(ontology: Ontology, every: Said) -> dict[Iri, str]:
    ours = {RDFS_LABEL: "label"} | {
        each.iri: each.name
        for shape in ontology.classes.values()
        for each in shape.properties
        if not each.inverse
    }
    names: dict[Iri, str] = {}
    for iri in sorted({name for each in every.values() for name in each} - {RDF_TYPE}):
        name = ours.get(iri) or shorten(iri).partition(":")[2]
        taken = not name or "/" in name or name in names.values()
        names[iri] = iri if taken else name
    return names


def _single(ontology: Ontology) -> frozenset[Iri]:
    forward = [
        each for shape in ontology.classes.values() for each in shape.properties if not each.inverse
    ]
    listed = {each.iri for each in forward if not each.single}
    return frozenset(
        {each.iri for each in forward if each.single} - listed | {RDFS_LABEL, _PREFERRED}
    )


def _coercion(every: Said, name: Iri) -> str:
    kinds = {
        "@id" if isinstance(value, Iri) else value.datatype if isinstance(value, Literal) else ""
        for each in every.values()
        for value in each.get(name, ())
    }
    kind = kinds.pop() if len(kinds) == 1 else ""
    return "" if kind == XSD + "string" else kind


def _one_or_all(values: list[Any]) -> object:
    return values[0] if len(values) == 1 else values
