"""What GraphQL shows of the ontology: its types, their fields, and the term behind each name.

A class is an object type. A class with subclasses is an interface, implemented by its subclasses
and, where it is not abstract, by `Plain…`. Several classes in one property are a union, named after
them. A closed code list is an enum; a code of an open list is a `Concept`.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final, Literal

from kg.model.names import PREFIXES
from kg.model.ontology import Class, Ontology, Property, Scheme
from kg.model.terms import XSD, Iri

BUILT_IN: Final = ("id", "iri", "label", "type", "graphs")
"""The fields that every type has, whatever its class."""
CONCEPT_CLASS: Final = Iri(PREFIXES["skos"] + "Concept")
DATED: Final = "Dated"
PUBLISHED: Final = "Published"

Kind = Literal["literal", "enum", "concept", "node"]
_SCALARS: Final = {
    "boolean": "Boolean", "integer": "Int", "decimal": "Decimal", "date": "Date", "anyURI": "Url",
}  # fmt: skip


@dataclass(frozen=True)
class Field:
    """A field of a type. `target` is the name of the output type, `classes` the concrete classes
    that a value may be of: empty where it may be anything. A guarded one reads a property backwards
    that things of other classes have too, so its values must be told apart by class."""

    name: str
    prop: Property
    kind: Kind
    target: str
    classes: tuple[str, ...] = ()
    is_dated: bool = False
    is_published: bool = False
    in_corpus: bool = False
    is_guarded: bool = False

    @property
    def is_many(self) -> bool:
        """Whether it is a list."""
        return not self.prop.single

    @property
    def is_spoken(self) -> bool:
        """Whether it is a text of which there may be one in each of several languages."""
        return PREFIXES["rdf"] + "langString" in self.prop.datatypes and not self.is_many

    def written(self, value: str) -> str:
        """A text that a client gave for it, as the graph would have it."""
        return value.upper() if self.prop.in_capitals else value

    @property
    def is_sortable(self) -> bool:
        """Whether a list can be ordered by it; codes are in the order of their notations."""
        return self.kind != "node" and not self.is_many


@dataclass(frozen=True)
class Shown:
    """A class as a type: an interface where `objects`, its concrete types, are not just itself."""

    name: str
    cls: Class
    objects: tuple[str, ...]
    interfaces: tuple[str, ...]
    fields: Mapping[str, Field]

    @property
    def is_interface(self) -> bool:
        """Whether it is an interface."""
        return self.objects != (self.name,)

    @property
    def is_dated(self) -> bool:
        """Whether its things hold for a time."""
        return DATED in (self.cls.name, *self.cls.parents)

    @property
    def is_published(self) -> bool:
        """Whether its things are said by documents, or are documents."""
        return PUBLISHED in (self.cls.name, *self.cls.parents)

    @property
    def keys(self) -> tuple[str, ...]:
        """The fields that may name one thing of it, beside its id."""
        return tuple(name for name, each in self.fields.items() if each.prop.is_key)


@dataclass(frozen=True)
class Projection:
    """The whole of it. `types` has interfaces and object types by name, `plain` the object types
    of concrete classes that are interfaces (`PlainClaim`), by name too."""

    ontology: Ontology
    types: Mapping[str, Shown]
    plain: Mapping[str, Shown]
    unions: Mapping[str, tuple[str, ...]]
    enums: Mapping[str, Scheme]
    scheme_of: Mapping[Iri, Scheme]
    ranks: tuple[tuple[Iri, str], ...]
    members: Mapping[str, tuple[str, ...]] = field(default_factory=dict)

    def orders(self, target: str) -> Mapping[str, tuple[Field, ...]]:
        """What a list of things of this output type can be ordered by, besides label and id: by
        name, the fields that lead there. The last is a value; or the label, if it is a node."""
        found: dict[str, tuple[Field, ...]] = {}
        for each in self._fields(target):
            if each.is_sortable:
                found[each.name] = (each,)
            elif each.kind == "node" and not each.is_many:
                found[f"{each.name}.label"] = (each,)
                inner = [one for one in self._fields(each.target) if one.is_sortable]
                found |= {f"{each.name}.{one.name}": (each, one) for one in inner}
        return found

    def _fields(self, target: str) -> Iterable[Field]:
        return self.types[target].fields.values() if target in self.types else ()

    def evidence_of(self, target: str) -> Field | None:
        """The field that leads to the evidence of things of this output type, if some have any."""
        kinds = (self.object_type(each) for each in (target, *self.possible(target)))
        found = (each.fields.get("evidence") for each in kinds if each)
        return next((each for each in found if each), None)

    def is_dated(self, target: str) -> bool:
        """Whether some things of this output type hold for a time."""
        kinds = (self.object_type(each) for each in self.possible(target))
        return any(each.is_dated for each in kinds if each)

    def object_type(self, name: str) -> Shown | None:
        """The object type by that name; none for `Concept` and `Thing`."""
        found = self.types.get(name)
        return self.plain.get(name) if found is None else found

    def possible(self, target: str) -> tuple[str, ...]:
        """The object types that a value of this output type may be of."""
        if target in self.types:
            return self.types[target].objects
        if target in self.unions:
            return self.unions[target]
        return (*dict.fromkeys(name for _, name in self.ranks), "Concept", "Thing")

    def typename(self, types: Iterable[Iri], possible: Iterable[str] = ()) -> str:
        """The object type of a thing with these RDF types: the most specific that is possible."""
        held, wanted = set(types), set(possible)
        for iri, name in self.ranks:
            if iri in held and (not wanted or name in wanted):
                return name
        return "Concept" if CONCEPT_CLASS in held else "Thing"

    def class_iris(self, classes: Iterable[str]) -> tuple[Iri, ...]:
        """The IRIs of these classes and their subclasses."""
        names = dict.fromkeys(
            each for name in classes for each in (name, *self.members.get(name, ()))
        )
        return tuple(self.ontology.classes[name].iri for name in names)

    def below(self, parent: str, classes: Iterable[str]) -> tuple[str, ...]:
        """Those of these concrete classes that are below a class; of all classes, if none given."""
        asked = tuple(classes) or tuple(
            name for name, each in self.ontology.classes.items() if not each.abstract
        )
        return tuple(each for each in asked if parent in self.ontology.classes[each].parents)


def project(ontology: Ontology) -> Projection:
    """What GraphQL shows of this ontology."""
    members = {name: ontology.subclasses(name) for name in ontology.classes}
    enums = _enums(ontology)
    unions: dict[str, tuple[str, ...]] = {}
    types: dict[str, Shown] = {}
    plain: dict[str, Shown] = {}
    for name, cls in ontology.classes.items():
        fields = {
            each.name: _field(each, ontology, members, enums, unions) for each in cls.properties
        }
        above = [each for each in cls.parents if _is_interface(ontology, members, each)]
        objects = tuple(_object_name(ontology, members, each) for each in members[name])
        types[name] = Shown(name, cls, objects, ("Node", *above), fields)
        if _is_interface(ontology, members, name) and not cls.abstract:
            own = _object_name(ontology, members, name)
            plain[own] = Shown(own, cls, (own,), ("Node", name, *above), fields)
    ranked = sorted(
        (each for each in ontology.classes.values() if not each.abstract),
        key=lambda each: (-len(each.parents), each.name),
    )
    return Projection(
        ontology,
        types,
        plain,
        unions,
        {name: scheme for scheme, name in ((ontology.schemes[key], enums[key]) for key in enums)},
        {code.iri: scheme for scheme in ontology.schemes.values() for code in scheme.concepts},
        tuple((each.iri, _object_name(ontology, members, each.name)) for each in ranked),
        members,
    )


def constant(text: str) -> str:
    """A name as GraphQL writes constants.

    >>> constant("chathamHouse"), constant("well-over"), constant("3d")
    ('CHATHAM_HOUSE', 'WELL_OVER', '_3D')
    """
    spaced = re.sub(r"(?<=[a-z0-9])(?=[A-Z])", "_", text)
    name = re.sub(r"[^A-Za-z0-9]+", "_", spaced).strip("_").upper()
    return f"_{name}" if name[:1].isdigit() else name


def scalar(datatypes: tuple[Iri, ...]) -> str:
    """The scalar for values of these datatypes; whole and decimal numbers together are decimal.

    >>> scalar((Iri(XSD + "decimal"), Iri(XSD + "integer"))), scalar((Iri(XSD + "string"),))
    ('Decimal', 'String')
    """
    names = {_SCALARS.get(each.removeprefix(XSD), "String") for each in datatypes}
    if names <= {"Int", "Decimal"} and "Decimal" in names:
        return "Decimal"
    return names.pop() if len(names) == 1 else "String"


def _enums(ontology: Ontology) -> dict[str, str]:
    names: dict[str, str] = {}
    for key, scheme in ontology.schemes.items():
        if scheme.closed:
            is_taken = scheme.type_name in ontology.classes
            names[key] = f"{scheme.type_name}Code" if is_taken else scheme.type_name
    return names


def _is_interface(ontology: Ontology, members: Mapping[str, tuple[str, ...]], name: str) -> bool:
    return ontology.classes[name].abstract or set(members[name]) != {name}


def _object_name(ontology: Ontology, members: Mapping[str, tuple[str, ...]], name: str) -> str:
    return f"Plain{name}" if _is_interface(ontology, members, name) else name


def _field(
    prop: Property,
    ontology: Ontology,
    members: Mapping[str, tuple[str, ...]],
    enums: Mapping[str, str],
    unions: dict[str, tuple[str, ...]],
) -> Field:
    if prop.kind == "literal":
        return Field(prop.name, prop, "literal", scalar(prop.datatypes))
    if prop.kind == "concept":
        enum = enums.get(prop.scheme or "")
        return Field(prop.name, prop, "enum" if enum else "concept", enum or "Concept")
    classes = tuple(dict.fromkeys(each for name in prop.ranges for each in members[name]))
    target = "Node" if not prop.ranges else " ".join(sorted(prop.ranges)).replace(" ", "Or")
    if len(prop.ranges) > 1:
        unions[target] = tuple(_object_name(ontology, members, each) for each in classes)
    parents = [{each, *ontology.classes[each].parents} for each in classes]
    return Field(
        prop.name,
        prop,
        "node",
        target,
        classes,
        not classes or any(DATED in each for each in parents),
        not classes or any(PUBLISHED in each for each in parents),
        bool(classes) and all(ontology.classes[each].takes_corpus for each in classes),
        prop.inverse and bool(classes) and not _having(ontology, members, prop.iri) <= {*classes},
    )


def _having(ontology: Ontology, members: Mapping[str, tuple[str, ...]], iri: Iri) -> set[str]:
    """The concrete classes whose things have this property."""
    return {
        each
        for name, cls in ontology.classes.items()
        if any(prop.iri == iri and not prop.inverse for prop in cls.properties)
        for each in members[name]
    }
