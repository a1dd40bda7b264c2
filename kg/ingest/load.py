"""The register and the editorial tables as statements, each table in a graph of its own."""

from __future__ import annotations

from pathlib import Path

from kg.ingest.checks import check
from kg.ingest.mapping import statements
from kg.ingest.mapping_file import plan
from kg.ingest.mapping_world import World
from kg.model.terms import Statement


def register(data: Path) -> list[Statement]:
    """All statements of the tables under `data`, by the mappings in its folder `mappings`.

    Each statement once, in the order that `order.toml` tells and then of the rows. Raises
    `InvalidInput` with file, line and reason for the first thing that cannot be taken in.
    """
    whole = World.read(data, plan(data / "mappings"))
    check(whole)
    return list(dict.fromkeys(statements(whole)))
