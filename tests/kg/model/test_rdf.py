"""RDF text into triples, and its faults into a file, a line and a reason."""

from __future__ import annotations

from pathlib import Path

import pytest

from kg.errors import InvalidInput
from kg.model.names import graph
from kg.model.rdf import parse, statements, triples
from kg.model.terms import XSD, Blank, Iri, Literal, Statement, Triple

A, B = Iri("urn:a"), Iri("urn:b")


def written(folder: Path, text: str, name: str = "facts.ttl") -> Path:
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


def test_terms_keep_their_language_datatype_and_letters(tmp_path: Path) -> None:
    path = written(tmp_path, '<urn:a> <urn:b> "café\\n"@en-GB , 7 , true , "x" , <urn:a> .')

    assert list(triples(path)) == [
        Triple(A, B, Literal("café\n", lang="en-gb")),
        Triple(A, B, Literal("7", XSD + "integer")),
        Triple(A, B, Literal("true", XSD + "boolean")),
        Triple(A, B, Literal("x")),
        Triple(A, B, A),
    ]


def test_blank_nodes_of_two_files_are_never_the_same(tmp_path: Path) -> None:
    path = written(tmp_path, "_:a <urn:b> _:a .")

    (one,), (other,) = triples(path), triples(path)

    assert isinstance(one.subject, Blank)
    assert one.subject == one.object
    assert one.subject != other.subject


@pytest.mark.parametrize(
    ("name", "text"),
    [
        ("a.nt", "<urn:a> <urn:b> <urn:a> .\n"),
        ("a.jsonld", '{"@id": "urn:a", "urn:b": {"@id": "urn:a"}}'),
        (
            "a.rdf",
            '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:u="urn:">'
            '<rdf:Description rdf:about="urn:a"><u:b rdf:resource="urn:a"/></rdf:Description>'
            "</rdf:RDF>",
        ),
    ],
)
def test_the_extension_tells_the_format(tmp_path: Path, name: str, text: str) -> None:
    assert list(triples(written(tmp_path, text, name))) == [Triple(A, B, A)]


def test_a_fault_of_syntax_is_told_by_file_line_and_reason(tmp_path: Path) -> None:
    path = written(tmp_path, "<urn:a> <urn:b>\n  <urn:c> , no:prefix .")

    with pytest.raises(InvalidInput) as caught:
        list(triples(path))

    assert str(caught.value) == (
        f"{path}:2: between columns 13 and 22: The prefix no: has not been declared"
    )
    assert caught.value.hint == "Mend the syntax there."


def test_a_file_that_is_not_there_not_rdf_or_not_utf8_is_told(tmp_path: Path) -> None:
    broken = tmp_path / "broken.ttl"
    broken.write_bytes(b"<urn:a> <urn:b> '\xff' .")

    with pytest.raises(InvalidInput, match=r"gone\.ttl: it cannot be read: No such file"):
        list(triples(tmp_path / "gone.ttl"))
    with pytest.raises(InvalidInput, match=r"a\.csv: '\.csv' is not the extension of RDF$"):
        list(triples(tmp_path / "a.csv"))
    with pytest.raises(InvalidInput, match=r"broken\.ttl: it is not UTF-8 at byte 17$"):
        list(triples(broken))


def test_text_is_parsed_by_its_media_type_and_against_its_base() -> None:
    found = parse("<a> <urn:b> <#c> .", "text/turtle; charset=utf-8", "the body", "urn:x:/")

    assert found == [Triple(Iri("urn:x:/a"), B, Iri("urn:x:/#c"))]


@pytest.mark.parametrize(
    ("text", "media_type", "message"),
    [
        ("", "text/csv", "the body: 'text/csv' is not a media type of RDF"),
        (
            "<urn:a> <urn:b> .",
            "text/turtle",
            "the body:1: column 17: . is not a valid RDF object",
        ),
        (
            "<urn:a> <urn:b> <urn:c> <urn:g> .",
            "application/n-quads",
            "the body: Named graphs are not allowed",
        ),
        (
            "<urn:a> <urn:b> <<( <urn:a> <urn:b> <urn:c> )>> .",
            "text/turtle",
            "the body: <urn:a> <urn:b> <urn:c> is a triple in a triple",
        ),
    ],
)
def test_text_that_is_not_triples_is_refused(text: str, media_type: str, message: str) -> None:
    with pytest.raises(InvalidInput) as caught:
        parse(text, media_type, "the body")

    assert str(caught.value) == message


def test_a_file_of_data_becomes_statements_of_its_graph(tmp_path: Path) -> None:
    path = written(tmp_path, "<urn:a> <urn:b> 1 .")

    assert statements(path, graph("source/003")) == [
        Statement(A, B, Literal.of(1), graph("source/003"))
    ]


@pytest.mark.parametrize("text", ["[] <urn:b> 1 .", "<urn:a> <urn:b> [] ."])
def test_data_has_no_blank_nodes(tmp_path: Path, text: str) -> None:
    path = written(tmp_path, text)

    with pytest.raises(InvalidInput) as caught:
        statements(path, graph("source/003"))

    assert str(caught.value) == f"{path}: a blank node stands beside <urn:b>"
    assert caught.value.hint == "Give every node an IRI of its own."
