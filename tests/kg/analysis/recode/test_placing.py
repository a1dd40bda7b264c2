"""Codes of a period on the bodies of another day: forwards, backwards, broken, not at all."""

from collections import defaultdict
from decimal import Decimal

import pytest

from kg.analysis.lineage.dag import Dag
from kg.analysis.recode.periods import period
from kg.analysis.recode.placing import Level, Placer, Placing
from tests.kg.analysis.lineage import tables


def placed(dag: Dag, code: str, when: str, to: str, level: Level = "board") -> Placing:
    return Placer(dag, to, level).placed(code, period(when) if when else None)


def shares(dag: Dag, found: Placing) -> dict[str, Decimal | None]:
    return {dag.bodies[each.body].code: each.share for each in found.targets}


@pytest.mark.parametrize(
    ("code", "when", "to", "wanted"),
    [
        ("02N", "2019", "2020-04-01", {"36J": "1"}),
        ("02N", "2019", "2024-04-01", {"QWO": "1"}),
        ("10G", "2016", "2026-05-01", {"S0E4D": "1"}),
        ("QM7", "2023", "2026-05-01", {"S1Y5D": "0.7923", "D7T5G": "0.2077"}),
        ("D4U1Y", "2024", "2026-05-01", {"S0E4D": "0.589", "QRL": "0.229", "S9B9J": "0.182"}),
        ("QMJ", "2018", "2024-04-01", {"QMJ": "1"}),
        ("E38000214", "2018", "2024-04-01", {"QXU": "1"}),
        ("5KF", "2012", "2014-01-01", {"00F": "1"}),
    ],
)
def test_a_code_is_put_on_the_bodies_of_a_day(
    dag: Dag, code: str, when: str, to: str, wanted: dict[str, str]
) -> None:
    found = placed(dag, code, when, to)

    assert shares(dag, found) == {each: Decimal(share) for each, share in wanted.items()}
    assert found.coverage == 1
    assert found.outcome == ("placed" if len(wanted) == 1 else "split")


def test_a_location_is_wanted_instead_of_a_board(dag: Dag) -> None:
    assert shares(dag, placed(dag, "02N", "2019", "2024-04-01", "location")) == {"36J": 1}
    # It was gone by then, so its boards stand for it.
    assert set(shares(dag, placed(dag, "D4U1Y", "2022", "2026-05-01", "location"))) == {
        "S0E4D", "QRL", "S9B9J",
    }  # fmt: skip


def test_backwards_a_body_is_shared_out_by_residents(dag: Dag) -> None:
    people = {
        tables.code(each["ccg"]): int(each["population"]) for each in tables.rows("populations")
    }
    members = {ccg for ccg, into in tables.merged().items() if into == "26A"}
    whole = sum(people[each] for each in members)

    found = placed(dag, "26A", "2021", "2018-04-01")

    assert set(shares(dag, found)) == members
    assert found.coverage == 1
    for code, share in shares(dag, found).items():
        assert share == pytest.approx(Decimal(people[code]) / whole, abs=Decimal("0.0001"))
    assert {each.basis for each in found.targets} == {"residents"}


def test_backwards_no_board_that_divided_is_passed_as_a_whole(dag: Dag) -> None:
    assert set(shares(dag, placed(dag, "D7T5G", "2026-05", "2019-04-01"))) == {
        "06Q", "06T", "07G", "07H", "99E", "99F", "99G",
    }  # fmt: skip
    assert set(shares(dag, placed(dag, "S0E4D", "2026-05", "2019-04-01"))) == {
        "10Q", "14Y", "15A", "15D",
    }  # fmt: skip


@pytest.mark.parametrize(
    ("code", "when", "reason"),
    [
        ("XXX", "2019", "no body is known by the code XXX"),
        ("13T", "2013", "the code was nobody's from 2013-01-01 to 2013-12-31; it was that of "
         "NHS Newcastle Gateshead CCG (1 April 2015 to 30 June 2022) and Newcastle Gateshead "
         "sub-ICB location (since 1 July 2022)"),
        ("Q30", "2010", "no body is recorded in the place of North East SHA on 2024-04-01"),
    ],
)  # fmt: skip
def test_what_cannot_be_placed_has_a_reason(dag: Dag, code: str, when: str, reason: str) -> None:
    found = placed(dag, code, when, "2024-04-01")

    assert (found.outcome, found.reason, found.targets) == ("not placed", reason, ())


def test_a_code_of_two_bodies_is_placed_where_both_lead_to_the_same_and_not_elsewhere(
    dag: Dag,
) -> None:
    both = placed(dag, "26A", "2022", "2024-04-01")
    apart = placed(dag, "01Y", "", "2024-04-01")

    assert shares(dag, both) == {"QMM": 1}
    assert (apart.outcome, apart.reason) == (
        "not placed",
        "the code meant more than one body and no period is given: NHS Tameside and Glossop CCG "
        "(1 April 2013 to 30 June 2022) and Tameside and Glossop sub-ICB location "
        "(since 1 July 2022)",
    )


def test_parts_of_unknown_size_are_told_and_not_guessed(dag: Dag) -> None:
    before = placed(dag, "01H", "2014", "2018-04-01")
    after = placed(dag, "01H", "2018", "2020-04-01")

    assert (before.outcome, shares(dag, before), before.coverage) == (
        "unsized", {"01H": None, "01K": None}, None,
    )  # fmt: skip
    assert shares(dag, after) == {"01H": 1}
    assert after.broken == ()


@pytest.mark.parametrize(
    ("code", "when", "to", "broken"),
    [
        ("02N", "2019", "2024-04-01", ()),
        ("06H", "2021", "2024-04-01",
         ("06H had 507 small areas as a CCG and 498 as a location",)),
        ("70F", "2022-08", "2025-04-01",
         ("the boundary of West Sussex sub-ICB location moved between 2022-07 and 2024-04 "
          "(ONS codes differ)",
          "the boundary of NHS Sussex Integrated Care Board moved between 2022-07 and 2024-04 "
          "(ONS codes differ)")),
        ("09G", "2014", "2019-01-01",
         ("the boundary of NHS Coastal West Sussex CCG moved between 2013-04 and 2018-04 "
          "(ONS codes differ)",)),
        ("E38000041", "2019", "2020-04-01",
         ("E38000041 is a code of 2013-04; from 2018-04 the body had another",)),
    ],
)  # fmt: skip
def test_a_break_in_the_series_is_told(
    dag: Dag, code: str, when: str, to: str, broken: tuple[str, ...]
) -> None:
    found = placed(dag, code, when, to)

    told = {each for each in found.broken if "boundary of NHS Coastal" in each or each in broken}
    assert told == set(broken)
    assert bool(found.broken) == bool(broken)


def test_locations_that_have_not_the_areas_of_their_ccgs_are_all_told_as_breaks(dag: Dag) -> None:
    sizes: dict[str, set[int]] = defaultdict(set)
    for edition in ("2021-04", "2022-07"):
        counted: dict[str, int] = defaultdict(int)
        for each in tables.rows("district_overlaps"):
            if each["edition"] == edition:
                counted[tables.code(each["body"])] += int(each["lsoas"])
        for code, number in counted.items():
            sizes[code].add(number)
    moved = {code for code, numbers in sizes.items() if len(numbers) > 1}

    told = {
        code
        for code in sizes
        for each in placed(dag, code, "2021-05", "2022-08-01", "location").broken
        if each.startswith(f"{code} had ")
    }

    assert moved == {"01Y", "06H", "15E", "15M", "78H", "D2P2L"}
    assert told == moved
