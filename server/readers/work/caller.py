"""Who asks: what a piece of work is told of the request that it is done for."""

from __future__ import annotations

from contextvars import ContextVar
from typing import Any, NamedTuple


class Caller(NamedTuple):
    """A request as logs and lists name it: its number, the door it came by, and from where.

    `way` is told of work that has ended, where spans are sent.
    """

    request_id: str = ""
    door: str = ""
    address: str = ""
    way: Any = None


NOBODY = Caller()
CALLER: ContextVar[Caller] = ContextVar("caller", default=NOBODY)
"""The caller of the task that runs; `Watch` sets it, and the tasks of a connection inherit it."""
