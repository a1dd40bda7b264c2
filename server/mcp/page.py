"""A list as an assistant can take it: so many items, so many bytes, and where it goes on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Final, NamedTuple

import orjson

from server.limits.graphql.refusals import TooMuchAsked

ROOM: Final = 48 * 1024
"""Bytes of JSON that the items of one page may take."""
WHOLE: Final = 128 * 1024
"""Bytes of JSON that one answer may take."""
_DEFAULT: Final = 25
MOST: Final = 200
FARTHEST: Final = 1_000_000


class Page(NamedTuple):
    """The items of a page, and what is told of it: `offset`, `count`, `total` and `next`."""

    items: list[Any]
    told: dict[str, int | None]


def page(found: Sequence[Any], first: int = _DEFAULT, offset: int = 0) -> Page:
    """The items from `offset` on, `first` of them at most, and no more than there is room for.

    `next` is the offset of the page after it, `None` at the end. Raises `TooMuchAsked` where one
    item alone is too large.

    >>> page("abc", 2).told
    {'offset': 0, 'count': 2, 'total': 3, 'next': 2}
    """
    return made(found[offset : offset + first], len(found), offset)


def made(chosen: Iterable[Any], total: int, offset: int) -> Page:
    """The same for items that are chosen already; what there is no room for is left to the next."""
    items: list[Any] = []
    size = 0
    for each in chosen:
        size += len(orjson.dumps(each)) + 1
        if size > ROOM:
            break
        items.append(each)
    if not items and offset < total and size:
        raise TooMuchAsked(
            f"Item {offset} alone is larger than the {ROOM} bytes of a page.",
            "Ask for less of each, for instance fewer columns.",
        )
    end = offset + len(items)
    following = end if items and end < total else None
    return Page(items, {"offset": offset, "count": len(items), "total": total, "next": following})


def check_size(told: bytes) -> None:
    """Raise `TooMuchAsked` for an answer that is too large to be told."""
    if len(told) > WHOLE:
        raise TooMuchAsked(
            f"The answer has {len(told)} bytes; {WHOLE} are told at once.",
            "Ask for less: a smaller `first`, fewer fields or columns, or a narrower question.",
        )
