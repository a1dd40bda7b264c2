from __future__ import annotations

from pathlib import Path

from kg.store.sorting import SortedLines


def test_lines_of_many_runs_come_in_order_and_each_once(tmp_path: Path) -> None:
    lines = SortedLines(tmp_path, run=3)
    for block in ([b"d\n", b"a\n", b"d\n"], [b"c\n", b"a\n", b"b\n"], [b"e\n"]):
        lines.add(block)

    assert list(lines) == [b"a\n", b"b\n", b"c\n", b"d\n", b"e\n"]
    assert list(lines) == [b"a\n", b"b\n", b"c\n", b"d\n", b"e\n"]


def test_what_fits_in_one_run_is_not_written_to_the_disk(tmp_path: Path) -> None:
    lines = SortedLines(tmp_path)
    lines.add(["ä\n".encode(), b"z\n", b"a\n"])

    assert list(lines) == [b"a\n", b"z\n", "ä\n".encode()]
    assert list(tmp_path.iterdir()) == []
