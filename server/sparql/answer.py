"""A query answered in a reader: checked, its format settled, then written as it is found."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from io import BytesIO

from kg.errors import BadQuery, KgError
from kg.release.opened import OpenRelease
from kg.release.writer import parts
from kg.rewriting.faster import faster
from kg.search.magic import rewritten
from kg.store.base import Dataset, Form
from kg.store.formats import ROWS, TRIPLES, Format
from kg.store.oxigraph import OxigraphStore
from server.errors import FederationRefused
from server.limits import sparql as limits
from server.limits import update as update_limits
from server.negotiate import pick
from server.readers.protocol import Reply, Request
from server.sparql.faults import told
from server.sparql.request import dataset
from server.sparql.wording import reworded, silenced, unheard

_TRUTH = ROWS[:2]


class ServiceFailed(KgError):
    """A service that a query names, and that is followed, gave no answer that can be read."""

    code = "service-failed"

    def __init__(self) -> None:
        super().__init__("A service that the query names gave no answer.")
        self.hint = "Ask again, or write SERVICE SILENT to go on without it."


def answer(release: OpenRelease, request: Request, reply: Reply) -> None:
    """Write the answer to the query in the request's body.

    Raises what `limits.sparql.check` raises, then `NotAcceptable`, both before any work is done,
    `BadQuery` where the engine cannot read it, be it refused or not, and `ServiceFailed`.
    """
    allowed = request.texts("allowed")
    sent = request.body.decode("utf-8")
    limits.check_length(sent)
    query = reworded(silenced(sent, allowed))
    form = _form(query, allowed)
    chosen = pick(request.headers.get("accept", ""), offered(form), request.text("format"))
    searched = rewritten(query, release.search.find)
    if searched != query:
        limits.check(searched, allowed)
    graphs = dataset(request.texts("default-graph-uri"), request.texts("named-graph-uri"))
    reply.head(200, {"content-type": content_type(chosen)})
    quick = faster(searched, lambda: release.census, lambda: None if graphs else release.read_model)
    try:
        with told(sent):
            _write(release, (quick, searched), reply, chosen, graphs)
    except (OSError, RuntimeError):  # or the front has gone, which then cannot be told this either
        if allowed and "service" in searched.lower():
            raise ServiceFailed from None
        raise


def _write(
    release: OpenRelease,
    queries: tuple[str, str],
    reply: Reply,
    chosen: Format,
    graphs: Dataset | None,
) -> None:
    """Write the answer to the first query, which is quicker; raises what the second one does."""
    quick, searched = queries
    rows, triples = formats(chosen)
    try:
        release.store.write(quick, reply, rows, triples, graphs)
    except BadQuery:  # before anything was written; its place is to be one of what was sent
        if quick == searched:
            raise
        release.store.write(searched, reply, rows, triples, graphs)


def offered(form: Form) -> Sequence[Format]:
    """The formats in which a query of that form is answered."""
    return TRIPLES if form in ("CONSTRUCT", "DESCRIBE") else _TRUTH if form == "ASK" else ROWS


def formats(chosen: Format) -> tuple[Format, Format]:
    """The chosen format as the store is told it: one for rows, one for triples."""
    return (chosen, TRIPLES[0]) if chosen.rows else (ROWS[0], chosen)


def check_update(_: OpenRelease, request: Request, reply: Reply) -> None:
    """Raise `BadQuery` where the body is no update; `base` is what its addresses are read beside.

    Nothing of it is run.
    """
    sent = request.body.decode("utf-8")
    text = unheard(sent)
    update_limits.check(text, may_load=True)
    with told(sent):
        parts.check(text, request.text("base"))
    reply.head(204)


def _form(query: str, allowed: Sequence[str]) -> Form:
    try:
        return limits.check(query, allowed)
    except FederationRefused:
        # What is not even SPARQL is told so. The store is empty, and nobody is called.
        text = unheard(query)
        with suppress(FederationRefused), told(query):
            limits.check(text)
            OxigraphStore.memory().write(text, BytesIO(), ROWS[0], TRIPLES[0])
        raise


def content_type(chosen: Format) -> str:
    """The media type of a format as it is sent; text says that it is UTF-8."""
    plain = chosen.media_type.startswith("text/")
    return f"{chosen.media_type}; charset=utf-8" if plain else chosen.media_type
