"""The page of a thing: what it says, who says so, and what it leaves out."""

import hashlib
import re
from collections.abc import Callable
from dataclasses import replace
from html import unescape
from pathlib import Path
from typing import Protocol

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.model.names import mint
from kg.release.build import ensure
from kg.release.opened import OpenRelease
from kg.settings import store_folder
from server.pages.things.listings import View
from server.pages.things.thing import Thing, thing
from server.pages.words import passages
from server.pages.words.names import names_of


class Letter(Protocol):
    """What `letter` gives."""

    text: str
    words: str


def words(html: str) -> str:
    return " ".join(unescape(re.sub(r"<[^>]+>", " ", html)).split())


def viewed(release: OpenRelease, *keys: str, on: str = "", whole: str = "") -> Thing:
    return thing(View(release, names_of(release), mint("organisation", *keys), on, whole))


def test_a_body_is_told_in_a_line(small_release: OpenRelease) -> None:
    told = viewed(small_release, "00N", "ccg")

    assert (told.name, told.kind, told.when) == (
        "NHS North Town CCG", "body", "1 April 2013 to 31 March 2020",
    )  # fmt: skip
    assert [each.text for each in told.summary] == ["CCG"]


def test_every_fact_names_the_graph_that_states_it(small_release: OpenRelease) -> None:
    told = viewed(small_release, "00N", "ccg")

    marks = {source.mark: source.link.text for source in told.sources}
    facts = {
        fact.label.text: [
            (value.link.text, [marks[mark] for mark in value.marks]) for value in fact.values
        ]
        for fact in told.facts
    }
    assert facts["ODS code"] == [("00N", ["A small register"])]
    [(successor, [rule])] = facts["successor"]
    assert successor == "NHS Town CCG"
    assert rule != "A small register"


def test_what_points_at_a_thing_is_listed_with_its_dates_and_evidence(
    small_release: OpenRelease,
) -> None:
    told = viewed(small_release, "00N", "ccg")

    [listed] = [each for each in told.listings if each.name == "affiliations"]
    [card] = listed.cards
    assert card.link.text == "Town and Country · in system"
    assert card.when == "1 December 2016 to 31 March 2020"
    assert [(fact.label, fact.values[0].text) for fact in card.facts] == [("edition", "2016-12")]
    assert [(each.document.text, each.place, each.recorded) for each in card.evidence] == [
        ("A list of bodies", "row 7", "small.csv, 00N")
    ]


@pytest.mark.parametrize(
    ("on", "shown", "left_out", "standing"),
    [
        ("", 1, 0, ""),
        ("2013-03-31", 0, 1, "had not begun"),
        ("2013-04-01", 0, 1, "stood"),
        ("2016-12-01", 1, 0, "stood"),
        ("2020-03-31", 1, 0, "stood"),
        ("2020-04-01", 0, 1, "had ended"),
    ],
)
def test_a_day_leaves_out_what_did_not_hold_on_it(
    small_release: OpenRelease, on: str, shown: int, left_out: int, standing: str
) -> None:
    told = viewed(small_release, "00N", "ccg", on=on)

    [listed] = [each for each in told.listings if each.name == "affiliations"]
    assert (len(listed.cards), listed.left_out, told.standing) == (shown, left_out, standing)


def test_a_long_list_says_how_much_of_it_is_shown(page: Callable[[str], str]) -> None:
    short, whole = page("/doc/organisation/QTT/stp"), page("/doc/organisation/QTT/stp?all=claims")

    assert "Claims 20 of 25" in words(short)
    assert "Claim number 20 about" in short
    assert "Claim number 21 about" not in short
    assert "Show more of the 25" in words(short)
    assert "Claims 25 " in words(whole)
    assert "Claim number 25 about" in whole


def test_evidence_is_told_by_document_and_place(page: Callable[[str], str], letter: Letter) -> None:
    told = words(page("/doc/claim/900/1"))

    start = letter.text.index(letter.words)
    assert f"A letter about systems , characters {start} to {start + len(letter.words)}" in told
    assert letter.words not in told


