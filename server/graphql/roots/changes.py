"""`changes`: the difference between the states of two days."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.errors import BadQuery
from kg.model.terms import Iri, Literal
from server.graphql.identity import thing
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField
from server.graphql.roots.values import Found, ask, distinct, grouped, iri, is_known, listed, text

KINDS: Final = ("BEGAN", "ENDED", "RENAMED", "REORGANISED", "MOVED", "CAME", "WENT")
"""Each has a query, `changes-began` and so on."""


@dataclass(frozen=True)
class _Asked:
    """What is asked: between which days, of which kinds, about what, if not about everything."""

    since: str
    up_to: str
    kinds: Sequence[str]
    of: frozenset[Iri] | None
    corpus: Iri
    published: str | None
    page: tuple[int, int]


def changes(field: RootField) -> Root:
    """One query a kind that is asked for; what they are `of` must be there."""
    args, page = field.args, field.page()
    since, up_to = _days(args["between"])
    wanted = args.get("kinds")
    of = None if args.get("of") is None else [thing(each) for each in args["of"]]
    asked = _Asked(
        since,
        up_to,
        [each for each in KINDS if wanted is None or each in wanted],
        None if of is None else frozenset(of),
        field.corpus,
        field.published,
        page,
    )
    return field.computed(
        lambda asking: _told(asking, asked), len(asked.kinds), wide=page[0], named=of or ()
    )


def _days(between: Sequence[str]) -> tuple[str, str]:
    if len(between) != 2 or between[0] >= between[1]:
        told = ", ".join(between) or "nothing"
        raise BadQuery(
            f"`between` wants two days, the earlier one first, and was given {told}.",
            hint='Write it as ["2020-03-31", "2020-04-01"].',
        )
    return between[0], between[1]


def _told(asking: Asking, asked: _Asked) -> dict[str, Any]:
    found = [each for kind in asked.kinds for each in _of_kind(asking, kind, asked)]
    found = [each for each in found if asked.of is None or _names(each) & asked.of]
    found.sort(key=lambda each: (each["day"] or "", KINDS.index(each["kind"]), each["about"]))
    counts = Counter(each["kind"] for each in found)
    return {
        "after": asked.since,
        "upTo": asked.up_to,
        "counts": [{"kind": kind, "count": counts[kind]} for kind in KINDS if counts[kind]],
        **listed(found, asked.page),
    }


def _of_kind(asking: Asking, kind: str, asked: _Asked) -> Iterator[dict[str, Any]]:
    rows = ask(
        asking,
        f"changes-{kind.lower()}",
        since=Literal.date(asked.since),
        upTo=Literal.date(asked.up_to),
        corpus=asked.corpus,
    )
    known = (each for each in rows if is_known(each, asked.published))
    for _, group in grouped(known, "day", "about", "source"):
        last = list(_last_before(group))
        told = {
            "kind": kind,
            "day": text(last[0]["day"]),
            "change": iri(last[0].get("change")),
            "about": iri(last[0]["about"]),
            "source": iri(last[0]["source"]),
            "before": distinct(each.get("before") for each in last),
            "after": distinct(each.get("after") for each in last),
            "nameBefore": _first(each.get("nameBefore") for each in last),
            "nameAfter": _first(each.get("nameAfter") for each in last),
        }
        if told["about"] and (kind not in ("RENAMED", "MOVED") or _differs(told)):
            yield told


def _last_before(rows: Sequence[Found]) -> Iterable[Found]:
    """Of all that was so earlier, what was so last."""
    days = [text(each.get("earlierDay")) or "" for each in rows]
    return (each for each, day in zip(rows, days, strict=True) if day == max(days))


def _first(terms: Iterable[Any]) -> str | None:
    return next((text(each) for each in terms if each is not None), None)


def _differs(told: dict[str, Any]) -> bool:
    return bool(
        told["nameBefore"] != told["nameAfter"] or set(told["before"]) != set(told["after"])
    )


def _names(told: dict[str, Any]) -> set[Iri]:
    return {told["about"], told["source"], *told["before"], *told["after"]}
