"""`coterminous check --coverage` over the shipped release, for people and for programs."""

import json
from functools import partial

from kg.release.build import ensure
from kg.settings import store_folder
from tests.kg.cli.terminal import typed

checked = partial(typed, "check", "--coverage")


def test_coverage_is_told_as_tables_with_the_release_that_it_is_of() -> None:
    name = ensure(store_folder()).name

    done = checked()

    assert done.returncode == 0, done.stderr
    assert "Named officers of CCGs" in done.stdout
    assert "231 of 248" in done.stdout
    assert f"release {name}" in done.stdout


def test_programs_get_each_part_with_its_state_its_numbers_and_its_reason() -> None:
    name = ensure(store_folder()).name

    told = json.loads(checked("--json").stdout)

    assert told["release"] == name
    [teams] = [each for each in told["coverage"] if each["part"] == "area team"]
    assert teams == {
        "theme": "Bodies of the register", "part": "area team", "have": 25, "of": 27,
        "why": "NHS England counted 27, the list that was read has 25; none has a known closing"
        " day.", "state": "partial",
    }  # fmt: skip
