"""The formats of answers: name, media types (the first is the one sent), file extension."""

from __future__ import annotations

from typing import NamedTuple


class Format(NamedTuple):
    """A way to write an answer; `rows` is true for solutions, false for triples."""

    name: str
    media_types: tuple[str, ...]
    extension: str
    rows: bool

    @property
    def media_type(self) -> str:
        """The media type that is sent."""
        return self.media_types[0]


ROWS = (
    Format("json", ("application/sparql-results+json", "application/json"), "json", True),
    Format(
        "xml",
        ("application/sparql-results+xml", "application/xml", "text/xml"),
        "xml",
        True,
    ),
    Format("csv", ("text/csv",), "csv", True),
    Format("tsv", ("text/tab-separated-values",), "tsv", True),
)
"""Formats of SELECT and ASK answers; ASK has JSON and XML only."""

TRIPLES = (
    Format("turtle", ("text/turtle", "application/x-turtle"), "ttl", False),
    Format("ntriples", ("application/n-triples", "text/plain"), "nt", False),
    Format("jsonld", ("application/ld+json", "application/json"), "jsonld", False),
    Format("rdfxml", ("application/rdf+xml", "application/xml"), "rdf", False),
    Format("nquads", ("application/n-quads",), "nq", False),
    Format("trig", ("application/trig",), "trig", False),
)
"""Formats of CONSTRUCT and DESCRIBE answers."""


def by_name(name: str, formats: tuple[Format, ...] = ROWS + TRIPLES) -> Format:
    """The format by that name or extension; `KeyError` names what there is.

    >>> by_name("ttl").media_type
    'text/turtle'
    """
    for each in formats:
        if name in (each.name, each.extension):
            return each
    raise KeyError(f"'{name}' is not one of {', '.join(each.name for each in formats)}")
