"""What follows of a commit is what the rules make of the whole graph, whatever was accepted."""

import gzip
import json
import random
from collections.abc import Iterator
from itertools import groupby
from pathlib import Path

import pytest

from kg.derive.rules import rules, run
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import FOLDER, Shelf
from kg.documents.review.desk import Desk
from kg.model.names import RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Blank, Iri, Literal, Statement
from kg.release import sources
from kg.release.catalogue import Catalogue
from kg.release.documents.commit import commit_document
from kg.release.opened import OpenRelease
from kg.release.statements import WRITTEN, lines
from kg.resources import folder
from kg.store import grounds
from kg.store.oxigraph import OxigraphStore
from tests.conftest import publish

ARTICLES = sorted((Path(__file__).parents[2] / "documents" / "articles").glob("*/*.json"))
BODIES = graph("register/bodies")


@pytest.fixture
def store(tmp_path: Path) -> Path:
    """A store folder whose release has the model, and three articles with the bodies they name."""
    shelf, statements = Shelf(tmp_path / FOLDER), set(sources.schema(folder("ontology")))
    for path in random.Random(5).sample(ARTICLES, 3):
        told = json.loads(path.read_text(encoding="utf-8"))
        record = TextRecord.of(told["text"], issued=told["date"], kind=told["kind"])
        shelf.add(record)
        for item in Desk(shelf.path).open(record.id).items:
            value = item.candidate.value
            if item.candidate.type == "Organisation" and value["link"]:
                body = mint("organisation", *value["link"].split("/"))
                kind = cotv(f"type-{value['type']}")
                statements |= {
                    Statement(body, RDF_TYPE, cot("Organisation"), BODIES),
                    Statement(body, cot("name"), Literal(value["canonical"]), BODIES),
                    Statement(body, cot("organisationType"), kind, BODIES),
                }
    publish(tmp_path, "r1", sorted(statements, key=Statement.nq))
    return tmp_path


def quads(release: OpenRelease) -> Iterator[tuple[str, list[str]]]:
    """The named graphs of a release in order, each with its lines."""
    lines = release.store.cells("SELECT ?g ?s ?p ?o { GRAPH ?g { ?s ?p ?o } } ORDER BY ?g ?s ?p ?o")
    for name, rows in groupby(lines, key=lambda row: row[0]):
        yield name, sorted(f"{s} {p} {o}" for _, s, p, o in rows)


def rebuilt(release: OpenRelease) -> dict[str, list[str]]:
    """What the rules make, one on the other, of all that they did not make."""
    ordered = rules(release.folder / "ontology" / "rules")
    own = ", ".join(rule.graph.nt() for rule in ordered)
    stated = release.store.triples(
        f"CONSTRUCT {{ ?s ?p ?o }} {{ GRAPH ?g {{ ?s ?p ?o }} FILTER (?g NOT IN ({own})) }}"
    )
    whole = OxigraphStore.memory(
        Statement(subject, predicate, value, BODIES)
        for subject, predicate, value in stated
        if isinstance(subject, Iri) and not isinstance(value, Blank)
    )
    made = {}
    for rule in ordered:
        found = run(rule, whole)
        whole.load(found, merge=rule.merged)
        lone = OxigraphStore.memory(found).cells("SELECT ?s ?p ?o { ?s ?p ?o }")
        made[rule.graph.nt()] = sorted(" ".join(each) for each in lone)
    return made


@pytest.mark.parametrize("way", ["memory", "folder", "file"])
def test_what_follows_of_any_choice_is_what_all_rules_make_of_all(
    store: Path, way: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(grounds, "LARGE", 0 if way == "folder" else grounds.LARGE)
    if way == "file":  # what a build writes down of its graphs, those of rules too
        built = Catalogue(store).current()
        said = gzip.compress("".join(lines(built)).encode())
        (built / WRITTEN).write_bytes(said)
    desk, dice = Desk(store / FOLDER), random.Random(7)
    for document in (*desk.shelf.ids(), desk.shelf.ids()[0]):
        for item in desk.open(document).items:
            verdict = "accept" if dice.random() < 0.7 else "reject"
            desk.decide(document, item.id, verdict, reviewer="ann")
        assert commit_document(store, document).violations == ()

        release = OpenRelease(Catalogue(store).current())
        found = dict(quads(release))
        assert {name: found[name] for name in rebuilt(release)} == rebuilt(release)
