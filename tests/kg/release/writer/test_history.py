"""What every commit leaves behind, and how it is taken back."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.cli.main import run
from kg.errors import KgError
from kg.model.names import graph, mint
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.release.opened import OpenRelease
from kg.release.writer.history import ChangeSets
from kg.release.writer.work import Put, Update, Withdraw
from kg.release.writer.writer import Writer
from tests.conftest import publish, tiny_statements
from tests.kg.release.writer.outcomes import done

Told = Callable[[str], list[str]]
PROV = "http://www.w3.org/ns/prov#"


def test_a_commit_is_told_with_who_made_it_when_and_of_what(writer: Writer, told: Told) -> None:
    done(writer, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }", who="Ann Alder"))

    commit = mint("commit", "1").nt()
    history = f"GRAPH <{graph('user/history')}>"
    assert told(f"{history} {{ {commit} <http://www.w3.org/2000/01/rdf-schema#label> ?x }}") == [
        '"Commit 1: 1 added, 0 removed"'
    ]
    assert told(f"{history} {{ {commit} <{PROV}generated> ?x }}") == ["<urn:g>"]
    assert told(f"{history} {{ {commit} <{PROV}wasAssociatedWith> ?x }}") == [
        mint("writer", "ann-alder").nt()
    ]
    (when,) = told(f"{commit} <{PROV}endedAtTime> ?x")
    assert when.endswith('Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>')
    (digest,) = told(f"{commit} <http://purl.org/dc/terms/identifier> ?x")
    assert len(digest) == len('"sha256:"') + 64


def test_a_commit_is_taken_back_by_a_new_one(writer: Writer, told: Told) -> None:
    done(writer, Put(Iri("urn:g"), b"<urn:a> <urn:p> 1, 2 .", "text/turtle"))
    done(writer, Put(Iri("urn:g"), b"<urn:a> <urn:p> 2, 3 .", "text/turtle"))

    back = done(writer, Withdraw(2, who="Bob"))

    assert (back.sequence, back.added, back.removed) == (3, 1, 1)
    assert [each[1] for each in told("GRAPH <urn:g> { ?s ?p ?x }")] == ["1", "2"]
    assert [each[1] for each in told("<urn:a> <urn:p> ?x")] == ["1", "2"]
    assert done(writer, Withdraw(3)).added == 1  # which is a commit as any other
    assert [each[1] for each in told("<urn:a> <urn:p> ?x")] == ["2", "3"]


def test_what_was_changed_again_since_is_left_as_it_is(writer: Writer, told: Told) -> None:
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1, 2 }"))
    done(writer, Update("DELETE DATA { <urn:a> <urn:p> 1 }"))

    back = done(writer, Withdraw(1))

    assert (back.added, back.removed) == (0, 1)
    assert told("<urn:a> <urn:p> ?x") == []


def test_a_blank_node_comes_back_as_itself(writer: Writer, told: Told) -> None:
    done(writer, Put(Iri("urn:g"), b"<urn:a> <urn:p> [ <urn:q> 1 ] .", "text/turtle"))
    done(writer, Update("CLEAR GRAPH <urn:g>"))

    done(writer, Withdraw(2))

    assert [each[1] for each in told("<urn:a> <urn:p> ?n . ?n <urn:q> ?x")] == ["1"]


def test_a_commit_that_is_not_kept_is_named(writer: Writer) -> None:
    (outcome,) = writer.commit([Withdraw(7)])

    assert isinstance(outcome, KgError)
    assert str(outcome) == "Parameter 'sequence': no change set of commit 7 is kept"


def test_change_sets_of_commits_that_never_were_are_forgotten(tmp_path: Path) -> None:
    # As a writer leaves them that is killed between writing the set and renaming the release.
    publish(tmp_path, "r1", tiny_statements())
    writer = Writer(tmp_path)
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    writer.close()
    kept = tmp_path / "live" / "changes" / "00000001.nq.gz"
    (kept.parent / "00000002.nq.gz").write_bytes(kept.read_bytes())

    Writer(tmp_path).close()

    assert [each.name for each in kept.parent.iterdir()] == [kept.name]
    assert ChangeSets(kept.parent).read(1).growth == 1


def test_a_commit_is_taken_back_from_the_command_line(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    publish(tmp_path, "r1", tiny_statements())
    writer = Writer(tmp_path)
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    writer.close()

    assert run(["withdraw", "1", "--store", str(tmp_path)]) == 0
    told = " ".join(capsys.readouterr().out.split())
    assert told == "Commit 2 took commit 1 back: 0 added, 1 removed. Release r1+2"
    assert run(["withdraw", "9", "--store", str(tmp_path)]) == 1
    assert not OpenRelease(Catalogue(tmp_path).current()).store.ask("ASK { <urn:a> ?p ?o }")
