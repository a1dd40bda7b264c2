"""A register-like world of any size, streamed as N-Quads; the same seed gives the same bytes.

    python -m tests.bench.scale_world --triples 10_000_000 --out world.nq

Its unit is a family: bodies that begin in one generation and are merged, one generation after
another, into few. How many begin is skewed, as it is in the register: most families are small, a
few are twenty times as large. Families share regions, and some of their officers. All statements
are such as sources make them; what follows from them is left to the rules.
"""

from __future__ import annotations

import argparse
import gzip
import random
import sys
from collections.abc import Iterator, Sequence
from contextlib import closing
from datetime import date, timedelta
from pathlib import Path
from typing import IO, Final

from tests.bench.scale_terms import Teller, day, iri, text, thing, word_list
from tests.bench.scale_told import Told

GENERATIONS: Final = ((1994, 4), (2002, 4), (2013, 4), (2022, 7))
"""The years and months in which the bodies of each generation begin, most of them; some begin a
year or some quarters later. Registers change on few days, however many bodies they have."""
KINDS: Final = ("pct", "ccg", "sub-icb-location", "icb")
TYPES: Final = ("type-pct", "type-ccg", "type-subIcbLocation", "type-icb")
ROLES: Final = ("role-chiefOfficer", "role-chair", "role-accountableOfficer", "role-lead")
REGIONS: Final = 40


def families(seed: int, faults: float = 0.0) -> Iterator[list[str]]:
    """The lines of one family after another, without end; those of the regions come first.

    Of `faults` parts of the bodies something is wrong, each time another thing.
    """
    tell = Teller()
    vocabulary = word_list(random.Random(seed))
    yield from _commons(tell, vocabulary)
    number = 0
    while True:
        chance = random.Random(f"{seed}/{number}")
        told = Told(tell, chance, vocabulary, number, faults)
        _family(told)
        yield tell.taken()
        number += 1


def _commons(tell: Teller, vocabulary: Sequence[str]) -> Iterator[list[str]]:
    """The regions, what the tables are, and the publisher of all documents."""
    for name, kind in (("register/made", "graph-register"), ("editorial/made", "graph-editorial")):
        tell.graph(name, kind, f"Made for a measurement: {name}")
    tell.source("register/made", "made-register")
    tell.source("editorial/made", "made-editorial")
    for number in range(REGIONS):
        where = thing(f"organisation/R{number:02}/region")
        tell.say("register/made", where, "Organisation", "made-register", [
            ("name", text(f"NHS {vocabulary[number].title()} Region")),
            ("odsCode", text(f"R{number:02}")),
            ("organisationType", iri("def/v#type-nhsRegion")),
            ("inRegister", text("true", "boolean")),
            ("latestStart", day(date(1994, 1, 1))), ("earliestStart", day(date(1994, 1, 1))),
        ], cited=f"R{number:02}/region")  # fmt: skip
    yield tell.taken()


def _family(told: Told) -> None:
    """The bodies of a family, generation by generation, and what is said of them."""
    chance = told.chance
    first = min(160, int(1 + chance.paretovariate(1.1)))
    count, before = first, list[str]()
    years = chance.choices((0, 1, -1), (7, 2, 1))[0]
    later = chance.choices((0, 3, 5), (18, 1, 1))[0]
    begun = [date(year + years, month + later, 1) for year, month in GENERATIONS]
    for turn, start in enumerate(begun):
        last = begun[turn + 1] - timedelta(days=1) if turn + 1 < len(begun) else None
        bodies = [told.body(turn, at, KINDS[turn], TYPES[turn], start, last) for at in range(count)]
        if before:
            _changes(told, before, bodies, start)
        for body in bodies:
            _people(told, body, start, last)
        before = bodies
        count = max(1, count // chance.randrange(1, 4))
    told.close()


def _changes(told: Told, before: Sequence[str], after: Sequence[str], start: date) -> None:
    """Each body of a generation goes into one of the next; who goes into the same one merges."""
    groups: list[list[str]] = [[] for _ in after]
    for at, body in enumerate(before):
        groups[at * len(after) // len(before)].append(body)
    for originals, result in zip(groups, after, strict=True):
        told.change(originals, result, start)


def _people(told: Told, body: str, start: date, last: date | None) -> None:
    """The officers of a body one after another, each by a claim or more."""
    until = last or date(2025, 11, 1)
    for role in ROLES[: 1 + told.chance.randrange(3)]:
        at = start
        while at < until:
            gone = min(until, at + timedelta(days=told.chance.randrange(300, 2400)))
            told.office(body, role, at, gone)
            at = gone + timedelta(days=1 + told.chance.randrange(200))
            if told.chance.random() < 0.4:
                break
    if told.chance.random() < 0.5:
        told.claim(body)


def write(path: Path, triples: int, seed: int = 9, faults: float = 0.0) -> int:
    """Write at least so many statements to a file, compressed where it ends in `.gz`; how many."""
    count = 0
    with closing(_opened(path)) as file:
        for lines in families(seed, faults):
            file.write("".join(lines).encode())
            count += len(lines)
            if count >= triples:
                return count
    return count


def _opened(path: Path) -> IO[bytes]:
    if path.suffix == ".gz":
        return gzip.GzipFile(path, "wb", 4, mtime=0)  # type: ignore[return-value]
    return path.open("wb")


def main() -> None:
    """Write a world to a file and say how many statements it has."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else "")
    parser.add_argument("--triples", type=int, default=100_000)
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=9)
    parser.add_argument("--faults", type=float, default=0.0, help="the part of bodies with a fault")
    asked = parser.parse_args()
    count = write(asked.out, asked.triples, asked.seed, asked.faults)
    sys.stdout.write(f"{count:,} statements\n")


if __name__ == "__main__":
    main()
