"""Values for arguments, of which at least one changes something."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from graphql import (
    GraphQLEnumType,
    GraphQLInputObjectType,
    GraphQLList,
    GraphQLNonNull,
    get_named_type,
)

from kg.model.definitions import Ontology
from tests.server.graphql.generated.inputs import Enumerated

DAYS: Final = ["2020-04-01", "2019-06-01", "2022-07-01", "2020-03-31", "2013-03-31", "2020-06-01"]
AFTER: Final = "after what"
"""Stands for a cursor of the list as it is without one."""
CANDIDATES: Final[Mapping[tuple[str, str], list[Any]]] = {
    ("first", "Int"): [1, 3, 0], ("last", "Int"): [1, 3, 0], ("before", "String"): [AFTER],
    ("offset", "Int"): [1], ("depth", "Int"): [1],
    ("maxLength", "Int"): [1, 2], ("minSources", "Int"): [2, 3], ("carryMonths", "Int"): [12, 0],
    ("release", "String"): ["another"], ("corpus", "ID"): ["annotated", "register"],
    ("language", "String"): [["cy"]], ("scheme", "String"): ["status"],
    ("after", "String"): [AFTER], ("kind", "String"): ["Organisation", "Person", "icb"],
    ("text", "String"): ["cumbria", "region"],
    ("quantity", "String"): ["countCcg", "population"],
    ("between", "Date"): [["2020-03-31", "2020-04-01"], ["2018-01-01", "2022-07-01"]],
}  # fmt: skip
"""Values of arguments, by name and type, where the type does not say what would find something."""
TOGETHER: Final[Mapping[str, list[dict[str, Any]]]] = {
    "carryMonths": [{"asOf": DAYS[0]}, *({"on": each} for each in DAYS)],
    "nulls": [{"field": Enumerated("LABEL")}],
    "descending": [{"field": Enumerated("LABEL")}],
    "of": [{"atLeast": 2}],
    "hubs": [{"from": "organisation/05F/ccg", "to": "organisation/5CQ/pct"}],
    "by": [{"from": "organisation/5A4/pct", "to": "organisation/08V/ccg"}],
}
"""What has to be given so that another argument can matter."""


class Candidates:
    """Values by the types of a schema and the codes of its ontology."""

    def __init__(self, ontology: Ontology) -> None:
        self._ontology = ontology

    def of_input(self, kind: Any, name: str, of: Any) -> list[Any]:
        """Values of a field of an input; codes are those of its list, or of any."""
        cls = self._ontology.classes.get(kind.name.removesuffix("Where"))
        prop = cls.by_name.get(name) if cls else None
        if prop and str(of) == "ConceptFilter":
            codes = self._ontology.schemes[prop.scheme or ""].concepts
            return [{"eq": codes[0].notation}]
        if kind.name == "ConceptFilter" and name in ("eq", "in"):
            return [[each] if name == "in" else each for each in self._codes()]
        return self.values("", of)

    def _codes(self) -> list[str]:
        """Two codes of each list; an argument that takes one of them refuses all others."""
        found = (each.concepts[:2] for each in self._ontology.schemes.values())
        return [each.notation for some in found for each in some]

    def values(self, name: str, kind: Any) -> list[Any]:
        """Values of a type, that differ from each other and from none."""
        inner = kind.of_type if isinstance(kind, GraphQLNonNull) else kind
        known = CANDIDATES.get((name, str(get_named_type(inner))))
        if known:
            return known
        if isinstance(inner, GraphQLList):
            return [[each] for each in self.values(name, inner.of_type)]
        if isinstance(inner, GraphQLEnumType):
            return [Enumerated(each) for each in inner.values]
        if isinstance(inner, GraphQLInputObjectType):
            return self._objects(inner)
        plain: dict[str, list[Any]] = {
            "Boolean": [True, False], "Date": DAYS, "Int": [1, 2, 7], "Decimal": ["1", "0.5"],
            "ID": ["organisation/26A/ccg", "person/nobody", *self._codes()],
        }  # fmt: skip
        return plain.get(inner.name, ["a", "holder"])

    def _objects(self, kind: GraphQLInputObjectType) -> list[Any]:
        if "field" in kind.fields:
            return [{"field": Enumerated("ID")}, {"field": Enumerated("LABEL"), "descending": True}]
        for name in ("id", "eq", "isNull", "some", "of"):
            if name in kind.fields:
                values = self.values("", kind.fields[name].type)
                return [{name: each} for each in values]
        return [{}]
