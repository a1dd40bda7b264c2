"""RDF terms. Making one checks it, so writing one is always safe."""

from __future__ import annotations

import re
from typing import NamedTuple, Self

XSD = "http://www.w3.org/2001/XMLSchema#"
_NOT_IN_IRI = re.compile(r"[\x00-\x20<>\"{}|^`\\]")
_SCHEME = re.compile(r"^[A-Za-z][A-Za-z0-9+.-]*:")
_LANGUAGE = re.compile(r"^[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*$")
_ESCAPES = {"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"}
_TO_ESCAPE = re.compile(r'[\\"\n\r\t]')


class Iri(str):
    """An absolute IRI.

    >>> Iri("https://w3id.org/coterminous/def#Claim").nt()
    '<https://w3id.org/coterminous/def#Claim>'
    >>> Iri("no scheme")
    Traceback (most recent call last):
    ValueError: 'no scheme' is not an absolute IRI
    """

    __slots__ = ()

    def __new__(cls, text: str) -> Self:
        """Raise `ValueError` for text that is not an absolute IRI (RFC 3987)."""
        if _NOT_IN_IRI.search(text) or not _SCHEME.match(text):
            raise ValueError(f"{text!r} is not an absolute IRI")
        return super().__new__(cls, text)

    def nt(self) -> str:
        """This term in N-Triples, which is also SPARQL."""
        return f"<{self}>"


class Literal(NamedTuple):
    """A literal: text with a datatype, or with a language.

    >>> Literal("one\\ntwo", lang="en").nt()
    '"one\\\\ntwo"@en'
    >>> Literal.of(3).nt()
    '"3"^^<http://www.w3.org/2001/XMLSchema#integer>'
    """

    text: str
    datatype: str = XSD + "string"
    lang: str = ""

    @classmethod
    def of(cls, value: str | bool | int) -> Literal:
        """The literal of a Python value: text, truth or whole number."""
        if isinstance(value, bool):
            return cls("true" if value else "false", XSD + "boolean")
        if isinstance(value, int):
            return cls(str(value), XSD + "integer")
        return cls(value)

    @classmethod
    def date(cls, text: str) -> Literal:
        """An `xsd:date` of an ISO day."""
        return cls(text, XSD + "date")

    def nt(self) -> str:
        """This term in N-Triples, which is also SPARQL."""
        text = _TO_ESCAPE.sub(lambda found: _ESCAPES[found.group()], self.text)
        if self.lang:
            if not _LANGUAGE.match(self.lang):
                raise ValueError(f"{self.lang!r} is not a language tag")
            return f'"{text}"@{self.lang}'
        if self.datatype == XSD + "string":
            return f'"{text}"'
        return f'"{text}"^^{Iri(self.datatype).nt()}'


class Blank(str):
    """A blank node's label; it means nothing outside the answer or file it came in."""

    __slots__ = ()

    def nt(self) -> str:
        """This term in N-Triples."""
        return f"_:{self}"


Term = Iri | Literal | Blank


class Triple(NamedTuple):
    """One triple."""

    subject: Iri | Blank
    predicate: Iri
    object: Term


class Statement(NamedTuple):
    """One triple in a named graph: the unit that readers give and the store keeps."""

    subject: Iri
    predicate: Iri
    object: Iri | Literal
    graph: Iri

    def nq(self) -> str:
        """This statement as a line of N-Quads, without the line's end."""
        return f"{self.subject.nt()} {self.predicate.nt()} {self.object.nt()} {self.graph.nt()} ."
