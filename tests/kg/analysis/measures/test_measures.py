"""What is measured of a network, against counting by hand, and the same every time."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import networkx as nx
import pytest

from kg.analysis.measures.measured import LARGEST, measured
from kg.analysis.measures.pagerank import pagerank
from kg.analysis.measures.views import VIEWS, View
from kg.errors import BadParameter, UnknownThing
from kg.model.names import ID
from kg.model.terms import Iri
from kg.release.opened import OpenRelease


def small(edges: str, *, directed: bool = False) -> View:
    """A view with these edges: `ab` is from a to b."""
    graph: nx.Graph[Iri] = nx.DiGraph() if directed else nx.Graph()
    pairs = [[Iri(f"{ID}x/{name}") for name in each] for each in edges.split()]
    graph.add_edges_from((one, two) for one, two in pairs)
    for each in graph:
        graph.nodes[each]["label"] = each[-1]
    return View("interlocks", "", graph)


def test_a_view_of_too_many_edges_is_refused_in_a_line() -> None:
    graph = nx.star_graph(LARGEST + 1)

    with pytest.raises(BadParameter) as told:
        measured(View("claims", "", graph))

    assert str(told.value) == (
        "Parameter 'view': 'claims' has 200,001 edges; views of up to 200,000 are measured here"
    )
    assert "coterminous export" in told.value.hint


def test_two_triangles_and_a_bridge_are_measured_as_by_hand() -> None:
    found = measured(small("ab bc ca cd de ef fd"))

    assert (found.nodes, found.edges, found.components, found.communities) == (6, 7, 1, 2)
    assert found.modularity == pytest.approx(5 / 14)
    by_name = {each.label: each for each in found.measures}
    assert {name: each.degree for name, each in by_name.items()} == {
        "a": 2, "b": 2, "c": 3, "d": 3, "e": 2, "f": 2,
    }  # fmt: skip
    # Of the ten pairs without c, six go through it: two to three of the other side.
    assert {name: each.betweenness for name, each in by_name.items()} == {
        "a": 0, "b": 0, "c": 0.6, "d": 0.6, "e": 0, "f": 0,
    }  # fmt: skip
    assert {name: each.community for name, each in by_name.items()} == {
        "a": 1, "b": 1, "c": 1, "d": 2, "e": 2, "f": 2,
    }  # fmt: skip
    assert [each.label for each in found.measures[:2]] == ["c", "d"]
    assert found.is_exact


def test_components_are_numbered_the_largest_first() -> None:
    found = measured(small("xy ab bc"))

    assert {each.label: each.component for each in found.measures} == {
        "a": 1, "b": 1, "c": 1, "x": 2, "y": 2,
    }  # fmt: skip


def test_pagerank_is_the_fixed_point_of_its_own_equation() -> None:
    graph: nx.DiGraph[int] = nx.DiGraph(
        [(0, 1), (1, 2), (2, 0), (2, 1), (3, 2), (1, 4)]
    )  # nothing leads out of 4
    graph.edges[2, 0]["weight"] = 3

    ranks = pagerank(graph)

    assert sum(ranks.values()) == pytest.approx(1)
    base = (1 - 0.85 + 0.85 * ranks[4]) / 5
    assert ranks[0] == pytest.approx(base + 0.85 * ranks[2] * 3 / 4)
    assert ranks[1] == pytest.approx(base + 0.85 * (ranks[0] + ranks[2] / 4))
    assert ranks[2] == pytest.approx(base + 0.85 * (ranks[1] / 2 + ranks[3]))
    assert ranks[3] == pytest.approx(base)
    assert ranks[4] == pytest.approx(base + 0.85 * ranks[1] / 2)


def test_a_view_without_nodes_is_measured_as_nothing() -> None:
    found = measured(small(""))

    assert (found.nodes, found.edges, found.measures) == (0, 0, [])


def test_a_backend_that_is_not_there_is_named() -> None:
    with pytest.raises(BadParameter, match="networkx has no backend 'nope'") as raised:
        measured(small("ab"), "nope")

    assert "Installed are" in raised.value.hint


BACKEND = """
import networkx as nx
asked = []
def betweenness_centrality(*arguments, **options):
    asked.append("betweenness_centrality")
    return nx.betweenness_centrality.orig_func(*arguments, **options)
