"""Requests to an engine: one endpoint after the other until one answers, within a deadline.

Only what may be done twice is asked again: queries, and a graph put or dropped whole. An update
goes out once.
"""

from __future__ import annotations

import os
import re
import time
import weakref
from collections.abc import Iterator, Mapping, Sequence
from concurrent.futures import Future
from concurrent.futures import TimeoutError as FutureTimeout
from contextlib import contextmanager
from threading import Thread
from typing import Final, NamedTuple

import httpx2

from kg.errors import BadQuery, DeadlinePassed, EngineFailed
from kg.store.remote.auth import credentials
from kg.store.remote.body import Body
from kg.store.remote.health import Health
from kg.store.remote.place import shown

CONNECT: Final = 2.0
"""Seconds that an endpoint has to take a connection."""
CHECKED: Final = 1.0
"""Seconds that one has to answer the small question that shows whether it is back."""
PATIENCE: Final = 1.0
"""Seconds without an answer after which an endpoint is asked whether it answers at all, if there is
another one that could be asked instead."""
TIMES: Final = 2
"""How often an endpoint is asked; the second time on a new connection."""
_ELSEWHERE: Final = frozenset((401, 403, 404, 408, 421, 429, 500, 502, 503, 504))
"""What one endpoint may answer though another has the answer."""
_VIRTUOSO: Final = re.compile(r"^Virtuoso (?!S1T00|4000[12])\w{5} Error")
"""Under any status, what is wrong with the query."""
_TOLD: Final = 300
Pairs = Sequence[tuple[str, str]]


class Asked(NamedTuple):
    """A request: its method, what is added to the address, the form or the body, and headers."""

    method: str = "POST"
    params: Pairs = ()
    form: Pairs = ()
    content: bytes | None = None
    headers: Mapping[str, str] = {}

    @property
    def data(self) -> dict[str, list[str]] | None:
        """The form as the client takes it."""
        found: dict[str, list[str]] = {}
        for name, value in self.form:
            found.setdefault(name, []).append(value)
        return found or None


class _Failed(Exception):
    """An endpoint gave no answer."""

    def __init__(self, reason: str, *, is_late: bool = False, is_here: bool = False) -> None:
        super().__init__(reason)
        self.is_late = is_late
        self.is_here = is_here  # it said so itself, and will answer others


