"""The codes that commands end with: one table, which the documentation tells, too."""

from __future__ import annotations

import os
import sys
from enum import IntEnum
from typing import Final


class Ending(IntEnum):
    """How a command has ended."""

    DONE = 0
    FAILED = 1
    UNREADABLE = 2
    HELD_BACK = 3
    INTERRUPTED = 130
    UNHEARD = 141


MEANINGS: Final = {
    Ending.DONE: "It is done.",
    Ending.FAILED: "It is not done, and why is told on stderr; or a check found something.",
    Ending.UNREADABLE: "The command line cannot be read; or of several files some were refused, "
    "and the others are done.",
    Ending.HELD_BACK: "Something of what was given was held back, and is told: rows that cannot be "
    "recoded, or, of a commit or withdrawal that would break the shapes, everything.",
    Ending.INTERRUPTED: "It was interrupted (Ctrl-C).",
    Ending.UNHEARD: "Who reads its output has gone, as `head` does; nothing is told.",
}
"""What each means."""


def flushed(code: int) -> int:
    """The code, after all output is out; `UNHEARD` where nobody takes it, `FAILED` if it fails."""
    try:
        sys.stdout.flush()
    except OSError as error:
        # What is left would be flushed again when the interpreter ends, and fail again.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        if isinstance(error, BrokenPipeError):
            return Ending.UNHEARD
        if not code:
            sys.stderr.write(f"The output cannot be written: {error.strerror}.\n")
        return code or Ending.FAILED
    return code
