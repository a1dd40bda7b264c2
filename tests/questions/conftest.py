"""The shipped release, and the same graph in the second engine."""

from collections.abc import Iterator

import pytest

from kg.derive import rules
from kg.model.terms import Statement
from kg.release import sources
from kg.release.build import ensure
from kg.release.inputs import Inputs
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from kg.store.memory import RdflibStore
from kg.store.oxigraph import OxigraphStore


@pytest.fixture(scope="session")
def release() -> OpenRelease:
    """The release that the shipped sources make; built if it is not there yet."""
    return OpenRelease(ensure(store_folder()))


def _everything() -> Iterator[Statement]:
    inputs = Inputs.shipped()
    read = [
        *sources.schema(inputs.ontology),
        *sources.questions(inputs.queries),
        *sources.tables(inputs.data),
        *sources.documents(inputs.data),
    ]
    graph = OxigraphStore.memory(read)
    yield from read
    for rule in rules.rules(inputs.rules):
        made = rules.run(rule, graph)
        graph.load(made, merge=rule.merged)
        yield from made


@pytest.fixture(scope="session")
def second_engine() -> RdflibStore:
    """The same statements in rdflib."""
    return RdflibStore(_everything())
