"""No argument of the schema is inert: each changes what is asked of the graph, or what is shown.

For every argument, every field of an input object and every name of an enum that selects a field,
operations that differ in it alone are compiled; where they are compiled alike they are answered,
over a nasty world and over the shipped release.
"""

from collections.abc import Iterable
from typing import Any

import pytest

from kg.model.names import ID, cot
from tests.server.graphql.generated.conftest import nasty_proof
from tests.server.graphql.generated.inert import Argument, Arguments
from tests.server.graphql.generated.inputs import Enumerated
from tests.server.graphql.generated.outcomes import Outcomes
from tests.server.graphql.generated.proof import Proof

_IN_REVIEW = "documents in review are not of the graph, and are told only for a token"
_ITSELF = "a release does not differ from itself, the only one that is kept here"
INERT = {
    "AskFiguresDisagreements.rows(first)": "no two numbers of the shipped release disagree",
    "AskFiguresDisagreements.rows(offset)": "no two numbers of the shipped release disagree",
    "AskFiguresUnaudited.rows(first)": "every number of the shipped release is audited",
    "AskFiguresUnaudited.rows(offset)": "every number of the shipped release is audited",
    "DocumentReview.candidates(first)": _IN_REVIEW,
    "Query.differences(before)": _ITSELF,
    "Query.differences(first)": _ITSELF,
    "Query.differences(graph)": _ITSELF,
    "Query.differences(offset)": _ITSELF,
    "Query.review(document)": _IN_REVIEW,
    "Query.review(release)": _IN_REVIEW,
    "Query.reviews(release)": _IN_REVIEW,
}
"""Arguments that change nothing, and why that is right."""


@pytest.fixture(scope="module")
def arguments(shipped: Proof) -> Arguments:
    proof = nasty_proof("lateral")
    return Arguments(proof.here.schema, proof.world.ontology, known(shipped))


@pytest.fixture(scope="module")
def outcomes(shipped: Proof) -> Outcomes:
    proof = nasty_proof("lateral")
    return Outcomes(proof.here, [proof.world, shipped.world])


def known(shipped: Proof) -> dict[str, dict[str, Any]]:
    """Values with which the root fields that compute something find it in the shipped release."""
    facts = shipped.walk.facts
    transfer = facts.instances(cot("Transfer"))[0]
    merged = facts.nodes(transfer, cot("transferFrom"))[0].removeprefix(ID)
    made = facts.nodes(transfer, cot("transferTo"))[0].removeprefix(ID)
    return {
        "lineage": {"id": merged},
        "replaced": {"text": merged},
        "coterminosity": {"on": "2021-04-01"},
        "interlockGroups": {"on": "2018-11-01"},
        "measures": {"view": Enumerated("INTERLOCKS")},
        "changesSince": {"area": "organisation/QMM/stp", "since": "2019-01-01"},
        "differences": {"before": shipped.world.name},
        "path": {"from": merged, "to": made},
        "changes": {"between": ["2018-01-01", "2022-12-31"]},
        "search": {"text": "cumbria"},
    }


def inert(arguments: Iterable[Argument], outcomes: Outcomes) -> list[str]:
    return [
        each.name
        for each in arguments
        if not any(outcomes.differ(one, other) for one, other in each.pairs)
    ]


def test_every_argument_of_every_field_changes_something(
    arguments: Arguments, outcomes: Outcomes
) -> None:
    assert sorted(inert(arguments, outcomes)) == sorted(INERT)


def test_every_condition_and_every_part_of_an_input_changes_something(
    arguments: Arguments, outcomes: Outcomes
) -> None:
    assert inert(arguments.inputs(), outcomes) == []


def test_every_name_of_a_field_or_an_order_means_something_else(
    arguments: Arguments, outcomes: Outcomes
) -> None:
    alike = []
    for name, documents in arguments.constants():
        meanings: dict[Any, str] = {}
        for constant, document in documents.items():
            meaning = outcomes.compiled(document)
            assert meaning, document
            if meaning in meanings:
                alike.append(f"{name}: {meanings[meaning]}, {constant}")
            meanings[meaning] = constant

    assert alike == []
