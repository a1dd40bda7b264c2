"""The commands as a person types them, over the shipped release."""

import csv
import json
from functools import partial

import pytest

from kg.release.build import ensure
from kg.settings import store_folder
from tests.kg.cli.terminal import typed

coterminous = partial(typed, COLUMNS="100")


def test_a_question_is_answered_as_a_table_with_its_notes_and_its_release() -> None:
    done = coterminous("ask", "bodies/count-on-day", "-p", "on=2020-03-31")

    assert done.returncode == 0
    assert "How many bodies of this kind were open on this day?" in done.stdout
    assert "191" in done.stdout
    assert ensure(store_folder()).name in done.stdout


def test_in_a_pipe_a_table_is_as_wide_as_its_rows_and_no_word_is_broken() -> None:
    question = ("ask", "people/shared-chief-officer", "-p", "on=2018-11-01")
    told, fitted = typed(*question).stdout, coterminous(*question).stdout

    rows = [line for line in told.splitlines() if line.startswith("│")]
    assert f"{len(rows)} rows" in told
    assert "kg/data/editorial/officers.csv, O308" in told
    assert max(map(len, rows)) > 200
    assert max(len(line) for line in fitted.splitlines() if line.startswith("│")) == 100


@pytest.mark.parametrize("form", ["json", "csv", "tsv", "xml", "turtle"])
def test_a_question_is_answered_in_every_format(form: str) -> None:
    done = coterminous("ask", "mergers/on-day", "--format", form)

    assert done.returncode == 0, done.stderr
    assert "74" in done.stdout


def test_csv_is_read_back_by_a_csv_reader() -> None:
    done = coterminous("ask", "mergers/completed", "--format", "csv")

    rows = list(csv.DictReader(done.stdout.splitlines()))
    assert len([each for each in rows if each["code"]]) == 37


def test_an_unknown_question_suggests_near_ones_and_exits_with_1() -> None:
    done = coterminous("ask", "mergers/compelted")

    assert done.returncode == 1
    assert "No question is named 'mergers/compelted'" in done.stderr
    assert "Did you mean 'mergers/completed'" in done.stderr


def test_a_bad_day_is_named_and_exits_with_1() -> None:
    done = coterminous("ask", "mergers/on-day", "-p", "on=2020-02-30")

    assert done.returncode == 1
    assert "Parameter 'on': '2020-02-30' is not a day" in done.stderr


def test_questions_are_listed_for_people_and_for_programs() -> None:
    listed = coterminous("questions")
    told = json.loads(coterminous("questions", "--json").stdout)

    assert "areas/one-ccg" in listed.stdout
    assert {"name", "question"} == set(told[0])


def test_a_thing_is_shown_by_its_code_with_its_evidence() -> None:
    done = coterminous("show", "26A")

    assert done.returncode == 0
    assert "NHS Norfolk and Waveney CCG" in done.stdout
    assert "kg/data/register/ccgs.csv" in done.stdout


@pytest.mark.parametrize(
    ("on", "shown"),
    [
        ("2022-06-30", "organisation/26A/ccg"),
        ("2022-07-01", "organisation/26A/sub-icb-location"),
    ],
)
def test_a_code_means_on_a_day_the_body_that_stood_then(on: str, shown: str) -> None:
    done = coterminous("show", "26A", "--on", on, "--json")

    assert done.stderr == ""
    assert json.loads(done.stdout)["id"] == f"https://w3id.org/coterminous/id/{shown}"


def test_without_a_day_the_other_bodies_of_a_code_are_told() -> None:
    done = coterminous("show", "26A", "--on", "2001-01-01")  # none stood: as without a day

    assert "Also by that name:" in done.stderr
    assert "id:organisation/26A/sub-icb-location" in " ".join(done.stderr.split())


def test_what_nobody_knows_is_said_and_exits_with_1() -> None:
    done = coterminous("show", "zzqqxx")

    assert done.returncode == 1
    assert "Nothing is known by 'zzqqxx'." in done.stderr
