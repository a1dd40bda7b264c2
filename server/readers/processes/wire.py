"""One reader, seen from the front: requests down its wire, answers up, and the clock on it."""

from __future__ import annotations

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Callable
from typing import cast

import orjson

from kg.errors import DeadlinePassed, KgError
from server.errors import ReaderLost, restored
from server.readers.protocol import Frame, Frames, Kind, head_and_body
from server.readers.work.endings import MemoryExceeded
from server.readers.work.job import Job

AHEAD = 8 * 1024 * 1024
"""How many bytes of an answer are held for a client that takes them more slowly than they come."""
PATIENCE = 30.0
"""Seconds that a reader is held up by a client that takes nothing; then both are let go."""


class ReaderFault(Exception):
    """A handler failed in a way that was not foreseen; the text is its traceback, for the log."""


class ClientGone(Exception):
    """The client has left, so its answer was given up."""


class Answer:
    """An answer that is coming: its head first, then its chunks."""

    def __init__(self, give_up: Callable[[], None], resume: Callable[[], None]) -> None:
        self.status = 0
        self.headers: dict[str, str] = {}
        self.whole = False
        self.held = 0
        self._chunks: deque[bytes] = deque()
        self._ended = False
        self._failure: Exception | None = None
        self._news: asyncio.Future[None] | None = None
        self._give_up = give_up
        self._resume = resume

    async def begun(self) -> Answer:
        """This answer, as soon as its head is there; raises what the handler raised."""
        while not self.status and not self._failure:
            await self._wait()
        if self._failure:
            raise self._failure
        return self

    async def chunks(self) -> AsyncIterator[bytes]:
        """The body as it comes; raises when it will never be complete."""
        while True:
            while self._chunks:
                chunk = self._chunks.popleft()
                self.held -= len(chunk)
                self._resume()
                yield chunk
            if self._failure:
                raise self._failure
            if self._ended:
                return
            await self._wait()

    async def complete(self) -> None:
        """Take in the body until nothing more comes; raises when it will never be complete."""
        parts = [each async for each in self.chunks()]
        self._chunks.append(b"".join(parts))

    def body(self) -> bytes:
        """The body of an answer that came whole, or was taken in until it was complete."""
        return b"".join(self._chunks)

    @property
    def failure(self) -> Exception | None:
        """Why the rest will not come, if it will not."""
        return self._failure

    def abandon(self) -> None:
        """Nobody wants the rest: end the work on it, unless it is done."""
        if not self._ended and not self._failure:
            self.fail(ClientGone())
            self._give_up()

    def fail(self, failure: Exception) -> None:
        """The rest will not come."""
        self._failure = self._failure or failure
        self._tell()

    def take(self, frame: Frame) -> None:
        """Take in a frame of this answer."""
        if frame.kind is Kind.WHOLE:
            (self.status, self.headers), body = head_and_body(frame.payload)
            self._chunks.append(body)
            self.whole = self._ended = True
        elif frame.kind is Kind.HEAD:
            self.status, self.headers = orjson.loads(frame.payload)
        elif frame.kind is Kind.CHUNK:
            self._chunks.append(frame.payload)
            self.held += len(frame.payload)
        elif frame.kind is Kind.PROBLEM:
            self._failure = self._failure or _failure(*orjson.loads(frame.payload))
        else:
            self._ended = True
        self._tell()

    def _tell(self) -> None:
        if self._news and not self._news.done():
            self._news.set_result(None)

    async def _wait(self) -> None:
        if self._news is None or self._news.done():
            self._news = asyncio.get_running_loop().create_future()
        await self._news


