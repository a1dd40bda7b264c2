"""Documents for LOAD, each fetched by a process of its own."""

from __future__ import annotations

import asyncio
import json
import sys
from collections.abc import Collection

from kg.errors import KgError
from server.limits.parts import Part, media_of
from server.writes.fetch import Refused, check

GRACE = 1.0
"""Seconds beyond its time after which the process is ended."""


class NotLoaded(KgError):
    """A document that LOAD names and that could not be had."""

    code = "not-loaded"

    def __init__(self, address: str, reason: str) -> None:
        super().__init__(f"<{address}> was not loaded: {reason}.")
        self.at = address
        self.hint = "Send the document itself, or write LOAD SILENT to go on without it."


async def fetched(
    address: str, hosts: Collection[str], size: int, seconds: float
) -> tuple[Part, str]:
    """The document at an address of a host that is listed, and its base; raises `NotLoaded`.

    Where the host is not listed, no connection is made and no name looked up.
    """
    try:
        check(address, hosts)
    except (Refused, ValueError) as error:
        raise NotLoaded(address, str(error)) from None
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-P", "-m", "server.writes.fetch",
        address, ",".join(hosts), str(size), str(seconds),
        stdin=asyncio.subprocess.DEVNULL, stdout=asyncio.subprocess.PIPE,
        stderr=asyncio.subprocess.DEVNULL, start_new_session=True,
    )  # fmt: skip
    try:
        async with asyncio.timeout(seconds + GRACE):
            told, _ = await process.communicate()
    except TimeoutError:
        raise NotLoaded(address, "it took too long") from None
    finally:
        if process.returncode is None:
            process.kill()
            await process.wait()
    head, _, data = told.partition(b"\n")
    if not head:
        raise NotLoaded(address, "the process that fetched it has ended")
    found: dict[str, str] = json.loads(head)
    if "problem" in found:
        raise NotLoaded(address, found["problem"])
    # What is relative in it is so to where it was found (RFC 3986, 5.1.3).
    return Part(media_of(found["media"], found["address"]), data), found["address"]
