"""Documents read side by side, in as many processes as there are processors."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from itertools import islice
from multiprocessing import get_context
from typing import Final, NamedTuple, TypeVar

from kg.errors import InvalidInput, KgError

One = TypeVar("One")
Read = TypeVar("Read")
_AHEAD: Final = 4
"""So many documents for each process wait to be read, or to be told."""


class Refusal(NamedTuple):
    """Why a document was not read: an error that can go from process to process."""

    told: str
    hint: str
    status: int

    @classmethod
    def of(cls, error: KgError) -> Refusal:
        """What is told of an error, and the exit code that follows: 2 of a file, else 1."""
        return cls(str(error), error.hint, 2 if isinstance(error, InvalidInput) else 1)

    @property
    def error(self) -> KgError:
        """The error again, to be printed or raised."""
        error = KgError(self.told)
        error.hint = self.hint
        return error


def in_order(
    read: Callable[[One], Read], documents: Sequence[One], module: str, workers: int | None = None
) -> Iterator[Read]:
    """What `read` gives of each document, in their order; no more is read ahead than is told soon.

    One alone is read here; several in processes of their own, one for each processor, which have
    `module` loaded. A function that other processes are to have must be one of a module.
    """
    count = min(workers or len(os.sched_getaffinity(0)), len(documents))
    if count < 2:
        yield from map(read, documents)
        return
    # A fork would share what this process has open; that the others are forked from has nothing.
    context = get_context("forkserver")
    context.set_forkserver_preload([module])
    with ProcessPoolExecutor(count, context) as pool:
        yield from _told(pool, read, documents, count * _AHEAD)


def _told(
    pool: Executor, read: Callable[[One], Read], documents: Sequence[One], ahead: int
) -> Iterator[Read]:
    rest = iter(documents)
    waiting: list[Future[Read]] = [pool.submit(read, each) for each in islice(rest, ahead)]
    while waiting:
        done = waiting.pop(0).result()
        waiting += [pool.submit(read, each) for each in islice(rest, 1)]
        yield done
