"""A lineage written to its file; the same lineage gives the same bytes."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from pathlib import Path

from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.stored import rows
from kg.analysis.lineage.stored.rows import Row


def write(dag: Dag, path: Path) -> None:
    """Write a lineage to a new file."""
    path.unlink(missing_ok=True)
    database = sqlite3.connect(path, isolation_level=None)
    try:
        database.executescript(rows.SCHEMA)
        database.execute("BEGIN")
        database.execute("INSERT INTO form VALUES (?)", (rows.FORM,))
        weights = dag.weights
        _fill(database, "body", map(rows.body_row, dag.bodies.values()))
        _fill(database, "step", map(rows.step_row, dag.steps))
        _fill(database, "member", map(rows.member_row, dag.members))
        _fill(database, "name", map(rows.name_row, dag.names.named))
        _fill(database, "plan", map(rows.plan_row, dag.plans))
        _fill(database, "area", (rows.area_row(*each) for each in weights.areas.items()))
        _fill(database, "people", (rows.plain_row(*each) for each in weights.people.items()))
        _fill(database, "district", (rows.plain_row(*each) for each in weights.districts.items()))
        database.execute("COMMIT")
        database.executescript(rows.INDEXES)
    finally:
        database.close()


def _fill(database: sqlite3.Connection, table: str, found: Iterable[Row]) -> None:
    """Each row behind its place, by which a table keeps its order."""
    numbered = ((number, *row) for number, row in enumerate(found))
    width = len(database.execute(f"PRAGMA table_info({table})").fetchall())
    database.executemany(f"INSERT INTO {table} VALUES ({', '.join('?' * width)})", numbered)
