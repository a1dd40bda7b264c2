"""Contradictions: the same as statement by statement, each once."""

from collections import Counter

import pytest

from kg.analysis.audits.contradictions import Contradiction, contradictions
from kg.model.names import cotv, mint
from kg.release.opened import OpenRelease

PREFIX = "PREFIX cot: <https://w3id.org/coterminous/def#> "


@pytest.fixture(scope="module")
def found(release: OpenRelease) -> list[Contradiction]:
    return contradictions(release.store, release.library)


def test_disputed_claims_are_all_that_anybody_disputes(
    found: list[Contradiction], release: OpenRelease
) -> None:
    asked = PREFIX + "SELECT DISTINCT ?one ?two { ?two cot:disputes ?one }"
    pairs = {frozenset(row) for row in release.store.select(asked).rows}

    told = [{side.thing for side in each.sides} for each in found if each.kind == "disputed-claim"]

    assert set(map(frozenset, told)) == pairs
    assert len(told) == len(pairs)


def test_readings_that_differ_are_all_such_codings(
    found: list[Contradiction], release: OpenRelease
) -> None:
    asked = PREFIX + (
        "SELECT ?coding { ?coding cot:reading1 ?one ; cot:reading2 ?two FILTER (?one != ?two) }"
    )
    codings = Counter(row[0] for row in release.store.select(asked).rows)

    assert Counter(each.sides[0].thing for each in found if each.kind == "readings") == codings


def test_the_number_against_the_register_is_told_with_both_numbers(
    found: list[Contradiction],
) -> None:
    [one] = [each for each in found if each.kind == "against-register"]

    assert {side.says for side in one.sides} == {("150",), ("151",)}


def test_of_one_corpus_only_its_own_are_told(release: OpenRelease) -> None:
    told = contradictions(release.store, release.library, cotv("corpus-annotated"))

    things = {side.thing for each in told for side in each.sides}
    assert mint("claim", "003", "5") in things
    assert not any("/claim/icb-changes/" in each for each in things)
