"""How much an operation may ask."""

from dataclasses import fields

import pytest
from graphql import build_schema, parse

from server.limits.graphql import (
    LIMITS,
    Limits,
    TooMuchAsked,
    check_product,
    check_text,
    check_variables,
    errors,
    measured,
    page,
)
from server.limits.graphql.refusals import refusal


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
def test_fragments_that_double_each_other_are_counted_without_being_written_out() -> None:
    parts = [f"fragment F{n} on Q {{ ...F{n + 1} ...F{n + 1} }}" for n in range(60)]
    document = "query { ...F0 } " + " ".join(parts) + " fragment F60 on Q { a }"

    assert told(document) == [
        "With its fragments written out the operation has 3458764513820540927 selections;"
        " at most 5000 are answered."
    ]


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


@pytest.mark.parametrize(
    ("document", "pairs"),
    [
        ("{ a a a }", 3),
        ("{ a b c }", 0),
        ("{ x: a x: b }", 1),
        ("{ a { b c } a { b } }", 2),
        ("{ a ... on Q { a ... on Q { a } } }", 3),
        ("{ ...A a } fragment A on Q { a }", 1),
        ("{ a { ...A ...A } } fragment A on Q { b }", 1),
        ("{ a { b { c } } a { b { c } } a { b { c } } }", 9),
    ],
)
def test_pairs_are_those_that_have_to_be_compared(document: str, pairs: int) -> None:
    assert measured(parse(document)).asked["overlaps"] == pairs


@pytest.mark.parametrize(
    ("document", "number"),
    [
        ("{ __schema { queryType { name } } }", 2),
        ('{ __type(name: "Query") { fields { name args { name } } } }', 7),
        ('{ __type(name: "Nothing") { name } }', 0),
        ("query($n: String!) { __type(name: $n) { fields { name } } }", 12),
        ('{ x: __type(name: "Query") { ...T } y: __type(name: "Query") { ...T } }'
         " fragment T on __Type { fields { name } }", 6),
    ],
)  # fmt: skip
def test_introspection_is_counted_by_what_it_gives(document: str, number: int) -> None:
    # The largest type is __Type, with 11 fields.
    schema = build_schema("type Query { a(x: Int, y: Int): Int b: Int }")

    assert measured(parse(document), LIMITS, schema).asked["introspection"] == number


def test_lists_of_types_in_each_other_are_counted_through_fragments() -> None:
    document = (
        "{ __schema { types { fields { type { ...T } } } } }"
        " fragment T on __Type { fields { type { possibleTypes { name } } } }"
    )

    assert told(document) == [
        "Introspection nests 3 lists of fields or types; at most 2 are answered."
    ]


@pytest.mark.parametrize(
    ("text", "limits", "message"),
    [
        ("{ é }", Limits(document=5), "The document has 6 bytes; at most 5 are read."),
        ("{ a } # b", Limits(tokens=3), "The document has 4 tokens; at most 3 are read."),
        ('{ a(b: "}") { c } }', Limits(nesting=1), "The brackets nest 2 deep; at most 1 is"
         " followed."),
        ('{ a(b: """{{{{ \\""" {{""") }', Limits(nesting=1), "The brackets nest 2 deep; at most 1"
         " is followed."),
    ],
)  # fmt: skip
def test_a_text_is_measured_before_it_is_parsed(text: str, limits: Limits, message: str) -> None:
    with pytest.raises(TooMuchAsked) as refused:
        check_text(text, limits)

    assert str(refused.value) == message


def test_variables_are_counted_as_json_has_them() -> None:
    assert check_variables({}, LIMITS) == 0
    assert check_variables({"a": [1, {"b": None}]}, LIMITS) == 4
    with pytest.raises(TooMuchAsked, match=r"^The brackets nest 3 deep; at most 2 are followed\.$"):
        check_variables({"a": [[1]]}, Limits(nesting=2))


def test_every_limit_is_told_by_its_name() -> None:
    hints = {
        name: refusal(name, 2, 1).hint
        for name in (each.name for each in fields(Limits))
        if name not in ("page", "default_page", "product", "errors", "deadline", "body")
    }

    assert all(f"The limit is `{name}` of `serviceLimits`." in hint for name, hint in hints.items())
