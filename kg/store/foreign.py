"""Documents from outside as plain triples, without a store."""

from __future__ import annotations

import pyoxigraph as ox

from kg.errors import InvalidInput

_SYNTAX = {
    "text/turtle": ox.RdfFormat.TURTLE,
    "application/x-turtle": ox.RdfFormat.TURTLE,
    "application/n-triples": ox.RdfFormat.N_TRIPLES,
    "application/rdf+xml": ox.RdfFormat.RDF_XML,
    "application/ld+json": ox.RdfFormat.JSON_LD,
}
MEDIA_TYPES = tuple(_SYNTAX)
"""What can be read: one graph in one of these syntaxes."""


def ntriples(data: bytes, media: str, base: str = "") -> bytes:
    """The triples of a document in one of `MEDIA_TYPES` as N-Triples, one a line.

    Literals stay as they are written. Blank nodes get names that no other document uses. Raises
    `InvalidInput` with the line where it cannot be read.

    >>> ntriples(b"<> a <urn:c>, <urn:c> .", "text/turtle", "urn:x")
    b'<urn:x> <http://www.w3.org/1999/02/22-rdf-syntax-ns#type> <urn:c> .\\n'
    """
    try:
        quads = ox.parse(
            data,
            _SYNTAX[media],
            base_iri=base or None,
            without_named_graphs=True,
            rename_blank_nodes=True,
        )
        # A set: a document may say a thing twice, and a graph holds it once.
        lines = {f"{each.triple} .\n" for each in quads}
    except SyntaxError as error:
        reason = str(error).removeprefix("Parser error ")
        raise InvalidInput("body", error.lineno, reason, "Mend the syntax there.") from None
    except ValueError as error:
        raise InvalidInput("body", None, str(error), "Write every address in full.") from None
    return "".join(sorted(lines)).encode()
