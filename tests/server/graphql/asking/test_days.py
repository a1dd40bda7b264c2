"""The day that is asked: at its borders, further down, and carried."""

from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.model.names import cot, mint
from kg.model.terms import Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.interval import CARRIED, HOLDS, Bounds, holding

Ask = Any


@pytest.mark.parametrize(
    ("day", "expected"),
    [
        ("2013-03-31", []),
        ("2013-04-01", ["North", "South"]),
        ("2016-12-30", ["North", "South"]),
        ("2016-12-31", ["East", "North", "South"]),
        ("2020-03-31", ["East", "North", "South"]),
        ("2020-04-01", ["East", "United"]),
        ("2030-01-01", ["East", "United"]),
    ],
)
def test_the_first_and_the_last_day_count(ask: Ask, day: str, expected: list[str]) -> None:
    # The merger day: the old bodies stand to the end of March, the new one from 1 April.
    data = ask(
        "query($on: Date) { organisations(asOf: $on) { totalCount nodes { name } } }", on=day
    )

    assert [each["name"] for each in data["organisations"]["nodes"]] == expected
    assert data["organisations"]["totalCount"] == len(expected)


def test_what_may_have_begun_is_left_out_and_can_be_told_from_what_had_not(ask: Ask) -> None:
    # East began in December 2016, nobody says on which day.
    data = ask("""{ sure: organisations(asOf: "2016-12-15", where: {name: {eq: "East"}}) {
        nodes { name } }
      near: organisations(asOf: "2016-12-15", carryMonths: 1, where: {name: {eq: "East"}}) {
        nodes { name held } }
      east: organisation(id: "organisation/E1/stp") {
        before: held(on: "2016-11-30") then: held(on: "2016-12-15") } }""")

    assert data == {
        "sure": {"nodes": []},
        "near": {"nodes": [{"name": "East", "held": "CARRIED"}]},
        "east": {"before": "NOT_HELD", "then": "UNKNOWN"},
    }


def test_the_day_is_taken_over_by_every_dated_list_below(ask: Ask) -> None:
    document = """query($on: Date) { organisation(id: "organisation/E1/stp", asOf: $on) {
      incomingAffiliations(orderBy: {field: ID}) { totalCount nodes { fromOrganisation { name
        tenures { nodes { holder { name } held } } } } } } }"""

    before, after = ask(document, on="2020-03-31"), ask(document, on="2020-04-01")

    assert before["organisation"]["incomingAffiliations"] == {
        "totalCount": 2,
        "nodes": [
            # Ann is attested in the north to the end of October 2019 only.
            {"fromOrganisation": {"name": "North", "tenures": {"nodes": []}}},
            {
                "fromOrganisation": {
                    "name": "South",
                    "tenures": {"nodes": [{"holder": {"name": "Ann"}, "held": "ATTESTED"}]},
                }
            },
        ],
    }
    assert after["organisation"]["incomingAffiliations"] == {
        "totalCount": 1,
        "nodes": [
            {
                "fromOrganisation": {
                    "name": "United",
                    "tenures": {"nodes": [{"holder": {"name": "Bob"}, "held": "ATTESTED"}]},
                }
            }
        ],
    }


