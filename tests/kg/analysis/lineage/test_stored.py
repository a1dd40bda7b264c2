"""A lineage beside its release is the one of the graph."""

import json
import sqlite3
from pathlib import Path
from shutil import copytree

import pytest

from kg.analysis.lineage import stored
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.following import lineage
from kg.analysis.lineage.reading import read
from kg.analysis.lineage.stored.tables import Kept
from kg.model.names import mint
from kg.questions.library import Library
from kg.release import sums
from kg.release.opened import OpenRelease


@pytest.fixture(scope="module")
def of_graph(release: OpenRelease) -> Dag:
    return read(release.store, Library())


@pytest.fixture(scope="module")
def kept(of_graph: Dag, tmp_path_factory: pytest.TempPathFactory) -> Dag:
    path = tmp_path_factory.mktemp("kept") / stored.FILE
    stored.write(of_graph, path)
    found = stored.read(path)
    assert found is not None
    return found


def test_what_a_build_keeps_is_what_the_graph_says(
    release: OpenRelease, of_graph: Dag, kept: Dag
) -> None:
    assert kept == of_graph
    assert release.lineage == of_graph
    assert stored.FILE in json.loads((release.folder / sums.FILE).read_text(encoding="utf-8"))


def test_what_is_looked_up_a_body_at_a_time_is_what_all_of_it_says(
    of_graph: Dag, kept: Dag
) -> None:
    assert kept.found is not None
    assert list(kept.bodies) == list(of_graph.bodies)
    for name in ("forward", "backward", "wholes", "parts"):
        assert dict(getattr(kept, name)) == dict(getattr(of_graph, name)), name
    for body in of_graph.bodies:
        assert list(kept.announced(body)) == list(of_graph.announced(body))
        assert kept.weights.size(body) == of_graph.weights.size(body)
    for body in list(of_graph.bodies)[::7]:
        assert lineage(kept, body) == lineage(of_graph, body)


def test_what_there_is_not_is_not_found(kept: Dag) -> None:
    nobody = mint("organisation", "nobody", "ccg")

    assert nobody not in kept.bodies
    assert kept.forward.get(nobody) is None
    with pytest.raises(KeyError):
        kept.bodies[nobody]
    with pytest.raises(IndexError):
        kept.steps[len(kept.steps)]
    assert kept.steps[-1] == list(kept.steps)[-1]
    assert kept.steps[:2] == list(kept.steps)[:2]


def test_the_same_lineage_gives_the_same_bytes(of_graph: Dag, tmp_path: Path) -> None:
    for name in ("one", "two"):
        stored.write(of_graph, tmp_path / name)

    assert (tmp_path / "one").read_bytes() == (tmp_path / "two").read_bytes()


def test_what_is_kept_in_another_form_is_read_from_the_graph(
    release: OpenRelease, of_graph: Dag, tmp_path: Path
) -> None:
    older = tmp_path / release.name
    copytree(release.folder, older)
    (older / stored.FILE).write_text('{"form": 0, "bodies": []}', encoding="utf-8")

    assert OpenRelease(older).lineage == of_graph

    (older / stored.FILE).unlink()
    with sqlite3.connect(older / stored.FILE) as database:
        database.executescript("CREATE TABLE form (number); INSERT INTO form VALUES (0)")

    assert OpenRelease(older).lineage == of_graph


def test_no_table_is_passed_over_to_look_up_a_body(of_graph: Dag, tmp_path: Path) -> None:
    path = tmp_path / stored.FILE
    stored.write(of_graph, path)
    kept = stored.read(path)
    assert kept is not None
    assert kept.found is not None
    mappings = (
        *kept.found, kept.bodies, kept.names.codes, kept.names.cores, kept.names.held,
        kept.names.editions, kept.weights.areas, kept.weights.people, kept.weights.districts,
    )  # fmt: skip
    asked = [each.query for each in mappings if isinstance(each, Kept)]
    assert len(asked) == len(mappings)

    with sqlite3.connect(path) as database:
        plans = [
            row[-1]
            for query in asked
            for row in database.execute(f"EXPLAIN QUERY PLAN {query}", ["x"] * query.count("?"))
        ]

    assert [each for each in plans if each.startswith("SCAN")] == []
