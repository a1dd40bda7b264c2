"""Requests to write, in order: those that come while one commit runs share the next one."""

from __future__ import annotations

import asyncio
import logging
from collections import deque
from collections.abc import Awaitable, Callable, Iterable, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from kg.errors import DeadlinePassed, Forbidden, KgError, NoRelease
from kg.release.catalogue import Catalogue, base_of
from kg.release.live import EMPTY, Live
from kg.release.writer.work import Done, Work
from kg.settings import addresses_of
from server.errors import Overloaded
from server.readers.work.caller import CALLER
from server.readers.work.job import number
from server.settings import ServerSettings
from server.writes.child import Child, WriterLost
from server.writes.following import Following
from server.writes.wire import outcome_of

LOG = logging.getLogger("coterminous.writes")
TOGETHER = 64
"""How many requests share one commit at most."""
LOOK = 1.0
"""Seconds between two looks at whether the current release was built anew."""
CLOSING = 10.0
"""Seconds that the process is given to end by itself."""
_TRIES = 2


class Waiting:
    """A request that waits, and whoever waits for it; `since` is in monotonic seconds."""

    def __init__(self, work: Work) -> None:
        self.number = number()
        self.caller = CALLER.get()
        self.since = asyncio.get_running_loop().time()
        self.work = work
        self.done: asyncio.Future[Done] = asyncio.get_running_loop().create_future()
        self.tries = 0

    def settle(self, outcome: Done | Exception) -> None:
        """Tell the outcome, unless nobody waits any more."""
        if self.done.done():
            return
        if isinstance(outcome, Done):
            self.done.set_result(outcome)
        else:
            self.done.set_exception(outcome)


