"""Values for arguments, drawn so that they find something, and how they are written."""

from __future__ import annotations

import json
from collections.abc import Callable, Collection, Mapping
from typing import Any, Final

from graphql import (
    GraphQLArgument,
    GraphQLEnumType,
    GraphQLField,
    GraphQLInputObjectType,
    GraphQLInputType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
    is_required_input_field,
)

from kg.model.definitions import Class, Ontology, Property
from kg.model.names import ID, RDFS_LABEL
from kg.model.terms import Iri, Literal
from tests.server.graphql.generated.facts import Facts

DAYS: Final = [
    "2020-03-31", "2020-04-01", "2013-04-01", "2019-12-31", "2021-07-01", "2018-11-01",
    "1990-01-01",
]  # fmt: skip
WORDS: Final = ["a", "A", "", "alpha", "NHS", "CCG", "É", "i̇", "σ", '"', "\\", "\n", "%"]
NUMBERS: Final = {"Int": [0, 1, 2, 10, -3], "Decimal": ["0.25", "1", "1.00", "0.1", "740000"]}
CORPORA: Final = ["annotated", "cited", "register", "all", "CITED", "document/003"]
LANGUAGES: Final = ["cy", "en", "en-GB", "de-CH-1996", "cy-x-y"]
DEEPEST: Final = 3
Enumerated = type("Enumerated", (str,), {"__doc__": "The name of a constant of an enum."})


class Written:
    """Writes values where they stand, or as variables."""

    def __init__(self, draw: Any) -> None:
        self._draw = draw
        self.defined: list[str] = []
        self.values: dict[str, Any] = {}

    def mark(self) -> int:
        """How many variables there are."""
        return len(self.defined)

    def back_to(self, mark: int) -> None:
        """Forgets the variables since."""
        for number in range(mark, len(self.defined)):
            self.values.pop(f"v{number}", None)
        del self.defined[mark:]

    def argument(self, name: str, kind: GraphQLInputType, *value: Any) -> str:
        """An argument, with the value that stands here, or without one."""
        return f"{name}: {self.value(kind, *value)}"

    def flag(self, name: str, value: bool) -> str:
        """An argument that is true or false, sometimes a variable."""
        if not self._draw.chance(40):
            return f"{name}: {json.dumps(value)}"
        return f"{name}: {self._variable('Boolean!', value)}"

    def value(self, kind: GraphQLInputType, value: Any) -> str:
        """A value as GraphQL writes it."""
        if self._draw.chance(15):
            return self._variable(str(kind), _plain(value))
        inner: Any = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if value is None:
            return "null"
        if isinstance(inner, GraphQLList) and isinstance(value, list):
            return f"[{', '.join(self.value(inner.of_type, each) for each in value)}]"
        if isinstance(inner, GraphQLList):
            return self.value(inner.of_type, value)
        if isinstance(inner, GraphQLInputObjectType):
            parts = (
                f"{name}: {self.value(inner.fields[name].type, each)}"
                for name, each in value.items()
            )
            return f"{{{', '.join(parts)}}}"
        return str(value) if isinstance(value, Enumerated) else json.dumps(value)

    def _variable(self, kind: str, value: Any) -> str:
        name = f"v{len(self.defined)}"
        self.defined.append(f"${name}: {kind}")
        # One that is left out is as if the argument were.
        if value is not None or kind.endswith("!"):
            self.values[name] = value
        return f"${name}"


def _plain(value: Any) -> Any:
    if isinstance(value, list):
        return [_plain(each) for each in value]
    if isinstance(value, Mapping):
        return {name: _plain(each) for name, each in value.items()}
    return str(value) if isinstance(value, Enumerated) else value


