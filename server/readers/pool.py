"""The readers of one release: a few warm processes, a short line before them, and one clock.

Work runs from its arrival until its deadline, in the line and in a reader together. What is long
gets less of the processors than what has just come, and for each of the first `burst` of it another
reader is started. As much as there are `workers` may be heavy while others wait; one more is ended,
and begun again as soon as it may be; an answer that is on its way already is broken off only when
half of its time is over. So what is quick is answered however much of the rest there is.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from pathlib import Path
from typing import Never

from kg.errors import DeadlinePassed
from kg.release.feed.held import Held
from server.errors import Overloaded, ReaderLost, UnreadableRelease
from server.readers.history import History, ending_of
from server.readers.line import Line, given
from server.readers.processes.crew import NICE, Crew, stand, worked
from server.readers.processes.wire import Answer, Reader
from server.readers.processes.zygotes import Zygotes
from server.readers.protocol import Request
from server.readers.work.caller import CALLER
from server.readers.work.endings import (
    Cancelled,
    Closing,
    MemoryExceeded,
    Overtaken,
    WaitedTooLong,
)
from server.readers.work.job import Again, Job
from server.settings import ServerSettings

LONG = 0.05
"""Seconds after which work is long; and heavy, if a processor was given to it for all of them."""
HELD = 0.5
"""Seconds after which it is heavy however little it was given: it keeps a reader from others."""
LINGER = 5.0
"""Seconds that a reader more than are needed is kept."""
_FAILED = (DeadlinePassed, ReaderLost, MemoryExceeded, Cancelled, Closing)


class ReaderPool:
    """Reader processes that hold one release; each ends with the query that it cannot finish."""

    def __init__(
        self, folder: Path, settings: ServerSettings, zygotes: Zygotes, history: History
    ) -> None:
        self.folder = folder
        self.name = folder.name
        self._settings = settings
        self._history = history
        self._crew = Crew(folder, zygotes, settings.memory, self._free, self._lost)
        self._readers: set[Reader] = set()
        self._idle: list[Reader] = []
        self._line = Line()
        self._news = asyncio.Event()
        self._closing = False
        self._held = Held(folder)

    @property
    def isolated(self) -> bool:
        """Whether its readers have no way to a network."""
        return self._crew.zygote is not None and self._crew.zygote.isolated

    @property
    def zygote_id(self) -> int:
        """The id of the process that its readers are forked from, or 0."""
        return self._crew.zygote.process_id if self._crew.zygote else 0

    @property
    def busy(self) -> int:
        """How many readers work on an answer."""
        return sum(each.job is not None for each in self._readers)

    @property
    def waiting(self) -> int:
        """How many requests wait for a reader."""
        return len(self._line)

    @property
    def children(self) -> list[int]:
        """The process ids of its readers."""
        return sorted(each.child for each in self._readers)

    @property
    def jobs(self) -> list[Job]:
        """What runs, and what waits."""
        return [each.job for each in self._readers if each.job] + self._line.jobs

    async def start(self) -> None:
        """Start the zygote and the readers; `UnreadableRelease` when they cannot open it."""
        try:
            await self._crew.revive()
            for _ in range(self._settings.workers):
                self._ready(await self._crew.add())
        except (RuntimeError, OSError) as error:
            await self.close()
            raise UnreadableRelease(self.name) from error
        except BaseException:
            await self.close()
            raise

    async def ask(self, request: Request) -> Answer:
        """The answer to a request, as soon as its head is there.

        Raises what the handler raised, `DeadlinePassed`, `MemoryExceeded`, `ReaderLost`,
        `Cancelled`, or `Overloaded` when too many wait already or when it has waited for half of
        its time. Whoever is cancelled here, or leaves an answer half read, must `abandon` it.
        """
        now = asyncio.get_running_loop().time()
        job = Job(request, CALLER.get(), now, self._settings.deadline)
        job.is_slow = self._history.is_slow(job)
        while True:
            try:
                return await self._asked(job)
            except Again:
                job.begin_again()
                self._history.remember(job)

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
        await self._crew.close(list(self._readers))
        self._held.release()

    async def _asked(self, job: Job) -> Answer:
        reader = await self._reader(job)
        answer = reader.ask(job, self._settings.deadline)
        loop = asyncio.get_running_loop()
        loop.call_later(LONG, self._look, reader, job, worked(reader) + LONG, loop.time() + HELD)
        try:
            await answer.begun()
        except asyncio.CancelledError:
            answer.abandon()
            raise
        except _FAILED as error:
            self._history.counts[ending_of(error)] += 1
            raise
        self._history.counts["answered"] += 1
        return answer

    async def _reader(self, job: Job) -> Reader:
        if self._idle and (not job.is_slow or self._has_room):
            return self._taken(job)
        if self.waiting >= self._settings.queue:
            self._turn_away(Overloaded(self.waiting))
        turn = self._line.join(job)
        self._balance()
        try:
            async with asyncio.timeout_at(job.patience):
                return await turn
        except TimeoutError:
            if given(turn):
                return turn.result()  # it came at the last moment
            self._turn_away(WaitedTooLong(job.patience - job.since))
        except asyncio.CancelledError:
            if given(turn):
                turn.result().job = None
                self._free(turn.result())
            raise
        finally:
            self._line.leave(job)

    def _turn_away(self, why: Overloaded) -> Never:
        self._history.counts["turned-away"] += 1
        raise why from None

    def _taken(self, job: Job) -> Reader:
        reader = self._idle.pop()
        reader.job, job.is_running = job, True
        job.stop = reader.stop
        return reader

    def _heavy(self) -> list[Reader]:
        held = [each for each in self._readers if each.job and not each.ended]
        return [each for each in held if each.job and (each.job.is_slow or each.job.is_heavy)]

    @property
    def _has_room(self) -> bool:
        """Whether one more may be heavy."""
        return len(self._heavy()) < self._settings.workers

    @property
    def _wanted(self) -> int:
        """How many readers there should be."""
        long = sum(each.job is not None and each.job.is_long for each in self._readers)
        return self._settings.workers + min(self._settings.burst, long)

    def _look(self, reader: Reader, job: Job, work: float, until: float) -> None:
        """See that it is long, and whether it is heavy: by its reader's work, or by the time."""
        if reader.job is not job or reader.ended:
            return
        loop = asyncio.get_running_loop()
        job.is_long = True
        job.is_heavy = worked(reader) >= work or loop.time() >= until
        if not job.is_heavy:
            loop.call_later(LONG, self._look, reader, job, work, until)
        stand(reader, NICE)
        self._balance()

    def _balance(self) -> None:
        """Start the readers that are missing; let who waits pass what takes long."""
        if self._closing:
            return
        while len(self._readers) + self._crew.starting < self._wanted:
            self._crew.start(self._ready)
        coming = self._crew.starting + sum(each.ended for each in self._readers)
        heavy = self._heavy()
        passing = min(len(heavy) - self._settings.workers, self._line.fresh - coming)
        if passing > 0 and not self._idle:
            # The youngest has least to lose; an answer on its way cannot be begun again.
            able = [each for each in heavy if not each.has_begun or self._is_late(each)]
            for reader in sorted(able, key=_loss)[:passing]:
                reader.stop(Overtaken() if reader.has_begun else Again())

    def _is_late(self, reader: Reader) -> bool:
        """Whether half of the time is over that its work has."""
        assert reader.job
        taken = asyncio.get_running_loop().time() - reader.job.since
        return taken > self._settings.deadline / 2

    def _ready(self, reader: Reader) -> None:
        self._readers.add(reader)
        self._history.processes["started"] += 1
        self._free(reader)

    def _free(self, reader: Reader) -> None:
        job, reader.job = reader.job, None
        self._news.set()
        if job:
            self._note(job, "answered")
        if job and job.is_long and not stand(reader, 0):
            reader.end()  # it cannot be let forward again, so that another is to take its place
            return
        self._idle.append(reader)
        self._dispatch()
        extra = len(self._readers) > self._settings.workers  # else nothing is to be counted
        if extra and len(self._readers) > self._wanted:
            asyncio.get_running_loop().call_later(LINGER, self._shrink)

    def _dispatch(self) -> None:
        while self._idle and self.waiting:
            found = self._line.next(slow=self._has_room)
            if found is None:
                return
            job, turn = found
            turn.set_result(self._taken(job))

    def _shrink(self) -> None:
        if self._idle and len(self._readers) > self._wanted and not self._closing:
            self._idle.pop(0).end()

    def _lost(self, reader: Reader) -> None:
        self._news.set()
        with suppress(ValueError):
            self._idle.remove(reader)
        if reader not in self._readers or self._closing:
            reader.stop(ReaderLost())
            return
        self._readers.remove(reader)
        self._crew.bury(reader, self._buried)
        self._balance()
        self._dispatch()  # there may be room for what takes long

    def _buried(self, reader: Reader) -> None:
        ending = ending_of(reader.answer.failure) if reader.answer else "retired"
        self._history.processes[ending] += 1
        if reader.job and ending != "others":
            self._note(reader.job, ending)

    def _note(self, job: Job, outcome: str) -> None:
        seconds = asyncio.get_running_loop().time() - job.since
        self._history.finished(job, seconds, self.name, outcome)


def _loss(reader: Reader) -> tuple[bool, bool, float]:
    assert reader.job
    return reader.has_begun, reader.job.is_slow, -reader.job.since
