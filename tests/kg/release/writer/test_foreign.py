"""Foreign data: counted, kept and taken back as the data of a release is, with nothing added."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from kg.cli.main import run
from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.empty import ensure_empty
from kg.release.opened import OpenRelease, ReleaseInfo
from kg.release.writer.work import Create, Done, Drop, Patch, Put, Update, Withdraw
from kg.release.writer.writer import Writer
from tests.conftest import publish, tiny_statements
from tests.kg.release.writer.outcomes import done

G = Iri("urn:g")


@pytest.fixture
def foreign(tmp_path: Path) -> Iterator[Writer]:
    ensure_empty(tmp_path)
    made = Writer(tmp_path)
    yield made
    made.close()


def quads(writer: Writer) -> set[str]:
    store = OpenRelease(writer.release).store
    rows = store.select("SELECT ?s ?o ?g { { ?s ?p ?o } UNION { GRAPH ?g { ?s ?p ?o } } }").rows
    return {" ".join(str(getattr(each, "text", each)) for each in row if each) for row in rows}


def test_what_a_commit_adds_and_removes_is_counted_in_every_graph(foreign: Writer) -> None:
    first = done(
        foreign, Update("INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:a> <urn:p> 2 } }")
    )
    second = done(foreign, Put(G, b"<urn:a> <urn:p> 3, 4 .", "text/turtle"))
    third = done(foreign, Drop(None))

    assert (first, second, third) == (
        Done(1, "empty+1", False, 2, 0),
        Done(2, "empty+2", False, 2, 1),
        Done(3, "empty+3", False, 0, 1),
    )
    info = ReleaseInfo.read(foreign.release)
    assert (info.triples, info.statements, info.graphs) == (0, 2, 1)
    assert quads(foreign) == {"urn:a 3 urn:g", "urn:a 4 urn:g"}


def test_nothing_is_in_the_data_that_was_not_written(foreign: Writer) -> None:
    done(foreign, Update("INSERT DATA { <urn:a> <urn:p> 1 }", who="Ann"))

    assert quads(foreign) == {"urn:a 1"}
    assert OpenRelease(foreign.release).store.select("SELECT ?g { GRAPH ?g {} }").rows == []


def test_the_graph_that_is_written_may_be_a_variable(foreign: Writer) -> None:
    done(foreign, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } "
                         "GRAPH <urn:h> { <urn:a> <urn:p> 2 } }"))  # fmt: skip

    copied = done(
        foreign,
        Update("DELETE { GRAPH ?g { ?s ?p ?o } } INSERT { GRAPH ?g { ?s ?p ?new } ?g <urn:q> ?o } "
               "WHERE { GRAPH ?g { ?s ?p ?o } BIND(?o + 10 AS ?new) }"),
    )  # fmt: skip

    assert (copied.added, copied.removed) == (4, 2)
    assert quads(foreign) == {"urn:a 11 urn:g", "urn:a 12 urn:h", "urn:g 1", "urn:h 2"}


def test_a_commit_is_taken_back(foreign: Writer) -> None:
    done(foreign, Put(G, b"<urn:a> <urn:p> [ <urn:q> 1 ] .", "text/turtle"))
    done(foreign, Update("DROP ALL"))
    assert quads(foreign) == set()

    back = done(foreign, Withdraw(2))

    assert (back.added, back.removed) == (2, 0)
    assert len(quads(foreign)) == 2


def test_what_only_the_engine_can_do_is_done_and_said_to_be_uncounted(foreign: Writer) -> None:
    text = "INSERT { GRAPH <urn:g> { _:b <urn:p> 1 } GRAPH <urn:h> { _:b <urn:p> 1 } } WHERE {}"

    outcome = done(foreign, Update(text))

    assert (outcome.added, outcome.removed) == (-1, -1)
    same = "ASK { GRAPH <urn:g> { ?b ?p 1 } GRAPH <urn:h> { ?b ?p 1 } }"
    assert OpenRelease(foreign.release).store.ask(same)
    assert ReleaseInfo.read(foreign.release).statements == 2
    (refused,) = foreign.commit([Withdraw(1)])
    assert str(refused) == "Parameter 'sequence': of commit 1 only the engine knew the changes"


def test_a_patch_of_the_default_graph_writes_it(foreign: Writer) -> None:
    done(foreign, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))

    patched = done(foreign, Patch(None, "DELETE { ?s ?p 1 } INSERT { ?s ?p 2 } WHERE { ?s ?p 1 }"))

    assert (patched.added, patched.removed, quads(foreign)) == (1, 1, {"urn:a 2"})


def test_an_update_that_fails_midway_has_changed_nothing(foreign: Writer) -> None:
    done(foreign, Create(G))
    (outcome,) = foreign.commit(
        [Update("INSERT DATA { <urn:a> <urn:p> 1 } ; CREATE GRAPH <urn:g>")]
    )

    assert isinstance(outcome, KgError)
    assert str(outcome) == "There is a graph <urn:g> already."
    assert foreign.sequence == 1
    done(foreign, Update("INSERT DATA { <urn:b> <urn:p> 2 }"))
    assert quads(foreign) == {"urn:b 2"}


def test_commits_are_listed_and_taken_back_from_the_command_line(
    foreign: Writer, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    done(foreign, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } }", who="Ann"))
    foreign.close()

    assert run(["history", "--store", str(tmp_path), "--json"]) == 0
    told = capsys.readouterr().out
    assert '"who": "Ann"' in told
    assert '"graphs": [\n      "urn:g"\n    ]' in told
    assert run(["withdraw", "1", "--store", str(tmp_path)]) == 0
    assert "Commit 2 took commit 1 back: 0 added, 1 removed." in capsys.readouterr().out


def test_commits_to_other_data_are_not_taken_back(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    writer = Writer(tmp_path)
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))
    writer.close()
    ensure_empty(tmp_path)
    writer = Writer(tmp_path)

    (outcome,) = writer.commit([Withdraw(1)])
    writer.close()

    assert str(outcome) == "Parameter 'sequence': commit 1 was made to other data"
