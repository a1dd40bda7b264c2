"""Accepted candidates as statements of the document's source graph, in the ontology's classes.

What is stated is what the document says and who accepted that it says so. Of its words only names,
hedges and what groups are called are stored, as few as `kg.validate.words` allows.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from kg.documents.record.model import TextRecord
from kg.documents.review.cast import Cast, named_record
from kg.documents.review.codes import BASIS, document_code
from kg.documents.review.facts import Facts
from kg.documents.review.known import Known
from kg.documents.review.said import Sayings
from kg.documents.review.state import Item, Review
from kg.documents.review.writing import Unsettled, Writing
from kg.model.dates import Bounds, bounds
from kg.model.names import PREFIXES, cotv
from kg.model.terms import XSD, Iri, Literal, Statement

_CAST: Final = ("Organisation", "Person")


@dataclass(frozen=True)
class Written:
    """The statements, the candidate that each thing was made of, and what could not be stated.

    `left_out` has candidates that were accepted, each with what has to be settled first.
    """

    statements: tuple[Statement, ...]
    of: Mapping[Iri, str]
    left_out: tuple[tuple[str, str], ...]


def statements(review: Review, known: Known | None = None) -> Written:
    """What was accepted of a document, as statements of `graph/source/{id}`.

    `known` is what the graph has besides: bodies and people who have a record get no other.
    Nothing is stated where nothing was accepted.
    """
    return written(review.record, review.items, known or Known())


def written(record: TextRecord, items: Sequence[Item], known: Known) -> Written:
    """The same for these items, of which those that are accepted are stated."""
    page = Writing(record)
    accepted = [each for each in items if each.verdict == "accept"]
    if not accepted:
        return Written((), {}, ())
    cast = Cast(items, known, page)
    issued = _issued(record)
    voice = _document(page, known, cast, issued)
    facts, sayings = Facts(page, cast, known, voice, issued), Sayings(page, cast, known, voice)
    writers: dict[str, Callable[[Item], Iri]] = {
        "Tenure": facts.tenure, "JointArrangement": facts.joint, "ChangeProposal": facts.change,
        "ChangeEvent": facts.change, "Restatement": sayings.restatement, "Claim": sayings.claim,
        "Figure": sayings.figure,
    }  # fmt: skip
    left_out: list[tuple[str, str]] = []
    for item in sorted(accepted, key=lambda each: each.candidate.type not in _CAST):
        mark = page.mark()
        page.candidate = item.id
        try:
            _write(page, cast, writers, item)
        except Unsettled as reason:
            page.back(mark)
            left_out.append((item.id, str(reason)))
        except (KeyError, TypeError, ValueError, AttributeError) as fault:
            # A value that a person has put right may be of any shape.
            page.back(mark)
            left_out.append((item.id, f"its value cannot be read: {fault}"))
    title = record.title or f"Document {record.id}"
    told = page.finished(f"What document {record.id} says: {title}"[:200])
    return Written(tuple(told), page.of, tuple(left_out))


def _write(
    page: Writing, cast: Cast, writers: Mapping[str, Callable[[Item], Iri]], item: Item
) -> None:
    if item.candidate.type in _CAST:
        cast.write(item)
        return
    write = writers.get(item.candidate.type)
    if write is None:
        raise Unsettled(f"a {item.candidate.type} cannot be stated")
    thing = write(item)
    page.evidence(thing, item.candidate.evidence)
    page.made_by(thing, item)


def _document(page: Writing, known: Known, cast: Cast, issued: Bounds | None) -> Iri:
    """The document, as its record tells of it; gives who speaks in it."""
    record, document = page.record, page.document
    bases = {name: cotv(f"basis-{BASIS.get(told, 'inferred')}")
             for name, told in record.bases.items()}  # fmt: skip
    page.thing(
        document, "Document", titleBasis=bases.get("title") if record.title else None,
        documentType=cotv(f"doc-{document_code(record.kind, record.media)}"),
        contentDigest=f"sha256:{record.digest}", textLength=len(record.text),
        wordCount=len(record.text.split()), recordedIn=f"documents/{record.id}",
        issuedBasis=bases.get("issued"),
    )  # fmt: skip
    title = Literal(record.title or f"Document {record.id}")
    page.state(document, Iri(PREFIXES["dct"] + "title"), title)
    if record.address and ":" in record.address:
        page.say(document, address=Literal(record.address, XSD + "anyURI"))
    if issued:
        earliest, latest = map(Literal.date, issued)
        page.say(document, earliestIssued=earliest, latestIssued=latest)
        page.say(document, issuedDate=earliest if issued.day else None)
    return _voice(page, known, cast, bases)


def _voice(page: Writing, known: Known, cast: Cast, bases: Mapping[str, Iri]) -> Iri:
    record, document = page.record, page.document
    publisher = author = None
    if record.publisher:
        publisher = cast.called(record.publisher) or named_record(
            page, known, "Organisation", record.publisher
        )
        page.say(document, publisher=publisher, publisherBasis=bases.get("publisher"))
    if record.author:
        author = cast.called(record.author) or named_record(page, known, "Person", record.author)
        page.say(document, author=author, authorBasis=bases.get("author"))
    if author or publisher:
        return author or publisher or document
    voice = page.mint("group", "who-speaks")
    page.thing(
        voice, "AgentGroup", name="Whoever wrote the document", nameBasis=cotv("basis-assigned"),
        memberType=cotv("type-unspecifiedAgent"), groupQuantifier=cotv("q-generic"),
        enumerated=False,
    )  # fmt: skip
    page.state(voice, Iri(PREFIXES["prov"] + "wasDerivedFrom"), document)
    return voice


def _issued(record: TextRecord) -> Bounds | None:
    try:
        return bounds(record.issued) if record.issued else None
    except ValueError:
        return None
