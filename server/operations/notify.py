"""Telling the service manager (systemd's sd_notify) that the service is ready, lives, or ends.

Where none asks for it, by the variable NOTIFY_SOCKET, nothing is told.
"""

from __future__ import annotations

import asyncio
import os
import socket
from collections.abc import Mapping
from contextlib import suppress

READY, LIVES, STOPPING = "READY=1", "WATCHDOG=1", "STOPPING=1"


def notify(state: str, environment: Mapping[str, str] = os.environ) -> None:
    """Tell one thing; that the manager is not there is no fault of the service."""
    place = environment.get("NOTIFY_SOCKET", "")
    if not place:
        return
    address = "\0" + place[1:] if place.startswith("@") else place
    with suppress(OSError), socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as told:
        told.connect(address)
        told.send(state.encode())


def every(environment: Mapping[str, str] = os.environ) -> float:
    """After how many seconds the manager is to be told again, a third of what it waits; or 0.

    >>> every({"WATCHDOG_USEC": "60000000"}), every({})
    (20.0, 0.0)
    """
    told = environment.get("WATCHDOG_USEC", "")
    ours = environment.get("WATCHDOG_PID", "") in ("", str(os.getpid()))
    return int(told) / 3e6 if told.isdecimal() and ours else 0.0


def go_on(loop: asyncio.AbstractEventLoop, seconds: float) -> None:
    """Have the loop tell that it lives; a loop that hangs does not."""
    notify(LIVES)
    loop.call_later(seconds, go_on, loop, seconds)
