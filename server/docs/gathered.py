"""The pages there are, found in the rooms by their first line, and their order."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Final, NamedTuple

from kg.resources import folder

KINDS: Final[Mapping[str, tuple[str, str]]] = {
    "tutorial": ("Tutorials", "Ten minutes each, from nothing."),
    "how-to": ("How to …", "One thing to be done, in a few steps."),
    "reference": ("Reference", "All there is, made from the code, the ontology and the queries."),
    "explanation": ("Explanation", "Why it is as it is, and how far it can be trusted."),
    "glossary": ("Glossary", "The words of the NHS and of the graph."),
}
"""The kinds of pages in their order: what they are called, and what they are for."""
FIRST: Final = (
    "tutorial/look-around", "tutorial/first-program", "tutorial/ask-in-sparql",
    "how-to/ask-questions", "how-to/what-replaced",
    "explanation/claims", "explanation/time", "explanation/evidence", "explanation/coverage",
)  # fmt: skip
"""Pages that are read before others of their kind, in this order; all others go by title."""
ROOMS: Final = ("kg", "ontology", "queries", "server")
_HEAD: Final = re.compile(r"<!-- docs: ([a-z-]+)((?:/[a-z0-9-]+)?) -->\n# (.+)\n")
_NOT_ROOMS: Final = {"node_modules", "static", "__pycache__"}


class Page(NamedTuple):
    """A page: its name below `/docs`, its title, its Markdown without both, and its file."""

    name: str
    title: str
    text: str
    file: Path

    @property
    def kind(self) -> str:
        """Which of the `KINDS` it is."""
        return self.name.partition("/")[0]

    @property
    def address(self) -> str:
        """Where the service has it."""
        return f"/docs/{self.name}"


@cache
def pages() -> Mapping[str, Page]:
    """All pages by name, in the order in which they are read."""
    found = {each.name: each for each in _found()}
    order = {name: place for place, name in enumerate(FIRST)}
    kinds = list(KINDS)

    def place(page: Page) -> tuple[int, int, str]:
        return kinds.index(page.kind), order.get(page.name, len(order)), page.title.casefold()

    return {each.name: each for each in sorted(found.values(), key=place)}


def kinds() -> dict[str, list[Page]]:
    """The pages by their kind; a kind without pages is left out."""
    found: dict[str, list[Page]] = {}
    for page in pages().values():
        found.setdefault(page.kind, []).append(page)
    return found


def beside(page: Page) -> tuple[Page | None, Page | None]:
    """The pages before and after it, where there are any."""
    every = list(pages().values())
    place = every.index(page)
    return (
        every[place - 1] if place else None,
        every[place + 1] if place + 1 < len(every) else None,
    )


def read(text: str, file: Path) -> Page | None:
    """The page that a file's text is, or nothing if it is none.

    >>> read("<!-- docs: how-to/backup -->\\n# Back up\\n\\nSo.\\n", Path("backup.md")).title
    'Back up'
    >>> read("# The front end\\n", Path("README.md"))
    """
    head = _HEAD.match(text)
    if head is None or head[1] not in KINDS:
        return None
    return Page(head[1] + head[2], head[3].strip(), text[head.end() :], file)


def _found() -> Iterator[Page]:
    for room in ROOMS:
        for file in _markdown(folder(room)):
            if page := read(file.read_text(encoding="utf-8"), file):
                yield page


def _markdown(place: Path) -> Iterator[Path]:
    for each in sorted(place.iterdir()):
        if each.is_dir():
            if each.name not in _NOT_ROOMS:
                yield from _markdown(each)
        elif each.suffix == ".md":
            yield each
