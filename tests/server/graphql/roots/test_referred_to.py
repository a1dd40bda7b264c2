"""Things that are only referred to, and ids of which nothing is said."""

from collections.abc import Callable
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute
from tests.server.graphql.conftest import world_of

Ask = Callable[..., dict[str, Any]]


@pytest.mark.parametrize("engine", [OxigraphStore.memory, RdflibStore])
def test_what_is_only_referred_to_is_named_and_no_failure(engine: Any) -> None:
    place, elsewhere = graph("register/x"), Iri("https://example.org/elsewhere")
    first, second = mint("claim", "1"), mint("claim", "2")
    world = world_of(
        engine([
            *(Statement(each, RDF_TYPE, cot("Claim"), place) for each in (first, second)),
            *(Statement(each, cot("text"), Literal("so"), place) for each in (first, second)),
            Statement(first, cot("about"), elsewhere, place),
            Statement(first, cot("asserter"), mint("person", "absent"), place),
            Statement(second, cot("disputes"), first, place),
        ])
    )  # fmt: skip

    answer = execute(
        world,
        """{ disagreements(minSources: 0) { nodes {
      about { __typename id label } positions { saidBy { __typename id } } } } }""",
    )

    assert answer["data"]["disagreements"]["nodes"] == [
        {
            "about": [
                {"__typename": "Thing", "id": "https://example.org/elsewhere", "label": None}
            ],
            "positions": [
                {"saidBy": [{"__typename": "Thing", "id": "person/absent"}]},
                {"saidBy": []},
            ],
        }
    ]
    assert "errors" not in answer


@pytest.mark.parametrize(
    "field",
    [
        'disagreements(about: "person/absent") { totalCount }',
        'countAudit(document: "person/absent") { totalCount }',
        'countAudit(figure: "person/absent") { totalCount }',
        'changes(between: ["2019-01-01", "2020-01-01"], of: ["person/absent"]) { totalCount }',
    ],
)
def test_an_id_of_which_nothing_is_said_is_refused_alike_everywhere(
    refused: Ask, field: str
) -> None:
    error = refused(f"{{ {field} }}")

    assert error["message"] == "Nothing is known by 'person/absent'."
    assert error["extensions"] == {
        "code": "unknown-thing", "hint": "Search for a name or a code at /search.",
    }  # fmt: skip
