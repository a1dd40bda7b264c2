"""A small release with the whole model, and a document of our own on the shelf beside it."""

from pathlib import Path

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import FOLDER, Shelf
from kg.documents.review.desk import Desk
from kg.release import sources
from kg.resources import folder
from tests.conftest import publish, tiny_statements

TEXT = """Alder groups plan to join up

Alder CCG and Birch CCG plan to merge in April 2019, their boards said.

Dr Ruth Calloway, accountable officer of Alder CCG, said: "We have waited long enough for this."

The two groups serve 310,000 people.
"""
DOCUMENT = TextRecord.of(TEXT).id


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store folder with a release, `r1`, and one document on its shelf."""
    publish(tmp_path, "r1", [*tiny_statements(), *sources.schema(folder("ontology"))])
    record = TextRecord.of(TEXT, issued="2018-11-02", publisher="Alder Gazette", kind="news")
    Shelf(tmp_path / FOLDER).add(record)
    return tmp_path


@pytest.fixture
def desk(store: Path) -> Desk:
    """The desk of that store."""
    return Desk(store / FOLDER)


@pytest.fixture
def two_stores(tmp_path: Path) -> tuple[Path, Path]:
    """Two store folders with the same release, and nothing on their shelves."""
    stores = tmp_path / "one", tmp_path / "two"
    for each in stores:
        publish(each, "r1", [*tiny_statements(), *sources.schema(folder("ontology"))])
    return stores
