"""The words of a lineage: bodies and their lives, the steps between them, paths of steps."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Final, NamedTuple

from kg.model.terms import Iri
from kg.search.fold import fold

KINDS: Final = {
    "pct": "PCT", "pctCluster": "PCT cluster", "sha": "SHA", "shaCluster": "SHA cluster",
    "areaTeam": "area team", "ccg": "CCG", "subIcbLocation": "sub-ICB location", "stp": "STP",
    "ics": "ICS", "icb": "ICB", "icbCluster": "ICB cluster", "nhsRegion": "NHS region",
    "csu": "CSU",
}  # fmt: skip
"""The kinds of body that have a lineage, by their codes, as people call them."""

CHANGES: Final = (
    "merger", "succession", "continuation", "split", "boundaryChange", "functionTransfer",
    "abolition", "rename", "codeChange", "overlap", "location",
)  # fmt: skip
"""The kinds of step: those of the ontology's changes, `overlap` where only a shared area tells that
one body came after another, and `location` where a sub-ICB location lies in a board."""

SAME_CODE: Final = "same code, different body"
_COMMON: Final = re.compile(
    r"^nhs | (?:ccg|icb|pct|sha|stp|ics|sub icb location|area team|region)$|teaching$|care trust$"
)


class Life(NamedTuple):
    """The days that bound a life or a time, ISO or `None` where nobody knows."""

    opened: str | None = None
    begun: str | None = None
    ended: str | None = None
    closed: str | None = None

    def holds(self, day: str) -> bool:
        """Whether it surely had begun on a day, and had not surely ended.

        >>> Life("2013-04-01", "2013-04-01", "2020-03-31", "2020-03-31").holds("2020-04-01")
        False
        """
        return (
            self.begun is not None
            and self.begun <= day
            and (self.ended is None or self.ended >= day)
        )

    def is_unsure(self, day: str) -> bool:
        """Whether nobody knows if it was there: a day before it surely began, or after it surely
        still was, but not after it had ended.

        >>> life = Life("2013-04-01", "2013-04-01", "2016-12-31", "2018-07-11")
        >>> life.is_unsure("2017-06-01"), life.is_unsure("2019-01-01")
        (True, False)
        """
        before = self.begun is not None and (self.opened or "") <= day < self.begun
        after = self.ended is not None and self.closed is not None and self.ended < day
        return before or (after and day <= (self.closed or ""))

    @property
    def first(self) -> str | None:
        """The first day, if it is known to the day."""
        return self.opened if self.opened == self.begun else None

    @property
    def last(self) -> str | None:
        """The last day, inclusive, if it is known to the day."""
        return self.ended if self.ended == self.closed else None


@dataclass(frozen=True, slots=True)
class Body:
    """A body: `kind` is a code of `KINDS`, `code` its ODS code or nothing."""

    iri: Iri
    name: str
    kind: str
    code: str
    life: Life
    note: str = ""

    @property
    def known(self) -> str:
        """How it is called in a sentence: its name, with its code if it has one."""
        return f"{self.name} ({self.code})" if self.code else self.name

    @property
    def places(self) -> frozenset[str]:
        """The places in its name, folded.

        >>> sorted(Body(Iri("urn:b"), "NHS Tameside and Glossop CCG", "ccg", "", Life()).places)
        ['glossop', 'tameside']
        """
        return places(self.name)


@dataclass(frozen=True, slots=True)
class Step:
    """One step from a body to the next: `share` is the fraction of `before` that went, if known.

    `day` is the first day after it; `part` names the part where it was not the whole; `basis` says
    what the share is counted in; `via` is the sub-ICB location through which it was followed;
    `inferred` tells that a name, not a table, says where the part went.
    """

    before: Iri
    after: Iri
    kind: str
    day: str | None
    whole: bool = True
    part: str = ""
    share: Decimal | None = None
    basis: str = ""
    event: Iri | None = None
    evidence: tuple[Iri, ...] = ()
    via: Iri | None = None
    until: str | None = None
    inferred: bool = False
    warnings: tuple[str, ...] = ()


Path = tuple[Step, ...]
"""Steps, each from the body that the one before led to."""


class Member(NamedTuple):
    """That a body was in a wider one: `kind` is `inSystem`, `locationOf` and so on."""

    kind: str
    member: Iri
    whole: Iri
    life: Life
    edition: str
    interpolated: bool
    record: Iri


class Plan(NamedTuple):
    """A plan, or a cluster, that was announced: it changed no body."""

    iri: Iri
    name: str
    status: str
    day: str | None
    before: Iri
    after: Iri | None


def core(name: str) -> str:
    """A name without the words that many names share, folded.

    >>> core("NHS Leeds CCG"), core("Leeds PCT"), core("NHS Devon Integrated Care Board")
    ('leeds', 'leeds', 'devon')
    """
    folded = re.sub(r"\bintegrated care board$", "icb", fold(name))
    folded = re.sub(r"\bclinical commissioning group$", "ccg", folded)
    folded = re.sub(r"\bprimary care trust$", "pct", folded)
    while (shorter := _COMMON.sub("", folded).strip()) != folded:
        folded = shorter
    return folded


def places(name: str) -> frozenset[str]:
    """The places that a name joins by commas or `and`, folded; also of a part of a body.

    >>> sorted(places("Farnham and Surrey Heath"))
    ['farnham', 'surrey heath']
    """
    parts = re.split(r",|&|\band\b", name)
    return frozenset(filter(None, (core(each.strip()) for each in parts)))
