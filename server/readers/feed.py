"""The moves from one release to the next, for whoever wants to hear of them."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator
from contextlib import contextmanager

from server.readers.pool import ReaderPool

AHEAD = 16
"""How many moves are held for a listener; of more the oldest is forgotten, not the newest."""


class Move:
    """A release that has come to answer, and what answered before it, if anything did.

    The readers of both answer for as long as a listener looks at the move.
    """

    def __init__(self, before: ReaderPool | None, after: ReaderPool) -> None:
        self.before = before
        self.after = after
        self._lookers = 0
        self._free = asyncio.Event()
        self._free.set()

    def take(self) -> None:
        """A listener has it."""
        self._lookers += 1
        self._free.clear()

    def leave(self) -> None:
        """A listener is done with it."""
        self._lookers -= 1
        if not self._lookers:
            self._free.set()

    async def left(self) -> None:
        """Return as soon as no listener has it."""
        await self._free.wait()


class Listener:
    """The moves that one listener has not seen yet."""

    def __init__(self) -> None:
        self._moves: asyncio.Queue[Move] = asyncio.Queue()

    def hear(self, move: Move) -> None:
        """Take a move in."""
        if self._moves.qsize() == AHEAD:
            self._moves.get_nowait().leave()
        move.take()
        self._moves.put_nowait(move)

    async def moves(self) -> AsyncGenerator[Move, None]:
        """Each move as it comes; it is done with when the next one is asked for."""
        while True:
            move = await self._moves.get()
            try:
                yield move
            finally:
                move.leave()

    def end(self) -> None:
        """Be done with what was not seen."""
        while not self._moves.empty():
            self._moves.get_nowait().leave()


class Feed:
    """Tells every listener of every move, in order."""

    def __init__(self) -> None:
        self._listeners: set[Listener] = set()

    def __len__(self) -> int:
        return len(self._listeners)

    def tell(self, move: Move) -> None:
        """Tell all who listen now."""
        for each in self._listeners:
            each.hear(move)

    @contextmanager
    def listening(self) -> Iterator[Listener]:
        """A listener for all moves from now on, until the context ends."""
        listener = Listener()
        self._listeners.add(listener)
        try:
            yield listener
        finally:
            self._listeners.discard(listener)
            listener.end()
