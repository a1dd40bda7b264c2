"""Who led which CCG when, reckoned from the tables alone: plain Python, no graph, no query."""

from __future__ import annotations

import csv
from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import combinations

from kg.resources import folder

CHIEF = {"accountableOfficer", "chiefOfficer", "chiefClinicalOfficer", "chiefExecutive",
         "managingDirector"}  # fmt: skip


def table(name: str) -> list[dict[str, str]]:
    with (folder("kg.data") / f"{name}.csv").open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def span(text: str) -> tuple[str, str]:
    """The first and the last day of a day, a month or a year; `a/b` is from a to b."""
    first, _, last = text.partition("/")
    return _day(first, last=False), _day(last or first, last=True)


def _day(text: str, *, last: bool) -> str:
    parts = [int(each) for each in text.split("-")]
    year, month = parts[0], parts[1] if len(parts) > 1 else (12 if last else 1)
    day = parts[2] if len(parts) > 2 else (monthrange(year, month)[1] if last else 1)
    return f"{year:04}-{month:02}-{day:02}"


@dataclass
class Held:
    """One person in one CCG: what the rows attest, then what is sure and what is possible."""

    first: list[str] = field(default_factory=list)
    last: list[str] = field(default_factory=list)
    began: list[str] = field(default_factory=list)
    ended: list[str] = field(default_factory=list)
    trust: set[str] = field(default_factory=set)
    facts: set[str] = field(default_factory=set)

    sure: tuple[str, str] = ("", "")
    may: tuple[str, str] = ("", "")


def ledger() -> dict[tuple[str, str], Held]:
    """By person and CCG; designate officers and disputed rows count for nothing."""
    roles = {each["role"]: each for each in table("editorial/roles")}
    lives = {f"{each['ods_code']}/ccg": each for each in table("register/ccgs")}
    rows = table("editorial/officers")
    disputed = {each["disputes"] for each in rows if each["disputes"]}
    found: dict[tuple[str, str], Held] = defaultdict(Held)
    for row in rows:
        role = roles[row["role"]]
        if role["designate"] == "true" or row["fact"] in disputed or role["code"] not in CHIEF:
            continue
        for body in row["bodies"].split("|"):
            if body in lives:
                _note(found[row["person"], body], row)
    for (_, body), held in found.items():
        _settle(held, lives[body]["opened"], lives[body]["closed"])
    return dict(found)


def _note(held: Held, row: dict[str, str]) -> None:
    held.trust.add(row["confidence"])
    held.facts.add(row["fact"])
    start, end, shown = (span(row[each]) if row[each] else None for each in ("from", "to", "as_of"))
    first, last = start or shown or end, end or shown or start
    held.first.append(first[1] if first else "")
    held.last.append(last[0] if last else "")
    held.began.append(start[0] if start else "")
    held.ended.append(end[1] if end else "")


def _settle(held: Held, opened: str, closed: str) -> None:
    earliest, latest = _outermost(held.first, min), _outermost(held.last, max)
    if not earliest:
        return
    first, last = max(earliest, opened), min(latest, closed)
    began, ended = _outermost(held.began, min), _outermost(held.ended, max)
    held.sure = first, last
    held.may = (
        max(began, opened) if began and began <= first else opened,
        min(ended, closed) if ended and ended >= last else closed,
    )


def _outermost(days: list[str], pick: Callable[[list[str]], str]) -> str:
    """The first or the last of them; a row that says no day takes none from the others."""
    return pick([each for each in days if each] or [""])


def in_office(day: str, carry: int) -> Iterator[tuple[str, str]]:
    """Persons and CCGs of a day, each office carried by so many months where that is possible."""
    for (person, body), held in ledger().items():
        first, last = held.sure
        if not first or held.trust == {"low"}:
            continue
        is_near = _after(day, carry) >= first and _after(last, carry) >= day
        if is_near and held.may[0] <= day <= held.may[1]:
            yield person, body


def _after(day: str, months: int) -> str:
    """The same day so many months later, which may be a day that no month has: texts compare."""
    count = int(day[:4]) * 12 + int(day[5:7]) - 1 + months
    return f"{count // 12:04}-{count % 12 + 1:02}-{day[8:]}"


def groups(day: str, carry: int) -> list[tuple[set[str], set[str]]]:
    """CCGs that hang together, with their officers: merged set by set until nothing touches."""
    by_person: dict[str, set[str]] = defaultdict(set)
    for person, body in in_office(day, carry):
        by_person[person].add(body)
    parts = [(set(bodies), {person}) for person, bodies in by_person.items() if len(bodies) > 1]
    while True:
        pair = next(((a, b) for a, b in combinations(parts, 2) if a[0] & b[0]), None)
        if pair is None:
            return parts
        parts = [each for each in parts if each not in pair]
        parts.append((pair[0][0] | pair[1][0], pair[0][1] | pair[1][1]))


def shared_before(bodies: set[str], day: str) -> dict[str, set[str]]:
    """Who led which of these bodies together before a day, by overlapping days or by one row."""
    known = ledger()
    found: dict[str, set[str]] = defaultdict(set)
    for person in {person for person, body in known if body in bodies}:
        led = {body: known[person, body] for body in bodies if (person, body) in known}
        for one, two in combinations(led, 2):
            if _together(led[one], led[two], day):
                found[person] |= {one, two}
    return dict(found)


def _together(one: Held, two: Held, day: str) -> bool:
    by_one_row = bool(one.facts & two.facts)
    if not one.sure[0] or not two.sure[0]:
        return by_one_row and one.sure[0] == two.sure[0]
    start, end = max(one.sure[0], two.sure[0]), min(one.sure[1], two.sure[1])
    possible = max(one.may[0], two.may[0]) <= min(one.may[1], two.may[1])
    return (start <= end or by_one_row) and possible and start < day
