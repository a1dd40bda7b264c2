"""A small source and the shipped register, and the audit of what the source counts."""

from collections.abc import Mapping
from dataclasses import dataclass, field

import pytest

from kg.derive.rules import rules, run
from kg.ingest.load import register
from kg.model.names import ID, PREFIXES, RDF_TYPE, cot, cotv, graph
from kg.model.terms import XSD, Iri, Literal, Statement
from kg.release.sources import schema
from kg.resources import folder
from kg.store.oxigraph import OxigraphStore

SOURCE, SKOS = graph("source/d"), PREFIXES["skos"]
DOCUMENT, ENGLAND = Iri(ID + "document/d"), Iri(ID + "area/england")
TABLES = ("ccgs", "icbs", "stps", "predecessors", "changes", "successions")
RULES = ("standing", "figure-bounds", "disagreements", "audits", "merger-audits", "sum-audits",
         "unaudited")  # fmt: skip


@dataclass(frozen=True)
class Said:
    """A number of a source, and what more is said of it."""

    quantity: str
    day: str = ""
    precision: str = "exact"
    status: str = "actual"
    number: Mapping[str, int] = field(default_factory=dict)
    more: tuple[tuple[str, Iri | Literal], ...] = ()


def told(said: list[Said], *more: Statement) -> list[Statement]:
    """The numbers as a source's graph would hold them, in a document that has no date."""
    statements = list(more)
    for place, each in enumerate(said):
        figure, span = Iri(f"{ID}figure/d/{place}"), Iri(f"{ID}span/d/{place}-{place + 1}")
        facts: list[tuple[Iri, Iri | Literal]] = [
            (RDF_TYPE, cot("Figure")),
            (cot("quantityKind"), cotv(f"qk-{each.quantity}")),
            (cot("approximation"), cotv(f"approx-{each.precision}")),
            (cot("figureStatus"), cotv(f"fig-{each.status}")),
            (cot("evidence"), span),
            (cot("corpus"), cotv("corpus-annotated")),
        ]
        facts += [(cot(name), Literal(str(n), XSD + "integer")) for name, n in each.number.items()]
        if each.day:
            facts.append((cot("asOf"), Literal.date(each.day)))
        facts += [(cot(name), value) for name, value in each.more]
        statements += [Statement(figure, name, value, SOURCE) for name, value in facts]
        statements.append(Statement(span, cot("inDocument"), DOCUMENT, SOURCE))
    return statements


def dated(thing: Iri, **days: str) -> list[Statement]:
    return [Statement(thing, cot(name), Literal.date(day), SOURCE) for name, day in days.items()]


@pytest.fixture(scope="session")
def shipped() -> list[Statement]:
    """What the register says of the bodies that are counted, and the names of the codes."""
    tables = {graph(f"register/{each}") for each in TABLES}
    codes = (each for each in schema(folder("ontology")) if each.predicate.startswith(SKOS))
    return [*codes, *(each for each in register(folder("kg.data")) if each.graph in tables)]


def audited(shipped: list[Statement], source: list[Statement]) -> OxigraphStore:
    store = OxigraphStore.memory([*shipped, *source])
    for rule in rules(folder("ontology") / "rules"):
        if rule.name in RULES:
            store.load(run(rule, store))
    return store


ASKED = """PREFIX cot: <https://w3id.org/coterminous/def#>
PREFIX skos: <http://www.w3.org/2004/02/skos/core#>
SELECT ?figure ?verdict ?count ?difference ?day ?reason ?rule WHERE {
  ?audit cot:auditedFigure ?figure ; cot:verdict/skos:notation ?verdict ;
    cot:auditReason ?reason ; cot:rule ?rule .
  OPTIONAL { ?audit cot:registerValue ?count }
  OPTIONAL { ?audit cot:differsBy ?difference }
  OPTIONAL { ?audit cot:asOf ?day }
} ORDER BY ?rule ?figure"""


def verdicts(store: OxigraphStore) -> dict[int, list[str]]:
    """Verdict, count, difference, day, reason and rule of each number, by its place."""
    rows = [
        [getattr(cell, "text", "") if cell and not isinstance(cell, Iri) else str(cell or "")
         for cell in row]
        for row in store.select(ASKED).rows
    ]  # fmt: skip
    mine = [row for row in rows if row[0].startswith(f"{ID}figure/d/")]
    places = [int(row[0].rpartition("/")[2]) for row in mine]
    assert len(places) == len(set(places)), "one verdict each"
    return {place: row[1:] for place, row in zip(places, mine, strict=True)}
