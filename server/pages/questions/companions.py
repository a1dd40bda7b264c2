"""Questions that belong together: each page leads to the others of its family."""

from __future__ import annotations

from collections.abc import Mapping
from urllib.parse import urlencode

from kg.questions.library import Library, Question
from server.pages.words.names import Link

FAMILIES = (
    (
        "people/shared-chief-officer",
        "people/sharing-count",
        "people/ever-shared",
        "people/said-to-share",
    ),
    ("mergers/pressed-proposals", "mergers/pressed-mergers"),
    (
        "policy/one-ccg-rule",
        "policy/one-ccg-restatements",
        "areas/one-ccg",
        "areas/one-ccg-count",
        "areas/one-ccg-designated",
    ),
)
"""The families; a question is of one at most."""


def companions(library: Library, question: Question, asked: Mapping[str, str]) -> list[Link]:
    """The other questions of the family, with those parameters that they have too."""
    family = next((each for each in FAMILIES if question.name in each), ())
    return [
        _link(library[name], asked) for name in family if name != question.name and name in library
    ]


def _link(question: Question, asked: Mapping[str, str]) -> Link:
    known = {each.name for each in question.header.parameters}
    kept = urlencode({name: text for name, text in asked.items() if name in known})
    address = f"/questions/{question.name}" + (f"?{kept}" if kept else "")
    return Link(question.header.question, address)
