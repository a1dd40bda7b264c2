"""Annotations are taken out as Turtle, JSON and gold, and taken in again."""

import json
from pathlib import Path

import pytest

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.documents.review.desk import Desk
from kg.errors import InvalidInput
from kg.model import rdf
from kg.model.names import RDF_TYPE, cot, cotv
from kg.release.documents.annotations import bring, exported, unreviewed
from tests.kg.release.documents.conftest import DOCUMENT, TEXT


@pytest.fixture
def accepted(desk: Desk) -> Desk:
    """The desk, with all accepted but one figure, which is rejected."""
    for each in desk.open(DOCUMENT).items:
        verdict = "accept" if each.value.get("value") != "2" else "reject"
        desk.decide(DOCUMENT, each.id, verdict, reviewer="ann")
    return desk


def elsewhere(folder: Path) -> Desk:
    """A desk of somebody else with the same document, and nothing decided."""
    Shelf(folder).add(TextRecord.of(TEXT, issued="2018-11-02"))
    return Desk(folder)


@pytest.mark.parametrize("form", ["json", "turtle"])
def test_what_was_taken_out_can_be_taken_in_elsewhere_once(
    accepted: Desk, tmp_path: Path, form: str
) -> None:
    file = tmp_path / ("a.ttl" if form == "turtle" else "a.json")
    file.write_bytes(exported(accepted.open(DOCUMENT), form))
    other = elsewhere(tmp_path / "other")

    new = [bring(other, DOCUMENT, file), bring(other, DOCUMENT, file)]

    rejected = 0 if form == "turtle" else accepted.open(DOCUMENT).progress.rejected
    count = accepted.open(DOCUMENT).progress.accepted + rejected
    assert new == [count, 0]
    theirs = {each.id for each in other.open(DOCUMENT).accepted}
    assert theirs == {each.id for each in accepted.open(DOCUMENT).accepted}
    assert {each.by for each in other.open(DOCUMENT).accepted} == {"ann"}


def test_annotations_of_another_document_are_refused(accepted: Desk, tmp_path: Path) -> None:
    file = tmp_path / "a.json"
    file.write_bytes(exported(accepted.open(DOCUMENT), "json"))
    other = Desk(tmp_path / "other")
    added = Shelf(tmp_path / "other").add(TextRecord.of("Some other words."))

    with pytest.raises(InvalidInput) as refused:
        bring(other, added.record.id, file)

    assert str(refused.value) == f"{file}: is of another document"


def test_gold_has_what_was_accepted_with_its_places(accepted: Desk) -> None:
    told = json.loads(exported(accepted.open(DOCUMENT), "gold"))

    assert (told["text"], told["date"], told["open"]) == (TEXT, "2018-11-02", 0)
    assert [each["name"] for each in told["gold"]["organisations"]] == ["Alder CCG", "Birch CCG"]
    start = TEXT.index("accountable officer")
    assert told["gold"]["people"] == [
        {
            "name": "Ruth Calloway",
            "post": "accountable officer",
            "organisation": "Alder CCG",
            "evidence": [{"start": start, "end": start + 19, "text": "accountable officer"}],
        }
    ]
    assert [each["value"] for each in told["gold"]["figures"]] == ["310000"]


def test_what_is_open_is_unreviewed_and_in_a_graph_apart(desk: Desk) -> None:
    text = unreviewed(desk.open(DOCUMENT)).decode()

    found = rdf.parse(text, "text/turtle", "candidates")
    status = {each.object for each in found if each.predicate == cot("reviewStatus")}
    assert status == {cotv("review-unreviewed")}
    graphs = {each.subject for each in found if each.object == cot("SourceGraph")}
    assert graphs == {f"https://w3id.org/coterminous/graph/candidates/{DOCUMENT}"}
    kinds = {each.object for each in found if each.predicate == RDF_TYPE}
    assert kinds >= {cot("OfficeClaim"), cot("Identification"), cot("ChangeProposal")}
