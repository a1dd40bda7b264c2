"""What a query is sent as: the same words, but for what an engine has to be asked otherwise."""

from io import BytesIO

import pytest

from kg.errors import BadQuery
from kg.questions.library import Library
from kg.store.formats import ROWS, TRIPLES
from kg.store.oxigraph import OxigraphStore
from kg.store.remote.dialect import Dialect
from kg.store.remote.virtuoso import Virtuoso
from kg.store.remote.words import form_of, joined, starless, words_of

LIBRARY = Library()
INSIDE = sorted((LIBRARY.root / "inside").glob("*.rq"))
ALL = [*(each.sparql for each in LIBRARY.values()), *(each.read_text("utf-8") for each in INSIDE)]


def test_the_words_of_every_query_are_the_query_again() -> None:
    assert [each for each in ALL if joined(words_of(each)) != each] == []
    assert {form_of(words_of(each)) for each in ALL} == {"SELECT", "ASK", "CONSTRUCT"}


def test_every_query_is_sparql_still_when_it_is_put_for_virtuoso() -> None:
    nothing = OxigraphStore.memory()

    def written(query: str) -> bytes:
        sink = BytesIO()
        nothing.write(query, sink, ROWS[0], TRIPLES[0])
        return sink.getvalue()

    assert [
        each for each in ALL if written(Virtuoso().query(words_of(each))) != written(each)
    ] == []


def test_a_query_for_any_other_engine_is_sent_as_it_is() -> None:
    assert [each for each in ALL if Dialect().query(words_of(each)) != each] == []


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        ("ASK { ?a <b> ?c }", "BASE <https://w3id.org/coterminous/>\nASK { ?a <b> ?c }"),
        ("BASE <urn:x> ASK { ?a <b> ?c }", "BASE <urn:x> ASK { ?a <b> ?c }"),
        ("ASK { ?a ?b '<c>' } # <d>", "ASK { ?a ?b '<c>' } # <d>"),
    ],
)
def test_an_address_that_is_not_whole_is_read_beside_our_names(query: str, sent: str) -> None:
    assert Dialect().query(words_of(query)) == sent


@pytest.mark.parametrize(
    ("query", "sent"),
    [
        # Each variable of a row in a clause of its own; several rows stay as they are.
        ("{ VALUES (?a ?b) { (1 UNDEF) } }", "{ VALUES ?a { 1 }  }"),
        ("{ VALUES (?a ?b) { (1 2) (3 4) } }", "{ VALUES (?a ?b) { (1 2) (3 4) } }"),
        ('{ VALUES (?a) { ("x"^^<urn:t>) } }', '{ VALUES ?a { "x"^^<urn:t> } }'),
        ('{ VALUES (?a ?b) { (-1 "y"@en) } }', '{ VALUES ?a { -1 } VALUES ?b { "y"@en } }'),
        # Names take the place of variables in the triples of the same group.
        (
            "{ VALUES (?a) { (<urn:x>) } ?a <urn:p> ?b { ?a ?c ?d } FILTER (?a = ?b) }",
            "{ VALUES ?a { <urn:x> } <urn:x> <urn:p> ?b { ?a ?c ?d } FILTER (?a = ?b) }",
        ),
        # A path comes back to where it began.
        ("{ ?a <urn:p>+ ?b }", "{ ?a (<urn:p>/<urn:p>*) ?b }"),
        ("{ ?a ^<urn:p>+/<urn:q> ?b }", "{ ?a ^(<urn:p>/<urn:p>*)/<urn:q> ?b }"),
        ("{ ?a !(<urn:p>|a)+ ?b }", "{ ?a (!(<urn:p>|a)/!(<urn:p>|a)*) ?b }"),
        # What looks like a path and is a sum is left.
        ("{ BIND ((?a)+1 AS ?b) }", "{ BIND ((?a)+1 AS ?b) }"),
        ("{ FILTER (<urn:f>(1)+?a > 2) }", "{ FILTER (<urn:f>(1)+?a > 2) }"),
        # Truths are not to be numbers, and nothing is to be joined to what is unbound.
        (
            "{ BIND (true AS ?a) }",
            '{ BIND (STRDT("true", <http://www.w3.org/2001/XMLSchema#boolean>) AS ?a) }',
        ),
        ("{ BIND (CONCAT(?a) AS ?b) }", "{ BIND (CONCAT(?a) AS ?b) }"),
        # Names are put in what is optional, too, unless there are groups in that.
        (
            "{ VALUES ?a { <urn:x> } OPTIONAL { ?a ?b ?c } OPTIONAL { { ?a ?d ?e } } }",
            "{ VALUES ?a { <urn:x> } OPTIONAL { <urn:x> ?b ?c } OPTIONAL { { ?a ?d ?e } } }",
        ),
        # Empty text is in every text.
        (
            '{ ?a ?b ?c FILTER (CONTAINS(?c, "")) }',
            '{ ?a ?b ?c FILTER (CONTAINS(CONCAT("=", ?c, "="), "=")) }',
        ),
    ],
)
def test_virtuoso_is_asked_in_words_that_it_takes(query: str, sent: str) -> None:
    assert Virtuoso().query(words_of(f"ASK {query}")) == f"ASK {sent}"


def test_virtuoso_is_not_asked_what_it_answers_wrongly() -> None:
    query = "ASK { VALUES ?a { <urn:x> <urn:y> } ?a (<urn:p>|<urn:q>)? ?b }"

    with pytest.raises(BadQuery, match="may be missing from several"):
        Virtuoso().query(words_of(query))


def test_only_the_star_of_the_outermost_select_is_written_out() -> None:
    query = "SELECT (COUNT(*) AS ?n) { SELECT * { ?a ?b ?c } }"

    assert joined(starless(words_of(query), ["?n"])) == query
