"""What was accepted of a document is in the graph with its evidence, and can be taken out."""

from pathlib import Path

import pytest

from kg.documents.facts.rules import RULES
from kg.documents.record.model import TextRecord
from kg.documents.review.desk import Desk
from kg.errors import Forbidden
from kg.release import sources
from kg.release.catalogue import Catalogue
from kg.release.documents.commit import (
    catch_up,
    commit_document,
    plan,
    withdraw_candidate,
    withdraw_document,
)
from kg.release.documents.sent import send_commit
from kg.release.opened import OpenRelease
from kg.release.writer.writer import Writer, take_over
from kg.resources import folder
from tests.conftest import publish, serving, tiny_statements
from tests.kg.release.documents.conftest import DOCUMENT

PREFIXES = """PREFIX cot: <https://w3id.org/coterminous/def#>
PREFIX cotv: <https://w3id.org/coterminous/def/v#>
PREFIX prov: <http://www.w3.org/ns/prov#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
"""
GRAPH = f"https://w3id.org/coterminous/graph/source/{DOCUMENT}"
CLAIM = """SELECT ?who ?body ?start ?rule ?reviewer {
  ?claim a cot:OfficeClaim ; cot:claimedHolder/cot:name ?who ;
    cot:claimedOrganisation/cot:name ?body ;
    cot:evidence [ cot:startOffset ?start ] ; prov:wasGeneratedBy ?run .
  ?run cot:methodVersion ?rule ; prov:wasAssociatedWith/rdfs:label ?reviewer }"""
TENURE = """SELECT ?who ?since ?until { ?tenure a cot:Tenure ; cot:holder/cot:name ?who ;
  cot:latestStart ?since ; cot:earliestEnd ?until }"""


def asked(store: Path, query: str) -> list[tuple[str, ...]]:
    """The rows of a query to the current release, as texts."""
    found = OpenRelease(Catalogue(store).current()).store.select(PREFIXES + query).rows
    return sorted(tuple(str(getattr(cell, "text", cell)) for cell in row) for row in found)


def accept(desk: Desk, *kinds: str) -> list[str]:
    """Accept all candidates of these types; gives their ids."""
    found = [each.id for each in desk.open(DOCUMENT).items if each.candidate.type in kinds]
    for each in found:
        desk.decide(DOCUMENT, each, "accept", reviewer="ann")
    return found


def test_an_accepted_office_is_in_the_graph_with_its_evidence_and_its_tenure(
    store: Path, desk: Desk
) -> None:
    accept(desk, "Tenure")

    made = commit_document(store, DOCUMENT, who="ann")

    assert (made.document, made.violations, made.left_out) == (DOCUMENT, (), ())
    assert made.release == Catalogue(store).current().name
    start = desk.open(DOCUMENT).record.text.index("accountable officer")
    told = (
        "Ruth Calloway",
        "Alder CCG",
        str(start),
        f"tenure.post {RULES['tenure.post'].version}",
        "ann",
    )
    assert asked(store, CLAIM) == [told]
    assert asked(store, TENURE) == [("Ruth Calloway", "2018-11-02", "2018-11-02")]


def test_all_that_is_read_can_be_stated_and_breaks_no_shape(store: Path, desk: Desk) -> None:
    kinds = {each.candidate.type for each in desk.open(DOCUMENT).items}
    accept(desk, *kinds)

    made = plan(OpenRelease(Catalogue(store).current()), desk.open(DOCUMENT))

    assert (made.violations, made.left_out, made.removed) == ((), (), 0)
    assert made.added == len(set(made.statements))
    assert kinds >= {"Organisation", "Person", "Tenure", "ChangeProposal", "Figure", "Claim"}


def test_committing_again_changes_nothing(store: Path, desk: Desk) -> None:
    accept(desk, "Tenure", "Figure", "Claim", "ChangeProposal")
    first = commit_document(store, DOCUMENT)

    again = commit_document(store, DOCUMENT)

    assert (again.release, again.added, again.removed) == (first.release, 0, 0)


def test_a_dry_run_tells_and_writes_nothing(store: Path, desk: Desk) -> None:
    accept(desk, "Figure")

    made = commit_document(store, DOCUMENT, dry_run=True)

    assert (made.release, made.added > 0, Catalogue(store).current().name) == ("r1", True, "r1")


def test_what_is_decided_later_replaces_what_was_committed(store: Path, desk: Desk) -> None:
    first, *_ = accept(desk, "Figure")
    commit_document(store, DOCUMENT)
    desk.decide(DOCUMENT, first, "reject", reviewer="ann")
    accept(desk, "Tenure")

    commit_document(store, DOCUMENT)

    told = f"SELECT ?figure {{ ?figure a cot:Figure FILTER(STRENDS(STR(?figure), '{first}')) }}"
    assert asked(store, told) == []
    assert len(asked(store, TENURE)) == 1


def test_a_withdrawn_candidate_is_gone_and_so_is_what_followed_of_it(
    store: Path, desk: Desk
) -> None:
    (tenure,) = accept(desk, "Tenure")
    accept(desk, "Figure")
    commit_document(store, DOCUMENT)

    withdraw_candidate(store, tenure, who="ann")

    assert (asked(store, CLAIM), asked(store, TENURE)) == ([], [])
    assert len(asked(store, "SELECT ?figure { ?figure a cot:Figure }")) > 0
    assert desk.open(DOCUMENT).by_id[tenure].reason == "withdrawn"


