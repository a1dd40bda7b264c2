"""Shapes into SPARQL: for each demand, the query that finds what breaks it.

SHACL's definitions (sections 2 and 4) read as queries. A demand on each value becomes a condition
on `?value`; a shape inside another becomes one condition, so `sh:or` and `sh:not` nest freely.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from itertools import count
from typing import Final

from kg.errors import InvalidInput
from kg.model.names import PREFIXES, shorten
from kg.model.terms import XSD, Iri, Literal, Term
from kg.validate.shapes_read import SET_DEMANDS, SH, Demand, Path, Shape
from kg.validate.shapes_words import show, wanted

_KINDS: Final = {
    "IRI": "isIRI({0})",
    "Literal": "isLiteral({0})",
    "BlankNode": "isBlank({0})",
    "BlankNodeOrIRI": "!isLiteral({0})",
    "BlankNodeOrLiteral": "!isIRI({0})",
    "IRIOrLiteral": "!isBlank({0})",
}
_CAST: Final = "isLiteral(<" + XSD + "{0}>(STR({1})))"
_DAY: Final = (
    'REGEX(STR({1}), "^[0-9]{{4}}-[0-9]{{2}}-[0-9]{{2}}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?$") && '
    "isLiteral(<" + XSD + 'dateTime>(CONCAT(SUBSTR(STR({1}), 1, 10), "T00:00:00")))'
)
# The casts are those of SPARQL 1.1 (17.5), which has none for days: they are tried as midnights.
_WRITTEN: Final = {
    XSD + "string": "true",
    XSD + "anyURI": "true",
    XSD + "date": _DAY,
    XSD + "gYear": 'REGEX(STR({1}), "^-?[0-9]{{4,}}(Z|[+-][0-9]{{2}}:[0-9]{{2}})?$")',
    PREFIXES["rdf"] + "langString": "true",
} | {XSD + each: _CAST for each in ("boolean", "integer", "decimal", "double", "float", "dateTime")}


@dataclass(frozen=True)
class Constraint:
    """One compiled demand.

    The query selects `?focus`, and with it `?value` or `?count` where the demand is about one.
    `owner` is the node shape, `shape` the shape with the demand; `predicate`, where there is one,
    must occur in a graph for the query to find anything; `wanted` says in words what is needed, and
    `demand` is what was compiled.
    """

    owner: Iri
    shape: Iri
    path: str
    name: str
    message: str
    component: Iri
    wanted: str
    predicate: Iri | None
    query: str
    demand: Demand


def component(parameter: str) -> Iri:
    """SHACL's name of the constraint that a parameter makes.

    >>> component("minCount")
    'http://www.w3.org/ns/shacl#MinCountConstraintComponent'
    """
    return Iri(f"{SH}{parameter[0].upper()}{parameter[1:]}ConstraintComponent")


class Compiler:
    """Compiles shapes for a graph whose classes have these subclasses (all of them, themselves in).

    With `things`, the queries are about those alone. Raises `InvalidInput` for a demand that cannot
    be put as a query.
    """

    def __init__(
        self,
        shapes: Mapping[Iri, Shape],
        subclasses: Mapping[Iri, Collection[Iri]],
        things: Collection[Iri] = (),
    ) -> None:
        self._shapes = shapes
        self._subclasses = subclasses
        self._fresh = count(1)
        self._inside: list[Iri] = []
        named = " ".join(each.nt() for each in sorted(things))
        self._things = f"VALUES ?focus {{ {named} }} " if things else ""

    def constraints(self, owner: Iri, targets: Collection[Iri]) -> list[Constraint]:
        """What the node shape `owner` demands of the instances of these classes.

        Other than its own `sh:node`: those are met when the shapes that they name are.
        """
        target, shape = self.target(targets), self._shapes[owner]
        found = [
            self._on_node(owner, shape, demand, target)
            for demand in shape.demands
            if demand.parameter != "node"
        ]
        for each in shape.properties:
            found += [self._on_property(owner, each, demand, target) for demand in each.demands]
        return found

    def target(self, targets: Collection[Iri]) -> str:
        """The pattern that binds `?focus` to the instances of these classes."""
        classes = sorted(self.below(targets))
        if len(classes) == 1:
            return f"{self._things}?focus a {classes[0].nt()} ."
        values = " ".join(each.nt() for each in classes)
        return f"{self._things}VALUES ?type {{ {values} }} ?focus a ?type ."

    def below(self, classes: Collection[Iri]) -> set[Iri]:
        """These classes and all their subclasses."""
        return {below for each in classes for below in self._subclasses.get(each, (each,))}

    def _on_node(self, owner: Iri, shape: Shape, demand: Demand, target: str) -> Constraint:
        holds = self._holds(demand, None, "?focus")
        query = f"SELECT DISTINCT ?focus {{ {target} FILTER(!{holds}) }}"
        return self._constraint(owner, shape, demand, None, query)

    def _on_property(self, owner: Iri, shape: Shape, demand: Demand, target: str) -> Constraint:
        assert shape.path is not None  # the reader has checked it
        path = _pattern(shape.path, "?focus", "?value")
        predicate = None if demand.parameter in ("minCount", "hasValue") else shape.path.predicate
        if (
            demand.parameter in ("minCount", "maxCount")
            and _number(demand) + (demand.parameter == "maxCount") > 1
        ):
            query = _counted(target, path, demand)
        elif demand.parameter in ("lessThan", "lessThanOrEquals"):
            other = f"?focus {demand.terms[0].nt()} ?other ."
            query = (
                f"SELECT DISTINCT ?focus ?value {{ {target} {path} {other} "
                f"FILTER(!{_less(demand, '?value', '?other')}) }}"
            )
        elif demand.parameter in SET_DEMANDS:
            holds = self._holds(demand, shape.path, "?focus")
            query = f"SELECT DISTINCT ?focus {{ {target} FILTER(!{holds}) }}"
        else:
            holds = self._holds_value(demand, "?value")
            query = f"SELECT DISTINCT ?focus ?value {{ {target} {path} FILTER(!{holds}) }}"
        return self._constraint(owner, shape, demand, predicate, query)

    def _constraint(
        self, owner: Iri, shape: Shape, demand: Demand, predicate: Iri | None, query: str
    ) -> Constraint:
        identity = shape.identity if isinstance(shape.identity, Iri) else owner
        return Constraint(
            owner,
            identity,
            str(shape.path) if shape.path else "",
            shape.name if shape.path else "",
            shape.message,
            component(demand.parameter),
            wanted(demand, self._shapes),
            predicate,
            query,
            demand,
        )

    def _conforms(self, shape: Shape, node: str) -> str:
        """The condition that `node` meets a shape: all its demands and properties."""
        parts = [self._holds(demand, shape.path, node) for demand in shape.demands]
        parts += [self._conforms(each, node) for each in shape.properties]
        return "(" + (" && ".join(parts) or "true") + ")"

    def _holds(self, demand: Demand, path: Path | None, node: str) -> str:
        """The condition that a demand holds at `node`, of its values where there is a path."""
        if path is None:
            return self._holds_value(demand, node)
        value = self._variable()
        pattern = _pattern(path, node, value)
        if demand.parameter not in SET_DEMANDS:
            return f"NOT EXISTS {{ {pattern} FILTER(!{self._holds_value(demand, value)}) }}"
        if demand.parameter == "hasValue":
            return f"EXISTS {{ {_pattern(path, node, demand.terms[0].nt())} }}"
        if demand.parameter.startswith("lessThan"):
            other = self._variable()
            less = _less(demand, value, other)
            return (
                f"NOT EXISTS {{ {pattern} {node} {demand.terms[0].nt()} {other} FILTER(!{less}) }}"
            )
        return self._holds_count(demand, path, node)

    def _holds_count(self, demand: Demand, path: Path, node: str) -> str:
        first, second = self._variable(), self._variable()
        one, number = _pattern(path, node, first), _number(demand)
        two = f"{one} {_pattern(path, node, second)} FILTER(!sameTerm({first}, {second}))"
        conditions = {
            ("minCount", 0): "true",
            ("minCount", 1): f"EXISTS {{ {one} }}",
            ("minCount", 2): f"EXISTS {{ {two} }}",
            ("maxCount", 0): f"NOT EXISTS {{ {one} }}",
            ("maxCount", 1): f"NOT EXISTS {{ {two} }}",
        }
        if (demand.parameter, number) not in conditions:
            reason = f"sh:{demand.parameter} {number} stands inside another shape"
            raise InvalidInput(str(path), None, reason, "Inside a shape count up to one.")
        return conditions[demand.parameter, number]

    def _holds_value(self, demand: Demand, node: str) -> str:
        """The condition that one value meets a demand; never an error: a FILTER drops those."""
        if demand.parameter in ("or", "and"):
            word = " || " if demand.parameter == "or" else " && "
            return "(" + word.join(self._conforms(each, node) for each in demand.shapes) + ")"
        if demand.parameter == "not":
            return f"(!{self._conforms(demand.shapes[0], node)})"
        if demand.parameter == "node":
            return self._conforms_to(demand.terms[0], node)
        if demand.parameter == "class":
            return self._is_instance(demand.terms[0], node)
        if demand.parameter == "in":
            same = " || ".join(f"sameTerm({node}, {each.nt()})" for each in demand.terms)
            return f"({same or 'false'})"
        return _literal_condition(demand.parameter, demand.terms[0], node)

    def _conforms_to(self, name: Term, node: str) -> str:
        if not isinstance(name, Iri) or name not in self._shapes:
            raise InvalidInput(show(name), None, "sh:node names no node shape", "Write the shape.")
        if name in self._inside:
            raise InvalidInput(show(name), None, "the shape leads to itself", "Break the circle.")
        self._inside.append(name)
        condition = self._conforms(self._shapes[name], node)
        self._inside.pop()
        return condition

    def _is_instance(self, name: Term, node: str) -> str:
        assert isinstance(name, Iri)  # the reader has checked it
        classes = sorted(self.below([name]))
        if len(classes) == 1:
            return f"EXISTS {{ {node} a {name.nt()} }}"
        kind = self._variable()
        same = " || ".join(f"sameTerm({kind}, {each.nt()})" for each in classes)
        return f"EXISTS {{ {node} a {kind} FILTER({same}) }}"

    def _variable(self) -> str:
        return f"?v{next(self._fresh)}"


def _pattern(path: Path, node: str, value: str) -> str:
    first, last = (value, node) if path.inverse else (node, value)
    return f"{first} {path.predicate.nt()} {last} ."


def _number(demand: Demand) -> int:
    assert isinstance(demand.terms[0], Literal)  # the reader has checked it
    return int(demand.terms[0].text)


def _counted(target: str, path: str, demand: Demand) -> str:
    few = demand.parameter == "minCount"
    values = f"OPTIONAL {{ {path} }}" if few else path
    return (
        f"SELECT ?focus (COUNT(DISTINCT ?value) AS ?count) {{ {target} {values} }} GROUP BY ?focus "
        f"HAVING(COUNT(DISTINCT ?value) {'<' if few else '>'} {_number(demand)})"
    )


def _less(demand: Demand, first: str, second: str) -> str:
    sign = "<" if demand.parameter == "lessThan" else "<="
    return f"COALESCE({first} {sign} {second}, false)"


def _literal_condition(parameter: str, operand: Term, node: str) -> str:
    if parameter == "nodeKind":
        kind = str(operand).removeprefix(SH)
        if kind not in _KINDS:
            raise InvalidInput(show(operand), None, "sh:nodeKind has no such kind", "Try sh:IRI.")
        return f"({_KINDS[kind].format(node)})"
    if parameter == "datatype":
        if str(operand) not in _WRITTEN:
            known = ", ".join(shorten(each) for each in sorted(_WRITTEN))
            raise InvalidInput(show(operand), None, "sh:datatype is not known", f"Use {known}.")
        name = str(operand)
        written = _WRITTEN[name].format(name.removeprefix(XSD), node)
        return f"COALESCE(DATATYPE({node}) = <{name}> && {written}, false)"
    if parameter == "pattern":
        return f"COALESCE(REGEX(STR({node}), {operand.nt()}), false)"
    sign = ">=" if parameter == "minInclusive" else "<="
    return f"COALESCE({node} {sign} {operand.nt()}, false)"
