"""What a process gives up before it reads what strangers wrote (Linux; elsewhere it says so)."""

from __future__ import annotations

import ctypes
import os
import signal
import sys
from pathlib import Path

from kg.store.remote.place import FILE as REMOTE
from server.settings import ServerSettings

_NEW_USER = 0x10000000  # sched.h
_NEW_NET = 0x40000000
_PDEATHSIG = 1  # prctl.h


def leave_network() -> bool:
    """Move this process into a network namespace of its own, which has no way out.

    As root, or else by a user namespace. False where the platform allows neither. The process must
    have one thread.
    """
    if sys.platform != "linux":
        return False
    libc = ctypes.CDLL(None, use_errno=True)
    return any(libc.unshare(flags) == 0 for flags in (_NEW_NET, _NEW_USER | _NEW_NET))


def die_with_parent() -> None:
    """Have the kernel end this process when its parent ends, where the kernel can."""
    if sys.platform != "linux":
        return
    parent = os.getppid()
    ctypes.CDLL(None, use_errno=True).prctl(_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it went before the kernel was asked
        os._exit(1)


def isolates(folder: Path, settings: ServerSettings) -> bool:
    """Whether readers of the release in that folder are to have no network.

    Those have one that follow SERVICE, and those whose graph is on an engine elsewhere.
    """
    return not settings.allow_service and not (folder / REMOTE).exists()
