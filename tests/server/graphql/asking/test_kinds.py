"""Kinds of things: interfaces, unions, codes, fragments, and what a document may do with them."""

from typing import Any

import pytest

Ask = Any
REGISTER = "graph:register/world"


def test_an_interface_gives_each_thing_as_what_it_is(ask: Ask) -> None:
    data = ask("""{ claims(orderBy: {field: ID}) { nodes { __typename id
      ... on Restatement { fidelity restates { __typename ... on Provision { name modality } } }
      ... on OfficeClaim { roleText claimedHolder { name } }
      ... on PlainClaim { plain: text } } } }""")

    assert data["claims"]["nodes"] == [
        {"__typename": "PlainClaim", "id": "claim/1", "plain": "alpha"},
        {"__typename": "PlainClaim", "id": "claim/2", "plain": "beta"},
        {"__typename": "PlainClaim", "id": "claim/3", "plain": "Beta again"},
        {"__typename": "PlainClaim", "id": "claim/4", "plain": "no label"},
        {
            "__typename": "Restatement",
            "id": "claim/5",
            "fidelity": ["DROPS_QUALIFIER"],
            "restates": {
                "__typename": "Provision", "name": "One group each", "modality": "EXPECTATION",
            },
        },
        {
            "__typename": "OfficeClaim",
            "id": "claim/6",
            "roleText": "Chief",
            "claimedHolder": {"name": "Ann"},
        },
    ]  # fmt: skip


def test_a_subclass_has_a_list_of_its_own(ask: Ask) -> None:
    data = ask("{ restatements { totalCount nodes { id } } officeClaims { totalCount } }")

    assert data == {
        "restatements": {"totalCount": 1, "nodes": [{"id": "claim/5"}]},
        "officeClaims": {"totalCount": 1},
    }


def test_a_union_is_told_apart_by_fragments(ask: Ask) -> None:
    data = ask("""{ claim(id: "claim/1") { asserter { totalCount nodes { __typename
      ... on Node { id } ...Person ... on AgentGroup { enumerated } } } } }
      fragment Person on Person { name }""")

    assert data["claim"]["asserter"] == {
        "totalCount": 2,
        "nodes": [
            {"__typename": "Person", "id": "person/ann", "name": "Ann"},
            {"__typename": "AgentGroup", "id": "group/leaders", "enumerated": False},
        ],
    }


def test_one_key_may_mean_different_fields_for_different_kinds(ask: Ask) -> None:
    # Under one key: what is said of a body, and what a person says.
    data = ask("""{
      node(id: "person/bob") { ...Told } other: node(id: "organisation/S1/ccg") { ...Told } }
      fragment Told on Node { __typename ... on Person { claims: claimsMade { nodes { id } } }
      ... on Organisation { claims(first: 1) { nodes { id } } } }""")

    assert data == {
        "node": {
            "__typename": "Person",
            "claims": {"nodes": [{"id": "claim/3"}, {"id": "claim/5"}, {"id": "claim/4"}]},
        },
        "other": {"__typename": "Organisation", "claims": {"nodes": [{"id": "claim/6"}]}},
    }


# rdflib warns of its own use of what it no longer wants used.
@pytest.mark.filterwarnings("ignore:Dataset.contexts is deprecated:DeprecationWarning")
def test_anything_can_be_anything(ask: Ask) -> None:
    data = ask("""{ claims(where: {about: {count: {atLeast: 2}}}, orderBy: {field: ID}) { nodes {
      about { nodes {
        __typename id label type graphs ... on Concept { notation scheme } } } } } }""")

    body = {"__typename": "Organisation", "type": ["cot:Organisation"], "graphs": [REGISTER]}
    assert [each["about"]["nodes"] for each in data["claims"]["nodes"]] == [
        [
            body | {"id": "organisation/N1/ccg", "label": "North"},
            {
                "__typename": "Concept",
                "id": "cotv:type-ccg",
                "label": "CCG",
                "type": ["skos:Concept"],
                "graphs": ["graph:schema"],
                "notation": "ccg",
                "scheme": "type",
            },
        ],
        [
            body | {"id": "organisation/S1/ccg", "label": "South"},
            {
                "__typename": "Thing",
                "id": "https://example.org/elsewhere",
                "label": None,
                "type": [],
                "graphs": [],
            },
        ],
    ]


