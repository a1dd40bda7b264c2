"""The documents of a body: itself, or the parts of a form (RFC 7578)."""

from __future__ import annotations

from email.parser import BytesParser
from email.policy import HTTP
from typing import NamedTuple

from server.limits.rdf import BadDocument

MOST = 100
_EXTENSIONS = {
    "ttl": "text/turtle",
    "nt": "application/n-triples",
    "rdf": "application/rdf+xml",
    "xml": "application/rdf+xml",
    "owl": "application/rdf+xml",
    "jsonld": "application/ld+json",
}


class Part(NamedTuple):
    """A document and its media type."""

    media: str
    data: bytes


def parts(content_type: str, data: bytes) -> list[Part]:
    """The documents of a body by what its `Content-Type` says, which for most is the body itself.

    A part of a form is what its own type says, else what the end of its file's name says. Raises
    `BadDocument` for a form that cannot be read.

    >>> parts("Text/Turtle; charset=utf-8", b"<a:b> a <a:c> .")
    [Part(media='text/turtle', data=b'<a:b> a <a:c> .')]
    """
    media = content_type.partition(";")[0].strip().lower()
    if media != "multipart/form-data":
        return [Part(media, data)]
    if "boundary=" not in content_type or data.count(b"\n--") > MOST:
        raise BadDocument("the form has no boundary, or too many parts")
    head = b"Content-Type: " + content_type.encode("latin-1") + b"\r\n\r\n"
    form = BytesParser(policy=HTTP).parsebytes(head + data)
    found: list[Part] = []
    for each in form.walk() if form.is_multipart() else ():
        if each.is_multipart():
            continue
        content = each.get_payload(decode=True)
        if isinstance(content, bytes):
            ending = (each.get_filename() or "").rpartition(".")[2].lower()
            told = each.get_content_type() if "content-type" in each else ""
            found.append(Part(_EXTENSIONS.get(ending, "") if told in ("", _ANY) else told, content))
    if not found:
        raise BadDocument("the form holds no document")
    return found


def media_of(told: str, address: str) -> str:
    """The media type of a document: the one that it came with, else what its address ends with.

    >>> media_of("text/plain", "https://example.org/a.ttl?b")
    'text/turtle'
    """
    if told in ("", _ANY, "text/plain"):
        ending = address.partition("?")[0].partition("#")[0].rpartition(".")[2].lower()
        return _EXTENSIONS.get(ending, told)
    return told


_ANY = "application/octet-stream"
