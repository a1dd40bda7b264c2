import os
from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.release.build import STEPS, Silent, build, check, ensure
from kg.release.catalogue import Catalogue
from kg.release.inputs import Inputs
from kg.release.opened import OpenRelease, ReleaseInfo


class Told(Silent):
    def __init__(self) -> None:
        self.steps: list[str] = []

    def step(self, sentence: str) -> None:
        self.steps.append(sentence)


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, Told]:
    told = Told()
    return build(tmp_path_factory.mktemp("one"), report=told), told


def test_two_builds_give_the_same_name_and_the_same_bytes(
    built: tuple[Path, Told], tmp_path: Path
) -> None:
    first, second = built[0], build(tmp_path)

    assert first.name == second.name
    assert ReleaseInfo.read(first).digest == ReleaseInfo.read(second).digest
    assert (first / "graph.nq.gz").read_bytes() == (second / "graph.nq.gz").read_bytes()


def test_a_build_tells_each_of_its_steps(built: tuple[Path, Told]) -> None:
    assert len(built[1].steps) == STEPS
    assert built[1].steps[0] == "Reading the sources"
    assert built[1].steps[-1] == "Publishing"


def test_what_is_there_already_is_not_built_again(built: tuple[Path, Told]) -> None:
    told = Told()

    folder = ensure(built[0].parent.parent, report=told)

    assert folder == built[0]
    assert told.steps == []


def test_what_a_killed_build_has_left_is_removed_and_a_running_one_is_let_be(
    inputs: Inputs, tmp_path: Path
) -> None:
    store = tmp_path / "store"
    for process in ("999999999", str(os.getppid())):
        (store / f"building-rother-{process}").mkdir(parents=True)
    (inputs.data / "register" / "ccgs.csv").write_text("torn\n")

    with pytest.raises(InvalidInput):
        build(store, inputs=inputs)

    assert [each.name for each in store.iterdir()] == [f"building-rother-{os.getppid()}"]


def test_the_release_can_be_asked_searched_and_told_apart(built: tuple[Path, Told]) -> None:
    release = OpenRelease(built[0])

    assert release.name == built[0].name == Catalogue(built[0].parent.parent).current().name
    assert release.search.find("26A")[0].label == "NHS Norfolk and Waveney CCG"
    assert len(release.library) > 0
    assert "Organisation" in release.ontology.classes


def test_the_default_graph_is_the_merged_graph(built: tuple[Path, Told]) -> None:
    # A union flag is never used: what stands in several graphs stands once in the default graph.
    release = OpenRelease(built[0])
    in_any = "SELECT (COUNT(*) AS ?n) { SELECT DISTINCT ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } }"

    [[counted]] = release.store.select(in_any).rows

    assert getattr(counted, "text", "") == str(release.info.triples)


def test_the_sources_are_sound() -> None:
    assert check() == []
