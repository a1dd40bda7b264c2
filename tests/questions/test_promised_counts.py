"""The counts that the register must give, each by SPARQL and by its twin."""

import pytest

from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.questions.twin import plain, rows, variables
from kg.release.opened import OpenRelease
from server.graphql.execution.execute import execute

BY_APRIL = dict(
    zip(range(2013, 2023), (211, 211, 209, 209, 207, 195, 191, 135, 106, 106), strict=True)
)


def both(release: OpenRelease, name: str, **given: str) -> list[tuple[str | None, ...]]:
    question = release.library[name]
    asked = ask(release.store, question, parse(question.sparql, given))
    told = execute(release, question.graphql, variables(asked.parameters))
    answer = plain(asked.rows.rows)
    assert rows(told["data"], question.header.columns) == answer
    return answer


@pytest.mark.parametrize(("year", "count"), BY_APRIL.items())
def test_so_many_ccgs_were_open_on_each_1_april(
    release: OpenRelease, year: int, count: int
) -> None:
    assert both(release, "bodies/count-on-day", on=f"{year}-04-01") == [(str(count),)]


@pytest.mark.parametrize(
    ("kind", "on", "count"),
    [
        ("ccg", "2022-06-30", "106"),
        ("ccg", "2022-07-01", "0"),
        ("icb", "2022-06-30", "0"),
        ("icb", "2022-07-01", "42"),
        ("icb", "2026-03-31", "42"),
        ("icb", "2026-04-01", "36"),
    ],
)
def test_icbs_took_the_place_of_ccgs_and_became_fewer(
    release: OpenRelease, kind: str, on: str, count: str
) -> None:
    # 13T opened by law on 1 April 2015; its operational date would give 212 CCGs that winter.
    assert both(release, "bodies/count-on-day", kind=f"cotv:type-{kind}", on=on) == [(count,)]


def test_there_were_37_mergers_and_every_succession_is_there(release: OpenRelease) -> None:
    assert len(both(release, "mergers/completed")) == 37
    assert both(release, "lineage/successions", after="cotv:type-ccg") == [("142",)]
    assert both(release, "lineage/successions", after="cotv:type-icb") == [("106",)]


@pytest.mark.parametrize(
    ("on", "mergers", "merging"), [("2020-04-01", "18", "74"), ("2021-04-01", "9", "38")]
)
def test_so_many_ccgs_merged_into_so_many(
    release: OpenRelease, on: str, mergers: str, merging: str
) -> None:
    assert both(release, "mergers/on-day", on=on) == [(mergers, merging, mergers)]


@pytest.mark.parametrize(("on", "one"), [("2020-03-31", 9), ("2020-04-01", 20), ("2021-04-01", 27)])
def test_so_many_of_42_areas_had_exactly_one_ccg(release: OpenRelease, on: str, one: int) -> None:
    assert both(release, "areas/one-ccg-count", on=on) == [("42", str(one))]
    assert len(both(release, "areas/one-ccg", on=on)) == one


@pytest.mark.parametrize(
    ("on", "attested", "carried"),
    [
        ("2016-09-01", ("15", "6"), ("28", "12")),
        ("2017-04-01", ("12", "5"), ("53", "20")),
        ("2018-11-01", ("52", "13"), ("103", "29")),
    ],
)
def test_ccgs_that_share_an_officer_are_counted_attested_and_carried(
    release: OpenRelease, on: str, attested: tuple[str, str], carried: tuple[str, str]
) -> None:
    # The Health Service Journal counted 52, 83 of 209, and 58 per cent of 195: lower bounds here.
    assert both(release, "people/sharing-count", on=on, carry="0") == [attested]
    assert both(release, "people/sharing-count", on=on, carry="12") == [carried]


def test_no_body_shares_an_officer_with_its_own_predecessor_or_successor(
    release: OpenRelease,
) -> None:
    pairs = "PREFIX cot: <https://w3id.org/coterminous/def#> ASK { ?a cot:sharesRoleWith ?b . "

    assert release.store.ask(pairs + "}")
    assert not release.store.ask(pairs + "?a cot:descendant ?b }")
    assert not release.store.ask(pairs + "?b cot:descendant ?a }")


def test_posts_held_one_after_the_other_are_not_shared(release: OpenRelease) -> None:
    # A tenure that is known to have ended before the other began.
    consecutive = (
        "PREFIX cot: <https://w3id.org/coterminous/def#> ASK { ?link cot:viaTenure ?one , ?two . "
        "?one cot:latestEnd ?end . ?two cot:earliestStart ?start . FILTER (?end < ?start) }"
    )

    assert not release.store.ask(consecutive)


def test_what_is_pressed_for_in_short_says_that_it_is_a_part_of_all_pressure(
    release: OpenRelease,
) -> None:
    def told(name: str, *columns: str) -> set[tuple[str | None, ...]]:
        header = release.library[name].header
        places = [[each.name for each in header.columns].index(each) for each in columns]
        return {tuple(row[place] for place in places) for row in both(release, name)}

    short = told("mergers/pressed", "merger", "influence", "level")
    every = told("mergers/pressed-mergers", "merger", "influence", "level")
    every |= told("mergers/pressed-proposals", "proposal", "influence", "level")
    header = release.library["mergers/pressed"].header

    assert short == {each for each in every if each[2] in ("directed", "conditional")}
    assert {each[2] for each in every - short} == {"imposed", "objection"}
    assert header.title.endswith("pressed for from outside, directly or by conditions only")
    assert "mergers/pressed-mergers" in header.notes[0]
    assert "mergers/pressed-proposals" in header.notes[0]
