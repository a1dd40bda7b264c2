"""A release that is made in blocks says what its sources and its rules say, held all at once."""

from __future__ import annotations

import json
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from kg.analysis import fanout, languages, partitions
from kg.derive import rules
from kg.errors import InvalidGraph
from kg.model.terms import Statement
from kg.questions.library import Library
from kg.release import sources
from kg.release.build import build
from kg.release.inputs import Inputs
from kg.release.opened import FANOUT, INDEX, LANGUAGES, ReleaseInfo
from kg.search import index
from kg.store import widths
from kg.store.census import Census
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import writing


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return build(tmp_path_factory.mktemp("store"))


@pytest.fixture(scope="module")
def held() -> tuple[OxigraphStore, list[Statement]]:
    inputs = Inputs.shipped()
    statements = [
        *sources.schema(inputs.ontology),
        *sources.questions(inputs.queries),
        *sources.tables(inputs.data),
        *sources.documents(inputs.data),
    ]
    graph = OxigraphStore.memory(statements)
    for rule in rules.rules(inputs.rules):
        derived = rules.run(rule, graph)
        graph.load(derived, merge=rule.merged)
        statements += derived
    return graph, statements


def test_the_statements_are_those(made: Path, held: tuple[OxigraphStore, list[Statement]]) -> None:
    graph, statements = held
    lines = sorted({each.nq() for each in statements})

    info = ReleaseInfo.read(made)

    written = "".join(f"{each}\n" for each in lines).encode()
    assert info.digest == "sha256:" + sha256(written).hexdigest()
    assert (info.statements, info.triples) == (len(lines), graph.merged_size())
    assert info.graphs == len(graph.graph_names())


def test_what_is_made_of_them_is_that(
    made: Path, held: tuple[OxigraphStore, list[Statement]], tmp_path: Path
) -> None:
    graph, statements = held
    library = Library()

    index.write(tmp_path / INDEX, graph, library.inside("search-names"))
    writing.write(tmp_path / writing.FILE, graph)
    widths.write(tmp_path, graph, library.inside(widths.QUERY))

    for name in (INDEX, writing.FILE, widths.FILE):
        assert (made / name).read_bytes() == (tmp_path / name).read_bytes(), name
    wide = fanout.measured(graph, library.inside(fanout.QUERY)).json()
    assert _json(made / FANOUT) == json.loads(json.dumps(wide))
    assert _json(made / LANGUAGES) == sorted(
        languages.spoken(graph, library.inside(languages.QUERY))
    )
    parts = partitions.partitions(graph, library).text()
    assert (made / partitions.FILE).read_text(encoding="utf-8") == parts
    # A statement that two tables make is counted once.
    assert Census.read(made) == Census.of(_once(statements))


def test_what_is_wrong_beside_our_sources_stops_the_build(tmp_path: Path) -> None:
    beside = tmp_path / "wrong.nq"
    graph = "<https://w3id.org/coterminous/graph/register/wrong>"
    beside.write_text(f'<https://w3id.org/coterminous/id/x/1> <urn:p> "x" {graph} .\n')

    with pytest.raises(InvalidGraph) as told:
        build(tmp_path / "store", inputs=Inputs.shipped(beside))

    text = str(told.value)
    assert "graph:register/wrong: the graph does not describe itself" in text
    assert "id:x/1 in graph:register/wrong: has no class" in text
    assert "urn:p is not in the ontology and is used once" in text
    assert not list((tmp_path / "store").glob("building-*"))


def _once(statements: list[Statement]) -> Iterator[Statement]:
    return iter({each.nq(): each for each in statements}.values())


def _json(path: Path) -> object:
    return json.loads(path.read_text(encoding="utf-8"))
