"""Whatever a user meets is on a page: a command, a setting, an address, a code, a question."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.release.opened import OpenRelease
from kg.settings import KG_SETTINGS
from server.app import routes
from server.docs.gathered import pages
from server.docs.generated import MADE, PLACE, filled
from server.docs.generated.addresses import addresses
from server.docs.generated.commands import commands
from server.docs.generated.errors import meanings
from server.docs.generated.graphql import roots as fields_of
from server.errors import STATUS
from server.settings import LIMIT_SETTINGS, SERVER_SETTINGS
from tests.conftest import Served

CODE = re.compile(r'^    code(?:: ClassVar\[str\])? = (".*?")$', re.MULTILINE)
ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def text(release: OpenRelease) -> dict[str, str]:
    """The Markdown of each page, filled."""
    return {name: filled(release, page) for name, page in pages().items()}


def test_every_command_is_told_with_all_its_options_in_words(text: dict[str, str]) -> None:
    told = text["reference/commands"]
    for name, command in commands().items():
        section = told.partition(f"## {name}\n")[2].partition("\n## ")[0]

        assert command.help, name
        options = [option for each in command.params for option in each.opts]
        assert [each for each in options if each.startswith("-") and each not in section] == []
        assert [each.name for each in command.params if not each.help] == [], name


def test_every_setting_is_told_with_its_default(text: dict[str, str]) -> None:
    told = text["reference/settings"]

    every = (*KG_SETTINGS, *SERVER_SETTINGS, *LIMIT_SETTINGS)
    assert [each.variable for each in every if f"`{each.variable}`" not in told] == []


def test_every_variable_that_the_pages_name_is_a_setting(text: dict[str, str]) -> None:
    known = {each.variable for each in (*KG_SETTINGS, *SERVER_SETTINGS, *LIMIT_SETTINGS)}
    of_tests = ("WRITE_ANSWERS", "SHARED", "NIGHTLY")
    known |= {f"COTERMINOUS_{each}" for each in of_tests}

    named = {
        (page, name) for page, each in text.items()
        for name in re.findall(r"\bCOTERMINOUS_[A-Z_]*[A-Z]\b", each)
    }  # fmt: skip
    assert {each for each in named if each[1] not in known} == set()


def test_every_address_is_told_in_words(release: OpenRelease) -> None:
    told = {address.path: address for address in addresses(release)}
    whole = {path + each for path, address in told.items() for each in ("", *address.extensions)}

    assert [path for path, address in told.items() if not address.sentence] == []
    assert {each.path for each in routes() if hasattr(each, "path")} - whole == set()


def test_every_question_is_told(release: OpenRelease, text: dict[str, str]) -> None:
    told = text["reference/questions"]

    assert [name for name in release.library if f"(/questions/{name})" not in told] == []


def test_every_error_code_is_told_in_a_sentence() -> None:
    known = meanings()

    assert {code for code in STATUS if not known.get(code)} == set()
    assert set(_codes()) - set(known) == set()


def test_every_metric_is_told(documented: Served, text: dict[str, str]) -> None:
    told = text["reference/metrics"]
    lines = documented.client.get("/metrics").text.splitlines()
    names = [each.split(" ")[2] for each in lines if each.startswith("# HELP ")]

    assert names
    assert [each for each in names if f"`{each}`" not in told] == []


def test_every_class_and_every_root_field_is_told(
    release: OpenRelease, text: dict[str, str]
) -> None:
    roots = [each.name for each in fields_of(release, "Query")]
    assert roots
    assert [each for each in roots if f"`{each}`" not in text["reference/graphql"]] == []
    classes = [each.name for each in release.ontology.classes.values() if not each.abstract]
    assert [each for each in classes if f"`{each}`" not in text["reference/ontology"]] == []


def test_everything_that_can_be_generated_stands_on_a_page() -> None:
    asked = {name for page in pages().values() for name in PLACE.findall(page.text)}

    assert asked == set(MADE)


def test_no_page_names_a_place_on_a_machine(text: dict[str, str]) -> None:
    machine = re.compile(r"(?<![\w/.])/(?:work|root|home|Users)/")

    named = {name: machine.findall(each) for name, each in text.items()}
    assert {name: found for name, found in named.items() if found} == {}


def test_no_page_is_unfinished(text: dict[str, str]) -> None:
    unfinished = re.compile(r"@[A-Z]+@|\b(?:TODO|FIXME|XXX|TBD)\b|\?\?\?")

    named = {name: unfinished.findall(each) for name, each in text.items()}
    assert {name: found for name, found in named.items() if found} == {}


def _codes() -> Iterator[str]:
    for file in [*(ROOT / "kg").rglob("*.py"), *(ROOT / "server").rglob("*.py")]:
        source = file.read_text(encoding="utf-8")
        if "code" not in source or "node_modules" in file.parts:
            continue
        for found in CODE.finditer(source):
            yield ast.literal_eval(found[1])
