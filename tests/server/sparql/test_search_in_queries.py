"""`cot:matches` over real HTTP: the search of the release, within a query."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from kg.model.names import RDFS_LABEL, cot
from kg.model.terms import Statement
from tests.conftest import Served, body_iri, publish, serving, tiny_statements

PREFIXES = (
    "PREFIX cot: <https://w3id.org/coterminous/def#>\n"
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>\n"
)


@pytest.fixture(scope="module")
def named(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over the tiny release, with the names that the search knows."""
    place = tmp_path_factory.mktemp("named")
    tiny = tiny_statements()
    names = [
        Statement(each.subject, cot("name"), each.object, each.graph)
        for each in tiny
        if each.predicate == RDFS_LABEL
    ]
    publish(place, "named", [*tiny, *names])
    with serving(place, deadline=20.0) as service:
        yield service


def answered(service: Served, query: str) -> list[str]:
    response = service.client.post(
        "/sparql", data={"query": PREFIXES + query}, headers={"accept": "text/csv"}
    )
    assert response.status_code == 200, response.text
    return response.text.splitlines()[1:]


@pytest.mark.parametrize(
    "pattern",
    [
        '?body cot:matches "alder" ; rdfs:label ?name',
        '?body rdfs:label ?name ; cot:matches "ALDER" .',
        '?body a cot:Organisation . ?body cot:matches "a1" . ?body rdfs:label ?name',
        '?body rdfs:label ?name FILTER EXISTS { ?body cot:matches "alder ccg" }',
        "?body rdfs:label ?name FILTER (STRLEN(?name) > 1) ?body cot:odsCode ?c ; "
        'cot:matches "aldr"',
    ],
)
def test_things_are_found_by_what_they_are_called(named: Served, pattern: str) -> None:
    query = f"SELECT ?body ?name WHERE {{ {pattern} }}"

    assert answered(named, query) == [f"{body_iri('A1')},NHS Alder CCG"]


def test_the_portable_form_finds_the_same(named: Served) -> None:
    ours = 'SELECT ?body { ?body cot:matches "birch" }'
    portable = 'SELECT ?body { ?body rdfs:label ?name FILTER CONTAINS(LCASE(?name), "birch") }'

    assert answered(named, ours) == answered(named, portable) == [body_iri("B2")]


def test_the_place_of_each_is_told_and_no_more_are_given_than_were_asked_for(
    named: Served,
) -> None:
    every = answered(named, 'SELECT ?rank { (?b ?rank) cot:matches "ccg" } ORDER BY ?rank')
    two = answered(named, 'SELECT ?rank { (?b ?rank) cot:matches ("ccg" 2) } ORDER BY ?rank')

    assert (every, two) == (["1", "2", "3"], ["1", "2"])


def test_what_nothing_matches_has_no_rows(named: Served) -> None:
    assert answered(named, 'SELECT * { ?b cot:matches "zzzzzzzzzz" ; rdfs:label ?n }') == []


def test_words_that_are_found_elsewhere_are_refused_with_their_place(named: Served) -> None:
    query = f"{PREFIXES}SELECT * {{ ?b cot:matches ?words }}"

    response = named.client.get("/sparql", params={"query": query})

    told = response.json()
    assert (response.status_code, told["code"], told["at"]) == (400, "bad-query", "3:15")
    assert told["detail"] == "cot:matches stands between a variable and words in quotes."


def test_the_line_of_a_mistake_is_that_of_what_was_sent(named: Served) -> None:
    query = f'{PREFIXES}SELECT * {{\n?b\ncot:matches\n"a"\n.\n?b ?? }}'

    response = named.client.get("/sparql", params={"query": query})

    assert (response.status_code, response.json()["at"].split(":")[0]) == (400, "8")


def test_a_call_does_not_hide_in_a_string_that_is_cut(named: Served) -> None:
    query = f'{PREFIXES}SELECT * {{ ?b cot:matches "SERVICE <http://127.0.0.1:9/> {{}}" }}'

    response = named.client.get("/sparql", params={"query": query})

    assert response.status_code == 200
