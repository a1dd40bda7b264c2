"""The documents that an update loads, had before the writer sees it (SPARQL 1.1 Update, 3.1.4).

The writer has no network. What may be fetched is fetched by a process that only does that, and
read by a reader, which may die of it.
"""

from __future__ import annotations

from starlette.requests import Request

from kg.errors import KgError
from kg.model.terms import Iri
from kg.release.writer.text import Operation, operations
from kg.release.writer.work import Loaded
from kg.store.foreign import MEDIA_TYPES
from kg.store.writable import WritableStore
from server.errors import FederationRefused, UnsupportedType
from server.limits.parts import Part
from server.limits.update import check
from server.readers import protocol
from server.writes.fetch import Refused
from server.writes.fetch import check as check_address
from server.writes.load import NotLoaded, fetched

MOST = 16
"""How many documents one update may load."""


async def loaded(request: Request, text: str, base: str) -> tuple[Loaded, ...]:
    """What the LOADs of an update bring.

    One that is SILENT brings nothing where it fails. Of the others raises `FederationRefused` for
    a host that is not listed, `NotLoaded` for what cannot be had, and what reading it raises.
    """
    if "load" not in text.lower():
        return ()
    try:
        check(text)
    except FederationRefused as refusal:
        await _check_syntax(request, text, base)
        found = [each for each in operations(f"BASE {Iri(base).nt()}\n{text}") if _loads(each)]
        if not found or len(found) > MOST:
            raise
        return tuple([await _one(request, each, refusal) for each in found])
    return ()


async def _one(request: Request, operation: Operation, refusal: KgError) -> Loaded:
    (address,) = WritableStore.resolved(operation.prologue, operation.targets[:1])
    settings = request.app.state.settings
    try:
        check_address(address, settings.loadable_hosts)
    except (Refused, ValueError) as error:
        if operation.silent:
            return Loaded(address, problem=str(error))
        raise refusal from None
    try:
        part, base = await fetched(
            address, settings.loadable_hosts, settings.upload_bytes, settings.deadline
        )
        return Loaded(address, (await read(request, part, base)).decode())
    except KgError as error:
        if operation.silent:
            return Loaded(address, problem=str(error))
        raise error if isinstance(error, NotLoaded) else NotLoaded(address, str(error)) from None


async def _check_syntax(request: Request, text: str, base: str) -> None:
    """Raise `BadQuery` for what is no update, before anything is fetched for it."""
    asked = protocol.Request(
        "server.sparql.answer:check_update",
        {"base": base},
        text.encode(),
        request_id=str(request.scope.get("request_id", "")),
    )
    await request.app.state.readers.whole(asked)


async def read(request: Request, part: Part, base: str) -> bytes:
    """The document as N-Triples; it is read where nothing is lost if reading it kills."""
    if part.media not in MEDIA_TYPES:
        raise UnsupportedType(part.media or "nothing", MEDIA_TYPES)
    params: dict[str, str | list[str]] = {"media": part.media, "base": base}
    asked = protocol.Request(
        "server.sparql.document:read",
        params,
        part.data,
        request_id=str(request.scope.get("request_id", "")),
    )
    answer = await request.app.state.readers.whole(asked)
    return bytes(answer.body)


def _loads(operation: Operation) -> bool:
    return operation.kind == "LOAD"
