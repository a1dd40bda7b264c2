"""`add`, `status`, `decide`, `missed`, `commit`, `annotations` and `withdraw` as typed."""

import json
import os
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from kg.release import sources
from kg.resources import folder
from tests.conftest import publish, tiny_statements
from tests.kg.cli.terminal import ROOT

TEXT = """Alder groups plan to join up

Dr Ruth Calloway, accountable officer of Alder CCG, said little. Alder CCG serves 310,000 people.
"""
Typed = Callable[..., subprocess.CompletedProcess[str]]


@pytest.fixture
def typed(tmp_path: Path) -> Typed:
    """Type a command with a small release and a file `article.txt` at hand."""
    publish(tmp_path / "store", "r1", [*tiny_statements(), *sources.schema(folder("ontology"))])
    (tmp_path / "article.txt").write_text(TEXT, encoding="utf-8")
    environment = os.environ | {"COLUMNS": "200", "COTERMINOUS_STORE": str(tmp_path / "store")}

    def run(*arguments: str) -> subprocess.CompletedProcess[str]:
        return subprocess.run(
            [sys.executable, "-m", "server", *arguments], cwd=ROOT, env=environment,
            capture_output=True, text=True, check=False,
        )  # fmt: skip

    return run


def told(done: subprocess.CompletedProcess[str]) -> Any:
    assert done.returncode == 0, done.stderr
    return json.loads(done.stdout)


def test_an_article_goes_in_and_out_by_commands(typed: Typed, tmp_path: Path) -> None:
    article = str(tmp_path / "article.txt")
    (added,) = told(typed("add", article, "--date", "2018-11-02", "--json"))
    document = added["id"]
    items = told(typed("status", document, "--json"))["items"]
    tenure = next(each["id"] for each in items if each["type"] == "Tenure")

    decided = told(typed("decide", tenure, "accept", "--as", "ann", "--json"))
    start = TEXT.index("Alder groups")
    missed = typed("missed", document, str(start), str(start + 12), "--type", "Organisation")
    planned = told(typed("commit", document, "--dry-run", "--json"))
    made = told(typed("commit", document, "--json"))
    gone = told(typed("withdraw", tenure, "--json"))

    assert (decided["accepted"], decided["open"]) == (3, len(items) - 3)
    assert missed.returncode == 0
    assert (made["added"], made["removed"]) == (planned["added"], 0)
    assert (made["violations"], made["left_out"]) == ([], [])
    assert gone["removed"] > 0


def test_what_breaks_the_shapes_ends_with_3_and_names_its_candidate(
    typed: Typed, tmp_path: Path
) -> None:
    (added,) = told(typed("add", str(tmp_path / "article.txt"), "--json"))
    items = told(typed("status", added["id"], "--json"))["items"]
    tenure = next(each["id"] for each in items if each["type"] == "Tenure")
    typed("decide", tenure, "accept", "--set", "role=x")

    done = typed("commit", added["id"])

    assert done.returncode == 3
    first, *_, last = done.stdout.splitlines()
    assert first.startswith(f"{tenure} (Tenure): id:claim/{added['id']}/{tenure}: ")
    assert last.startswith("Nothing was written: ")


def test_a_verdict_that_is_none_is_refused(typed: Typed, tmp_path: Path) -> None:
    (added,) = told(typed("add", str(tmp_path / "article.txt"), "--json"))
    items = told(typed("status", added["id"], "--json"))["items"]

    done = typed("decide", items[0]["id"], "perhaps")

    assert (done.returncode, done.stderr.splitlines()[0]) == (
        1, "Parameter 'verdict': 'perhaps' is not one of accept, reject, unsure",
    )  # fmt: skip


def test_all_that_is_read_is_told_as_turtle_before_anybody_decides(
    typed: Typed, tmp_path: Path
) -> None:
    done = typed("extract", str(tmp_path / "article.txt"), "--format", "turtle")

    assert done.returncode == 0
    assert "review-unreviewed" in done.stdout
    assert "OfficeClaim" in done.stdout
