"""A graph as plain Python: what stands behind which property, and what each graph states."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence

from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Literal, Statement, Term, Triple
from kg.store.base import Store
from kg.store.cells import term

Key = tuple[Term, Iri]


class Facts:
    """What graphs state: as one graph, read forwards and backwards, and which states what."""

    def __init__(self, quads: Iterable[Sequence[Term | None]]) -> None:
        self._store: Store | None = None
        self._stated: defaultdict[Triple, set[Iri]] = defaultdict(set)
        self._forward: defaultdict[Key, dict[Term, None]] = defaultdict(dict)
        self._backward: defaultdict[Key, dict[Term, None]] = defaultdict(dict)
        self.by_property: defaultdict[Iri, list[Term]] = defaultdict(list)
        self.subjects: dict[Iri, None] = {}
        for subject, predicate, value, graph in quads:
            if not isinstance(subject, Iri) or not isinstance(predicate, Iri) or value is None:
                continue
            self._forward[subject, predicate][value] = None
            self._backward[value, predicate][subject] = None
            self.by_property[predicate].append(value)
            self.subjects[subject] = None
            if isinstance(graph, Iri):
                self._stated[Triple(subject, predicate, value)].add(graph)

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Facts:
        """The facts of these statements."""
        return cls(statements)

    @classmethod
    def read(cls, store: Store) -> Facts:
        """All facts of a store; which graph states one is asked only when it is wanted."""
        rows = store.cells("SELECT ?s ?p ?o WHERE { ?s ?p ?o }")
        known = {cell: term(cell) for row in rows for cell in row}
        found = cls([known[each] for each in row] + [None] for row in rows)
        found._store = store
        return found

    def values(self, thing: Term, predicate: Iri, *, inverse: bool = False) -> list[Term]:
        """What a thing has, or with `inverse`, what has it."""
        return list((self._backward if inverse else self._forward).get((thing, predicate), ()))

    def nodes(self, thing: Term, predicate: Iri, *, inverse: bool = False) -> list[Iri]:
        """The things among these."""
        found = self.values(thing, predicate, inverse=inverse)
        return [each for each in found if isinstance(each, Iri)]

    def literals(self, thing: Term, predicate: Iri) -> list[Literal]:
        """The literals among these."""
        return [each for each in self.values(thing, predicate) if isinstance(each, Literal)]

    def instances(self, cls: Iri) -> list[Iri]:
        """The things of a class, its subclasses not counted."""
        return self.nodes(cls, RDF_TYPE, inverse=True)

    def types(self, thing: Term) -> list[Iri]:
        """The classes of a thing."""
        return self.nodes(thing, RDF_TYPE)

    def stated(self, subject: Term, predicate: Iri, value: Term) -> set[Iri]:
        """The named graphs that state a triple."""
        if not isinstance(subject, Iri):
            return set()
        triple = Triple(subject, predicate, value)
        if self._store is not None and triple not in self._stated:
            told = " ".join(each.nt() for each in triple)
            rows = self._store.select(f"SELECT ?g WHERE {{ GRAPH ?g {{ {told} }} }}").rows
            self._stated[triple] = {each for (each,) in rows if isinstance(each, Iri)}
        return self._stated.get(triple, set())

    def graphs(self, thing: Term) -> set[Iri]:
        """The named graphs that state a class of a thing."""
        types = self.types(thing)
        return {one for each in types for one in self.stated(thing, RDF_TYPE, each)}
