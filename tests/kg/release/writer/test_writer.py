"""Work on a release: what it changes, what it may not change, and what queries see of it."""

from collections.abc import Callable
from pathlib import Path

import pytest

from kg.errors import Forbidden, KgError
from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.catalogue import Catalogue
from kg.release.opened import ReleaseInfo
from kg.release.writer.work import Create, Done, Drop, Put, Update, Work
from kg.release.writer.writer import Writer
from kg.store.base import Dataset
from tests.conftest import TINY, publish, tiny_statements
from tests.kg.release.writer.outcomes import done, refused

Told = Callable[[str], list[str]]
G, H = Iri("urn:g"), Iri("urn:h")


def test_an_update_makes_a_release_that_is_current(writer: Writer, tmp_path: Path) -> None:
    first = done(
        writer, Update("INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:a> <urn:p> 2 } }")
    )
    second = done(writer, Update("DELETE DATA { <urn:a> <urn:p> 1 }"))

    assert first == Done(1, "r1+1", False, 2, 0)
    assert second == Done(2, "r1+2", False, 0, 1)
    assert Catalogue(tmp_path).current().name == "r1+2"
    assert Catalogue(tmp_path).names() == ["r1", "r1+1", "r1+2"]
    info = ReleaseInfo.read(writer.release)
    assert (info.base, info.sequence) == ("r1", 2)
    assert info.digest != ReleaseInfo.read(Catalogue(tmp_path).find("r1+1")).digest


def test_the_default_graph_is_written_to_a_graph_of_the_users_own(
    writer: Writer, told: Told
) -> None:
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))

    assert told("GRAPH ?x { <urn:a> <urn:p> 1 }") == [graph("user/default").nt()]
    assert told("<urn:a> <urn:p> ?x") == ['"1"^^<http://www.w3.org/2001/XMLSchema#integer>']


@pytest.mark.parametrize(
    "work",
    [
        Update(f"INSERT DATA {{ GRAPH <{TINY}> {{ <urn:a> <urn:p> 1 }} }}"),
        Update(f"DELETE {{ GRAPH <{TINY}> {{ ?s ?p ?o }} }} WHERE {{ ?s ?p ?o }}"),
        Update(f"DELETE WHERE {{ GRAPH <{TINY}> {{ ?s ?p ?o }} }}"),
        Update(f"WITH <{TINY}> DELETE {{ ?s ?p ?o }} WHERE {{ ?s ?p ?o }}"),
        Update("PREFIX t: <" + TINY.removesuffix("tiny") + "> CLEAR GRAPH t:tiny"),
        Update("BASE <" + TINY + "> DROP SILENT GRAPH <tiny>"),
        Update(f"MOVE <{TINY}> TO <urn:g>"),
        Update(f"INSERT DATA {{ <urn:a> <urn:p> 1 }} ; ADD DEFAULT TO <{TINY}>"),
        Update(f"CREATE SILENT GRAPH <{TINY}>"),
        Put(TINY, b"", "text/turtle"),
        Put(TINY, b"", "text/turtle", replace=False),
        Drop(TINY),
        Create(TINY),
    ],
)
def test_a_graph_of_the_release_may_not_be_written(writer: Writer, told: Told, work: Work) -> None:
    before = told(f"GRAPH <{TINY}> {{ ?s ?p ?x }}")

    code, message = refused(writer, work)

    assert code == "forbidden"
    assert message == f"The graph <{TINY}> belongs to the release and may not be written."
    assert told(f"GRAPH <{TINY}> {{ ?s ?p ?x }}") == before
    assert writer.release.name == "r1"


def test_history_is_written_by_nobody_else(writer: Writer) -> None:
    history = graph("user/history")
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))

    assert refused(writer, Drop(history))[0] == "forbidden"
    done(writer, Update("DROP ALL"))
    assert refused(writer, Update(f"CLEAR GRAPH <{history}>"))[0] == "forbidden"


def test_clearing_all_clears_what_users_wrote(writer: Writer, told: Told) -> None:
    names = told("GRAPH ?x {}")
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 . GRAPH <urn:g> { <urn:a> <urn:p> 2 } }"))

    done(writer, Update("DROP ALL"))

    assert told("<urn:a> <urn:p> ?x") == []
    assert told("GRAPH ?x {}") == sorted([*names, graph("user/history").nt()])


def test_an_update_that_fails_midway_has_changed_nothing(writer: Writer, told: Told) -> None:
    text = "INSERT DATA { <urn:a> <urn:p> 1 } ; DROP GRAPH <urn:nowhere>"

    assert refused(writer, Update(text)) == ("unknown-graph", "There is no graph <urn:nowhere>.")
    assert writer.release.name == "r1"
    done(writer, Update("INSERT DATA { <urn:b> <urn:p> 1 }"))
    assert told("?x <urn:p> 1") == ["<urn:b>"]


def test_each_operation_sees_what_those_before_it_did(writer: Writer, told: Told) -> None:
    done(writer, Update(
        "PREFIX : <urn:> INSERT DATA { :a :p :b } ; "
        "INSERT { GRAPH :g { ?o :q ?s } } WHERE { ?s :p ?o } ; "
        "DELETE { ?s :p ?o } INSERT { ?s :r ?o } WHERE { ?s :p ?o }"
    ))  # fmt: skip

    assert told("<urn:b> <urn:q> ?x") == ["<urn:a>"]
    assert told("<urn:a> <urn:p> ?x") == []
    assert told("<urn:a> <urn:r> ?x") == ["<urn:b>"]


