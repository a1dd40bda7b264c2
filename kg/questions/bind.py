"""Parameters into a query: its VALUES row is rewritten with written-out terms, never with text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence

from kg.errors import BadParameter
from kg.model.dates import bounds
from kg.model.names import PREFIXES, expand
from kg.model.terms import XSD, Iri, Literal, Term

_VALUES = re.compile(
    r"VALUES\s*\(\s*(?P<names>(?:\?\w+\s*)+)\)\s*"
    r'\{\s*\((?P<terms>(?:[^{}"<]|"(?:[^"\\]|\\.)*"|<[^>]*>)*?)\)\s*\}'
)
_PATTERNS = {
    XSD + "integer": ("a whole number", r"-?\d{1,9}"),
    XSD + "boolean": ("true or false", "true|false"),
}
_TERM = re.compile(
    r"""<(?P<iri>[^>]*)>
      | "(?P<text>(?:[^"\\]|\\.)*)"
        (?:\^\^(?:<(?P<typeiri>[^>]*)>|(?P<type>[\w-]+:[\w-]+))|@(?P<lang>[\w-]+))?
      | (?P<number>-?\d+)
      | (?P<truth>true|false)
      | (?P<name>[A-Za-z][\w-]*:[\w./-]+)""",
    re.VERBOSE,
)


def defaults(query: str) -> dict[str, Term]:
    """The parameters of a query with their defaults, in the order of its first VALUES row.

    >>> defaults('SELECT * { VALUES (?on ?n) { ("2020-04-01"^^xsd:date 12) } }')["n"].text
    '12'
    """
    found = _VALUES.search(query)
    if not found:
        return {}
    names = [each.removeprefix("?") for each in found["names"].split()]
    terms = [_read(each) for each in _TERM.finditer(found["terms"])]
    if len(names) != len(terms):
        raise BadParameter(", ".join(names), "the VALUES row has not one term for each name")
    return dict(zip(names, terms, strict=True))


def bind(query: str, values: Mapping[str, Term]) -> str:
    """The query with these values in place of the defaults of its VALUES row.

    Raises `BadParameter` for a name that is not in it, and for a whole number below 0.
    """
    terms = defaults(query)
    for name, value in values.items():
        if name not in terms:
            raise BadParameter(name, "the question has no such parameter", _known(terms))
        _check_counts(name, value)
        terms[name] = value
    if not terms:
        return query
    names = " ".join(f"?{name}" for name in terms)
    row = " ".join(term.nt() for term in terms.values())
    return _VALUES.sub(lambda _: f"VALUES ({names}) {{ ({row}) }}", query, count=1)


def bind_rows(query: str, names: Sequence[str], rows: Iterable[Sequence[Term]]) -> str:
    """The query with these rows in its VALUES clause of just these names, in their order.

    For queries that are asked of many things at once. Without rows nothing will match. Raises
    `BadParameter` where the query has no such clause.

    >>> bind_rows('SELECT * { VALUES (?n) { ("x") } }', ["n"], [[Literal("a")], [Literal("b")]])
    'SELECT * { VALUES (?n) { ("a") ("b") } }'
    """
    wanted = [f"?{name}" for name in names]
    clauses = _VALUES.finditer(query)
    found = next((each for each in clauses if each["names"].split() == wanted), None)
    if found is None:
        raise BadParameter(", ".join(names), "the query has no VALUES clause of just these")
    written = " ".join(f"({' '.join(term.nt() for term in row)})" for row in rows)
    clause = f"VALUES ({' '.join(wanted)}) {{ {written} }}"
    return query[: found.start()] + clause + query[found.end() :]


def parse(query: str, texts: Mapping[str, str]) -> dict[str, Term]:
    """Terms from texts that a person typed, each read as the type of its default.

    A day must be an ISO day or `today` resolved by the caller; an IRI may be prefixed; a whole
    number is 0 or more. Raises `BadParameter` with the parameter's name.
    """
    terms = defaults(query)
    values: dict[str, Term] = {}
    for name, text in texts.items():
        if name not in terms:
            raise BadParameter(name, "the question has no such parameter", _known(terms))
        values[name] = _typed(name, text, terms[name])
    return values


def _known(terms: Mapping[str, Term]) -> str:
    return f"It has {', '.join(terms)}." if terms else "It has none."


def _typed(name: str, text: str, default: Term) -> Term:
    if isinstance(default, Iri):
        try:
            return expand(text)
        except ValueError:
            raise BadParameter(
                name, f"'{text}' is not an IRI", "Write it whole, or as id:… or cotv:…."
            ) from None
    datatype = default.datatype if isinstance(default, Literal) else XSD + "string"
    if datatype == XSD + "date":
        return _day(name, text)
    wanted, pattern = _PATTERNS.get(datatype, ("text", ""))
    if pattern and not re.fullmatch(pattern, text):
        raise BadParameter(name, f"'{text}' is not {wanted}")
    found = Literal(text, datatype)
    _check_counts(name, found)
    return found


def _check_counts(name: str, value: Term) -> None:
    # A whole number is a count or a number of months: fewer than none would silently match nothing.
    if isinstance(value, Literal) and value.datatype == XSD + "integer" and int(value.text) < 0:
        raise BadParameter(name, f"'{value.text}' is less than 0", "Give 0 or a greater number.")


def _day(name: str, text: str) -> Literal:
    try:
        day = bounds(text).day
    except ValueError:
        day = None
    if not day:
        raise BadParameter(name, f"'{text}' is not a day", "Write it as 2020-04-01.")
    return Literal.date(day)


def _read(found: re.Match[str]) -> Term:
    if found["iri"] is not None:
        return Iri(found["iri"])
    if found["name"] is not None:
        return expand(found["name"])
    if found["number"] is not None:
        return Literal(found["number"], XSD + "integer")
    if found["truth"] is not None:
        return Literal(found["truth"], XSD + "boolean")
    text = re.sub(r"\\(.)", r"\1", found["text"])
    if found["lang"]:
        return Literal(text, lang=found["lang"])
    if found["typeiri"]:
        return Literal(text, found["typeiri"])
    prefix, _, local = (found["type"] or "xsd:string").partition(":")
    return Literal(text, PREFIXES[prefix] + local)
