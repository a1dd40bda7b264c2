"""Operations that are made to harm, over real HTTP: each is refused, and told why."""

from __future__ import annotations

from pathlib import Path
from typing import Any, NamedTuple

import orjson
import pytest
from graphql import get_introspection_query

from tests.conftest import Served, serving

HEADERS = {"content-type": "application/json", "accept": "application/graphql-response+json"}
WELL = "{ organisations { totalCount } }"
# With all that an edition of the specification has added since.
TOOLS = get_introspection_query(
    specified_by_url=True, directive_is_repeatable=True, schema_description=True,
    input_value_deprecation=True,
)  # fmt: skip
TOO_LARGE, BAD = "query-too-large", "bad-query"


class Hostile(NamedTuple):
    """A body, the status that it is answered with, the error's code, how its message begins."""

    body: bytes
    status: int
    code: str
    told: str


def _of(document: str, code: str, told: str, variables: dict[str, Any] | None = None) -> Hostile:
    asked = {"query": document, "variables": variables or {}}
    return Hostile(orjson.dumps(asked), 400, code, told)


def _nested(field: str, depth: int, end: str = "id") -> str:
    return f"{{ {field} " * depth + f"{{ {end} }}" + " }" * depth


def _chain(number: int) -> str:
    parts = (f"fragment F{n} on Node {{ ...F{n + 1} }}" for n in range(number))
    return (
        '{ node(id: "x") { ...F0 } } ' + " ".join(parts) + f" fragment F{number} on Node {{ id }}"
    )


def _doubling(number: int) -> str:
    parts = (
        f"fragment F{n} on Node {{ a{n}: label ...F{n + 1} ... on Node {{ ...F{n + 1} }} }}"
        for n in range(number)
    )
    return (
        '{ node(id: "x") { ...F0 } } ' + " ".join(parts) + f" fragment F{number} on Node {{ id }}"
    )


_LIST = "organisations(first: 1) { nodes"
_WHERE = "query($w: OrganisationWhere) { organisations(where: $w) { totalCount } }"


def _deep_where(depth: int) -> dict[str, Any]:
    where: dict[str, Any] = {"id": {"eq": "x"}}
    for _ in range(depth):
        where = {"not": where}
    return where


