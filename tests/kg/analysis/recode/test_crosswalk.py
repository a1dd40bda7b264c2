"""The crosswalk: every code on the bodies of every day of change."""

import csv
from collections import defaultdict
from decimal import Decimal

import pytest

from kg.analysis.lineage.dag import Dag
from kg.analysis.recode.crosswalk import days, write_crosswalk
from tests.kg.analysis.lineage import tables

Rows = list[dict[str, str]]


@pytest.fixture(scope="module")
def rows(dag: Dag, tmp_path_factory: pytest.TempPathFactory) -> Rows:
    path = tmp_path_factory.mktemp("crosswalk") / "crosswalk.csv"
    number = write_crosswalk(dag, path)
    with path.open(encoding="utf-8", newline="") as opened:
        found = list(csv.DictReader(opened))
    assert len(found) == number
    return found


def test_its_days_are_those_on_which_the_map_changed(dag: Dag) -> None:
    assert days(dag) == [
        "2013-04-01", "2015-04-01", "2017-04-01", "2018-04-01", "2019-04-01", "2020-04-01",
        "2021-04-01", "2022-07-01", "2026-04-01",
    ]  # fmt: skip


def test_every_code_of_the_register_is_on_every_day(dag: Dag, rows: Rows) -> None:
    told = defaultdict(set)
    for each in rows:
        told[each["code"]].add(each["to_date"])
    codes = {each["gss_code"] for each in tables.rows("gss_codes")} | set(tables.ccgs())
    codes |= set(tables.pct_shares())

    assert codes <= set(told)
    assert {len(each) for each in told.values()} == {9}


def test_ccgs_are_on_the_ccgs_of_each_day_that_the_table_of_mergers_says(rows: Rows) -> None:
    found = {
        (each["code"], each["to_date"]): each["to_code"]
        for each in rows
        if each["from_kind"] == "CCG" and each["system"] == "ODS" and each["outcome"] == "placed"
    }
    checked = 0
    for (code, day), into in found.items():
        if tables.ccgs()[code][0] <= day < "2022-07-01" and code != "01H":
            assert into == tables.ccg_on(code, day), (code, day)
            checked += 1
    assert checked > 1000


def test_shares_add_up_to_the_coverage_and_never_to_more_than_all(rows: Rows) -> None:
    sums: dict[tuple[str, ...], Decimal] = defaultdict(Decimal)
    coverage: dict[tuple[str, ...], str] = {}
    for each in rows:
        key = (each["code"], each["from_body"], each["to_date"], each["level"])
        sums[key] += Decimal(each["share"] or 0)
        coverage[key] = each["coverage"]

    for place, told in coverage.items():
        if told:
            assert sums[place] == Decimal(told), place
            assert Decimal("0.98") <= sums[place] <= Decimal("1.001"), place


def test_what_has_no_body_or_no_share_has_a_reason(rows: Rows) -> None:
    for each in rows:
        assert (each["reason"] == "") == (each["outcome"] in ("placed", "split"))
        assert (each["to_body"] == "") == (each["outcome"] == "not placed")
        assert (each["share"] == "") <= (each["outcome"] in ("unsized", "not placed"))


def test_an_ons_code_that_gave_way_to_another_ends_before_it(rows: Rows) -> None:
    held = {
        (each["code"], each["from_kind"]): (each["edition"], each["code_from"], each["code_to"])
        for each in rows
        if each["code"] in ("E38000041", "E38000215")
    }

    assert held == {
        ("E38000041", "CCG"): ("2013-04", "2013-04-01", "2018-03-31"),
        ("E38000215", "CCG"): ("2018-04|2021-04", "2018-04-01", "2022-06-30"),
        ("E38000215", "sub-ICB location"): ("2022-07|2024-04", "2022-07-01", ""),
    }
