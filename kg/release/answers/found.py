"""What a search finds, as every door tells it."""

from __future__ import annotations

from typing import Final

from kg.model.names import shorten
from kg.release.opened import OpenRelease

COLUMNS: Final = ("iri", "id", "label", "matched", "kind", "kindLabel", "detail")
"""The members of a hit, in their order."""


def found(
    release: OpenRelease, text: str, *, first: int = 20, kind: str = ""
) -> list[dict[str, str]]:
    """The best matches of a name or a code, best first; each with all of `COLUMNS`.

    `kind` keeps to a class of the ontology and its subclasses, as `Person`. Raises `NoRelease`
    where the release has no index.
    """
    kinds = release.ontology.classes
    return [
        {
            "iri": str(hit.iri),
            "id": shorten(hit.iri),
            "label": hit.label,
            "matched": hit.matched,
            "kind": hit.kind,
            "kindLabel": kinds[hit.kind].label if hit.kind in kinds else "",
            "detail": hit.detail,
        }
        for hit in release.search.find(text, first=first, kind=kind)
    ]
