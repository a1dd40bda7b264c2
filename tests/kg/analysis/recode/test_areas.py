"""Who was in which area on a day, and how areas lay over councils, beside the tables."""

import csv
import os
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from kg.analysis.lineage.dag import Dag
from kg.analysis.recode.coterminosity import coterminosity, course
from kg.analysis.recode.membership import areas
from kg.model.terms import Literal
from kg.questions.bind import bind, parse
from kg.release.opened import OpenRelease
from tests.kg.analysis.lineage import tables


@pytest.mark.parametrize(
    ("day", "areas_", "ccgs", "of_one"),
    [("2020-03-31", 42, 191, 9), ("2020-04-01", 42, 135, 20), ("2021-04-01", 42, 106, 27),
     ("2017-01-01", 44, 209, 6), ("2018-04-01", 42, 195, 7)],
)  # fmt: skip
def test_areas_hold_so_many_ccgs(dag: Dag, day: str, areas_: int, ccgs: int, of_one: int) -> None:
    found = areas(dag, day)

    assert (len(found), sum(each.number for each in found)) == (areas_, ccgs)
    assert sum(each.number == 1 for each in found) == of_one


def test_the_boards_of_2026_are_36_and_their_locations_those_of_the_table(dag: Dag) -> None:
    found = {each.body.code: {x.code for x in each.members} for each in areas(dag, "2026-04-01")}

    wanted = defaultdict(set)
    for each in tables.rows("icb_locations"):
        if not each["end"]:
            wanted[tables.code(each["icb"])].add(tables.code(each["location"]))
    assert len(found) == 36
    assert found == dict(wanted)


@pytest.mark.parametrize(
    "day", ["2016-12-01", "2018-05-01", "2019-10-01", "2020-04-01", "2022-06-30"]
)
def test_they_are_those_of_the_named_question(dag: Dag, release: OpenRelease, day: str) -> None:
    question = release.library["areas/ccgs-per-area"].sparql
    rows = release.store.select(bind(question, parse(question, {"on": day}))).rows

    asked = {row[0]: int(row[3].text) for row in rows if isinstance(row[3], Literal)}
    assert {each.body.iri: each.number for each in areas(dag, day)} == asked


@pytest.mark.parametrize(("code", "area"), [("03D", "QHM"), ("03E", "QWO"), ("09L", "QNX")])
def test_three_ccgs_are_where_the_edition_of_2019_has_them_and_not_where_hindsight_puts_them(
    dag: Dag, code: str, area: str
) -> None:
    [found] = [each for each in areas(dag, "2020-03-31") if code in {x.code for x in each.members}]

    assert found.body.code == area
    assert code not in {each.code for each in found.interpolated}


def test_what_only_a_later_edition_tells_is_marked_and_can_be_left_out(dag: Dag) -> None:
    told = areas(dag, "2020-04-01")
    known = areas(dag, "2020-04-01", interpolate=False)

    assert sum(len(each.interpolated) for each in told) == 18
    assert sum(each.number for each in known) == 135 - 18
    assert all(each.interpolated == () for each in known)


def test_the_reference_has_the_same_members_in_each_edition(dag: Dag) -> None:
    place = os.environ.get("COTERMINOUS_SHARED")
    if not place:
        pytest.skip("COTERMINOUS_SHARED is not set, so there are no reference tables to compare")
    with (Path(place) / "data" / "ccg_to_stp.csv").open(encoding="utf-8") as opened:
        links = list(csv.DictReader(opened))
    for edition in ("2018-04", "2019-04", "2021-04"):
        wanted = {(x["ccg_code"], x["stp_ods_code"]) for x in links if x["as_of"] == edition}
        found = {
            (member.code, area.body.code)
            for area in areas(dag, f"{edition}-01")
            for member in area.members
        }
        assert found == wanted, edition


def test_regions_are_those_of_the_area_on_the_day(dag: Dag) -> None:
    regions = Counter(each.region.code for each in areas(dag, "2021-04-01") if each.region)

    assert sum(regions.values()) == 42
    assert set(regions) == {"Y56", "Y58", "Y59", "Y60", "Y61", "Y62", "Y63"}
    assert [each.region for each in areas(dag, "2017-01-01") if each.region] == []


@pytest.mark.parametrize(("day", "edition"), [("2021-04-01", "2021-04"), ("2022-07-01", "2022-07")])
def test_the_index_is_the_fraction_in_districts_that_lie_whole_in_the_area(
    dag: Dag, day: str, edition: str
) -> None:
    in_area: dict[str, dict[str, int]] = defaultdict(lambda: defaultdict(int))
    size: dict[str, int] = defaultdict(int)
    where = {each.code: area.body.code for area in areas(dag, day) for each in area.members}
    for each in tables.rows("district_overlaps"):
        if each["edition"] == edition:
            district = tables.code(each["district"])
            in_area[where[tables.code(each["body"])]][district] += int(each["lsoas"])
            size[district] += int(each["lsoas"])

    found = {each.area.code: each for each in coterminosity(dag, day)}

    assert len(found) == 42
    for code, districts in in_area.items():
        whole = {each for each, number in districts.items() if number == size[each]}
        all_of = sum(districts.values())
        told = found[code]
        assert float(told.index or 0) == pytest.approx(
            sum(districts[each] for each in whole) / all_of, abs=0.00005
        )
        assert float(told.least or 0) == pytest.approx(
            sum(districts[x] for x in whole if not x.startswith("E07")) / all_of, abs=0.00005
        )
        assert len(told.divided) == len(districts) - len(whole)
        assert not told.carried


def test_where_there_is_no_table_there_is_no_number(dag: Dag) -> None:
    before = coterminosity(dag, "2019-04-01")
    after = {each.area.code: each for each in coterminosity(dag, "2026-04-01")}

    assert len(before) == 42
    assert {(each.index, each.least, each.edition) for each in before} == {(None, None, "")}
    assert {each.note for each in before} == {
        "no data: no table tells in which councils the CCGs of that day lay"
    }
    assert {code for code, each in after.items() if each.index is None} == {"QRL", "S0E4D", "S9B9J"}
    assert after["S9B9J"].note == (
        "no data: no table tells in which councils Farnham and Surrey Heath lies"
    )
    assert after["T6Y0W"].carried


def test_the_course_of_an_area_tells_when_it_became_one(dag: Dag) -> None:
    told = [(each.day, each.area.kind, each.members) for each in course(dag, "QMM")]

    assert told == [
        ("2017-04-01", "stp", 5), ("2018-04-01", "stp", 5), ("2019-04-01", "stp", 5),
        ("2020-04-01", "stp", 1), ("2021-04-01", "stp", 1), ("2022-07-01", "icb", 1),
    ]  # fmt: skip


def test_a_body_in_no_area_is_in_none(dag: Dag) -> None:
    assert "26A" not in {x.code for each in areas(dag, "2013-04-01") for x in each.members}
