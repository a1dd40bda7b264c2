"""The crosswalk of a release: every code that there was, on the bodies of every day of change."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from dataclasses import dataclass, fields
from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise
from pathlib import Path as FilePath
from typing import Final

from kg.analysis.lineage.bodies import KINDS, Path
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.names import is_gss
from kg.analysis.recode.placing import Level, Placer, Placing, Target
from kg.analysis.recode.table import Rows
from kg.model.dates import Bounds
from kg.model.names import shorten
from kg.model.terms import Iri

MOST: Final = 200_000
"""How many codes times days a crosswalk that is kept has at most: it is written in a minute."""
_MAPS: Final = ("ccg", "icb", "subIcbLocation")


@dataclass(frozen=True)
class Row:
    """One code in one stretch of its life, and one body of a day: the columns of the crosswalk.

    `code_from` and `code_to` bound the days on which the code meant that body, empty where nobody
    knows; `edition` is that of an ONS code. `level` tells boards from sub-ICB locations.
    """

    code: str
    system: str
    edition: str
    from_body: str
    from_kind: str
    from_name: str
    code_from: str
    code_to: str
    to_date: str
    level: str
    to_body: str
    to_code: str
    to_kind: str
    to_name: str
    share: str
    share_basis: str
    coverage: str
    series_break: str
    inferred: str
    outcome: str
    reason: str
    path: str


def days(dag: Dag) -> list[str]:
    """The days on which the map of CCGs, boards and locations changed, in order."""
    found = {
        each.day
        for each in dag.steps
        if each.day and dag.bodies[each.after].kind in _MAPS and each.kind != "location"
    }
    return sorted(found)


def size(dag: Dag) -> int:
    """How often a code is looked up on a day for a crosswalk, which is what it takes to make."""
    return len(dag.names.codes) * len(days(dag))


def crosswalk(dag: Dag) -> Iterator[Row]:
    """The rows for all codes, in the order of the codes and the days."""
    levels: dict[str, tuple[Level, ...]] = dict.fromkeys(days(dag), ("board",))
    for each in dag.bodies.values():
        if each.kind == "subIcbLocation" and each.life.first:
            for day in levels:
                if day >= each.life.first:
                    levels[day] = ("board", "location")
    placers = [Placer(dag, day, level) for day, found in levels.items() for level in found]
    placed: dict[Iri, list[Placing]] = {}
    for code, body, edition, life in _codes(dag):
        if body not in placed:
            placed[body] = [each.of_body(body) for each in placers]
        for placer, placing in zip(placers, placed[body], strict=True):
            yield from _rows(placer, placing, (code, edition, life))


def write_crosswalk(dag: Dag, path: FilePath) -> int:
    """Write the crosswalk as CSV (UTF-8, one heading); how many rows it has."""
    with path.open("w", encoding="utf-8", newline="") as opened:
        return write_rows(dag, csv.writer(opened, lineterminator="\n"))


def write_rows(dag: Dag, sink: Rows) -> int:
    """Write the heading and the rows of the crosswalk; how many rows there are."""
    number = 0
    sink.writerow([each.name for each in fields(Row)])
    for number, row in enumerate(crosswalk(dag), start=1):  # noqa: B007 - the last one counts
        sink.writerow(vars(row).values())
    return number


def _codes(dag: Dag) -> Iterator[tuple[str, Iri, str, Bounds]]:
    """Each code, the body that it meant, its edition and the days on which it did."""
    for code, named in sorted(dag.names.codes.items()):
        meant: dict[Iri, list[str]] = {}
        for each in named:
            meant.setdefault(each.body, []).append(each.edition)
        for body, found in sorted(meant.items()):
            life = dag.bodies[body].life
            held = Bounds(life.opened or "", life.ended or "")
            if not is_gss(code):
                yield code, body, "", held
            else:
                told = [each for each in found if each]
                yield code, body, "|".join(sorted(told)), _held(dag, body, code, held)


def _held(dag: Dag, body: Iri, code: str, life: Bounds) -> Bounds:
    """The days of an ONS code: its body's, or, of several codes, up to the edition of the next.

    The day on which one code took the place of another is known only as lying between editions.
    """
    first, last = life
    for (_, one), (new, other) in pairwise(dag.names.editions.get(body, ())):
        if one == code != other:
            last = (date.fromisoformat(f"{new}-01") - timedelta(days=1)).isoformat()
        if one != code == other:
            first = f"{new}-01"
    return Bounds(first, last)


def _rows(placer: Placer, placing: Placing, called: tuple[str, str, Bounds]) -> Iterator[Row]:
    code, edition, held = called
    assert placing.body is not None  # each was placed as a body
    dag, old = placer.dag, placer.dag.bodies[placing.body]
    targets: tuple[Target | None, ...] = placing.targets or (None,)
    for target in targets:
        new = dag.bodies[target.body] if target else None
        yield Row(
            code=code,
            system="ONS" if is_gss(code) else "ODS",
            edition=edition,
            from_body=shorten(old.iri),
            from_kind=KINDS[old.kind],
            from_name=old.name,
            code_from=held.earliest,
            code_to=held.latest,
            to_date=placer.to,
            level=placer.level,
            to_body=shorten(new.iri) if new else "",
            to_code=new.code if new else "",
            to_kind=KINDS[new.kind] if new else "",
            to_name=new.name if new else "",
            share=_told(target.share) if target else "",
            share_basis=target.basis if target else "",
            coverage=_told(placing.coverage),
            series_break="; ".join(placing.broken),
            inferred="true" if target and target.inferred else "false",
            outcome=placing.outcome,
            reason=placing.reason,
            path=_path(dag, target.path) if target else "",
        )


def _path(dag: Dag, path: Path) -> str:
    """The steps of a path in short: day, kind, and the code of the body that came after."""
    return " > ".join(
        f"{step.day or '?'} {step.kind} {dag.bodies[step.after].code or step.after}"
        for step in path
    )


def _told(share: Decimal | None) -> str:
    return "" if share is None else f"{share.normalize():f}"
