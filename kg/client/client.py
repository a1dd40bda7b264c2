"""Both clients: each has every call of `calls`, and differs only in how it waits."""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator, Mapping
from functools import wraps
from typing import Any, Concatenate, ParamSpec, Self, TypeVar

import httpx2

from kg.client import calls
from kg.client.answers import Release
from kg.client.calls import Call
from kg.client.pages import Pages
from kg.client.patience import PATIENT, Patience
from kg.client.refusals import Unreachable
from kg.client.taken import Taking

P = ParamSpec("P")
T = TypeVar("T")
TIMEOUT = 60.0
"""Seconds that a service may take for a whole answer; its own deadline is shorter."""
NO_ANSWER = (httpx2.HTTPError, httpx2.InvalidURL)
"""What is raised where there is no answer, or none that can be unpacked."""


def _blocking(make: Callable[P, Call[T]]) -> Callable[Concatenate[Client, P], T]:
    @wraps(make)
    def method(self: Client, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return self._done(make(*args, **kwargs))

    return method


def _awaited(
    make: Callable[P, Call[T]],
) -> Callable[Concatenate[AsyncClient, P], Coroutine[Any, Any, T]]:
    @wraps(make)
    async def method(self: AsyncClient, /, *args: P.args, **kwargs: P.kwargs) -> T:
        return await self._done(make(*args, **kwargs))

    return method


class _Asking:
    """What both clients know: where the service is, which release is asked, how patiently."""

    def __init__(self, url: str, release: str, timeout: float, patience: Patience) -> None:
        self.url = url.rstrip("/")
        self.release = release
        self.timeout = timeout
        self.patience = patience

    def _request(self, call: Call[T]) -> dict[str, Any]:
        asked = call.of_release(self.release)
        return {
            "method": asked.method,
            "url": self.url + asked.path,
            "params": asked.params,
            "json": asked.json,
            "data": asked.form,
            "headers": {"Accept": asked.accept},
        }

    def _later(self, attempt: int, response: httpx2.Response) -> float | None:
        sent = response.headers
        after, code = sent.get("retry-after", ""), sent.get("x-problem", "")
        return self.patience.wait(attempt, response.status_code, after, code)

    def _taking(self) -> Taking:
        return Taking(self.url, self.timeout)

    def _unheard(self, attempt: int, error: Exception) -> float:
        """Seconds to wait after no answer; raises `Unreachable` after the last attempt.

        Only where nothing was sent: of what was sent nobody knows whether it was done.
        """
        if attempt < self.patience.attempts and isinstance(error, httpx2.ConnectError):
            return self.patience.pause(attempt)
        raise Unreachable(self.url, str(error) or type(error).__name__) from None


class Client(_Asking):
    """A service at an address, such as `http://127.0.0.1:8000`, asked synchronously.

    `release` is the one that is asked every time; without it, the current one. A token is sent as
    `Bearer`. Use it in `with`, or `close` it.
    """

    ask = _blocking(calls.ask)
    questions = _blocking(calls.questions)
    search = _blocking(calls.search)
    show = _blocking(calls.show)
    evidence = _blocking(calls.evidence)
    replaced = _blocking(calls.replaced)
    lineage = _blocking(calls.lineage)
    graphql = _blocking(calls.graphql)
    sparql = _blocking(calls.sparql)
    releases = _blocking(calls.releases)

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        *,
        release: str = "",
        token: str = "",
        timeout: float = TIMEOUT,
        patience: Patience = PATIENT,
    ) -> None:
        super().__init__(url, release, timeout, patience)
        self._http = httpx2.Client(timeout=timeout, headers=_headers(token))

    def pinned(self) -> Self:
        """This client, from now on asking the release that is current now."""
        self.release = self.release or _current(self.releases())
        return self

    def pages(
        self, document: str, at: str, variables: Mapping[str, Any] | None = None
    ) -> Iterator[dict[str, Any]]:
        """The nodes of a GraphQL connection, page by page, all of one release.

        `at` is the path to the connection, such as `organisations`; the document takes `$after` and
        asks `pageInfo { hasNextPage endCursor }` and `nodes`.
        """
        pages = Pages(document, at, variables or {}, self.release)
        while call := pages.next():
            yield from self._done(call)

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def _done(self, call: Call[T]) -> T:
        attempt = 0
        while True:
            attempt += 1
            taking = self._taking()
            try:
                with self._http.stream(**self._request(call)) as response:
                    wait = self._later(attempt, response)
                    if wait is None:
                        for part in response.iter_bytes():
                            taking.take(part)
                        return taking.read(call, response)
            except NO_ANSWER as error:
                wait = self._unheard(attempt, error)
            time.sleep(wait)


class AsyncClient(_Asking):
    """The same, for `async` programs; use it in `async with`, or `await` its `close`."""

    ask = _awaited(calls.ask)
    questions = _awaited(calls.questions)
    search = _awaited(calls.search)
    show = _awaited(calls.show)
    evidence = _awaited(calls.evidence)
    replaced = _awaited(calls.replaced)
    lineage = _awaited(calls.lineage)
    graphql = _awaited(calls.graphql)
    sparql = _awaited(calls.sparql)
    releases = _awaited(calls.releases)

    def __init__(
        self,
        url: str = "http://127.0.0.1:8000",
        *,
        release: str = "",
        token: str = "",
        timeout: float = TIMEOUT,
        patience: Patience = PATIENT,
    ) -> None:
        super().__init__(url, release, timeout, patience)
        self._http = httpx2.AsyncClient(timeout=timeout, headers=_headers(token))

    async def pinned(self) -> Self:
        """This client, from now on asking the release that is current now."""
        self.release = self.release or _current(await self.releases())
        return self

    async def pages(
        self, document: str, at: str, variables: Mapping[str, Any] | None = None
    ) -> AsyncIterator[dict[str, Any]]:
        """The nodes of a GraphQL connection, page by page, as `Client.pages` gives them."""
        pages = Pages(document, at, variables or {}, self.release)
        while call := pages.next():
            for node in await self._done(call):
                yield node

    async def close(self) -> None:
        """Let go of the connections."""
        await self._http.aclose()

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def _done(self, call: Call[T]) -> T:
        attempt = 0
        while True:
            attempt += 1
            taking = self._taking()
            try:
                async with self._http.stream(**self._request(call)) as response:
                    wait = self._later(attempt, response)
                    if wait is None:
                        async for part in response.aiter_bytes():
                            taking.take(part)
                        return taking.read(call, response)
            except NO_ANSWER as error:
                wait = self._unheard(attempt, error)
            await asyncio.sleep(wait)


def _headers(token: str) -> dict[str, str]:
    return {"Authorization": f"Bearer {token}"} if token else {}


def _current(releases: list[Release]) -> str:
    return next((each["name"] for each in releases if each["current"]), "")
