"""Every question of the library has the same answer on an engine elsewhere as on disk, and so has
every query that the rooms ask for themselves.

What differs is listed in `differences.csv`, each with its reason, and does differ; what is
"unsteady" may, for it hangs on the plan that the engine makes at the time.
"""

import csv
import os
from collections.abc import Sequence
from importlib.resources import files
from typing import Final

import pytest

from kg.errors import BadQuery
from kg.model.names import ID
from kg.model.terms import Iri, Term
from kg.questions.bind import bind_rows
from kg.questions.library import Library
from kg.release.opened import OpenRelease
from kg.store.base import Rows
from kg.store.remote.settle import tail_of
from kg.store.remote.store import RemoteStore
from kg.store.remote.words import form_of, words_of

IS_NIGHTLY = os.environ.get("COTERMINOUS_NIGHTLY") == "1"
_TABLE = files("kg.store.remote").joinpath("differences.csv").read_text(encoding="utf-8")
DIFFERENCES = {
    (each["engine"], each["named"]): each
    for each in csv.DictReader(_TABLE.splitlines())
    if each["of"] in ("question", "inside")
}
LISTED = {named for _, named in DIFFERENCES}
ALL = list(Library())
INSIDE = [
    path.stem
    for path in sorted((Library().root / "inside").glob("*.rq"))
    if form_of(words_of(path.read_text(encoding="utf-8"))) == "SELECT"
]
SEVERAL: Final = ("arrangement/000/berkshire-chief-officer", "claim/003/11", "figure/000/alliances")
"""Things of which the first kind has evidence, and all have places where they are told."""


def _some(names: Sequence[str]) -> list[str]:
    """In CI every fourth, and each that differs anywhere."""
    return list(names) if IS_NIGHTLY else sorted({*names[::4], *LISTED.intersection(names)})


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
    """What the question sorts by, row by row."""
    _, order = tail_of(words_of(query))
    keys = {each.text.removeprefix("?") for each in order if each.kind == "variable"}
    kept = [place for place, name in enumerate(rows.variables) if name in keys]
    return [tuple(row[place] for place in kept) for row in rows.rows]


@pytest.mark.parametrize("question", _some(ALL))
def test_a_question_has_the_same_answer(
    release: OpenRelease, remote: RemoteStore, question: str
) -> None:
    query = release.library[question].sparql
    listed = DIFFERENCES.get((_name(remote), question), {})

    assert _difference(release.store.select(query), remote, query) == listed.get("difference", "")


@pytest.mark.parametrize("name", _some(INSIDE))
def test_a_query_of_the_rooms_has_the_same_answer(
    release: OpenRelease, remote: RemoteStore, name: str
) -> None:
    query = release.library.inside(name)
    listed = DIFFERENCES.get((_name(remote), name), {})

    found = _difference(release.store.select(query), remote, query)

    expected = listed.get("difference", "")
    assert found in ({"", "refused", "rows"} if expected == "unsteady" else {"", expected})


def test_the_sources_of_several_things_are_those_of_no_others(
    release: OpenRelease, remote: RemoteStore
) -> None:
    things = [Iri(ID + each) for each in SEVERAL]
    query = bind_rows(release.library.inside("sources"), ["thing"], [(each,) for each in things])
    here = release.store.select(query)

    assert _difference(here, remote, query) == ""
    assert {row[0] for row in here.rows} == set(things)


def test_no_question_leaves_open_in_which_order_its_rows_come(release: OpenRelease) -> None:
    # an engine may have them in either, and pages would not be the same
    ties = []
    for name in ALL:
        query = release.library[name].sparql
        ordered = _in_order(release.store.select(query), query)
        ties += [name] if len({*ordered}) < len(ordered) else []

    assert ties == []


def test_every_difference_is_of_a_question_that_there_is() -> None:
    assert sorted(LISTED.difference(ALL, INSIDE)) == []
    assert all(each["reason"] for each in DIFFERENCES.values())
