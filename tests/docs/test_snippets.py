"""What pages tell people to type works, and gives what they say it gives."""

import csv
import io
import json
import shlex
import tomllib
from contextlib import redirect_stderr, redirect_stdout
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from server.docs.gathered import Page, pages
from tests.conftest import Served
from tests.docs.fences import Fence, fences, missing, steps

EVERY = [each for page in pages().values() for each in fences(page)]
AFTER = {one: other for one, other in pairwise(EVERY) if one.page == other.page}
KNOWN = {"", "text", "console", "python", "graphql", "sparql", "json", "toml", "csv", "sh", "ini",
         "yaml", "xml", "http", "html", "turtle", "dockerfile"}  # fmt: skip


def named(fence: Fence) -> str:
    return f"{fence.page}:{fence.line}"


def result_of(fence: Fence) -> Fence | None:
    after = AFTER.get(fence)
    return after if after and after.is_result else None


def pages_with(language: str) -> list[Page]:
    names = dict.fromkeys(each.page for each in EVERY if each.language == language)
    return [pages()[name] for name in names]


def kept_files(page: Page, place: Path) -> None:
    for fence in fences(page):
        if fence.file:
            (place / fence.file).write_text(fence.text, encoding="utf-8")


def typed(words: list[str], to: Path) -> tuple[int, str]:
    """The exit code of a command, and all that it prints."""
    import server.commands  # noqa: F401 - which adds its own
    from kg.cli.main import run

    with to.open("w", encoding="utf-8") as file, redirect_stdout(file), redirect_stderr(file):
        code = run(words)
    return code, to.read_text(encoding="utf-8", errors="replace")


def test_every_block_is_in_a_language_that_is_tried_or_is_plain_text() -> None:
    assert {named(each): each.language for each in EVERY if each.language not in KNOWN} == {}


@pytest.mark.parametrize("page", pages_with("console"), ids=lambda page: page.name)
def test_commands_of_a_page_run_and_print_what_is_shown(
    page: Page, own_store: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    kept_files(page, tmp_path)
    monkeypatch.chdir(tmp_path)
    monkeypatch.setenv("COLUMNS", "120")
    monkeypatch.setenv("COTERMINOUS_STORE", str(own_store))
    for fence in fences(page):
        for step in steps(fence.text) if fence.language == "console" else ():
            words = shlex.split(step.command)
            assert words[0] == "coterminous", step.command
            code, printed = typed(words[1:], tmp_path.with_suffix(".printed"))

            wanted = fence.said.removeprefix("exit=") if fence.said.startswith("exit=") else "0"
            assert str(code) == wanted, f"{named(fence)} {step.command}\n{printed}"
            assert missing(step.expected, printed) == [], printed


@pytest.mark.parametrize("page", pages_with("python"), ids=lambda page: page.name)
def test_the_program_of_a_page_runs_and_prints_what_is_shown(
    page: Page, documented: Served, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    names: dict[str, Any] = {"__name__": "__main__"}
    for fence in fences(page):
        if fence.language != "python":
            continue
        printed, text = io.StringIO(), fence.text.replace("http://127.0.0.1:8000", documented.url)
        with redirect_stdout(printed):
            exec(compile(text, named(fence), "exec"), names)

        result = result_of(fence)
        expected = result.text.splitlines() if result else []
        assert missing(expected, printed.getvalue()) == [], printed.getvalue()


@pytest.mark.parametrize("fence", [each for each in EVERY if each.language == "graphql"], ids=named)
def test_an_operation_of_a_page_is_answered_as_is_shown(fence: Fence, documented: Served) -> None:
    told = documented.client.post("/graphql", json={"query": fence.text}).json()

    assert told.get("errors", []) == []
    after = AFTER.get(fence)
    if after and after.language == "json":
        shown = json.loads(after.text)
        assert (told if "data" in shown else told["data"]) == shown


@pytest.mark.parametrize("fence", [each for each in EVERY if each.language == "sparql"], ids=named)
def test_a_query_of_a_page_finds_what_is_shown(fence: Fence, documented: Served) -> None:
    answer = documented.client.post(
        "/sparql", data={"query": fence.text}, headers={"Accept": "text/csv, text/turtle;q=0.9"}
    )

    assert answer.status_code == 200, answer.text
    rows = list(csv.reader(io.StringIO(answer.text)))
    assert len(rows) > 1
    if result := result_of(fence):
        assert rows == list(csv.reader(io.StringIO(result.text)))


@pytest.mark.parametrize(
    "fence", [each for each in EVERY if each.language in ("json", "toml")], ids=named
)
def test_data_on_a_page_can_be_read(fence: Fence) -> None:
    assert (json.loads if fence.language == "json" else tomllib.loads)(fence.text)
