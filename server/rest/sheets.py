"""An answer in the format that was asked for: whole as JSON, its table as CSV and as RDF."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import orjson

from kg.model.names import BASE
from kg.model.terms import Iri
from kg.release.answers.answer import Answer
from kg.release.opened import OpenRelease
from kg.store.formats import Format
from server.readers.protocol import Reply
from server.rest import rows
from server.rest.formats import send


def send_answer(
    release: OpenRelease, reply: Reply, format_: Format, name: str, found: Answer
) -> None:
    """Send an answer; in RDF its table is a result set, which `name` is the source of."""
    source, table = Iri(f"{BASE}answer/{name}"), found.table
    if format_.name == "csv":
        send(reply, format_, table.csv())
    elif format_.name == "turtle":
        text = rows.as_turtle(source, table.columns, rows.terms(table))
        send(reply, format_, "".join(text).encode())
    elif format_.name == "jsonld":
        linked = rows.as_json_ld(source, table.columns, rows.terms(table))
        send(reply, format_, written(linked))
    else:
        send(reply, format_, written(found.json | {"release": release.name}))


def written(content: Mapping[str, Any]) -> bytes:
    """A value as the JSON that is sent."""
    return orjson.dumps(content, option=orjson.OPT_INDENT_2) + b"\n"
