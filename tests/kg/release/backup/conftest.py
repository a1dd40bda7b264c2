"""A small store with a release, commits and a document, and what it holds."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.documents.record.read import read_file
from kg.documents.record.shelf import Shelf
from kg.documents.review.log import Log
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.writer.work import Update
from kg.release.writer.writer import Writer
from tests.conftest import publish, tiny_statements

Held = Callable[[Path], list[str]]


def insert(number: int) -> Update:
    """A write that can be told from others."""
    return Update(f'INSERT DATA {{ <urn:a> <urn:has> "{number}" }}', who="me")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store folder with two commits and a document on which something was decided."""
    place = tmp_path / "store"
    publish(place, "r1", tiny_statements())
    writer = Writer(place)
    for number in (1, 2):
        writer.commit([insert(number)])
    writer.close()
    letter = tmp_path / "letter.txt"
    letter.write_text("A letter. NHS Alder CCG merged with NHS Birch CCG.\n")
    added = Shelf.of_store(place).add(read_file(letter))
    Log(Shelf.of_store(place).folder(added.record.id)).append("c-1", "accept", reviewer="me")
    return place


@pytest.fixture
def held() -> Held:
    """What users wrote to the current release of a store, sorted."""

    def ask(place: Path) -> list[str]:
        release = OpenRelease(Catalogue(place).current())
        rows = release.store.select("SELECT ?x WHERE { <urn:a> <urn:has> ?x }").rows
        return sorted(row[0].nt() for row in rows if row[0] is not None)

    return ask