class Wire:
    """The connections of this process to the endpoints of an engine; they are kept open."""

    def __init__(self, health: Health, auth: str = "") -> None:
        self.health = health
        self._auth = auth
        self._made: tuple[int, httpx2.Client] | None = None
        self._turn = os.getpid()

    @contextmanager
    def asked(self, request: Asked, seconds: float) -> Iterator[Body]:
        """The answer of the first endpoint that gives one.

        Raises `BadQuery` where an endpoint cannot read what was asked, `DeadlinePassed`, and
        `EngineFailed` with what was tried. An endpoint that fails within what is read ahead of an
        answer is as one that gave none; of what is longer the rest may fail later.
        """
        until = time.monotonic() + seconds
        tried: list[tuple[str, str]] = []
        self._turn += 1
        for endpoint in self.health.order(self._turn):
            try:
                body = self._answer(endpoint, request, until)
            except _Failed as failed:
                tried.append((shown(endpoint), str(failed)))
                if failed.is_late and time.monotonic() >= until:
                    raise DeadlinePassed(seconds) from None
                self.health.retried(endpoint)
                continue
            try:
                yield body
            except httpx2.TransportError as error:  # after it had begun
                self.health.failed(endpoint)
                raise EngineFailed([(shown(endpoint), _reason(error))]) from None
            finally:
                body.close()
            return
        raise EngineFailed(tried)

    def once(self, address: str, request: Asked, seconds: float) -> Body:
        """The answer of one address, asked once; raises as `asked` does."""
        try:
            return self._sent(address, request, time.monotonic() + seconds)
        except _Failed as failed:
            if failed.is_late:
                raise DeadlinePassed(seconds) from None
            raise EngineFailed([(shown(address), str(failed))]) from None

    def close(self) -> None:
        """Let go of all connections."""
        if self._made:
            self._made[1].close()
            self._made = None

    def _answer(self, endpoint: str, request: Asked, until: float) -> Body:
        if self.health.is_down(endpoint):
            self._check(endpoint, until)
        for time_left in reversed(range(TIMES)):
            try:
                body = self._heard(endpoint, request, until)
            except _Failed as failed:
                # A connection that was kept may have been closed at the other end meanwhile.
                if failed.is_late or not time_left or not str(failed).startswith("connection"):
                    self._note(endpoint, failed, until)
                    raise
            else:
                self.health.answered(endpoint)
                return body
        raise AssertionError

    def _note(self, endpoint: str, failed: _Failed, until: float) -> None:
        """A query that took too long does not mean that its endpoint is gone."""
        if failed.is_late:
            try:
                self._check(endpoint, until + CHECKED)
            except _Failed:
                return
            self.health.answered(endpoint)
        elif not failed.is_here:
            self.health.failed(endpoint)

    def _check(self, endpoint: str, until: float) -> None:
        small = Asked(form=[("query", "ASK {}")], headers={"Accept": _ANY})
        try:
            self._sent(endpoint, small, min(until, time.monotonic() + CHECKED)).close()
        except _Failed:
            self.health.failed(endpoint)
            raise

    def _heard(self, endpoint: str, request: Asked, until: float) -> Body:
        """The answer, however long it takes; but not of an endpoint that answers nothing at all.

        That it takes a connection does not mean that it lives: one that hangs is found out by a
        small question beside the one that it was asked, and is as one that gave no answer.
        """
        if len(self.health.endpoints) < 2:
            return self._sent(endpoint, request, until)
        self._client()  # made by one thread
        answer: Future[Body] = Future()
        # Not of a pool, which would wait at the end for what hangs.
        Thread(target=self._send_into, args=(answer, endpoint, request, until), daemon=True).start()
        try:
            return answer.result(PATIENCE)
        except FutureTimeout:
            pass
        try:
            self._check(endpoint, until)
        except _Failed:
            answer.add_done_callback(_let_go)
            told = "no answer at all, also to a small question"
            raise _Failed(told, is_here=True) from None  # it is noted already
        return answer.result()

    def _send_into(self, answer: Future[Body], endpoint: str, request: Asked, until: float) -> None:
        try:
            answer.set_result(self._sent(endpoint, request, until))
        except BaseException as error:  # noqa: BLE001 - raised again where it is waited for
            answer.set_exception(error)

    def _sent(self, address: str, request: Asked, until: float) -> Body:
        left = until - time.monotonic()
        if left <= 0:
            raise _Failed("no time was left", is_late=True)
        client = self._client()
        made = client.build_request(
            request.method, address, params=_with(address, request.params), data=request.data,
            content=request.content, headers=dict(request.headers),
            timeout=httpx2.Timeout(left, connect=min(left, CONNECT)),
        )  # fmt: skip
        try:
            body = Body(client.send(made, stream=True), until)
            _check_status(body)
        except (httpx2.ConnectTimeout, httpx2.PoolTimeout):
            raise _Failed("no connection in time") from None
        except (httpx2.TimeoutException, TimeoutError):
            raise _Failed("no answer in time", is_late=True) from None
        except httpx2.TransportError as error:
            raise _Failed(_reason(error)) from None
        return body

    def _client(self) -> httpx2.Client:
        if self._made is None or self._made[0] != os.getpid():  # connections are never shared
            auth, headers = credentials(self._auth)
            client = httpx2.Client(
                auth=auth, headers=headers, trust_env=False, follow_redirects=False
            )
            self._made = os.getpid(), client
            weakref.finalize(self, client.close)
        return self._made[1]


_ANY: Final = "application/sparql-results+json"


def _let_go(answer: Future[Body]) -> None:
    """Nobody waits for it any more."""
    if not answer.exception():
        answer.result().close()


def _with(address: str, params: Pairs) -> httpx2.QueryParams | None:
    """The parameters of an address with more; the client would drop those that it has."""
    if not params:
        return None
    return httpx2.QueryParams([*httpx2.URL(address).params.multi_items(), *params])


def _reason(error: Exception) -> str:
    text = str(error) or type(error).__name__
    return f"connection lost: {text}" if isinstance(error, httpx2.TransportError) else text


def _check_status(body: Body) -> None:
    """Raise what the answer says that is none; what it has read ahead is read by now."""
    status = body.status
    if status < 300:
        if body.is_cut:
            raise _Failed("the engine stopped before all was found", is_late=True)
        return
    told = " ".join(body.head(_TOLD).split())
    body.close()
    if "S1T00" in told or "timed out" in told.lower():
        raise _Failed("the engine's own time was over", is_late=True)
    if status in _ELSEWHERE and not _VIRTUOSO.match(told):
        raise _Failed(f"status {status} {told[:100]}".rstrip(), is_here=status == 500)
    raise BadQuery(f"The engine cannot answer it: {told or f'status {status}'}")
