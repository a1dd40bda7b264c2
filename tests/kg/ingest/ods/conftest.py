"""The register as official files meet it: the shipped tables in memory, and published to disk."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from kg.ingest.load import register
from kg.ingest.ods.differences import Change, differences
from kg.ingest.ods.known import Register
from kg.ingest.ods.layout import Fault, official
from kg.ingest.ods.survey import Survey
from kg.questions.library import Library
from kg.release.sources import schema
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore
from tests.bench.import_ods import Row, text
from tests.conftest import publish

Compared = tuple[list[Change], list[Fault]]


@pytest.fixture(scope="session")
def known() -> Register:
    """The shipped register."""
    return Register(OxigraphStore.memory(register(folder("kg.data"))), Library())


@pytest.fixture
def compare(known: Register) -> Callable[..., Compared]:
    """What files differ in from the shipped register, and their faults."""

    def compared(*paths: Path) -> Compared:
        survey = Survey([official(path) for path in paths], known)
        return list(differences(survey, known)), survey.faults

    return compared


@pytest.fixture
def write(tmp_path: Path) -> Callable[..., Path]:
    """Writes rows as an official file; text and bytes are written as they are."""

    def written(*rows: Row | bytes, name: str = "eccg.csv") -> Path:
        path = tmp_path / name
        path.write_bytes(b"".join(x if isinstance(x, bytes) else text(x).encode() for x in rows))
        return path

    return written


@pytest.fixture(scope="session")
def register_release(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A store folder with a release of the schema and the shipped tables, nothing derived."""
    place = tmp_path_factory.mktemp("register")
    publish(place, "rtables", [*schema(folder("ontology")), *register(folder("kg.data"))])
    return place


@pytest.fixture
def place(register_release: Path, tmp_path: Path) -> Path:
    """A copy of that store folder, to write to."""
    return shutil.copytree(register_release, tmp_path / "store")
