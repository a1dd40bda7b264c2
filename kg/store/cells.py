"""Terms as SPARQL 1.1 Query Results TSV writes them, one a cell, and nothing where unbound.

An IRI stands in angle brackets, a literal in quotes with its datatype or language behind, and a
number or a truth of a well known datatype may stand bare.
"""

from __future__ import annotations

import re

from kg.model.terms import XSD, Blank, Iri, Literal, Term

_ESCAPED = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))", re.DOTALL)
_MEANT = {"t": "\t", "n": "\n", "r": "\r", "b": "\b", "f": "\f"}
_INTEGER = re.compile(r"[+-]?[0-9]+")
_DOUBLE = re.compile(r"[+-]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)[eE][+-]?[0-9]+")


def term(cell: str) -> Term | None:
    """The term of a cell.

    >>> term("<urn:x>"), term('"a\\\\tb"@en').text, term("7").text, term("")
    ('urn:x', 'a\\tb', '7', None)
    """
    if not cell:
        return None
    if is_iri(cell):
        return str.__new__(Iri, cell[1:-1])  # the engine has checked it
    if cell[0] == '"':
        return _literal(cell)
    if cell.startswith("_:"):
        return Blank(cell[2:])
    return Literal(cell, XSD + ("string" if cell[0] == "<" else _datatype(cell)))


def is_iri(cell: str) -> bool:
    """Whether it is an IRI, and not a triple term of RDF 1.2, which begins with two brackets.

    >>> is_iri("<urn:x>"), is_iri("<<( <urn:x> <urn:y> 1 )>>"), is_iri("_:b"), is_iri("")
    (True, False, False, False)
    """
    return cell[:1] == "<" and cell[1] != "<"


def text(cell: str) -> str | None:
    """The characters of a literal or an IRI, without the rest; `None` for nothing.

    >>> text('"2020-04-01"^^<http://www.w3.org/2001/XMLSchema#date>'), text("<urn:x>"), text("2")
    ('2020-04-01', 'urn:x', '2')
    """
    if not cell:
        return None
    if cell[0] == '"':
        # Nothing behind the closing quote, a datatype or a language, can have another in it.
        inner = cell[1 : cell.rindex('"')]
        return unescaped(inner) if "\\" in inner else inner
    if cell[0] == "<":
        return cell[1:-1]
    return cell.removeprefix("_:")


def written(term: Term | None) -> str:
    """The cell of a term.

    >>> written(Literal("one\\ntwo", lang="en")), written(None), written(Blank("b"))
    ('"one\\\\ntwo"@en', '', '_:b')
    """
    return "" if term is None else term.nt()


def unescaped(text: str) -> str:
    """Text without the escapes of TSV, which are those of Turtle.

    >>> unescaped("a\\\\u0041\\\\n")
    'aA\\n'
    """
    return _ESCAPED.sub(_meant, text)


def _meant(found: re.Match[str]) -> str:
    code = found[1] or found[2]
    if code:
        return chr(int(code, 16))
    return _MEANT.get(found[3], found[3])


def _literal(cell: str) -> Literal:
    end = cell.rindex('"')
    inner, behind = cell[1:end], cell[end + 1 :]
    value = unescaped(inner) if "\\" in inner else inner
    if behind.startswith("@"):
        return Literal(value, lang=behind[1:])
    return Literal(value, behind[3:-1]) if behind else Literal(value)


def _datatype(bare: str) -> str:
    if bare in ("true", "false"):
        return "boolean"
    if _INTEGER.fullmatch(bare):
        return "integer"
    return "double" if _DOUBLE.fullmatch(bare) else "decimal"