class Writes:
    """The front of the process that writes.

    It is started with the service where anybody may write, so that the first who does need not
    wait for it; else, and when it has ended, by the first request.

    `publish` lets the release in a folder answer from now on, and returns when it does. Requests
    are answered after that, so that whoever was told of a write sees it.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        settings: ServerSettings,
        publish: Callable[[Path], Awaitable[None]],
    ) -> None:
        self.commits = 0
        self.restarts = 0
        self._catalogue = catalogue
        self._settings = settings
        self._publish = publish
        self._waiting: deque[Waiting] = deque()
        self._news = asyncio.Event()
        self._child: Child | None = None
        self._task: asyncio.Task[None] | None = None
        self.following = Following(catalogue, settings, self.commit)

    @property
    def waiting(self) -> int:
        """How many requests wait for their commit to begin."""
        return len(self._waiting)

    @property
    def works(self) -> list[Waiting]:
        """What waits for its commit to begin, and may still be ended by `settle`."""
        return [each for each in self._waiting if not each.done.done()]

    @property
    def process_id(self) -> int:
        """The id of the process that writes, or 0 while there is none."""
        return self._child.process_id if self._child else 0

    async def start(self) -> None:
        """Be ready for requests."""
        if not self._settings.makes_releases:
            return
        self._task = asyncio.get_running_loop().create_task(self._run())
        await self.following.start()

    async def close(self) -> None:
        """End the process when it has finished its commit; what waits is told that it is lost."""
        await self.following.close()
        if self._task:
            self._task.cancel()
            with suppress(asyncio.CancelledError):
                await self._task
        _fail(self._waiting, WriterLost())
        if self._child:
            await self._child.close(CLOSING)
            self._child = None

    async def commit(self, work: Work) -> Done:
        """Do it, and return as soon as every later request sees it.

        Raises what the work is refused for, `DeadlinePassed`, `WriterLost` and `NoSpace`, in which
        case nothing of it was done, and `Overloaded`. Whoever is cancelled here may find it done.
        """
        if addresses_of(self._catalogue.folder):
            raise Forbidden(
                "The graph is on an engine elsewhere, and is written to there.",
                hint="`coterminous build --to` publishes a release to it.",
            )
        if not self._settings.makes_releases:
            raise Forbidden(
                "Releases are made elsewhere, and only served here.",
                hint="Write to the service that they come from.",
            )
        if len(self._waiting) >= self._settings.queue:
            raise Overloaded(len(self._waiting))
        asked = Waiting(work)
        self._waiting.append(asked)
        self._news.set()
        return await asked.done

    async def _run(self) -> None:
        is_ours = not addresses_of(self._catalogue.folder)
        if is_ours and (self._settings.write_token or self._settings.tokens):
            await self._begin()
        while True:
            batch = await self._batch()
            try:
                await self._follow_base()
                if batch:
                    await self._together(batch)
            except asyncio.CancelledError:
                _fail(batch, WriterLost())
                raise
            except KgError as error:
                _fail(batch, error)
            except Exception:
                LOG.exception("A commit failed")
                _fail(batch, WriterLost())

    async def _begin(self) -> None:
        try:
            await self._running()
        except (KgError, OSError):
            LOG.warning("The process that writes could not start; it is tried again when asked")

    async def _batch(self) -> list[Waiting]:
        """What waits, as soon as anything does; nothing where nobody has asked for a while."""
        self._news.clear()
        if not self._waiting:
            with suppress(TimeoutError):
                async with asyncio.timeout(LOOK):
                    await self._news.wait()
        batch = [self._waiting.popleft() for _ in range(min(TOGETHER, len(self._waiting)))]
        return [each for each in batch if not each.done.done()]

    async def _together(self, batch: list[Waiting]) -> None:
        child = await self._running()
        begun, planned = -1, list[Any]()
        child.send([each.work for each in batch])
        try:
            while True:
                async with asyncio.timeout(self._settings.write_deadline):
                    kind, *told = await child.told()
                if kind == "begins":
                    begun = told[0]
                elif kind == "planned":
                    planned = told[0]
                else:
                    break
        except (WriterLost, TimeoutError) as error:
            await self._recover(batch, begun, planned, late=isinstance(error, TimeoutError))
            return
        self.commits += 1
        await self._tell(batch, told[0], told[1])

    async def _tell(self, batch: Sequence[Waiting], outcomes: list[Any], release: str) -> None:
        await self._publish(self._catalogue.find(release))
        for each, told in zip(batch, map(outcome_of, outcomes), strict=True):
            each.settle(told)
            if isinstance(told, Done):
                self.following.look(told.sequence, told.derived)

    async def _recover(
        self, batch: list[Waiting], begun: int, planned: list[Any], *, late: bool
    ) -> None:
        """The process is gone, or goes now: tell the one that it ended with, do the others again.

        If it was publishing, the next one tells whether that came to be.
        """
        if self._child:
            await self._child.kill()
        self._child = None
        if planned:
            child = await self._running()
            if child.sequence >= max(each[1] for each in planned if each[0] == "done"):
                await self._tell(batch, planned, child.release)
                return
        elif begun >= 0:
            culprit = batch.pop(begun)
            limit = self._settings.write_deadline
            culprit.settle(DeadlinePassed(limit) if late else WriterLost())
        for each in reversed(batch):
            each.tries += 1
            if each.tries < _TRIES:
                self._waiting.appendleft(each)
            else:
                each.settle(WriterLost())

    async def _running(self) -> Child:
        if self._child is None:
            self.restarts += 1
            self._child = await Child.start(self._catalogue.folder, self._settings)
            if self._child.base != EMPTY:
                self.following.look(self._child.sequence, self._child.derived)
        return self._child

    async def _follow_base(self) -> None:
        """When a release was built anew, the graphs of users are to come along."""
        try:
            name = self._catalogue.current().name
        except NoRelease:
            return
        base = base_of(name)
        if self._child and self._child.base != base:
            await self._child.close(CLOSING)
            self._child = None
        newest = Live(self._catalogue).newest(base) if not self._child else None
        if newest and newest.name != name:
            child = await self._running()
            await self._publish(self._catalogue.find(child.release))


def _fail(batch: Iterable[Waiting], error: KgError) -> None:
    for each in batch:
        each.settle(error)
