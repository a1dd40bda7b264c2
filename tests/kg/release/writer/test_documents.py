"""Documents into graphs, and what the default graph has of them."""

from collections.abc import Callable

from kg.model.names import graph
from kg.model.terms import Iri
from kg.release.writer.work import Create, Drop, Put, Update
from kg.release.writer.writer import Writer
from tests.conftest import body_iri, tiny_statements
from tests.kg.release.writer.outcomes import done, refused

Told = Callable[[str], list[str]]
G, H = Iri("urn:g"), Iri("urn:h")


def test_a_triple_stays_merged_until_no_graph_tells_it(writer: Writer, told: Told) -> None:
    done(writer, Put(G, b"<urn:a> <urn:p> <urn:x> .", "text/turtle"))
    done(writer, Put(H, b"<urn:a> <urn:p> <urn:x> .", "text/turtle"))

    done(writer, Drop(G))
    assert told("<urn:a> <urn:p> ?x") == ["<urn:x>"]
    done(writer, Drop(H))
    assert told("<urn:a> <urn:p> ?x") == []


def test_what_the_release_tells_too_stays_when_a_user_takes_it_back(
    writer: Writer, told: Told
) -> None:
    shipped = tiny_statements()[0]
    triple = f"{shipped.subject.nt()} {shipped.predicate.nt()} {shipped.object.nt()} ."
    done(writer, Put(G, triple.encode(), "application/n-triples"))

    done(writer, Drop(G))

    assert shipped.object.nt() in told(f"{shipped.subject.nt()} {shipped.predicate.nt()} ?x")


def test_a_document_takes_the_place_of_a_graph_or_is_added_to_it(
    writer: Writer, told: Told
) -> None:
    first = done(writer, Put(G, b"<urn:a> <urn:p> 1, 2 .", "text/turtle"))
    second = done(writer, Put(G, b"<urn:a> <urn:p> 2, 3 .", "text/turtle"))
    third = done(writer, Put(G, b"<urn:a> <urn:p> 4 .", "text/turtle", replace=False))

    assert (first.created, first.added, first.removed) == (True, 2, 0)
    assert (second.created, second.added, second.removed) == (False, 1, 1)
    assert (third.created, third.added, third.removed) == (False, 1, 0)
    assert [each[1] for each in told("GRAPH <urn:g> { ?s ?p ?x }")] == ["2", "3", "4"]


def test_a_document_that_cannot_be_read_changes_nothing(writer: Writer) -> None:
    bad = Put(G, b"<urn:a> <urn:p> 1 .\n<urn:a> oops", "text/turtle")

    code, message = refused(writer, bad)
    assert (code, message.partition(": ")[0]) == ("invalid-input", "body:2")
    assert refused(writer, Put(G, b"", "text/html"))[0] == "invalid-input"
    assert writer.release.name == "r1"


def test_blank_nodes_of_a_graph_can_be_taken_back(writer: Writer, told: Told) -> None:
    done(writer, Put(G, b"<urn:a> <urn:p> [ <urn:q> 1 ] .", "text/turtle"))
    done(writer, Update("INSERT { ?n <urn:r> 2 } WHERE { <urn:a> <urn:p> ?n }"))
    assert told("<urn:a> <urn:p> ?n . ?n <urn:q> 1 ; <urn:r> ?x")[0][1] == "2"

    done(writer, Drop(G))

    assert told("?s <urn:q> ?x") == []


def test_a_graph_can_be_made_copied_moved_and_dropped(writer: Writer, told: Told) -> None:
    assert done(writer, Create(G)).sequence == 1
    assert refused(writer, Create(G)) == ("bad-query", "There is a graph <urn:g> already.")
    done(writer, Update("INSERT DATA { GRAPH <urn:g> { <urn:a> <urn:p> 1 } } ; "
                        "COPY <urn:g> TO <urn:h> ; MOVE <urn:h> TO DEFAULT"))  # fmt: skip

    assert told("GRAPH ?x { <urn:a> <urn:p> 1 }") == [graph("user/default").nt(), "<urn:g>"]
    assert refused(writer, Drop(H)) == ("unknown-graph", "There is no graph <urn:h>.")


def test_a_body_that_a_user_adds_to_is_told_with_what_the_release_tells(
    writer: Writer, told: Told
) -> None:
    body = body_iri("A1").nt()
    count = len(told(f"{body} ?p ?x"))

    done(writer, Update(f"INSERT DATA {{ {body} <urn:note> 'mine' }}"))

    assert len(told(f"{body} ?p ?x")) == count + 1
