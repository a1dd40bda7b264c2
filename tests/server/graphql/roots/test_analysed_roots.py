"""Root fields that tell what analysis reckons: the same numbers as it gives, with the things."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.analysis.audits.middle_tier import middle_tier
from kg.model.names import shorten
from kg.release.opened import OpenRelease
from server.graphql.execution.execute import execute, oracle, respond
from server.graphql.planning.prepare import Operation
from tests.server.graphql.conftest import World

Ask = Callable[..., dict[str, Any]]

GROUPS = """query($on: Date!, $kind: String, $months: Int, $first: Int, $offset: Int) {
  interlockGroups(on: $on, kind: $kind, carryMonths: $months, first: $first, offset: $offset) {
    on kind carryMonths standing coverage totalCount
    attested { bodies officers groups known } carried { bodies officers groups known }
    nodes { held organisations { id } officers { id }
      offices { held person { id } body { id } tenures { id } evidence { id } } }
    counted { claim { id } text known asserter evidence { id } } said { text } } }"""


def id_of(iri: str) -> str:
    return shorten(iri).removeprefix("id:")


def test_groups_of_a_day_are_those_that_the_analysis_finds(
    asked_of: Ask, release: OpenRelease
) -> None:
    told = asked_of(GROUPS, on="2018-11-01")["interlockGroups"]
    found = release.networks.interlocks("2018-11-01")

    assert (told["on"], told["kind"], told["carryMonths"]) == ("2018-11-01", "ccg", 12)
    assert (told["standing"], told["totalCount"]) == (195, len(found.groups))
    assert told["coverage"] == found.coverage
    assert told["attested"] == {"bodies": 52, "officers": 13, "groups": 13, "known": 61}
    assert told["carried"]["bodies"] == 103
    assert [
        (each["held"], [body["id"] for body in each["organisations"]]) for each in told["nodes"]
    ] == [(each.held.upper(), [id_of(body) for body, _ in each.bodies]) for each in found.groups]


def test_every_office_of_a_group_has_its_evidence(asked_of: Ask) -> None:
    told = asked_of(GROUPS, on="2018-11-01")["interlockGroups"]

    offices = [office for each in told["nodes"] for office in each["offices"]]
    assert offices
    assert all(each["tenures"] and each["evidence"] for each in offices)
    assert {each["held"] for each in offices} == {"ATTESTED", "CARRIED"}


def test_what_sources_counted_stands_beside_it(asked_of: Ask) -> None:
    told = asked_of(GROUPS, on="2018-11-01")["interlockGroups"]["counted"]

    texts = [each["text"] for each in told if each["asserter"] == "Health Service Journal"]
    assert any("58%" in each for each in texts)
    assert all(each["claim"]["id"] and each["evidence"] for each in told)


@pytest.mark.parametrize(
    ("given", "count"),
    [
        ({"on": "2016-09-01"}, 28),
        ({"on": "2017-04-01"}, 53),
        ({"on": "2018-11-01"}, 103),
        ({"on": "2018-11-01", "months": 0}, 52),
        ({"on": "2018-11-01", "kind": "icb"}, 0),
    ],
)
def test_each_argument_changes_who_counts(asked_of: Ask, given: dict[str, Any], count: int) -> None:
    assert asked_of(GROUPS, **given)["interlockGroups"]["carried"]["bodies"] == count


def test_groups_come_in_pages(asked_of: Ask) -> None:
    whole = asked_of(GROUPS, on="2018-11-01")["interlockGroups"]
    page = asked_of(GROUPS, on="2018-11-01", first=2, offset=1)["interlockGroups"]

    assert page["totalCount"] == whole["totalCount"]
    assert page["nodes"] == whole["nodes"][1:3]


@pytest.mark.parametrize(
    ("field", "message"),
    [
        (
            'interlockGroups(on: "2018-11-01", kind: "shop") { standing }',
            "`kind` is 'shop', which is no kind of body.",
        ),
        (
            'interlockGroups(on: "2018-11-01", carryMonths: -1) { standing }',
            "`carryMonths` is -1; it cannot be less than 0.",
        ),
        ('bridges(kind: "shop") { totalCount }', "`kind` is 'shop', which is no kind of body."),
        (
            'changesSince(area: "organisation/nobody", since: "2019-01-01") { changeCount }',
            "Nothing is known by 'organisation/nobody'.",
        ),
    ],
)
def test_what_cannot_be_asked_is_refused(refused: Ask, field: str, message: str) -> None:
    assert refused(f"{{ {field} }}")["message"] == message


def test_bridges_are_told_with_what_they_alone_hold_together(
    asked_of: Ask, release: OpenRelease
) -> None:
    told = asked_of(
        """{ bridges(on: "2018-11-01", first: 3) {
          totalCount nodes { thing { id } betweenness parts } } }"""
    )["bridges"]
    found = release.networks.bridges("2018-11-01")

    assert told["totalCount"] == len(found)
    assert [(each["thing"]["id"], each["parts"]) for each in told["nodes"]] == [
        (id_of(each.thing), [list(part) for part in each.parts]) for each in found[:3]
    ]


def test_the_longest_shared_tenure_is_told_first(asked_of: Ask) -> None:
    told = asked_of(
        """{ sharedTenures(first: 1) {
          totalCount nodes { person { label } organisations { odsCode } start end days } } }"""
    )["sharedTenures"]

    assert told["nodes"] == [
        {
            "person": {"label": "Fiona Taylor"},
            "organisations": [{"odsCode": "01T"}, {"odsCode": "01V"}],
            "start": "2013-12-31",
            "end": "2022-02-02",
            "days": 2956,
        }
    ]


MERGERS = """query($finding: [MergerFinding!]) { mergerInterlocks(finding: $finding) {
  summary totalCount nodes { day finding days officersKnown originals { id }
    shared { person { id } organisations { id } evidence { id } } } } }"""


@pytest.mark.parametrize(
    ("finding", "count"),
    [(None, 37), (["SHARED_BY_ALL"], 33), (["SHARED_BY_SOME"], 1), (["NO_SOURCE_FOUND"], 3)],
)
def test_each_merger_has_a_finding(asked_of: Ask, finding: list[str] | None, count: int) -> None:
    told = asked_of(MERGERS, finding=finding)["mergerInterlocks"]

    assert told["totalCount"] == len(told["nodes"]) == count
    assert "no source was found" in told["summary"]
    for each in told["nodes"]:
        assert bool(each["shared"]) == (each["finding"] != "NO_SOURCE_FOUND")
        assert all(one["evidence"] for one in each["shared"])


def test_a_network_is_measured_as_the_analysis_measures_it(
    asked_of: Ask, release: OpenRelease
) -> None:
    told = asked_of(
        """{ measures(view: OFFICERS, on: "2018-11-01", first: 2) {
          view on totalCount edges components communities modularity isExact
          nodes { thing { id } degree betweenness pageRank community component } } }"""
    )["measures"]
    found = release.networks.measured("officers", "2018-11-01")

    assert (told["view"], told["on"], told["isExact"]) == ("OFFICERS", "2018-11-01", True)
    assert (told["totalCount"], told["edges"]) == (found.nodes, found.edges)
    assert [
        (each["thing"]["id"], each["degree"], float(each["pageRank"])) for each in told["nodes"]
    ] == [(id_of(each.thing), each.degree, each.pagerank) for each in found.measures[:2]]


def test_audits_are_counted_in_short(asked_of: Ask) -> None:
    told = asked_of("{ audits { name description counts { what count holds } } }")["audits"]
    counts = {
        each["name"]: {one["what"]: (one["count"], one["holds"]) for one in each["counts"]}
        for each in told
    }

    assert list(counts) == ["figures", "predictions", "middle-tier", "drift", "contradictions"]
    assert counts["figures"]["differs"] == (1, None)
    assert counts["middle-tier"]["between-kinds"] == (None, False)
    assert counts["middle-tier"]["by-kind"] == (None, True)


def test_the_rule_that_no_number_comes_back_is_told_in_its_readings(
    asked_of: Ask, release: OpenRelease
) -> None:
    told = asked_of(
        """{ middleTier { name sentence holds stretches { of number since until figures { id } }
          repeats { first { number of since } again { number of since } } } }"""
    )["middleTier"]

    readings = middle_tier(release.store, release.library)
    assert [(each["name"], each["holds"]) for each in told] == [
        (each.name, each.holds) for each in readings
    ]
    assert all(one["figures"] for each in told for one in each["stretches"])
    assert told[3]["repeats"] == [
        {
            "first": {"number": 42, "of": "STPs and ICSs", "since": "2018-06-07"},
            "again": {"number": 42, "of": "ICBs", "since": "2022-07-01"},
        }
    ]


SINCE = """query($area: ID!, $since: Date!, $first: Int, $offset: Int) {
  changesSince(area: $area, since: $since, first: $first, offset: $offset) {
    area { id } since changeCount changes { id } officerCount officers { id }
    claimCount claims { id } notes } }"""


def test_what_changed_in_an_area_is_what_the_questions_tell(asked_of: Ask) -> None:
    area = "organisation/QMM/stp"
    told = asked_of(SINCE, area=area, since="2019-01-01")["changesSince"]
    asked = asked_of(
        """query($area: ID!, $since: Date!) { ask { mergers {
          sinceInArea(area: $area, since: $since) { rows(first: 500) { event { id } } } } } }""",
        area=area,
        since="2019-01-01",
    )["ask"]["mergers"]["sinceInArea"]["rows"]

    events = list(dict.fromkeys(each["event"]["id"] for each in asked))
    assert [each["id"] for each in told["changes"]] == events
    assert (told["changeCount"], told["officerCount"]) == (5, 7)
    assert told["claimCount"] == len(told["claims"]) > 0
    assert told["notes"]


def test_its_three_lists_come_in_pages(asked_of: Ask) -> None:
    given = {"area": "organisation/QMM/stp", "since": "2019-01-01"}
    whole = asked_of(SINCE, **given)["changesSince"]
    page = asked_of(SINCE, **given, first=2, offset=1)["changesSince"]

    assert page["changeCount"] == whole["changeCount"]
    assert [page[name] for name in ("changes", "officers", "claims")] == [
        whole[name][1:3] for name in ("changes", "officers", "claims")
    ]


def test_a_release_differs_from_itself_in_nothing_and_from_one_not_kept_it_is_not_told(
    asked_of: Ask, release: OpenRelease
) -> None:
    document = """query($before: String!) { differences(before: $before) {
      before after totalCount counts { state count } nodes { iri } } }"""

    assert asked_of(document, before=release.name)["differences"] == {
        "before": release.name,
        "after": release.name,
        "totalCount": 0,
        "counts": [],
        "nodes": [],
    }
    answer = execute(release, document, {"before": "r0"})
    assert answer["errors"][0]["extensions"]["code"] == "unknown-release"


@pytest.mark.parametrize(
    "document",
    [
        "{ middleTier { name holds stretches { number } } audits { name counts { what } } }",
        "{ measures(view: LINEAGE, first: 2) { totalCount nodes { thing { id } degree } } }",
        '{ interlockGroups(on: "2020-03-31") { coverage nodes { organisations { id } } } }',
        "{ bridges { totalCount } sharedTenures { totalCount } mergerInterlocks { summary } }",
    ],
)
def test_the_answer_is_the_one_that_graphql_core_makes(document: str, world: World) -> None:
    asked = Operation(document, on_error="PROPAGATE")

    assert respond(world, asked) == oracle(world, asked)
