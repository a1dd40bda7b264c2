"""A document read in one go: from its text of record to its candidates."""

from __future__ import annotations

from kg.documents.candidates import Candidate, Support, read_candidates
from kg.documents.facts.read import read_facts
from kg.documents.mentions.read import read_mentions
from kg.documents.record.model import TextRecord


def read_document(record: TextRecord, support: Support | None = None) -> tuple[Candidate, ...]:
    """All that the rules read in a document, for somebody to decide on.

    `support` is how often candidates of each rule were accepted and rejected before. The day of
    issue and the publisher of the record say which year and which body a word means.
    """
    mentions = read_mentions(
        record.text,
        issued=record.issued,
        publisher=record.publisher,
        furniture=record.furniture,
        wrapped=bool(record.pages),
    )
    return read_candidates(record, mentions, read_facts(record.text, mentions), support)
