"""A replay certificate: what an answer was made from, so that anybody can ask it again.

It names the release, the digest of `data` as canonical JSON (RFC 8785), and each SPARQL 1.1 query
with the digest of its rows. `verify` asks them again of any SPARQL endpoint that has the release.
This file needs nothing but Python, so that it can be taken along.

The digest of rows is that of their lines, sorted. A line is a row: its terms in the order of the
columns, as N-Triples has them, nothing where there is none, with tabs between them.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

VERSION: Final = 1
_STRING: Final = "http://www.w3.org/2001/XMLSchema#string"
_ESCAPES: Final = str.maketrans({"\\": "\\\\", '"': '\\"', "\n": "\\n", "\r": "\\r", "\t": "\\t"})

Results = Mapping[str, Any]
"""A SELECT answer as SPARQL 1.1 Query Results JSON."""


def verify(
    certificate: Mapping[str, Any], ask: Callable[[str], Results], data: Any = None
) -> list[str]:
    """What is not as the certificate says, a sentence each; nothing if all of it is.

    `ask` answers SPARQL text from the release that the certificate names. `data` is the answer that
    it came with, where that is at hand.
    """
    if certificate.get("version") != VERSION:
        return [f"The certificate is of version {certificate.get('version')}, not {VERSION}."]
    found = []
    if data is not None and data_digest(data) != certificate["data"]:
        found.append("The data is not the data that was certified.")
    for number, query in enumerate(certificate["queries"], 1):
        rows = list(rows_of(ask(query["sparql"])))
        if (len(rows), rows_digest(rows)) != (query["rows"], query["digest"]):
            found.append(
                f"Query {number}, at '{query['at']}', gives other rows: {len(rows)}, and"
                f" {query['rows']} were certified."
            )
    return found


def data_digest(data: Any) -> str:
    """The digest of a JSON value.

    >>> data_digest({"b": [1, None], "a": "x"}) == data_digest({"a": "x", "b": [1, None]})
    True
    """
    return _digest(canonical(data).encode())


def canonical(value: Any) -> str:
    """A JSON value as RFC 8785 writes it.

    >>> canonical({"b": 1.0, "a": ["ü", True, 1e21, 0.000001]})
    '{"a":["ü",true,1e+21,0.000001],"b":1}'
    """
    if isinstance(value, dict):
        names = sorted(value, key=lambda name: name.encode("utf-16-be"))
        return "{" + ",".join(f"{canonical(each)}:{canonical(value[each])}" for each in names) + "}"
    if isinstance(value, list | tuple):
        return "[" + ",".join(map(canonical, value)) + "]"
    if isinstance(value, float):
        return _number(value)
    return json.dumps(value, ensure_ascii=False)


def rows_digest(rows: Iterable[Iterable[str]]) -> str:
    """The digest of rows of terms, in whatever order they came.

    >>> rows_digest([["<urn:a>", ""], ["<urn:b>", '"x"']]) == rows_digest(
    ...     [["<urn:b>", '"x"'], ["<urn:a>", ""]])
    True
    """
    lines = sorted("\t".join(row).encode() + b"\n" for row in rows)
    return _digest(b"".join(lines))


def rows_of(results: Results) -> Iterable[list[str]]:
    """The rows of a SELECT answer, each term as N-Triples has it."""
    names = results["head"]["vars"]
    for binding in results["results"]["bindings"]:
        yield [_term(binding[name]) if name in binding else "" for name in names]


def literal(text: str, datatype: str = "", lang: str = "") -> str:
    """A literal as N-Triples has it.

    >>> literal("a\\tb"), literal("7", "urn:d"), literal("x", lang="en")
    ('"a\\\\tb"', '"7"^^<urn:d>', '"x"@en')
    """
    quoted = '"' + text.translate(_ESCAPES) + '"'
    if lang:
        return f"{quoted}@{lang.lower()}"
    return quoted if datatype in ("", _STRING) else f"{quoted}^^<{datatype}>"


def _term(told: Mapping[str, str]) -> str:
    if told["type"] == "uri":
        return f"<{told['value']}>"
    if told["type"] == "bnode":
        return f"_:{told['value']}"
    return literal(told["value"], told.get("datatype", ""), told.get("xml:lang", ""))


def _number(number: float) -> str:
    """A number as ECMAScript writes it (RFC 8785, 3.2.2.3)."""
    if not math.isfinite(number):
        raise ValueError(f"{number} is not JSON")
    if number == int(number) and abs(number) < 1e21:
        return str(int(number))
    digits, _, exponent = repr(abs(number)).partition("e")
    power = int(exponent or 0)
    sign = "-" if number < 0 else ""
    if not power:
        return sign + digits
    if -7 < power < 0:
        return sign + format(abs(number), f".{len(digits.replace('.', '')) - 1 - power}f")
    return f"{sign}{digits.removesuffix('.0')}e{power:+d}"


def _digest(data: bytes) -> str:
    return "sha256:" + hashlib.sha256(data).hexdigest()
