"""Types that tell of a link or of a field: who states it, how long it held, on which evidence."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from server.graphql.execution.provenance import ABSENCE, STATUS
from server.graphql.projection import Projection, Shown, constant
from server.graphql.schema import texts
from server.graphql.schema.arguments import language, months, published, scope
from server.graphql.schema.parts import SCALARS, enum, graphene, list_of

Many = Callable[[str, str, Mapping[str, Any]], Any]
"""Makes a field for a list of an output type, with its description and more arguments."""


class Told:
    """The fields of these types; `named` gives an output type, `many` a list of things."""

    def __init__(self, shown: Projection, named: Callable[[str], Any], many: Many) -> None:
        self._shown = shown
        self._named = named
        self._many = many

    def fields(self, name: str) -> dict[str, Any]:
        """The fields of the type by that name, if it is one of these."""
        made = {"Validity": self._validity, "Provenance": self._of_provenance, "Text": self._text}
        return made[name]() if name in made else {}

    def of_edge(self, target: str) -> dict[str, Any]:
        """What an edge to things of an output type tells besides its node and its cursor."""
        shown, told = self._shown, texts.OF_EDGE
        graphs = graphene.Field(list_of(graphene.String), description=told["statedIn"])
        fields = {"statedIn": graphs}
        if shown.is_dated(target):
            fields["validity"] = graphene.Field(
                lambda: graphene.NonNull(self._named("Validity")), description=told["validity"]
            )
        evidence = shown.evidence_of(target)
        if evidence:
            fields["evidence"] = self._many(evidence.target, told["evidence"], published())
        return fields

    def provenance(self, kind: Shown) -> dict[str, Any]:
        """The field of an object type that tells where another of its fields is known from."""
        told, fields = texts.PROVENANCE, kind.fields.values()
        by = {constant(each.name): (each.name, each.prop.description) for each in fields}
        names = enum(f"{kind.name}Field", by, told["field"])
        args = {
            "field": graphene.Argument(graphene.NonNull(names), description=told["which"]),
            **(scope() if kind.is_dated or any(each.is_dated for each in fields) else {}),
            **(published() if any(each.is_published for each in fields) else {}),
        }
        made = graphene.Field(
            lambda: graphene.NonNull(self._named("Provenance")),
            args=args,
            description=told["provenance"],
        )
        return {"provenance": made}

    def texts(self, kind: Shown) -> dict[str, Any]:
        """The fields of a type that tell texts with their languages."""
        names = ("label", *(each.name for each in kind.fields.values() if each.is_spoken))
        return {
            f"{each}Text": graphene.Field(
                lambda: self._named("Text"), args=language(), description=texts.spoken(each)
            )
            for each in names
        }

    def _text(self) -> dict[str, Any]:
        kinds = {
            "value": graphene.NonNull(graphene.String),
            "language": graphene.String,
            "requested": list_of(graphene.String),
            "isFallback": graphene.NonNull(graphene.Boolean),
        }
        return {
            name: graphene.Field(kind, description=texts.TEXT[name]) for name, kind in kinds.items()
        }

    def _of_provenance(self) -> dict[str, Any]:
        told = texts.PROVENANCE
        status = enum("ProvenanceStatus", STATUS, told["status"])
        absence = enum("AbsenceReason", ABSENCE, told["absence"])
        text = graphene.NonNull(graphene.String)
        return {
            "status": graphene.Field(graphene.NonNull(status), description=told["status"]),
            "absence": graphene.Field(absence, description=told["absence"]),
            "explanation": graphene.Field(text, description=told["explanation"]),
            "statedIn": graphene.Field(list_of(graphene.String), description=told["statedIn"]),
            "evidence": self._many("Evidence", told["evidence"], {}),
            "claims": self._many("Claim", told["claims"], {}),
        }

    def _validity(self) -> dict[str, Any]:
        days = self._shown.types["Dated"].fields
        bounds = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
        fields = {
            each: graphene.Field(SCALARS["Date"], description=days[each].prop.description)
            for each in bounds
        }
        return fields | {"held": held(self._named)}


def held(named: Callable[[str], Any]) -> Any:
    """The field of a dated thing that tells how sure it is that it held on a day."""
    return graphene.Field(
        named("Holding"),
        args={"on": graphene.Argument(SCALARS["Date"], description=texts.HELD_ON), **months()},
        description=texts.HELD,
    )
