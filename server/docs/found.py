"""Search in the titles and headings of pages."""

from __future__ import annotations

from typing import NamedTuple

from kg.release.opened import OpenRelease
from server.docs.gathered import Page, pages
from server.docs.generated import filled
from server.docs.rendered import Heading, headings

MOST = 60
"""How many places are told."""


class Hit(NamedTuple):
    """A place that was found: its page, and the heading if it is not the page itself."""

    page: Page
    heading: Heading | None

    @property
    def address(self) -> str:
        """Where it is."""
        return f"{self.page.address}#{self.heading.mark}" if self.heading else self.page.address


def found(release: OpenRelease, text: str) -> list[Hit]:
    """The places whose words have all of these, titles first; a word may be the begin of one."""
    wanted = text.casefold().split()
    if not wanted:
        return []
    every = pages().values()
    titles = [Hit(page, None) for page in every if _has(page.title, wanted)]
    below = [
        Hit(page, heading)
        for page in every
        for heading in headings(page, filled(release, page))
        if _has(heading.text, wanted)
    ]
    return [*titles, *below][:MOST]


def _has(text: str, wanted: list[str]) -> bool:
    folded = text.casefold()
    return all(each in folded for each in wanted)
