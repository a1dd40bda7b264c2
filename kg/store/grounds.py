"""What rules stand on: a store's graphs merged, but for those that the rules themselves write.

Everything goes from engine to engine as lines of N-Triples, so that nothing is a Python object but
what has changed. A large store is copied to a folder, and takes no more memory for being large.
"""

from __future__ import annotations

import gzip
import io
from collections.abc import Collection, Iterable, Iterator
from itertools import islice
from pathlib import Path
from typing import BinaryIO, Final, Self, cast

import pyoxigraph as ox

from kg.errors import BadQuery
from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Statement
from kg.store.changes import Changes
from kg.store.oxigraph import OxigraphStore

LARGE: Final = 1_500_000
"""How many quads a store has that is copied to a folder rather than into memory."""
_TOGETHER: Final = 500_000
"""How many lines the engine takes in at once: what it holds while it sorts them grows with them."""
_TYPED: Final = f" <{RDF_TYPE}> ".encode()
_TRIPLES, _QUADS = ox.RdfFormat.N_TRIPLES, ox.RdfFormat.N_QUADS


class Grounds(OxigraphStore):
    """The merge, for queries. By name its graphs tell only of what class things are.

    (That is enough for what counts the graphs that type a thing; no rule names a graph.)
    """

    @classmethod
    def under(
        cls,
        store: OxigraphStore,
        written: Collection[str],
        folder: Path,
        told: Path | None = None,
    ) -> Self:
        """The grounds of rules that write these graphs of a store; `folder` is free for a copy.

        `told` is a file of N-Quads with graphs of the store as they still are, if there is one:
        what is in it need not be sought in the store. Graphs that rules write may be in it too.
        """
        is_large = len(store) > LARGE
        own = cls(ox.Store(str(folder / "grounds")) if is_large else ox.Store())
        names = [each for each in store.graph_names() if each not in written]
        if is_large:
            own._stream(store, names, folder / "graph.nt")
        else:
            known = own._read(told, {name.encode() for name in written}) if told else set()
            left = {name: own._told(store, name) for name in names if name not in known}
            own._engine.bulk_load(b"".join(left.values()), _TRIPLES)
            for name, lines in left.items():
                own._outline(name, lines)
        return own

    def constructed(self, query: str) -> set[bytes]:
        """What a CONSTRUCT query says, as lines; what it says of blank nodes is left out."""
        answer = self._query(query)
        if not isinstance(answer, ox.QueryTriples):
            raise BadQuery("The query is not a CONSTRUCT or DESCRIBE query.")
        written = answer.serialize(format=_TRIPLES)
        assert written is not None  # it is only where there is a file to write to
        return {each for each in written.splitlines(keepends=True) if not _is_of_blanks(each)}

    def add(self, graph: Iri, lines: Collection[bytes], *, merge: bool) -> None:
        """Take in what a rule says in its graph; what is not merged is there by name only."""
        whole = b"".join(lines)
        if merge:
            self._engine.bulk_load(whole, _TRIPLES)
        self._outline(graph, whole)

    @staticmethod
    def difference(store: OxigraphStore, graph: Iri, lines: set[bytes]) -> Changes:
        """What would make a graph of a store say these lines and no others."""
        sink = io.BytesIO()
        if graph in store.graph_names():
            store._engine.dump(sink, _TRIPLES, from_graph=ox.NamedNode(graph))
        before = set(sink.getvalue().splitlines(keepends=True))
        return Changes(_quads(lines - before, graph), _quads(before - lines, graph))

    def _read(self, file: Path, written: Collection[bytes]) -> set[str]:
        """Take in the graphs of a file but those that rules write; the names of all that it has."""
        triples: list[bytes] = []
        outlines: list[bytes] = []
        first: dict[bytes, bytes] = {}
        typed = set[bytes]()
        for line in gzip.decompress(file.read_bytes()).splitlines(keepends=True):
            at = line.rindex(b" <")
            name = line[at + 2 : -4]
            if name not in first:
                first[name] = line
            if name in written:
                continue
            triples.append(line[:at] + b" .\n")
            if _TYPED in line:
                outlines.append(line)
                typed.add(name)
        outlines += [first[name] for name in first.keys() - typed - set(written)]
        self._engine.bulk_load(b"".join(triples), _TRIPLES)
        self._engine.bulk_load(b"".join(outlines), _QUADS)
        return {name.decode() for name in first}

    def _told(self, store: OxigraphStore, graph: Iri) -> bytes:
        return store._engine.dump(format=_TRIPLES, from_graph=ox.NamedNode(graph)) or b""

    def _outline(self, graph: Iri, lines: bytes) -> None:
        typed = [each for each in lines.splitlines(keepends=True) if _TYPED in each]
        some = b"".join(typed) or lines[: lines.find(b"\n") + 1]
        self._engine.bulk_load(some, _TRIPLES, to_graph=ox.NamedNode(graph))

    def _stream(self, store: OxigraphStore, names: Iterable[Iri], file: Path) -> None:
        """Copy graph by graph by way of a file, and last what has blank nodes, all at once.

        The engine gives blank nodes new names whenever it reads, and one may be in many graphs.
        """
        blank: list[bytes] = []
        for name in names:
            store._engine.dump(str(file), _TRIPLES, from_graph=ox.NamedNode(name))
            with file.open("rb") as lines:
                for block in _blocks(lines, blank):
                    self._engine.bulk_load(block, _TRIPLES)
                    self._outline(name, block)
        file.unlink(missing_ok=True)
        self._engine.bulk_load(b"".join(blank), _TRIPLES)
        self._engine.optimize()


def triple_lines(statements: Iterable[Statement]) -> set[bytes]:
    """Statements as the engine writes them, a line each, without their graphs."""
    quads = cast(Iterable[ox.Quad], ox.parse("\n".join(each.nq() for each in statements), _QUADS))
    return {f"{each.triple} .\n".encode() for each in quads}


def _blocks(lines: BinaryIO, blank: list[bytes]) -> Iterator[bytes]:
    while several := list(islice(lines, _TOGETHER)):
        blank += [each for each in several if _is_of_blanks(each)]
        yield b"".join(each for each in several if not _is_of_blanks(each))


def _is_of_blanks(line: bytes) -> bool:
    """Whether a line has a blank node, or a triple term, for subject or object.

    >>> [_is_of_blanks(each) for each in (b"_:a <b> <c> .", b"<a> <b> _:c .", b'<a> <b> "_:c" .')]
    [True, True, False]
    """
    subject, _, value = line.split(b" ", 2)
    return subject.startswith(b"_:") or value.startswith((b"_:", b"<<"))


def _quads(lines: Iterable[bytes], graph: Iri) -> Iterator[ox.Quad]:
    name = ox.NamedNode(graph)
    found = cast(Iterable[ox.Quad], ox.parse(b"".join(sorted(lines)), _TRIPLES))
    return (ox.Quad(each.subject, each.predicate, each.object, name) for each in found)
