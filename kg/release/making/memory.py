"""Memory of this process: how much it has held at most, and giving back what it holds no more."""

from __future__ import annotations

import ctypes
import gc
import re
from contextlib import suppress
from pathlib import Path


def peak() -> int:
    """The most memory that this process has held, in MiB; 0 where the system does not tell.

    What `getrusage` tells of a process that another has started is that of the other, if more.
    """
    path = Path("/proc/self/status")
    told = path.read_text(encoding="utf-8") if path.exists() else ""
    found = re.search(r"^VmHWM:\s+(\d+) kB", told, re.MULTILINE)
    return int(found[1]) // 1024 if found else 0


def give_back() -> None:
    """Give the system back what was freed: the C library keeps most of it for later, and what the
    engine frees when it has taken in ten million statements is more than a gigabyte."""
    gc.collect()
    with suppress(AttributeError, OSError):  # only that of GNU has such a call
        ctypes.CDLL(None).malloc_trim(0)
