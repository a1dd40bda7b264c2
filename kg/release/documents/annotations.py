"""A document's annotations, taken out and in: as Turtle, as JSON, as gold for the scorer."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import asdict, replace
from io import BytesIO
from pathlib import Path
from typing import Any, Final

from kg.documents.review.desk import Desk
from kg.documents.review.gold import gold_of
from kg.documents.review.known import Known
from kg.documents.review.log import VERDICTS, Decision
from kg.documents.review.state import Review, digest_of, kept_of, standing
from kg.documents.review.statements import statements, written
from kg.errors import InvalidInput
from kg.model import rdf
from kg.model.names import ID, PREFIXES, RDFS_LABEL, graph
from kg.model.terms import Iri, Literal, Statement, Triple
from kg.store.formats import TRIPLES, by_name
from kg.store.oxigraph import OxigraphStore

SCHEMA: Final = 1
FORMATS: Final = ("turtle", "json", "gold")
_CAST: Final = ("Organisation", "Person")
_PROV: Final = PREFIXES["prov"]


def exported(review: Review, form: str, known: Known | None = None) -> bytes:
    """What was accepted of a document, as Turtle of its graph; or its decisions, as JSON; or gold.

    Gold holds the text of the document, which stays with its publisher.
    """
    if form == "turtle":
        return turtle(statements(review, known).statements)
    told = gold_of(review) if form == "gold" else _decisions(review)
    return (json.dumps(told, ensure_ascii=False, indent=2) + "\n").encode()


def unreviewed(review: Review, known: Known | None = None) -> bytes:
    """All that is open in a document, as Turtle of the ontology's classes, unreviewed.

    It is of a graph apart, `graph/candidates/{id}`, which no commit writes.
    """
    items = [
        replace(each, verdict="accept")
        for each in review.items
        if each.verdict == "open" or each.candidate.type in _CAST
    ]
    told = written(review.record, items, known or Known())
    apart = graph(f"candidates/{review.record.id}")
    own = graph(f"source/{review.record.id}")
    return turtle(
        Statement(apart if each.subject == own else each.subject, *each[1:3], apart)
        for each in told.statements
    )


def turtle(found: Iterable[Statement]) -> bytes:
    """Statements of one graph as Turtle."""
    rows = sorted(set(found))
    sink = BytesIO()
    if rows:
        OxigraphStore.memory(rows).dump(rows[0].graph, sink, by_name("turtle", TRIPLES))
    return sink.getvalue()


def bring(desk: Desk, document: str, path: Path) -> int:
    """Take in the decisions of a file that `exported` wrote, as JSON or Turtle.

    Tells how many were new. Turtle tells who accepted which candidate when; what was put right
    stands only in JSON. Raises `InvalidInput` for a file of another document.
    """
    review = desk.open(document)
    found = (
        _of_turtle(review, list(rdf.triples(path)), path)
        if path.suffix == ".ttl"
        else _of_json(review, path)
    )
    return desk.bring(review.record.id, found)


def _decisions(review: Review) -> dict[str, Any]:
    kept = [each for decided in standing(review.decisions).values() for each in decided]
    record = review.record
    return {
        "schema": SCHEMA,
        "document": {"id": record.id, "sha256": record.digest, "title": record.title},
        "decisions": [asdict(each) for each in sorted(kept, key=lambda each: each.sequence)],
    }


def _of_json(review: Review, path: Path) -> list[Decision]:
    try:
        told = json.loads(path.read_text(encoding="utf-8"))
        digest = told["document"]["sha256"]
        found = [Decision(**each) for each in told["decisions"]]
    except (OSError, ValueError, TypeError, KeyError) as error:
        hint = "Give a file that `coterminous annotations` wrote."
        raise InvalidInput(path, None, f"holds no annotations: {error}", hint) from error
    _check_document(path, digest == review.record.digest)
    for each in found:
        if each.verdict not in VERDICTS:
            raise InvalidInput(path, None, f"'{each.verdict}' is no verdict", "Mend it there.")
    return found


def _of_turtle(review: Review, triples: list[Triple], path: Path) -> Iterator[Decision]:
    start = f"{ID}extraction/{review.record.id}/"
    document = ID + "document/" + review.record.id
    _check_document(path, any(each.subject == document for each in triples))
    names = {each.subject: each.object for each in triples if each.predicate == RDFS_LABEL}
    told: dict[str, dict[str, Any]] = {}
    for subject, predicate, value in triples:
        if isinstance(subject, Iri) and subject.startswith(start):
            told.setdefault(subject.removeprefix(start), {})[predicate] = value
    for candidate, run in told.items():
        item = review.by_id.get(candidate)
        if item is None:
            hint = "Read the document with the rules that it was annotated with, or send JSON."
            raise InvalidInput(path, None, f"{candidate} is not read in the document", hint)
        who = names.get(run.get(Iri(_PROV + "wasAssociatedWith"), Iri("urn:nobody")))
        when = run.get(Iri(_PROV + "endedAtTime"))
        yield Decision(
            sequence=0, candidate=candidate, verdict="accept",
            reviewer=who.text if isinstance(who, Literal) else "",
            when=when.text if isinstance(when, Literal) else "",
            digest=digest_of(item.candidate), about=kept_of(item.candidate),
        )  # fmt: skip


def _check_document(path: Path, is_same: bool) -> None:
    if not is_same:
        raise InvalidInput(path, None, "is of another document", "Name the document that it is of.")
