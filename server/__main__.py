"""`coterminous`: alone, make what is missing, then serve; with a command, do that.

The process that readers are forked from is begun first of all, so that it imports what it needs
while this one does; that is why nothing else is imported at the top.
"""

from __future__ import annotations

import os
import sys

from server.handlers import HANDLERS
from server.readers.processes.spawn import AHEAD

_HELP = ("--help", "-h", "--version")


def main() -> None:
    """The command `coterminous`."""
    try:
        sys.exit(_run())
    except KeyboardInterrupt:  # before the command has begun, or while it ends
        from kg.cli.package.exits import Ending

        sys.exit(Ending.INTERRUPTED)


def _run() -> int:
    arguments = _whole(sys.argv[1:])
    is_completing = "_COTERMINOUS_COMPLETE" in os.environ  # a shell asks, and waits
    is_told = is_completing or set(arguments) & set(_HELP)
    if arguments[_before(arguments)] == "serve" and not is_told:
        AHEAD.begin(HANDLERS)
    from kg.cli.main import run
    from server import commands  # noqa: F401 - it adds those of the service

    if is_completing:
        from kg.cli.package.completion import begin

        begin()
    return run(arguments)


def _whole(arguments: list[str]) -> list[str]:
    """The arguments with the command `serve` where they name none.

    >>> _whole(["--port", "80"]), _whole(["--config", "a.toml", "show", "26A"])
    (['serve', '--port', '80'], ['--config', 'a.toml', 'show', '26A'])
    """
    before = _before(arguments)
    rest = arguments[before:]
    if not rest or (rest[0].startswith("-") and rest[0] not in _HELP):
        return [*arguments[:before], "serve", *rest]
    return arguments


def _before(arguments: list[str]) -> int:
    """How many arguments stand before the command: those that name the file of settings."""
    first = arguments[0] if arguments else ""
    return 2 if first == "--config" else int(first.startswith("--config="))


if __name__ == "__main__":
    main()