def convert_from_nx(graph, **options):
    return graph
def convert_to_nx(found, **options):
    return found
"""


def test_a_backend_of_networkx_is_asked_first_for_what_it_can_do(tmp_path: Path) -> None:
    (tmp_path / "slowly.py").write_text(BACKEND)
    installed = tmp_path / "slowly-1.dist-info"
    installed.mkdir()
    (installed / "METADATA").write_text("Metadata-Version: 2.1\nName: slowly\nVersion: 1\n")
    (installed / "entry_points.txt").write_text("[networkx.backends]\nslowly = slowly\n")
    code = (
        "import networkx as nx, slowly\n"
        "from kg.analysis.measures.measured import measured\n"
        "from kg.analysis.measures.views import View\n"
        "view = View('lineage', '', nx.path_graph(4))\n"
        "for node in view.graph: view.graph.nodes[node]['label'] = str(node)\n"
        "assert measured(view, 'slowly') == measured(view)\n"
        "print(slowly.asked)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env=os.environ | {"PYTHONPATH": str(tmp_path)}, capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert (done.stdout, done.stderr) == ("['betweenness_centrality']\n", "")


@pytest.mark.parametrize("name", VIEWS)
def test_every_view_of_the_release_is_measured_whole(release: OpenRelease, name: str) -> None:
    view, found = release.networks.view(name), release.networks.measured(name)

    assert found.nodes == len(found.measures) == len(view.graph) > 100
    assert sum(each.pagerank for each in found.measures) == pytest.approx(1, abs=1e-4)
    assert sum(each.degree for each in found.measures) == 2 * found.edges
    assert {each.thing for each in found.measures} == set(view.graph)
    assert all(said["label"] and said["kind"] for _, said in view.graph.nodes(data=True))
    assert release.networks.measured(name) is found  # kept


def test_a_view_on_a_day_has_only_what_held_that_day(release: OpenRelease) -> None:
    members = release.networks.view("membership", "2018-11-01").graph
    assert all(
        members.edges[edge]["start"] <= "2018-11-01" <= members.edges[edge].get("end", "9")
        for edge in members.edges
    )
    lineage, ever = (release.networks.view("lineage", on).graph for on in ("2018-11-01", ""))
    assert set(lineage.edges) == {
        edge for edge in ever.edges if ever.edges[edge]["start"] <= "2018-11-01"
    }
    assert len(lineage.edges) == 30
    bodies = release.networks.view("interlocks", "2018-11-01").graph
    assert len(bodies) == release.networks.interlocks("2018-11-01").carried.bodies


def test_an_unknown_view_is_named(release: OpenRelease) -> None:
    with pytest.raises(UnknownThing, match="Nothing is known by 'officer'") as raised:
        release.networks.view("officer")

    assert raised.value.hint == "Did you mean 'officers'?"


def test_the_same_release_gives_the_same_measures_in_every_process(release: OpenRelease) -> None:
    # Texts are hashed by chance in each process, and so sets of them are in an order of chance.
    code = (
        "import sys; from pathlib import Path; from kg.release.opened import OpenRelease\n"
        "found = OpenRelease(Path(sys.argv[1])).networks.measured('officers')\n"
        "import json; print(json.dumps([[*vars(each).values()] for each in found.measures]))"
    )
    told = [
        subprocess.run(
            [sys.executable, "-c", code, str(release.folder)],
            env=os.environ | {"PYTHONHASHSEED": seed}, capture_output=True, text=True, check=True,
        ).stdout
        for seed in ("1", "2")
    ]  # fmt: skip

    assert told[0] == told[1]
    here = [[*vars(each).values()] for each in release.networks.measured("officers").measures]
    assert json.loads(told[0]) == here
