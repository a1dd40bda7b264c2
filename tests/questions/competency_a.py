"""The shared questions on documents, on who says what, on disagreement and on predictions."""

from __future__ import annotations

from collections.abc import Sequence

from tests.questions.competency import Answer, Competency, Row, column, single

_ID = "https://w3id.org/coterminous/id/"
_SOURCES = {"corpus": "cotv:corpus-annotated"}
_STAFFORDSHIRE = {"proposal": f"{_ID}proposal/003/staffordshire-ccg-merger"} | _SOURCES
_KINGS_FUND = {"body": f"{_ID}organisation/x/kings-fund"} | _SOURCES
_END_POINT = {"kind": "cotv:qk-countCcg", "least": "60", "most": "70"}


def _is_carried_out(rows: Sequence[Row]) -> Answer:
    assert single(rows, "name")  # the proposal is told of at all
    return "completed" in column(rows, "status") or bool(column(rows, "carriedOutAs"))


def _is_one_kind(rows: Sequence[Row]) -> Answer:
    assert len(column(rows, "figure")) > 1
    return len(column(rows, "quantity")) == 1


def _was_reached(rows: Sequence[Row]) -> Answer:
    assert single(rows, "counted") != "0"
    return single(rows, "within") != "0"


def _charge(rows: Sequence[Row]) -> Answer:
    return {
        "asserted_by": column(rows, "saidBy"),
        "disputed_by": column(rows, "disputedBy"),
        "qualified_by": column(rows, "qualifiedBy"),
    }


def _best_number(rows: Sequence[Row]) -> Answer:
    # The prediction that no other makes more exact.
    best = [row for row in rows if row["refinedBy"] is None]
    return {"min": single(best, "min"), "max": single(best, "max")}


def _days_stated(rows: Sequence[Row]) -> Answer:
    return {row["file"]: row["issued"] for row in rows if row["basis"] == "stated"}


def _study(rows: Sequence[Row]) -> Answer:
    return {"title": single(rows, "publication"), "case_study_areas": column(rows, "area")}


def _opponents(rows: Sequence[Row]) -> Answer:
    # Who tells what others think takes no stance by that.
    own = [row for row in rows if row["stance"] == "opposes" and row["mind"] is None]
    return {
        file: single([row for row in own if row["file"] == file], "saidBy")
        for file in column(own, "file")
    }


def _merged(rows: Sequence[Row]) -> Answer:
    if not rows:
        return {"avoided_merger": True}
    return {
        "avoided_merger": False,
        "merged_on": single(rows, "effective"),
        "new": single(rows, "code"),
        "predecessors": column(rows, "formerCode"),
    }


COMPETENCY = {
    "cq009": Competency(
        "disagreement/said-to-have-happened",
        _is_carried_out,
        _STAFFORDSHIRE,
    ),
    "cq010": Competency(
        "provenance/advice",
        lambda rows: single([row for row in rows if row["stance"] == "opposes"], "adviser"),
        _STAFFORDSHIRE,
    ),
    "cq011": Competency(
        "disagreement/contested-pressure",
        _charge,
        _STAFFORDSHIRE | {"presser": f"{_ID}organisation/x/nhs-england"},
    ),
    "cq012": Competency(
        "predictions/numbers",
        _best_number,
        {"speaker": f"{_ID}person/dave-west", "kind": "cotv:qk-countCcg"} | _SOURCES,
    ),
    "cq014": Competency(
        "provenance/who-gives-number",
        lambda rows: column(rows, "file"),
        {"kind": "cotv:qk-countCcg", "value": "191"} | _SOURCES,
    ),
    "cq018": Competency(
        "disagreement/same-number",
        _is_one_kind,
        {"value": "150"} | _SOURCES,
    ),
    "cq024": Competency("documents/read-texts", _days_stated),
    "cq025": Competency(
        "documents/read-texts",
        lambda rows: column([row for row in rows if row["basis"] != "stated"], "file"),
    ),
    "cq026": Competency(
        "documents/who-stands-behind",
        lambda rows: {
            "carried_out_by": single(rows, "author"),
            "funded_by": single(rows, "funder"),
        },
        {"document": f"{_ID}document/prucomm-ccg-development-report-2012"},
    ),
    "cq034": Competency("documents/study-areas", _study, _KINGS_FUND),
    "cq036": Competency(
        "documents/studied-and-sharing",
        lambda rows: column(rows, "area"),
        _KINGS_FUND | {"role": "cotv:role-chiefOfficer"},
    ),
    "cq040": Competency("disagreement/stances-on-mergers", _opponents, _SOURCES),
    "cq053": Competency("predictions/ever-in-range", _was_reached, _END_POINT),
    "cq055": Competency(
        "predictions/mergers-after",
        _merged,
        {"system": f"{_ID}organisation/QNQ/stp", "after": "2019-10-31"},
    ),
}
