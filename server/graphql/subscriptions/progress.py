"""How documents in review get on, worked out in the front from what is on the shelf.

Documents are added and decided on by this service, by commands and by other processes alike, so
the shelf itself is looked at; a reader tells what is new of what has changed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncGenerator, Iterator, Mapping
from contextlib import aclosing, suppress
from pathlib import Path
from typing import Any, Final

import orjson

from server.readers.feed import Listener
from server.readers.protocol import Request
from server.readers.releases import Readers

STATES: Final = "server.graphql.documents:states"
LOOK: Final = 0.25
"""Seconds between two looks at the shelf, while somebody listens."""
DOCUMENTS: Final = "documents"
"""The folder of a store that documents are in."""
_FILES: Final = ("record.json", "decisions.jsonl")
Told = dict[str, Any]
Signature = tuple[tuple[int, int], ...]


class Progress:
    """The steps of one document, or of all."""

    def __init__(self, readers: Readers, document: str | None) -> None:
        self._readers = readers
        self._shelf = readers.catalogue.folder / DOCUMENTS
        self._document = document
        self._seen: dict[str, Signature] = {}
        self._known: dict[str, Told] = {}

    async def steps(self, listener: Listener) -> AsyncGenerator[Told, None]:
        """First how each document is now, then each step as the schema's `DocumentProgress`.

        Raises what a reader raises.
        """
        self._seen = await asyncio.to_thread(self._look)
        self._known = await self._asked(list(self._seen))
        for name, state in self._known.items():
            yield _step(name, _stage(state), state)
        async for moved in self._turns(listener):
            seen = await asyncio.to_thread(self._look)
            changed = [each for each in seen if moved or seen[each] != self._seen.get(each)]
            new, gone = seen.keys() - self._known.keys(), self._known.keys() - seen.keys()
            self._seen = seen
            for name in sorted(new):
                yield _step(name, "ADDED", {})
            for name in sorted(gone):
                yield _step(name, "REMOVED", self._known.pop(name)) | {"progress": None}
            for name, state in (await self._asked(changed)).items() if changed else ():
                before = self._known.get(name)
                self._known[name] = state
                for stage in _became(before, state):
                    yield _step(name, stage, state)

    async def _turns(self, listener: Listener) -> AsyncGenerator[bool, None]:
        """When it is time to look; whether another release has come to answer."""
        async with aclosing(listener.moves()) as moves:
            waiting = asyncio.ensure_future(anext(moves))
            try:
                while True:
                    done, _ = await asyncio.wait({waiting}, timeout=LOOK)
                    yield bool(done)
                    if done:
                        waiting = asyncio.ensure_future(anext(moves))
            finally:
                waiting.cancel()
                with suppress(asyncio.CancelledError, StopAsyncIteration):
                    await waiting

    async def _asked(self, names: list[str]) -> dict[str, Told]:
        asked = Request(STATES, {"/shelf": str(self._shelf)}, orjson.dumps(sorted(names)))
        answer = await self._readers.whole(asked)
        found: dict[str, Told] = orjson.loads(answer.body)
        return found

    def _look(self) -> dict[str, Signature]:
        """The documents that are there, each with what changes when it does."""
        found = {}
        for place in self._places():
            with suppress(FileNotFoundError):
                # The record first: without it there is no document.
                stats = [place / _FILES[0], *filter(Path.exists, [place / _FILES[1]])]
                looked = (each.stat() for each in stats)
                found[place.name] = tuple((each.st_mtime_ns, each.st_size) for each in looked)
        return found

    def _places(self) -> Iterator[Path]:
        if self._document is not None:
            yield self._shelf / Path(self._document).name
        elif self._shelf.is_dir():
            yield from (each for each in self._shelf.iterdir() if not each.name.startswith("."))


def _stage(state: Mapping[str, Any]) -> str:
    """The step that a document has come to."""
    if state["graph"]:
        return "COMMITTED"
    return "DECIDED" if state["decisions"] else "READ"


def _became(before: Mapping[str, Any] | None, state: Mapping[str, Any]) -> Iterator[str]:
    """The steps from one state of a document to another.

    >>> read = {"decisions": 0, "graph": ""}
    >>> list(_became(None, read)), list(_became(read, {"decisions": 2, "graph": "a"}))
    (['READ'], ['DECIDED', 'COMMITTED'])
    """
    if before is None:
        yield "READ"
        before = {"decisions": 0, "graph": ""}
    if state["decisions"] != before["decisions"]:
        yield "DECIDED"
    if state["graph"] != before["graph"]:
        yield "COMMITTED" if state["graph"] else "WITHDRAWN"


def _step(name: str, stage: str, state: Mapping[str, Any]) -> Told:
    none = {"total": 0, "done": 0, "open": 0, "accepted": 0, "rejected": 0, "unsure": 0}
    return {
        "document": name,
        "title": state.get("title"),
        "stage": stage,
        "progress": state.get("progress", none),
        "isCommitted": bool(state.get("graph")),
    }
