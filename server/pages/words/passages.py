"""The passages of documents whose texts are held here, found by digest.

They are held in the folder of `--texts`, or on the shelf of the store, to which `add` brings them.
"""

from __future__ import annotations

import hashlib
from functools import cache
from pathlib import Path
from typing import NamedTuple

from kg.settings import store_folder, texts_folder

_AROUND = 240


class Passage(NamedTuple):
    """Words in their place: what stands before them, the words, and what comes after."""

    before: str
    words: str
    after: str


def passage(document: str, start: int, end: int, span: str) -> Passage | None:
    """The passage of a span, offsets in code points; nothing where no fitting text is held.

    `document` is the digest of the text's bytes, `span` that of the words: words that do not fit
    their digest are never shown.
    """
    from kg.documents.record.shelf import Shelf  # of what is for documents, only where one is told

    digest = document.removeprefix("sha256:")
    text = held(texts_folder()).get(digest) or Shelf.of_store(store_folder()).text(digest)
    if text is None or hashlib.sha256(text[start:end].encode()).hexdigest() != span:
        return None
    before = text[max(0, start - _AROUND) : start]
    after = text[end : end + _AROUND]
    if start > _AROUND:
        before = "… " + before.partition(" ")[2]
    if end + _AROUND < len(text):
        after = after.rpartition(" ")[0] + " …"
    return Passage(before, text[start:end], after)


@cache
def held(folder: Path | None) -> dict[str, str]:
    """The texts of a folder by the digest of their bytes; nothing without a folder."""
    if folder is None or not folder.is_dir():
        return {}
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            content = path.read_bytes()
            found[hashlib.sha256(content).hexdigest()] = content.decode("utf-8", "replace")
    return found
