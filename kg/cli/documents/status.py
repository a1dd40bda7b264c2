"""`coterminous status`: how far the review of each document has come."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from kg.cli.asked import JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.documents.review.state import Item, Review


def status(
    document: Annotated[str, typer.Argument(metavar="[ID]", help="One document.")] = "",
    store: StoreOption = None,
    as_json: JsonOption = False,
) -> None:
    """Tell what was decided; of one document, candidate by candidate.

    As JSON with the ids, which `decide` takes.
    """
    from rich.table import Table
    from rich.text import Text

    from kg.cli import output
    from kg.cli.documents.reviewed import bar, desk_of, progress

    desk = desk_of(store)
    if document:
        review = desk.open(document)
        if as_json:
            output.write_json(progress(review) | {"items": _items(review)})
            return
        drawn = Table("kind", "verdict", "what it says")
        for item in review.items:
            drawn.add_row(*map(Text, _cells(item)))
        output.draw(drawn)
        output.stdout.print(bar(review), highlight=False, markup=False, soft_wrap=True)
        return
    reviews = [desk.open(each) for each in desk.shelf.ids()]
    if as_json:
        output.write_json([progress(each) for each in reviews])
        return
    for found in reviews:
        told = f"{bar(found)} {found.record.title}".rstrip()
        output.stdout.print(told, highlight=False, markup=False, soft_wrap=True)
    if not reviews:
        output.stdout.print("No document was added yet: `coterminous add FILE`.")


def _cells(item: Item) -> tuple[str, str, str]:
    """What a candidate is, what was decided by whom, and what it says."""
    from kg.documents.review import words

    verdict = words.VERDICTS[item.verdict]
    if item.disagreement:
        verdict = f"{verdict}; reviewers disagree"
    elif item.by:
        verdict = f"{verdict} by {item.by}"
    kind = item.candidate.type
    return words.KINDS.get(kind, kind), verdict, words.said(kind, item.value)


def _items(review: Review) -> list[dict[str, Any]]:
    from kg.documents.review import words

    return [
        {
            "id": each.id,
            "type": each.candidate.type,
            "verdict": each.verdict,
            "by": each.by,
            "reason": each.reason,
            "disagreement": [list(told) for told in each.disagreement],
            "what": words.said(each.candidate.type, each.value),
        }
        for each in review.items
    ]
