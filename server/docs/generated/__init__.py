"""The parts of pages that are read from what they speak of, so that they cannot fall behind.

Each is Markdown, made by a function of the release: `commands` from the parser, `settings` and
`metrics` from their tables, `addresses` from the routes, `questions` from the library, `errors`
from the classes of errors and what they are in HTTP, `graphql` from the schema, `model` from the
ontology, `coverage` by counting in the graph. `filled` puts them into a page. `markdown` writes
tables.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import Final

from kg.release.opened import OpenRelease
from server.docs.gathered import Page
from server.docs.generated import (
    addresses,
    commands,
    coverage,
    errors,
    graphql,
    metrics,
    model,
    questions,
    settings,
)

MADE: Final[dict[str, Callable[[OpenRelease], str]]] = {
    "addresses": addresses.told,
    "classes": model.classes,
    "commands": commands.told,
    "coverage": coverage.told,
    "errors": errors.told,
    "graphql-fields": graphql.fields,
    "graphql-types": graphql.types,
    "graphs": coverage.graphs,
    "metrics": metrics.told,
    "model-words": model.words,
    "questions": questions.told,
    "settings": settings.told,
}
"""What may stand in a line `<!-- generated: NAME -->`."""
PLACE: Final = re.compile(r"^<!-- generated: ([a-z-]+) -->$", re.MULTILINE)


def filled(release: OpenRelease, page: Page) -> str:
    """The page's Markdown with what is generated in its places, kept for the next who asks."""
    kept = _kept(release)
    if page.name not in kept:
        kept[page.name] = PLACE.sub(lambda found: MADE[found[1]](release).strip(), page.text)
    return kept[page.name]


@lru_cache(maxsize=2)  # a release that is no longer asked is let go
def _kept(_: OpenRelease) -> dict[str, str]:
    return {}
