"""`coterminous missed`: add to a document's candidates what the rules did not read."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.asked import JsonOption, StoreOption
from kg.cli.documents.reviewed import ReviewerOption, SetOption


def missed(
    document: Annotated[str, typer.Argument(metavar="ID", help="The document.")],
    start: Annotated[int, typer.Argument(help="Where it begins in the text, from 0.")],
    end: Annotated[int, typer.Argument(help="Where it ends.")],
    kind: Annotated[
        str, typer.Option("--type", help="What it is: Organisation, Person, Tenure, Figure …")
    ],
    value: SetOption = None,
    who: ReviewerOption = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Add what the rules missed, and accept it."""
    from kg.cli import output
    from kg.cli.documents.reviewed import changes, desk_of, line, progress, reviewer

    name = reviewer(who)
    review = desk_of(store).missed(document, start, end, kind, changes(value), name)
    if as_json:
        output.write_json(progress(review))
        return
    output.stdout.print(line(review), highlight=False)
