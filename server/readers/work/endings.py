"""How work ends that neither finishes nor passes its deadline."""

from __future__ import annotations

from kg.errors import KgError
from server.errors import Overloaded


class MemoryExceeded(KgError):
    """An answer took more memory than one may; the process that worked on it was ended."""

    code = "memory-exceeded"

    def __init__(self, mebibytes: int) -> None:
        super().__init__(f"The answer took more than {mebibytes} MiB of memory, so it was stopped.")
        self.hint = "Ask for less: fewer rows to order or to group, or a page at a time."


class WaitedTooLong(Overloaded):
    """No reader became free in time."""

    def __init__(self, seconds: float) -> None:
        Exception.__init__(self, f"Nothing was free to answer it within {seconds:g} s.")
        self.hint = "Ask again in a moment."


class Overtaken(Overloaded):
    """An answer on its way was broken off, because it took long and others waited."""

    def __init__(self) -> None:
        Exception.__init__(self, "The answer was broken off to let others pass.")
        self.hint = "Ask again in a moment, or ask for less."


class Cancelled(KgError):
    """Whoever runs the service has ended the work."""

    code = "cancelled"

    def __init__(self) -> None:
        super().__init__("Whoever runs the service has stopped this.")


class Closing(KgError):
    """The service ends, and does not wait for the rest."""

    code = "closing"

    def __init__(self) -> None:
        super().__init__("The service is being stopped, so this was not finished.")
        self.hint = "Ask again in a moment."
