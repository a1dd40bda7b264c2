"""Tables are taken in whole or refused with the line and the reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.ingest.tables import Column, Window, read, window

COLUMNS = {
    name: Column.of(words)
    for name, words in {
        "code": "code! [0-9A-Z]{3}",
        "name": "text!",
        "opened": "date",
        "members": "text*",
        "people": "integer",
    }.items()
}
HEADER = "code,name,opened,members,people"


def table(folder: Path, *lines: str) -> Path:
    path = folder / "groups.csv"
    path.write_text("\n".join((HEADER, *lines)) + "\n", encoding="utf-8")
    return path


def test_a_row_knows_its_line_its_key_and_the_values_of_its_cells(tmp_path: Path) -> None:
    path = table(tmp_path, '00C,"North, upper",2013-04,a|b,', "", "00D,South,,,12")

    first, second = read(path, COLUMNS, "{code}/ccg")

    assert (first.line, first.key, second.line, second.key) == (2, "00C/ccg", 4, "00D/ccg")
    assert first.cells == {
        "code": ("00C",),
        "name": ("North, upper",),
        "opened": ("2013-04",),
        "members": ("a", "b"),
        "people": (),
    }
    assert second.one("opened") == ""
    assert second.one("people") == "12"


@pytest.mark.parametrize(
    ("line", "reason", "hint"),
    [
        (
            "00D,South,2013-04-01,",
            "the row has 4 cells, the header has 5",
            "Quote cells that hold a comma.",
        ),
        (
            "00D,South,2013-02-30,,",
            "the column 'opened': '2013-02-30' is not a date",
            "Write a year, year-month or day, or earliest/latest with '..' for unknown.",
        ),
        (
            "00D,South,2014-01-01/2013-01-01,,",
            "the column 'opened': '2014-01-01/2013-01-01' is not a date",
            "Write a year, year-month or day, or earliest/latest with '..' for unknown.",
        ),
        ("00D,,,,", "the column 'name' is empty", "Fill it; a row cannot stand without it."),
        (
            "00d,South,,,",
            "the column 'code': '00d' is not a code of the form [0-9A-Z]{3}",
            "Correct the code.",
        ),
        (
            "00D,South,,,many",
            "the column 'people': 'many' is not an integer",
            "Write digits only.",
        ),
        (
            "00C,South,,,",
            "the key '00C' is already in line 2",
            "Give each row a key of its own.",
        ),
    ],
)
def test_a_bad_row_stops_the_reading_with_its_line(
    tmp_path: Path, line: str, reason: str, hint: str
) -> None:
    path = table(tmp_path, "00C,North,,,", line)

    with pytest.raises(InvalidInput) as refused:
        read(path, COLUMNS, "{code}")

    assert str(refused.value) == f"{path}:3: {reason}"
    assert refused.value.hint == hint
    assert refused.value.at == f"{path}:3"


def test_a_line_is_counted_where_a_cell_spans_lines(tmp_path: Path) -> None:
    path = table(tmp_path, '00C,"North', 'upper",,,', "00D,South,,")

    with pytest.raises(InvalidInput, match=r":4: the row has 4 cells"):
        read(path, COLUMNS, "{code}")


@pytest.mark.parametrize(
    ("header", "reason", "hint"),
    [
        (
            "code,nmae,opened,members,people",
            "the mapping knows no column 'nmae'",
            "Did you mean 'name'?",
        ),
        ("code,name,opened,members", "the column 'people' is missing", "Add it to the header."),
        (
            "code,name,name,opened,members,people",
            "the column 'name' stands twice",
            "Name each column once.",
        ),
    ],
)
def test_a_header_that_the_mapping_does_not_know_is_refused(
    tmp_path: Path, header: str, reason: str, hint: str
) -> None:
    path = tmp_path / "groups.csv"
    path.write_text(header + "\n", encoding="utf-8")

    with pytest.raises(InvalidInput) as refused:
        read(path, COLUMNS, "{code}")

    assert str(refused.value) == f"{path}:1: {reason}"
    assert refused.value.hint == hint


@pytest.mark.parametrize(
    ("content", "told"),
    [
        (b'code,name\n00C,"North\n', ":2: unexpected end of data"),
        (b"code,name\n00C,\xff\n", ": the file is not UTF-8"),
    ],
)
def test_a_file_that_is_no_table_is_refused(tmp_path: Path, content: bytes, told: str) -> None:
    path = tmp_path / "groups.csv"
    path.write_bytes(content)
    columns = {name: COLUMNS[name] for name in ("code", "name")}

    with pytest.raises(InvalidInput) as refused:
        read(path, columns, "{code}")

    assert str(refused.value) == f"{path}{told}"


def test_a_missing_file_is_refused(tmp_path: Path) -> None:
    with pytest.raises(InvalidInput, match="there is no such file"):
        read(tmp_path / "none.csv", COLUMNS, "{code}")


@pytest.mark.parametrize(
    ("text", "meant"),
    [
        ("2018", Window("2018-01-01", "2018-12-31")),
        ("2018-04-01", Window("2018-04-01", "2018-04-01")),
        ("../2016-12-01", Window("", "2016-12-01")),
        ("2015-03-31/..", Window("2015-03-31", "")),
        ("2016-12/2018-07", Window("2016-12-01", "2018-07-31")),
    ],
)
def test_a_date_is_the_days_that_it_may_mean(text: str, meant: Window) -> None:
    assert window(text) == meant


@pytest.mark.parametrize("text", ["../..", "", "2018/", "April 2018", "2018-13"])
def test_text_that_is_not_a_date_is_no_window(text: str) -> None:
    with pytest.raises(ValueError, match="is not a date"):
        window(text)


@pytest.mark.parametrize("words", ["texts", "code", "text [A-Z]", "reference!", "date? x"])
def test_words_that_describe_no_column_are_refused(words: str) -> None:
    with pytest.raises(ValueError, match="does not describe a column"):
        Column.of(words)
