"""The typer app, and how a command is run."""

from __future__ import annotations

import typer

from kg.cli.commands import Group
from kg.cli.failures import fail, fail_on_file
from kg.cli.package.exits import Ending, flushed
from kg.cli.package.installed import NAME
from kg.errors import KgError

app = typer.Typer(
    cls=Group,
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    help="How the English NHS organises commissioning, as a graph with its evidence.",
)


@app.callback()
def program() -> None:
    """How the English NHS organises commissioning, as a graph with its evidence."""


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code.

    Errors raised on purpose are printed and give 1; a command line that cannot be read gives 2.
    `exits` has them all.
    """
    try:
        app(arguments, prog_name=NAME)
    except KgError as error:
        return fail(error)
    except OSError as error:
        return flushed(fail_on_file(error))
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return flushed(Ending.UNHEARD)
        return flushed(end.code if isinstance(end.code, int) else Ending.FAILED)
    return flushed(Ending.DONE)
