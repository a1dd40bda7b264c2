"""The same view as a query: in SPARQL and in GraphQL, each of which finds the same links."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, NamedTuple

from kg.analysis.asking import query
from kg.analysis.paths.links import RELATIONS
from kg.model.definitions import Class, Ontology
from kg.model.names import ID, cot
from kg.model.terms import Iri, Literal
from kg.questions.bind import bind, bind_rows
from kg.release.opened import OpenRelease
from server.explore.told import Edge, Told

_MOST: Final = 1_000
"""What one list of GraphQL holds at most."""

_TYPES: Final = {"things": "[ID!]!", "saying": "[ID!]!", "asOf": "Date!", "publishedBy": "Date!"}
"""The variables of an operation, each where it is wanted."""

_STARTED: Final = ("latestStart", "effectiveDate")


class Queries(NamedTuple):
    """A view as SPARQL, and as GraphQL with its variables. The columns of the one are `source`,
    `link`, `target` and `owner`; `parts` tells where these are in the other's answer."""

    sparql: str
    graphql: str
    variables: Mapping[str, Any]
    parts: Sequence[Part]


class Part(NamedTuple):
    """A list of a GraphQL answer: its alias, the link it tells, and the fields of the two ends.

    A list of statements has no field for its source, which is the thing that is listed.
    """

    alias: str
    link: str
    source: str
    target: str


def queries(release: OpenRelease, told: Told) -> Queries:
    """The queries behind a view."""
    made = _Graphql(release.ontology, told)
    parts = list(made.parts())
    return Queries(_sparql(release, told), made.document(), made.variables(), parts)


def _sparql(release: OpenRelease, told: Told) -> str:
    name = "explore-said" if told.view.said else "explore-view"
    days = {"asOf": Literal(told.view.on), "publishedBy": Literal(told.view.by)}
    text = bind(query(release.library, name), days)
    things = [[Iri(ID + each.id)] for each in told.things]
    terms = {each.term for each in told.edges}
    relations = [
        [cot(name), cot(RELATIONS[name].source), cot(RELATIONS[name].target)]
        for name in sorted(terms & set(RELATIONS))
    ]
    for column in ("source", "first", "target"):
        text = bind_rows(text, [column], things)
    text = bind_rows(text, ["relation", "from", "to"], relations)
    if told.view.said:
        text = bind_rows(text, ["owner"], [[Iri(ID + each)] for each in _owners(told.now)])
    return bind_rows(text, ["statement"], [[cot(each)] for each in sorted(terms - set(RELATIONS))])


def _owners(edges: Iterable[Edge]) -> list[str]:
    return sorted({each.owner for each in edges})


@dataclass(frozen=True)
class _Graphql:
    """An operation with a list for each kind of link that the view has."""

    ontology: Ontology
    told: Told

    def parts(self) -> Iterator[Part]:
        """The lists, in order."""
        for kind, term in self._groups():
            relation = RELATIONS.get(term)
            root = self.ontology.classes[kind].root_list
            if relation:
                ends = (self._name(kind, relation.source), self._name(kind, relation.target))
                yield Part(f"{root}Joining" if kind == "ChangeEvent" else root, term, *ends)
            else:
                name = self._name(kind, term)
                yield Part(f"{root}{name[0].upper()}{name[1:]}", term, "", name)

    def document(self) -> str:
        """The text of the operation."""
        groups = self._groups()
        lists = [
            self._list(part, kind, found)
            for part, ((kind, _), found) in zip(self.parts(), groups.items(), strict=True)
        ]
        if not lists:
            return "query View {\n  release { name }\n}\n"
        body = "\n".join(lists)
        head = ", ".join(f"${name}: {_TYPES[name]}" for name in _TYPES if f"${name}" in body)
        return f"query View({head}) {{\n{body}\n}}\n"

    def variables(self) -> dict[str, Any]:
        """The variables of the operation."""
        view, asked = self.told.view, self.document()
        known = {
            "things": [each.id for each in self.told.things],
            "saying": _owners(self.told.now),
            "asOf": view.on,
            "publishedBy": view.by,
        }
        return {name: value for name, value in known.items() if f"${name}:" in asked}

    def _groups(self) -> dict[tuple[str, str], list[Edge]]:
        kinds = {each.id: each.kind for each in self.told.things}
        found: dict[tuple[str, str], list[Edge]] = defaultdict(list)
        for each in self.told.edges:
            kind = each.term if each.term in RELATIONS else kinds[each.source]
            found[kind, each.term].append(each)
        return {group: found[group] for group in sorted(found)}

    def _name(self, kind: str, term: str) -> str:
        """The field for a term, which the ontology may name otherwise than the term itself."""
        properties = self.ontology.classes[kind].properties
        return next(p.name for p in properties if p.iri == cot(term) and not p.inverse)

    def _list(self, part: Part, kind: str, found: Sequence[Edge]) -> str:
        shape = self.ontology.classes[kind]
        among = "{ id: { in: $things } }"
        if not part.source:
            wanted = ["{ id: { in: $things } }", f"{{ {self._ending(shape, part.target, among)} }}"]
            ends = [self._end(shape, part.target, found)]
        elif part.source == part.target:
            wanted = [f"{{ {part.source}: {{ every: {among} }} }}"]
            ends = [self._end(shape, part.source, found, 2)]
        else:
            names = (part.source, part.target)
            wanted = [f"{{ {self._ending(shape, name, among)} }}" for name in names]
            ends = [self._end(shape, name, found) for name in names]
        where = ",\n      ".join([*wanted, *self._conditions(shape, part)])
        alias = "" if part.alias == shape.root_list else f"{part.alias}: "
        first = self._first(found[0].term)
        inner = "\n      ".join(["iri", *ends])
        return (
            f"  {alias}{shape.root_list}(first: {first}, where: {{ and: [\n      {where}\n    ] }})"
            f" {{\n    nodes {{\n      {inner}\n    }}\n  }}"
        )

    @staticmethod
    def _ending(shape: Class, name: str, among: str) -> str:
        single = shape.by_name[name].single
        return f"{name}: {among}" if single else f"{name}: {{ some: {among} }}"

    @staticmethod
    def _end(shape: Class, name: str, found: Sequence[Edge], least: int = 1) -> str:
        told = "... on Node { iri label }"
        if shape.by_name[name].single:
            return f"{name} {{ {told} }}"
        counts: dict[str, int] = defaultdict(int)
        for each in found:
            counts[each.owner] += 1
        first = max(least, *counts.values())
        return (
            f"{name}(first: {first}, where: {{ id: {{ in: $things }} }}) {{ nodes {{ {told} }} }}"
        )

    def _first(self, term: str) -> int:
        """How many things may be listed for a link: a list has those of subclasses too."""
        return min(_MOST, len({each.owner for each in self.told.edges if each.term == term}))

    def _conditions(self, shape: Class, part: Part) -> Iterator[str]:
        view = self.told.view
        if view.said:  # which of them are of the days that are asked was looked up
            yield "{ id: { in: $saying } }"
            return
        if view.on:
            for name in _STARTED:
                if name in shape.by_name:
                    yield _unless_null(name, "atMost: $asOf")
            if "earliestEnd" in shape.by_name:
                yield _unless_null("earliestEnd", "atLeast: $asOf")
        if view.by and "knownFrom" in shape.by_name:
            yield "{ knownFrom: { atMost: $publishedBy } }"


def _unless_null(name: str, test: str) -> str:
    return f"{{ or: [{{ {name}: {{ isNull: true }} }}, {{ {name}: {{ {test} }} }}] }}"
