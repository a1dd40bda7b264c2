"""What a graph holds, counted: how often each property and class, and which days.

It is written when a release is built and kept up with by every commit, so that a query can be
put in a better way before it runs. The days are whole: none is missing, though some that were
removed may be left. The counts may be off.
"""

from __future__ import annotations

import json
import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

import pyoxigraph as ox

from kg.model.names import RDF_TYPE
from kg.model.terms import XSD, Literal, Statement
from kg.store.changes import Changes

FILE = "census.json"
"""The file of a release with its census."""
DAY = XSD + "date"
UNKNOWN = "null\n"
"""What the file says where nothing is known."""
GROWN = 1.1
"""By what factor a graph grows until its counts are written anew."""
_PLAIN = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


@dataclass(frozen=True)
class Census:
    """How many statements have a property or are of a class, by its IRI; the days, in order.

    `days` are those without a time zone, of years of four digits; `others` are all other values
    of `xsd:date`, each as the engine keeps it.
    """

    sizes: Mapping[str, int] = field(default_factory=dict)
    days: tuple[str, ...] = ()
    others: tuple[str, ...] = ()

    @classmethod
    def of(cls, statements: Iterable[Statement]) -> Census:
        """The census of statements."""
        sizes: Counter[str] = Counter()
        days = set()
        for _, predicate, value, _ in statements:
            sizes[predicate] += 1
            if isinstance(value, Literal):
                if value.datatype == DAY:
                    days.add(value.text)
            elif predicate == RDF_TYPE:
                sizes[value] += 1
        return cls(sizes).with_days(days)

    @classmethod
    def read(cls, folder: Path) -> Census | None:
        """The census of the release in that folder; `None` where nothing is known."""
        path = folder / FILE
        told = json.loads(path.read_text(encoding="utf-8")) if path.exists() else None
        return cls(told["sizes"], tuple(told["days"]), tuple(told["others"])) if told else None

    def between(self, first: str, last: str) -> tuple[str, ...]:
        """The days from one to another, both included; "" is no bound.

        >>> Census(days=("2014-01-01", "2015-01-01", "2016-01-01")).between("2014-06-01", "")
        ('2015-01-01', '2016-01-01')
        """
        start = bisect_left(self.days, first)
        return self.days[start : bisect_right(self.days, last) if last else None]

    def with_days(self, found: Iterable[str]) -> Census:
        """The same with more days, as texts of `xsd:date`, be they values of it or not.

        >>> Census().with_days(["2015-02-01", "2015-02-30", "2015-02-01-00:00"])
        Census(sizes={}, days=('2015-02-01',), others=('2015-02-01Z', '2015-02-30'))
        """
        more = set(found)
        if not more:
            return self
        more -= set(self.days)
        plain = {each for each in more if _is_plain(each)}
        others = {*self.others, *_kept(more - plain)}
        if not plain and len(others) == len(self.others):
            return self
        return Census(self.sizes, tuple(sorted({*self.days, *plain})), tuple(sorted(others)))

    def after(self, *changes: Changes) -> Census:
        """The census after these changes; this one where it still does."""
        days: set[str] = set()
        sizes = Counter(self.sizes)
        for each in changes:
            for quad in each.added:
                _, predicate, value = quad.triple
                sizes[predicate.value] += 1
                if isinstance(value, ox.Literal):
                    if value.datatype.value == DAY:
                        days.add(value.value)
                elif predicate.value == RDF_TYPE and isinstance(value, ox.NamedNode):
                    sizes[value.value] += 1
            sizes.subtract(quad.predicate.value for quad in each.removed)
        after = self.with_days(days)
        before, now = sum(self.sizes.values()), sum(sizes.values())
        if before / GROWN <= now <= before * GROWN:
            return after
        return Census(dict(+sizes), after.days, after.others)

    def moved(
        self, came: Mapping[str, int], gone: Mapping[str, int], days: Iterable[str]
    ) -> Census:
        """The census after so many more and so many fewer, and with these days."""
        sizes = Counter(self.sizes)
        sizes.update(came)
        sizes.subtract(gone)
        return Census(dict(+sizes), self.days, self.others).with_days(days)

    def text(self) -> str:
        """What `read` reads."""
        told = {"sizes": dict(self.sizes), "days": self.days, "others": self.others}
        return json.dumps(told, indent=0) + "\n"


def _is_plain(text: str) -> bool:
    """Whether the engine keeps a day as it is written here, and sorts it as text."""
    if not _PLAIN.fullmatch(text):
        return False
    try:
        return bool(date.fromisoformat(text))
    except ValueError:
        return False


def _kept(texts: Iterable[str]) -> set[str]:
    """Values as the engine gives them back: one text for all ways to write one value."""
    datatype, name = ox.NamedNode(DAY), ox.NamedNode("urn:x")
    store = ox.Store()
    store.extend(ox.Quad(name, name, ox.Literal(each, datatype=datatype)) for each in texts)
    return {quad.object.value for quad in store if isinstance(quad.object, ox.Literal)}
