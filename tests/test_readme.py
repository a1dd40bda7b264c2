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
BLOCKS = re.findall(r"```sh\n(.*?)```", (ROOT / "README.md").read_text(encoding="utf-8"), re.DOTALL)
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


def test_the_two_commands_are_promised() -> None:
    assert LINES[:2] == list(SERVING)


@pytest.mark.parametrize("line", [each for each in LINES if each not in SERVING])
def test_a_command_of_the_readme_runs(line: str) -> None:
    ensure(store_folder())
    words = shlex.split(line)
    assert words[:3] == ["uv", "run", "coterminous"]

    done = subprocess.run(
        [sys.executable, "-m", "server", *words[3:]],
        cwd=ROOT, env=os.environ | {"COLUMNS": "100"}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    assert done.stdout
