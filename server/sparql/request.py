"""The ways to send a query or an update (SPARQL 1.1 Protocol, 2.1 and 2.2) into one request."""

from __future__ import annotations

import re
from binascii import a2b_qp
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import parse_qsl

from kg.errors import BadParameter, BadQuery
from kg.model.terms import Iri
from kg.store.base import Dataset
from server.errors import UnsupportedType
from server.sparql.wording import unescaped

FORM = "application/x-www-form-urlencoded"
QUERY = "application/sparql-query"
UPDATE = "application/sparql-update"
KNOWN = ("query", "default-graph-uri", "named-graph-uri", "format", "release", "update")
USING, USING_NAMED = "using-graph-uri", "using-named-graph-uri"
FIELDS = 1000
_LONE = b"query="
_NOT_UTF8 = "The parameters are not percent-encoded UTF-8."
_NO_ESCAPE = re.compile(rb"%(?![0-9A-Fa-f]{2})|[\x80-\xff]")


@dataclass(frozen=True)
class SparqlRequest:
    """A query, nothing where none was sent, with the graphs and the format it asks for."""

    query: str | None
    default_graphs: tuple[str, ...] = ()
    named_graphs: tuple[str, ...] = ()
    format: str = ""
    release: str = ""


@dataclass(frozen=True)
class UpdateRequest:
    """An update, and the graphs that its patterns see where the request names them."""

    text: str
    using: Dataset | None = None


def parse(method: str, query_string: bytes, content_type: str, body: bytes) -> SparqlRequest:
    """What a request asks.

    Raises `BadQuery` for an update, for more than one query and for text that is not UTF-8,
    `BadParameter` for a graph that is not an IRI, `UnsupportedType` for another type of body.

    >>> parse("GET", b"query=ASK%7B%7D", "", b"").query
    'ASK{}'
    """
    if method == "GET" and is_lone(query_string):
        return SparqlRequest(lone(query_string))
    fields = _fields(query_string)
    if method == "POST":
        fields += _sent(content_type, body, {QUERY: "query", UPDATE: "update"}, QUERY)
    return _request(fields, method)


def is_lone(query_string: bytes) -> bool:
    """Whether it is a query and nothing else."""
    return query_string.startswith(_LONE) and b"&" not in query_string


def lone(query_string: bytes) -> str:
    """The query of an address that has a query and nothing else; raises as `parse` does."""
    return unescaped(_decoded(query_string[len(_LONE) :]))


def parse_update(query_string: bytes, content_type: str, body: bytes) -> UpdateRequest:
    """What a request has written (SPARQL 1.1 Protocol, 2.2).

    Raises `BadQuery` unless it holds one update, in its body and in UTF-8, and `BadParameter` and
    `UnsupportedType` as `parse` does.

    >>> parse_update(b"", "application/sparql-update", b"CLEAR ALL").text
    'CLEAR ALL'
    """
    address = _fields(query_string)
    if any(name in ("update", "query") for name, _ in address):
        raise BadQuery("An update is sent in the body, not in the address.")
    fields = address + _sent(content_type, body, {UPDATE: "update"}, UPDATE)
    updates = [value for name, value in fields if name == "update"]
    if len(updates) != 1:
        number = "No update was" if not updates else f"{len(updates)} updates were"
        raise BadQuery(f"{number} sent; one is done at a time.", hint="Send it as `update`.")
    using = dataset(
        [value for name, value in fields if name == USING],
        [value for name, value in fields if name == USING_NAMED],
        (USING, USING_NAMED),
    )
    return UpdateRequest(unescaped(updates[0]), using)


def _sent(
    content_type: str, body: bytes, names: Mapping[str, str], wanted: str
) -> list[tuple[str, str]]:
    """The fields of a body: of a form, or the one that the body's type names."""
    media_type, charset = _content_type(content_type)
    if charset not in ("utf-8", "utf8", ""):
        raise UnsupportedType(content_type, [f"{wanted}; charset=utf-8"])
    if media_type == FORM:
        return _fields(body)
    if media_type not in names:
        raise UnsupportedType(media_type or "nothing", [wanted, FORM])
    return [(names[media_type], _text(body, names[media_type]))]


def dataset(
    defaults: Sequence[str],
    named: Sequence[str],
    names: tuple[str, str] = ("default-graph-uri", "named-graph-uri"),
) -> Dataset | None:
    """The graphs that a request names, or nothing when it leaves them to the query."""
    if not defaults and not named:
        return None
    return Dataset(
        tuple(_iri(names[0], each) for each in defaults),
        tuple(_iri(names[1], each) for each in named),
    )


def _request(fields: Sequence[tuple[str, str]], method: str) -> SparqlRequest:
    values: Mapping[str, list[str]] = {name: [] for name in KNOWN}
    for name, value in fields:
        if name in values:
            values[name].append(value)
    queries = values["query"]
    if values["update"]:
        raise BadQuery(
            "An update was sent; this address answers queries.", hint="Send it to /update."
        )
    if len(queries) > 1:
        raise BadQuery(f"{len(queries)} queries were sent; one is answered at a time.")
    if method == "POST" and not queries:
        raise BadQuery("No query was sent.", hint="Send it as `query`.")
    dataset(values["default-graph-uri"], values["named-graph-uri"])
    return SparqlRequest(
        unescaped(queries[0]) if queries else None,
        tuple(values["default-graph-uri"]),
        tuple(values["named-graph-uri"]),
        *("".join(values[name][:1]) for name in ("format", "release")),
    )


def _content_type(text: str) -> tuple[str, str]:
    media_type, *parameters = (each.strip().lower() for each in text.split(";"))
    charsets = [each[8:].strip("\"'") for each in parameters if each.startswith("charset=")]
    return media_type, "".join(charsets[:1])


def _fields(encoded: bytes) -> list[tuple[str, str]]:
    try:
        return parse_qsl(
            encoded.decode("ascii"), keep_blank_values=True, errors="strict", max_num_fields=FIELDS
        )
    except UnicodeDecodeError:
        raise BadQuery(_NOT_UTF8) from None
    except ValueError:
        raise BadQuery(f"There are more than {FIELDS} parameters.") from None


def _decoded(encoded: bytes) -> str:
    """A value as `_fields` has it, in a tenth of its time.

    Quoted-printable has another sign for the same escapes, and a decoder that is not in Python.
    """
    if _NO_ESCAPE.search(encoded):
        return _fields(_LONE + encoded)[0][1]
    escaped = encoded.replace(b"=", b"=3D").replace(b"%", b"=").replace(b"+", b" ")
    try:
        return a2b_qp(escaped).decode("utf-8")
    except UnicodeDecodeError:
        raise BadQuery(_NOT_UTF8) from None


def _text(body: bytes, what: str) -> str:
    try:
        return body.decode("utf-8")
    except UnicodeDecodeError as error:
        raise BadQuery(f"The {what} is not UTF-8 at byte {error.start}.") from None


def _iri(name: str, text: str) -> Iri:
    try:
        return Iri(text)
    except ValueError:
        raise BadParameter(name, f"'{text}' is not an absolute IRI") from None
