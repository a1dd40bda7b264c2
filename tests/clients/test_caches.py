"""Clients that keep things by their id: pages of a list, and one list on two days."""

import pytest

from tests.clients.conftest import HERE
from tests.clients.node import Workshop
from tests.clients.relay import compiled
from tests.conftest import Served

BODY = "organisation/91Q/sub-icb-location"
ANCESTORS = "query ($id: ID!) { organisation(id: $id) { ancestor { nodes { label } } } }"
TWO_DAYS = """
query ($asOf: Date!) {
  organisation(id: "organisation/07W/ccg", asOf: $asOf) {
    id
    affiliations%s { nodes { id toOrganisation%s { id label } } }
  }
}
"""
DAYS = ["2015-06-01", "2020-06-01"]


@pytest.mark.parametrize("way", ["forward", "backward"])
def test_relay_refetches_a_fragment_and_joins_the_pages_of_its_connection(
    node: Workshop, site: Served, graphql: str, way: str
) -> None:
    module, source = "Pages", (HERE / "Pages.js").read_text(encoding="utf-8")
    if way == "backward":
        module = "Back"
        for one, other in (("Pages", "Back"), ("first", "last"), ("after", "before")):
            source = source.replace(one, other)
    written = compiled(node, module, source)
    whole = site.client.post("/graphql", json={"query": ANCESTORS, "variables": {"id": BODY}})
    labels = [each["label"] for each in whole.json()["data"]["organisation"]["ancestor"]["nodes"]]

    asked = {"url": graphql, "artifacts": str(written), "id": BODY, "module": module, "way": way}
    told = node.asked("pages.mjs", asked)

    assert told["counts"] == [4, 8, 9]
    assert told["labels"] == labels


@pytest.mark.parametrize(("day", "is_kept"), [("(asOf: $asOf)", True), ("", False)])
def test_a_cache_keeps_two_days_apart_where_each_dated_field_names_its_day(
    node: Workshop, graphql: str, day: str, is_kept: bool
) -> None:
    # A day that is inherited is in no argument of the field, which is all that the cache goes by.
    document = TWO_DAYS % (day, day)

    told = node.asked("days.mjs", {"url": graphql, "document": document, "days": DAYS})

    assert told["asked"][0] != told["asked"][1]
    assert (told["kept"] == told["asked"]) is is_kept
