"""Things of a class: one that an argument names, a list of all; and `node`, whatever it is."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from kg.errors import BadQuery
from kg.model.terms import Literal
from server.graphql.identity import thing
from server.graphql.planning.conditions import All, Condition, Same, Step, Value
from server.graphql.planning.plan import First, Level, Root
from server.graphql.planning.scope import Scope, group
from server.graphql.planning.selections import Place
from server.graphql.projection import Shown
from server.graphql.roots.field import RootField


def of_class(field: RootField) -> Root | None:
    """The root of a field that a class has, one or many; nothing for another field."""
    for kind in field.shown.types.values():
        if field.name == kind.cls.root_list:
            return many(field, kind)
        if field.name == kind.cls.root_field:
            return one(field, kind)
    return None


def many(field: RootField, kind: Shown) -> Root:
    """A page of the things of a class."""
    level = _level(field, kind, field.scope, field.args)
    return field.selector.page(level, kind.name, field.nodes, field.args, field.scope)


def one(field: RootField, kind: Shown) -> Root:
    """The thing of a class that the arguments name."""
    named = {
        each: field.args[each] for each in ("id", *kind.keys) if field.args.get(each) is not None
    }
    if not named:
        known = ["id", *kind.keys]
        raise BadQuery(
            f"`{field.name}` was not told which one.",
            hint=f"Give one of {', '.join(known)}, or ask for `{kind.cls.root_list}`.",
        )
    level = _level(field, kind, field.scope, {})
    parts = tuple(_named(kind, *each) for each in named.items())
    level.group = replace(level.group, where=All(parts))
    level.first = 1
    return _first(field, level, kind.name, f"{kind.name} with {_told(named)}")


def node(field: RootField) -> Root:
    """The thing by that id."""
    within = group(field.shown, field.scope, (), "Node")
    level = Level(0, field.key, "parent", None, within, given=(thing(field.args["id"]),))
    return _first(field, field.selector.level(level), "Node", field.args["id"])


def _level(field: RootField, kind: Shown, scope: Scope, args: Mapping[str, Any]) -> Level:
    shown = field.shown
    classes = shown.members[kind.cls.name]
    within = replace(
        group(shown, scope, classes, kind.name, args.get("where")),
        classes=shown.class_iris(classes),
        corpus=scope.corpus,
    )
    return field.selector.level(Level(0, field.key, "class", None, within))


def _named(kind: Shown, name: str, value: str) -> Condition:
    if name == "id":
        return Same((thing(value),))
    field = kind.fields[name]
    step = Step(field.prop.iri, field.prop.inverse)
    return Value(step, "eq", (Literal(field.written(value)),), not field.is_many)


def _first(field: RootField, level: Level, target: str, what: str) -> Root:
    place = Place(level, level.branch, field.scope, level.at)
    return First(level, field.selector.select(place, target, field.nodes), what)


def _told(named: Mapping[str, str]) -> str:
    return " and ".join(f"{name} '{value}'" for name, value in named.items())
