"""A query that was put anew has the rows that it had."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from kg.errors import BadQuery
from kg.model.terms import XSD, Statement
from kg.resources import folder
from kg.rewriting.faster import faster
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from tests.conftest import tiny_statements
from tests.kg.rewriting.queries import (
    HEAD,
    LONG,
    filters,
    queries,
    spoilt,
    stars,
    statements,
    triples,
)


def _rows(store: OxigraphStore, query: str) -> tuple[tuple[str, ...], Counter[tuple[object, ...]]]:
    found = store.select(query)
    return found.variables, Counter(found.rows)


def _put(query: str, statements: Iterable[Statement]) -> str:
    counted = Census.of(statements)
    return faster(query, lambda: Census(LONG, counted.days, counted.others))


@given(statements(), queries())
@settings(max_examples=600, deadline=None)
def test_the_rows_are_those_of_the_query_as_it_was_sent(
    statements: list[Statement], query: str
) -> None:
    store = OxigraphStore.memory(statements)
    assert _rows(store, _put(query, statements)) == _rows(store, query)


@given(statements(), filters())
@settings(max_examples=200, deadline=None)
def test_a_range_is_told_day_by_day_wherever_its_days_are_certain(
    statements: list[Statement], filters: str
) -> None:
    query = f"{HEAD} SELECT ?x {{ ?x :p ?d ; :q ?e . {filters} }}"
    assert _put(query, statements) != query


@given(st.lists(triples(), min_size=10, max_size=40), stars())
@settings(max_examples=150, deadline=None)
def test_lists_that_are_asked_apart_have_the_rows_that_they_had_together(
    statements: list[Statement], query: str
) -> None:
    store = OxigraphStore.memory(statements)
    put = _put(query, statements)
    assert put.count("SELECT") > 2
    assert _rows(store, put) == _rows(store, query)


def _told(store: OxigraphStore, query: str) -> object:
    try:
        return _rows(store, query)
    except BadQuery:
        return BadQuery


@given(st.lists(triples(), min_size=5, max_size=30), spoilt())
@settings(max_examples=500, deadline=None)
def test_what_is_written_wrongly_is_as_wrong_afterwards(
    statements: list[Statement], query: str
) -> None:
    store = OxigraphStore.memory(statements)
    assert _told(store, _put(query, statements)) == _told(store, query)


DAY = '"2015-01-01"^^xsd:date'
ANEW = f"FILTER(?d >= {DAY})"


@pytest.mark.parametrize(
    "query",
    [
        f"SELECT ?x {{ ?x :p ?d {ANEW} }} LIMIT 1",
        f"SELECT ?x {{ ?x :p ?d {ANEW} }} OFFSET 1",
        f"SELECT REDUCED ?x {{ ?x :p ?d {ANEW} }}",
        f"SELECT (SAMPLE(?x) AS ?y) {{ ?x :p ?d {ANEW} }}",
        f"SELECT (GROUP_CONCAT(?x) AS ?y) {{ ?x :p ?d {ANEW} }}",
        f"SELECT (SUM(?d) AS ?y) {{ ?x :p ?d {ANEW} }}",
        f"SELECT ?x {{ ?x :p ?e {ANEW} }}",
        f"SELECT ?x {{ ?x :p/:q ?d {ANEW} }}",
        f"SELECT ?x {{ ?x :p? ?d {ANEW} }}",
        f"SELECT ?x {{ ?x :p?d {ANEW} }}",
        f"SELECT ?x {{ [] :p ?d {ANEW} }}",
        f"SELECT ?x {{ _:b :p ?d {ANEW} }}",
        f"SELECT ?x {{ ?x ?p ?d {ANEW} }}",
        f'SELECT ?x {{ ?x :q "one" ; :p ?d {ANEW} }}',
        f"SELECT ?x {{ ?x :q :one ; :p ?d {ANEW} }}",
        f"SELECT ?x {{ ?x :rare ?e ; :p ?d {ANEW} }}",
        f"SELECT ?x {{ OPTIONAL {{ ?x :p ?d }} {ANEW} }}",
        f"SELECT ?x {{ OPTIONAL {{ ?x :p ?d {ANEW} }} }}",
        f"SELECT ?x {{ ?x :p ?e OPTIONAL {{ ?x :p ?d }} {ANEW} }}",
        f"SELECT ?x {{ {{ ?x :p ?d }} UNION {{ ?x :q ?d }} {ANEW} }}",
        f"SELECT ?x {{ GRAPH ?g {{ ?x :p ?d }} {ANEW} }}",
        f"SELECT ?x {{ ?x :p ?d {ANEW} VALUES ?d {{ {DAY} }} }}",
        f"SELECT ?x {{ ?x :p ?d {ANEW} }} VALUES ?d {{ {DAY} }}",
        f"SELECT ?x {{ ?x :p ?d FILTER(?d >= {DAY} || ?x = :s) }}",
        f"SELECT ?x {{ ?x :p ?d FILTER(!(?d >= {DAY})) }}",
        f"SELECT ?x {{ ?x :p ?d FILTER(?d != {DAY}) }}",
        f"SELECT ?x {{ ?x :p ?d FILTER(COALESCE(?d >= {DAY}, true)) }}",
        'SELECT ?x { ?x :p ?d FILTER(?d >= "2015-01-01Z"^^xsd:date) }',
        'SELECT ?x { ?x :p ?d FILTER(?d >= "2015-01-01"^^xsd:dateTime) }',
        'SELECT ?x { ?x :p ?d FILTER(?d >= "2015-01-01"^^other:date) }',
        f"SELECT ?x {{ ?x :p ?d FILTER(?d<urn:x>{DAY}) {ANEW} }}",
        f"PREFIX xsd: <urn:other> SELECT ?x {{ ?x :p ?d {ANEW} }}",
        f"BASE <urn:b> SELECT ?x {{ ?x :p ?d {ANEW} }}",
        f"ASK {{ ?x :p ?d {ANEW} }}",
        f"CONSTRUCT {{ ?x :p ?d }} WHERE {{ ?x :p ?d {ANEW} }}",
        f"SELECT ?x {{ ?x :p ?d {ANEW} ",
        f"SELECT ?x {{ ?x :p ?d {ANEW}) }}",
        "SELECT ?x { ?x :p ?date",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :q :one }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a . ?y :q ?b }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :q ?a }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :q ?x }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :rare ?b }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a . . ?x :q ?b }",
        "SELECT (COUNT(*) AS ?n) { . ?x :p ?a ; :q ?b }",
        "SELECT (COUNT(*) AS ?n) { ?x . ?x :p ?a ; :q ?b }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :q ?b FILTER(?a = ?b) }",
        "SELECT (COUNT(*) AS ?n) { ?x :p ?a ; :q ?b OPTIONAL { ?x :r ?c } }",
    ],
)
def test_what_is_not_certain_or_would_not_pay_is_left_as_it_was_sent(query: str) -> None:
    census = Census(LONG, ("2015-01-01", "2015-01-02"))
    assert faster(HEAD + query, lambda: census) == HEAD + query


def test_nothing_is_put_anew_where_nothing_is_known_of_the_graph() -> None:
    query = f"{HEAD} SELECT ?x {{ ?x :p ?d {ANEW} }}"
    assert faster(query, lambda: None) == query


def test_days_are_told_beside_the_filter_that_names_their_range() -> None:
    census = Census(LONG, ("2014-01-01", "2015-01-01", "2015-01-02"), ("2015-01-09Z",))
    day = f"^^<{XSD}date>"
    told = f'VALUES ?d {{ "2015-01-02"{day} "2015-01-09Z"{day} }}'
    query = 'SELECT ?x { ?x :p $d FILTER("2015-01-02"^^xsd:date <= ?d) } ORDER BY ?x'
    start, end = query.split("{", 1)
    assert faster(HEAD + query, lambda: census) == f"{HEAD}{start}{{ {told} {end}"


def test_two_long_lists_are_asked_apart() -> None:
    census = Census(LONG | {"urn:p": 5_000, "urn:q": 40_000}, ("2014-01-01", "2015-01-01"))
    sent = f"SELECT ?k (COUNT(?x) AS ?n) {{ ?x :p ?k ; :q ?d FILTER (?d < {DAY}) }} GROUP BY ?k"
    days = f' VALUES ?d {{ "2014-01-01"^^<{XSD}date> "2015-01-01"^^<{XSD}date> }} '
    put = (
        "SELECT ?k (COUNT(?x) AS ?n) { { SELECT ?x ?k { ?x :p ?k } } "
        f"{{ SELECT ?x ?d {{{days} ?x :q ?d }} }}"
        f" FILTER (?d < {DAY}) }} GROUP BY ?k"
    )
    assert faster(HEAD + sent, lambda: census) == HEAD + put


@pytest.mark.parametrize(
    "path", sorted(folder("queries").rglob("*.rq")), ids=lambda path: path.stem
)
def test_a_question_that_ships_is_left_as_it_is_or_has_the_same_rows(path: Path) -> None:
    query = path.read_text(encoding="utf-8")
    statements = tiny_statements()
    counted = Census(defaultdict(lambda: 1_000_000), Census.of(statements).days)
    put = faster(query, lambda: counted)
    store = OxigraphStore.memory(statements)
    assert put == query or _rows(store, put) == _rows(store, query)
