"""Every question is held to its promises; a new one is tested by being there."""

import json
import os
from pathlib import Path

import pytest

from kg.questions.ask import ask
from kg.questions.bind import defaults
from kg.questions.library import Library
from kg.questions.twin import plain, rows, variables
from kg.release.opened import OpenRelease
from kg.store.memory import RdflibStore
from server.graphql.execution.execute import execute

NAMES = sorted(Library())
ANSWERS = Path(__file__).resolve().parent.parent / "answers"


@pytest.mark.parametrize("name", NAMES)
def test_the_header_agrees_with_the_query(name: str, release: OpenRelease) -> None:
    question = release.library[name]

    asked = ask(release.store, question)

    assert [each.name for each in question.header.columns] == list(asked.rows.variables)
    assert [each.name for each in question.header.parameters] == list(defaults(question.sparql))
    assert "ORDER BY" in question.sparql
    assert "SELECT *" not in question.sparql


@pytest.mark.parametrize("name", NAMES)
def test_it_has_an_answer_or_says_why_not(name: str, release: OpenRelease) -> None:
    question = release.library[name]

    found = ask(release.store, question).rows.rows

    assert bool(found) != bool(question.header.may_be_empty)


@pytest.mark.parametrize("name", NAMES)
def test_the_twin_gives_the_same_answer(name: str, release: OpenRelease) -> None:
    question = release.library[name]
    asked = ask(release.store, question)

    told = execute(release, question.graphql, variables(asked.parameters))

    assert told.get("errors", []) == []
    assert rows(told["data"], question.header.columns) == plain(asked.rows.rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_second_engine_gives_the_same_answer(
    name: str, release: OpenRelease, second_engine: RdflibStore
) -> None:
    question = release.library[name]

    first, second = ask(release.store, question), ask(second_engine, question)

    assert plain(second.rows.rows) == plain(first.rows.rows)


@pytest.mark.parametrize("name", NAMES)
def test_the_answer_is_the_one_that_was_read_and_agreed(name: str, release: OpenRelease) -> None:
    # COTERMINOUS_WRITE_ANSWERS=1 writes them anew; read the difference before it is committed.
    path = ANSWERS / f"{name}.json"
    answer = [list(row) for row in plain(ask(release.store, release.library[name]).rows.rows)]
    if os.environ.get("COTERMINOUS_WRITE_ANSWERS"):
        path.parent.mkdir(parents=True, exist_ok=True)
        lines = ",\n".join(json.dumps(row, ensure_ascii=False) for row in answer)
        path.write_text(f"[\n{lines}\n]\n" if lines else "[]\n", encoding="utf-8")

    assert json.loads(path.read_text(encoding="utf-8")) == answer
