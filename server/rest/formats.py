"""The formats of the plain addresses: media types, extensions, and which is meant."""

from __future__ import annotations

from typing import NamedTuple

from kg.store.formats import ROWS, TRIPLES, Format, by_name
from server.negotiate import pick

HTML = Format("html", ("text/html",), "html", False)
JSON = Format("json", ("application/json",), "json", False)
RESULTS = Format("results", ("application/sparql-results+json",), "srj", True)
TURTLE = by_name("turtle", TRIPLES)
JSONLD = Format("jsonld", ("application/ld+json",), "jsonld", False)
NTRIPLES = Format("ntriples", ("application/n-triples", "text/plain"), "nt", False)

THING = (HTML, JSONLD, TURTLE, NTRIPLES, by_name("rdfxml", TRIPLES), JSON)
"""A thing; a page is what is sent to someone who takes anything."""

ANSWER = (HTML, JSON, by_name("csv", ROWS), by_name("tsv", ROWS), by_name("xml", ROWS), RESULTS,
          TURTLE)  # fmt: skip
"""The answer of a question."""

LIST = (HTML, JSON)
"""The list of questions, and what a search found."""

TEXT = Format("txt", ("text/plain",), "txt", False)
CSV = Format("csv", ("text/csv",), "csv", True)
TOLD = (HTML, JSON, TEXT)
"""What replaced a body: a page, or a sentence."""

LINEAGE = (HTML, JSON, Format("svg", ("image/svg+xml",), "svg", False),
           Format("graphml", ("application/graphml+xml",), "graphml", False), TEXT)  # fmt: skip
"""A lineage: as a page, in parts, as a picture, as a network, or in sentences."""

TABLE = (JSON, CSV)
"""A table that has no page of its own."""


class Asked(NamedTuple):
    """What an address names, and the format that is to be sent."""

    name: str
    format: Format


def asked(path: str, accept: str, formats: tuple[Format, ...], wanted: str = "") -> Asked:
    """The name and the format of an address: by extension, then `?format=`, then `Accept`.

    Raises `NotAcceptable` where none of the formats is wanted.

    >>> asked("organisation/26A/ccg.ttl", "text/html", THING)[1].name
    'turtle'
    >>> asked("organisation/26A/ccg", "application/json;q=0.9, text/html;q=0.1", THING).format.name
    'json'
    """
    stem, _, extension = path.rpartition(".")
    for each in formats:
        if stem and extension == each.extension:
            return Asked(stem, each)
    return Asked(path, pick(accept, formats, wanted))
