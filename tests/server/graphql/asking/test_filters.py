"""Filters: which ones, at the root and further down."""

from typing import Any

import pytest

Ask = Any


def bodies(ask: Ask, where: str) -> list[str]:
    data = ask(f"{{ organisations(where: {{{where}}}) {{ totalCount nodes {{ name }} }} }}")
    names = [each["name"] for each in data["organisations"]["nodes"]]
    assert data["organisations"]["totalCount"] == len(names)
    return names


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ('name: {eq: "North"}', ["North"]),
        ('name: {eq: "north"}', []),
        ('name: {contains: "OUT"}', ["South"]),
        ('name: {startsWith: "the "}', ["The Paper"]),
        ('name: {in: ["North", "East", "none"]}', ["East", "North"]),
        ("name: {in: []}", []),
        ("name: {in: null}", ["East", "North", "South", "The Paper", "United"]),
        ('altName: {eq: "N"}', ["North"]),
        ('altName: {startsWith: "n"}', ["North"]),
        ("altName: {isNull: false}", ["North"]),
        ("odsCode: {isNull: true}", ["The Paper"]),
        ("inRegister: {eq: false}", ["The Paper"]),
        ('start: {atLeast: "2013-04-02"}', ["United"]),
        ('start: {atMost: "2013-04-01"}', ["North", "South"]),
        ('start: {eq: "2020-04-01"}', ["United"]),
        ('organisationType: {eq: "ccg"}', ["North", "South", "United"]),
        ('organisationType: {in: ["stp", "cotv:type-publisher"]}', ["East", "The Paper"]),
        ('id: {eq: "organisation/E1/stp"}', ["East"]),
        ('id: {in: ["organisation/E1/stp", "id:organisation/S1/ccg"]}', ["East", "South"]),
        ('label: {eq: "East"}', ["East"]),
        ('not: {organisationType: {eq: "ccg"}}', ["East", "The Paper"]),
        ('or: [{name: {eq: "East"}}, {odsCode: {eq: "N1"}}]', ["East", "North", "United"]),
        ('and: [{odsCode: {eq: "N1"}}, {not: {name: {eq: "North"}}}]', ["United"]),
        ("or: []", []),
        ("not: {}", []),
        ("", ["East", "North", "South", "The Paper", "United"]),
    ],
)
def test_a_condition_on_a_value(ask: Ask, where: str, expected: list[str]) -> None:
    assert bodies(ask, where) == expected


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("tenures: {some: {}}", ["North", "South", "United"]),
        ("tenures: {none: {}}", ["East", "The Paper"]),
        ('tenures: {some: {holder: {name: {eq: "Ann"}}}}', ["North", "South"]),
        ('tenures: {some: {holder: {name: {eq: "Ann"}}, earliestEnd: {atMost: "2019-12-31"}}}',
         ["North"]),
        ('tenures: {none: {holder: {name: {eq: "Ann"}}}}', ["East", "The Paper", "United"]),
        # Without any, every holds: it is the contrary of "some are not".
        ("tenures: {every: {chiefOfficer: {eq: true}}}", ["East", "North", "South", "The Paper"]),
        ("tenures: {every: {chiefOfficer: {eq: true}}, some: {}}", ["North", "South"]),
        ("claims: {count: {atLeast: 3}}", ["North"]),
        ("claims: {count: {atMost: 0}}", ["East", "The Paper", "United"]),
        ("claims: {count: {eq: 2}}", ["South"]),
        ('claims: {count: {of: {text: {contains: "beta"}}, eq: 2}}', ["North"]),
        ('claims: {count: {of: {text: {contains: "beta"}}, eq: 0}}',
         ["East", "South", "The Paper", "United"]),
        ('claims: {some: {evidence: {some: {inDocument: {title: {eq: "A report"}}}}}}', ["North"]),
        ('claims: {some: {asserter: {some: {person: {name: {eq: "Bob"}}}}}}', ["North", "South"]),
        ("claims: {some: {asserter: {some: {agentGroup: {}}}}}", ["North"]),
        ("claims: {some: {asserter: {some: {not: {person: {}}}}}}", ["North"]),
        ('or: [{claims: {count: {atLeast: 3}}}, {tenures: {some: {holder: {name: {eq: "Bob"}}}}}]',
         ["North", "United"]),
        ('not: {claims: {some: {disputes: {some: {}}}}}',
         ["East", "South", "The Paper", "United"]),
        ('incomingAffiliations: {count: {of: {fromOrganisation: {claims: {count: {atLeast: 2}}}},'
         " eq: 2}}", ["East"]),
    ],
)  # fmt: skip
def test_a_condition_on_what_it_leads_to(ask: Ask, where: str, expected: list[str]) -> None:
    assert bodies(ask, where) == expected


