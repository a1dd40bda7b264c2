"""A certificate of an answer: asked again at `/sparql`, it gives the same rows."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from typer.testing import CliRunner

import server.commands  # noqa: F401 - it adds `verify` to the commands
from kg.cli.main import app
from kg.questions.bind import defaults
from kg.questions.library import Library
from kg.questions.twin import variables
from kg.release.build import ensure
from kg.settings import store_folder
from server.graphql.explanation.certificate import (
    canonical,
    data_digest,
    rows_digest,
    rows_of,
    verify,
)
from tests.conftest import Served, serving

Answer = dict[str, Any]
QUESTIONS = Library()
# Beside the questions: one page of each list, and one page below each thing.
LISTS = (
    "affiliations", "agentGroups", "areas", "changeEvents", "changeProposals", "claims",
    "documents", "figures", "influences", "interlocks", "jointArrangements", "organisations",
    "overlaps", "people", "policies", "posts", "provisions", "registerRecords", "tenures",
    "transfers",
)  # fmt: skip
DOCUMENTS = [
    *(f"{{ {name}(first: 7) {{ totalCount nodes {{ id label type }} }} }}" for name in LISTS),
    *(f'{{ {name}(first: 3, asOf: "2019-04-01") {{ edges {{ cursor }} }} }}' for name in LISTS),
    "{ organisations(first: 70) { nodes { tenures(first: 1) { nodes { holder { name } } } } } }",
    "{ organisations(first: 70) { nodes { successor(first: 1) { nodes { id } } graphs } } }",
    '{ search(text: "Norfolk", first: 3) { label node { id type } } }',
    '{ organisation(id: "organisation/26A/ccg") { name ... on Node { graphs } } }',
    "{ release { name } __typename }",
]


ASKED = [*((name, None) for name in sorted(QUESTIONS)), *((None, each) for each in DOCUMENTS)]


@pytest.fixture(scope="module")
def shipped() -> Iterator[Served]:
    """The service over the shipped release."""
    ensure(store_folder())
    with serving(store_folder(), deadline=20.0) as service:
        yield service


def certified(service: Served, document: str, given: dict[str, Any] | None = None) -> Answer:
    asked = {"query": document, "variables": given or {}, "extensions": {"kg": "certify"}}
    answer: Answer = service.client.post("/graphql", json=asked).json()
    assert "errors" not in answer, answer["errors"]
    return answer


@pytest.mark.parametrize(("name", "document"), ASKED)
def test_it_gives_the_same_rows_at_the_sparql_endpoint(
    name: str | None, document: str | None, shipped: Served
) -> None:
    question = QUESTIONS[name] if name else None
    text = question.graphql if question else str(document)
    given = variables(defaults(question.sparql)) if question else {}
    answer = certified(shipped, text, given)
    certificate = answer["extensions"]["kg"]["certificate"]

    def ask(sparql: str) -> Any:
        found = shipped.client.post(certificate["endpoint"], data={"query": sparql})
        assert found.status_code == 200, found.text
        return found.json()

    plain = shipped.client.post("/graphql", json={"query": text, "variables": given}).json()
    assert verify(certificate, ask, plain["data"]) == []
    assert not any("LATERAL" in each["sparql"] for each in certificate["queries"])
    assert certificate["release"] == plain["extensions"]["release"]


def test_it_tells_what_is_not_as_it_was(shipped: Served) -> None:
    answer = certified(shipped, "{ people(first: 3) { totalCount nodes { name } } }")
    certificate = answer["extensions"]["kg"]["certificate"]

    def nothing(_: str) -> Any:
        return {"head": {"vars": ["n"]}, "results": {"bindings": []}}

    other = answer["data"]["people"] | {"totalCount": 0}

    assert verify(certificate, nothing, {"people": other}) == [
        "The data is not the data that was certified.",
        "Query 1, at 'people', gives other rows: 0, and 1 were certified.",
        "Query 2, at 'people', gives other rows: 0, and 4 were certified.",
    ]
    assert verify(certificate | {"version": 2}, nothing) == [
        "The certificate is of version 2, not 1."
    ]


def test_a_file_of_an_answer_is_verified_on_the_command_line(
    shipped: Served, tmp_path: Path
) -> None:
    answer = certified(shipped, "{ organisations(first: 2) { nodes { name } } }")
    good, bad = tmp_path / "good.json", tmp_path / "bad.json"
    good.write_text(json.dumps(answer), encoding="utf-8")
    bad.write_text(json.dumps(answer | {"data": {}}), encoding="utf-8")
    release = answer["extensions"]["release"]

    done, failed = (CliRunner().invoke(app, ["verify", str(each)]) for each in (good, bad))

    assert (done.exit_code, done.output) == (
        0, f"All 1 queries give what was certified of {release}.\n",
    )  # fmt: skip
    assert (failed.exit_code, failed.output) == (
        1, "The data is not the data that was certified.\n",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ({"é": 1, "z": 2, "\ufb33": 3, "\U0001f600": 4}, '{"z":2,"é":1,"\U0001f600":4,"\ufb33":3}'),
        ([333333333.33333329, 1e30, 4.50, 2e-3, 1e-27],
         "[333333333.3333333,1e+30,4.5,0.002,1e-27]"),
        ("\u20ac$\u000f\nA'B\"\\\"/", '"\u20ac$\\u000f\\nA\'B\\"\\\\\\"/"'),
        ([None, True, False, 0, -0.0, -1.5e-7], "[null,true,false,0,0,-1.5e-7]"),
    ],
)  # fmt: skip
def test_canonical_json_is_that_of_rfc_8785(value: Any, text: str) -> None:
    # Of its section 3.2.2 and 3.2.3: names by UTF-16 code units, numbers as ECMAScript has them.
    assert canonical(value) == text


def test_a_number_that_json_does_not_have_has_no_digest() -> None:
    with pytest.raises(ValueError, match="nan is not JSON"):
        data_digest([float("nan")])


def test_terms_are_written_alike_whatever_they_hold() -> None:
    results = {
        "head": {"vars": ["a", "b", "c"]},
        "results": {
            "bindings": [
                {
                    "a": {"type": "uri", "value": "urn:a"},
                    "b": {"type": "literal", "value": 'x"\n\t\\', "xml:lang": "cy-GB"},
                },
                {"c": {"type": "literal", "value": "7", "datatype": "urn:d"}},
            ]
        },
    }

    assert list(rows_of(results)) == [
        ["<urn:a>", r'"x\"\n\t\\"@cy-gb', ""],
        ["", "", '"7"^^<urn:d>'],
    ]
    assert rows_digest([["<urn:a>"]]) != rows_digest([["<urn:a>"], ["<urn:a>"]])
