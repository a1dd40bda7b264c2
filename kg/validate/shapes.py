"""What in a graph breaks its SHACL shapes: every constraint is one query to the store."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from typing import NamedTuple

from kg.errors import InvalidInput
from kg.model.names import PREFIXES, shorten
from kg.model.terms import Blank, Iri, Literal, Term, Triple
from kg.store.base import Store
from kg.validate.shapes_compile import Compiler, Constraint, component
from kg.validate.shapes_known import Known
from kg.validate.shapes_read import Shape, read
from kg.validate.shapes_words import show


class Violation(NamedTuple):
    """A thing that breaks a constraint: SHACL's validation result (section 3.6.2).

    `path` is a property as `cot:asserter` or, backwards, `^cot:content`, and empty where the whole
    thing is meant; `value` is the value that is wrong, where one is; `shape` the property shape,
    or the node shape where that has no name. `message` is a line for people.
    """

    focus: Iri | Blank
    path: str
    component: Iri
    value: Term | None
    message: str
    shape: Iri


class Part(NamedTuple):
    """One of so many parts of the shapes."""

    number: int
    of: int


def check(
    store: Store, shapes: Iterable[Triple], known: Known | None = None, part: Part | None = None
) -> list[Violation]:
    """The violations of the store's merged graph, in the order of their things and paths.

    What is `known` of it is not asked again. With `part`, only some shapes are looked at; that a
    thing breaks a parent's shape, which another part may hold, is then not told.

    An instance of a class is one of its subclasses too, as `rdfs:subClassOf` in the store says.
    Raises `InvalidInput` for a shape that cannot be compiled: nothing is passed over in silence.
    """
    nodes = read(shapes)
    compiler = Compiler(nodes, _closed(_below(store)))
    types, predicates = _in_use(store, "a ?use"), _in_use(store, "?use ?value")
    return _check(store, nodes, compiler, _Used(types, predicates, skips=False, known=known), part)


class Touched:
    """The same for a few things of a graph, as often as is asked.

    Classes have the subclasses that `shapes` tell of, which hold the ontology.
    """

    def __init__(self, shapes: Iterable[Triple]) -> None:
        schema = list(shapes)
        self._nodes = read(schema)
        self._subclasses = _closed(
            (each.subject, each.object) for each in schema if each.predicate == _BELOW
        )

    def check(self, store: Store, things: Collection[Iri | Blank]) -> list[Violation]:
        """The violations of these things.

        Blank nodes cannot be named in a query, so with any of them, as with more than `MOST`
        things, the whole graph is asked for those classes.
        """
        named = {each for each in things if isinstance(each, Iri)}
        whole = len(things) > MOST or len(named) < len(things)
        listed = " ".join(each.nt() for each in sorted(named))
        few = "" if whole else f"VALUES ?thing {{ {listed} }}"
        found = store.select(f"SELECT ?thing ?use {{ {few} ?thing a ?use }}").rows if things else []
        types = {use for thing, use in found if isinstance(use, Iri) and thing in things}
        if not types:
            return []
        predicates = _in_use(store, "?use ?value", few)
        compiler = Compiler(self._nodes, self._subclasses, () if whole else named)
        broken = _check(store, self._nodes, compiler, _Used(types, predicates, skips=True))
        return [each for each in broken if each.focus in things]

    def around(self, store: Store, things: Collection[Iri]) -> set[Iri | Blank]:
        """What leads to these things: a shape may demand something of what a property leads to."""
        if not things or len(things) > MOST:
            return set()
        listed = " ".join(each.nt() for each in sorted(things))
        query = f"SELECT DISTINCT ?thing {{ VALUES ?node {{ {listed} }} ?thing ?property ?node }}"
        return {row[0] for row in store.select(query).rows if isinstance(row[0], (Iri, Blank))}


MOST = 2_000
"""How many things are named in a query."""


class _Used(NamedTuple):
    """The classes and properties that the things have; `skips` shapes of other classes unread."""

    types: set[Iri]
    predicates: set[Iri]
    skips: bool
    known: Known | None = None

    def may_break(self, constraint: Constraint) -> bool:
        """Whether anything may break a constraint."""
        if self.known is not None and self.known.holds(constraint):
            return False
        return constraint.predicate is None or constraint.predicate in self.predicates


def _check(
    store: Store,
    nodes: Mapping[Iri, Shape],
    compiler: Compiler,
    used: _Used,
    part: Part | None = None,
) -> list[Violation]:
    parents = {name: _parents(shape) for name, shape in nodes.items()}
    found: list[Violation] = []
    broken: dict[Iri, set[Iri | Blank]] = {}
    for place, name in enumerate(_parents_first(parents)):
        if part is not None and place % part.of != part.number:
            continue
        targets = _targets(name, nodes, parents)
        occurs = bool(compiler.below(targets) & used.types)
        # Where all of a graph is checked a bad shape is told of, whether anything is to meet it.
        constraints = compiler.constraints(name, targets) if occurs or not used.skips else []
        if not occurs:
            continue
        rows = [row for each in constraints if used.may_break(each) for row in _run(store, each)]
        for parent in parents[name]:
            if broken.get(parent):
                heirs = broken[parent] & _instances(store, compiler, nodes[name].targets)
                rows += [_inherited(focus, name, parent) for focus in heirs]
        broken[name] = {row.focus for row in rows}
        found += rows
    return sorted(found, key=lambda each: (each.focus, each.path, each.component, each.message))


def _run(store: Store, constraint: Constraint) -> list[Violation]:
    variables, rows = store.select(constraint.query)
    found = []
    for row in rows:
        bound = dict(zip(variables, row, strict=True))
        focus, value = bound["focus"], bound.get("value")
        assert focus is not None and not isinstance(focus, Literal)  # noqa: PT018 - one fact
        message = _message(constraint, focus, value, bound.get("count"))
        found.append(
            Violation(
                focus, constraint.path, constraint.component, value, message, constraint.shape
            )
        )
    return found


def _message(
    constraint: Constraint, focus: Iri | Blank, value: Term | None, counted: Term | None
) -> str:
    """The thing, the property, what is needed and what is there; the shape's own words first."""
    fact = f"needs {constraint.wanted}"
    if isinstance(counted, Literal):
        fact += f", has {counted.text}"
    elif constraint.component == component("minCount"):
        fact += ", has 0"
    elif value is not None:
        fact += f", has {show(value)}"
    said = f"{constraint.message.removesuffix('.')} ({fact})" if constraint.message else fact
    place = constraint.name or constraint.path
    return f"{shorten(focus)}: {place}: {said}" if place else f"{shorten(focus)}: {said}"


