"""Writes that break the shapes: let be, told of, or refused, by the graph that is written."""

from pathlib import Path

import pytest

from kg.errors import BadParameter, KgError
from kg.model.names import graph, mint
from kg.model.terms import Iri
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease
from kg.release.writer.policy import Policy
from kg.release.writer.work import Done, Put, Update, Withdraw, Work
from kg.release.writer.writer import Writer
from tests.conftest import publish, tiny_statements

COT = "PREFIX cot: <https://w3id.org/coterminous/def#> "
HISTORY = graph("user/history")
SOURCELESS = f"{COT} INSERT DATA {{ GRAPH <urn:g> {{ <urn:zebra> a cot:Person ; cot:name 1 }} }}"


def opened(place: Path, policy: str) -> Writer:
    publish(place, "r1", tiny_statements())
    return Writer(place, shacl=policy)


def commit(writer: Writer, work: Work) -> Done | KgError:
    (outcome,) = writer.commit([work])
    return outcome


def test_a_write_that_breaks_a_shape_is_refused_with_thing_shape_and_message(
    tmp_path: Path,
) -> None:
    writer = opened(tmp_path, "refuse")

    outcome = commit(writer, Update(SOURCELESS))

    assert isinstance(outcome, KgError)
    assert (outcome.code, outcome.at) == ("invalid-write", "urn:zebra")
    lines = str(outcome).splitlines()
    assert lines[0].startswith("Nothing was written: ")
    assert any("[cots:Person-name]" in each for each in lines), lines
    assert writer.release.name == "r1"
    store = writer._desk.store
    assert not store.ask("ASK { <urn:zebra> ?p ?o }")
    assert not store.has_graph("urn:g")
    writer.close()


def test_a_warning_is_told_and_kept_in_the_history(tmp_path: Path) -> None:
    writer = opened(tmp_path, "warn")

    outcome = commit(writer, Update(SOURCELESS))

    assert isinstance(outcome, Done)
    assert any("[cots:Person-name]" in each for each in outcome.findings)
    store = OpenRelease(writer.release).store
    node = mint("commit", "1").nt()
    told = f"GRAPH <{HISTORY}> {{ {node} <http://www.w3.org/ns/shacl#resultMessage> ?x }}"
    rows = store.select(f"SELECT ?x {{ {told} }}").rows
    assert {getattr(row[0], "text", "") for row in rows} == set(outcome.findings)
    writer.close()


def test_a_graph_may_have_a_policy_of_its_own(tmp_path: Path) -> None:
    writer = opened(tmp_path, "off, refuse=urn:g")

    assert isinstance(commit(writer, Update(SOURCELESS)), KgError)
    assert commit(writer, Update(SOURCELESS.replace("urn:g", "urn:h"))) == Done(1, "r1+1", False, 2)
    writer.close()


def test_what_leads_to_a_thing_is_checked_when_the_thing_is_no_longer_what_it_was(
    tmp_path: Path,
) -> None:
    writer = opened(tmp_path, "off, refuse=urn:things")
    data = f"{COT} INSERT DATA {{ GRAPH <urn:%s> {{ %s }} }}"
    commit(writer, Update(data % ("things", "<urn:s> a cot:SourceGraph")))
    before = commit(
        writer, Update(data % ("g", "<urn:x> a cot:Organisation ; cot:successor <urn:y>"))
    )
    assert isinstance(before, Done)
    commit(writer, Update(data % ("h", "<urn:y> a cot:Organisation")))

    outcome = commit(
        writer, Update(f"{COT} INSERT DATA {{ GRAPH <urn:things> {{ <urn:y> a cot:Person }} }}")
    )

    assert isinstance(outcome, KgError)
    assert "urn:x: " in str(outcome)
    writer.close()


def test_a_commit_may_be_refused_when_it_is_taken_back(tmp_path: Path) -> None:
    writer = opened(tmp_path, "off")
    commit(writer, Update(SOURCELESS))
    commit(writer, Update("DROP GRAPH <urn:g>"))
    writer.close()
    writer = Writer(tmp_path, shacl="refuse")

    outcome = commit(writer, Withdraw(2))

    assert isinstance(outcome, KgError)
    assert outcome.code == "invalid-write"
    assert writer.release.name == "r1+2"
    writer.close()


def test_blank_nodes_are_checked_too(tmp_path: Path) -> None:
    writer = opened(tmp_path, "refuse")
    text = b"@prefix cot: <https://w3id.org/coterminous/def#> . [] a cot:Person ."

    outcome = commit(writer, Put(Iri("urn:g"), text, "text/turtle"))

    assert isinstance(outcome, KgError)
    assert "[cots:Person-name]" in str(outcome)
    writer.close()


def test_data_that_no_shape_is_about_is_taken(tmp_path: Path) -> None:
    writer = opened(tmp_path, "refuse")

    assert commit(writer, Update("INSERT DATA { <urn:a> a <urn:b> }")) == Done(1, "r1+1", False, 1)
    writer.close()


def test_foreign_data_is_checked_in_all_its_graphs_together(tmp_path: Path) -> None:
    ensure_empty(tmp_path)
    writer = Writer(tmp_path, shacl="refuse")

    outcome = commit(writer, Update(SOURCELESS))
    shared = "GRAPH <urn:g> { _:b <urn:p> 1 } GRAPH <urn:h> { _:b <urn:p> 1 }"
    several = commit(writer, Update(f"INSERT {{ {shared} }} WHERE {{}}"))

    assert isinstance(outcome, KgError)
    assert "[cots:Person-name]" in str(outcome)
    assert isinstance(several, KgError)
    assert str(several) == (
        "An update that fills several graphs at once cannot be checked by shapes."
    )
    writer.close()


@pytest.mark.parametrize("text", ["never", "off,loud=urn:g"])
def test_a_policy_that_is_none_is_named(text: str) -> None:
    with pytest.raises(BadParameter, match=r"^Parameter 'shacl': '(never|loud)' is no policy$"):
        Policy.read(text)
