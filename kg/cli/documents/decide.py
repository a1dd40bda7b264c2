"""`coterminous decide`: accept or refuse what was read in a document."""

from __future__ import annotations

from typing import Annotated

import typer

from kg.cli.asked import JsonOption, StoreOption
from kg.cli.documents.reviewed import DocumentOption, ReviewerOption, SetOption


def decide(
    candidate: Annotated[
        str, typer.Argument(help="The candidate's id, or several with commas between.")
    ],
    verdict: Annotated[str, typer.Argument(help="accept, reject or unsure; undo takes back.")],
    put_right: SetOption = None,
    note: Annotated[str, typer.Option(help="Why; kept with the decision.")] = "",
    document: DocumentOption = "",
    who: ReviewerOption = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Decide on what was read in a document; deciding the same again changes nothing.

    `undo` takes back the last decision of the same person on the candidate's document.
    """
    from kg.cli import output
    from kg.cli.documents.reviewed import changes, desk_of, line, progress, reviewer

    desk, name = desk_of(store), reviewer(who)
    names = [each.strip() for each in candidate.split(",") if each.strip()]
    where = document or desk.document_of(names[0])
    review = desk.open(where)
    if verdict == "undo":
        review = desk.undo(where, name)
    else:
        for each in names:
            review = desk.decide(where, each, verdict, note, changes(put_right), name)
    if as_json:
        output.write_json(progress(review))
        return
    output.stdout.print(line(review), highlight=False)
    if following := review.next_after(names[-1]):
        from kg.documents.review import words

        told = words.said(following.candidate.type, following.value)
        output.stdout.print(f"Next: {following.id} {told}", highlight=False, markup=False)
