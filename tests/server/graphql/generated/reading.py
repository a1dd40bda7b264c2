"""How the schema's names are read: which class, which property, which things may stand there."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from kg.model.definitions import Class, Concept, Ontology, Property, Scheme
from kg.model.names import PREFIXES
from kg.model.terms import Iri

CONCEPT = Iri(PREFIXES["skos"] + "Concept")


class Reading:
    """The names of an ontology as GraphQL has them."""

    def __init__(self, ontology: Ontology) -> None:
        self.ontology = ontology

    def cls(self, object_type: str) -> Class | None:
        """The class of an object type or interface."""
        classes = self.ontology.classes
        return classes.get(object_type) or classes.get(object_type.removeprefix("Plain"))

    def concrete(self, names: Iterable[str]) -> list[str]:
        """The classes that things of these may be of, that are not abstract."""
        return list(dict.fromkeys(one for each in names for one in self.ontology.subclasses(each)))

    def target(self, prop: Property) -> str:
        """The output type of a property that leads to things."""
        return "Or".join(sorted(prop.ranges)) or "Node"

    def object_name(self, name: str) -> str:
        """The object type of a class: itself, or `Plain…` where the class has subclasses."""
        return name if self.ontology.subclasses(name) == (name,) else f"Plain{name}"

    @cached_property
    def _ranks(self) -> list[tuple[Iri, str]]:
        found = [each for each in self.ontology.classes.values() if not each.abstract]
        found.sort(key=lambda each: (-len(each.parents), each.name))
        return [(each.iri, self.object_name(each.name)) for each in found]

    def typename(self, types: Sequence[Iri], iri: Iri, possible: Sequence[str]) -> str:
        """The object type of a thing: of those that may stand there, the most special it is of."""
        if len(possible) == 1:
            return possible[0]
        for cls, name in self._ranks:
            if cls in types and name in possible:
                return name
        return "Concept" if CONCEPT in types or iri in self.codes else "Thing"

    @cached_property
    def codes(self) -> dict[Iri, tuple[Scheme, Concept]]:
        """All codes, each with its list."""
        schemes = self.ontology.schemes.values()
        return {code.iri: (scheme, code) for scheme in schemes for code in scheme.concepts}
