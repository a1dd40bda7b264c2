"""Views taken away: other programs read back what was written, types and all."""

from __future__ import annotations

import csv
import io
import json
import xml.etree.ElementTree as ET
from typing import Any

import networkx as nx
import pytest

from kg.analysis.measures.export import FORMS, export, gexf, graphml
from kg.analysis.measures.views import VIEWS, View
from kg.errors import BadParameter
from kg.model.rdf import parse
from kg.release.opened import OpenRelease
from tests.kg.analysis.schemas import GEXF, gexf_faults, graphml_faults


def written(release: OpenRelease, view: View, form: str) -> bytes:
    return export(view, form, release.store, release.library)


def opened(view: View) -> nx.Graph[Any]:
    """A view's GraphML as networkx reads it, with things for nodes."""
    again = nx.read_graphml(io.BytesIO(graphml(view)))
    names = {each: again.nodes[each].pop("iri") for each in again}
    return nx.relabel_nodes(again, names)


def described(graph: nx.Graph[Any]) -> dict[str, dict[str, Any]]:
    return {str(each): graph.nodes[each] for each in graph}


@pytest.mark.parametrize("name", VIEWS)
def test_graphml_is_opened_again_with_every_value_and_its_type(
    release: OpenRelease, name: str
) -> None:
    view = release.networks.view(name)

    again = opened(view)

    assert described(again) == described(view.graph)
    assert again.is_directed() == view.graph.is_directed()
    assert all(again.edges[edge] == view.graph.edges[edge] for edge in view.graph.edges)
    assert again.size() == view.graph.size()
    assert all(isinstance(said["weight"], int) for *_, said in again.edges(data=True))


@pytest.mark.parametrize("name", VIEWS)
def test_gexf_is_opened_again_with_every_value_and_its_days(
    release: OpenRelease, name: str
) -> None:
    view = release.networks.view(name)

    again = nx.read_gexf(io.BytesIO(gexf(view)))

    assert described(again) == described(view.graph)
    for edge in view.graph.edges:
        assert {**view.graph.edges[edge], "id": again.edges[edge]["id"]} == again.edges[edge]
    assert again.size() == view.graph.size()


@pytest.mark.parametrize("on", ["", "2018-11-01"])
@pytest.mark.parametrize("name", VIEWS)
def test_the_schemas_of_the_formats_have_nothing_against_a_view(
    release: OpenRelease, name: str, on: str
) -> None:
    view = release.networks.view(name, on)

    assert graphml_faults(graphml(view)) == []
    assert gexf_faults(gexf(view)) == []


def test_the_schemas_are_held_to(release: OpenRelease) -> None:
    # An address is no name token; as an identifier it would be refused by what reads the schema.
    plain = io.BytesIO()
    nx.write_graphml_xml(release.networks.view("interlocks").graph, plain)
    whole = gexf(release.networks.view("interlocks"))

    assert "node has id 'https://w3id.org/coterminous/id/organisation/00C/ccg'" in graphml_faults(
        plain.getvalue()
    )
    assert gexf_faults(whole.replace(b'mode="dynamic"', b'mode="moving"')) == [
        "graph has mode 'moving'"
    ]


def test_gexf_is_dynamic_by_days_and_the_same_every_day(release: OpenRelease) -> None:
    whole = gexf(release.networks.view("membership", "2018-11-01"))

    root = ET.fromstring(whole)
    graph = root.find(f"{GEXF}graph")
    assert graph is not None
    assert {name: graph.get(name) for name in ("mode", "timeformat", "defaultedgetype")} == {
        "mode": "dynamic", "timeformat": "date", "defaultedgetype": "directed",
    }  # fmt: skip
    assert b"lastmodified" not in whole


def test_tables_have_a_line_for_each_node_and_each_edge(release: OpenRelease) -> None:
    view = release.networks.view("lineage")

    nodes, edges = (
        list(csv.DictReader(io.StringIO(written(release, view, form).decode(), newline="")))
        for form in ("csv-nodes", "csv")
    )

    assert {each["id"] for each in nodes} == set(view.graph)
    assert {(each["source"], each["target"]) for each in edges} == set(view.graph.edges)
    one = next(each for each in edges if each["target"].endswith("/26A/ccg"))
    assert (one["relation"], one["start"]) == ("merger", "2020-04-01")


def test_json_is_what_networkx_reads(release: OpenRelease) -> None:
    view = release.networks.view("interlocks")

    again = nx.node_link_graph(json.loads(written(release, view, "json")), edges="links")

    assert nx.utils.graphs_equal(again, nx.Graph(view.graph, **again.graph))
    assert again.graph["description"] == "CCGs that one person led at once."


def test_rdf_says_of_the_nodes_what_the_graph_says_and_of_nothing_else(
    release: OpenRelease,
) -> None:
    view = release.networks.view("officers", "2018-11-01")

    quads = written(release, view, "nquads").decode().splitlines()
    lines = {line.rsplit(" <", 1)[0] + " ." for line in quads}
    triples = {line for line in written(release, view, "ntriples").decode().splitlines() if line}
    assert lines == triples
    for form, media in (("turtle", "text/turtle"), ("jsonld", "application/ld+json")):
        again = parse(written(release, view, form).decode(), media, form)
        assert len(set(again)) == len(triples)
    assert {line.partition(" ")[0].strip("<>") for line in quads} == set(view.things)
    tenure = next(each for each in view.things if "/tenure/adam-doyle/" in each)
    assert any(line.startswith(f"<{tenure}>") and "#holder>" in line for line in quads)


def test_a_format_that_there_is_not_is_named(release: OpenRelease) -> None:
    with pytest.raises(BadParameter, match="'png' is not one of csv, csv-nodes, gexf, graphml"):
        written(release, release.networks.view("officers"), "png")


def test_every_format_gives_the_same_bytes_twice(release: OpenRelease) -> None:
    view = release.networks.view("officers", "2016-09-01")

    assert all(written(release, view, form) == written(release, view, form) for form in FORMS)
