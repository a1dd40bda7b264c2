"""How the vocabularies are written: one pattern from lines of alternatives."""

from __future__ import annotations

import re

from kg.documents.patterns import compiled

_OUTSIDE = compiled(r"(\(\?<[!=][^()]*\)|\[[^]]*\])| ")
"""A space that stands neither in a look behind nor in a set of characters."""


def words(alternatives: str, *, ends: bool = True, marks: str | None = None) -> re.Pattern[str]:
    """A pattern that finds any of the alternatives as whole words.

    Lines are alternatives (or several with bars between); a line that opens with `+ ` goes on
    from the one before. Without `ends` an alternative may be the beginning of a word.

    With `marks` every space may also be what that pattern finds: a space and a quotation mark.

    >>> words("merg(?:ed|er)\\n+ s?\\njoined").findall("two mergers joined")
    ['mergers', 'joined']
    """
    lines = [line.strip() for line in alternatives.splitlines() if line.strip()]
    joined = "|".join(lines).replace("|+ ", "")
    joined = joined if marks is None else _OUTSIDE.sub(lambda one: one[1] or marks, joined)
    return compiled(rf"\b(?:{joined})" + (r"\b" if ends else ""))
