"""A lineage beside the graph that it was read from, so that who opens it need not read it again."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from decimal import Decimal
from functools import cache
from typing import Any, Final

from kg.analysis.lineage.bodies import Body, Life, Member, Plan, Step
from kg.analysis.lineage.dag import Dag, Weights
from kg.analysis.lineage.names import Named, Names
from kg.model.names import ID
from kg.model.terms import Iri

FILE: Final = "lineage.json"
"""The file of a release that holds the lineage of all its bodies."""

_FORM: Final = 1
"""Which form of the file this is; another is not read, and the lineage is read from the graph."""


def written(dag: Dag) -> str:
    """A lineage as JSON: lists in the order of the fields, things by their keys, shares as text."""
    weights = dag.weights
    return json.dumps(
        {
            "form": _FORM,
            "bodies": [[_key(x.iri), x.name, x.kind, x.code, x.life, x.note]
                       for x in dag.bodies.values()],
            "steps": [_step(x) for x in dag.steps],
            "members": [[x.kind, _key(x.member), _key(x.whole), x.life, x.edition, x.interpolated,
                         _key(x.record)] for x in dag.members],
            "names": [[_key(x.body), x.what, x.text, x.life, x.edition] for x in dag.names.named],
            "plans": [[_key(x.iri), x.name, x.status, x.day, _key(x.before), _key(x.after)]
                      for x in dag.plans],
            "areas": [[_key(body), edition, [[_key(x), n] for x, n in counted.items()]]
                      for body, editions in weights.areas.items()
                      for edition, counted in editions.items()],
            "people": [[_key(body), found] for body, found in weights.people.items()],
            "districts": [[_key(x), *told] for x, told in weights.districts.items()],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )  # fmt: skip


def read(text: str) -> Dag | None:
    """The lineage that was written, or `None` where it is in another form than that of today."""
    told = json.loads(text)
    if told.get("form") != _FORM:
        return None
    iri = cache(_iri)
    life = cache(Life)
    bodies = {
        body: Body(body, name, kind, code, life(*days), note)
        for body, name, kind, code, days, note in _first(told["bodies"], iri)
    }
    return Dag(
        bodies=bodies,
        steps=[_step_of(each, iri) for each in told["steps"]],
        members=[
            Member(kind, iri(member), iri(whole), life(*days), edition, interpolated, iri(record))
            for kind, member, whole, days, edition, interpolated, record in told["members"]
        ],
        weights=_weights(told, iri),
        names=Names.of(bodies, [
            Named(body, what, name, life(*days), edition)
            for body, what, name, days, edition in _first(told["names"], iri)
        ]),
        plans=[
            Plan(plan, name, status, day, iri(before), iri(after) if after else None)
            for plan, name, status, day, before, after in _first(told["plans"], iri)
        ],
    )  # fmt: skip


_Reader = Callable[[str], Iri]


def _first(rows: Iterable[Sequence[Any]], iri: _Reader) -> list[tuple[Any, ...]]:
    return [(iri(row[0]), *row[1:]) for row in rows]


def _step(step: Step) -> list[Any]:
    return [
        _key(step.before), _key(step.after), step.kind, step.day, step.whole, step.part,
        None if step.share is None else str(step.share), step.basis, _key(step.event),
        [_key(each) for each in step.evidence], step.until, step.warnings,
    ]  # fmt: skip


def _step_of(row: Sequence[Any], iri: _Reader) -> Step:
    before, after, kind, day, whole, part, share, basis, event, evidence, until, warnings = row
    return Step(
        iri(before), iri(after), kind, day, whole, part, None if share is None else Decimal(share),
        basis, iri(event) if event else None, tuple(map(iri, evidence)), until=until,
        warnings=tuple(warnings),
    )  # fmt: skip


def _weights(told: Mapping[str, Any], iri: _Reader) -> Weights:
    areas: dict[Iri, dict[str, dict[Iri, int]]] = {}
    for body, edition, counted in _first(told["areas"], iri):
        areas.setdefault(body, {})[edition] = {iri(each): number for each, number in counted}
    return Weights(
        areas,
        dict(_first(told["people"], iri)),
        {body: (name, code) for body, name, code in _first(told["districts"], iri)},
    )


def _key(iri: Iri | None) -> str | None:
    return None if iri is None else f"/{iri[len(ID) :]}" if iri.startswith(ID) else str(iri)


def _iri(key: str) -> Iri:
    return Iri(ID + key[1:] if key.startswith("/") else key)
