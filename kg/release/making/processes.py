"""Processes that work for a build, one for each core that it may use."""

from __future__ import annotations

import os
from collections.abc import Iterator
from concurrent.futures import ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from multiprocessing import get_context

from kg.errors import KgError


class ProcessEnded(KgError):
    """A process that worked for a build was ended from outside, or by a fault of its own."""

    code = "process-ended"
    hint = "Most often memory ran out: give the build more of it, or one core (`taskset -c 0 …`)."

    def __init__(self) -> None:
        super().__init__("A process that worked for the build has ended, so the build was stopped.")


def cores() -> int:
    """How many cores this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


@contextmanager
def pool(*, alone: bool = False) -> Iterator[ProcessPoolExecutor]:
    """Processes, each of which does one task only where each is to be `alone`: what it held is
    given back then.

    Raises `ProcessEnded` where one of them is no more; what waits is not begun after an error.
    """
    each = 1 if alone else None
    found = ProcessPoolExecutor(cores(), get_context("spawn"), max_tasks_per_child=each)
    try:
        yield found
    except BrokenProcessPool:
        raise ProcessEnded from None
    finally:
        found.shutdown(cancel_futures=True)
