"""Backwards: which bodies of an earlier day a body was made of, and in what shares."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal

from kg.analysis.lineage.bodies import Path, Step
from kg.analysis.lineage.dag import Dag, rounded
from kg.analysis.lineage.shares import shares
from kg.analysis.lineage.walking import LATEST, Walk
from kg.model.terms import Iri


@dataclass(frozen=True)
class Origin:
    """A body of which another was made: `share` is its fraction of that one, if known."""

    body: Iri
    share: Decimal | None
    basis: str
    path: Path


def origins(dag: Dag, body: Iri, day: str) -> list[Origin]:
    """The bodies of a day of which a later body was made, the greatest share first.

    A body is one of them if the lineage leads from it to that body, so that none is followed
    through a board that divided. Shares are by residents of mid-2018 where all bodies have them,
    else by small areas; where it is not known how much of one went in, no share is given.
    """
    paths: dict[Iri, Path] = {}
    for path in _back(dag, body, day):
        paths.setdefault(path[0].before, path)
    parts = {each: _part(dag, each, body) for each in paths}
    kept = {each: part for each, part in parts.items() if part != 0}
    weights, basis = _weights(dag, kept, day)
    sizes: list[Decimal | None] = [*_fractions(weights)] or [None] * len(kept)
    if len(kept) == 1 and 1 in kept.values():
        sizes, basis = [Decimal(1)], "whole body"
    found = [
        Origin(each, share, basis, paths[each]) for each, share in zip(kept, sizes, strict=True)
    ]
    return sorted(found, key=lambda each: (-(each.share or 0), each.body))


def _fractions(weights: Sequence[Decimal]) -> list[Decimal]:
    """Weights as fractions to four places that add up to one: the greatest takes up the rest.

    >>> [str(each) for each in _fractions([Decimal(1), Decimal(1), Decimal(1)])]
    ['0.3334', '0.3333', '0.3333']
    """
    found = [rounded(each / sum(weights)) for each in weights]
    if found:
        found[found.index(max(found))] += Decimal(1) - sum(found)
    return found


def _part(dag: Dag, origin: Iri, body: Iri) -> Decimal | None:
    """How much of an earlier body went into a later one: nothing, all, or who knows."""
    opened = dag.bodies[body].life.begun or ""
    walk = Walk(dag, opened, boards=dag.bodies[body].kind != "subIcbLocation")
    paths = walk.paths(origin)
    if not any(path and path[-1].after == body for path in paths):
        return Decimal(0)
    return shares(origin, paths).get(body)


def _back(dag: Dag, body: Iri, day: str, until: str = LATEST) -> Iterator[Path]:
    """Paths from bodies of the day to this one, by mergers and what kept its code; days fall."""
    for step in _steps(dag, body):
        if step.day is None or not day < step.day < until:
            continue
        if dag.bodies[step.before].life.holds(day):
            yield (step,)
        else:
            for path in _back(dag, step.before, day, step.day):
                yield (*path, step)


def _steps(dag: Dag, body: Iri) -> list[Step]:
    steps = [
        each for each in dag.backward.get(body, ()) if each.kind not in ("overlap", "location")
    ]
    kinds = {dag.bodies[each.before].kind for each in steps}
    # A board of 2022 took over from CCGs and from a partnership that was no body by law.
    if "ccg" in kinds and "stp" in kinds:
        steps = [each for each in steps if dag.bodies[each.before].kind == "ccg"]
    return steps


def _weights(dag: Dag, parts: Mapping[Iri, Decimal | None], day: str) -> tuple[list[Decimal], str]:
    """How much each body gave, and what that is counted in; nothing if it is not known of all."""
    for basis in ("residents", "lsoas"):
        found = [
            None if part is None or size is None else part * size
            for each, part in parts.items()
            for size in (_size(dag, each, day, basis),)
        ]
        if None not in found:
            return [each for each in found if each is not None], basis
    return [], ""


def _size(dag: Dag, body: Iri, day: str, basis: str) -> int | None:
    if basis == "residents":
        return dag.weights.residents(body)
    inside = dag.locations(body, day)
    sizes = [dag.weights.size(each) for each in inside] or [dag.weights.size(body)]
    return None if None in sizes else sum(each or 0 for each in sizes)
