"""How a graph divides: by graph, by class, by property, by where its links lead (VoID, section 4).

Counted by the queries `queries/inside/partition-*.rq`, which ask of any graph, however it was made.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import NamedTuple

from kg.analysis.asking import text
from kg.model.names import RDF_TYPE
from kg.model.terms import Iri, Term
from kg.questions.library import Library
from kg.store.base import Store

FILE = "partitions.json"
"""The file of a release with its parts, as its build has counted them; writes make others."""


class Size(NamedTuple):
    """How many triples, with how many different subjects and different objects."""

    triples: int
    subjects: int
    objects: int


class Use(NamedTuple):
    """How many triples things of a class have with a property, and how many of them have any."""

    triples: int
    things: int


class Link(NamedTuple):
    """A property whose values are of somebody else, and what the addresses of those begin with."""

    property: Iri
    space: str


@dataclass(frozen=True)
class Partitions:
    """The parts of a graph. What is not of named graphs is counted of the default graph."""

    whole: Size
    graphs: Mapping[Iri, int]
    """How many triples each named graph holds."""
    properties: Mapping[Iri, Size]
    classes: Mapping[Iri, Mapping[Iri, Use]]
    examples: Mapping[Iri, Iri]
    """A thing of each class of which there are things under our IRIs."""
    links: Mapping[Link, int]
    """How many links of a sort lead out of the graph."""

    def things(self, kind: Iri) -> int:
        """How many things there are of a class."""
        return self.classes[kind][RDF_TYPE].things

    def text(self) -> str:
        """What `read` reads."""
        links = [[*link, count] for link, count in self.links.items()]
        return json.dumps(vars(self) | {"links": links}, indent=0) + "\n"

    @classmethod
    def read(cls, folder: Path) -> Partitions | None:
        """What the release in that folder says of its parts; `None` where it says nothing."""
        path = folder / FILE
        if not path.exists():
            return None
        told = json.loads(path.read_text(encoding="utf-8"))
        return cls(
            whole=Size(*told["whole"]),
            graphs={Iri(name): count for name, count in told["graphs"].items()},
            properties={Iri(name): Size(*counts) for name, counts in told["properties"].items()},
            classes={
                Iri(kind): {Iri(name): Use(*counts) for name, counts in uses.items()}
                for kind, uses in told["classes"].items()
            },
            examples={Iri(kind): Iri(thing) for kind, thing in told["examples"].items()},
            links={Link(Iri(name), space): count for name, space, count in told["links"]},
        )


def partitions(store: Store, library: Library) -> Partitions:
    """The parts of a store; it takes as long as reading the whole graph a few times."""

    def rows(name: str) -> list[tuple[Term | None, ...]]:
        return store.select(library.inside(name)).rows

    [whole] = rows("partition-whole")
    classes: dict[Iri, dict[Iri, Use]] = {}
    for kind, name, *counts in rows("partition-classes"):
        if isinstance(kind, Iri):  # a class may have no name
            classes.setdefault(kind, {})[_iri(name)] = Use(*map(_number, counts))
    return Partitions(
        whole=Size(*map(_number, whole)),
        graphs={
            each: _number(count) for each, count in rows("graph-sizes") if isinstance(each, Iri)
        },
        properties={
            _iri(name): Size(*map(_number, counts))
            for name, *counts in rows("partition-properties")
        },
        classes=classes,
        examples={
            kind: _iri(thing) for kind, thing in rows("partition-examples") if isinstance(kind, Iri)
        },
        links={
            Link(_iri(name), text(space)): _number(count)
            for name, space, count in rows("partition-links")
        },
    )


def _iri(term: Term | None) -> Iri:
    assert isinstance(term, Iri)
    return term


def _number(term: Term | None) -> int:
    return int(text(term) or 0)
