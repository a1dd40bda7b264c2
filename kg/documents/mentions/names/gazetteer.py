"""The names of the register, and of national bodies, by folded name and kind.

A name without `NHS` and without its type is its *core*: `NHS Durham Dales, Easington and Sedgefield
CCG` has the core `durham dales easington and sedgefield`. Old names lead to the same body.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import cache, lru_cache
from pathlib import Path
from typing import NamedTuple

from kg.documents.patterns import compiled
from kg.resources import folder

AHEAD = 3
"""Years before its opening in which a text may speak of a body that is being planned."""

_TYPE_WORDS = compiled(
    r"\b(?:clinical commissioning groups?|integrated care boards?|integrated care (?:systems?|"
    r"partnerships?)|sustainability and transformation (?:partnerships?|plans?)"
    r"|primary care trusts?|"
    r"strategic health authorit(?:y|ies)|commissioning support units?"
    r"|(?:health and (?:social )?care|"
    r"teaching) partnership|sub[ -]icb location|area team|ccgs?|icbs?|icss?|ics|stps?|pcts?|shas?"
    r"|csus?)$"
)
_COUNCIL_WORDS = compiled(
    r"^(?:london|royal) borough of |^city of |^borough of |^county of "
    r"|(?: (?:metropolitan|borough|city|county|district|unitary|town|council|mbc))+$"
)
_KINDS = {"ics": ("stp",), "stpOrIcs": ("stp",), "localAuthority": ("council",)}


class Body(NamedTuple):
    """A body of the register: its code with kind, its name, and the days it stood."""

    code: str
    name: str
    kind: str
    opened: str
    closed: str


class Link(NamedTuple):
    """What a name means: one body, or several of which none is chosen."""

    body: Body | None
    options: tuple[Body, ...] = ()


class Known(NamedTuple):
    """A body known by its whole name, as a national body is."""

    code: str
    name: str
    type: str


@lru_cache(maxsize=8192)
def fold(name: str) -> str:
    """A name without case, marks, `&` and leading `the`, `our` or `NHS`.

    >>> fold("NHS Telford & Wrekin"), fold("The King's Fund")
    ('telford and wrekin', "king's fund")
    """
    words = re.sub(r"[^a-z0-9']+", " ", name.lower().replace("&", " and ")).split()
    while words and words[0] in {"the", "nhs", "our"} and len(words) > 1:
        del words[0]
    return " ".join(words)


@lru_cache(maxsize=8192)
def core(name: str, *, council: bool = False) -> str:
    """The folded name without the words of its type.

    >>> core("NHS Devon Integrated Care Board"), core("London Borough of Barnet", council=True)
    ('devon', 'barnet')
    """
    folded = fold(re.sub(r"\((?:STP|ICS|Unitary|Health[^)]*|[A-Z][\w&/-]{1,9})\)", "", name))
    if council:
        return _COUNCIL_WORDS.sub("", folded) or folded
    return _TYPE_WORDS.sub("", folded).strip() or folded


LONGEST = 300
"""Characters that no name of a body or place reaches."""


@dataclass(slots=True)
class Gazetteer:
    """Names by core and kind; `link` says which body one means on a day."""

    bodies: dict[tuple[str, str], tuple[Body, ...]] = field(default_factory=dict)
    kinds: dict[str, set[str]] = field(default_factory=dict)
    known: dict[str, list[tuple[str, Known]]] = field(default_factory=dict)
    aliases: dict[str, str] = field(default_factory=dict)
    areas: frozenset[str] = frozenset()
    sets: dict[tuple[frozenset[str], str], tuple[Body, ...]] = field(default_factory=dict)
    """Bodies by the set of places in their names, whatever their order."""

    def add(self, name: str, body: Body) -> None:
        """Let a name lead to a body."""
        key = (core(name, council=body.kind == "council"), body.kind)
        here = self.bodies.get(key, ())
        if all(one.code != body.code for one in here):
            self.bodies[key] = (*here, body)
        self.kinds.setdefault(key[0], set()).add(body.kind)
        places = _places(name)
        same = self.sets.get((places, body.kind), ())
        if len(places) > 1 and all(one.code != body.code for one in same):
            self.sets[places, body.kind] = (*same, body)

    def expand(self, folded: str) -> str:
        """A core with its abbreviations written out: `bucks` is `buckinghamshire`."""
        if folded in self.aliases:
            return self.aliases[folded]
        return " ".join(self.aliases.get(word, word) for word in folded.split())

    def named(self, name: str, type_: str) -> tuple[Body, ...]:
        """Every body of a type that ever had the name."""
        if len(name) > LONGEST:
            return ()
        folded = core(name, council=type_ == "localAuthority")
        for form in dict.fromkeys((folded, self.expand(folded))):
            for kind in _KINDS.get(type_, (type_,)):
                if found := self.bodies.get((form, kind)):
                    return found
        places = _places(name)
        kinds = _KINDS.get(type_, (type_,)) if len(places) > 1 else ()
        return next((found for kind in kinds if (found := self.sets.get((places, kind)))), ())

    def has(self, name: str, type_: str) -> bool:
        """Whether any body of the type ever had the name."""
        return bool(self.named(name, type_))

    def link(self, name: str, type_: str, day: str = "") -> Link:
        """The body that a name of a type means in a text of a day (ISO, may be empty).

        Where day and name leave several, all are options and none is chosen. A body that opened
        more than `AHEAD` years after the day cannot be meant.
        """
        found = [one for one in self.named(name, type_) if not day or _is_thinkable(one, day)]
        if len(found) == 1:
            return Link(found[0])
        if day:
            alive = [one for one in found if one.opened <= day and day <= (one.closed or "9999")]
            if len(alive) == 1:
                return Link(alive[0])
            found.sort(key=lambda one: (one not in alive, one.opened))
        return Link(None, tuple(found))

    def begun(self, name: str, type_: str, day: str = "") -> Link:
        """The one footprint whose name begins with a place: `Humber STP` of the text of a day."""
        first = core(name)
        kinds = _KINDS.get(type_, (type_,)) if type_ in {"stp", "ics", "stpOrIcs"} else ()
        found = {
            one
            for kind in kinds
            for (other, of), ones in self.bodies.items()
            if of == kind and other.startswith(first + " ")
            for one in ones
            if not day or (_is_thinkable(one, day) and day <= (one.closed or "9999"))
            if first in _places(one.name)
        }
        return Link(found.pop()) if len(found) == 1 else Link(None)

    def is_place(self, name: str) -> bool:
        """Whether a name is that of an area: a county, town, district or footprint."""
        if len(name) > LONGEST:
            return False
        folded = fold(name)
        return folded in self.kinds or self.expand(folded) in self.kinds or folded in self.areas


_ASIDE = compiled(r" \([^)]*\)")
_CARE = compiled(r"(?: in)? Health (?:and|&) (?:Social )?Care(?: Partnership)?(?: STP| ICS)?$")
_BETWEEN = compiled(r",? and |,? & |, |/")


@lru_cache(maxsize=8192)
def _places(name: str) -> frozenset[str]:
    """The places in a name, in no order: the same for `A, B and C STP` and `B and C with A`.

    >>> sorted(_places("Telford and Wrekin, Shropshire STP"))
    ['shropshire', 'telford', 'wrekin']
    """
    parts = _BETWEEN.split(re.sub(r"\bwith\b", "and", _ASIDE.sub("", name)))
    return frozenset(core(part) for part in parts)


def _is_thinkable(body: Body, day: str) -> bool:
    return not body.opened or int(body.opened[:4]) - int(day[:4]) <= AHEAD


@cache
def shipped() -> Gazetteer:
    """The gazetteer of the shipped tables, read once in a process."""
    data = folder("kg.data")
    places = (data / "gazetteer" / "places.txt").read_text(encoding="utf-8")
    gazetteer = Gazetteer(areas=frozenset(places.splitlines()))
    for row in _rows(data / "gazetteer" / "aliases.csv"):
        gazetteer.aliases[fold(row["alias"])] = fold(row["name"])
    bodies = {body.code: body for body in _bodies(data / "register")}
    for body in bodies.values():
        for name in _written(body.name):
            gazetteer.add(name, body)
    for row in _rows(data / "register" / "names.csv"):
        if row["body"] in bodies:
            for name in _written(row["name"]):
                gazetteer.add(name, bodies[row["body"]])
    _add_known(gazetteer, data / "gazetteer" / "bodies.csv", tuple(bodies.values()))
    return gazetteer


def _written(name: str) -> Iterator[str]:
    """The ways to write a name: `Frimley Health and Care ICS` is `Frimley`, too."""
    yield from dict.fromkeys((name, short := _ASIDE.sub("", name), _CARE.sub("", short)))


_BRAND = compiled(r"(?:Our )?Healthier |Joined Up |Together |Better | Partners in ")
"""Words that make the name of a system more than the name of its place."""


def _add_known(gazetteer: Gazetteer, path: Path, bodies: tuple[Body, ...]) -> None:
    """Add the bodies known by their whole name, the longest name of each first word first."""
    for body in bodies:
        if body.kind == "stp" and _BRAND.search(body.name):
            known = Known(body.code, body.name, "stp")
            gazetteer.known.setdefault(body.name.split()[0], []).append((body.name, known))
    for row in _rows(path):
        one = Known(row["key"], row["name"], row["type"])
        for name in (row["name"].removeprefix("The "), *filter(None, row["also"].split("|"))):
            gazetteer.known.setdefault(re.split(r"[ /&']", name)[0], []).append((name, one))
    for names in gazetteer.known.values():
        names.sort(key=lambda pair: -len(pair[0]))


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _bodies(register: Path) -> Iterator[Body]:
    for table, kind in (
        ("ccgs", "ccg"), ("icbs", "icb"), ("stps", "stp"), ("regions", "nhsRegion"),
        ("sub_icb_locations", "subIcbLocation"),
    ):  # fmt: skip
        for row in _rows(register / f"{table}.csv"):
            code = f"{row['ods_code']}/{_SLUGS.get(kind, kind)}"
            yield Body(code, row["name"], kind, *_days(row))
    for row in _rows(register / "predecessors.csv"):
        kind = row["type"]
        yield Body(f"{row['code']}/{row['kind']}", row["name"], kind, *_days(row))
    for row in _rows(register / "local_authorities.csv"):
        code = f"{row['code']}/{row['kind']}"
        yield Body(code, row["name"], row["kind"], *_days(row))


def _days(row: dict[str, str]) -> tuple[str, str]:
    """The earliest opening and latest closing of a row, empty where unknown."""
    opened, closed = row["opened"].split("/")[0], row["closed"].split("/")[-1]
    return opened.replace("..", ""), closed.replace("..", "")


_SLUGS = {"nhsRegion": "region", "subIcbLocation": "sub-icb-location"}