def test_a_passage_is_shown_in_place_to_those_who_hold_the_text(
    small_release: OpenRelease, letter: Letter, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text(letter.text, encoding="utf-8")
    monkeypatch.setenv("COTERMINOUS_TEXTS", str(tmp_path))

    view = View(small_release, names_of(small_release), mint("claim", "900", "1"))
    [piece] = thing(view).evidence

    assert piece.passage == passages.Passage(
        "A letter. The region ",
        "expects one CCG",
        " in each system by April. Nobody has agreed to it yet.\n",
    )


def test_a_passage_is_shown_where_its_document_was_added(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COTERMINOUS_STORE", str(tmp_path))
    record = Shelf.of_store(tmp_path).add(TextRecord.of("A letter. Nobody agreed.\n")).record
    span = hashlib.sha256(b"Nobody").hexdigest()

    assert passages.passage(f"sha256:{record.digest}", 10, 16, span) == passages.Passage(
        "A letter. ", "Nobody", " agreed.\n"
    )
    assert passages.passage(f"sha256:{record.digest}", 10, 15, span) is None


def test_words_within_a_passage_are_told_with_it_and_not_again(
    small_release: OpenRelease, letter: Letter
) -> None:
    view = View(small_release, names_of(small_release), mint("claim", "900", "1"))

    [piece] = thing(view).evidence

    start = letter.text.index(letter.words)
    assert piece.place == f"characters {start} to {start + len(letter.words)}"
    assert piece.words == "one CCG"


def test_words_that_do_not_fit_their_digest_are_never_shown(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "letter.txt").write_text("Other words altogether.", encoding="utf-8")
    monkeypatch.setenv("COTERMINOUS_TEXTS", str(tmp_path))

    [digest] = passages.held(tmp_path)

    assert passages.passage(digest, 0, 5, "0" * 64) is None


def test_a_thing_that_is_not_known_has_a_page_that_helps(page: Callable[[str], str]) -> None:
    text = page("/doc/organisation/00N/cgc")

    assert "Nothing is known by 'organisation/00N/cgc'." in words(text)
    near = '<a href="/doc/organisation/00N/ccg">organisation/00N/ccg</a>'
    assert f"Did you mean {near}?" in text


def test_a_span_is_told_by_its_characters(page: Callable[[str], str], letter: Letter) -> None:
    text = words(page("/doc/document/900"))

    start = letter.text.index(letter.words)
    assert f"characters {start} to {start + len(letter.words)}" in text


def test_only_a_document_that_was_read_is_told_claim_by_claim(small_release: OpenRelease) -> None:
    cited = thing(
        View(small_release, names_of(small_release), mint("document", "small-list"), "", "")
    )
    assert cited.told_at == ""

    shipped = OpenRelease(ensure(store_folder()))
    read = thing(View(shipped, names_of(shipped), mint("document", "003"), "", ""))
    assert read.told_at == "/questions/documents/claim-by-claim?document=id:document/003"


def test_what_was_published_later_than_the_day_looked_from_is_left_out(
    small_release: OpenRelease,
) -> None:
    view = View(small_release, names_of(small_release), mint("organisation", "QTT", "stp"))

    now = {each.name: each for each in thing(view).listings}
    then = {each.name: each for each in thing(replace(view, published="2019-01-01")).listings}

    # The letter in which the claims stand has no date.
    assert (now["claims"].total, now["claims"].later) == (25, 0)
    assert (then["claims"].total, then["claims"].later, then["claims"].cards) == (0, 25, [])


def test_a_thing_is_cited_with_its_evidence_its_release_and_its_name(
    page: Callable[[str], str], letter: Letter
) -> None:
    text = words(page("/doc/claim/900/1"))

    start = letter.text.index(letter.words)
    place = f"characters {start} to {start + len(letter.words)}"
    assert (
        f"Claim number 01 about the system. A letter about systems, {place}. coterminous, release"
        " rsmall, built 2026-11-01. https://w3id.org/coterminous/id/claim/900/1" in text
    )


def test_a_body_that_nobody_is_known_to_have_led_says_that_nothing_follows(
    page: Callable[[str], str],
) -> None:
    told = "No source that was read names a chief officer of it."

    assert told in words(page("/doc/organisation/00N/ccg"))
    assert told not in words(page("/doc/organisation/QTT/stp"))


def test_sources_that_do_not_agree_stand_side_by_side() -> None:
    shipped = OpenRelease(ensure(store_folder()))
    plan = mint("proposal", "003", "staffordshire-ccg-merger")

    [dispute] = thing(View(shipped, names_of(shipped), plan)).disputes

    assert [(side.says.text, [each.text for each in side.who]) for side in dispute.sides] == [
        ("NHS England was the force behind the Staffordshire merger.", ["Local medical committee"]),
        (
            "To say that NHS England was behind the merger does it an injustice.",
            ["Midlands"],
        ),
    ]
