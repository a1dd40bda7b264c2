"""Clients that people use ask the same operations, and get what plain HTTP answers."""

import json
import os
import shutil
import subprocess
from typing import Any

import pytest

from tests.clients.conftest import HERE, Operation
from tests.clients.node import Workshop
from tests.clients.relay import compiled

GQL = "gql[aiohttp,requests,websockets]==4.4.0"


def plain(value: Any) -> Any:
    """The answer without the names of types that caches ask for."""
    if isinstance(value, list):
        return [plain(each) for each in value]
    if isinstance(value, dict):
        return {key: plain(each) for key, each in value.items() if key != "__typename"}
    return value


@pytest.mark.parametrize("client", ["apollo", "urql"])
def test_a_client_with_a_cache_gets_and_keeps_the_answer(
    client: str, node: Workshop, graphql: str, operations: list[Operation], possible: Any
) -> None:
    told = {
        "url": graphql,
        "operations": [each.told() for each in operations],
        "possibleTypes": possible,
    }

    answers = node.asked(f"{client}.mjs", told)

    for each, answer in zip(operations, answers, strict=True):
        assert plain(answer["asked"]) == each.data
        assert plain(answer["kept"]) == each.data


def test_relay_compiles_the_operations_and_gets_the_answers(
    node: Workshop, graphql: str, operations: list[Operation]
) -> None:
    tags = [f"graphql`{each.document}`;" for each in operations]
    head = 'import { graphql } from "relay-runtime";'

    written = compiled(node, "Clients", "\n".join([head, *tags]))
    told = [each.told() for each in operations]
    answers = node.asked(
        "relay.mjs", {"url": graphql, "operations": told, "artifacts": str(written)}
    )

    assert [each["asked"] for each in answers] == [each.data for each in operations]
    assert [each["kept"] for each in answers] == [each.data for each in operations]


def test_gql_validates_the_operations_and_gets_the_answers(
    graphql: str, operations: list[Operation]
) -> None:
    uv = os.environ.get("UV") or shutil.which("uv")
    if uv is None:
        pytest.skip("there is no uv, which installs gql in an environment of its own")
    python = [uv, "run", "--quiet", "--isolated", "--no-project", "--with", GQL, "python"]
    installed = subprocess.run(
        [*python, "-c", "import gql"], capture_output=True, text=True, check=False
    )
    if installed.returncode:
        pytest.skip(f"gql cannot be installed: {installed.stderr.strip().splitlines()[-1]}")
    told = {"url": graphql, "operations": [each.told() for each in operations]}

    done = subprocess.run(
        [*python, str(HERE / "gql_asks.py")],
        input=json.dumps(told), capture_output=True, text=True, check=False,
    )  # fmt: skip

    assert done.returncode == 0, done.stderr
    answers = json.loads(done.stdout)
    assert set(answers) == {"requests", "aiohttp", "websockets"}
    for transport, found in answers.items():
        assert found == [each.data for each in operations], transport
