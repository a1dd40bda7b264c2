"""The service over the small release, whose token may write, and what every client asks of it."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.clients.node import NoNode, Workshop, workshop
from tests.conftest import Served, publish, serving, tiny_statements

collect_ignore = ["asks.py"]  # a script, which runs in an environment of its own
HERE = Path(__file__).parent
TOKEN = "of-the-clients"
NAMES = ["NHS Alder CCG", "NHS Birch CCG", "NHS Cedar CCG"]


@pytest.fixture(scope="session")
def writable(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over a release of three bodies."""
    place = tmp_path_factory.mktemp("writable")
    publish(place, "tiny", tiny_statements())
    with serving(place, write_token=TOKEN) as service:
        yield service


@pytest.fixture
def told(writable: Served, request: pytest.FixtureRequest) -> dict[str, Any]:
    """What a client is to ask: an update that adds a fourth name, then three queries."""
    label = "<http://www.w3.org/2000/01/rdf-schema#label>"
    graph = f"<http://example.org/{request.node.name.replace('[', '-').strip(']')}>"
    query = f"?s {label} ?o FILTER(STRSTARTS(?o, 'NHS '))"
    own = f"GRAPH {graph} {{ ?s ?p ?o }}"
    return {
        "query": f"{writable.url}/sparql",
        "update": f"{writable.url}/update",
        "store": f"{writable.url}/rdf-graph-store",
        "token": TOKEN,
        "insert": f"INSERT DATA {{ GRAPH {graph} {{ <urn:s> <urn:p> 'written' }} }}",
        "select": f"SELECT ?o WHERE {{ {query} }}",
        "construct": f"CONSTRUCT {{ ?s ?p ?o }} WHERE {{ {own} }}",
        "ask": f"ASK {{ {own} }}",
    }


@pytest.fixture
def answers() -> dict[str, Any]:
    """What each client is to get."""
    return {"select": NAMES, "construct": ["written"], "ask": True}


@pytest.fixture(scope="session")
def comunica(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A folder with Comunica and the script that uses it."""
    folder = tmp_path_factory.mktemp("comunica")
    try:
        made = workshop(folder, HERE / "package.json")
    except NoNode as why:
        pytest.skip(str(why))
    shutil.copy(HERE / "comunica.mjs", folder)
    return made
