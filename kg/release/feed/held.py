"""Which releases are being read, so that none is removed under its readers.

Whoever reads one has a shared lock on its `release.json`; it ends with the process, however that
ends. On file systems without locks nothing is known to be read.
"""

from __future__ import annotations

import fcntl
import os
from pathlib import Path


class Held:
    """A release that this process reads until `release` is called."""

    def __init__(self, folder: Path) -> None:
        self._file = -1
        try:
            self._file = os.open(folder / "release.json", os.O_RDONLY | os.O_CLOEXEC)
            fcntl.flock(self._file, fcntl.LOCK_SH)
        except OSError:
            self.release()

    def release(self) -> None:
        """It is read no more."""
        if self._file >= 0:
            os.close(self._file)
            self._file = -1


def is_held(folder: Path) -> bool:
    """Whether any process says that it reads the release in that folder."""
    try:
        file = os.open(folder / "release.json", os.O_RDONLY | os.O_CLOEXEC)
    except OSError:
        return False
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return True
    except OSError:
        return False
    finally:
        os.close(file)
    return False
