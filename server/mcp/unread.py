"""Messages that cannot be read are answered; the SDK would leave who sent them waiting."""

from __future__ import annotations

import re
from types import TracebackType
from typing import TYPE_CHECKING, Final, Self

import mcp_types as types
from mcp.shared.message import SessionMessage
from pydantic import ValidationError

from server.mcp.arguments import clipped

if TYPE_CHECKING:
    from mcp.shared._stream_protocols import ReadStream, WriteStream

_ID: Final = re.compile(r'"id"\s*:\s*(\d{1,15}|"[\w.:-]{1,64}")')
_LOOKED: Final = 1_000
"""Characters at both ends of a message in which its number is looked for."""


class Heard:
    """What comes in, without what cannot be read: that is answered with a parse error at once."""

    def __init__(
        self,
        incoming: ReadStream[SessionMessage | Exception],
        outgoing: WriteStream[SessionMessage],
    ) -> None:
        self._incoming = incoming
        self._outgoing = outgoing

    @property
    def last_context(self) -> object:
        """The sender's context, which the SDK asks for."""
        return getattr(self._incoming, "last_context", None)

    async def receive(self) -> SessionMessage | Exception:
        """The next message that can be read."""
        while isinstance(item := await self._incoming.receive(), Exception):
            await self._outgoing.send(SessionMessage(refusal(item)))
        return item

    async def aclose(self) -> None:
        """Close the stream."""
        await self._incoming.aclose()

    def __aiter__(self) -> Self:
        return self

    async def __anext__(self) -> SessionMessage | Exception:
        while isinstance(item := await anext(self._incoming), Exception):
            await self._outgoing.send(SessionMessage(refusal(item)))
        return item

    async def __aenter__(self) -> Self:
        await self._incoming.__aenter__()
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> bool | None:
        return await self._incoming.__aexit__(kind, error, trace)


def refusal(error: Exception) -> types.JSONRPCError:
    """The answer to a message that cannot be read, under its number if that is to be seen."""
    text, reason = "", "it is no message of this protocol"
    if isinstance(error, ValidationError):
        first = error.errors(include_url=False)[0]
        text = first["input"] if isinstance(first["input"], str) else ""
        reason = str(first.get("ctx", {}).get("error", reason))
    found = _ID.search(text[:_LOOKED]) or _ID.search(text[-_LOOKED:])
    number = found[1].strip('"') if found else None
    told = types.ErrorData(
        code=types.PARSE_ERROR, message=f"The message cannot be read: {clipped(reason)}."
    )
    is_text = bool(found and found[1].startswith('"'))
    known = int(number) if number and not is_text else number
    return types.JSONRPCError(jsonrpc="2.0", id=known, error=told)
