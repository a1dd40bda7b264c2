"""The errors that only a service can raise; `kg.errors` has the others."""

from __future__ import annotations

import errno
from collections.abc import Collection

from kg.errors import KgError


class CannotListen(KgError):
    """An address that the service was to listen at, and cannot."""

    code = "cannot-listen"

    def __init__(self, host: str, port: int, error: OSError) -> None:
        self.at = f"{host}:{port}"
        if error.errno == errno.EADDRINUSE:
            super().__init__(f"Port {port} of {host} is taken: another program listens there.")
            self.hint = "Name another one, or `--port 0` for one that is free."
            return
        super().__init__(f"Nothing can listen at port {port} of {host}: {error.strerror or error}.")
        self.hint = "Name an address of this machine (`--host`), and a port from 1024 (`--port`)."


class BodyTooLarge(KgError):
    """A request's body is larger than is read here."""

    code = "body-too-large"

    def __init__(self, limit: int) -> None:
        super().__init__(f"The body is larger than {limit} bytes, so it was not read.")
        self.hint = "Send less at a time."


class BodyTooSlow(KgError):
    """A request's body did not come in time."""

    code = "body-too-slow"

    def __init__(self, seconds: float) -> None:
        super().__init__(f"The body was not complete within {seconds:g} s.")


class UnsupportedType(KgError):
    """A body of a media type that is not read here."""

    code = "unsupported-media-type"

    def __init__(self, media_type: str, known: Collection[str]) -> None:
        super().__init__(f"A body of type '{media_type}' is not read here.")
        self.hint = f"Send {' or '.join(known)}."


class NotAcceptable(KgError):
    """None of the formats that were asked for can be given."""

    code = "not-acceptable"

    def __init__(self, asked: str, offers: Collection[str]) -> None:
        super().__init__(f"The answer cannot be given as '{asked}'.")
        self.hint = f"There is {', '.join(offers)}."


class Overloaded(KgError):
    """More queries wait than may wait."""

    code = "overloaded"

    def __init__(self, waiting: int) -> None:
        super().__init__(f"{waiting} queries are waiting already.")
        self.hint = "Ask again in a moment."


class ReaderLost(KgError):
    """The process that worked on an answer ended before it was done."""

    code = "reader-lost"

    def __init__(self) -> None:
        super().__init__("The process that worked on the answer has ended.")
        self.hint = "Ask again."


class UnreadableRelease(KgError):
    """A release that is kept but cannot be opened."""

    code = "unreadable-release"

    def __init__(self, name: str) -> None:
        super().__init__(f"Release '{name}' cannot be opened.")
        self.hint = "Leave `release` out to ask the current one."


class FederationRefused(KgError):
    """A query that would make this service call another one."""

    code = "federation-refused"

    def __init__(self, what: str, at: str) -> None:
        super().__init__(f"{what} at {at} is not followed here.")
        self.at = at
        self.hint = "Ask the other service itself, or have its host allowed by the operator."


class TooDeep(KgError):
    """A query that is nested, or chained, deeper than an engine can read safely."""

    code = "query-too-deep"

    def __init__(self, what: str, limit: int, at: str) -> None:
        super().__init__(f"The query has more than {limit} {what} at {at}.")
        self.at = at
        self.hint = "Write it flatter, for instance with VALUES or IN."


class TooLong(KgError):
    """A query longer than is read here."""

    code = "query-too-long"

    def __init__(self, length: int, limit: int) -> None:
        super().__init__(f"The query has {length} characters; {limit} are read.")
