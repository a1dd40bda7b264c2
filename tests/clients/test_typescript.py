"""Code Generator makes types of the schema, and our TypeScript client works with them."""

import json
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest

from kg.settings import store_folder
from tests.clients.conftest import HERE, ROOT
from tests.clients.node import Workshop
from tests.conftest import Served, serving

CLIENT = ROOT / "server" / "web" / "client"


@pytest.fixture(scope="module")
def generated(node: Workshop) -> Path:
    """The folder with what Code Generator writes by the settings that the client's README shows."""
    shutil.copy(CLIENT / "codegen.json", node.folder / "codegen.json")
    node.tool("graphql-codegen", "--config", "codegen.json")
    return node.folder / "generated"


@pytest.fixture(scope="module")
def built(node: Workshop, generated: Path) -> Path:
    """The script `asks.ts` with the client and the types, compiled."""
    shutil.copy(CLIENT / "client.ts", node.folder)
    shutil.copy(CLIENT / "tsconfig.json", node.folder / "client.tsconfig.json")
    shutil.copy(HERE / "tsconfig.json", node.folder)
    node.tool("tsc")
    return node.folder / "built" / "asks.js"


@pytest.fixture(scope="module")
def trusting(generated: Path) -> Iterator[Served]:
    """The service that answers only what Code Generator has listed."""
    listed = generated / "persisted-documents.json"
    with serving(store_folder(), deadline=30.0, trusted_documents=str(listed)) as service:
        yield service


def test_the_whole_schema_becomes_types_that_compile(node: Workshop, graphql: str) -> None:
    # By introspection, with every setting as it comes; the other tests go by the published SDL.
    config = {"schema": graphql, "generates": {"whole/types.ts": {"plugins": ["typescript"]}}}
    (node.folder / "whole.json").write_text(json.dumps(config), encoding="utf-8")

    node.tool("graphql-codegen", "--config", "whole.json")
    node.tool("tsc", "--strict", "--noEmit", "--ignoreConfig", "whole/types.ts")

    written = (node.folder / "whole" / "types.ts").read_text(encoding="utf-8")
    assert "export type Organisation = " in written


def asked(node: Workshop, script: Path, url: str, send: str) -> Any:
    return node.asked(str(script), {"url": url, "code": "26A", "send": send})


def test_the_client_asks_by_digest_and_follows_pages(
    node: Workshop, built: Path, site: Served, graphql: str
) -> None:
    query = (HERE / "operations.graphql").read_text(encoding="utf-8")
    variables = {"first": 1000, "asOf": "2021-03-31"}
    whole = site.client.post(
        "/graphql",
        json={"query": query, "operationName": "ClientsListQuery", "variables": variables},
    ).json()["data"]["organisations"]

    found = asked(node, built, graphql, "digest")

    assert found["label"] == "NHS Norfolk and Waveney CCG"
    assert found["again"] is None  # it opened on 1 April 2020
    assert found["release"] is True
    assert found["labels"] == [each["label"] for each in whole["nodes"]]
    assert len(found["labels"]) == whole["totalCount"] > 80
    # The text goes along once a document; three pages of one list and a second day need no more.
    first, later = ["GET", "POST with text"], ["GET"]
    assert found["sent"][:5] == [*first, *later, *first]
    assert found["sent"].count("POST with text") == 3
    assert found["gone"]["code"] == "unknown-release"
    assert found["gone"]["status"] == 404
    assert "31 March" in found["wrong"]["message"]


def test_the_client_never_sends_a_text_to_a_service_that_trusts_documents(
    node: Workshop, built: Path, trusting: Served
) -> None:
    found = asked(node, built, f"{trusting.url}/graphql", "trusted")

    assert found["label"] == "NHS Norfolk and Waveney CCG"
    assert set(found["sent"]) == {"GET"}
    refused = trusting.client.post("/graphql", json={"query": "{ release { name } }"}).json()
    assert refused["errors"][0]["extensions"]["code"] == "untrusted-document"


def test_the_client_can_send_whole_texts(node: Workshop, built: Path, graphql: str) -> None:
    found = asked(node, built, graphql, "text")

    assert found["label"] == "NHS Norfolk and Waveney CCG"
    assert set(found["sent"]) == {"POST with text"}


def test_the_example_of_the_readme_runs(node: Workshop, graphql: str, built: Path) -> None:
    told = (CLIENT / "README.md").read_text(encoding="utf-8")
    blocks = dict(re.findall(r"```(graphql|ts)\n(.*?)```", told, re.DOTALL))
    place = node.folder / "example"
    place.mkdir()
    for name in ("schema.graphql", "client.ts", "client.tsconfig.json", "codegen.json"):
        shutil.copy(node.folder / name, place)
    example = blocks["ts"].replace("http://127.0.0.1:8000/graphql", graphql)
    (place / "example.ts").write_text(dedent(example), encoding="utf-8")
    (place / "example.graphql").write_text(dedent(blocks["graphql"]), encoding="utf-8")
    config = json.loads((HERE / "tsconfig.json").read_text(encoding="utf-8"))
    config["files"] = ["example.ts"]
    (place / "tsconfig.json").write_text(json.dumps(config), encoding="utf-8")

    node.tool("graphql-codegen", "--config", "codegen.json", within="example")
    node.tool("tsc", within="example")
    printed = node.run("built/example.js", within="example").splitlines()

    assert len(printed) == 195  # so many CCGs there were on 1 November 2018
    assert "NHS Barnsley CCG Lesley Smith" in printed
