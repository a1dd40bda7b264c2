"""A small graph of everything that may go wrong, made from the ontology, so that it has all of it.

There are ties, empty and very long texts, letters of many alphabets, things without what they
should have, things of two classes, in several graphs, that lead to themselves or to nothing, and
dates on both sides of a merger day. Some properties are `spoilt`: values stand twice where one is
meant, or are not of their datatype. Nothing can be said of an order or a filter by those.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random
from typing import Final

from kg.model.definitions import Class, Ontology, Property
from kg.model.names import ID, RDF_TYPE, RDFS_LABEL, cot, graph
from kg.model.terms import XSD, Iri, Literal, Statement

OF_EACH: Final = 4
GRAPHS: Final = [graph(f"register/nasty-{number}") for number in range(3)]
DAYS: Final = [
    "2013-03-31", "2013-04-01", "2019-12-31", "2020-02-29", "2020-03-31", "2020-04-01",
    "2021-07-01",
]  # fmt: skip
TEXTS: Final = [
    "alpha", "alpha", "Alpha", "beta", "Beta", "", " ", "Ärger", "ﬀ", "𝔘nit", "İstanbul", "ΣΊΣΥΦΟΣ",
    'a "quote" \\ and\na line\tand a tab', "émile", "emile", "x" * 3_000, "<b>&amp;</b>",
    "{ } $v ?n",
]  # fmt: skip
LANGUAGES: Final = [
    [],
    [""],
    [""],
    [""],
    ["en"],
    ["cy"],
    ["cy", "en"],
    ["en", "en-gb"],
    ["", "cy"],
    ["de", "cy", "fr"],
]
NUMBERS: Final = {
    "integer": ["0", "1", "1", "2", "10", "-3", "2147483647"],
    "decimal": ["0.25", "1", "1.0", "-3.5", "740000", "0.1", "0.10"],
    "boolean": ["true", "false"],
    "date": DAYS,
    "anyURI": ["https://example.org/a", "https://example.org/A"],
}
BAD: Final = {
    "integer": ["many", "99999999999", "1.5"],
    "decimal": ["some", "1,5"],
    "boolean": ["maybe"],
    "date": ["soon"],
}
BOUNDS: Final = ("earliestStart", "latestStart", "earliestEnd", "latestEnd")
NEVER_SPOILT: Final = (
    *BOUNDS, "corpus", "knownFrom", "latestIssued", "name", "odsCode", "gssCode", "code", "title",
)  # fmt: skip
BORDERS: Final[list[tuple[int | None, ...]]] = [
    (None, None, None, None), (0, 1, 4, 4), (1, 1, 4, 4), (5, 5, None, None), (None, 1, None, None),
    (1, 1, None, None), (None, None, 4, None), (2, 5, 5, 6), (None, 5, 5, None), (4, 4, 4, 4),
]  # fmt: skip


@dataclass(frozen=True)
class Made:
    """The statements, and the properties by which nothing can be ordered or found."""

    statements: list[Statement]
    spoilt: frozenset[Iri]


def make(
    ontology: Ontology, *, seed: int = 4, of_each: int = OF_EACH, is_sound: bool = False
) -> Made:
    """The world for an ontology; the same for the same seed. A sound one leads to what there is."""
    return _Maker(ontology, Random(seed), of_each, is_sound=is_sound).made()


class _Maker:
    def __init__(self, ontology: Ontology, random: Random, of_each: int, *, is_sound: bool) -> None:
        self._ontology = ontology
        self._is_sound = is_sound
        self._random = random
        self._classes = [each for each in ontology.classes.values() if not each.abstract]
        self._things = {
            each.name: [_named(each.name, number) for number in range(of_each)]
            for each in self._classes
        }
        self._spoilt = frozenset(_spoilt(ontology))

    def made(self) -> Made:
        """All of it."""
        found: list[Statement] = []
        for cls in self._classes:
            for thing in self._things[cls.name]:
                home = self._random.sample(GRAPHS, self._random.choice([1, 1, 2]))
                for predicate, value in self._of(cls):
                    found += [Statement(thing, predicate, value, place) for place in home]
        return Made(list(dict.fromkeys(found)), self._spoilt)

    def _of(self, cls: Class) -> Iterator[tuple[Iri, Iri | Literal]]:
        yield RDF_TYPE, cls.iri
        other = (
            self._random.choice(self._classes) if self._chance(8) and not self._is_sound else cls
        )
        if other is not cls:
            yield RDF_TYPE, other.iri
        for language in self._random.choice(LANGUAGES):
            yield RDFS_LABEL, Literal(self._random.choice(TEXTS), lang=language)
        for prop in {each.iri: each for each in (*cls.properties, *other.properties)}.values():
            if not prop.inverse and prop.name not in BOUNDS and prop.iri != RDFS_LABEL:
                for _ in range(self._how_many(prop)):
                    yield prop.iri, self._value(prop)
        if "Dated" in (*cls.parents, *other.parents):
            yield from self._bounds()

    def _bounds(self) -> Iterator[tuple[Iri, Literal]]:
        for name, number in zip(BOUNDS, self._random.choice(BORDERS), strict=True):
            if number is not None:
                yield cot(name), Literal.date(DAYS[number])

    def _how_many(self, prop: Property) -> int:
        if not prop.single:
            return self._random.choice([0, 1, 1, 2, 3])
        if prop.iri in self._spoilt:
            return self._random.choice([0, 1, 1, 2])
        return self._random.choice([0, 1, 1])

    def _value(self, prop: Property) -> Iri | Literal:
        if prop.kind == "concept":
            return self._random.choice(self._ontology.schemes[prop.scheme or ""].concepts).iri
        if prop.kind == "node":
            return self._node(prop)
        datatype = self._random.choice(prop.datatypes)
        name = datatype.removeprefix(XSD)
        known = NUMBERS.get(name, TEXTS)
        if prop.iri in self._spoilt and self._chance(25):
            known = BAD.get(name, known)
        return Literal(self._random.choice(known), datatype)

    def _node(self, prop: Property) -> Iri:
        if self._chance(4) and not self._is_sound:
            return Iri(ID + "nothing/of-this-name")
        ranges = prop.ranges or tuple(self._things)
        if not prop.ranges and self._chance(20):
            scheme = self._random.choice(list(self._ontology.schemes.values()))
            return self._random.choice(scheme.concepts).iri
        names = [each for name in ranges for each in self._ontology.subclasses(name)]
        return self._random.choice(self._things[self._random.choice(names)])

    def _chance(self, percent: int) -> bool:
        return self._random.randrange(100) < percent


def _named(kind: str, number: int) -> Iri:
    kind = kind[0].lower() + kind[1:]
    # Names in which the order of letters and that of their bytes could be taken for each other.
    stems = {0: ID + f"{kind}/b", 1: ID + f"{kind}/B", 2: f"https://example.org/{kind}/ü"}
    return Iri(stems.get(number, ID + f"{kind}/{number:02}"))


def _spoilt(ontology: Ontology, of_each: int = 3) -> Iterator[Iri]:
    """So many single-valued properties of each kind and datatype, of those that are no names."""
    kinds: dict[str, list[Iri]] = {}
    for cls in ontology.classes.values():
        for prop in cls.properties:
            if prop.single and not prop.inverse and prop.name not in NEVER_SPOILT:
                kinds.setdefault("".join(prop.datatypes) or prop.kind, []).append(prop.iri)
    for found in kinds.values():
        different = sorted(set(found))
        yield from different[:: max(1, len(different) // of_each)][:of_each]
