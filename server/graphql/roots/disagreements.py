"""`disagreements`: where not all say the same, each with everything that is said."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

from kg.model.terms import Iri
from server.graphql.planning.plan import Asking, Root
from server.graphql.roots.field import RootField, from_zero
from server.graphql.roots.values import (
    Found,
    ask,
    ask_of,
    distinct,
    grouped,
    is_known,
    listed,
    text,
)

KINDS: Final = (
    "DISPUTED_CLAIM", "FIGURES", "AGAINST_REGISTER", "DATES_IN_POST", "READINGS",
)  # fmt: skip
"""Each has a query, `disagreements-disputed-claim` and so on."""


@dataclass(frozen=True)
class _Asked:
    """What is asked: of which kinds, about what, with how many documents taking part."""

    kinds: Sequence[str]
    about: Iri | None
    least: int
    corpus: Iri
    published: str | None
    page: tuple[int, int]


@dataclass
class _Conflict:
    """Things of a kind that do not go together, and what they are about."""

    kind: str
    sides: list[Iri]
    about: list[Iri]


def disagreements(field: RootField) -> Root:
    """One query a kind that is asked for, and one for what is said; `about` must be there."""
    args, page, about = field.args, field.page(), field.given("about")
    wanted = args.get("kind")
    asked = _Asked(
        [each for each in KINDS if wanted is None or each in wanted],
        about,
        from_zero(args.get("minSources"), "minSources"),
        field.corpus,
        field.published,
        page,
    )
    return field.computed(
        lambda asking: _told(asking, asked), len(asked.kinds) + 1, wide=page[0], named=[about]
    )


def _told(asking: Asking, asked: _Asked) -> dict[str, Any]:
    found = [each for kind in asked.kinds for each in _conflicts(asking, kind, asked)]
    said = _positions(asking, [side for each in found for side in each.sides], asked.published)
    told = [_disagreement(each, said) for each in found]
    return listed([each for each in told if _is_one(each, asked)], asked.page)


def _is_one(told: dict[str, Any], asked: _Asked) -> bool:
    """Whether there are two sides to it, and documents enough."""
    return len(told["positions"]) > 1 and told["sourceCount"] >= asked.least


def _conflicts(asking: Asking, kind: str, asked: _Asked) -> Iterator[_Conflict]:
    query = f"disagreements-{kind.lower().replace('_', '-')}"
    rows = ask(asking, query, corpus=asked.corpus)
    for sides in _joined((row["one"], row["two"]) for row in rows):
        about = distinct(row["about"] for row in rows if row["one"] in sides)
        if asked.about is None or asked.about in (*about, *sides):
            yield _Conflict(kind, sides, about)


def _joined(pairs: Iterable[tuple[Any, Any]]) -> list[list[Iri]]:
    """Pairs that have a thing in common, together: who contradicts one side joins its dispute."""
    groups: list[dict[Iri, None]] = []
    for pair in pairs:
        sides = dict.fromkeys(distinct(pair))
        touched = [each for each in groups if each.keys() & sides.keys()]
        for each in touched:
            sides = each | sides
        groups = [each for each in groups if each not in touched]
        groups.append(sides)
    return [list(each) for each in groups]


def _positions(
    asking: Asking, claims: Sequence[Iri], published: str | None
) -> dict[Iri, list[dict[str, Any]]]:
    """What each thing says, if it was known by then: once, or once for each value that it has."""
    found: dict[Iri, list[dict[str, Any]]] = {each: [] for each in claims}
    rows = ask_of(asking, "disagreements-positions", claim=dict.fromkeys(claims))
    for (claim,), about in grouped(rows, "claim"):
        assert isinstance(claim, Iri)
        dated = (each for each in about if each["known"] is not None)
        if is_known(next(dated, about[0]), published):
            found[claim] = list(_said(claim, about))
    return found


def _said(claim: Iri, rows: Sequence[Found]) -> Iterator[dict[str, Any]]:
    said_by = distinct(row["saidBy"] for row in rows)
    told = {
        "claim": claim,
        "saidBy": said_by or distinct(row["publisher"] for row in rows),
        "documents": distinct(row["document"] for row in rows),
    }
    values = dict.fromkeys(text(row["value"]) for row in rows if row["value"] is not None)
    for value in values or [None]:
        yield told | {"value": value}


def _disagreement(conflict: _Conflict, said: Mapping[Iri, list[dict[str, Any]]]) -> dict[str, Any]:
    positions = [each for side in conflict.sides for each in said[side]]
    documents = distinct(each for position in positions for each in position["documents"])
    return {
        "kind": conflict.kind,
        "about": conflict.about,
        "sources": documents,
        "sourceCount": len(documents),
        "positions": positions,
    }
