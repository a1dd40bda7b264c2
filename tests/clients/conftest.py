"""The shipped release over real HTTP, and a Node with the clients' packages."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from kg.release.build import ensure
from kg.settings import store_folder
from tests.clients.node import NoNode, Workshop, workshop
from tests.conftest import Served, serving

collect_ignore = ["gql_asks.py"]  # a script, which runs in an environment of its own
HERE = Path(__file__).parent
ROOT = HERE.parent.parent
VARIABLES: dict[str, dict[str, Any]] = {
    "ClientsBodyQuery": {"code": "26A", "asOf": "2021-01-01", "anyDay": None},
    "ClientsPageQuery": {"first": 3, "anyDay": None, "where": {"label": {"contains": "north"}}},
    "ClientsAnythingQuery": {"id": "organisation/26A/ccg"},
    "ClientsSaidQuery": {},
    "ClientsNothingQuery": {},
    "ClientsListQuery": {"first": 40, "asOf": "2021-03-31"},
}


@dataclass(frozen=True)
class Operation:
    """An operation that every client asks, and what plain HTTP answers to it."""

    name: str
    document: str
    variables: dict[str, Any]
    data: Any

    def told(self) -> dict[str, Any]:
        """The operation, for a script."""
        return {"name": self.name, "document": self.document, "variables": self.variables}


@pytest.fixture(scope="session")
def site() -> Iterator[Served]:
    """The service over the shipped release."""
    ensure(store_folder())
    with serving(store_folder(), deadline=30.0) as service:
        yield service


@pytest.fixture(scope="session")
def graphql(site: Served) -> str:
    """The address of GraphQL."""
    return f"{site.url}/graphql"


@pytest.fixture(scope="session")
def sdl(site: Served) -> str:
    """The schema as it is published."""
    response = site.client.get("/graphql/schema.graphql")
    assert response.status_code == 200, response.text
    return response.text


@pytest.fixture(scope="session")
def operations(site: Served) -> list[Operation]:
    """The operations of `operations.graphql`."""
    text = (HERE / "operations.graphql").read_text(encoding="utf-8")
    found = []
    for document in re.findall(r"^query .*?^}$", text, re.MULTILINE | re.DOTALL):
        name = document.split("(")[0].split()[1]
        asked = {"query": document, "variables": VARIABLES[name]}
        answer = site.client.post("/graphql", json=asked).json()
        assert "errors" not in answer, answer["errors"]
        assert "[]" not in str(answer["data"]), "a list that is empty tells nothing of a client"
        found.append(Operation(name, document, VARIABLES[name], answer["data"]))
    return found


@pytest.fixture(scope="session")
def node(tmp_path_factory: pytest.TempPathFactory, sdl: str) -> Workshop:
    """A folder with the packages, the scripts beside this file, and `schema.graphql`."""
    folder = tmp_path_factory.mktemp("clients")
    try:
        made = workshop(folder, HERE / "package.json")
    except NoNode as why:
        pytest.skip(str(why))
    for path in (*HERE.glob("*.mjs"), *HERE.glob("*.ts"), HERE / "operations.graphql"):
        shutil.copy(path, folder)
    (folder / "schema.graphql").write_text(sdl, encoding="utf-8")
    return made


@pytest.fixture(scope="session")
def possible(site: Served) -> dict[str, list[str]]:
    """Which types each interface and union stands for, as Apollo's documentation has it asked."""
    query = "{ __schema { types { kind name possibleTypes { name } } } }"
    told = site.client.post("/graphql", json={"query": query}).json()["data"]["__schema"]["types"]
    return {
        each["name"]: [kind["name"] for kind in each["possibleTypes"]]
        for each in told
        if each["possibleTypes"]
    }
