"""A graph of any size for the GraphQL benchmarks, and what stands in for its release."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from typing import Any

from kg.analysis.fanout import QUERY, Fanout, measured
from kg.model.names import RDF_TYPE, RDFS_LABEL, cot, cotv, graph, mint
from kg.model.ontology import Ontology, load
from kg.model.terms import Iri, Literal, Statement
from kg.questions.library import Library
from kg.store.base import Store
from kg.store.oxigraph import OxigraphStore
from server.graphql.api import api

NESTED = 1_000
"""Bodies of the graph with claims; of these the first 50 are asked for."""


@dataclass(frozen=True)
class World:
    """A graph that stands in for a release."""

    store: Store
    ontology: Ontology
    name: str = "bench"
    info: object = None
    search: Any = None
    library: Any = None
    spoken: Any = frozenset()

    @cached_property
    def fanout(self) -> Fanout:
        """How wide it is, as a release says."""
        return measured(self.store, Library().inside(QUERY))


def ontology(most: int) -> Ontology:
    """The shipped ontology, whose GraphQL answers pages and lists of so many things."""
    found = load()
    here = api(found)
    here.limits = replace(here.limits, page=most, product=10 * most, rows=100 * most)
    return found


def bodies(number: int) -> Iterator[Statement]:
    """So many bodies with a label, a name, a code, a first day and whether the register has it."""
    place = graph("register/bench")
    for each in range(number):
        body, name = mint("organisation", f"B{each:05}", "ccg"), f"Body {each:05}"
        parts: list[tuple[Iri, Iri | Literal]] = [
            (RDF_TYPE, cot("Organisation")),
            (RDFS_LABEL, Literal(name)),
            (cot("name"), Literal(name)),
            (cot("odsCode"), Literal(f"B{each:05}")),
            (cot("latestStart"), Literal.date(f"20{10 + each % 10}-04-01")),
            (cot("inRegister"), Literal.of(each % 2 == 0)),
        ]
        yield from (Statement(body, *part, place) for part in parts)


def claims() -> Iterator[Statement]:
    """The nested graph: bodies, each with up to 20 claims, each with up to 6 citations."""
    yield from bodies(NESTED)
    place = graph("source/bench")
    for number in range(NESTED):
        body = mint("organisation", f"B{number:05}", "ccg")
        for turn in range(number * 7 % 21):
            claim = mint("claim", f"{number}-{turn}")
            yield Statement(claim, RDF_TYPE, cot("Claim"), place)
            yield Statement(claim, cot("about"), body, place)
            yield Statement(claim, cot("text"), Literal(f"Claim {turn} on {number}"), place)
            yield Statement(claim, cot("claimType"), cotv("claim-assertion"), place)
            for other in range((number + turn) % 7):
                citation = mint("citation", f"{number}-{turn}-{other}")
                yield Statement(claim, cot("evidence"), citation, place)
                yield Statement(citation, RDF_TYPE, cot("Citation"), place)
                yield Statement(citation, cot("recordedIn"), Literal(f"row {other}"), place)


def stored(statements: Sequence[Statement], folder: Path | None) -> OxigraphStore:
    """A store with these statements, in memory, or sealed in that folder."""
    if folder is None:
        return OxigraphStore.memory(statements)
    made = OxigraphStore.fresh(folder)
    made.load(statements)
    made.seal()
    del made  # which gives the folder free
    return OxigraphStore.sealed(folder)


FLAT = """{ organisations(first: %d) { nodes { id name odsCode latestStart inRegister } } }"""
DEEP = """{ organisations(first: 50) { totalCount nodes { id name
  claims(first: 3, orderBy: {field: TEXT}) { totalCount nodes { id text
    evidence(first: 2, orderBy: {field: ID}) { totalCount nodes {
      id ... on Citation { recordedIn } } } } } } } }"""
