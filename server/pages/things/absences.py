"""What is not known of a thing, and why nothing follows from that."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import Final

from kg.model.names import cotv
from kg.model.ontology import Class
from kg.model.terms import Iri

_LED: Final = frozenset((cotv("type-ccg"), cotv("type-icb")))
"""Kinds of bodies whose chief officers were looked for."""
_OFFICERS: Final = (
    "No source that was read names a chief officer of it. That does not mean that the post was "
    "vacant."
)
_SILENT: Final = {
    "ChangeProposal": (
        "influences",
        "No source that was read says that anybody pressed for it. That does not mean that nobody "
        "did.",
    ),
    "ChangeEvent": (
        "influences",
        "No source that was read says that anybody pressed for it. That does not mean that nobody "
        "did.",
    ),
    "Person": (
        "tenures",
        "No source that was read tells which office this person held, or when.",
    ),
}


def absences(kind: Class | None, codes: Iterable[Iri], listed: Collection[str]) -> list[str]:
    """What is missing of a thing, in sentences: by its class, its codes, and the lists it has."""
    if kind is None:
        return []
    missing = []
    if kind.name == "Organisation" and _LED & set(codes) and "tenures" not in listed:
        missing.append(_OFFICERS)
    name, sentence = _SILENT.get(kind.name, ("", ""))
    if name and name not in listed:
        missing.append(sentence)
    return missing
