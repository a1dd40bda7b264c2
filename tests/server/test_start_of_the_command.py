"""A command loads no more than it needs, so that it answers at once."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = (
    "docx", "graphene", "graphql", "httpx2", "jinja2", "kg.documents.facts.read",
    "kg.documents.mentions.read", "kg.ingest", "kg.release.build", "kg.release.documents.commit",
    "kg.release.writer.writer", "kg.store.remote.store", "lxml", "matplotlib", "networkx",
    "pypdfium2", "rdflib", "starlette", "textual", "trafilatura", "uvicorn",
)  # fmt: skip


@pytest.mark.parametrize(
    "modules", ["server.__main__", "kg.cli.main", "server.__main__, kg.cli.main, server.commands"]
)
def test_what_few_commands_need_is_not_loaded_for_all(modules: str) -> None:
    code = f"import sys, {modules}; print([each for each in {HEAVY} if each in sys.modules])"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_to_review_does_not_load_what_serves() -> None:
    code = "import sys, kg.cli.review.screen; print('starlette' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"
