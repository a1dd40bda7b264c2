"""The hops of a graph beside it: read back as they were, or not at all."""

from kg.analysis.paths.build import build
from kg.analysis.paths.stored import read, written
from kg.model.ontology import load
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore
from tests.kg.analysis.paths.world import world


def test_hops_are_read_back_as_they_were_written() -> None:
    made = build(OxigraphStore.memory(world()), Library(), load())

    assert len(made) > 5
    assert read(written(made)) == made
    assert written(made) == written(build(OxigraphStore.memory(world()), Library(), load()))


def test_what_is_of_another_form_is_not_read() -> None:
    made = written(build(OxigraphStore.memory(world()), Library(), load()))

    assert read(made.replace(b'"form":1', b'"form":9', 1)) is None
    assert read(b"something else\n") is None
