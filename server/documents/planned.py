"""What a commit of a document would change, as JSON tells it, and whether it may be written."""

from __future__ import annotations

from typing import Any, Final

from kg.errors import InvalidWrite, UnknownGraph
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.documents.planned import Plan
from kg.release.opened import OpenRelease
from kg.store.formats import TRIPLES, Format

_NTRIPLES: Final[Format] = next(each for each in TRIPLES if each.name == "ntriples")


class _Nothing:
    """Takes what is written, and keeps nothing."""

    def write(self, data: bytes, /) -> int:
        return len(data)

    def flush(self) -> None:
        return


def check(made: Plan) -> None:
    """Raises `InvalidWrite` where the graph would break a shape."""
    if made.violations:
        raise InvalidWrite(made.violations)


def told(made: Plan) -> dict[str, Any]:
    """What would change: how much comes and goes, what breaks shapes, what cannot be stated."""
    return {
        "graph": made.graph,
        "added": made.added,
        "removed": made.removed,
        "violations": list(made.violations),
        "leftOut": [{"candidate": name, "reason": reason} for name, reason in made.left_out],
    }


def is_committed(release: OpenRelease, document: str) -> bool:
    """Whether a release has the graph of a document."""
    try:
        release.store.dump(graph_of(document), _Nothing(), _NTRIPLES)
    except UnknownGraph:
        return False
    return True


def graph_of(document: str) -> Iri:
    """The graph of a document."""
    return graph(f"source/{document}")