HOSTILE: dict[str, Hostile] = {
    "depth": _of(
        "{ organisations { nodes " + "{ successor { nodes " * 40 + "{ id }" + " } }" * 40 + " } }",
        TOO_LARGE, "The brackets nest 83 deep; at most 64 are followed."),
    "fields deep": _of(
        "{ organisations { nodes " + "{ successor { nodes " * 8 + "{ id }" + " } }" * 8 + " } }",
        TOO_LARGE, "The operation has 19 levels of fields; at most 15 are answered."),
    "brackets deep": _of("{" * 50_000, TOO_LARGE, "The brackets nest 50000 deep;"),
    "lists deep": _of(
        "{ organisations(where: " + "[" * 5_000 + "]" * 5_000 + ") { totalCount } }",
        TOO_LARGE, "The brackets nest 5002 deep;"),
    "aliases": _of(
        "{" + " ".join(f"a{n}: release {{ name }}" for n in range(3_000)) + "}",
        TOO_LARGE, "The document has 18002 tokens;"),
    "aliases of a field": _of(
        "{ node(id: \"x\") {" + " ".join(f"a{n}: id" for n in range(300)) + "} }",
        TOO_LARGE, "The operation has 300 aliases; at most 30 are answered."),
    "fragment cycle": _of(
        "{ node(id: \"x\") { ...A } } fragment A on Node { ...B } fragment B on Node { id ...A }",
        BAD, "Cannot spread fragment 'A' within itself via 'B'."),
    "fragment of itself": _of(
        "{ node(id: \"x\") { ...A } } fragment A on Node { id ...A }",
        BAD, "Cannot spread fragment 'A' within itself."),
    "fragments in a chain": _of(_chain(3_000), TOO_LARGE, "The document has "),
    "fragments in a chain of 90": _of(
        _chain(90), TOO_LARGE, "The brackets nest 93 deep; at most 64 are followed."),
    "many fragments": _of(
        "{ release { name } } " + " ".join(f"fragment F{n} on Node {{ id }}" for n in range(900)),
        TOO_LARGE, "The document has 901 definitions; at most 100 are read."),
    "fragments doubling": _of(
        _doubling(25), TOO_LARGE, "With its fragments written out the operation has "),
    "directives on a field": _of(
        "{ release { name " + "@include(if: true) " * 500 + "} }",
        TOO_LARGE, "One place has 500 directives; at most 5 are applied."),
    "directives": _of(
        "{ release {" + "name @include(if: true) " * 300 + "} }",
        TOO_LARGE, "The document has 300 directives; at most 100 are applied."),
    "the same field": _of(
        "{ release {" + "name " * 4_900 + "} }", TOO_LARGE,
        "Fields under the same response keys make 12002550 pairs; at most 20000 are compared."),
    "fields in fields that overlap": _of(
        "{" + (_LIST + " { id label type } } ") * 500 + "}", TOO_LARGE,
        "Fields under the same response keys make "),
    "inline fragments that overlap": _of(
        "{ release {" + "... on Release { name } " * 2_000 + "} }", TOO_LARGE,
        "Fields under the same response keys make 1999000 pairs;"),
    "fields of types of fields": _of(
        '{ __type(name: "Organisation") ' + _nested("fields { type", 8, "name") + " } " * 8 + "}",
        TOO_LARGE, "Introspection nests 8 lists of fields or types; at most 2 are answered."),
    "the schema, many times": _of(
        "{" + " ".join(
            f"a{n}: __schema {{ types {{ fields {{ args {{ type {{ name ofType {{ name }} }} }}"
            " type { fields { name type { name } } } } } }" for n in range(30)
        ) + "}",
        TOO_LARGE, "Introspection asks "),
    "introspection deep": _of(
        '{ __type(name: "Organisation") ' + _nested("ofType", 55, "name") + "}",
        TOO_LARGE, "Introspection goes 57 levels deep; at most 40 are answered."),
    "many variables' values": _of(
        _WHERE, TOO_LARGE, "The variables hold ", {"w": {"id": {"in": ["x"] * 60_000}}}),
    "a deep variable": _of(
        _WHERE, TOO_LARGE, "The brackets nest 65 deep; at most 64 are followed.",
        {"w": _deep_where(200)}),
    "a long text": _of(
        "query($t: String!) { search(text: $t) { label } }", TOO_LARGE,
        "A text has 500000 characters; at most 16384 are read.", {"t": "x" * 500_000}),
    "a long text in the document": _of(
        f'{{ search(text: "{"x" * 100_000}") {{ label }} }}', TOO_LARGE,
        "A text has 100000 characters; at most 16384 are read."),
    "many conditions": _of(
        _WHERE, TOO_LARGE, "The filters have 1000 conditions; at most 100 are tested.",
        {"w": {"or": [{"name": {"contains": str(n)}} for n in range(1_000)]}}),
    "many queries": _of(
        "{ organisations(first: 1) { nodes {"
        + " ".join(f"a{n}: successor(first: 1) {{ totalCount nodes {{ type graphs ...L }} }}"
                   for n in range(25))
        + "} } } fragment L on Organisation { predecessor(first: 1) { totalCount nodes {"
        + " claims(first: 1) { totalCount nodes { id } } type graphs } } }",
        TOO_LARGE, "The operation takes "),
    "a page too large": _of(
        "{ organisations(first: 1000000000) { totalCount } }", TOO_LARGE,
        "`first` is 1000000000; a page holds 0 to 1000."),
    "lists in lists": _of(
        "{ organisations(first: 1000) { nodes { successor(first: 1000) { nodes { id } } } } }",
        TOO_LARGE, "The lists down to 'organisations.nodes.successor' may hold 1000000 things;"),
    "many errors": _of(
        "{ release {" + " ".join(f"a{n}" for n in range(4_000)) + "} }", BAD,
        "Cannot query field 'a0' on type 'Release'."),
    "many undefined variables": _of(
        "{ organisations(first: 1, where: {and: ["
        + " ".join(f"$v{n}" for n in range(4_000)) + "]}) { totalCount } }", BAD,
        "Variable '$v0' is not defined."),
    "comments": _of("#\n" * 90_000, TOO_LARGE, "The document has 180000 bytes;"),
    "commas": _of("{" + "," * 130_000 + "nothing}", BAD, "Cannot query field 'nothing'"),
    "a string without end": _of('{ search(text: """' + "x" * 60_000, BAD, "Syntax Error: "),
    "quotes": _of('"' * 131_000, TOO_LARGE, "The document has "),
    "letters of the world": _of("{ \u202e\U0001f4a3\u0000\ufffe }", BAD, "Syntax Error: "),
    "half a letter": Hostile(
        b'{"query": "{ search(text: \\"\\ud800\\") { id } }"}', 400, BAD, "The body is not JSON"),
    "an empty document": _of(" ", BAD, "Syntax Error: Unexpected <EOF>."),
    "a definition": _of("type A { b: C }", BAD, "The 'A' definition is not executable."),
    "no JSON": Hostile(b"\xff\xfe{", 400, BAD, "The body is not JSON"),
    "JSON that is deep": Hostile(b"[" * 500_000, 400, BAD, "The body is not JSON"),
    "JSON of nothing": Hostile(b"null", 400, BAD, ""),
    "a batch": Hostile(
        orjson.dumps([{"query": "{ release { name } }"}] * 200), 400, BAD, ""),
    "a query that is a number": Hostile(b'{"query": 1}', 400, BAD, "'query' is not a string."),
    "variables that are a list": Hostile(
        b'{"query": "{ release { name } }", "variables": [1]}', 400, BAD,
        "'variables' is not an object."),
    "a number beyond all": Hostile(
        b'{"query": "query($n: Int) { organisations(first: $n) { totalCount } }",'
        b' "variables": {"n": 1e999}}', 400, BAD, ""),
    "two MiB of comments": Hostile(
        orjson.dumps({"query": "#" * 2_097_152 + "\n{ release { name } }"}), 413,
        "body-too-large", "The body is larger than 1048576 bytes"),
    "an extension that there is not": Hostile(
        b'{"query": "{ release { name } }", "extensions": {"kg": ["tell", {}]}}', 400, BAD,
        "`extensions.kg` is"),
}  # fmt: skip


