"""Every argument of a schema, each with operations that differ in it alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import product
from typing import Any, Final, NamedTuple

from graphql import (
    GraphQLInputObjectType,
    GraphQLSchema,
    get_named_type,
    is_composite_type,
    is_object_type,
    is_required_argument,
    is_required_input_field,
)

from kg.model.definitions import Ontology
from tests.server.graphql.generated.candidates import TOGETHER, Candidates
from tests.server.graphql.generated.inputs import Enumerated, Written

Wrap = Callable[[str], str]
"""An operation around a selection of a type."""
Pair = tuple[str, str]
_INSTEAD: Final = {
    "lineage": {"id", "odsCode"},
    "replaced": {"text", "odsCode", "gssCode", "name"},
    "coterminosity": {"on", "area"},
}
"""Arguments of which a field wants just one."""
SCOPE: Final = ("asOf", "carryMonths", "publishedBy", "corpus", "language")
"""Arguments that are taken over by what stands below."""


class Argument(NamedTuple):
    """An argument: its name, and pairs of operations of which one has to differ."""

    name: str
    pairs: Iterator[Pair]


class Never:
    """Draws nothing, so that values are written where they stand."""

    def chance(self, _percent: int) -> bool:
        """No."""
        return False


class Arguments:
    """The arguments of a schema. `known` are values to begin with, by field and argument."""

    def __init__(
        self, schema: GraphQLSchema, ontology: Ontology, known: Mapping[str, Mapping[str, Any]]
    ) -> None:
        self._schema = schema
        self._ontology = ontology
        self._known = known
        self._written = Written(Never())
        self._candidates = Candidates(ontology)
        self.wraps = self._reached()

    def __iter__(self) -> Iterator[Argument]:
        for kind, wrap in self.wraps.items():
            for name, field in self._fields(kind).items():
                for each in field.args:
                    pairs = self._pairs(wrap, kind, name, each)
                    yield Argument(f"{kind}.{name}({each})", pairs)

    def inputs(self) -> Iterator[Argument]:
        """The fields of input objects, each reached once from an argument."""
        for kind, wrap in self._inputs().items():
            inner: Any = self._schema.type_map[kind]
            for name in inner.fields:
                yield Argument(f"{kind}.{name}", self._input_pairs(inner, name, wrap))

    def constants(self) -> Iterator[tuple[str, dict[str, str]]]:
        """The operations with each constant of the enums that name a field or an order."""
        for kind, wrap in self._inputs().items():
            inner: Any = self._schema.type_map[kind]
            if kind.endswith("Order"):
                values = get_named_type(inner.fields["field"].type).values
                yield f"{kind}.field", {
                    each: wrap({"field": Enumerated(each)}) for each in values
                }  # fmt: skip
        for kind, wrap in self.wraps.items():
            field = self._fields(kind).get("provenance")
            if field and "field" in field.args:
                named: Any = get_named_type(field.args["field"].type)
                yield f"{kind}.provenance(field)", {
                    each: wrap(self._field(kind, "provenance", {"field": Enumerated(each)}))
                    for each in named.values
                }  # fmt: skip

    # Where types are reached.

    def _fields(self, kind: str) -> Mapping[str, Any]:
        fields: Mapping[str, Any] = getattr(self._schema.type_map[kind], "fields", {})
        return fields

    def _reached(self) -> dict[str, Wrap]:
        found: dict[str, Wrap] = {"Query": lambda inside: f"{{ {inside} }}"}
        for cls in self._ontology.classes.values():
            concrete = [
                self._ontology.classes[each] for each in self._ontology.subclasses(cls.name)
            ]
            names = (cls.name, f"Plain{cls.name}")
            listed = cls.root_list or concrete[0].root_list
            for kind in (each for each in names if each in self._schema.type_map):
                found[kind] = _listing(listed, kind)
        ahead = list(found)
        while ahead:
            kind = ahead.pop(0)
            for name, field in self._fields(kind).items():
                below = get_named_type(field.type)
                if is_object_type(below) and below.name not in found:
                    found[below.name] = self._through(kind, name, found[kind])
                    ahead.append(below.name)
        return found

    def _through(self, kind: str, name: str, wrap: Wrap) -> Wrap:
        pages = self._fields(kind)[name].args.get("first")
        few = {"first": 2} if pages and get_named_type(pages.type).name == "Int" else {}
        args = self._args(kind, name, next(self._contexts(kind, name, "")) | few)
        return lambda inside: wrap(f"{name}{args} {{ {inside} }}")

    def _inputs(self) -> dict[str, Callable[[Any], str]]:
        """A way to each input object, from the first argument that it is found behind."""
        found: dict[str, Callable[[Any], str]] = {}
        for kind, wrap in self.wraps.items():
            for name, field in self._fields(kind).items():
                for each, argument in field.args.items():
                    below = get_named_type(argument.type)
                    if isinstance(below, GraphQLInputObjectType) and below.name not in found:
                        found[below.name] = self._behind(wrap, kind, name, each)
        ahead = list(found)
        while ahead:
            above = ahead.pop(0)
            for name, each in self._fields(above).items():
                below = get_named_type(each.type)
                if isinstance(below, GraphQLInputObjectType) and below.name not in found:
                    found[below.name] = _within(found[above], name)
                    ahead.append(below.name)
        return found

    def _behind(self, wrap: Wrap, kind: str, name: str, argument: str) -> Callable[[Any], str]:
        context = next(self._contexts(kind, name, argument))
        return lambda value: wrap(self._field(kind, name, context | {argument: value}))

    # Operations.

    def _field(self, kind: str, name: str, args: Mapping[str, Any], about: str = "") -> str:
        below = get_named_type(self._fields(kind)[name].type)
        inside = f" {{ {self.selection(below, about)} }}" if is_composite_type(below) else ""
        return f"{name}{self._args(kind, name, args)}{inside}"

    def _args(self, kind: str, name: str, args: Mapping[str, Any]) -> str:
        types = self._fields(kind)[name].args
        parts = [
            f"{each}: {self._written.value(types[each].type, one)}" for each, one in args.items()
        ]
        return f"({', '.join(parts)})" if parts else ""

    def selection(self, kind: Any, about: str, depth: int = 0) -> str:
        """Something of a type: all that needs no argument, a few types down.

        Of things it is something that takes over the argument that it is about.
        """
        shown = {"Node", "Thing", *self._ontology.classes}
        if kind.name in shown or not hasattr(kind, "fields") or depth > 3:
            return f"__typename ... on Node {{ id label }} {self._taking_over(kind.name, about)}"
        parts = ["__typename"]
        for name, field in kind.fields.items():
            below = get_named_type(field.type)
            if (
                not any(map(is_required_argument, field.args.values()))
                and "first" not in field.args
            ):
                inside = self.selection(below, about, depth + 1) if is_composite_type(below) else ""
                parts.append(f"{name} {{ {inside} }}" if inside else name)
        return " ".join(parts)

    def _taking_over(self, kind: str, about: str) -> str:
        if about not in SCOPE:
            return ""
        owner = kind if kind in self._ontology.classes else "Organisation"
        taking = [
            name
            for name, field in self._fields(owner).items()
            if about in field.args and "first" in field.args
        ]
        # What a body leads to is asked its own way; `corpus` leads to anything.
        asked = dict.fromkeys([*taking[:1], *(each for each in taking if each == "corpus")])
        inside = " ".join(f"{each}(first: 1) {{ nodes {{ __typename }} }}" for each in asked)
        return f"... on {owner} {{ {inside} }}" if inside else ""

    def _contexts(self, kind: str, name: str, argument: str) -> Iterator[dict[str, Any]]:
        """Other arguments, those that are required and those that make this one matter."""
        args = self._fields(kind)[name].args
        known = {each: one for each, one in self._known.get(name, {}).items() if each in args}
        required = {
            each: self._candidates.values(each, one.type)
            for each, one in args.items()
            if is_required_argument(one) and each != argument and each not in known
        }
        if name == "provenance" and "field" in required:
            required["field"].sort(key=lambda each: not self._takes(kind, str(each), argument))
        for values in product(*required.values()):
            base = known | dict(zip(required, values, strict=True))
            if self._is_one(name, args) and argument not in self._names(name):
                base.setdefault("id", "organisation/26A/ccg")
            base.pop(argument, None)
            if argument in self._names(name):
                base = {each: one for each, one in base.items() if each not in self._names(name)}
            for more in TOGETHER.get(argument, ()):
                if more.keys() <= args.keys():
                    yield base | more
            yield base

    def _takes(self, kind: str, constant: str, argument: str) -> bool:
        """Whether the field of this constant takes an argument itself."""
        named: Any = get_named_type(self._fields(kind)["provenance"].args["field"].type)
        value = named.values[constant].value
        return argument in self._fields(kind)[str(getattr(value, "value", value))].args

    def _names(self, field: str) -> set[str]:
        """The arguments of which one names the thing that a field shows."""
        if field in _INSTEAD:
            return _INSTEAD[field]
        for cls in self._ontology.classes.values():
            if cls.root_field == field:
                return {"id", *(each.name for each in cls.properties if each.is_key)}
        return set()

    def _is_one(self, field: str, args: Mapping[str, Any]) -> bool:
        return "id" in args and bool(self._names(field))

    def _pairs(self, wrap: Wrap, kind: str, name: str, argument: str) -> Iterator[Pair]:
        definition = self._fields(kind)[name].args[argument]
        for context in self._contexts(kind, name, argument):
            known = self._known.get(name, {}).get(argument)
            values = [
                *self._candidates.values(argument, definition.type),
                *([known] if known else []),
            ]
            with_value = [
                wrap(self._field(kind, name, context | {argument: one}, argument)) for one in values
            ]
            if is_required_argument(definition) or argument in self._names(name):
                yield from ((with_value[-1], each) for each in with_value[:-1])
            else:
                without = wrap(self._field(kind, name, context, argument))
                yield from ((without, each) for each in with_value)

    def _input_pairs(self, kind: Any, name: str, wrap: Callable[[Any], str]) -> Iterator[Pair]:
        field = kind.fields[name]
        base = {
            each: self._candidates.values("", one.type)[0]
            for each, one in kind.fields.items()
            if is_required_input_field(one) and each != name
        }
        for more in TOGETHER.get(name, ()):
            base |= more if more.keys() <= kind.fields.keys() else {}
        values = [
            wrap(base | {name: each}) for each in self._candidates.of_input(kind, name, field.type)
        ]
        without = [] if is_required_input_field(field) else [wrap(base)]
        both = without + values
        yield from ((both[0], each) for each in both[1:])


def _listing(listed: str, kind: str) -> Wrap:
    return lambda inside: (
        f"{{ {listed}(first: 20) {{ nodes {{ ... on {kind} {{ {inside} }} }} }} }}"
    )


def _within(wrap: Callable[[Any], str], name: str) -> Callable[[Any], str]:
    return lambda value: wrap({name: value})
