"""What a document may not do to whoever reads it; the parser itself and a listener are asked."""

from __future__ import annotations

import gzip
from contextlib import suppress

import pytest

from kg.errors import InvalidInput
from kg.store.foreign import ntriples
from server.errors import BodyTooLarge
from server.limits.body import unpacked
from server.limits.parts import Part, parts
from server.limits.rdf import DEPTH, BadDocument, check
from tests.conftest import Listener

TURTLE, XML, JSON = "text/turtle", "application/rdf+xml", "application/ld+json"
RDF = '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns:e="urn:e:">'


def nested_xml(depth: int) -> str:
    thing = "<rdf:Description><e:p>{}</e:p></rdf:Description>".partition("{}")
    return RDF + thing[0] * depth + thing[2] * depth + "</rdf:RDF>"


def nested_json(depth: int) -> str:
    return '{"urn:e:p":' * depth + "1" + "}" * depth


def nested_terms(depth: int) -> str:
    return "<urn:s> <urn:p> " + "<<( <urn:s> <urn:p> " * depth + "<urn:o>" + " )>>" * depth + " ."


@pytest.mark.parametrize(
    ("media", "text", "detail"),
    [
        (XML, nested_xml(5000), "its elements nest more than 100 deep."),
        (JSON, nested_json(5000), "its objects and lists nest more than 100 deep."),
        (JSON, "[" * 200_000, "its objects and lists nest more than 100 deep."),
        (TURTLE, nested_terms(50_000), "its triple terms nest more than 100 deep."),
        (JSON, '{"@id": ', "it is not JSON."),
    ],
)  # fmt: skip
def test_what_nests_too_deep_is_refused(media: str, text: str, detail: str) -> None:
    with pytest.raises(BadDocument) as refused:
        check(text.encode(), media)

    assert str(refused.value) == f"The document cannot be taken: {detail}"


@pytest.mark.parametrize(
    ("media", "text", "size"),
    [
        (XML, nested_xml(DEPTH // 2 - 1), DEPTH // 2 - 1),
        (JSON, nested_json(DEPTH), DEPTH),
        (TURTLE, nested_terms(DEPTH), 1),
        (TURTLE, '<urn:s> <urn:p> "' + "<<" * 300 + '" . # ' + "<<" * 300, 1),
        (TURTLE, "<urn:s> <urn:p> " + "[ <urn:p> " * 300 + "1" + " ]" * 300 + " .", 301),
        (XML, RDF + "<rdf:Description><e:p>a</e:p></rdf:Description>" * 300 + "</rdf:RDF>", 300),
        (XML, RDF + "<!-- " + "<a>" * 300 + " --></rdf:RDF>", 0),
        (JSON, '{"urn:e:p": "' + "[{" * 300 + '"}', 1),
    ],
)  # fmt: skip
def test_what_only_looks_deep_is_taken_and_can_be_read(media: str, text: str, size: int) -> None:
    check(text.encode(), media)

    with suppress(InvalidInput):  # this parser of RDF/XML takes no bare node in a node
        assert len(ntriples(text.encode(), media, "urn:b").splitlines()) in (size, 0)


BOMB = (
    '<!DOCTYPE r [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "&{a};&{a};&{a};&{a};&{a};&{a};&{a};&{a};">'
              for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + f"]>{RDF}<rdf:Description><e:p>&i;</e:p></rdf:Description></rdf:RDF>"
)  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        BOMB,
        '<!DOCTYPE r [<!ENTITY a SYSTEM "{url}">]>' + RDF + "</rdf:RDF>",
        '<!DOCTYPE r SYSTEM "{url}">' + RDF + "</rdf:RDF>",
        '<?xml version="1.0"?>\n<!DOCTYPE r PUBLIC "x" "{url}">' + RDF + "</rdf:RDF>",
    ],
)
def test_entities_are_refused_before_they_expand_or_are_fetched(
    listener: Listener, text: str
) -> None:
    data = text.replace("{url}", listener.url).encode()

    with pytest.raises(BadDocument, match="its DOCTYPE declares entities, or names another"):
        check(data, XML)

    assert listener.calls == []


def test_a_plain_doctype_harms_nobody() -> None:
    check(f"<!DOCTYPE rdf:RDF>{RDF}</rdf:RDF>".encode(), XML)


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ('{"@context": "{url}", "@id": "urn:a"}', "@context"),
        ('{"@context": ["{url}", {"a": "urn:a"}]}', "@context"),
        ('{"@context": {"@import": "{url}"}}', "@import"),
        ('{"@context": {"a": {"@id": "urn:a", "@context": "{url}"}}}', "@context"),
        ('[{"urn:a": {"\\u0040context": "{url}"}}]', "@context"),
        # which of two is meant, each parser decides for itself
        ('{"@context": "{url}", "@context": {}}', "@context"),
        ('{"@context": {}, "@context": "{url}"}', "@context"),
    ],
)
def test_a_context_that_is_elsewhere_is_refused_by_its_address(
    listener: Listener, text: str, name: str
) -> None:
    data = text.replace("{url}", listener.url).encode()

    with pytest.raises(BadDocument) as refused:
        check(data, JSON)
    with suppress(InvalidInput):
        ntriples(data, JSON)

    assert f"its {name} is elsewhere, at {listener.url}, and nothing is fetched." in str(
        refused.value
    )
    assert listener.calls == []


def test_text_that_is_not_utf_8_is_refused_with_its_place() -> None:
    with pytest.raises(BadDocument, match=r"it is not UTF-8 at byte 1\.$"):
        check(b"a\xff", TURTLE)


def test_a_small_gzip_that_holds_much_is_never_unpacked() -> None:
    bomb = gzip.compress(bytes(200 * 1024 * 1024))
    assert len(bomb) < 256 * 1024

    with pytest.raises(BodyTooLarge, match=r"^The body is larger than 1024 bytes"):
        unpacked(bomb, 1024)


@pytest.mark.parametrize(
    "data", [b"", b"no gzip", gzip.compress(b"x")[:-4], gzip.compress(b"x") * 2]
)
def test_a_gzip_is_whole_and_alone(data: bytes) -> None:
    with pytest.raises(BadDocument, match="gzip"):
        unpacked(data, 1024)


FORM = "multipart/form-data; boundary=x"


def test_the_parts_of_a_form_are_documents_with_types() -> None:
    body = (
        b"--x\r\ncontent-disposition: form-data; name=a; filename=a.ttl\r\n\r\n<a:b> a <a:c> .\r\n"
        b"--x\r\ncontent-disposition: form-data; name=b; filename=b\r\ncontent-type: text/turtle"
        b"\r\n\r\n# none\r\n--x--\r\n"
    )

    assert parts(FORM, body) == [Part(TURTLE, b"<a:b> a <a:c> ."), Part(TURTLE, b"# none")]


@pytest.mark.parametrize(
    ("type_", "body"), [("multipart/form-data", b""), (FORM, b"\r\n--x" * 200), (FORM, b"")]
)
def test_a_form_that_cannot_be_read_is_refused(type_: str, body: bytes) -> None:
    with pytest.raises(BadDocument, match="the form"):
        parts(type_, body)
