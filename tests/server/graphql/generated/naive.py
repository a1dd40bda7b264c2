"""A naive walk of the graph: graphql-core asks field by field, and each looks at one thing.

It knows nothing of plans, levels and SPARQL; what the schema's texts say of an argument is read
here a second time, in the simplest way that it can be.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from functools import partial
from typing import Any, Final, NamedTuple

from graphql import (
    ExecutionResult,
    GraphQLError,
    GraphQLResolveInfo,
    GraphQLSchema,
    get_named_type,
    is_abstract_type,
)
from graphql import execute as walk_tree

from kg.model.definitions import Class, Ontology, Property
from kg.model.names import RDF_TYPE, cot, shorten
from kg.model.terms import Iri, Literal, Term
from server.graphql.api import Api
from tests.server.graphql.generated.bearing import Asked, Bearing
from tests.server.graphql.generated.conditions import Conditions
from tests.server.graphql.generated.facts import Facts
from tests.server.graphql.generated.force import Force, Passing, chosen, identified
from tests.server.graphql.generated.order import CURSOR, Order
from tests.server.graphql.generated.reading import Reading
from tests.server.graphql.generated.values import Values, by_text, only

UNTOLD: Final = 50
Args = Mapping[str, Any]
Link = Callable[[Iri], set[Iri]]


class Problem(NamedTuple):
    """An error: where, and what kind of it."""

    path: tuple[str | int, ...]
    code: str


class Walk:
    """Walks the graph of a release for operations."""

    def __init__(self, here: Api, facts: Facts) -> None:
        self._schema: GraphQLSchema = here.schema
        self._here = here
        self.facts = facts
        self._reading = Reading(here.ontology)
        self._passing = Passing(facts, here.ontology)
        self._conditions = Conditions(facts, self._reading)
        self._bearing = Bearing(facts, self._reading, self._passing)
        self._values = Values(facts, self._reading, self._passing)

    def answer(self, document: str, variables: Args, name: str | None) -> tuple[Any, list[Problem]]:
        """The data of an operation, and where it has errors."""
        result = walk_tree(
            self._schema, self._here.document(document), {}, variable_values=dict(variables),
            operation_name=name, field_resolver=self._resolve,
        )  # fmt: skip
        assert isinstance(result, ExecutionResult)
        return result.data, sorted(map(_problem, result.errors or ()), key=repr)

    def _resolve(self, source: Any, info: GraphQLResolveInfo, **args: Any) -> Any:
        name, kind = info.field_name, info.parent_type.name
        if kind == "Query":
            return self._root(name, info, args)
        if kind.endswith("Connection"):
            return self._part(name, source, info)
        if kind.endswith("Edge"):
            return self._of_edge(name, source, args)
        if kind == "Validity":
            return self._validity(name, source, args)
        if kind == "Provenance":
            return self._provenance(name, source, args)
        if "force" not in source:
            return source[name]
        return self._field(name, source, info, args)

    # The root.

    def _root(self, name: str, info: GraphQLResolveInfo, args: Args) -> Any:
        force = Force().under(args, self._reading.ontology)
        if name in ("node", "thing"):
            thing = identified(args["id"])
            is_known = thing in self.facts.subjects and self._passing.passes(thing, (), force)
            return self._thing(thing, info.return_type, force) if is_known else None
        for cls in self._reading.ontology.classes.values():
            if name in (cls.root_field, cls.root_list):
                found = self._all(cls, args.get("where"), force)
                if name == cls.root_list:
                    return self._list(found, cls.name, args, force, partial(self._typed, cls))
                return self._only(self._named(found, cls, args), info, force)
        raise NotImplementedError(name)

    def _all(self, cls: Class, where: Args | None, force: Force) -> list[Iri]:
        classes = self._reading.concrete([cls.name])
        typed = (self._reading.ontology.classes[each].iri for each in classes)
        things = dict.fromkeys(one for each in typed for one in self.facts.instances(each))
        return [
            each
            for each in self._like(things, cls.name, classes, where, force)
            if self._in_corpus(each, force.corpus)
        ]

    def _like(
        self, things: Any, target: str, classes: list[str], where: Args | None, force: Force
    ) -> list[Iri]:
        return [
            each
            for each in things
            if isinstance(each, Iri)
            and self._passing.passes(each, classes, force)
            and self._conditions.holds(each, target, where, force)
        ]

    def _in_corpus(self, thing: Iri, corpus: Iri | None) -> bool:
        return corpus is None or corpus in self.facts.values(thing, cot("corpus"))

    def _typed(self, cls: Class, thing: Iri) -> set[Iri]:
        classes = self._reading.concrete([cls.name])
        typed = (self._reading.ontology.classes[each].iri for each in classes)
        return {one for each in typed for one in self.facts.stated(thing, RDF_TYPE, each)}

    def _named(self, found: list[Iri], cls: Class, args: Args) -> list[Iri]:
        if args.get("id") is not None:
            found = [each for each in found if each == identified(args["id"])]
        for name, prop in cls.by_name.items():
            if prop.is_key and args.get(name) is not None:
                wanted = Literal(args[name].upper() if prop.in_capitals else args[name])
                found = [each for each in found if wanted in self.facts.values(each, prop.iri)]
        return found

    # Lists.

    def _list(
        self, found: list[Iri], target: str, args: Args, force: Force, link: Link
    ) -> dict[str, Any]:
        order = Order(self.facts, self._reading, target, args.get("orderBy"), force.languages)
        things = order.sorted(found)
        behind = order.after(things, args["after"]) if args.get("after") else things
        first = UNTOLD if args.get("first") is None else args["first"]
        return {
            "things": behind[:first],
            "total": len(things),
            "before": args.get("after") is not None,
            "behind": len(behind) > first,
            "force": force,
            "link": link,
        }

    def _part(self, name: str, source: Args, info: GraphQLResolveInfo) -> Any:
        things, force = source["things"], source["force"]
        if name == "totalCount":
            return source["total"]
        if name == "pageInfo":
            return {
                "hasNextPage": source["behind"],
                "hasPreviousPage": source["before"],
                "startCursor": CURSOR + things[0] if things else None,
                "endCursor": CURSOR + things[-1] if things else None,
            }
        if name == "nodes":
            return [self._thing(each, info.return_type, force) for each in things]
        edge: Any = get_named_type(info.return_type)
        kind = edge.fields["node"].type
        return [
            {"thing": each, "node": self._thing(each, kind, force), "cursor": CURSOR + each,
             "stated": source["link"](each), "force": force}
            for each in things
        ]  # fmt: skip

    def _of_edge(self, name: str, source: Args, args: Args) -> Any:
        if name == "statedIn":
            return sorted(shorten(each) for each in source["stated"])
        if name == "validity":
            return source
        if name != "evidence":
            return source[name]
        force = source["force"].under(args, self._reading.ontology)
        found = self.facts.nodes(source["thing"], cot("evidence"))
        classes = self._reading.concrete(["Evidence"])
        things = self._like(found, "Evidence", classes, args.get("where"), force)
        link = partial(self.facts.stated, source["thing"], cot("evidence"))
        return self._list(things, "Evidence", args, force, link)

    def _validity(self, name: str, source: Args, args: Args) -> Any:
        if name == "held":
            return self._values.certainty(source["thing"], source["force"], args)
        return self._passing.day(source["thing"], name)

    def _provenance(self, name: str, source: Args, args: Args) -> Any:
        asked: Asked = source["asked"]
        if name in ("status", "absence"):
            return self._bearing.judged(asked)[name == "absence"]
        if name == "statedIn":
            return self._bearing.stated_in(asked)
        target = "Evidence" if name == "evidence" else "Claim"
        classes = self._reading.concrete([target])
        found = self._bearing.borne(asked, name)
        things = self._like(found, target, classes, args.get("where"), asked.force)
        if name == "claims":  # what contests a number is another number
            things = [each for each in things if self._passing.is_of(each, classes)]
        return self._list(things, target, args, asked.force, found.__getitem__)

    # One thing.

    def _thing(self, thing: Iri, output: Any, force: Force) -> dict[str, Any]:
        kind: Any = get_named_type(output)
        possible = [kind.name]
        if is_abstract_type(kind):
            possible = [each.name for each in self._schema.get_possible_types(kind)]
        name = self._reading.typename(self.facts.types(thing), thing, possible)
        return {"__typename": name, "thing": thing, "force": force}

    def _only(self, things: list[Iri], info: GraphQLResolveInfo, force: Force) -> Any:
        found = only(things)
        return self._thing(found, info.return_type, force) if found else None

    def _field(self, name: str, source: Args, info: GraphQLResolveInfo, args: Args) -> Any:
        thing, force = source["thing"], source["force"]
        cls = self._reading.cls(source["__typename"])
        if name == "provenance" and cls:
            named = str(getattr(args["field"], "value", args["field"]))
            force = _under(force, cls, cls.by_name[named], args, self._reading.ontology)
            return {"asked": Asked(thing, cls, cls.by_name[named], force)}
        if cls is None or name not in cls.by_name:
            return self._values.built_in(name, thing, force, args)
        prop = cls.by_name[name]
        found = self.facts.values(thing, prop.iri, inverse=prop.inverse)
        if prop.kind == "node":
            return self._led(cls, prop, source, info, args)
        if not prop.single:
            return [self._values.value(each, prop) for each in sorted(found, key=by_text)]
        one = only(chosen(found, force.languages) or found)
        return None if one is None else self._values.value(one, prop)

    def _led(
        self, cls: Class, prop: Property, source: Args, info: GraphQLResolveInfo, args: Args
    ) -> Any:
        ontology, thing = self._reading.ontology, source["thing"]
        force = _under(source["force"], cls, prop, args, ontology)
        classes, target = self._reading.concrete(prop.ranges), self._reading.target(prop)
        found: list[Term] = self.facts.values(thing, prop.iri, inverse=prop.inverse)
        things = self._like(found, target, classes, args.get("where"), force)
        if prop.inverse and classes:
            things = [each for each in things if self._passing.is_of(each, classes)]
        if prop.single:
            return self._only(things, info, force)
        if classes and all(ontology.classes[each].takes_corpus for each in classes):
            things = [each for each in things if self._in_corpus(each, force.corpus)]

        def link(other: Iri) -> set[Iri]:
            ends = (other, thing) if prop.inverse else (thing, other)
            return self.facts.stated(ends[0], prop.iri, ends[1])

        return self._list(things, target, args, force, link)


def _under(force: Force, cls: Class, prop: Property, args: Args, ontology: Ontology) -> Force:
    """What is in force where a property of a class leads to."""
    return force.under(args, ontology, of_body=cls.is_enduring, timeless=prop.is_timeless)


def _problem(error: GraphQLError) -> Problem:
    told = getattr(error.original_error, "extensions", None) or error.extensions or {}
    return Problem(tuple(error.path or ()), told.get("code", "bad-value"))
