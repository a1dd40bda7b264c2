"""What the commands that decide on documents share: the desk, who decides, values that are set."""

from __future__ import annotations

import getpass
import json
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.errors import BadParameter

if TYPE_CHECKING:
    from kg.documents.review.desk import Desk
    from kg.documents.review.state import Review

ReviewerOption = Annotated[
    str, typer.Option("--as", help="Who decides; the name of the account if left out.")
]
DocumentOption = Annotated[
    str, typer.Option("--document", "-d", help="Its document, so that it is found at once.")
]
SetOption = Annotated[
    list[str] | None,
    typer.Option("--set", help="A member of its value put right, as name=value; JSON may be set."),
]


def desk_of(store: Path | None) -> Desk:
    """The desk of the documents of a store folder."""
    from kg.documents.record.shelf import FOLDER
    from kg.documents.review.desk import Desk
    from kg.settings import store_folder

    return Desk((store or store_folder()) / FOLDER)


def reviewer(name: str) -> str:
    """Who decides: as told, else the name of the account, if there is one."""
    try:
        return name or getpass.getuser()
    except (KeyError, OSError):
        return ""


def changes(told: list[str] | None) -> dict[str, Any]:
    """What `--set` says, by name; raises BadParameter for what is not name=value.

    >>> changes(["link=26A/ccg", "interim=true"])
    {'link': '26A/ccg', 'interim': True}
    """
    found: dict[str, Any] = {}
    for each in told or []:
        name, equals, text = each.partition("=")
        if not equals or not name:
            raise BadParameter("--set", f"'{each}' is not name=value", "Try --set link=26A/ccg.")
        try:
            found[name] = json.loads(text)
        except ValueError:
            found[name] = text
    return found


def progress(review: Review) -> dict[str, Any]:
    """How far a review has come, as JSON has it."""
    told = review.progress
    return {
        "document": review.record.id, "total": told.total, "open": told.open,
        "accepted": told.accepted, "rejected": told.rejected, "unsure": told.unsure,
    }  # fmt: skip


def bar(review: Review, width: int = 20) -> str:
    """The same as one line that begins with a bar."""
    told = review.progress
    full = width * told.done // told.total if told.total else width
    return f"{'━' * full}{'─' * (width - full)} {line(review)}"


def line(review: Review) -> str:
    """The same as one line."""
    told = review.progress
    return (
        f"{review.record.id}: {told.done} of {told.total} decided "
        f"({told.accepted} accepted, {told.rejected} rejected, {told.unsure} unsure)"
    )
