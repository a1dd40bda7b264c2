"""What official files say that the register does not, sort by sort."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from kg.ingest.ods.differences import Change
from kg.ingest.ods.layout import Fault
from kg.model.names import mint
from tests.bench.import_ods import official_row
from tests.bench.import_ods import write as write_synthetic

Compare = Callable[..., tuple[list[Change], list[Fault]]]
Write = Callable[..., Path]


def told(changes: list[Change]) -> list[tuple[str, str, str, str]]:
    return [(each.sort.value, each.code, each.before, each.after) for each in changes]


def test_a_body_as_the_register_has_it_is_no_difference(compare: Compare, write: Write) -> None:
    path = write(official_row("00C", "NHS DARLINGTON CCG", "20130401", "20200331"))

    assert compare(path) == ([], [])


def test_marks_and_kinds_in_full_do_not_make_another_name(compare: Compare, write: Write) -> None:
    name = "NHS Durham Dales Easington & Sedgefield Clinical Commissioning Group"
    path = write(official_row("00D", name, "20130401", "20200331"))

    assert compare(path) == ([], [])


def test_a_code_that_nobody_had_is_a_new_body_of_the_kind_that_its_form_tells(
    compare: Compare, write: Write
) -> None:
    path = write(official_row("A81001", "THE DENSHAM SURGERY", "19740401", parent="00L"))

    (change,), _ = compare(path)
    assert told([change]) == [("new", "A81001", "", "from 1974-04-01")]
    assert change.kind == "gp-practice"
    assert change.body == mint("organisation", "A81001", "gp-practice")
    assert change.other == mint("organisation", "00L", "sub-icb-location")


def test_an_end_that_the_register_does_not_have_closes_the_body(
    compare: Compare, write: Write
) -> None:
    row = official_row("QHM", "NHS NORTH EAST AND NORTH CUMBRIA INTEGRATED CARE BOARD", "20220701")
    row[11] = "20270331"

    changes, _ = compare(write(row))

    assert told(changes) == [("closed", "QHM", "open", "closed on 2027-03-31")]
    assert changes[0].body == mint("organisation", "QHM", "icb")  # not the partnership QHM


def test_another_name_is_a_renaming_and_an_older_one_that_is_known_is_none(
    compare: Compare, write: Write
) -> None:
    path = write(
        official_row("00C", "NHS DARLINGTON TOWN CCG", "20130401", "20200331"),
        official_row("01H", "NHS CUMBRIA CCG", "20130401", "20220630"),
    )

    changes, _ = compare(path)

    assert told(changes) == [("renamed", "00C", "NHS Darlington CCG", "NHS DARLINGTON TOWN CCG")]


def test_a_location_that_lies_in_another_board_is_re_parented(
    compare: Compare, write: Write
) -> None:
    row = official_row("00L", "NORTHUMBERLAND SUB-ICB LOCATION", "20130401", area="QOQ")

    changes, _ = compare(write(row))

    assert ("re-parented", "00L", "QHM", "QOQ") in told(changes)
    assert changes[-1].other == mint("organisation", "QOQ", "icb")
    assert [link.code for link in changes[-1].ends] == ["QHM"]


def test_days_that_differ_contradict_each_other(compare: Compare, write: Write) -> None:
    path = write(official_row("00C", "NHS DARLINGTON CCG", "20130501", "20210331"))

    changes, _ = compare(path)

    assert told(changes) == [
        ("contradictory", "00C", "opened on 2013-04-01", "opened on 2013-05-01"),
        ("contradictory", "00C", "closed on 2020-03-31", "closed on 2021-03-31"),
    ]


def test_a_body_that_ended_contradicts_a_file_that_has_it_open(
    compare: Compare, write: Write
) -> None:
    changes, _ = compare(write(official_row("00C", "NHS DARLINGTON CCG", "20130401")))

    assert told(changes) == [("contradictory", "00C", "closed on 2020-03-31", "open")]


def test_a_code_used_again_is_another_body_with_an_ordinal(compare: Compare, write: Write) -> None:
    path = write(
        official_row("00C", "NHS DARLINGTON CCG", "20130401", "20200331"),
        official_row("00C", "NHS TEES CCG", "20210401", "20220331"),
        official_row("00C", "NHS WEAR CCG", "20230401"),
        official_row("A81001", "THE OLD SURGERY", "19740401", "19900331"),
        official_row("A81001", "THE NEW SURGERY", "19950401"),
    )

    changes, faults = compare(path)

    assert faults == []
    assert [(each.sort.value, each.name, each.body) for each in changes] == [
        ("new", "NHS TEES CCG", mint("organisation", "00C", "ccg", "2")),
        ("new", "NHS WEAR CCG", mint("organisation", "00C", "ccg", "3")),
        ("new", "THE OLD SURGERY", mint("organisation", "A81001", "gp-practice")),
        ("new", "THE NEW SURGERY", mint("organisation", "A81001", "gp-practice", "2")),
    ]


def test_a_new_code_with_the_name_of_a_body_whose_own_is_gone_is_a_re_coding(
    compare: Compare, write: Write
) -> None:
    name = "NHS South Yorkshire Integrated Care Board"

    changes, _ = compare(write(official_row("Q9Z", name, "20260401")))

    assert told(changes) == [("re-coded", "Q9Z", "QF7", "Q9Z")]
    assert changes[0].body == mint("organisation", "QF7", "icb")


def test_names_and_codes_of_ons_show_new_gss_codes_and_names(
    compare: Compare, write: Write
) -> None:
    path = write(
        b"\xef\xbb\xbfICB25CD,ICB25CDH,ICB25NM\r\n",
        b"E54000048,QE1,NHS Lancashire and South Cumbria Integrated Care Board\r\n",
        b"E54000099,QF7,NHS Yorkshire South Integrated Care Board\r\n",
        b"E54000098,Q9Z,NHS Elsewhere Integrated Care Board\r\n",
    )

    changes, faults = compare(path)

    assert faults == []
    assert told(changes) == [
        ("renamed", "QF7", "NHS South Yorkshire Integrated Care Board",
         "NHS Yorkshire South Integrated Care Board"),
        ("re-coded", "QF7", "E54000061", "E54000099"),
        ("new", "Q9Z", "", "from a day that is not told"),
    ]  # fmt: skip


def test_an_archive_shows_successions_that_are_not_known_or_on_another_day(
    compare: Compare, write: Write
) -> None:
    path = write(
        b'"00C","16C","R","20200401","1"\r\n',
        b'"00D","16C","R","20200401","1"\r\n',
        b'"00K","16C","R","20210401","1"\r\n',
        b'"00M","15M","R","20210401","1"\r\n',
    )

    changes, _ = compare(path)

    assert told(changes) == [
        ("succeeded", "00D", "", "16C on 2020-04-01"),
        ("contradictory", "00K", "16C on 2020-04-01", "16C on 2021-04-01"),
        ("contradictory", "00M", "closed on 2020-03-31", "15M on 2021-04-01"),
    ]


def test_a_synthetic_file_differs_in_just_what_was_done_to_it(
    compare: Compare, tmp_path: Path
) -> None:
    expected = write_synthetic(tmp_path / "large.csv", 20_000)

    changes, faults = compare(tmp_path / "large.csv")

    found: dict[tuple[str, str], int] = {}
    for each in changes:
        found[each.sort.value, each.code] = found.get((each.sort.value, each.code), 0) + 1
    assert found == dict(expected.changes)
    assert [each.line for each in faults] == sorted(expected.faults)
