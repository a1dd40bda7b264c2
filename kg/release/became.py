"""What replaced a body, asked of a release: by its lineage, and near names by its search."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.replaced import Replaced
from kg.analysis.lineage.replaced import replaced as told
from kg.analysis.lineage.sentences import called
from kg.search.find import Hit

_NEAR = 3
_LOOKED_AT = 20
Find = Callable[..., Sequence[Hit]]


def replaced(dag: Dag, find: Find, text: str, on: str = "", kind: str = "") -> Replaced:
    """What replaced the body that a code, a name or an id means, as `kg.analysis` tells it.

    Where it means nothing, the names of bodies that `find` (`Search.find`) has are offered.
    """
    return told(dag, text, on, kind=kind, near=near(dag, find))


def near(dag: Dag, find: Find) -> Callable[[str], list[str]]:
    """Finds the names of three bodies at most that are like some words."""

    def names(words: str) -> list[str]:
        hits = find(words, first=_LOOKED_AT, kind="Organisation")
        return [called(dag.bodies[hit.iri]) for hit in hits if hit.iri in dag.bodies][:_NEAR]

    return names
