"""The search within a query: what is written of it, and what is left alone."""

from __future__ import annotations

from typing import NamedTuple

import pytest

from kg.errors import BadQuery
from kg.model.terms import Iri
from kg.search.magic import rewritten

PREFIX = "PREFIX cot: <https://w3id.org/coterminous/def#> "


class Thing(NamedTuple):
    iri: Iri


def find(text: str, *, first: int) -> list[Thing]:
    """Three things, of which the words tell the names."""
    return [Thing(Iri(f"urn:{text.replace(' ', '-')}:{place}")) for place in (1, 2, 3)][:first]


@pytest.mark.parametrize(
    ("pattern", "becomes"),
    [
        ('?x cot:matches "w"', "VALUES ?x { <urn:w:1> <urn:w:2> <urn:w:3> } "),
        ('?x cot:matches ("a b" 2) .', "VALUES ?x { <urn:a-b:1> <urn:a-b:2> }  ."),
        ('?x cot:matches ("a b") .', "VALUES ?x { <urn:a-b:1> <urn:a-b:2> <urn:a-b:3> }  ."),
        (
            '(?x ?rank) cot:matches ("w" 2) . ?x ?p ?o',
            "VALUES (?x ?rank) { (<urn:w:1> 1) (<urn:w:2> 2) }  . ?x ?p ?o",
        ),
        ('?x cot:matches ("w" 1) ; ?p ?o', "VALUES ?x { <urn:w:1> } ?x  ?p ?o"),
        ('?x cot:matches ("w" 1) ; . ?x ?p ?o', "VALUES ?x { <urn:w:1> }  . ?x ?p ?o"),
        (
            '?x a cot:Organisation ; cot:matches ("w" 1) ; ?p ?o',
            "VALUES ?x { <urn:w:1> } ?x a cot:Organisation  ; ?p ?o",
        ),
        (
            'FILTER (?n > 1.5) ?x ?p (1 2), [ ?q "." ] ; cot:matches ("w" 1)',
            'FILTER (?n > 1.5) VALUES ?x { <urn:w:1> } ?x ?p (1 2), [ ?q "." ] ',
        ),
        (
            'FILTER <urn:f>(?n) ?x ^<urn:p>|(<urn:q>/<urn:r>) ?o ; cot:matches ("w" 1)',
            "FILTER <urn:f>(?n) VALUES ?x { <urn:w:1> } ?x ^<urn:p>|(<urn:q>/<urn:r>) ?o ",
        ),
        (
            '?x ?p 1.5 ; cot:matches ("v" 1) ; cot:matches ("w" 1)',
            "VALUES ?x { <urn:v:1> } VALUES ?x { <urn:w:1> } ?x ?p 1.5  ",
        ),
        (
            '?x cot:matches ("v" 1) ; cot:matches ("w" 1) ; ?p ?o',
            "VALUES ?x { <urn:v:1> } VALUES ?x { <urn:w:1> } ?x  ?p ?o",
        ),
        (
            "?x <https://w3id.org/coterminous/def#matches> ('''w''' 1)",
            "VALUES ?x { <urn:w:1> } ",
        ),
        ('?x\n cot:matches # why\n ("w" 1)\n ; ?p ?o', "VALUES ?x { <urn:w:1> } ?x \n\n\n ?p ?o"),
    ],
)
def test_what_was_found_takes_the_place_of_the_triple(pattern: str, becomes: str) -> None:
    query = f"{PREFIX}SELECT * WHERE {{ {pattern} }}"

    assert rewritten(query, find) == f"{PREFIX}SELECT * WHERE {{ {becomes} }}"


@pytest.mark.parametrize(
    "pattern",
    [
        "cot:matches ?p ?o",
        "?x ?p cot:matches . ?x ?q ?r",
        'VALUES (?p ?o) { (cot:matches "w") }',
        'FILTER (?p IN (cot:name, cot:matches, "w"))',
        '?x cot:name "cot:matches"',
        '?x cot:name ?n # cot:matches "w"',
        '?x other:matches "w"',
    ],
)
def test_the_term_elsewhere_is_left_as_it_is(pattern: str) -> None:
    query = f"{PREFIX}PREFIX other: <urn:o:> SELECT * WHERE {{ {pattern} }}"

    assert rewritten(query, find) == query


@pytest.mark.parametrize(
    ("pattern", "at"),
    [
        ("?x cot:matches ?words", "2:4"),
        ('<urn:x> cot:matches "w"', "2:9"),
        ('?x cot:name/cot:matches "w"', "2:13"),
        ('?x ^cot:matches "w"', "2:5"),
        ('?x cot:matches+ "w"', "2:4"),
        ('?x cot:matches ("a" "b")', "2:4"),
        ('?x cot:matches "a", "b"', "2:19"),
        ('?x cot:matches "a"@en', "2:19"),
        ('[] cot:name ?n ; cot:matches "w"', "2:1"),
    ],
)
def test_what_cannot_be_searched_for_is_refused_with_its_place(pattern: str, at: str) -> None:
    with pytest.raises(BadQuery) as refused:
        rewritten(f"{PREFIX}SELECT * WHERE {{\n{pattern} }}", find)

    assert str(refused.value) == "cot:matches stands between a variable and words in quotes."
    assert refused.value.at == at


@pytest.mark.parametrize("number", ["0", "501", "1.5", "99999999999"])
def test_the_number_has_bounds(number: str) -> None:
    with pytest.raises(BadQuery, match=f"cot:matches gives 1 to 500 things, not {number}"):
        rewritten(f'{PREFIX}SELECT * WHERE {{ ?x cot:matches ("w" {number}) }}', find)


def test_a_query_may_not_search_without_end() -> None:
    uses = '?x cot:matches "w" . ' * 9

    with pytest.raises(BadQuery, match="A query may search 8 times"):
        rewritten(f"{PREFIX}SELECT * WHERE {{ {uses} }}", find)


def test_a_query_without_it_is_not_even_read() -> None:
    assert rewritten("SELECT ' * WHERE", find) == "SELECT ' * WHERE"
