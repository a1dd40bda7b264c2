"""What was known by a day, of what has no day of its own: by the documents that bear it out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from kg.model.definitions import Class
from server.pages.words.evidence import Item
from server.pages.words.names import Names

_STANDING: Final = frozenset({"Organisation", "Area"})
"""Classes of what stands in registers whose older editions have no days: all of it is shown."""


def is_judged(kind: Class | None) -> bool:
    """Whether what bears a thing of this class out tells since when it is known."""
    return kind is not None and not {"Published", *_STANDING} & {kind.name, *kind.parents}


def is_borne_out(names: Names, evidence: Sequence[Item], published: str) -> bool:
    """Whether a document was out by that day; so is what needs no document."""
    found = [names.known_from(each.source) for each in evidence]
    return not found or any(known and known <= published for known in found)


def out_by(names: Names, evidence: Sequence[Item], published: str) -> list[Item]:
    """The evidence without that of documents known to be later; all of it where no day is asked."""
    if not published:
        return list(evidence)
    return [each for each in evidence if names.known_from(each.source) <= published]
