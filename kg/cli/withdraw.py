"""`coterminous withdraw`: take back what a commit did."""

from __future__ import annotations

from pathlib import Path

from kg.cli import output
from kg.errors import KgError
from kg.release.writer.work import Withdraw
from kg.release.writer.writer import Writer


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
