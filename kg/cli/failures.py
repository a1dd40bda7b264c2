"""What went wrong, told on stderr as people read it."""

from __future__ import annotations

from kg.errors import KgError


def fail(error: KgError) -> int:
    """Print an error as people read it: what is wrong, then what to do. Gives the exit code."""
    from rich.text import Text  # most commands end well, and should not wait for it

    from kg.cli.output import stderr

    stderr.print(Text(str(error)), style="red", highlight=False)
    if error.hint:
        stderr.print(Text(f"  {error.hint}"), highlight=False)
    return 1


def fail_on_file(error: OSError) -> int:
    """Print why the system could not read or write something. Gives the exit code."""
    place = error.filename or "What was to be read or written"
    told = KgError(f"{place}: {error.strerror or error}.")
    told.hint = "Name another place, or see that it is there, that it is yours, and has room."
    return fail(told)
