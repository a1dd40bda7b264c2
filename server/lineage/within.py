"""Groups of bodies that an area has a part in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from kg.model.terms import Iri, Literal
from kg.questions.bind import bind
from kg.release.opened import OpenRelease

if TYPE_CHECKING:  # networkx takes its time to load
    from kg.analysis.networks.groups import Group


def groups_in(release: OpenRelease, groups: Sequence[Group], area: str, on: str) -> Sequence[Group]:
    """The groups with a body that has these words in its name, or that lay, on an ISO day, in a
    wider body that has; all groups for no words."""
    if not area:
        return groups
    members = _members(release, area, on)
    return [each for each in groups if _is_in(each, members, area)]


def _members(release: OpenRelease, area: str, on: str) -> frozenset[Iri]:
    asked = {"on": Literal.date(on), "words": Literal(area)}
    rows = release.store.select(bind(release.library.inside("area-members"), asked)).rows
    return frozenset(each for (each,) in rows if isinstance(each, Iri))


def _is_in(group: Group, members: frozenset[Iri], words: str) -> bool:
    return any(
        body in members or words.casefold() in name.casefold() for body, name in group.bodies
    )
