"""How the vocabularies are written: one pattern from lines of alternatives."""

from __future__ import annotations

import re


def words(alternatives: str, *, ends: bool = True) -> re.Pattern[str]:
    """A pattern that finds any of the alternatives as whole words.

    Lines are alternatives (or several with bars between); a line that opens with `+ ` goes on
    from the one before. Without `ends` an alternative may be the beginning of a word.

    >>> words("merg(?:ed|er)\\n+ s?\\njoined").findall("two mergers joined")
    ['mergers', 'joined']
    """
    lines = [line.strip() for line in alternatives.splitlines() if line.strip()]
    joined = "|".join(lines).replace("|+ ", "")
    return re.compile(rf"\b(?:{joined})" + (r"\b" if ends else ""))
