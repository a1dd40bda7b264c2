"""The worlds of the SPARQL benchmark: a made one of a million triples, and the shipped release.

Both have the shipped vocabulary, so that the same questions are asked of both.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, cotv, graph, mint
from kg.model.terms import Iri, Literal, Statement
from kg.release.catalogue import Catalogue
from kg.store.census import FILE, Census
from kg.store.formats import by_name
from kg.store.oxigraph import OxigraphStore
from kg.store.readmodel import since, writing
from tests.conftest import publish

PER_BODY = 42
"""About how many triples a body brings along, with its posts, its claim and its place."""
CHAIN = 12
"""So many bodies succeed each other; no chain closes, for engines differ on those."""
WORDS = 2_000
EPOCH = date(1990, 1, 1)
MADE = "empty+1"
"""A release by this name is what a service of foreign data alone goes on from."""
_SYLLABLES = ("an", "bor", "cre", "dal", "en", "fir", "gol", "hes", "il", "kan", "lor", "mip")
_KINDS = ("ccg", "icb", "pct", "sha", "stp", "region", "district", "areaTeam")
Told = list[tuple[str, Iri | Literal]]
_PLACE = graph("register/bench")


def made(folder: Path, triples: int) -> Path:
    """The folder of a store with about so many merged triples, published as it is served."""
    told = list(statements(triples // PER_BODY))
    release = publish(folder, MADE, told)
    (release / FILE).write_text(Census.of(told).text(), encoding="utf-8")
    writing.write(release / writing.FILE, OxigraphStore.sealed(release / "store"))
    (release / since.FILE).write_text(since.Since().text(), encoding="utf-8")
    return folder


def dumped(folder: Path, path: Path) -> Path:
    """A file of N-Triples with what the current release of a store answers from."""
    store = opened(folder)
    with path.open("wb") as file:
        store.dump(None, file, by_name("ntriples"))
    return path


def opened(folder: Path) -> OxigraphStore:
    """The current release of a store, read-only and in this process."""
    return OxigraphStore.sealed(Catalogue(folder).current() / "store")


def statements(bodies: int) -> Iterator[Statement]:
    """So many bodies in chains, each with two posts, a place and a claim; always the same."""
    chance = random.Random(5)
    words = vocabulary(chance)
    for number in range(bodies):
        body = _body(number)
        yield from _of(body, "Organisation", _described(number, bodies, chance, words))
        for turn in range(2):
            yield from _post(number, turn, bodies, chance, words)
        claim = mint("claim", f"{number}")
        said = Literal(f"{' '.join(chance.choices(words, k=14)).capitalize()}.")
        about: Told = [("about", body), ("text", said), ("claimType", cotv("claim-assertion"))]
        yield from _of(claim, "Claim", [*about, ("confidence", cotv("confidence-high"))])
        where = mint("affiliation", f"{number}")
        region = _body(number % 40)
        lies: Told = [("fromOrganisation", body), ("toOrganisation", region)]
        lies.append(("affiliationType", cotv("affil-inRegion")))
        yield from _of(where, "Affiliation", [*lies, *_days(chance)])


def vocabulary(chance: random.Random) -> list[str]:
    """The words that names and texts are made of."""
    return sorted({"".join(chance.choices(_SYLLABLES, k=4)) for _ in range(WORDS)})


def _body(number: int) -> Iri:
    return mint("organisation", f"B{number:06}", "ccg")


def _described(number: int, bodies: int, chance: random.Random, words: list[str]) -> Told:
    name = Literal(f"NHS {' '.join(chance.choices(words, k=3)).title()}")
    found: Told = [
        ("label", name),
        ("name", name),
        ("odsCode", Literal(f"B{number:06}")),
        ("inRegister", Literal.of(number % 3 == 0)),
        ("organisationType", cotv(f"type-{_KINDS[number % len(_KINDS)]}")),
        *_days(chance),
    ]
    if number % CHAIN != CHAIN - 1 and number + 1 < bodies:
        found.append(("successor", _body(number + 1)))
    return found


def _post(
    number: int, turn: int, bodies: int, chance: random.Random, words: list[str]
) -> Iterator[Statement]:
    # Who held a post here also held one in a body not far off, so that a join has an end.
    person = mint("person", f"p{(number * 2 + turn * 7) % (bodies * 2) // 3}")
    yield from _of(person, "Person", [("label", Literal(" ".join(chance.choices(words, k=2))))])
    told: Told = [
        ("organisation", _body(number)),
        ("holder", person),
        ("roleType", cotv("role-chair" if turn else "role-chiefOfficer")),
        *_days(chance),
    ]
    yield from _of(mint("tenure", f"{number}-{turn}"), "Tenure", told)


def _days(chance: random.Random) -> Told:
    first = EPOCH + timedelta(days=chance.randrange(12_000))
    last = first + timedelta(days=chance.randrange(3_000))
    days = {"earliestStart": first, "latestStart": first, "earliestEnd": last, "latestEnd": last}
    return [(name, Literal.date(day.isoformat())) for name, day in days.items()]


def _of(thing: Iri, kind: str, told: Told) -> Iterator[Statement]:
    yield Statement(thing, RDF_TYPE, cot(kind), _PLACE)
    for name, value in told:
        yield Statement(thing, RDFS_LABEL if name == "label" else cot(name), value, _PLACE)
