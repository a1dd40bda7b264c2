"""Writing through the front of a real service, from threads."""

import asyncio
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from server.writes import Done, Work, Writes
from tests.conftest import Served, publish, serving, tiny_statements
from tests.kg.release.writer.conftest import fill, small_disk

__all__ = ["fill", "small_disk"]

Commit = Callable[[Served, Work], Done]


@pytest.fixture
def service(tmp_path: Path) -> Iterator[Served]:
    """The service over a tiny release of its own, called `r1`."""
    publish(tmp_path, "r1", tiny_statements())
    with serving(tmp_path, write_deadline=3.0) as served:
        yield served


@pytest.fixture
def commit() -> Commit:
    """Have a piece of work done by a service; raises what it is refused for."""

    def do(served: Served, work: Work) -> Done:
        writes: Writes = served.state.writes
        loop: Any = writes._task.get_loop() if writes._task else None
        return asyncio.run_coroutine_threadsafe(writes.commit(work), loop).result(120)

    return do
