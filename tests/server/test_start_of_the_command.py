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


def test_readers_do_not_wait_for_what_reads_texts_and_draws_networks() -> None:
    # The service answers nothing before the process that its readers are forked from has these.
    heavy = ("jsonschema", "kg.documents", "lxml", "matplotlib", "mcp", "networkx", "pypdfium2",
             "rdflib", "textual", "trafilatura")  # fmt: skip
    code = (
        "import sys; from importlib import import_module; from server.handlers import HANDLERS;"
        "import server.readers.processes.zygote;"
        "loaded = [import_module(each) for each in HANDLERS];"
        f"print([each for each in {heavy} if each in sys.modules])"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "[]"


def test_to_review_does_not_load_what_serves() -> None:
    code = "import sys, kg.cli.review.screen; print('starlette' in sys.modules)"

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)

    assert told.stdout.strip() == "False"


@pytest.mark.parametrize("module", ["kg.cli.main", "kg.questions.library"])
def test_who_interrupts_it_while_it_begins_is_shown_no_traceback(module: str) -> None:
    code = (
        "import os, signal, sys; from server.__main__ import main\n"
        "signal.signal(signal.SIGINT, signal.default_int_handler)  # it may be ignored around us\n"
        "class Interrupting:\n"
        "    def find_spec(self, name, *_):\n"
        f"        if name == {module!r}: os.kill(os.getpid(), signal.SIGINT)\n"
        "sys.meta_path.insert(0, Interrupting()); sys.argv = ['coterminous', 'questions']; main()"
    )

    told = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)

    assert (told.returncode, told.stdout, told.stderr) == (130, "", "")
