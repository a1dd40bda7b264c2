"""`coterminous`: alone, make what is missing, then serve; with a command, do that.

The process that readers are forked from is begun first of all, so that it imports what it needs
while this one does; that is why nothing else is imported at the top.
"""

from __future__ import annotations

import sys

from server.handlers import HANDLERS
from server.readers.spawn import AHEAD

_HELP = ("--help", "-h")


def main() -> None:
    """The command `coterminous`."""
    arguments = sys.argv[1:]
    if not arguments or (arguments[0].startswith("-") and arguments[0] not in _HELP):
        arguments = ["serve", *arguments]
    if arguments[0] == "serve" and not set(arguments) & set(_HELP):
        AHEAD.begin(HANDLERS)
    from kg.cli.main import run
    from server import commands  # noqa: F401 - it adds those of the service

    sys.exit(run(arguments))


if __name__ == "__main__":
    main()
