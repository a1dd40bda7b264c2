"""Whether a shared officer came before each merger, against what the tables alone give."""

from collections import defaultdict

from kg.analysis.networks.pairs import Pair
from kg.analysis.networks.shared import longest
from kg.analysis.networks.tenures import Bounds
from kg.model.names import ID
from kg.model.terms import Iri
from kg.release.opened import OpenRelease
from tests.kg.analysis.networks.ledger import shared_before, table


def originals() -> dict[str, tuple[str, set[str]]]:
    """The day and the bodies of each merger of CCGs, by its key."""
    days = {each["key"]: each["date"] for each in table("register/changes")
            if each["type"] == "merger"}  # fmt: skip
    found: dict[str, set[str]] = defaultdict(set)
    for row in table("register/successions"):
        if row["change"] in days and row["successor"].endswith("/ccg"):
            found[row["change"]].add(row["predecessor"])
    return {name: (days[name], bodies) for name, bodies in found.items()}


def test_for_each_of_the_37_mergers_it_is_told_who_was_shared_before(release: OpenRelease) -> None:
    found = release.networks.mergers().mergers

    reckoned = {name: shared_before(bodies, day) for name, (day, bodies) in originals().items()}
    assert len(found) == len(reckoned) == 37
    assert {
        each.iri.removeprefix(f"{ID}change-event/"): {
            who.person.removeprefix(f"{ID}person/"): {
                body.removeprefix(f"{ID}organisation/") for body in who.bodies
            }
            for who in each.shared
        }
        for each in found
    } == reckoned


def test_every_officer_who_was_shared_has_a_source_and_was_so_before(release: OpenRelease) -> None:
    for merger in release.networks.mergers().mergers:
        for each in merger.shared:
            assert each.sources, (merger.result_name, each.person)
            assert each.since < merger.day
            assert each.not_before <= each.since <= each.until or not each.since


def test_a_merger_without_a_source_is_not_told_to_be_without_sharing(release: OpenRelease) -> None:
    found = release.networks.mergers()

    without = [each for each in found.mergers if each.finding == "no source found"]
    assert without
    assert {each.days for each in without} == {None}
    assert "which is not to say that no officer was shared" in found.summary
    assert f"Before {found.number('shared by all')} of 37 mergers" in found.summary


def test_a_source_without_a_day_takes_none_from_those_that_have_one(release: OpenRelease) -> None:
    merger = next(each for each in release.networks.mergers().mergers
                  if each.result_name == "NHS Bradford District and Craven CCG")  # fmt: skip

    assert [(each.person_name, each.since) for each in merger.shared] == [
        ("Helen Hirst", "2019-06-30"),
    ]
    assert (merger.finding, merger.days) == ("shared by all", 276)


def pair(one: str, two: str, start: str, end: str) -> Pair:
    bodies = Iri(f"{ID}organisation/{one}/ccg"), Iri(f"{ID}organisation/{two}/ccg")
    who = Iri(f"{ID}person/ann")
    return Pair(Iri(f"{ID}interlock/{one}-{two}"), who, "Ann", bodies, (one, two),
                Bounds("", start, end, ""))  # fmt: skip


def test_the_longest_shared_are_counted_by_attested_days_both_included() -> None:
    found = longest([
        pair("A", "B", "2018-01-01", "2018-01-31"), pair("B", "C", "2018-01-01", "2018-01-31"),
        pair("A", "D", "2018-03-01", "2018-03-01"), pair("A", "E", "2018-03-02", "2018-03-01"),
    ])  # fmt: skip

    assert [(each.days, [name for _, name in each.bodies]) for each in found] == [
        (31, ["A", "B", "C"]), (1, ["A", "D"]),
    ]  # fmt: skip
