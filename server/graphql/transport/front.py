"""What the front keeps for GraphQL: documents by their id, and who is listening."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import orjson
from starlette.responses import Response

from kg.errors import BadQuery, KgError
from server.errors import Overloaded, Problem
from server.graphql.protocol import ELSEWHERE, VALID
from server.graphql.subscriptions.comparisons import Comparisons
from server.graphql.transport.persisted import Documents, trusted
from server.graphql.transport.request import GraphqlRequest
from server.readers.releases import Readers
from server.settings import ServerSettings

Call = Callable[[dict[str, str | list[str]], bytes, str | None], Awaitable[Response]]
"""Asks a reader: with parameters and a body, of a release or of the one that the asker means."""


class TooManyStreams(Overloaded):
    """More connections are kept open than may be."""

    def __init__(self, limit: int) -> None:
        Exception.__init__(self, f"{limit} connections are open already.")
        self.hint = "Connect again in a moment, or ask without keeping the connection open."


class TooManyOperations(KgError):
    """One connection has more operations open than it may."""

    code = "too-many-operations"

    def __init__(self, limit: int) -> None:
        super().__init__(f"This connection has {limit} operations open already.")
        self.hint = "Complete one of them, or open another connection."


class Reserved:
    """What a token stands for until it is opened, or let go of (`sse`)."""

    is_open = False


class Front:
    """What is kept between requests; `streams` and `subscriptions` are how many are open."""

    def __init__(self, readers: Readers, settings: ServerSettings) -> None:
        place = settings.trusted_documents
        self.readers = readers
        self.settings = settings
        self.documents = Documents(
            settings.persisted_bytes, trusted(Path(place)) if place else None
        )
        self.comparisons = Comparisons()
        self.reservations: dict[str, Reserved] = {}
        self.streams = 0
        self.subscriptions = 0

    def check_streams(self) -> None:
        """Raise `TooManyStreams` where no other connection may be kept open."""
        if self.streams >= self.settings.connections:
            raise TooManyStreams(self.settings.connections)

    @contextmanager
    def stream(self) -> Iterator[None]:
        """A connection that is kept open for as long as the context lasts."""
        self.check_streams()
        self.streams += 1
        try:
            yield
        finally:
            self.streams -= 1

    async def answered(
        self, call: Call, asked: GraphqlRequest, **params: str | list[str]
    ) -> Response:
        """The response to a request, from a reader of the release that its document means.

        Raises what `Documents.resolved` raises, and what `call` does.
        """
        asked = self.documents.resolved(asked)
        body = asked.body()
        response = await call(params, body, None)
        other = response.headers.get(ELSEWHERE)
        if other is not None:
            response = await call(params, body, other)
        if response.headers.get(ELSEWHERE) is not None:
            raise BadQuery("The operation asks several releases.", hint="Ask them one by one.")
        if VALID in response.headers:
            del response.headers[VALID]
            self.documents.keep(asked)
        return response


def errors(problem: Problem) -> bytes:
    """A problem as a GraphQL response."""
    told = {"code": problem.code, "hint": problem.hint, "at": problem.at}
    extensions = {name: each for name, each in told.items() if each}
    return orjson.dumps({"errors": [{"message": problem.detail, "extensions": extensions}]})
