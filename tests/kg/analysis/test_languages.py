"""Which properties say the same in several languages."""

from kg.analysis.languages import QUERY, spoken
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore

GRAPH = Iri("urn:g")


def found(*said: tuple[str, str, Literal]) -> set[str]:
    made = [Statement(Iri(s), Iri(p), value, GRAPH) for s, p, value in said]
    return set(spoken(OxigraphStore.memory(made), Library().inside(QUERY)))


def test_a_property_with_two_languages_on_one_thing_is_found() -> None:
    welsh, english, plain = Literal("a", lang="cy"), Literal("b", lang="en"), Literal("c")

    assert found(
        ("urn:1", "urn:two", welsh),
        ("urn:1", "urn:two", english),
        ("urn:2", "urn:mixed", welsh),
        ("urn:2", "urn:mixed", plain),
        ("urn:3", "urn:one", welsh),
        ("urn:4", "urn:one", english),
        ("urn:5", "urn:same", english),
        ("urn:5", "urn:same", Literal("again", lang="en")),
        ("urn:6", "urn:plain", plain),
        ("urn:6", "urn:plain", Literal("d")),
    ) == {"urn:two", "urn:mixed"}
