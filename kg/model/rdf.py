"""RDF text into triples, with every fault told as a file, a line and a reason."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

import pyoxigraph

from kg.errors import InvalidInput
from kg.model.terms import Blank, Iri, Literal, Statement, Term, Triple

_FORMATS: Final = "Give Turtle, N-Triples, RDF/XML or JSON-LD."
_PLACE: Final = re.compile(r"^Parser error (at line \d+ )?")
_KNOWN: Final[dict[str, Iri]] = {}


def triples(path: Path) -> Iterator[Triple]:
    """The triples of an RDF file in the order in which they stand; the extension tells the format.

    A blank node is a `Blank`, which means nothing outside this file. Raises `InvalidInput` for a
    file that cannot be read or is not in its format, when the walk gets to the fault.
    """
    found = pyoxigraph.RdfFormat.from_extension(path.suffix.removeprefix("."))
    if found is None:
        raise InvalidInput(path, None, f"'{path.suffix}' is not the extension of RDF", _FORMATS)
    try:
        text = path.read_text(encoding="utf-8")
    except OSError as fault:
        raise InvalidInput(
            path, None, f"it cannot be read: {fault.strerror}", "Check the path."
        ) from None
    except UnicodeDecodeError as fault:
        reason = f"it is not UTF-8 at byte {fault.start}"
        raise InvalidInput(path, None, reason, "Save the file as UTF-8.") from None
    yield from _parsed(text, found, str(path), None)


def parse(text: str, media_type: str, where: str, base: str | None = None) -> list[Triple]:
    """The triples of RDF text; `where` is what an error calls the text, `base` resolves its IRIs.

    The media type may carry parameters. Named graphs are refused, since a triple has none.

    >>> parse("<urn:a> <urn:b> 'c'@en .", "text/turtle", "the request")[0].object.nt()
    '"c"@en'
    """
    found = pyoxigraph.RdfFormat.from_media_type(media_type)
    if found is None:
        raise InvalidInput(where, None, f"'{media_type}' is not a media type of RDF", _FORMATS)
    return list(_parsed(text, found, where, base))


def statements(path: Path, graph: Iri) -> list[Statement]:
    """The triples of a file of data as statements of one named graph.

    Raises `InvalidInput` as `triples` does, and for blank nodes: what has no name cannot be
    asked for, linked to or withdrawn.
    """
    return [_statement(each, path, graph) for each in triples(path)]


def _statement(triple: Triple, path: Path, graph: Iri) -> Statement:
    subject, predicate, value = triple
    if isinstance(subject, Blank) or isinstance(value, Blank):
        reason = f"a blank node stands beside {predicate.nt()}"
        raise InvalidInput(path, None, reason, "Give every node an IRI of its own.")
    return Statement(subject, predicate, value, graph)


def _parsed(
    text: str, rdf_format: pyoxigraph.RdfFormat, where: str, base: str | None
) -> Iterator[Triple]:
    quads = pyoxigraph.parse(
        text,
        rdf_format,
        base_iri=base,
        without_named_graphs=True,
        rename_blank_nodes=True,  # or `_:a` of two files would be one node
    )
    try:
        yield from _converted(quads, where)
    except SyntaxError as fault:
        reason = _PLACE.sub("", fault.msg)  # the line has a field of its own
        raise InvalidInput(where, fault.lineno, reason, "Mend the syntax there.") from None


def _converted(quads: Iterable[pyoxigraph.Quad], where: str) -> Iterator[Triple]:
    for quad in quads:
        subject, value = _term(quad.subject, where), _term(quad.object, where)
        if isinstance(subject, Literal):
            raise InvalidInput(where, None, f"the literal {subject.nt()} is a subject", _FORMATS)
        yield Triple(subject, _iri(quad.predicate.value), value)


def _term(term: object, where: str) -> Term:
    match term:
        case pyoxigraph.NamedNode():
            return _iri(term.value)
        case pyoxigraph.BlankNode():
            return Blank(term.value)
        case pyoxigraph.Literal():
            if term.language:
                return Literal(term.value, lang=term.language)
            return Literal(term.value, term.datatype.value)
    raise InvalidInput(where, None, f"{term} is a triple in a triple", "Write RDF 1.1.")


def _iri(text: str) -> Iri:
    # A file names the same terms again and again, and checking an IRI is the dear part.
    known = _KNOWN.get(text)
    if known is None:
        known = Iri(text)
        if len(_KNOWN) < 10_000:
            _KNOWN[text] = known
    return known
