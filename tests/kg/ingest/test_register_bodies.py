"""Bodies, changes and figures: counts that are known from elsewhere."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts


@pytest.mark.parametrize(
    ("day", "count"),
    [
        ("2013-03-31", 0),
        ("2013-04-01", 211),
        ("2014-04-01", 211),
        ("2015-03-31", 211),
        ("2015-04-01", 209),
        ("2016-04-01", 209),
        ("2017-04-01", 207),
        ("2018-04-01", 195),
        ("2019-04-01", 191),
        ("2020-03-31", 191),
        ("2020-04-01", 135),
        ("2021-04-01", 106),
        ("2022-04-01", 106),
        ("2022-06-30", 106),
        ("2022-07-01", 0),
    ],
)
def test_the_ccgs_of_a_day_are_as_many_as_there_were(facts: Facts, day: str, count: int) -> None:
    assert len(facts.bodies("ccg", day)) == count


@pytest.mark.parametrize(
    ("type_", "day", "count"),
    [
        ("icb", "2022-06-30", 0),
        ("icb", "2022-07-01", 42),
        ("icb", "2026-03-31", 42),
        ("icb", "2026-04-01", 36),
        ("stp", "2016-12-01", 44),
        ("stp", "2019-04-01", 42),
        ("stp", "2022-06-30", 42),
        ("subIcbLocation", "2022-07-01", 106),
        ("pct", "2013-03-31", 151),
        ("sha", "2006-07-01", 10),
        ("shaCluster", "2013-03-31", 4),
        ("areaTeam", "2013-04-01", 25),
        ("areaTeam", "2015-04-01", 0),  # nobody knows the day, so they do not stand today
        ("nhsRegion", "2013-04-01", 4),
        ("nhsRegion", "2022-07-01", 7),
    ],
)
def test_the_bodies_of_a_kind_on_a_day_are_as_many_as_there_were(
    facts: Facts, type_: str, day: str, count: int
) -> None:
    assert len(facts.bodies(type_, day)) == count


def test_changes_and_their_members_are_complete(facts: Facts) -> None:
    kinds: defaultdict[str, list[str]] = defaultdict(list)
    for event in facts.all("ChangeEvent"):
        after = facts.of(event, "resulting")[0].rpartition("/")[2]
        kinds[facts.one(event, "changeType") + " " + after].append(event)
    members = {
        kind: sum(len(facts.of(event, "original")) for event in events)
        for kind, events in kinds.items()
    }

    assert {kind: len(events) for kind, events in kinds.items()} == {
        "change-merger ccg": 37,
        "change-succession icb": 42,
        "change-continuation sub-icb-location": 106,
        "change-continuation icb": 42,
        "change-merger stp": 1,
        "change-merger icb": 6,
        "change-split region": 3,
        "change-boundaryChange icb": 1,
        "change-boundaryChange ccg": 1,
        "change-boundaryChange sub-icb-location": 2,
    }
    assert members["change-merger ccg"] == 142
    assert members["change-succession icb"] == 106
    assert members["change-continuation sub-icb-location"] == 106
    assert members["change-merger icb"] == 15
    assert len(facts.all("Transfer")) == 424


@pytest.mark.parametrize(
    ("day", "before", "after"), [("2020-04-01", 74, 18), ("2021-04-01", 38, 9)]
)
def test_the_great_merger_days_took_in_and_made_as_many_ccgs(
    facts: Facts, day: str, before: int, after: int
) -> None:
    events = [
        each
        for each in facts.all("ChangeEvent")
        if facts.one(each, "changeType") == "change-merger"
        and facts.one(each, "effectiveDate") == day
    ]

    assert sum(len(facts.of(event, "original")) for event in events) == before
    assert len({after for event in events for after in facts.of(event, "resulting")}) == after


def test_the_parts_of_the_board_that_was_divided_are_told_with_their_shares(facts: Facts) -> None:
    parts = {
        facts.one(each, "transferTo"): (facts.one(each, "partText"), facts.one(each, "share"))
        for each in facts.all("Transfer")
        if facts.one(each, "transferFrom") == "organisation/QNQ/icb"
    }

    assert parts == {
        "organisation/S0E4D/icb": ("East Berkshire", "0.589"),
        "organisation/QRL/icb": ("North East Hampshire", "0.229"),
        "organisation/S9B9J/icb": ("Farnham and Surrey Heath", "0.182"),
    }


def test_a_change_of_boundary_moved_the_ons_code_and_not_the_ods_code(facts: Facts) -> None:
    moved = [
        each
        for each in facts.all("Organisation")
        if "type-ccg" in facts.of(each, "organisationType") and len(facts.of(each, "gssCode")) > 1
    ]

    assert sorted(moved) == [
        f"organisation/{code}/ccg"
        for code in ("01E", "01H", "01K", "02M", "06W", "06Y", "09G", "09N")
    ]


def test_legal_and_operational_dates_stand_apart_where_they_differ(facts: Facts) -> None:
    assert facts.one("organisation/13T/ccg", "start") == "2015-04-01"
    assert facts.one("record/ods/13T", "operationalStart") == "2014-11-26"
    assert facts.one("record/ods/13T", "legalStart") == "2015-04-01"
    # ODS never closed the records of 2022: the law ended the bodies.
    assert facts.one("record/ods/13T", "operationalEnd") == ""
    assert facts.of("record/ods/13T", "recordFor") == [
        "organisation/13T/ccg",
        "organisation/13T/sub-icb-location",
    ]


def test_populations_and_shares_add_up(facts: Facts) -> None:
    figures = [
        int(facts.one(each, "value"))
        for each in facts.all("Figure")
        if facts.one(each, "quantityKind") == "qk-population"
    ]
    counted: defaultdict[str, int] = defaultdict(int)
    for each in facts.all("Overlap"):
        counted[facts.one(each, "edition")] += int(facts.one(each, "count") or 0)

    assert (len(figures), sum(figures)) == (195, 55_977_178)
    assert counted == {"2015-17": 0, "2021-04": 32_844, "2022-07": 32_844}
