"""Every question of the library has the same answer on an engine elsewhere as on disk.

What differs is listed in `differences.csv`, each with its reason, and does differ.
"""

import csv
import os
from importlib.resources import files

import pytest

from kg.errors import BadQuery
from kg.model.terms import Term
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from kg.store.base import Rows
from kg.store.remote.settle import tail_of
from kg.store.remote.store import RemoteStore
from kg.store.remote.words import words_of

IS_NIGHTLY = os.environ.get("COTERMINOUS_NIGHTLY") == "1"
_TABLE = files("kg.store.remote").joinpath("differences.csv").read_text(encoding="utf-8")
DIFFERENCES = {
    (each["engine"], each["question"]): each for each in csv.DictReader(_TABLE.splitlines())
}
LISTED = sorted({question for _, question in DIFFERENCES})
ALL = list(Library())
ASKED = ALL if IS_NIGHTLY else sorted({*ALL[::4], *LISTED})
"""In CI every fourth, and each that differs anywhere."""


def _name(remote: RemoteStore) -> str:
    return "virtuoso" if remote.engine.proved.dialect == "virtuoso" else "oxigraph"


def _difference(here: Rows, remote: RemoteStore, query: str) -> str:
    try:
        there = remote.select(query)
    except BadQuery:
        return "refused"
    same = here.variables == there.variables and _in_order(here, query) == _in_order(there, query)
    return "" if same and sorted(map(repr, here.rows)) == sorted(map(repr, there.rows)) else "rows"


def _in_order(rows: Rows, query: str) -> list[tuple[Term | None, ...]]:
    """What the question sorts by, row by row: it leaves open in which order ties come."""
    _, order = tail_of(words_of(query))
    keys = {each.text.removeprefix("?") for each in order if each.kind == "variable"}
    kept = [place for place, name in enumerate(rows.variables) if name in keys]
    return [tuple(row[place] for place in kept) for row in rows.rows]


@pytest.mark.parametrize("question", ASKED)
def test_a_question_has_the_same_answer(
    release: OpenRelease, remote: RemoteStore, question: str
) -> None:
    query = release.library[question].sparql
    listed = DIFFERENCES.get((_name(remote), question), {})

    assert _difference(release.store.select(query), remote, query) == listed.get("difference", "")


def test_every_difference_is_of_a_question_that_there_is() -> None:
    assert [each for each in LISTED if each not in ALL] == []
    assert all(each["reason"] for each in DIFFERENCES.values())
