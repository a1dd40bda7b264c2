"""`coterminous query`: SPARQL or GraphQL, told apart by the text."""

import json
import os
import subprocess
import sys
from pathlib import Path

from kg.release.build import ensure
from kg.settings import store_folder

ROOT = Path(__file__).resolve().parents[2]


def query(text: str, *options: str) -> subprocess.CompletedProcess[str]:
    ensure(store_folder())
    return subprocess.run(
        [sys.executable, "-m", "server", "query", "-", *options],
        cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, input=text, capture_output=True, text=True,
        check=False,
    )  # fmt: skip


def test_graphql_is_known_by_how_it_begins() -> None:
    done = query("# the release\nquery Which { release { name } }")

    assert done.returncode == 0
    assert json.loads(done.stdout)["data"] == {"release": {"name": ensure(store_folder()).name}}


def test_a_graphql_error_gives_exit_code_1() -> None:
    done = query("{ relase { name } }")

    assert done.returncode == 1
    assert "Cannot query field 'relase'" in json.loads(done.stdout)["errors"][0]["message"]


def test_a_question_file_runs_as_it_stands_and_csv_is_csv() -> None:
    text = (ROOT / "queries/mergers/on-day.rq").read_text(encoding="utf-8")

    assert query(text, "-f", "csv").stdout.split() == ["mergers,merging,forming", "18,74,18"]
    assert "│ 18 " in query(text).stdout


def test_what_is_neither_is_refused_with_its_place() -> None:
    done = query("SELECT * { ?s ?p }")

    assert done.returncode == 1
    assert "The query is not SPARQL 1.1" in done.stderr


def test_a_file_that_is_not_there_is_named() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "server", "query", "nowhere.rq"],
        cwd=ROOT, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 1
    assert "nowhere.rq cannot be read" in done.stderr
