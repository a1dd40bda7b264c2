"""Each view as a query: SPARQL and GraphQL find the links of the view, no more and no fewer."""

from __future__ import annotations

from itertools import combinations
from typing import Any
from urllib.parse import quote

import pytest
from starlette.testclient import TestClient

from kg.model.names import ID, PREFIXES

Link = tuple[str, str, str, str]
COT = PREFIXES["cot"]
SELECT = "SELECT * {{ ?c a <https://w3id.org/coterminous/def#{}> ~2 ?p ?o }} LIMIT {}"
VIEWS = [
    "add,organisation/26A/ccg",
    "add,organisation/26A/ccg;more,organisation/26A/ccg,ChangeEvent,in,20;on,2020-04-30",
    "add,organisation/26A/ccg;more,organisation/26A/ccg,Overlap,out,20;without,Person",
    "question,people/shared-chief-officer,on=2018-11-01",
    "question,people/shared-chief-officer,on=2018-11-01;on,2018-11-01",
    "question,people/shared-chief-officer,on=2018-11-01;by,2017-11-01;drop,person/adam-doyle",
    "add,document/003;more,document/003,madeIn,in,300;on,2019-01-01;by,2020-01-01",
    f"sparql,{SELECT.format('ChangeProposal', 300)};on,2018-01-01;by,2018-06-01",
    f"sparql,{SELECT.format('ChangeEvent', 300)};on,2020-01-01",
    f"sparql,{SELECT.format('ChangeEvent', 300)};said,document/ccg-successors-2020",
    "path,organisation/26A/ccg,document/003",
]


@pytest.mark.parametrize("do", VIEWS)
def test_both_languages_find_the_links_of_the_view(shipped_site: TestClient, do: str) -> None:
    asked = quote(do)
    told = shipped_site.get(f"/explore/view.json?do={asked}").json()
    query = shipped_site.get(f"/explore/query.json?do={asked}").json()
    wanted = _of_the_view(told, do)

    rows = shipped_site.post(
        "/sparql", data={"query": query["sparql"]},
        headers={"Accept": "application/sparql-results+json"},
    ).json()["results"]["bindings"]  # fmt: skip
    answer = shipped_site.post(
        "/graphql", json={"query": query["graphql"], "variables": query["variables"]}
    ).json()

    assert {_of_sparql(row) for row in rows} == wanted
    assert "errors" not in answer
    assert _of_graphql(answer["data"], query["parts"]) == wanted
    assert wanted or do == VIEWS[0]


def _of_the_view(told: dict[str, Any], do: str) -> set[Link]:
    """The links that hold on the days, reckoned from what is sent, as the picture does."""
    said = dict(each.split(",", 1) for each in do.split(";") if each.count(","))
    on, by, heard = said.get("on", ""), said.get("by", ""), said.get("said", "")
    return {
        (ID + each["source"], each["term"], ID + each["target"], ID + each["owner"])
        for each in told["edges"]
        if (not on or (each["start"] <= on and (not each["end"] or on <= each["end"])))
        and (not by or (each["known"] <= by if each["known"] else each["lasting"]))
        and (not heard or heard in each["by"])
    }


def _of_sparql(row: dict[str, dict[str, str]]) -> Link:
    source, link, target, owner = (
        row[each]["value"] for each in ("source", "link", "target", "owner")
    )
    return source, link.removeprefix(COT), target, owner


def _of_graphql(data: dict[str, Any], parts: list[dict[str, str]]) -> set[Link]:
    found: set[Link] = set()
    for part in parts:
        for node in data[part["alias"]]["nodes"]:
            for source, target in _pairs(node, part):
                found.add((source, part["link"], target, node["iri"]))
    return found


def _pairs(node: dict[str, Any], part: dict[str, str]) -> list[tuple[str, str]]:
    targets = _ends(node[part["target"]])
    if not part["source"]:
        return [(node["iri"], each) for each in targets]
    if part["source"] == part["target"]:
        return list(combinations(sorted(targets), 2))
    sources = _ends(node[part["source"]])
    return [(one, two) for one in sources for two in targets if one != two]


def _ends(value: dict[str, Any] | None) -> list[str]:
    if value is None:
        return []
    return [each["iri"] for each in value.get("nodes", [value])]
