"""What is told of a link, and of a field: who states it, how long it held, on which evidence."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, Final

from kg.model.names import cot
from kg.model.terms import Iri
from server.graphql.execution.provenance import Provenance, named_graphs
from server.graphql.planning.conditions import Step, Way
from server.graphql.planning.plan import Leaf, Level, Page, Selected, Shape, Teller, Told
from server.graphql.planning.scope import Scope, group
from server.graphql.planning.selections import Nodes, Place, Selections, name_of
from server.graphql.projection import Field, Projection, Shown

if TYPE_CHECKING:
    from server.graphql.execution.rows import Row

_CLAIMS: Final = (Step(cot("content"), inverse=True), Step(cot("contestedBy")))
"""What claims bear on besides those that it is based on: they state it, or contest it."""

_BOUNDED: Final = {
    "start": ("earliestStart", "latestStart"),
    "end": ("earliestEnd", "latestEnd"),
    "issuedDate": ("earliestIssued", "latestIssued"),
}
"""Days that may be unknown while their bounds are known."""


@dataclass(frozen=True)
class Within(Told):
    """An object of its own that tells parts of the same thing."""

    kind: str
    parts: tuple[tuple[str, Shape], ...]

    def tell(self, teller: Teller, row: Row, iri: Iri) -> dict[str, Any]:
        """The object."""
        own = {key: teller.value(each, row, iri) for key, each in self.parts}
        return {"__typename": self.kind} | own


@dataclass(frozen=True)
class Stated(Told):
    """The named graphs that state the link to the thing, which a variable has."""

    var: str

    def tell(self, teller: Teller, row: Row, iri: Iri) -> list[str]:
        """Their names."""
        return named_graphs(row.types[self.var])


def edge(selector: Selections, place: Place, target: str, nodes: Nodes) -> Selected | Shape | None:
    """What is shown of an edge to things of this output type; nothing for its cursor."""
    name = name_of(nodes)
    if name == "node":
        return selector.select(place, target, nodes)
    if name == "cursor":
        return None
    if name == "statedIn":
        place.branch.stated = place.branch.stated or selector.fresh("g")
        return Stated(place.branch.stated)
    args = selector.arguments(f"{target}Edge", nodes)
    if name == "validity":
        return _validity(selector, place, nodes)
    field = selector.here.shown.evidence_of(target)
    assert field is not None
    scope = place.scope.narrowed(args, selector.here.shown)
    within = group(selector.here.shown, scope, field.classes, field.target, args.get("where"))
    step = Step(field.prop.iri, field.prop.inverse)
    level = selector.below(place, Level(0, place.at, "step", step, within))
    return selector.page(level, field.target, nodes, args, scope)


def led(
    scope: Scope, owner: Shown, field: Field, args: Mapping[str, Any], shown: Projection
) -> Scope:
    """What is in force where a field of a type leads to."""
    of_body, is_timeless = owner.cls.is_enduring, field.prop.is_timeless
    return scope.narrowed(args, shown, of_body=of_body, is_timeless=is_timeless)


def _validity(selector: Selections, place: Place, nodes: Nodes) -> Within:
    parts: list[tuple[str, Shape]] = []
    for key, below in selector.fields("Validity", nodes).items():
        name = below[0].name.value
        if name == "held":
            parts.append((key, selector.certainty(place, selector.arguments("Validity", below))))
        else:
            parts.append((key, Leaf(selector.column(place.branch, Step(cot(name))), "Date")))
    return Within("Validity", tuple(parts))


def provenance(
    selector: Selections, place: Place, owner: Shown, nodes: Nodes, args: Mapping[str, Any]
) -> Provenance:
    """Where a field of a thing is known from; it takes one query, and those of its lists."""
    shown = selector.here.shown
    field = owner.fields[args["field"]]
    scope = led(place.scope, owner, field, args, shown)
    step = Step(field.prop.iri, field.prop.inverse)
    within = group(shown, scope, field.classes, field.target)
    if field.kind != "node":
        within = replace(within, held=None, known=None)
    elif field.is_guarded:
        within = replace(within, classes=shown.class_iris(field.classes))
    level = selector.below(place, Level(0, place.at, "fact", step, within))
    parts: list[tuple[str, str, Page | None]] = []
    for key, below in selector.fields("Provenance", nodes).items():
        name = below[0].name.value
        here = place._replace(at=f"{place.at}.{key}", scope=scope)
        lists = name in ("evidence", "claims")
        parts.append((key, name, _borne(selector, here, field, name, below) if lists else None))
    return Provenance(
        level,
        not field.is_many,
        selector.bounds(place.branch) if owner.is_dated else None,
        _bounds_of(selector, place, owner, field),
        scope.day,
        scope.published,
        tuple(parts),
    )


def _bounds_of(
    selector: Selections, place: Place, owner: Shown, field: Field
) -> tuple[str, str] | None:
    """The variables for the bounds of a field that is a day, if it has bounds."""
    names = _BOUNDED.get(field.name)
    if names is None or not owner.fields.keys() >= set(names):
        return None
    earliest, latest = (selector.column(place.branch, Step(cot(each))) for each in names)
    return earliest, latest


def _borne(selector: Selections, place: Place, field: Field, name: str, nodes: Nodes) -> Page:
    """The evidence for a field, or the claims that bear on it.

    They are those of the statements that the field leads to, where it does; else of the thing.
    """
    shown = selector.here.shown
    args = selector.arguments("Provenance", nodes)
    step = Step(field.prop.iri, field.prop.inverse)
    of_statements = field.kind == "node" and field.is_published and field.prop.inverse
    via, needs = ((step,), None) if of_statements else ((), step)
    also = _CLAIMS if name == "claims" else ()
    first = cot("basedOnClaim") if name == "claims" else cot("evidence")
    way = Way(first, via=via, also=also, needs=needs, is_set=True)
    target = "Claim" if name == "claims" else "Evidence"
    classes = shown.members[target]
    within = group(shown, place.scope, classes, target, args.get("where"))
    if name == "claims":  # what contests a number is another number
        within = replace(within, classes=shown.class_iris(classes))
    level = selector.below(place, Level(0, place.at, "step", way, within))
    return selector.page(level, target, nodes, args, place.scope)
