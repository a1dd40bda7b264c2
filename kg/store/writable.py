"""The store that the writer writes: every change is made of quads that were worked out before.

The engine is asked what an update would put and take away, and is then told so quad by quad.
Therefore each write is known exactly, can be undone, and reaches no graph that was not named.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from itertools import islice
from pathlib import Path
from typing import Any, NamedTuple

import pyoxigraph as ox

from kg.errors import BadQuery, InvalidInput, UnknownGraph
from kg.model.terms import Blank, Iri
from kg.store.base import Dataset
from kg.store.bulk import BulkStore
from kg.store.changes import Changes
from kg.store.freed import freed
from kg.store.oxigraph import OxigraphStore, syntax_error

CHUNK = 10_000
"""How many quads are taken away by one statement to the engine."""
_NO_GRAPH = re.compile(r"The graph <(.*)> does not exist")


class Seen(NamedTuple):
    """The graphs that a pattern sees, merged and by name; `None` stands for the store's own."""

    default: tuple[Iri, ...] | None = None
    named: tuple[Iri, ...] | None = None


class WritableStore(OxigraphStore):
    """A store on disk that one process has open for writing."""

    @classmethod
    def sealed(cls, folder: Path) -> WritableStore:
        """One that is read only; see `OxigraphStore.sealed`."""
        return cls(ox.Store.read_only(str(folder)))

    @classmethod
    def opened(cls, folder: Path) -> WritableStore:
        """The store in that folder, which nobody else may have open for writing."""
        return cls(ox.Store(str(folder)))

    def update(self, update: str, base: str | None = None) -> None:
        """Run an update as the engine reads it, whole or not at all.

        Raises `BadQuery`, and `UnknownGraph` where it names a graph that must be there and is not.
        """
        try:
            self._engine.update(update, base_iri=base)
        except SyntaxError as error:
            raise syntax_error(error, "update") from None
        except RuntimeError as error:
            if found := _NO_GRAPH.search(str(error)):
                raise UnknownGraph(found[1]) from None
            raise BadQuery(f"The update cannot be done: {error}") from None

    @staticmethod
    def resolved(prologue: str, names: Sequence[str]) -> list[Iri]:
        """The IRIs that an update means by these terms, below its prologue."""
        asked = " ".join(f"({name} AS ?n{at})" for at, name in enumerate(names))
        if not names:
            return []
        row = OxigraphStore.memory().select(f"{prologue}\nSELECT {asked} {{}}").rows[0]
        if not all(isinstance(each, Iri) for each in row):
            raise BadQuery("The update names a graph by something that is not an IRI.")
        return [each for each in row if isinstance(each, Iri)]

    @freed
    def made(self, prologue: str, template: str, where: str, seen: Seen) -> list[ox.Triple]:
        """The triples that a template gives for what `where` finds in the graphs it may see."""
        text = f"{prologue}\nCONSTRUCT {{ {template}\n}} WHERE {where}"
        try:
            found = self._engine.query(
                text, default_graph=_names(seen.default), named_graphs=_names(seen.named)
            )
        except SyntaxError as error:
            raise BadQuery(f"The update cannot be read here: {error}") from None
        assert isinstance(found, ox.QueryTriples)
        return list(found)

    @freed
    def graphs_meant(self, prologue: str, name: str, where: str, seen: Seen) -> list[Iri]:
        """The IRIs that a variable has in what `where` finds."""
        text = f"{prologue}\nSELECT DISTINCT {name} WHERE {where}"
        try:
            found = self._engine.query(
                text, default_graph=_names(seen.default), named_graphs=_names(seen.named)
            )
        except SyntaxError as error:
            raise BadQuery(f"The update cannot be read here: {error}") from None
        assert isinstance(found, ox.QuerySolutions)
        return [Iri(row[0].value) for row in found if isinstance(row[0], ox.NamedNode)]

    def parsed(self, data: bytes, media: str, base: str | None) -> list[ox.Triple]:
        """The triples of a document; raises `InvalidInput` with its line."""
        known = ox.RdfFormat.from_media_type(media)
        if known is None:
            hint = "Send Turtle, N-Triples, RDF/XML or JSON-LD."
            raise InvalidInput("body", None, f"'{media}' is not a media type of RDF", hint)
        try:
            quads = ox.parse(
                data, known, base_iri=base, without_named_graphs=True, rename_blank_nodes=True
            )
            return [each.triple for each in quads]
        except SyntaxError as error:
            reason = str(error).removeprefix("Parser error ")
            raise InvalidInput("body", error.lineno, reason, "Mend the syntax there.") from None
        except ValueError as error:
            raise InvalidInput("body", None, str(error), "Send a base IRI with it.") from None

    def change(
        self,
        added: Iterable[tuple[Iri | None, ox.Triple]],
        removed: Iterable[tuple[Iri | None, ox.Triple]],
    ) -> Changes:
        """What it would change to take these away and then to put those; nothing is done yet."""
        wanted, unwanted = {_quad(*each) for each in added}, {_quad(*each) for each in removed}
        changes = Changes(
            (each for each in wanted if each not in self._engine),
            (each for each in unwanted - wanted if each in self._engine),
        )
        changes.made = {each for each in changes.graphs() if not self.has_graph(each)}
        return changes

    def possible(self, changes: Changes) -> Changes:
        """What of a change would change anything now."""
        rest = Changes(
            (each for each in changes.added if each not in self._engine),
            (each for each in changes.removed if each in self._engine),
        )
        rest.made = {each for each in changes.made if not self.has_graph(each)}
        rest.dropped = {each for each in changes.dropped if self.has_graph(each)}
        return rest

    def quads_of(self, graphs: Iterable[Iri]) -> Changes:
        """These graphs with all that they hold, as the change that would make them."""
        whole = Changes()
        for name in graphs:
            whole.made.add(name)
            whole.added.update(self._engine.quads_for_pattern(None, None, None, _name(name)))
        return whole

    def triples_of(self, graph: Iri | None) -> list[ox.Triple]:
        """All triples of one graph."""
        return [
            each.triple for each in self._engine.quads_for_pattern(None, None, None, _name(graph))
        ]

    def pieces_of(self, graph: Iri) -> Iterator[Changes]:
        """The changes that take away what a graph holds, `CHUNK` statements each."""
        name = ox.NamedNode(graph)
        while chunk := list(islice(self._engine.quads_for_pattern(None, None, None, name), CHUNK)):
            yield Changes((), chunk)

    def unsaid(self, lines: Sequence[bytes]) -> list[bytes]:
        """Those of some lines of N-Quads that are not in the store."""
        quads = ox.parse(b"".join(lines), ox.RdfFormat.N_QUADS)
        return [line for line, each in zip(lines, quads, strict=True) if each not in self._engine]

    def bulk(self) -> BulkStore:
        """The same for statements that go by as a stream."""
        return BulkStore(self._engine)

    def united(self) -> OxigraphStore:
        """The same for queries, with all graphs together as the default graph."""
        return _United(self._engine)

    def empty(self, graph: Iri | None) -> None:
        """Take away a named graph, or all of the default graph."""
        if graph is None:
            self._engine.clear_graph(ox.DefaultGraph())
        else:
            self._engine.remove_graph(ox.NamedNode(graph))

    def has_graph(self, graph: str) -> bool:
        """Whether there is a graph by that name, be it empty."""
        return self._engine.contains_named_graph(ox.NamedNode(graph))

    def tells(self, graph: Iri, thing: Iri | Blank) -> bool:
        """Whether a graph says anything of a thing."""
        node = ox.NamedNode(thing) if isinstance(thing, Iri) else ox.BlankNode(thing)
        found = self._engine.quads_for_pattern(node, None, None, ox.NamedNode(graph))
        return next(found, None) is not None

    def apply(self, changes: Changes) -> None:
        """Make a change."""
        for graph in changes.made:
            self._engine.add_graph(ox.NamedNode(graph))
        self._remove(changes.removed)
        self._engine.extend(changes.added)
        for graph in changes.dropped:
            if (
                next(self._engine.quads_for_pattern(None, None, None, ox.NamedNode(graph)), None)
                is None
            ):
                self._engine.remove_graph(ox.NamedNode(graph))

    def merge(self, changes: Changes, apart: frozenset[str]) -> Changes:
        """What the default graph gains and loses by a change of named graphs that was made.

        A triple leaves only where no graph has it any more; those `apart` are not merged.
        """
        plain, gone = (
            {_quad(None, each.triple) for each in quads if _place(each) not in apart}
            for quads in (changes.added, changes.removed)
        )
        gone -= plain
        return Changes(
            (each for each in plain if each not in self._engine),
            (each for each in gone if not self._is_told(each, apart)),
        )

    def backup(self, folder: Path) -> None:
        """A snapshot in a new folder: hard links, so that it takes no room of its own."""
        self._engine.backup(str(folder))

    def flush(self) -> None:
        """Have everything that was written on disk before this returns."""
        self._engine.flush()

    def _is_told(self, quad: ox.Quad, apart: frozenset[str]) -> bool:
        found = self._engine.quads_for_pattern(quad.subject, quad.predicate, quad.object, None)
        return any(
            isinstance(each.graph_name, ox.NamedNode) and each.graph_name.value not in apart
            for each in found
        )

    def _remove(self, quads: Iterable[ox.Quad]) -> None:
        plain = iter([each for each in quads if not _has_blank(each)])
        while chunk := list(islice(plain, CHUNK)):
            self._engine.update(f"DELETE DATA {{ {' '.join(_data(chunk))} }}")
        for each in quads:
            if _has_blank(each):
                self._engine.remove(each)


