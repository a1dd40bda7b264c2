"""The shared questions on plans to merge, on pressure, on the one-CCG rule and on figures."""

from __future__ import annotations

import re
from collections.abc import Sequence

from tests.questions.competency import Answer, Competency, Row, column, single

_SOURCES = {"corpus": "cotv:corpus-annotated"}
_ANNOUNCED = ("merging", "forming", "before", "after")


def _one_ccg_target(rows: Sequence[Row]) -> Answer:
    return {
        "value": single(rows, "value"),
        "qualifier": single(rows, "qualifier"),
        "policy": frozenset(column(rows, "title") | column(rows, "called")),
    }


def _who_dropped(rows: Sequence[Row]) -> Answer:
    # A group may be known by the digest of the words that a text uses for it.
    return [
        frozenset(column([row for row in rows if row["by"] == by], "saidBy"))
        | column([row for row in rows if row["by"] == by], "digest")
        for by in column(rows, "by")
    ]


def _end_and_cause(rows: Sequence[Row]) -> Answer:
    last = max(rows, key=lambda row: int(row["position"] or 0))
    done = re.sub(r"([A-Z])", r" \1", str(last["reasonStep"])).lower()
    names = {row[name] for row in rows for name in ("reasonBy", "reasonByAlso") if row[name]}
    return {
        "status": single(rows, "status"),
        "cause": frozenset(f"{done} by {name}" for name in names),
    }


def _announced(rows: Sequence[Row]) -> Answer:
    return {name: single(rows, name) for name in _ANNOUNCED}


def _adds_up(rows: Sequence[Row]) -> Answer:
    merging, forming, before, after = (int(single(rows, name)) for name in _ANNOUNCED)
    return before - merging + forming == after


def _partnerships(rows: Sequence[Row]) -> Answer:
    # A number for a time that the text does not state is one for the time of the text.
    return [
        {
            "value": row["value"],
            "as_of": row["date"]
            if row["basis"] == "stated"
            else "publication of the article (undated)",
            "seed": row["file"],
        }
        for row in rows
    ]


def _alliances(rows: Sequence[Row]) -> Answer:
    return {"value": single(rows, "value"), "exact": single(rows, "precision") == "exact"}


def _population(rows: Sequence[Row]) -> Answer:
    return {
        "value": single(rows, "value"),
        "approximate": single(rows, "precision") != "exact",
        "status": single(rows, "standing"),
    }


def _unwelcome(rows: Sequence[Row]) -> Answer:
    # Pressure for mergers; what else was pressed for has no target that is a merger.
    merged = [row for row in rows if row["target"]]
    found = [row for row in merged if row["kind"] == "finding"]
    effect = single(found, "said").removeprefix("The mergers ").removesuffix(".")
    assert effect.startswith(single(found, "effect"))
    return {
        "pressing_agent": single(merged, "presser"),
        "instrument": single(merged, "instrument"),
        "effect": effect,
    }


def _joint_study(rows: Sequence[Row]) -> Answer:
    assert single(rows, "name")  # one work, of which all the rows are
    return {"parties": column(rows, "party"), "complete": "completed" not in column(rows, "denied")}


def _as_announced(rows: Sequence[Row]) -> Answer:
    closed, opened = single(rows, "closed"), single(rows, "opened")
    announced = single(rows, "merging"), single(rows, "forming")
    return {
        "closed": closed,
        "opened": opened,
        "matches_announcement": announced == (closed, opened),
    }


COMPETENCY = {
    "cq002": Competency("mergers/pressed", lambda rows: column(rows, "name"), _SOURCES),
    "cq003": Competency("policy/targets", _one_ccg_target),
    "cq004": Competency("policy/hedge-dropped", _who_dropped, _SOURCES),
    "cq005": Competency("policy/hedge-kept", lambda rows: column(rows, "by"), _SOURCES),
    "cq006": Competency("policy/deadlines-added", lambda rows: single(rows, "latest"), _SOURCES),
    "cq008": Competency("mergers/status-history", _end_and_cause),
    "cq015": Competency("mergers/announced-totals", _announced, _SOURCES),
    "cq016": Competency("mergers/announced-totals", _adds_up, _SOURCES),
    "cq017": Competency("figures/when", _partnerships, _SOURCES),
    "cq019": Competency(
        "figures/wished-for", _alliances, {"quantity": "cotv:qk-countAlliance"} | _SOURCES
    ),
    "cq020": Competency(
        "figures/wished-for", _population, {"quantity": "cotv:qk-population"} | _SOURCES
    ),
    "cq021": Competency("figures/of-area", lambda rows: single(rows, "value"), _SOURCES),
    "cq028": Competency("mergers/means-and-effects", _unwelcome, _SOURCES),
    "cq031": Competency("policy/joint-studies", _joint_study, _SOURCES),
    "cq044": Competency("mergers/announced-and-done", _as_announced, {"on": "2020-04-01"}),
}
