"""Edges: who states a link, how long it held, and where it is said."""

from typing import Any

import pytest

from kg.model.names import cot, graph
from kg.model.terms import Iri, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import Operation, execute, oracle, respond

Ask = Any
THINGS = "https://w3id.org/coterminous/id/"


def test_an_edge_tells_how_long_it_held(ask: Ask) -> None:
    data = ask("""{ person(id: "person/ann") { tenures(asOf: "2020-02-01", carryMonths: 6) { edges {
      node { id } validity { earliestStart latestStart earliestEnd latestEnd
        held then: held(on: "2019-10-31") } } } } }""")

    assert data["person"]["tenures"]["edges"] == [
        {
            "node": {"id": "tenure/ann-n"},
            "validity": {
                "earliestStart": None,
                "latestStart": "2018-05-01",
                "earliestEnd": "2019-10-31",
                "latestEnd": "2020-03-31",
                "held": "CARRIED",
                "then": "ATTESTED",
            },
        },
        {
            "node": {"id": "tenure/ann-s"},
            "validity": {
                "earliestStart": None,
                "latestStart": "2019-01-01",
                "earliestEnd": "2020-03-31",
                "latestEnd": "2020-03-31",
                "held": "ATTESTED",
                "then": "ATTESTED",
            },
        },
    ]


def test_an_edge_has_the_evidence_of_what_stands_at_its_end(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg") { claims { edges { cursor
      evidence(first: 1) { totalCount nodes { __typename id inDocument { title } } }
      early: evidence(publishedBy: "2019-05-31") { totalCount } } } } }""")

    edges = data["organisation"]["claims"]["edges"]
    assert [each["evidence"] for each in edges[:3]] == [
        {
            "totalCount": 1,
            "nodes": [
                {
                    "__typename": "TextSpan",
                    "id": "span/d1/0-9",
                    "inDocument": {"title": "A report"},
                }
            ],
        },
        {
            "totalCount": 1,
            "nodes": [
                {"__typename": "Citation", "id": "citation/c", "inDocument": {"title": "A report"}}
            ],
        },
        {"totalCount": 0, "nodes": []},
    ]
    assert {each["early"]["totalCount"] for each in edges} == {0}


def test_an_edge_tells_which_named_graphs_state_the_link(ask: Ask) -> None:
    data = ask("""{ organisation(id: "organisation/N1/ccg") {
        claims(first: 1) { edges { statedIn node { graphs } } }
        tenures { edges { statedIn } } }
      people { edges { statedIn node { name } } } }""")

    assert data == {
        "organisation": {
            "claims": {
                "edges": [
                    {
                        "statedIn": ["graph:source/d1"],
                        "node": {"graphs": ["graph:source/d1"]},
                    }
                ]
            },
            "tenures": {"edges": [{"statedIn": ["graph:register/world"]}]},
        },
        "people": {
            "edges": [
                {"statedIn": ["graph:register/world"], "node": {"name": "Ann"}},
                {"statedIn": ["graph:register/world"], "node": {"name": "Bob"}},
            ]
        },
    }


@pytest.mark.parametrize("engine", ["oxigraph", "rdflib"])
def test_a_link_that_two_graphs_state_is_one_edge_and_another_link_is_not_meant(
    over: Any, engine: str
) -> None:
    def say(one: str, name: str, other: str, place: str) -> Statement:
        return Statement(Iri(THINGS + one), cot(name), Iri(THINGS + other), graph(place))

    kind = Iri("http://www.w3.org/1999/02/22-rdf-syntax-ns#type")
    made = [
        Statement(Iri(THINGS + each), kind, cot("Organisation"), graph("register/a"))
        for each in ("organisation/A/ccg", "organisation/B/ccg", "organisation/C/ccg")
    ] + [
        say("organisation/A/ccg", "successor", "organisation/B/ccg", "register/a"),
        say("organisation/A/ccg", "successor", "organisation/B/ccg", "derived/x"),
        say("organisation/A/ccg", "successor", "organisation/C/ccg", "derived/x"),
    ]
    store: Any = OxigraphStore.memory(made) if engine == "oxigraph" else RdflibStore(made)
    document = """{ organisation(id: "organisation/A/ccg") { successor(orderBy: {field: ID}) {
      totalCount edges { statedIn node { id type } } } } }"""

    answer = execute(over(store), document, explain=True)

    body = ["cot:Organisation"]
    assert answer["data"]["organisation"]["successor"] == {
        "totalCount": 2,
        "edges": [
            {
                "statedIn": ["graph:derived/x", "graph:register/a"],
                "node": {"id": "organisation/B/ccg", "type": body},
            },
            {"statedIn": ["graph:derived/x"], "node": {"id": "organisation/C/ccg", "type": body}},
        ],
    }
    # The body, its successors, how many there are, and their types: who states a link comes along.
    assert answer["extensions"]["kg"]["queries"] == 4


def test_an_edge_tells_only_what_the_things_at_its_end_can_have(refused: Ask) -> None:
    error = refused("{ people { edges { validity { held } } } }")

    assert error["message"] == "Cannot query field 'validity' on type 'PersonEdge'."


@pytest.mark.parametrize(
    "document",
    [
        "{ organisations { edges { cursor statedIn validity { latestStart held } node { id } } } }",
        '{ claims(publishedBy: "2019-06-01") { edges { evidence { edges { statedIn } } } } }',
        """{ organisations(asOf: "2019-02-01") { nodes { labelText { value language isFallback }
          provenance(field: TENURES) { __typename status absence explanation statedIn
            claims { totalCount } evidence { edges { statedIn node { id } } } } } } }""",
        """{ node(id: "claim/2") { ... on PlainClaim { labelText(language: ["cy"]) { requested }
          provenance(field: TEXT) { claims { edges { cursor statedIn } } } } } }""",
        "{ tenures(orderBy: {field: ORGANISATION__LABEL}) { edges { validity { __typename } } } }",
    ],
)
def test_graphql_core_makes_the_same_of_it(world: Any, document: str) -> None:
    asked = Operation(document, on_error="PROPAGATE")

    answer = respond(world, asked)

    assert "errors" not in answer
    assert answer == oracle(world, asked)
