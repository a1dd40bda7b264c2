from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Literal, Statement, Triple
from kg.validate import checks

Found = Callable[[str], list[str]]
GRAPH = graph("register/test")
DESCRIPTION = Statement(GRAPH, RDF_TYPE, cot("SourceGraph"), GRAPH)


def test_names_that_lead_nowhere_are_found_once_each(findings: Found) -> None:
    text = """
    id:tenure/1 a cot:Tenure ; cot:holder id:person/ann-smyth ; cot:organisation id:body/none .
    id:tenure/2 a cot:Tenure ; cot:holder id:person/ann-smyth .
    id:person/ann-smith a cot:Person . id:person/bob cot:name "Bob" .
    """

    assert findings(text) == [
        "id:person/bob in graph:register/test: has no class. Say what it is.",
        "id:tenure/1 in graph:register/test: cot:organisation names id:body/none, which is not"
        " there. Define it, or mend the name.",
        "id:tenure/1 in graph:register/test: cot:holder names id:person/ann-smyth, which is not"
        " there. Did you mean id:person/ann-smith?",
    ]


def test_terms_that_the_ontology_does_not_have_are_found_once_each(findings: Found) -> None:
    text = """
    id:person/a a cot:Persn ; cot:nam "A" ; foaf:nme "A" ; foaf:name "A" ; rdfs:label "A" .
    id:person/b a foaf:Agent ; cot:nam "B" ; cot:status cotv:status-dropt ;
      skos:exactMatch <urn:b> .
    """

    assert findings(text) == [
        "id:person/b in graph:register/test: foaf:Agent is not in the ontology and is used once."
        " Define it, or mend the name.",
        "id:person/a in graph:register/test: foaf:nme is not in the ontology and is used once."
        " Define it, or mend the name.",
        "id:person/a in graph:register/test: cot:Persn is not in the ontology and is used once."
        " Did you mean cot:Person?",
        "id:person/a in graph:register/test: cot:nam is not in the ontology and is used 2 times."
        " Did you mean cot:name?",
        "id:person/b in graph:register/test: cotv:status-dropt is not in the ontology and is used"
        " once. Did you mean cotv:status-dropped?",
    ]


def test_a_graph_describes_itself_in_itself(schema: list[Triple]) -> None:
    other = graph("register/other")
    elsewhere = Statement(other, RDF_TYPE, cot("SourceGraph"), GRAPH)
    fact = Statement(other, cot("name"), Literal("Other"), other)

    assert [each.line() for each in checks.check([DESCRIPTION, elsewhere, fact], schema)] == [
        "graph:register/other: the graph does not describe itself. State in it that it is a"
        " cot:SourceGraph, with its title, kind and licence."
    ]


def test_the_graphs_of_the_model_are_asked_for_their_description_alone(
    schema: list[Triple],
) -> None:
    fact = Statement(mint("person", "x"), cot("nam"), Literal("X"), graph("schema"))

    assert [each.kind for each in checks.check([fact], schema)] == ["undescribed-graph"]


PROPOSAL = """
id:proposal/1 a cot:ChangeProposal ; cot:currentStatus cotv:status-dropped ;
  cot:statusChange id:step/1 , id:step/2 .
id:step/1 a cot:StatusChange ; cot:status cotv:status-dropped ; cot:sequence 10 .
id:step/2 a cot:StatusChange ; cot:status cotv:status-idea ; cot:sequence 9 .
"""


@pytest.mark.parametrize(
    ("was", "now", "lines"),
    [
        ("9", "1", []),
        (
            "9",
            "11",
            [
                "id:proposal/1 in graph:register/test: its status is cotv:status-dropped, its last"
                " step says cotv:status-idea. Make them agree."
            ],
        ),
        (
            "9",
            "10",
            [
                "id:proposal/1 in graph:register/test: the order of its steps is not told."
                " Give each step its own cot:sequence."
            ],
        ),
        (
            "; cot:sequence 9",
            "",
            [
                "id:proposal/1 in graph:register/test: the order of its steps is not told."
                " Give each step its own cot:sequence."
            ],
        ),
        (" , id:step/2", "", []),
        (
            "; cot:currentStatus cotv:status-dropped",
            "",
            [
                "id:proposal/1 in graph:register/test: its status is nothing, its last step says"
                " cotv:status-dropped. Make them agree."
            ],
        ),
    ],
)
def test_a_status_is_that_of_the_last_step(
    was: str, now: str, lines: list[str], findings: Found
) -> None:
    assert was in PROPOSAL
    assert findings(PROPOSAL.replace(was, now)) == lines


GROUP = """
id:group/1 a cot:AgentGroup ; cot:enumerated true ; cot:groupSize id:figure/1 ;
  cot:hasMember id:person/a , id:person/b .
id:figure/1 a cot:Figure ; cot:value 3 .
id:person/a a cot:Person . id:person/b a cot:Person .
"""


@pytest.mark.parametrize(
    ("was", "now", "message"),
    [
        ("3", "2", ""),
        ("3", "3", "it is listed in full with 2 members, its size is 3"),
        ("true", "false", ""),
        ("3", "3 ; cot:approximation cotv:approx-around", ""),
        (
            "3",
            "3 ; cot:approximation cotv:approx-exact",
            "it is listed in full with 2 members, its size is 3",
        ),
        ("; cot:groupSize id:figure/1", "", ""),
    ],
)
def test_a_group_that_is_listed_in_full_has_as_many_members_as_it_says(
    was: str, now: str, message: str, findings: Found
) -> None:
    expected = (
        f"id:group/1 in graph:register/test: {message}."
        " List the others, or say that it is not enumerated."
    )
    assert findings(GROUP.replace(was, now)) == ([expected] if message else [])