def test_a_code_is_known_without_asking_the_graph(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/E1/stp") { organisationType {
      __typename id iri notation label scheme type graphs } }
      concepts(scheme: "confidence") { notation } }""")

    assert data == {
        "organisation": {
            "organisationType": [
                {
                    "__typename": "Concept",
                    "id": "cotv:type-stp",
                    "iri": "https://w3id.org/coterminous/def/v#type-stp",
                    "notation": "stp",
                    "label": "STP",
                    "scheme": "type",
                    "type": ["skos:Concept"],
                    "graphs": ["graph:schema"],
                }
            ]
        },
        "concepts": [{"notation": "high"}, {"notation": "low"}, {"notation": "medium"}],
    }


def test_evidence_is_shown_with_its_place(ask: Ask) -> None:
    data = ask("""{ claims(where: {evidence: {some: {}}}) { nodes { evidence { nodes { __typename
      inDocument { title issuedDate address publisher { name } }
      ... on TextSpan { startOffset endOffset exact } ... on Citation { recordedIn } } } } } }""")

    document = {
        "title": "A report",
        "issuedDate": "2019-06-01",
        "address": "https://example.org/report",
        "publisher": {"name": "The Paper"},
    }
    assert [each["evidence"]["nodes"] for each in data["claims"]["nodes"]] == [
        [
            {
                "__typename": "TextSpan", "inDocument": document, "startOffset": 0, "endOffset": 9,
                "exact": None,
            }
        ],
        [{"__typename": "Citation", "inDocument": document, "recordedIn": "a table, row 1"}],
    ]  # fmt: skip


def test_aliases_variables_and_directives_do_what_they_say(ask: Ask) -> None:
    document = """query($code: String!, $long: Boolean!) {
      short: organisation(odsCode: $code, asOf: "2020-01-01") {
        title: name odsCode @skip(if: $long) }
      again: organisation(odsCode: $code, asOf: "2021-01-01") {
        name ... @include(if: $long) { start } } }"""

    assert ask(document, code="N1", long=False) == {
        "short": {"title": "North", "odsCode": "N1"},
        "again": {"name": "United"},
    }
    assert ask(document, code="N1", long=True) == {
        "short": {"title": "North"},
        "again": {"name": "United", "start": "2020-04-01"},
    }


def test_the_same_list_under_two_keys_is_two_pages(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg") {
      one: claims(first: 1) { nodes { id } } two: claims(first: 2) { nodes { id } } } }""")

    assert data["organisation"] == {
        "one": {"nodes": [{"id": "claim/1"}]},
        "two": {"nodes": [{"id": "claim/1"}, {"id": "claim/2"}]},
    }


def test_fields_selected_twice_are_merged(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg") {
      claims(first: 1) { nodes { id } } claims(first: 1) { nodes { text } totalCount } } }""")

    assert data["organisation"]["claims"] == {
        "nodes": [{"id": "claim/1", "text": "alpha"}],
        "totalCount": 4,
    }


def test_a_search_finds_things_and_gives_them_whole(ask: Ask) -> None:
    data = ask("""{
      search(text: "unit", first: 3) { label kind node { id ... on Organisation { odsCode } } }
      none: search(text: "zzzzzz") { label } }""")

    assert data == {
        "search": [
            {
                "label": "United",
                "kind": "Organisation",
                "node": {"id": "organisation/N1/united", "odsCode": "N1"},
            }
        ],
        "none": [],
    }


def test_the_release_tells_its_name(ask: Ask) -> None:
    assert ask("{ release { name built triples } }") == {
        "release": {"name": "r1", "built": "2026-01-02", "triples": 199}
    }


def test_what_is_not_there_is_null(ask: Ask) -> None:
    data = ask("""{ node(id: "nothing/at/all") { id } person(id: "organisation/N1/ccg") { id }
      organisation(name: "Nowhere") { id } named: person(name: "Ann") { id honorific } }""")

    assert data == {
        "node": None,
        "person": None,
        "organisation": None,
        "named": {"id": "person/ann", "honorific": None},
    }
