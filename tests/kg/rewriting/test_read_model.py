"""What is told from the read model has the rows that the engine finds by itself."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import example, given, settings

from kg.errors import BadQuery
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.resources import folder
from kg.rewriting.faster import faster
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from kg.store.readmodel.model import ReadModel
from tests.conftest import tiny_statements
from tests.kg.rewriting import counting, searching
from tests.kg.rewriting.queries import HEAD

MORE = 10 if os.environ.get("COTERMINOUS_NIGHTLY") else 1
LONG = dict.fromkeys(("urn:p", "urn:q", "urn:t", "urn:C", "urn:k", "urn:l"), 200_000)


def _put(query: str, statements: Iterable[Statement], store: OxigraphStore) -> str:
    counted = Census.of(statements)
    census = Census(LONG, counted.days, counted.others)
    with TemporaryDirectory() as place:
        model = _model(Path(place), store)
        return faster(query, lambda: census, lambda: model)


def _model(place: Path, store: OxigraphStore) -> ReadModel | None:
    writing.write(place / writing.FILE, store)
    (place / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    return ReadModel.read(place)


def _told(store: OxigraphStore, query: str, *, ordered: bool = False) -> object:
    try:
        found = store.select(query)
    except BadQuery:
        return BadQuery
    return found.variables, (found.rows if ordered else Counter(found.rows))


@given(searching.statements(), searching.queries())
@settings(max_examples=700 * MORE, deadline=None)
def test_a_search_for_characters_finds_what_it_found(
    statements: list[Statement], query: str
) -> None:
    store = OxigraphStore.memory(statements)
    assert _told(store, _put(query, statements, store)) == _told(store, query)


@given(counting.statements(), counting.queries())
@settings(max_examples=1_000 * MORE, deadline=None)
@example([], f"{HEAD}SELECT (COUNT(?x) AS ?n) (MIN(?d) AS ?m) {{ ?x :k ?k ; :d ?d }}")
@example([], f"{HEAD}SELECT ?k (COUNT(?x) AS ?n) {{ ?x :k ?k }} GROUP BY ?k")
def test_what_is_counted_is_what_the_engine_counts(statements: list[Statement], query: str) -> None:
    store = OxigraphStore.memory(statements)
    put = _put(query, statements, store)
    told = _told(store, query)
    # A query that the engine refuses is asked as it was sent, whatever becomes of the other.
    assert told is BadQuery or _told(store, put) == told


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k ORDER BY DESC(?n) ?k LIMIT 2",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k ORDER BY ?k OFFSET 1",
        "SELECT DISTINCT ?k { ?x :k ?k } ORDER BY DESC(?k) LIMIT 2",
    ],
)
def test_rows_that_are_sorted_and_cut_off_are_the_same_and_in_the_same_order(query: str) -> None:
    place = Iri("urn:g1")
    statements = [
        Statement(Iri(f"urn:s{at}"), Iri("urn:k"), Iri(f"urn:k{at % 4}"), place) for at in range(9)
    ]
    store = OxigraphStore.memory(statements)
    put = _put(HEAD + query, statements, store)
    assert "VALUES" in put
    assert _told(store, put, ordered=True) == _told(store, HEAD + query, ordered=True)


def _some() -> list[Statement]:
    place, day = Iri("urn:g1"), Literal("2015-01-01", XSD + "date")
    return [
        *(
            Statement(Iri("urn:s1"), Iri(f"urn:{each}"), Literal("NHS 15E"), place)
            for each in "ptk"
        ),
        Statement(Iri("urn:s1"), Iri("urn:q"), Iri("urn:s2"), place),
        Statement(Iri("urn:s1"), Iri("urn:d"), day, place),
        Statement(Iri("urn:s2"), Iri("urn:d"), day, place),
        Statement(Iri("urn:s2"), Iri("urn:k"), Literal("other"), place),
    ]


@pytest.mark.parametrize(
    ("sent", "put"),
    [
        (
            'SELECT ?x { ?x :p ?t FILTER CONTAINS(LCASE(?t), "nhs") }',
            'SELECT ?x { VALUES ?t { "NHS 15E" }  ?x :p ?t FILTER CONTAINS(LCASE(?t), "nhs") }',
        ),
        (
            'SELECT ?x { ?x :t ?t FILTER (REGEX(STR(?t), "^nhs 1", "i") && ?x != :s9) }',
            'SELECT ?x { VALUES ?t { "NHS 15E" }  ?x :t ?t '
            'FILTER (REGEX(STR(?t), "^nhs 1", "i") && ?x != :s9) }',
        ),
        (
            "SELECT ?k (COUNT(?x) AS ?n) WHERE { ?x :k ?k ; :d ?d } GROUP BY ?k "
            "HAVING (COUNT(?x) > 0)",
            "SELECT ?k (?counted0 AS ?n) { VALUES (?k ?counted0) "
            '{ ("NHS 15E" 1) ("other" 1) } FILTER ( ?counted0 > 0 ) }',
        ),
        (
            "SELECT (COUNT(DISTINCT ?d) AS ?n) (MAX(?d) AS ?last) { ?x :d ?d }",
            "SELECT (?counted0 AS ?n) (?counted1 AS ?last) { VALUES (?counted0 ?counted1) "
            f'{{ (1 "2015-01-01"^^<{XSD}date>) }} }}',
        ),
        ("SELECT DISTINCT ?d { ?x :d ?d }",
         f'SELECT DISTINCT ?d {{ VALUES (?d) {{ ("2015-01-01"^^<{XSD}date>) }} }}'),
    ],
)  # fmt: skip
def test_a_query_is_told_what_it_would_have_to_find(sent: str, put: str) -> None:
    statements = _some()
    found = _put(HEAD + sent, statements, OxigraphStore.memory(statements))
    assert " ".join(found.split()) == " ".join((HEAD + put).split())


@pytest.mark.parametrize(
    "query",
    [
        'SELECT ?x { ?x :p ?t FILTER CONTAINS(?t, "--") }',
        'SELECT ?x { ?x :p ?t FILTER CONTAINS(?t, "ß") }',
        'SELECT ?x { ?x :p ?t FILTER CONTAINS(?t, "nhs"@en) }',
        "SELECT ?x { ?x :p ?t FILTER CONTAINS(?t, ?e) }",
        'SELECT ?x { ?x :p ?t FILTER (!CONTAINS(?t, "nhs")) }',
        'SELECT ?x { ?x :p ?t FILTER (CONTAINS(?t, "nhs") || ?x = :s1) }',
        'SELECT ?x { ?x :p ?t FILTER REGEX(?t, "n.s") }',
        'SELECT ?x { ?x :p ?t FILTER REGEX(?t, "nhs", "x") }',
        'SELECT ?x { ?x :q ?t FILTER CONTAINS(STR(?t), "s2") }',
        'SELECT ?x { ?x :q ?t FILTER CONTAINS(CONCAT(?t, "nhs"), "nhs") }',
        'SELECT ?x { ?x :rare ?t FILTER CONTAINS(?t, "nhs") }',
        'SELECT ?x { ?x :p ?t FILTER CONTAINS(?t, "nhs") } LIMIT 1',
        'SELECT ?x FROM :g1 { ?x :p ?t FILTER CONTAINS(?t, "nhs") }',
        "SELECT ?k (COUNT(?x) AS ?n) FROM :g1 { ?x :k ?k } GROUP BY ?k",
        "SELECT ?x (COUNT(?k) AS ?n) { ?x :k ?k } GROUP BY ?x",
        "SELECT ?k (SUM(?x) AS ?n) { ?x :k ?k } GROUP BY ?k",
        "SELECT ?k (MIN(?k) AS ?n) { ?x :k ?k } GROUP BY ?k",
        "SELECT ?k (COUNT(?x) AS ?k) { ?x :k ?k } GROUP BY ?k",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k ORDER BY ?n LIMIT 1",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k LIMIT 1",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k ORDER BY ?x",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } GROUP BY ?k HAVING (?n > 1)",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k } HAVING (?n > 1) GROUP BY ?k",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k FILTER(?x = :s1) } GROUP BY ?k",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k ; :d ?counted0 } GROUP BY ?k ORDER BY ?counted0",
        "SELECT ?k (COUNT(?x) AS ?n) { ?x :k ?k OPTIONAL { ?x :d ?d } } GROUP BY ?k",
        "SELECT ?k { ?x :k ?k }",
        'SELECT DISTINCT ?k { ?x :k ?k FILTER (?k != "a") }',
        "SELECT DISTINCT ?x { ?x :k ?k }",
        "SELECT DISTINCT ?k { ?x :k ?k } ORDER BY ?x",
    ],
)
def test_what_is_not_certain_or_would_not_pay_is_left_as_it_was_sent(query: str) -> None:
    statements = _some()
    assert _put(HEAD + query, statements, OxigraphStore.memory(statements)) == HEAD + query


@pytest.mark.parametrize(
    "path", sorted(folder("queries").rglob("*.rq")), ids=lambda path: path.stem
)
def test_a_question_that_ships_has_the_same_rows(path: Path) -> None:
    query, statements = path.read_text(encoding="utf-8"), tiny_statements()
    store = OxigraphStore.memory(statements)
    put = _put(query, statements, store)
    assert put == query or _told(store, put) == _told(store, query)
