"""An article from its text to a graph that is served, with its evidence, and out of it again."""

import json
import time
from pathlib import Path

from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import FOLDER, Shelf
from kg.documents.review.desk import Desk
from kg.model.names import RDF_TYPE, cot, cotv, graph, mint
from kg.model.terms import Literal, Statement
from kg.release import sources
from kg.release.documents.commit import commit_document, withdraw_document
from kg.resources import folder
from tests.conftest import Served, publish, serving, tiny_statements

ARTICLE = Path(__file__).parents[3] / "kg" / "documents" / "articles" / "read" / "lancs.json"
PATIENCE = 60.0
BODIES = graph("register/bodies")


def bodies(desk: Desk, document: str) -> list[Statement]:
    """The bodies that the article's names are linked to, as a register has them."""
    found = []
    for item in desk.open(document).items:
        if item.candidate.type == "Organisation" and item.value["link"]:
            body = mint("organisation", *item.value["link"].split("/"))
            kind = cotv(f"type-{item.value['type']}")
            found += [
                Statement(body, RDF_TYPE, cot("Organisation"), BODIES),
                Statement(body, cot("name"), Literal(item.value["canonical"]), BODIES),
                Statement(body, cot("organisationType"), kind, BODIES),
            ]
    return found


def until(service: Served, release: str) -> None:
    """Wait until the service answers from that release."""
    end = time.monotonic() + PATIENCE
    while service.state.readers.current != release:
        assert time.monotonic() < end
        service.client.get("/livez")


def offices(service: Served, record: TextRecord) -> set[tuple[str, str, str]]:
    """Who holds which office, by GraphQL, with the words at the place of the evidence."""
    query = """query($document: ID!) { officeClaims(
        first: 50, where: { corpus: { some: { id: { eq: $document } } } }) { nodes {
        roleText claimedHolder { name }
        evidence(first: 1) { nodes { ... on TextSpan { startOffset endOffset } } } } } }"""
    asked = {"query": query, "variables": {"document": f"document/{record.id}"}}
    answer = service.client.post("/graphql", json=asked).json()
    return {
        (
            each["claimedHolder"]["name"],
            each["roleText"],
            record.text[at["startOffset"] : at["endOffset"]],
        )
        for each in answer["data"]["officeClaims"]["nodes"]
        for at in each["evidence"]["nodes"]
    }


def triples(service: Served, record: TextRecord) -> int:
    """How many triples the document's graph has, by SPARQL."""
    name = graph(f"source/{record.id}")
    query = f"SELECT (COUNT(*) AS ?n) {{ GRAPH <{name}> {{ ?s ?p ?o }} }}"
    headers = {"Accept": "application/sparql-results+json"}
    answer = service.client.get("/sparql", params={"query": query}, headers=headers).json()
    return int(answer["results"]["bindings"][0]["n"]["value"])


def test_an_article_is_added_accepted_committed_asked_and_withdrawn(tmp_path: Path) -> None:
    told = json.loads(ARTICLE.read_text(encoding="utf-8"))
    record = TextRecord.of(told["text"], issued=told["date"], publisher="A local paper")
    Shelf(tmp_path / FOLDER).add(record)
    desk = Desk(tmp_path / FOLDER)
    model = sources.schema(folder("ontology"))
    publish(tmp_path, "r1", [*tiny_statements(), *model, *bodies(desk, record.id)])
    for item in desk.open(record.id).items:
        if item.candidate.type in ("Organisation", "Person", "Tenure", "ChangeProposal"):
            desk.decide(record.id, item.id, "accept", reviewer="ann")

    with serving(tmp_path) as service:
        made = commit_document(tmp_path, record.id, who="ann")
        until(service, made.release)
        found, count = offices(service, record), triples(service, record)
        gone = withdraw_document(tmp_path, record.id)
        until(service, gone.release)
        left, after = offices(service, record), triples(service, record)

    assert (made.violations, made.left_out, count) == ((), (), made.added)
    assert found >= {
        ("Farah Iqbal", "chief officer", "chief officer"),
        ("Harriet Cole", "chief executive", "chief executive"),
    }
    assert (left, after, gone.removed) == (set(), 0, made.added)
