"""Numbers sown by a seed, right and wrong, and counted again in the shipped register."""

import csv
import random
from collections.abc import Iterator
from datetime import date, timedelta

from kg.model.names import cot
from kg.model.terms import Statement
from kg.resources import folder
from tests.kg.derive.conftest import Said, audited, told, verdicts

KINDS = {"countCcg": "ccgs", "countIcb": "icbs", "countStp": "stps", "countStpIcs": "stps"}
DAYS = ("2013-04-01", "2014-12-31", "2015-04-01", "2016-09-01", "2017-03-31", "2018-06-06",
        "2018-06-07", "2019-10-15", "2020-03-31", "2020-04-01", "2021-04-01", "2022-06-30",
        "2022-07-01", "2024-02-29", "2026-03-31", "2026-04-01")  # fmt: skip


def _lives() -> dict[str, list[tuple[str, str]]]:
    """The first and last days of the bodies of a table, read without any of the code tested."""
    lives: dict[str, list[tuple[str, str]]] = {}
    for table in set(KINDS.values()):
        path = folder("kg.data") / "register" / f"{table}.csv"
        with path.open(encoding="utf-8", newline="") as file:
            lives[table] = [
                (row["opened"].rpartition("/")[2], row["closed"] or "9999")
                for row in csv.DictReader(file)
            ]
    return lives


LIVES = _lives()


def standing(quantity: str, day: str) -> int:
    return sum(opened <= day <= closed for opened, closed in LIVES[KINDS[quantity]])


def moments() -> Iterator[tuple[str, str, int]]:
    """Each quantity on each day on which some such bodies stood, and how many."""
    for quantity in KINDS:
        for day in DAYS:
            if count := standing(quantity, day):
                yield quantity, day, count


def numbers(count: int, by: int) -> Iterator[tuple[str, dict[str, int], bool]]:
    """Ways to give a number, what is given, and whether it is right for this count."""
    far = int(count * 0.3) + by
    yield "exact", {"value": count}, True
    yield "exact", {"value": count + by}, False
    yield "exact", {"value": count - by}, False
    yield "only", {"value": count}, True
    yield "only", {"value": count + by}, False
    for loose in ("around", "orSo", "rounded"):
        yield loose, {"value": count + int(count * 0.08)}, True
        yield loose, {"value": count - int(count * 0.08)}, True
        yield loose, {"value": count + far}, False
        yield loose, {"value": count - far}, False
    yield "odd", {"value": count - int(count * 0.08)}, True
    yield "odd", {"value": count + by}, False
    yield "odd", {"value": count - far}, False
    yield "justOver", {"value": count - max(1, int(count * 0.08))}, True
    yield "justOver", {"value": count}, False
    yield "justOver", {"value": count - far}, False
    yield "justUnder", {"value": count + max(1, int(count * 0.08))}, True
    yield "justUnder", {"value": count}, False
    yield "wellOver", {"value": count - far}, True
    yield "wellOver", {"value": count}, False
    yield "bounds", {"minValue": count - by, "maxValue": count + by}, True
    yield "bounds", {"minValue": count + by, "maxValue": count + far}, False
    yield "bounds", {"maxValue": count - by}, False
    yield "around", {"minValue": count + 1, "maxValue": count + far}, True
    yield "around", {"minValue": count + far, "maxValue": count + 2 * far}, False


def seeded(*, right: bool, many: int) -> list[Said]:
    """So many right or wrong numbers, the same ones each time."""
    chance = random.Random(7)
    found = []
    for quantity, day, count in moments():
        for precision, number, is_right in numbers(count, chance.randint(1, 4)):
            if is_right == right:
                found.append(Said(quantity, day, precision, number=number))
        others = [each for each in DAYS if standing(quantity, each) != count]
        if not right:
            found.append(Said(quantity, chance.choice(others), number={"value": count}))
    return chance.sample(found, many)


def test_none_of_a_hundred_wrong_numbers_agrees(shipped: list[Statement]) -> None:
    said = seeded(right=False, many=100)

    found = verdicts(audited(shipped, told(said)))

    assert len(found) == 100
    assert [said[place] for place, row in found.items() if row[0] == "agrees"] == []
    # A day on which no such body had ever stood cannot be compared; all others differ.
    early = [place for place, row in found.items() if row[0] != "differs"]
    assert all(found[place][4].startswith("The register counts such") for place in early)


def test_a_hundred_right_numbers_agree(shipped: list[Statement]) -> None:
    said = seeded(right=True, many=100)

    found = verdicts(audited(shipped, told(said)))

    assert [(said[place], row) for place, row in found.items() if row[0] != "agrees"] == []
    assert [row[1] for _, row in sorted(found.items())] == [
        str(standing(each.quantity, each.day)) for each in said
    ]


def test_every_closing_is_followed_by_a_day_on_which_the_register_counts_again(
    shipped: list[Statement],
) -> None:
    # The rule takes the first opening or change after a closing for the next day.
    begins = (cot("latestStart"), cot("effectiveDate"))
    days = {getattr(each.object, "text", "") for each in shipped if each.predicate in begins}
    counted = {"2013-03-31", *(end for lives in LIVES.values() for _, end in lives if end < "9999")}

    assert {
        end for end in counted if str(date.fromisoformat(end) + timedelta(1)) not in days
    } == set()
