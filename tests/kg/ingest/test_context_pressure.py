"""Outside pressure is coded by a published rule, and a reader can check how."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from tests.kg.ingest.conftest import Facts

Rows = Callable[[str], list[dict[str, str]]]
STRENGTH = ("directed", "conditional", "imposed", "anticipated", "objection")


def test_every_influence_is_the_content_of_a_claim_and_read_twice(facts: Facts, rows: Rows) -> None:
    influences = set(facts.all("Influence"))
    stated = {part for claim in facts.all("Claim") for part in facts.of(claim, "content")}

    assert len(influences) == 59
    assert influences <= stated
    assert influences == {
        f"influence/context/{row['influence']}" for row in rows("editorial/pressure")
    }


def test_a_level_stands_only_where_both_readings_find_one_and_is_the_weaker(rows: Rows) -> None:
    for row in rows("editorial/pressure"):
        readings = {row["reading1"], row["reading2"]}
        weaker = "" if "none" in readings else max(readings, key=STRENGTH.index)
        assert row["level"] == weaker, row["influence"]


def test_the_two_readings_agree_as_often_as_the_readme_says(rows: Rows) -> None:
    pairs = [(row["reading1"], row["reading2"]) for row in rows("editorial/pressure")]
    first, second = (Counter(each) for each in zip(*pairs, strict=True))
    agreed = sum(one == other for one, other in pairs)
    chance = sum(first[each] * second[each] for each in first) / len(pairs) ** 2
    kappa = (agreed / len(pairs) - chance) / (1 - chance)

    assert (agreed, len(pairs), round(kappa, 2)) == (47, 59, 0.74)


def test_the_levels_are_counted(facts: Facts) -> None:
    codings = facts.all("PressureCoding")
    levels = Counter(level for each in codings for level in facts.of(each, "pressureLevel"))

    assert len(codings) == 59
    assert levels == {
        "pressure-imposed": 13,
        "pressure-objection": 9,
        "pressure-directed": 9,
        "pressure-conditional": 3,
        "pressure-anticipated": 1,
    }


def test_a_row_without_a_level_is_a_coding_with_both_readings(facts: Facts) -> None:
    coding = "pressure-coding/context/m001"

    assert facts.of(coding, "pressureLevel") == []
    assert facts.one(coding, "reading1") == facts.one(coding, "reading2") == "pressure-none"


def test_a_level_is_left_out_just_where_a_reading_found_none(facts: Facts) -> None:
    for each in facts.all("PressureCoding"):
        readings = {facts.one(each, "reading1"), facts.one(each, "reading2")}
        assert bool(facts.of(each, "pressureLevel")) == ("pressure-none" not in readings), each


@pytest.mark.parametrize("fact", ["m053", "m095"])
def test_an_objection_is_no_pressure_toward_a_merger(facts: Facts, fact: str) -> None:
    assert facts.one(f"influence/context/{fact}", "direction") == "dir-againstMerger"
    coding = f"pressure-coding/context/{fact}"
    assert facts.one(coding, "pressureLevel") == "pressure-objection"


def test_whether_it_is_from_outside_is_told_only_of_a_named_presser(facts: Facts) -> None:
    for each in facts.all("Influence"):
        named = bool(facts.of(each, "influencer"))
        assert named == bool(facts.of(each, "external")), each
        assert named != (facts.one(each, "influencerKnown") == "false"), each
