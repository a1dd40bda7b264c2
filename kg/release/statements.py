"""Everything that a release says, as sorted lines of N-Quads, read without holding it in memory."""

from __future__ import annotations

import gzip
import heapq
import re
from collections.abc import Iterable, Iterator
from contextlib import ExitStack
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final, NamedTuple

from kg.release.catalogue import base_of
from kg.release.live import EMPTY
from kg.store.blanks import settled
from kg.store.formats import TRIPLES, by_name
from kg.store.oxigraph import OxigraphStore

WRITTEN: Final = "graph.nq.gz"
"""The file of a built release that holds just these lines."""
AT_ONCE: Final = 100_000
"""Lines that are sorted in memory at a time."""
_NTRIPLES: Final = by_name("ntriples", TRIPLES)
_LINE: Final = re.compile(r'(\S+) (\S+) (.+?)(?: (<[^<>\s]*>|_:[^\s"]+))? \.\n')
_LITERAL: Final = re.compile(r'"(?:[^"\\]|\\.)*"|<[^<>\s]*>')


class Said(NamedTuple):
    """A line taken apart: terms as N-Quads writes them, the graph empty for the default graph."""

    thing: str
    property: str
    value: str
    graph: str

    @classmethod
    def read(cls, line: str) -> Said:
        r"""What a line of canonical N-Quads says.

        >>> Said.read('<urn:a> <urn:p> "a <urn:x> ." <urn:g> .\n').value
        '"a <urn:x> ."'
        >>> Said.read('<urn:a> <urn:p> <urn:b> .\n')
        Said(thing='<urn:a>', property='<urn:p>', value='<urn:b>', graph='')
        """
        found = _LINE.fullmatch(line)
        assert found, line
        return cls(found[1], found[2], found[3], found[4] or "")


def lines(folder: Path) -> Iterator[str]:
    """The statements of the release in that folder, each once, in the order of their characters.

    The default graph counts where it is one of its own, as in foreign data. Blank nodes have labels
    made of what is said of them (`kg.store.blanks`).
    """
    if (folder / WRITTEN).exists():
        with gzip.open(folder / WRITTEN, "rt", encoding="utf-8", newline="\n") as written:
            yield from written
        return
    with TemporaryDirectory() as place, ExitStack() as opened:
        blank: list[str] = []
        parts: list[Iterable[str]] = []
        found = _without(_dumped(folder, Path(place)), blank)
        while some := sorted(set(islice(found, AT_ONCE))):
            part = Path(place) / f"sorted-{len(parts)}"
            part.write_text("".join(some), encoding="utf-8", newline="\n")
            parts.append(opened.enter_context(part.open(encoding="utf-8", newline="\n")))
        last = ""
        for line in heapq.merge(*parts, settled(blank)):
            if line != last:
                yield line
            last = line


def _without(found: Iterable[str], blank: list[str]) -> Iterator[str]:
    """The lines that name no blank node; the others are put aside."""
    for line in found:
        if _has_blank(line):
            blank.append(line)
        else:
            yield line


def _has_blank(line: str) -> bool:
    # Most lines have no such characters at all; in a literal they mean nothing.
    return "_:" in line and "_:" in _LITERAL.sub("", line)


def _dumped(folder: Path, place: Path) -> Iterator[str]:
    store = OxigraphStore.sealed(folder / "store")
    written = place / "graph"
    # The default graph of our data is the merge of the named ones, that of foreign data its own.
    own = [None] if base_of(folder.name) == EMPTY else []
    for graph in (*own, *store.graph_names()):
        with written.open("wb") as sink:
            store.dump(graph, sink, _NTRIPLES)
        end = f" <{graph}> .\n" if graph else " .\n"
        with written.open(encoding="utf-8", newline="\n") as dumped:
            yield from (line.removesuffix(" .\n") + end for line in dumped)
