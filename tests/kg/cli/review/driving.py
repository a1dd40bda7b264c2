"""A review driven by keys, and what a person sees of it."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import NamedTuple

from textual.pilot import Pilot
from textual.widgets import Static

from kg.cli.review.screen import ReviewApp
from kg.documents.review.desk import Desk
from kg.documents.review.state import Item

Reviewing = Callable[[], ReviewApp]
Act = Callable[[ReviewApp, Pilot[None]], Awaitable[None]]


def drive(app: ReviewApp, act: Act, size: tuple[int, int] = (140, 40)) -> None:
    async def running() -> None:
        async with app.run_test(size=size) as pilot:
            await pilot.pause()
            await act(app, pilot)

    asyncio.run(running())


class Seen(NamedTuple):
    """What a person sees at last: the card, and of which candidate it is."""

    card: str
    item: Item | None


def press(reviewing: Reviewing, *keys: str) -> Seen:
    seen: list[Seen] = []

    async def pressed(app: ReviewApp, pilot: Pilot[None]) -> None:
        await pilot.press(*keys)
        await pilot.pause()
        seen.append(Seen(str(app.query_one("#card", Static).content), app.item))

    drive(reviewing(), pressed)
    return seen[0]


def kept(desk: Desk, document: str) -> list[tuple[str, str, str, str]]:
    """Every decision on the disk, in order."""
    review = Desk(desk.shelf.path).open(document)
    return [
        (str(each.about.get("value", {}).get("name", "")), each.verdict, each.reason, each.reviewer)
        for each in review.decisions
    ]
