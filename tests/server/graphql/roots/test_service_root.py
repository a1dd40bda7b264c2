"""`serviceLimits`, `releases`, `release`: what the service says of itself."""

import json
from collections.abc import Callable
from dataclasses import fields
from hashlib import sha256
from pathlib import Path
from typing import Any

from kg.model.names import RDF_TYPE, cot, graph, mint
from kg.model.terms import Statement
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from server.graphql.api import api
from server.graphql.execution.execute import execute
from server.graphql.schema.sdl import printed
from server.limits.graphql import LIMITS
from tests.conftest import publish, tiny_statements
from tests.server.graphql.conftest import World

Ask = Callable[..., dict[str, Any]]


def test_every_limit_is_told_with_its_unit_and_its_meaning(ask: Ask) -> None:
    found = ask("{ serviceLimits { name value unit description } }")["serviceLimits"]

    assert [each["name"] for each in found] == [each.name for each in fields(LIMITS)]
    assert {each["name"]: each for each in found}["page"] == {
        "name": "page",
        "value": "1000",
        "unit": "things",
        "description": "How many things a page of a list may hold.",
    }
    assert all(each["unit"] and each["description"].endswith(".") for each in found)


def test_a_release_tells_the_digest_of_its_schema(ask: Ask, world: World) -> None:
    schema = api(world.ontology, world.library).schema

    data = ask("{ release { name schemaDigest } }")

    digest = sha256(printed(schema).encode()).hexdigest()
    assert data["release"] == {"name": "r1", "schemaDigest": f"sha256:{digest}"}


def test_a_release_counts_its_things_by_class(ask: Ask) -> None:
    data = ask("{ release { counts { class count } } }")

    counts = {each["class"]: each["count"] for each in data["release"]["counts"]}
    assert (counts["Organisation"], counts["Person"], counts["OfficeClaim"]) == (9, 2, 3)


def test_things_are_counted_only_where_that_is_asked(world: World) -> None:
    asked = [
        execute(world, f"{{ release {{ name {part} }} }}", explain=True)["extensions"]["kg"]
        for part in ("schemaDigest", "counts { count }")
    ]

    assert [each["queries"] for each in asked] == [0, 1]


def test_releases_are_told_up_to_the_one_that_answers(tmp_path: Path) -> None:
    # So that what a release answers stays the same for ever.
    extra = Statement(mint("person", "x"), RDF_TYPE, cot("Person"), graph("register/tiny"))
    publish(tmp_path, "first", tiny_statements())
    publish(tmp_path, "second", [*tiny_statements(), extra])
    folders = [Catalogue(tmp_path).find(name) for name in ("first", "second")]

    told = [
        execute(OpenRelease(folder), "{ releases { name built digest isAnswering } }")["data"]
        for folder in folders
    ]

    first = {"name": "first", "built": "2026-01-01", "digest": "sha256:0"}
    second = first | {"name": "second"}
    assert told == [
        {"releases": [first | {"isAnswering": True}]},
        {"releases": [first | {"isAnswering": False}, second | {"isAnswering": True}]},
    ]


def test_a_graph_without_a_store_folder_is_its_own_only_release(ask: Ask) -> None:
    data = ask("{ releases { name isAnswering } }")

    assert data == {"releases": [{"name": "r1", "isAnswering": True}]}


def test_each_root_field_takes_the_release_that_is_meant(world: World) -> None:
    schema = api(world.ontology, world.library).schema
    assert schema.query_type is not None

    without = [
        name for name, each in schema.query_type.fields.items() if "release" not in each.args
    ]

    # Relay's compiler wants `node` to have nothing but its id; `thing` is the same with all of it.
    assert without == ["node"]
    answer = execute(world, '{ releases(release: "another") { name } }')
    assert json.dumps(answer["errors"]).count("another") > 0
