"""A file of numbers by code and period, on the bodies of a day: nothing is lost or made up."""

import csv
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest

from kg.analysis.lineage.dag import Dag
from kg.analysis.recode.placing import Placer
from kg.analysis.recode.table import ADDED, Columns, Summary, recode_file
from kg.errors import InvalidInput
from tests.kg.analysis.lineage import tables

WANTED = Columns("org", "year", ("beds",))


def recoded(
    dag: Dag, path: Path, columns: Columns = WANTED
) -> tuple[Summary, list[dict[str, str]]]:
    written = StringIO()
    summary = recode_file(Placer(dag, "2024-04-01"), path, columns, csv.writer(written))
    return summary, list(csv.DictReader(StringIO(written.getvalue())))


@pytest.fixture
def source(tmp_path: Path) -> Path:
    return tmp_path / "beds.csv"


def test_rows_are_placed_split_or_kept_with_a_reason(dag: Dag, source: Path) -> None:
    source.write_text(
        'org,year,beds,note\n02N,2019,100,"a, b"\n01Y,2020/21,1000,\n01H,2014,50,\n'
        "XXX,2019,7,kept\n10G,last year,3,\n26a,2021,,\n",
        encoding="utf-8",
    )

    summary, rows = recoded(dag, source)

    assert [
        (each["org"], each["to_code"], each["beds_recoded"], each["outcome"]) for each in rows
    ] == [
        ("02N", "QWO", "100", "placed"),
        ("01Y", "QOP", "870.4", "split"),
        ("01Y", "QJ2", "129.6", "split"),
        ("01H", "QE1", "", "unsized"),
        ("01H", "QHM", "", "unsized"),
        ("XXX", "", "", "not placed"),
        ("10G", "", "", "not placed"),
        ("26a", "QMM", "", "placed"),
    ]
    assert [rows[0]["note"], rows[5]["note"], rows[5]["reason"], rows[6]["reason"]] == [
        "a, b", "kept", "no body is known by the code XXX", "'last year' is not a period",
    ]  # fmt: skip
    assert (summary.rows, dict(summary.outcomes), summary.is_complete) == (
        6, {"placed": 2, "split": 1, "unsized": 1, "not placed": 2}, False,
    )  # fmt: skip
    assert sum(summary.reasons.values()) == 3


def test_all_ccgs_of_a_year_keep_their_sum(dag: Dag, source: Path) -> None:
    people = {tables.code(each["ccg"]): each["population"] for each in tables.rows("populations")}
    lines = [f"{code},2018-06,{number}" for code, number in people.items()]
    source.write_text("\n".join(["org,year,beds", *lines]), encoding="utf-8")

    summary, rows = recoded(dag, source)

    assert (summary.rows, summary.is_complete) == (195, False)  # one went in parts of no known size
    assert list(summary.reasons) == ["the sizes of the parts are not known"]
    lost = {each["org"] for each in rows if each["outcome"] == "unsized"}
    assert lost == {"05L"}
    told = sum(Decimal(each["beds_recoded"] or 0) for each in rows)
    assert told == 55_977_178 - int(people["05L"])


def test_the_heading_gets_the_columns_in_their_order(dag: Dag, source: Path) -> None:
    source.write_text("﻿org\n02N\n", encoding="utf-8")

    _, rows = recoded(dag, source, Columns("org"))

    assert list(rows[0]) == ["org", *ADDED]


@pytest.mark.parametrize(
    ("text", "at", "reason", "hint"),
    [
        ("", 1, "it has no heading", "The first line names the columns."),
        ("orgs,year,beds\n", 1, "it has no column 'org'", "Did you mean 'orgs'?"),
        ("org,year,beds,org\n", 1, "the column 'org' is there twice", "Give it another name"),
        ("org,year,beds,share\n", 1, "the column 'share' is there twice", "Give it another name"),
        ("org,year,beds\n02N,2019,1\n02N,2019\n", 3, "it has 2 fields, the heading has 3",
         "put a field with commas in quotes"),
        ("org,year,beds\n02N,2019,many\n", 2, "column 'beds' has 'many', not a number",
         "Leave such cells empty"),
        ('org,year,beds\n02N,2019,"1"2\n', 2, "it is not CSV", "Mend the quotes"),
    ],
)  # fmt: skip
def test_a_bad_file_is_told_by_line_and_reason(
    dag: Dag, source: Path, text: str, at: int, reason: str, hint: str
) -> None:
    source.write_text(text, encoding="utf-8")

    with pytest.raises(InvalidInput) as found:
        recoded(dag, source)

    assert found.value.at == f"{source}:{at}"
    assert reason in str(found.value)
    assert hint in found.value.hint


def test_a_file_that_is_not_there_or_not_utf_8_is_told(dag: Dag, source: Path) -> None:
    with pytest.raises(InvalidInput, match="it cannot be read: No such file"):
        recoded(dag, source)
    source.write_bytes("org,year,beds\nCaf\xe9,2019,1\n".encode("latin-1"))
    with pytest.raises(InvalidInput, match="it is not UTF-8"):
        recoded(dag, source)
