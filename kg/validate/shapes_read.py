"""SHACL shapes as data: what each shape demands, and of which classes.

Only the constructs that are compiled are read; a shape with any other one raises `InvalidInput`,
because a constraint that is passed over in silence is worse than none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, NamedTuple

from kg.errors import InvalidInput
from kg.model.names import PREFIXES, RDF_TYPE, shorten
from kg.model.terms import Blank, Iri, Literal, Term, Triple

SH: Final = PREFIXES["sh"]
_RDF: Final = PREFIXES["rdf"]

SET_DEMANDS: Final = frozenset({"minCount", "maxCount", "hasValue", "lessThan", "lessThanOrEquals"})
"""Demands on all values of a property together; the others are on each value alone."""

_OF_TERM: Final = SET_DEMANDS | {
    "class",
    "datatype",
    "nodeKind",
    "pattern",
    "minInclusive",
    "maxInclusive",
    "node",
}
_OF_TERMS: Final = frozenset({"in"})
_OF_SHAPE: Final = frozenset({"not"})
_OF_SHAPES: Final = frozenset({"or", "and"})
_DEMANDS: Final = _OF_TERM | _OF_TERMS | _OF_SHAPE | _OF_SHAPES
_STRUCTURE: Final = frozenset({"path", "property", "targetClass"})
_NOTES: Final = frozenset({"name", "description", "order", "group", "codeIdentifier", "message"})
_CLASSES: Final = frozenset({Iri(PREFIXES["owl"] + "Class"), Iri(PREFIXES["rdfs"] + "Class")})


class Path(NamedTuple):
    """A property, or a property read backwards."""

    predicate: Iri
    inverse: bool = False

    def __str__(self) -> str:
        """As people write it: `cot:content`, or `^cot:content` backwards."""
        return ("^" if self.inverse else "") + shorten(self.predicate)


@dataclass(frozen=True)
class Demand:
    """One constraint: the local name of its SHACL parameter, and what the parameter is given."""

    parameter: str
    terms: tuple[Term, ...] = ()
    shapes: tuple[Shape, ...] = ()


@dataclass(frozen=True)
class Shape:
    """A shape; with a `path` it is a property shape. `name` and `message` may be empty."""

    identity: Iri | Blank
    name: str
    message: str
    path: Path | None
    targets: tuple[Iri, ...]
    demands: tuple[Demand, ...]
    properties: tuple[Shape, ...]


def read(triples: Iterable[Triple]) -> Mapping[Iri, Shape]:
    """The node shapes by IRI, in the order of their IRIs.

    Raises `InvalidInput` for a construct that is not compiled, a list or path that is broken, and
    a constraint that no node shape reaches.
    """
    return _Reader(triples).shapes()


class _Reader:
    def __init__(self, triples: Iterable[Triple]) -> None:
        self._about: dict[Iri | Blank, dict[Iri, list[Term]]] = {}
        for subject, predicate, value in triples:
            self._about.setdefault(subject, {}).setdefault(predicate, []).append(value)
        self._reading: list[Iri | Blank] = []
        self._reached: set[Iri | Blank] = set()

    def shapes(self) -> Mapping[Iri, Shape]:
        node_shape, target = Iri(SH + "NodeShape"), Iri(SH + "targetClass")
        found = {}
        for subject, facts in self._about.items():
            if target in facts or node_shape in facts.get(RDF_TYPE, ()):
                if isinstance(subject, Blank):
                    raise _broken(subject, "a shape with a target has no name", "Give it an IRI.")
                found[subject] = self._shape(subject)
        self._check_reached()
        return dict(sorted(found.items()))

    def _check_reached(self) -> None:
        for subject, facts in self._about.items():
            if subject in self._reached:
                continue
            for local in _locals(facts):
                if local in _DEMANDS | _STRUCTURE or local.startswith("target"):
                    reason = f"sh:{local} is in a shape that no node shape reaches"
                    raise _broken(subject, reason, "Name the shape by sh:property, or delete it.")

    def _shape(self, identity: Iri | Blank) -> Shape:
        if identity in self._reading:
            raise _broken(identity, "the shape contains itself", "Shapes must end somewhere.")
        facts = self._about.get(identity, {})
        self._check_known(identity, facts)
        self._reached.add(identity)
        self._reading.append(identity)
        shape = Shape(
            identity,
            _text(facts, "name"),
            _text(facts, "message"),
            self._path(identity, facts),
            tuple(sorted(self._iris(identity, facts, "targetClass"))),
            tuple(self._demands(identity, facts)),
            tuple(self._shape(each) for each in self._nodes(identity, facts, "property")),
        )
        self._reading.pop()
        self._check_form(shape)
        return shape

    def _check_known(self, identity: Iri | Blank, facts: Mapping[Iri, list[Term]]) -> None:
        if not facts:
            raise _broken(identity, "the shape is named and not written", "Write it.")
        for local in _locals(facts):
            if local not in _DEMANDS | _STRUCTURE | _NOTES:
                known = ", ".join(f"sh:{each}" for each in sorted(_DEMANDS | _STRUCTURE))
                raise _broken(identity, f"sh:{local} is not checked here", f"Use one of {known}.")
        if _CLASSES & set(facts.get(RDF_TYPE, ())):
            raise _broken(identity, "the shape is also a class", "Give the shape its own IRI.")

    def _check_form(self, shape: Shape) -> None:
        """A property shape has values to speak of; a node shape has none and may have targets."""
        if shape.path and (shape.properties or shape.targets):
            raise _broken(shape.identity, "a property shape has a target or properties", _PLACE)
        if not shape.path and any(each.parameter in SET_DEMANDS for each in shape.demands):
            raise _broken(shape.identity, "a demand on values stands without sh:path", _PLACE)
        for each in shape.properties:
            if not each.path:
                raise _broken(each.identity, "a property shape has no sh:path", _PLACE)

    def _path(self, identity: Iri | Blank, facts: Mapping[Iri, list[Term]]) -> Path | None:
        values = facts.get(Iri(SH + "path"), [])
        if not values:
            return None
        inner = self._about.get(values[0], {}) if isinstance(values[0], (Iri, Blank)) else {}
        inverse = inner.get(Iri(SH + "inversePath"), [])
        if len(values) == len(inverse) == 1 and isinstance(inverse[0], Iri):
            return Path(inverse[0], inverse=True)
        # In a stored graph the path of a sequence has an IRI too, so being one is not enough.
        plain = not inverse and not _locals(inner) and Iri(_RDF + "first") not in inner
        if len(values) == 1 and isinstance(values[0], Iri) and plain:
            return Path(values[0])
        hint = "A path is a property or [ sh:inversePath a property ]."
        raise _broken(identity, "the path is not one that is checked here", hint)

    def _demands(self, identity: Iri | Blank, facts: Mapping[Iri, list[Term]]) -> Iterator[Demand]:
        for local in sorted(_locals(facts)):
            for value in facts[Iri(SH + local)]:
                if local in _OF_TERM:
                    yield Demand(local, terms=(self._operand(identity, local, value),))
                elif local in _OF_TERMS:
                    yield Demand(local, terms=tuple(self._list(identity, value)))
                elif local in _OF_SHAPE:
                    yield Demand(local, shapes=(self._shape(_node(identity, value)),))
                elif local in _OF_SHAPES:
                    members = self._list(identity, value)
                    parts = tuple(self._shape(_node(identity, each)) for each in members)
                    yield Demand(local, shapes=parts)

    def _operand(self, identity: Iri | Blank, local: str, value: Term) -> Term:
        literal = local in {"minCount", "maxCount", "pattern", "minInclusive", "maxInclusive"}
        if local != "hasValue" and literal != isinstance(value, Literal):
            kind = "a literal" if literal else "an IRI"
            raise _broken(identity, f"sh:{local} is not {kind}", f"Give it {kind}.")
        if local.endswith("Count") and not (isinstance(value, Literal) and value.text.isdecimal()):
            raise _broken(identity, f"sh:{local} is not a whole number", "Write it as 1.")
        return value

    def _list(self, identity: Iri | Blank, head: Term) -> Iterator[Term]:
        nil, seen = Iri(_RDF + "nil"), set()
        while head != nil:
            facts = self._about.get(head, {}) if isinstance(head, (Iri, Blank)) else {}
            first, rest = facts.get(Iri(_RDF + "first"), []), facts.get(Iri(_RDF + "rest"), [])
            if len(first) != 1 or len(rest) != 1 or head in seen:
                raise _broken(identity, "a list has no proper end", "Write it as ( a b c ).")
            seen.add(head)
            yield first[0]
            head = rest[0]

    def _nodes(
        self, identity: Iri | Blank, facts: Mapping[Iri, list[Term]], local: str
    ) -> list[Iri | Blank]:
        return [_node(identity, each) for each in facts.get(Iri(SH + local), [])]

    def _iris(
        self, identity: Iri | Blank, facts: Mapping[Iri, list[Term]], local: str
    ) -> Iterator[Iri]:
        for each in self._nodes(identity, facts, local):
            if isinstance(each, Blank):
                raise _broken(identity, f"sh:{local} is not an IRI", "Name the class.")
            yield each


_PLACE: Final = "Write sh:targetClass and sh:property on node shapes, values under sh:path."


def _node(identity: Iri | Blank, value: Term) -> Iri | Blank:
    if isinstance(value, Literal):
        raise _broken(identity, f"the text '{value.text}' stands for a shape", "Name a shape.")
    return value


def _locals(facts: Mapping[Iri, list[Term]]) -> list[str]:
    return [each.removeprefix(SH) for each in facts if each.startswith(SH)]


def _text(facts: Mapping[Iri, list[Term]], local: str) -> str:
    texts = [each for each in facts.get(Iri(SH + local), []) if isinstance(each, Literal)]
    return min((each.text for each in texts if each.lang in ("", "en")), default="")


def _broken(identity: Iri | Blank, reason: str, hint: str) -> InvalidInput:
    place = shorten(identity) if isinstance(identity, Iri) else "a shape without a name"
    return InvalidInput(place, None, reason, hint)
