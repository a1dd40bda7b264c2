"""A store on disk that is filled by streams of statements, however many they are."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from itertools import islice
from pathlib import Path
from typing import Final

import pyoxigraph as ox

from kg.errors import BadQuery, InvalidInput
from kg.store.formats import by_name
from kg.store.oxigraph import OxigraphStore

_IRI: Final = rb'<[^\x00-\x20<>"{}|^`\\]+>'
_TEXT: Final = rb'"(?:[^"\\\n\r\t]|\\["\\nrt])*"'
_KIND: Final = rb"(?:@[A-Za-z]{1,8}(?:-[A-Za-z0-9]{1,8})*|\^\^(?!<[^>]*XMLSchema#string>)" + _IRI
_LINE: Final = re.compile(
    rb"(" + _IRI + rb" " + _IRI + rb" (?:" + _IRI + rb"|" + _TEXT + _KIND + rb")?) )"
    + _IRI + rb" \.\n"
)  # fmt: skip
"""A statement as it is written here, and in the first group what it says without its graph."""
BLOCK: Final = 20_000
"""How many lines are handed on at once."""
TOGETHER: Final = 25
"""How many blocks of them the engine takes in together."""


class BulkStore(OxigraphStore):
    """A store in the making, which takes statements in as lines of N-Quads."""

    def take(self, blocks: Iterable[bytes]) -> None:
        """Add statements; a triple without a graph goes to the default graph.

        So many blocks go to the engine together: what it holds in memory until it has sorted them
        grows with them. It takes them in beside the caller, who makes the next ones meanwhile.
        """
        left = iter(blocks)
        with ThreadPoolExecutor(1) as engine:
            taking: Future[None] | None = None
            while several := b"".join(islice(left, TOGETHER)):
                if taking:
                    taking.result()
                taking = engine.submit(self._engine.bulk_load, several, ox.RdfFormat.N_QUADS)
            if taking:
                taking.result()

    def snapshot(self, folder: Path) -> None:
        """Put what is in the store now in a new folder, of links to its files, for `sealed`."""
        self._engine.backup(str(folder))

    def compact(self) -> None:
        """Put what was added in few files: else each look-up goes through all of them."""
        self._engine.optimize()

    def construct(self, query: str, path: Path) -> None:
        """Write the triples of a CONSTRUCT query to a file, one a line."""
        triples = by_name("ntriples")
        with path.open("wb") as file:
            if self.write(query, file, by_name("json"), triples) != "CONSTRUCT":
                raise BadQuery("The query is not a CONSTRUCT or DESCRIBE query.")


def merged(lines: Iterable[bytes]) -> Iterator[bytes]:
    """Statements in the form of `canonical`, without their graphs."""
    # The graph is the last term of a line, and no graph name holds a space.
    return (line[: line.rindex(b" <")] + b" .\n" for line in lines)


def canonical(file: Iterable[bytes], name: str) -> Iterator[list[bytes]]:
    """The statements of N-Quads, as they are written here, in blocks of lines.

    Raises `InvalidInput` with its place for a line that is no statement, has no graph, or has a
    blank node: those of two files could not be told apart.
    """
    block: list[bytes] = []
    match = _LINE.fullmatch
    for number, line in enumerate(file, 1):
        if match(line):
            block.append(line)
        else:
            block += _rewritten(line, name, number)
        if len(block) >= BLOCK:
            yield block
            block = []
    yield block


def _rewritten(line: bytes, name: str, number: int) -> Iterator[bytes]:
    """A statement that is written in another way; nothing for a comment."""
    try:
        quads = list(ox.parse(line, ox.RdfFormat.N_QUADS))
    except SyntaxError as error:
        reason = str(error).removeprefix("Parser error ")
        raise InvalidInput(name, number, reason, "Write it as N-Quads has it.") from None
    for quad in quads:
        if not isinstance(quad.graph_name, ox.NamedNode):
            raise InvalidInput(name, number, "it has no graph", "Name a graph behind each triple.")
        if not isinstance(quad.subject, ox.NamedNode) or not isinstance(
            quad.object, (ox.NamedNode, ox.Literal)
        ):
            hint = "Give everything an IRI."
            raise InvalidInput(name, number, "it has a blank node or a triple term", hint)
        yield f"{quad} .\n".encode()