@pytest.mark.parametrize("name", HOSTILE)
def test_it_is_refused_with_its_reason(name: str, served: Served) -> None:
    body, status, code, told = HOSTILE[name]

    answer = served.client.post("/graphql", content=body, headers=HEADERS)

    error = answer.json()["errors"][0]
    assert (answer.status_code, error["extensions"]["code"]) == (status, code)
    assert error["message"].startswith(told)
    assert len(answer.content) < 10_000
    assert served.client.get("/livez").status_code == 200
    well = served.client.post("/graphql", json={"query": WELL}, headers=HEADERS)
    assert well.json()["data"] == {"organisations": {"totalCount": 3}}


def test_a_refusal_tells_the_limit_and_how_much_is_allowed(served: Served) -> None:
    answer = served.client.post(
        "/graphql", content=HOSTILE["aliases of a field"].body, headers=HEADERS
    )

    assert answer.json()["errors"] == [
        {
            "message": "The operation has 300 aliases; at most 30 are answered.",
            "locations": [{"line": 1, "column": 1}],
            "extensions": {
                "code": "query-too-large",
                "hint": "Ask in several requests. The limit is `aliases` of `serviceLimits`.",
            },
        }
    ]


@pytest.mark.parametrize("query", [get_introspection_query(), TOOLS])
def test_the_introspection_of_tools_is_free(query: str, served: Served) -> None:
    answer = served.client.post("/graphql", json={"query": query}, headers=HEADERS)

    assert answer.status_code == 200
    assert "errors" not in answer.json()
    assert len(answer.json()["data"]["__schema"]["types"]) > 100


def test_a_limit_is_set_by_the_environment(
    tiny_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COTERMINOUS_GRAPHQL_ROOT_FIELDS", "1")

    with serving(tiny_release, workers=1) as service:
        answer = service.client.post("/graphql", json={"query": "{ a: __typename __typename }"})

    assert [each["message"] for each in answer.json()["errors"]] == [
        "The operation has 2 root fields; at most 1 is answered."
    ]