def test_a_filter_on_a_nested_list_keeps_the_parents(ask: Ask) -> None:
    data = ask(
        '{ organisations(where: {organisationType: {eq: "ccg"}}) { nodes { name'
        '  claims(where: {asserter: {some: {person: {name: {eq: "Bob"}}}}}) {'
        "    totalCount nodes { text } } } } }"
    )

    assert data["organisations"]["nodes"] == [
        {
            "name": "North",
            "claims": {"totalCount": 2, "nodes": [{"text": "Beta again"}, {"text": "no label"}]},
        },
        {"name": "South", "claims": {"totalCount": 1, "nodes": [{"text": "gamma"}]}},
        {"name": "United", "claims": {"totalCount": 0, "nodes": []}},
    ]


def test_nested_conditions_hold_in_nested_lists_too(ask: Ask) -> None:
    data = ask(
        '{ organisations(where: {name: {in: ["North", "South"]}}) { nodes { name'
        "  claims(where: {or: [{disputedBy: {some: {}}}, {asserter: {count: {atLeast: 2}}}]})"
        "  { totalCount nodes { id } } } } }"
    )

    assert data["organisations"]["nodes"] == [
        {
            "name": "North",
            "claims": {"totalCount": 2, "nodes": [{"id": "claim/1"}, {"id": "claim/2"}]},
        },
        {"name": "South", "claims": {"totalCount": 0, "nodes": []}},
    ]


@pytest.mark.parametrize(
    ("where", "expected"),
    [
        ("restatement: {}", ["claim/5"]),
        ("restatement: {fidelity: {eq: DROPS_QUALIFIER}}", ["claim/5"]),
        ("restatement: {fidelity: {eq: FAITHFUL}}", []),
        ('officeClaim: {claimedHolder: {name: {eq: "Ann"}}}', ["claim/6"]),
        ("or: [{restatement: {}}, {officeClaim: {}}]", ["claim/5", "claim/6"]),
        ("not: {or: [{restatement: {}}, {officeClaim: {}}]}",
         ["claim/1", "claim/2", "claim/3", "claim/4"]),
        ("claimType: {isNull: false}", ["claim/1"]),
        ("evidence: {some: {citation: {}}}", ["claim/2"]),
        ("evidence: {some: {textSpan: {startOffset: {eq: 0}}}}", ["claim/1"]),
        ('text: {eq: null, contains: "BETA"}', ["claim/2", "claim/3"]),
    ],
)  # fmt: skip
def test_a_condition_on_what_only_some_kinds_have(
    ask: Ask, where: str, expected: list[str]
) -> None:
    data = ask(
        f"{{ claims(where: {{{where}}}, orderBy: {{field: ID}}) {{ totalCount nodes {{ id }} }} }}"
    )

    assert [each["id"] for each in data["claims"]["nodes"]] == expected
    assert data["claims"]["totalCount"] == len(expected)


def test_numbers_are_compared_as_numbers(ask: Ask) -> None:
    data = ask(
        "query($most: Decimal) {"
        "  small: figures(where: {value: {atMost: $most}}) { nodes { value } }"
        '  same: figures(where: {value: {eq: "740000.0"}}) { nodes { value } }'
        "  one: figures(where: {value: {in: [0.25, 3]}}) { nodes { value } } }",
        most="0.3",
    )

    assert data == {
        "small": {"nodes": [{"value": "0.25"}]},
        "same": {"nodes": [{"value": "740000"}]},
        "one": {"nodes": [{"value": "0.25"}]},
    }


@pytest.mark.parametrize(
    ("corpus", "expected"),
    [
        ("annotated", ["claim/1", "claim/3", "claim/5"]),
        ("ANNOTATED", ["claim/1", "claim/3", "claim/5"]),
        ("cited", ["claim/2", "claim/6"]),
        ("register", []),
        ("all", ["claim/1", "claim/2", "claim/3", "claim/5", "claim/6"]),
        ("document/d1", []),
    ],
)
def test_a_corpus_is_asked_at_the_root(ask: Ask, corpus: str, expected: list[str]) -> None:
    data = ask(
        "query($c: ID) { claims(corpus: $c, orderBy: {field: ID}) { nodes { id } } }", c=corpus
    )

    assert [each["id"] for each in data["claims"]["nodes"]] == expected


def test_lists_of_claims_take_over_the_corpus_and_other_lists_do_not(ask: Ask) -> None:
    data = ask(
        '{ organisation(id: "organisation/N1/ccg", corpus: "register") { claims { totalCount }'
        '  tenures { totalCount } cited: claims(corpus: "cited") { totalCount } } }'
    )

    assert data["organisation"] == {
        "claims": {"totalCount": 0},
        "tenures": {"totalCount": 1},
        "cited": {"totalCount": 1},
    }
