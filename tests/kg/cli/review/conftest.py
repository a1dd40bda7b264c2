"""A desk with one short document, and a review of it on a screen of the size that is asked for."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.review.screen import ReviewApp
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.desk import Desk

TEXT = """\
Groups plan to share a chief

12 March 2018

NHS Leeds North CCG and NHS Leeds West CCG have voted to merge in April 2019.

Ada Marsh, chief officer of NHS Leeds North CCG, said: 'We are stronger together.'

About 30 practices of the Vale Federation will be asked.
"""


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    shelf = Shelf(tmp_path / "documents")
    shelf.add(TextRecord.of(TEXT))
    return Desk(shelf.path)


@pytest.fixture
def document(desk: Desk) -> str:
    return desk.shelf.ids()[0]


@pytest.fixture
def reviewing(desk: Desk, document: str) -> Callable[[], ReviewApp]:
    return lambda: ReviewApp(desk, document, "ada")
