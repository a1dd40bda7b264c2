"""What waits for a reader, in the order in which it came."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING, TypeAlias

from server.readers.work.job import Job

if TYPE_CHECKING:
    from server.readers.processes.wire import Reader

Turn: TypeAlias = "asyncio.Future[Reader]"


class Line:
    """Jobs that wait, each with the future by which it is given its reader."""

    def __init__(self) -> None:
        self._turns: dict[Job, Turn] = {}

    def __len__(self) -> int:
        return len(self._turns)

    @property
    def jobs(self) -> list[Job]:
        """All that wait."""
        return list(self._turns)

    @property
    def fresh(self) -> int:
        """How many wait that are not known to take long."""
        return sum(not each.is_slow for each in self._turns)

    def join(self, job: Job) -> Turn:
        """Wait from now on, until `leave`."""
        turn = self._turns[job] = asyncio.get_running_loop().create_future()

        def stop(why: Exception) -> None:
            if not turn.done():
                turn.set_exception(why)

        job.stop = stop
        return turn

    def leave(self, job: Job) -> None:
        """Wait no more."""
        self._turns.pop(job, None)

    def next(self, *, slow: bool) -> tuple[Job, Turn] | None:
        """Whose turn is next, who has left the line; `slow` is whether slow ones may have it."""
        able = [each for each in self._turns if slow or not each.is_slow]
        waiting = [each for each in able if not self._turns[each].done()]
        if not waiting:
            return None
        job = min(waiting, key=lambda each: each.since)
        return job, self._turns.pop(job)


def given(turn: Turn) -> bool:
    """Whether a reader was given by it."""
    return turn.done() and not turn.cancelled() and turn.exception() is None
