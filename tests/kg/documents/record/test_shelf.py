"""The shelf: documents are added whole, once, and stay as they are."""

import json
from dataclasses import replace
from hashlib import sha256
from pathlib import Path

import pytest

from kg.documents.record.given import Given
from kg.documents.record.model import TextRecord
from kg.documents.record.read import read_data
from kg.documents.record.shelf import Shelf
from kg.errors import BadParameter, InvalidInput, UnknownThing
from tests.kg.documents.record.files import LEFT, Line, column, pdf

ARTICLE = "Plans for one group in {}. " + " ".join(
    f"Point {each} was agreed." for each in range(90)
)


def bytes_below(folder: Path) -> dict[str, bytes]:
    """Every file below a folder, by its path."""
    files = [each for each in folder.rglob("*") if each.is_file()]
    return {str(each.relative_to(folder)): each.read_bytes() for each in files}


def test_what_is_added_comes_back_as_it_was(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path / "documents")
    pages = [[Line(50, 820, "Head"), *column(50, 780, LEFT)] for _ in range(3)]
    record = read_data(pdf(pages), "paper", given=Given.checked(publisher="The Trade"))

    added = shelf.add(record)

    assert (added.record, added.is_new, added.near) == (record, True, ())
    assert shelf.record(record.id) == record
    assert shelf.records() == (record,)
    assert record.pages
    assert record.furniture


def test_the_file_of_a_text_has_its_digest(tmp_path: Path) -> None:
    record = TextRecord.of("Fifty\u00a0per cent\r\nof 𝔸ll.\r")
    shelf = Shelf(tmp_path)

    shelf.add(record)

    content = (shelf.folder(record.id) / "text.txt").read_bytes()
    assert sha256(content).hexdigest() == record.digest
    assert shelf.text(record.digest) == record.text


def test_adding_a_text_again_changes_nothing(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    record = TextRecord.of("A text.", title="First")
    shelf.add(record)
    (shelf.folder(record.id) / "decisions.jsonl").write_text("{}\n")
    before = bytes_below(tmp_path)

    again = shelf.add(replace(record, title="Second"))

    assert (again.record, again.is_new) == (record, False)
    assert bytes_below(tmp_path) == before


def test_an_article_and_its_correction_are_noticed(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first = TextRecord.of(ARTICLE.format("Kent"))
    shelf.add(first)
    shelf.add(TextRecord.of("Quite another article, which has no five words in common with it."))

    added = shelf.add(TextRecord.of(ARTICLE.format("Surrey").upper()))

    assert added.is_new
    assert added.near == (first.id,)


def test_a_document_is_found_by_the_beginning_of_its_id(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    records = [TextRecord.of(f"Text {each}.") for each in range(17)]  # more than first digits
    for each in records:
        shelf.add(each)

    assert all(shelf.record(each.id[:11].upper()) == each for each in records)
    with pytest.raises(BadParameter, match="begins the id of"):
        next(shelf.record(digit) for digit in "0123456789abcdef"
             if sum(each.id.startswith(digit) for each in records) > 1)  # fmt: skip
    with pytest.raises(UnknownThing) as caught:
        shelf.record("nothing")
    assert caught.value.hint == "`coterminous documents` lists those kept here."
    with pytest.raises(UnknownThing):
        shelf.record("")


def test_two_texts_of_one_id_are_not_mixed_up(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    first = TextRecord.of("A text.")
    shelf.add(first)

    with pytest.raises(InvalidInput, match="has the same id as another document"):
        shelf.add(replace(TextRecord.of("Another text."), id=first.id))


def test_a_text_that_was_changed_is_not_shown(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    record = shelf.add(TextRecord.of("A text.")).record
    (shelf.folder(record.id) / "text.txt").write_text("Another text.")

    assert shelf.text(record.digest) is None
    assert shelf.text("../" * 21 + "a") is None


def test_what_was_left_unfinished_is_cleared_away(tmp_path: Path) -> None:
    left = tmp_path / ".adding-0123456789ab"
    left.mkdir()
    (left / "record.json").write_text('{"id": "012')
    shelf = Shelf(tmp_path)

    assert shelf.records() == ()
    record = shelf.add(TextRecord.of("A text.")).record

    assert sorted(each.name for each in tmp_path.iterdir()) == sorted([".lock", record.id])


def test_a_document_is_removed_with_all_that_was_decided(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    record = shelf.add(TextRecord.of("A text.")).record
    (shelf.folder(record.id) / "decisions.jsonl").write_text("{}\n")

    shelf.remove(record.id[:5])

    assert shelf.records() == ()
    assert bytes_below(tmp_path) == {".lock": b""}


def test_a_record_is_told_without_the_words_of_its_text(tmp_path: Path) -> None:
    shelf = Shelf(tmp_path)
    record = shelf.add(TextRecord.of("A headline\n\nA sentence that nobody shall see.")).record

    told = json.loads((shelf.folder(record.id) / "record.json").read_text())

    assert told["bases"] == {"title": "inferred"}
    assert "nobody" not in json.dumps(told)
