"""What is found without holding a graph is what is found in one that is held whole."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from kg.model.names import RDF_TYPE, cot
from kg.model.terms import Statement, Triple
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore
from kg.validate import checks
from kg.validate.large import of_laws
from kg.validate.survey import Survey

LIFE = """
id:body/a a cot:Organisation ; cot:odsCode "A1" ; cot:organisationType cotv:type-ccg ;
  cot:latestStart "2013-04-01"^^xsd:date ; cot:earliestEnd "2020-03-31"^^xsd:date ;
  cot:latestEnd "2020-03-31"^^xsd:date .
"""
WORLDS = {
    "bounds": LIFE.replace('earliestEnd "2020-03-31"', 'earliestEnd "2020-04-02"'),
    "a day that is not unfolded": LIFE + 'id:body/a cot:start "2013-04-02"^^xsd:date .',
    "an outlived body": LIFE
    + 'id:t/1 a cot:Tenure ; cot:organisation id:body/a ; cot:latestStart "2014-01-01"^^xsd:date ;'
    ' cot:earliestEnd "2021-01-01"^^xsd:date .',
    "overlapping lives": LIFE
    + 'id:body/b a cot:Organisation ; cot:odsCode "A1" ; cot:organisationType cotv:type-ccg ;'
    ' cot:latestStart "2019-04-01"^^xsd:date .',
    "a change on another day": LIFE
    + "id:event/m a cot:ChangeEvent ; cot:changeType cotv:change-merger ;"
    ' cot:effectiveDate "2020-05-01"^^xsd:date ; cot:original id:body/a .',
    "a status": "id:p/1 a cot:ChangeProposal ; cot:currentStatus cotv:status-idea ;"
    " cot:statusChange id:s/1 . id:s/1 a cot:StatusChange ; cot:status cotv:status-dropped ;"
    " cot:sequence 1 .",
    "the size of a group": "id:g/1 a cot:AgentGroup ; cot:enumerated true ; cot:groupSize id:f/1 ;"
    " cot:hasMember id:body/a . id:f/1 a cot:Figure ; cot:value 2 ." + LIFE,
    "a thing without a class": 'id:x/1 cot:name "X" .',
    "a name of nothing": LIFE + "id:body/a cot:groupSize id:f/none .",
    "unknown terms": LIFE + 'id:body/a cot:unheard "x" ; cot:organisationType cotv:type-odd .',
    "nothing wrong": LIFE,
}


@pytest.mark.parametrize("name", WORLDS)
def test_the_same_is_found_with_and_without_the_graph_in_memory(
    name: str,
    world: Callable[[str], list[Statement]],
    schema: list[Triple],
) -> None:
    told = world(WORLDS[name])
    described = Statement(told[0].graph, RDF_TYPE, cot("SourceGraph"), told[0].graph)
    whole = [described, *told]
    survey = Survey()
    for each in sorted({f"{each.nq()}\n".encode() for each in whole}):
        survey.look(each)
    survey.close()

    found = of_laws(OxigraphStore.memory(whole), Library(), survey, schema)

    wanted = checks.check(whole, schema)
    assert sorted(found) == sorted(wanted)
    assert bool(wanted) == (name != "nothing wrong")


def test_a_graph_that_does_not_describe_itself_is_told_of(
    world: Callable[[str], list[Statement]], schema: list[Triple]
) -> None:
    told = world(LIFE)

    found = of_laws(OxigraphStore.memory(told), Library(), Survey(), schema)

    assert [each.kind for each in found] == ["undescribed-graph"]
