"""The typer app: every command in the order of its help, and how one is run."""

from __future__ import annotations

import typer

from kg.cli import output
from kg.cli.asking.ask import ask, questions, show
from kg.cli.asking.audit import audit
from kg.cli.asking.diff import diff
from kg.cli.asking.interlocks import interlocks
from kg.cli.asking.lineage import lineage, replaced
from kg.cli.asking.measures import export, measures
from kg.cli.asking.paths import path
from kg.cli.asking.plot import plot, plots
from kg.cli.asking.recode import coterminosity, crosswalk, recode
from kg.cli.asking.search import search
from kg.cli.asking.since import since
from kg.cli.documents.add import add
from kg.cli.documents.annotations import annotated
from kg.cli.documents.commit import commit
from kg.cli.documents.decide import decide
from kg.cli.documents.extract import extract, rules
from kg.cli.documents.missed import missed
from kg.cli.documents.shelf import documents
from kg.cli.documents.status import status
from kg.cli.package.completion import completion
from kg.cli.package.exits import Ending, flushed
from kg.cli.package.installed import NAME
from kg.cli.package.sbom import sbom
from kg.cli.releases.build import build, check, releases
from kg.cli.releases.deposit import deposit
from kg.cli.releases.imports import import_app
from kg.cli.releases.pulling import offer, pull
from kg.cli.releases.withdraw import history, withdraw
from kg.cli.review.command import review
from kg.errors import KgError

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    no_args_is_help=False,
    rich_markup_mode=None,
    help="How the English NHS organises commissioning, as a graph with its evidence.",
)

for command in (
    lineage, replaced, recode, crosswalk, coterminosity, interlocks, path, measures, export,
    plot, plots,
    diff, audit, since, add, documents, extract, rules,
    review, decide, missed, status, commit,
    deposit, sbom, completion, pull, offer,
    build, check, ask, questions, search, show, releases, history, withdraw,
):  # fmt: skip
    app.command()(command)
app.command("annotations")(annotated)
app.add_typer(import_app, name="import")


def run(arguments: list[str] | None = None) -> int:
    """Run a command and give its exit code.

    Errors raised on purpose are printed and give 1; a command line that cannot be read gives 2.
    `exits` has them all.
    """
    try:
        app(arguments, prog_name=NAME)
    except KgError as error:
        return output.fail(error)
    except OSError as error:
        return flushed(output.fail_on_file(error))
    except SystemExit as end:
        if isinstance(end.__context__, BrokenPipeError):
            return flushed(Ending.UNHEARD)
        return flushed(end.code if isinstance(end.code, int) else Ending.FAILED)
    return flushed(Ending.DONE)
