"""How much an operation may ask."""

import pytest
from graphql import parse

from server.limits.graphql import LIMITS, Limits, TooMuchAsked, check_product, errors, page


def told(document: str, limits: Limits = LIMITS) -> list[str]:
    return [each.message for each in errors(parse(document), limits)]


def nested(depth: int) -> str:
    return "{ a " * depth + "} " * depth


def test_fields_may_be_nested_fifteen_deep() -> None:
    assert told(nested(15)) == []
    assert told(nested(16)) == ["The operation has 16 levels of fields; at most 15 are answered."]


def test_depth_is_counted_through_fragments() -> None:
    document = "query { ...A } fragment A on Q { a { ...B } } fragment B on Q { b { c } }"

    assert told(document, Limits(depth=3)) == []
    assert told(document, Limits(depth=2)) == [
        "The operation has 3 levels of fields; at most 2 are answered."
    ]


@pytest.mark.timeout(20)
def test_fragments_that_hold_each_other_end() -> None:
    # A guard that runs for ever is the hole that it was to close.
    document = "query { ...A } fragment A on Q { a { ...B } } fragment B on Q { b { ...A ...B } }"

    assert told(document) == []


@pytest.mark.timeout(20)
def test_fragments_that_double_each_other_are_walked_once() -> None:
    parts = [f"fragment F{n} on Q {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60)]
    document = "query { ...F0 } " + " ".join(parts) + " fragment F60 on Q { a }"

    assert told(document) == []


def test_thirty_aliases_are_answered() -> None:
    many = " ".join(f"a{number}: a" for number in range(31))

    assert told(f"{{ {many.removesuffix('a30: a')} }}") == []
    assert told(f"{{ {many} }}") == ["The operation has 31 aliases; at most 30 are answered."]


def test_introspection_is_not_held_against_anybody() -> None:
    deep = "{ __schema { types { fields { type " + "{ ofType " * 14 + "{ name } " + "} " * 17 + "}"

    assert told(deep) == []


def test_a_page_has_a_size() -> None:
    assert [page(each, LIMITS, "x") for each in (None, 0, 1000)] == [50, 0, 1000]
    with pytest.raises(TooMuchAsked, match=r"^`first` is -1; a page holds 0 to 1000\.$"):
        page(-1, LIMITS, "x")


def test_pages_in_pages_have_a_size_together() -> None:
    check_product(10_000, LIMITS, "a.b")
    with pytest.raises(TooMuchAsked) as refused:
        check_product(10_001, LIMITS, "a.b")

    assert str(refused.value) == (
        "The lists down to 'a.b' may hold 10001 things; at most 10000 are answered at once."
    )
    assert refused.value.hint == "Give smaller values of `first`."
