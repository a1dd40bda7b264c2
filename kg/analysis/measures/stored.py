"""The measures of the named views beside the graph that they are of, so that nobody waits for them.

Kept are those of all days, exact ones only: what would be estimated is made when it is asked for.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import astuple, fields
from pathlib import Path
from typing import Final

from kg.analysis.measures.measured import EXACT, Measured, Measures, measured
from kg.analysis.measures.views import VIEWS, view
from kg.model.terms import Iri
from kg.questions.library import Library
from kg.store.base import Store

LARGEST: Final = 2_000_000
"""Of a graph of more triples nothing is kept: only to read its views would hold its build up."""

_FORM: Final = 1
"""Which form of the file this is; another is not read, and measures are made when asked for."""


def written(store: Store, library: Library) -> str:
    """The measures of every view of a graph that can be counted exactly, as JSON."""
    seen = (view(store, library, each) for each in VIEWS)
    exact = [each for each in seen if len(each.graph) * each.graph.number_of_edges() <= EXACT]
    kept = {each.name: _told(measured(each)) for each in exact}
    return json.dumps({"form": _FORM, "views": kept}, ensure_ascii=False, separators=(",", ":"))


def read(kept: Path) -> Mapping[str, Measured]:
    """The measures kept in a file, by the name of their view; none where none are."""
    told = json.loads(kept.read_text(encoding="utf-8")) if kept.exists() else {}
    if told.get("form") != _FORM:
        return {}
    return {name: _read(each) for name, each in told["views"].items()}


def _told(made: Measured) -> dict[str, object]:
    whole = {each.name: getattr(made, each.name) for each in fields(made)}
    return whole | {"measures": [astuple(each) for each in made.measures]}


def _read(told: dict[str, object]) -> Measured:
    rows = told["measures"]
    assert isinstance(rows, list)  # as `_told` writes them
    measures = [Measures(Iri(thing), *rest) for thing, *rest in rows]
    return Measured(**told | {"measures": measures})  # type: ignore[arg-type]
