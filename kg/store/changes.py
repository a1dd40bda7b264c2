"""What one write changed: the quads that came and went, and the graphs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

import pyoxigraph as ox


class Changes:
    """A net change: no quad is both in `added` and in `removed`.

    `made` and `dropped` are the names of graphs that came into being and ceased to be.
    """

    def __init__(self, added: Iterable[ox.Quad] = (), removed: Iterable[ox.Quad] = ()) -> None:
        self.added, self.removed = set(added), set(removed)
        self.made: set[str] = set()
        self.dropped: set[str] = set()

    def __bool__(self) -> bool:
        return bool(self.added or self.removed or self.made or self.dropped)

    @property
    def growth(self) -> int:
        """By how many quads there are more afterwards."""
        return len(self.added) - len(self.removed)

    def follow(self, later: Changes) -> None:
        """Take in what was changed after this, so that both together are one change."""
        self.added, self.removed = (
            (self.added - later.removed) | (later.added - self.removed),
            (self.removed - later.added) | (later.removed - self.added),
        )
        self.made, self.dropped = (
            (self.made - later.dropped) | (later.made - self.dropped),
            (self.dropped - later.made) | (later.dropped - self.made),
        )

    def inverse(self) -> Changes:
        """The change that takes this one back."""
        back = Changes(self.removed, self.added)
        back.made, back.dropped = set(self.dropped), set(self.made)
        return back

    def graphs(self) -> list[str]:
        """The names of the graphs that it touches, sorted; the default graph has none."""
        quads = {
            quad.graph_name.value
            for quad in (*self.added, *self.removed)
            if isinstance(quad.graph_name, ox.NamedNode)
        }
        return sorted(quads | self.made | self.dropped)

    def nquads(self) -> tuple[str, str]:
        """What was added and what was removed, each as sorted N-Quads.

        >>> named = ox.NamedNode
        >>> Changes([ox.Quad(named("urn:a"), named("urn:b"), ox.Literal("c"))]).nquads()
        ('<urn:a> <urn:b> "c" .\\n', '')
        """
        return _lines(self.added), _lines(self.removed)

    @classmethod
    def of(cls, added: str, removed: str) -> Changes:
        """The change that `nquads` wrote; the labels of blank nodes are kept."""
        return cls(_quads(added), _quads(removed))


def _lines(quads: Iterable[ox.Quad]) -> str:
    return "".join(sorted(f"{each} .\n" for each in quads))


def _quads(text: str) -> Iterator[ox.Quad]:
    return iter(ox.parse(text, ox.RdfFormat.N_QUADS))
