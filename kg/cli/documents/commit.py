"""`coterminous commit`: what was accepted of a document goes into the graph."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated

import typer

from kg.cli.asked import JsonOption, StoreOption
from kg.cli.documents.reviewed import ReviewerOption
from kg.cli.package.exits import Ending

if TYPE_CHECKING:
    from kg.release.documents.commit import Committed

BROKEN = Ending.HELD_BACK
"""The exit code where what was accepted breaks the shapes."""
ToOption = Annotated[
    str, typer.Option("--to", help="The address of a service that has the store open for writing.")
]


def commit(
    document: Annotated[str, typer.Argument(metavar="ID", help="The document.")],
    dry_run: Annotated[bool, typer.Option(help="Tell what would change; write nothing.")] = False,
    to: ToOption = "",
    who: ReviewerOption = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Write what was accepted of a document to its own graph, in a new release.

    What it had there before is replaced. Exit 3 where it would break the shapes: each line names
    its candidate, and nothing was written. `--to` sends COTERMINOUS_WRITE_TOKEN with it.
    """
    from kg.cli import output
    from kg.cli.documents.reviewed import desk_of, reviewer
    from kg.release.documents.commit import commit_document
    from kg.release.documents.sent import send_commit
    from kg.settings import store_folder

    if to:
        made = send_commit(to, desk_of(store).shelf.whole(document), dry_run=dry_run)
    else:
        place = store or store_folder()
        made = commit_document(place, document, who=reviewer(who), dry_run=dry_run)
    if as_json:
        output.write_json(vars(made))
    else:
        tell(made, dry_run=dry_run)
    if made.violations:
        raise typer.Exit(BROKEN)


def tell(made: Committed, *, dry_run: bool = False) -> None:
    """Print what a commit came to."""
    from rich.text import Text

    from kg.cli import output

    for line in made.violations:
        output.stdout.print(Text(line), soft_wrap=True)
    for candidate, reason in made.left_out:
        output.stdout.print(Text(f"{candidate} is left out: {reason}"), soft_wrap=True)
    counts = f"{made.added:,} triples added, {made.removed:,} removed"
    if made.violations:
        count = len(made.violations)
        output.stdout.print(f"Nothing was written: {count} finding{'s' if count > 1 else ''}.")
    elif dry_run:
        output.stdout.print(f"Nothing was written. A commit: {counts}.", highlight=False)
    else:
        output.stdout.print(f"{made.document}: {counts}. Release {made.release}", highlight=False)
