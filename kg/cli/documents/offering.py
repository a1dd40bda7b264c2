"""`extract --ner` and `extract --llm`: candidates that a model offers, printed, and kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from kg.cli import output
from kg.cli.documents.extracting import Job
from kg.cli.documents.shelf import record_of
from kg.documents.candidates import Candidate
from kg.documents.offered.kept import keep
from kg.documents.offered.language import offered
from kg.documents.offered.people import people
from kg.documents.read import read_document
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.settings import store_folder


@dataclass(frozen=True)
class Asked:
    """What was asked for: names of people, or a language model at an address."""

    ner: bool
    llm: str
    model: str
    sends_text: bool


def tell_offers(jobs: Sequence[Job], asked: Asked) -> None:
    """Print the offers of each document, a candidate a line; those of an added one are kept.

    How many there are, and what was dropped, goes to standard error. Raises as `people` and
    `offered` do.
    """
    for job in jobs:
        record = record_of(job.what, job.store)
        record = replace(record, issued=job.issued) if job.issued else record
        found = _offers(record, asked)
        sys.stdout.write("".join(f"{each.line()}\n" for each in found))
        shelf = Shelf.of_store(job.store or store_folder())
        if record.id in shelf.ids() and not Path(job.what).exists():
            new = keep(shelf.folder(record.id), found)
            output.stderr.print(f"{record.id}: {new} new, to be reviewed.", highlight=False)


def _offers(record: TextRecord, asked: Asked) -> tuple[Candidate, ...]:
    found: tuple[Candidate, ...] = ()
    if asked.ner:
        found += people(record, read_document(record))
        output.stderr.print(f"The model of names offers {len(found)}.", highlight=False)
    if asked.llm:
        told = offered(record, asked.llm, asked.model, sends_text=asked.sends_text)
        found += told.candidates
        counts = "; ".join(f"{count} {reason}" for reason, count in sorted(told.dropped.items()))
        dropped = f"{sum(told.dropped.values())} dropped" + (f" ({counts})" if counts else "")
        line = f"{asked.model} offers {len(told.candidates)}; {dropped}."
        output.stderr.print(line, highlight=False, soft_wrap=True)
    return found
