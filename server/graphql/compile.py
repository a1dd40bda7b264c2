"""An operation into a plan: its root fields, each with the levels that hang on it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any, cast

from graphql import (
    DocumentNode,
    FragmentDefinitionNode,
    GraphQLObjectType,
    OperationDefinitionNode,
)
from graphql.execution.collect_fields import collect_fields

from kg.errors import BadQuery, UnknownThing
from kg.model.terms import Literal
from server.graphql.api import Api
from server.graphql.codes import concept
from server.graphql.conditions import All, Condition, Same, Step, Value
from server.graphql.identity import thing
from server.graphql.plan import First, Found, Level, Plan, Ready, Root
from server.graphql.projection import KEYS, Shown
from server.graphql.release import Release
from server.graphql.scope import Scope, group
from server.graphql.select import Nodes, Place, Selector, located, name_of
from server.limits.graphql import page


class AnotherRelease(Exception):
    """The operation asks a release that is not the one that is open."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name


def compile_operation(
    here: Api,
    document: DocumentNode,
    operation: OperationDefinitionNode,
    variables: Mapping[str, Any],
    release: Release,
) -> Plan:
    """The plan of an operation of a document that was found valid, with coerced variables.

    Raises `GraphQLError` for what only the ontology can tell to be wrong, with its place, and
    `AnotherRelease`.
    """
    fragments = {
        each.name.value: each
        for each in document.definitions
        if isinstance(each, FragmentDefinitionNode)
    }
    selector = Selector(here, fragments, {**variables}, release.name)
    query = cast(GraphQLObjectType, here.schema.query_type)
    fields = collect_fields(here.schema, fragments, {**variables}, query, operation.selection_set)
    roots: dict[str, Root] = {}
    for key, nodes in fields.items():
        if not name_of(nodes).startswith("__"):
            with located(nodes):
                roots[key] = _Roots(selector, release).root(key, nodes)
    return Plan(roots, tuple(selector.levels))


class _Roots:
    """The root fields."""

    def __init__(self, selector: Selector, release: Release) -> None:
        self._selector = selector
        self._shown = selector.here.shown
        self._opened = release

    def root(self, key: str, nodes: Nodes) -> Root:
        """The root field that is selected under this key."""
        name = name_of(nodes)
        args = self._selector.arguments("Query", nodes)
        if args.get("release") not in (None, self._opened.name):
            raise AnotherRelease(args["release"])
        if name in ("node", "search", "release", "concepts"):
            return getattr(self, f"_{name}")(key, nodes, args)  # type: ignore[no-any-return]
        for kind in self._shown.types.values():
            if name == kind.cls.root_list:
                return self._many(kind, key, nodes, args)
            if name == kind.cls.root_field:
                return self._one(kind, key, nodes, args)
        raise AssertionError(f"the schema has a root field {name!r} that is not compiled")

    def _level(self, kind: Shown, at: str, scope: Scope, args: Mapping[str, Any]) -> Level:
        classes = self._shown.members[kind.cls.name]
        within = replace(
            group(self._shown, scope, classes, kind.name, args.get("where")),
            classes=self._shown.class_iris(classes),
            corpus=scope.corpus,
        )
        return self._selector.level(Level(0, at, "class", None, within))

    def _many(self, kind: Shown, key: str, nodes: Nodes, args: Mapping[str, Any]) -> Root:
        scope = Scope().narrowed(args, self._shown)
        level = self._level(kind, key, scope, args)
        return self._selector.page(level, kind.name, nodes, args, scope)

    def _one(self, kind: Shown, key: str, nodes: Nodes, args: Mapping[str, Any]) -> Root:
        scope = Scope().narrowed(args, self._shown)
        named = {each: args[each] for each in ("id", *KEYS) if args.get(each) is not None}
        if not named:
            known = ["id", *(each for each in KEYS if each in kind.fields)]
            raise BadQuery(
                f"`{name_of(nodes)}` was not told which one.",
                hint=f"Give one of {', '.join(known)}, or ask for `{kind.cls.root_list}`.",
            )
        level = self._level(kind, key, scope, {})
        parts = tuple(self._named(kind, *each) for each in named.items())
        level.group = replace(level.group, where=All(parts))
        level.first = 1
        return self._first(level, kind.name, nodes, scope, f"{kind.name} with {_told(named)}")

    def _named(self, kind: Shown, name: str, value: str) -> Condition:
        if name == "id":
            return Same((thing(value),))
        field = kind.fields[name]
        step = Step(field.prop.iri, field.prop.inverse)
        return Value(step, "eq", (Literal(value),), not field.is_many)

    def _first(self, level: Level, target: str, nodes: Nodes, scope: Scope, what: str) -> Root:
        place = Place(level, level.branch, scope, level.at)
        return First(level, self._selector.select(place, target, nodes), what)

    def _node(self, key: str, nodes: Nodes, args: Mapping[str, Any]) -> Root:
        scope = Scope().narrowed(args, self._shown)
        within = group(self._shown, scope, (), "Node")
        level = Level(0, key, "parent", None, within, given=(thing(args["id"]),))
        return self._first(self._selector.level(level), "Node", nodes, scope, args["id"])

    def _search(self, key: str, nodes: Nodes, args: Mapping[str, Any]) -> Root:
        first = page(args["first"], self._selector.here.limits, key)
        fields = self._selector.fields("SearchHit", nodes)
        wanted = [(each, below) for each, below in fields.items() if name_of(below) == "node"]
        level = self._selector.level(Level(0, key, "parent")) if wanted else None
        shown = tuple(
            (each, self._selector.select(self._found(level, first), "Node", below))
            for each, below in wanted
            if level
        )
        parts = tuple((each, name_of(below)) for each, below in fields.items())
        return Found(args["text"], first, args.get("kind") or "", parts, level, shown)

    def _found(self, level: Level, first: int) -> Place:
        return Place(level, level.branch, Scope(product=max(first, 1)), f"{level.at}.node")

    def _release(self, _key: str, nodes: Nodes, _args: Mapping[str, Any]) -> Root:
        fields = self._selector.fields("Release", nodes)
        info = self._opened.info
        return Ready({key: getattr(info, name_of(below)) for key, below in fields.items()})

    def _concepts(self, _key: str, nodes: Nodes, args: Mapping[str, Any]) -> Root:
        schemes = self._shown.ontology.schemes
        wanted = args.get("scheme")
        if wanted is not None and wanted not in schemes:
            raise UnknownThing(wanted, list(schemes))
        fields = self._selector.fields("Concept", nodes)
        parts = tuple((key, name_of(below)) for key, below in fields.items())
        return Ready([
            concept(self._shown, code.iri, parts)
            for name, scheme in schemes.items()
            if wanted in (None, name)
            for code in scheme.concepts
        ])  # fmt: skip


def _told(named: Mapping[str, str]) -> str:
    return " and ".join(f"{name} '{value}'" for name, value in named.items())
