"""`coterminous diff` as a person types it: the shipped release, and one with an edited table."""

import json
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from pathlib import Path

import pytest

from kg.release.build import build, ensure
from kg.release.inputs import Inputs
from kg.settings import store_folder
from tests.kg.cli.terminal import ROOT


@dataclass
class Two:
    """A store with two releases."""

    store: Path
    before: str
    after: str

    def diff(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        environment = os.environ | {"COLUMNS": "200", "COTERMINOUS_STORE": str(self.store)}
        return subprocess.run(
            [sys.executable, "-m", "server", "diff", self.before, *arguments],
            cwd=ROOT, env=environment, capture_output=True, text=True, check=False,
        )  # fmt: skip


@pytest.fixture(scope="module")
def two(tmp_path_factory: pytest.TempPathFactory) -> Two:
    place = tmp_path_factory.mktemp("two")
    shipped = Inputs.shipped()
    shutil.copytree(shipped.data, place / "data")
    table = place / "data" / "editorial" / "people.csv"
    text = table.read_text(encoding="utf-8")
    assert text.count("Adam Doyle") == 1
    table.write_text(text.replace("Adam Doyle", "A. Doyle"), encoding="utf-8")
    edited = build(
        place / "store", inputs=Inputs(place / "data", shipped.ontology, shipped.queries)
    )
    before = ensure(store_folder())
    shutil.copytree(before, place / "store" / "releases" / before.name, symlinks=True)
    return Two(place / "store", before.name, edited.name)


def test_what_an_edit_changed_is_told_by_graph_and_by_thing(two: Two) -> None:
    done = two.diff()

    assert done.returncode == 0, done.stderr
    counts = [line.split("│")[1:5] for line in done.stdout.splitlines() if "│ graph:" in line]
    assert [[cell.strip() for cell in row] for row in counts] == [
        ["graph:derived/arrangements", "0", "0", "5"],
        ["graph:derived/labels", "0", "0", "13"],
        ["graph:editorial/authority", "0", "0", "1"],
        ["graph:editorial/officers", "0", "0", "7"],
    ]
    assert done.stdout.endswith(
        "~ id:person/adam-doyle  A. Doyle\n"
        '    ~ rdfs:label "Adam Doyle" → "A. Doyle"\n'
        '    ~ cot:name "Adam Doyle" → "A. Doyle"\n'
        f"things: 13 changed · {two.before} to {two.after}\n"
    )


def test_what_is_not_printed_is_counted(two: Two) -> None:
    printed = two.diff("--first", "1").stdout

    assert printed.count("\n~ ") == 1
    assert printed.endswith(" · 12 more things are in --json or --first\n")


def test_as_json_it_is_whole(two: Two) -> None:
    found = json.loads(two.diff(two.after, "--json", "--graph", "authority").stdout)

    authority = "https://w3id.org/coterminous/graph/editorial/authority"
    assert found == {
        "before": two.before,
        "after": two.after,
        "things": [
            {
                "thing": "https://w3id.org/coterminous/id/person/adam-doyle",
                "label": "A. Doyle",
                "state": "changed",
                "added": [],
                "removed": [],
                "changed": [
                    {
                        "property": "https://w3id.org/coterminous/def#name",
                        "value": '"A. Doyle"',
                        "graph": authority,
                        "was": '"Adam Doyle"',
                    }
                ],
            }
        ],
        "counts": {"changed": 1},
        "graphs": {authority: {"added": 0, "removed": 0, "changed": 1}},
    }


def test_one_release_and_itself_say_the_same(two: Two) -> None:
    assert two.diff(two.before).stdout == f"{two.before} and {two.before} say the same.\n"
    assert json.loads(two.diff(two.before, "--json").stdout)["things"] == []


def test_a_release_that_there_is_not_is_named(two: Two) -> None:
    done = two.diff("r0")

    assert done.returncode == 1
    assert "r0" in done.stderr
