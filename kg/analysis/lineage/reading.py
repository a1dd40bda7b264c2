"""The lineage of a release, read from its graph once."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from decimal import Decimal, InvalidOperation
from typing import Final

from kg.analysis.asking import Row, text
from kg.analysis.lineage.bodies import SAME_CODE, Body, Life, Member, Plan, Step
from kg.analysis.lineage.dag import Dag, Weights
from kg.analysis.lineage.names import Named, Names
from kg.model.dates import bounds
from kg.model.terms import Blank, Iri, Term
from kg.questions.bind import bind_rows
from kg.questions.library import Library
from kg.store.base import Store

_LIFE: Final = ("opened", "begun", "ended", "closed")


def read(store: Store, library: Library) -> Dag:
    """The lineage of the graph in `store`, by the queries of `library`; a fraction of a second."""

    def ask(name: str, query: str = "") -> list[Row]:
        found = store.select(query or library.inside(name))
        named = (row for row in found.rows if not any(isinstance(x, Blank) for x in row))
        return [dict(zip(found.variables, row, strict=True)) for row in named]

    bodies = {each.iri: each for each in map(_body, ask("lineage-bodies"))}
    evidence = _evidence(ask("lineage-evidence"))
    members = [each for each in map(_member, ask("lineage-members")) if each.member in bodies]
    starts = [(each,) for each in bodies]
    forward = bind_rows(library.inside("lineage-forward"), ["start"], starts)
    rows = ask("", forward) if starts else []  # rdflib cannot read a clause without rows
    steps = [*_steps(rows, bodies, evidence), *_locations(members, bodies, evidence)]
    return Dag(
        bodies=bodies,
        steps=sorted(steps, key=_order),
        members=members,
        weights=_weights(ask("lineage-weights")),
        names=Names.of(bodies, map(_named, ask("lineage-names"))),
        plans=[*map(_plan, ask("lineage-plans")), *_clusters(members, bodies)],
    )


def _order(step: Step) -> tuple[str, str, str, str]:
    return step.day or "", step.before, step.after, step.kind


def _body(row: Row) -> Body:
    return Body(
        _iri(row["body"]), text(row["name"]), text(row["kind"]), text(row["code"]),
        _life(row), text(row["note"]),
    )  # fmt: skip


def _life(row: Row) -> Life:
    return Life(*(_day(row[each]) for each in _LIFE))


def _member(row: Row) -> Member:
    return Member(
        _code(row["type"]), _iri(row["member"]), _iri(row["whole"]), _life(row),
        text(row["edition"]), text(row["interpolated"]) == "true", _iri(row["link"]),
    )  # fmt: skip


def _named(row: Row) -> Named:
    texts = (text(row["what"]), text(row["text"]))
    return Named(_iri(row["body"]), *texts, _life(row), text(row["edition"]))


def _plan(row: Row) -> Plan:
    after = row["after"]
    return Plan(
        _iri(row["plan"]), text(row["name"]), text(row["status"]), _day(row["day"]),
        _iri(row["before"]), after if isinstance(after, Iri) else None,
    )  # fmt: skip


def _steps(
    rows: Iterable[Row], bodies: Mapping[Iri, Body], evidence: Mapping[Iri, tuple[Iri, ...]]
) -> Iterator[Step]:
    for row in rows:
        before, after = _iri(row["from"]), _iri(row["to"])
        if before not in bodies or after not in bodies:
            continue
        record, event = row["record"], row["event"]
        share = _number(row["share"])
        same = bodies[before].code != "" and bodies[before].code == bodies[after].code
        yield Step(
            before=before,
            after=after,
            kind=_code(row["change"]) or "overlap",
            day=_day(row["day"]),
            whole=text(row["whole"]) == "true",
            part=text(row["part"]),
            share=share,
            basis=_code(row["basis"]) or _basis(text(row["whole"]), share),
            event=event if isinstance(event, Iri) else None,
            evidence=evidence.get(record, ()) if isinstance(record, Iri) else (),
            warnings=(SAME_CODE,) if same else (),
        )


def _basis(whole: str, share: Decimal | None) -> str:
    """What a transfer counts in: it says no more than that it was whole, or gives a share."""
    return "whole body" if whole == "true" else "as recorded" if share is not None else ""


def _locations(
    members: Iterable[Member], bodies: Mapping[Iri, Body], evidence: Mapping[Iri, tuple[Iri, ...]]
) -> Iterator[Step]:
    """The steps from sub-ICB locations to boards: a stretch in one board is one step."""
    stretches: dict[tuple[Iri, Iri], list[Member]] = {}
    for each in members:
        if each.kind == "locationOf" and each.whole in bodies:
            stretches.setdefault((each.member, each.whole), []).append(each)
    for (location, board), found in stretches.items():
        found.sort(key=lambda each: each.life.begun or "")
        yield Step(
            before=location,
            after=board,
            kind="location",
            day=found[0].life.begun,
            until=found[-1].life.ended,
            share=Decimal(1),
            basis="whole body",
            evidence=tuple(x for each in found for x in evidence.get(each.record, ())),
        )


def _clusters(members: Iterable[Member], bodies: Mapping[Iri, Body]) -> Iterator[Plan]:
    """Clusters of boards: they share leaders, but no body went into another."""
    for each in members:
        whole = bodies.get(each.whole)
        if whole is not None and whole.kind == "icbCluster":
            yield Plan(each.record, whole.name, "cluster", each.life.begun, each.member, each.whole)


def _weights(rows: Iterable[Row]) -> Weights:
    areas: dict[Iri, dict[str, dict[Iri, int]]] = {}
    people: dict[Iri, dict[str, int]] = {}
    districts: dict[Iri, tuple[str, str]] = {}
    for row in rows:
        body, edition, district = _iri(row["body"]), text(row["edition"]), row["district"]
        if isinstance(district, Iri):
            counted = areas.setdefault(body, {}).setdefault(edition, {})
            counted[district] = int(_number(row["count"]) or 0)
            districts[district] = (text(row["name"]), text(row["code"]))
        else:
            people.setdefault(body, {})[edition] = int(_number(row["people"]) or 0)
    return Weights(areas, people, districts)


def _evidence(rows: Iterable[Row]) -> dict[Iri, tuple[Iri, ...]]:
    found: dict[Iri, set[Iri]] = {}
    for row in rows:
        found.setdefault(_iri(row["record"]), set()).add(_iri(row["evidence"]))
    return {record: tuple(sorted(evidence)) for record, evidence in found.items()}


def _iri(term: Term | None) -> Iri:
    assert isinstance(term, Iri)  # the queries give nothing else there
    return term


def _day(term: Term | None) -> str | None:
    """A day, if it is one: anybody may have written it."""
    try:
        return bounds(text(term)).day
    except ValueError:
        return None


def _number(term: Term | None) -> Decimal | None:
    try:
        found = Decimal(text(term))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _code(term: Term | None) -> str:
    """The code of a concept without its list: `merger` of `…v#change-merger`."""
    return text(term).rpartition("-")[2]
