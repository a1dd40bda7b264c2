"""Statements laid out for checks: what is said of each thing, and in which graph."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from kg.model.names import RDF_TYPE, cot, shorten
from kg.model.terms import Iri, Literal, Statement

Value = Iri | Literal


class Finding(NamedTuple):
    """Something that is wrong: what kind of thing, where to look, what is there, what to do.

    `place` is a thing or a graph by its short name; it may be empty, as may `hint`.
    """

    kind: str
    place: str
    message: str
    hint: str = ""

    def line(self) -> str:
        """The finding as one line.

        >>> Finding("untyped", "id:person/x", "has no class", "Say what it is.").line()
        'id:person/x: has no class. Say what it is.'
        """
        place = f"{self.place}: " if self.place else ""
        return place + (f"{self.message}. {self.hint}" if self.hint else self.message)


class Facts:
    """Statements by property and thing; properties are asked for by their names in `cot:`."""

    def __init__(self, statements: Iterable[Statement]) -> None:
        self.statements = list(statements)
        self._values: dict[Iri, dict[Iri, list[Value]]] = {}
        self._graphs: dict[Iri, Iri] = {}
        for subject, predicate, value, graph in self.statements:
            self._values.setdefault(predicate, {}).setdefault(subject, []).append(value)
            self._graphs.setdefault(subject, graph)

    def types(self) -> Mapping[Iri, list[Value]]:
        """The classes of each thing that has any."""
        return self._values.get(RDF_TYPE, {})

    def instances(self, name: str) -> Iterator[Iri]:
        """The things that are said to be of a class, in the order of their IRIs."""
        kind = cot(name)
        return iter(sorted(thing for thing, kinds in self.types().items() if kind in kinds))

    def things(self, *names: str) -> list[Iri]:
        """The things that have a value of any of these properties, in the order of their IRIs."""
        return sorted({thing for name in names for thing in self._values.get(cot(name), {})})

    def values(self, thing: Iri, name: str) -> list[Value]:
        """The values of a property, each once, in the order in which they were stated."""
        return list(dict.fromkeys(self._values.get(cot(name), {}).get(thing, ())))

    def iris(self, thing: Iri, name: str) -> list[Iri]:
        """The values that are things or codes."""
        return [each for each in self.values(thing, name) if isinstance(each, Iri)]

    def text(self, thing: Iri, name: str) -> str:
        """The text of the first literal, or nothing."""
        literals = (each for each in self.values(thing, name) if isinstance(each, Literal))
        return next((each.text for each in literals), "")

    def place(self, thing: Iri) -> str:
        """A thing and the graph that first speaks of it, as a finding names them."""
        graph = self._graphs.get(thing)
        return f"{shorten(thing)} in {shorten(graph)}" if graph else shorten(thing)
