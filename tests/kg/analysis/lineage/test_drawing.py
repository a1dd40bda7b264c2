"""A lineage as a picture and as GraphML: opened again, and measured."""

from __future__ import annotations

import re
from dataclasses import replace
from io import BytesIO
from typing import Any
from xml.etree import ElementTree

import networkx
import pytest

from kg.analysis.graphml import graphml
from kg.analysis.lineage.dag import Dag
from kg.analysis.lineage.drawing import draw
from kg.analysis.lineage.following import lineage
from kg.analysis.lineage.network import network
from kg.model.names import mint
from tests.kg.analysis.schemas import graphml_faults

SVG = "{http://www.w3.org/2000/svg}"
WIDTH = 6.1  # of a letter of 12 px, on average
Box = tuple[float, float, float, float]


def drawn(dag: Dag, code: str, kind: str) -> ElementTree.Element:
    found = lineage(dag, mint("organisation", code, kind))
    text = draw(found, data_date="2026-11-22", source="Tables of the register.")
    return ElementTree.fromstring(text)


def boxes(svg: ElementTree.Element) -> list[Box]:
    found = [each for each in svg.iter(f"{SVG}rect") if each.get("class")]
    return [
        (x, y, x + float(each.attrib["width"]), y + float(each.attrib["height"]))
        for each in found
        for x, y in [(float(each.attrib["x"]), float(each.attrib["y"]))]
    ]


def labels(svg: ElementTree.Element) -> list[Box]:
    found = []
    for each in svg.iter(f"{SVG}text"):
        x, y = float(each.attrib["x"]), float(each.attrib["y"])
        size = 20 if each.get("class") == "title" else 12
        width = len(each.text or "") * WIDTH * size / 12
        left = x - width if each.get("text-anchor") == "end" else x
        found.append((left, y - 0.75 * size, left + width, y + 0.1 * size))
    return found


def overlaps(found: list[Box]) -> list[tuple[Box, Box]]:
    return [
        (one, other)
        for place, one in enumerate(found)
        for other in found[place + 1 :]
        if one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]
    ]


@pytest.mark.parametrize(
    ("code", "kind"),
    [("26A", "ccg"), ("QNQ", "icb"), ("01H", "ccg"), ("QHM", "icb"), ("Z9B2Z", "icb"),
     ("D2P2L", "ccg"), ("5QC", "pct"), ("QE1", "icb"), ("Y57", "region"), ("S9B9J", "icb")],
)  # fmt: skip
def test_no_box_and_no_label_lies_over_another(dag: Dag, code: str, kind: str) -> None:
    svg = drawn(dag, code, kind)

    assert len(boxes(svg)) > 2
    assert overlaps(boxes(svg)) == []
    assert overlaps(labels(svg)) == []


def test_every_label_and_box_lies_within_the_picture(dag: Dag) -> None:
    for each in dag.bodies.values():
        if each.kind == "icb":
            svg = drawn(dag, each.code, "icb")
            width, height = float(svg.attrib["width"]), float(svg.attrib["height"])
            for left, top, right, bottom in (*boxes(svg), *labels(svg)):
                assert left >= 0, each.code
                assert top >= 0, each.code
                assert right <= width, each.code
                assert bottom <= height, each.code


def test_it_has_a_title_days_a_date_a_source_and_words_for_those_who_cannot_see_it(
    dag: Dag,
) -> None:
    svg = drawn(dag, "26A", "ccg")
    texts = [each.text for each in svg.iter(f"{SVG}text")]

    assert svg.get("role") == "img"
    assert (
        svg.findtext(f"{SVG}title") == "What NHS Norfolk and Waveney CCG (26A) came from and became"
    )
    assert "On 1 April 2020 NHS Great Yarmouth" in (svg.findtext(f"{SVG}desc") or "")
    assert texts[0] == "What NHS Norfolk and Waveney CCG (26A) came from and became"
    assert (texts[1] or "").startswith("As known on 22 November 2026.")
    assert {"1 April 2013", "1 April 2020", "1 July 2022", "1 April 2026"} <= set(texts)
    assert texts[-1] == "Tables of the register."


def test_a_body_without_any_step_is_a_single_box(dag: Dag) -> None:
    svg = drawn(dag, "Q30", "sha")

    assert len(boxes(svg)) == 1
    assert "Nothing is known of what North East SHA" in (svg.findtext(f"{SVG}desc") or "")


def opened(graph: networkx.MultiDiGraph[str]) -> Any:
    """The GraphML of a lineage as networkx reads it, with bodies for nodes."""
    again = networkx.read_graphml(BytesIO(graphml(graph)), force_multigraph=True)
    return networkx.relabel_nodes(again, {each: again.nodes[each].pop("iri") for each in again})


def test_what_xml_cannot_have_is_left_out_of_names(dag: Dag) -> None:
    found = lineage(dag, mint("organisation", "26A", "ccg"))
    odd = replace(found.of, name="NHS \x00<Odd> & Sons\x1b CCG")
    renamed = replace(
        found, of=odd, bodies=tuple(odd if each == found.of else each for each in found.bodies)
    )

    svg = ElementTree.fromstring(draw(renamed, data_date="2026-11-22", source="<b>"))
    graph = opened(network(renamed.bodies, renamed.links))

    assert svg.findtext(f"{SVG}title") == "What NHS <Odd> & Sons CCG (26A) came from and became"
    assert graph.nodes[odd.iri]["label"] == "NHS <Odd> & Sons CCG"


def test_days_run_from_left_to_right(dag: Dag) -> None:
    svg = drawn(dag, "QNQ", "icb")
    days = [each for each in svg.iter(f"{SVG}text") if each.get("class") == "day"]

    years = [re.sub(r"\D*(\d+ )?\w+ (\d{4})", r"\2", each.text or "") for each in days[1:]]
    assert years == sorted(years)
    places = [float(each.attrib["x"]) for each in days]
    assert places == sorted(places)


def test_graphml_opens_again_with_types_kept(dag: Dag) -> None:
    found = lineage(dag, mint("organisation", "QNQ", "icb"))
    graph = network(found.bodies, found.links, title="Frimley", release="r1")

    again = opened(graph)

    assert list(again.nodes(data=True)) == list(graph.nodes(data=True))
    assert sorted(map(repr, again.edges(data=True))) == sorted(map(repr, graph.edges(data=True)))
    assert again.graph["title"] == "Frimley"
    kinds = {type(value) for *_, told in again.edges(data=True) for value in told.values()}
    assert kinds == {str, bool, float}


def test_the_schema_of_graphml_has_nothing_against_any_lineage(dag: Dag) -> None:
    whole = network(dag.bodies.values(), dag.steps, release="r1")
    assert graphml_faults(graphml(whole)) == []
    for code in ("26A", "15D", "D4U1Y"):
        found = lineage(dag, mint("organisation", code, "ccg"))
        assert graphml_faults(graphml(network(found.bodies, found.links))) == []
