"""What a shared competency question is asked as here, and how its answer is compared."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

Row = Mapping[str, str | None]
Answer = Any
"""Text, a number, a truth, a set of them, or a mapping of them; see `matches`."""

_QUOTES = str.maketrans("‘’“”", "''\"\"")
_DATE = re.compile(r"\d{4}(-\d\d){0,2}")


@dataclass(frozen=True)
class Competency:
    """A question of the library with its parameters, and its rows as the wanted answer.

    `answer` is given the distinct rows, each by column. Where the answer is a name it may give
    the IRI of the thing, which stands for all the names that the thing has here.
    """

    question: str
    answer: Callable[[Sequence[Row]], Answer]
    params: Mapping[str, str] = field(default_factory=dict)


def column(rows: Collection[Row], name: str) -> set[str]:
    """The distinct values of a column.

    >>> sorted(column([{"a": "x"}, {"a": None}, {"a": "y"}, {"a": "x"}], "a"))
    ['x', 'y']
    """
    return {value for row in rows if (value := row[name]) is not None}


def single(rows: Collection[Row], name: str) -> str:
    """The one value of a column; an assertion fails when there are more, or none."""
    values = column(rows, name)
    assert len(values) == 1, f"{name}: {sorted(values)}"
    return values.pop()


def folded(text: str) -> str:
    """Text as it is compared: NFKC, straight quotes, no case, no leading "the" or "Dr".

    >>> folded("The\u00a0King’s Fund")
    "king's fund"
    """
    plain = unicodedata.normalize("NFKC", text).translate(_QUOTES).casefold().strip()
    return re.sub(r"^(the|dr)\s+", "", " ".join(plain.split()))


def matches(wanted: Answer, given: Answer) -> bool:
    """Whether an answer is the wanted one: sets without order, objects key by key.

    A `frozenset` of texts is one thing under several names. Days are held at the precision that
    is wanted, a number may be given as text, and words that are too many to keep by their SHA-256.

    >>> matches(["King's Fund", 191], {frozenset({"The King’s Fund", "KF"}), "191.0"})
    True
    >>> matches({"on": "2020-02"}, {"on": "2020-02-07"}), matches(["a"], {"a", "b"})
    (True, False)
    """
    if isinstance(wanted, bool) or isinstance(given, bool):
        return wanted is given
    if isinstance(wanted, Mapping):
        return isinstance(given, Mapping) and _objects(wanted, given)
    if isinstance(wanted, list):
        return _sets(wanted, given)
    names = given if isinstance(given, frozenset) else {given}
    return any(_one(wanted, name) for name in names)


def _objects(wanted: Mapping[str, Answer], given: Mapping[str, Answer]) -> bool:
    ours = {folded(key): value for key, value in given.items()}
    theirs = {folded(key): value for key, value in wanted.items()}
    return set(ours) == set(theirs) and all(matches(theirs[key], ours[key]) for key in theirs)


def _sets(wanted: list[Answer], given: Answer) -> bool:
    if isinstance(given, (str, frozenset)) or not isinstance(given, Collection):
        return False
    left = list(given)
    for each in wanted:
        found = next((other for other in left if matches(each, other)), None)
        if found is None:
            return False
        left.remove(found)
    return not left


def _one(wanted: Answer, given: Answer) -> bool:
    if isinstance(wanted, (int, float)):
        try:
            return Decimal(str(wanted)) == Decimal(str(given))
        except InvalidOperation:
            return False
    told = folded(str(given))
    if _DATE.fullmatch(str(wanted)) and _DATE.fullmatch(told):
        return told.startswith(str(wanted))
    digest = hashlib.sha256(str(wanted).encode()).hexdigest()
    return told in (folded(str(wanted)), digest)