def test_what_was_never_committed_is_rejected_and_nothing_is_written(
    store: Path, desk: Desk
) -> None:
    (tenure,) = accept(desk, "Tenure")

    made = withdraw_candidate(store, tenure, who="ann")

    assert (made.release, made.added, made.removed) == ("r1", 0, 0)
    assert desk.open(DOCUMENT).by_id[tenure].verdict == "reject"


def test_bodies_that_share_an_officer_are_tied_once_that_is_committed(
    store: Path, desk: Desk
) -> None:
    text = "Ruth Calloway is accountable officer of both Elder CCG and Hazel CCG.\n"
    record = TextRecord.of(text, issued="2018-11-02")
    desk.shelf.add(record)
    for each in desk.open(record.id).items:
        if each.candidate.type == "JointArrangement":
            desk.decide(record.id, each.id, "accept", reviewer="ann")

    made = commit_document(store, record.id)

    tie = "SELECT ?one ?two { ?tie a cot:Interlock ; cot:between/cot:name ?one , ?two }"
    assert (made.violations, made.left_out) == ((), ())
    assert ("Elder CCG", "Hazel CCG") in asked(store, tie)


def test_a_withdrawn_document_leaves_nothing_and_can_be_committed_again(
    store: Path, desk: Desk
) -> None:
    accept(desk, "Tenure")
    first = commit_document(store, DOCUMENT)

    made = withdraw_document(store, DOCUMENT)

    assert (made.added, made.removed) == (0, first.added)
    assert asked(store, f"SELECT ?s {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}") == []
    assert (asked(store, CLAIM), asked(store, TENURE)) == ([], [])
    assert commit_document(store, DOCUMENT).added == first.added


def test_what_leans_on_a_rejected_body_is_left_out_and_told(store: Path, desk: Desk) -> None:
    (tenure,) = accept(desk, "Tenure")
    needed = desk.open(DOCUMENT).by_id[tenure].needs
    body = next(
        each for each in needed if desk.open(DOCUMENT).by_id[each].candidate.type != "Person"
    )
    desk.decide(DOCUMENT, body, "reject", reviewer="bob")

    made = commit_document(store, DOCUMENT)

    reason = f"it leans on {body} (Alder CCG), which is not accepted"
    assert made.left_out == ((tenure, reason),)


def test_words_that_repeat_the_text_are_refused_with_their_candidate(
    store: Path, desk: Desk
) -> None:
    claim = next(each for each in desk.open(DOCUMENT).items if "speaker" in each.value)
    words = "They say: Alder CCG and Birch CCG plan to merge in April."
    desk.decide(DOCUMENT, claim.id, "accept", changes={"text": words}, reviewer="ann")

    made = commit_document(store, DOCUMENT)

    assert made.violations == (
        f"{claim.id} (Claim): id:claim/{DOCUMENT}/{claim.id}: 'cot:text' repeats 8 words in a row "
        f"of id:document/{DOCUMENT}, from 30. Say it in other words.",
    )
    assert Catalogue(store).current().name == "r1"


def test_a_shape_that_is_broken_is_told_with_its_candidate_and_nothing_is_written(
    store: Path, desk: Desk
) -> None:
    (tenure,) = accept(desk, "Tenure")
    desk.decide(DOCUMENT, tenure, "accept", changes={"post": "chair", "role": "x"}, reviewer="ann")

    made = commit_document(store, DOCUMENT)

    assert [each.partition(":")[0] for each in made.violations] == [f"{tenure} (Tenure)"] * len(
        made.violations
    )
    assert made.violations
    assert Catalogue(store).current().name == "r1"


def test_a_folder_that_another_process_writes_is_told_in_one_line(store: Path, desk: Desk) -> None:
    accept(desk, "Figure")
    writer = Writer(store)

    with pytest.raises(Forbidden) as refused:
        commit_document(store, DOCUMENT)

    writer.close()
    assert str(refused.value) == "Another process writes to this folder."
    assert "--to URL" in refused.value.hint


def test_a_service_that_has_the_folder_commits_when_it_is_sent_there(
    store: Path, desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    accept(desk, "Tenure")
    monkeypatch.setenv("COTERMINOUS_WRITE_TOKEN", "a-token-of-this-test")
    with serving(store, workers=1, write_token="a-token-of-this-test") as service:
        made = send_commit(service.url, DOCUMENT)
        found = asked(store, CLAIM)
        again = send_commit(service.url, DOCUMENT)
        monkeypatch.setenv("COTERMINOUS_WRITE_TOKEN", "another")
        with pytest.raises(Forbidden) as refused:
            send_commit(service.url, DOCUMENT)

    assert (made.document, made.added > 0, again.added) == (DOCUMENT, True, 0)
    assert [row[0] for row in found] == ["Ruth Calloway"]
    assert refused.value.hint == "Set COTERMINOUS_WRITE_TOKEN to the token of the service."


def test_committed_documents_survive_a_build_of_new_sources(store: Path, desk: Desk) -> None:
    accept(desk, "Tenure")
    commit_document(store, DOCUMENT)
    before = asked(store, f"SELECT ?s ?p ?o {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}")
    publish(store, "r2", [*tiny_statements(), *sources.schema(folder("ontology"))])
    take_over(store)

    assert Catalogue(store).current().name.startswith("r2+")
    assert asked(store, f"SELECT ?s ?p ?o {{ GRAPH <{GRAPH}> {{ ?s ?p ?o }} }}") == before
    catch_up(store)
    assert asked(store, TENURE) == [("Ruth Calloway", "2018-11-02", "2018-11-02")]