class _United(OxigraphStore):
    """A store whose queries see all its graphs as one."""

    def _answer(
        self, query: str, dataset: Dataset | None, functions: Any
    ) -> ox.QuerySolutions | ox.QueryBoolean | ox.QueryTriples:
        return self._engine.query(
            query, use_default_graph_as_union=True, custom_functions=functions
        )


def _data(quads: Iterable[ox.Quad]) -> Iterator[str]:
    for each in quads:
        if isinstance(each.graph_name, ox.DefaultGraph):
            yield f"{each.triple} ."
        else:
            yield f"GRAPH {each.graph_name} {{ {each.triple} }}"


def _has_blank(quad: ox.Quad) -> bool:
    return any(not isinstance(each, (ox.NamedNode, ox.Literal)) for each in quad.triple)


def _place(quad: ox.Quad) -> str:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else ""


def _name(graph: Iri | None) -> ox.NamedNode | ox.DefaultGraph:
    return ox.DefaultGraph() if graph is None else ox.NamedNode(graph)


def _names(graphs: tuple[Iri, ...] | None) -> Any:
    return None if graphs is None else [ox.NamedNode(each) for each in graphs]


def _quad(graph: Iri | None, triple: ox.Triple) -> ox.Quad:
    return ox.Quad(triple.subject, triple.predicate, triple.object, _name(graph))