class Inputs:
    """Values for the arguments of a schema over a graph.

    `spoilt` are properties by which nothing is filtered or ordered.
    """

    def __init__(
        self, ontology: Ontology, facts: Facts, release: str, spoilt: Collection[Iri] = ()
    ) -> None:
        self._ontology = ontology
        self._facts = facts
        self._spoilt = frozenset(spoilt)
        self._ids = sorted(each.removeprefix(ID) for each in facts.subjects)
        documents = [each for each in self._ids if each.startswith("document/")][:3]
        self._by_name: dict[str, Callable[[Any], Any]] = {
            "release": lambda _: release,
            "language": lambda draw: [draw.pick(LANGUAGES) for _ in range(1 + draw.number(1))],
            "corpus": lambda draw: draw.pick([*CORPORA, *documents]),
            "between": lambda draw: sorted([draw.pick(DAYS), draw.pick(DAYS)]),
            "carryMonths": lambda draw: draw.pick([0, 3, 12, 1, None]),
        }
        self._of_root = {
            cls.root_field: [
                each.removeprefix(ID)
                for name in ontology.subclasses(cls.name)
                for each in facts.instances(ontology.classes[name].iri)
            ]
            for cls in ontology.classes.values()
            if cls.root_field
        }
        self.names = {"id"} | {
            prop.name for cls in ontology.classes.values() for prop in cls.properties if prop.is_key
        }

    def needs_a_name(self, field: GraphQLField) -> bool:
        """Whether it asks for one thing, and one of several arguments has to say which."""
        kind: Any = get_named_type(field.type)
        return "id" in field.args and kind.name in self._ontology.classes

    def argument(
        self, draw: Any, field: str, name: str, argument: GraphQLArgument
    ) -> tuple[Any] | None:
        """A value for an argument, in a tuple; nothing where it cannot be given here."""
        kind: Any = get_named_type(argument.type)
        if name in ("after", "before", "last"):
            return None  # a cursor is of one list, and is asked for in the tests of pages
        if name in self.names and name != "id":
            known = (one for each in self._named(field, name) for one in self._values(each))
            return (draw.pick(list(known) or ["nothing"]),)
        if name == "id" and field in self._of_root:
            return (draw.pick(self._of_root[field] or self._ids),)
        if name in self._by_name:
            return (self._by_name[name](draw),)
        if kind.name == "ID":
            return (self._many(draw, argument.type, lambda: draw.pick(self._ids)),)
        if kind.name == "Int":
            return (draw.pick([1, 2, 3]),)
        return (self.value(draw, argument.type, 0),)

    def _named(self, field: str, name: str) -> list[Property]:
        classes = self._ontology.classes.values()
        return [each.by_name[name] for each in classes if field == each.root_field]

    def _many(self, draw: Any, kind: Any, one: Any) -> Any:
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if isinstance(inner, GraphQLList):
            return [one() for _ in range(1 + draw.number(1))]
        return one()

    def value(self, draw: Any, kind: Any, depth: int, prop: Property | None = None) -> Any:
        """A value of an input type; of a property, one that stands there where there is one."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        if inner is kind and draw.chance(4):
            return None
        if isinstance(inner, GraphQLList):
            few = 1 + draw.number(1) if depth <= DEEPEST else 0
            return [self.value(draw, inner.of_type, depth, prop) for _ in range(few)]
        if isinstance(inner, GraphQLEnumType):
            return Enumerated(draw.pick(self._constants(inner)))
        if isinstance(inner, GraphQLInputObjectType):
            return self._object(draw, inner, depth, prop)
        return self._scalar(draw, inner.name, prop)

    def _constants(self, kind: GraphQLEnumType) -> list[str]:
        cls = self._ontology.classes.get(kind.name.removesuffix("OrderField"))
        if not cls or not kind.name.endswith("OrderField"):
            return list(kind.values)
        read = {
            name: str(getattr(each.value, "value", each.value))
            for name, each in kind.values.items()
        }
        return [name for name, path in read.items() if not self._is_spoilt(cls, path)]

    def _is_spoilt(self, cls: Class, path: str) -> bool:
        """Whether any part of a path such as `holder.name` is."""
        for name in path.split("."):
            prop = cls.by_name.get(name)
            if prop and prop.iri in self._spoilt:
                return True
            if prop and prop.ranges:
                cls = self._ontology.classes[prop.ranges[0]]
        return False

    def _object(
        self, draw: Any, kind: GraphQLInputObjectType, depth: int, prop: Property | None
    ) -> dict[str, Any]:
        cls = self._ontology.classes.get(kind.name.removesuffix("Where"))
        names = [name for name, each in kind.fields.items() if self._is_free(cls, name)]
        required = [name for name in names if is_required_input_field(kind.fields[name])]
        some = 0 if depth > DEEPEST else draw.number(2) if depth else 1 + draw.number(1)
        asked = dict.fromkeys([*required, *(draw.pick(names) for _ in range(some))])
        return {
            name: self.value(
                draw,
                kind.fields[name].type,
                depth + 1,
                cls.by_name.get(name, prop) if cls else prop,
            )
            for name in asked
        }

    def _is_free(self, cls: Class | None, name: str) -> bool:
        prop = cls.by_name.get(name) if cls else None
        return prop is None or prop.iri not in self._spoilt

    def _scalar(self, draw: Any, kind: str, prop: Property | None) -> Any:
        if kind == "Boolean":
            return draw.chance(50)
        if kind == "Date":
            return draw.pick(DAYS)
        known = self._values(prop) if prop and draw.chance(75) else []
        if kind == "ID":
            return draw.pick(self._ids)
        if kind in NUMBERS:
            numbers = [each for each in known if _is_number(each, kind)]
            found = draw.pick(numbers) if numbers else draw.pick(NUMBERS[kind])
            return int(found) if kind == "Int" else str(found)
        if prop and prop.kind == "concept":
            return draw.pick(self._values(prop))
        text = draw.pick(known or WORDS)
        return text[: 1 + draw.number(3)] if draw.chance(30) else text

    def _values(self, prop: Property) -> list[str]:
        if prop.kind == "concept":
            return [each.notation for each in self._ontology.schemes[prop.scheme or ""].concepts]
        predicate = prop.iri if prop.kind == "literal" else RDFS_LABEL
        found = self._facts.by_property[predicate][:40]
        return [each.text for each in found if isinstance(each, Literal)]


def _is_number(text: str, kind: str) -> bool:
    plain = text.removeprefix("-").replace(".", "", 0 if kind == "Int" else 1)
    return plain.isdigit() and (kind != "Int" or len(plain) < 10)
