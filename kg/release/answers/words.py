"""The words of the model, as answers: the glossary, and every class with its properties."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from kg.analysis.plots.told import Cell
from kg.model.ontology import Class, Ontology, Property
from kg.model.terms import Iri
from kg.release.answers.answer import Answer, Json, answer, joined


class Word(NamedTuple):
    """A word of the model: what it is called and means, and what it is a word for."""

    iri: Iri
    text: str
    meaning: str
    of: str


def words(ontology: Ontology) -> list[Word]:
    """Codes, classes and properties in the order of their names."""
    return sorted(_words(ontology), key=lambda each: (each.text.casefold(), each.iri))


def _words(ontology: Ontology) -> Iterator[Word]:
    for scheme in ontology.schemes.values():
        for code in scheme.concepts:
            yield Word(code.iri, code.label, code.definition, scheme.label)
    for kind in ontology.classes.values():
        yield Word(kind.iri, kind.label, kind.comment, "thing")
    for iri, each in ontology.predicates.items():
        yield Word(iri, each.label, each.comment, "what is said of things")


def glossary(ontology: Ontology) -> Answer:
    """Every word with its meaning; a row for each."""
    found = words(ontology)
    told = [
        {"iri": each.iri, "label": each.text, "meaning": each.meaning, "of": each.of}
        for each in found
    ]
    return answer({"words": told}, ("word", "label", "meaning", "of"), found)


def schema(ontology: Ontology) -> Answer:
    """Every class with its properties; a row for each property of a class."""
    kinds = ontology.classes.values()
    columns = (
        "class", "className", "property", "name", "label", "meaning", "values", "least", "most",
        "inverse",
    )  # fmt: skip
    told = {"version": ontology.version, "classes": [_class(ontology, each) for each in kinds]}
    return answer(told, columns, [_row(ontology, kind, each) for kind in kinds
                                  for each in kind.properties])  # fmt: skip


def _class(ontology: Ontology, kind: Class) -> Json:
    return {
        "iri": kind.iri,
        "name": kind.name,
        "label": kind.label,
        "meaning": kind.comment,
        "parents": list(kind.parents),
        "abstract": kind.abstract,
        "properties": [_property(ontology, each) for each in kind.properties],
    }


def _property(ontology: Ontology, each: Property) -> Json:
    return {
        "iri": each.iri,
        "name": each.name,
        "label": each.label,
        "meaning": each.description,
        "inverse": each.inverse,
        "values": _values(ontology, each),
        "least": each.min_count,
        "most": each.max_count,
    }


def _row(ontology: Ontology, kind: Class, each: Property) -> Sequence[Cell]:
    return (
        kind.iri, kind.name, each.iri, each.name, each.label, each.description,
        joined(_values(ontology, each)), each.min_count, each.max_count, each.inverse,
    )  # fmt: skip


def _values(ontology: Ontology, each: Property) -> list[Iri]:
    """What its values are: classes, a code list, or datatypes."""
    if each.scheme:
        return [ontology.schemes[each.scheme].iri]
    return [ontology.classes[name].iri for name in each.ranges] or list(each.datatypes)
