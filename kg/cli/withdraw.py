"""`coterminous history` and `coterminous withdraw`: what commits did, and one taken back."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

from rich.table import Table

from kg.cli import output
from kg.errors import KgError
from kg.release.catalogue import Catalogue
from kg.release.live import Live
from kg.release.writer.history import ChangeSets
from kg.release.writer.work import Withdraw
from kg.release.writer.writer import Writer


def list_commits(folder: Path, *, as_json: bool) -> None:
    """Print the commits that are kept, oldest first."""
    commits = list(ChangeSets(Live(Catalogue(folder)).changes).commits())
    if as_json:
        output.write_json([asdict(each) for each in commits])
        return
    drawn = Table("commit", "when", "who", "added", "removed", "graphs")
    for each in commits:
        counts = (f"{each.added:,}", f"{each.removed:,}")
        drawn.add_row(str(each.sequence), each.when, each.who, *counts, " ".join(each.graphs))
    output.stdout.print(drawn)


def withdraw_commit(folder: Path, sequence: int, *, as_json: bool) -> None:
    """Take back a commit by a new one, and print what that changed."""
    writer = Writer(folder)
    try:
        (outcome,) = writer.commit([Withdraw(sequence, who="command line")])
    finally:
        writer.close()
    if isinstance(outcome, KgError):
        raise outcome
    if as_json:
        output.write_json(vars(outcome))
        return
    output.stdout.print(
        f"Commit {outcome.sequence} took commit {sequence} back: {outcome.added:,} added, "
        f"{outcome.removed:,} removed. Release {outcome.release}",
        highlight=False,
    )
