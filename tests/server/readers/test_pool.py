"""Readers as real processes: asked, failing, killed."""

import asyncio
import os
import signal
from collections import Counter
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import pytest

from kg.errors import BadParameter, DeadlinePassed
from server.errors import Overloaded, ReaderLost
from server.readers.history import History
from server.readers.pool import ReaderPool
from server.readers.processes.wire import Answer, ReaderFault
from server.readers.processes.zygotes import Zygotes
from server.readers.protocol import FLUSH, Request
from server.readers.work.endings import MemoryExceeded, WaitedTooLong
from server.settings import ServerSettings
from tests.conftest import Listener

HERE = "tests.server.readers.handlers"


def asked(handler: str, body: bytes = b"", **params: str) -> Request:
    return Request(f"{HERE}:{handler}", dict(params), body)


def with_pool(
    place: Path, work: Callable[[ReaderPool], Awaitable[None]], **settings: Any
) -> Counter[str]:
    """Run `work` with a pool over the current release; give back what was counted."""
    history = History(1.0)
    known = ServerSettings(**{"burst": 0} | settings)

    async def run() -> None:
        pool = ReaderPool(place / "releases" / "tiny", known, Zygotes(known, (HERE,)), history)
        await pool.start()
        try:
            async with asyncio.timeout(60):
                await work(pool)
        finally:
            await pool.close()

    asyncio.run(run())
    return history.counts


async def all_of(answer: Answer) -> bytes:
    return b"".join([chunk async for chunk in answer.chunks()])


async def until(met: Callable[[], bool]) -> None:
    while not met():  # noqa: ASYNC110 - a pool tells nobody of this
        await asyncio.sleep(0)


