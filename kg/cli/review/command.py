"""The command line of a review; what draws screens is imported only when one is to be drawn."""

from __future__ import annotations

import getpass
import sys
from typing import Annotated
from urllib.parse import quote

import typer

from kg.cli.asked import StoreOption


def review(
    document: Annotated[str, typer.Argument(help="The id of a document, or how it begins.")],
    reviewer: Annotated[str, typer.Option(help="Who reviews; else the name you work by.")] = "",
    web: Annotated[bool, typer.Option("--web", help="Tell the address of the page.")] = False,
    at: Annotated[
        str, typer.Option(help="Where the service is, for --web.")
    ] = "http://127.0.0.1:8000",
    store: StoreOption = None,
) -> None:
    """Review what was read in a document: accept, put right or refuse it, key by key.

    Every decision is on the disk before the next is asked for. `coterminous commit` takes what was
    accepted into the graph.
    """
    from kg.cli import output
    from kg.documents.record.shelf import Shelf
    from kg.documents.review.desk import Desk
    from kg.errors import BadParameter
    from kg.settings import store_folder

    shelf = Shelf.of_store(store or store_folder())
    known = shelf.record(document)
    if web:
        output.stdout.print(f"{at.rstrip('/')}/documents/{quote(known.id)}/review", soft_wrap=True)
        return
    if not (sys.stdin.isatty() and sys.stdout.isatty()):
        hint = "Use it in a terminal, or --web for the page, or `coterminous decide`."
        raise BadParameter("review", "it needs a terminal to be drawn in", hint)
    from kg.cli.review.screen import ReviewApp

    ReviewApp(Desk(shelf.path), known.id, reviewer or getpass.getuser()).run()
