"""What the graph has already, so that a document speaks of the same bodies and people."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from kg.model.terms import Iri

Change = tuple[Iri, str, frozenset[Iri]]
"""A change by its kind, its day and the bodies that it began with."""


@dataclass(frozen=True)
class Known:
    """Bodies, people and more of a release, without what the document itself has put there.

    `lasting` are the things that do not go when some other user's document is withdrawn. People
    are found by their name in small letters; one of a name is the one meant only where the
    `offices` agree, too.
    """

    lasting: frozenset[Iri] = frozenset()
    bodies: Mapping[str, Iri] = field(default_factory=dict)
    people: Mapping[str, tuple[Iri, ...]] = field(default_factory=dict)
    offices: Mapping[Iri, frozenset[Iri]] = field(default_factory=dict)
    changes: Mapping[Change, Iri] = field(default_factory=dict)
