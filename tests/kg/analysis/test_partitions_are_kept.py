"""The parts of a graph as its build wrote them down."""

from pathlib import Path

from kg.analysis.partitions import FILE, Partitions, partitions
from kg.questions.library import Library
from kg.store.oxigraph import OxigraphStore
from tests.conftest import tiny_statements


def test_what_was_written_is_what_was_counted(tmp_path: Path) -> None:
    counted = partitions(OxigraphStore.memory(tiny_statements()), Library())

    (tmp_path / FILE).write_text(counted.text(), encoding="utf-8")

    assert Partitions.read(tmp_path) == counted
    assert list(Partitions.read(tmp_path).properties) == list(counted.properties)  # type: ignore[union-attr]


def test_a_release_without_them_says_nothing(tmp_path: Path) -> None:
    assert Partitions.read(tmp_path) is None