class Reader(asyncio.Protocol):
    """A reader process and its wire. It answers one request at a time.

    `on_free` is called when it can be asked again, `on_lost` once when its wire is closed. `job` is
    what it is held by, and `ended` whether we have let it go.
    """

    def __init__(
        self, child: int, on_free: Callable[[Reader], None], on_lost: Callable[[Reader], None]
    ) -> None:
        self.child = child
        self.job: Job | None = None
        self.answer: Answer | None = None
        self.ended = False
        self.ready = asyncio.get_running_loop().create_future()
        self._loop = asyncio.get_running_loop()
        self._on_free, self._on_lost = on_free, on_lost
        self._frames = Frames()
        self._timer: asyncio.TimerHandle | None = None
        self._left = self._since = self._deadline = 0.0
        self._paused = False

    def ask(self, job: Job, deadline: float) -> Answer:
        """Send its request; the answer comes in time, or `DeadlinePassed` and the process ends.

        `deadline` is what the client is told; the clock is the job's.
        """
        answer = self.answer = Answer(self.end, self._taken)
        self.job = job
        job.began = self._loop.time()
        self._left, self._deadline = job.until - job.began, deadline
        if self._transport.is_closing():  # it ended after it was chosen
            answer.fail(ReaderLost())
            return answer
        self._start_clock()
        self._transport.write(job.request.frame().encode())
        return answer

    @property
    def has_begun(self) -> bool:
        """Whether something of its answer is there already."""
        return self.answer is not None and self.answer.status != 0

    def stop(self, why: Exception) -> None:
        """Have its answer fail, and the process end with it."""
        if self.answer:
            self.answer.fail(why)
        self.end()

    def end(self) -> None:
        """Let the process go; its wire is closed, and whoever owns it is told."""
        self.ended = True
        self._transport.abort()

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        """The wire is open (asyncio)."""
        self._transport = cast(asyncio.Transport, transport)

    def data_received(self, data: bytes) -> None:
        """Bytes have come (asyncio)."""
        for frame in self._frames.feed(data):
            if frame.kind is Kind.READY:
                if not self.ready.done():  # else whoever waited has gone
                    self.ready.set_result(None)
            elif self.answer:
                self._take(self.answer, frame)

    def connection_lost(self, _: Exception | None) -> None:
        """The wire is closed, by us or by the end of the process (asyncio)."""
        self._stop_clock()
        if not self.ready.done():
            self.ready.set_exception(RuntimeError("A reader ended before it was ready."))
            self.ready.exception()  # whoever waits is told; if nobody does, that is no fault
        self._on_lost(self)

    def _take(self, answer: Answer, frame: Frame) -> None:
        answer.take(frame)
        if self.job:
            self.job.size += len(frame.payload)
        if isinstance(answer.failure, MemoryExceeded):
            self.end()  # it ends itself, and is not to be asked before that is seen
        elif frame.kind in (Kind.WHOLE, Kind.END, Kind.PROBLEM):
            self._stop_clock()
            self.answer = None
            self._resume()
            self._on_free(self)
        elif answer.held > AHEAD and not self._paused:
            # The time that a client takes is not the query's: its clock stands, another one runs.
            self._stop_clock()
            self._paused = True
            self._transport.pause_reading()
            self._timer = self._loop.call_later(PATIENCE, answer.abandon)

    def _taken(self) -> None:
        if self._paused and self.answer and self.answer.held < AHEAD // 2:
            self._stop_clock()
            self._resume()
            self._start_clock()

    def _resume(self) -> None:
        if self._paused:
            self._paused = False
            self._transport.resume_reading()

    def _start_clock(self) -> None:
        self._since = self._loop.time()
        self._timer = self._loop.call_later(max(0.0, self._left), self._too_late)

    def _stop_clock(self) -> None:
        if self._timer:
            self._timer.cancel()
            self._timer = None
            if not self._paused:  # else it was the other clock
                self._left = max(0.0, self._left - (self._loop.time() - self._since))

    def _too_late(self) -> None:
        self.stop(DeadlinePassed(self._deadline))


def _failure(code: str, detail: str, hint: str, at: str) -> KgError | ReaderFault:
    return ReaderFault(detail) if code == "internal" else restored(code, detail, hint, at)
