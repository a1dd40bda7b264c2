"""What a reader of one kind of file gives: a text, and what the file says of itself."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Parsed:
    """A text as it was read; `known` has what else is known by the names of a record's fields.

    `bases` says how each of those is known; `pages` and `furniture` are as in a record.
    """

    text: str
    known: Mapping[str, str] = field(default_factory=dict)
    bases: Mapping[str, str] = field(default_factory=dict)
    pages: tuple[int, ...] = ()
    furniture: tuple[tuple[int, int], ...] = ()


class Refused(Exception):
    """A file that is not taken in: its arguments are the reason, and what to do about it."""

    @property
    def reason(self) -> str:
        """Why it is refused."""
        return str(self.args[0])

    @property
    def hint(self) -> str:
        """What to do."""
        return str(self.args[1])


def well_formed(text: str) -> str:
    """A text without halves of characters: two that fit are joined, another is put as U+FFFD.

    >>> well_formed("\\ud835\\udd38 \\ud835")
    '𝔸 �'
    """
    return text.encode("utf-16", "surrogatepass").decode("utf-16", "replace")
