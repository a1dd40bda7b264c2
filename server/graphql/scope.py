"""What a field hands down to those below it: a day, months, a corpus, and how wide it is by now."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any, NamedTuple

from kg.errors import BadQuery
from kg.model.terms import Iri
from server.graphql.conditions import Group, Step
from server.graphql.identity import thing
from server.graphql.plan import Key
from server.graphql.projection import Projection, Shown
from server.graphql.where import LABEL, Filters


class Scope(NamedTuple):
    """The day and months of the interval test, the corpus, and the product of the pages so far.

    The day is a field's own where it was given there, and not taken over from further up.
    """

    day: str | None = None
    months: int = 0
    corpus: Iri | None = None
    product: int = 1
    is_own: bool = False
    of_body: bool = False

    def narrowed(
        self, args: Mapping[str, Any], shown: Projection, *, of_body: bool = False
    ) -> Scope:
        """This scope with what a field's arguments say; an `asOf` of null leaves the day off."""
        months = args.get("carryMonths")
        if months is not None and months < 0:
            raise BadQuery(f"`carryMonths` is {months}; it cannot be less than 0.")
        return self._replace(
            day=args.get("asOf") if "asOf" in args else self.day,
            months=self.months if months is None else months,
            is_own="asOf" in args,
            of_body=of_body,
            corpus=corpus(args["corpus"], shown) if args.get("corpus") else self.corpus,
        )


def corpus(text: str, shown: Projection) -> Iri:
    """The corpus by that name, in capitals or not; else the document by that id."""
    codes = shown.ontology.schemes["corpus"].concepts
    named = {each.notation: each.iri for each in codes}
    return named[text.lower()] if text.lower() in named else thing(text)


def group(
    shown: Projection,
    scope: Scope,
    classes: Sequence[str],
    target: str,
    where: Mapping[str, Any] | None = None,
) -> Group:
    """What the day in force and a filter ask of things of these concrete classes, or of any."""
    filters = Filters(shown, scope.day, scope.months)
    return Group(
        (),
        filters.held(tuple(classes), is_own=scope.is_own, of_body=scope.of_body),
        None,
        filters.of(target, where),
    )


def order(kind: Shown | None, given: Sequence[Mapping[str, Any]] | None) -> tuple[Key, ...]:
    """The keys of an order; by label where none is given."""
    return tuple(_key(kind, each) for each in given) if given else (Key(LABEL),)


def _key(kind: Shown | None, given: Mapping[str, Any]) -> Key:
    name = _plain(given["field"])
    is_descending, nulls_first = given["descending"], _plain(given["nulls"]) == "FIRST"
    if name == "id":
        return Key(None, is_descending=is_descending)
    if name == "label":
        return Key(LABEL, True, is_descending, nulls_first)
    assert kind is not None
    field = kind.fields[name]
    step = Step(field.prop.iri, field.prop.inverse)
    return Key(step, field.target in ("String", "Url"), is_descending, nulls_first)


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))
