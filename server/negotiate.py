"""Which format is sent: `?format=` wins, then `Accept` (RFC 9110, 12.5.1)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from kg.store.formats import Format
from server.errors import NotAcceptable


class Range(NamedTuple):
    """A media range of an `Accept` header, with its quality from 0 to 1."""

    kind: str
    subtype: str
    quality: float

    def specificity(self, media_type: str) -> int:
        """How exactly it names a media type: 2 by name, 1 by kind, 0 as anything, -1 not at all."""
        kind, _, subtype = media_type.partition("/")
        if (self.kind, self.subtype) == (kind, subtype):
            return 2
        if self.kind == kind and self.subtype == "*":
            return 1
        return 0 if (self.kind, self.subtype) == ("*", "*") else -1


@lru_cache(maxsize=1024)
def ranges(accept: str) -> tuple[Range, ...]:
    """The ranges of an `Accept` header; what cannot be read is left out, no header is anything.

    >>> ranges("text/csv;q=0.5, */*;q=0.1")
    (Range(kind='text', subtype='csv', quality=0.5), Range(kind='*', subtype='*', quality=0.1))
    """
    found = []
    for part in accept.split(",") if accept.strip() else ["*/*"]:
        name, *parameters = (each.strip() for each in part.split(";"))
        kind, slash, subtype = name.lower().partition("/")
        if slash and kind and subtype:
            found.append(Range(kind, subtype, _quality(parameters)))
    return tuple(found)


def quality(media_type: str, accept: str) -> float:
    """How much a media type is wanted: the quality of the range that names it best.

    >>> quality("text/csv", "text/*;q=0.2, text/csv;q=0.9"), quality("image/png", "text/*")
    (0.9, 0.0)
    """
    fitting = [(each.specificity(media_type), each.quality) for each in ranges(accept)]
    return max((each for each in fitting if each[0] >= 0), default=(0, 0.0))[1]


def choose(accept: str, offers: Sequence[str]) -> str | None:
    """The offered media type that is wanted most, the first of equals, or nothing.

    >>> choose("text/html;q=0.9, application/json", ["text/html", "application/json"])
    'application/json'
    """
    best = max(offers, key=lambda offer: quality(offer, accept), default=None)
    return best if best is not None and quality(best, accept) > 0 else None


def pick(accept: str, formats: Sequence[Format], name: str = "") -> Format:
    """The format to answer in: by name, extension or media type if given, else by `Accept`.

    Raises `NotAcceptable`, which lists what there is.

    >>> from kg.store.formats import ROWS
    >>> pick("*/*", ROWS).name, pick("text/html, text/csv;q=0.1", ROWS).name
    ('json', 'csv')
    """
    if found := _fitting(accept, tuple(formats), name):
        return found
    if name:
        raise NotAcceptable(name, [each.name for each in formats])
    raise NotAcceptable(accept, [each.media_type for each in formats])


@lru_cache(maxsize=256)  # a client sends the same header over and over
def _fitting(accept: str, formats: tuple[Format, ...], name: str) -> Format | None:
    if name:
        names = ((each, (each.name, each.extension, *each.media_types)) for each in formats)
        return next((each for each, known in names if name in known), None)
    chosen = choose(accept, [type_ for each in formats for type_ in each.media_types])
    return next((each for each in formats if chosen in each.media_types), None)


def _quality(parameters: Sequence[str]) -> float:
    for each in parameters:
        name, _, value = each.partition("=")
        if name.strip().lower() == "q":
            try:
                return min(max(float(value), 0.0), 1.0)
            except ValueError:
                return 0.0
    return 1.0