def test_a_handler_is_found_by_name_and_answers(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        answer = await pool.ask(asked("echo", b"body", word="wörd"))

        assert (answer.status, answer.headers["content-type"]) == (201, "text/plain")
        assert answer.whole
        assert answer.body() == "tiny wörd body".encode()

    assert with_pool(tiny_release, work) == {"answered": 1}


def test_what_a_handler_raises_is_raised_in_the_front(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        with pytest.raises(BadParameter, match=r"^Parameter 'word': it is refused$") as refused:
            await pool.ask(asked("refuse"))
        assert (refused.value.hint, refused.value.at) == ("Leave it out.", "word")

        with pytest.raises(ReaderFault, match="ZeroDivisionError: a secret of this house"):
            await pool.ask(asked("fail"))
        # neither costs a process
        assert (await pool.ask(asked("echo"))).status == 201

    with_pool(tiny_release, work, workers=1)


def test_a_query_past_its_deadline_is_killed_and_the_next_one_is_answered(
    tiny_release: Path,
) -> None:
    async def work(pool: ReaderPool) -> None:
        (before,) = pool.children
        with pytest.raises(DeadlinePassed, match=r"not ready within 2 s"):
            await pool.ask(asked("run_away"))
        answer = await pool.ask(asked("echo"))

        assert answer.headers["x-pid"] != str(before)
        await until(lambda: not Path(f"/proc/{before}").exists())

    assert with_pool(tiny_release, work, workers=1, deadline=2.0) == {"deadline": 1, "answered": 1}


@pytest.mark.parametrize("handler", ["end", "eat"])
def test_a_reader_that_dies_of_a_query_is_replaced(tiny_release: Path, handler: str) -> None:
    async def work(pool: ReaderPool) -> None:
        failed: type[Exception] = ReaderLost if handler == "end" else MemoryExceeded
        with pytest.raises(failed):
            await pool.ask(asked(handler))

        assert (await pool.ask(asked("echo"))).status == 201

    with_pool(tiny_release, work, workers=1, memory=256)


def test_idle_readers_that_are_killed_from_outside_are_replaced(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        killed = pool.children
        for child in killed:
            os.kill(child, signal.SIGKILL)
        pids: set[int] = set()
        while len(pids) < 2:
            try:
                answers = await asyncio.gather(*(pool.ask(asked("echo")) for _ in range(2)))
            except ReaderLost:  # asked between its death and the news of it
                continue
            pids |= {int(each.headers["x-pid"]) for each in answers}

        assert pids.isdisjoint(killed)
        assert len(pool.children) == 2

    with_pool(tiny_release, work)


def test_readers_come_back_when_the_zygote_is_killed(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        zygote = pool.zygote_id
        os.kill(zygote, signal.SIGKILL)
        await until(lambda: pool.zygote_id != zygote and len(pool.children) == 2)

        assert (await pool.ask(asked("echo"))).status == 201

    with_pool(tiny_release, work)


def test_more_than_may_wait_are_turned_away_at_once(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        answers = [asyncio.ensure_future(pool.ask(asked("run_away"))) for _ in range(3)]
        done = await asyncio.gather(*answers, return_exceptions=True)

        assert [str(each) for each in done] == [
            "The answer was not ready within 0.5 s, so it was stopped.",
            "Nothing was free to answer it within 0.25 s.",
            "1 queries are waiting already.",
        ]
        assert [type(each) for each in done] == [DeadlinePassed, WaitedTooLong, Overloaded]

    counts = with_pool(tiny_release, work, workers=1, queue=1, deadline=0.5)
    assert counts == {"deadline": 1, "turned-away": 2}


def test_a_request_that_is_given_up_ends_the_work_on_it(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        (before,) = pool.children
        answer = asyncio.ensure_future(pool.ask(asked("run_away")))
        await until(lambda: pool.busy == 1)
        answer.cancel()
        after = await pool.ask(asked("echo"))

        assert after.headers["x-pid"] != str(before)

    with_pool(tiny_release, work, workers=1, deadline=60)


def test_a_large_answer_comes_whole_and_leaves_its_reader_free_early(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        answer = await pool.ask(asked("large", parts="40"))  # 2.5 MiB, held for a slow client
        assert (await pool.ask(asked("echo"))).status == 201
        assert await all_of(answer) == b"x" * FLUSH * 40

    with_pool(tiny_release, work, workers=1)


def test_an_answer_larger_than_what_is_held_comes_whole(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        answer = await pool.ask(asked("large", parts="400"))
        assert len(await all_of(answer)) == FLUSH * 400  # 25 MiB through 8 MiB

    with_pool(tiny_release, work, workers=1)


def test_the_time_that_a_client_takes_does_not_count(tiny_release: Path) -> None:
    async def work(pool: ReaderPool) -> None:
        answer = await pool.ask(asked("large", parts="400"))
        await asyncio.sleep(2.5)  # longer than the deadline, and not the reader's fault
        assert len(await all_of(answer)) == FLUSH * 400

    with_pool(tiny_release, work, workers=1, deadline=2.0)


@pytest.mark.parametrize(("then", "failure"), [("fail", ReaderFault), ("run away", DeadlinePassed)])
def test_an_answer_that_fails_midway_never_looks_complete(
    tiny_release: Path, then: str, failure: type[Exception]
) -> None:
    async def work(pool: ReaderPool) -> None:
        with pytest.raises(failure):  # here already, if head and failure come together
            await all_of(await pool.ask(asked("large", parts="3", then=then)))
        assert (await pool.ask(asked("echo"))).status == 201

    with_pool(tiny_release, work, workers=1, deadline=2.0)


def test_readers_cannot_reach_a_network(tiny_release: Path, listener: Listener) -> None:
    # The second wall: here no guard has looked at the query.
    async def work(pool: ReaderPool) -> None:
        if not pool.isolated:
            pytest.skip("this platform gives readers no network namespace of their own")
        query = f"SELECT * {{ SERVICE <{listener.url}> {{ ?s ?p ?o }} }}"
        with pytest.raises(ReaderFault, match="unreachable"):
            await pool.ask(asked("call", query.encode()))

    with_pool(tiny_release, work, workers=1)
    assert listener.calls == []
