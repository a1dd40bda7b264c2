"""Things that have several values of what they are ordered by: each has one place all the same."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.analysis import fanout
from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, graph, mint
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.questions.library import Library
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore
from server.graphql.execution.execute import execute

PLACE = graph("register/world")
BODY = mint("organisation", "B", "ccg")
PAGE = """query($first: Int, $after: String, $by: [TenureOrder!]) {
  organisation(id: "organisation/B/ccg") { tenures(first: $first, after: $after, orderBy: $by) {
    totalCount nodes { id } pageInfo { hasNextPage endCursor } } } }"""

Key = tuple[str | int, ...]


def statements(days: list[Key], posts: list[Key]) -> Iterator[Statement]:
    """A body with as many tenures: each has these starts, in days, and posts of these names."""
    yield Statement(BODY, RDF_TYPE, cot("Organisation"), PLACE)
    yield Statement(BODY, RDFS_LABEL, Literal("B"), PLACE)
    for number, (starts, names) in enumerate(zip(days, posts, strict=True)):
        tenure = mint("tenure", str(number))
        yield Statement(tenure, RDF_TYPE, cot("Tenure"), PLACE)
        yield Statement(tenure, cot("organisation"), BODY, PLACE)
        for day in starts:
            yield Statement(tenure, cot("latestStart"), Literal.date(f"2020-01-0{day}"), PLACE)
        for place, name in enumerate(names):
            post = mint("post", str(number), str(place))
            yield Statement(tenure, cot("post"), post, PLACE)
            yield Statement(post, cot("name"), Literal(str(name)), PLACE)


def walked(world: Any, first: int, by: list[dict[str, Any]]) -> Iterator[list[str]]:
    """The pages, one after the other."""
    after = None
    while True:
        answer = execute(world, PAGE, {"first": first, "after": after, "by": by})
        assert "errors" not in answer, answer["errors"]
        page = answer["data"]["organisation"]["tenures"]
        yield [each["id"] for each in page["nodes"]]
        if not page["pageInfo"]["hasNextPage"]:
            return
        after = page["pageInfo"]["endCursor"]


def least(key: Key) -> tuple[bool, str | int]:
    """Where a thing stands: by the least that it has, and last if it has nothing."""
    return not key, min(key, default=0)


keys = st.lists(st.sampled_from([1, 2, 3]), max_size=3, unique=True).map(tuple)
names = st.lists(st.sampled_from(["a", "b"]), max_size=3).map(tuple)


@pytest.mark.parametrize("engine", [OxigraphStore.memory, RdflibStore])
@settings(max_examples=15, deadline=None)
@given(drawn=st.lists(st.tuples(keys, names), min_size=1, max_size=5), first=st.integers(1, 3))
@pytest.mark.parametrize("field", ["LATEST_START", "POST__NAME"])
def test_pages_are_full_and_have_each_thing_once(
    over: Callable[..., Any], engine: Any, field: str, drawn: list[tuple[Key, Key]], first: int
) -> None:
    days, posts = ([each[number] for each in drawn] for number in (0, 1))
    world = over(engine(list(statements(days, posts))))

    pages = list(walked(world, first, [{"field": field}]))

    wanted = days if field == "LATEST_START" else posts
    order = sorted(range(len(drawn)), key=lambda number: (least(wanted[number]), number))
    assert [each for page in pages for each in page] == [f"tenure/{number}" for number in order]
    assert {len(page) for page in pages[:-1]} <= {first}


def test_descending_goes_by_the_least_too(over: Callable[..., Any]) -> None:
    # So that a list read the other way is the same list.
    world = over(OxigraphStore.memory(statements([(1, 3), (2,)], [(), ()])))

    pages = list(walked(world, 1, [{"field": "LATEST_START", "descending": True}]))

    assert pages == [["tenure/1"], ["tenure/0"]]


def test_what_cannot_be_compared_still_has_one_place(over: Callable[..., Any]) -> None:
    tenure = mint("tenure", "0")
    odd: list[Statement] = [
        Statement(tenure, cot("latestStart"), term, PLACE)
        for term in (Literal("soon"), Literal("7", XSD + "integer"), Iri("urn:x"))
    ]
    world = over(OxigraphStore.memory([*statements([(1, 2), (3,)], [(), ()]), *odd]))

    found = [each for page in walked(world, 1, [{"field": "LATEST_START"}]) for each in page]

    assert sorted(found) == ["tenure/0", "tenure/1"]


def test_a_release_that_has_one_value_of_each_is_asked_plainly(over: Callable[..., Any]) -> None:
    def asked(days: list[Key]) -> str:
        store = OxigraphStore.memory(list(statements(days, [(), ()])))
        world = over(store)
        wide = fanout.measured(store, Library().inside(fanout.QUERY))
        object.__setattr__(world, "fanout", wide)
        told = execute(world, PAGE, {"by": [{"field": "LATEST_START"}]}, explain=True)
        text: str = told["extensions"]["kg"]["asked"][2]["sparql"]
        return text

    assert "NOT EXISTS" not in asked([(1,), (2,)])
    assert "NOT EXISTS" in asked([(1,), (2, 3)])
