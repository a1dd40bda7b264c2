"""The log of decisions keeps every line that was told, whatever became of who wrote the next."""

import multiprocessing
from pathlib import Path

import pytest

from kg.documents.review.log import Decision, Log
from kg.errors import InvalidInput


def _told(found: tuple[Decision, ...]) -> list[tuple[int, str, str, str]]:
    return [(each.sequence, each.candidate, each.verdict, each.reviewer) for each in found]


def test_a_folder_without_a_log_has_no_decisions(tmp_path: Path) -> None:
    assert Log(tmp_path).decisions() == ()


def test_what_was_appended_is_read_in_order(tmp_path: Path) -> None:
    log = Log(tmp_path)
    first = log.append("c-1", "accept", reviewer="ann", changes={"link": "26A/ccg"})
    second = log.append("c-2", "reject", reason="wrong", reviewer="bob", about={"type": "Figure"})

    assert Log(tmp_path).decisions() == (first, second)
    assert _told((first, second)) == [(1, "c-1", "accept", "ann"), (2, "c-2", "reject", "bob")]
    assert (first.changes, second.reason) == ({"link": "26A/ccg"}, "wrong")


@pytest.mark.parametrize("torn", ['{"seq', "{", '{"sequence": 2, "candidate": "c-2"}'])
def test_a_last_line_that_was_cut_off_is_none_and_the_next_takes_its_place(
    tmp_path: Path, torn: str
) -> None:
    log = Log(tmp_path)
    log.append("c-1", "accept")
    with (tmp_path / "decisions.jsonl").open("a") as out:
        out.write(torn)

    assert _told(log.decisions()) == [(1, "c-1", "accept", "")]

    log.append("c-3", "unsure")

    assert _told(log.decisions()) == [(1, "c-1", "accept", ""), (2, "c-3", "unsure", "")]


def test_a_line_in_the_middle_that_is_no_decision_is_named(tmp_path: Path) -> None:
    log = Log(tmp_path)
    log.append("c-1", "accept")
    place = tmp_path / "decisions.jsonl"
    place.write_text("nonsense\n" + place.read_text())

    with pytest.raises(InvalidInput) as refused:
        log.decisions()

    assert str(refused.value) == f"{place}:1: is no decision"


def _append(folder: Path, who: str) -> None:
    for number in range(20):
        Log(folder).append(f"c-{number}", "accept", reviewer=who)


def test_several_who_append_at_once_lose_nothing(tmp_path: Path) -> None:
    start = multiprocessing.get_context("spawn")
    them = [start.Process(target=_append, args=(tmp_path, who)) for who in ("ann", "bob", "cat")]
    for each in them:
        each.start()
    for each in them:
        each.join()

    found = Log(tmp_path).decisions()

    assert [each.sequence for each in found] == list(range(1, 61))
    assert {(each.candidate, each.reviewer) for each in found} == {
        (f"c-{number}", who) for number in range(20) for who in ("ann", "bob", "cat")
    }


def test_decisions_that_were_made_elsewhere_are_brought_once(tmp_path: Path) -> None:
    (tmp_path / "there").mkdir()
    (tmp_path / "here").mkdir()
    there, here = Log(tmp_path / "there"), Log(tmp_path / "here")
    there.append("c-1", "accept", reviewer="ann")
    there.append("c-2", "reject", reviewer="ann")
    here.append("c-3", "accept", reviewer="bob")

    assert [here.bring(there.decisions()), here.bring(there.decisions())] == [2, 0]
    assert _told(here.decisions()) == [
        (1, "c-3", "accept", "bob"), (2, "c-1", "accept", "ann"), (3, "c-2", "reject", "ann"),
    ]  # fmt: skip
    assert here.decisions()[1].when == there.decisions()[0].when
