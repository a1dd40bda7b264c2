"""The shared competency questions: each answered exactly, in SPARQL and in GraphQL.

The tables beside this file, `competency_*.py`, say which question of the library answers which.
"""

import json
import os
from collections.abc import Callable, Mapping
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

from kg.model.names import ID
from kg.questions.ask import ask
from kg.questions.bind import defaults, parse
from kg.questions.twin import plain, rows, variables
from kg.release.opened import OpenRelease
from server.graphql.execution.execute import execute
from tests.questions.competency import Answer, Competency, Row, matches

Reader = Callable[[str, Mapping[str, str]], list[Row]]

TABLES: list[dict[str, Competency]] = [
    import_module(f"tests.questions.{path.stem}").COMPETENCY
    for path in sorted(Path(__file__).parent.glob("competency_*.py"))
]
ASKED = {number: asked for table in TABLES for number, asked in table.items()}


@pytest.fixture(scope="module")
def shared() -> dict[str, Any]:
    """The shared questions by their number."""
    folder = os.environ.get("COTERMINOUS_SHARED")
    if not folder:
        pytest.skip("COTERMINOUS_SHARED names no folder with the shared questions")
    text = (Path(folder) / "questions" / "competency_questions.jsonl").read_text(encoding="utf-8")
    return {each["id"]: each for each in map(json.loads, text.splitlines())}


def by_sparql(release: OpenRelease, name: str, given: Mapping[str, str]) -> list[Row]:
    question = release.library[name]
    answer = ask(release.store, question, parse(question.sparql, given)).rows
    names = [str(each) for each in answer.variables]
    return [dict(zip(names, row, strict=True)) for row in plain(answer.rows)]


def by_graphql(release: OpenRelease, name: str, given: Mapping[str, str]) -> list[Row]:
    question = release.library[name]
    used = defaults(question.sparql) | parse(question.sparql, given)
    told = execute(release, question.graphql, variables(used))
    assert told.get("errors", []) == []
    names = [each.name for each in question.header.columns]
    found = rows(told["data"], question.header.columns)
    return [dict(zip(names, row, strict=True)) for row in found]


def with_names(answer: Answer, read: Reader) -> Answer:
    """The answer with all the names of a thing in place of its IRI."""
    if isinstance(answer, Mapping):
        return {key: with_names(value, read) for key, value in answer.items()}
    if isinstance(answer, (set, list)):
        return [with_names(each, read) for each in answer]
    if isinstance(answer, str) and answer.startswith(ID):
        told = read("provenance/names", {"thing": answer})
        return frozenset(name for row in told for name in row.values() if name)
    return answer


def answered(asked: Competency, read: Reader) -> Answer:
    return with_names(asked.answer(read(asked.question, asked.params)), read)


def test_every_shared_question_is_asked_here_once(shared: dict[str, Any]) -> None:
    assert sorted(number for table in TABLES for number in table) == sorted(shared)


@pytest.mark.parametrize("number", sorted(ASKED))
def test_sparql_gives_the_shared_answer(
    number: str, release: OpenRelease, shared: dict[str, Any]
) -> None:
    given = answered(ASKED[number], lambda name, params: by_sparql(release, name, params))

    assert matches(shared[number]["answer"], given), given


@pytest.mark.parametrize("number", sorted(ASKED))
def test_graphql_gives_the_shared_answer(
    number: str, release: OpenRelease, shared: dict[str, Any]
) -> None:
    given = answered(ASKED[number], lambda name, params: by_graphql(release, name, params))

    assert matches(shared[number]["answer"], given), given


@pytest.mark.parametrize(
    ("wanted", "given", "is_match"),
    [
        (["a", "b"], {"b", "a"}, True),
        (["a"], {"a", "b"}, False),
        (["a", "a"], {"a"}, False),
        ("the King's Fund", "King’s Fund", True),
        ("HSJ", frozenset({"Health Service Journal", "HSJ"}), True),
        ("2020-02", "2020-02-07", True),
        ("2020-02-07", "2020-02", False),
        (False, "false", False),
        (191, "191", True),
        (191, "191.5", False),
        ({"a": 1}, {"a": "1", "b": "2"}, False),
    ],
)
def test_answers_are_compared_by_the_shared_rules(
    wanted: Answer, given: Answer, is_match: bool
) -> None:
    assert matches(wanted, given) == is_match
