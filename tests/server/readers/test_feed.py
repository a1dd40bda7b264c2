"""Who listens hears of each move, and holds what answered before for as long as it looks."""

import asyncio
from typing import cast

from server.readers.feed import AHEAD, Feed, Move
from server.readers.pool import ReaderPool


class Pool:
    """Stands where the readers of a release stand; nobody asks it anything."""

    def __init__(self, name: str) -> None:
        self.name = name


def move(number: int) -> Move:
    return Move(None, cast(ReaderPool, Pool(f"r{number}")))


def test_moves_are_heard_in_their_order_by_all_who_listen() -> None:
    async def heard() -> list[list[str]]:
        feed = Feed()
        feed.tell(move(0))  # before anybody listens
        with feed.listening() as one, feed.listening() as two:
            for number in (1, 2):
                feed.tell(move(number))
            both = [one.moves(), two.moves()]
            names = [[(await anext(each)).after.name for _ in range(2)] for each in both]
            for each in both:
                await each.aclose()
        assert len(feed) == 0
        return names

    assert asyncio.run(heard()) == [["r1", "r2"], ["r1", "r2"]]


def test_a_move_is_left_when_the_last_who_looks_at_it_goes_on() -> None:
    async def looked() -> None:
        feed, moved = Feed(), move(1)
        with feed.listening() as one, feed.listening():
            feed.tell(moved)
            left = asyncio.ensure_future(moved.left())
            moves = one.moves()
            await anext(moves)
            await asyncio.sleep(0)
            assert not left.done()
            await moves.aclose()
            assert not left.done()  # the other has not looked yet
        await left

    asyncio.run(looked())


def test_of_too_many_moves_the_oldest_is_forgotten() -> None:
    async def heard() -> list[str]:
        feed, moves = Feed(), [move(number) for number in range(AHEAD + 2)]
        with feed.listening() as listener:
            for each in moves:
                feed.tell(each)
            for each in moves[:2]:
                await each.left()
            found = listener.moves()
            names = [(await anext(found)).after.name for _ in range(AHEAD)]
            await found.aclose()
        for each in moves:
            await each.left()
        return names

    assert asyncio.run(heard()) == [f"r{number}" for number in range(2, AHEAD + 2)]
