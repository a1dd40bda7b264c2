"""Output types: classes, unions, code lists, pages of lists, and the root."""

from __future__ import annotations

from collections.abc import Mapping
from enum import Enum
from typing import Any

from server.graphql.projection import Field, Projection, Shown, constant
from server.graphql.schema import texts
from server.graphql.schema.arguments import corpus, language, published, release, root_scope, scope
from server.graphql.schema.inputs import Inputs
from server.graphql.schema.parts import SCALARS, enum, graphene, list_of, make
from server.graphql.schema.told import Told, held


class Outputs:
    """The output types by name, each made when it is first asked for."""

    def __init__(self, shown: Projection) -> None:
        self._shown = shown
        self._made: dict[str, Any] = dict(SCALARS)
        self._inputs = Inputs(shown, self.named)
        self._told = Told(shown, self.named, self.many)

    def named(self, name: str) -> Any:
        """The type by that name."""
        if name not in self._made:
            self._made[name] = self._make(name)
        return self._made[name]

    def query(self) -> Any:
        """The root."""
        search = {
            "text": graphene.Argument(graphene.NonNull(graphene.String)),
            "first": graphene.Argument(graphene.Int, default_value=20),
            "kind": graphene.Argument(graphene.String, description=texts.ARGS["kind"]),
        }
        node = {
            "id": graphene.Argument(graphene.NonNull(graphene.ID), description=texts.ARGS["id"])
        }
        scheme = {"scheme": graphene.Argument(graphene.String, description=texts.ARGS["scheme"])}
        fields: dict[str, Any] = {
            # With any other argument Relay's compiler would not take it for its `node`.
            "node": self._one("Node", texts.ROOT["node"], node),
            "thing": self._one(
                "Node", texts.ROOT["thing"], node | scope() | published() | language() | release()
            ),
            "search": graphene.Field(
                list_of(self.named("SearchHit")), args=search, description=texts.ROOT["search"]
            ),
            "release": graphene.Field(
                graphene.NonNull(self.named("Release")), description=texts.ROOT["release"]
            ),
            "concepts": graphene.Field(
                list_of(self.named("Concept")), args=scheme, description=texts.ROOT["concepts"]
            ),
        }
        for each in self._shown.types.values():
            if each.cls.root_field:
                fields[each.cls.root_field] = self._root_one(each)
                fields[each.cls.root_list] = self._root_many(each)
        return make("Query", graphene.ObjectType, fields, texts.ROOT["Query"])

    def _make(self, name: str) -> Any:
        shown = self._shown
        if name in shown.enums:
            return self._codes(name)
        if name in shown.unions:
            members = tuple(self.named(each) for each in shown.unions[name])
            return make(name, graphene.Union, {}, texts.union(shown.unions[name]), types=members)
        if name in shown.types or name in shown.plain:
            return self._class(shown.types.get(name) or shown.plain[name])
        if name == "Node":
            return make(name, graphene.Interface, self._node(), texts.NODE)
        if name in ("Concept", "Thing"):
            fields = self._node() | (_texts(texts.CONCEPT) if name == "Concept" else {})
            above = (self.named("Node"),)
            return make(name, graphene.ObjectType, fields, texts.KINDS[name], interfaces=above)
        if name == "Holding":
            return enum(name, texts.HOLDING, texts.KINDS[name])
        fields = self._told.fields(name) or self._flat(name)
        return make(name, graphene.ObjectType, fields, texts.KINDS[name])

    def _codes(self, name: str) -> Any:
        scheme = self._shown.enums[name]
        told: dict[str, str] = {str(code.iri): code.definition for code in scheme.concepts}
        codes = {constant(code.notation): str(code.iri) for code in scheme.concepts}
        whole = scheme.definition
        return graphene.Enum.from_enum(
            Enum(name, codes), description=lambda code: told[code.value] if code else whole
        )

    def _class(self, kind: Shown) -> Any:
        base = graphene.Interface if kind.is_interface else graphene.ObjectType
        above = tuple(self.named(each) for each in kind.interfaces)
        fields = self._node() | {each.name: self._field(each) for each in kind.fields.values()}
        if kind.is_dated:
            fields["held"] = held(self.named)
        fields |= self._told.texts(kind)
        if not kind.is_interface and kind.fields:
            fields |= self._told.provenance(kind)
        return make(kind.name, base, fields, texts.of_class(kind.cls), interfaces=above)

    def _field(self, field: Field) -> Any:
        told = texts.of_property(field)
        if field.kind != "node":
            out = self.named(field.target)
            return graphene.Field(list_of(out) if field.is_many else out, description=told)
        args = (scope() if field.is_dated else {}) | (published() if field.is_published else {})
        if not field.is_many:
            return self._one(field.target, told, args)
        return self.many(field.target, told, args | (corpus() if field.in_corpus else {}))

    def _root_one(self, kind: Shown) -> Any:
        keys = {
            each: graphene.Argument(graphene.String, description=texts.key(kind.fields[each]))
            for each in kind.keys
        }
        identity = {"id": graphene.Argument(graphene.ID, description=texts.ARGS["id"])}
        args = identity | keys | root_scope()
        return self._one(kind.name, texts.of_class(kind.cls), args)

    def _root_many(self, kind: Shown) -> Any:
        args = root_scope()
        return self.many(kind.name, texts.of_class(kind.cls), args)

    def _one(self, target: str, told: str, args: Mapping[str, Any]) -> Any:
        return graphene.Field(lambda: self.named(target), args=args, description=told)

    def many(self, target: str, told: str, args: Mapping[str, Any]) -> Any:
        """A field for a list of things of an output type, with these arguments besides."""
        inputs = self._inputs
        order = graphene.List(graphene.NonNull(lambda: inputs.order(target)))
        paging = {
            "first": graphene.Argument(graphene.Int, description=texts.ARGS["first"]),
            "after": graphene.Argument(graphene.String, description=texts.ARGS["after"]),
            "last": graphene.Argument(graphene.Int, description=texts.ARGS["last"]),
            "before": graphene.Argument(graphene.String, description=texts.ARGS["before"]),
            "where": graphene.Argument(
                lambda: inputs.where(target), description=texts.ARGS["where"]
            ),
            "orderBy": graphene.Argument(order, description=texts.ARGS["orderBy"]),
        }
        return graphene.Field(
            lambda: graphene.NonNull(self._page(target)), args=paging | {**args}, description=told
        )

    def _page(self, target: str) -> Any:
        name = f"{target}Connection"
        if name not in self._made:
            cursor = graphene.Field(graphene.NonNull(graphene.String), description=texts.CURSOR)
            words = texts.OF_CONNECTION
            node = graphene.Field(
                lambda: graphene.NonNull(self.named(target)), description=words["node"]
            )
            told = {"cursor": cursor, "node": node} | self._told.of_edge(target)
            edge = make(f"{target}Edge", graphene.ObjectType, told, texts.EDGE)
            kinds = {
                "totalCount": graphene.NonNull(graphene.Int),
                "nodes": lambda: list_of(self.named(target)),
                "edges": list_of(edge),
                "pageInfo": lambda: graphene.NonNull(self.named("PageInfo")),
            }
            fields = {
                key: graphene.Field(kind, description=words[key]) for key, kind in kinds.items()
            }
            self._made[name] = make(name, graphene.ObjectType, fields, texts.CONNECTION)
        return self._made[name]

    def _node(self) -> dict[str, Any]:
        shapes = {
            "id": graphene.NonNull(graphene.ID),
            "iri": graphene.NonNull(graphene.String),
            "label": graphene.String,
            "type": list_of(graphene.String),
            "graphs": list_of(graphene.String),
        }
        return {
            name: graphene.Field(kind, description=texts.BUILT_IN[name])
            for name, kind in shapes.items()
        }

    def _flat(self, name: str) -> dict[str, Any]:
        if name == "PageInfo":
            truth = graphene.NonNull(graphene.Boolean)
            return {
                each: graphene.Field(
                    truth if each.startswith("has") else graphene.String, description=told
                )
                for each, told in texts.PAGE_INFO.items()
            }
        if name == "Release":
            return {
                each: graphene.Field(graphene.NonNull(SCALARS[kind]), description=told)
                for each, (kind, told) in texts.RELEASE.items()
            }
        return {"node": self._one("Node", texts.ROOT["node"], {}), **_texts(texts.SEARCH_HIT)}


def _texts(told: Mapping[str, str]) -> dict[str, Any]:
    return {
        name: graphene.Field(graphene.String, description=words) for name, words in told.items()
    }
