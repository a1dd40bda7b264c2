"""What came before a body and after it: of other days by nature, so no day is handed down to it."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.ontology import load
from kg.model.terms import Iri, Literal, Statement
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute

PLACE = graph("register/world")
OLD, UNITED, BOARD = (mint("organisation", each, "ccg") for each in ("OLD", "UNITED", "BOARD"))
DAYS = {OLD: ("2013-04-01", "2020-03-31"), UNITED: ("2020-04-01", "2022-06-30"),
        BOARD: ("2022-07-01", None)}  # fmt: skip
FIELDS = """predecessor { nodes { id } } successor { nodes { id held } }
  ancestor { nodes { id } } descendant(orderBy: {field: ID}) { nodes { id } }"""


def statements() -> Iterator[Statement]:
    """Three bodies, one after the other: the first merges away on the night of 31 March 2020."""
    for body, (first, last) in DAYS.items():
        yield Statement(body, RDF_TYPE, cot("Organisation"), PLACE)
        yield Statement(body, RDFS_LABEL, Literal(body), PLACE)
        for name in ("earliestStart", "latestStart"):
            yield Statement(body, cot(name), Literal.date(first), PLACE)
        for name in ("earliestEnd", "latestEnd") if last else ():
            yield Statement(body, cot(name), Literal.date(str(last)), PLACE)
    for one, two in ((OLD, UNITED), (UNITED, BOARD)):
        yield from linked(one, two, "successor", "predecessor")
    for one, two in ((OLD, UNITED), (UNITED, BOARD), (OLD, BOARD)):
        yield from linked(one, two, "descendant", "ancestor")


def linked(one: Iri, two: Iri, forward: str, back: str) -> Iterator[Statement]:
    yield Statement(one, cot(forward), two, PLACE)
    yield Statement(two, cot(back), one, PLACE)


@pytest.fixture(params=[OxigraphStore.memory, RdflibStore])
def ask(request: pytest.FixtureRequest, over: Callable[..., Any]) -> Callable[[str], Any]:
    world = over(request.param(list(statements())))

    def asked(document: str) -> Any:
        answer = execute(world, document)
        assert "errors" not in answer, answer["errors"]
        return answer["data"]

    return asked


def test_a_body_has_its_lineage_on_its_last_day(ask: Any) -> None:
    found = ask(f'{{ organisation(id: "{OLD}", asOf: "2020-03-31") {{ held {FIELDS} }} }}')

    assert found["organisation"] == {
        "held": "ATTESTED",
        "predecessor": {"nodes": []},
        "successor": {"nodes": [{"id": "organisation/UNITED/ccg", "held": "NOT_HELD"}]},
        "ancestor": {"nodes": []},
        "descendant": {
            "nodes": [{"id": "organisation/BOARD/ccg"}, {"id": "organisation/UNITED/ccg"}]
        },
    }


def test_a_body_has_its_lineage_on_its_first_day(ask: Any) -> None:
    found = ask(f'{{ organisations(asOf: "2020-04-01") {{ nodes {{ id held {FIELDS} }} }} }}')

    assert found["organisations"]["nodes"] == [
        {
            "id": "organisation/UNITED/ccg",
            "held": "ATTESTED",
            "predecessor": {"nodes": [{"id": "organisation/OLD/ccg"}]},
            "successor": {"nodes": [{"id": "organisation/BOARD/ccg", "held": "NOT_HELD"}]},
            "ancestor": {"nodes": [{"id": "organisation/OLD/ccg"}]},
            "descendant": {"nodes": [{"id": "organisation/BOARD/ccg"}]},
        }
    ]


@pytest.mark.parametrize(
    ("day", "expected"),
    [("2020-03-31", 0), ("2020-04-01", 1), ("2022-06-30", 1), ("2022-07-01", 0)],
)
def test_a_day_of_its_own_is_asked_of_it_all_the_same(ask: Any, day: str, expected: int) -> None:
    found = ask(f"""{{ organisation(id: "{OLD}", asOf: "2019-01-01") {{
      successor(asOf: "{day}") {{ totalCount }} }} }}""")

    assert found["organisation"]["successor"]["totalCount"] == expected


def test_a_filter_by_lineage_asks_it_no_day_either(ask: Any) -> None:
    found = ask("""{ organisations(asOf: "2020-04-01", where: {predecessor: {some: {
      successor: {some: {}}}}}) { nodes { id } } }""")

    assert found["organisations"]["nodes"] == [{"id": "organisation/UNITED/ccg"}]


def test_where_a_lineage_is_known_from_is_told_on_any_day(ask: Any) -> None:
    found = ask(f"""{{ organisation(id: "{OLD}", asOf: "2019-01-01") {{
      inherited: provenance(field: SUCCESSOR) {{ status absence }}
      own: provenance(field: SUCCESSOR, asOf: "2019-01-01") {{ status absence }} }} }}""")

    assert found["organisation"] == {
        "inherited": {"status": "STATED", "absence": None},
        "own": {"status": "ABSENT", "absence": "NOT_VALID_THEN"},
    }


def test_the_day_is_handed_on_to_what_hangs_on_it(ask: Any) -> None:
    found = ask(f"""{{ organisation(id: "{OLD}", asOf: "2020-03-31") {{
      successor {{ nodes {{ held successor {{ nodes {{ id held }} }} }} }} }} }}""")

    assert found["organisation"]["successor"]["nodes"] == [
        {
            "held": "NOT_HELD",
            "successor": {"nodes": [{"id": "organisation/BOARD/ccg", "held": "NOT_HELD"}]},
        }
    ]


def test_the_ontology_says_what_is_timeless() -> None:
    classes = load().classes.values()
    timeless = {
        (one.name, each.name) for one in classes for each in one.properties if each.is_timeless
    }

    assert timeless == {
        ("Organisation", name) for name in ("predecessor", "successor", "ancestor", "descendant")
    }
