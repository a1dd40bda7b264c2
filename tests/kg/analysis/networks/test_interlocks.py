"""Groups of a day, against what the tables alone give, and against the named question."""

import pytest

from kg.analysis.networks.bipartite import bipartite, projection
from kg.analysis.networks.bridges import bridges_of
from kg.analysis.networks.tenures import Bounds, Tenure, held_on, holding, tenures
from kg.model.names import ID
from kg.model.terms import Iri, Literal
from kg.questions.ask import ask
from kg.questions.bind import parse
from kg.release.opened import OpenRelease
from tests.kg.analysis.networks.ledger import groups, in_office, ledger

DAYS = ("2016-09-01", "2017-04-01", "2018-11-01", "2020-02-29", "2021-04-01")


def key(thing: Iri) -> str:
    return thing.removeprefix(ID).partition("/")[2]


@pytest.mark.parametrize("carry", [0, 12])
@pytest.mark.parametrize("day", DAYS)
def test_the_groups_of_a_day_are_those_that_the_tables_give(
    release: OpenRelease, day: str, carry: int
) -> None:
    found = release.networks.interlocks(day, carry=carry)

    reckoned = {(frozenset(bodies), frozenset(who)) for bodies, who in groups(day, carry)}
    assert {
        (
            frozenset(key(body) for body, _ in group.bodies),
            frozenset(key(person) for person, _ in group.officers),
        )
        for group in found.groups
    } == reckoned
    assert found.carried.bodies == sum(len(bodies) for bodies, _ in reckoned)
    assert found.carried.known == len({body for _, body in in_office(day, carry)})


@pytest.mark.parametrize("day", DAYS)
def test_the_counts_are_those_of_the_named_question(release: OpenRelease, day: str) -> None:
    found = release.networks.interlocks(day)
    question = release.library["people/sharing-count"]

    for carry, count in ((0, found.attested), (12, found.carried)):
        values = parse(question.sparql, {"on": day, "carry": str(carry)})
        rows = ask(release.store, question, values).rows.rows
        assert [term.text for term in rows[0] if isinstance(term, Literal)] == [
            str(count.bodies), str(count.officers),
        ]  # fmt: skip


def test_a_group_says_who_was_shared_by_which_office_and_which_source(
    release: OpenRelease,
) -> None:
    found = release.networks.interlocks("2018-11-01")

    sussex = next(each for each in found.groups if each.officers[0][1] == "Adam Doyle")
    assert sussex.held == "attested"
    assert [name for _, name in sussex.bodies] == [
        "NHS Brighton and Hove CCG", "NHS Coastal West Sussex CCG", "NHS Crawley CCG",
        "NHS East Surrey CCG", "NHS Eastbourne, Hailsham and Seaford CCG",
        "NHS Hastings and Rother CCG", "NHS High Weald Lewes Havens CCG",
        "NHS Horsham and Mid Sussex CCG",
    ]  # fmt: skip
    assert len(sussex.offices) == 8
    assert all(each.sources for group in found.groups for each in group.offices)


def test_coverage_is_told_and_what_sources_counted_stands_beside_it(release: OpenRelease) -> None:
    found = release.networks.interlocks("2018-11-01")

    assert found.standing == 195
    assert found.coverage == (
        f"An officer is known of {found.carried.known} of the 195 bodies that stood on 2018-11-01 "
        f"({found.attested.known} attested that day): the counts are lower bounds."
    )
    told = {key(each.claim): (each.text, each.asserter) for each in found.counted}
    assert told["context/M041"] == (
        "58% of CCGs shared an accountable officer by November 2018.", "Health Service Journal",
    )  # fmt: skip
    assert told["context/M022"][0].startswith("83 of 209 CCGs")
    assert all(each.sources for each in found.counted)
    assert [each.text for each in found.said] == ["CCGs in Berkshire", "CCGs in Bradford"]


def test_integrated_care_boards_share_chief_executives(release: OpenRelease) -> None:
    found = release.networks.interlocks("2025-12-15", kind="icb")

    assert found.standing == 42
    assert found.carried.bodies >= 2
    assert all(key(body).endswith("/icb") for group in found.groups for body, _ in group.bodies)


SURE = Bounds("2016-01-01", "2017-01-31", "2018-06-15", "2019-12-31")


@pytest.mark.parametrize(
    ("day", "carry", "wanted"),
    [
        ("2017-01-31", 0, "attested"),
        ("2018-06-15", 0, "attested"),
        ("2017-01-30", 0, None),
        ("2017-01-30", 1, "carried"),
        ("2016-12-31", 1, "carried"),
        ("2016-12-30", 1, None),
        ("2018-07-15", 1, "carried"),
        ("2018-07-16", 1, None),
        ("2019-12-31", 24, "carried"),
        ("2020-01-01", 24, None),  # beyond what is possible
        ("2015-12-31", 24, None),
    ],
)
def test_an_office_is_carried_as_far_as_it_may_be(day: str, carry: int, wanted: str | None) -> None:
    assert holding(SURE, day, carry) == wanted


def test_an_office_without_any_day_is_never_held() -> None:
    assert holding(Bounds("", "", "", ""), "2018-01-01", 999) is None


def office(person: str, body: str, trust: str = "high") -> Tenure:
    who, where = Iri(f"{ID}person/{person}"), Iri(f"{ID}organisation/{body}/ccg")
    iri = Iri(f"{ID}tenure/{person}/{body}")
    return Tenure(iri, who, person.title(), where, body, trust, SURE)


def test_who_alone_holds_bodies_together_is_a_bridge() -> None:
    # Ann and Dan lead A and B, Bea B and C, Cat C and D.
    led = ("annA", "annB", "beaB", "beaC", "catC", "catD", "danA", "danB")
    held = [office(each[:3], each[3]) for each in led]

    found = bridges_of(bipartite((each, "attested") for each in held))

    assert {each.name: each.parts for each in found if each.is_only_link} == {
        "B": [["A"], ["C", "D"]],
        "Bea": [["A", "B"], ["C", "D"]],
        "C": [["A", "B"], ["D"]],
        "Cat": [["A", "B", "C"], ["D"]],
    }
    assert found[0].name == "B"


def test_the_projection_joins_bodies_by_how_many_officers_they_shared() -> None:
    held = [office("ann", "A"), office("ann", "B"), office("dan", "A"), office("dan", "B")]

    made = projection(bipartite((each, "attested") for each in held))

    assert [(*edge, made.edges[edge]["weight"]) for edge in made.edges] == [
        (f"{ID}organisation/A/ccg", f"{ID}organisation/B/ccg", 2)
    ]


def test_what_is_of_low_confidence_is_left_out() -> None:
    held = held_on([office("ann", "A"), office("ann", "B", "low")], "2018-01-01")

    assert [(each.body_name, how) for each, how in held] == [("A", "attested")]


def test_every_tenure_of_the_tables_is_in_the_graph(release: OpenRelease) -> None:
    found = {
        (key(each.person), key(each.body)): (each.bounds, each.confidence)
        for each in tenures(release.store, release.library)
    }

    for pair, held in ledger().items():
        bounds = found[pair][0]
        assert (bounds.latest_start, bounds.earliest_end) == held.sure, pair
        if held.sure[0]:
            assert (bounds.earliest_start, bounds.latest_end) == held.may, pair
    assert set(found) == set(ledger())
