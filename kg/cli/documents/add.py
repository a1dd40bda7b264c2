"""`coterminous add`: files become documents of one's own."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.asked import JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.documents.record.shelf import Added


def add(
    files: Annotated[list[str], typer.Argument(help="Files: text, HTML, PDF, Word (.docx), RTF.")],
    title: Annotated[str, typer.Option(help="Its title, where the file has none or another.")] = "",
    publisher: Annotated[str, typer.Option(help="Who published it.")] = "",
    author: Annotated[str, typer.Option(help="Who wrote it.")] = "",
    date: Annotated[str, typer.Option(help="When: 2019, 2019-03 or 2019-03-28.")] = "",
    url: Annotated[str, typer.Option(help="Where it was published.")] = "",
    kind: Annotated[str, typer.Option(help="What it is: news, letter, report …")] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Keep the texts of documents and print their ids; nothing of them enters the graph yet.

    Exit 2 where a file is refused; the others are added.
    """
    # What reads documents is of no use to the other commands, which should not wait for it.
    from kg.cli import output
    from kg.cli.failures import fail
    from kg.documents.record.given import Given
    from kg.documents.record.read import read_file
    from kg.documents.record.shelf import Shelf
    from kg.errors import InvalidInput
    from kg.settings import store_folder

    given = Given.checked(
        title=title, author=author, issued=date, publisher=publisher, address=url, kind=kind
    )
    shelf = Shelf.of_store(store or store_folder())
    answers: list[dict[str, Any]] = []
    is_refused = False
    for file in files:
        try:
            done = shelf.add(read_file(Path(file), given=given))
        except InvalidInput as error:
            is_refused = True
            fail(error)
            answers.append({"file": file, "error": {"reason": error.reason, "hint": error.hint}})
            continue
        answers.append({"file": file} | _told(done))
        if not as_json:
            _print(done)
    if as_json:
        output.write_json(answers)
    if is_refused:
        raise typer.Exit(2)


def _told(done: Added) -> dict[str, Any]:
    from kg.cli.documents.shelf import told

    return {"new": done.is_new, "near": [*done.near], **told(done.record)}


def _print(done: Added) -> None:
    from rich.text import Text

    from kg.cli import output
    from kg.cli.documents.shelf import summary

    state = "" if done.is_new else " (was here already, and stays as it is)"
    output.stdout.print(Text(f"{done.record.id}{state}  {summary(done.record)}"), soft_wrap=True)
    if done.near:
        near = ", ".join(done.near)
        output.stdout.print(Text(f"  Much like {near}: look whether it is the same article."))
