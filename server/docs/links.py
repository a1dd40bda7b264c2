"""Where the links of a page lead: files become addresses, so that both ways of reading work."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path
from typing import Final
from urllib.parse import urlencode

from server.docs.gathered import Page, pages

_MARK: Final = re.compile(r"[^\w]+")
_TARGET: Final = re.compile(r"(?<=\]\()[^)\s]+(?=\))")
_OUTSIDE: Final = ("http://", "https://", "mailto:")
CONSOLES: Final = {"graphql": "/query/graphql", "sparql": "/query/sparql"}
"""Where a query in each language can be tried."""


def led(page: Page, link: str) -> str:
    """Where a link of the page leads in the service; empty if to a file that it does not serve.

    An address stays as it is; a path is taken from the page's own file, and leads to the page that
    the file is.
    """
    if link.startswith((*_OUTSIDE, "/", "#")):
        return link
    path, _, fragment = link.partition("#")
    file = (page.file.parent / path).resolve()
    address = _addresses().get(file, "")
    return f"{address}#{fragment}" if address and fragment else address


def addressed(page: Page, text: str) -> str:
    """The page's Markdown with addresses in place of the files of other pages."""

    def lead(found: re.Match[str]) -> str:
        path, _, fragment = led(page, found[0]).partition("#")
        if found[0].startswith((*_OUTSIDE, "/", "#")) or not path:
            return found[0]
        return f"{path}.md#{fragment}" if fragment else f"{path}.md"

    return _TARGET.sub(lead, text)


def mark(title: str, taken: set[str]) -> str:
    """The fragment of a heading, one that no other of the page has; it is added to the taken.

    >>> taken = set()
    >>> mark("What `on` means", taken), mark("What on means?", taken)
    ('what-on-means', 'what-on-means-2')
    """
    plain = _MARK.sub("-", title.casefold()).strip("-") or "part"
    found, number = plain, 1
    while found in taken:
        number += 1
        found = f"{plain}-{number}"
    taken.add(found)
    return found


def console(language: str, query: str) -> str:
    """Where a query can be tried, filled in; empty for what is not a query."""
    place = CONSOLES.get(language)
    return f"{place}?{urlencode({'query': query})}" if place else ""


@cache
def _addresses() -> dict[Path, str]:
    return {each.file.resolve(): each.address for each in pages().values()}
