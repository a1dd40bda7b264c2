"""Bodies of the register that a name may mean although it is none of their names.

They are offered to a person and never chosen: a name with a slip, in another order, or with a word
more or less. A candidate stays as it was read; what is offered hangs on the register of today.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from difflib import SequenceMatcher
from functools import cache, lru_cache
from math import log
from typing import Final, NamedTuple

from kg.documents.mentions.names.gazetteer import AHEAD, Body, core, fold, shipped
from kg.documents.review.parties import bodies
from kg.documents.review.state import Item, Review

MOST: Final = 5
"""So many bodies are offered at most."""
_KINDS: Final[Mapping[str, tuple[str, ...]]] = {
    "stp": ("stp",), "ics": ("stp", "icb"), "stpOrIcs": ("stp", "icb"), "icb": ("icb", "stp"),
    "localAuthority": ("council", "district"), "topTierCouncil": ("council",),
    "ccg": ("ccg", "subIcbLocation"), "pct": ("pct",), "pctCluster": ("pct",), "sha": ("sha",),
    "shaCluster": ("shaCluster", "sha"), "nhsRegion": ("nhsRegion",), "areaTeam": ("areaTeam",),
    "district": ("district",), "subIcbLocation": ("subIcbLocation", "ccg"),
    "icbCluster": ("icb",),
}  # fmt: skip
_PLAIN: Final = frozenset(
    ("and", "of", "the", "for", "in", "nhs", "our", "with", "health", "care", "partnership")
)
_NEAR: Final = 0.5
"""The least likeness of what is offered, from 0 to 1."""
_SLIP: Final = 0.8
"""The least likeness of two words of which one may be the other misspelt."""


class _Name(NamedTuple):
    """A name of a body, as the words that tell it from others."""

    words: tuple[str, ...]
    body: Body


def choices(review: Review, item: Item) -> tuple[str, ...]:
    """The bodies to choose from for a candidate, by code and kind such as `26A/ccg`.

    First what is chosen, then what was read; where that is nothing, what is near by its name.
    """
    keys = (item.value.get("link"), item.candidate.value.get("link"), *offered(review, item))
    return tuple(dict.fromkeys(str(each) for each in keys if each))


def offered(review: Review, item: Item) -> tuple[str, ...]:
    """Of `choices`, those that are neither chosen nor linked as read: options, or what is near."""
    read = item.candidate.value.get("options") or ()
    return tuple(str(each) for each in read) or suggested(review, item)


def suggested(review: Review, item: Item) -> tuple[str, ...]:
    """Bodies that a candidate may mean, the nearest first: none where it was linked as it was read,
    or has options."""
    own = item.candidate.value
    if item.candidate.type != "Organisation" or own.get("link") or own.get("options"):
        return ()
    return near(str(own.get("name") or ""), str(own.get("type") or ""), review.record.issued)


@lru_cache(maxsize=4096)
def near(name: str, kind: str, day: str = "", most: int = MOST) -> tuple[str, ...]:
    """The bodies of that kind whose names are near, by code and kind, the nearest first.

    `day` is an ISO date, as precise as is known: only bodies that stood then are told; if none of
    them is near, those that were soon to open.

    >>> near("Shropshire, Telford and Wrekin STP", "stp", "2019-03")[0]
    'QOC/stp'
    >>> near("Alliance of nobody at all", "ccg", "2019-03")
    ()
    """
    asked = _words(name, is_council=kind == "localAuthority")
    return _nearest(asked, _KINDS.get(kind, ()), day, most, _NEAR)


@lru_cache(maxsize=1024)
def found(words: str, day: str = "", most: int = 9) -> tuple[str, ...]:
    """The bodies of the register, of any kind, that somebody may mean by these words or this code.

    Unlike `near` it takes a part of a name for enough. Those that stood on the day come first.

    >>> found("notingham north", "2019-03")[0], found("26a")
    ('04L/ccg', ('26A/ccg', '26A/sub-icb-location'))
    """
    code = words.strip().casefold()
    exact = [each for each in bodies() if code in (each.casefold(), each.split("/")[0].casefold())]
    if exact:
        return tuple(exact[:most])
    asked = _words(words) or tuple(fold(words).split())
    scored: dict[str, tuple[bool, float, int, str]] = {}
    for each in _names():
        likeness = _held(asked, each.words)
        if likeness >= _SLIP:
            mark = (not _stood(each.body, day), -likeness, len(each.words), each.body.code)
            code = each.body.code
            scored[code] = min(mark, scored.get(code, mark))
    return tuple(sorted(scored, key=scored.__getitem__)[:most])


def _nearest(
    asked: Sequence[str], kinds: Sequence[str], day: str, most: int, least: float
) -> tuple[str, ...]:
    best: dict[str, tuple[bool, float, str]] = {}
    for each in _names():
        if each.body.kind not in kinds or not asked or not _is_thinkable(each.body, day):
            continue
        likeness = _alike(asked, each.words)
        if likeness >= least:
            mark = (not _stood(each.body, day), -likeness, each.body.code)
            best[each.body.code] = min(mark, best.get(each.body.code, mark))
    ordered = sorted(best.values())
    return tuple(code for is_later, _, code in ordered if is_later == ordered[0][0])[:most]


@cache
def _names() -> tuple[_Name, ...]:
    """All names that lead to bodies of the register, old ones, too."""
    return tuple(
        _Name(_words(name), body) for (name, _), known in shipped().bodies.items() for body in known
    )


@cache
def _weights() -> Mapping[str, float]:
    """How much a word tells: the rarer among the names, the more."""
    names = {each.words for each in _names()}
    seen: dict[str, int] = {}
    for words in names:
        for word in set(words):
            seen[word] = seen.get(word, 0) + 1
    return {word: 1 + log(len(names) / count) for word, count in seen.items()}


def _words(name: str, *, is_council: bool = False) -> tuple[str, ...]:
    """The words of a name that tell it from others of its kind, in their order."""
    told = shipped().expand(core(name, council=is_council)).split()
    return tuple(each for each in told if each not in _PLAIN) or tuple(told)


def _alike(asked: Sequence[str], known: Sequence[str]) -> float:
    """From 0 to 1: how much of the words of two names they have in common, in any order."""
    pairs = _pairs(asked, known)
    shared = sum(_weight(word) * likeness for word, likeness in pairs.items())
    every = _sum(asked) + _sum(known)
    return 2 * shared / every if every else 0.0


def _held(asked: Sequence[str], known: Sequence[str]) -> float:
    """From 0 to 1: how many of the words asked for a name has, or words that begin so."""
    if not asked:
        return 0.0
    begun = {each for each in asked if len(each) > 1 and any(x.startswith(each) for x in known)}
    pairs = _pairs([each for each in asked if each not in begun], known)
    return (sum(pairs.values()) + len(begun)) / len(set(asked))


def _pairs(asked: Iterable[str], known: Sequence[str]) -> dict[str, float]:
    """The words of a name that are asked for, each with how alike what is asked for is."""
    pairs: dict[str, float] = {}
    for word in asked:
        for other in known:
            likeness = _likeness(word, other)
            if likeness > pairs.get(other, 0.0):
                pairs[other] = likeness
    return pairs


@lru_cache(maxsize=65536)
def _likeness(word: str, other: str) -> float:
    if word == other:
        return 1.0
    if min(len(word), len(other)) < 4 or abs(len(word) - len(other)) > 2:
        return 0.0
    alike = SequenceMatcher(None, word, other, autojunk=False).ratio()
    return alike if alike >= _SLIP else 0.0


def _weight(word: str) -> float:
    known = _weights()
    return known.get(word, 1 + log(len(known)))


def _sum(words: Iterable[str]) -> float:
    """What words weigh; one that no name has, such as a misspelt one, as much as a name's does."""
    return sum(_weight(each) for each in dict.fromkeys(words))


def _stood(body: Body, day: str) -> bool:
    return body.opened[: len(day)] <= day <= (body.closed[: len(day)] or "9999")


def _is_thinkable(body: Body, day: str) -> bool:
    if not day:
        return True
    has_closed = bool(body.closed) and body.closed[: len(day)] < day
    return not has_closed and (not body.opened or int(body.opened[:4]) - int(day[:4]) <= AHEAD)
