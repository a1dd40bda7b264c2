"""A query answered in a reader: checked, its format settled, then written as it is found."""

from __future__ import annotations

from kg.release.opened import OpenRelease
from kg.search.magic import rewritten
from kg.store.formats import ROWS, TRIPLES, Format
from server.limits import sparql as limits
from server.negotiate import pick
from server.readers.protocol import Reply, Request
from server.sparql.request import dataset

_TRUTH = ROWS[:2]


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the answer to the query in the request's body.

    Raises what `limits.sparql.check` raises, then `NotAcceptable`, both before any work is done,
    and `BadQuery` where the engine cannot read it.
    """
    query = request.body.decode("utf-8")
    form = limits.check(query, request.texts("allowed"))
    offers = TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _TRUTH if form == "ASK" else ROWS
    chosen = pick(request.headers.get("accept", ""), offers, request.text("format"))
    searched = rewritten(query, release.search.find)
    if searched != query:
        limits.check(searched, request.texts("allowed"))
    graphs = dataset(request.texts("default-graph-uri"), request.texts("named-graph-uri"))
    reply.head(200, {"content-type": content_type(chosen)})
    rows, triples = (chosen, TRIPLES[0]) if chosen.rows else (ROWS[0], chosen)
    release.store.write(searched, reply, rows, triples, graphs)


def content_type(chosen: Format) -> str:
    """The media type of a format as it is sent; text says that it is UTF-8."""
    plain = chosen.media_type.startswith("text/")
    return f"{chosen.media_type}; charset=utf-8" if plain else chosen.media_type
