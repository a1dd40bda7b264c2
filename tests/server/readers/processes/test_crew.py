"""The processes of a release, closed while one of them is on its way."""

import asyncio
from pathlib import Path

import pytest

from server.readers.processes.crew import Crew
from server.readers.processes.wire import Reader
from server.readers.processes.zygotes import Zygotes
from server.settings import ServerSettings


def test_a_reader_that_is_not_ready_when_all_is_closed_is_let_go(
    tiny_release: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lost: list[Reader] = []

    async def run() -> tuple[list[bool], list[Reader]]:
        begun = asyncio.Event()
        made: list[asyncio.BaseTransport] = []

        def connection_made(reader: Reader, transport: asyncio.BaseTransport) -> None:
            original(reader, transport)
            made.append(transport)
            begun.set()

        original = Reader.connection_made
        monkeypatch.setattr(Reader, "connection_made", connection_made)
        known = ServerSettings()
        folder = tiny_release / "releases" / "tiny"
        ready: list[Reader] = []
        crew = Crew(folder, Zygotes(known, ()), known.memory, ready.append, lost.append)
        crew.start(ready.append)
        await begun.wait()
        for _ in range(5):  # its wire is given to it, so that it only waits to be ready
            await asyncio.sleep(0)
        await crew.close([])
        return [each.is_closing() for each in made], ready

    assert asyncio.run(run()) == ([True], [])
    assert [each.ended for each in lost] == [True]