def test_null_leaves_the_day_off_again_and_another_day_replaces_it(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/E1/stp", asOf: "2020-04-01") {
      then: incomingAffiliations(orderBy: {field: ID}) { nodes { id } }
      ever: incomingAffiliations(asOf: null) { totalCount }
      eve: incomingAffiliations(asOf: "2020-03-31") { totalCount } } }""")

    assert data["organisation"] == {
        "then": {"nodes": [{"id": "affiliation/u"}]},
        "ever": {"totalCount": 3},
        "eve": {"totalCount": 2},
    }


def test_a_code_that_was_used_twice_names_one_body_on_a_day(ask: Ask) -> None:
    document = 'query($on: Date) { organisation(odsCode: "N1", asOf: $on) { name } }'

    assert ask(document, on="2020-03-31") == {"organisation": {"name": "North"}}
    assert ask(document, on="2020-04-01") == {"organisation": {"name": "United"}}
    assert ask(document, on="2000-01-01") == {"organisation": None}


def test_a_body_without_dates_passes_a_day_that_was_not_asked_of_it(ask: Ask) -> None:
    # When a paper was founded is nowhere recorded; it is still the one who says so.
    data = ask("""{ organisation(id: "organisation/N1/ccg", asOf: "2019-05-01") {
        claims(where: {asserter: {some: {organisation: {}}}}) {
          nodes { asserter { nodes { ... on Organisation { name } } } } } }
      organisations(asOf: "2019-05-01", where: {name: {eq: "The Paper"}}) { totalCount } }""")

    assert data == {
        "organisation": {"claims": {"nodes": [{"asserter": {"nodes": [{"name": "The Paper"}]}}]}},
        "organisations": {"totalCount": 0},
    }


def test_conditions_are_asked_of_the_day_too(ask: Ask) -> None:
    document = """query($on: Date) { people(asOf: $on, where: {tenures: {count: {of: {
      chiefOfficer: {eq: true}, organisation: {organisationType: {eq: "ccg"}}}, atLeast: 2}}}) {
      nodes { name } } }"""

    def shared(day: str) -> list[str]:
        return [each["name"] for each in ask(document, on=day)["people"]["nodes"]]

    assert shared("2018-12-31") == []
    assert shared("2019-01-01") == ["Ann"]
    assert shared("2019-10-31") == ["Ann"]
    assert shared("2019-11-01") == []


@pytest.mark.parametrize(
    ("day", "months", "expected"),
    [
        ("2019-10-31", 0, "ATTESTED"),
        ("2019-11-01", 0, None),
        ("2019-11-01", 1, "CARRIED"),
        ("2019-11-30", 1, "CARRIED"),
        ("2020-01-31", 3, "CARRIED"),
        ("2020-02-01", 3, None),
        ("2020-03-31", 5, "CARRIED"),
        ("2020-04-01", 12, None),  # the group had closed: nothing is carried past that
    ],
)
def test_a_tenure_is_carried_so_many_months(
    ask: Ask, day: str, months: int, expected: str | None
) -> None:
    data = ask(
        """query($on: Date, $months: Int) {
        tenures(asOf: $on, carryMonths: $months, where: {id: {eq: "tenure/ann-n"}}) {
          nodes { held } } }""",
        on=day, months=months,
    )  # fmt: skip

    assert data["tenures"]["nodes"] == ([{"held": expected}] if expected else [])


def test_how_sure_it_is_can_be_asked_of_any_day(ask: Ask) -> None:
    data = ask("""{ tenures(where: {id: {eq: "tenure/ann-n"}}) { nodes {
      none: held
      before: held(on: "2018-04-30")
      carried: held(on: "2018-04-30", carryMonths: 1)
      first: held(on: "2018-05-01")
      maybe: held(on: "2020-03-31")
      never: held(on: "2020-04-01") } } }""")

    assert data["tenures"]["nodes"] == [
        {
            "none": None,
            "before": "UNKNOWN",
            "carried": "CARRIED",
            "first": "ATTESTED",
            "maybe": "UNKNOWN",
            "never": "NOT_HELD",
        }
    ]


DAYS = st.dates(date(2018, 11, 1), date(2020, 4, 2))


@settings(max_examples=60, deadline=None)
@given(
    st.lists(DAYS, min_size=4, max_size=4),
    st.tuples(*[st.booleans()] * 3),
    DAYS,
    st.integers(0, 14),
)
def test_the_test_means_the_same_in_both_engines_and_in_python(
    given_days: list[date], known: tuple[bool, bool, bool], day: date, months: int
) -> None:
    first, start, end, last = (each.isoformat() for each in sorted(given_days))
    bounds = Bounds(
        first if known[0] else None, start, end if known[1] else None, last if known[2] else None
    )
    thing, graph = mint("thing", "a"), mint("graph", "g")
    names = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
    world = [
        Statement(thing, cot(name), Literal.date(value), graph)
        for name, value in zip(names, bounds, strict=True)
        if value
    ]
    wanted = "\n".join(
        f"OPTIONAL {{ ?thing {cot(each).nt()} ?{each} }}" for each in names[::2] + names[3:]
    )
    query = (
        f"SELECT ?held ?carried WHERE {{ VALUES (?day ?carryMonths) "
        f"{{ ({Literal.date(day.isoformat()).nt()} {months}) }}\n"
        f"?thing {cot('latestStart').nt()} ?latestStart .\n{wanted}\n"
        f"BIND (({HOLDS}) AS ?held) BIND (({CARRIED}) AS ?carried) }}"
    )

    expected = holding(bounds, day.isoformat(), months)

    for store in (OxigraphStore.memory(world), RdflibStore(world)):
        ((held, carried),) = store.select(query).rows
        assert held == Literal.of(expected == "attested")
        assert held == Literal.of(True) or carried == Literal.of(expected == "carried")
