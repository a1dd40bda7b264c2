"""What a field hands down to those below it: days, a corpus, languages, and how wide it is."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, NamedTuple

from kg.analysis.fanout import Fanout
from kg.errors import BadQuery
from kg.model.terms import Iri
from server.graphql.identity import short, thing
from server.graphql.planning.conditions import Group, Step, Way
from server.graphql.planning.languages import ranges
from server.graphql.planning.plan import Key
from server.graphql.planning.where import LABEL, Filters
from server.graphql.projection import Field, Projection


class Scope(NamedTuple):
    """The day and months of the interval test, the corpus, and the product of the pages so far.

    The day is a field's own where it was given there, and not taken over from further up; one that
    was taken over is not asked of what a timeless field leads to.
    `published` is the day by which documents were out that are listened to; `languages` are those
    that are preferred, the best first.
    """

    day: str | None = None
    months: int = 0
    corpus: Iri | None = None
    product: int = 1
    is_own: bool = False
    of_body: bool = False
    is_timeless: bool = False
    published: str | None = None
    languages: tuple[str, ...] = ()

    def narrowed(
        self,
        args: Mapping[str, Any],
        shown: Projection,
        *,
        of_body: bool = False,
        is_timeless: bool = False,
    ) -> Scope:
        """This scope with what a field's arguments say; a day of null is left off again."""
        months = args.get("carryMonths")
        if months is not None and months < 0:
            raise BadQuery(f"`carryMonths` is {months}; it cannot be less than 0.")
        return self._replace(
            day=args.get("asOf") if "asOf" in args else self.day,
            months=self.months if months is None else months,
            is_own="asOf" in args,
            of_body=of_body,
            is_timeless=is_timeless,
            corpus=corpus(args["corpus"], shown) if args.get("corpus") else self.corpus,
            published=args.get("publishedBy") if "publishedBy" in args else self.published,
            languages=self.languages if args.get("language") is None else ranges(args["language"]),
        )


def corpus(text: str, shown: Projection) -> Iri:
    """The corpus by that name, in capitals or not; else the document by that id.

    Raises `BadQuery` for what can be neither, so that a slip does not look like an empty corpus.
    """
    codes = shown.ontology.schemes["corpus"].concepts
    named = {each.notation: each.iri for each in codes}
    found = named[text.lower()] if text.lower() in named else thing(text)
    if found in named.values() or short(found).startswith("document/"):
        return found
    raise BadQuery(
        f"'{text}' is neither a corpus nor a document.",
        hint=f"Give one of {', '.join(named)}, or an id such as 'document/000'.",
    )


def group(
    shown: Projection,
    scope: Scope,
    classes: Sequence[str],
    target: str,
    where: Mapping[str, Any] | None = None,
) -> Group:
    """What the day in force and a filter ask of things of these concrete classes, or of any."""
    filters = Filters(shown, scope.day, scope.months, scope.published)
    is_asked = scope.is_own or not scope.is_timeless
    return Group(
        (),
        filters.held(tuple(classes), is_own=scope.is_own, of_body=scope.of_body)
        if is_asked
        else None,
        None,
        filters.of(target, where),
        filters.known(tuple(classes)),
    )


def told(scope: Scope) -> dict[str, Any]:
    """What is in force at a root field, for the response: defaults too, so nobody has to guess."""
    return {
        "asOf": scope.day,
        "carryMonths": scope.months,
        "publishedBy": scope.published,
        "corpus": short(scope.corpus) if scope.corpus else "all",
        "language": list(scope.languages),
    }


def order(
    shown: Projection, target: str, given: Sequence[Mapping[str, Any]] | None
) -> tuple[Key, ...]:
    """The keys of an order of things of this output type; by label where none is given."""
    return tuple(_key(shown, target, each) for each in given) if given else (Key(LABEL),)


def single(keys: Iterable[Key], fanout: object) -> tuple[Key, ...]:
    """An order in which each thing has one place, though it may have several values of a key.

    What has one value in all of the graph, as far as `fanout` tells, is asked for as it is.
    """
    return tuple(
        replace(each, step=_least(each.step)) if each.step and _may_be_several(each.step, fanout)
        else each
        for each in keys
    )  # fmt: skip


def _least(step: Step) -> Step:
    way = step if isinstance(step, Way) else Way(step.predicate, step.inverse)
    return replace(way, is_least=True)


def _may_be_several(step: Step, fanout: object) -> bool:
    steps = (*step.via, step) if isinstance(step, Way) else (step,)
    return not isinstance(fanout, Fanout) or any(
        fanout.along(each.predicate, inverse=each.inverse) > 1 for each in steps
    )


def _key(shown: Projection, target: str, given: Mapping[str, Any]) -> Key:
    name = _plain(given["field"])
    is_descending, nulls_first = given["descending"], _plain(given["nulls"]) == "FIRST"
    if name == "id":
        return Key(None, is_descending=is_descending)
    if name == "label":
        return Key(LABEL, True, is_descending, nulls_first)
    *before, last = shown.orders(target)[name]
    via = tuple(_step(each) for each in before)
    # Not every engine compares truths; as texts they are in the same order.
    is_text = last.kind != "literal" or last.target in ("String", "Url", "Boolean")
    if last.kind == "node":
        step: Step = Way(LABEL.predicate, via=(*via, _step(last)))
    elif via:
        step = Way(last.prop.iri, last.prop.inverse, via=via)
    else:
        step = _step(last)
    return Key(step, is_text, is_descending, nulls_first)


def _step(field: Field) -> Step:
    return Step(field.prop.iri, field.prop.inverse)


def _plain(value: Any) -> str:
    return str(getattr(value, "value", value))
