"""How many queries a root field takes, and that its arguments all do something."""

from typing import Any

import pytest

from server.graphql.api import api
from server.graphql.execution.execute import execute, oracle, respond
from server.graphql.planning.prepare import Operation
from server.graphql.roots.table import TABLE
from tests.server.graphql.conftest import World

DAYS = '["2020-03-31", "2020-04-01"]'


DOCUMENTS = [
    ('{ lineage(id: "organisation/A1/ccg") { totalCount } }', 3),
    ('{ lineage(id: "organisation/A1/ccg", direction: BACK) { totalCount } }', 2),
    ('{ lineage(id: "organisation/A1/ccg") { steps { from { id } to { id } } } }', 5),
    ('{ lineage(odsCode: "A1", asOf: "2000-01-01") { totalCount } }', 3),
    ('{ lineage(id: "organisation/A1/ccg") { sharedCodes { code } } }', 3),
    ('{ lineage(id: "organisation/A1/ccg") { sharedCodes { sentence } } }', 4),
    ('{ lineage(id: "nobody") { steps { from { id } to { id } } } }', 5),
    (f"{{ changes(between: {DAYS}) {{ totalCount }} }}", 7),
    (f"{{ changes(between: {DAYS}, kinds: [BEGAN]) {{ nodes {{ about {{ id }} }} }} }}", 2),
    (f'{{ changes(between: {DAYS}, of: ["person/ann", "person/bob"]) {{ totalCount }} }}', 8),
    (f"{{ changes(between: {DAYS}, of: []) {{ totalCount }} }}", 7),
    ("{ disagreements { totalCount } }", 6),
    ('{ disagreements(about: "person/ann") { totalCount } }', 7),
    ("{ disagreements(kind: [FIGURES]) { nodes { positions { claim { id } } } } }", 3),
    ("{ countAudit { nodes { statedSparql countedSparql } } }", 1),
    ('{ countAudit(figure: "figure/f1", document: "document/d1") { totalCount } }', 2),
    ("{ ask { people { sharedChiefOfficer { count rows { name } } } } }", 1),
    ("{ ask { people { sharedChiefOfficer { rows { ccg { id } officer { id } } } } } }", 3),
    ("{ serviceLimits { name } releases { name } }", 0),
    ('{ changesSince(area: "organisation/A1/ccg", since: "2019-01-01") { claimCount } }', 4),
    (
        '{ changesSince(area: "organisation/A1/ccg", since: "2019-01-01") '
        "{ changes { id } officers { id } claims { id } } }",
        7,
    ),
]


@pytest.mark.parametrize(("document", "queries"), DOCUMENTS)
def test_it_is_told_before_and_does_not_depend_on_what_is_found(
    document: str, queries: int, counted: World
) -> None:
    answer = execute(counted, document, explain=True)

    assert "errors" not in answer, answer["errors"]
    assert answer["extensions"]["kg"]["queries"] == queries
    store: Any = counted.store
    assert len(store.asked) == queries


@pytest.mark.parametrize(
    ("document", "queries"),
    [
        ('{ disagreements(about: "nobody") { nodes { about { id } } } }', 8),
        ('{ countAudit(figure: "nobody") { totalCount } }', 2),
    ],
)
def test_what_is_refused_because_nothing_is_there_takes_as_many_as_any(
    document: str, queries: int, counted: World
) -> None:
    answer = execute(counted, document, explain=True)

    assert answer["errors"][0]["extensions"]["code"] == "unknown-thing"
    assert answer["extensions"]["kg"]["queries"] == queries
    store: Any = counted.store
    assert len(store.asked) == queries


@pytest.mark.parametrize(
    ("document", "queries"),
    [
        ('{ path(from: "person/ann", to: "person/bob", maxLength: 2) { length } }', 1),
        ('{ path(from: "person/ann", to: "person/bob") { nodes { hops { to { id } } } } }', 2),
        ('{ interlockGroups(on: "2020-03-31") { nodes { organisations { id } } } }', 1),
        ("{ middleTier { holds } audits { name } mergerInterlocks { summary } }", 0),
    ],
)
def test_what_is_read_once_a_release_is_not_among_the_queries_that_are_told(
    document: str, queries: int, counted: World
) -> None:
    answer = execute(counted, document, explain=True)

    assert "errors" not in answer, answer["errors"]
    assert answer["extensions"]["kg"]["queries"] == queries


@pytest.mark.parametrize("document", [each for each, _ in DOCUMENTS])
def test_the_answer_is_the_one_that_graphql_core_makes(document: str, world: World) -> None:
    asked = Operation(document, on_error="PROPAGATE")

    assert respond(world, asked) == oracle(world, asked)


def test_every_root_field_is_described_and_compiled(world: World) -> None:
    schema = api(world.ontology, world.library).schema
    assert schema.query_type is not None

    for name, field in schema.query_type.fields.items():
        assert field.description, name
        assert all(each.description for each in field.args.values()), name

    classes = {
        root
        for each in world.ontology.classes.values()
        for root in (each.root_field, each.root_list)
        if root
    }
    assert set(schema.query_type.fields) == classes | set(TABLE)
