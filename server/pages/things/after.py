"""What of a thing's facts is of later than the day that was asked for, or not known by another."""

from __future__ import annotations

from typing import Final, NamedTuple

from kg.model.names import cot
from kg.model.ontology import Class
from kg.model.terms import Iri, Term
from server.pages.things import listings
from server.pages.things.listings import Said, View

Stated = dict[Iri, dict[Term, list[Iri]]]
"""What is stated of a thing: by property, each value with the graphs that state it."""

RECKONED: Final = frozenset(map(cot, ("predecessor", "successor", "ancestor", "descendant")))
"""What follows from changes, of whatever day: the lists of changes have the days."""
SHARED: Final = cot("sharesRoleWith")
"""What follows from interlocks, of whatever day: the list of these has the days."""
_END: Final = "End: "
"""What notes begin with that tell how a body ended."""


class Parts(NamedTuple):
    """Of the facts and notes of a thing, those of a page, and those of after its day."""

    stated: Stated
    notes: list[str]
    later: Stated
    later_notes: list[str]


def parted(view: View, shape: Class | None, stated: Stated) -> Parts:
    """The facts and notes of a thing as on the day that was asked for, and as then known.

    Without such days, all of them.
    """
    said: Said = {name: list(values) for name, values in stated.items()}
    notes = listings.texts(shape, said, "note") if shape else []
    if not view.on and not view.published:
        return Parts(stated, notes, {}, [])
    left_out = {SHARED, *(RECKONED if view.published else ())}
    stated = {name: values for name, values in stated.items() if name not in left_out}
    if view.published:
        return Parts(stated, [], {}, [])
    now, later = dict(stated), Stated()
    for name in RECKONED & set(stated):
        begun = _begun_after(view, name)
        values = now.pop(name)
        now |= _some({name: {each: by for each, by in values.items() if each not in begun}})
        later |= _some({name: {each: by for each, by in values.items() if each in begun}})
    goes_on = shape is not None and _ends_after(view, shape, said)
    ends = [each for each in notes if goes_on and each.startswith(_END)]
    return Parts(now, [each for each in notes if each not in ends], later, ends)


def _some(stated: Stated) -> Stated:
    return {name: values for name, values in stated.items() if values}


def _begun_after(view: View, name: Iri) -> set[Term]:
    """The bodies that a thing points at by a property and that began after the day."""
    found = listings.pointed_at(view, name)
    kinds = {each: listings.kind_of(view.release, said) for each, said in found.items()}
    return {
        each
        for each, said in found.items()
        if (kind := kinds[each]) and listings.period(kind, said).earliest_start > view.on
    }


def _ends_after(view: View, shape: Class, said: Said) -> bool:
    if "latestEnd" not in shape.by_name:
        return False
    found = listings.period(shape, said)
    return (found.latest_end or found.earliest_end) >= view.on
