"""Mergers of two bodies and more as journalists word them, and what only looks like one."""

import pytest

from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions


def told(text: str, issued: str) -> list[tuple[list[str], str, str]]:
    changes = read_facts(text, read_mentions(text, issued=issued)).changes
    return [([each.name for each in one.parties], one.status, one.date) for one in changes]


MERTON = ["Merton CCG", "Wandsworth CCG"]
NENE = ["Nene CCG", "Corby CCG"]
SURREY = ["Sussex ICB", "Surrey Heartlands ICB"]
BURY = ["Bury CCG", "Rochdale CCG"]
SHROPSHIRE = ["Shropshire CCG", "Telford and Wrekin CCG"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Plans for Merton CCG to join forces with Wandsworth CCG have been mothballed.",
            (MERTON, "delayed", ""),
        ),
        (
            "Merton CCG’s GPs have rejected a tie-up with Wandsworth CCG.",
            (MERTON, "rejected", ""),
        ),
        (
            "Merton CCG and Wandsworth CCG share an accountable officer. The two have now asked "
            "NHS England for permission to merge next April.",
            (MERTON, "proposed", "2020-04"),
        ),
        (
            "Nene CCG, which covers most of the county, is to take over its smaller neighbour Corby"
            " CCG.",
            (NENE, "planned", ""),
        ),
        (
            "The governing bodies of Nene and Corby CCGs have agreed to merge. The new "
            "organisation will start life on 1 April 2020.",
            (NENE, "agreed", "2020-04-01"),
        ),
        (
            "The proposed merger of Bury and Rochdale CCGs will not now take place.",
            (BURY, "rejected", ""),
        ),
        (
            "Bury and Rochdale CCGs have been discussing a union. Last week Rochdale walked away "
            "from the talks.",
            (BURY, "dropped", ""),
        ),
        (
            "Bury CCG and Rochdale CCG were due to become one in April but the date has slipped to "
            "October.",
            (BURY, "delayed", "2019-10"),
        ),
        (
            "Bury CCG and Rochdale CCG had intended to merge in April 2020 but have agreed to wait "
            "until April 2021.",
            (BURY, "delayed", "2021-04"),
        ),
        (
            "Bury CCG and Rochdale CCG have abandoned hope of merging next April. They now aim for "
            "April 2021.",
            (BURY, "delayed", "2021-04"),
        ),
        (
            "Bury CCG and Rochdale CCG will merge after regional directors dropped their "
            "objections.",
            (BURY, "approved", ""),
        ),
        ("A merger of Bury CCG and Rochdale CCG is off the table.", (BURY, "dropped", "")),
        (
            "Bury CCG and Rochdale CCG have been told they can become one from April 2020.",
            (BURY, "approved", "2020-04"),
        ),
        (
            "Shropshire CCG’s board voted by nine to four against opening merger talks with Telford"
            " and Wrekin CCG.",
            (SHROPSHIRE, "rejected", ""),
        ),
        (
            "Sussex ICB and Surrey Heartlands ICB have appointed Jo Smith as their joint chief "
            "executive before they merge in April 2026.",
            (SURREY, "planned", "2026-04"),
        ),
        (
            "The merger of Sussex ICB and Surrey Heartlands ICB must wait until 2027.",
            (SURREY, "delayed", "2027"),
        ),
        (
            "Sussex ICB is not yet ready. It hopes to merge with Surrey Heartlands ICB.",
            (SURREY, "proposed", ""),
        ),
        (
            "There are two boards here: Sussex ICB and Surrey Heartlands ICB. We are told that a "
            "merger would release £5m.",
            (SURREY, "proposed", ""),
        ),
    ],
)
def test_two_bodies_merge_in_many_words(text: str, expected: tuple[list[str], str, str]) -> None:
    assert told(text, "2019-05-14") == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Sussex ICB and Surrey Heartlands ICB have clustered.", (SURREY, "cluster", "")),
        ("Sussex ICB and Surrey Heartlands ICB are to cluster.", (SURREY, "cluster", "")),
        ("Sussex ICB is to cluster with Surrey Heartlands ICB.", (SURREY, "cluster", "")),
        (
            "Sussex ICB and Surrey Heartlands ICB will be run as a cluster and, if ministers agree,"
            " will merge in April 2027.",
            (SURREY, "cluster", "2027-04"),
        ),
    ],
)
def test_bodies_run_as_one_are_a_cluster_and_not_merged(
    text: str, expected: tuple[list[str], str, str]
) -> None:
    assert told(text, "2025-05-14") == [expected]


def test_mergers_told_as_a_number_lend_their_status_and_day_to_each() -> None:
    text = (
        "NHS England has approved seven mergers, cutting the number of CCGs to 106 next April. "
        "The biggest will bring together Bury CCG and Rochdale CCG. Nene and Corby CCGs will also "
        "merge. Merton and Wandsworth CCGs have dropped proposals to merge."
    )
    assert told(text, "2019-05-14") == [
        (BURY, "approved", "2020-04"),
        (NENE, "approved", "2020-04"),
        (MERTON, "dropped", ""),
    ]


def test_among_mergers_only_an_outcome_may_be_told() -> None:
    text = (
        "Nene CCG and Corby CCG have been cleared to merge. Three groups in Leicestershire got the "
        "nod last month. Merton CCG and Wandsworth CCG were successful too."
    )
    assert told(text, "2019-05-14") == [
        (NENE, "approved", ""),
        (["CCGs in Leicestershire"], "approved", ""),
        (MERTON, "approved", ""),
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Manchester’s three groups are to merge by April 2020.", "Manchester CCGs"),
        ("Those in Essex are to merge by April 2020.", "Essex CCGs"),
        ("CCGs in Essex are to merge by April 2020.", "CCGs in Essex"),
        (
            "South west London got the green light for its six-way merger in 2020.",
            "South west London CCGs",
        ),
        ("Sussex\n\nWe are going from seven CCGs to three in April 2020.", "Sussex CCGs"),
    ],
)
def test_a_group_is_called_by_its_place(text: str, expected: str) -> None:
    assert [parties for parties, *_ in told(text, "2019-05-14")] == [[expected]]


@pytest.mark.parametrize(
    "text",
    [
        "Bury CCG, which was not invited, will stay in the Greater Manchester STP and not merge.",
        "Brent and Harrow CCGs will go in with Ealing CCG under Ann Bell, their chief officer.",
        "Bury and Rochdale CCGs have no intention of merging.",
        "There should typically be one CCG for each integrated care system.",
        "Ann Bell will replace Jo Smith as chief officer of Bury CCG and Rochdale CCG.",
        "There are now 191 CCGs. Any merger must have the support of GPs.",
        "Bury CCG and Rochdale CCG are to combine their finance teams.",
        "Bury CCG has taken over the contract from Rochdale CCG.",
        "Bury Foundation Trust and Rochdale Foundation Trust are to merge, with the backing of "
        "Bury CCG and Rochdale CCG.",
        "The union Unison has written to Bury CCG and Rochdale CCG about pay.",
        "In 2016 Bury CCG got the go-ahead for a new hospital with Rochdale CCG.",
    ],
)
def test_what_is_no_merger_is_told_as_none(text: str) -> None:
    assert told(text, "2019-05-14") == []
