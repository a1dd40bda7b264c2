"""What the README tells people to type works."""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

from kg.release.build import ensure
from kg.settings import store_folder

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
BLOCKS = re.findall(r"```sh\n(.*?)```", README, re.DOTALL)
QUERIES = re.findall(r"```(?:graphql|sparql)\n(.*?)```", README, re.DOTALL)
LINES = [
    line.partition("#")[0].strip()
    for block in BLOCKS
    for line in block.splitlines()
    if line.strip()
]
SERVING = (
    "uv run coterminous",
    "uv run pytest",
)  # tried by tests/server/test_serve.py, and by this


def coterminous(*words: str) -> str:
    """What a command prints; it has to succeed."""
    ensure(store_folder())
    done = subprocess.run(
        [sys.executable, "-m", "server", *words],
        cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_it_is_one_screen() -> None:
    assert len(README.splitlines()) <= 60


def test_the_two_commands_are_promised() -> None:
    assert LINES[:2] == list(SERVING)


@pytest.mark.parametrize("line", [each for each in LINES if each not in SERVING])
def test_a_command_of_the_readme_runs(line: str) -> None:
    words = shlex.split(line)
    assert words[:3] == ["uv", "run", "coterminous"]

    assert coterminous(*words[3:])


@pytest.mark.parametrize("query", QUERIES, ids=["GraphQL", "SPARQL"])
def test_a_query_of_the_readme_finds_something(query: str, tmp_path: Path) -> None:
    (tmp_path / "query").write_text(query, encoding="utf-8")

    assert re.search("Norfolk|Melanie Craig", coterminous("query", str(tmp_path / "query")))
