"""The lineage of a file, which is read as far as it is asked."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Any, TypeVar

from kg.analysis.lineage.bodies import Member, Plan, Step
from kg.analysis.lineage.dag import Dag, Found, Weights, in_time
from kg.analysis.lineage.names import Named, Names
from kg.analysis.lineage.stored import rows
from kg.analysis.lineage.stored.tables import File, Kept, Listed
from kg.model.terms import Iri

V = TypeVar("V")
_STEP = "before, after, told"
_MEMBER = "member, whole, told"
_NAME = "body, what, told"
_BODY, _ENDS = "body", ("before", "after")
_SPELLING = (rows.key, rows.iri_of)


def read(path: Path) -> Dag | None:
    """The lineage that was written to a file, or `None` where there is none in the form of today.

    The file must not change while the lineage is in use.
    """
    if not path.exists():
        return None
    file = File(path)
    try:
        is_known = file.ask("SELECT number FROM form").fetchall() == [(rows.FORM,)]
    except sqlite3.DatabaseError:  # it is no such file
        return None
    return _lineage(file) if is_known else None


def _lineage(file: File) -> Dag:
    bodies = _by_thing(file, "body", "key", "key, told", lambda found: rows.body_of(*found[0]))
    return Dag(
        bodies=bodies,
        steps=Listed(file, "step", _STEP, rows.step_of),
        members=Listed(file, "member", _MEMBER, rows.member_of),
        weights=_weights(file),
        names=_names(file, bodies),
        plans=Listed(file, "plan", _STEP, rows.plan_of),
        found=Found(
            forward=_by_thing(file, "step", "before", _STEP, _steps),
            backward=_by_thing(file, "step", "after", _STEP, _steps),
            wholes=_by_thing(file, "member", "member", _MEMBER, _members),
            parts=_by_thing(file, "member", "whole", _MEMBER, _members),
            plans=_plans(file),
        ),
    )


def _by_thing(
    file: File, table: str, column: str, columns: str, made: Callable[[list[Any]], V]
) -> Kept[Iri, V]:
    """The rows of a table by one of its things, things in the order in which they first come."""
    return Kept(
        file,
        (
            f"SELECT {columns} FROM {table} WHERE {column} = ? ORDER BY place",
            f"SELECT {column} FROM {table} GROUP BY {column} ORDER BY MIN(place)",
        ),
        made,
        _SPELLING,
    )


def _steps(found: Iterable[Any]) -> list[Step]:
    return [rows.step_of(*each) for each in found]


def _members(found: Iterable[Any]) -> list[Member]:
    return in_time(rows.member_of(*each) for each in found)


def _plans(file: File) -> Mapping[Iri, list[Plan]]:
    """The plans by each of the two things that they are about."""
    return Kept(
        file,
        (
            f"SELECT {_STEP} FROM plan WHERE before = ? OR after = ? ORDER BY place",
            " UNION ".join(f"SELECT {each} FROM plan WHERE {each} IS NOT NULL" for each in _ENDS),
        ),
        lambda found: [rows.plan_of(*each) for each in found],
        _SPELLING,
    )


def _weights(file: File) -> Weights:
    def told(found: list[Any]) -> Any:
        return json.loads(found[0][0])

    return Weights(
        _by_thing(file, "area", "key", "told", lambda found: rows.area_of(found[0][0])),
        _by_thing(file, "people", "key", "told", told),
        _by_thing(file, "district", "key", "told", lambda found: tuple(told(found))),
    )


def _names(file: File, bodies: Mapping[Iri, Any]) -> Names:
    def alike(column: str) -> Kept[str, list[Named]]:
        return Kept(
            file,
            (
                f"SELECT {_NAME} FROM name WHERE {column} = ? ORDER BY place",
                f"SELECT {column} FROM name WHERE {column} IS NOT NULL GROUP BY {column} "
                "ORDER BY MIN(place)",
            ),
            _named,
            (str, str),
        )

    return Names(
        bodies=bodies,
        codes=alike("code"),
        cores=alike("core"),
        held=_of_bodies(file, "what = 'held'", _named),
        editions=_of_bodies(file, "what = 'gss' AND json_extract(told, '$[2]') != ''", _editions),
        named=Listed(file, "name", _NAME, rows.name_of),
    )


def _of_bodies(file: File, such: str, made: Callable[[list[Any]], V]) -> Kept[Iri, V]:
    """Some of the names, by their body."""
    return Kept(
        file,
        (
            f"SELECT {_NAME} FROM name WHERE body = ? AND {such} ORDER BY place",
            f"SELECT {_BODY} FROM name WHERE {such} GROUP BY {_BODY} ORDER BY MIN(place)",
        ),
        made,
        _SPELLING,
    )


def _named(found: Iterable[Any]) -> list[Named]:
    return [rows.name_of(*each) for each in found]


def _editions(found: Iterable[Any]) -> list[tuple[str, str]]:
    return sorted({(each.edition, each.text) for each in _named(found)})
