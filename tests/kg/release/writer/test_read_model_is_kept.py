"""What the read model tells of a release is what it holds, whatever has been written."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from kg.errors import BrokenRelease
from kg.release import sums
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease
from kg.release.writer.work import Drop, Put, Update, Withdraw, Work
from kg.release.writer.writer import Writer
from kg.rewriting.faster import faster
from kg.store.census import Census
from kg.store.readmodel import since, writing

PREFIX = "PREFIX : <urn:> "
COUNTS = (
    "SELECT ?k (COUNT(?x) AS ?n) { ?x :kind ?k } GROUP BY ?k",
    "SELECT (COUNT(*) AS ?n) { ?x :kind ?k ; :text ?t }",
    "SELECT DISTINCT ?c { ?x a ?c }",
)
SEARCHES = (
    'SELECT ?x { ?x :text ?t FILTER CONTAINS(LCASE(?t), "nhs") }',
    'SELECT ?x { ?x :text ?t FILTER CONTAINS(LCASE(STR(?t)), "a b") }',
    'SELECT ?x { ?x :text ?t FILTER STRSTARTS(?t, "x") }',
)
LONG = dict.fromkeys(("urn:kind", "urn:text"), 1_000_000)


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Writer]:
    ensure_empty(tmp_path)
    made = Writer(tmp_path, durable=False)
    yield made
    made.close()


def put(writer: Writer, *works: Work) -> list[bool]:
    """Do the work, and tell of each query whether it was put anew; its rows are the same."""
    for outcome in writer.commit(works):
        assert not isinstance(outcome, Exception), outcome
    sums.check(writer.release)
    found = OpenRelease(writer.release)
    told = []
    for query in (f"{PREFIX}{each}" for each in (*COUNTS, *SEARCHES)):
        anew = faster(query, lambda: Census(LONG), lambda: found.read_model)
        rows = (Counter(found.store.select(each).rows) for each in (anew, query))
        assert next(rows) == next(rows)
        told.append(anew != query)
    return told


def said(*texts: str) -> Update:
    lines = (f':s{each} :text "{text}" ; :kind :k{each % 3} .' for each, text in enumerate(texts))
    return Update(f"{PREFIX} INSERT DATA {{ {' '.join(lines)} }}")


def test_texts_that_came_are_found_and_what_was_written_is_counted_by_the_engine(
    foreign: Writer,
) -> None:
    assert put(foreign, said("NHS one", "A-b", "xyz")) == [False, False, True, True, False, True]
    # A property that has something else than texts may have what STR makes one.
    more = '<urn:s9> <urn:text> 5 , "x\\ty", "nhs"@en ; a <urn:C> .'
    assert put(foreign, Put(None, more.encode(), "text/turtle", replace=False)) == [
        False, False, False, True, False, True,
    ]  # fmt: skip
    assert put(foreign, Withdraw(1)) == [False, False, False, True, False, True]


def test_many_statements_make_the_read_model_anew(
    foreign: Writer, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(since, "FEWEST", 5)
    assert put(foreign, said("nhs", "A B", "a b", "x")) == [True, True, True, True, True, True]
    assert put(foreign, said("another nhs")) == [True, False, True, True, False, True]
    assert put(foreign, Drop(None)) == [True, True, True, True, True, True]


@given(st.lists(st.text(alphabet='nhsaAbx \t\n"\\é', max_size=8), max_size=4), st.booleans())
@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_text_that_comes_is_found(foreign: Writer, texts: list[str], drop: bool) -> None:
    escaped = str.maketrans({'"': '\\"', "\\": "\\\\", "\n": "\\n", "\t": "\\t"})
    put(
        foreign, said(*(each.translate(escaped) for each in texts)), *([Drop(None)] if drop else [])
    )


def test_nothing_is_known_after_a_change_that_only_the_engine_knows(foreign: Writer) -> None:
    put(foreign, said("nhs"))
    copies = "INSERT { GRAPH ?h { _:n ?p ?o } } WHERE { GRAPH ?g { ?s ?p ?o } BIND(?g AS ?h) }"
    into = Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:text> 'nhs' } }")

    assert put(foreign, into, Update(copies)) == [False] * 6
    assert OpenRelease(foreign.release).read_model is None
    assert put(foreign, said("x")) == [False] * 6


def test_a_writer_that_begins_anew_goes_on_from_what_was_known(tmp_path: Path) -> None:
    ensure_empty(tmp_path)
    for text in ("nhs one", "nhs two"):
        writer = Writer(tmp_path)
        told = put(writer, said(text))
        found = OpenRelease(writer.release).read_model
        writer.close()

    assert told == [False, False, True, True, False, True]
    assert found is not None
    assert found.holding("NHS", 9) == ['"nhs one"', '"nhs two"']


def test_a_release_of_the_shipped_kind_goes_without_where_it_was_built_without(
    writer: Writer,
) -> None:
    into = Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:text> 'nhs' } }")
    assert put(writer, into) == [False] * 6
    assert not (writer.release / since.FILE).exists()


def test_a_read_model_that_has_changed_on_the_disk_is_found_out(foreign: Writer) -> None:
    put(foreign, said("nhs"))
    path = foreign.release / writing.FILE
    content = path.read_bytes()
    path.unlink()
    path.write_bytes(content[:-1] + b"x")

    with pytest.raises(BrokenRelease, match=writing.FILE):
        sums.check(foreign.release)