def _inherited(focus: Iri | Blank, name: Iri, parent: Iri) -> Violation:
    message = f"{shorten(focus)}: needs to be what {shorten(parent)} says"
    return Violation(focus, "", component("node"), None, message, name)


def _parents(shape: Shape) -> tuple[Iri, ...]:
    """The shapes that a shape takes over whole."""
    named = [each.terms[0] for each in shape.demands if each.parameter == "node"]
    return tuple(each for each in named if isinstance(each, Iri))


def _targets(
    name: Iri, nodes: Mapping[Iri, Shape], parents: Mapping[Iri, Collection[Iri]]
) -> set[Iri]:
    """The classes whose instances must meet a shape: its own, and its heirs'."""
    reached, waiting = {name}, [name]
    while waiting:
        wanted = waiting.pop()
        heirs = {each for each, above in parents.items() if wanted in above} - reached
        reached |= heirs
        waiting += heirs
    return {target for each in reached for target in nodes[each].targets}


def _parents_first(parents: Mapping[Iri, Collection[Iri]]) -> list[Iri]:
    ordered: list[Iri] = []
    while len(ordered) < len(parents):
        left = [name for name in parents if name not in ordered]
        ready = [name for name in left if all(each in ordered for each in parents[name])]
        if not ready:
            reason = "sh:node names a shape that is not written, or leads back to itself"
            raise InvalidInput(shorten(left[0]), None, reason, "Write the shape, break the circle.")
        ordered += ready
    return ordered


def _instances(store: Store, compiler: Compiler, targets: Collection[Iri]) -> set[Iri | Blank]:
    if not targets:
        return set()
    rows = store.select(f"SELECT DISTINCT ?focus {{ {compiler.target(targets)} }}").rows
    return {row[0] for row in rows if isinstance(row[0], (Iri, Blank))}


def _in_use(store: Store, pattern: str, few: str = "") -> set[Iri]:
    rows = store.select(f"SELECT DISTINCT ?use {{ {few} ?thing {pattern} }}").rows
    return {row[0] for row in rows if isinstance(row[0], Iri)}


_BELOW = Iri(PREFIXES["rdfs"] + "subClassOf")


def _below(store: Store) -> Iterable[Sequence[Term | None]]:
    return store.select(f"SELECT ?below ?above {{ ?below {_BELOW.nt()} ?above }}").rows


def _closed(pairs: Iterable[Sequence[Term | None]]) -> dict[Iri, set[Iri]]:
    """Each class with all its subclasses, itself too."""
    direct: dict[Iri, set[Iri]] = {}
    for below, above in pairs:
        if isinstance(below, Iri) and isinstance(above, Iri):
            direct.setdefault(above, set()).add(below)
    closed = {}
    for top in direct:
        reached, waiting = {top}, [top]
        while waiting:
            new = direct.get(waiting.pop(), set()) - reached
            reached |= new
            waiting += new
        closed[top] = reached
    return closed
