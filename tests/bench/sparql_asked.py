"""What the SPARQL benchmark asks: queries of nine kinds, each with constants of the world."""

from __future__ import annotations

import json
import random
from collections import Counter
from collections.abc import Iterable
from datetime import timedelta
from typing import NamedTuple

import rdflib

from kg.model.terms import Literal
from kg.store.base import Store
from tests.bench.sparql_world import EPOCH

HEAD = """PREFIX cot: <https://w3id.org/coterminous/def#>
PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#>
PREFIX xsd: <http://www.w3.org/2001/XMLSchema#>
"""
WINDOW = 30
"""Days of a range of dates."""
Answer = Counter[tuple[str, ...]]
"""The rows of an answer, as texts."""


class Kind(NamedTuple):
    """A kind of query: `@` stands for the constant, `@@` for another that belongs to it.

    `other` is what those are asked who do not know the words of `text`; their answers then differ.
    """

    name: str
    scans: bool
    text: str
    constants: str
    other: str = ""


_CODES = "SELECT ?x { ?b cot:odsCode ?x ; cot:latestStart ?d }"
_BODIES = "SELECT DISTINCT ?x { ?x cot:odsCode ?c }"
_SUCCEEDED = "SELECT DISTINCT ?x { ?x cot:successor ?y }"
_LED = "SELECT DISTINCT ?x { ?t a cot:Tenure ; cot:organisation ?x }"
_TEXTS = "SELECT ?x { ?c cot:text ?x } LIMIT 3000"
_NAMES = "SELECT ?x { ?b cot:odsCode ?c ; rdfs:label ?x } LIMIT 3000"
KINDS = (
    Kind("point", False, 'SELECT ?b ?name ?d { ?b cot:odsCode "@" ; cot:name ?name ;'
         " cot:latestStart ?d }", _CODES),
    Kind("lineage", False, "SELECT ?x { <@> cot:successor+ ?x }", _SUCCEEDED),
    Kind("join", False, "SELECT ?person ?name ?other { ?t cot:organisation <@> ; cot:holder"
         " ?person . ?person rdfs:label ?name . ?u cot:holder ?person ; cot:organisation ?other }",
         _LED),
    Kind("date range", True, 'SELECT ?x ?d { ?x cot:latestStart ?d FILTER (?d >= "@"^^xsd:date'
         ' && ?d < "@@"^^xsd:date) }', ""),
    Kind("group-by", True, "SELECT ?kind (COUNT(?b) AS ?n) { ?b cot:organisationType ?kind ;"
         ' cot:latestStart ?d FILTER (?d < "@"^^xsd:date) } GROUP BY ?kind', ""),
    Kind("contains", True, 'SELECT ?c { ?c cot:text ?text FILTER CONTAINS(LCASE(?text), "@") }',
         _TEXTS),
    Kind("matches", True, 'SELECT ?x { ?x cot:matches "@" }', _NAMES,
         'SELECT ?x { ?x rdfs:label ?name FILTER CONTAINS(LCASE(?name), "@") }'),
    Kind("construct", False, "CONSTRUCT { ?t ?p ?o } WHERE { ?t cot:organisation <@> ; ?p ?o }",
         _LED),
    Kind("describe", False, "DESCRIBE <@>", _BODIES),
)  # fmt: skip


def texts(kind: Kind, store: Store, number: int, *, ours: bool = True) -> list[str]:
    """So many different queries of a kind, or as many as the world has constants for."""
    chance = random.Random(kind.name)
    if kind.constants:
        found = {_plain(row[0]) for row in store.select(HEAD + kind.constants).rows}
        if kind.name in ("contains", "matches"):
            found = set(_words(found))
        pairs = [(each, "") for each in chance.sample(sorted(found), min(number, len(found)))]
    else:
        days = [EPOCH + timedelta(days=each) for each in chance.sample(range(12_000), number)]
        pairs = [(f"{each}", f"{each + timedelta(days=WINDOW)}") for each in days]
    text = kind.text if ours or not kind.other else kind.other
    return [HEAD + text.replace("@@", last).replace("@", first) for first, last in pairs]


def answer(body: bytes) -> Answer:
    """What an answer says, in SPARQL's JSON or as triples, without regard to order."""
    if body.lstrip().startswith(b"{"):
        told = json.loads(body)
        names = told["head"]["vars"]
        return Counter(
            tuple(row[name]["value"] if name in row else "" for name in names)
            for row in told["results"]["bindings"]
        )
    # rdflib-endpoint answers DESCRIBE in the one format that it likes.
    form = "xml" if body.startswith(b"<?xml") else "nt"
    graph = rdflib.Graph().parse(data=body, format=form)
    return Counter(tuple(map(str, triple)) for triple in graph)


def _plain(term: object) -> str:
    return term.text if isinstance(term, Literal) else str(term)


def _words(found: Iterable[str]) -> Iterable[str]:
    for each in found:
        yield from (word for word in each.lower().split() if word.isalpha() and len(word) > 5)
