"""`coterminous history` and `coterminous withdraw`: what commits did, and some taken back."""

from __future__ import annotations

import re
from dataclasses import asdict
from pathlib import Path
from typing import Annotated, NamedTuple

import typer
from rich.table import Table

from kg.cli import output
from kg.cli.asked import JsonOption, StoreOption
from kg.errors import BadParameter
from kg.release.catalogue import Catalogue
from kg.release.live import Live
from kg.settings import store_folder

_WHICH = re.compile(r"([0-9]{1,9})(?:-([0-9]{1,9}))?")


class Withdrawn(NamedTuple):
    """What was done: the last commit that did it, its counts of statements, and the release."""

    sequence: int
    added: int
    removed: int
    release: str


def history(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the commits that can be taken back: when, by whom, and what they changed."""
    list_commits(store or store_folder(), as_json=as_json)


def withdraw(
    what: Annotated[
        str, typer.Argument(help="The number of the commit, or 4-9; or a candidate that stands.")
    ] = "",
    document: Annotated[
        str, typer.Option(help="All that a document says, or where the candidate is.")
    ] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Take back what commits did, by new ones; no service may be writing meanwhile.

    Of a document, or of one candidate of it, what stands in the graph is taken out.
    """
    if document or what.startswith(("c-", "m-")):
        withdraw_said(store or store_folder(), what, document, as_json=as_json)
        return
    withdraw_commits(store or store_folder(), what, as_json=as_json)


def list_commits(folder: Path, *, as_json: bool) -> None:
    """Print the commits that are kept, oldest first."""
    from kg.release.writer.history import ChangeSets

    live = Live(Catalogue(folder))
    last = live.sequence()  # what lies beside was begun and never came to be
    commits = [each for each in ChangeSets(live.changes).commits() if each.sequence <= last]
    if as_json:
        output.write_json([asdict(each) for each in commits])
        return
    drawn = Table("commit", "when", "who", "added", "removed", "graphs")
    for each in commits:
        counts = (f"{each.added:,}", f"{each.removed:,}")
        drawn.add_row(str(each.sequence), each.when, each.who, *counts, " ".join(each.graphs))
    output.draw(drawn)


def withdraw_commits(folder: Path, which: str, *, as_json: bool) -> None:
    """Take back a commit, or those of a range, the last first; print what that changed.

    All are taken back or none. Raises `BadParameter` for what is neither `7` nor `4-9`.
    """
    found = _WHICH.fullmatch(which)
    if not found:
        raise BadParameter("sequence", f"'{which}' is no commit", "Write 7, or 4-9 for several.")
    first, last = int(found[1]), int(found[2] or found[1])
    from kg.release.writer.work import Withdraw
    from kg.release.writer.writer import Writer

    writer = Writer(folder)
    try:
        back = (Withdraw(each, who="command line") for each in range(last, first - 1, -1))
        done = writer.commit_whole(back)
        told = Withdrawn(writer.sequence, sum(each.added for each in done),
                         sum(each.removed for each in done), writer.release.name)  # fmt: skip
    finally:
        writer.close()
    if as_json:
        output.write_json(told._asdict())
        return
    them = "commits" if last > first else "commit"
    output.stdout.print(
        f"Commit {told.sequence} took {them} {which} back: {told.added:,} added, "
        f"{told.removed:,} removed. Release {told.release}",
        highlight=False,
    )


def withdraw_said(folder: Path, candidate: str, document: str, *, as_json: bool) -> None:
    """Take out of the graph what one candidate says, or all that a document says."""
    from kg.cli.documents.commit import BROKEN, tell
    from kg.cli.documents.reviewed import reviewer
    from kg.release.documents.commit import withdraw_candidate, withdraw_document

    if candidate:
        made = withdraw_candidate(folder, candidate, document=document, who=reviewer(""))
    else:
        made = withdraw_document(folder, document, who=reviewer(""))
    if as_json:
        output.write_json(vars(made))
    else:
        tell(made)
    if made.violations:
        raise typer.Exit(BROKEN)
