"""Both clients, asked alike, of a service that runs."""

import asyncio
from collections.abc import Iterator
from typing import Any

import pytest

from kg.client import AsyncClient, Client
from kg.release.build import ensure
from kg.settings import store_folder
from tests.conftest import Served, serving


@pytest.fixture(scope="session")
def shipped_service() -> Iterator[Served]:
    """The service over the shipped release, built if need be."""
    place = store_folder()
    ensure(place)
    with serving(place, workers=1) as service:
        yield service


class Asked:
    """A client of one of the two kinds, whose calls are all made at once."""

    def __init__(self, kind: str, url: str, **told: Any) -> None:
        self._kind, self._url, self._told = kind, url, told

    def __call__(self, name: str, *given: Any, **named: Any) -> Any:
        """What that call answers."""
        if self._kind == "sync":
            with Client(self._url, **self._told) as client:
                return getattr(client, name)(*given, **named)
        return asyncio.run(self._waited(name, given, named))

    def pages(self, *given: Any) -> list[dict[str, Any]]:
        """All nodes of a connection."""
        if self._kind == "sync":
            with Client(self._url, **self._told) as client:
                return list(client.pages(*given))
        return asyncio.run(self._walked(given))

    async def _waited(self, name: str, given: Any, named: Any) -> Any:
        async with AsyncClient(self._url, **self._told) as client:
            return await getattr(client, name)(*given, **named)

    async def _walked(self, given: Any) -> list[dict[str, Any]]:
        async with AsyncClient(self._url, **self._told) as client:
            return [node async for node in client.pages(*given)]


@pytest.fixture(params=["sync", "async"])
def kind(request: pytest.FixtureRequest) -> str:
    """Which of the two clients."""
    return str(request.param)


@pytest.fixture
def asked(kind: str, shipped_service: Served) -> Asked:
    """A client of the shipped release."""
    return Asked(kind, shipped_service.url)
