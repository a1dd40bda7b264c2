"""Candidates by hand, each accepted by Ann, and what the statements of them say."""

from typing import Any

from kg.documents.candidates import Candidate
from kg.documents.record.model import TextRecord
from kg.documents.review.known import Known
from kg.documents.review.log import Decision
from kg.documents.review.state import Review, candidate_of, digest_of, kept_of
from kg.documents.review.statements import Written, statements
from kg.model.names import RDF_TYPE, cot, mint
from kg.model.terms import Iri, Literal

TEXT = (
    "Ada Marsh, chief officer of Slough CCG, backs the merger of Slough CCG, Bracknell CCG and "
    "Windsor, Ascot and Maidenhead CCG. It took effect on 1 April 2018, to save £2m. "
    "“One CCG in each system is the rule,” she said."
)
RECORD = TextRecord.of(TEXT, issued="2018-05")
SLOUGH = mint("organisation", "10T", "ccg")


def candidate(
    kind: str, words: str, value: dict[str, Any], needs: tuple[str, ...] = ()
) -> Candidate:
    """A candidate at the first place of these words."""
    start = TEXT.index(words)
    return candidate_of({
        "id": f"c-{kind.lower()}-{start}-{len(words)}", "type": kind, "value": value,
        "evidence": [{"start": start, "end": start + len(words), "exact": words, "role": "fact"}],
        "extractor": {"rule": "figure.read", "version": "1.0", "model": None},
        "document": {"id": RECORD.id, "sha256": RECORD.digest}, "support": {}, "needs": needs,
    })  # fmt: skip


def body(words: str, **value: Any) -> Candidate:
    told = {"key": words, "name": words, "canonical": words, "type": "ccg", "link": None}
    return candidate("Organisation", words, {**told, "options": [], **value})


PERSON = candidate("Person", "Ada Marsh", {"name": "Ada Marsh", "title": "Dr"})
LINKED = body("Slough CCG", link="10T/ccg")
OPEN = body("Bracknell CCG", options=["10G/ccg", "15A/ccg"])


def party(of: Candidate) -> dict[str, Any]:
    return {"ref": of.id, "name": of.value["name"], "link": of.value.get("link"), "options": []}


def tenure(of: Candidate, **more: Any) -> Candidate:
    told = {"person": party(PERSON), "post": "chief officer", "body": party(of)}
    return candidate("Tenure", "chief officer", {**told, **more}, (PERSON.id, of.id))


def accepted(*candidates: Candidate, known: Known | None = None) -> Written:
    """The statements of these candidates, each accepted by Ann."""
    decisions = tuple(
        Decision(sequence=number, candidate=each.id, verdict="accept", reviewer="Ann",
                 when="2026-01-02T03:04:05.678Z", digest=digest_of(each), about=kept_of(each))
        for number, each in enumerate(candidates, 1)
    )  # fmt: skip
    return statements(Review(RECORD, candidates, decisions), known)


def values(found: Written, thing: Iri, name: str) -> list[str]:
    """What is said of a thing by a property, as sorted texts."""
    return sorted(
        each.object.text if isinstance(each.object, Literal) else str(each.object)
        for each in found.statements
        if each.subject == thing and each.predicate == cot(name)
    )


def things(found: Written, kind: str) -> list[Iri]:
    return [each.subject for each in found.statements if each[1:3] == (RDF_TYPE, cot(kind))]
