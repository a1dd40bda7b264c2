"""Put one folder in the place of another at once, so that no moment has neither or half of each."""

from __future__ import annotations

import ctypes
import errno
import os
from pathlib import Path

_HERE = -100  # AT_FDCWD
_EXCHANGE = 2  # RENAME_EXCHANGE
_CANNOT = (errno.ENOSYS, errno.EINVAL, errno.ENOTSUP)


def exchange(new: Path, old: Path) -> None:
    """Give each folder the other's name, in one step where the system can (Linux, renameat2).

    Elsewhere it takes two renames, and what was `old` lies under `{new}-before` between them.
    """
    try:
        _at_once(new, old)
    except OSError as error:
        if error.errno not in _CANNOT:
            raise
        aside = new.with_name(f"{new.name}-before")
        old.rename(aside)
        new.rename(old)
        aside.rename(new)


def _at_once(new: Path, old: Path) -> None:
    call = getattr(ctypes.CDLL(None, use_errno=True), "renameat2", None)
    if call is None:
        raise OSError(errno.ENOSYS, "no renameat2")
    if call(_HERE, os.fsencode(new), _HERE, os.fsencode(old), _EXCHANGE):
        number = ctypes.get_errno()
        raise OSError(number, os.strerror(number), str(old))
