"""`extract --ner` and `extract --llm`: candidates that a model offers, printed, and kept."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import NamedTuple

from kg.cli import output
from kg.cli.documents.extracting import Job
from kg.cli.documents.shelf import record_of
from kg.cli.documents.side_by_side import Refusal, in_order
from kg.documents.candidates import Candidate
from kg.documents.offered.kept import keep
from kg.documents.offered.language import offered
from kg.documents.offered.people import people
from kg.documents.read import read_document
from kg.documents.record.model import TextRecord
from kg.documents.record.shelf import Shelf
from kg.errors import KgError
from kg.settings import store_folder


@dataclass(frozen=True)
class Asked:
    """What was asked for: names of people, or a language model at an address."""

    ner: bool
    llm: str
    model: str
    sends_text: bool


class Offers(NamedTuple):
    """What a model offers of a document, and what is told of it on standard error."""

    record: str
    found: tuple[Candidate, ...]
    told: tuple[str, ...]


def tell_offers(jobs: Sequence[Job], asked: Asked) -> None:
    """Print the offers of each document, a candidate a line; those of an added one are kept.

    How many there are, and what was dropped, goes to standard error. Raises as `people` and
    `offered` do. Names are looked for side by side; a language model is asked in turn.
    """
    workers = 1 if asked.llm else None
    offers = in_order(partial(offers_of, asked=asked), jobs, __name__, workers)
    for job, made in zip(jobs, offers, strict=True):
        if isinstance(made, Refusal):
            raise made.error
        for line in made.told:
            output.stderr.print(line, highlight=False, soft_wrap=True)
        sys.stdout.write("".join(f"{each.line()}\n" for each in made.found))
        shelf = Shelf.of_store(job.store or store_folder())
        if made.record in shelf.ids() and not Path(job.what).exists():
            new = keep(shelf.folder(made.record), made.found)
            output.stderr.print(f"{made.record}: {new} new, to be reviewed.", highlight=False)


def offers_of(job: Job, asked: Asked) -> Offers | Refusal:
    """What the models that were asked for offer of one document; or why they offer nothing."""
    try:
        record = record_of(job.what, job.store)
        record = replace(record, issued=job.issued) if job.issued else record
        return _offers(record, asked)
    except KgError as error:
        return Refusal.of(error)


def _offers(record: TextRecord, asked: Asked) -> Offers:
    found: tuple[Candidate, ...] = ()
    lines: list[str] = []
    if asked.ner:
        found += people(record, read_document(record))
        lines.append(f"The model of names offers {len(found)}.")
    if asked.llm:
        told = offered(record, asked.llm, asked.model, sends_text=asked.sends_text)
        found += told.candidates
        counts = "; ".join(f"{count} {reason}" for reason, count in sorted(told.dropped.items()))
        dropped = f"{sum(told.dropped.values())} dropped" + (f" ({counts})" if counts else "")
        lines.append(f"{asked.model} offers {len(told.candidates)}; {dropped}.")
    return Offers(record.id, found, tuple(lines))
