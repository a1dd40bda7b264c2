"""What the program tells of itself, and how it ends."""

import csv
import json
import os
import re
import shlex
import subprocess
import sys
from importlib.metadata import version
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from kg.cli.package import completion
from kg.cli.package.exits import MEANINGS, Ending
from kg.cli.package.front_end import front_end
from kg.cli.package.installed import installed
from kg.cli.package.sbom import bill
from kg.release.build import ensure
from kg.settings import store_folder
from tests.kg.cli.terminal import typed

PAGE = Path(completion.__file__).with_name("exit-codes.md")
COMMAND = [sys.executable, "-m", "server"]


coterminous = typed


def test_the_version_is_told_with_the_release_and_its_day() -> None:
    done = coterminous("--version")

    name = ensure(store_folder()).name
    told = rf"coterminous {version('coterminous')}, release {name}, data of \d{{4}}-\d\d-\d\d\n"
    assert re.fullmatch(told, done.stdout)
    assert done.returncode == 0


def test_the_version_is_told_where_there_is_no_release(tmp_path: Path) -> None:
    done = coterminous("--version", COTERMINOUS_STORE=str(tmp_path))

    assert done.stdout == f"coterminous {version('coterminous')}, no release yet\n"


def test_the_bill_of_materials_is_valid_by_its_schema() -> None:
    text = json.dumps(bill(installed(), front_end()))

    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None


def test_the_bill_has_all_that_is_needed_and_nothing_else() -> None:
    own, *needed = installed()
    names = {each.name for each in needed}

    assert own.name == "coterminous"
    assert set(own.needs) < names
    assert {"starlette", "pyoxigraph", "anyio"} <= names
    assert {"pytest", "ruff", "cyclonedx-python-lib"} & names == set()
    assert [each.name for each in needed if not each.licence] == []


def test_the_bill_has_what_scripts_are_built_of_with_digests() -> None:
    found = {each.name: each for each in front_end()}

    assert {"graphiql", "d3-sankey"} <= set(found)
    assert "vite" not in found
    assert {len(each.sha512) for each in found.values()} == {128}
    assert [name for name, each in found.items() if not each.licence] == []


def test_the_list_for_an_audit_has_a_row_for_each_package() -> None:
    done = coterminous("sbom", "--csv")

    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [(each["package"], each["version"]) for each in rows] == [
        *((f"pypi/{each.name}", each.version) for each in installed()),
        *((f"npm/{each.name}", each.version) for each in front_end()),
    ]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_told_how_to_ask(shell: str) -> None:
    done = coterminous("completion", shell)

    assert completion.VARIABLE in done.stdout
    if shell == "bash":
        subprocess.run(["bash", "-n"], input=done.stdout, text=True, check=True)


@pytest.mark.parametrize(
    ("typed", "offered"),
    [
        ("dep", "deposit"),
        ("deposit --rel", "--release"),
        ("ask bodies/count-on", "bodies/count-on-day"),
        ("show 26", "26A"),
    ],
)
def test_what_is_begun_is_completed(typed: str, offered: str) -> None:
    words = f"coterminous {typed}"
    count = str(len(shlex.split(words)) - 1)

    done = coterminous(**{completion.VARIABLE: "complete_bash"}, COMP_WORDS=words, COMP_CWORD=count)

    assert offered in done.stdout.splitlines()
    assert done.stderr == ""


@pytest.mark.parametrize(
    ("arguments", "ending"),
    [
        (["questions", "--csv"], Ending.DONE),
        (["ask", "nothing/at-all"], Ending.FAILED),
        (["replaced", "nothing at all"], Ending.FAILED),
        (["ask"], Ending.UNREADABLE),
        (["no-such-command"], Ending.UNREADABLE),
        (["questions", "--no-such-option"], Ending.UNREADABLE),
    ],
)
def test_a_command_ends_as_it_is_documented(arguments: list[str], ending: Ending) -> None:
    assert coterminous(*arguments).returncode == ending


@pytest.mark.parametrize("form", ["table", "csv", "json"])
def test_who_stops_reading_is_told_nothing(form: str) -> None:
    ensure(store_folder())
    asked = [*COMMAND, "ask", "bodies/names", "--format", form]
    reading, writing = os.pipe()
    os.close(reading)  # before anything is written
    with os.fdopen(writing, "wb") as gone:
        done = subprocess.run(asked, stdout=gone, stderr=subprocess.PIPE, check=False)

    assert (done.returncode, done.stderr) == (Ending.UNHEARD, b"")


def test_the_page_has_every_code_and_what_it_means() -> None:
    rows = re.findall(r"^\| (\d+) \| ([a-z ]+) \| (.+) \|$", PAGE.read_text("utf-8"), re.MULTILINE)

    assert rows == [
        (str(each.value), each.name.lower().replace("_", " "), meaning)
        for each, meaning in MEANINGS.items()
    ]


def test_tables_are_told_as_csv() -> None:
    done = coterminous("releases", "--csv")

    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert [each["name"] for each in rows if each["current"] == "True"] == [
        ensure(store_folder()).name
    ]
    count = coterminous("ask", "bodies/count-on-day", "-p", "on=2020-03-31", "--csv")
    assert count.stdout.split() == ["count", "191"]


@pytest.mark.parametrize(
    "asked",
    [
        ["since", "organisation/QMM/icb", "2020-01-01"],
        ["interlocks", "--on", "2018-11-01"],
        ["measures", "interlocks", "--on", "2018-11-01"],
        ["audit", "predictions"],
        ["path", "id:person/marcus-warnes", "id:organisation/05W/ccg"],
    ],
)
def test_what_is_told_as_json_is_told_as_csv(asked: list[str]) -> None:
    done = coterminous(*asked, "--csv")

    rows = list(csv.reader(done.stdout.splitlines()))
    assert len(rows) > 1
    assert {len(each) for each in rows} == {len(rows[0])}
