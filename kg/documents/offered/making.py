"""An offer as a candidate: at a place of the text, and nowhere else."""

from __future__ import annotations

from collections.abc import Mapping
from hashlib import sha256
from typing import Any

from kg.documents.candidates import Candidate
from kg.documents.record.model import TextRecord


def offer(
    record: TextRecord,
    kind: str,
    place: tuple[int, int],
    value: Mapping[str, Any],
    extractor: Mapping[str, Any],
) -> Candidate:
    """A candidate of a type at a place; its id stays as long as these and the rule do."""
    start, end = place
    exact = record.text[start:end]
    role = {"Claim": "quote", "Figure": "value"}.get(kind, "name")
    said = f"{record.digest}|{extractor['rule']}|{kind}|{start}-{end}|{value.get('name', '')}"
    return Candidate(
        id="c-" + sha256(said.encode()).hexdigest()[:12],
        type=kind,
        value=dict(value),
        evidence=({"start": start, "end": end, "exact": exact, "role": role},),
        extractor=dict(extractor),
        document={"id": record.id, "sha256": record.digest},
        support={"accepted": 0, "rejected": 0},
    )
