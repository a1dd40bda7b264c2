"""What the sources count, counted again, or the reason why it was not."""

import pytest

from kg.model.names import ID, RDF_TYPE, cot, cotv
from kg.model.terms import Iri, Literal, Statement
from tests.kg.derive.conftest import (
    ASKED,
    DOCUMENT,
    ENGLAND,
    SOURCE,
    Said,
    audited,
    dated,
    told,
    verdicts,
)

SPAN = Iri(ID + "time/d/year")
GROUP = Iri(ID + "group/d/some")
AREA = Iri(ID + "area/kent")
RIGHT = {"value": 191}


def test_a_difference_says_by_how_much_and_which_way(shipped: list[Statement]) -> None:
    said = [
        Said("countCcg", "2019-10-15", number={"value": 190}),
        Said("countCcg", "2019-10-15", "around", number={"value": 100}),
    ]

    assert verdicts(audited(shipped, told(said))) == {
        0: ["differs", "191", "-1", "2019-10-15", "The register counts 191 on 2019-10-15.",
            "audits 1"],
        1: ["differs", "191", "-81", "2019-10-15",
            "The register counts 191 on 2019-10-15. Said as 'around', 90 to 110 would agree.",
            "audits 1"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("said", "reason"),
    [
        (Said("countCcg", "2019-10-15", "vague"), "It names no number."),
        (
            Said("countCcg", "2019-10-15", number=RIGHT, more=(("unit", cotv("unit-percent")),)),
            "It is a share, and the register counts bodies.",
        ),
        (
            Said("countIcs", "2019-10-15", number={"value": 42}),
            "The register does not date when a partnership became an integrated care system.",
        ),
        (
            Said("countAlliance", "2019-10-15", number=RIGHT),
            "The register does not count this quantity.",
        ),
        (
            Said("countCcg", "2019-10-15", status="hypothetical", number=RIGHT),
            "It is hypothetical, not a count.",
        ),
        (
            Said("countCcg", "2019-10-15", status="target", number=RIGHT),
            "It is target, not a count.",
        ),
        (
            Said("countCcg", "2019-10-15", number=RIGHT, more=(("scopeText", Literal("in debt")),)),
            "It is of a part only: in debt.",
        ),
        (
            Said("countCcg", "2019-10-15", number=RIGHT, more=(("ofArea", AREA),)),
            "It is of an area, a body or a group whose members the source does not list.",
        ),
        (
            Said("countCcg", "2019-10-15", number=RIGHT, more=(("subject", GROUP),)),
            "It is of an area, a body or a group whose members the source does not list.",
        ),
        (
            Said("countCcg", number=RIGHT),
            "Neither it nor its source says for which days it is.",
        ),
        (
            Said("countCcg", status="planned", number=RIGHT),
            "It does not say by when it is to be so. Such a number has stood.",
        ),
        (
            Said("countCcg", "", "around", "predicted", {"minValue": 60, "maxValue": 70}),
            "It does not say by when it is to be so. No such number has ever stood.",
        ),
        (
            Said("countCcg", "2012-05-24", number={"value": 212}),
            "The register counts such bodies from 2013-04-01 on.",
        ),
        (
            Said("countIcb", "2027-04-01", status="planned", number={"value": 36}),
            "The register knows of no change after 2026-04-01.",
        ),
    ],
)  # fmt: skip
def test_what_cannot_be_compared_says_why(
    shipped: list[Statement], said: Said, reason: str
) -> None:
    group = [
        Statement(GROUP, RDF_TYPE, cot("AgentGroup"), SOURCE),
        Statement(GROUP, cot("groupQuantifier"), cotv("q-exact"), SOURCE),
    ]

    assert verdicts(audited(shipped, told([said], *group))) == {
        0: ["notComparable", "", "", "", reason, "unaudited 1"]
    }


def test_a_number_of_a_year_agrees_when_it_stood_on_some_day_of_it(
    shipped: list[Statement],
) -> None:
    span = (("timeSpan", SPAN),)
    said = [
        Said("countStp", number={"value": 44}, more=span),
        Said("countStp", number={"value": 45}, more=span),
        Said("countCcg", number={"value": 207}, more=span),
    ]
    year = dated(SPAN, earliestStart="2016-01-01", latestEnd="2017-12-31")

    found = verdicts(audited(shipped, told(said, *year)))

    assert [row[:4] for row in found.values()] == [
        ["agrees", "44", "", "2016-12-01"],
        ["differs", "44", "1", "2016-12-01"],
        ["agrees", "207", "", "2017-04-01"],
    ]
    assert found[2][4] == (
        "The register counts 207 on 2017-04-01, one of the days from 2016-01-01 to 2017-12-31"
        " that may be meant; over all of them from 207 to 209."
    )


def test_an_undated_number_takes_the_days_of_its_source_or_the_last_number_before_it(
    shipped: list[Statement],
) -> None:
    said = [
        Said("countCcg", number=RIGHT),
        Said("countPct", number={"value": 151}),
        Said("countPct", number={"value": 150}),
    ]
    issued = dated(DOCUMENT, earliestIssued="2019-10-01", latestIssued="2019-10-31")

    found = verdicts(audited(shipped, told(said, *issued)))

    assert [row[:4] for row in found.values()] == [
        ["agrees", "191", "", "2019-10-01"],
        ["agrees", "151", "", "2012-12-31"],
        ["differs", "151", "-1", "2012-12-31"],
    ]
    assert found[0][4].endswith("The days are those on which the source came out.")
    assert found[1][4].endswith("the last number; they were gone when the source came out.")


def test_where_the_register_knows_one_number_only_an_undated_one_is_set_against_it(
    shipped: list[Statement],
) -> None:
    of_england = (("subject", GROUP), ("ofArea", ENGLAND))
    said = [Said("countPct", number={"value": 150}, more=of_england)]
    group = Statement(GROUP, RDF_TYPE, cot("AgentGroup"), SOURCE)

    assert verdicts(audited(shipped, told(said, group))) == {
        0: ["differs", "151", "-1", "2012-12-31",
            "The register counts 151 on 2012-12-31, the only number that it knows; the source"
            " does not say for which day its own is.", "audits 1"],
    }  # fmt: skip


@pytest.mark.parametrize(
    ("merging", "forming", "after", "expected"),
    [
        (74, 18, 135, ["agrees", "agrees", "agrees", "agrees"]),
        (75, 18, 134, ["differs", "agrees", "differs", "agrees"]),
        (74, 17, 135, ["agrees", "differs", "agrees", "differs"]),
    ],
)
def test_the_numbers_of_a_plan_of_mergers_are_checked_against_the_register_and_each_other(
    shipped: list[Statement], merging: int, forming: int, after: int, expected: list[str]
) -> None:
    plan, claim = Iri(ID + "proposal/d/p"), Iri(ID + "claim/d/1")
    groups = (Iri(ID + "group/d/merging"), Iri(ID + "group/d/forming"))
    figures = [Iri(f"{ID}figure/d/{place}") for place in range(4)]
    facts: list[tuple[Iri, str, Iri]] = [
        (plan, "changeType", cotv("change-merger")),
        (plan, "proposedOriginal", groups[0]),
        (plan, "proposedResult", groups[1]),
        (claim, "about", plan),
        (claim, "content", figures[2]),
        (claim, "content", figures[3]),
        *((group, "inArea", ENGLAND) for group in groups),
        *((group, "groupSize", figure) for group, figure in zip(groups, figures, strict=False)),
    ]
    source = [Statement(one, cot(name), two, SOURCE) for one, name, two in facts]
    source.append(Statement(plan, RDF_TYPE, cot("ChangeProposal"), SOURCE))
    source += [Statement(group, RDF_TYPE, cot("AgentGroup"), SOURCE) for group in groups]
    said = [
        Said("countCcg", "2020-04-01", status="planned", number={"value": merging}),
        Said("countCcg", "2020-04-01", status="planned", number={"value": forming}),
        Said("countCcg", "2020-03-31", number=RIGHT),
        Said("countCcg", "2020-04-01", status="planned", number={"value": after}),
    ]

    rows = audited(shipped, told(said, *source)).select(ASKED).rows
    found = {
        (str(row[0]).rpartition("/")[2], getattr(row[6], "text", "")): getattr(row[1], "text", "")
        for row in rows
        if str(row[0]) in figures
    }

    assert [
        found["0", "merger-audits 1"],
        found["1", "merger-audits 1"],
        found["3", "audits 1"],
        found["3", "sum-audits 1"],
    ] == expected


def test_two_sources_disagree_only_about_the_same_thing_and_time(
    shipped: list[Statement],
) -> None:
    other = Iri(ID + "document/e")
    said = [
        Said("countCcg", "2019-10-15", number=RIGHT),
        Said("countCcg", "2019-10-15", number={"value": 195}),  # of another source
        Said("countCcg", "2019-10-15", "around", number={"value": 200}),  # would allow 191
        Said("countCcg", "2018-10-15", number={"value": 195}),  # another day
        Said("countStp", "2019-10-15", number={"value": 44}),  # another quantity
        Said("countCcg", "2019-10-15", status="suggested", number={"value": 60}),
    ]
    source = [
        Statement(each.subject, each.predicate, other, SOURCE)
        if each.predicate == cot("inDocument") and not each.subject.endswith("/0-1")
        else each
        for each in told(said)
    ]

    asked = ASKED.partition("SELECT")[0] + "SELECT ?a ?b { ?a cot:disagreesWith ?b } ORDER BY ?a"
    found = audited(shipped, source).select(asked).rows

    one, two = (Iri(f"{ID}figure/d/{place}") for place in (0, 1))
    assert found == [(one, two), (two, one)]
