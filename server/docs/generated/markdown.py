"""Tables and words in Markdown, with nothing in them that Markdown would read as its own."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from typing import Final

_MEANT: Final = re.compile(r"([\\`*_\[\]<>|&#~])")


def plain(text: str) -> str:
    """Words as they are.

    >>> plain("a_b | <c>")
    'a\\\\_b \\\\| \\\\<c\\\\>'
    """
    return _MEANT.sub(r"\\\1", " ".join(text.split()))


def code(text: str) -> str:
    """Code in a line or in the cell of a table; empty for nothing.

    >>> code("a|b"), code("")
    ('`a\\\\|b`', '')
    """
    kept = " ".join(text.split()).replace("|", "\\|")
    return f"`{kept}`" if kept and "`" not in kept else plain(text)


def prose(text: str) -> str:
    """A docstring's sentences: code in it stays code."""
    parts = text.split("`")
    if len(parts) % 2 == 0:
        return plain(text)
    return "".join(
        code(each) if place % 2 else plain_within(each) for place, each in enumerate(parts)
    )


def plain_within(text: str) -> str:
    """Words as they are, with the spaces at both ends."""
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and text.strip() else ""
    return f"{before}{plain(text)}{after}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    """A table; what stands in the cells is Markdown already."""
    lines = [head, ["---"] * len(head), *rows]
    return "\n".join("| " + " | ".join(each) + " |" for each in lines) + "\n"


def sentence(docstring: str | None) -> str:
    """The first sentence of a docstring, without the full stop's space.

    >>> sentence("What is told. And more.")
    'What is told.'
    """
    first = (docstring or "").strip().partition("\n\n")[0]
    found = re.match(r"(.*?[.!?])(\s|$)", " ".join(first.split()))
    return found[1] if found else " ".join(first.split())
