"""The SPARQL benchmark asks what its world can answer, each question once, and compares rightly."""

from __future__ import annotations

from collections import Counter

import pytest

from kg.store.oxigraph import OxigraphStore
from tests.bench.sparql_asked import HEAD, KINDS, Kind, answer, texts
from tests.bench.sparql_world import PER_BODY, statements


@pytest.fixture(scope="module")
def world() -> OxigraphStore:
    return OxigraphStore.memory(statements(120))


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
def test_questions_of_a_kind_differ_and_find_something(kind: Kind, world: OxigraphStore) -> None:
    asked = texts(kind, world, 20, ours=False)

    assert len(set(asked)) == len(asked) == 20
    if kind.name in ("construct", "describe"):
        assert all(world.triples(each) for each in asked)
    else:
        assert any(world.select(each).rows for each in asked)


def test_the_world_is_always_the_same_and_of_the_size_it_says() -> None:
    found = list(statements(240))

    assert found == list(statements(240))
    assert round(len(set(found)) / 240) in (PER_BODY, PER_BODY + 1)


def test_answers_are_the_same_in_any_order_and_in_either_way_to_write_rdf() -> None:
    rows = '{"head":{"vars":["a","b"]},"results":{"bindings":[%s]}}'
    one, two = '{"a":{"type":"uri","value":"urn:1"}}', '{"b":{"type":"literal","value":"x"}}'
    plain = b"<urn:s> <urn:p> <urn:o> .\n"
    xml = (
        b'<?xml version="1.0"?><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"'
        b' xmlns:u="urn:"><rdf:Description rdf:about="urn:s"><u:p rdf:resource="urn:o"/>'
        b"</rdf:Description></rdf:RDF>"
    )

    assert answer((rows % f"{one},{two}").encode()) == answer((rows % f"{two},{one}").encode())
    assert answer((rows % f"{one},{two}").encode()) == Counter([("urn:1", ""), ("", "x")])
    assert answer((rows % f"{one},{one}").encode()) != answer((rows % one).encode())
    assert answer(plain) == answer(xml) == Counter([("urn:s", "urn:p", "urn:o")])


def test_only_those_who_know_the_words_of_a_search_are_asked_in_them(world: OxigraphStore) -> None:
    matches = next(each for each in KINDS if each.other)

    assert "cot:matches" in texts(matches, world, 1)[0]
    assert "cot:matches" not in texts(matches, world, 1, ours=False)[0]
    assert all(text.startswith(HEAD) for text in texts(matches, world, 5))
