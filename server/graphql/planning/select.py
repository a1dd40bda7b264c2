"""What is asked of things: selections of a document into branches, levels and shapes of a plan."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from graphql import (
    FieldNode,
)

from server.graphql.planning import cursor, edges, languages
from server.graphql.planning.conditions import Step
from server.graphql.planning.plan import (
    Branch,
    Coded,
    ConceptPart,
    Entry,
    Leaf,
    Level,
    Name,
    Page,
    PagePart,
    Plain,
    Selected,
    Shape,
    Single,
)
from server.graphql.planning.scope import Scope, group, order, single
from server.graphql.planning.selections import Nodes, Place, Selections, located, name_of
from server.graphql.planning.where import LABEL
from server.graphql.projection import BUILT_IN, Field, Shown
from server.limits.graphql import check_product, page


class Selector(Selections):
    """Selections of one operation, compiled."""

    def select(self, place: Place, target: str, nodes: Nodes) -> Selected:
        """What is shown of a thing of this output type."""
        possible = self.here.shown.possible(target)
        if len(possible) > 1 and not place.branch.types:
            place.branch.types = self.fresh("t")
        selected = Selected(place.branch, possible)
        for key, kind, only, below in self._merged(possible, nodes):
            here = place._replace(at=f"{place.at}.{key}", only=only)
            with located(below):
                selected.entries.append(Entry(key, self._shape(here, kind, below), only))
        return selected

    def page(
        self, level: Level, target: str, nodes: Nodes, args: Mapping[str, Any], scope: Scope
    ) -> Page:
        """A page of a list, its level completed: how many, from where, in which order."""
        size, place = cursor.ways(args)
        level.first = page(args.get(size), self.here.limits, level.at, size)
        found = order(self.here.shown, target, args.get("orderBy"))
        level.order = languages.ordered(found, self.spoken, scope.languages)
        level.fingerprint = cursor.fingerprint(level)
        level.order = single(level.order, self.fanout)
        if size == "last":
            level.is_backward, level.order = True, cursor.turned(level.order)
        if args.get(place) is not None:
            level.after = cursor.decode(args[place], self.release, level)
        fields = self.fields(f"{target}Connection", nodes)
        kinds = {name_of(below) for below in fields.values()}
        level.has_count = "totalCount" in kinds
        level.has_rows = bool(kinds - {"totalCount"})
        if level.has_rows:
            scope = scope._replace(product=scope.product * max(level.first, 1))
            check_product(scope.product, self.here.limits, level.at)
        here = Place(level, level.branch, scope, level.at)
        parts = [
            (key, self._part(here._replace(at=f"{level.at}.{key}"), target, below))
            for key, below in fields.items()
        ]
        level.has_keys = any(
            name in ("cursor", "startCursor", "endCursor")
            for _, part in parts
            for _, name, _ in part.keys
        )
        return Page(level, tuple(parts))

    def _part(self, place: Place, target: str, nodes: Nodes) -> PagePart:
        kind = name_of(nodes)
        if kind == "nodes":
            return PagePart(kind, self.select(place, target, nodes))
        if kind == "totalCount":
            return PagePart(kind)
        inner, target = (f"{target}Edge", target) if kind == "edges" else ("PageInfo", "PageInfo")
        keys = tuple(
            (key, name_of(below), self._edge(place._replace(at=f"{place.at}.{key}"), target, below))
            for key, below in self.fields(inner, nodes).items()
        )
        return PagePart(kind, None, keys)

    def _edge(self, place: Place, target: str, nodes: Nodes) -> Selected | Shape | None:
        return None if target == "PageInfo" else edges.edge(self, place, target, nodes)

    def _merged(
        self, possible: Sequence[str], nodes: Nodes
    ) -> Iterator[tuple[str, str, frozenset[str] | None, Nodes]]:
        """What is selected for which of the possible types; once where types do not differ."""
        if len(possible) == 1 or all(_is_flat(each) for each in nodes):
            for key, below in self.fields(possible[0], nodes).items():
                yield key, possible[0], None, below
            return
        found: dict[tuple[Any, ...], tuple[Nodes, list[str]]] = {}
        for kind in possible:
            shown = self.here.shown.object_type(kind)
            for key, below in self.fields(kind, nodes).items():
                meant = shown.fields.get(name_of(below)) if shown else None
                same = (key, id(meant.prop) if meant else 0, *map(id, below))
                found.setdefault(same, (below, []))[1].append(kind)
        for (key, *_), (below, kinds) in found.items():
            yield key, kinds[0], None if len(kinds) == len(possible) else frozenset(kinds), below

    def _shape(self, place: Place, kind: str, nodes: Nodes) -> Shape:
        name = name_of(nodes)
        shown = self.here.shown.object_type(kind)
        if name in BUILT_IN:
            return self._built_in(place, name)
        if shown is None:
            return ConceptPart(name)
        found = shown.fields.get(name)
        args = self.arguments(kind, nodes)
        if name == "provenance" and "provenance" not in shown.fields:
            return edges.provenance(self, place, shown, nodes, args)
        if found is None:
            return self._more(place, shown, name, nodes, args)
        if found.kind == "node":
            return self._nodes(place, shown, found, nodes, args)
        step = Step(found.prop.iri, found.prop.inverse)
        value = found.target if found.kind == "literal" else "code"
        parts = self._concept(nodes) if found.kind == "concept" else ()
        if not found.is_many:
            if value == "String":
                step = languages.chosen(step, self.spoken, place.scope.languages)
            var = self.column(place.branch, step)
            return Coded(var, parts) if parts else Leaf(var, value)
        level = self.below(place, Level(0, place.at, "step", step))
        return Plain(level, value, Coded("n", parts) if parts else None)

    def _more(
        self, place: Place, shown: Shown, name: str, nodes: Nodes, args: Mapping[str, Any]
    ) -> Shape:
        """A field that tells of another one of the type."""
        if name == "held":
            return self.certainty(place, args)
        told = name.removesuffix("Text")
        prop = None if told == "label" else shown.fields[told].prop
        scope = place.scope.narrowed(args, self.here.shown)
        step = Step(prop.iri, prop.inverse) if prop else LABEL
        var = self.column(place.branch, languages.chosen(step, self.spoken, scope.languages))
        parts = tuple((key, name_of(each)) for key, each in self.fields("Text", nodes).items())
        return languages.Text(var, scope.languages, parts)

    def _built_in(self, place: Place, name: str) -> Shape:
        if name in ("id", "iri"):
            return Name("id" if name == "id" else "iri")
        if name == "label":
            step = languages.chosen(LABEL, self.spoken, place.scope.languages)
            return Leaf(self.column(place.branch, step), "label")
        level = Level(0, place.at, "types" if name == "type" else "graphs")
        return Plain(self.below(place, level), "name")

    def _nodes(
        self, place: Place, owner: Shown, field: Field, nodes: Nodes, args: Mapping[str, Any]
    ) -> Shape:
        scope = edges.led(place.scope, owner, field, args, self.here.shown)
        within = replace(
            group(self.here.shown, scope, field.classes, field.target, args.get("where")),
            classes=self.here.shown.class_iris(field.classes) if field.is_guarded else (),
            corpus=scope.corpus if field.in_corpus and field.is_many else None,
        )
        step = Step(field.prop.iri, field.prop.inverse)
        if field.is_many:
            level = self.below(place, Level(0, place.at, "step", step, within))
            return self.page(level, field.target, nodes, args, scope)
        if (step, within) not in place.branch.branches:
            place.branch.branches[step, within] = Branch(self.fresh("o"))
        inner = place.branch.branches[step, within]
        here = place._replace(branch=inner, scope=scope, only=None)
        return Single(self.select(here, field.target, nodes))

    def _concept(self, nodes: Nodes) -> tuple[tuple[str, str], ...]:
        return tuple((key, name_of(each)) for key, each in self.fields("Concept", nodes).items())


def _is_flat(node: FieldNode) -> bool:
    below = node.selection_set.selections if node.selection_set else ()
    return all(isinstance(each, FieldNode) for each in below)
