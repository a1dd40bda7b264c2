"""What differs between a release and the one before, worked out once for all who ask."""

from __future__ import annotations

import asyncio
from typing import Any, Final

import orjson

from server.graphql.recent import Kept
from server.graphql.subscriptions.differences import Difference, differences
from server.readers.feed import Move
from server.readers.pool import ReaderPool
from server.readers.protocol import Request

STATEMENTS: Final = "server.graphql.subscriptions.differences:statements"
KEPT: Final = 64
"""How many comparisons are kept: of one move, one for each set of things that is watched."""

_Key = tuple[str, str, tuple[str, ...] | None]


class Comparisons:
    """The comparisons of the last moves, by what is compared."""

    def __init__(self) -> None:
        self._kept: Kept[_Key, asyncio.Future[list[Difference]]] = Kept(KEPT)

    async def of(self, move: Move, things: list[str] | None) -> list[Difference]:
        """What differs of these things, or of all; raises what a reader raises."""
        name = move.before.name if move.before else ""
        key = (name, move.after.name, None if things is None else tuple(things))
        doing = self._kept.find(key)
        if doing is None:
            doing = self._kept.keep(key, asyncio.ensure_future(_compared(move, things)))
        # Whoever leaves does not end the work that others wait for.
        return await asyncio.shield(doing)


async def _compared(move: Move, things: list[str] | None) -> list[Difference]:
    before, after = await asyncio.gather(_said(move.before, things), _said(move.after, things))
    return await asyncio.to_thread(differences, before, after)


async def _said(pool: ReaderPool | None, things: list[str] | None) -> dict[str, Any]:
    if pool is None:
        return {}
    answer = await pool.whole(Request(STATEMENTS, {}, orjson.dumps(things)))
    said: dict[str, Any] = orjson.loads(answer.body())
    return said
