"""Which release answers: the current one, followed as it changes, or another that is kept."""

from __future__ import annotations

import asyncio
import logging
from collections import Counter, OrderedDict
from collections.abc import Callable, Coroutine, Iterable, Mapping, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Any

from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Receive, Scope

from kg.errors import NoRelease
from kg.release.catalogue import Catalogue, is_earlier
from kg.release.opened import OpenRelease
from kg.settings import addresses_of
from server.errors import UnreadableRelease
from server.readers import protocol
from server.readers.elsewhere import follow
from server.readers.feed import Feed, Move
from server.readers.history import History
from server.readers.pool import ReaderPool
from server.readers.processes.zygotes import Zygotes
from server.readers.stream import Stream, gone
from server.readers.work.endings import Closing
from server.settings import ServerSettings

LOG = logging.getLogger("coterminous")
BESIDE = 2
"""How many releases are held open beside the current one."""
LOOK = 1.0
"""Seconds between two looks at which release is current."""
_PRIVATE = frozenset(("authorization", "cookie", "proxy-authorization"))


class Readers:
    """The readers of every release that is held open; endpoints call `run`.

    In the log the words that `redacted` knows as secrets are blackened.
    """

    def __init__(
        self,
        catalogue: Catalogue,
        settings: ServerSettings,
        modules: Sequence[str],
        redacted: Callable[[str], str] = lambda text: text,
    ) -> None:
        self.catalogue = catalogue
        self.feed = Feed()
        self._settings = settings
        self._zygotes = Zygotes(settings, modules)
        self.history = History(settings.slow_query, redacted)
        self._pool: ReaderPool | None = None
        self._near: OpenRelease | None = None
        self._beside: OrderedDict[str, ReaderPool] = OrderedDict()
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._leaving: set[ReaderPool] = set()
        self.is_closing = False
        self._is_stopped = False

    @property
    def counts(self) -> Counter[str]:
        """How many answers went how: see `History`."""
        return self.history.counts

    @property
    def current(self) -> str:
        """The name of the release that answers unless another is asked for, or nothing."""
        return self._pool.name if self._pool else ""

    @property
    def near(self) -> OpenRelease | None:
        """The current release as this process has it open, if it may be asked here."""
        return None if self._is_stopped else self._near

    @property
    def pools(self) -> list[ReaderPool]:
        """The pools that are open, that of the current release first."""
        return [each for each in (self._pool, *self._beside.values()) if each]

    @property
    def all_pools(self) -> list[ReaderPool]:
        """Those, and the ones that finish what was asked of them before they are closed."""
        return [*self.pools, *self._leaving]

    def stop(self) -> None:
        """End all work, and begin no more: `Closing` is raised for it."""
        self._is_stopped = True
        for job in [job for each in self.all_pools for job in each.jobs]:
            job.stop(Closing())

    async def start(self) -> None:
        """Open the current release if there is one, and follow `current` from now on."""
        with suppress(NoRelease):
            await self.publish(self.catalogue.current())
        self._spawn(self._follow())
        if addresses_of(self.catalogue.folder):
            self._spawn(follow(self.catalogue, self._settings.origin))

    async def close(self) -> None:
        """End all readers."""
        tasks, self._tasks, leaving = list(self._tasks), set(), list(self._leaving)
        for task in tasks:
            task.cancel()
        self._near = None
        await asyncio.gather(*tasks, return_exceptions=True)
        await asyncio.gather(*(each.close() for each in {*self.pools, *leaving}))

    async def run(
        self,
        request: Request,
        handler: str,
        params: Mapping[str, str | list[str]] | None = None,
        body: bytes = b"",
        *,
        release: str | None = None,
    ) -> Response:
        """What the handler by that dotted name answers, as a response that names its release.

        The release is that argument, else the query parameter `release`, else the current one.
        Raises what the handler raised and what `ReaderPool.ask` raises. A client that leaves ends
        the work. The request's body must have been read.
        """
        if not release and b"release" in request.scope["query_string"]:
            release = request.query_params.get("release", "")
        asked = asked_of(request.scope, handler, params or {}, body)
        return await self.answered(asked, request.receive, release or "")

    async def answered(
        self, asked: protocol.Request, receive: Receive, release: str = ""
    ) -> Response:
        """The same for what `asked_of` makes of a request; without a name the current release."""
        pool = await self.pool(release)
        answer = await gone(receive, pool.ask(asked))
        if answer is None:
            return Response(status_code=499)  # nobody is there to read it
        headers = {"x-release": pool.name} | answer.headers
        if answer.whole:
            return Response(answer.body(), answer.status, headers)
        return Stream(answer, headers)

    async def whole(self, asked: protocol.Request, release: str = "") -> Response:
        """The same for what is not asked by an HTTP request; the answer is complete."""
        pool = await self.pool(release)
        answer = await pool.whole(asked)
        headers = {"x-release": pool.name} | answer.headers
        return Response(answer.body(), answer.status, headers)

    async def publish(self, folder: Path) -> None:
        """Let the release in that folder answer from now on, and tell the feed of it.

        Raises `UnreadableRelease`; what answers then goes on answering.
        """
        async with self._turn:
            before = self._pool
            if before and is_earlier(folder.name, before.name):
                return  # whoever asked for it had looked before the last commit
            after = await self._opened(folder)
            if after is before:
                return
            try:
                near = await asyncio.to_thread(_near, folder)
            except BaseException:  # also where we are closed: nobody else knows of it yet
                await after.close()
                raise
            # Both at once: whatever is asked from now on sees this release.
            self._pool, self._near = after, near
        LOG.info("Release %s answers", after.name)
        move = Move(before, after)
        self.feed.tell(move)
        if before:
            self._let_go(before, self._leave(before, move))

    async def pool(self, name: str = "") -> ReaderPool:
        """The pool of a release by name, or of the current one.

        Raises `NoRelease`, `UnknownRelease` or `RetiredRelease`.
        """
        if self._is_stopped:
            raise Closing
        if self._pool and name in ("", self._pool.name):
            return self._pool
        if not name:
            raise NoRelease(self.catalogue.folder)
        if name not in self._beside:
            folder = self.catalogue.find(name)
            async with self._turn:
                return await self._open_beside(folder)
        self._beside.move_to_end(name)
        return self._beside[name]

    async def _opened(self, folder: Path) -> ReaderPool:
        if self._pool and folder.name == self._pool.name:
            return self._pool
        if folder.name in self._beside:
            return self._beside.pop(folder.name)
        pool = ReaderPool(folder, self._settings, self._zygotes, self.history)
        await pool.start()
        return pool

    async def _open_beside(self, folder: Path) -> ReaderPool:
        pool = await self._opened(folder)
        if pool is self._pool:
            return pool
        self._beside[folder.name] = pool
        while len(self._beside) > BESIDE:
            _, oldest = self._beside.popitem(last=False)
            self._let_go(oldest, self._drain(oldest))
        return pool

    async def _follow(self) -> None:
        seen = 0
        while True:
            await asyncio.sleep(LOOK)
            try:
                now = self.catalogue.pointer.stat().st_mtime_ns
                if now != seen:
                    await self.publish(self.catalogue.current())
                    self._close_retired()
                seen = now
            except UnreadableRelease:
                seen = now
                LOG.exception("Release '%s' goes on", self.current)
            except (OSError, NoRelease):
                continue  # nothing is published yet; what answers goes on answering

    async def _leave(self, pool: ReaderPool, move: Move) -> None:
        with suppress(TimeoutError):
            async with asyncio.timeout(2 * self._settings.deadline):
                await move.left()
        await self._drain(pool)

    async def _drain(self, pool: ReaderPool) -> None:
        try:
            await pool.drain()
        finally:
            self._leaving.discard(pool)

    def _close_retired(self) -> None:
        for name in [each for each in self._beside if not self.catalogue.holds(each)]:
            pool = self._beside.pop(name)
            self._let_go(pool, self._drain(pool))

    def _let_go(self, pool: ReaderPool, ending: Coroutine[Any, Any, None]) -> None:
        """End a pool in its own time; `close` knows of it from now on."""
        self._leaving.add(pool)
        self._spawn(ending)

    def _spawn(self, work: Coroutine[Any, Any, None]) -> None:
        task = asyncio.get_running_loop().create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def _near(folder: Path) -> OpenRelease | None:
    """The release opened for this process, where it is known which of its answers are quick."""
    release = OpenRelease(folder)
    if release.engine or not release.widths:
        return None
    _ = release.store
    return release


def asked_of(
    scope: Scope, handler: str, params: Mapping[str, str | list[str]], body: bytes
) -> protocol.Request:
    """What a handler is asked for an HTTP request."""
    headers, number = _passed_on(scope["headers"]), str(scope.get("request_id", ""))
    return protocol.Request(handler, params, body, headers, scope["method"], scope["path"], number)


def _passed_on(raw: Iterable[tuple[bytes, bytes]]) -> dict[str, str]:
    """Headers by name, without credentials; one that was sent more than once has all its values."""
    headers: dict[str, str] = {}
    for name, value in raw:
        key, text = name.decode("latin-1"), value.decode("latin-1")
        if key not in _PRIVATE:
            headers[key] = f"{headers[key]}, {text}" if key in headers else text
    return headers
