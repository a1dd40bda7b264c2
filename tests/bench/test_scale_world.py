from __future__ import annotations

import gzip
from pathlib import Path

import pytest

from kg.model import rdf
from kg.model.terms import Triple
from kg.questions.library import Library
from kg.release import sources
from kg.resources import folder
from kg.store.bulk import BulkStore, canonical, merged
from kg.validate import large, shapes
from kg.validate.facts import Finding
from kg.validate.report import of_violations
from kg.validate.survey import Survey
from tests.bench.scale_world import write


def test_the_same_seed_gives_the_same_bytes_and_another_one_others(tmp_path: Path) -> None:
    names = [tmp_path / each for each in ("a.nq", "b.nq", "c.nq", "d.nq.gz")]
    for path, seed in zip(names, (1, 1, 2, 1), strict=True):
        assert write(path, 4_000, seed) >= 4_000
    first, second, third = (each.read_bytes() for each in names[:3])

    assert first == second == gzip.decompress(names[3].read_bytes())
    assert first != third


@pytest.mark.parametrize(("faults", "kinds"), [(0.0, set()), (0.5, {"sh:Datatype", "span"})])
def test_a_world_is_sound_but_for_the_faults_that_were_planted(
    faults: float, kinds: set[str], tmp_path: Path
) -> None:
    write(tmp_path / "world.nq", 8_000, faults=faults)

    found = {each.kind for each in _findings(tmp_path)}

    assert kinds <= found
    assert bool(found) == bool(kinds)


def _findings(place: Path) -> list[Finding]:
    """What is wrong with a world beside the ontology."""
    ontology = folder("ontology")
    store, survey = BulkStore.fresh(place / "store"), Survey()
    model = [f"{each.nq()}\n".encode() for each in sources.schema(ontology)]
    with (place / "world.nq").open("rb") as file:
        lines = sorted({*model, *(each for block in canonical(file, "w") for each in block)})
    store.take([b"".join(lines), b"".join(merged(lines))])
    for each in lines:
        survey.look(each)
    survey.close()
    schema: list[Triple] = [
        each for path in sorted(ontology.rglob("*.ttl")) for each in rdf.triples(path)
    ]
    found = of_violations(shapes.check(store, schema))
    found += large.of_laws(store, Library(), survey, schema)
    return found + large.of_texts(store, Library())
