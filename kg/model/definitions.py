"""The ontology as plain values: classes, their properties, and code lists."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Literal as OneOf

from kg.model.terms import Iri


@dataclass(frozen=True)
class Concept:
    """A code of a code list; `notation` is its local name, such as `dropped`.

    `deprecated` says why it should not be used any more, and what instead; nothing otherwise.
    """

    iri: Iri
    notation: str
    label: str
    definition: str
    deprecated: str = ""


@dataclass(frozen=True)
class Scheme:
    """A code list, by the name that shapes use for it, such as `status`.

    `type_name` is what interfaces call the list (`Status`). A closed list is complete by design;
    one that is not may gain codes with every source. Concepts are in the order of their notations.
    """

    iri: Iri
    name: str
    type_name: str
    label: str
    definition: str
    closed: bool
    concepts: tuple[Concept, ...]


@dataclass(frozen=True)
class Predicate:
    """What holds for a property wherever it is used: its name read both ways, and its meaning."""

    iri: Iri
    label: str
    inverse_label: str
    comment: str


@dataclass(frozen=True)
class Property:
    """A property as a class has it. An inverse one is not stored: it is `iri` read backwards.

    `max_count` is nothing where there may be any number. `ranges` are names of classes, none where
    any node will do; `datatypes` are the datatypes of a literal; `scheme` is the list of a code.
    A key may name one thing where interfaces begin; `deprecated` is as for codes. What a timeless
    one leads to belongs to other days by its nature; one in capitals has no small letters.
    """

    name: str
    iri: Iri
    inverse: bool
    label: str
    inverse_label: str
    description: str
    order: int
    min_count: int
    max_count: int | None
    ranges: tuple[str, ...] = ()
    datatypes: tuple[Iri, ...] = ()
    scheme: str | None = None
    is_key: bool = False
    is_timeless: bool = False
    in_capitals: bool = False
    deprecated: str = ""

    @property
    def kind(self) -> OneOf["literal", "concept", "node"]:
        """What a value is: a literal, a code of a list, or another node."""
        if self.datatypes:
            return "literal"
        return "concept" if self.scheme else "node"

    @property
    def single(self) -> bool:
        """Whether there is at most one value."""
        return self.max_count == 1


@dataclass(frozen=True)
class Class:
    """A class with all its properties, its own and inherited ones, in the order to show them.

    `parents` are all ancestors, nearest first. An abstract class has no root names, because
    nothing is of it except through its subclasses. Things of an enduring class exist, and do not
    just hold, so their days may be unknown; lists of a class that takes over the corpus keep to
    the sources that were asked for further up. Both are so of subclasses too.
    """

    iri: Iri
    name: str
    label: str
    comment: str
    parents: tuple[str, ...]
    abstract: bool
    root_field: str
    root_list: str
    properties: tuple[Property, ...]
    is_enduring: bool = False
    takes_corpus: bool = False
    deprecated: str = ""

    @cached_property
    def by_name(self) -> Mapping[str, Property]:
        """Its properties by name."""
        return {each.name: each for each in self.properties}


@dataclass(frozen=True)
class Ontology:
    """Classes and code lists by name, predicates by IRI, and the version that they are of."""

    version: str
    classes: Mapping[str, Class]
    schemes: Mapping[str, Scheme]
    predicates: Mapping[Iri, Predicate]

    @cached_property
    def class_by_iri(self) -> Mapping[Iri, Class]:
        """The classes by IRI."""
        return {each.iri: each for each in self.classes.values()}

    @cached_property
    def concept_by_iri(self) -> Mapping[Iri, Concept]:
        """The codes of all lists by IRI."""
        return {code.iri: code for each in self.schemes.values() for code in each.concepts}

    def subclasses(self, name: str) -> tuple[str, ...]:
        """The names of the classes that a thing of this class can be of, itself first.

        Abstract classes are left out, so an abstract class without subclasses has none.
        """
        itself = () if self.classes[name].abstract else (name,)
        return itself + tuple(
            each.name
            for each in self.classes.values()
            if name in each.parents and not each.abstract
        )
