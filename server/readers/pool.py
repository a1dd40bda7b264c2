"""The readers of one release: a few warm processes, a short queue, a deadline."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, deque
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

from kg.errors import DeadlinePassed
from server.errors import Overloaded, ReaderLost, UnreadableRelease
from server.readers.forks import Zygote
from server.readers.protocol import Request
from server.readers.wire import Answer, Reader
from server.readers.zygotes import Zygotes
from server.settings import ServerSettings

LOG = logging.getLogger("coterminous")
AGAIN = 0.25
"""Seconds before a reader that could not be started is tried again."""
GRACE = 1.0
"""Seconds beyond the deadline that a request waits: the readers' deadlines have passed by then."""


class ReaderPool:
    """Reader processes that hold one release; each ends with the query that it cannot finish.

    `counts` counts answers by how they went: `answered`, `deadline`, `lost`, `turned-away`.
    """

    def __init__(
        self,
        folder: Path,
        settings: ServerSettings,
        modules: Sequence[str],
        counts: Counter[str],
        *,
        zygotes: Zygotes | None = None,
    ) -> None:
        self.folder = folder
        self.name = folder.name
        self.counts = counts
        self._settings = settings
        self._zygotes = zygotes or Zygotes(settings, modules)
        self._zygote: Zygote | None = None
        self._readers: set[Reader] = set()
        self._idle: list[Reader] = []
        self._waiting: deque[asyncio.Future[Reader]] = deque()
        self._tasks: set[asyncio.Task[None]] = set()
        self._turn = asyncio.Lock()
        self._news = asyncio.Event()
        self._closing = False

    @property
    def isolated(self) -> bool:
        """Whether its readers have no way to a network."""
        return self._zygote is not None and self._zygote.isolated

    @property
    def busy(self) -> int:
        """How many readers work on an answer."""
        return sum(each.busy for each in self._readers)

    @property
    def waiting(self) -> int:
        """How many requests wait for a reader."""
        return sum(not each.done() for each in self._waiting)

    @property
    def children(self) -> list[int]:
        """The process ids of its readers."""
        return sorted(each.child for each in self._readers)

    async def start(self) -> None:
        """Start the zygote and the readers; `UnreadableRelease` when they cannot open it."""
        try:
            await self._revive()
            for _ in range(self._settings.workers):
                await self._add()
        except (RuntimeError, OSError) as error:
            await self.close()
            raise UnreadableRelease(self.name) from error
        except BaseException:
            await self.close()
            raise

    async def ask(self, request: Request) -> Answer:
        """The answer to a request, as soon as its head is there.

        Raises what the handler raised, `DeadlinePassed`, `ReaderLost`, or `Overloaded` when too
        many wait already. Whoever is cancelled here, or leaves an answer half read, must
        `abandon` it.
        """
        reader = await self._reader()
        answer = reader.ask(request.frame(), self._settings.deadline)
        try:
            await answer.begun()
        except asyncio.CancelledError:
            answer.abandon()
            raise
        except (DeadlinePassed, ReaderLost) as error:
            self.counts["lost" if isinstance(error, ReaderLost) else "deadline"] += 1
            raise
        self.counts["answered"] += 1
        return answer

    async def whole(self, request: Request) -> Answer:
        """The same, but not before the answer is complete: `body` has all of it."""
        answer = await self.ask(request)
        try:
            await answer.complete()
        finally:
            answer.abandon()
        return answer

    async def drain(self) -> None:
        """Close it when everything that was asked of it is answered, or could have been."""
        with suppress(TimeoutError):
            async with asyncio.timeout(2 * self._settings.deadline):
                while self.busy or self.waiting:
                    self._news.clear()
                    await self._news.wait()
        await self.close()

    async def close(self) -> None:
        """End every reader and the zygote."""
        self._closing = True
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        for reader in list(self._readers):
            reader.end()
            with suppress(RuntimeError, OSError):
                await self._ours().end(reader.child)
        await self._zygotes.leave(self, self.folder)

    async def _reader(self) -> Reader:
        if self._idle:
            return self._idle.pop()
        if self.waiting >= self._settings.queue:
            self.counts["turned-away"] += 1
            raise Overloaded(self.waiting)
        turn: asyncio.Future[Reader] = asyncio.get_running_loop().create_future()
        self._waiting.append(turn)
        try:
            async with asyncio.timeout(self._settings.deadline + GRACE):
                return await turn
        except TimeoutError:
            self.counts["turned-away"] += 1
            raise Overloaded(self.waiting) from None
        except asyncio.CancelledError:
            if turn.done() and not turn.cancelled():  # its turn came as it left
                self._free(turn.result())
            raise

    def _free(self, reader: Reader) -> None:
        self._news.set()
        while self._waiting:
            turn = self._waiting.popleft()
            if not turn.done():
                turn.set_result(reader)
                return
        self._idle.append(reader)

    def _lost(self, reader: Reader) -> None:
        self._news.set()
        with suppress(ValueError):
            self._idle.remove(reader)
        if reader not in self._readers or self._closing:
            return
        self._readers.remove(reader)
        task = asyncio.get_running_loop().create_task(self._replace(reader.child))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _replace(self, child: int) -> None:
        with suppress(RuntimeError, OSError):
            await self._ours().end(child)
        while True:
            try:
                await self._revive()
                await self._add()
            except (RuntimeError, OSError) as error:
                LOG.warning("A reader of release %s cannot be started: %s", self.name, error)
                await asyncio.sleep(AGAIN)
            else:
                return

    async def _revive(self) -> None:
        async with self._turn:
            if self._zygote is None or self._zygote.ended:
                self._zygote = await self._zygotes.lease(self, self.folder)

    async def _add(self) -> None:
        child, wire = await self._ours().fork(self.folder)
        loop = asyncio.get_running_loop()
        _, reader = await loop.create_unix_connection(
            lambda: Reader(child, self._free, self._lost), sock=wire
        )
        try:
            await reader.ready
        except RuntimeError:
            await self._ours().end(child)
            raise
        self._readers.add(reader)
        self._free(reader)

    def _ours(self) -> Zygote:
        if self._zygote is None:
            raise RuntimeError("The process that readers are forked from was not started.")
        return self._zygote
