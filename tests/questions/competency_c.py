"""The shared questions on how many bodies there were, lineage, areas and who holds which post."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.competency import Answer, Competency, Row, column, single

_ID = "https://w3id.org/coterminous/id/"
_SOURCES = {"corpus": "cotv:corpus-annotated"}
_SPEAKERS = ("Charles Alessi", "Michael Dixon", "Julie Wood")
_ONE_CCG_DAYS = {"first": "2020-03-31", "second": "2020-04-01", "third": "2021-04-01"}


def _posts(rows: Sequence[Row]) -> Answer:
    asked = [row for row in rows if row["name"] in _SPEAKERS]
    assert len({(row["name"], row["post"], row["body"]) for row in asked}) == len(_SPEAKERS)
    return {row["name"]: f"{row['post']}, {row['bodyName']}" for row in asked}


def _ccgs_by_year(rows: Sequence[Row]) -> Answer:
    counts = {str(row["day"]): row["count"] for row in rows if row["quantity"] == "countCcg"}
    return {str(year): counts[f"{year}-04-01"] for year in range(2013, 2022)}


def _first_merger(rows: Sequence[Row]) -> Answer:
    return {
        "new": single(rows, "code"),
        "date": single(rows, "on"),
        "predecessors": column(rows, "mergedCode"),
    }


def _with_one_ccg(rows: Sequence[Row]) -> Answer:
    assert {single(rows, f"areas{each.capitalize()}") for each in _ONE_CCG_DAYS} == {"42"}
    return {day: single(rows, f"one{each.capitalize()}") for each, day in _ONE_CCG_DAYS.items()}


def _from_outside(rows: Sequence[Row]) -> Answer:
    outside: dict[str, set[str]] = {}
    for row in rows:
        if row["mergedArea"] != row["area"]:
            outside.setdefault(str(row["code"]), set()).add(str(row["mergedCode"]))
    return outside


COMPETENCY = {
    "cq001": Competency(
        "people/said-to-share",
        lambda rows: column(rows, "group"),
        _SOURCES,
    ),
    "cq030": Competency("people/posts-said", _posts, _SOURCES),
    "cq041": Competency(
        "bodies/count-on-day",
        lambda rows: single(rows, "count"),
        {"kind": "cotv:type-ccg", "on": "2013-04-01"},
    ),
    "cq042": Competency(
        "bodies/change-in-number",
        lambda rows: {
            "2020-03-31": single(rows, "then"),
            "2020-04-01": single(rows, "later"),
        },
        {"kind": "cotv:type-ccg", "before": "2020-03-31", "after": "2020-04-01"},
    ),
    "cq043": Competency("bodies/counts-by-year", _ccgs_by_year),
    "cq045": Competency(
        "bodies/opened-between",
        lambda rows: column(rows, "code"),
        {"kind": "cotv:type-ccg", "from": "2020-04-01", "to": "2020-04-01"},
    ),
    "cq047": Competency(
        "lineage/ancestors-of-kind",
        lambda rows: column(rows, "code"),
        {"body": f"{_ID}organisation/D4U1Y/ccg", "kind": "cotv:type-ccg"},
    ),
    "cq049": Competency("lineage/first-merger", _first_merger, {"kind": "cotv:type-ccg"}),
    "cq050": Competency(
        "areas/several-ccgs",
        lambda rows: column(rows, "code"),
        {"least": "2", "on": "2021-04-01"},
    ),
    "cq051": Competency("areas/one-ccg-progress", _with_one_ccg, _ONE_CCG_DAYS),
    "cq059": Competency(
        "lineage/predecessor-areas",
        _from_outside,
        {"on": "2020-04-01", "before": "2020-03-31"},
    ),
}
