"""A release of sources that are streamed is the release of sources that are held in memory."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from kg.analysis import partitions
from kg.analysis.lineage import stored
from kg.analysis.paths import stored as hops
from kg.errors import InvalidGraph
from kg.release.build import Silent, build
from kg.release.inputs import Inputs
from kg.release.making import streamed
from kg.release.opened import FANOUT, INDEX, LANGUAGES, ReleaseInfo
from kg.release.sums import CROSSWALK, MEASURES
from kg.store import widths
from kg.store.census import Census
from kg.store.readmodel import since, writing

SAME = (
    "graph.nq.gz", INDEX, LANGUAGES, partitions.FILE, stored.FILE, hops.FILE, MEASURES, CROSSWALK,
    widths.FILE, writing.FILE, since.FILE,
)  # fmt: skip


def test_both_ways_give_the_same_bytes(tmp_path: Path) -> None:
    whole = build(tmp_path / "store")
    work = tmp_path / "work"
    work.mkdir()

    made = streamed.make(work, Inputs.shipped(), None, Silent())

    info = ReleaseInfo.read(whole)
    assert made[:4] == (info.digest, info.triples, info.statements, info.graphs)
    assert made.findings == []
    for name in SAME:
        assert (work / name).read_bytes() == (whole / name).read_bytes(), name
    assert json.loads((work / FANOUT).read_text()) == json.loads((whole / FANOUT).read_text())
    # The census of streamed sources counts a statement once that two tables state.
    census = [Census.read(each) for each in (work, whole)]
    days = [(each.days, each.others) for each in census if each]
    assert days[0] == days[1]
    sizes = [each.sizes.keys() for each in census if each]
    assert sizes[0] == sizes[1]


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
