"""`coterminous documents`: what was added, and a document by what a person calls it."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from kg.cli.asked import JsonOption, StoreOption

if TYPE_CHECKING:
    from kg.documents.record.model import TextRecord


def documents(store: StoreOption = None, as_json: JsonOption = False) -> None:
    """List the documents that were added here."""
    from rich.table import Table
    from rich.text import Text

    from kg.cli import output
    from kg.documents.record.shelf import Shelf
    from kg.settings import store_folder

    kept = Shelf.of_store(store or store_folder()).records()
    if as_json:
        output.write_json([told(each) for each in kept])
        return
    drawn = Table("id", "title", "published", "publisher", "words")
    for each in kept:
        words = f"{len(each.text.split()):,}"
        cells = (each.id, each.title or "(no title)", each.issued, each.publisher, words)
        drawn.add_row(*map(Text, cells))
    output.stdout.print(drawn if kept else "No document was added yet: `coterminous add FILE`.")


def record_of(what: str, store: Path | None) -> TextRecord:
    """The document of a file, or the one that was added and whose id begins so.

    Raises InvalidInput for a file that is refused, UnknownThing for an unknown id.
    """
    from kg.documents.record.read import read_file
    from kg.documents.record.shelf import Shelf
    from kg.settings import store_folder

    is_id = "/" not in what and "." not in what and not Path(what).exists()
    return Shelf.of_store(store or store_folder()).record(what) if is_id else read_file(Path(what))


def told(record: TextRecord) -> dict[str, Any]:
    """What is known of a document, without its text, as JSON has it."""
    known = ("id", "title", "author", "issued", "publisher", "address", "kind", "media")
    return {
        **{name: getattr(record, name) for name in known},
        "bases": dict(record.bases),
        "digest": record.digest,
        "sourceDigest": record.source_digest,
        "characters": len(record.text),
        "words": len(record.text.split()),
        "pages": len(record.pages),
    }


def summary(record: TextRecord) -> str:
    """A document in one line: title, day, publisher, size."""
    count = len(record.pages)
    pages = f", {count} page{'' if count == 1 else 's'}" if count else ""
    size = f"{len(record.text.split()):,} words{pages}"
    known = (record.title or "(no title)", record.publisher, record.issued, size)
    return " · ".join(each for each in known if each)
