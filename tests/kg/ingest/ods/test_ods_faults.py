"""Every line that cannot be taken in is named with its reason, and the others are read."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.ingest.ods.differences import Change
from kg.ingest.ods.layout import Fault, Layout, official
from tests.bench.import_ods import Row, official_row

Compare = Callable[..., tuple[list[Change], list[Fault]]]
NO_DAY = "is no day of the calendar, written YYYYMMDD"
SOUND = official_row("A81001", "THE DENSHAM SURGERY", "19740401", "19991231")


def edited(place: int, cell: str) -> Row:
    row = official_row("A81002", "QUEENS PARK", "19740401", "19991231")
    row[place] = cell
    return row


@pytest.mark.parametrize(
    ("row", "reason"),
    [
        (edited(0, "a8 1"), "the code 'a8 1' is not made of 2 to 12 capitals and digits"),
        (edited(1, " "), "the name is empty"),
        (edited(10, "20010229"), f"the opening day '20010229' {NO_DAY}"),
        (edited(11, "31/3/99"), f"the closing day '31/3/99' {NO_DAY}"),
        (edited(11, "19700101"), "A81002 closes on 1970-01-01, before it opens on 1974-04-01"),
        (edited(14, "ZZ99"), "the code ZZ99 is known neither to the register nor to the files"),
        (SOUND[:26], "it has 26 columns, not 27"),
        (SOUND, "A81001 opens again on 1974-04-01, but {path}:1 has it until 1999-12-31"),
        (b'"A8","B\r\n', "a quotation mark is not closed, or stands inside a cell"),
        (b'"A8","B\xc9"\r\n', "byte 8 (0xC9) is not UTF-8; try --encoding cp1252"),
        (b'"A8","B\0"\r\n', "it holds a zero byte"),
    ],
)  # fmt: skip
def test_a_fault_is_named_by_its_line(
    row: Row | bytes,
    reason: str,
    compare: Compare,
    write: Callable[..., Path],
) -> None:
    path = write(SOUND, b"\r\n", row, official_row("A81003", "THIRD", "20000101"))

    changes, faults = compare(path)

    assert [str(each) for each in faults] == [f"{path}:3: {reason.format(path=path)}"]
    assert [each.code for each in changes] == ["A81001", "A81003"]


def test_an_archive_with_a_code_that_nobody_knows_has_a_fault(
    compare: Compare,
    write: Callable[..., Path],
) -> None:
    path = write(b"00C,16C,R,20200401,1\n", b"00C,XXX9,R,20200401,1\n")

    _, (fault,) = compare(path)

    assert str(fault) == (
        f"{path}:2: the code XXX9 is known neither to the register nor to the files"
    )


def test_another_file_of_the_same_command_makes_a_code_known(
    compare: Compare,
    write: Callable[..., Path],
) -> None:
    archive = write(b"00C,XXX9,R,20200401,1\n", name="succ.csv")
    bodies = write(official_row("XXX9", "NHS SOMEWHERE CCG", "20200401"))

    changes, faults = compare(archive, bodies)

    assert faults == []
    assert [each.sort.value for each in changes] == ["succeeded", "new"]


def test_the_layout_is_told_by_what_a_file_holds(write: Callable[..., Path]) -> None:
    assert official(write(SOUND, name="x.txt")).layout is Layout.ORGANISATIONS
    assert official(write(b"00C,16C,R,20200401,1\n")).layout is Layout.SUCCESSIONS
    assert official(write(b"CCG21CD,CCG21NM\nE38000001,X\n")).layout is Layout.NAMES


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"PK\x03\x04", "it is a zip archive"),
        (b"\xff\xfe0\x00", "it is UTF-16"),
        (b"", "no line can be read"),
        (b"a,b,c\n", "a line has 3 columns, and no layout is known by that"),
    ],
)
def test_a_file_that_is_none_of_the_three_is_refused(
    content: bytes, reason: str, write: Callable[..., Path]
) -> None:
    with pytest.raises(InvalidInput) as refused:
        official(write(content))

    assert refused.value.reason == reason