def test_a_pattern_sees_the_graphs_that_are_named_for_it(writer: Writer, told: Told) -> None:
    done(writer, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } "
                        "GRAPH <urn:h> { <urn:b> <urn:p> 1 } }"))  # fmt: skip
    copy = "INSERT {{ ?s <urn:{}> 1 }} {} WHERE {{ ?s <urn:p> 1 }}"

    done(writer, Update(copy.format("merged", "")))
    done(writer, Update(copy.format("using", "USING <urn:g>")))
    done(writer, Update(copy.format("asked", ""), Dataset((H,))))
    done(writer, Update("WITH <urn:g> " + copy.format("with", "")))

    assert told("?x <urn:merged> 1") == ["<urn:a>", "<urn:b>"]
    assert told("?x <urn:using> 1") == ["<urn:a>"]
    assert told("?x <urn:asked> 1") == ["<urn:b>"]
    assert told("GRAPH <urn:g> { ?x <urn:with> 1 }") == ["<urn:a>"]


def test_two_ways_to_name_the_graphs_are_refused(writer: Writer) -> None:
    text = "DELETE { ?s ?p ?o } USING <urn:g> WHERE { ?s ?p ?o }"

    assert refused(writer, Update(text, Dataset((H,)))) == (
        "bad-query",
        "The update names its graphs by WITH or USING, and the request names others.",
    )


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("INSERT { GRAPH ?g { ?s ?p 1 } } WHERE { GRAPH ?g { ?s ?p ?o } }",
         "The graph that is written may not be a variable, as ?g is."),
        ("INSERT { GRAPH <urn:g> { ?s <urn:p> ?u } GRAPH <urn:h> { ?u <urn:q> ?s } } "
         "WHERE { ?s ?p ?o BIND(UUID() AS ?u) }",
         "A pattern with a random value cannot fill several graphs at once."),
        ("INSERT DATA { GRAPH <urn:g> { _:a <urn:p> 1 } GRAPH <urn:h> { _:a <urn:p> 1 } }",
         "Several graphs may not share a blank node."),
        ("LOAD <http://127.0.0.1:9/> INTO GRAPH <urn:g>", "LOAD is not followed here."),
        ("INSERT DATA { ?s <urn:p> 1 }", "The update is not SPARQL 1.1: Variables are not allowed"),
    ],
)  # fmt: skip
def test_what_cannot_be_done_on_a_release_is_refused(
    writer: Writer, text: str, message: str
) -> None:
    code, said = refused(writer, Update(text))

    assert code in ("bad-query", "forbidden")
    assert said.startswith(message.partition(": Variables")[0])
    assert writer.release.name == "r1"


def test_the_place_of_a_fault_is_that_in_the_text_that_was_sent(writer: Writer) -> None:
    (outcome,) = writer.commit([Update("INSERT DATA {\n  <urn:a> oops }", base="urn:base")])

    assert isinstance(outcome, KgError)
    assert outcome.at.startswith("2:")


def test_a_batch_is_one_release_and_each_piece_of_it_a_commit(writer: Writer, told: Told) -> None:
    outcomes = writer.commit([
        Update("INSERT DATA { <urn:a> <urn:p> 1 }"),
        Update("nonsense"),
        Update("INSERT { <urn:b> <urn:p> ?o } WHERE { <urn:a> <urn:p> ?o }"),
    ])  # fmt: skip

    assert outcomes[0] == Done(1, "r1+2", False, 1, 0)
    assert isinstance(outcomes[1], KgError)
    assert outcomes[2] == Done(2, "r1+2", False, 1, 0)
    assert told("?x <urn:p> 1") == ["<urn:a>", "<urn:b>"]


def test_what_changes_nothing_makes_no_release(writer: Writer) -> None:
    done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))

    again = done(writer, Update("INSERT DATA { <urn:a> <urn:p> 1 }"))

    assert again == Done(1, "r1+1", False, 0, 0)
    assert writer.release.name == "r1+1"


def test_one_writer_at_a_time_has_a_folder(writer: Writer, tmp_path: Path) -> None:
    with pytest.raises(Forbidden, match=r"^Another process writes to this folder\.$"):
        Writer(tmp_path)


def test_the_next_writer_begins_where_the_last_one_ended(tmp_path: Path) -> None:
    publish(tmp_path, "r1", tiny_statements())
    for number in (1, 2):
        writer = Writer(tmp_path, durable=number == 1)
        assert (
            done(writer, Update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}")).sequence == number
        )
        writer.close()

    assert Catalogue(tmp_path).current().name == "r1+2"


def test_only_the_newest_releases_of_commits_are_kept_but_young_ones_too(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, "r1", tiny_statements())
    monkeypatch.setattr("kg.release.live.YOUNG", -1.0)
    writer = Writer(tmp_path, keep=2)
    for number in range(4):
        done(writer, Update(f"INSERT DATA {{ <urn:a> <urn:p> {number} }}"))
    writer.close()

    catalogue = Catalogue(tmp_path)
    assert catalogue.names() == ["r1", "r1+3", "r1+4"]
    with pytest.raises(KgError, match=r"^Release 'r1\+1' is no longer kept"):
        catalogue.find("r1+1")
