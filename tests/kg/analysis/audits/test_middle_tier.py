"""The rule that no number of middle-tier bodies comes back, beside the tables day by day."""

from datetime import date, timedelta

import pytest

from kg.analysis.audits.middle_tier import KINDS, Reading, middle_tier
from kg.release.opened import OpenRelease
from tests.kg.analysis.lineage import tables

TABLES = {
    "SHAs": ("predecessors", "sha"),
    "PCTs": ("predecessors", "pct"),
    "CCGs": ("ccgs", ""),
    "STPs and ICSs": ("stps", ""),
    "ICBs": ("icbs", ""),
}
FIRST, LAST = date(2012, 12, 31), date(2026, 6, 1)


@pytest.fixture(scope="module")
def readings(release: OpenRelease) -> dict[str, Reading]:
    return {each.name: each for each in middle_tier(release.store, release.library)}


@pytest.fixture(scope="module")
def by_day() -> dict[str, dict[str, int]]:
    """How many bodies of each kind stood on each day, from the tables alone."""
    days = [(FIRST + timedelta(n)).isoformat() for n in range((LAST - FIRST).days)]
    found: dict[str, dict[str, int]] = {day: dict.fromkeys(TABLES, 0) for day in days}
    for name, (table, kind) in TABLES.items():
        for each in tables.rows(table):
            if not kind or each["kind"] == kind:
                opened = each["opened"].rpartition("/")[2]
                for day in days:
                    found[day][name] += opened <= day <= (each["closed"] or day)
    return found


def stood(numbers: list[int]) -> list[int]:
    """The numbers in their order, each once for as long as it stood; 0 is no number."""
    kept = [each for place, each in enumerate(numbers) if not place or numbers[place - 1] != each]
    return [each for each in kept if each]


def test_each_kind_has_the_numbers_of_the_tables(
    readings: dict[str, Reading], by_day: dict[str, dict[str, int]]
) -> None:
    found = readings["by-kind"].stretches

    for name in KINDS.values():
        wanted = stood([each[name] for each in by_day.values()])
        assert [each.number for each in found if each.of == name] == wanted


@pytest.mark.parametrize(
    ("name", "kinds"), [("in-turn", ("PCTs", "CCGs", "ICBs")), ("together", tuple(TABLES))]
)
def test_a_sum_has_the_numbers_of_the_tables_and_none_comes_back(
    name: str,
    kinds: tuple[str, ...],
    readings: dict[str, Reading],
    by_day: dict[str, dict[str, int]],
) -> None:
    wanted = stood([sum(each[kind] for kind in kinds) for each in by_day.values()])

    assert [each.number for each in readings[name].stretches] == wanted
    assert len(set(wanted)) == len(wanted)
    assert readings[name].holds


def test_a_stretch_is_as_long_as_the_tables_say(
    readings: dict[str, Reading], by_day: dict[str, dict[str, int]]
) -> None:
    for each in readings["by-kind"].stretches:
        for day, numbers in by_day.items():
            is_within = each.since <= day and (each.until is None or day < each.until)
            assert not is_within or numbers[each.of] == each.number


def test_by_kind_the_rule_holds_and_between_kinds_42_came_back(
    readings: dict[str, Reading],
) -> None:
    assert {name: each.holds for name, each in readings.items()} == {
        "by-kind": True, "in-turn": True, "together": True, "between-kinds": False,
    }  # fmt: skip
    [repeat] = readings["between-kinds"].repeats
    assert [(each.of, each.number, each.since) for each in (repeat.first, repeat.again)] == [
        ("STPs and ICSs", 42, "2018-06-07"),
        ("ICBs", 42, "2022-07-01"),
    ]


def test_sixty_to_seventy_never_stood_so_the_prediction_kept_the_rule_and_was_wrong(
    readings: dict[str, Reading], by_day: dict[str, dict[str, int]]
) -> None:
    assert all(each.within(60, 70) == [] for each in readings.values())
    assert not any(60 <= each["CCGs"] <= 70 for each in by_day.values())
