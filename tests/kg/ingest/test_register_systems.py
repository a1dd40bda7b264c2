"""Which CCG was in which system, and which location in which board, on which day."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from datetime import date, timedelta
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts

Rows = Callable[[str], list[dict[str, str]]]


def systems(facts: Facts, day: str) -> dict[str, list[str]]:
    """The CCGs of each STP or integrated care system on a day."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for link in facts.all("Affiliation"):
        if facts.one(link, "affiliationType") == "affil-inSystem" and facts.holds(link, day):
            found[facts.one(link, "toOrganisation")].append(facts.one(link, "fromOrganisation"))
    return found


@pytest.mark.parametrize(
    ("day", "alone"), [("2020-03-31", 9), ("2020-04-01", 20), ("2021-04-01", 27)]
)
def test_systems_with_exactly_one_ccg_are_as_many_as_there_were(
    facts: Facts, day: str, alone: int
) -> None:
    found = systems(facts, day)

    assert len(found) == 42
    assert len([each for each in found.values() if len(each) == 1]) == alone


@pytest.mark.parametrize("day", ["2016-12-01", "2017-04-01", "2018-05-15", "2022-06-30"])
def test_every_open_ccg_is_in_one_system_from_december_2016(facts: Facts, day: str) -> None:
    placed = [ccg for ccgs in systems(facts, day).values() for ccg in ccgs]

    assert sorted(placed) == sorted(facts.bodies("ccg", day))
    assert systems(facts, "2016-11-30") == {}


def test_the_stretches_of_the_system_table_follow_from_the_editions(rows: Rows) -> None:
    # An edition holds until the next that has the CCG; before its first, the first, marked.
    lives = {f"{row['ods_code']}/ccg": row for row in rows("register/ccgs")}
    table = rows("register/ccg_systems")
    editions: defaultdict[str, dict[str, str]] = defaultdict(dict)
    for row in table:
        editions[row["ccg"]][row["edition"]] = row["system"]

    computed = set()
    for ccg, held in editions.items():
        first = max(lives[ccg]["opened"], "2016-12-01")
        days = sorted(held)
        if first < f"{days[0]}-01":
            computed.add((ccg, held[days[0]], first, day_before(f"{days[0]}-01"), "true"))
        for edition, following in zip(days, [*days[1:], ""], strict=True):
            end = day_before(f"{following}-01") if following else lives[ccg]["closed"]
            computed.add((ccg, held[edition], f"{edition}-01", end, "false"))

    told = ("ccg", "system", "start", "end", "interpolated")
    assert {tuple(row[name] for name in told) for row in table} == computed
    assert len(table) == len(computed) == 720


def day_before(day: str) -> str:
    return (date.fromisoformat(day) - timedelta(days=1)).isoformat()


def test_a_ccg_is_in_no_edition_on_a_day_on_which_it_did_not_stand(
    facts: Facts, rows: Rows
) -> None:
    for row in rows("register/ccg_systems"):
        if row["interpolated"] == "false":
            assert facts.holds(f"organisation/{row['ccg']}", f"{row['edition']}-01"), row


@pytest.mark.parametrize(
    ("location", "day", "boards"),
    [
        ("06K", "2026-03-31", ["QM7"]),
        ("06K", "2026-04-01", ["S1Y5D"]),
        ("07H", "2026-04-01", ["D7T5G"]),
        ("06T", "2026-04-01", ["D7T5G"]),
        ("07K", "2026-04-01", ["T6Y0W"]),
        ("92A", "2026-04-01", ["S9B9J"]),
        ("15A", "2026-04-01", ["S0E4D"]),
        ("D9Y0V", "2026-04-01", ["QRL"]),
        ("02Q", "2022-07-01", ["QT1"]),
        ("D4U1Y", "2026-03-31", ["QNQ"]),
        ("D4U1Y", "2026-04-01", []),  # it split; its parts are in the transfers
    ],
)
def test_a_sub_icb_location_is_in_its_board_before_and_after_the_mergers(
    facts: Facts, location: str, day: str, boards: list[str]
) -> None:
    found = [
        facts.one(link, "toOrganisation")
        for link in facts.all("Affiliation")
        if facts.one(link, "fromOrganisation") == f"organisation/{location}/sub-icb-location"
        and facts.holds(link, day)
    ]

    assert found == [f"organisation/{board}/icb" for board in boards]
