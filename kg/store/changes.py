"""What one write changed: the quads that came and went, and the graphs."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator

import pyoxigraph as ox

from kg.model.names import RDF_TYPE
from kg.model.terms import Blank, Iri

_TYPE = ox.NamedNode(RDF_TYPE)


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

    @property
    def merged_growth(self) -> int:
        """The same for the default graph alone."""
        grown, shrunk = (
            sum(_graph(each) is None for each in quads) for quads in (self.added, self.removed)
        )
        return grown - shrunk

    def written(self) -> set[str | None]:
        """The graphs of its quads; `None` is the default graph."""
        return {_graph(each) for each in (*self.added, *self.removed)}

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

    def nodes(self, graphs: Collection[str | None]) -> set[Iri | Blank]:
        """Everything that quads of these graphs say something of, or say of something.

        Literals and properties are not among it; `None` is the default graph.
        """
        found = set()
        for quad in (*self.added, *self.removed):
            if _graph(quad) in graphs:
                found |= {quad.subject, quad.object}
        return {
            Iri(each.value) if isinstance(each, ox.NamedNode) else Blank(each.value)
            for each in found
            if isinstance(each, (ox.NamedNode, ox.BlankNode))
        }

    def weakened(self, graphs: Collection[str | None]) -> set[Iri]:
        """What may no longer be what others need: it has lost something, or has a new class."""
        return {
            str.__new__(Iri, quad.subject.value)
            for quad in (*self.removed, *(each for each in self.added if each.predicate == _TYPE))
            if isinstance(quad.subject, ox.NamedNode) and _graph(quad) in graphs
        }

    def said(self) -> Iterator[tuple[str, str, str]]:
        """Each quad's subject, property and object, as far as they are IRIs; else empty."""
        for quad in (*self.added, *self.removed):
            subject, predicate, value = quad.triple
            yield _iri(subject), predicate.value, _iri(value)

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


def _graph(quad: ox.Quad) -> str | None:
    return quad.graph_name.value if isinstance(quad.graph_name, ox.NamedNode) else None


def _iri(term: object) -> str:
    return term.value if isinstance(term, ox.NamedNode) else ""


def _lines(quads: Iterable[ox.Quad]) -> str:
    return "".join(sorted(f"{each} .\n" for each in quads))


def _quads(text: str) -> Iterator[ox.Quad]:
    return iter(ox.parse(text, ox.RdfFormat.N_QUADS))
