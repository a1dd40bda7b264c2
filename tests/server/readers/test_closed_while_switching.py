"""Readers that are closed while releases change: no process and no wire of any pool is left."""

import asyncio
from pathlib import Path

import pytest

from kg.release.catalogue import Catalogue
from server.readers import releases
from server.readers.processes.zygotes import Zygotes
from server.readers.releases import Readers
from server.settings import ServerSettings
from tests.conftest import publish, tiny_statements


@pytest.fixture
def living(monkeypatch: pytest.MonkeyPatch) -> list[int]:
    """How many zygotes live on each time that somebody says to fork no more."""
    told: list[int] = []
    original = Zygotes.leave

    async def leave(zygotes: Zygotes, user: object, folder: Path) -> None:
        running = list(zygotes._running.values())
        await original(zygotes, user, folder)
        told.append(sum(not each.ended for each in running))

    monkeypatch.setattr(Zygotes, "leave", leave)
    return told


def test_what_is_being_switched_to_is_ended(
    tmp_path: Path, living: list[int], monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(tmp_path, "one", tiny_statements())

    async def run() -> None:
        opening = asyncio.Event()
        loop = asyncio.get_running_loop()

        def near(_: Path) -> None:
            loop.call_soon_threadsafe(opening.set)

        readers = Readers(Catalogue(tmp_path), ServerSettings(), ())
        monkeypatch.setattr(releases, "_near", near)
        publishing = loop.create_task(readers.publish(Catalogue(tmp_path).current()))
        await opening.wait()
        publishing.cancel()
        with pytest.raises(asyncio.CancelledError):
            await publishing
        assert readers.pools == []
        await readers.close()

    asyncio.run(run())

    assert living == [0]


def test_what_still_finishes_its_answers_is_ended(tmp_path: Path, living: list[int]) -> None:
    publish(tmp_path, "one", tiny_statements())
    publish(tmp_path, "two", tiny_statements()[:3])
    catalogue = Catalogue(tmp_path)

    async def run() -> None:
        readers = Readers(catalogue, ServerSettings(), ())
        await readers.publish(catalogue.find("one"))
        await readers.publish(catalogue.find("two"))
        await readers.close()

    asyncio.run(run())

    assert living == [1, 0]
