"""The formats of the plain addresses: media types, extensions, and which is meant."""

from __future__ import annotations

from typing import NamedTuple

from kg.store.formats import ROWS, TRIPLES, Format, by_name
from server.negotiate import pick
from server.readers.protocol import Reply

HTML = Format("html", ("text/html",), "html", False)
JSON = Format("json", ("application/json",), "json", False)
RESULTS = Format("results", ("application/sparql-results+json",), "srj", True)
TURTLE = by_name("turtle", TRIPLES)
JSONLD = Format("jsonld", ("application/ld+json",), "jsonld", False)
NTRIPLES = Format("ntriples", ("application/n-triples", "text/plain"), "nt", False)

TEXT = Format("txt", ("text/plain",), "txt", False)
CSV = Format("csv", ("text/csv",), "csv", True)
SVG = Format("svg", ("image/svg+xml",), "svg", False)

THING = (HTML, JSONLD, TURTLE, NTRIPLES, by_name("rdfxml", TRIPLES), JSON, CSV)
"""A thing; a page is what is sent to someone who takes anything."""

ANSWER = (HTML, JSON, by_name("csv", ROWS), by_name("tsv", ROWS), by_name("xml", ROWS), RESULTS,
          TURTLE, JSONLD)  # fmt: skip
"""The answer of a question."""

RECKONED = (HTML, JSON, CSV, JSONLD, TURTLE)
"""What is reckoned or listed: a page, whole, or row by row as a table and as RDF."""

TOLD = (*RECKONED, TEXT)
"""What replaced a body: besides, in a sentence."""

LINEAGE = (HTML, JSON, SVG, Format("graphml", ("application/graphml+xml",), "graphml", False),
           TEXT, CSV, JSONLD, TURTLE)  # fmt: skip
"""A lineage: as a page, in parts, as a picture, as a network, in sentences, or step by step."""

PLOTTED = (SVG, Format("png", ("image/png",), "png", False), JSON, CSV, JSONLD, TURTLE)
"""A plot: as a picture, in words with its table, or as the table."""

MODEL = (HTML, TURTLE, JSONLD, NTRIPLES, JSON, CSV)
"""The model: a page, its own statements, or its classes and their properties."""

CITED = (JSON, Format("cff", ("application/yaml",), "cff", False),
         Format("bib", ("application/x-bibtex",), "bib", False), TEXT)  # fmt: skip
"""A citation: in parts, as CITATION.cff and BibTeX have it, or as a sentence."""

EXPORTS = (JSON, CSV, Format("csv-nodes", ("text/csv",), "nodes.csv", True),
           Format("graphml", ("application/graphml+xml",), "graphml", False),
           Format("gexf", ("application/gexf+xml",), "gexf", False),
           JSONLD, TURTLE, by_name("ntriples", TRIPLES), by_name("nquads", TRIPLES))  # fmt: skip
"""A network: node and link, lines of links, lines of nodes, for programs that draw, and as RDF."""


def send(reply: Reply, format_: Format, body: bytes) -> None:
    """Send the whole body in that format."""
    reply.head(200, headers(format_))
    reply.write(body)


def headers(format_: Format) -> dict[str, str]:
    """The headers of a body in that format."""
    charset = "; charset=utf-8" if format_.media_type.startswith("text/") else ""
    return {"Content-Type": format_.media_type + charset}


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
    for each in sorted(formats, key=lambda each: -len(each.extension)):
        stem = path.removesuffix(f".{each.extension}")
        if stem and stem != path:
            return Asked(stem, each)
    return Asked(path, pick(accept, formats, wanted))
