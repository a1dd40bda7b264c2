"""Node with the reference implementations of the protocols, and a service for foreign data."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from kg.release.empty import ensure_empty
from tests.clients.node import NoNode, Workshop, workshop
from tests.conftest import Served, serving

HERE = Path(__file__).parent
Check = tuple[str, str, str]
Run = Callable[..., list[Check]]


@pytest.fixture(scope="session")
def reference(tmp_path_factory: pytest.TempPathFactory) -> Workshop:
    """A folder with the scripts of this one, and what they need."""
    folder = tmp_path_factory.mktemp("reference")
    try:
        made = workshop(folder, HERE / "package.json")
    except NoNode as why:
        pytest.skip(str(why))
    for each in HERE.glob("*.mjs"):
        shutil.copy(each, folder)
    return made


@pytest.fixture
def run(reference: Workshop) -> Run:
    """Runs a script with arguments: its checks by name, status and reason."""

    def running(script: str, *arguments: str) -> list[Check]:
        checks = json.loads(reference.run(script, *arguments))
        return [(name, status, why) for name, status, why in checks]

    return running


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Served]:
    """The service over no data of ours; the token `conformance` may write."""
    place = tmp_path_factory.mktemp("empty")
    ensure_empty(place)
    with serving(place, data="none", write_token="conformance") as service:
        yield service
